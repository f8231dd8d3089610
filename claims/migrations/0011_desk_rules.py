"""What the review desk writes for ever: the database refuses to change or delete it."""

from django.db import migrations

# Rows are added to these, and nothing else happens to them.
KEPT = (
    *("attempt", "comment", "correction", "decision", "finding", "grade", "linkjudgement"),
    "originjudgement",
)
# Of archived evidence and of these rows only the columns that tell of an end may change.
ENDED = {
    "evidence": (
        *("statement_id", "kind", "stance", "nature", "assessment", "title", "address", "note"),
        *("sha256", "size", "media_type", "key", "warc_sha256", "warc_key", "final_address"),
        *("text", "added_by_id"),
    ),
    "contradiction": ("one_id", "other_id", "kind", "note", "opened_by_id"),
    "regrouping": ("kind", "origin_id", "target_id", "claims", "reason", "decided_by_id"),
}
WHEN = {"evidence": "OLD.state IN ('archived', 'withdrawn') AND "}


def _differs(table, vendor):
    word = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    columns = " OR ".join(f'NEW."{name}" {word} OLD."{name}"' for name in ENDED[table])
    return f"{WHEN.get(table, '')}({columns})"


def _sqlite():
    abort = "BEGIN SELECT RAISE(ABORT, 'row_is_kept'); END"
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} {abort}"
    for table in ENDED:
        yield (
            f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} "
            f"WHEN {_differs(table, 'sqlite')} {abort}"
        )
    for table in (*KEPT, *ENDED):
        yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON claims_{table} {abort}"


def _postgresql():
    kept = "FOR EACH ROW EXECUTE FUNCTION factlog_decision_is_kept()"
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} {kept}"
    for table in ENDED:
        yield (
            f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} FOR EACH ROW "
            f"WHEN ({_differs(table, 'postgresql')}) EXECUTE FUNCTION factlog_decision_is_kept()"
        )
    for table in (*KEPT, *ENDED):
        yield f"CREATE TRIGGER {table}_is_kept BEFORE DELETE ON claims_{table} {kept}"


def install(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in _sqlite() if is_sqlite else _postgresql():
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for table in (*KEPT, *ENDED):
        for name in (f"{table}_is_not_changed", f"{table}_is_kept"):
            on = "" if is_sqlite else f" ON claims_{table}"
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


class Migration(migrations.Migration):
    dependencies = [("claims", "0010_desk_fill")]
    operations = [migrations.RunPython(install, remove)]
