"""Objects that belong to the content, or to the cue: «urged the state to act», «called it "T"».

Source: the notes on English attribution, «X called it "T"», «X vowed to T», «X denied doing T»;
stances with a bare noun («criticised the deal») are no claims.
"""

from typing import TYPE_CHECKING

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.clauses import has_clause
from claims.extraction.languages.en.phrases import simple
from claims.extraction.languages.en.times import time_end
from claims.extraction.report import Words

if TYPE_CHECKING:
    from claims.extraction.languages.en.following import Following, Frame

_ACCUSED_OF = {"accuse": ("of",), "blame": ("for", "on")}
_OBJECT_AT_MOST = 18
_CALLING = frozenset(("call", "label", "brand", "deem", "dub"))
_CALLED = frozenset(("it", "them", "him", "her", "this"))
# What somebody is said to call a thing «as T»: description, dismissal, praise and blame.
_DESCRIBING = frozenset(
    (
        "describe",
        "characterize",
        "characterise",
        "portray",
        "depict",
        "dismiss",
        "hail",
        "condemn",
        "denounce",
        "decry",
        "slam",
        "deride",
        "brand",
        "ridicule",
    )
)
_NOT_AS = frozenset(("soon", "well", "long", "part", "they", "he", "she", "it"))
_CLAUSE_ENDS = frozenset((",", "and", "but", ";"))
_NO_OBJECT = lex.SETS["no_object"]
_GERUNDS = lex.INGS | {"being", "having"}


def frame_of_object(of: "Following", at: int) -> "Frame | None":
    takes = of.takes
    if at >= of.end:
        return None
    if "accused" in takes:
        return _accused(of, at)
    if of.verb.lemma == "claim" and of.words[at : at + 2] == ["responsibility", "for"]:
        return of.made("noun", at)
    if "addressed" in takes or of.verb.lemma in ("ask", "tell", "warn"):
        found = _addressed(of, at)
        if found is not None:
            return found
    if "gerund" in takes and of.words[at] in _GERUNDS and of.words[at + 1 : at + 2] != ["that"]:
        return of.made("ing", at)
    if "caused" in takes:
        return _caused(of, at)
    if "clear" in takes:
        is_clear = of.words[at : at + 2] in (["clear", "that"], ["plain", "that"])
        return of.made("that", at + 2, Words(at + 1, at + 2)) if is_clear else None
    if "doubted" in takes and of.words[at] in ("whether", "if"):
        return of.made("that", at + 1, Words(at, at + 1))
    if "ing" in takes and of.words[at] in _GERUNDS:
        return of.made("ing", at)
    if "warned" in takes:
        found = _warned(of, at)
        if found is not None:
            return found
    if "holding" in takes:
        found = _holding(of, at)
        if found is not None:
            return found
    if "counted" in takes:
        return _counted(of, at)
    if "number" in takes:
        found = _number(of, at)
        if found is not None:
            return found
    if "as" in takes or "part" in takes:
        found = _with_quotation(of, at)
        if found is not None or "that" not in takes:
            return found
    return _noun(of, at)


# «warned the neighbour against interfering»; «in», «to» belong to whoever is warned.
_WARNED_OF = frozenset(("against", "of", "about", "over"))


def _warned(of: "Following", at: int) -> "Frame | None":
    """«warned those who stayed that T», «promised voters that T»."""
    words = of.words
    if words[at] == "that" or not words[at][0].isalnum():
        return None
    for k in range(at + 1, min(of.end - 1, at + 9)):
        if words[k] == "that":
            return of.made("that", k + 1, Words(k, k + 1))
        if of.verb.lemma == "warn" and words[k] in _WARNED_OF:
            return of.made("noun", k + 1)
        if is_auxiliary(of, k) or words[k] in ",.;:" or words[k] in lex.PAST_FORMS:
            break
    return None


def is_auxiliary(of: "Following", k: int) -> bool:
    """«may», but not the name «May»."""
    return of.words[k] in lex.AUXILIARIES and not of.view.capitals[k]


