"""What stands behind a cue: subject, recipients, adjuncts, and the first word of the content.

Source: section 5 of the project's notes on Russian attribution: content opens at «что» after the
comma, at «о» with the locative, at a colon, a mark, or an infinitive.
"""

from dataclasses import dataclass, field
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
    Case,
)
from claims.extraction.languages.ru.letters import (
    capital,
    cases,
    is_adjective,
    is_dash,
    is_hyphen,
    is_venue,
)
from claims.extraction.languages.ru.lexicon import Form, Kind, Noun, Tense
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.phrases import DETERMINERS, can_speak, number_of, phrase
from claims.extraction.quotations import Quotation
from claims.extraction.report import Agreement, Mention, Words

# «связал рост цен с засухой»
_LINKING = frozenset(("связать", "связывать"))
_JUDGING = frozenset(("считать", "признать", "признавать", "счесть", "полагать"))
_THAT_ONE = frozenset(("этого", "того", "этому", "этим", "этом", "том", "тем"))
# Words from a cue to its content, at most.
WITHIN = 45
# Words of an insertion between commas, at most.
INSERTION_AT_MOST = 25
_ACCUSATIVE = Case.ACC | Case.ACC << PLURAL
# Endings of nouns that stand for an event or a state, and some nouns that do.
_EVENT_ENDS = (
    "ние", "ния", "нию", "тие", "тия", "ция", "ции", "цию", "ость", "ости", "отка", "гибель",
    "смерть", "факт", "вину", "отставку", "арест", "визит", "рост", "запуск", "удар", "атаку",
    "успех", "роль", "планы", "слова", "сведения", "данные", "намерения", "сообщения",
    "подлинность", "утечку", "провал", "отсутствие", "наличие", "сделку", "задержку", "встречу",
)  # fmt: skip
# All but nominative and accusative, which look alike.
_OBLIQUE = DATIVE | INSTRUMENTAL | GENITIVE | Case.LOC | Case.LOC << PLURAL
_ANAPHORS = frozenset(lex.f("этом том нем ней них себе своем своей своих этого это него").split())
_INSTITUTIONS = frozenset((Kind.BODY, Kind.MEDIUM))
_SAID_TO = frozenset(
    (
        "агентству",
        "изданию",
        "газете",
        "телеканалу",
        "порталу",
        "журналу",
        "каналу",
        "радиостанции",
        "сайту",
    )
)
# Nouns of «в интервью агентству», «в беседе с изданием», «в эфире телеканала».
_TOLD_IN = frozenset(("интервью", "беседе", "разговоре", "эфире", "комментарии", "подкасте"))


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


