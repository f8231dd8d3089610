"""What may still belong to the naming of a source, by its head and by what came last.

Source: the order of words in the phrase after the grammars; agreement of case, gender and number.
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.word_classes import (
    COMMAS,
    NISBA,
    is_adjective,
    is_definite,
    is_first_name,
    is_name_word,
    is_recipient,
    is_request,
    is_to_a_name,
)

# Of two masculine plurals beside each other only an adjective of people ends so.
_ACCUSATIVE = "ين"
AT_MOST = 16  # words of a mention
OF_A_NAME = frozenset(("بن", "ابو", "ال", "بنت", "ابن", "ام"))
# What somebody is in charge of, beside bodies and fields.
_POSTS = lex.fset(("ملف", "ملفات", "الملف", "العلاقات", "العمليات", "التنسيق", "الشؤون", "التحقيق"))
NEAR = 400  # words around, in which a name may stand without its prefix


def _is_of_a_name(word: str) -> bool:
    return word[0].isalpha() and (is_name_word(word) or word in OF_A_NAME)


@dataclass(slots=True, eq=False)
class Naming:
    """A noun phrase as far as it is read: what came, and what may belong to it still."""

    doc: Document
    start: int
    limit: int
    noun_object: bool = False  # the verb takes a bare noun as its content: such a noun ends it
    prepositions: frozenset[str] = frozenset()  # which the verb takes
    first_word: str = ""  # what remains of the first word without a joined prefix
    stop_at_medium: bool = False
    # Any noun may be the content, so a noun that the phrase does not need ends it.
    any_object: bool = False
    # What is known of the first word.
    head: lex.Noun | None = field(init=False)
    at: int = field(init=False)
    # Whether the noun before waits for another noun («وزارة» waits for «الداخلية»).
    open: bool = field(default=True, init=False)
    # What came last: "", noun, definite, adjective, name, place, number.
    was: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.first_word = self.first_word or self.doc.words[self.start]
        self.head = lex.NOUNS.get(self.first_word)
        self.limit = min(self.limit, self.start + AT_MOST)
        self.at = self.start

    def _go(self, what: str, *, opens: bool, words: int = 1) -> bool:
        self.at += words
        self.was, self.open = what, opens
        return True

    def _is_adjunct(self, word: str, i: int) -> bool:
        """What was not to be told, to whom it was told, and when."""
        following = self.doc.words[i + 1] if i + 1 < len(self.doc.words) else ""
        if word in lex.ANONYMITY_VERBS and self._is_anonymity(i):
            return True
        if len(word) == 1 and (i + 1 in self.doc.quotation_at or following == "("):
            return True  # «لـ«س»», «لـ(س)»
        return word in lex.PERIODS and following in lex.PAST_OR_NEXT  # «العام الماضي»

    def _is_negated_adjective(self, i: int) -> bool:
        """«تقارير غير مؤكدة»."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        return i > self.start and following.startswith(("مؤكد", "موثق", "رسمي", "مسم", "حكومي"))

    def _is_anonymity(self, i: int) -> bool:
        return i + 1 < self.limit and self.doc.words[i + 1] in lex.ANONYMITY

    def _is_body_before(self, i: int) -> bool:
        """«بنك "س"»."""
        before = lex.NOUNS.get(self.doc.words[i - 1]) if i > self.start else None
        is_body = before is not None and before.kind in (NounClass.BODY, NounClass.MEDIUM)
        return is_body and not is_definite(self.doc.words[i - 1])

    def _comes_that(self, i: int) -> bool:
        for word in self.doc.words[i : i + 10]:
            if word in lex.THAT_HEADS:
                return True
            if word in lex.FORMS:
                return False
        return False

    def _comes_opener(self, i: int) -> bool:
        word = self.doc.words[i] if i < len(self.doc.words) else ""
        return word in lex.THAT or word in lex.FORMS or word in lex.ADJUNCTS or word == "في"

    def _is_titled(self) -> bool:
        head = self.head
        return head is not None and head.kind is NounClass.PERSON

    def _is_medium(self) -> bool:
        head = self.head
        return head is not None and head.kind is NounClass.MEDIUM

    def _is_channel(self) -> bool:
        """«القناة 12»."""
        return self._is_medium() and self.at == self.start + 1

    def _agrees(self, found: lex.Noun) -> bool:
        """«رئيس المجلس … سفيرة الاتحاد»: another gender is somebody else."""
        head = self.head
        genders = {found.agreement.gender, head.agreement.gender if head else ""}
        return genders != {"m", "f"}

    def _is_object_by_case(self, word: str) -> bool:
        """«حذر الجيش المتمردين», «اتهم النظام المعارضة»: the ending does not agree.

        Behind a singular an accusative plural is no adjective; behind people or a man directly a
        feminine is none.
        """
        if self.open or not is_definite(word):
            return False
        head = self.head
        before = self.doc.words[self.at - 1]
        if word.endswith(_ACCUSATIVE) and len(word) > 6:
            is_single = head is None or head.agreement.number == "s"
            return is_single and not before.endswith(_ACCUSATIVE)
        if not (self.any_object and word.endswith("ة")) or head is None:
            return False
        is_man = head.kind in (NounClass.PERSON, NounClass.PEOPLE) and head.agreement.gender == "m"
        is_direct = self.at == self.start + 1 and head.agreement.gender == "m"
        return is_direct or (is_man and self.was in ("name", "adjective") and before[-1] != "ة")

    def _is_again(self, word: str, i: int) -> bool:
        """«شكك مسؤولون في البلدية في …»: the verb's own preposition comes once more."""
        found = lex.NOUNS.get(self.doc.words[i + 1]) if i + 1 < self.limit else None
        if found is None or found.kind not in (NounClass.BODY, NounClass.PLACE):
            return False
        for following in self.doc.words[i + 2 : i + 7]:
            if not following[0].isalnum() or following in lex.FORMS:
                return False
            if following == word:
                return True
        return False

    def _is_at_a_body(self, bare: str) -> bool:
        """«مصدران بالقطاع»: behind somebody, where the verb itself takes no «ب»."""
        head = self.head
        return (
            head is not None
            and head.kind in (NounClass.PERSON, NounClass.PEOPLE)
            and is_definite(bare)
            and "ب" not in self.prepositions
            and not lex.is_event(bare)
            and bare != "القول"
        )

    def _is_somebody_else(self, word: str) -> bool:
        """«لوكالة»: behind a speaker to whom it was said; behind a document whose it is."""
        if word[0] != "ل":
            return False
        if is_request(word):
            return True
        following = self.doc.words[self.at + 1] if self.at + 1 < self.limit else ""
        is_named = following[:1].isalpha() and is_name_word(following) and len(following) > 2
        if word.startswith("لل") and is_named and not is_definite(following):
            return False  # «المديرة القطرية للبرنامج كورين فلايشر»
        head = self.head
        is_paper = head is not None and head.kind in (NounClass.DOCUMENT, NounClass.IMAGE)
        return not is_paper and is_recipient(word)

    def _is_named_recipient(self, word: str, i: int) -> bool:
        """«مسؤولان مطلعان لأورفيلا»: behind somebody who is described, not named."""
        head = self.head
        is_somebody = head is not None and head.kind in (NounClass.PERSON, NounClass.PEOPLE)
        if not is_somebody or self.was == "name" or i == self.start or not is_to_a_name(word):
            return False
        if self._is_unnamed() and self.was == "adjective":
            return True  # «مصدر أمني لأورفيلا»
        # «ليانا» has the same shape: what remains must stand elsewhere as a word of its own.
        near = self.doc.words[max(0, i - NEAR) : i + NEAR]
        return word[1:] in near

    def _is_unnamed(self) -> bool:
        head = self.head
        return head is not None and head.stem in lex.UNNAMED and not head.definite

    def _is_annexed(self, i: int) -> bool:
        """«وجه النائب العام تهمة الفساد»: a feminine noun with its complement, no man's name."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        head = self.head
        is_man = head is not None and head.agreement.gender == "m"
        is_noun = self.doc.words[i].endswith("ة") and is_definite(following)
        return is_man and is_noun and not is_adjective(following)

    def _is_field(self, bare: str, i: int) -> bool:
        """«رئيس الاتحاد لكرة القدم», «المفوض السامي لحقوق الإنسان»."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        is_whole = self.was in ("definite", "adjective") and not self.open and bare in lex.FIELDS
        return is_whole and is_definite(following)

    def _is_complement(self, i: int) -> bool:
        """«أمين سر اللجنة»: between a calling without the article and what has it, no name."""
        head = self.head
        is_calling = head is not None and head.kind is NounClass.PERSON and not head.definite
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        found = lex.NOUNS.get(following)
        is_of = found is not None and found.definite and found.kind is NounClass.BODY
        return is_calling and i == self.start + 1 and is_of

    def _comes_object(self, i: int) -> bool:
        """Whether what the verb wants stands behind the word, so that the word need not be it."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        return is_definite(following) and not is_adjective(following)

    def _is_paper(self) -> bool:
        head = self.head
        is_paper = head is not None and head.kind in (NounClass.DOCUMENT, NounClass.IMAGE)
        return is_paper and self.at == self.start + 1

    def _end_of_calling(self, word: str, i: int) -> int:
        """«شاب يدعى سامر نور», «ناشط عرف عن نفسه باسم أبو راتب»: behind the name, else ``i``."""
        words = self.doc.words
        at = i + 1
        if word[:3] == "عرف" and words[at : at + 1] == ["عن"]:
            is_name = words[at + 2 : at + 3] == ["باسم"]
            at = at + 3 if is_name else i
        elif word not in lex.CALLED:
            return i
        if i == self.start or not self._is_somebody():
            return i
        end = at
        while at > i and end < min(at + 3, self.limit) and _is_of_a_name(words[end]):
            end += 1
        return end if end > at else i

    def _is_somebody(self) -> bool:
        head = self.head
        return head is not None and head.kind is NounClass.PERSON

    def _is_told(self, found: lex.Noun | None, i: int) -> bool:
        """«قال الوزير للمتظاهرين», «قال المحافظ لعدد من»: to whom, behind a title or a name."""
        head = self.head
        is_titled = head is not None and head.kind is NounClass.PERSON and head.definite
        is_whole = self.was == "name" or (is_titled and i == self.start + 1)
        is_people = found is not None and found.kind is NounClass.PEOPLE
        return is_whole and (is_people or self.doc.words[i] == "لعدد")

    def _is_another(self, word: str, i: int) -> bool:
        """«حمل الوزير المقاول»: two callings with the article, where the verb wants an object."""
        head = self.head
        is_somebody = head is not None and head.kind is NounClass.PERSON
        is_quality = word in lex.COURTESIES or is_adjective(word)
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        is_title = following[:1].isalpha() and is_name_word(following)
        is_whole = self.was == "definite" and not (is_title and not is_definite(following))
        return self.any_object and is_somebody and is_whole and not is_quality

    def _stands_for(self, i: int) -> bool:
        """«النائب عن درنيل»: for whom, unless the verb governs «عن» itself."""
        head = self.head
        if head is None or head.stem not in lex.REPRESENTING or i != self.start + 1:
            return False
        if i + 1 >= self.limit or not self.doc.words[i + 1][0].isalpha():
            return False
        found = lex.NOUNS.get(self.doc.words[i + 1])
        is_seat = found is not None and found.kind in (NounClass.BODY, NounClass.PLACE)
        return is_seat or "عن" not in self.prepositions or self._is_again("عن", i)

    def _is_self(self, i: int) -> bool:
        """«المتحدث نفسه», «المصادر الطبية ذاتها»."""
        head = lex.NOUNS.get(self.first_word)
        return head is not None and head.definite and 0 < i - self.start <= 2

    def _is_in_charge(self, i: int) -> bool:
        """«الطبيب سامر نور المسؤول عن مستشفى درنيل»; not «قال المسؤول عن الحادث إن»."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        found = lex.NOUNS.get(following)
        is_post = found is not None and found.kind in (NounClass.BODY, NounClass.PLACE)
        is_post = is_post or following in lex.FIELDS or following in _POSTS
        return i > self.start and self.doc.words[i - 1] in lex.IN_CHARGE and is_post

    def _is_in_the_know(self, i: int) -> bool:
        """«مصدران مطلعان على المحادثات»."""
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        return self.doc.words[i - 1] in lex.IN_THE_KNOW and is_definite(following)

    def _is_body(self) -> bool:
        """«المكتب المركزي للأبحاث»: what it is for."""
        head = self.head
        return head is not None and head.kind is NounClass.BODY

    def _is_spokesman(self) -> bool:
        """«المتحدث الرسمي لصحة درنيل»: for whom, whatever it is."""
        head = self.head
        return head is not None and head.definite and head.stem in lex.SPEAKING_FOR

    def _is_object(self, word: str, i: int) -> bool:
        """«بسماع دوي»: what a verb with «ب» says, unless an opener right behind makes it a name."""
        if lex.is_event(word[1:]) or lex.is_event(word[1:].removeprefix("ال")):
            return True
        following = self.doc.words[i + 1] if i + 1 < self.limit else ""
        is_closed = following in lex.THAT or following in COMMAS or following in lex.ADJUNCTS
        return "ب" in self.prepositions and not is_closed

    def _is_group(self) -> bool:
        head = self.head
        return head is not None and head.kind is NounClass.PEOPLE

    def _is_office(self) -> bool:
        """Whether the phrase is an office or body with what it is for: «وزير ال…»."""
        head = self.head
        return (
            head is not None
            and not head.definite
            and head.kind in (NounClass.PERSON, NounClass.BODY)
            and self.at - self.start == 2
        )

    def _is_nation(self, i: int) -> bool:
        """«السويسري مارسيل كولر»: where he is from stands for a title."""
        word = self.first_word
        is_first_name_next = i == self.start + 1 and is_first_name(self.doc.words[i])
        return is_first_name_next and word.endswith(("ي", "ية")) and is_adjective(word)

    def _is_surname(self, word: str, i: int) -> bool:
        """«أحمد المسماري»: right behind the only bare name of a person."""
        head = self.head
        if head is not None and head.kind is not NounClass.PERSON:
            return False
        before = self.doc.words[i - 2] if i - 2 >= self.start else ""
        return before in lex.NOUNS or is_definite(before) or i - 1 == self.start

    def _is_prefixed(self, word: str) -> bool:
        """«بلهجة» is no name; «بيسكوف» may be one."""
        if word in lex.FIRST_NAMES:
            return False
        if len(word) == 3 and word[0] in "بل" and lex.is_event(word[1:]):
            return True  # «بحل», «برد»; «بدر» and «بكر» are first names
        if word[0] not in "وبلف" or len(word) < 4 or (word.startswith("بو") and len(word) > 4):
            return False  # «بوعزة»
        bare = lex.without_prefix(word)
        return len(word) > 6 or bare[-1] == "ة" or bare in lex.NOUNS or lex.is_event(bare)

    def _person_before(self, i: int) -> bool:
        word = self.doc.words[i - 1]
        found = lex.NOUNS.get(word)
        return found is not None and found.kind is NounClass.PERSON and not word.endswith(NISBA)

    def _title_before(self, i: int) -> bool:
        for j in range(self.start, i):
            word = self.doc.words[j]
            found = lex.NOUNS.get(word) or lex.NOUNS.get(word.removeprefix("و"))
            is_adjective_too = j > self.start and word.endswith(NISBA)
            if found is not None and found.kind is NounClass.PERSON and not is_adjective_too:
                return True
        return False
