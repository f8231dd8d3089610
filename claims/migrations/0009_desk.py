"""The tables of the review desk, and what statements need for their queue."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0008_record'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Alarm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('chain', 'The source of a claim was set otherwise'), ('link', 'What is known of an attribution has changed'), ('sources', 'Sources were merged or parted'), ('grouping', 'Claims joined or left it'), ('claim', 'One of its claims no longer stands'), ('version', 'An article changed its words'), ('evidence', 'Evidence was withdrawn'), ('contradiction', 'A contradiction was opened or closed'), ('origins', 'Origins were judged otherwise')], max_length=13)),
                ('detail', models.JSONField(default=dict)),
                ('raised_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('looked_for', models.TextField()),
                ('looked_in', models.TextField()),
                ('looked_on', models.DateField()),
                ('found', models.BooleanField()),
                ('result', models.TextField(blank=True)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Contradiction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('number', 'Number'), ('place', 'Place'), ('time', 'Time'), ('actor', 'Actor'), ('denial', 'Denial')], max_length=6)),
                ('note', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_because', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('written_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.CharField(choices=[('unassessed', 'Not assessed'), ('single_origin', 'Single origin'), ('corroborated', 'Corroborated'), ('confirmed', 'Confirmed'), ('contested', 'Contested'), ('refuted', 'Refuted'), ('retracted', 'Retracted'), ('unverifiable', 'Unverifiable'), ('not_checkable', 'Not checkable')], max_length=20)),
                ('after', models.CharField(choices=[('unassessed', 'Not assessed'), ('single_origin', 'Single origin'), ('corroborated', 'Corroborated'), ('confirmed', 'Confirmed'), ('contested', 'Contested'), ('refuted', 'Refuted'), ('retracted', 'Retracted'), ('unverifiable', 'Unverifiable'), ('not_checkable', 'Not checkable'), ('no_claim', 'There is no claim here')], max_length=20)),
                ('category', models.CharField(blank=True, choices=[('opinion', 'Opinion'), ('prediction', 'Prediction'), ('threat', 'Threat'), ('prayer', 'Prayer'), ('question', 'Question')], max_length=12)),
                ('reason', models.TextField()),
                ('independence', models.JSONField(default=dict)),
                ('version', models.PositiveIntegerField()),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('page', 'Web page'), ('file', 'File'), ('image', 'Image'), ('note', 'Note')], max_length=5)),
                ('stance', models.CharField(choices=[('supports', 'Supports it'), ('refutes', 'Refutes it'), ('context', 'Gives context')], max_length=8)),
                ('nature', models.CharField(choices=[('report', 'A report of others'), ('primary', 'Primary evidence'), ('admission', 'An admission of the responsible party, as published'), ('withdrawal', 'The origin’s own withdrawal or correction')], default='report', max_length=10)),
                ('assessment', models.TextField(blank=True)),
                ('title', models.CharField(max_length=300)),
                ('address', models.URLField(blank=True, max_length=2000)),
                ('note', models.TextField(blank=True)),
                ('state', models.CharField(choices=[('waiting', 'Being fetched'), ('archived', 'Archived'), ('refused', 'Could not be archived'), ('withdrawn', 'Withdrawn')], default='waiting', max_length=9)),
                ('problem', models.TextField(blank=True)),
                ('sha256', models.CharField(blank=True, max_length=64)),
                ('size', models.PositiveBigIntegerField(default=0)),
                ('media_type', models.CharField(blank=True, max_length=100)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('warc_sha256', models.CharField(blank=True, max_length=64)),
                ('warc_key', models.CharField(blank=True, max_length=200)),
                ('final_address', models.TextField(blank=True)),
                ('fetched_at', models.DateTimeField(blank=True, null=True)),
                ('text', models.TextField(blank=True)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_because', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField(choices=[(1, 'First'), (2, 'Second'), (3, 'Adjudication')])),
                ('verdict', models.CharField(choices=[('unassessed', 'Not assessed'), ('single_origin', 'Single origin'), ('corroborated', 'Corroborated'), ('confirmed', 'Confirmed'), ('contested', 'Contested'), ('refuted', 'Refuted'), ('retracted', 'Retracted'), ('unverifiable', 'Unverifiable'), ('not_checkable', 'Not checkable'), ('no_claim', 'There is no claim here')], max_length=20)),
                ('category', models.CharField(blank=True, choices=[('opinion', 'Opinion'), ('prediction', 'Prediction'), ('threat', 'Threat'), ('prayer', 'Prayer'), ('question', 'Question')], max_length=12)),
                ('reason', models.TextField()),
                ('independence', models.JSONField(default=dict)),
                ('given_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['round_id', 'place'],
            },
        ),
        migrations.CreateModel(
            name='Grade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('letter', models.CharField(choices=[('A', 'Completely reliable'), ('B', 'Usually reliable'), ('C', 'Fairly reliable'), ('D', 'Not usually reliable'), ('E', 'Unreliable'), ('F', 'Cannot be judged')], max_length=1)),
                ('since', models.DateField()),
                ('basis', models.TextField()),
                ('graded_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-since', '-id'],
            },
        ),
        migrations.CreateModel(
            name='LinkJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('status', models.CharField(max_length=15)),
                ('reason', models.TextField(blank=True)),
                ('judged_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('assigned', 'Work was assigned to you'), ('mentioned', 'Somebody mentioned you'), ('second', 'Something waits for a second reviewer'), ('third', 'Something waits for adjudication'), ('decided', 'Something you signed was decided'), ('stale', 'Something you decided has become stale')], max_length=9)),
                ('told_at', models.DateTimeField(auto_now_add=True)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('wants_mail', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('assigned', 'Work was assigned to you'), ('mentioned', 'Somebody mentioned you'), ('second', 'Something waits for a second reviewer'), ('third', 'Something waits for adjudication'), ('decided', 'Something you signed was decided'), ('stale', 'Something you decided has become stale')], max_length=9)),
                ('way', models.CharField(choices=[('none', 'Not at all'), ('page', 'In the page'), ('mail', 'In the page and by e-mail')], max_length=4)),
            ],
        ),
        migrations.CreateModel(
            name='OriginJudgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verdict', models.CharField(choices=[('independent', 'Independent'), ('dependent', 'Not independent'), ('unknown', 'Not known')], max_length=11)),
                ('reason', models.TextField()),
                ('judged_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Regrouping',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('merge', 'Merged'), ('split', 'Split')], max_length=5)),
                ('claims', models.JSONField()),
                ('reason', models.TextField()),
                ('decided_at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('open', 'Open'), ('decided', 'Decided by one'), ('agreed', 'Two agreed'), ('adjudicated', 'Adjudicated'), ('broken_off', 'Broken off')], default='open', max_length=12)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('query', models.CharField(blank=True, max_length=2000)),
                ('is_shared', models.BooleanField(default=False)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'ordering': ['name', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Skip',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name='statement',
            name='assignee',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='assigned', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statement',
            name='due',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='held_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='held', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='statement',
            name='held_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='language',
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name='statement',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='statement',
            name='needs',
            field=models.CharField(blank=True, choices=[('', 'Nobody'), ('reviewer', 'A reviewer'), ('second', 'A second reviewer'), ('third', 'Adjudication')], default='reviewer', max_length=8),
        ),
        migrations.AddField(
            model_name='statement',
            name='open_contradictions',
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='statement',
            name='priority',
            field=models.PositiveSmallIntegerField(choices=[(1, 'Low'), (2, 'Normal'), (3, 'High'), (4, 'Urgent')], default=2),
        ),
        migrations.AddField(
            model_name='statement',
            name='published_as',
            field=models.CharField(blank=True, choices=[('unassessed', 'Not assessed'), ('single_origin', 'Single origin'), ('corroborated', 'Corroborated'), ('confirmed', 'Confirmed'), ('contested', 'Contested'), ('refuted', 'Refuted'), ('retracted', 'Retracted'), ('unverifiable', 'Unverifiable'), ('not_checkable', 'Not checkable')], max_length=20),
        ),
        migrations.AddField(
            model_name='statement',
            name='rank',
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='statement',
            name='reports',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='statement',
            name='stale_since',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('needs', ''), _negated=True), fields=['rank', 'id'], name='queue_all'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('needs', ''), _negated=True), fields=['needs', 'rank', 'id'], name='queue_by_need'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('needs', ''), _negated=True), fields=['corroboration', 'rank', 'id'], name='queue_by_status'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('needs', ''), _negated=True), fields=['language', 'rank', 'id'], name='queue_by_language'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('assignee__isnull', False)), fields=['assignee', 'rank', 'id'], name='queue_by_assignee'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('stale_since__isnull', False)), fields=['rank', 'id'], name='queue_stale'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('open_contradictions__gt', 0)), fields=['rank', 'id'], name='queue_contradicted'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(condition=models.Q(('held_by__isnull', False)), fields=['held_by'], name='statement_held'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('needs', ''), ('reports', 0)), models.Q(('needs', ''), ('reports__gt', 0), ('stale_since', None), ('work__in', ['settled', 'published'])), models.Q(('needs', 'reviewer'), ('reports__gt', 0), ('stale_since__isnull', False), ('work__in', ['settled', 'published'])), models.Q(('needs', 'reviewer'), ('reports__gt', 0), ('work__in', ['extracted', 'in_review', 'reopened'])), models.Q(('needs', 'second'), ('reports__gt', 0), ('work', 'second_review')), models.Q(('needs', 'third'), ('reports__gt', 0), ('work', 'adjudication')), _connector='OR'), name='statement_needs_follow'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('held_by', None), ('held_until', None)), models.Q(('held_by__isnull', False), ('held_until__isnull', False)), _connector='OR'), name='statement_is_held_for_a_time'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into', None), models.Q(models.Q(('merged_into', models.F('id')), _negated=True), ('reports', 0)), _connector='OR'), name='statement_is_not_merged_into_itself'),
        ),
        migrations.AddField(
            model_name='alarm',
            name='raised_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='alarm',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='alarms', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='attempt',
            name='made_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='attempt',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attempts', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='comment',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='mentioned',
            field=models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='comment',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='contradiction',
            name='closed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='contradiction',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contradictions_as_one', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='contradiction',
            name='opened_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='contradiction',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contradictions_as_other', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='correction',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='correction',
            name='written_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='decision',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='decision',
            name='undoes',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='claims.decision'),
        ),
        migrations.AddField(
            model_name='correction',
            name='decision',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='correction', to='claims.decision'),
        ),
        migrations.AddField(
            model_name='alarm',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='settles', to='claims.decision'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='added_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='evidence',
            name='article',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='claims.article'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='evidence', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='evidence',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='finding',
            name='evidence',
            field=models.ManyToManyField(blank=True, related_name='findings', to='claims.evidence'),
        ),
        migrations.AddField(
            model_name='finding',
            name='reviewer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='grade',
            name='graded_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='grade',
            name='source',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grades', to='claims.source'),
        ),
        migrations.AddField(
            model_name='linkjudgement',
            name='judged_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='linkjudgement',
            name='link',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='judgements', to='claims.attribution'),
        ),
        migrations.AddField(
            model_name='notice',
            name='by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='notice',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='noticechoice',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notice_choices', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='originjudgement',
            name='judged_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='originjudgement',
            name='one',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.source'),
        ),
        migrations.AddField(
            model_name='originjudgement',
            name='other',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='claims.source'),
        ),
        migrations.AddField(
            model_name='originjudgement',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='origin_judgements', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='regrouping',
            name='decided_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='regrouping',
            name='origin',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regroupings_from', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='regrouping',
            name='target',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regroupings_to', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='regrouping',
            name='undone_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='round',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rounds', to='claims.statement'),
        ),
        migrations.AddField(
            model_name='finding',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='claims.round'),
        ),
        migrations.AddField(
            model_name='decision',
            name='round',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='claims.round'),
        ),
        migrations.AddField(
            model_name='savedview',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='skip',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='skip',
            name='statement',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='skips', to='claims.statement'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='comment_has_words'),
        ),
        migrations.AddConstraint(
            model_name='contradiction',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='contradiction_of_two_in_order'),
        ),
        migrations.AddConstraint(
            model_name='contradiction',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('one', 'other', 'kind'), name='contradiction_open_once'),
        ),
        migrations.AddConstraint(
            model_name='contradiction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('closed_by', None)), models.Q(('closed_at__isnull', False), ('closed_by__isnull', False), models.Q(('closed_because', ''), _negated=True)), _connector='OR'), name='contradiction_closed_says_why'),
        ),
        migrations.AddIndex(
            model_name='alarm',
            index=models.Index(fields=['statement', '-id'], name='alarm_of_statement'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'archived'), _negated=True), models.Q(('sha256', ''), _negated=True), _connector='OR'), name='evidence_archived_has_its_hash'),
        ),
        migrations.AddConstraint(
            model_name='evidence',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(('withdrawn_because', ''), _negated=True), _connector='OR'), name='evidence_withdrawn_says_why'),
        ),
        migrations.AddConstraint(
            model_name='grade',
            constraint=models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='grade_has_a_basis'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['person', '-id'], name='notice_newest'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('read_at', None)), fields=['person'], name='notice_unread'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('mailed_at', None), ('wants_mail', True)), fields=['person'], name='notice_to_mail'),
        ),
        migrations.AddConstraint(
            model_name='noticechoice',
            constraint=models.UniqueConstraint(fields=('person', 'kind'), name='notice_chosen_once'),
        ),
        migrations.AddIndex(
            model_name='originjudgement',
            index=models.Index(fields=['statement', 'one', 'other', '-id'], name='origins_newest'),
        ),
        migrations.AddConstraint(
            model_name='originjudgement',
            constraint=models.CheckConstraint(condition=models.Q(('one__lt', models.F('other'))), name='origins_of_two_in_order'),
        ),
        migrations.AddConstraint(
            model_name='originjudgement',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='origins_judged_with_a_reason'),
        ),
        migrations.AddIndex(
            model_name='round',
            index=models.Index(fields=['closed_at'], name='round_by_end'),
        ),
        migrations.AddConstraint(
            model_name='round',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', 'open')), fields=('statement',), name='round_one_at_a_time'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(fields=['reviewer', '-given_at'], name='finding_by_reviewer'),
        ),
        migrations.AddIndex(
            model_name='finding',
            index=models.Index(fields=['-given_at'], name='finding_newest'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('round', 'place'), name='finding_in_its_place'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.UniqueConstraint(fields=('round', 'reviewer'), name='finding_signed_once'),
        ),
        migrations.AddConstraint(
            model_name='finding',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='finding_has_a_reason'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['statement', '-id'], name='decision_of_statement'),
        ),
        migrations.AddIndex(
            model_name='decision',
            index=models.Index(fields=['-decided_at'], name='decision_newest'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('owner', 'name'), name='view_named_once'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='view_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='skip',
            constraint=models.UniqueConstraint(fields=('person', 'statement'), name='skip_once'),
        ),
    ]