class Following:
    """Reads from one cue to the right."""

    def __init__(self, doc: Document, i: int, form: Form, limit: int, has_subject: bool) -> None:
        self.doc, self.words, self.form = doc, doc.words, form
        self.i, self.limit = i, min(limit, i + WITHIN)
        self.end = limit
        self.frame = Frame(read=i + 1)
        self.has_subject = has_subject
        self.takes = form.verb.takes

    def run(self) -> Frame:
        """What stands behind the cue; asked again for one sentence, it is known."""
        key = (self.i, self.end, self.has_subject)
        known = self.doc.memo.get(key)
        if known is None:
            known = self.doc.memo[key] = self._read()
        return cast("Frame", known)

    def _read(self) -> Frame:
        at = self.i + 1
        while at < self.limit:
            step = self._step(at)
            if step is None or self.frame.how:
                break
            at = step
            self.frame.read = at
        return self.frame

    def _found(
        self, how: str, content: int, because: Words | None = None, stop: int | None = None
    ) -> None:
        if content < self.end:
            self.frame.how, self.frame.content, self.frame.stop = how, content, stop
            if because is not None:
                self.frame.because.append(because)

    def _step(self, at: int) -> int | None:
        word = self.words[at]
        if word == ",":
            return self._comma(at)
        if word == ":":
            if at + 1 < self.end and ("quote" in self.takes or "that" in self.takes):
                self._found("colon", at + 1, Words(at, at + 1))
            return None
        if at in self.doc.quotation_at:
            return self._marks(at)
        if is_dash(self.doc, at) or word in ";.!?…":
            return None
        if word == "(":
            return self._bracket(at)
        if word == "что" and "that" in self.takes and at == self.i + 1:
            self._found("that", at + 1, Words(at, at + 1))
            return None
        if word in ("со", "с") and at + 2 < self.end and self.words[at + 1] == "ссылкой":
            return self._cited(at + 2)
        if word in lex.PREPOSITIONS:
            return self._preposition(at)
        if (
            word in lex.FORMS
            and lex.FORMS[word].tense is not Tense.PARTICIPLE
            and not capital(self.doc, at)
        ):
            return None
        if word in lex.RECIPIENTS or word in lex.RECIPIENT_PERSONS:
            return self._press(at)
        if "inf" in self.takes and (
            lex.is_infinitive(word)
            or (word == "не" and at + 1 < self.end and lex.is_infinitive(self.words[at + 1]))
        ):
            self._found("infinitive", at)
            return None
        if word in lex.ADVERBS or (word == "и" and at == self.i + 1):
            return at + 1
        if word in lex.CONJUNCTIONS or word in ("чтобы", "если"):
            return None
        return self._group(at)

    def _bracket(self, at: int) -> int | None:
        for j in range(at + 1, min(at + 12, self.limit)):
            if self.words[j] == ")":
                return j + 1
        return None

    # ── Commas ──────────────────────────────────────────────────────────────────────────────────
    def _comma(self, at: int) -> int | None:
        if at + 1 >= self.end:
            return None
        following = self.words[at + 1]
        if following == "что" and "that" in self.takes:
            self._found("that", at + 2, Words(at + 1, at + 2))
            return None
        if following == "чтобы" and self.form.verb.sense == "call":
            self._found("that", at + 2, Words(at + 1, at + 2))
            return None
        if following == "будто" and "that" in self.takes:
            self._found("that", at + 2, Words(at + 1, at + 2))
            return None
        if following in lex.QUESTIONS and (
            "question" in self.takes or self.form.verb.sense == "say"
        ):
            if following != "как" or not self._is_attribution(at + 2):
                self._found("question", at + 1)
            return None
        return self._insertion(at)

    def _is_attribution(self, at: int) -> bool:
        return any(
            self.words[k] in lex.FORMS or self.words[k] in lex.HEARSAY
            for k in range(at, min(at + 3, self.end))
        )

    def _insertion(self, at: int) -> int | None:
        """«, в частности, », «, отвечая на вопрос, »: goes on if «, что» or a colon follows."""
        following = self.words[at + 1]
        if following in lex.CONJUNCTIONS:
            return None
        form = lex.FORMS.get(following)
        if form is not None and form.tense is not Tense.PARTICIPLE:
            return None
        for j in range(at + 2, min(at + INSERTION_AT_MOST, self.limit - 1)):
            word = self.words[j]
            if word in lex.FORMS and lex.FORMS[word].tense is Tense.PAST:
                return None
            if word == "," and self.words[j + 1] == "что":
                is_inner = self.words[j - 1] in lex.FORMS or self.words[j - 1] in (
                    "том",
                    "того",
                    "тем",
                )
                return None if is_inner else j
            if word == ":" and (j + 1 in self.doc.quotation_at):
                return j
            if word in ";.":
                return None
        return None

    # ── Marks ───────────────────────────────────────────────────────────────────────────────────
    def _marks(self, at: int) -> int | None:
        one = self.doc.quotation_at[at]
        if one.is_name:
            has_subject = self.has_subject or self.frame.subject is not None
            if not has_subject and not is_dative(self.doc, one):
                return self._group(at)
            self.frame.recipients.append(
                as_medium(self.doc, mention(self.doc, at, one.end, DATIVE))
            )
            return one.end
        if {"quote", "noun", "event", "inf", "to"} & self.takes and (
            at == self.i + 1 or self.frame.subject or self.has_subject
        ):
            self._found("quote", at)
        return None

    # ── Prepositions ────────────────────────────────────────────────────────────────────────────
    def _preposition(self, at: int) -> int | None:
        word = self.words[at]
        plain = {"об": "о", "обо": "о", "ко": "к", "со": "с", "во": "в", "ото": "от"}.get(
            word, word
        )
        if plain == "о" and ("о" in self.takes or "that" in self.takes):
            return self._about(at)
        if plain in self.takes and plain != "о" and at + 1 < self.end:
            if self.words[at + 1] in ("то", "тот", "том", "того", "тому"):
                for j in range(at + 2, min(at + 5, self.limit - 1)):
                    if self.words[j] == "," and self.words[j + 1] == "что":
                        self._found("that", j + 2, Words(j + 1, j + 2))
                        return None
            if self._is_topic(plain, at + 1):
                self._found("preposition", at + 1, Words(at, at + 1))
                return None
        if (
            plain in ("в", "на")
            and self.form.agreement.number == "p"
            and not self.has_subject
            and self.frame.subject is None
        ):
            end = self._institution(at + 1)
            if end:
                self.frame.subject = mention(self.doc, at + 1, end, ANY_CASE & ~NOMINATIVE)
                return end
        return self._adjunct(at)

    def _is_topic(self, plain: str, at: int) -> bool:
        word = self.words[at]
        if is_venue(self.doc, at) or word in _ANAPHORS or word[0].isdigit():
            return False
        if plain == "на":
            located = cases(self.doc, at) & Case.LOC and not cases(self.doc, at) & _ACCUSATIVE
            return word not in ("этом", "фоне", "своей", "своем") and (
                not located or "loc" in self.takes
            )
        return True

    def _about(self, at: int) -> int | None:
        j = at + 1
        if j >= self.end:
            return None
        if self.words[j] == "том":
            if j + 2 < self.end and self.words[j + 1] == ",":
                if self.words[j + 2] == "что":
                    self._found("that", j + 3, Words(j + 2, j + 3))
                elif self.words[j + 2] in lex.QUESTIONS:
                    self._found("question", j + 2)
            return None
        if self.words[j] in _ANAPHORS:
            return j + 1 if "что" not in self.words[j : j + 3] else None
        if "о" in self.takes:
            self._found("preposition", j, Words(at, j))
            return None
        return self._adjunct(at)

    def _institution(self, at: int) -> int:
        """The end of «Минздраве» behind «в»; 0 where no body stands there."""
        if at >= self.limit or is_venue(self.doc, at):
            return 0
        return institution(self.doc, at, self.limit)

    def _adjunct(self, at: int) -> int | None:
        """Over a preposition with its nouns: a venue, a time; media that were told are kept."""
        self._told_in(at)
        return over(self.doc, at, self.limit, self.form.agreement)

    def _told_in(self, at: int) -> None:
        """«в интервью агентству «Нева»», «в эфире «Радио Плёс»»: who passes it on."""
        found = told_in(self.doc, at, self.limit)
        if found is not None:
            self.frame.recipients.append(found)

    def _cited(self, at: int) -> int:
        if at < self.end and self.words[at] in ("на",):
            at += 1
        end = phrase(self.doc, at, self.end, _ACCUSATIVE)
        if end == at:
            end = phrase(self.doc, at, self.end, ANY_CASE)
        if end > at:
            self.frame.cites.append(mention(self.doc, at, end, _ACCUSATIVE))
        return max(end, at)

    # ── Noun groups ─────────────────────────────────────────────────────────────────────────────
    def _press(self, at: int) -> int:
        """«журналистам», «корреспонденту «Невы»»: the outlet of a correspondent passes it on."""
        end = phrase(self.doc, at, self.limit, ANY_CASE, apposition=False)
        if end == at:
            end = at + 1
        if self.words[at] in lex.RECIPIENT_PERSONS and end < self.limit:
            medium = end if end in self.doc.quotation_at else at + 1
            if medium in self.doc.quotation_at and self.doc.quotation_at[medium].is_name:
                stop = self.doc.quotation_at[medium].end
                self.frame.recipients.append(
                    as_medium(self.doc, mention(self.doc, medium, stop, GENITIVE))
                )
                return stop
        return at + 1

    def _group(self, at: int) -> int | None:
        doc = self.doc
        if self.words[at] in lex.MEDIUM_NAMES and (
            self.has_subject or self.frame.subject or self._speaks_behind(at)
        ):
            end = min(medium_name_end(self.words, at), self.limit)
            self.frame.recipients.append(mention(doc, at, end, DATIVE))
            return end
        known = lex.NOUNS.get(self.words[at])
        if known is not None and known.cases & DATIVE and not known.cases & NOMINATIVE:
            return self._dative(at, known)
        if self.has_subject or self.frame.subject is not None:
            return self._object(at)
        end = phrase(doc, at, self.limit, NOMINATIVE)
        if end > at and self._agrees(at, end):
            if can_speak(doc, at, end) or self._is_alone(end):
                self.frame.subject = mention(doc, at, end)
                return end
            return self._object(at)
        if self.words[at] in lex.PRONOUNS:
            agreement = lex.PRONOUNS[self.words[at]]
            self.frame.subject = pronoun(at, agreement)
            return at + 1
        return self._object(at)

    def _speaks_behind(self, at: int) -> bool:
        """«сообщил ТАСС источник»: somebody else stands behind, in the nominative."""
        following = medium_name_end(self.words, at)
        if following >= self.limit or self.words[following][0] in ",.:;":
            return False
        if self.words[following] in ("в", "во") and self.form.agreement.number == "p":
            return True
        return phrase(self.doc, following, self.limit, NOMINATIVE) > following

    def _is_alone(self, end: int) -> bool:
        return end >= self.limit or self.words[end] in ",.:;"

    def _agrees(self, at: int, end: int) -> bool:
        return agrees(self.doc, at, end, self.form.agreement)

    def _dative(self, at: int, known: Noun) -> int:
        end = phrase(self.doc, at, self.limit, DATIVE, apposition=False)
        end = max(end, at + 1)
        if known.kind is Kind.MEDIUM:
            self.frame.recipients.append(mention(self.doc, at, end, DATIVE))
        return end

    def _object(self, at: int) -> int | None:
        """A noun that is no subject: content, whom a call goes to, or nothing of ours."""
        word, doc = self.words[at], self.doc
        takes, sense = self.takes, self.form.verb.sense
        if self.form.verb.lemma in _LINKING and not {"с", "со"} & set(self.words[at : at + 8]):
            return None
        if sense in ("judge", "accuse", "name"):
            if (
                word in ("их", "его", "ее", "это", "эти", "эту", "этот")
                or cases(doc, at) & _ACCUSATIVE
                or cases(doc, at) & GENITIVE
                or cases(doc, at) & INSTRUMENTAL
            ):
                self._found("object", at)
            return None
        is_object = cases(doc, at) & (_ACCUSATIVE | GENITIVE) or word in DETERMINERS
        if sense == "announce" and word in lex.NOT_ANNOUNCED:
            return None
        if "noun" in takes and sense != "call" and is_object:
            self._found("noun", at)
            return None
        if sense == "call":
            if (
                "noun" in takes
                and cases(doc, at) & (_ACCUSATIVE | GENITIVE)
                and not self._is_addressee(at)
            ):
                self._found("noun", at)
                return None
            return self._addressee(at)
        if self.form.verb.lemma in _JUDGING and self._is_judged(at):
            self._found("object", at)
            return None
        if "feeling" in takes and self._is_feeling(at):
            self._found("noun", at)
            return None
        if "negated" in takes and cases(doc, at) & GENITIVE:
            self._found("noun", at)
            return None
        if "event" in takes and self._is_event(at):
            self._found("noun", at)
            return None
        found = cases(doc, at)
        if found & DATIVE:
            end = max(phrase(doc, at, self.limit, DATIVE, apposition=False), at + 1)
            if any(self._is_medium(k) for k in range(at, end)):
                self.frame.recipients.append(mention(doc, at, end, DATIVE))
            return end
        if found & (INSTRUMENTAL | GENITIVE | _ACCUSATIVE) and (
            self.has_subject or self.frame.subject
        ):
            return at + 1 if sense != "relay" else None
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
            is_last = j + 1 >= self.end or self.words[j + 1] in ",.;"
            if is_last and self.words[j].endswith(("ой", "ей", "ом", "ем", "ью")):
                return True
        return False

    def _is_feeling(self, at: int) -> bool:
        """«выразил протест», but «выразил надежду, что» opens a clause."""
        for j in range(at, min(at + 3, self.end)):
            if self.words[j] in lex.FEELINGS:
                return self.words[j + 1 : j + 3] != [",", "что"]
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


