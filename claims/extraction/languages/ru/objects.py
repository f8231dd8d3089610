"""Nouns behind a cue that are its content, or whom it goes to.

Source: sections 5 and 6 of the project's notes on Russian attribution: обвинил, призвал, опроверг
take nouns; отметил and подтвердил only such as stand for an event.
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import (
    ANY_CASE,
    DATIVE,
    GENITIVE,
    INSTRUMENTAL,
    NOMINATIVE,
    PLURAL,
    Case,
)
from claims.extraction.languages.ru.letters import capital, cases, is_adjective
from claims.extraction.languages.ru.lexicon import Form, Kind
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.phrases import DETERMINERS, phrase
from claims.extraction.report import Mention, Words

# Words from a cue to its content, at most.
WITHIN = 45
# «связал рост цен с засухой»
_LINKING = frozenset(("связать", "связывать"))
# «возложил вину на соседей»
_LAYING = frozenset(("возложить", "возлагать"))
_BLAME = frozenset(("вину", "ответственность"))
# Verbs with two objects, «назвал политику ошибкой»; with one they say what is on a list.
_TWICE = frozenset(("назвать", "называть"))
_SECOND_WITHIN = 16
# Of the instrumental; «ой» and «ей» are of the genitive too.
_SECOND_ENDS = ("ом", "ем", "ём", "ью", "ым", "им", "ами", "ями", "ыми", "ими")
_COMMENTING = frozenset(("прокомментировать", "комментировать"))
# «пригрозил газете иском», but «угрожал ножом» is an act.
_THREATENING = frozenset(("пригрозить", "грозить"))
_WEAPONS = frozenset(("ножом", "оружием", "пистолетом", "кулаком", "пальцем", "автоматом"))
_CLOSES = frozenset((",", ".", ";", "и", "а", "но"))
_JUDGING = frozenset(
    ("объяснить", "объяснять", "считать", "признать", "признавать", "счесть", "полагать")
)
_ACCUSATIVE = Case.ACC | Case.ACC << PLURAL
_OBJECT = _ACCUSATIVE | GENITIVE | INSTRUMENTAL
_THEM = frozenset(("их", "его", "ее", "это", "эти", "эту", "этот"))
# Endings of nouns that stand for an event or a state, and some nouns that do.
_EVENT_ENDS = (
    "ние", "ния", "нию", "тие", "тия", "ция", "ции", "цию", "ость", "ости", "отка", "гибель",
    "смерть", "факт", "вину", "отставку", "арест", "визит", "рост", "запуск", "удар", "атаку",
    "успех", "роль", "планы", "слова", "сведения", "данные", "намерения", "сообщения",
    "подлинность", "утечку", "провал", "отсутствие", "наличие", "сделку", "задержку", "встречу",
)  # fmt: skip


@dataclass(slots=True)
class Frame:
    """What was found behind a cue; ``how`` is "" where no content was."""

    how: str = ""
    content: int = 0
    subject: Mention | None = None
    # The subject is an institution behind «в»: «сообщили в Минздраве».
    recipients: list[Mention] = field(default_factory=list)
    cites: list[Mention] = field(default_factory=list)
    because: list[Words] = field(default_factory=list)
    # Where what was read ends: subject, recipients and adjuncts.
    read: int = 0
    # Where the content ends, if its marks or its case tell.
    stop: int | None = None


class Objects:
    """What a noun behind the cue at word i is to it."""

    def __init__(self, doc: Document, i: int, form: Form, limit: int, has_subject: bool) -> None:
        self.doc, self.words, self.form = doc, doc.words, form
        self.i, self.limit = i, min(limit, i + WITHIN)
        self.end = limit
        self.frame = Frame(read=i + 1)
        self.has_subject = has_subject
        self.takes = form.verb.takes

    def _found(
        self, how: str, content: int, because: Words | None = None, stop: int | None = None
    ) -> None:
        if content < self.end:
            self.frame.how, self.frame.content, self.frame.stop = how, content, stop
            if because is not None:
                self.frame.because.append(because)

    def _object(self, at: int) -> int | None:
        """A noun that is no subject: content, whom a call goes to, or nothing of ours."""
        sense = self.form.verb.sense
        if not self.words[at][0].isalnum():
            return None
        if self.form.verb.lemma in _LINKING and not {"с", "со"} & set(self.words[at : at + 8]):
            return None
        if "as" in self.takes and "как" not in self.words[at + 1 : min(at + 10, self.limit)]:
            return at + 1
        if self.form.verb.lemma in _LAYING and not (
            self.words[at] in _BLAME and "на" in self.words[at + 1 : at + 4]
        ):
            return None
        if self.form.verb.lemma in _COMMENTING:
            return at + 1
        if sense in ("judge", "accuse", "name"):
            looks = self.words[at] in _THEM or self.words[at].endswith("ку")
            if self.form.verb.lemma in _TWICE and not self._has_second(at):
                return None  # «назвал причины аварии»: a list, and no judgement
            if looks or cases(self.doc, at) & _OBJECT:
                self._found("object", at)
            return None
        if sense == "announce" and self.words[at] in lex.NOT_ANNOUNCED:
            return None
        if sense == "call":
            return self._called(at)
        how = self._content(at)
        if how:
            self._found(how, at)
            return None
        return self._skipped(at)

    def _has_second(self, at: int) -> bool:
        """«назвал критику глупостью», «причиной назвал погоду»: what somebody calls it."""
        for j in range(self.i - 1, max(self.i - _SECOND_WITHIN, -1), -1):
            word, before = self.words[j], self.words[j - 1] if j else "."
            if not word[0].isalnum():
                break
            is_name = before[0].isalpha() and capital(self.doc, j)  # «Олег Ким»
            is_adjunct = before in lex.PREPOSITIONS or word in lex.ADVERBS
            if word.endswith((*_SECOND_ENDS, "ой", "ей")) and not (is_name or is_adjunct):
                return True
        if is_adjective(self.words[at]) and self.words[at].endswith(("ой", "ей")):
            return True  # «назвал главной причиной аварии погоду»
        for j in range(at, min(at + _SECOND_WITHIN, self.limit)):
            word = self.words[j]
            if j in self.doc.quotation_at or word == "как":
                return True
            if word in ",.;:" and j > at:
                break
            if word.endswith(_SECOND_ENDS) and word not in lex.PREPOSITIONS:
                return True
            behind = self.words[j + 1] if j + 1 < self.limit else "."
            # «ошибкой», but «страшной аварии»
            closes = not behind[0].isalpha() or behind in lex.PREPOSITIONS | lex.CONJUNCTIONS
            if word.endswith(("ой", "ей")) and closes:
                return True
        return False

    def _called(self, at: int) -> int | None:
        """What is called for, or whom: «потребовал отставки», «призвал жителей …»."""
        is_noun = cases(self.doc, at) & (_ACCUSATIVE | GENITIVE)
        if "noun" in self.takes and is_noun and not self._is_addressee(at):
            self._found("noun", at)
            return None
        return self._addressee(at)

    def _content(self, at: int) -> str:
        """How the noun at a word is the content of its verb; "" where it is not."""
        takes, found = self.takes, cases(self.doc, at)
        is_object = found & (_ACCUSATIVE | GENITIVE) or self.words[at] in DETERMINERS
        if "noun" in takes and is_object:
            return "noun"
        if self.form.verb.lemma in _THREATENING and found & INSTRUMENTAL:
            self.frame.recipients.clear()  # whom a threat is made to passes nothing on
            return "" if self.words[at] in _WEAPONS else "noun"
        if self.form.verb.lemma in _JUDGING and self._is_judged(at):
            return "object"
        is_said = (
            ("feeling" in takes and self._is_feeling(at))
            or ("negated" in takes and found & GENITIVE)
            or ("event" in takes and self._is_event(at))
        )
        return "noun" if is_said else ""

    def _skipped(self, at: int) -> int | None:
        """Over a noun that says nothing of the content: whom, by what."""
        doc, found = self.doc, cases(self.doc, at)
        if found & DATIVE:
            end = max(phrase(doc, at, self.limit, DATIVE, apposition=False), at + 1)
            if any(self._is_medium(k) for k in range(at, end)):
                self.frame.recipients.append(mention(doc, at, end, DATIVE))
            return end
        if found & _OBJECT and (self.has_subject or self.frame.subject):
            return at + 1 if self.form.verb.sense != "relay" else None
        return at + 1 if found & INSTRUMENTAL else None

    def _is_medium(self, at: int) -> bool:
        known = lex.NOUNS.get(self.words[at])
        return known is not None and known.kind is Kind.MEDIUM

    def _is_judged(self, at: int) -> bool:
        """«считает решение ошибочным»: an instrumental says what somebody thinks of it."""
        if not cases(self.doc, at) & (_ACCUSATIVE | GENITIVE):
            return False
        for j in range(at + 1, min(at + 8, self.end)):
            if self.words[j] in ",.;:" or self.words[j].startswith("виновн"):
                return False
            if is_adjective(self.words[j]) and self.words[j].endswith(("ым", "им", "ыми", "ими")):
                return True
            is_last = j + 1 >= self.end or self.words[j + 1] in _CLOSES
            if is_last and self.words[j].endswith(("ой", "ей", "ом", "ем", "ью", "ами", "ями")):
                return True
        return False

    def _is_feeling(self, at: int) -> bool:
        """«выразил протест», but «выразил надежду, что» opens a clause."""
        for j in range(at, min(at + 3, self.end)):
            if self.words[j] in lex.FEELINGS:
                behind = self.words[j + 1 : j + 5]
                return "что" not in behind or behind[behind.index("что") - 1] != ","
        return False

    def _is_event(self, at: int) -> bool:
        for j in range(at, min(at + 3, self.limit)):
            if self.words[j].endswith(_EVENT_ENDS) and cases(self.doc, j) & _ACCUSATIVE:
                return True
            if not is_adjective(self.words[j]) and self.words[j] not in DETERMINERS:
                return False
        return False

    def _is_addressee(self, at: int) -> bool:
        """Whether an infinitive, «к», «не» or «чтобы» follows whom a call goes to."""
        for j in range(at + 1, min(at + 14, self.limit)):
            if lex.is_infinitive(self.words[j]) or self.words[j] in ("к", "чтобы"):
                return True
            if self.words[j] in ".;:":
                return False
        return False

    def _addressee(self, at: int) -> int | None:
        end = phrase(
            self.doc, at, self.limit, ANY_CASE & ~NOMINATIVE | Case.NOM << PLURAL, apposition=False
        )
        return end if end > at else at + 1
