"""What the naming of a source says: head, names, gender, number, and whether it points back.

Source: the notes on English attribution (what sources are made of); first names and titles tell
whom *he* and *she* mean.
"""

from collections.abc import Iterable

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.lexicon import NounClass
from claims.extraction.languages.en.view import View, base
from claims.extraction.report import ANYBODY, Agreement, Mention, Words

_POINTING = frozenset(("the", "this", "that", "these", "those", "both", "such"))
_UNCONFIRMED = frozenset(("unconfirmed", "unverified", "conflicting"))
_HONOURS = frozenset(("excellency", "majesty", "highness"))
_PARTISANS = frozenset(("republican", "democrat", "conservative"))
_SOME = frozenset(("a", "an", "another", "some", "any"))
_PARTITIVE = lex.SEVERAL | lex.NUMBERS
_CORE_ENDS = lex.PREPOSITIONS | {
    "familiar",
    "close",
    "who",
    "whose",
    "which",
    "that",
    "briefed",
    ",",
    "(",
}
_PRONOUNS = {
    "he": Agreement("m", "s"),
    "she": Agreement("f", "s"),
    "it": Agreement("n", "s"),
    "they": Agreement("", "p"),
    "himself": Agreement("m", "s"),
    "herself": Agreement("f", "s"),
    "him": Agreement("m", "s"),
    "her": Agreement("f", "s"),
    "them": Agreement("", "p"),
    **dict.fromkeys(lex.SEVERAL - {"one", "another"}, Agreement("", "p")),
}
PRONOUNS = frozenset(_PRONOUNS)
# What sort of a group or person it is: «the aid group» may be any name.
_SORTS = lex.SETS["parties"] | lex.SETS["sorts"]
_NOT_IN_BAG = lex.PREPOSITIONS | lex.DETERMINERS | {"and", "who", "whose", "or"}


def mention(view: View, first: int, end: int) -> Mention:
    """What words first … end - 1 name, found once for a sentence."""
    key = ("mention", first, end)
    found = view.doc.memo.get(key)
    if not isinstance(found, Mention):
        found = view.doc.memo[key] = _mention(view, first, end)
    return found


def _mention(view: View, first: int, end: int) -> Mention:
    words = view.words
    if end - first == 1 and words[first] in _PRONOUNS:
        return _pronoun(first, words[first])
    if words[first + 1 : first + 3] == ["of", "them"] and end == first + 3:
        return _pronoun(first, "them", first + 3)
    start = first
    if words[first + 1 : first + 3] == ["of", "the"] and words[first] in _PARTITIVE:
        start = first + 2  # «one of the officials»
    elif words[first] in lex.SETS["quantities"] and words[first + 1] == "of" and first + 2 < end:
        start = first + 2  # «thousands of people»
    core = _core_end(view, start, end)
    head_at = _head(view, start, core)
    head_word = base(words[head_at])
    noun = lex.NOUNS.get(head_word)
    if noun is not None and view.capitals[head_at] and head_at > first and _is_name_word(noun):
        noun = lex.NOUNS[head_word] if noun.kind is NounClass.BODY else None
    names = _names(view, start, core, noun)
    apposed = _apposed(view, core, end)
    short = _short_name(view, core, end)
    kind = _kind(view, first, core, end, noun, names)
    if noun is not None and noun.kind is NounClass.PERSON:
        names |= apposed
    elif apposed and not names and (noun is not None or kind is NounClass.PERSON):
        names = apposed
    names |= short
    count = _count(words, first)
    points_back = words[start] in _POINTING or (noun is not None and noun.stem in _HONOURS)
    generic = points_back and noun is not None and not names and _is_short(view, start, core, end)
    unnamed = noun is not None and noun.stem in lex.UNNAMED and not names
    head = _head_of(kind, noun, names, words, first, core)
    return Mention(
        words=Words(first, end),
        head=head,
        heads=_heads(head, noun, generic),
        names=frozenset(names),
        bag=frozenset(_bag(view, start, end, head_at, named=bool(names))),
        agreement=_agreement(view, first, core, end, kind, noun, count),
        person=kind is NounClass.PERSON,
        generic=generic,
        indefinite=not names
        and (words[first] in _SOME or words[first] in lex.NUMBERS or words[first][0].isdigit()),
        anonymous=unnamed and not (points_back and not generic),
        count=count if unnamed else None,
        unconfirmed=not _UNCONFIRMED.isdisjoint(words[first:core]),
        of_last=generic
        and noun is not None
        and (noun.stem == "statement" or (noun.stem in lex.DESCRIBING and not noun.plural)),
    )


def _pronoun(at: int, word: str, end: int | None = None) -> Mention:
    empty: frozenset[str] = frozenset()
    return Mention(
        Words(at, end or at + 1), word, empty, empty, empty, _PRONOUNS[word], pronoun=True,
        person=word in ("he", "she"),
    )  # fmt: skip


