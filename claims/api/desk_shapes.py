"""The shapes of the review desk's replies, for the schema alone."""

from rest_framework import serializers as s

from claims.api.shapes import ClaimOutput, Link, SourceBrief, links
from claims.corroboration import Because
from claims.corroboration import Relation as RelationOfOrigins
from claims.models import (
    Alarm,
    Attribution,
    Contradiction,
    Evidence,
    Finding,
    Grade,
    OriginJudgement,
    Regrouping,
    Round,
    Statement,
)


class Person(s.Serializer):
    id = s.IntegerField()
    username = s.CharField(help_text="What they sign in with.")
    name = s.CharField()


class Keyed(s.Serializer):
    key = s.CharField()
    label = s.CharField()


class Requirement(s.Serializer):
    key = s.CharField()
    told = s.CharField()


class Rule(s.Serializer):
    after = s.ChoiceField(Statement.Corroboration.choices)
    before = s.ListField(child=s.ChoiceField(Statement.Corroboration.choices))
    requires = Requirement(many=True, help_text="Besides a reason, which everything requires.")
    signatures = s.IntegerField(help_text="Of so many people.")
    one_confirms = s.BooleanField(help_text="Whether one of them must be allowed to confirm.")


class WorkStep(s.Serializer):
    step = s.CharField()
    before = s.ListField(child=s.ChoiceField(Statement.Work.choices))
    after = s.ChoiceField(Statement.Work.choices)


class Workflow(s.Serializer):
    """What may follow what, what it requires, and whose signatures it takes."""

    statuses = Keyed(many=True)
    verdicts = Keyed(many=True, help_text="What a finding may say: a status, or no claim.")
    categories = Keyed(many=True, help_text="Why something cannot be checked.")
    rules = Rule(many=True, help_text="What is not listed is refused.")
    work = Keyed(many=True)
    steps = WorkStep(many=True)


class FirstClaim(s.Serializer):
    id = s.IntegerField()
    quote = s.CharField()


class StatementBrief(s.Serializer):
    id = s.IntegerField()
    version = s.IntegerField()
    status = s.ChoiceField(Statement.Corroboration.choices)
    work = s.ChoiceField(Statement.Work.choices)
    needs = s.ChoiceField(
        [one for one in Statement.Needs.choices if one[0]],
        allow_null=True,
        help_text="Whom it waits for; null: nobody.",
    )
    priority = s.ChoiceField(Statement.Priority.choices)
    due = s.DateField(allow_null=True)
    assignee = Person(allow_null=True)
    held_by = Person(allow_null=True, help_text="Who has it in hand now.")
    held_until = s.DateTimeField(allow_null=True)
    stale_since = s.DateTimeField(
        allow_null=True, help_text="Since when something that its status rests on has changed."
    )
    published_as = s.ChoiceField(Statement.Corroboration.choices, allow_null=True)
    language = s.CharField(allow_null=True, help_text="Of its first claim's article.")
    report_count = s.IntegerField()
    open_contradictions = s.IntegerField()
    created_at = s.DateTimeField()
    first_claim = FirstClaim(allow_null=True)
    links = links("StatementBrief", "self", "history", sometimes=("merged_into",))


class JudgedLink(Link):
    id = s.IntegerField()
    status = s.ChoiceField(Attribution.Status.choices, help_text="Did that source say it?")
    links = links("JudgedLink", "judge")


class ClaimOfStatement(ClaimOutput):
    attribution = JudgedLink(many=True)


class Report(s.Serializer):
    claim = ClaimOfStatement()
    origin = s.IntegerField(
        allow_null=True,
        help_text="The source that it counts for; null where there is none, or it is protected.",
    )
    counted = s.BooleanField(help_text="Whether anybody stands behind it.")
    archived = s.BooleanField(help_text="Whether its article is archived as evidence.")


class Counts(s.Serializer):
    """The numbers as the record keeps them."""

    reports = s.IntegerField()
    supporting = s.IntegerField()
    archived = s.IntegerField()
    origins = s.IntegerField()
    independent = s.IntegerField(help_text="So many origins are independent of each other.")


