"""What people may be (see claims.review.permissions)."""

from django.db import migrations

ROLES = ("viewer", "reviewer", "editor", "administrator")


def make(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for name in ROLES:
        groups.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0004_search"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    # People may stand in the groups: going back leaves them.
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
