"""Where a subject ends that no comma parts from what follows it: «Vali Ak köprünün …».

Source: section 2, point 3, of the project's notes on Turkish attribution: names and nouns that
speak are taken with what modifies them before; what follows may not make an adjunct of the group or
own it.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case
from claims.extraction.languages.tr.mentions import is_person
from claims.extraction.languages.tr.morphology import Shape, shape, suffix_length
from claims.extraction.languages.tr.phrases import (
    AT_MOST,
    COMMAS,
    DASHES,
    ENDS_A_CLAUSE,
    UNKNOWN_AT_MOST,
    case_of,
    is_first_name,
    is_inside_title,
    is_name,
    is_participle,
    is_surname,
)

_HIGH = "iuü"
# Words of a gloss in round brackets, of a part between commas, of a list of names.
ROUND_AT_MOST = 8
PART_AT_MOST = 40
LIST_WITHIN = 16


def group_at(doc: Document, first: int, limit: int) -> int | None:
    """Where the subject that begins with ``first`` ends, with no comma behind it; None for none."""
    return _Group(doc, first, min(limit, first + AT_MOST)).read()


class _Group:
    """Goes over the words of a group; ``end`` is behind the last that may be its head."""

    def __init__(self, doc: Document, first: int, limit: int) -> None:
        self.doc, self.words = doc, doc.words
        self.first, self.limit = first, limit
        self.i = first
        self.end: int | None = None
        self.unknown = 0
        self.owned = False  # a genitive waits for what it owns
        self.failed = False
        self.body = False  # behind a body a name belongs to what follows, unless a title comes

    def read(self) -> int | None:
        while self.i < self.limit and self._step():
            pass
        if self.failed or self.end is None:
            return None
        if self.end < len(self.words) and self.words[self.end] in lex.POSTPOSITIONS:
            return None
        last = lex.NOUNS.get(self.words[self.end - 1])
        if self.end - self.first == 1 and last is not None and last.possessed:
            # «halkı»: an object, where nobody owns it; «Menajeri» at the head is none
            is_person = last.kind == "person" and not last.plural
            if not (is_person and self.doc.is_capital(self.first) and self.limit - self.end > 1):
                return None
        return self.end

    def _step(self) -> bool:
        """Take the next word; False where the group ends."""
        i, word = self.i, self.words[self.i]
        if word == "(" or self.doc.around(i) is not None:
            return self._marked(word)
        if word in DASHES or word in ".&":
            self.i += 1
            return True
        if word == "," and is_inside_title(self.doc, i):
            self.i += 1
            return True
        if not word[0].isalnum() or word in lex.CLITICS:
            return False
        if word in lex.TIMES and not (is_surname(self.doc, i) or is_first_name(self.doc, i)):
            return False
        if word == "ve":
            self.i += 1
            return self.end == i and self.i < self.limit and _goes_on(self.doc, self.i)
        if word.isdecimal() and _is_partitive(self.doc, i):
            self.i = self.end = i + 3
            return False
        return self._word(word)

    def _marked(self, word: str) -> bool:
        """«(AKD)» and a name in marks belong to the group."""
        if word == "(":
            near = range(self.i, min(self.limit, self.i + ROUND_AT_MOST))
            close = next((j for j in near if self.words[j] == ")"), None)
            if close is None or self.end is None:
                return False
            self.i = self.end = close + 1
            return True
        around = self.doc.around(self.i)
        if around is None or not around.is_name or around.open != self.i:
            return False
        self.i = around.end
        self.end = self.i if self.end is not None else None
        return True

    def _word(self, word: str) -> bool:
        doc, i = self.doc, self.i
        known = lex.NOUNS.get(word)
        if i == self.first and known is None and _opens_group(doc, i, self.limit):
            self.i += 1
            return True
        if known is None and not (doc.is_capital(i) and (i > self.first or is_name(doc, i))):
            return self._unknown(word)
        case = case_of(doc, i)
        self.i += 1
        if case is Case.GENITIVE:
            if self.body and self.end is not None and not _is_titled(doc, self.i):
                return False
            if self.end == i and known is not None and self._is_whole(i, known):
                return False  # «Bakanlığı Orvela'nın sorularına …»
            self.owned, self.end = True, None
            return True
        if case in (Case.KI, Case.ABLATIVE):
            # «Mahalle sakinlerinden», «Bakanlık'tan bir yetkili»
            is_compound = known is not None and known.possessed
            if self.end is not None and not is_compound:
                return False
            self.end = None
            return True
        if case is Case.NOMINATIVE:
            return self._nominative(i, known)
        if self.end == i and doc.is_capital(i) and not suffix_length(word):
            self.end = None
        return False

    def _unknown(self, word: str) -> bool:
        """A word before the head that need not be known, or what stands behind the group."""
        if self.end is not None and self._owns_title():
            self.end, self.owned = None, True
            self.i += 1
            return True
        if self.end is not None or not _may_modify(self.doc, self.i):
            return False
        if is_participle(self.doc, self.i):
            return False
        self.unknown += word not in lex.MODIFIERS and not word.isdecimal()
        self.owned = self.owned or case_of(self.doc, self.i) is Case.GENITIVE
        self.i += 1
        return self.unknown <= UNKNOWN_AT_MOST

    def _owns_title(self) -> bool:
        """«Komşu ülkenin başbakanı Ak»: the first word belongs to the second."""
        i, words = self.i, self.words
        if i - self.first != 1 or i + 2 >= len(words) or case_of(self.doc, i) is not Case.GENITIVE:
            return False
        title = lex.NOUNS.get(words[i + 1])
        if title is None or not title.possessed or title.case is not Case.NOMINATIVE:
            return False
        return self.doc.is_capital(i + 2) or words[i + 2] in lex.CLITICS or words[i + 2] == ","

    def _is_person_alone(self, i: int, known: lex.Noun) -> bool:
        """«Görgün vatandaşları …»: what stands behind a person's name alone is an object."""
        if i - self.first != 1 or not known.possessed or self.doc.is_capital(i):
            return False
        return is_person(self.doc, self.words[self.first])

    def _is_object(self, i: int, known: lex.Noun) -> bool:
        """«Başkan Can Su hükümeti …»: behind a title and its name stands an object."""
        if not known.possessed or self.doc.is_capital(i) or self.end != i or i - self.first < 2:
            return False
        if not self.doc.is_capital(i - 1) or self.words[i - 1] in lex.NOUNS:
            return False
        title = range(max(self.first, i - 3), i - 1)
        nouns = (lex.NOUNS.get(self.words[k]) for k in title)
        return any(one is not None and one.kind == "person" for one in nouns)

    def _is_whole(self, i: int, known: lex.Noun) -> bool:
        """«Senato komisyonu raporun …», «Müdür Nuri Tan hastanın …»: a bare noun in the genitive
        behind a whole group opens the content."""
        if known.possessed or self.doc.is_capital(i) or suffix_length(self.words[i]):
            return False
        before = lex.NOUNS.get(self.words[i - 1])
        if self.words[i - 1] in lex.MODIFIERS:
            return False  # «bir gazetecinin»
        if i - self.first == 1:
            is_place = self.words[i - 1] in lex.PLACES
            return before is not None or is_place or is_person(self.doc, self.words[i - 1])
        return self.doc.is_capital(i - 1) or (
            before is not None and (before.possessed or before.plural or before.kind == "person")
        )

    def _nominative(self, i: int, known: lex.Noun | None) -> bool:
        is_capital = self.doc.is_capital(i)
        if known is not None and self.owned and not known.possessed and not is_capital:
            self.failed = True  # «köprünün belediye …»
            return False
        if known is not None and (self._is_person_alone(i, known) or self._is_object(i, known)):
            return False
        length = self.end - self.first if self.end is not None else 0
        if length and known is not None and _is_next(self.doc, i, known, length):
            return False
        if self.owned:
            # «Türkiye'nin Berlin Büyükelçisi»: what is owned shows it at its end.
            self.owned = not (known.possessed if known else self.words[i][-1] in _HIGH)
        if self.body and known is None:
            return True
        self.body = known is not None and known.kind == "body" and known.possessed and is_capital
        if not self.owned:
            self.end, self.unknown = i + 1, 0
        return True


