"""A small desk: two parties to a conflict report one event, and a third number is against them."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.utils import timezone

from claims import standing
from claims.archive import store
from claims.models import (
    Article,
    Attribution,
    Claim,
    Evidence,
    Source,
    SourceRelation,
    Statement,
)
from claims.review import grounds
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    LinkFactory,
    OutletFactory,
    SourceFactory,
    UserFactory,
    VersionFactory,
)

SAID = "أصيب 12 شخصا في انهيار الجسر مساء الثلاثاء"
OTHERWISE = "أصيب 17 شخصا في انهيار الجسر مساء الثلاثاء"


@dataclass(frozen=True)
class Desk:
    first: Statement  # the army says 12
    second: Statement  # the front says 12
    against: Statement  # the hospital says 17
    army: Source
    front: Source
    hospital: Source


def report(source: Source, words: str, outlet: str, published: date) -> Statement:
    """An article in which an outlet cites a source for these words: a statement of its own."""
    lead = f"قال مصدر {outlet} في بيان نشره اليوم من مكانه إن "
    article = ArticleFactory(
        outlet=OutletFactory(source__name=outlet, source__language="ar"),
        published=published,
        title=f"عن {outlet}",
        url=f"https://example.org/{Article.objects.count()}",
    )
    # Each article has words of its own: else they would be near copies of each other.
    own = " ".join(f"{outlet} {place}" for place in range(30))
    text = f"{lead}{words}.\n{own}."
    version = VersionFactory(article=article, text=text)
    claim = ClaimFactory(
        version=version,
        start=len(lead),
        end=len(lead) + len(words),
        kind=Claim.Kind.INDIRECT,
        statement__language="ar",
    )
    LinkFactory(claim=claim, source=source, role=Attribution.Role.ORIGIN)
    standing.recount([claim.statement_id])
    return Statement.objects.get(pk=claim.statement_id)


def party(name: str, side: Source) -> Source:
    source = SourceFactory(name=name)
    SourceRelation.objects.create(source=source, kind=SourceRelation.Kind.PARTY, target=side)
    return source


def the_desk() -> Desk:
    one, other, third = (SourceFactory(name=name) for name in ("الشمال", "الجنوب", "المدينة"))
    army, front = party("قيادة الجيش", one), party("قيادة الجبهة", other)
    hospital = party("مستشفى المدينة", third)
    return Desk(
        report(army, SAID, "صحيفة الضفة", date(2026, 11, 17)),
        report(front, SAID, "راديو مرسى", date(2026, 11, 18)),
        report(hospital, OTHERWISE, "بريد الساحل", date(2026, 11, 18)),
        army,
        front,
        hospital,
    )


def archived(
    statement: Statement, by: User | None = None, *, article: Article | None = None, **more: str
) -> Evidence:
    """Evidence whose bytes are kept."""
    given = {"kind": "file", "stance": "supports", "title": "نسخة", "note": "نص"} | more
    made = grounds.add(
        statement_id=statement.pk, by=by or UserFactory(role="reviewer"), article=article, **given
    )
    kept = store.keep(f"{made.pk} {made.title}".encode())
    return grounds.archived(
        evidence_id=made.pk,
        sha256=kept.sha256,
        size=kept.size,
        key=kept.key,
        media_type="text/plain",
        fetched_at=timezone.now(),
    )


def archive_reports(statement: Statement) -> None:
    """A copy of every article that stands behind it."""
    for claim in Claim.objects.current().filter(statement=statement).select_related("version"):
        archived(statement, article=claim.version.article)
