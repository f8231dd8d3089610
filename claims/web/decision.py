"""All that stands on the page where a statement is decided, worded."""

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims.corroboration import Relation, Report
from claims.models import (
    Attempt,
    Attribution,
    Claim,
    Comment,
    Contradiction,
    Decision,
    Evidence,
    Finding,
    Regrouping,
    Source,
    Statement,
)
from claims.review import workflow
from claims.review.comments import in_parts
from claims.review.facts import Against, Stand, contradictions_of, stand_of
from claims.review.lifecycle import why_not_undo
from claims.review.reliability import suggested_digit
from claims.review.signing import Turn, turn_of
from claims.web.desk import first_claims
from claims.web.differences import marked
from claims.web.history import lines_of
from claims.web.listing import address
from claims.web.names import Name, shown
from claims.web.origins_graph import graph_of, pair_rows

# Of the text around a claim, in characters: to the paragraph's ends where they are nearer.
BEFORE, AFTER = 280, 200
NAMES_SHOWN = 30
REPORTS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class ReportView:
    """One claim of the statement as it is listed."""

    claim: Claim
    article_address: str
    outlet: Name | None
    via: tuple[Name, ...]
    quote: SafeString
    language: str
    published: str
    is_archived: bool
    # Where its archived copy is evidence, perhaps of another statement.
    copy_address: str
    # Why it stands for no origin; "" where it does.
    uncounted: str
    is_of_reader: bool
    evidence_address: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """One step of the chain; without ``link_id`` it is not for the reader to judge."""

    link_id: int | None
    name: Name
    status: str


