"""Whether words make a clause: a noun phrase and a finite verb, told by their forms alone.

Source: the notes on English attribution: complement tests, rather than more verbs, tell
attributions from other uses of a word.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.view import View

# Words in which the verb of a clause must come.
WITHIN = 26
_SUBJECTS = frozenset(("he", "she", "they", "we", "i"))
_OPENING = frozenset(("about", "over", "under", "in", "at"))
_JOINED = ("'s", "’s", "'re", "’re", "'m", "’m", "'ve", "’ve", "'d", "’d", "'ll", "’ll")
_JOINING = frozenset(("and", "or", "but"))
# «The man allegedly shot two guards»; but «a recently closed bridge».
_BETWEEN = lex.HEARSAY_ADVERBS | {word for word in lex.ADVERBS if word.endswith("ly")}
_NOT_OPENING = lex.CONJUNCTIONS - lex.WH - {"that"}
_NOT_LISTED = lex.PREPOSITIONS | lex.PRONOUNS
_QUANTITIES = frozenset(("more", "fewer", "less", "up", "as", "close", "well", "not"))
_COUNTING = frozenset(
    (
        "than",
        "to",
        "as",
        "many",
        "few",
        "much",
        "little",
        "over",
        "above",
        "below",
        "under",
        "fewer",
        "more",
        "less",
    )
)
_NOT_BEFORE_VERB = lex.DETERMINERS | lex.PREPOSITIONS


def is_finite(view: View, i: int, first: int) -> bool:
    """Whether the word is a finite verb, its subject beginning at ``first``."""
    word = view.words[i]
    if word in lex.AUXILIARIES:
        return not (view.capitals[i] and i > first)  # «in May»
    if view.capitals[i] or i == first:
        return False
    before = view.words[i - 1]
    if word in lex.PAST_FORMS or (word.endswith("ed") and len(word) > 4):
        if before in _BETWEEN:
            return i - 2 >= first and view.words[i - 2] not in _NOT_BEFORE_VERB
        return before not in _NOT_BEFORE_VERB and not before.endswith("ly") and before != "-"
    if word in lex.PRESENTS:
        return before not in _NOT_BEFORE_VERB
    if word in lex.AMBIGUOUS_PRESENTS:
        return before in lex.PRONOUNS or view.capitals[i - 1]
    if word in lex.BASES:
        return (
            before in lex.PRONOUNS
            or (
                before.endswith("s")
                and word not in lex.NOUNS_TOO
                and before not in ("its", "'s", "this")
            )
            or before in ("people", "men", "women", "who", "police")
        )
    return False


def _behind_quantity(words: list[str], first: int, end: int) -> int:
    """«more than 20 people had died», «as many as 20», «more rain was due»: where the count or the
    noun stands."""
    if first + 2 >= end or words[first] not in _QUANTITIES:
        return first
    if words[first] == "not":
        return first + 1 if words[first + 1] in ("a", "one", "all", "every") else first
    following = words[first + 1]
    if words[first] == "more" and following != "than" and following not in _NOT_BEFORE_VERB:
        is_noun = following[0].isalnum() and not following.endswith("ly")
        return first + 1 if is_noun else first
    for k in range(first + 1, min(end, first + 4)):
        if words[k][0].isdigit() or words[k] in lex.NUMBERS or words[k] in "$€£":
            return k
        if words[k] not in _COUNTING:
            break
    return first


def has_clause(view: View, first: int, end: int) -> bool:
    """Whether a clause begins at ``first``: something that can be a subject, then its verb."""
    words = view.words
    first = _behind_quantity(words, first, end)
    if first >= end or (words[first] in _NOT_OPENING):
        return False
    if words[first] in _SUBJECTS and first + 1 < end:
        following = words[first + 1]
        return (following[0].isalpha() or following in "\"“‘'") and (
            following not in _NOT_BEFORE_VERB or words[first + 1 : first + 3] == ["no", "longer"]
        )
    is_joined = first + 1 < end and view.is_inside(first + 1)
    if words[first] in lex.PREPOSITIONS and words[first] not in _OPENING and not is_joined:
        return False
    if words[first + 1 : first + 2] in ([","], [";"], [":"]):
        return False
    if (words[first] in lex.ADVERBS and words[first] != "there") or words[first] in (
        "twice",
        "more",
        "not",
        "less",
    ):
        return False
    relatives = commas = 0
    for i in range(first, min(end, first + WITHIN)):
        word = words[i]
        if (word in lex.RELATIVES or word == "that") and i > first:
            relatives += 1
        elif word == ",":
            commas += 1
        elif word in _JOINING:
            if i + 1 < end and words[i + 1] not in _NOT_LISTED:
                commas += commas % 2  # «A, B and C have»: a list
        elif word in ":;":
            return False
        elif words[i - 1] in _JOINING and i > first and word in lex.AUXILIARIES:
            return False  # «three deaths but have not said»
        elif words[i - 1] in _JOINING and i > first:
            continue
        elif is_finite(view, i, first) and (i > first or word.endswith(_JOINED)):
            if relatives:
                relatives -= 1
            elif commas % 2 == 0:
                return True
    return False