def _is_titled(doc: Document, i: int) -> bool:
    """Whether a title in capitals stands here: «… Bakanlığı Orvela'nın Sözcüsü»."""
    known = lex.NOUNS.get(doc.words[i]) if i < len(doc.words) else None
    return known is not None and known.kind == "person" and known.possessed


def _opens_group(doc: Document, i: int, limit: int) -> bool:
    """A first word that is no name for certain, but belongs to a group with what follows."""
    if _owns_next(doc, i, limit):
        return True
    if not doc.is_capital(i) or is_name(doc, i) or i + 1 >= limit or suffix_length(doc.words[i]):
        return False
    if doc.words[i] in lex.CONNECTIVES or doc.words[i] in lex.TIMES:
        return False
    found = shape(doc.words[i])
    return doc.is_capital(i + 1) and not found & (ENDS_A_CLAUSE | Shape.GEN)


def _owns_next(doc: Document, i: int, limit: int) -> bool:
    """«Sulama birliği»: whatever the first word ends with, what it belongs to stands behind."""
    following = lex.NOUNS.get(doc.words[i + 1]) if i + 1 < limit else None
    if following is None or not doc.is_capital(i) or suffix_length(doc.words[i]):
        return False
    if shape(doc.words[i]) & (ENDS_A_CLAUSE | Shape.GEN | Shape.PLURAL):
        return False
    if is_person(doc, doc.words[i]) and not doc.is_capital(i + 1):
        return False  # «Görgün vatandaşları …»
    return following.possessed and following.case is Case.NOMINATIVE


