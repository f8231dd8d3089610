"""What stands between the subject and the content, and is of neither: on whose word, on what
occasion, to whom, where.

Source: section 2, points 2 and 3, and section 3 (relayers) of the project's notes on Turkish
attribution.
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.groups import PART_AT_MOST
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.mentions import is_known
from claims.extraction.languages.tr.morphology import CLAUSE, Shape, base, shape, suffix_length
from claims.extraction.languages.tr.phrases import (
    COMMAS,
    NAMED_WITHIN,
    case_of,
    group_start,
    is_participle,
    opens_sentence,
)
from claims.extraction.languages.tr.relays import Group, is_relayer, owner_before, relayers, told_of

# Words from the subject to the end of a venue («… dün yaptığı yazılı açıklamada»).
VENUE_WITHIN = 12
OCCASION_WITHIN = 10

# «Telegram hesabından …»
_ACCOUNTS = frozenset(("hesabindan", "hesaplarindan", "sayfasindan", "hesabi"))


@dataclass(slots=True)
class Lead:
    """``start`` is where the content begins."""

    start: int
    source: Group | None = None
    relayers: list[Group] = field(default_factory=list)
    # «Açıklamada, …»: whoever spoke last, by what they published.
    statement: bool = False


_BASED_ON = "dayandirdiği"
BY_WORD_OF = frozenset(("dayandirarak", "dayanarak", "atfen", "atifla"))
# «… atıfta bulunarak, atıf yaparak»
_BY_REFERENCE = (("atifta", "bulunarak"), ("atif", "yaparak"))
ORIGIN_WITHIN = 8


def based_on(doc: Document, found: Lead, first: int, end: int) -> None:
    """«Orvela'nın iki yetkiliye dayandırdığı haberinde»: the two of them are the origin."""
    if found.source is not None:
        for k in range(found.start + 1, min(end - 2, found.start + ORIGIN_WITHIN)):
            by_reference = (doc.words[k], doc.words[k + 1]) in _BY_REFERENCE
            if by_reference or doc.words[k] in BY_WORD_OF:
                behind = k + 1 + by_reference
                found.relayers.append(found.source)
                found.source = group_start(doc, found.start, k), k
                found.start = behind + (doc.words[behind] in COMMAS)
                return
    limit = min(found.start, end)
    for k in range(limit - 1, max(first, limit - PART_AT_MOST), -1):
        if doc.words[k] != _BASED_ON:
            continue
        owner = found.source
        if owner is None or owner[1] > k:
            owner = owner_before(doc, first, k)
        since = owner[1] if owner is not None else first
        if since < k:
            found.source = group_start(doc, since, k), k
            found.relayers = [owner] if owner is not None else []
            found.statement = False
        return


def occasion_behind(doc: Document, found: Lead, end: int) -> None:
    """«Ak, bir soru üzerine …», «tartışmanın büyümesi üzerine …»: what made somebody speak."""
    if found.source is None:
        return
    words = doc.words
    for i in range(found.start + 1, min(end - 1, found.start + OCCASION_WITHIN)):
        if words[i] == "üzerine":
            before = words[i - 1]
            if before.startswith("soru") or shape(before) & Shape.WISH_NOM:
                found.start = i + 1 + (words[i + 1] in COMMAS)
            return


def _is_made(doc: Document, start: int, v: int) -> bool:
    """«dün yaptığı açıklamada», «açılış konuşmasında», but not «bir forumda»."""
    word = doc.words[v]
    if v - start < 2 or word.endswith(_OWNED_VENUES) or word.startswith(_OCCASIONS):
        return True
    return any(is_participle(doc, k) for k in range(start, v))


def _is_of_clause(doc: Document, start: int, v: int, owned: bool) -> bool:
    """«konunun zirvede ele alınacağını», «raporda yer alan iddiaları»: of the content."""
    words = doc.words
    if any(is_participle(doc, k) for k in range(start, v)):
        return owned and is_participle(doc, v + 1)
    modifies = is_participle(doc, v + 1) or (words[v + 1] == "yer" and is_participle(doc, v + 2))
    is_plain = not words[v].endswith(_OWNED_VENUES)
    return modifies or (owned and is_plain and words[v + 1] not in COMMAS)


# Occasions for speaking; «bir forumda», «bölümde» may as well be where something happened.
_OCCASIONS = (
    "açiklama", "konuşma", "röportaj", "söyleşi", "demeç", "demec", "program", "toplanti",
    "paylaşim", "mesaj", "konferans", "mülakat", "yayin", "duruşma",
)  # fmt: skip
_OWNED_VENUES = ("inda", "inde", "unda", "ünde", "hesabindan", "sayfasindan")


