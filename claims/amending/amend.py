"""Setting claims right: one transaction, with its amendment and its entry on the record.

What a person sets, a newer engine leaves as it is. Doors check who may.
"""

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.amending.chains import Sources, copy_chain, set_chain, sources_of
from claims.amending.values import ClaimValue, value_of
from claims.errors import AmendmentRefused
from claims.extraction import ENGINE
from claims.extraction.types import Span
from claims.models import (
    Alarm,
    Amendment,
    ArticleVersion,
    Claim,
    ClaimDecision,
    Statement,
    TextCheck,
)
from claims.models.claim import ANCHORED
from claims.sources.entries import sources_of_claims

# Characters between two claims that may be joined: they are neighbours.
JOINED_WITHIN = 300
_SET = (*ANCHORED, "kind", "modality", "cue_start", "cue_end", "parts", "touched_by", "touched_at")
Action = Amendment.Action


def amend(
    *, claim: Claim, value: ClaimValue, by: User, reason: str = "", seen: ClaimValue | None = None
) -> Amendment:
    """Set a claim right. ``seen`` is what it was when the person looked at it.

    Raises AmendmentRefused.
    """
    with _once(), transaction.atomic():
        after = value.checked(claim.version.text)
        sources = sources_of(claim.version, after.chain, claim)
        locked = _locked(claim)
        before = value_of(locked, locked.links.all())
        if seen is not None and seen != before:
            raise AmendmentRefused(
                _(
                    "Somebody changed this claim after you opened it. What you wrote is still "
                    "here: compare it with the claim as it stands, then save again."
                )
            )
        changes = after.changes(before)
        if not changes:
            raise AmendmentRefused(_("Nothing is different from how it stands."))
        held = _held(locked)
        entries = _set(locked, after, sources, by)
        made = _note(locked, Action.CHANGED, by, reason, changes, before, after)
        record.write(_entry(made, held), *entries, *_stale(locked, by))
    return made


def split(*, claim: Claim, at: int, by: User, reason: str = "") -> Amendment:
    """Make two claims of one; the second begins at ``at``, an offset of the text.

    The second has the same source, and a statement of its own. Raises AmendmentRefused.
    """
    with _once(), transaction.atomic():
        locked = _locked(claim)
        text, before = locked.version.text, value_of(locked, locked.links.all())
        if not locked.start < at < locked.end:
            raise AmendmentRefused(_("Mark where the second claim begins, inside the claim."))
        parts = (Span(locked.start, at), Span(at, locked.end))
        first, second = (_with(before, part).checked(text) for part in parts)
        number = _next_number(locked.version)
        entries = _set(locked, first, {}, by)
        other = _new(locked.version, second, number, by)
        copy_chain(locked, other)
        made = _note(locked, Action.SPLIT, by, reason, ["content"], before, first, other)
        added = _note(other, Action.ADDED, by, reason, [], None, second, locked)
        held = _held(locked)
        record.write(_entry(made, held), _entry(added, held), *entries, *_stale(locked, by))
    return made


def join(*, claim: Claim, other: Claim, by: User, reason: str = "") -> Amendment:
    """Make one claim of two neighbours: the first takes in the second, which is set aside.

    Raises AmendmentRefused.
    """
    with _once(), transaction.atomic():
        ids = Claim.objects.filter(pk__in=[claim.pk, other.pk])
        standing.locked_standing(lambda: ids.values_list("statement", flat=True))
        first, second = sorted((_locked(claim), _locked(other)), key=lambda one: one.start)
        _refuse_strangers(first, second)
        held = _held(first) | _held(second)
        before = value_of(first, first.links.all())
        after = _with(before, Span(first.start, max(first.end, second.end)))
        second.state = Claim.State.DISMISSED
        second.touched_by, second.touched_at = by, timezone.now()
        second.save(update_fields=["state", "touched_by", "touched_at"])
        because = reason.strip() or _("Joined with claim %(number)d.") % {"number": first.number}
        ClaimDecision.objects.create(
            claim=second, action=ClaimDecision.Action.DISMISSED, reason=because, decided_by=by
        )
        standing.recount([second.statement_id])
        entries = [*_set(first, after, {}, by), _set_aside(second, by, because)]
        made = _note(first, Action.JOINED, by, reason, ["content"], before, after, second)
        record.write(_entry(made, held), *entries, *_stale(first, by), *_stale(second, by))
    return made


def add(*, version: ArticleVersion, value: ClaimValue, by: User, reason: str = "") -> Amendment:
    """Mark a claim that the engine missed. Raises AmendmentRefused."""
    with _once(), transaction.atomic():
        checked = value.checked(version.text)
        sources = sources_of(version, checked.chain)
        ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
        made_claim = _new(version, checked, _next_number(version), by)
        set_chain(made_claim, checked.chain, sources, by)
        made = _note(made_claim, Action.ADDED, by, reason, [], None, checked)
        record.write(_entry(made, set()))
    return made