class Origin(s.Serializer):
    source = SourceBrief()
    unnamed = s.BooleanField()
    articles = s.ListField(child=s.IntegerField())


class Pair(s.Serializer):
    one = s.IntegerField(allow_null=True, help_text="A source; null where it is protected.")
    other = s.IntegerField(allow_null=True)
    relation = s.ChoiceField([one.value for one in RelationOfOrigins])
    because = s.ChoiceField([one.value for one in Because], help_text="The rule it follows from.")


class OriginJudgementOutput(s.Serializer):
    id = s.IntegerField()
    one = s.IntegerField(help_text="A source.")
    other = s.IntegerField()
    verdict = s.ChoiceField(OriginJudgement.Verdict.choices)
    reason = s.CharField()
    judged_by = Person()
    judged_at = s.DateTimeField()


class IndependenceOutput(s.Serializer):
    told = Counts()
    origins = Origin(many=True)
    pairs = Pair(many=True)
    judgements = OriginJudgementOutput(many=True, help_text="Newest first; the newest counts.")


class Turn(s.Serializer):
    """Whether you may sign now."""

    place = s.ChoiceField(Finding.Place.choices, allow_null=True)
    why = s.CharField(allow_null=True, help_text="Why you may not, in a sentence.")


class Offer(s.Serializer):
    verdict = s.ChoiceField(Finding.VERDICTS)
    label = s.CharField()
    signatures = s.IntegerField()
    one_confirms = s.BooleanField()
    missing = s.ListField(child=s.CharField(), help_text="A sentence for each thing.")


class AlarmOutput(s.Serializer):
    """Why it is stale."""

    cause = s.ChoiceField(Alarm.Cause.choices)
    detail = s.DictField(help_text="Numbers of what changed.")
    raised_by = Person(allow_null=True)
    raised_at = s.DateTimeField()


class ContradictionOutput(s.Serializer):
    id = s.IntegerField()
    kind = s.ChoiceField(Contradiction.Kind.choices)
    note = s.CharField(allow_null=True)
    statements = s.ListField(child=s.IntegerField(), min_length=2, max_length=2)
    independent = s.BooleanField(
        allow_null=True,
        help_text="Whether an origin of the other side is independent; null where it is closed or "
        "was not weighed.",
    )
    opened_by = Person()
    opened_at = s.DateTimeField()
    closed_by = Person(allow_null=True)
    closed_at = s.DateTimeField(allow_null=True)
    closed_because = s.CharField(allow_null=True)
    links = links("Contradiction", "one", "other", sometimes=("close",))


class EvidenceOutput(s.Serializer):
    id = s.IntegerField()
    statement = s.IntegerField()
    kind = s.ChoiceField(Evidence.Kind.choices)
    stance = s.ChoiceField(Evidence.Stance.choices)
    nature = s.ChoiceField(Evidence.Nature.choices)
    title = s.CharField()
    address = s.URLField(allow_null=True)
    note = s.CharField(allow_null=True)
    assessment = s.CharField(allow_null=True)
    article = s.IntegerField(allow_null=True, help_text="The report that it is the copy of.")
    state = s.ChoiceField(Evidence.State.choices)
    problem = s.CharField(allow_null=True, help_text="Why it could not be archived.")
    sha256 = s.CharField(allow_null=True)
    size = s.IntegerField(allow_null=True)
    media_type = s.CharField(allow_null=True)
    final_address = s.CharField(allow_null=True)
    fetched_at = s.DateTimeField(allow_null=True)
    added_by = Person()
    added_at = s.DateTimeField()
    withdrawn_by = Person(allow_null=True)
    withdrawn_at = s.DateTimeField(allow_null=True)
    withdrawn_because = s.CharField(allow_null=True)
    links = links("Evidence", sometimes=("withdraw",))


