"""What stands between a cue and its content beside its subject: recipients, venues, clauses.

Source: section 2 of the project's notes on Arabic attribution (what stands between a source and its
content).
"""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.lexicon import Form, NounClass, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import phrase
from claims.extraction.languages.ar.word_classes import (
    COMMAS,
    is_adjective,
    is_definite,
    is_medium,
    is_name_in_marks,
    is_name_word,
    is_recipient,
)

# Words between a verb and its content, at most: longer ways were not seen.
WINDOW = 60
COPY_WITHIN = 9  # words from «تلقت» to «نسخة», at most
PREPOSITIONS = frozenset(("في", "من", "علي", "الي", "عن", "مع", "بين", "ضد", "نحو", "دون", "مثل"))
# «المؤتمر الصحفي»: no journalist.
_OF_THE_PRESS = frozenset(
    article + word
    for word in ("صحفي", "صحافي", "اعلامي", "صحفية", "صحافية", "متلفز", "متلفزة")
    for article in ("", "ال")
)
# «لمندوب وكالة سدرة»: the medium is told.
_FOR_A_MEDIUM = lex.fset(("لمندوب", "لمندوبة", "لمندوبي", "لموفد", "لموفدة", "لمحرر"))
_OF_IT = frozenset(("عليه", "عليها", "به", "بها"))
_STOPS = frozenset(".!?؟…")
# «نقلته», «نشرته», «أوردته», «بثته»: by their first letters.
_PASSES_ON = frozenset(("نقل", "نشر", "اور", "بثت", "بثه", "اذا"))


