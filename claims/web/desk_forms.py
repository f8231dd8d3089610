"""The forms of what people do about a statement, beside deciding."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models import Attribution, Contradiction, Grade, OriginJudgement, Statement
from claims.review.permissions import may_review
from claims.review.signing import name_of


class DeskForm(forms.Form):
    """What is missing or wrong is mostly told by the service, in its own sentence."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect):
                continue
            field.widget.attrs.setdefault("class", "input")
            if isinstance(field.widget, forms.Textarea | forms.TextInput):
                field.widget.attrs.setdefault("dir", "auto")


def _words(label: Any, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **more)


def _seen() -> forms.CharField:
    """What the person saw when the page was made."""
    return forms.CharField(required=False, widget=forms.HiddenInput)


def _choice(form: forms.Form, name: str) -> forms.ChoiceField:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    return field


class ReasonForm(DeskForm):
    reason = _words(_("Reason"), error_messages={"required": _("Say why.")})


class MaybeReasonForm(DeskForm):
    reason = _words(_("Reason"), 2, required=False)


class CheckForm(DeskForm):
    seen = _seen()


class SplitForm(DeskForm):
    begins = _words(
        _("The second claim begins with"),
        2,
        error_messages={"required": _("Copy the words with which the second claim begins.")},
        help_text=_("A few words, copied from the claim above."),
        max_length=2000,
    )
    reason = _words(_("Reason"), 2, required=False)
    seen = _seen()


class JoinForm(DeskForm):
    neighbour = forms.ChoiceField(
        label=_("With which"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose with which one."),
            "invalid_choice": _("Choose another claim of the same text."),
        },
    )
    reason = _words(_("Reason"), 2, required=False)
    seen = _seen()

    def offer(self, choices: list[tuple[str, str]]) -> None:
        """The neighbours that there are."""
        _choice(self, "neighbour").choices = choices
        if len(choices) == 1:
            self.initial["neighbour"] = choices[0][0]


class AttemptForm(DeskForm):
    looked_for = _words(
        _("What was looked for"),
        2,
        error_messages={"required": _("Say what was looked for.")},
        help_text=_("The recording in full, a second witness, the minutes of the meeting …"),
    )
    looked_in = _words(
        _("Where"),
        2,
        error_messages={"required": _("Say where it was looked for.")},
        help_text=_("An archive, a channel, whom was asked and how."),
    )
    looked_on = forms.DateField(
        label=_("When"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as in 2026-11-24.")},
    )
    found = forms.BooleanField(label=_("It was found"), required=False)
    result = _words(_("What came of it"), 3, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["looked_on"].initial = timezone.localdate()


class ContradictionForm(DeskForm):
    kind = forms.ChoiceField(
        label=_("In what they contradict each other"),
        choices=Contradiction.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose in what they contradict each other.")},
    )
    note = _words(_("Note"), 2, required=False)


class OriginsForm(DeskForm):
    verdict = forms.ChoiceField(
        label=_("Are they independent of each other?"),
        choices=OriginJudgement.Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they are independent.")},
    )
    reason = _words(_("Reason"), error_messages={"required": _("Say why.")})


class LinkForm(DeskForm):
    status = forms.ChoiceField(
        label=_("What is known of it"),
        choices=Attribution.Status.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is known of it.")},
    )
    reason = _words(_("Reason"), 3, required=False)


class GradeForm(DeskForm):
    letter = forms.ChoiceField(
        label=_("Reliability"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a letter from A to F.")},
    )
    since = forms.DateField(
        label=_("Since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as in 2026-11-24.")},
    )
    basis = _words(
        _("Basis"),
        error_messages={"required": _("Say what the grade rests on.")},
        help_text=_("What it said and what became of that; others’ findings; how it knows."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = timezone.localdate()
        _choice(self, "letter").choices = [
            (value, f"{value} · {label}") for value, label in Grade.Letter.choices
        ]


class AssignForm(DeskForm):
    to = forms.ChoiceField(label=_("Whose it is"), required=False)
    due = forms.DateField(
        label=_("Due on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Write the day as in 2026-11-24.")},
    )
    priority = forms.TypedChoiceField(
        label=_("Priority"), choices=Statement.Priority.choices, coerce=int
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = User.objects.filter(is_active=True).prefetch_related("groups")
        self._offer(person for person in people.order_by("username") if may_review(person))

    def offer_only(self, person: User) -> None:
        """For whoever does not assign work to others."""
        self._offer([person])
        self.fields["to"].error_messages |= {"invalid_choice": _("A lead assigns work to others.")}

    def _offer(self, people: Iterable[User]) -> None:
        named = ((str(person.pk), name_of(person)) for person in people)
        _choice(self, "to").choices = [("", _("Nobody")), *named]


class CorrectionForm(DeskForm):
    text = _words(
        _("Correction"),
        error_messages={"required": _("Write the correction.")},
        help_text=_("What was said before, what is known now. Partners read this."),
    )
