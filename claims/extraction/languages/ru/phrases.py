"""Where the naming of a source begins and ends: the noun group beside a cue.

Source: section 5 of the project's notes on Russian attribution: case and title stay, an apposition
in commas belongs to it; time, place and recipients do not.
"""

from typing import cast

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import (
    ANY_CASE,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    LOCATIVE,
    NOMINATIVE,
    PLURAL,
    SINGULAR_CASES,
    Case,
)
from claims.extraction.languages.ru.letters import (
    CLOSING,
    capital,
    cases,
    is_adjective,
    is_hyphen,
    is_initial,
    is_venue,
    modifies,
)
from claims.extraction.languages.ru.lexicon import Kind

AT_MOST = 22  # words of a mention
_GROUPS = lex.load("words.toml")["groups"]
_WITHIN = frozenset(("в", "во", "на", "при", "из", "от", "к", "у", "за"))
# Heads behind which a place says where they belong: «источник в полиции», «посол в Сирии».
_PLACED = frozenset(
    lex.f(
        """источник собеседник представитель посол консул депутат сенатор эксперт коллега сотрудник
        чиновник офицер дипломат член уполномоченный житель жительница корреспондент люди
        человек специалист делегат оппозиция фракция аналитик активист правозащитник волонтер
        инспектор санинструктор медсестра студент студентка рабочий солдат боец врач учитель
        спецпосланник постпред спецпредставитель"""
    ).split()
)
# Behind «по» these are no field: «комитет по связи», but «сообщил мэр по телефону».
_NO_FIELDS = frozenset(
    lex.f("итогам результатам поводу случаю пути телефону понедельникам").split()
)
# «назвал господина Кима …», though a feminine ends so.
_NO_SUBJECTS = frozenset(("господина", "госпожи", "гражданина", "своего", "своей", "своих"))
_CLOSE_TO = lex.fset("близкий близкая близкие близких близкого знакомый знакомые знакомая")
_PASSIVE = ("нный", "нная", "нные", "нных", "нного", "нной")
_GENITIVE_ENDS = ("ов", "ев", "ий", "ии", "ого", "его", "ых", "их", "ости", "ства", "ния", "тия")
# Words that count or choose and stand at the head: «один из них», «трое чиновников».
DETERMINERS = lex.fset(_GROUPS["determiners"])
# Of these no nominative: «двух романов».
_OF_SOME = lex.fset(_GROUPS["of_some"])
# Of these some may be a source without a noun: «второй добавил», «двое из них».
_ALONE = lex.fset(_GROUPS["alone"])
_COUNTED = lex.fset(_GROUPS["counted"])
_WITHOUT_NOUN = _ALONE | _COUNTED
# Small words that no group ends with.
_OPEN = _WITHIN | lex.CONJUNCTIONS
_DEMONSTRATIVE = lex.fset("эти это эту этот все весь свою свои свое свой")
_NEVER_BEHIND = _DEMONSTRATIVE | lex.RECIPIENTS | frozenset(("один", "одна", "одни", "этом"))
# Last letters of genitives: a word that ends otherwise is none without a plural before it.
_CONSONANTS = "бвгджзклмнпрстфхцчш"
_GENITIVE_LETTERS = "аяыийхов"
# Endings of trades that a sentence's head may write with a capital.
_TRADES = (
    "ик", "ер", "ор", "ент", "ант", "арь", "тель", "ист", "лог", "щик", "чик", "щица", "ница", "ец",
    "анка", "ка",
)  # fmt: skip
# Nouns of trade and office that the lists do not hold: «палеонтолог».
_PERSON_ENDS = (
    "лог", "тель", "ник", "ист", "вед", "граф", "щик", "чик", "лога", "теля", "ника", "иста",
    "щика", "чика", "ница", "ницы", "истка", "истки",
)  # fmt: skip
# Behind these stands the name of a medium: «корреспондент ТАСС».
_OF_MEDIA = lex.fset("корреспондент журналист обозреватель редактор источник собеседник агентство")
HONORIFICS = lex.fset(_GROUPS["honorifics"])
_FROM = frozenset(("из", "с", "со"))
_PRONOUNS = frozenset(("них", "нас", "вас", "ней", "нем", "него", "нее"))
_ENDS_IT = (
    lex.ADVERBS | lex.RELATIVES | lex.CONJUNCTIONS | frozenset(lex.PRONOUNS) | lex.RECIPIENTS
) | frozenset(("что", "чтобы", "как", "если"))