def _holding(of: "Following", at: int) -> "Frame | None":
    """«expressed hope that T»: the noun is part of the cue."""
    words = of.words
    for k in range(at, min(of.end - 2, at + 4)):
        is_held = words[k] in lex.CUE_NOUNS or words[k] in ("confidence", "optimism", "doubt")
        if is_held and words[k + 1] == "that":
            return of.made("that", k + 2, Words(k, k + 2))
    return None


def _number(of: "Following", at: int) -> "Frame | None":
    """«put the toll at 640»."""
    words = of.words
    for k in range(at, min(of.end - 1, at + 12)):
        if words[k] == "at":
            following = words[k + 1 : k + 4]
            is_number = any(w[0].isdigit() or w in lex.NUMBERS or w in "$€£" for w in following)
            return of.made("noun", at) if is_number else None
        if not (words[k][0].isalnum() or of.view.is_inside(k)):
            break
    return None


def _caused(of: "Following", at: int) -> "Frame | None":
    """«attributed the rise to the price of fuel»; «attributed to Noor» tells nothing."""
    stop = simple(of.view, at, min(of.end, at + _OBJECT_AT_MOST))
    is_told = at < stop < of.end - 1 and of.words[stop] == "to"
    return of.made("noun", at) if is_told else None


def _counted(of: "Following", at: int) -> "Frame | None":
    """«has counted 12 dead», «had documented at least 40 cases»."""
    start = at + 2 if of.words[at : at + 2] in (["at", "least"], ["more", "than"]) else at
    if start + 1 >= of.end or of.view.is_inside(start + 1):
        return None
    is_number = of.words[start][0].isdigit() or of.words[start] in lex.NUMBERS
    return of.made("noun", at) if is_number else None


def _accused(of: "Following", at: int) -> "Frame | None":
    """«accused the company of lying»; «the man accused of theft» says nothing."""
    if of.words[at] in ("of", "for", "on", "by"):
        return None
    if of.words[at - 1] == "blaming" and at >= 2 and of.words[at - 2] == ",":
        return of.made("accused", at)  # «apologised for the queues, blaming a lack of staff»
    for k in range(at + 1, min(of.end, at + _OBJECT_AT_MOST)):
        if of.words[k] in _ACCUSED_OF.get(of.verb.lemma, ()):
            return of.made("accused", at)
        if of.words[k] in ",;:" or is_auxiliary(of, k):
            break
    return of.opening(at) if of.view.opens(at) else None


def _addressed(of: "Following", at: int) -> "Frame | None":
    """«urged the state to step in»: the content holds the addressee."""
    words = of.words
    if (
        words[at] in lex.WH
        or words[at] in (",", ":", "that", "for", "to", "about", "not", "as", "in", "on", "at")
        or not words[at][0].isalnum()
    ):
        return None
    for k in range(at + 1, min(of.end, at + _OBJECT_AT_MOST)):
        word = words[k]
        if word == "to" and k + 1 < of.end:
            following = words[k + 1]
            if of.view.opens(k + 1) is not None:
                return of.made("addressed", k + 1)
            if (
                following in lex.BASES
                or following in ("be", "not", "have", "do", "immediately")
                or (
                    following.isalpha()
                    and following not in lex.DETERMINERS
                    and not of.view.capitals[k + 1]
                    and of.verb.sense in ("call", "expect")
                )
            ):
                return of.made("addressed", at)
        if (
            is_auxiliary(of, k)
            or word in lex.PRONOUNS
            or word in ",;:"
            or word == "that"
            or of.view.opens(k)
        ):
            return None
    return None


def _with_quotation(of: "Following", at: int) -> "Frame | None":
    """«called the plan "a betrayal"», «dismissed it as "fiction"», «voiced "deep concern"»."""
    words = of.words
    is_apart = False
    for k in range(at, min(of.end, at + _OBJECT_AT_MOST)):
        one = of.view.opens(k)
        if one is not None and is_apart:
            return of.made("part", at)
        if one is not None:
            if k > at and words[k - 1] in ",:" and one.close - one.open > 4:
                return of.made("quote", k)
            only = k == at + 1 and (words[at] in lex.PREPOSITIONS or words[at] == "as")
            return of.made("part", k if only else at)
        if words[k] in ";:" or (k > at and words[k] == "what"):
            return None  # «apologised for what he called "T"»: he called it that
        if words[k] == "," and words[k + 1 : k + 2] != ["a"]:
            is_apart = _is_name_apart(of, k)
            if not is_apart:
                break
        if is_auxiliary(of, k) and "as" not in of.takes:
            return None
    return _described(of, at)


