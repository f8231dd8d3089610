"""What the database itself refuses, whoever asks (see tests/models/test_rules.py).

SQLite loses the triggers of a table that a later migration rebuilds: that migration installs them
again. The test counts them after all migrations.
"""

from django.db import migrations

SQLITE = {
    "claim_quote_is_the_text_when_added": """
        CREATE TRIGGER claim_quote_is_the_text_when_added BEFORE INSERT ON claims_claim
        WHEN NOT EXISTS (
            SELECT 1 FROM claims_articleversion AS v WHERE v.id = NEW.version_id
            AND substr(v.text, NEW."start" + 1, NEW."end" - NEW."start") = NEW.quote
        )
        BEGIN SELECT RAISE(ABORT, 'claim_quote_is_the_text'); END""",
    "claim_quote_is_the_text_when_changed": """
        CREATE TRIGGER claim_quote_is_the_text_when_changed
        BEFORE UPDATE OF version_id, "start", "end", quote ON claims_claim
        WHEN NOT EXISTS (
            SELECT 1 FROM claims_articleversion AS v WHERE v.id = NEW.version_id
            AND substr(v.text, NEW."start" + 1, NEW."end" - NEW."start") = NEW.quote
        )
        BEGIN SELECT RAISE(ABORT, 'claim_quote_is_the_text'); END""",
    "version_text_stays": """
        CREATE TRIGGER version_text_stays BEFORE UPDATE ON claims_articleversion
        WHEN NEW.text <> OLD.text OR NEW.text_sha256 <> OLD.text_sha256
            OR NEW.article_id <> OLD.article_id OR NEW.number <> OLD.number
        BEGIN SELECT RAISE(ABORT, 'version_text_stays'); END""",
    "source_decision_is_not_changed": """
        CREATE TRIGGER source_decision_is_not_changed BEFORE UPDATE ON claims_sourcedecision
        BEGIN SELECT RAISE(ABORT, 'source_decision_is_kept'); END""",
    "source_decision_is_kept": """
        CREATE TRIGGER source_decision_is_kept BEFORE DELETE ON claims_sourcedecision
        BEGIN SELECT RAISE(ABORT, 'source_decision_is_kept'); END""",
    "claim_decision_is_not_changed": """
        CREATE TRIGGER claim_decision_is_not_changed BEFORE UPDATE ON claims_claimdecision
        BEGIN SELECT RAISE(ABORT, 'claim_decision_is_kept'); END""",
    "claim_decision_is_kept": """
        CREATE TRIGGER claim_decision_is_kept BEFORE DELETE ON claims_claimdecision
        BEGIN SELECT RAISE(ABORT, 'claim_decision_is_kept'); END""",
}

POSTGRESQL = """
CREATE FUNCTION factlog_claim_quote_is_the_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM claims_articleversion AS v WHERE v.id = NEW.version_id
        AND substr(v.text, NEW."start" + 1, NEW."end" - NEW."start") = NEW.quote
    ) THEN
        RAISE EXCEPTION 'claim_quote_is_the_text' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE FUNCTION factlog_version_text_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'version_text_stays' USING ERRCODE = 'check_violation';
END $$;
CREATE FUNCTION factlog_decision_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'decision_is_kept' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER claim_quote_is_the_text_when_added BEFORE INSERT ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION factlog_claim_quote_is_the_text();
CREATE TRIGGER claim_quote_is_the_text_when_changed
    BEFORE UPDATE OF version_id, "start", "end", quote ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION factlog_claim_quote_is_the_text();
CREATE TRIGGER version_text_stays BEFORE UPDATE ON claims_articleversion FOR EACH ROW
    WHEN (NEW.text <> OLD.text OR NEW.text_sha256 <> OLD.text_sha256
          OR NEW.article_id <> OLD.article_id OR NEW.number <> OLD.number)
    EXECUTE FUNCTION factlog_version_text_stays();
CREATE TRIGGER source_decision_is_kept BEFORE UPDATE OR DELETE ON claims_sourcedecision
    FOR EACH ROW EXECUTE FUNCTION factlog_decision_is_kept();
CREATE TRIGGER claim_decision_is_kept BEFORE UPDATE OR DELETE ON claims_claimdecision
    FOR EACH ROW EXECUTE FUNCTION factlog_decision_is_kept();
"""

POSTGRESQL_BACK = """
DROP TRIGGER claim_quote_is_the_text_when_added ON claims_claim;
DROP TRIGGER claim_quote_is_the_text_when_changed ON claims_claim;
DROP TRIGGER version_text_stays ON claims_articleversion;
DROP TRIGGER source_decision_is_kept ON claims_sourcedecision;
DROP TRIGGER claim_decision_is_kept ON claims_claimdecision;
DROP FUNCTION factlog_claim_quote_is_the_text();
DROP FUNCTION factlog_version_text_stays();
DROP FUNCTION factlog_decision_is_kept();
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
    dependencies = [("claims", "0002_proposals_and_trace")]
    operations = [migrations.RunPython(install, remove)]
