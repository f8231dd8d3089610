"""What the rounds of the second reader share: one reading at a time, rests, and how far each is."""

from django.db import migrations, models


def free(apps, schema_editor):
    """Two texts may be in hands by now: they wait again, and who lost one writes nothing."""
    apps.get_model("claims", "Job").objects.filter(kind="read", state="running").update(
        state="queued", stage="waiting", lease="", lease_until=None
    )


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0021_proposals_apart'),
    ]

    operations = [
        migrations.AddField(
            model_name='job',
            name='answered',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='job',
            name='rests_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('rests_until__isnull', False)), fields=['rests_until'], name='job_rests'),
        ),
        migrations.RunPython(free, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'read'), ('state', 'running')), fields=('kind',), name='job_one_reading_at_a_time'),
        ),
    ]