class Between:
    """The state of one walk behind a cue, with the steps over what is no part of the content."""

    __slots__ = (
        "doc",
        "form",
        "frame",
        "has_subject",
        "i",
        "in_clause",
        "in_venue",
        "j",
        "limit",
        "loose",
        "said_again",
        "verb",
    )

    def __init__(
        self, doc: Document, i: int, form: Form, limit: int, has_subject: bool = False
    ) -> None:
        # Its subject stands before it: what follows is an object.
        self.has_subject = has_subject
        self.doc, self.i, self.form, self.verb = doc, i, form, form.verb
        self.limit = min(limit, i + WINDOW)
        self.j = i + 1
        self.frame = Frame(-1, "")
        self.said_again = False
        self.in_venue = False  # a venue came («في بلاغ»), and no comma since
        self.in_clause = False  # inside a relative or temporal clause of the adjuncts
        self.loose = False  # a preposition came: only a known noun is a subject now

    def _found(self, content: int, how: str) -> bool:
        if content >= self.limit:
            return False
        self.frame.content, self.frame.how = content, how
        return True

    def _skip(self, to: int) -> bool | None:
        self.j = max(to, self.j + 1)
        return None

    def _is_platform(self, j: int) -> bool:
        """«عبر حسابه على «تويتر»»: where it was said."""
        before = self.doc.words[j - 1]
        return (
            before in ("علي", "عبر", "في")
            and before not in self.verb.prepositions
            and j - 1 > self.i
            and is_name_in_marks(self.doc, j)
            and self.doc.quotation_at[j].close - j <= 4
        )

    def _comes_that(self, start: int) -> bool:
        for word in self.doc.words[start : min(start + 12, self.limit)]:
            if word in lex.THAT_HEADS:
                return True
            if word in lex.FORMS:
                return False
        return False

    def _is_unwilling(self, j: int, word: str) -> bool:
        """«طبيب لم يشأ ذكر اسمه»: a clause about an indefinite subject."""
        subject = self.frame.subject
        return word in ("لم", "لا") and subject is not None and subject.words.end == j

    def _is_anonymity(self, j: int) -> bool:
        """«طلب عدم كشف هويته», «رافضا الإفصاح عن اسمه»."""
        if self.doc.words[j] not in lex.ANONYMITY_VERBS or j + 1 >= self.limit:
            return False
        following = self.doc.words[j + 1]
        return following in lex.ANONYMITY or following == "ان"

    def _goes_with(self, j: int, form: Form) -> bool:
        """«وأردف يقول», «وعلق الوزير قائلا»: one saying in two verbs."""
        if form.tense is Tense.PARTICIPLE:
            return self.verb.that and not form.joined
        return j == self.i + 1 and not form.past and not form.joined

    def _recipient(self, j: int, word: str) -> bool | None:
        bare = lex.without_prefix(word) if len(word) > 3 else word[1:]
        first = j + 1 if word == "ل" else j
        end = self.doc.quotation_at[first].end if word == "ل" else j + 1
        if word != "ل":
            end = max(end, self._medium_end(j))
        if bare in lex.PRESS_AT_LARGE or bare.removeprefix("ال") in lex.PRESS_AT_LARGE:
            return self._skip(end)
        if word == "ل":
            named = mention(self.doc, first, end)
        else:
            prefix = 2 if word.startswith("لل") else 1
            named = mention(self.doc, first, end, first_word=bare, prefix=prefix)
        self.frame.recipients.append(named)
        return self._skip(end)

    def _medium_told(self, j: int, word: str) -> bool:
        """«لمندوب وكالة سدرة», «للميدان نت»: then the walk stands behind the medium."""
        words, following = self.doc.words, self.doc.words[j + 1 : j + 2]
        if word in _FOR_A_MEDIUM and is_medium(self.doc, j + 1):
            end = self._medium_end(j + 1)
            self.frame.recipients.append(mention(self.doc, j + 1, end))
        elif word.startswith("لل") and following and following[0] in lex.OF_A_MEDIUM:
            end = j + 2
            bare = lex.without_prefix(words[j])
            named = mention(self.doc, j, end, first_word=bare, prefix=2)
            self.frame.recipients.append(named)
        else:
            return False
        self._skip(end)
        return True

    def _received(self, j: int) -> bool:
        """«في بيان تلقت «س» نسخة منه», «تلقته وكالة س»: then the walk stands behind it."""
        words = self.doc.words
        if words[j] in lex.RECEIVED_IT and is_medium(self.doc, j + 1):
            end = max(phrase(self.doc, j + 1, self.limit), j + 2)
            self.frame.recipients.append(mention(self.doc, j + 1, end))
            self._skip(end)
            return True
        if words[j] not in lex.RECEIVED or j + 2 >= self.limit:
            return False
        if words[j + 1] in _OF_IT and is_medium(self.doc, j + 2):
            end = max(phrase(self.doc, j + 2, self.limit), j + 3)
            self.frame.recipients.append(mention(self.doc, j + 2, end))
            self._skip(end)
            return True
        for at in range(j + 2, min(j + COPY_WITHIN, self.limit)):
            if words[at] in lex.COPIES:
                first = j + 2 if words[j + 1] == "(" else j + 1
                end = at - 1 if words[at - 1] in ("علي", ")") else at
                self.frame.recipients.append(mention(self.doc, first, end))
                self._skip(at + 2)  # «نسخة منه»
                return True
        return False

    def _name_end(self, j: int) -> int:
        """Behind «لشمس أف أم»: a name that the saying goes on behind; ``j`` where none is."""
        end = j + 1
        while end < min(j + 4, self.limit) and not self._is_closed(end):
            word = self.doc.words[end]
            if not (len(word) < 4 and is_name_word(word)) and word not in lex.OF_A_MEDIUM:
                return j
            end += 1
        return end if self._is_closed(end) else j

    def _passed_on(self, j: int) -> bool:
        """«في بيان نقلته وكالة سدرة»: a medium passes it on; then ``j`` stands behind it."""
        if self.doc.words[j].lstrip("و")[:3] not in _PASSES_ON or not is_medium(self.doc, j + 1):
            return False
        end = max(phrase(self.doc, j + 1, self.limit), j + 2)
        self.frame.recipients.append(mention(self.doc, j + 1, end))
        self.j = end
        return True

    def _is_closed(self, j: int) -> bool:
        """Whether what was said, or an adjunct of the saying, comes next."""
        word = self.doc.words[j] if j < self.limit else ""
        known = word in lex.THAT or word in lex.ADJUNCTS or word in COMMAS or word == ":"
        return known or j in self.doc.quotation_at

    def _recipient_in_brackets(self, first: int) -> bool | None:
        """«لـ(الزيل اليوم)»."""
        for end in range(first + 1, min(first + 6, self.limit)):
            if self.doc.words[end] == ")":
                self.frame.recipients.append(mention(self.doc, first, end))
                return self._skip(end + 1)
        return self._skip(first)

    def _medium_end(self, j: int) -> int:
        """The end of a medium's name behind «لوكالة» …"""
        words, end = self.doc.words, j + 1
        while end < min(self.limit, j + 7):
            quotation = self.doc.quotation_at.get(end)
            if quotation is not None and is_name_in_marks(self.doc, end):
                is_all = quotation.end >= self.limit or words[quotation.end] in _STOPS
                return end if is_all and not quotation.is_name else quotation.end
            word = words[end]
            if (
                not word[0].isalnum()
                or word in lex.THAT
                or word in lex.ADJUNCTS
                or word in PREPOSITIONS
                or word in lex.FORMS
                or word in lex.RELATIVES
                or (self.verb.noun and lex.is_event(word))
                or is_recipient(word)
            ):
                break
            known = lex.NOUNS.get(word)
            if known is not None and known.kind in (NounClass.PERSON, NounClass.PEOPLE):
                break  # «قال لوكالة سدرة مصدر أمني»: the subject
            if word[0] == "و" and lex.NOUNS.get(word[1:]) is None and end > j + 1:
                break
            end += 1
        return end

    def _cites(self, j: int) -> bool | None:
        """«نقلا عن س عن ص»: each through the one before it."""
        at = j + 1
        words = self.doc.words
        while at + 1 < self.limit and words[at] == "عن":
            end = phrase(self.doc, at + 1, self.limit, prepositions=frozenset(("عن",)))
            if end == at + 1:
                break
            self.frame.cites.append(mention(self.doc, at + 1, end))
            at = end
        return self._skip(at)

    def _adjunct(self, j: int) -> bool | None:
        """Skip a preposition with its noun; a subject may follow, but only a known one."""
        self.loose = True
        at = j + 1
        is_venue = self.doc.words[j] in ("في", "خلال") and at < self.limit
        if is_venue and lex.is_venue(self.doc.words[at]):
            # «في بيان», «في مؤتمر صحفي»: the phrase is short, what follows may be the subject.
            at += 1
            self.in_venue = True
            while at < self.limit and self._is_venue_tail(at):
                at += 1
            if at + 1 < self.limit and self.doc.words[at] == "مع" and is_medium(self.doc, at + 1):
                # «في مقابلة مع قناة س»
                end = max(phrase(self.doc, at + 1, self.limit), at + 2)
                self.frame.recipients.append(mention(self.doc, at + 1, end))
                return self._skip(end)
            return self._skip(self._end_of_meeting(at))
        governed = self.verb.prepositions
        end = phrase(self.doc, at, self.limit, prepositions=governed) if at < self.limit else at
        return self._skip(max(end, j + 1))

    def _end_of_meeting(self, at: int) -> int:
        """«خلال لقائه رئيس الوزراء»: whom somebody met, where the subject is known already."""
        known = lex.NOUNS.get(self.doc.words[at]) if at < self.limit else None
        is_met = self.doc.words[at - 1].endswith(("ه", "ها", "هم")) and self.frame.subject
        if known is None or not is_met:
            return at
        return max(phrase(self.doc, at, self.limit), at)

    def _is_venue_tail(self, at: int) -> bool:
        word = self.doc.words[at]
        if word in _OF_THE_PRESS:
            return True
        if (
            len(word) == 1
            or not word[0].isalpha()
            or word in lex.THAT
            or word in lex.FORMS
            or is_recipient(word)
        ):
            return False
        if word in lex.ADJUNCTS or word in lex.NOUNS or word in PREPOSITIONS:
            return False
        is_object = lex.is_event(word) or (self.verb.noun and lex.is_event(word[2:]))
        return is_adjective(word) or (is_definite(word) and not is_object)

    def _is_subject_in_marks(self, j: int) -> bool:
        after = self.doc.quotation_at[j].end
        if after >= self.limit:
            return False
        word = self.doc.words[after]
        return (
            word in lex.THAT
            or word in lex.ADJUNCTS
            or word in ("عن", "في", ":", "الي", "علي", "من")
            or is_recipient(word)
            or is_definite(word)
            or (self.verb.noun and lex.is_event(word))
            or (word in COMMAS and self._comes_that(after))
        )
