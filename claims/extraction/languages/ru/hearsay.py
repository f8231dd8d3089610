"""What nobody owns, and what a document says: сообщается, стало известно, говорится в сообщении X.

Source: section 5 of the project's notes on Russian attribution (impersonal cues).
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.adjuncts import Adjunct, place
from claims.extraction.languages.ru.beside import medium_name_end
from claims.extraction.languages.ru.inflection import ANY_CASE, NOMINATIVE
from claims.extraction.languages.ru.letters import is_dash
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.phrases import phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.quoted import is_inserted, mark_before, quotation_to
from claims.extraction.languages.ru.subjects import antecedent
from claims.extraction.report import ANYBODY, Manner, Mention, Voice, Words
from claims.extraction.types import Construction, Modality

_IN = frozenset(("в", "во", "на"))
_RECEIVED = lex.fset(
    "ознакомился ознакомилась ознакомилось ознакомились распоряжении получил получила получило"
)
_FOLLOWS = frozenset(("что", "как"))
# Words between the cue and «что».
WITHIN = 14
_BECAME = lex.ADVERBS | {"стало"}


def hearsay(p: Progress, i: int) -> None:
    words = p.words
    kind = lex.HEARSAY[words[i]]
    if kind == "known" and not _became(p, i):
        return
    if kind == "follows" and not _follows(p, i):
        return
    source, read = _document(p, i)
    if kind == "follows" and source is None:
        source = _out_of(p, i)
    opens = _relative(p, i)
    if source is None and opens:
        source = antecedent(p, p.floor, opens)
    cue = Words(i, i + 1)
    voices = [Voice(source, cue)] if source is not None else [Voice(None, cue)]
    manner = Manner.NAMED if source is not None else Manner.NOBODY
    if source is not None:
        received = _received(p, source.words.end)
        if received is not None:
            voices = [Voice(received), *voices]
    modality = {"hedged": Modality.HEDGED, "expected": Modality.FUTURE}.get(kind)
    at = i - 1
    while at > p.floor and words[at] in _BECAME:
        at -= 1
    if at >= p.floor and words[at] == "как":
        _as(p, at, read, voices, manner, cue)
        return
    opened = _opened(p, read)
    if opened is not None:
        content, because = opened
        if source is None or opens:
            p.lead(opens or i)
        end = p.content_end(content, ANYBODY, clausal=True)
        clause = min(p.clause_floor(), i)
        report = p.add(
            content=Words(content, end),
            voices=voices,
            manner=manner,
            cue=cue,
            clause=clause,
            construction=Construction.THAT_CLAUSE if source else Construction.HEARSAY,
            modality=modality,
            because=because,
        )
        report.goes_on = False
        p.floor = end
        return
    _behind(p, i, read, voices, manner, cue, modality)


def _received(p: Progress, at: int) -> Mention | None:
    """«в релизе, поступившем в редакцию «Невы»», «…, с которыми ознакомился РБК»: the medium."""
    words, doc = p.words, p.doc
    if at + 3 >= p.end or words[at] != ",":
        return None
    if _RECEIVED.isdisjoint(words[at + 1 : at + 6]) and not words[at + 1].startswith("поступи"):
        return None
    for j in range(at + 2, min(at + 9, p.end)):
        quotation = doc.quotation_at.get(j)
        if quotation is not None and quotation.is_name:
            return as_medium(doc, mention(doc, j, min(quotation.end, p.end), ANY_CASE))
        known = lex.NOUNS.get(words[j])
        if known is not None and known.kind is Kind.MEDIUM:
            end = phrase(doc, j, p.end, ANY_CASE, apposition=False)
            if words[j] in lex.MEDIUM_NAMES:
                end = medium_name_end(words, j)
            return mention(doc, j, min(max(end, j + 1), p.end), ANY_CASE)
        if words[j] in ",.;:":
            return None
    return None


def _relative(p: Progress, i: int) -> int:
    """«расследование, в котором утверждается»: the comma; 0 where none is."""
    at = i - 1
    while at > p.first and p.words[at] in lex.ADVERBS:
        at -= 1
    opens = p.words[at].startswith("котор") and p.words[at - 2 : at] == [",", "в"]
    return at - 2 if opens and at - 2 > p.floor else 0


def _follows(p: Progress, i: int) -> bool:
    """«как следует из отчета», «…, следует из отчета», «Из отчета следует, что»."""
    if i > p.first and p.words[i - 1] in ("как", ",") and "из" in p.words[i + 1 : i + 2]:
        return True
    is_that = p.words[i + 1 : i + 3] == [",", "что"]
    return is_that and _out_of(p, i) is not None


def _out_of(p: Progress, i: int) -> Mention | None:
    """«Из доклада полиции», right before the cue at word i."""
    at = i
    while at > p.floor and p.words[at - 1] in lex.ADVERBS:
        at -= 1
    for j in range(at - 1, max(p.floor - 1, at - 12), -1):
        if p.words[j] == "из":
            end = phrase(p.doc, j + 1, at, ANY_CASE & ~NOMINATIVE, apposition=False)
            is_source = end == at > j + 1 and _is_source(p, j + 1, end)
            return mention(p.doc, j + 1, end, ANY_CASE & ~NOMINATIVE) if is_source else None
    return None


def _became(p: Progress, i: int) -> bool:
    near = p.words[max(p.first, i - 3) : i + 3]
    return any(word in ("стало", "становится") for word in near)


def _as(p: Progress, at: int, read: int, voices: list[Voice], manner: Manner, cue: Words) -> None:
    comma = next((j for j in range(read, min(read + 8, p.end)) if p.words[j] in ",:"), read)
    read = comma if comma > read else read
    place(
        p,
        Adjunct(at, read, cue, voices if manner is Manner.NAMED else [], manner),
        Construction.ACCORDING_TO,
    )


def _document(p: Progress, i: int) -> tuple[Mention | None, int]:
    """«говорится в сообщении ведомства», «в докладе сказано»."""
    doc, words = p.doc, p.words
    at = i + 1
    while at < p.end and words[at] in lex.ADVERBS:
        at += 1
    if at + 1 < p.end and words[at] in _IN:
        at = _behind_participle(p, at)
        end = phrase(doc, at + 1, p.end, ANY_CASE & ~NOMINATIVE)
        if end > at + 1:
            return mention(doc, at + 1, end, ANY_CASE & ~NOMINATIVE), end
    if at + 1 < p.end and words[at] == "из":
        end = phrase(doc, at + 1, p.end, ANY_CASE & ~NOMINATIVE)
        if end > at + 1:
            return mention(doc, at + 1, end, ANY_CASE & ~NOMINATIVE), end
    for j in range(i - 1, max(p.floor - 1, i - 16), -1):
        if words[j] in ".;:":
            break
        if words[j] in _IN and words[j - 1].endswith(("вшем", "вшей")) and j - 2 > p.floor:
            continue  # «в релизе, поступившем в «Неву», говорится»
        if words[j] in _IN:
            end = phrase(doc, j + 1, i, ANY_CASE & ~NOMINATIVE, apposition=False)
            if end > j + 1 and _is_source(p, j + 1, end):
                return mention(doc, j + 1, end, ANY_CASE & ~NOMINATIVE), i + 1
            if words[j + 1] in ("нем", "ней", "них"):
                return None, i + 1
    return None, i + 1


def _behind_participle(p: Progress, at: int) -> int:
    """Before the noun of «в опубликованном сегодня заявлении»: behind the adverbs."""
    behind = at + 2
    while behind < p.end - 1 and p.words[behind] in lex.ADVERBS:
        behind += 1
    is_participle = p.words[at + 1].endswith(("нном", "нной", "нных", "вшем", "вшей"))
    return behind - 1 if is_participle and behind > at + 2 else at


def _is_source(p: Progress, first: int, end: int) -> bool:
    return any(p.words[j] in lex.NOUNS for j in range(first, end))


def _opened(p: Progress, at: int) -> tuple[int, list[Words]] | None:
    """The first word behind «, что», «о» or a colon."""
    words = p.words
    if at < p.end and words[at] in ("о", "об", "обо") and at + 1 < p.end:
        if words[at + 1] == "том" and at + 3 < p.end and words[at + 3] in _FOLLOWS:
            return at + 4, [Words(at + 3, at + 4)]
        return (at + 1, [Words(at, at + 1)]) if words[at + 1] != "этом" else None
    for j in range(at, min(at + WITHIN, p.end - 1)):
        if words[j] == "," and words[j + 1] == "что":
            return j + 2, [Words(j + 1, j + 2)]
        if words[j] == ":" and j + 1 < p.end:
            return j + 1, [Words(j, j + 1)]
        if words[j] in ",.;":
            return None
    return None


def _behind(
    p: Progress,
    i: int,
    read: int,
    voices: list[Voice],
    manner: Manner,
    cue: Words,
    modality: Modality | None,
) -> None:
    """«…», — говорится в сообщении; clause, сообщается на сайте."""
    at = mark_before(p, i)
    if at is None:
        return
    start = p.clause_floor()
    one = quotation_to(p, at)
    content = Words(start, at)
    if one is not None and (not one.is_name or is_dash(p.doc, i - 1)) and one.open <= start:
        content = Words(one.first, one.close)
    elif one is None and is_inserted(p, start, at, read):
        read = p.content_end(read, ANYBODY, clausal=True)
        content = Words(start, read)  # «Президент, ожидается, подпишет закон»
    if content.end <= content.first:
        return
    p.add(
        content=content,
        voices=voices,
        manner=manner,
        cue=cue,
        clause=content.first,
        construction=Construction.QUOTATION_BEFORE if one else Construction.CLAUSE_BEFORE,
        modality=modality,
    ).goes_on = False
    p.floor = read
