"""What the words of a mention tell: names to look up, and what to propose if none is known.

Pure functions over the words; nothing here asks the registry (claims.sources.resolve does).
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.extraction.folding import fold_name
from claims.models import Source
from claims.sources.cases import in_the_nominative

Kind = Source.Kind
# A mention of more words than this is looked up by its first ones.
WORDS_AT_MOST = 30
_WORDS = Path(__file__).with_name("words.toml")


@cache
def words() -> dict[str, frozenset[str]]:
    """The classes of words, folded; a compound is known by each of its words."""
    told: dict[str, list[str]] = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {name: frozenset(map(fold_name, listed)) for name, listed in told.items()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name to look up. ``kinds`` are those that an entry must be of, None for any.

    A ``weak`` one is a part of what was said: what it finds is suggested, never used.
    """

    folded: str
    kinds: frozenset[str] | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How one mention reads: candidates in order, and the entry to propose when none is known."""

    candidates: tuple[Candidate, ...]
    name: str
    kind: Source.Kind
    # An entry that only its own article can tell apart ("the municipality", "images").
    is_local: bool
    # Whom the person or office speaks for: names to look up, the longest first.
    speaks_for: tuple[str, ...] = ()


# Who was proposed without a title may be a person; a single word is too little to take it so.
_PERSON = frozenset({Kind.PERSON, Kind.UNKNOWN})
_SURNAME = frozenset({Kind.PERSON})
_OUTLET = frozenset({Kind.OUTLET})
_BRACKETS = re.compile(r"\(([^()]{1,100})\)|\[([^\[\]]{1,100})\]")
_MARKS = re.compile('["“”„«»‹›]')
_QUOTED = re.compile(r"[\"“„«‹”]([^\"“”„«»‹›]{2,100})[\"”“»›]")
_COMMA = re.compile(r"\s*[,،]\s+")
_POSSESSIVE = re.compile(r"['’](?:s|in|ın|un|ün|nin|nın|nun|nün|te|ta|de|da|den|dan|ten|tan)\b")
_ARTICLES = ("the ", "a ", "an ")
_GLUED = ("ل", "ب", "و", "ف", "ك")


def read(mention: str) -> Reading:
    """Read the words of one mention."""
    plain = " ".join(_POSSESSIVE.sub("", _BRACKETS.sub(" ", mention)).split()) or mention
    plain = _unglued(plain)
    # A word that folds into two (press-secretary) is shown once, in place of its first half.
    told = [
        (raw if n == 0 else "", folded)
        for raw in plain.split()
        for n, folded in enumerate(fold_name(raw).split())
    ][:WORDS_AT_MOST]
    raws, folds = [raw for raw, _ in told], [folded for _, folded in told]
    name = _shown(raws) or mention.strip()
    kind, is_local = _kind(folds)
    person, speaks_for = "", tuple[str, ...]()
    if kind not in (Kind.IMAGERY, Kind.DOCUMENT, Kind.SOCIAL_POST):
        person, speaks_for = _person(mention, raws, folds)
    if person:
        name, kind, is_local = person, Kind.PERSON, False
    candidates = [*_whole(mention, folds), *_parts(mention, folds), *_weak(folds)]
    return Reading(tuple(dict.fromkeys(candidates)), name, kind, is_local, speaks_for)


def _shown(raws: list[str]) -> str:
    """The name as a person would write it: without marks around it or at its end."""
    name = " ".join(filter(None, raws)).strip(" \t،,;:.-–—")
    if len(_MARKS.findall(name)) % 2 or (_MARKS.match(name) and _MARKS.match(name[-1:])):
        name = name.strip('"“”„«»‹›')
    return name.strip(" ،,;:.")


def _unglued(plain: str) -> str:
    """li- and the article are written as one: «للجيش» is «الجيش»."""
    return f"ال{plain[2:]}" if plain.startswith("لل") and len(plain) > 4 else plain


def _whole(mention: str, folds: list[str]) -> list[Candidate]:
    """All of the words: as they stand, without an article, without what is glued on."""
    whole = fold_name(mention)
    without_brackets = " ".join(folds)
    found = [whole, without_brackets]
    found += [without_brackets.removeprefix(one) for one in _ARTICLES]
    if without_brackets.startswith(_GLUED):
        found.append(without_brackets[1:])
    found += in_the_nominative(folds)
    return [Candidate(one) for one in found if one]


def _parts(mention: str, folds: list[str]) -> list[Candidate]:
    """What the words allow to take for the whole: an acronym in brackets, a name behind a title."""
    found: list[Candidate] = []
    for first, second in _BRACKETS.findall(mention):
        found.append(Candidate(fold_name(first or second)))
    segments = _COMMA.split(mention)
    if len(segments) > 1:
        # «Name, the spokesman of X»: the name first. A title first says nothing of who it is.
        found.append(Candidate(fold_name(segments[0]), _PERSON))
        found += [Candidate(fold_name(one), _PERSON) for one in segments[1:3]]
    for cut in range(1, len(folds)):
        head, rest = folds[:cut], " ".join(folds[cut:])
        if any(word in words()["titles"] for word in _with_bases(head)):
            kinds = _PERSON if cut < len(folds) - 1 else _SURNAME
            found += [Candidate(one, kinds) for one in (rest, *in_the_nominative(folds[cut:]))]
        elif all(word in words()["media"] for word in head):
            found.append(Candidate(rest, _OUTLET))
    for cut in range(len(folds) - 1, 0, -1):  # in Turkish the class follows the name
        if all(word in words()["media"] for word in folds[cut:]):
            found.append(Candidate(" ".join(folds[:cut]), _OUTLET))
    return [one for one in found if one.folded]


def _with_bases(folds: list[str]) -> Iterator[str]:
    """The words, and what each may be in the nominative: a title is declined with its name."""
    for word in folds:
        yield word
        yield from in_the_nominative([word])


def _weak(folds: list[str]) -> list[Candidate]:
    """Parts that name something else, perhaps: longest first, single letters left out."""
    spans = [(0, end) for end in range(1, len(folds))]
    spans += [(start, len(folds)) for start in range(1, len(folds))]
    spans.sort(key=lambda span: span[0] - span[1])
    parts = [" ".join(folds[start:end]) for start, end in spans]
    return [Candidate(part, weak=True) for part in parts if len(part) > 2]


def _kind(folds: list[str]) -> tuple[Source.Kind, bool]:
    """What kind of thing is named, and whether only its article tells which."""
    known = words()
    own = folds[1:] if folds[:1] in (["the"], ["a"], ["an"]) else folds
    first = own[0] if own else ""
    has_platform = any(word.removeprefix("ب") in known["platforms"] for word in own)
    if has_platform and any(word in known["posts"] | known["documents"] for word in own):
        return Kind.SOCIAL_POST, True
    is_generic = len(own) == 1 and first in known["generic"]
    # The class stands first in Arabic; in the other languages first or last.
    for word in (first,) if _is_arabic(first) else (first, *own[-1:]):
        for members, kind, is_local in _CLASSES:
            if word in known[members]:
                return kind, is_local or is_generic
    return Kind.UNKNOWN, is_generic


# The classes of words.toml in the order in which they decide.
_CLASSES = (
    ("posts", Kind.SOCIAL_POST, True),
    ("imagery", Kind.IMAGERY, True),
    ("documents", Kind.DOCUMENT, True),
    ("titles", Kind.OFFICE, True),
    ("media", Kind.OUTLET, False),
    ("armed", Kind.ARMED_GROUP, False),
    ("bodies", Kind.ORGANISATION, False),
)


def _is_arabic(word: str) -> bool:
    return "\u0621" <= word[:1] <= "\u064a"


def _person(mention: str, raws: list[str], folds: list[str]) -> tuple[str, tuple[str, ...]]:
    """The person's name beside a title, if the words show where it begins and ends; whom a title
    of speaking speaks for."""
    known = words()
    at = next((n for n, word in enumerate(folds) if word in known["titles"]), None)
    if at is None or _is_of_another(mention, folds, at):
        return "", ()
    speaking = next((n for n, word in enumerate(folds) if word in known["speaking"]), None)
    speaks_for = () if speaking is None else _spoken_for(folds, speaking)
    first_segment = _COMMA.split(mention)[0].split()
    quoted = _QUOTED.search(mention)
    if quoted and len(quoted.group(1).split()) > 1:
        return quoted.group(1).strip(), speaks_for
    if 2 <= len(first_segment) <= 4 and at >= len(first_segment):
        return _shown(first_segment), speaks_for
    begins = _name_begins(raws, folds, at)
    return "" if begins is None else _shown(raws[begins:]), speaks_for


def _is_of_another(mention: str, folds: list[str], at: int) -> bool:
    """A title that only says whose something is: «the office of President …»."""
    if _is_arabic(folds[at]):
        return at > 0 and len(_COMMA.split(mention)) == 1
    return any(word in ("of", "for", "in", "to") for word in folds[:at])


def _spoken_for(folds: list[str], at: int) -> tuple[str, ...]:
    """Names that may be whom the speaker speaks for; the registry says which one is."""
    known = words()
    start = at + 1
    while start < len(folds) and folds[start] in known["speaking_for"] | known["speaking"]:
        start += 1
    behind = [" ".join(folds[start:end]) for end in range(len(folds), start, -1)]
    before = [" ".join(folds[:end]).removeprefix("the ") for end in range(at, 0, -1)]
    return tuple(one for one in behind + before if one)


def _name_begins(raws: list[str], folds: list[str], at: int) -> int | None:
    """Where the person's own name begins behind a title; None where the words do not show it.

    Arabic: behind the title and «باسم» up to one plain noun, then words with the article, then at
    least two without one on the first. Elsewhere: behind the last title, two capitalised words.
    """
    known = words()
    last = at
    while last + 1 < len(folds) and folds[last + 1] in known["titles"] | known["speaking_for"]:
        last += 1
    begins = last + 1
    if _is_arabic(folds[at]):
        if begins < len(folds) and _is_definite_next(folds, begins):
            begins += 1
        while begins < len(folds) and folds[begins].startswith("ال"):
            begins += 1
        is_name = 2 <= len(folds) - begins <= 4 and not _names_a_thing(folds[begins])
        return begins if is_name else None
    while begins < len(raws) and len(raws[begins]) > 1 and raws[begins].isupper():
        begins += 1  # whose officer it is, by its acronym
    behind = list(filter(None, raws[begins:]))
    is_name = 2 <= len(behind) <= 4 and all(word[:1].isupper() for word in behind)
    return begins if is_name and not _names_a_thing(folds[begins]) else None


def _names_a_thing(word: str) -> bool:
    return any(word in words()[members] for members in ("bodies", "media", "armed", "documents"))


def _is_definite_next(folds: list[str], at: int) -> bool:
    """A plain noun with the article on the next word: «وزارة الدفاع»."""
    return not folds[at].startswith("ال") and at + 1 < len(folds) and folds[at + 1].startswith("ال")
