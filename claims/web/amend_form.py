"""The form in which a claim is set right: words, which are looked up in the text.

Every place in the text is a field of words and a hidden place near which they stand. Without
JavaScript words are typed or copied; with it (amend.js) they are marked in the text.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.amending.places import find
from claims.amending.values import LINKS_AT_MOST, ClaimValue, LinkValue
from claims.extraction.types import Span
from claims.models import Claim

# A field for one link more than there are, so that one can be added without JavaScript.
_SPARE = 1
# Characters of what is marked; a field takes twice what stands in it, if that is more.
CONTENT_AT_MOST, WORDS_AT_MOST = 20_000, 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """One field that marks words: as the template and amend.js take it."""

    field: forms.BoundField
    at: forms.BoundField
    role: str  # what the words are: content, cue, mention, full
    name: str  # of what they are, for whoever does not see where the field stands
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class LinkFields:
    """The fields of one link of the chain."""

    number: int
    mention: Place
    full: Place
    anonymous: forms.BoundField
    is_fixed: bool


class AmendForm(forms.Form):
    """Of one claim in its text; ``value`` holds what it gives once it is valid."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Claim.Kind.choices)
    modality = forms.ChoiceField(label=gettext_lazy("Modality"), choices=Claim.Modality.choices)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "input", "dir": "auto"}),
        help_text=gettext_lazy("If it is not plain to see."),
    )
    as_seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any,
        *,
        text: str,
        language: str,
        value: ClaimValue | None,
        is_new: bool = False,
        fixed: Collection[int] = (),
    ) -> None:
        """``fixed`` are the links, by their place, that this person cannot change."""
        super().__init__(data)
        self.text, self.language, self.given, self.fixed = text, language, value, fixed
        self.value: ClaimValue | None = None
        chain = value.chain if value else ()
        asked = sum(f"link{n}_full" in (data or {}) for n in range(LINKS_AT_MOST))
        self.count = min(max(len(chain) + _SPARE, 2, asked), LINKS_AT_MOST)
        self._mark(
            "content", gettext_lazy("Words of the claim"), value.content if value else None, rows=4
        )
        hint = gettext_lazy("The word that carries the saying; empty where there is none.")
        self._mark("cue", gettext_lazy("Cue"), value.cue if value else None, hint=hint)
        for number in range(self.count):
            link = chain[number] if number < len(chain) else None
            full = link.full if link and link.full != link.mention else None
            mention = gettext_lazy("Words that name it here")
            self._mark(f"link{number}_mention", mention, link.mention if link else None)
            self._mark(f"link{number}_full", gettext_lazy("Full name, elsewhere in the text"), full)
            self.fields[f"link{number}_anonymous"] = forms.BooleanField(
                label=gettext_lazy("Unnamed"),
                required=False,
                initial=bool(link and link.anonymous),
            )
            for part in ("mention", "full", "anonymous") if number in fixed else ():
                self.fields[f"link{number}_{part}"].disabled = True
        for name in ("kind", "modality"):
            self.fields[name].widget.attrs["class"] = "input"
        kind, modality = Claim.Kind.INDIRECT, Claim.Modality.ASSERTED
        self.initial.update(kind=kind, modality=modality)
        if value is not None:
            self.initial.update(kind=value.kind, modality=value.modality)
        if value is not None and not is_new:
            self.initial["as_seen"] = json.dumps(value.told())

    def _mark(
        self, name: str, label: Any, span: Span | None, rows: int = 1, hint: Any = ""
    ) -> None:
        attrs = {"rows": rows, "class": "input", "dir": "auto", "lang": self.language}
        most = CONTENT_AT_MOST if name == "content" else WORDS_AT_MOST
        if span:
            most = max(most, 2 * (span.end - span.start))
        self.fields[name] = forms.CharField(
            label=label,
            required=False,
            max_length=most,
            help_text=hint,
            widget=forms.Textarea(attrs=attrs),
        )
        self.fields[f"{name}_at"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if span:
            self.initial.update({name: span.of(self.text), f"{name}_at": span.start})

    # ── What the template takes ─────────────────────────────────────────────────────────────────
    def place(self, name: str) -> Place:
        field, at = self[name], self[f"{name}_at"]
        span = self._span(field.value() or "", at.value())
        link, _of, role = name.rpartition("_")
        called = str(field.label)
        if link:
            number = int(link.removeprefix("link")) + 1
            called = _("%(field)s, link %(number)d") % {"field": called, "number": number}
        start, end = (span.start, span.end) if span else (None, None)
        return Place(field, at, role, called, start, end)

    @property
    def content_place(self) -> Place:
        return self.place("content")

    @property
    def cue_place(self) -> Place:
        return self.place("cue")

    def links(self) -> Iterator[LinkFields]:
        for number in range(self.count):
            yield LinkFields(
                number + 1,
                self.place(f"link{number}_mention"),
                self.place(f"link{number}_full"),
                self[f"link{number}_anonymous"],
                number in self.fixed,
            )

    # ── What it gives ───────────────────────────────────────────────────────────────────────────
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        content, cue = self._found("content"), self._found("cue")
        if content is None and "content" not in self.errors:
            self.add_error("content", _("Mark the words of the claim, or copy them from the text."))
        chain = [link for number in range(self.count) if (link := self._link(number)) is not None]
        if not self.errors and content is not None:
            kind, modality = cleaned["kind"], cleaned["modality"]
            self.value = ClaimValue(content, kind, modality, cue, tuple(chain))
        return cleaned

    def see(self, value: ClaimValue) -> None:
        """Go on from what the claim is by now: what was written stays."""
        self.data = {**dict(self.data.items()), "as_seen": json.dumps(value.told())}

    def seen(self) -> ClaimValue | None:
        """What the claim was when the form was made; None if that was not sent."""
        try:
            return ClaimValue.read(json.loads(self.cleaned_data["as_seen"]))
        except (ValueError, KeyError, TypeError):
            return None

    def _link(self, number: int) -> LinkValue | None:
        if self.given and number in self.fixed:
            return self.given.chain[number]
        mention, full = self._found(f"link{number}_mention"), self._found(f"link{number}_full")
        whole = full or mention
        if whole is None:
            return None
        anonymous = bool(self.cleaned_data.get(f"link{number}_anonymous"))
        return LinkValue(mention, whole, anonymous)

    def _found(self, name: str) -> Span | None:
        words = self.cleaned_data.get(name) or ""
        span = self._span(words, self.cleaned_data.get(f"{name}_at"))
        if words.strip() and span is None:
            self.add_error(
                name, _("These words do not stand in the text like this: mark or copy them.")
            )
        return span

    def _span(self, words: str, near: Any) -> Span | None:
        return find(self.text, words, self._near(near))

    def _near(self, told: Any) -> int:
        """Where words are looked for first: where they were marked, else about the claim's own
        (amend.js does the same)."""
        given = self.given.content.start if self.given else 0
        for one in (told, self["content_at"].value()):
            try:
                return int(one)
            except (TypeError, ValueError):
                continue
        return given