def is_dative(doc: Document, one: Quotation) -> bool:
    """«сообщил «Неве»», «Утренней газете»: a name in marks to whom something is told."""
    last = doc.words[one.close - 1]
    if last.endswith(("у", "ю", "ам", "ям", "ому", "ему")):
        return True
    known = lex.NOUNS.get(last)
    if known is not None:
        return bool(known.cases & DATIVE) and not known.cases & NOMINATIVE
    return (
        last.endswith("е")
        and doc.words[one.first].endswith(("ой", "ей"))
        and one.close - one.first > 1
    )


def medium_name_end(words: list[str], at: int) -> int:
    """Behind «ТАСС», «РИА Новости»."""
    return at + 2 if words[at] == "риа" and words[at + 1 : at + 2] == ["новости"] else at + 1


def pronoun(at: int, agreement: Agreement) -> Mention:
    return Mention(
        words=Words(at, at + 1),
        head="",
        heads=frozenset(("",)),
        names=frozenset(),
        bag=frozenset(),
        agreement=agreement,
        person=True,
        pronoun=True,
    )


def agrees(doc: Document, first: int, end: int, agreement: Agreement) -> bool:
    """Whether a group in the nominative can be the subject of a verb."""
    if not agreement.number:
        return True
    known = lex.NOUNS.get(doc.words[first])
    if known is not None and known.kind is Kind.PEOPLE and agreement.number == "s":
        return False
    number = number_of(doc, first, end, NOMINATIVE)
    if agreement.number == "p":
        return number != "s" or "и" in doc.words[first:end]
    if number == "p" and doc.words[first] not in DETERMINERS and not doc.words[first][0].isdigit():
        return False
    for i in range(first, end):
        known = lex.NOUNS.get(doc.words[i])
        before_head = is_adjective(doc.words[i]) or doc.words[i] in DETERMINERS
        compound = i + 1 < end and is_hyphen(doc, i + 1)
        if known is None and not before_head and not compound:
            return True  # the head, and no list knows its gender
        if known is None or not known.cases & NOMINATIVE:
            continue
        if known.kind is Kind.PERSON or not known.gender or not agreement.gender:
            return not (
                agreement.gender == "m" and known.gender == "f" and known.kind is Kind.PERSON
            )
        return known.gender == agreement.gender
    return True


