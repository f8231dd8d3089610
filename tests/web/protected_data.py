"""A record with protected sources in every place that a source can stand in.

Their names stand in no article, and their numbers are like no other: whoever finds one of these
words or numbers in a reply was led to them. All words are invented.
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, User

from claims import standing
from claims.extraction.folding import fold_name
from claims.models import (
    Article,
    Attribution,
    Claim,
    Outlet,
    Source,
    SourceName,
    SourceRelation,
    Statement,
)
from claims.review import findings, grounds, grouping, relations, reliability
from claims.sources import decisions, protection
from tests.factories import JobFactory
from tests.web.reader_data import Bridge, Link, a_claim, an_article, the_bridge

# The numbers of the protected sources.
EMERALD, HUSHBERRY, VELVET, GROUP = 765432101, 765432102, 765432103, 765432104
NUMBERS = (EMERALD, HUSHBERRY, VELVET, GROUP)
NAMES = {
    EMERALD: ("زمردة الكتمان", "Emerald Whisper"),
    HUSHBERRY: ("توتة السكون", "Hushberry"),
    VELVET: ("مخمل المساء", "Velvet Evening"),
    GROUP: ("حراس الفنار", "Lantern Keepers"),
}
ALIAS, REASON, EARLIER, RELINKED = "Quietstone", "Loose lips.", "One and the same?", "Not she."
# Why a link, two origins and the source itself were judged as they were.
LINK_JUDGED, ORIGINS_JUDGED, BASIS = "Heard by phone.", "Not his cousins.", "Ten true letters."
# What nobody but those named may find.
SECRETS = (
    *(name for names in NAMES.values() for name in names),
    *(ALIAS, REASON, EARLIER, RELINKED, LINK_JUDGED, ORIGINS_JUDGED, BASIS),
)
# Parts of the names, to search for them without writing them down.
PARTS = ("meral", "زمرد", "uietston", "Hushb", "lvet", "الفنا")

TEXT = """قال مصدر مطلع إن الرصيف الشرقي مغلق.
ونقلت جهة عن هيئة الموانئ أن الرافعة معطلة.
وقال حراس قرب الميناء إن الباب مفتوح.
وذكرت جهة ثانية أن السور سليم."""


@dataclass
class Hidden:
    """The record; ``named`` sees all of it."""

    bridge: Bridge
    named: User
    emerald: Source
    claims: list[Claim]
    # About what a protected source says, beside others; ``by`` reviewed it.
    statement: Statement
    by: User

    @property
    def links(self) -> list[int]:
        """The links of chains that lead to protected sources."""
        return list(Attribution.objects.filter(source__in=NUMBERS).values_list("pk", flat=True))


def a_person(name: str, *, role: str, staff: bool = False) -> User:
    """With ``staff``, one who may do everything in the administrators' tables too."""
    user = User.objects.create(username=f"the-{name}", is_staff=staff, is_superuser=staff)
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user


def a_hidden_record() -> Hidden:
    bridge = the_bridge()
    named = a_person("editor", role="editor", staff=True)
    version = an_article(TEXT, title="الرصيف")
    other = an_article("قال مسؤول إن الجسر باق.", title="الجسر")
    emerald, hushberry = _a_secret(EMERALD, "person"), _a_secret(HUSHBERRY, "person")
    velvet = _a_secret(VELVET, "organisation")
    group = _a_secret(GROUP, "unnamed_group", other.article)
    _name(emerald, "en", ALIAS, is_shown=False)
    a_claim(other, "الجسر باق", Link(group, "مسؤول", "قال"))
    claims = [
        a_claim(version, "الرصيف الشرقي مغلق", Link(emerald, "مصدر مطلع", "قال")),
        a_claim(
            version,
            "الرافعة معطلة",
            Link(emerald, "جهة", "نقلت", role="relayer"),
            Link(bridge.ports, "هيئة الموانئ"),
        ),
        a_claim(version, "الباب مفتوح", Link(hushberry, "حراس قرب الميناء", ("قال", 1))),
        a_claim(version, "السور سليم", Link(velvet, "جهة ثانية", "ذكرت")),
    ]
    JobFactory(version=version, state="failed", error="It took too long.")
    _relate(bridge, emerald)
    _decide(bridge, emerald, hushberry, named)
    by = a_person("reader-of-letters", role="reviewer")
    statement = _review(bridge, claims, by)
    reliability.grade(source_id=EMERALD, by=named, letter="B", basis=BASIS)
    for source in (emerald, velvet, group):
        protection.protect(source=source, by=named, people=[], reason=REASON)
    _publish(velvet)
    return Hidden(bridge, named, Source.objects.get(pk=EMERALD), claims, statement, by)


