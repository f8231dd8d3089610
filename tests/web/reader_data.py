"""An article with claims and chains, written down by hand. All words are invented."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from claims.extraction.folding import fold_name
from claims.models import (
    Article,
    ArticleVersion,
    Attribution,
    Claim,
    Outlet,
    Source,
    SourceName,
    Statement,
)

Words = str | tuple[str, int]  # the words, or the words and which of their occurrences (from 0)


@dataclass
class Link:
    """One link as it is written down here; spans are found by their words."""

    source: Source
    mention: Words | None = None
    cue: Words | None = None
    antecedent: Words | None = None
    role: str = "origin"
    resolved_by: str = "named"
    count: int | None = None


def span(text: str, words: Words | None) -> tuple[int | None, int | None]:
    if words is None:
        return None, None
    wanted, nth = (words, 0) if isinstance(words, str) else words
    at = -1
    for _ in range(nth + 1):
        at = text.index(wanted, at + 1)
    return at, at + len(wanted)


def a_source(
    name: str,
    kind: str = "organisation",
    *,
    language: str = "ar",
    state: str = "confirmed",
    article: Article | None = None,
    **names: str,
) -> Source:
    """``names`` by language: the shown ones."""
    source = Source.objects.create(
        name=name, language=language, kind=kind, state=state, article=article
    )
    for code, one in {language: name, **names}.items():
        SourceName.objects.create(
            source=source, language=code, name=one, folded=fold_name(one), is_shown=True
        )
    return source


def an_article(
    text: str,
    *,
    language: str = "ar",
    outlet: str = "Marsa Radio",
    title: str = "",
    known: bool = True,
) -> ArticleVersion:
    source = Source.objects.filter(name=outlet, kind="outlet").first()
    if source is None:
        source = a_source(outlet, "outlet", language="en", ar="راديو مرسى")
        Outlet.objects.create(source=source)
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article.objects.create(
        outlet=source.outlet,
        title=title,
        language=language,
        language_known=known,
        published=date(2026, 11, 20),
        identity=hashlib.sha256(f"{outlet}{digest}".encode()).hexdigest(),
    )
    return ArticleVersion.objects.create(
        article=article, text=text, text_sha256=digest, engine="1.0"
    )


def a_claim(
    version: ArticleVersion,
    words: Words,
    *links: Link,
    kind: str = "indirect",
    modality: str = "asserted",
    cue: Words | None = None,
    time: Words | None = None,
    time_date: date | None = None,
    parts: tuple[Words, ...] = (),
    number: int | None = None,
) -> Claim:
    text = version.text
    start, end = span(text, words)
    assert start is not None and end is not None
    quote = text[start:end]
    cue = cue or next((link.cue for link in links if link.cue), None)
    cue_start, cue_end = span(text, cue)
    time_start, time_end = span(text, time)
    claim = Claim.objects.create(
        version=version,
        statement=Statement.objects.create(),
        number=number or version.claims.count() + 1,
        start=start,
        end=end,
        quote=quote,
        quote_sha256=hashlib.sha256(quote.encode()).hexdigest(),
        before=text[max(0, start - 32) : start],
        after=text[end : end + 32],
        kind=kind if links else "narration",
        modality=modality,
        cue_start=cue_start,
        cue_end=cue_end,
        time_start=time_start,
        time_end=time_end,
        time_date=time_date,
        parts=[list(span(text, part)) for part in parts],
    )
    for position, link in enumerate(links):
        mention_start, mention_end = span(text, link.mention)
        antecedent_start, antecedent_end = span(text, link.antecedent)
        link_cue_start, link_cue_end = span(text, link.cue)
        Attribution.objects.create(
            claim=claim,
            position=position,
            role=link.role,
            mention_start=mention_start,
            mention_end=mention_end,
            antecedent_start=antecedent_start,
            antecedent_end=antecedent_end,
            cue_start=link_cue_start,
            cue_end=link_cue_end,
            resolved_by=link.resolved_by,
            anonymous=link.source.is_unnamed,
            count=link.count,
            source=link.source,
        )
    return claim


BRIDGE = """أعلنت هيئة الموانئ إغلاق جسر القناطر أمس الخميس.

ونقلت وكالة سدرة عن 3 مصادر في الدفاع المدني قولها: "إن الجسر انهار فجرًا".
وأضافت المصادر: "إن فرق الإنقاذ تبحث عن مفقودين".
وجاء الإغلاق ردًا على ما قالت إنها أضرار جسيمة في الجسر.
وقال المتحدث باسم البلدية كمال نوري: "إن الترميم سيبدأ خلال شهر".
ورفض نوري التعليق على الأسباب."""


@dataclass
class Bridge:
    """The article about a bridge: seven claims, five origins, a relayer, an embedded claim."""

    version: ArticleVersion
    ports: Source
    sidra: Source
    unnamed: Source
    nouri: Source
    claims: list[Claim]

    @property
    def article(self) -> Article:
        return self.version.article


def the_bridge() -> Bridge:
    version = an_article(BRIDGE)
    ports = a_source("هيئة الموانئ", en="Ports Authority")
    sidra = a_source("وكالة سدرة", "outlet", en="Sidra Agency")
    unnamed = a_source(
        "3 مصادر في الدفاع المدني", "unnamed_group", state="proposed", article=version.article
    )
    nouri = a_source("كمال نوري", "person", state="proposed")
    relayed = {"mention": "وكالة سدرة", "role": "relayer"}
    group = "3 مصادر في الدفاع المدني"
    claims = [
        a_claim(
            version,
            "إغلاق جسر القناطر",
            Link(ports, "هيئة الموانئ", "أعلنت"),
            time="أمس الخميس",
            time_date=date(2026, 11, 19),
        ),
        a_claim(
            version,
            "الجسر انهار فجرًا",
            Link(sidra, cue="نقلت", **relayed),
            Link(unnamed, group, count=3),
            kind="direct",
        ),
        a_claim(
            version,
            "فرق الإنقاذ تبحث عن مفقودين",
            Link(sidra, cue=None, resolved_by="continued", **relayed),
            Link(unnamed, ("المصادر", 0), "أضافت", group, resolved_by="anaphora", count=3),
            kind="direct",
        ),
        a_claim(version, "جاء الإغلاق ردًا على ما قالت إنها أضرار جسيمة في الجسر"),
        a_claim(
            version,
            "أضرار جسيمة في الجسر",
            Link(ports, None, "قالت", "هيئة الموانئ", resolved_by="dropped_subject"),
            parts=("أضرار جسيمة",),
        ),
        a_claim(
            version,
            "الترميم سيبدأ خلال شهر",
            Link(nouri, "المتحدث باسم البلدية كمال نوري", "قال"),
            kind="direct",
            modality="future",
        ),
        a_claim(
            version,
            "رفض نوري التعليق على الأسباب",
            Link(nouri, ("نوري", 1), "رفض", "المتحدث باسم البلدية كمال نوري"),
            kind="no_comment",
            modality="declined",
        ),
    ]
    return Bridge(version, ports, sidra, unnamed, nouri, claims)
