"""What findings rest on: evidence that is kept, and attempts to find some."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims import record, standing
from claims.errors import FetchRefused, InputRefused, ReviewRefused
from claims.ingest.fields import parse_address
from claims.models import Alarm, Article, Attempt, Evidence, Statement
from claims.outbound import check_address
from claims.review.facts import reported_in
from claims.review.locking import check_reviews, locked, plain, reason_of

TITLE_AT_MOST = 300
TEXT_AT_MOST = 20_000


@transaction.atomic
def add(
    *,
    statement_id: int,
    by: User,
    kind: str,
    stance: str,
    title: str = "",
    nature: str = Evidence.Nature.REPORT,
    address: str = "",
    note: str = "",
    assessment: str = "",
    article: Article | None = None,
) -> Evidence:
    """Put evidence on record. Its bytes come afterwards (``archived``, ``refuse``).

    Of a report of the statement, whose archived copy it is, ``article`` is the article. Raises
    ReviewRefused.
    """
    check_reviews(by)
    row = locked(statement_id)
    for value, choices, told in (
        (kind, Evidence.Kind, _("Choose what kind of evidence it is.")),
        (stance, Evidence.Stance, _("Choose whether it supports, refutes or gives context.")),
        (nature, Evidence.Nature, _("Choose what the evidence is.")),
    ):
        if value not in choices.values:
            raise ReviewRefused(told)
    where = _address(kind, address)
    words = words_of(note)
    if kind == Evidence.Kind.NOTE and not words:
        raise ReviewRefused(_("Write the note."))
    if kind == Evidence.Kind.NOTE and (nature != Evidence.Nature.REPORT or article is not None):
        raise ReviewRefused(_("A note is nobody’s document: add the page or the file itself."))
    if article is not None and article.pk not in reported_in(row):
        raise ReviewRefused(_("Choose one of the reports of this statement."))
    name = " ".join(plain(title).split())[:TITLE_AT_MOST]
    made = Evidence.objects.create(
        statement=row,
        kind=kind,
        stance=stance,
        nature=nature,
        title=name or where or words[:80] or _("Without a title"),
        address=where,
        note=words,
        assessment=words_of(assessment),
        article=article,
        added_by=by,
    )
    record.write(
        _entry(
            "evidence.added",
            made,
            by,
            after={
                "kind": made.kind,
                "stance": made.stance,
                "nature": made.nature,
                "title": made.title,
                "address": made.address,
                "note": made.note,
                "assessment": made.assessment,
                "article": made.article_id,
                "state": made.state,
            },
        )
    )
    return made


def _address(kind: str, given: str) -> str:
    if kind == Evidence.Kind.PAGE and not given.strip():
        raise ReviewRefused(_("Give the address of the page."))
    try:
        if kind == Evidence.Kind.PAGE:
            check_address(given)
        return parse_address(given)
    except (InputRefused, FetchRefused) as refused:
        raise ReviewRefused(str(refused)) from refused


def words_of(given: str) -> str:
    """A note, perhaps empty. Raises ReviewRefused where it is endless."""
    words = plain(given)
    if len(words) > TEXT_AT_MOST:
        raise ReviewRefused(
            _("A note may have up to %(most)d characters; this one has %(count)d.")
            % {"most": TEXT_AT_MOST, "count": len(words)}
        )
    return words


@transaction.atomic
def archived(*, evidence_id: int, by: User | None = None, **got: object) -> Evidence:
    """The bytes are kept: ``got`` names columns of Evidence that tell of them, sha256 at least.

    ``by`` is whoever sent them in; nobody where a program fetched them.

    From here on nothing about it changes but its being withdrawn.
    """
    row = Evidence.objects.select_for_update(of=("self",), no_key=True).get(pk=evidence_id)
    if row.state in (Evidence.State.ARCHIVED, Evidence.State.WITHDRAWN):
        raise ReviewRefused(_("This evidence is archived already."))
    before = row.state
    for name, value in got.items():
        setattr(row, name, value)
    row.state, row.problem = Evidence.State.ARCHIVED, ""
    row.save()
    after: dict[str, object] = {
        "state": row.state,
        "sha256": row.sha256,
        "size": row.size,
        "media_type": row.media_type,
        "warc_sha256": row.warc_sha256,
        "final_address": row.final_address,
        "fetched_at": row.fetched_at.isoformat() if row.fetched_at else None,
    }
    record.write(_entry("evidence.archived", row, by, before={"state": before}, after=after))
    return row


@transaction.atomic
def refuse(*, evidence_id: int, problem: str) -> None:
    """It could not be archived; the sentence says why. It may be tried again."""
    row = Evidence.objects.select_for_update(of=("self",), no_key=True).get(pk=evidence_id)
    if row.state not in (Evidence.State.WAITING, Evidence.State.REFUSED):
        return
    before, row.state, row.problem = row.state, Evidence.State.REFUSED, problem
    row.save(update_fields=["state", "problem"])
    after: dict[str, object] = {"state": row.state, "problem": problem}
    record.write(_entry("evidence.refused", row, None, before={"state": before}, after=after))


@transaction.atomic
def try_again(*, evidence_id: int, by: User, address: str | None = None) -> Evidence:
    """Let evidence that could not be archived be fetched again, perhaps from elsewhere."""
    row = Evidence.objects.select_for_update(of=("self",), no_key=True).get(pk=evidence_id)
    if row.state != Evidence.State.REFUSED:
        raise ReviewRefused(_("Only what could not be archived is tried again."))
    check_reviews(by)
    before = {"state": row.state, "address": row.address}
    row.state, row.problem = Evidence.State.WAITING, ""
    if address is not None:
        row.address = _address(row.kind, address)
    row.save(update_fields=["state", "problem", "address"])
    after: dict[str, object] = {"state": row.state, "address": row.address}
    record.write(_entry("evidence.tried_again", row, by, before=before, after=after))
    return row


@transaction.atomic
def withdraw(*, evidence_id: int, by: User, reason: str) -> Evidence:
    """It no longer counts. The bytes stay, and whoever decided on it is told."""
    check_reviews(by)
    seen = Evidence.objects.get(pk=evidence_id)
    standing.locked_standing(lambda: _resting_on(seen))
    row = Evidence.objects.select_for_update(of=("self",), no_key=True).get(pk=evidence_id)
    because = reason_of(reason)
    if row.state == Evidence.State.WITHDRAWN:
        raise ReviewRefused(_("It was withdrawn already."))
    before, row.state = row.state, Evidence.State.WITHDRAWN
    row.withdrawn_by, row.withdrawn_at, row.withdrawn_because = by, timezone.now(), because
    row.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawn_because"])
    rests = standing.Rests(Alarm.Cause.EVIDENCE, {"evidence": row.pk})
    entry = _entry(
        "evidence.withdrawn",
        row,
        by,
        before={"state": before},
        after={"state": row.state},
        reason=because,
    )
    record.write(entry, *standing.flag(_resting_on(row), rests, by))
    return row


def _resting_on(row: Evidence) -> set[int]:
    """Its own statement, and those whose report it is the copy of."""
    found = {row.statement_id}
    if row.article_id is not None:
        claims = Statement.objects.filter(claims__version__article=row.article_id)
        found |= set(claims.values_list("pk", flat=True))
    return found


@transaction.atomic
def attempt(
    *,
    statement_id: int,
    by: User,
    looked_for: str,
    looked_in: str,
    looked_on: date | None = None,
    found: bool = False,
    result: str = "",
) -> Attempt:
    """Record what was looked for, where and when, and whether it was found.

    Raises ReviewRefused.
    """
    check_reviews(by)
    row = locked(statement_id)
    told = []
    if not plain(looked_for):
        told.append(_("Say what was looked for."))
    if not plain(looked_in):
        told.append(_("Say where it was looked for."))
    day = looked_on or timezone.localdate()
    if day > timezone.localdate():
        told.append(_("The day of an attempt is not in the future."))
    if told:
        raise ReviewRefused(*told)
    made = Attempt.objects.create(
        statement=row,
        looked_for=words_of(looked_for),
        looked_in=words_of(looked_in),
        looked_on=day,
        found=found,
        result=words_of(result),
        made_by=by,
    )
    record.write(
        record.Entry(
            action="attempt.recorded",
            subject=("attempt", made.pk),
            after={
                "looked_for": made.looked_for,
                "looked_in": made.looked_in,
                "looked_on": made.looked_on.isoformat(),
                "found": made.found,
                "result": made.result,
            },
            by=by,
            statement=row.pk,
        )
    )
    return made


def _entry(
    action: str,
    row: Evidence,
    by: User | None,
    *,
    before: record.writing.Fields | None = None,
    after: record.writing.Fields | None = None,
    reason: str = "",
) -> record.Entry:
    return record.Entry(
        action=action,
        subject=("evidence", row.pk),
        before=before,
        after=after,
        reason=reason,
        by=by,
        statement=row.statement_id,
    )