@dataclass(frozen=True, slots=True)
class AgainstView:
    """One open contradiction, the two quotes side by side."""

    contradiction: Contradiction
    kind: str
    other_address: str
    ours: SafeString
    theirs: SafeString
    our_language: str
    their_language: str
    their_outlet: str
    is_independent: bool
    # What stands behind the ? of the page where two origins are judged, one of each side.
    judge: str


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a claim, from its paragraph."""

    before: str
    quote: str
    after: str
    language: str


def page_of(statement: Statement, person: User) -> dict[str, object]:
    """The values of the page. About thirty queries, whatever the number of reports."""
    stand = stand_of(statement)
    turn = turn_of(statement, person)
    names = shown(_sources(stand))
    lead = stand.standing.reports[0] if stand.standing.reports else None
    independence = stand.standing.independence
    return {
        "statement": statement,
        "stand": stand,
        "facts": stand.facts,
        "turn": turn,
        "lead": lead.claim if lead else first_claims([statement.pk]).get(statement.pk),
        "context": _context(lead.claim) if lead else None,
        "chain": _chain(lead, stand, names) if lead else (),
        "lead_outlet": names.get(lead.outlet) if lead and lead.outlet else None,
        "reports": _reports(stand, names, statement),
        "numbers": _numbers(stand),
        "against": [_against(one, stand, names) for one in stand.against],
        "closed": contradictions_of(stand.group)
        .exclude(closed_at=None)
        .select_related("closed_by"),
        "graph": graph_of(stand.standing, names),
        "pairs": pair_rows(stand.standing, names),
        "origins": [names[origin.source] for origin in independence.origins],
        "evidence": stand.evidence,
        "usable": [one for one in stand.evidence if one.is_archived],
        "attempts": Attempt.objects.filter(statement__in=stand.group).select_related("made_by"),
        "comments": [
            (one, in_parts(one.text))
            for one in Comment.objects.filter(statement__in=stand.group).select_related("author")
        ],
        "regroupings": _regroupings(stand.group),
        "offers": _offers(stand, turn),
        "findings": turn.findings if len(turn.findings) > 1 else (),
        "alarms": statement.alarms.filter(settled_by=None),
        "corrections": statement.corrections.select_related("decision"),
        "history": lines_of(statement, person),
        "digit": suggested_digit(statement),
        "names": _names(),
        "undo": _undo(statement, person),
        "mine_waits": _mine_waits(statement, turn, person),
        "is_held": statement.held_by_id == person.pk
        and statement.held_until is not None
        and statement.held_until > timezone.now(),
        "categories": Statement.Category.choices,
    }


def _names() -> list[str]:
    """Who can be named in a comment, as far as a line holds them. One query."""
    working = User.objects.filter(is_active=True, groups__isnull=False).distinct()
    return list(working.order_by("username").values_list("username", flat=True)[:NAMES_SHOWN])


def _sources(stand: Stand) -> list[Source]:
    """Every source that the page names, each once."""
    found = {source.pk: source for source in stand.standing.sources.values()}
    wanted = {
        origin.source for against in stand.against for origin in against.independence.origins
    } - found.keys()
    found |= Source.objects.in_bulk(wanted)
    return list(found.values())


def _context(claim: Claim) -> Context:
    """The loaded claim has no text: one query for that of its version."""
    version = type(claim.version).objects.only("text").get(pk=claim.version_id)
    text = version.text
    before = text[max(0, claim.start - BEFORE) : claim.start].rpartition("\n")[2]
    after = text[claim.end : claim.end + AFTER].partition("\n")[0]
    if len(before) == BEFORE:  # cut within a word perhaps
        before = f"… {before.partition(' ')[2]}"
    if len(after) == AFTER:
        after = f"{after.rpartition(' ')[0]} …"
    return Context(before, claim.quote, after, claim.version.article.language)


def _chain(lead: Report, stand: Stand, names: dict[int, Name]) -> tuple[LinkView, ...]:
    links = sorted(lead.claim.links.all(), key=lambda link: link.position)
    named = [(link, names[stand.standing.sources[link.source_id].pk]) for link in links]
    return tuple(
        LinkView(None if name.is_hidden else link.pk, name, str(link.get_status_display()))
        for link, name in named
    )


def _reports(stand: Stand, names: dict[int, Name], statement: Statement) -> list[ReportView]:
    reports = stand.standing.reports
    lead = reports[0].claim if reports else None
    shown_ones = reports[:REPORTS_SHOWN]
    articles = {report.claim.version.article_id for report in shown_ones}
    copies = Evidence.objects.filter(article__in=articles, state=Evidence.State.ARCHIVED)
    first = dict(copies.order_by("-pk").values_list("article", "pk"))
    return [_report(report, lead, names, statement, first) for report in shown_ones if lead]


def _report(
    report: Report,
    lead: Claim,
    names: dict[int, Name],
    statement: Statement,
    copies: dict[int, int],
) -> ReportView:
    claim, article = report.claim, report.claim.version.article
    same_language = article.language == lead.version.article.language
    is_lead = claim.pk == lead.pk or not same_language
    ends = report.origin if report.origin != report.outlet else None
    via = [names[pk] for pk in (*report.relayers, ends) if pk is not None and pk in names]
    return ReportView(
        claim=claim,
        article_address=reverse("claim", args=[claim.pk]),
        outlet=names.get(report.outlet) if report.outlet else None,
        via=tuple(via),
        quote=marked(claim.quote, claim.quote if is_lead else lead.quote),
        language=article.language,
        published=date_format(article.published, "j F Y") if article.published else "",
        is_archived=report.is_archived,
        copy_address=reverse("evidence", args=[copies[article.pk]]) if article.pk in copies else "",
        uncounted=_uncounted(report, names),
        is_of_reader=claim.is_of_reader,
        evidence_address=f"{reverse('evidence_add', args=[statement.pk])}?report={article.pk}",
    )


def _uncounted(report: Report, names: dict[int, Name]) -> str:
    """Why a report stands for no origin."""
    if report.origin is not None:
        return ""
    claim = report.claim
    if claim.modality in (Claim.Modality.HEDGED, Claim.Modality.DECLINED):
        return _("not counted: it does not assert it")
    links = sorted(claim.links.all(), key=lambda link: link.position)
    if not links and claim.version.article.language_known:
        return _("not counted: no source was found")
    if not links:
        return _("not counted: its source was not looked for")
    if links[-1].status in (Attribution.Status.MISATTRIBUTED, Attribution.Status.DENIED):
        return _("not counted: the source did not say it")
    if names[report.chain[-1]].is_hidden:
        return _("not counted")
    return _("not counted: the source is not in the registry yet")


def _numbers(stand: Stand) -> str:
    facts = stand.facts
    reports = ngettext("%(count)d report says so", "%(count)d reports say so", facts.reports)
    origins = ngettext(
        "%(count)d independent origin", "%(count)d independent origins", facts.independent
    )
    return _("%(reports)s · %(origins)s") % {
        "reports": reports % {"count": facts.reports},
        "origins": origins % {"count": facts.independent},
    }


def _against(against: Against, stand: Stand, names: dict[int, Name]) -> AgainstView:
    theirs = first_claims([against.other.pk]).get(against.other.pk)
    ours = stand.standing.reports[0].claim if stand.standing.reports else None
    our_quote, their_quote = (ours.quote if ours else ""), (theirs.quote if theirs else "")
    hard = against.contradiction.kind == Contradiction.Kind.NUMBER
    our_language = ours.version.article.language if ours else ""
    their_language = theirs.version.article.language if theirs else ""
    same = our_language == their_language
    outlet = theirs.version.article.outlet if theirs else None
    return AgainstView(
        contradiction=against.contradiction,
        kind=str(against.contradiction.get_kind_display()),
        other_address=reverse("statement", args=[against.other.pk]),
        ours=marked(our_quote, their_quote if same else our_quote, hard=hard),
        theirs=marked(their_quote, our_quote if same else their_quote, hard=hard),
        our_language=our_language,
        their_language=their_language,
        their_outlet=str(shown([outlet.source])[outlet.source_id]) if outlet else "",
        is_independent=against.is_independent,
        judge=_to_be_judged(against, stand, names),
    )


def _to_be_judged(against: Against, stand: Stand, names: dict[int, Name]) -> str:
    """The first pair across that is not known to be independent; "" where the reader may not see
    one of the two, or none is left."""
    ours = {origin.source for origin in stand.standing.independence.origins}
    for pair in against.independence.pairs:
        across = (pair.one in ours) is not (pair.other in ours)
        hidden = names[pair.one].is_hidden or names[pair.other].is_hidden
        if across and not hidden and pair.relation is not Relation.INDEPENDENT:
            return address({"one": pair.one, "other": pair.other})
    return ""


def _offers(stand: Stand, turn: Turn) -> list[workflow.Offer]:
    """Every status in its order, whether or not this person may sign now."""
    grounds = workflow.Grounds(tuple(one for one in stand.evidence if one.is_archived))
    return list(workflow.offers(stand.facts, grounds, turn.between))


def _regroupings(group: tuple[int, ...]) -> "QuerySet[Regrouping]":
    rows = Regrouping.objects.filter(undone_at=None).select_related("decided_by")
    return rows.filter(target__in=group) | rows.filter(origin__in=group)


def _undo(statement: Statement, person: User) -> Decision | None:
    """The newest decision, where this person may take it back."""
    newest = Decision.objects.filter(statement=statement).select_related("round").first()
    if newest is None or why_not_undo(newest, statement, person):
        return None
    return newest


def _mine_waits(statement: Statement, turn: Turn, person: User) -> Finding | None:
    """One's own first finding, while it waits for a second one."""
    if statement.work != Statement.Work.SECOND_REVIEW:
        return None
    return next((one for one in turn.findings if one.reviewer_id == person.pk), None)
