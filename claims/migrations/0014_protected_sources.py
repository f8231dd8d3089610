"""Sources that only some people see (see claims.sources.seeing)."""

from django.conf import settings
from django.db import migrations, models
from django.db.models.deletion import CASCADE, PROTECT


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0013_sessions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # With a default of the database's own: code that does not know it goes on adding rows.
        migrations.AddField(
            model_name="source",
            name="is_protected",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddIndex(
            model_name="source",
            index=models.Index(
                condition=models.Q(("is_protected", True)), fields=["id"], name="source_protected"
            ),
        ),
        migrations.CreateModel(
            name="SourceAccess",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("granted_at", models.DateTimeField(auto_now_add=True)),
                (
                    "granted_by",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=CASCADE, related_name="access", to="claims.source"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("source", "user"), name="source_access_once")
                ]
            },
        ),
        migrations.AlterField(
            model_name="sourcedecision",
            name="action",
            field=models.CharField(
                choices=[
                    ("confirmed", "Confirmed"),
                    ("renamed", "Renamed"),
                    ("merged", "Merged"),
                    ("merge_undone", "Merge undone"),
                    ("related", "Relation added"),
                    ("linked", "A claim's link was set by hand"),
                    ("protected", "Protected"),
                    ("unprotected", "Protection ended"),
                    ("granted", "A person was named"),
                    ("revoked", "A person is no longer named"),
                ],
                max_length=15,
            ),
        ),
    ]