def _core_end(view: View, first: int, end: int) -> int:
    """Where the noun phrase proper ends: before its first preposition, comma or relative."""
    words = view.words
    for i in range(first + 1, end):
        if words[i] in lex.PAST_FORMS and words[i - 1] in lex.NOUNS and not view.capitals[i]:
            return i  # «a study released by the bank»
        if words[i] in _CORE_ENDS and not (view.capitals[i] and words[i] != "of"):
            return i
        if words[i] == "of":
            return i
    return end


def _head(view: View, first: int, core: int) -> int:
    for i in range(core - 1, first - 1, -1):
        if view.words[i][0].isalpha():
            return i
    return first


def _is_name_word(noun: lex.Noun) -> bool:
    return not noun.plural and noun.stem not in _PARTISANS  # «the Republican»


def _is_short(view: View, first: int, core: int, end: int) -> bool:
    """«the company», «the senior official», «the 58-year-old»; not «the head of the bank»."""
    words = view.words
    if any(words[i].endswith(("'s", "’s")) or words[i] in "'’" for i in range(first, core)):
        return False
    return core == end and sum(w[0].isalpha() for w in words[first:core]) <= 4


def _names(view: View, first: int, core: int, noun: lex.Noun | None) -> set[str]:
    """Words with a capital that are no titles; the first of a sentence only if it can be a name."""
    words, found = view.words, list[str]()
    last = next((i for i in range(core - 1, first - 1, -1) if words[i][0].isalpha()), first)
    if noun is None and not view.capitals[last]:
        return set()  # «Noor allies»: whose, not who
    for i in range(first, core):
        word = base(words[i])
        if not word[0].isalpha() or (len(word) < 2 and i + 1 < core and words[i + 1] == "."):
            continue
        if not view.capitals[i]:
            if noun is None and found:
                continue
            if word in lex.NOUNS or word in lex.TITLES:
                found.clear()  # «Belmark's foreign minister»: whose, not who
            continue
        if word in lex.DETERMINERS or word in lex.TITLES:
            if word in lex.TITLES and noun is None:
                found.clear()
            continue
        known = lex.NOUNS.get(word)
        if known is not None and known.kind is NounClass.PERSON and (noun or i < last):
            continue
        if known is not None and i == first and core - first == 1:
            continue
        if i == first and core - first == 1 and _is_common(word):
            continue
        found.append(word)
    return set(found)


def _is_common(word: str) -> bool:
    """«Rescuers», «Analysts»: a plural at a sentence's head."""
    return word.endswith(("ers", "ists", "ants", "ents", "ians", "ors", "ees"))


def _apposed(view: View, core: int, end: int) -> set[str]:
    """«the foreign minister, Ilse Noor»: the name behind a comma."""
    words = view.words
    at = next((i for i in range(core, end) if words[i] == ","), None)
    found: set[str] = set()
    if at is None:
        return found
    start = at + 1
    while start < end and not view.capitals[start] and words[start] in lex.TITLES:
        start += 1  # «the first witness, farmer Ilse Noor»
    for i in range(start, end):
        if not view.capitals[i] and words[i] not in "-.":
            break
        if words[i][0].isalpha() and len(words[i]) > 1 and words[i] not in lex.TITLES:
            found.add(base(words[i]))
    return found


def _is_role(word: str) -> bool:
    noun = lex.NOUNS.get(word)
    return noun is not None and noun.kind is NounClass.PERSON


def _names_a_body(names: set[str]) -> bool:
    return not (
        lex.BODY_NAMES.isdisjoint(names)
        and lex.NAMED_MEDIA.isdisjoint(names)
        and lex.PLACES.isdisjoint(names)
    )


def _short_name(view: View, core: int, end: int) -> set[str]:
    """«British Transport Police (BTP)»: another name in brackets."""
    words = view.words
    if core + 2 < end and words[core] == "(" and words[core + 2] == ")" and view.capitals[core + 1]:
        return {words[core + 1]}
    return set()


def _kind(
    view: View, first: int, core: int, end: int, noun: lex.Noun | None, names: set[str]
) -> NounClass | None:
    """A person, a body, a document, or (None) a name that may be either's."""
    words = view.words
    if noun is not None and not (names and noun.kind is NounClass.DOCUMENT):
        return noun.kind
    core_words = [base(words[i]) for i in range(first, core)]
    if len(names) > 1 and lex.MEDIA & names:
        return NounClass.BODY
    is_first_name = core_words[0] in lex.MALE_NAMES or core_words[0] in lex.FEMALE_NAMES
    if not is_first_name and _names_a_body(names):
        return NounClass.BODY
    if any(word in lex.TITLES or (names and _is_role(word)) for word in core_words):
        return NounClass.PERSON
    for word in core_words:
        if word in names:
            if (word in lex.MALE_NAMES or word in lex.FEMALE_NAMES) and len(names) > 1:
                return NounClass.PERSON
            break
    if (
        core + 2 < end
        and words[core] == ","
        and view.capitals[core + 2]
        and (words[core + 1] in lex.MALE_NAMES or words[core + 1] in lex.FEMALE_NAMES)
    ):
        return NounClass.PERSON  # «her understudy, Ilse Noor»
    for i in range(core, min(end, core + 12)):
        known = lex.NOUNS.get(words[i])
        if known is not None:
            return known.kind if words[core] == "," else None
        if words[i].isdecimal() and words[core] == ",":
            return NounClass.PERSON
    return None


