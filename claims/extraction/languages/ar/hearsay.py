"""Impersonal hearsay, which names nobody: «يُعتقد أن», «ترددت أنباء عن», «من المرجح أن»."""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import extent
from claims.extraction.languages.ar.evidentials import evidential_at, joins
from claims.extraction.languages.ar.placement import stack
from claims.extraction.languages.ar.progress import BREAKS, Progress
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import ANYBODY, Manner, Report, Words
from claims.extraction.types import Construction, Modality


def hearsay(on: Progress, i: int) -> bool:
    """«يُعتقد أن …» at the head of a clause; a subject behind it makes it a verb like others."""
    if i + 1 >= on.end or on.words[i + 1] not in lex.THAT_HEADS:
        return False
    if i > on.first and on.words[i - 1] not in BREAKS and on.words[i][0] not in "وف":
        return False
    _nobody(on, i, i + 2, Modality.HEDGED)
    return True


def rumours(on: Progress, i: int) -> None:
    """«ترددت أنباء عن …», «ترددت أنباء أن …», «وتردد في الوزارة أن …»."""
    at = i + 1
    if on.words[i].endswith("تردد"):
        for j in range(at, min(i + 7, on.end)):
            if on.words[j] in lex.THAT_HEADS:
                _nobody(on, i, j + 1, Modality.HEDGED)
                return
        return
    if at >= on.end or on.words[at] not in lex.HEARSAY_NOUNS:
        return
    for j in range(at + 1, min(at + 8, on.end)):
        word = on.words[j]
        if word in lex.THAT_HEADS:
            _nobody(on, i, j + 1, Modality.HEDGED)
            return
        is_about = word in ("عن", "حول", "بشأن") and j + 1 < on.end
        if is_about and on.words[j + 1] not in lex.THAT_HEADS:
            _nobody(on, i, j + 1, Modality.HEDGED)
            return


def likely(on: Progress, i: int) -> None:
    """«من المرجح أن …» at the head of a sentence."""
    if i != on.first or i + 3 >= on.end or on.words[i + 1] not in lex.LIKELY:
        return
    at = i + 2
    found = None
    if on.words[at] in COMMAS:
        # «ومن المرجح، وفقا لمندوب، أن …»
        found = evidential_at(on.doc, at + 1, on.end)
        at = found.end if found is not None else at
        while at < on.end and on.words[at] in COMMAS:
            at += 1
    if at < on.end and on.words[at] in lex.THAT_HEADS:
        is_future = on.words[i + 1] in lex.LIKELY_FUTURE
        _nobody(on, i + 1, at + 1, Modality.FUTURE if is_future else Modality.HEDGED)
        if found is not None and on.reports:
            stack(on.reports[-1], found)


def _nobody(on: Progress, i: int, start: int, modality: Modality) -> None:
    found = extent(on.doc, start, on.end, ANYBODY)
    content = on.trim(found)
    if content is None:
        return
    if not on.reports:
        on.lead(on.first, i)
    cue = Words(i, i + 1, 1 if joins(on.words[i]) else 0)
    on.reports.append(
        Report(cue, content, Manner.NOBODY, [], Construction.HEARSAY, modality, clause=i)
    )
    on.go_on(found)