@transaction.atomic
def check_text(*, version: ArticleVersion, by: User) -> TextCheck:
    """Say that the whole text was gone through: its claims are right and none is missing."""
    made = TextCheck.objects.create(version=version, engine=ENGINE, checked_by=by)
    entry = record.Entry(
        action="text.checked",
        subject=("text", version.pk),
        after={"engine": ENGINE, "article": version.article_id},
        by=by,
    )
    record.write(entry)
    return made


class _once:  # noqa: N801 - reads as a word of the with statement
    """Two claims cannot stand on the same words, nor two have one number."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, IntegrityError):
            raise AmendmentRefused(
                _("Another claim stands on exactly these words already, or came at this moment.")
            ) from error


def _locked(claim: Claim) -> Claim:
    locked = standing.locked_claim(claim.pk)
    if locked.state != Claim.State.CURRENT:
        raise AmendmentRefused(_("This claim no longer stands; there is nothing to set right."))
    return locked


def _refuse_strangers(first: Claim, second: Claim) -> None:
    if first.pk == second.pk or first.version_id != second.version_id:
        raise AmendmentRefused(_("Choose another claim of the same text."))
    if second.start - first.end > JOINED_WITHIN:
        raise AmendmentRefused(_("These two claims are too far apart to be one."))


def _with(value: ClaimValue, content: Span) -> ClaimValue:
    return ClaimValue(content, value.kind, value.modality, value.cue, value.chain)


def _next_number(version: ArticleVersion) -> int:
    return (version.claims.aggregate(last=Max("number"))["last"] or 0) + 1


def _set(claim: Claim, value: ClaimValue, sources: Sources, by: User) -> list[record.Entry]:
    """Bring the row and its chain to the value; gives the entries for links on record."""
    claim.anchor(claim.version.text, value.content.start, value.content.end)
    claim.kind, claim.modality = value.kind, value.modality
    claim.cue_start, claim.cue_end = (value.cue.start, value.cue.end) if value.cue else (None, None)
    claim.parts = [part for part in claim.parts if claim.start <= part[0] and part[1] <= claim.end]
    claim.touched_by, claim.touched_at = by, timezone.now()
    claim.save(update_fields=_SET)
    return set_chain(claim, value.chain, sources, by)


def _new(version: ArticleVersion, value: ClaimValue, number: int, by: User) -> Claim:
    """A claim that a person marked, with a statement of its own; not yet with its chain."""
    statement = Statement(language=version.article.language)
    statement.rank = standing.rank_of(statement, timezone.now())
    statement.save()
    claim = Claim(
        version=version,
        statement=statement,
        number=number,
        kind=value.kind,
        modality=value.modality,
        cue_start=value.cue.start if value.cue else None,
        cue_end=value.cue.end if value.cue else None,
        found_by=Claim.FoundBy.PERSON,
        touched_by=by,
        touched_at=timezone.now(),
    )
    claim.anchor(version.text, value.content.start, value.content.end)
    claim.save()
    standing.recount([statement.pk])
    return claim


def _note(
    claim: Claim,
    action: str,
    by: User,
    reason: str,
    changes: list[str],
    before: ClaimValue | None,
    after: ClaimValue,
    other: Claim | None = None,
) -> Amendment:
    return Amendment.objects.create(
        claim=claim,
        action=action,
        changes=changes,
        before=before.told() if before else None,
        after=after.told(),
        other=other,
        reason=reason.strip(),
        amended_by=by,
    )


def _held(claim: Claim) -> set[int]:
    """The sources that stand or ever stood in its chain: asked before the chain is set."""
    return sources_of_claims([claim.pk])[claim.pk]


def _entry(made: Amendment, held: set[int]) -> record.Entry:
    after = {"changes": made.changes, "value": made.after}
    after["held"] = sorted(held.union(made.claim.links.values_list("source", flat=True)))
    if made.other_id is not None:
        after["other"] = made.other_id
    return record.Entry(
        action=f"claim.{made.action}",
        subject=("claim", made.claim_id),
        before={"value": made.before} if made.before else None,
        after=after,
        reason=made.reason,
        by=made.amended_by,
        statement=made.claim.statement_id,
    )


def _set_aside(claim: Claim, by: User, reason: str) -> record.Entry:
    return record.Entry(
        action="claim.dismissed",
        subject=("claim", claim.pk),
        before={"state": Claim.State.CURRENT},
        after={"state": Claim.State.DISMISSED},
        reason=reason,
        by=by,
        statement=claim.statement_id,
    )


def _stale(claim: Claim, by: User) -> list[record.Entry]:
    """A decision about other words, or about another source's words, is to be looked at again."""
    rests = standing.Rests(Alarm.Cause.AMENDED, {"claim": claim.pk})
    return standing.flag([claim.statement_id], rests, by)
