"""The claims of a statement, with what weighing their origins needs: decisions wait for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F

from claims.models import Article, ArticleVersion, Attribution, Claim, Evidence, Outlet
from claims.models.kept_query import KeptQuery, KeptRows, partial

# As they were published, as far as known: the earliest of two that are near copies is the origin.
IN_ORDER = (F("version__article__published").asc(nulls_last=True), "id")

_ARTICLE = ("version__article", "version__article__published", "version__article__outlet")
_CLAIMS = KeptQuery(
    lambda ids: (
        Claim.objects.current()
        .filter(statement__in=ids)
        .order_by(*IN_ORDER)
        .values_list(
            *("id", "kind", "modality", "statement", "version"),
            *_ARTICLE,
            "version__article__outlet__source",
        )
    )
)
_LINKS = KeptRows[Attribution](
    lambda ids: Attribution.objects.filter(claim__in=ids).order_by("claim", "position")
)
_TEXTS = KeptQuery(
    lambda ids: ArticleVersion.objects.filter(pk__in=ids).order_by().values_list("pk", "text")
)
_ARCHIVED = KeptQuery(
    lambda ids: (
        Evidence.objects.filter(article__in=ids, state=Evidence.State.ARCHIVED)
        .order_by()
        .values_list("article")
        .distinct()
    )
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One claim, with its chain from the outermost link to the far end."""

    claim: Claim
    links: list[Attribution]


def for_list(statements: Iterable[int]) -> list[Loaded]:
    """With all that a line of each shows."""
    claims = Claim.objects.current().for_list().filter(statement__in=list(statements))
    return [Loaded(claim, list(claim.links.all())) for claim in claims.order_by(*IN_ORDER)]


def for_weighing(statements: Iterable[int]) -> list[Loaded]:
    """The same claims with what weighing asks for; whatever else is asked of them is read then.

    Two queries.
    """
    claims = [_claim(*row) for row in _CLAIMS(statements)]
    links: dict[int, list[Attribution]] = defaultdict(list)
    for link in _LINKS(claim.pk for claim in claims):
        links[link.claim_id].append(link)
    return [Loaded(claim, links[claim.pk]) for claim in claims]


def _claim(
    pk: int,
    kind: str,
    modality: str,
    statement: int,
    version: int,
    article: int,
    published: date | None,
    outlet: int | None,
    source: int | None,
) -> Claim:
    claim = partial(
        Claim, id=pk, kind=kind, modality=modality, statement_id=statement, version_id=version
    )
    claim.version = partial(ArticleVersion, id=version, article_id=article)
    claim.version.article = partial(Article, id=article, published=published, outlet_id=outlet)
    if outlet is not None:
        claim.version.article.outlet = partial(Outlet, id=outlet, source_id=source)
    return claim


def texts_of(versions: Iterable[int]) -> dict[int, str]:
    return dict(_TEXTS(versions))


def archived_of(articles: Iterable[int]) -> set[int]:
    """Those of which an archived copy is evidence, of whatever statement."""
    return {article for (article,) in _ARCHIVED(articles)}