def institution(doc: Document, at: int, limit: int) -> int:
    """The end of a body behind «в»; 0 where none stands there."""
    end = phrase(doc, at, limit, LOCATIVE, apposition=False)
    if end == at:
        return 0
    for j in range(at, end):
        known = lex.NOUNS.get(doc.words[j])
        if known is not None:
            return end if known.kind in _INSTITUTIONS else 0
        if j in doc.quotation_at:
            return end
        if capital(doc, j) and not is_adjective(doc.words[j]):
            return end
    return 0


def told_in(doc: Document, at: int, limit: int) -> Mention | None:
    """The medium of «в интервью агентству», «в беседе с «Невой»», «в эфире «Радио»»."""
    words = doc.words
    if at + 2 >= limit or words[at] not in ("в", "во"):
        return None
    j = at + 1
    while j < min(at + 3, limit - 1) and is_adjective(words[j]):
        j += 1
    if words[j] not in _TOLD_IN:
        return None
    j += 1
    if j < limit and words[j] in ("с", "со", "для"):
        j += 1
    if j < limit and words[j] in ("корреспондентом", "корреспонденту", "журналистом"):
        j += 1
    if j >= limit:
        return None
    known = lex.NOUNS.get(words[j])
    is_marks = j in doc.quotation_at and doc.quotation_at[j].is_name
    is_medium = known is not None and known.kind is Kind.MEDIUM
    if not is_marks and not is_medium:
        return None
    end = phrase(doc, j, limit, _OBLIQUE, apposition=False)
    if words[j] == "риа":
        end = max(end, medium_name_end(words, j))
    return as_medium(doc, mention(doc, j, end, DATIVE)) if end > j else None


