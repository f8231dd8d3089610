"""The form that adds an article. What it refuses it says at the field, and keeps what was typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.errors import FactlogError, InputRefused, TextRefused
from claims.ingest.articles import TITLE_AT_MOST
from claims.ingest.fields import parse_address, parse_language, parse_published
from claims.ingest.outlets import NAME_AT_MOST
from claims.ingest.text import MAX_CHARS, clean, decode
from claims.models import Source
from claims.sources.seeing import seen
from claims.web.claim_filter import LANGUAGES
from claims.web.head import language_name
from claims.web.names import Name, shown
from claims.web.uploads import FILE_AT_MOST

OTHER = "other"  # in "language": the code stands in "language_code"
OUTLETS_OFFERED = 500


class Told(forms.Field):
    """A field that ``read`` makes sense of; what it refuses (FactlogError) is said at the field."""

    widget = forms.TextInput

    def __init__(self, read: Callable[[str], Any], **options: Any) -> None:
        super().__init__(required=False, **options)
        self.read = read

    def clean(self, value: str | None) -> Any:
        try:
            return self.read(value or "")
        except FactlogError as refused:
            raise ValidationError(str(refused)) from refused


def _title(given: str) -> str:
    return _one_line(
        given,
        TITLE_AT_MOST,
        nul=_("The title holds NUL characters; write it anew."),
        long=_("The title has %(chars)d characters; %(most)d are kept at most."),
    )


def _outlet(given: str) -> str:
    return _one_line(
        given,
        NAME_AT_MOST,
        nul=_("The outlet’s name holds NUL characters; write it anew."),
        long=_("The outlet’s name has %(chars)d characters; %(most)d are kept at most."),
    )


def _one_line(given: str, most: int, *, nul: str, long: str) -> str:
    line = " ".join(given.split())
    if "\0" in line:
        raise InputRefused(nul)
    if len(line) > most:
        raise InputRefused(long % {"chars": len(line), "most": most})
    return line


def _languages() -> list[tuple[str, str]]:
    known = [(code, language_name(code)) for code in LANGUAGES]
    return [("", _("Recognise it")), *known, (OTHER, _("Another language"))]


def _attributes(**more: str) -> dict[str, str]:
    return {"class": "input", "autocomplete": "off", **more}


class AddForm(forms.Form):
    """``cleaned_data`` holds what ``store`` takes, with the outlet as a name.

    ``data`` must be a copy that may be changed: the text of a file that could be read goes to the
    text field, so that it needs no second upload when another field is refused.
    """

    text = forms.Field(
        label=gettext_lazy("Text"),
        required=False,
        widget=forms.Textarea(attrs=_attributes(dir="auto", rows="12")),
        help_text=gettext_lazy("The words of the article, as they were published."),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a text file"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"class": "input", "accept": ".txt,text/plain"}),
        help_text=gettext_lazy("A .txt file in UTF-8, UTF-16 or windows-1256."),
        error_messages={"invalid": gettext_lazy("Choose the file once more.")},
    )
    outlet = Told(
        _outlet,
        label=gettext_lazy("Outlet"),
        widget=forms.TextInput(attrs=_attributes(dir="auto", list="outlets")),
        help_text=gettext_lazy("One of those offered, or a new name. The address may tell it too."),
    )
    published = Told(
        parse_published,
        label=gettext_lazy("Date of publication"),
        widget=forms.TextInput(attrs=_attributes(dir="ltr")),
        help_text=gettext_lazy("As 2026-11-24 or 24/11/2026. “Yesterday” is counted from it."),
    )
    url = Told(
        parse_address,
        label=gettext_lazy("Address"),
        widget=forms.TextInput(attrs=_attributes(dir="ltr", inputmode="url")),
        help_text=gettext_lazy("Where it was published. One address is one article."),
    )
    title = Told(
        _title,
        label=gettext_lazy("Title"),
        widget=forms.TextInput(attrs=_attributes(dir="auto")),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        required=False,
        choices=_languages,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": gettext_lazy("Choose a language of the list.")},
    )
    language_code = Told(
        parse_language,
        label=gettext_lazy("Code of the other language"),
        widget=forms.TextInput(attrs=_attributes(dir="ltr")),
        help_text=gettext_lazy("Two or three letters, as fa, ku or uk."),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = self.cleaned_data
        self._read_text(told.get("text") or "", told.get("file"))
        if told.get("language") == OTHER and "language_code" in told:
            told["language"] = told["language_code"]
            if not told["language"]:
                self.add_error("language_code", _("Write the code of the language, as fa or ku."))
        elif told.get("language") != OTHER:
            self.errors.pop("language_code", None)  # the field is not asked for
        return told

    def _read_text(self, typed: str, file: UploadedFile | None) -> None:
        try:
            text = clean(_of_file(file) if file else typed)
            if file and typed.strip() and clean(typed) != text:
                raise TextRefused(
                    _(
                        "There is a pasted text and a file with another one. Empty the text to "
                        "take the file, or add the pasted text alone; the file is not taken."
                    )
                )
        except TextRefused as refused:
            self.add_error("file" if file else "text", str(refused))
            return
        self.cleaned_data["text"] = text
        if file:
            self.data["text"] = text  # type: ignore[index] # a copy, see the class


def _of_file(file: UploadedFile) -> str:
    if (file.size or 0) > FILE_AT_MOST:
        raise TextRefused(
            _("The file has %(size)s kB; a text of up to %(most)s characters is never so large.")
            % {"size": f"{(file.size or 0) // 1000:,}", "most": f"{MAX_CHARS:,}"}
        )
    return decode(file.read())


def offered_outlets() -> list[Name]:
    """The outlets of the registry under their names in the reader's language. Two queries."""
    known: QuerySet[Source] = seen(
        Source.objects.standing().filter(kind=Source.Kind.OUTLET, article=None)
    )
    return sorted(shown(known[:OUTLETS_OFFERED]).values(), key=str)
