"""Refusals to confirm or deny: «ne doğruladı ne yalanladı», «doğrulamadı, yalanlamadı da».

Source: section 4 of the project's notes on Turkish attribution (decline), with the usual pairs.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.cues import Cue
from claims.extraction.languages.tr.lexicon import Form
from claims.extraction.languages.tr.phrases import COMMAS

_CONFIRMS = frozenset(("doğrulamak", "teyit etmek", "kabul etmek"))
_DENIES = frozenset(("yalanlamak", "reddetmek", "inkar etmek"))
# Words from one verb to the other.
PAIR_WITHIN = 4
_BETWEEN = lex.CLITICS | COMMAS | {"ne", "ve", "ama"}


def neither(doc: Document, cue: Cue, limit: int) -> tuple[int, int] | None:
    """Where a refusal begins and ends that opens with the cue: two verbs of opposite sense, each
    negated or behind «ne»."""
    words = doc.words
    if cue.verb.lemma not in _CONFIRMS | _DENIES:
        return None
    other = _DENIES if cue.verb.lemma in _CONFIRMS else _CONFIRMS
    first = cue.first - (words[cue.first - 1] == "ne") if cue.first else cue.first
    if first == cue.first and cue.saying.form is not Form.NEGATIVE:
        return None
    for i in range(cue.end, min(limit, cue.end + PAIR_WITHIN)):
        if words[i] in _BETWEEN:
            continue
        lemma = _opposite(words[i])
        return (first, i + 1) if lemma in other else None
    return None


def _opposite(word: str) -> str | None:
    """Which verb a word is a form of, negated ones included."""
    known = lex.SIMPLE.get(word)
    return known[1].lemma if known is not None else _NEGATED.get(word)


_NEGATED = {
    form: lemma
    for lemma in ("yalanlamak", "reddetmek", "doğrulamak")
    for form in lex.negated(lemma)
}
