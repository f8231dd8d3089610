"""The subject that stands before its verb: with an apposition, a relative clause, auxiliaries.

Source: the notes on English attribution: 99.4 % of sources stand in the sentence of their cue.
"""

from typing import NamedTuple

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.phrases import APPOSED_AT_MOST, backward, can_name, simple
from claims.extraction.languages.en.view import View

_NO_APPOSITION = (lex.RELATIVES | lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.ADVERBS | lex.INGS) - {
    "of", "former", "one",
} | {"citing", "quoting"}  # fmt: skip
_VERBS = (lex.PRESENTS | lex.AMBIGUOUS_PRESENTS | lex.PAST_FORMS) - lex.NOUNS.keys()
_NO_NAMES = _VERBS | lex.INGS
_LEADING_IN = lex.PREPOSITIONS | lex.INGS
_BETWEEN_AT_MOST = 6
REDUCED_AT_MOST = 26
_NOT_REDUCED = frozenset((",", ";", ":", "and", "but", "that", "who", "which"))
RELATIVE_AT_MOST = 16
_TIMES = lex.TIME_HEADS | lex.DAY_PARTS | lex.TIME_UNITS
_NO_ADVERBS = frozenset(("family", "ally", "assembly", "anomaly", "monopoly", "bully"))
_NAMES_TOO = frozenset(("may", "will"))
# «A woman who gave her name as Ilse said», «a man who works as a guard said».
_NAMED = frozenset(
    (
        "name",
        "himself",
        "herself",
        "themselves",
        "known",
        "identified",
        "only",
        "worked",
        "works",
        "work",
        "served",
        "serves",
        "job",
        "age",
    )
)
_KNOWN_AS = frozenset(("known", "nicknamed", "aged", "born"))


class Subject(NamedTuple):
    """Words first … end - 1 name it; the clause begins at ``clause``; ``verb`` is where the verb's
    own words begin (auxiliaries and adverbs included)."""

    first: int
    end: int
    clause: int
    verb: int
    # «who said»: the words are those of the noun that the relative follows.
    relative: bool = False


def verb_start(view: View, i: int, floor: int) -> tuple[int, list[str]]:
    """Back over auxiliaries and adverbs before the verb, and what stood there."""
    words = view.words
    skipped: list[str] = []
    while i > floor and len(skipped) < _BETWEEN_AT_MOST:
        word = words[i - 1]
        if word in _NAMES_TOO and view.capitals[i - 1]:
            break  # «May said»
        if (
            word in lex.AUXILIARIES
            or word in lex.NEGATIONS
            or word == "to"
            or word in lex.ADVERBS
            or (word.endswith("ly") and not view.capitals[i - 1] and word not in _NO_ADVERBS)
        ):
            pass
        else:
            behind = _before_time(words, i, floor)
            if behind == i:
                break
            i = behind
            skipped.append("")
            continue
        skipped.append(word)
        i -= 1
    return i, skipped


def _before_time(words: list[str], i: int, floor: int) -> int:
    """«The leader this morning said», «The mayor on Monday said»: back over the time."""
    word = words[i - 1]
    if word not in _TIMES:
        return i
    if word in lex.WEEKDAYS or word in lex.DAYS:
        return i - 2 if i - 2 > floor and words[i - 2] in ("on", "late", "early") else i - 1
    if (word in lex.DAY_PARTS or word in lex.TIME_UNITS) and i - 2 > floor:
        return i - 2 if words[i - 2] in ("this", "last", "that") else i
    return i


def before(view: View, i: int, floor: int) -> Subject | None:
    """The subject of the verb at ``i`` (its first word, auxiliaries left out already)."""
    words = view.words
    if i <= floor:
        return None
    verb = i
    last = words[i - 1]
    if last in ("who", "which", "whom"):
        return _of_relative(view, i - 1, floor, i)
    if last in ",—–":
        return _behind_comma(view, i, floor)
    if i - 2 >= floor and last in _VERBS and last[-2:] == "ed" and words[i - 2] in lex.NOUNS:
        i -= 1  # «a poll released on Monday showed»
    first = backward(view, i, floor)
    is_verb = first < i and not view.capitals[first] and words[first] in _VERBS
    is_called = first - 1 > floor and words[first - 1] == "as" and words[first - 2] in _NAMED
    if first > floor and (words[first - 1] in lex.AUXILIARIES or is_verb or is_called):
        relative = _with_relative(view, i, floor)  # «An official who had left said»
        if relative is not None:
            return relative._replace(verb=verb)
    if is_verb and words[first] in lex.PASTS:
        return None  # «…, said in a statement read to the court»
    if can_name(view, first, i):
        return _whole(view, Subject(first, i, first, verb), floor)
    return _with_relative(view, i, floor)


