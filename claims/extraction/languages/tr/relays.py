"""Media that pass on what somebody said, and whoever owns what was said.

Source: section 3 of the project's notes on Turkish attribution (relayers): «Reuters'a konuşan iki
yetkili», «AA'ya yaptığı açıklamada»; journalists in general («gazetecilere») are none.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.mentions import is_person
from claims.extraction.languages.tr.morphology import Shape, base, shape, suffix_length
from claims.extraction.languages.tr.phrases import case_of, group_start, opens_sentence

# Words from a medium to the speaker or the content.
RELAYED_WITHIN = 16
OWNED_WITHIN = 12
# Words behind a medium in which the speaking is told.
TOLD_WITHIN = 4
# What was made by whom it does not say: «yapılan açıklama».
MADE = frozenset(
    (
        "yapilan", "gelen", "yayimlanan", "yayinlanan", "paylaşilan", "gönderilen", "verilen",
        "düzenlenen", "okunan",
    )
)  # fmt: skip

_MADE_BY = Shape.CLAUSE_NOM

Group = tuple[int, int]


def is_naming(doc: Document, group: Group) -> bool:
    """Whether a group holds a word at all: between marks nothing may be left of it."""
    last = range(max(group[0], group[1] - 3), group[1])
    return any(doc.words[i][0].isalnum() for i in last)


def is_relayer(doc: Document, i: int) -> bool:
    """«AA'ya», «Orvela ajansına», «gazetemize»: a medium to which something was said."""
    word = doc.words[i]
    if word in lex.OURSELVES:
        return True
    return case_of(doc, i) is Case.DATIVE and is_medium(doc, i)


def is_medium(doc: Document, i: int) -> bool:
    """«AA'nın», «Orvela ajansından»: the last word of the naming of a medium, in any case."""
    word = doc.words[i]
    if base(word) in lex.OUTLETS:
        return True
    if word.startswith("haber") and not doc.is_capital(i):
        return False  # «habere ilişkin»: what it wrote
    known = lex.NOUNS.get(base(word))  # «Orvela Haber'e»
    return known is not None and known.stem.split("_")[-1] in lex.MEDIA


# «Orvela'nın sorularını yanıtlayan Ak», «Orvela'nın görüştüğü iki kaynak»
_ANSWERING = frozenset(("yanitlayan", "cevaplayan", "cevaplandiran"))
_MET = frozenset(("ulaştiği",))
_MET_BY_MEDIUM = _MET | {"görüştüğü", "konuştuğu"}


def _asked(doc: Document, i: int, end: int) -> bool:
    """Whether a medium asked whoever the relative clause that ends before word ``end`` is about."""
    last = doc.words[end - 1]
    is_asking = last in _ANSWERING and doc.words[i + 1].startswith("soru")
    if not (is_asking or last in _MET_BY_MEDIUM) or case_of(doc, i) is not Case.GENITIVE:
        return False
    return is_medium(doc, i) or ((is_asking or last in _MET) and _may_be_medium(doc, i))


def _may_be_medium(doc: Document, i: int) -> bool:
    """«Orvela'nın»: one name that is nobody's who was told of with a title, and no place's."""
    if not doc.is_capital(i) or not suffix_length(doc.words[i]):
        return False
    name = base(doc.words[i])
    is_alone = i == 0 or not doc.is_capital(i - 1) or opens_sentence(doc, i - 1)
    return is_alone and name not in lex.PLACES and not is_person(doc, name)


_SPOKE_TO = (
    "konuş",
    "açiklama",
    "demeç",
    "röportaj",
    "değerlendirme",
    "mülakat",
    "söyleşi",
    "bağland",
)


def relayers(doc: Document, first: int, end: int) -> list[Group]:
    """The media among words first … end - 1 to which somebody spoke."""
    found: list[Group] = []
    for i in range(max(first, end - RELAYED_WITHIN), end):
        if not is_relayer(doc, i):
            follows = doc.words[i + 1 : i + 1 + TOLD_WITHIN]
            if not (
                doc.is_capital(i)
                and case_of(doc, i) is Case.DATIVE
                and any(word.startswith(_SPOKE_TO) for word in follows)
                and MADE.isdisjoint(follows)
            ) and not _asked(doc, i, end):
                continue
        told_of(doc).add(base(doc.words[i]))
        found.append((group_start(doc, first, i + 1), i + 1))
    return found


def told_of(doc: Document) -> set[str]:
    """The last words of the media that have relayed something in this article."""
    media = doc.memo.setdefault("media", set())
    assert isinstance(media, set)
    return media


def owner_before(doc: Document, first: int, end: int) -> Group | None:
    """The name in the genitive among words first … end - 1 («Ak'ın "…" dediği»)."""
    for i in range(end - 1, max(first, end - OWNED_WITHIN) - 1, -1):
        if case_of(doc, i) is Case.GENITIVE and (doc.is_capital(i) or doc.words[i] in lex.NOUNS):
            return group_start(doc, first, i + 1), i + 1
    return None


def with_owner(doc: Document, first: int, start: int) -> int:
    """Where the naming of a document begins with whoever made it («Ak'ın dün yaptırdığı anket»)."""
    if start <= first or doc.is_capital(start - 1) or not shape(doc.words[start - 1]) & _MADE_BY:
        return start
    owner = owner_before(doc, max(first, start - OWNED_WITHIN), start - 1)
    return owner[0] if owner is not None else start
