"""Noun phrases of Arabic: where the naming of a source begins and ends, and which can speak.

Source: section 2 of the project's notes on Arabic attribution (what stands between a source and its
content); the order of words in the phrase after the grammars.
"""

from dataclasses import dataclass

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.appositions import Marks
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.naming import OF_A_NAME
from claims.extraction.languages.ar.word_classes import (
    is_adjective,
    is_definite,
    is_first_name,
    is_indefinite_adjective,
)

_DASHES = frozenset("-–—")
_OWNED = ("ها", "هم", "هما")
_PLACES_OF = frozenset(("في", "من", "لدي", "داخل"))
# Prepositions that no naming goes on with, except where a document stands («على منصة»).
_NO_PLACE = frozenset(("مع", "بين", "علي", "الي", "عن", "عند", "ضد", "حتي", "او"))


# Words that stand in no naming of a source. «الجمعة» may be a body's name, but seldom.
_ENDS_PHRASE = (
    (lex.ADJUNCTS - {"عن", "الي", "علي", "غير", "لدي"})
    | lex.THAT
    | lex.RELATIVES
    | lex.DEMONSTRATIVES
    | lex.RETURNS
    | lex.SMALL
    | lex.WAS
    | lex.ACTS
    | lex.NOT_TO
    | lex.MANNERS
    | frozenset(lex.EVIDENTIAL)
    | frozenset(("بما", "مما", "عما", "ممن", "القول"))
)


# Words of which more is asked than what they are.
_SPECIAL = (
    _ENDS_PHRASE | lex.ANONYMITY_VERBS | lex.PERIODS | lex.DETERMINERS | lex.COUNTS.keys()
) | {"عن", "غير"}


