"""An index for the lists of claims by what became of them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0005_roles'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['corroboration'], name='statement_by_status'),
        ),
    ]
