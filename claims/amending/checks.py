"""Texts that a person went through: what stood there when they said that it is right.

A check keeps its claims as they stood, beside what the engine had said of each, so that what comes
later, from an engine or from people, is not taken for checked.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from claims import record
from claims.amending.values import first_stand, stand
from claims.errors import AmendmentRefused
from claims.extraction import ENGINE
from claims.models import Amendment, ArticleVersion, Attribution, Claim, TextCheck

Json = dict[str, Any]


@transaction.atomic
def check_text(*, version: ArticleVersion, by: User, seen: str | None = None) -> TextCheck:
    """Say that the whole text was gone through: its claims are right and none is missing.

    ``seen`` is the ``token`` of the claims that the person saw. Raises AmendmentRefused.
    """
    ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    claims = _snapshot(version)
    if seen is not None and seen != token_of(claims):
        raise AmendmentRefused(
            _("The claims of this text have changed since you saw them: look at them again.")
        )
    return _record(version, by, TextCheck.Action.CHECKED, claims=claims)


@transaction.atomic
def take_back(*, version: ArticleVersion, by: User, reason: str = "") -> TextCheck:
    """Say that a check was a mistake. Raises AmendmentRefused."""
    ArticleVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    if standing_check(version) is None:
        raise AmendmentRefused(_("Nobody has said of this text that it is checked."))
    return _record(version, by, TextCheck.Action.TAKEN_BACK, reason=reason.strip())


def standing_check(version: ArticleVersion) -> TextCheck | None:
    """The newest check, unless it was taken back."""
    newest = TextCheck.objects.filter(version=version).select_related("checked_by").last()
    return newest if newest and newest.action == TextCheck.Action.CHECKED else None


def token(claims: Iterable[Claim], links: Mapping[int, Sequence[Attribution]]) -> str:
    """What stands for the current claims of a text as somebody sees them. Nothing follows from it:
    sources may be protected."""
    return _token([claim.pk, stand(claim, links[claim.pk])] for claim in claims)


def token_of(snapshot: Iterable[Json]) -> str:
    """The same for the claims that a check keeps."""
    return _token([one["claim"], one["stands"]] for one in snapshot if one["stands"])


def _token(rows: Iterable[list[object]]) -> str:
    told = json.dumps(sorted(rows, key=lambda row: str(row[0])), sort_keys=True)
    return salted_hmac("claims.checked", told, algorithm="sha256").hexdigest()


def _record(version: ArticleVersion, by: User, action: str, **kept: Any) -> TextCheck:
    engine = version.engine or ENGINE
    made = TextCheck.objects.create(
        version=version, engine=engine, action=action, checked_by=by, **kept
    )
    entry = record.Entry(
        action=f"text.{action}",
        subject=("text", version.pk),
        after={"engine": engine, "article": version.article_id, "claims": len(made.claims)},
        reason=made.reason,
        by=by,
    )
    record.write(entry)
    return made


def _snapshot(version: ArticleVersion) -> list[Json]:
    """Every claim that stands, or that people found to be none, with what the engine said of it.

    A claim that went into another is told by that one alone. Five queries.
    """
    claims = list(
        version.claims.beyond_proposals()
        .exclude(state=Claim.State.WITHDRAWN)
        .defer("search_text")
        .prefetch_related("links")
        .order_by("start", "-end", "number")
    )
    amended = Amendment.objects.filter(claim__version=version)
    said: dict[int, Json] = {}
    for row in amended.filter(before__isnull=False).order_by("-pk"):
        said[row.claim_id] = row.before or {}
    joined = set(amended.filter(action=Amendment.Action.JOINED).values_list("other", flat=True))
    untold = [claim for claim in claims if claim.pk not in said]
    said |= first_stand(untold)
    return [
        _told(claim, said[claim.pk])
        for claim in claims
        if claim.state == Claim.State.CURRENT or claim.pk not in joined
    ]


def _told(claim: Claim, said: Json) -> Json:
    is_current = claim.state == Claim.State.CURRENT
    return {
        "claim": claim.pk,
        "construction": claim.construction,
        "said": said if claim.is_of_engine else None,
        "stands": stand(claim, claim.links.all()) if is_current else None,
    }
