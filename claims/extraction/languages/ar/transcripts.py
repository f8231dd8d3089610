"""Who speaks by a name and a colon at the head of a line: transcripts, headlines, live blogs.

«الوزير: القرار صائب», «ج: نتوقع أن», «رويترز عن مصدر أمني: …».
"""

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.lines import after_marks
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.report import ANYBODY, Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction

# Words of a label, and words behind it that make an utterance.
LABEL_AT_MOST = 10
UTTERANCE_AT_LEAST = 3
# Words of an utterance of several sentences, at most.
UTTERANCE_AT_MOST = 400
_FROM = frozenset(("عن",))
# What stands in no label.
_NO_LABEL = frozenset(lex.FORMS) | lex.THAT | set(".!?؟،؛…")
_SPEAKING = frozenset((NounClass.PERSON, NounClass.PEOPLE, NounClass.BODY, NounClass.MEDIUM))


def colon_at(doc: Document, first: int, end: int) -> int | None:
    """The colon behind a label that begins at a word, if one stands there."""
    for i, word in enumerate(doc.words[first + 1 : min(first + LABEL_AT_MOST, end - 1)], first + 1):
        if word == ":":
            return i
        if word in _NO_LABEL:
            return None
    return None


def labels(doc: Document) -> frozenset[str]:
    """Words that are labels of several lines: in an interview a bare name may speak."""
    seen: set[str] = set()
    found: set[str] = set()
    for sentence in doc.sentences:
        if not sentence.opens_line:
            continue
        first = after_marks(doc, sentence.first, sentence.end)
        colon = colon_at(doc, first, sentence.end)
        if colon is None:
            continue
        for word in doc.words[max(first, colon - 2) : colon]:
            (found if word in seen else seen).add(word)
    return frozenset(found)


def asks(doc: Document, first: int, colon: int) -> bool:
    """Whether the label is an interviewer's: what the outlet asks is no claim."""
    return colon == first + 1 and doc.words[first] in lex.ASKING


def utterance(
    doc: Document, first: int, colon: int, end: int, known: frozenset[str]
) -> Report | None:
    """What the label before the colon says, up to ``end``; None where it names no speaker."""
    words = doc.words
    if sum(word[0].isalpha() for word in words[colon + 1 : end]) < UTTERANCE_AT_LEAST:
        return None
    voices = _speakers(doc, first, colon, known)
    if voices is None:
        return None
    return Report(
        cue=None,
        content=Words(colon + 1, end),
        manner=Manner.NAMED if voices[-1].mention else Manner.DROPPED,
        voices=voices,
        construction=Construction.TRANSCRIPT,
        colon=True,
        clause=first,
        because=[Words(colon, colon + 1)],
    )


def _speakers(doc: Document, first: int, colon: int, known: frozenset[str]) -> list[Voice] | None:
    words = doc.words
    if colon == first + 1 and words[first] in lex.ANSWERING:
        return [Voice(None, None, ANYBODY)]
    if words[first] in lex.LABELS or words[first] in lex.BYLINES:
        return None
    end = phrase(doc, first, colon, prepositions=_FROM)
    named = _named(doc, first, end, known)
    if named is None:
        return None
    if end == colon:
        return [Voice(named)]
    is_cited = words[end] == "عن" and phrase(doc, end + 1, colon) == colon
    if is_cited and can_speak(doc, end + 1, colon):
        return [Voice(named), Voice(mention(doc, end + 1, colon))]
    return None


def _named(doc: Document, first: int, end: int, known: frozenset[str]) -> Mention | None:
    if end == first or not can_speak(doc, first, end):
        return None
    head = lex.NOUNS.get(doc.words[first])
    is_speaker = head is not None and (
        head.kind in _SPEAKING or (head.kind is NounClass.NAME and end - first <= 2)
    )
    if not is_speaker and doc.words[end - 1] not in known and not is_surname(doc, end - 1):
        return None  # «الطقس: …», «القاهرة: …»
    return mention(doc, first, end)


def line_end(sentences: list[Sentence], at: int, first: int) -> int:
    """Where the line of sentence ``at`` ends, not more than an utterance's words from ``first``."""
    end = sentences[at].end
    while not sentences[at].closes_line and at + 1 < len(sentences):
        at += 1
        if sentences[at].end - first > UTTERANCE_AT_MOST:
            break
        end = sentences[at].end
    return end
