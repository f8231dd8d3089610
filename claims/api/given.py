"""What is posted, and how strictly it is read."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from claims.api.problems import BodyRefused, LengthRequired
from claims.errors import InputRefused, TextRefused
from claims.ingest.articles import TITLE_AT_MOST
from claims.ingest.fields import URL_AT_MOST, parse_address, parse_language
from claims.ingest.outlets import NAME_AT_MOST
from claims.ingest.text import MAX_CHARS, clean


class Words(serializers.CharField):
    """A string and nothing else: a number that became a text would be nobody's words."""

    def to_internal_value(self, data: object) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


@extend_schema_field({"type": "string", "minLength": 1, "maxLength": MAX_CHARS})
class Text(Words):
    """The article's words, checked by the rules of the room that stores them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(trim_whitespace=False, allow_blank=True, **kwargs)
        self.validators: list[object] = []


@extend_schema_field({"type": "string", "pattern": "^([A-Za-z]{2,3})?$"})
class Language(Words):
    """A code, or nothing."""


_MAYBE: dict[str, Any] = {"required": False, "allow_null": True, "allow_blank": True}


class Given(serializers.Serializer):
    """A JSON object with these fields and no others."""

    @classmethod
    def of(cls, request: Request) -> dict[str, Any]:
        """What was posted; what was left out is left out. Raises BodyRefused, LengthRequired."""
        if "Transfer-Encoding" in request.headers and not request.META.get("CONTENT_LENGTH"):
            raise LengthRequired
        given = cls(data=request.data)
        if not given.is_valid():
            raise BodyRefused(given.errors)
        return given.validated_data

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        """A field that does not exist is refused: it was meant to say something."""
        unknown = set(data) - set(self.fields) if isinstance(data, dict) else set()
        if unknown:
            told = serializers.ErrorDetail("There is no such field.", "unknown_field")
            raise serializers.ValidationError({name: [told] for name in sorted(unknown)})
        return super().to_internal_value(data)


class ArticleInput(Given):
    """An article to be stored and taken apart."""

    text = Text(
        help_text="The article's words as they were published: plain text, paragraphs on lines of "
        f"their own, up to {MAX_CHARS:,} characters."
    )
    language = Language(
        **_MAYBE,
        help_text="ISO 639 code; recognised if left out.",
    )
    published = serializers.DateField(
        required=False,
        allow_null=True,
        input_formats=["%Y-%m-%d"],
        help_text="The day of publication; without it words like *yesterday* get no date.",
    )
    url = Words(
        **_MAYBE,
        max_length=URL_AT_MOST,
        help_text="Where it was published. One address is one article.",
    )
    title = Words(**_MAYBE, max_length=TITLE_AT_MOST)
    outlet = Words(
        **_MAYBE,
        max_length=NAME_AT_MOST,
        help_text="Who published it, by name; not needed where the address tells.",
    )

    @classmethod
    def of(cls, request: Request) -> dict[str, Any]:
        """A field that is null was left out."""
        given = super().of(request)
        return {name: value for name, value in given.items() if value is not None}

    def validate_text(self, given: str) -> str:
        return _told_by_ingest(clean, given)

    def validate_language(self, given: str | None) -> str | None:
        return given and _told_by_ingest(parse_language, given)

    def validate_url(self, given: str | None) -> str | None:
        return given and _told_by_ingest(parse_address, given)


def _told_by_ingest(check: Callable[[str], str], given: str) -> str:
    try:
        return check(given)
    except (InputRefused, TextRefused) as refused:
        raise serializers.ValidationError(str(refused), refused.code) from refused
