"""Protecting sources: who sees who it is. The only way to change that.

Each change is one transaction with a row that is never changed. All entries of a merge are
protected alike: what one of them is called leads to the others.
"""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from claims import record
from claims.errors import SourceDecisionRefused
from claims.models import Outlet, Source, SourceAccess, SourceDecision

Action = SourceDecision.Action


@transaction.atomic
def protect(*, source: Source, by: User, people: Iterable[User], reason: str) -> SourceDecision:
    """Hide who a source is from everybody but these people and whoever protects it.

    Raises SourceDecisionRefused.
    """
    circle = _circle(source)
    if circle[0].is_protected:
        raise SourceDecisionRefused(_("This source is protected already; name people for it."))
    refuse_outlets(circle)
    named = {by.pk: by, **{person.pk: person for person in people}}
    for person in named.values():
        _check_active(person)
    _protect_all(circle, is_protected=True)
    for person in named.values():
        _let_see(circle, person, by)
    return _record(circle, Action.PROTECTED, by, _needed(reason), people=sorted(named))


@transaction.atomic
def unprotect(*, source: Source, by: User, reason: str) -> SourceDecision:
    """Let everybody see again who a source is, with all that was decided about it.

    Raises SourceDecisionRefused.
    """
    circle = _protected(source, by)
    SourceAccess.objects.filter(source__in=circle).delete()
    _protect_all(circle, is_protected=False)
    return _record(circle, Action.UNPROTECTED, by, _needed(reason))


@transaction.atomic
def grant(*, source: Source, by: User, person: User, reason: str = "") -> SourceDecision:
    """Name one more person who sees who a source is. Raises SourceDecisionRefused."""
    circle = _protected(source, by)
    _check_active(person)
    if person.pk in named_for(circle[0]):
        raise SourceDecisionRefused(_("%(name)s is named already.") % _name(person))
    _let_see(circle, person, by)
    return _record(circle, Action.GRANTED, by, reason, person=person.pk)


@transaction.atomic
def revoke(*, source: Source, by: User, person: User, reason: str = "") -> SourceDecision:
    """Take a person from those who see who a source is; one whose account is open stays.

    Raises SourceDecisionRefused.
    """
    circle = _protected(source, by)
    named = named_for(circle[0])
    if person.pk not in named:
        raise SourceDecisionRefused(_("%(name)s is not named for this source.") % _name(person))
    if not User.objects.filter(pk__in=named - {person.pk}, is_active=True).exists():
        raise SourceDecisionRefused(
            _(
                "Nobody else could see who this source is; name somebody first, or end the "
                "protection."
            )
        )
    SourceAccess.objects.filter(source__in=circle, user=person).delete()
    return _record(circle, Action.REVOKED, by, reason, person=person.pk)


def named_for(source: Source) -> set[int]:
    """Ids of the people who see who a protected source is. One query."""
    return set(SourceAccess.objects.filter(source=source).values_list("user", flat=True))


def refuse_unlike(one: Source, other: Source) -> None:
    """Only entries that the same people see may become one. Raises SourceDecisionRefused."""
    if not one.is_protected and not other.is_protected:
        return
    if one.is_protected != other.is_protected or named_for(one) != named_for(other):
        raise SourceDecisionRefused(
            _(
                "A protected source can be merged only with one that is protected too, for the "
                "same people: protect both, and name the same people for both."
            )
        )


def refuse_outlets(circle: Iterable[Source]) -> None:
    """What publishes cannot hide. Raises SourceDecisionRefused."""
    rows = list(circle)
    is_outlet = any(row.kind == Source.Kind.OUTLET for row in rows)
    if is_outlet or Outlet.objects.filter(source__in=rows).exists():
        raise SourceDecisionRefused(
            _("An outlet cannot be protected: its articles and their addresses bear its name.")
        )


def _circle(source: Source) -> list[Source]:
    """The source with all that was merged into it, locked; itself first.

    Raises SourceDecisionRefused for one that was merged: what it stands for now is protected.
    """
    rows = Source.objects.select_for_update(of=("self",))
    locked = rows.get(pk=source.pk)
    if locked.merged_into_id is not None:
        raise SourceDecisionRefused(
            _("This entry was merged; open the source that it stands for now.")
        )
    list(rows.filter(pk__in=locked.effective_ids()).order_by("pk"))
    # Asked again under the locks: a merge may have been undone while they were waited for.
    merged = rows.filter(pk__in=locked.effective_ids()).exclude(pk=locked.pk)
    return [locked, *merged.order_by("pk")]


def _protected(source: Source, by: User) -> list[Source]:
    """The circle of a protected source, for somebody who is named for it."""
    circle = _circle(source)
    if not circle[0].is_protected:
        raise SourceDecisionRefused(_("This source is not protected."))
    if by.pk not in named_for(circle[0]):
        raise SourceDecisionRefused(
            _("Only those named for a protected source change who sees it.")
        )
    return circle


def _protect_all(circle: list[Source], *, is_protected: bool) -> None:
    Source.objects.filter(pk__in=[row.pk for row in circle]).update(is_protected=is_protected)


def _let_see(circle: list[Source], person: User, by: User) -> None:
    SourceAccess.objects.bulk_create(
        SourceAccess(source=row, user=person, granted_by=by) for row in circle
    )


def _check_active(person: User) -> None:
    if not person.is_active:
        raise SourceDecisionRefused(
            _("The account of %(name)s is closed; choose somebody whose account is open.")
            % _name(person)
        )


def _name(person: User) -> dict[str, str]:
    return {"name": person.get_full_name() or person.get_username()}


def _needed(reason: str) -> str:
    if not reason.strip():
        raise SourceDecisionRefused(
            _("Write down why; who sees a source is not changed without a reason.")
        )
    return reason


def _record(
    circle: list[Source], action: str, by: User, reason: str, **detail: object
) -> SourceDecision:
    made = SourceDecision.objects.create(
        source=circle[0], action=action, detail=detail, reason=reason.strip(), decided_by=by
    )
    record.write(
        record.Entry(
            action=f"source.{action}",
            subject=("source", circle[0].pk),
            after={"is_protected": action != Action.UNPROTECTED, **detail},
            reason=reason.strip(),
            by=by,
        )
    )
    return made