def _a_secret(number: int, kind: str, article: Article | None = None) -> Source:
    arabic, english = NAMES[number]
    source = Source.objects.create(
        pk=number, name=arabic, language="ar", kind=kind, state="confirmed", article=article
    )
    _name(source, "ar", arabic)
    _name(source, "en", english)
    return source


def _name(source: Source, language: str, name: str, *, is_shown: bool = True) -> None:
    SourceName.objects.create(
        source=source, language=language, name=name, folded=fold_name(name), is_shown=is_shown
    )


def _relate(bridge: Bridge, emerald: Source) -> None:
    """The sources that everybody sees lead to it in every way."""
    for source, kind, target in (
        (emerald, "speaks_for", bridge.ports),
        (bridge.nouri, "speaks_for", emerald),
        (bridge.sidra, "party", emerald),
    ):
        SourceRelation.objects.create(source=source, kind=kind, target=target)
    Source.objects.filter(pk=bridge.nouri.pk).update(suggestion=emerald)
    Source.objects.filter(pk=bridge.unnamed.pk).update(relayed_by=emerald)


def _decide(bridge: Bridge, emerald: Source, hushberry: Source, by: User) -> None:
    """Decisions from before it was protected: a merge undone, one that stands, a link set anew."""
    decisions.merge(source=hushberry, into=bridge.ports, by=by, reason=EARLIER)
    decisions.undo_merge(source=hushberry, by=by, reason=EARLIER)
    decisions.merge(source=hushberry, into=emerald, by=by, reason=EARLIER)
    link = bridge.claims[0].links.get()
    decisions.link(attribution=link, source=emerald, by=by)
    decisions.link(attribution=link, source=bridge.ports, by=by, reason=RELINKED)


def _review(bridge: Bridge, claims: list[Claim], by: User) -> Statement:
    """All that a desk does about what a protected source says; its judgements come last, so that
    they put the decision in doubt."""
    statement, against = claims[0].statement, bridge.claims[5].statement
    standing.recount(Statement.objects.values_list("pk", flat=True))
    for other in (bridge.claims[0], claims[3]):
        grouping.merge(statement_id=other.statement_id, into_id=statement.pk, by=by, reason="Same.")
    relations.contradict(statement_id=statement.pk, other_id=against.pk, by=by, kind="place")
    grounds.attempt(statement_id=statement.pk, by=by, looked_for="A list", looked_in="A shelf")
    grounds.add(statement_id=statement.pk, by=by, kind="note", stance="supports", note="A shelf.")
    findings.find(statement_id=statement.pk, by=by, verdict="single_origin", reason="One says so.")
    for other_id, verdict in ((bridge.ports.pk, "dependent"), (VELVET, "independent")):
        relations.judge_origins(
            statement_id=statement.pk,
            one_id=EMERALD,
            other_id=other_id,
            by=by,
            verdict=verdict,
            reason=ORIGINS_JUDGED,
        )
    link = claims[0].links.get()
    reliability.judge_link(link_id=link.pk, by=by, status="relayed_only", reason=LINK_JUDGED)
    return Statement.objects.get(pk=statement.pk)


def _publish(velvet: Source) -> None:
    """An outlet is never protected; this is as if a protected source had become one since."""
    article = an_article("نص بلا مصدر.", title="نص").article
    article.outlet = Outlet.objects.create(source=velvet)
    article.save()
    a_claim(article.versions.get(), "نص بلا مصدر")