def phrase(doc: Document, i: int, limit: int, wanted: int, *, apposition: bool = True) -> int:
    """The end of the noun group that begins at word i in one of the wanted cases; i for none."""
    key = (i, limit, wanted, apposition)
    known = doc.memo.get(key)
    if known is None:
        end = _Group(doc, i, min(limit, i + AT_MOST), wanted).read()
        known = _with_apposition(doc, end, limit, wanted) if end > i and apposition else end
        doc.memo[key] = known
    return cast("int", known)


def _with_apposition(doc: Document, end: int, limit: int, wanted: int) -> int:
    """«Анна Ким, глава города, »: ends before the closing comma or stop."""
    if end + 1 >= limit or doc.words[end] != ",":
        return end
    at = end + 1
    if doc.words[at] in _CLOSE_TO:
        stop = at
        while stop < min(limit, at + 10) and doc.words[stop] not in ",.;:":
            stop += 1
        return stop if _closes(doc, stop, limit) else end
    stop = _Group(doc, at, min(limit, at + AT_MOST), wanted).read()
    if stop == at or not _closes(doc, stop, limit):
        return end
    is_name = all(doc.words[k][0].isalpha() and capital(doc, k) for k in range(at, stop))
    if is_name and doc.words[end - 1] in CLOSING:
        return end  # «как передаёт агентство «Нева», Олег Ким …»
    if not is_name and not any(_is_person(doc.words[k]) for k in range(at, stop)):
        return end
    if any(doc.words[k] in DETERMINERS for k in range(at, at + 1)) and stop - at < 3:
        return end
    return stop


def _closes(doc: Document, stop: int, limit: int) -> bool:
    return stop >= limit or doc.words[stop] in ",.!?…—–-;"


def _is_person(word: str) -> bool:
    known = lex.NOUNS.get(word)
    if known is None:
        return word.endswith(_PERSON_ENDS)
    return known is not None and known.kind in (Kind.PERSON, Kind.PEOPLE)