def reduced(view: View, i: int, floor: int, *, finite: bool) -> Subject | None:
    """«Rescuers searching for the missing say», «men held since Monday say»: the noun before a
    participle at the head of the clause; behind a verb that may be finite only before *-ing*."""
    words = view.words
    start = floor
    while start < i and (words[start] in lex.OPENERS or not words[start][0].isalnum()):
        start += 1
    if not REDUCED_AT_MOST >= i - start > 3:
        return None
    end = simple(view, start, i)
    if end <= start or end + 1 >= i or not can_name(view, start, end):
        return None
    is_participle = words[end].endswith("ing") or (
        not finite
        and (words[end] in lex.PAST_FORMS or words[end] in lex.PARTICIPLES)
        and words[end + 1] in lex.PREPOSITIONS
    )
    if not is_participle or not _NOT_REDUCED.isdisjoint(words[end:i]):
        return None
    return Subject(start, end, start, i)


def _of_relative(view: View, who: int, floor: int, verb: int) -> Subject | None:
    """«Noor, a lawyer, who said …», «the man who said …»."""
    end = who
    if end > floor and view.words[end - 1] == ",":
        end -= 1
    first = backward(view, end, floor)
    if not can_name(view, first, end):
        return None
    found = _whole(view, Subject(first, end, first, verb), floor)
    return found._replace(relative=True)


def _with_relative(view: View, i: int, floor: int) -> Subject | None:
    """«The association that represents agents says»: the noun before the relative."""
    for k in range(i - 2, max(floor, i - RELATIVE_AT_MOST), -1):
        if view.words[k] in ("that", "who", "which"):
            first = backward(view, k, floor)
            if can_name(view, first, k) and view.words[k - 1] not in lex.FORMS:
                return Subject(first, k, first, i)
            return None
        if not (view.words[k][0].isalnum() or view.is_inside(k)):
            return None
    return None


def _behind_comma(view: View, i: int, floor: int) -> Subject | None:
    """«Noor, a lawyer for the union, said», «Noor, who is 45, said»."""
    words = view.words
    low = max(floor, i - APPOSED_AT_MOST)
    close = i - 1
    k = close - 1
    while k > low:
        around = view.doc.around(k)
        if around is not None and around.open >= low and not around.is_name:
            k = around.open - 1
            continue
        if words[k] == words[close]:
            first = backward(view, k, floor)
            if first < k and words[first - 1 : first] in (["who"], ["that"]) and first - 1 > floor:
                relative = _with_relative(view, k, floor)
                if relative is not None and _may_be_apposed(view, k + 1, close):
                    end = close if view.capitals[k + 1] else relative.end
                    return relative._replace(end=end, verb=i)
            if first < k and can_name(view, first, k) and _may_be_apposed(view, k + 1, close):
                end = close if _is_apposition(view, k + 1, close) else k
                cut = next((j for j in range(k + 1, end) if words[j] in lex.RELATIVES), end)
                if cut < end:
                    end = cut - 1 if words[cut - 1] == "," else cut
                return _whole(view, Subject(first, max(end, k), first, i), floor)
        k -= 1
    return None


def _is_apposition(view: View, first: int, end: int) -> bool:
    word = view.words[first]
    if word in _KNOWN_AS:
        return True
    if word in lex.OPENERS:
        return False  # «Noor, however, said»
    if view.capitals[first] and word not in lex.PREPOSITIONS:
        return True
    return word not in _NO_APPOSITION and word not in lex.PARTICIPLES and word not in lex.PAST_FORMS


def _may_be_apposed(view: View, first: int, end: int) -> bool:
    """A clause of its own between the commas is none: «he came, the road was closed, said»."""
    words = view.words
    if first >= end:
        return False
    if words[first] in lex.RELATIVES or words[first] in _LEADING_IN:
        return True
    if words[first] in ("when", "while", "as", "asked"):
        return True
    for k in range(first, end):
        if words[k] in lex.RELATIVES:
            return True
        if words[k] in lex.AUXILIARIES or words[k] in lex.PRONOUNS:
            return False
    return True


def _whole(view: View, found: Subject, floor: int) -> Subject:
    """With the name that an apposition follows: «Noor, a lawyer of the union» ends with «union»."""
    words = view.words
    first = found.first
    opens = (
        words[first] in ("a", "an", "the")
        or words[first][0].isdigit()
        or ((words[first] in lex.NOUNS or words[first] in lex.TITLES) and not view.capitals[first])
        or len(words[first]) == 1
        or (first > 1 and words[first - 2] in lex.NOUNS and not view.capitals[first - 2])
    )
    if not opens or first - 1 <= floor or words[first - 1] != ",":
        return found
    start = backward(view, first - 1, floor)
    if start >= first - 1 or words[start] in _NO_NAMES or not can_name(view, start, first - 1):
        return found
    is_role = words[first - 2] in lex.NOUNS and view.capitals[first]
    if not (view.capitals[first - 2] or is_role) or (
        start == floor and words[start] in lex.PREPOSITIONS
    ):
        return found
    if found.end < found.verb:
        return found._replace(first=start, clause=start)
    return found
