"""Attribution with «göre»: who or what vouches for what follows.

Source: sections 1 and 3 of the project's notes on Turkish attribution. «göre» compares as well
(«geçen yıla göre», «yaklaşık 5'e göre») and names grounds in law; there nobody speaks.
"""

from typing import NamedTuple

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.cues import IN_WORDS_OF
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.morphology import Shape, base, shape, suffix_length
from claims.extraction.languages.tr.phrases import COMMAS, case_of, group_start, is_participle
from claims.extraction.languages.tr.relays import is_medium, is_naming, relayers
from claims.extraction.report import Words

# Words of the group before «göre», at most.
WITHIN = 16
_BASED_ON = "dayandirdiği"
_TAKEN = frozenset(
    ("alinan", "edinilen", "elde", "ulaşilan", "gelen", "verilen", "sizan", "sizdirilan", "yapilan")
)

# «iddialara göre»: nobody in particular.
_HEARSAY = ("iddia", "bilgi", "söylenti", "belirleme", "tespit", "duyum", "saptama")
# «konuşulanlara göre», «iddia edilenlere bakılırsa»
_TOLD_BY_NOBODY = frozenset(
    (
        "konuşulanlara", "anlatilanlara", "söylenenlere", "denilenlere", "yazilanlara",
        "aktarilanlara", "belirtilenlere", "edilenlere", "sürülenlere", "duyulanlara",
        "fisildananlara", "kulislere",
    )
)  # fmt: skip
# «Orvela'nın ele geçirdiği belgelere göre»: who passes on what they hold.
_OBTAINED = ("geçirdiği", "ulaştiği", "incelediği", "gördüğü", "ettiği", "eriştiği")
# «Orvela'da yer alan, yayımlanan habere göre»
_CARRIED = frozenset(("alan", "çikan", "yayimlanan", "yayinlanan", "geçen"))

# «Orvela'nın yayımladığı rapora göre»: who published it belongs to it.
_PUBLISHED = ("yayimladiği", "yayinladiği", "hazirladiği", "açikladiği", "paylaştiği", "yaptiği")

Group = tuple[int, int]


class Evidence(NamedTuple):
    """Groups from the outermost relayer to the origin; none where nobody in particular vouches.

    ``start`` is where what they vouch for begins, ``first`` where their own words do.
    """

    groups: tuple[Group, ...]
    first: int
    start: int


def evidence_at(doc: Document, i: int, floor: int) -> Evidence | None:
    """What stands before «göre» at word ``i``; None where it vouches for nothing."""
    found = _evidence_at(doc, i, floor)
    if found is None or not all(is_naming(doc, group) for group in found.groups):
        return None
    return found


def _evidence_at(doc: Document, i: int, floor: int) -> Evidence | None:
    words = doc.words
    if words[i] in IN_WORDS_OF:
        return _in_words_of(doc, i, floor)
    head = i - 1
    if head < floor or not words[head][0].isalpha() or words[head] in lex.NO_EVIDENCE:
        return None
    if words[head] in _TOLD_BY_NOBODY:
        return Evidence((), head, i + 1)
    if head > floor and words[head - 1] in ("'", "’"):
        return None  # «5'e göre»
    start = i + 1
    while start < len(words) and (words[start] in COMMAS or words[start] in lex.CLITICS):
        start += 1
    found = shape(words[head])
    if found & Shape.CLAUSE_DAT and not suffix_length(words[head]):
        owner = _owner(doc, head, floor)
        return _through(doc, owner, head, start) if owner is not None else None
    known = lex.NOUNS.get(words[head])
    if words[head] in lex.GIVEN:
        return _given(doc, head, floor, start)
    if base(words[head]) in lex.NO_EVIDENCE or case_of(doc, head) is not Case.DATIVE:
        return None
    if known is None and not (doc.is_capital(head) and suffix_length(words[head])):
        return None
    if known is not None and known.stem in lex.NO_EVIDENCE:
        return None
    first = group_start(doc, max(floor, i - WITHIN), i)
    if first > floor and words[first - 1].startswith(_PUBLISHED):
        owner = _owner(doc, first - 1, floor)
        if owner is not None:
            return Evidence(((owner[0], i),), owner[0], start)
    return _behind_relative(doc, floor, (first, i), start)


