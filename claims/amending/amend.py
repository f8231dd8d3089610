"""Setting claims right: one transaction, with its amendment and its entry on the record.

What a person sets, a newer engine leaves as it is. Doors check who may.
"""

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from claims import record, standing
from claims.amending.chains import copy_chain, set_chain, sources_of
from claims.amending.noted import Deed, Was, note, unsettled
from claims.amending.places import begins_a_word
from claims.amending.rows import Extras, new_claim, next_number, set_aside, set_row
from claims.amending.values import ClaimValue, value_of
from claims.errors import AmendedMeanwhile, AmendmentRefused
from claims.extraction.types import Span
from claims.models import Amendment, ArticleVersion, Claim, Source

# Characters between two claims that may be joined: they are neighbours.
JOINED_WITHIN = 300
# What a reviewer's finding is about; kind and cue are how it is put.
_FOUND_ABOUT = {"content", "modality", "chain"}
Action = Amendment.Action


def amend(
    *, claim: Claim, value: ClaimValue, by: User, reason: str = "", seen: ClaimValue | None = None
) -> Amendment:
    """Set a claim right. ``seen`` is what it was when the person looked at it.

    Raises AmendmentRefused; AmendedMeanwhile where it is something else by now.
    """
    deed = Deed(Action.CHANGED, by, reason)
    with _once(), transaction.atomic():
        after = value.checked(claim.version.text)
        sources = sources_of(claim.version, after.chain, claim)
        locked = _locked(claim, seen)
        before, was = _value(locked), Was.of(locked)
        changes = after.changes(before)
        if not changes:
            raise AmendmentRefused(_("Nothing is different from how it stands."))
        extras = Extras.of(locked).within(after.content, before.content)
        set_row(locked, after, extras, by)
        entries = set_chain(locked, after.chain, sources, by)
        made, entry = note(locked, deed, was, changes)
        is_other = not _FOUND_ABOUT.isdisjoint(changes)
        record.write(entry, *entries, *unsettled([locked], by, is_other=is_other))
    return made


def split(
    *, claim: Claim, at: int, by: User, reason: str = "", seen: ClaimValue | None = None
) -> Amendment:
    """Make two claims of one; the second begins at ``at``, an offset of the text.

    The second has the same source, and a statement of its own. Raises AmendmentRefused;
    AmendedMeanwhile where the claim is something else than ``seen`` by now.
    """
    deed = Deed(Action.SPLIT, by, reason)
    with _once(), transaction.atomic():
        locked = _locked(claim, seen)
        text, before, was = locked.version.text, _value(locked), Was.of(locked)
        if not locked.start < at < locked.end:
            raise AmendmentRefused(_("Mark where the second claim begins, inside the claim."))
        if not begins_a_word(text, at):
            raise AmendmentRefused(_("The second claim has to begin with a whole word."))
        first = before.on(Span(locked.start, at)).checked(text)
        second = before.on(Span(at, locked.end)).checked(text)
        extras = Extras.of(locked)
        set_row(locked, first, extras.within(first.content, before.content), by)
        other = new_claim(locked.version, second, next_number(locked.version), by)
        set_row(other, second, extras.within(second.content, before.content), by)
        copy_chain(locked, other)
        made, entry = note(locked, deed, was, ["content"], other)
        added = Deed(Action.ADDED, by, reason)
        _made, told = note(other, added, Was(held=was.held), [], locked)
        record.write(entry, told, *unsettled([locked], by, is_other=True))
    return made


def join(
    *,
    claim: Claim,
    other: Claim,
    by: User,
    reason: str = "",
    seen: Mapping[int, ClaimValue] | None = None,
) -> Amendment:
    """Make one claim of two neighbours: the first takes in the second, which is set aside.

    Raises AmendmentRefused; AmendedMeanwhile where one is something else than ``seen`` by now.
    """
    deed, saw = Deed(Action.JOINED, by, reason), seen or {}
    with _once(), transaction.atomic():
        ids = Claim.objects.filter(pk__in=[claim.pk, other.pk])
        standing.locked_standing(lambda: ids.values_list("statement", flat=True))
        both = [_locked(one, saw.get(one.pk)) for one in (claim, other)]
        first, second = sorted(both, key=lambda one: (one.start, one.pk))
        _refuse_strangers(first, second)
        was, gone = Was.of(first), Was.of(second)
        after = _value(first).on(Span(first.start, max(first.end, second.end)))
        because = deed.reason or _("Joined with claim %(number)d.") % {"number": first.number}
        aside = set_aside(second, by, because)
        set_row(first, after, Extras.of(first).with_those_of(Extras.of(second)), by)
        held = Was(was.stand, was.held | gone.held)
        made, entry = note(first, deed, held, ["content"], second)
        record.write(entry, aside, *unsettled([first, second], by, is_other=True))
    return made


def add(*, version: ArticleVersion, value: ClaimValue, by: User, reason: str = "") -> Amendment:
    """Mark a claim that the engine missed. Raises AmendmentRefused."""
    deed = Deed(Action.ADDED, by, reason)
    with _once(), transaction.atomic():
        checked = value.checked(version.text)
        sources = sources_of(version, checked.chain)
        ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
        claim = new_claim(version, checked, next_number(version), by)
        set_chain(claim, checked.chain, sources, by)
        made, entry = note(claim, deed, Was(), [])
        record.write(entry)
    return made


# Claims of one text cannot stand on the same words, nor have one number: by its name, or by its
# columns on SQLite.
_ONCE = ("claim_once_per_span", "claims_claim.end", "claim_numbered_once", "claims_claim.number")


class _once:  # noqa: N801 - reads as a word of the with statement
    """Two claims cannot stand on the same words, nor two have one number."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, IntegrityError) and any(name in str(error) for name in _ONCE):
            raise AmendmentRefused(
                _("Another claim stands on exactly these words already, or came at this moment.")
            ) from error


def _locked(claim: Claim, seen: ClaimValue | None) -> Claim:
    locked = standing.locked_claim(claim.pk)
    if locked.state != Claim.State.CURRENT:
        raise AmendmentRefused(_("This claim no longer stands; there is nothing to set right."))
    if seen is not None and seen != _value(locked):
        raise AmendedMeanwhile(
            _(
                "Somebody changed this claim after you opened it. What you wrote is still "
                "here: compare it with the claim as it stands, then save again."
            )
        )
    return locked


def _value(claim: Claim) -> ClaimValue:
    return value_of(claim, claim.links.order_by("position"))


def _refuse_strangers(first: Claim, second: Claim) -> None:
    if first.pk == second.pk or first.version_id != second.version_id:
        raise AmendmentRefused(_("Choose another claim of the same text."))
    if second.start - first.end > JOINED_WITHIN:
        raise AmendmentRefused(_("These two claims are too far apart to be one."))
    if _sources(first) != _sources(second):
        raise AmendmentRefused(
            _(
                "These two claims have different sources, and one claim has one: set the source of "
                "one of them right first."
            )
        )


def _sources(claim: Claim) -> list[int]:
    """Who stands in its chain, after merges."""
    ids = list(claim.links.order_by("position").values_list("source", flat=True))
    standing_for = Source.objects.standing_for(ids)
    return [standing_for[pk].pk for pk in ids]