@dataclass(slots=True, eq=False)
class Walk(Marks):
    """One walk over a noun phrase, word by word; ``run`` gives where the phrase ends."""

    def run(self) -> int:
        while self.at < self.limit and self._take():
            pass
        return self.at

    def _take(self) -> bool:
        """Take the word at hand into the phrase, if it belongs there."""
        i = self.at
        word = self.doc.words[i] if i != self.start else self.first_word
        if not word[0].isalnum():
            return self._take_mark(word, i)
        if (called := self._end_of_calling(word, i)) > i:
            self.at, self.was, self.open = called, "name", False
            return True
        if word in _SPECIAL or len(word) == 1 or word[0].isdigit():
            taken = self._take_special(word, i)
            if taken is not None:
                return taken
        return self._take_by_class(word, i)

    def _take_special(self, word: str, i: int) -> bool | None:
        """Small words, adjuncts and numbers; None where the word is one like others after all."""
        if word == "عن" and i > self.start and self.doc.words[i - 1] in lex.ISSUED:
            return self._go("noun", opens=True)  # «تقرير صادر عن وزارة الصحة»
        if word in lex.SELVES:
            return self._is_self(i) and self._go("adjective", opens=False)
        if word in _ENDS_PHRASE:
            is_quality = word in lex.ADJECTIVES and self._is_titled() and i == self.start + 1
            return is_quality and self._go("adjective", opens=False)  # «مصدر مطلع»
        if word == "غير":
            return self._is_negated_adjective(i) and self._go("adjective", opens=False, words=2)
        if self._is_adjunct(word, i):
            return False
        if word in lex.DETERMINERS and i == self.start and i + 1 < self.limit:
            return self._go("number", opens=True)
        if word in lex.COUNTS or word[0].isdigit():
            is_counted = i == self.start or self.was in ("noun", "name") or self._is_channel()
            return is_counted and self._go("number", opens=True)
        return None

    def _take_by_class(self, word: str, i: int) -> bool:
        """By the lists; what stands on none is a name, an adjective or a complement."""
        if i > self.start and self._is_shown(word):
            return False
        found = lex.NOUNS.get(word)
        if found is None or found.kind is NounClass.PLACE:
            form = lex.FORMS.get(word)
            if form is not None and not is_definite(word):
                # «مصادر متابعة»: an adjective, where a participle would stand apart
                is_quality = word in lex.ADJECTIVES and self.was == "noun"
                return is_quality and self._go("adjective", opens=False)
        if found is not None:
            return self._take_known(word, found, i)
        if word in lex.INSIDE_MENTION or word in OF_A_NAME:
            return self._go("name" if word in OF_A_NAME else "noun", opens=True)
        if word in _PLACES_OF or word in _NO_PLACE:
            return self._take_preposition(word, i)
        if i > self.start and self._is_somebody_else(word):
            return False
        if self._is_named_recipient(word, i):
            return False
        if self._takes_prefixed(word, i):
            return True
        return self._take_other(word, i)

    def _is_shown(self, word: str) -> bool:
        """«لقطات جنودا», «مقطع رجلا»: an indefinite accusative is what images show."""
        head = self.head
        if word[-1] != "ا" or head is None or head.kind is not NounClass.IMAGE:
            return False
        return word[:-1] in lex.NOUNS or lex.is_event(word[:-1])

    def _take_preposition(self, word: str, i: int) -> bool:
        if word in _PLACES_OF:
            return self._take_place(word, i)
        if word == "عن" and self._stands_for(i):
            kind = "definite" if is_definite(self.doc.words[i + 1]) else "noun"
            return self._go(kind, opens=kind == "noun", words=2)
        if word == "عن" and self._is_in_charge(i):
            return self._go("definite", opens=False, words=2)
        if word == "علي" and self._is_in_the_know(i):
            return self._go("definite", opens=False, words=2)
        return word == "علي" and self._takes_platform(i)

    def _take_known(self, word: str, found: lex.Noun, i: int) -> bool:
        kind = found.kind
        if i == self.start:
            if kind in (NounClass.NAME, NounClass.PLACE):
                return self._go("place", opens=kind is NounClass.NAME)
            return self._go("definite" if found.definite else "noun", opens=not found.definite)
        if kind is NounClass.PLACE:
            is_closed = self.was == "definite" or (self.was == "adjective" and self.any_object)
            if self.was == "place" or (is_closed and not self.open):
                return False
            return self._go("place", opens=False)
        if kind is NounClass.NAME:
            return self._take_name(word, i)
        if self._is_object_by_case(word) or self._is_known_object(word, found):
            return False
        if found.definite:
            return self._take_definite_noun(word, found, i)
        return self._take_bare_noun(word, found)

    def _is_known_object(self, word: str, found: lex.Noun) -> bool:
        """Whether a noun is what the verb wants, because the naming has no place for it."""
        if self.noun_object and word in lex.HONORIFICS and lex.is_event(word):
            return True  # «أبدى سامر نور سعادته»
        if not self.any_object:
            return False
        if found.kind is NounClass.PERSON:
            return self._is_group()  # «وطالب النواب الوزير»
        is_quality = word in lex.ADJECTIVES and not found.definite
        return self.was == "name" and not is_quality

    def _take_definite_noun(self, word: str, found: lex.Noun, i: int) -> bool:
        is_person = found.kind is NounClass.PERSON
        if self.any_object and self.was == "name":
            if is_person and self._is_surname(word, i) and self._comes_object(i):
                return self._go("name", opens=True)  # «حسين الشيخ القرار»
            return False  # «دعا سامر نور الوزير»
        if is_person and self._is_another(word, i):
            return False
        # «المالكي الميليشيات»: a plural is no adjective, whatever it ends with
        is_quality = is_adjective(word) and not word.endswith(("ات", "يان"))
        if self.open or is_person or is_quality:
            return self._go("definite", opens=False)
        return False

    def _take_bare_noun(self, word: str, found: lex.Noun) -> bool:
        kind = found.kind
        is_adjective_too = kind is NounClass.PERSON and _is_quality(word)
        if self.was == "noun" and (word in lex.ADJECTIVES or is_adjective_too):
            return self._go("adjective", opens=False)  # «أحزاب معارضة», «مصدر عسكري»
        if self.was in ("place", "adjective", "definite", "name") and not self.open:
            # «وزيرة الخارجية ناطقة باسم» does not occur; «المتحدث رئيس القسم» does.
            if kind is NounClass.PERSON and not self.noun_object and self._agrees(found):
                return self._go("noun", opens=True)
            is_quality = is_adjective(word) or word.endswith("ية")
            is_quality = is_quality and kind is not NounClass.PEOPLE  # «اللجنة ممثلي الأحزاب»
            return is_quality and self._go("adjective", opens=False)
        if self.noun_object and not self.open and lex.is_event(word):
            return False
        if self.noun_object and kind is NounClass.DOCUMENT and self.was == "name":
            return False
        if self.any_object and self.was == "name" and kind is not NounClass.PERSON:
            return False
        if self.stop_at_medium and kind is NounClass.MEDIUM:
            return False
        if kind is NounClass.PERSON and self.was != "noun" and not self._agrees(found):
            return False
        return self._go("noun", opens=True)

    def _take_name(self, word: str, i: int) -> bool:
        """A medium's name; of somebody whose title went before, a word that is one as well."""
        if self.was in ("adjective", "definite") and not self.open:
            is_first_name = self._title_before(i) and not self.stop_at_medium
            return is_first_name and not is_definite(word) and self._go("name", opens=True)
        if self.stop_at_medium and not self._is_medium():
            return False  # «أبلغ مصدر رويترز»
        return self._go("name", opens=True)

    def _take_place(self, word: str, i: int) -> bool:
        """«في» and «من» with where somebody is posted or belongs; never a time or a venue."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        if i == self.start or not following or not following[0].isalpha():
            return False
        if word in self.prepositions and not self._is_again(word, i):
            return False
        if word == "في" and (lex.is_venue(following) or following in lex.ADJUNCTS):
            return False
        if word == "من" and following in lex.FROM_ADJUNCTS:
            return False
        if word == "لدي" and (following not in lex.NOUNS or lex.is_event(following)):
            return False  # «لدى وصوله»
        if (
            following in lex.FORMS
            or following in lex.THAT
            or following in ("ما", "اي", "كل", "هذا")
        ):
            return False
        found = lex.NOUNS.get(following)
        if found is not None and found.kind is NounClass.DOCUMENT and word == "في":
            return False
        if found is not None and found.kind is NounClass.PLACE:
            return self._go("place", opens=False, words=2)
        kind = "definite" if is_definite(following) else "noun"
        is_name = found is None and following[-1] != "ة" and following not in lex.PLACE_NOUNS
        if self.any_object and kind == "noun" and is_name:
            return self._go("place", opens=False, words=2)  # «في درنيل»: a bare name
        return self._go(kind, opens=kind == "noun", words=2)

    def _takes_platform(self, i: int) -> bool:
        """«تقارير على منصة تلغرام»: where documents and posts stand belongs to their naming."""
        head = self.head
        if head is None or head.kind not in (NounClass.DOCUMENT, NounClass.IMAGE):
            return False
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        return following in lex.PLATFORMS and self._go("noun", opens=True, words=2)

    def _takes_prefixed(self, word: str, i: int) -> bool:
        """A joined «ب», «ل», «و» or «ك» with what it joins to the mention."""
        first = word[0]
        if i == self.start or first not in "بلو" or len(word) < 4:
            return False
        bare = lex.without_prefix(word)
        found = lex.NOUNS.get(bare)
        if first == "ل" and self._is_told(found, i):
            return False
        if first == "ل" and bare in lex.DETERMINERS:
            return self._go("number", opens=True)  # «قريب لأحد الضحايا»
        if first == "ل":
            is_for = self._is_spokesman() or self._is_field(bare, i)
            if found is None and not is_definite(bare) and not is_for:
                return False
            if found is not None and found.kind is NounClass.DOCUMENT and not self._is_body():
                return False
            return self._go(
                "definite" if is_definite(bare) else "noun", opens=not is_definite(bare)
            )
        if first == "ب":
            if found is None and self._is_at_a_body(bare):
                return self._go("definite", opens=False)
            if found is None or found.kind in (
                NounClass.DOCUMENT,
                NounClass.PERSON,
                NounClass.PEOPLE,
            ):
                return False
            if "ب" in self.prepositions and found.kind is not NounClass.BODY:
                return False
            return self._go("definite" if found.definite else "noun", opens=not found.definite)
        # «وزارة الأمن ومديرية الاستخبارات», «شهود ومسؤولون», «وزير المالية والصناعة»
        if found is None and is_definite(bare) and self.was == "definite" and self._is_office():
            return self._go("definite", opens=False)
        if found is None or found.kind in (NounClass.NAME, NounClass.DOCUMENT):
            return False
        if word in lex.FORMS or word in lex.NOUNS:
            return False
        return self._go("definite" if found.definite else "noun", opens=not found.definite)

    def _take_other(self, word: str, i: int) -> bool:
        """A word that no list knows: a name, an adjective, or the noun that a noun waits for."""
        if i > self.start and (self._ends_before(word, i) or self._is_owned_or_verb(word)):
            return False
        if self.was == "noun" and self._is_unnamed() and is_indefinite_adjective(word):
            return self._go("adjective", opens=False)  # «مصدر أمني»
        if is_definite(word):
            return self._take_definite(word, i)
        if is_adjective(word):
            return self._go("adjective", opens=self.was in ("name", "number"))
        if self.was in ("definite", "adjective", "place") and not self.open:
            # «المتحدث أحمد», «رئيس الوزراء الكندي جاستن»: a name behind a person's title.
            is_titled = (self._title_before(i) or self._is_nation(i)) and not self._is_annexed(i)
            if not is_titled or self._is_prefixed(word) or lex.is_no_name(word):
                return False
            return self._go("name", opens=True)
        return self._go("noun" if self._is_complement(i) else "name", opens=True)

    def _ends_before(self, word: str, i: int) -> bool:
        """What no list knows may be what the verb wants, or somebody else."""
        if word in lex.COUNTERPARTS or self._is_object_by_case(word):
            return True
        if word[0] == "و" and word not in lex.WORDS_WITH_WAW and _is_act_or_noun(word[1:]):
            return True  # «سامر نور وبحث …»
        if word[-1] == "ا" and self.was == "name" and lex.is_event(word[:-1]):
            return True  # «وقع سامر نور اتفاقا»
        if word[0] == "ب" and len(word) > 3 and self._is_object(word, i):
            return True
        if not (self.noun_object and lex.is_event(word)):
            return False
        # Only a noun takes such a noun as its complement («لجنة تحقيق»), and not each does.
        is_complement = self.open and self.was == "noun"
        return not is_complement or (not is_definite(word) and _stands_alone(self.doc, i - 1))

    def _is_owned_or_verb(self, word: str) -> bool:
        """A noun with a pronoun, or a verb: the endings are the same."""
        if len(word) < 5:
            return False
        if word.endswith("وا"):
            is_surname = self.was == "name" and self._is_titled()
            return not is_surname  # «نواب شاركوا»: a plural verb
        if word[-1] == "ه":
            is_object = self.any_object and self.was == "definite"
            # «وعد الفنان جمهوره», «تقرير أعدته جامعة …»
            return is_object or (self.was == "noun" and self._is_paper())
        if not word.endswith(_OWNED):
            return False
        head = self.head
        shown = head is not None and head.kind in (NounClass.IMAGE, NounClass.DOCUMENT)
        # «سفارات عدة رعاياها»: somebody of theirs; «صور التقطتها»: a clause
        return self.was != "noun" or shown

    def _take_definite(self, word: str, i: int) -> bool:
        if i == self.start:
            return self._go("definite", opens=False)
        if self.any_object and self.was == "name" and not self._is_surname(word, i):
            return is_adjective(word) and self._go("adjective", opens=False)
        if self.open or is_adjective(word):
            return self._go("adjective" if is_adjective(word) else "definite", opens=False)
        is_object = self.any_object or lex.is_event(word[2:])
        if self.was == "definite" and not (self.noun_object and is_object):
            # «الشركة المالكة», «العقيد المسماري», «قوات الدعم السريع»
            return self._go("name" if self._person_before(i) else "adjective", opens=False)
        return self.was == "name" and not self.noun_object and self._go("name", opens=True)


def _is_quality(word: str) -> bool:
    """«عسكري» behind another noun, not «محامي» or «قاضي», which are no adjectives."""
    return is_adjective(word) and word.endswith(("ي", "ية")) and word not in lex.DEFECTIVE


def _is_act_or_noun(bare: str) -> bool:
    return bare in lex.ACTS or bare in lex.NOUNS or bare in lex.FORMS


def _stands_alone(doc: Document, i: int) -> bool:
    """An indefinite noun that ends a mention by itself («مصادر», «شهود», «صور»)."""
    found = lex.NOUNS.get(doc.words[i])
    return found is not None and (found.stem in lex.UNNAMED or found.kind is NounClass.IMAGE)


def phrase(
    doc: Document,
    start: int,
    limit: int,
    *,
    noun_object: bool = False,
    prepositions: frozenset[str] = frozenset(),
    first_word: str | None = None,
    stop_at_medium: bool = False,
    any_object: bool = False,
) -> int:
    """Where the noun phrase that begins at a word ends; ``start`` itself where there is none.

    ``first_word`` is what remains of the first word without a joined prefix.
    """
    if start >= limit:
        return start
    walk = Walk(
        doc,
        start,
        limit,
        noun_object=noun_object,
        prepositions=prepositions,
        first_word=first_word or "",
        stop_at_medium=stop_at_medium,
        any_object=any_object,
    )
    end = walk.run()
    while end > start and doc.words[end - 1] in ("في", "من", "غير", "باسم"):
        end -= 1
    return end


def can_speak(doc: Document, first: int, end: int, first_word: str | None = None) -> bool:
    """Whether a phrase names what can state something: somebody, a body, a document, a name."""
    word = first_word or doc.words[first]
    found = lex.NOUNS.get(word)
    if found is not None:
        return True
    if word in lex.COUNTS or word[0].isdigit() or word in lex.DETERMINERS:
        return any(
            doc.words[i] in lex.NOUNS or doc.words[i].endswith(("ين", "ون", "ات"))
            for i in range(first + 1, min(end, first + 4))
        )
    if not word[0].isalnum():  # a name in marks
        return any(doc.words[i][0].isalnum() for i in range(first + 1, end))
    if is_definite(word):
        # «السويسري مارسيل كولر»
        is_nation = word.endswith(("ي", "ية")) and word not in lex.ADJECTIVES
        return is_nation and end - first >= 3 and is_first_name(doc.words[first + 1])
    if first + 1 < end and doc.words[first + 1][0].isdigit():
        return False  # «رقم 17»
    return not lex.is_event(word)