def _head_of(
    kind: NounClass | None,
    noun: lex.Noun | None,
    names: set[str],
    words: list[str],
    first: int,
    core: int,
) -> str:
    if noun is not None and noun.kind is NounClass.BODY and names:
        # «Orvela Press» is «the agency» later.
        sort = lex.HEADS_OF_NAMES.get(noun.stem, "")
        return sort if sort in ("newspaper", "agency") else noun.stem
    if noun is not None:
        return "somebody" if noun.kind is NounClass.PERSON and names else noun.stem
    if not names and noun is None and words[core - 1].isalpha():
        return base(words[core - 1])  # «a decree»
    if kind is NounClass.PERSON and len(names) > 1:
        return "somebody"
    if kind is NounClass.BODY:
        for i in range(core - 1, first - 1, -1):
            word = base(words[i])
            if word in lex.HEADS_OF_NAMES:
                return lex.HEADS_OF_NAMES[word]
            if word in lex.NAMED_MEDIA:
                return "agency"
            known = lex.NOUNS.get(word)
            if known is not None and len(names) > 1:
                return known.stem
    return ""


def _heads(head: str, noun: lex.Noun | None, generic: bool) -> frozenset[str]:
    """What else the head may stand for: only what points back takes another word for the same."""
    stem = noun.stem if noun is not None else head
    if not generic:
        return frozenset((stem, head))
    heads = lex.ANAPHORS.get(stem, frozenset()) | {stem, head}
    if noun is not None and noun.kind is NounClass.BODY and "named" in heads:
        heads |= {""}  # «the company» for a bare name
    return heads


def _bag(view: View, first: int, end: int, head_at: int, *, named: bool) -> Iterable[str]:
    for i in range(first, end):
        word = base(view.words[i])
        if not word[0].isalnum() or word in _NOT_IN_BAG:
            continue
        if (i == head_at and not named) or (not named and word in _SORTS):
            continue
        if word == "based" or view.words[i + 1 : i + 3] == ["-", "based"]:
            continue  # «the Venna-based group»: where it is tells nothing of who
        noun = lex.NOUNS.get(word)
        yield noun.stem if noun is not None else lex.TITLES_IN_FULL.get(word, word)


def _count(words: list[str], first: int) -> int | None:
    word = words[first]
    if word == "one" and words[first + 1 : first + 2] == ["of"]:
        return 1
    if word in ("the", "at", "these", "those") and first + 1 < len(words):
        word = words[first + 1]
    if word in lex.COUNTS:
        return lex.COUNTS[word]
    if word in ("a", "an", "another"):
        return 1
    if word.isascii() and word.isdecimal() and len(word) < 7:
        return int(word) or None
    return None


def _agreement(
    view: View,
    first: int,
    core: int,
    end: int,
    kind: NounClass | None,
    noun: lex.Noun | None,
    count: int | None,
) -> Agreement:
    words = view.words
    if "and" in words[first:core] and view.capitals[core - 1]:
        return Agreement("", "p")
    if kind is NounClass.DOCUMENT:
        return Agreement("n", "p" if noun is not None and noun.plural else "s")
    if kind is NounClass.BODY:
        return Agreement("n", "p" if noun is not None and noun.stem == "police" else "")
    if noun is not None and noun.plural and words[first] != "one":
        return Agreement("", "p")
    gender = _gender(view, first, core, end)
    if gender:
        return Agreement(gender, "s")
    if kind is NounClass.PERSON:
        # «a military source … It said»
        return Agreement("" if noun is not None and noun.stem == "source" else "c", "s")
    if noun is None and _is_common(words[core - 1]) and not view.capitals[core - 1]:
        return Agreement("", "p")
    return ANYBODY


def _gender(view: View, first: int, core: int, end: int) -> str:
    words = view.words
    for i in range(first, core):
        word = words[i]
        if word in lex.MALE:
            return "m"
        if word in lex.FEMALE:
            return "f"
    for at in (first, core + 1):
        for i in range(at, min(core if at == first else end, at + 8)):
            word = words[i]
            if not view.capitals[i] or word in lex.TITLES or word in lex.NOUNS:
                continue
            if word.endswith(("'s", "’s")) or not word[0].isalpha() or len(word) < 2:
                continue
            following = i + 1 < end and (view.capitals[i + 1] or words[i + 1] in ".-")
            if not following:
                break
            if word in lex.MALE_NAMES:
                return "m"
            if word in lex.FEMALE_NAMES:
                return "f"
            if at == first and i > first and words[i - 1] not in lex.TITLES:
                break
    for i in range(core, min(end, core + 8)):
        if words[i] in lex.PREPOSITIONS:
            break
        if words[i] in lex.MALE:
            return "m"
        if words[i] in lex.FEMALE:
            return "f"
    return ""