class _Group:
    """One noun group being read from left to right."""

    def __init__(self, doc: Document, first: int, limit: int, wanted: int) -> None:
        self.doc, self.words, self.first, self.limit = doc, doc.words, first, limit
        self.wanted = wanted
        self.head: str | None = None
        self.named = False  # a personal name stands in it

    def read(self) -> int:
        at = self.first
        while at < self.limit:
            step = self._step(at)
            if step == at:
                break
            at = step
        while at > self.first and self.words[at - 1] in _OPEN:
            at -= 1
        if self.head is None and not self._counts(at):
            return self.first
        return at

    def _is_oblique(self) -> bool:
        return not self.wanted & NOMINATIVE

    def _takes_a_name(self, at: int) -> bool:
        word = self.words[at]
        return (
            word in lex.NOUNS or word in lex.NAMED or not word[0].isalpha() or capital(self.doc, at)
        )

    def _is_told(self, at: int) -> bool:
        return self.words[at].endswith(("у", "ю", "ам", "ям"))

    def _counts(self, at: int) -> bool:
        """«один из них», «второй», «многие»: a group without a noun."""
        return at > self.first and self.words[self.first] in _WITHOUT_NOUN

    def _step(self, at: int) -> int:
        word = self.words[at]
        quotation = self.doc.quotation_at.get(at)
        if quotation is not None:
            if not quotation.is_name or quotation.end > self.limit:
                return at
            if at > self.first and not self.wanted & DATIVE and self._is_told(quotation.close - 1):
                return at  # «в министерстве «Кедру» подтвердили»
            is_told = self.wanted == LOCATIVE and self.words[quotation.close - 1].endswith("е")
            if at > self.first and is_told and self.words[at - 1] in lex.ACRONYMS:
                return at  # «в пресс-службе ГАИ «Вечёрке» сообщили»
            if at > self.first and self._is_oblique() and not self._takes_a_name(at - 1):
                return at  # «в министерстве труда «Неве» заявили»
            if self.head is None:
                self.head = ""
            return quotation.end
        if not word[0].isalnum():
            return self._mark(at, word)
        if word == "и" and self.words[at + 1 : at + 4] == [".", "о", "."]:
            self.wanted |= GENITIVE  # «и. о. губернатора»
            return at + 4
        if len(word) == 1 and is_initial(self.doc, at):
            return at + 2
        return self._before_head(at) if self.head is None else self._behind_head(at)

    def _mark(self, at: int, word: str) -> int:
        if at > self.first and at + 1 < self.limit and is_hyphen(self.doc, at):
            if self.head is not None and self.words[at + 1] in lex.NOUNS:
                self.head = lex.NOUNS[self.words[at + 1]].lemma
            return at + 2
        if word == "№" and at > self.first:
            return at + 1
        if word == "(" and self.head is not None:
            if self.words[at + 1 : at + 2] and self.words[at + 1] in lex.PREPOSITIONS:
                return at  # «Нева» (со ссылкой на полицию)
            behind = self.words[at + 1 : min(self.limit, at + 6)]
            return at + 2 + behind.index(")") if ")" in behind else at
        return at

    def _before_head(self, at: int) -> int:
        word, doc = self.words[at], self.doc
        if word in _OF_SOME and not self.wanted & ~NOMINATIVE:
            return at
        if word in DETERMINERS or word[0].isdigit():
            alone = at == self.first and at + 1 >= self.limit and word not in _ALONE
            return at if alone else at + 1
        if at > self.first and word in _FROM and self.words[at - 1] in DETERMINERS:
            return at + 1
        if word in _PRONOUNS and at > self.first and self.words[at - 1] in _FROM:
            self.head = ""
            return at + 1
        if self._ends(at) or word in lex.FORMS or word in lex.PREPOSITIONS:
            return at
        if word in _NO_SUBJECTS and self.wanted == NOMINATIVE:
            return at
        if known_verb(word) and not capital(doc, at):
            return at
        counted = at > self.first and (
            self.words[self.first] in DETERMINERS or self.words[self.first][0].isdigit()
        )
        wanted = self.wanted | GENITIVE if counted else self.wanted
        if not cases(doc, at) & wanted:
            return at
        if word in _CLOSE_TO or word.endswith(_PASSIVE):
            described = self._described(at, word)
            if described > at:
                return described
        if word in lex.NOUNS and self._is_premodifier(at):
            return at + 1  # «Военный прокурор гарнизона»
        if word in lex.NOUNS:
            self.head = lex.NOUNS[word].lemma
        elif not modifies(doc, at) or not self._goes_on(at + 1, wanted):
            if is_adjective(word) and not capital(doc, at):
                return at
            self.head = ""
            self.named = self._is_name(at)
        return at + 1

    def _described(self, at: int, word: str) -> int:
        """The noun of «Опрошенные агентством трейдеры», «Близкий к мэрии источник»."""
        if at + 2 >= self.limit:
            return at
        behind = self.words[at + 1]
        is_close = word in _CLOSE_TO and behind in ("к", "с", "со")
        if not is_close and (word in _CLOSE_TO or cases(self.doc, at + 1) != Case.INS):
            return at
        for j in range(at + 2, min(at + 7, self.limit)):
            known = lex.NOUNS.get(self.words[j])
            is_somebody = known is not None and known.kind in (Kind.PERSON, Kind.PEOPLE)
            if known is not None and is_somebody and known.cases & self.wanted:
                return j
            if self.words[j] in lex.FORMS or not self.words[j][0].isalnum():
                return at
        return at

    def _is_name(self, at: int) -> bool:
        """Whether a first word is a name: its capital says so, unless it opens a sentence."""
        word = self.words[at]
        if not capital(self.doc, at) or word in HONORIFICS or self._is_compound(at):
            return False
        if is_adjective(word) and not (at + 1 < self.limit and capital(self.doc, at + 1)):
            return False  # «Уполномоченная по правам»
        before = self.words[at - 1] if at else "\n"
        return before not in ".!?\n" or not word.endswith(_TRADES)

    def _is_compound(self, at: int) -> bool:
        """«Пресс-секретарь»: its last part is a noun of the lists."""
        return (
            at + 2 < self.limit and is_hyphen(self.doc, at + 1) and self.words[at + 2] in lex.NOUNS
        )

    def _is_premodifier(self, at: int) -> bool:
        """«официальный представитель», «местный житель»: listed, and yet an adjective here."""
        word = self.words[at]
        if not word.endswith(("ый", "ий", "ой", "ая", "ые", "ие", "ого", "ему", "ому", "им", "ым")):
            return False
        if at + 1 >= self.limit or self.words[at + 1] not in lex.NOUNS:
            return False
        return bool(lex.NOUNS[word].cases & lex.NOUNS[self.words[at + 1]].cases)

    def _goes_on(self, at: int, wanted: int) -> bool:
        """Whether a noun follows an adjective, so that the adjective is not the head."""
        if at >= self.limit:
            return False
        if is_hyphen(self.doc, at):
            return True
        word = self.words[at]
        if not word[0].isalpha() or word in _ENDS_IT or word in lex.FORMS:
            return False
        if word in lex.PREPOSITIONS:
            return False
        return bool(cases(self.doc, at) & wanted)

    def _behind_head(self, at: int) -> int:
        word, doc = self.words[at], self.doc
        if word in lex.MEDIUM_NAMES:
            if self.words[at - 1] == "иа":
                return at + 1
            known = lex.NOUNS.get(self.words[at - 1])
            of_medium = known and (known.kind is Kind.MEDIUM or known.lemma in _OF_MEDIA)
            return at + 1 if of_medium else at
        if capital(doc, at) and not (self._ends(at) or word == "и"):
            return self._capital(at, cases(doc, at))
        if word in lex.FORMS or (self._ends(at) and word != "и"):
            return at
        if word == "и":
            return self._and(at)
        if word in lex.PREPOSITIONS:
            return self._preposition(at)
        if word[0].isdigit():
            return at + 1
        return self._low(at, word)

    def _low(self, at: int, word: str) -> int:
        """A word without a capital behind the head: a title, or a genitive."""
        if lex.is_infinitive(word) or known_verb(word) or word in _NEVER_BEHIND:
            return at
        known = lex.NOUNS.get(word)
        if known is not None and known.kind is Kind.PERSON and known.cases & self.wanted:
            self.head = self.head or known.lemma
            return at + 1  # «официальный представитель ведомства полковник Ким»
        if word in ("одного", "одной") and self.words[at + 1 : at + 2] == ["из"]:
            return at + 2  # «сотрудница одного из участков»
        if word in _ALONE or (self.named and not is_adjective(word)):
            return at  # behind a name only titles follow
        is_bare = known is None and word[-1] not in _GENITIVE_LETTERS
        governs = self.head is not None and self.head.endswith(("щий", "щая"))
        is_bare = is_bare and not (governs and cases(self.doc, at) & INSTRUMENTAL)
        if known is None and self.words[at - 1] in CLOSING:
            return at  # «В «Теплосетях» причиной аварии назвали …»
        if self.words[at - 1] == "и" and self._are_bare(at - 2, at):
            is_bare = False
        of_many = self._is_many(at - 1) or (self._is_body() and word[-1] not in "лтйь")
        if is_bare and not of_many:
            return at  # «сообщил житель дом»: no genitive plural alone
        wanted = GENITIVE
        if governs:
            wanted |= INSTRUMENTAL  # «заведующая поликлиникой»
        return at + 1 if cases(self.doc, at) & wanted else at

    def _is_body(self) -> bool:
        """«ассоциация аптек», «союз женщин»"""
        known = lex.NOUNS.get(self.head or "")
        return known is not None and known.kind in (Kind.BODY, Kind.PEOPLE)

    def _is_many(self, at: int) -> bool:
        """Whether a plural genitive stands before: «четырех стран», «северных стран»."""
        word = self.words[at]
        return word.endswith(("ых", "их", "ех", "ух")) or word[0].isdigit()

    def _capital(self, at: int, found: int) -> int:
        word = self.words[at]
        dative_only = found and not found & (self.wanted | GENITIVE | Case.NOM)
        is_told = self.words[at - 1][-1] != "о"  # «Самбо Кейру»
        if dative_only and is_told and self.wanted & NOMINATIVE and not found & Case.INS:
            return at  # «сообщил Ким Иванову»
        is_name = word not in lex.NOUNS and not (modifies(self.doc, at) and self._is_low(at + 1))
        self.named = self.named or (is_name and bool(found & self.wanted & SINGULAR_CASES))
        return at + 1

    def _is_low(self, at: int) -> bool:
        return at < self.limit and self.words[at][0].isalpha() and not capital(self.doc, at)

    def _ends(self, at: int) -> bool:
        is_name = at > self.first or self.words[at] == "ли"
        return self.words[at] in _ENDS_IT and not (is_name and capital(self.doc, at))

    def _and(self, at: int) -> int:
        if at + 1 >= self.limit:
            return at
        word = self.words[at + 1]
        if word in lex.FORMS or word in lex.PREPOSITIONS or word in _ENDS_IT:
            return at
        known = lex.NOUNS.get(word)
        if known is not None and known.cases & (self.wanted | GENITIVE):
            return at + 1
        if capital(self.doc, at + 1) or (at + 1 in self.doc.quotation_at and self._marks(at + 1)):
            return at + 1
        if self.named:
            return at
        return at + 1 if word.endswith(_GENITIVE_ENDS) or self._are_bare(at - 1, at + 1) else at

    def _are_bare(self, *places: int) -> bool:
        """«прав и свобод», «школ и больниц»: genitives of a plural, both without an ending."""
        return all(
            self.words[at][-1] in _CONSONANTS
            and self.words[at] not in lex.NOUNS
            and not capital(self.doc, at)
            for at in places
        )

    def _is_placed(self) -> bool:
        known = lex.NOUNS.get(self.head or "")
        return self.head in _PLACED or (known is not None and known.kind is Kind.PEOPLE)

    def _marks(self, at: int) -> bool:
        return self.doc.quotation_at[at].is_name

    def _preposition(self, at: int) -> int:
        word = self.words[at]
        if at + 1 >= self.limit:
            return at
        following = self.words[at + 1]
        if word == "по" and following in _NO_FIELDS:
            return at
        is_place = word != "по" and is_venue(self.doc, at + 1)
        if is_place or following[0].isdigit() or following in lex.ACCORDING:
            return at
        if word == "по":
            if self.named or not guessed_dative(self.doc, at + 1):
                return at
            stop = at + 1
            while stop + 1 < self.limit and modifies(self.doc, stop):
                stop += 1
            return stop + 1
        if word not in _WITHIN or self.named or not self._is_placed():
            return at
        if word in ("у", "к", "за") and self.head not in _PLACED:
            return at
        stop = at + 2
        while stop < self.limit and self._modifies_place(stop - 1):
            stop += 1
        if is_venue(self.doc, stop - 1):
            return at
        return stop

    def _modifies_place(self, at: int) -> bool:
        """«в военном командовании»: a noun of the lists that is an adjective here."""
        if modifies(self.doc, at):
            return True
        word, behind = self.words[at], self.words[at + 1]
        is_noun_too = word in lex.NOUNS and word.endswith(("ом", "ем", "ой", "ей", "ых", "их"))
        return is_noun_too and behind[0].isalpha() and bool(cases(self.doc, at + 1) & Case.LOC)


