"""What stands behind a cue: subject, recipients, adjuncts, and the first word of the content.

Source: section 5 of the project's notes on Russian attribution: content opens at «что» after the
comma, at «о» with the locative, at a colon, a mark, or an infinitive.
"""

from dataclasses import replace
from typing import cast

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.beside import (
    agrees,
    institution,
    is_dative,
    medium_name_end,
    name_end,
    over,
    pronoun,
    told_in,
)
from claims.extraction.languages.ru.inflection import (
    ANY_CASE,
    DATIVE,
    GENITIVE,
    NOMINATIVE,
    PLURAL,
    Case,
)
from claims.extraction.languages.ru.letters import capital, cases, is_adjective, is_dash, is_venue
from claims.extraction.languages.ru.lexicon import Kind, Noun, Tense, Verb
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.objects import Frame, Objects
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.quotations import Quotation
from claims.extraction.report import Words

# Words of an insertion between commas, at most.
INSERTION_AT_MOST = 25
# What may stand between commas behind any verb: «указал, в частности, на …».
_INSERTED = frozenset(
    tuple(one.split())
    for one in (
        "в частности", "однако", "впрочем", "например", "напротив", "наоборот", "кстати",
        "в свою очередь", "конечно", "разумеется", "безусловно", "наконец", "наряду с прочим",
        "тем не менее", "прежде всего", "помимо прочего", "среди прочего",
    )
)  # fmt: skip
_ACCUSATIVE = Case.ACC | Case.ACC << PLURAL
_GERUND_ENDS = ("ая", "яя", "уя", "ясь", "вшись", "ав", "ив", "ев", "дя", "ря", "ся")
_ASKED_OF = frozenset(("от", "у", "для", "с"))
_TO_THEM = frozenset(("мне", "нам", "ему", "ей", "им"))
_ANAPHORS = frozenset(lex.f("этом том нем ней них себе своем своей своих этого это него").split())


