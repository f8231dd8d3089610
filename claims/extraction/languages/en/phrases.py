"""Where the naming of a source begins and ends.

Source: the notes on English attribution, «Source» (names with title or apposition; who, time, venue
and recipient stay outside); the guideline of annotation.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.lexicon import NounClass
from claims.extraction.languages.en.times import time_end
from claims.extraction.languages.en.view import View, base
from claims.extraction.quotations import Quotation

# Words of one mention; of what stands between commas.
AT_MOST = 26
APPOSED_AT_MOST = 40
# A name in marks holds so many words.
NAME_AT_MOST = 5
# Shorter words in *-ing* are no participles: «ring», «king».
MANY = 5
_WHERE = frozenset(("of", "for", "at", "in", "from", "with", "to", "on", "by", "about"))
_POSTED_ON = frozenset(
    ["committee", "board", "council", "panel", "team", "commission", "side", "beat"]
)
_JOINERS = frozenset(("and", "or"))
_ONLY_FINITE = lex.SETS["only_finite"]
_BREAKING = _ONLY_FINITE | lex.AUXILIARIES
_NAMES_TOO = frozenset(("may", "will"))


def forward(view: View, at: int, end: int) -> int:
    """The end of the noun phrase that begins at ``at``, appositions included; ``at`` if none."""
    words = view.words
    if at >= end or words[at] in lex.PRONOUNS or words[at] in ("him", "her", "them"):
        is_owner = at + 1 < end and words[at] == "her" and words[at + 1][0].isalpha()
        if at >= end or not is_owner or words[at + 1] in lex.AUXILIARIES:
            return at + 1 if at < end else at
    i = simple(view, at, end)
    if i == at:
        return at
    is_joined = i + 1 < end and words[i] in _JOINERS and not _is_verb(view, i + 1)
    if is_joined and not _is_clause_ahead(view, i + 1, end):
        joined = simple(view, i + 1, end)
        if joined > i + 1:
            i = joined
    return apposition(view, i, end)


def _is_verb(view: View, i: int) -> bool:
    """«met President Noor and called on both»: no second name."""
    word = view.words[i]
    return word in lex.PAST_FORMS and word not in lex.NOUNS and not view.capitals[i]


def apposition(view: View, i: int, end: int) -> int:
    """Behind «, a lawyer for the union», «, 45,», «, of the group Save», or ``i``."""
    words = view.words
    for _ in range(3):
        if i + 1 >= end or words[i] != ",":
            return i
        at = i + 1
        first = words[at]
        if first[0].isdigit() and len(first) <= 3:
            stop = at + 1
        elif (
            first in ("a", "an", "the", "one", "its", "his", "her", "of")
            or (first in lex.TITLES and not view.capitals[at])
            or (first in lex.NOUNS and not view.capitals[at])
            or (len(first) == 1 and words[at + 1 : at + 2] == ["-"])
            or view.capitals[at]
        ):
            start = at + 1 if first == "of" else at
            stop = simple(view, start, end)
            if stop == start:
                return i
        else:
            return i
        if stop < end and words[stop] in lex.RELATIVES:
            return stop
        if stop < end and words[stop] not in ",.;:)\"”’'—–" and words[stop] not in _JOINERS:
            return i if not _ends_apposition(view, stop) else stop
        if stop < end and words[stop] in _JOINERS and _is_clause_ahead(view, stop + 1, end):
            return stop
        i = stop
    return i


def _ends_apposition(view: View, stop: int) -> bool:
    """«…, a nurse, told …», «…, a nurse in a statement», «…, a nurse representing …»."""
    word = view.words[stop]
    return word in lex.PREPOSITIONS or word in lex.INGS or word in lex.TIME_HEADS


def _is_clause_ahead(view: View, at: int, end: int) -> bool:
    return any(view.words[i] in _ONLY_FINITE for i in range(at, min(end, at + 8)))


def simple(view: View, at: int, end: int) -> int:
    """The end of a noun phrase with its prepositional phrases, without appositions."""
    words, capitals = view.words, view.capitals
    i = at
    limit = min(end, at + AT_MOST)
    named = False  # only a personal name so far: then «in Paris» says where it was said
    while i < limit:
        word = words[i]
        if word[0].isalpha() or word[0].isdigit():
            if word in lex.PREPOSITIONS and not capitals[i]:
                if not _goes_on(view, at, i, limit, named=named):
                    break
                i += 1
                named = False
                continue
            if i > at and _ends(view, at, i, limit):
                break
            if i == at and (word in _ONLY_FINITE or word in lex.RELATIVES or word == "that"):
                break
            named = capitals[i] and word not in lex.NOUNS
            i += 1
        elif i in view.quotation_at and i > at:
            one = view.quotation_at[i]
            if not one.closed or one.end > limit or one.close - one.open > NAME_AT_MOST + 1:
                break
            if not one.is_name:
                break
            i = one.end
        elif word == "(":
            close = next((k for k in range(i, min(limit, i + 9)) if words[k] == ")"), None)
            if close is None or i == at:
                break
            i = close + 1
        elif view.is_inside(i) or word in "$€£#@%":
            i += 1
        else:
            break
    while i > at and (
        (words[i - 1] in lex.PREPOSITIONS and not capitals[i - 1])
        or (words[i - 1] in lex.DETERMINERS and i - 1 > at and not words[i - 1].isdigit())
    ):
        i -= 1
    return i if any(word[0].isalnum() for word in words[at:i]) else at


def _ends(view: View, at: int, i: int, limit: int) -> bool:
    """Whether the word ends the phrase that it follows."""
    word, before = view.words[i], view.words[i - 1]
    is_verb = word in _ONLY_FINITE and not view.capitals[i]
    if is_verb or word in lex.PRONOUNS or word == "that" or word in lex.RELATIVES:
        return True
    if word in lex.CONJUNCTIONS:
        return True
    if view.capitals[i] and (word not in lex.TIME_HEADS or word in lex.DAYS):
        return False
    if word in lex.DETERMINERS:
        return before not in lex.PREPOSITIONS and before not in ("all", "both", "half")
    if word in lex.TIME_HEADS or time_end(view.words, i, limit) > i:
        return not word[0].isdigit() or time_end(view.words, i, limit) > i
    if word in lex.ADVERBS:
        return True
    is_modified = before in lex.DETERMINERS or before in lex.PREPOSITIONS or before.endswith("ly")
    if word.endswith("ed") and len(word) > 4 and not is_modified and before != "-":
        is_noun = i + 1 < limit and view.words[i + 1] in lex.NOUNS and not view.capitals[i + 1]
        return not is_noun or before in lex.NOUNS or view.capitals[i - 1]
    if word in lex.PRESENTS or word in lex.INGS:
        return not is_modified and word not in lex.NOUNS and before != "-"
    if word in lex.PAST_FORMS:
        return not is_modified and word not in lex.NOUNS and not view.is_inside(i - 1)
    if word.endswith("ing") and word not in lex.NOUNS:
        noun = lex.NOUNS.get(before)
        return noun is not None and noun.plural and len(word) > MANY  # «rescuers searching»
    return False


def _goes_on(view: View, at: int, i: int, limit: int, *, named: bool) -> bool:
    """Whether a preposition belongs to the naming: «of the group», «for the ministry»."""
    words = view.words
    if words[i] not in _WHERE or i == at or i + 1 >= limit:
        return False
    if words[i] == "of":
        return words[i + 1] not in lex.INGS or view.capitals[i + 1]
    if named and words[i] not in ("of", "for"):
        return False
    if words[i] in ("about", "by"):
        return False
    if words[i] == "to":
        return any(base(w) in lex.NOUNS or w in lex.TITLES for w in words[max(at, i - 2) : i])
    if is_venue(view, i, limit) or time_end(words, i, limit) > i:
        return False
    if words[i] == "on":
        return any(words[k] in _POSTED_ON for k in range(i + 1, min(limit, i + 6)))
    return words[i + 1][0].isalnum() or i + 1 in view.doc.quotation_at


def is_venue(view: View, i: int, limit: int) -> bool:
    """«in a statement», «at a news conference», «on Twitter», «in an interview with …»."""
    words = view.words
    for k in range(i + 1, min(limit, i + 7)):
        word = words[k]
        if word in lex.VENUES:
            return True
        if word in lex.PREPOSITIONS or not (word[0].isalnum() or word in "-'’"):
            return False
    return False


def backward(view: View, end: int, floor: int) -> int:
    """The start of the noun phrase whose last word stands before ``end``; else ``end``."""
    words = view.words
    i, joined = end - 1, None
    low = max(floor, end - AT_MOST)
    while i >= low:
        word = words[i]
        if word[0].isalnum():
            if word in lex.CONJUNCTIONS or word == "that":
                if word not in _JOINERS or words[i - 1] in ",;" or i == low or i == end - 1:
                    break
                joined = i
            elif (
                (word in _BREAKING and not (view.capitals[i] and word in _NAMES_TOO))
                or (word in lex.PRONOUNS and i < end - 1)
                or (word in lex.PRESENTS and not view.capitals[i] and i < end - 1)
            ):
                break
        elif word == ")":
            opened = next((k for k in range(i, max(low, i - 9) - 1, -1) if words[k] == "("), None)
            if opened is None:
                break
            i = opened
        elif view.closing(i + 1) is not None:
            one = view.closing(i + 1)
            if one is None or one.open < low or not _holds_name(view, one, end):
                break
            i = one.open
        elif not view.is_inside(i):
            break
        i -= 1
    return _stripped(view, i + 1, end, joined)


def _holds_name(view: View, one: Quotation, end: int) -> bool:
    """«the so-called "adults in the room" at the ministry»: marks inside a naming."""
    if one.is_name:
        return True
    before = view.words[one.open - 1] if one.open else ""
    is_short = one.close - one.open <= NAME_AT_MOST + 1 and view.words[one.close - 1] not in ",.!?"
    return is_short and (before in lex.DETERMINERS or before in _CALLED) and one.end < end


_CALLED = frozenset(("called", "styled", "described", "known", "dubbed", "unnamed", "nicknamed"))


def _stripped(view: View, first: int, end: int, joined: int | None) -> int:
    """Less what leads in: «But on Tuesday the ministry», «In a statement the ministry»."""
    words = view.words
    if joined is not None and _has_verb(view, first, joined):
        first = joined + 1
    while first < end:
        word = words[first]
        stop = time_end(words, first, end)
        if stop > first and stop < end and not (word in lex.NUMBERS and stop == first + 1):
            first = stop
        elif word in lex.LEADS or word in lex.OPENERS or (word in lex.ADVERBS and first + 1 < end):
            first += 1
        elif word in lex.PREPOSITIONS and not (view.capitals[first] and first + 1 == end):
            cut = _behind_adjunct(view, first, end)
            if cut is None:
                return end
            first = cut
        elif not word[0].isalnum() and first not in view.doc.quotation_at:
            first += 1
        else:
            break
    return first


def _behind_adjunct(view: View, first: int, end: int) -> int | None:
    """Where the subject begins behind «In a statement»: at the last word that can open one."""
    words = view.words
    for i in range(end - 1, first + 1, -1):
        word, before = words[i], words[i - 1]
        if before in lex.PREPOSITIONS or before in lex.DETERMINERS or not before[0].isalnum():
            continue
        if word in lex.DETERMINERS or word in lex.PRONOUNS:
            return i
        if view.capitals[i] and not view.capitals[i - 1]:
            if before in lex.NOUNS and lex.NOUNS[before].kind is NounClass.PERSON:
                continue
            if before in lex.VENUES or before in lex.TIME_UNITS or before[0].isdigit():
                return i
    return None


def _has_verb(view: View, first: int, end: int) -> bool:
    words = view.words
    return any(
        words[i] in _ONLY_FINITE
        or (
            words[i] in lex.PAST_FORMS
            and not view.capitals[i]
            and words[i - 1] not in lex.DETERMINERS
        )
        or words[i] in lex.PRESENTS
        for i in range(first, end)
    )


def can_name(view: View, first: int, end: int) -> bool:
    """Whether the words can name a source at all."""
    words = view.words
    if first >= end:
        return False
    last = end - 1
    while last > first and not words[last][0].isalnum():
        last -= 1
    word = words[last]
    if not word[0].isalpha() or (word in lex.PREPOSITIONS and not view.capitals[last]):
        return words[last][0].isdigit() and last > first
    if word in lex.DETERMINERS:
        return word in lex.SEVERAL or word in lex.NUMBERS
    if (
        word in lex.CONJUNCTIONS
        or (word in lex.AUXILIARIES and not view.capitals[last])
        or (word.endswith("ly") and last == first and not view.capitals[last])
    ):
        return False
    is_verb = word in lex.INGS or (word in lex.PAST_FORMS and word not in lex.NOUNS)
    if last == first and is_verb and not view.capitals[last]:
        return False
    return words[first] not in lex.CONJUNCTIONS


def _may_be_name(word: str) -> bool:
    """Of a word that may have its capital from the sentence's head alone."""
    return word not in lex.DETERMINERS and not word.endswith("ing")


def is_somebody(view: View, first: int, end: int) -> bool:
    """Whether the words name a person, a body or a paper by what they are, or a name."""
    words = view.words
    for i in range(first, end):
        word = base(words[i])
        if word in ",(" or word in lex.RELATIVES:
            break
        if word in lex.NOUNS or word in lex.PRONOUNS or word == "them":
            return True
        if view.capitals[i] and (i > first or _may_be_name(word)):
            return True
    return False
