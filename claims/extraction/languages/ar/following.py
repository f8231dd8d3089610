"""What follows a verb of saying: its subject, what stands between, and where its content begins.

Source: sections 1 to 3 of the project's notes on Arabic attribution.
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.between import PREPOSITIONS
from claims.extraction.languages.ar.evidentials import evidential_at
from claims.extraction.languages.ar.frames import Frame, opens
from claims.extraction.languages.ar.lexicon import NounClass, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.objects import WITH_SECOND, Objects
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.word_classes import (
    COMMAS,
    NISBA,
    is_adjective,
    is_definite,
    is_name_in_marks,
    is_recipient,
    is_said_in_marks,
    is_to_a_name,
)

# No surname with the article ends so: «المواطنين», «الفتيات», «الأزمة».
_NO_SURNAME = ("ين", "ات", "ة", "ه", "اء")
# «أن» is looked for so far behind a noun that might be the content itself.
THAT_WITHIN = 12
# «من أن» is no adjunct: it may be what the verb governs («حذر من أن»).
_FROM_ADJUNCTS = lex.FROM_ADJUNCTS - lex.THAT
# «مسؤولون»: the case of a subject.
_NOMINATIVE = ("ون", "و")


def _is_oblique(word: str) -> bool:
    """«المواطنين», «ممثلي الأحزاب», «طرفي النزاع»; but «أهالي» may be a subject."""
    return word.endswith("ين") or (word[-1] == "ي" and word[0] == "م") or word == "طرفي"


class Following(Objects):
    """One walk from a cue to its content, over its subject and adjuncts, which it collects."""

    __slots__ = ()

    def run(self) -> Frame | None:
        words = self.doc.words
        while self.j < self.limit:
            j, word = self.j, words[self.j]
            done = self._word(j, word) if word[0].isalnum() else self._mark(j, word)
            if done is not None:
                return self.frame if done else None
        return None

    # Each gives True (content found), False (there is none), None (go on; self.j moved).

    def _mark(self, j: int, word: str) -> bool | None:
        words = self.doc.words
        if word == ":" and words[j - 1].isdecimal() and not self.doc.gap(j):
            return self._skip(j + 1)  # «حتى الساعة 09:00»
        if word == ":":
            is_told = self.verb.that or self.verb.sense == "describe"
            return self._found(j + 1, "colon") if is_told else False
        quotation = self.doc.quotation_at.get(j)
        if quotation is not None and self._is_platform(j):
            return self._skip(quotation.end)
        if quotation is not None:
            if self.verb.noun and is_said_in_marks(self.doc, j):
                return self._found(j, "quote")
            if is_name_in_marks(self.doc, j) and self._is_subject_in_marks(j):
                if self.frame.subject is None:
                    return self._subject(j)
                if self.verb.sense == "tell":
                    self.frame.recipients.append(mention(self.doc, j, quotation.end))
                return self._skip(quotation.end)
            if not (self.verb.that or self.verb.noun or self.verb.quotes):
                return self._skip(quotation.end)
            return self._found(j, "quote")
        if word in COMMAS:
            self.in_clause = self.in_venue = False
            following = words[j + 1] if j + 1 < self.limit else ""
            form = lex.FORMS.get(following)
            is_none = form is None or following in lex.ONLY_FIRST or following in lex.ADJUNCTS
            is_none = is_none or (self.verb.noun and lex.is_event(following))
            if is_none or is_definite(following) or following in lex.EVIDENTIAL:
                return self._skip(j + 1)
            return self._skip(j + 1) if self._is_anonymity(j + 1) else False
        if word == "(":
            if j == self.i + 1 and not self.has_subject and (end := self._acronym(j)) > j:
                self.frame.subject = mention(self.doc, j + 1, end)
                return self._skip(end + 1)
            for close in range(j + 1, min(j + 12, self.limit)):
                if words[close] == ")":
                    return self._skip(close + 1)
            return self._skip(j + 1)
        return self._skip(j + 1) if word in "-–—)/" else False

    def _word(self, j: int, word: str) -> bool | None:
        if word in lex.THAT_HEADS:
            return self._that(j)
        if word in lex.NOT_TO and self.verb.that and self._is_not_to(j):
            return self._found(j, "that")
        if word in lex.RELATIVES or self._is_unwilling(j, word):
            self.in_clause = True
            return self._skip(j + 1)
        is_passed_on = (word[0] == "ل" or word in lex.EVIDENTIAL) and self._passes_on(j, word)
        if is_passed_on or self._received(j):
            return None
        if word in lex.ANONYMITY_VERBS and self._is_anonymity(j):
            self.in_clause = True
            return self._skip(j + 2)
        inner = lex.SAYING_NOUNS.get(word)
        if inner is not None and (
            self.frame.subject or self.verb.sense == "again" or word[0] == "ب"
        ):
            # «جدد التأكيد على أن», «واكتفى بالقول»: the noun carries the saying.
            self.verb = inner
            self.said_again = True
            return self._skip(j + 1)
        done = self._other_cue(j, word)
        if done is not None or self.j != j:
            return done
        if self.in_clause:
            return self._skip(j + 1)
        done = self._preposition(j, word)
        if done is not None or self.j != j:
            return done
        return self._noun(j, word)

    def _passes_on(self, j: int, word: str) -> bool:
        """Who was told, and who vouches beside: then the walk stands behind them."""
        if self._medium_told(j, word):
            return True
        if is_recipient(word) or (word == "ل" and j + 1 in self.doc.quotation_at):
            self._recipient(j, word)
        elif self._is_to_somebody(j, word) and (end := self._name_end(j)) > j:
            named = mention(self.doc, j, end, first_word=word[1:], prefix=1)
            self.frame.recipients.append(named)
            self._skip(end)
        elif word == "ل" and self.doc.words[j + 1 : j + 2] == ["("]:
            self._recipient_in_brackets(j + 2)
        elif word in lex.EVIDENTIAL and word.lstrip("و").startswith("نقل"):
            self._cites(j)
        elif word in lex.EVIDENTIAL and (found := evidential_at(self.doc, j, self.limit)):
            # «وأوضح المصدر وفقا لقناة … أن»: who passed it on
            self.frame.recipients += found.speakers
            self._skip(found.end)
        return self.j != j

    def _is_to_somebody(self, j: int, word: str) -> bool:
        """«قال لأورفيلا إن», but not «قال لافروف إن», where a name begins so and nobody else
        speaks: a vowel stands behind the letter, and no hamza."""
        if not is_to_a_name(word):
            return False
        return self.has_subject or self.frame.subject is not None or not self._begins_like_to(j)

    def _begins_like_to(self, j: int) -> bool:
        """A name like «لافروف», «ليبرمان», «لوبان»."""
        word = self.doc.words[j] if j < self.limit else ""
        if not is_to_a_name(word) or word[1] not in "ايو":
            return False
        return self.doc.span(j, j + 1).of(self.doc.text)[1:2] not in "أإآ"

    def _other_cue(self, j: int, word: str) -> bool | None:
        """Another verb of saying before the content: in a clause it is passed over, else it ends
        the walk."""
        form = lex.FORMS.get(word) if word not in lex.ONLY_FIRST else None
        if form is None:
            return None
        if form.verb.past == "قال" and self._goes_with(j, form):
            return self._skip(j + 1)
        if is_definite(word) or word in lex.ADVERBS or word in lex.NOUNS:
            return None
        if self.in_venue and form.pronoun and self._passed_on(j):
            return None
        if self.in_venue and not form.joined:
            self.in_clause = True  # «في بلاغ توصل به موقع …»: a clause about the venue
        if self.in_clause or self.doc.words[j - 1] in ("ما", "كما", "لما", "مما"):
            return self._skip(j + 1)
        is_ended = form.tense is not Tense.NOUN and not self._is_object_noun(j, word)
        return False if is_ended else None

    def _that(self, j: int) -> bool | None:
        word = self.doc.words[j]
        if not self.verb.that and word[0] == "ب" and "ب" in self.verb.prepositions:
            return self._found(j, "preposition")
        if not opens(self.doc, j, self.verb):
            self.in_clause = True
            return self._skip(j + 1)
        if not self.verb.that:
            return False
        return self._found(j + 1, "that")

    def _preposition(self, j: int, word: str) -> bool | None:
        """A preposition that the verb governs begins the content; others begin an adjunct."""
        verb, words = self.verb, self.doc.words
        following = words[j + 1] if j + 1 < self.limit else ""
        if word == "من" and following in _FROM_ADJUNCTS:
            return self._skip(j + 2)
        if self._is_object_of_accusing(word):
            # «واتهم المقاول بالغش»: the one noun is accused, and the accuser is dropped
            first = self.frame.subject.words.first if self.frame.subject else j
            self.frame.subject = None
            return self._found(first, "noun")
        if word in lex.BLAME and verb.sense == "accuse":
            return self._found(j, "noun")  # «وألقى الوزير باللوم على»
        if word in PREPOSITIONS:
            if self._is_urged(word, j):
                self.frame.subject = None
            if following in lex.THAT_HEADS and opens(self.doc, j + 1, verb):
                return self._skip(j + 1)
            if word in verb.prepositions and following:
                quoted = j + 1 in self.doc.quotation_at
                if quoted or word in verb.any_prepositions or lex.is_event(following):
                    is_place = word == "في" and lex.is_venue(following)
                    if not is_place and not is_recipient(following):
                        return self._found(j + 1, "preposition")
            return self._adjunct(j)
        if self._is_with_b(word) and not is_surname(self.doc, j):
            return self._found(j, "preposition")
        if "ل" in verb.prepositions and word[0] == "ل" and lex.is_event(word[1:]):
            return self._found(j, "preposition")
        return None

    def _noun(self, j: int, word: str) -> bool | None:
        if word in lex.MANNERS:
            return self._skip(j + 2)
        if word in lex.ADJUNCTS or word in lex.EVIDENTIAL:
            if word in lex.CLAUSE_ADJUNCTS:
                self.in_clause = True
                return self._skip(j + 1)
            return self._skip(j + 1) if word in lex.ADVERBS else self._adjunct(j)
        if word in lex.SAID_TO:
            return self._skip(j + 1)
        if word == "عما" and self.verb.sense == "ask":
            return self._found(j, "noun")
        if word == "كيف" and self.verb.past in lex.TELLING_HOW:
            return self._found(j, "noun")
        following = self.doc.words[j + 1] if j + 1 < self.limit else ""
        if word in lex.DEMONSTRATIVES and following in lex.PERIODS:
            return self._skip(j + 2)  # «هذا الأسبوع»
        if word in lex.PERIODS and following in lex.PAST_OR_NEXT:
            return self._skip(j + 2)  # «العام الماضي»
        if word == "ذلك" and j == self.i + 1 and following in lex.NOUNS:
            return False  # «وأكد ذلك الناطق باسم …»
        if self.verb.past == "قال" and word in lex.DEMONSTRATIVES:
            is_adjunct = self.doc.words[j - 1] in lex.LEADS  # «رغم ذلك»
            return self._skip(j + 1) if is_adjunct else self._found(j, "bare")
        if word[0] in "بلك" and word not in lex.NOUNS and len(word) > 3 and self._is_prefixed(word):
            return (
                self._adjunct(j - 1) if self.frame.subject or j > self.i + 1 else self._skip(j + 1)
            )
        if self.frame.subject is None:
            return self._subject(j)
        is_clause = word.endswith(lex.SHOWN_BY) and self._shows()
        if j == self.frame.subject.words.end and is_clause:
            # «صور التقطتها طائرة …», «تقرير أعدته جامعة …»: a clause about them
            return self._skip(self._end_of_maker(j + 1))
        if self._is_object_noun(j, word):
            return self._that_comes(j) if self.verb.that else self._found(j, "noun")
        if self.verb.sense in WITH_SECOND:
            return self._second(j)
        return self._skip(j + 1)

    def _that_comes(self, j: int) -> bool | None:
        """A noun may still belong to the subject: then «أن» comes before any break.

        «أظهرت بيانات تتبع السفن أن …», but «أكد ضرورة أن …».
        """
        words = self.doc.words
        for k in range(j + 1, min(j + THAT_WITHIN, self.limit)):
            word = words[k]
            if word in lex.THAT_HEADS:
                if k == j + 1 or not opens(self.doc, k, self.verb) or lex.is_event(words[k - 1]):
                    break
                named = self.frame.subject
                if named is not None and named.words.end == j:
                    end = phrase(self.doc, named.words.first, k)
                    self.frame.subject = mention(self.doc, named.words.first, end)
                return self._found(k + 1, "that")
            if not word[0].isalnum() or word in lex.RELATIVES or word in lex.FORMS:
                break
        return self._found(j, "noun")

    def _is_prefixed(self, word: str) -> bool:
        bare = lex.without_prefix(word)
        if word[0] == "ل" and word.endswith(("ه", "ها", "هم", "نا")):
            return True  # «أكد لوفده»: whom it was said to
        return is_definite(bare) or bare in lex.NOUNS or lex.is_event(bare)

    def _subject(self, j: int) -> bool | None:
        verb = self.verb
        if self.form.tense is Tense.PARTICIPLE or self.has_subject:
            return self._object(j)
        noun_object = verb.noun or verb.sense in WITH_SECOND
        end = phrase(
            self.doc,
            j,
            self.limit,
            noun_object=noun_object,
            any_object=verb.any_noun or verb.sense in WITH_SECOND,
            prepositions=verb.prepositions,
            stop_at_medium=verb.sense == "tell",
        )
        if end == j:
            if self.doc.words[j] in lex.THAT_AGAIN:
                return False
            if self.doc.words[j] in ("ما", "من") and verb.sense in WITH_SECOND:
                return self._second(j)  # «ووصف ما نشرته الصحيفة بأنه»
            if self._is_object_noun(j, self.doc.words[j]):
                return self._found(j, "noun")
            return self._skip(j + 1)
        if end == j + 1 and self.doc.words[j] not in lex.NOUNS and self._begins_like_to(end):
            end += 1  # «ألكسندر لوكاشينكو»
        is_speaker = can_speak(self.doc, j, end) or self._is_unknown_speaker(j, end)
        if not is_speaker or not self._is_subject(j, end):
            if self._is_object_noun(j, self.doc.words[j]):
                return self._found(j, "noun")
            if verb.sense in WITH_SECOND:
                return self._second(j)
            return self._skip(end)
        self.frame.subject = mention(self.doc, j, end)
        return self._skip(end)

    def _object(self, j: int) -> bool | None:
        """Behind a participle or a verb whose subject is known stands its object."""
        if self._is_object_noun(j, self.doc.words[j]):
            return self._found(j, "noun")
        if self.verb.sense in WITH_SECOND:
            return self._second(j)
        return self._skip(max(phrase(self.doc, j, self.limit), j + 1))

    def _is_subject(self, j: int, end: int) -> bool:
        """Agreement: before its subject the verb is singular, of the subject's gender."""
        word = self.doc.words[j]
        found = lex.NOUNS.get(word)
        if self.loose and found is None and j not in self.doc.quotation_at:
            return False
        if self.form.agreement.number in ("d", "p"):
            return False
        if found is None:
            return True
        if not self.verb.noun and self.verb.sense not in WITH_SECOND:
            return True
        is_group = found.agreement.number in ("d", "p") and self._has_addressee()
        begins = self.i == 0 or self.doc.words[self.i - 1] in ".!?؟\n"
        if (
            is_group
            and (self.form.joined or not begins)
            and not word.endswith(_NOMINATIVE)
            and self._is_addressee(end)
        ):
            return False
        if self._has_addressee() and found.kind is NounClass.PEOPLE and _is_oblique(word):
            return False  # «وناشد المواطنين», «ودعت طرفي النزاع»: the case of an object
        gender = found.agreement.gender
        wanted = self.form.agreement.gender
        if found.kind is NounClass.PERSON and self.verb.sense not in WITH_SECOND:
            gender = "" if gender == "m" else gender  # «كشفت النائب ندى شاكر»
        return not gender or not wanted or gender == wanted or found.kind is NounClass.PEOPLE

    def _is_unknown_speaker(self, j: int, end: int) -> bool:
        """«الصفدراوي»: with the article, on no list, and no event: a surname or a calling.

        Where the verb takes any noun as object, only a surname that was named before.
        """
        word = self.doc.words[j]
        if not is_definite(word) or lex.is_event(word) or word in lex.ADJUNCTS or self.loose:
            return False
        if is_adjective(word) and word in lex.ADJECTIVES:
            return False
        if word.endswith("ون"):
            return True  # «الحوثيون»: no object has this ending
        if self.verb.any_noun or self.verb.sense in WITH_SECOND:
            return is_surname(self.doc, j) or self._has_object_behind(word, end)
        return True

    def _has_object_behind(self, word: str, end: int) -> bool:
        """«طالب الصدر الحكومة», «نفى المالكي تورطه»: the object stands behind, so this is none."""
        following = self.doc.words[end] if end < self.limit else ""
        if self.verb.any_noun and self.verb.sense not in WITH_SECOND:
            return word.endswith(NISBA) and lex.is_event(following)
        if word.endswith(_NO_SURNAME) or self.form.joined:
            return False
        known = lex.NOUNS.get(following)
        is_named = known is not None and known.definite
        return is_named or (is_definite(following) and not is_adjective(following))
