"""The record's tables, and what keeps its entries as they are.

Triggers refuse UPDATE, DELETE and TRUNCATE on both databases; on PostgreSQL the right to them is
taken from everybody as well, so that a slip in code fails twice (a superuser has all rights).
SQLite has no TRUNCATE.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

SQLITE = {
    "record_entry_is_not_changed": """
        CREATE TRIGGER record_entry_is_not_changed BEFORE UPDATE ON claims_recordentry
        BEGIN SELECT RAISE(ABORT, 'record_entry_is_kept'); END""",
    "record_entry_is_kept": """
        CREATE TRIGGER record_entry_is_kept BEFORE DELETE ON claims_recordentry
        BEGIN SELECT RAISE(ABORT, 'record_entry_is_kept'); END""",
    "record_head_is_kept": """
        CREATE TRIGGER record_head_is_kept BEFORE DELETE ON claims_recordhead
        BEGIN SELECT RAISE(ABORT, 'record_head_is_kept'); END""",
    "record_head_goes_forward": """
        CREATE TRIGGER record_head_goes_forward BEFORE UPDATE ON claims_recordhead
        WHEN NEW.sequence <= OLD.sequence
        BEGIN SELECT RAISE(ABORT, 'record_head_goes_forward'); END""",
}

POSTGRESQL = """
CREATE FUNCTION factlog_record_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'record_entry_is_kept' USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION factlog_record_is_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE holds boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM %%I)', TG_TABLE_NAME) INTO holds;
    IF holds THEN
        RAISE EXCEPTION 'record_entry_is_kept' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER record_entry_is_kept BEFORE UPDATE OR DELETE ON claims_recordentry
    FOR EACH ROW EXECUTE FUNCTION factlog_record_is_kept();
CREATE TRIGGER record_is_not_emptied BEFORE TRUNCATE ON claims_recordentry
    FOR EACH STATEMENT EXECUTE FUNCTION factlog_record_is_not_emptied();
CREATE TRIGGER record_head_is_kept BEFORE DELETE ON claims_recordhead
    FOR EACH ROW EXECUTE FUNCTION factlog_record_is_kept();
CREATE TRIGGER record_head_is_not_emptied BEFORE TRUNCATE ON claims_recordhead
    FOR EACH STATEMENT EXECUTE FUNCTION factlog_record_is_not_emptied();
CREATE TRIGGER record_head_goes_forward BEFORE UPDATE ON claims_recordhead FOR EACH ROW
    WHEN (NEW.sequence <= OLD.sequence) EXECUTE FUNCTION factlog_record_is_kept();
REVOKE UPDATE, DELETE, TRUNCATE ON claims_recordentry FROM PUBLIC, CURRENT_USER;
REVOKE DELETE, TRUNCATE ON claims_recordhead FROM PUBLIC, CURRENT_USER;
"""

POSTGRESQL_BACK = """
DROP TRIGGER record_entry_is_kept ON claims_recordentry;
DROP TRIGGER record_is_not_emptied ON claims_recordentry;
DROP TRIGGER record_head_is_kept ON claims_recordhead;
DROP TRIGGER record_head_is_not_emptied ON claims_recordhead;
DROP TRIGGER record_head_goes_forward ON claims_recordhead;
DROP FUNCTION factlog_record_is_kept();
DROP FUNCTION factlog_record_is_not_emptied();
"""


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in SQLITE.values():
            schema_editor.execute(statement)
    else:
        schema_editor.execute(POSTGRESQL)


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for name in SQLITE:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
    else:
        schema_editor.execute(POSTGRESQL_BACK)


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0007_desk_roles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RecordHead',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('sequence', models.BigIntegerField(default=0)),
                ('hash', models.CharField(max_length=64)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('id', 1)), name='record_has_one_head')],
            },
        ),
        migrations.CreateModel(
            name='RecordEntry',
            fields=[
                ('sequence', models.BigIntegerField(primary_key=True, serialize=False)),
                ('action', models.CharField(max_length=40)),
                ('subject_type', models.CharField(max_length=20)),
                ('subject_id', models.BigIntegerField()),
                ('body', models.TextField()),
                ('previous_hash', models.CharField(max_length=64, unique=True)),
                ('hash', models.CharField(max_length=64, unique=True)),
                ('actor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('statement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='claims.statement')),
            ],
            options={
                'ordering': ['sequence'],
                'indexes': [models.Index(fields=['subject_type', 'subject_id', '-sequence'], name='record_by_subject'), models.Index(fields=['statement', '-sequence'], name='record_by_statement')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sequence__gte', 1)), name='record_counts_from_one')],
            },
        ),
        migrations.RunPython(install, remove),
    ]
