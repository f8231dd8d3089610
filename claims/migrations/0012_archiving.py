"""Jobs that fetch and archive evidence, beside those that take texts apart."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0011_desk_rules'),
    ]

    operations = [
        migrations.AddField(
            model_name='job',
            name='evidence',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='claims.evidence'),
        ),
        migrations.AlterField(
            model_name='job',
            name='kind',
            field=models.CharField(choices=[('extract', 'Take apart'), ('archive', 'Fetch and archive')], default='extract', max_length=10),
        ),
        migrations.AlterField(
            model_name='job',
            name='stage',
            field=models.CharField(choices=[('waiting', 'Waiting for a worker'), ('reading', 'Reading sentences'), ('fetching', 'Fetching'), ('resolving', 'Linking sources'), ('storing', 'Storing claims'), ('finished', 'Finished')], default='waiting', max_length=10),
        ),
        migrations.AlterField(
            model_name='job',
            name='version',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='claims.articleversion'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['queued', 'running'])), fields=('kind', 'evidence'), name='job_on_evidence_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('evidence', None), ('kind', 'extract'), ('version__isnull', False)), models.Q(('evidence__isnull', False), ('kind', 'archive'), ('version', None)), _connector='OR'), name='job_is_on_one_thing'),
        ),
    ]
