"""Lines that are no claims: headlines, datelines, time stamps, bylines.

Source: section 6 of the project's notes on Russian attribution (dash forms at a line's start).
"""

from collections import deque

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.letters import DASHES, all_capitals, capital, is_dash
from claims.extraction.layout import Shape, line_at

DATELINE_AT_MOST = 14
# Words of a line among which the colon of a transcript may stand.
SPEAKER = 16
_NO_PROSE = frozenset((Shape.BYLINE, Shape.CAPTION, Shape.CODE, Shape.EMBED))
HEADING_AT_MOST = 8
# Sentences of one line of speech, at most, and what stands before the dash behind them.
SPEECH_AT_MOST = 6
CLOSE_SPEECH = frozenset((",", "!", "?", "…", "."))
HEADLINE_AT_MOST = 25
_BYLINES = frozenset(
    lex.f(
        "фото фотография автор текст источник читайте подробнее видео иллюстрация тег теги"
    ).split()
)


def split_at_measures(doc: Document) -> list[Sentence]:
    """«… до 1,7 тыс. Об этом …»: a capital behind a measure begins another sentence."""
    words = doc.words
    there = lex.MEASURES.intersection(words)
    if not there:
        return doc.sentences
    stops = [i + 2 for i, word in enumerate(words[:-2]) if word in there and words[i + 1] == "."]
    cuts = deque(
        i
        for i in stops
        if words[i][0].isalpha()
        and not doc.around(i)
        and capital(doc, i)
        and not capital(doc, i - 2)  # the «Г.» of «Г. П. Ким» measures nothing
    )
    found: list[Sentence] = []
    for one in doc.sentences:
        first, opens = one.first, one.opens_line
        while cuts and cuts[0] < one.end:
            at = cuts.popleft()
            if at > first:
                found.append(Sentence(first, at, opens, False))
                first, opens = at, False
        found.append(Sentence(first, one.end, opens, one.closes_line))
    return found


def join_speech(doc: Document) -> list[Sentence]:
    """«— Что делать? Бежать! — спрашивает Ким.»: all behind the dash belongs to what is asked."""
    joined: list[Sentence] = []
    opened: int | None = None  # where in ``joined`` a line of speech without a cue began
    for one in doc.sentences:
        if one.opens_line or (opened is not None and len(joined) - opened >= SPEECH_AT_MOST):
            opened = None
        if opened is not None and _has_speech_cue(doc, one):
            one = Sentence(joined[opened].first, one.end, True, one.closes_line)
            del joined[opened:]
            opened = None
        elif one.opens_line and is_dash(doc, one.first) and not _has_speech_cue(doc, one):
            opened = len(joined)
        joined.append(one)
    return joined


def _has_speech_cue(doc: Document, one: Sentence) -> bool:
    """Whether a dash and a verb of saying behind it close a line of speech."""
    words = doc.words
    for k in range(one.first, one.end - 1):
        before = words[k - 1] if k else ""
        if words[k] in DASHES and words[k + 1] in lex.FORMS and before in CLOSE_SPEECH:
            return is_dash(doc, k)
    return False


def headline_end(doc: Document) -> int:
    """Where the headline ends: a first line without a full stop, though it may hold one."""
    for one in doc.sentences[:4]:
        if one.closes_line:
            last = one.end
            is_short = last - doc.sentences[0].first <= HEADLINE_AT_MOST
            has_more = one is not doc.sentences[-1]
            return last if is_short and has_more and doc.words[last - 1] not in ".!?…:" else 0
    return 0


def speaker_of(doc: Document, sentence: Sentence) -> tuple[int, int] | None:
    """The name before the colon of a transcript («КИМ: Мост закрыт»); None where none stands."""
    if not sentence.opens_line or ":" not in doc.words[sentence.first : sentence.first + SPEAKER]:
        return None
    line = line_at(doc, sentence.first, lex.LAYOUT)
    if line.speaker is None or line.speaker[1] + 1 >= line.end:
        return None
    if line.speaker[1] + 1 in doc.quotation_at:
        return None
    return line.speaker


def is_boilerplate(doc: Document, sentence: Sentence, first: int, end: int) -> bool:
    words = doc.words
    if words[first] == "/" and words[end - 1] == "/":
        return True  # «/Корр. Иван Ким/.»
    if not sentence.opens_line:
        return False
    if _is_dateline(doc, sentence, first, end):
        return True
    if not sentence.closes_line:
        return False
    if line_at(doc, sentence.first, lex.LAYOUT).shape in _NO_PROSE:
        return True
    if words[first] in _BYLINES and first + 1 < end and words[first + 1] in (":", "/"):
        return True
    if words[first] in ("(", "#", "©"):
        return True
    has_stop = sentence.end > end and words[end] in ".!?…"
    if has_stop or (words[end - 1] in '»"”' and first in doc.quotation_at):
        return False
    is_headline = sentence.first == doc.sentences[0].first and len(doc.sentences) > 1
    return end - first <= (HEADLINE_AT_MOST if is_headline else HEADING_AT_MOST)


def _is_dateline(doc: Document, sentence: Sentence, first: int, end: int) -> bool:
    """«ТАРВЕНА, 12 мар – Агентство «Меридиан».»: a sentence of its own at a line's head."""
    if sentence.closes_line or end - first > DATELINE_AT_MOST or not all_capitals(doc, first):
        return False
    return any(doc.words[i][0].isdigit() for i in range(first, end)) and not any(
        word in lex.FORMS for word in doc.words[first:end]
    )


def body(doc: Document, sentence: Sentence, first: int, end: int) -> int:
    """Behind a dateline, a time stamp or the dash of a list."""
    words = doc.words
    if not sentence.opens_line:
        return first
    if (
        first + 3 < end
        and words[first].isdigit()
        and words[first + 1] == ":"
        and words[first + 2].isdigit()
    ):
        first += 3
        while first < end and (words[first] in ",.|" or is_dash(doc, first)):
            first += 1
        return first
    if all_capitals(doc, first) and len(words[first]) > 2:
        for i in range(first + 1, min(first + DATELINE_AT_MOST, end - 1)):
            if words[i] in lex.FORMS:
                return first
            if is_dash(doc, i):
                return i + 1
    return first
