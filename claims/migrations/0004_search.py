"""The index that claims.models.search looks in, and one for parts of the names of sources."""

from django.db import migrations

SQLITE = (
    # The words are folded and stemmed already: the tokenizer has nothing more to take away.
    """CREATE VIRTUAL TABLE claims_search USING fts5(
        search_text, content='claims_claim', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0")""",
    "INSERT INTO claims_search(claims_search) VALUES ('rebuild')",
    """CREATE TRIGGER claims_search_added AFTER INSERT ON claims_claim BEGIN
        INSERT INTO claims_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END""",
    """CREATE TRIGGER claims_search_removed AFTER DELETE ON claims_claim BEGIN
        INSERT INTO claims_search(claims_search, rowid, search_text)
        VALUES ('delete', OLD.id, OLD.search_text); END""",
    """CREATE TRIGGER claims_search_changed AFTER UPDATE OF id, search_text ON claims_claim BEGIN
        INSERT INTO claims_search(claims_search, rowid, search_text)
        VALUES ('delete', OLD.id, OLD.search_text);
        INSERT INTO claims_search(rowid, search_text) VALUES (NEW.id, NEW.search_text); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS claims_search_added",
    "DROP TRIGGER IF EXISTS claims_search_removed",
    "DROP TRIGGER IF EXISTS claims_search_changed",
    "DROP TABLE claims_search",
)
POSTGRESQL = (
    """CREATE INDEX claim_search ON claims_claim
        USING gin (to_tsvector('simple', search_text))""",
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """CREATE INDEX source_name_parts ON claims_sourcename
        USING gin (folded gin_trgm_ops)""",
)
POSTGRESQL_BACK = ("DROP INDEX claim_search", "DROP INDEX source_name_parts")


def install(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE_BACK if is_sqlite else POSTGRESQL_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("claims", "0003_rules_of_the_record")]
    operations = [migrations.RunPython(install, remove)]