def known_verb(word: str) -> bool:
    """«придерживается», «приехали»: what no noun ends with."""
    return word not in lex.NOUNS and word.endswith(
        ("ся", "сь", "али", "или", "яли", "шла", "шло", "шли")
    )


def guessed_dative(doc: Document, i: int) -> bool:
    return bool(cases(doc, i) & (Case.DAT | Case.DAT << PLURAL)) or capital(doc, i)


def can_speak(doc: Document, first: int, end: int) -> bool:
    """Whether a group can be a source: a person, a body, a name; not «мост»."""
    if doc.words[first] in DETERMINERS and end - first <= 3:
        return True
    for i in range(first, end):
        word = doc.words[i]
        if word in lex.NOUNS or i in doc.quotation_at:
            return True
        if word == "дом" and i > first and doc.words[i - 1] == "белый":
            return True
        if word[0].isalpha() and capital(doc, i) and (i > first or not is_adjective(word)):
            return True
    return False


def number_of(doc: Document, first: int, end: int, wanted: int) -> str:
    """ "s", "p" or "" for a group in the nominative."""
    for i in range(first, end):
        word = doc.words[i]
        if word in DETERMINERS or word[0].isdigit():
            return "p" if word[0].isdigit() or word[-1] in "еи" or word == "несколько" else ""
        found = cases(doc, i) & wanted
        if found == ANY_CASE & wanted:
            return ""
        is_compound = i + 2 < end and is_hyphen(doc, i + 1) and doc.words[i + 2] in lex.NOUNS
        is_plain = capital(doc, i) and word not in lex.NOUNS and not is_compound
        if is_plain and word[-1] not in "ыие":
            return "s"  # «Бека обвиняют»: a name, whatever its ending
        if found and not (found & SINGULAR_CASES and found >> PLURAL):
            return "s" if found & SINGULAR_CASES else "p"
        if word in lex.NOUNS or (found and not is_adjective(word)):
            return ""
    return ""
