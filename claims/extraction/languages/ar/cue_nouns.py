"""Nouns that report: «بعد إعلان الحكومة أن …», «تصريح الوزير بأن …».

Source: the guideline of annotation, on main clauses that only frame what is reported.
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import extent
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.progress import Progress
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction, Modality


def cue_noun(on: Progress, i: int) -> None:
    """The noun with whoever said it right behind, and «أن» behind that."""
    doc, at = on.doc, i + 1
    if at >= on.end or not on.words[at][0].isalnum():
        return
    end = phrase(doc, at, on.end)
    if end == at or end >= on.end or on.words[end] not in lex.THAT_HEADS:
        return
    if not can_speak(doc, at, end) or on.words[at] in lex.SAYING_NOUNS:
        return
    named = mention(doc, at, end)
    comma = _comma(on, i, end)
    found = extent(doc, end + 1, comma or on.end, named.agreement)
    content = on.trim(found)
    if content is None:
        return
    if not on.reports:
        on.lead(on.first, i)
    cue = Words(i, i + 1, 1 if on.words[i][0] in "بل" else 0)
    on.reports.append(
        Report(
            cue=cue,
            content=content,
            manner=Manner.NAMED,
            voices=[Voice(named, cue)],
            construction=Construction.CUE_NOUN,
            modality=Modality.DENIED if on.words[i].lstrip("بل") in lex.DENYING_NOUNS else None,
            clause=i,
            because=[Words(end, end + 1)],
        )
    )
    on.go_on(found)
    if comma:
        on.returned = comma


def _comma(on: Progress, i: int, start: int) -> int | None:
    """«رغم تأكيد المحافظ أن السد سليم، غادر السكان»: where the main clause begins."""
    if i != on.first + 1 or on.words[on.first] not in lex.LEADS:
        return None
    return next((j for j in range(start, on.end) if on.words[j] in COMMAS), None)