def _is_name_apart(of: "Following", k: int) -> bool:
    """«called the attack by his son, Ali Noor, "T"»: a name between commas."""
    for j in range(k + 1, min(of.end - 1, k + 6)):
        if of.words[j] == ",":
            return j > k + 1
        if not of.view.capitals[j]:
            break
    return k > 0 and of.view.opens(k + 1) is not None and of.view.capitals[k - 1]


def _described(of: "Following", at: int) -> "Frame | None":
    """«called it a rehearsal», «described the talks as useful»."""
    words = of.words
    if of.verb.lemma in _CALLING and words[at] not in _CALLED and _calls(of, at):
        return of.made("part", at)
    if of.verb.lemma in _CALLING and words[at] in _CALLED:
        return of.made("part", at) if words[at + 1 : at + 2] in (["a"], ["an"], ["the"]) else None
    if of.verb.lemma not in _DESCRIBING:
        return None
    for k in range(at + 1, min(of.end - 1, at + 12)):
        if words[k] == "as" and words[k + 1] not in _NOT_AS:
            stop = next((j for j in range(k + 1, of.end) if words[j] in _CLAUSE_ENDS), of.end)
            return None if has_clause(of.view, k + 1, stop) else of.made("part", at)
        if words[k] in ",;:" or is_auxiliary(of, k) or words[k] in lex.RELATIVES:
            return None
    return None


def _calls(of: "Following", at: int) -> bool:
    """«called the plan a disgrace»; not «called the police a day later»."""
    words = of.words
    stop = simple(of.view, at, min(of.end, at + 10))
    if not at < stop < of.end - 1 or words[at] not in lex.DETERMINERS:
        return False
    if words[stop] not in ("a", "an") or words[stop + 1] in ("few", "second", "couple", "third"):
        return False
    return lex.TIME_UNITS.isdisjoint(words[stop + 1 : stop + 4])


def _noun(of: "Following", at: int) -> "Frame | None":
    """«announced an investigation», «denied the reports», «demanded an apology»."""
    takes, word = of.takes, of.words[at]
    if takes.isdisjoint(("noun", "denied", "demanded", "pledged", "worth")):
        return None
    if "recipient" in takes or of.view.opens(at) is not None:
        return None
    if "rejected" in takes:
        stop = min(of.end, at + 8)
        told = [
            k
            for k in range(at, stop - 1)
            if of.words[k] in lex.CUE_NOUNS or of.words[k] == "reports"
        ]
        is_clause = bool(told) and of.words[told[0] + 1] == "that"
        return of.made("noun", at) if is_clause else None
    if "worth" in takes:
        is_worth = any(w in lex.WORTH for w in of.words[at : at + 6])
        return of.made("noun", at) if is_worth else None
    if word in _NO_OBJECT and not (word in ("her", "him", "them") and of.verb.particle):
        return None
    if of.verb.particle == "for":
        return of.made("noun", at)
    is_adverb = word in lex.ADVERBS and word not in ("all", "both")
    if word in lex.PREPOSITIONS or word in lex.CONJUNCTIONS or is_adverb:
        return None
    if time_end(of.words, at, of.end) > at or not (word[0].isalnum() or word in "$€£"):
        return None
    if "clause" in takes and has_clause(of.view, at, of.end):
        return None
    if (
        word == "the"
        and of.verb.lemma in ("confirm", "report")
        and "of" not in of.words[at : at + 6]
    ):
        return None  # «confirmed the call»: what was told already
    if word in lex.PRONOUNS or (
        word in ("him", "her", "them", "us", "me") and of.words[at + 1 : at + 2] in ([], [","])
    ):
        return None
    return of.made("noun", at)
