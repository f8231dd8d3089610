"""What the review desk writes for ever: the database refuses to change or delete it."""

from django.db import migrations

# Rows are added to these, and nothing else happens to them.
KEPT = (
    *("attempt", "comment", "correction", "decision", "finding", "finding_evidence", "grade"),
    *("linkjudgement", "originjudgement"),
)
# Of archived evidence and of these rows only the columns that tell of an end may change, once.
ENDED = {
    "evidence": (
        *("statement_id", "kind", "stance", "nature", "assessment", "title", "address", "note"),
        *("article_id", "sha256", "size", "media_type", "key", "warc_sha256", "warc_key"),
        *("final_address", "fetched_at", "text", "added_by_id", "added_at"),
    ),
    "contradiction": ("one_id", "other_id", "kind", "note", "opened_by_id", "opened_at"),
    "regrouping": (
        *("kind", "origin_id", "target_id", "claims", "reason", "decided_by_id", "decided_at"),
    ),
}
ENDS = {
    "evidence": ("state", "withdrawn_by_id", "withdrawn_at", "withdrawn_because"),
    "contradiction": ("closed_by_id", "closed_at", "closed_because"),
    "regrouping": ("undone_by_id", "undone_at"),
}
HAS_ENDED = {
    "evidence": "OLD.state = 'withdrawn'",
    "contradiction": "OLD.closed_at IS NOT NULL",
    "regrouping": "OLD.undone_at IS NOT NULL",
}


def _refused(table, vendor):
    word = "IS NOT" if vendor == "sqlite" else "IS DISTINCT FROM"
    beginning, end = (
        " OR ".join(f'NEW."{name}" {word} OLD."{name}"' for name in columns[table])
        for columns in (ENDED, ENDS)
    )
    ended = f"({HAS_ENDED[table]} AND ({end}))"
    if table != "evidence":
        return f"{beginning} OR {ended}"
    back = "(OLD.state = 'archived' AND NEW.state NOT IN ('archived', 'withdrawn'))"
    return f"(OLD.state IN ('archived', 'withdrawn') AND ({beginning})) OR {back} OR {ended}"


def _sqlite():
    abort = "BEGIN SELECT RAISE(ABORT, 'row_is_kept'); END"
    for table in KEPT:
        yield f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} {abort}"
    for table in ENDED:
        yield (
            f"CREATE TRIGGER {table}_is_not_changed BEFORE UPDATE ON claims_{table} "
            f"WHEN {_refused(table, 'sqlite')} {abort}"
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
            f"WHEN ({_refused(table, 'postgresql')}) EXECUTE FUNCTION factlog_decision_is_kept()"
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
