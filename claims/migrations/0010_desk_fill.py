"""What statements that are there already have by now: reports, language, urgency."""

from django.db import migrations

# As claims.review.urgency has it for a statement that nobody has touched: 72 hours from when it came.
WANTED_AFTER = 72 * 3600

FILL = """
UPDATE claims_statement SET
    reports = (SELECT count(*) FROM claims_claim AS c
               WHERE c.statement_id = claims_statement.id AND c.state = 'current'),
    language = coalesce((
        SELECT a.language FROM claims_claim AS c
        JOIN claims_articleversion AS v ON v.id = c.version_id
        JOIN claims_article AS a ON a.id = v.article_id
        WHERE c.statement_id = claims_statement.id ORDER BY c.id LIMIT 1), ''),
    needs = CASE WHEN EXISTS (
        SELECT 1 FROM claims_claim AS c
        WHERE c.statement_id = claims_statement.id AND c.state = 'current')
        THEN 'reviewer' ELSE '' END,
    rank = {created} + {after}
"""
CREATED = {
    "sqlite": "CAST(strftime('%%s', created_at) AS INTEGER)",
    "postgresql": "CAST(extract(epoch FROM created_at) AS bigint)",
}


def fill(apps, schema_editor):
    created = CREATED[schema_editor.connection.vendor]
    schema_editor.execute(FILL.format(created=created, after=WANTED_AFTER))


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_desk")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
