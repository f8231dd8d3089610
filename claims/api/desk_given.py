"""What is posted to the review desk. Whether it may be done is asked of the services."""

from base64 import b64decode
from typing import Any

from django.contrib.auth.models import User
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.api.given import Given, Words
from claims.api.queries import Id
from claims.ingest.fields import URL_AT_MOST
from claims.models import (
    Attribution,
    Contradiction,
    Evidence,
    Finding,
    Grade,
    OriginJudgement,
    Statement,
)
from claims.review.grounds import TEXT_AT_MOST, TITLE_AT_MOST
from claims.review.locking import REASON_AT_MOST

# More than any statement has; a list without end would be a query without end.
IDS_AT_MOST = 1000
_MAYBE_WORDS: dict[str, Any] = {"required": False, "allow_blank": True}


class WholeId(Id):
    """A number and nothing else, neither "5" nor true; 5.0 is one (JSON knows no other)."""

    def to_internal_value(self, data: object) -> int:
        is_whole = isinstance(data, int) or (isinstance(data, float) and data.is_integer())
        if isinstance(data, bool) or not is_whole:
            self.fail("invalid")
        return super().to_internal_value(data)


class YesOrNo(serializers.BooleanField):
    def to_internal_value(self, data: object) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return bool(data)


class Choice(serializers.ChoiceField):
    """Of strings; a number that reads like one is none of them."""

    def to_internal_value(self, data: object) -> Any:
        if type(data) not in {type(one) for one in self.choices}:
            self.fail("invalid_choice", input=data)
        return super().to_internal_value(data)


class Reason(Words):
    """An empty one comes through: the services tell of it with all else that is missing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=REASON_AT_MOST, allow_blank=True, **kwargs)


class Nothing(Given):
    """What is done says itself in its address."""


class ReasonInput(Given):
    reason = Reason(help_text="Why.")


class FindingInput(Given):
    verdict = Choice(choices=Finding.VERDICTS)
    reason = Reason(help_text="Why.")
    evidence = serializers.ListField(
        child=WholeId(),
        required=False,
        max_length=IDS_AT_MOST,
        help_text="Numbers of archived evidence that it rests on.",
    )
    category = Choice(
        choices=Statement.Category.choices,
        required=False,
        help_text="For not_checkable: why it cannot be checked.",
    )


class GiveBackInput(Given):
    put_off = YesOrNo(
        required=False, default=False, help_text="Do not hand it to me again for some hours."
    )


class AssignmentInput(Given):
    """What is left out stays as it is; null takes it away."""

    assignee = Words(
        required=False, allow_null=True, max_length=150, help_text="What the person signs in with."
    )
    due = serializers.DateField(required=False, allow_null=True, input_formats=["%Y-%m-%d"])
    priority = Choice(choices=Statement.Priority.choices, required=False)

    def validate_assignee(self, given: str | None) -> User | None:
        if given is None:
            return None
        person = User.objects.filter(username=given).first()
        if person is None:
            raise serializers.ValidationError("Nobody signs in with this name.", "does_not_exist")
        return person


class OtherStatement(WholeId):
    def to_internal_value(self, data: object) -> int:
        pk = super().to_internal_value(data)
        if not Statement.objects.beyond_proposals().filter(pk=pk).exists():
            raise serializers.ValidationError(
                "There is no statement with this number.", "does_not_exist"
            )
        return pk


class MergeInput(Given):
    other = OtherStatement(help_text="The statement whose claims come to this one.")
    reason = Reason(help_text="Why they say the same.")


class SplitInput(Given):
    claims = serializers.ListField(
        child=WholeId(),
        max_length=IDS_AT_MOST,
        help_text="Numbers of the claims that leave for a statement of their own.",
    )
    reason = Reason(help_text="Why they do not say the same.")


class CorrectionInput(Given):
    text = Reason(help_text="What those are told who saw what was published.")


class ContradictionInput(Given):
    other = OtherStatement(help_text="The statement that cannot be so as well.")
    kind = Choice(choices=Contradiction.Kind.choices)
    note = Words(**_MAYBE_WORDS, max_length=TEXT_AT_MOST)


@extend_schema_field(
    {
        "type": "string",
        "pattern": "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
        "minLength": 4,
    }
)
class Base64(Words):
    """Bytes as text; ``EvidenceInput`` reads them."""


class EvidenceInput(Given):
    kind = Choice(
        choices=[
            (one.value, one.label)
            for one in (Evidence.Kind.PAGE, Evidence.Kind.FILE, Evidence.Kind.NOTE)
        ],
        help_text="What a file is (an image, a PDF ...) is read from its bytes.",
    )
    content = Base64(required=False, help_text="The bytes of a file, in Base64.")
    stance = Choice(choices=Evidence.Stance.choices)
    nature = Choice(choices=Evidence.Nature.choices, required=False)
    title = Words(**_MAYBE_WORDS, max_length=TITLE_AT_MOST)
    address = Words(**_MAYBE_WORDS, max_length=URL_AT_MOST, help_text="Of a page.")
    note = Words(**_MAYBE_WORDS, max_length=TEXT_AT_MOST)
    assessment = Words(
        **_MAYBE_WORDS,
        max_length=TEXT_AT_MOST,
        help_text="What you make of it; primary evidence counts only with this.",
    )

    def validate_content(self, given: str) -> bytes:
        try:
            return b64decode(given, validate=True)
        except ValueError as error:
            raise serializers.ValidationError("This is not Base64.", "not_base64") from error


class AttemptInput(Given):
    looked_for = Words(max_length=TEXT_AT_MOST, allow_blank=True)
    looked_in = Words(max_length=TEXT_AT_MOST, allow_blank=True)
    looked_on = serializers.DateField(
        required=False, input_formats=["%Y-%m-%d"], help_text="Today if left out."
    )
    found = YesOrNo()
    result = Words(**_MAYBE_WORDS, max_length=TEXT_AT_MOST)


class OriginsInput(Given):
    one = WholeId(help_text="The number of a source that is an origin of the statement.")
    other = WholeId(help_text="Another one, perhaps of a statement that contradicts it.")
    verdict = Choice(choices=OriginJudgement.Verdict.choices)
    reason = Reason(help_text="Why.")


class LinkJudgementInput(Given):
    status = Choice(choices=Attribution.Status.choices)
    reason = Reason(required=False, help_text="Needed for what speaks against it.")


class GradeInput(Given):
    letter = Choice(choices=Grade.Letter.choices)
    basis = Reason(help_text="What it rests on.")
    since = serializers.DateField(
        required=False, input_formats=["%Y-%m-%d"], help_text="Today if left out."
    )


class CommentInput(Given):
    text = Words(max_length=TEXT_AT_MOST, allow_blank=True, help_text="@name tells that person.")