class AttemptOutput(s.Serializer):
    id = s.IntegerField()
    looked_for = s.CharField()
    looked_in = s.CharField()
    looked_on = s.DateField()
    found = s.BooleanField()
    result = s.CharField(allow_null=True)
    made_by = Person()
    made_at = s.DateTimeField()


class CommentOutput(s.Serializer):
    id = s.IntegerField()
    author = Person()
    text = s.CharField()
    written_at = s.DateTimeField()


class CorrectionOutput(s.Serializer):
    id = s.IntegerField()
    decision = s.IntegerField(allow_null=True)
    # None of a correction that a decision made: it says what changed, in "decisions".
    text = s.CharField(allow_null=True)
    written_by = Person()
    written_at = s.DateTimeField()


class RegroupingOutput(s.Serializer):
    id = s.IntegerField()
    kind = s.ChoiceField(Regrouping.Kind.choices)
    origin = s.IntegerField()
    target = s.IntegerField()
    claims = s.ListField(child=s.IntegerField())
    reason = s.CharField()
    decided_by = Person()
    decided_at = s.DateTimeField()
    undone_by = Person(allow_null=True)
    undone_at = s.DateTimeField(allow_null=True)
    links = links("Regrouping", "origin", "target", sometimes=("undo",))


class DecisionOutput(s.Serializer):
    id = s.IntegerField()
    round = s.IntegerField(allow_null=True)
    undoes = s.IntegerField(allow_null=True, help_text="The decision that this one takes back.")
    before = s.ChoiceField(Statement.Corroboration.choices)
    after = s.ChoiceField(Finding.VERDICTS)
    category = s.ChoiceField(Statement.Category.choices, allow_null=True)
    reason = s.CharField()
    decided_by = Person()
    decided_at = s.DateTimeField()
    independence = Counts()
    version = s.IntegerField(help_text="Of the statement, after it.")
    links = links("Decision", sometimes=("undo",))


class FindingOutput(s.Serializer):
    id = s.IntegerField()
    place = s.ChoiceField(Finding.Place.choices)
    reviewer = Person()
    verdict = s.ChoiceField(Finding.VERDICTS)
    category = s.ChoiceField(Statement.Category.choices, allow_null=True)
    reason = s.CharField()
    evidence = s.ListField(child=s.IntegerField())
    independence = Counts()
    given_at = s.DateTimeField()


class RoundOutput(s.Serializer):
    id = s.IntegerField()
    outcome = s.ChoiceField(Round.Outcome.choices)
    opened_at = s.DateTimeField()
    closed_at = s.DateTimeField(allow_null=True)
    findings = FindingOutput(
        many=True,
        help_text="While a second one is to come, only your own: the second is found blind.",
    )


class StatementOutput(StatementBrief):
    suggested_digit = s.IntegerField(
        allow_null=True, help_text="1 to 6 of the Admiralty code, suggested by the status."
    )
    reports = Report(many=True, help_text="In the order of their publication.")
    independence = IndependenceOutput()
    turn = Turn()
    offers = Offer(many=True, help_text="With all the evidence that there is.")
    alarms = AlarmOutput(many=True)
    contradictions = ContradictionOutput(many=True)
    evidence = EvidenceOutput(many=True)
    attempts = AttemptOutput(many=True)
    comments = CommentOutput(many=True)
    corrections = CorrectionOutput(many=True)
    regroupings = RegroupingOutput(many=True)
    decisions = DecisionOutput(many=True, help_text="Newest first.")
    rounds = RoundOutput(many=True, help_text="Newest first.")


class GradeOutput(s.Serializer):
    id = s.IntegerField()
    source = s.IntegerField()
    letter = s.ChoiceField(Grade.Letter.choices)
    since = s.DateField()
    basis = s.CharField()
    graded_by = Person()
    graded_at = s.DateTimeField()


class LinkJudgementOutput(s.Serializer):
    id = s.IntegerField()
    link = s.IntegerField()
    status = s.ChoiceField(Attribution.Status.choices)
    reason = s.CharField(allow_null=True)
    judged_by = Person()
    judged_at = s.DateTimeField()
