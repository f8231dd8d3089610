"""The roles of a review desk (see claims.review.permissions)."""

from django.db import migrations

ROLES = ("second_reviewer", "lead")


def make(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for name in ROLES:
        groups.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [("claims", "0006_lists_by_status")]
    # People may stand in the groups: going back leaves them.
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