def addressee(doc: Document, found: Lead, end: int) -> None:
    """«Ak, Orvela'ya yolun kapandığını anlattı»: a name in the dative before another's clause."""
    start = found.start
    if start + 2 >= end or case_of(doc, start) is not Case.DATIVE:
        return
    if not doc.is_capital(start) or not suffix_length(doc.words[start]):
        return
    if base(doc.words[start]) in lex.PLACES:
        return  # «Türkiye'ye silah satışının …»
    for k in range(start + 1, min(end, start + 5)):
        if case_of(doc, k) is Case.GENITIVE:
            name = base(doc.words[start])
            is_person = is_known(doc, name) or _is_somebody(doc, start)
            if name in told_of(doc) or not is_person:
                told_of(doc).add(name)
                found.relayers.append((start, start + 1))
            found.start = start + 1
            return
        if case_of(doc, k) is not None and case_of(doc, k) is not Case.NOMINATIVE:
            return


def _is_somebody(doc: Document, i: int) -> bool:
    """«Erdoğan'a», where the text has «Cumhurbaşkanı Erdoğan» or «Tayyip Erdoğan»: no medium."""
    low = max(0, i - NAMED_WITHIN)
    for at in doc.places(base(doc.words[i]), low, i, 3):
        before = doc.words[at - 1] if at > low else "."
        known = lex.NOUNS.get(before)
        is_first_name = known is None and before not in lex.PLACES and doc.is_capital(at - 1)
        if is_first_name and before[0].isalpha() and not opens_sentence(doc, at - 1):
            return True
        if known is not None and known.kind == "person" and known.case is Case.NOMINATIVE:
            return True
    return False


def venue_behind(doc: Document, found: Lead, end: int) -> None:
    """«Ak dün yaptığı açıklamada köprünün …»: the content begins behind the venue."""
    words = doc.words
    start = found.start
    if start >= end or (found.source is None and not found.statement):
        return
    owned = False
    for v in range(start, min(end - 1, start + VENUE_WITHIN)):
        if doc.around(v) is not None:
            return
        if words[v] in _ACCOUNTS and is_participle(doc, v + 1):
            continue  # «sayfasından yaptığı açıklamada»
        if words[v] in lex.VENUES or words[v] in _ACCOUNTS:
            is_place = words[v] in lex.VENUES and _is_of_clause(doc, start, v, owned)
            if is_place or not _is_made(doc, start, v):
                return
            found.relayers += relayers(doc, start, v)
            v += words[v + 1] in _MAKING
            found.start = v + 1 + (words[v + 1] in COMMAS or words[v + 1] in lex.CLITICS)
            return
        if shape(words[v]) & (CLAUSE & ~Shape.CLAUSE_NOM) or words[v] in COMMAS:
            break
        if case_of(doc, v) is Case.GENITIVE:
            owned = True
    # «SPIEGEL'e, …», «gazetecilere köprünün …»
    if words[start] in lex.ADDRESSEES or is_relayer(doc, start):
        if words[start] in lex.OURSELVES or is_relayer(doc, start):
            found.relayers.append((start, start + 1))
        found.start = _behind_making(doc, start + 1, end)
        return
    told = _told_to(doc, start, end)
    if told is not None:
        found.relayers.append((start, told))
        found.start = _behind_making(doc, told, end)


# «açıklamalarda bulunarak», «AA'ya açıklama yaparak,»: how it was told, and not what.
_MAKING = frozenset(("bulunarak", "bulunurken", "bulunup"))
_MADE = frozenset(("yaparak", "vererek", "konuşarak", "yaparken", "konuşurken"))
_AGAINST = frozenset(("yönelik", "karşi", "ait", "dair", "göre", "ilişkin", "bağli", "yakin"))
_MEDIUM_WITHIN = 5


def _behind_making(doc: Document, start: int, end: int) -> int:
    for k in range(start, min(end - 2, start + 3)):
        if doc.words[k] in _MADE:
            return k + 1 + (doc.words[k + 1] in COMMAS)
    return start


def _told_to(doc: Document, start: int, end: int) -> int | None:
    """«Reuters haber ajansına köprünün …»: where a medium of several words ends to which it was
    told; «Orvela gazetesine yapılan saldırının …» is of the content."""
    for k in range(start + 1, min(end - 2, start + _MEDIUM_WITHIN)):
        if is_relayer(doc, k):
            follows = doc.words[k + 1]
            if not doc.is_capital(start) or is_participle(doc, k + 1) or follows in _AGAINST:
                return None
            return k + 1 if group_start(doc, start, k + 1) == start else None
    return None
