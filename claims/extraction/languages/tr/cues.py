"""The cues of a sentence: forms of verbs and phrases of saying, outside of quotations.

Source: section 4 of the project's notes on Turkish attribution; section 2, point 5, for phrases
that «de», «da» may part.
"""

from dataclasses import dataclass
from itertools import compress

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Form, Saying, Verb

GORE = frozenset(("göre", "göreyse", "bakilirsa"))
# «Ak'ın ifadesiyle …»: as somebody put it.
IN_WORDS_OF = frozenset(("ifadesiyle", "deyişiyle", "tabiriyle"))
_TRIGGERS = frozenset(lex.SIMPLE) | frozenset(lex.LIGHT) | GORE | IN_WORDS_OF
_IS_TRIGGER = _TRIGGERS.__contains__


@dataclass(frozen=True, slots=True)
class Cue:
    """Words first … end - 1 that carry the saying; the verb is the last of them."""

    first: int
    end: int
    saying: Saying
    verb: Verb


def triggers(doc: Document, first: int, end: int) -> list[int]:
    """Where a cue may stand: outside of quotations that are no names."""
    found = list(compress(range(first, end), map(_IS_TRIGGER, doc.words[first:end])))
    return [i for i in found if (q := doc.around(i)) is None or q.is_name]


def cue_at(doc: Document, i: int, floor: int) -> Cue | None:
    """The cue whose verb stands at ``i``, with the words of its phrase."""
    word = doc.words[i]
    phrase = _phrase(doc, i, floor, word)
    if phrase is not None:
        return phrase
    simple = lex.SIMPLE.get(word)
    if simple is None:
        return None
    saying, verb = simple
    follows = doc.words[i + 1] if i + 1 < len(doc.words) else "."
    if word in lex.VIEWS and follows[0].isalnum():
        return None
    if not verb.active and saying.form not in (Form.PASSIVE, Form.PASSIVE_CONVERB):
        return None
    return Cue(i, i + 1, saying, verb)


def _phrase(doc: Document, i: int, floor: int, word: str) -> Cue | None:
    """«ifade etti», «çağrısında da bulundu», «sözlerini şöyle sürdürdü»."""
    forms = lex.LIGHT.get(word)
    if forms is None:
        return None
    words = doc.words
    last = i - 1
    while last >= floor and i - last < 3 and words[last] in _BETWEEN:
        last -= 1
    if last < floor or words[last] not in lex.PHRASE_ENDS:
        return None
    for length in range(lex.LONGEST_PHRASE, 0, -1):
        first = last - length + 1
        if first < floor:
            continue
        noun = tuple(words[first : last + 1])
        for saying, stem in forms:
            is_negative = saying.form is Form.NEGATIVE
            verb = lex.PHRASES.get((noun, stem + "-" if is_negative else stem))
            if verb is not None:
                return Cue(first, i + 1, saying, verb)
    return None


_BETWEEN = lex.CLITICS | lex.OPENERS | {"bir", "böyle"}