class Following(Objects):
    """Reads from one cue to the right."""

    def run(self) -> Frame:
        """What stands behind the cue; asked again for one sentence, it is known."""
        key = (self.i, self.end, self.has_subject)
        known = self.doc.memo.get(key)
        if known is None:
            known = self.doc.memo[key] = self._read()
        return cast("Frame", known)

    def _read(self) -> Frame:
        at = self.i + 1
        beside = self.form.verb.lemma in lex.WITH_NOUN and lex.with_noun(self.words, self.i)
        if beside:
            at = self._beside(*beside)
        while at < self.limit and not self.frame.how:
            step = self._step(at)
            if step is None or self.frame.how:
                break
            at = step
            self.frame.read = at
        return self.frame

    def _beside(self, noun: int, verb: Verb) -> int:
        """«обратился к мэру с просьбой»: behind the noun that says it."""
        at = self.i + 1
        self.takes, self.form = verb.takes, replace(self.form, verb=verb)
        if verb.lemma == "видеть":
            self._found("noun", noun)  # «не видит оснований отменять …»
            return noun
        if verb.sense == "judge":
            return noun + 1
        while at < noun and self.words[at] not in lex.PREPOSITIONS:
            end = phrase(self.doc, at, noun, NOMINATIVE, apposition=False)
            if not self.has_subject and end > at and can_speak(self.doc, at, end):
                self.frame.subject = mention(self.doc, at, end)
                break
            at += 1
        return noun + 1

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
        if word == "о" and self.words[at + 1 : at + 3] == ["том", ","] and "that" in self.takes:
            return self._about(at)
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
        if word in lex.ADVERBS or word in _TO_THEM or (word == "и" and at == self.i + 1):
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
        for end in (at + 2, at + 3, at + 4):
            if tuple(self.words[at + 1 : end]) in _INSERTED and self.words[end : end + 1] == [","]:
                return end if self.words[end + 1 : end + 2] == ["что"] else end + 1
        if following in lex.CONJUNCTIONS:
            return None
        behind = self._behind_insertion(at)
        if behind is not None:
            return behind
        form = lex.FORMS.get(following)
        if form is not None and form.tense is not Tense.PARTICIPLE:
            return None
        for j in range(at + 2, min(at + INSERTION_AT_MOST, self.limit - 1)):
            word = self.words[j]
            if word in lex.HEARSAY or (word in lex.FORMS and lex.FORMS[word].tense is Tense.PAST):
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

    def _behind_insertion(self, at: int) -> int | None:
        """«сказал, выступая в суде, прокурор Ким»: a subject behind what is inserted."""
        opens = self.words[at + 1]
        if self.has_subject or self.frame.subject is not None:
            return None
        if opens not in lex.PREPOSITIONS and not opens.endswith(_GERUND_ENDS):
            return None
        for j in range(at + 2, min(at + 10, self.limit - 1)):
            if self.words[j] == ",":
                end = phrase(self.doc, j + 1, self.limit, NOMINATIVE)
                is_speaker = end > j + 1 and can_speak(self.doc, j + 1, end)
                return j + 1 if is_speaker and self._is_alone(end) else None
        return None

    # ── Marks ───────────────────────────────────────────────────────────────────────────────────
    def _marks(self, at: int) -> int | None:
        one = self.doc.quotation_at[at]
        if one.is_name:
            has_subject = self.has_subject or self.frame.subject is not None
            if has_subject and self.form.verb.sense in ("judge", "accuse", "name"):
                self._found("object", at)  # «оценивает «Пламя» в 5 млн»
                return None
            if not has_subject and not is_dative(self.doc, one) and not self._is_told(one):
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

    def _is_told(self, one: Quotation) -> bool:
        """«сообщили «Орвеле» три источника»: whoever speaks stands behind the name."""
        if not self.words[one.close - 1].endswith("е"):
            return False
        return phrase(self.doc, one.end, self.limit, NOMINATIVE) > one.end

    # ── Prepositions ────────────────────────────────────────────────────────────────────────────
    def _preposition(self, at: int) -> int | None:
        word = self.words[at]
        plain = {"об": "о", "обо": "о", "ко": "к", "со": "с", "во": "в", "ото": "от"}.get(
            word, word
        )
        if plain == "о" and ("о" in self.takes or "that" in self.takes):
            return self._about(at)
        if {"feeling", "attention"} & self.takes and self._is_that_one(at + 1):
            self._found("that", at + 4, Words(at + 3, at + 4))  # «выразил надежду на то, что»
            return None
        if "attention" in self.takes and plain == "на" and self.words[at - 1] == "внимание":
            if at + 1 < self.end and self.words[at + 1] not in _ANAPHORS | {"себя"}:
                self._found("preposition", at + 1, Words(at, at + 1))
            return None
        if plain in self.takes and plain != "о" and at + 1 < self.end:
            if self.words[at + 1] in ("то", "тот", "том", "того", "тому"):
                for j in range(at + 2, min(at + 5, self.limit - 1)):
                    if self.words[j] == "," and self.words[j + 1] == "что":
                        self._found("that", j + 2, Words(j + 1, j + 2))
                        return None
            if self.words[at + 1][0] not in ",.:;" and self._is_topic(plain, at + 1):
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
        stop = self._adjunct(at)
        is_asked = self.form.verb.sense == "call" and "noun" in self.takes and plain in _ASKED_OF
        if is_asked and (self.has_subject or self.frame.subject) and stop is not None:
            # «потребовал от соседей извинений», «требует для обоих наказания»
            end = self._behind_asked(at + 1)
            if end < self.limit and self._is_asked_for(end) and not self._is_addressee(end - 1):
                self._found("noun", end)
                return None
        return stop

    def _behind_asked(self, at: int) -> int:
        """Behind of whom, or for whom, something is demanded."""
        if at >= self.limit:
            return at
        if self.words[at] in ("обоих", "всех", "них", "него", "нее"):
            return at + 1
        end = at
        while end < self.limit and is_adjective(self.words[end]):
            end += 1
        end += 1
        while end < self.limit and self.words[end][0].isalpha() and capital(self.doc, end):
            end += 1
        return end

    def _is_asked_for(self, at: int) -> bool:
        word = self.words[at]
        if not word[0].isalpha() or word in lex.PREPOSITIONS or word in lex.CONJUNCTIONS:
            return False
        is_free = word not in lex.FORMS and not lex.is_infinitive(word) and word not in lex.ADVERBS
        return is_free and bool(cases(self.doc, at) & (_ACCUSATIVE | GENITIVE))

    def _is_that_one(self, at: int) -> bool:
        words = self.words[at : at + 3]
        return len(words) == 3 and words[0] in ("то", "том") and words[1:] == [",", "что"]

    def _is_topic(self, plain: str, at: int) -> bool:
        word = self.words[at]
        if is_venue(self.doc, at) or word[0].isdigit():
            return False
        if word in _ANAPHORS:
            owned = word.startswith("сво") and at + 1 < self.end  # «настаивала на своей вине»
            return owned and "loc" in self.takes and self.words[at + 1][0].isalpha()
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
        is_owned = self.words[j].startswith("сво") and self.words[j + 1 : j + 2] != ["."]
        if self.words[j] in _ANAPHORS and not (is_owned and "о" in self.takes):
            return j + 1 if "что" not in self.words[j : j + 3] else None
        if "о" in self.takes:
            self._found("preposition", j, Words(at, j))
            return None
        return self._adjunct(at)

    def _institution(self, at: int) -> int:
        """The end of «Минздраве» behind «в»; 0 where no body stands there."""
        if at >= self.limit or (is_venue(self.doc, at) and not self._is_court(at)):
            return 0
        return institution(self.doc, at, self.limit, is_beside=at == self.i + 2)

    def _is_court(self, at: int) -> bool:
        """«…», — заявили в суде: no venue, where nobody else speaks."""
        return self.words[at] == "суде" and at == self.i + 2 and self._is_alone(at + 1)

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
        known = lex.NOUNS.get(self.words[at]) if at < self.end else None
        person = known is not None and known.kind is Kind.PERSON
        end = phrase(self.doc, at, self.end, _ACCUSATIVE, apposition=person)
        if end == at:
            end = phrase(self.doc, at, self.end, ANY_CASE, apposition=person)
        if end > at:
            self.frame.cites.append(mention(self.doc, at, end, _ACCUSATIVE))
        return max(end, at)

    # ── Noun groups ─────────────────────────────────────────────────────────────────────────────
    def _press(self, at: int) -> int:
        """«журналистам», «корреспонденту «Невы»»: the outlet of a correspondent passes it on."""
        end = phrase(self.doc, at, self.limit, ANY_CASE, apposition=False)
        if end == at:
            end = at + 1
        if self.words[at + 1 : at + 2] and self.words[at + 1] in lex.MEDIUM_NAMES:
            stop = min(medium_name_end(self.words, at + 1), self.limit)
            if stop > at + 1:
                self.frame.recipients.append(mention(self.doc, at + 1, stop, DATIVE))
                return stop
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
            if end in doc.quotation_at and doc.quotation_at[end].is_name and end == at + 1:
                end = min(doc.quotation_at[end].end, self.limit)  # «РИА "Новости"»
            self.frame.recipients.append(mention(doc, at, end, DATIVE))
            return end
        known = lex.NOUNS.get(self.words[at])
        named = self.form.verb.sense in ("name", "judge", "accuse")  # «назвал политику ошибкой»
        if (
            known is not None
            and known.cases & DATIVE
            and not known.cases & NOMINATIVE
            and not named
        ):
            return self._dative(at, known)
        if self.has_subject or self.frame.subject is not None:
            return self._object(at)
        end = phrase(doc, at, self.limit, NOMINATIVE)
        if end > at and self._agrees(at, end):
            is_said = self._is_alone(end) and not self._is_event_of_another(at)
            if can_speak(doc, at, end) or is_said:
                self.frame.subject = mention(doc, at, end)
                return end
            return self._object(at)
        if self.words[at] in lex.PRONOUNS:
            agreement = lex.PRONOUNS[self.words[at]]
            self.frame.subject = pronoun(at, agreement)
            return at + 1
        return self._object(at)

    def _is_event_of_another(self, at: int) -> bool:
        """«и подчеркнул необходимость реформ»: what is said, by whoever spoke before."""
        if "feeling" in self.takes and self._is_feeling(at):
            return True
        gender = self.form.agreement.gender
        if "event" not in self.takes or not gender or not self._is_event(at):
            return False
        word = self.words[at]
        is_feminine = word.endswith(("ция", "ость"))
        return word.endswith("ость") or gender != ("f" if is_feminine else "n")

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
            end = name_end(self.doc, at, end)
            self.frame.recipients.append(mention(self.doc, at, end, DATIVE))
        return end
