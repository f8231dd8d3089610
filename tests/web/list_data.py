"""Many claims at once, and a person to read them. All words are invented."""

import hashlib
from datetime import date, timedelta

from claims.extraction.folding import search_form
from claims.models import Attribution, Claim, Source, Statement
from tests.web.reader_data import an_article


def many_claims(count: int, *, source: Source | None = None, outlet: str = "Marsa Radio") -> None:
    """``count`` claims, a hundred to an article, one article a day back from the newest."""
    for first in range(0, count, 100):
        numbers = range(first, min(first + 100, count))
        sentences = [f"قالت الهيئة إن الرصيف رقم {n} مفتوح." for n in numbers]
        version = an_article("\n".join(sentences), outlet=outlet)
        article = version.article
        article.published = date(2026, 11, 1) + timedelta(days=first // 100)
        article.save()
        statements = Statement.objects.bulk_create(Statement() for _ in sentences)
        claims, at = [], 0
        for sentence, n, statement in zip(sentences, numbers, statements, strict=True):
            claims.append(
                Claim(
                    version=version,
                    statement=statement,
                    number=n - first + 1,
                    start=at,
                    end=at + len(sentence),
                    quote=sentence,
                    quote_sha256=hashlib.sha256(sentence.encode()).hexdigest(),
                    kind=Claim.Kind.INDIRECT if source else Claim.Kind.NARRATION,
                    modality=Claim.Modality.ASSERTED,
                    search_text=search_form(sentence),
                )
            )
            at += len(sentence) + 1
        Claim.objects.bulk_create(claims)
        if source is not None:
            Attribution.objects.bulk_create(
                Attribution(
                    claim=claim,
                    position=0,
                    role=Attribution.Role.ORIGIN,
                    resolved_by=Attribution.ResolvedBy.NAMED,
                    source=source,
                )
                for claim in claims
            )