def _goes_on(doc: Document, i: int) -> bool:
    """«Kurucusu ve Üst Yöneticisi», «Ak ve Kaya»; a clause goes on otherwise."""
    word = doc.words[i]
    if word in lex.NOUNS or word in lex.MODIFIERS:
        return True
    return doc.is_capital(i) and case_of(doc, i) in (Case.NOMINATIVE, Case.GENITIVE)


def _is_next(doc: Document, i: int, known: lex.Noun, length: int) -> bool:
    """A bare noun behind the group is not of it, unless one word of a title stands before it
    («Sportif direktör»)."""
    before = lex.NOUNS.get(doc.words[i - 1])
    if before is not None and before.plural and known.possessed and not doc.is_capital(i):
        return True  # «Uzmanlar halkı»: an object
    if doc.is_capital(i) or known.possessed or _is_of_title(doc, i):
        return False
    if known.kind == "person" and i + 1 < len(doc.words) and doc.is_capital(i + 1):
        return False  # «Komşu esnaf Ak»
    if before is not None and known.plural and not before.plural and length == 1:
        return False  # «Grevci işçiler»
    return known.kind != "person" or doc.words[i - 1] in lex.NOUNS or length > 1


def _is_of_title(doc: Document, i: int) -> bool:
    """«Zandora hükümet sözcüsü Liana Kostar»: a body before a title that a name follows."""
    title = lex.NOUNS.get(doc.words[i + 1]) if i + 2 < len(doc.words) else None
    if title is None or not title.possessed or title.case is not Case.NOMINATIVE:
        return False
    return doc.is_capital(i + 2) or doc.words[i + 2] in COMMAS


def _is_partitive(doc: Document, i: int) -> bool:
    words = doc.words
    if i == 0 or i + 2 >= len(words) or words[i + 1] not in ("'", "’"):
        return False
    return words[i + 2] in ("i", "u", "ü", "si") and case_of(doc, i - 1) is Case.ABLATIVE


def _may_modify(doc: Document, i: int) -> bool:
    word = doc.words[i]
    if word in lex.MODIFIERS or word.isdecimal():
        return True
    if word in lex.POSTPOSITIONS or word in lex.CONNECTIVES or word in lex.CLITICS:
        return False
    found = shape(word)
    if found & (ENDS_A_CLAUSE | Shape.ACC | Shape.DAT | Shape.LOC | Shape.INS):
        return False
    return not found & Shape.FINITE or word in lex.NO_FINITES


def next_comma(doc: Document, at: int, end: int) -> int | None:
    """The next comma outside of marks and brackets."""
    words = doc.words
    depth = 0
    i = at
    inside = doc.around(at)
    limit = min(end, at + PART_AT_MOST)
    while i < limit:
        word = words[i]
        parts = word in COMMAS or (word == ":" and i + 1 == end)
        if parts and not depth and not is_inside_title(doc, i):
            return i
        if word == "(":
            depth += 1
        elif word == ")":
            depth = max(0, depth - 1)
        quotation = inside or doc.quotation_at.get(i)
        i = i + 1 if quotation is None else quotation.end
        inside = None
    return None


def listed_until(doc: Document, first: int, comma: int) -> int | None:
    """Where a list of names that goes on behind a comma ends («Ak, Kaya ve Demir»)."""
    words = doc.words
    if not all(doc.is_capital(i) for i in range(first, comma)) or words[comma] != ",":
        return None
    joined = False
    i = comma + 1
    limit = min(len(words) - 1, comma + LIST_WITHIN)
    while i < limit:
        if words[i] == "ve":
            joined = True
        elif not doc.is_capital(i) and words[i] != ",":
            break
        elif joined and (suffix_length(words[i]) or words[i] == ","):
            return i + (words[i] != ",")
        elif suffix_length(words[i]):
            return None
        i += 1
    return i if joined and i > comma + 3 and words[i - 1] != "ve" else None