def _behind_relative(doc: Document, floor: int, group: Group, start: int) -> Evidence:
    """«Orvela'ya konuşan iki kaynağa», «Orvela'nın ele geçirdiği belgelere»: who passed it on."""
    first = group[0]
    low = max(floor, first - WITHIN)
    if first > low and is_participle(doc, first - 1):
        owner = _owner(doc, first - 1, low) if doc.words[first - 1] in _OBTAINED else None
        through = [owner] if owner is not None else relayers(doc, low, first)
        if through:
            return Evidence((*through, group), through[0][0], start)
    return Evidence((group,), first, start)


def _through(doc: Document, owner: Group, head: int, start: int) -> Evidence:
    """What stands between the owner and what was told: «kaynağın AFP'ye verdiği bilgiye» was told
    to the AFP, «ajansının bir kaynaktan aktardığına» by the source."""
    for at in range(owner[1], head):
        is_passed_on = doc.words[at + 1].startswith(_PASSED_ON)
        if is_passed_on and case_of(doc, at) is Case.ABLATIVE and is_medium(doc, owner[1] - 1):
            origin = group_start(doc, owner[1], at + 1), at + 1
            return Evidence((owner, origin), owner[0], start)
    through = relayers(doc, owner[1], head)
    return Evidence((*through, owner), owner[0], start)


_PASSED_ON = ("aktardi", "naklet", "edindiği", "aldiği", "duydu", "öğrendi")


def _in_words_of(doc: Document, i: int, floor: int) -> Evidence | None:
    owner = _owner(doc, i, floor)
    if owner is None or owner[1] != i or i + 1 >= len(doc.words):
        return None
    return Evidence((owner,), owner[0], i + 1) if i + 1 in doc.quotation_at else None


def _owner(doc: Document, head: int, floor: int) -> Group | None:
    """The genitive group to which words up to ``head`` belong: «Ak'ın (dün) belirttiğine»."""
    for at in range(head - 1, max(floor, head - WITHIN) - 1, -1):
        if doc.words[at] in COMMAS:
            return None
        if case_of(doc, at) is Case.GENITIVE:
            return group_start(doc, max(floor, at - WITHIN), at + 1), at + 1
    return None


def _given(doc: Document, head: int, floor: int, start: int) -> Evidence | None:
    """«Sabah'ın haberine», «iki yetkiliye dayandırdığı habere», «polisten alınan bilgiye»."""
    words = doc.words
    low = max(floor, head - WITHIN)
    for at in range(head - 1, low - 1, -1):
        if words[at] == _BASED_ON and at - 1 >= low:
            owner = _owner(doc, at, floor)
            since = owner[1] if owner is not None else low
            origin = group_start(doc, since, at), at
            groups = (owner, origin) if owner is not None else (origin,)
            return Evidence(groups, groups[0][0], start)
        if words[at] in _TAKEN:
            is_by = at - 2 >= low and words[at - 1] == "tarafindan"
            if not is_by and at - 1 >= low and case_of(doc, at - 1) is Case.ABLATIVE:
                first = group_start(doc, low, at)
                return Evidence(((first, at),), first, start)
            if at - 2 >= low and words[at - 1] == "tarafindan":
                first = group_start(doc, low, at - 1)
                return Evidence(((first, at - 1),), first, start)
            owner = _owner(doc, at, floor)
            return Evidence((owner,) if owner else (), owner[0] if owner else at, start)
        if words[at] in _CARRIED:
            of = at - 1 - (words[at - 1] == "yer")
            if of >= low and case_of(doc, of) is Case.LOCATIVE:
                first = group_start(doc, low, of + 1)
                return Evidence(((first, of + 1),), first, start)
    owner = _owner(doc, head, floor)
    if owner is not None:
        return _through(doc, owner, head, start)
    first = group_start(doc, low, head + 1)
    if words[head].startswith(_HEARSAY):
        return Evidence((), first, start)
    return Evidence(((first, head + 1),), first, start)


def quoted_behind(doc: Document, first: int, end: int) -> Words | None:
    """«Ak'a göre yol açık: "…"»: a quotation behind a colon that closes the sentence."""
    for one in doc.quotations_within(first, end):
        if doc.words[one.open - 1] == ":" and one.end >= end and one.open - first > 2:
            return Words(one.open, end)
    return None