def over(doc: Document, at: int, limit: int, agreement: Agreement, *, greedy: bool = True) -> int:
    """Behind a preposition and its nouns; stops at what can only be a subject."""
    words = doc.words
    at += 1
    has_noun = False
    while at < limit:
        word = words[at]
        if at in doc.quotation_at:
            if not doc.quotation_at[at].is_name:
                return at
            at, has_noun = doc.quotation_at[at].end, True
            continue
        if words[at] == "-" and not is_dash(doc, at):
            at += 2
            continue
        if not word[0].isalnum() or word in lex.PREPOSITIONS:
            return at
        if word in lex.ADVERBS and word != "же":
            return at
        if has_noun and word in DETERMINERS:
            return at
        if word == "же":
            at += 1  # «в то же время»
            continue
        if word in lex.FORMS or word in lex.CONJUNCTIONS or word in lex.PRONOUNS:
            return at
        if word[0].isdigit():
            at, has_noun = at + 1, has_noun if has_noun else False
            continue
        found = cases(doc, at)
        if not has_noun:
            has_noun = not is_adjective(word) and word not in DETERMINERS
            if word in _THAT_ONE and at + 1 < limit and not cases(doc, at + 1) & ~NOMINATIVE:
                has_noun = True  # «после этого полиция»
            at += 1
            continue
        is_over = not greedy or not found & GENITIVE or _is_subject(doc, at, found, agreement)
        if is_over and (found & NOMINATIVE or not found & (DATIVE | INSTRUMENTAL)):
            return at
        at += 1
    return at


def _is_subject(doc: Document, at: int, found: int, agreement: Agreement) -> bool:
    """A known noun or a surname that is more likely the subject than a genitive."""
    word = doc.words[at]
    if word in lex.NOUNS:
        return bool(found & NOMINATIVE) and not found & GENITIVE
    if capital(doc, at) and word.endswith(("ов", "ев", "ин", "ий", "ын")):
        return agreement.gender == "m"
    if capital(doc, at) and word.endswith(("ова", "ева", "ина", "ская", "цкая")):
        return agreement.gender == "f"
    return False
