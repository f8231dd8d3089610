"""Objects of Arabic cues: who is accused, called or described, and which noun is what was said.

Source: section 2 of the project's notes on Arabic attribution (openings without a complementiser).
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.between import Between
from claims.extraction.languages.ar.frames import opens
from claims.extraction.languages.ar.lexicon import NounClass, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import phrase
from claims.extraction.languages.ar.word_classes import is_adjective, is_definite

# Verbs with somebody or something as object before what is said of it.
_ON_BEHALF = lex.fset(("لصالح", "لحساب", "لمصلحة", "لفائدة"))
WITH_SECOND = frozenset(("call", "accuse", "describe", "explain", "tell", "pledge"))
_WITH_ADDRESSEE = frozenset(("call", "accuse", "pledge"))
# Behind these a form of a cue is no cue: «ما نشرته», «ما يتم تداوله».
_BEFORE_A_FORM = lex.RELATIVES | {"ما", "مما", "بما", "من", "يتم", "تم"}


class Objects(Between):
    """A walk behind a cue, with what it knows of the cue's objects."""

    __slots__ = ()

    def _is_object_of_accusing(self, word: str) -> bool:
        """Accusing and describing need an object: a single noun before «ب» is it."""
        named = self.frame.subject
        if named is None or self.form.pronoun or self.verb.sense not in ("accuse", "describe"):
            return False
        is_b = word == "ب" or (len(word) > 3 and self._is_with_b(word))
        following = self.doc.words[self.j + 1] if self.j + 1 < self.limit else ""
        # «بلماريا بإغلاق»: a name, and what it is accused of
        is_name = word != "ب" and following != "" and self._is_with_b(following)
        return is_b and not is_name and named.words.end == self.j

    def _is_urged(self, word: str, j: int) -> bool:
        """«وقالت الوزارة …، وحثت الحكومة على»: who urges needs somebody to urge."""
        named, before = self.frame.subject, self.doc.words[self.i - 1] if self.i else "."
        return (
            self.verb.past in lex.URGING
            and word in self.verb.prepositions
            and named is not None
            and named.words.end == j
            and self.form.joined
            and before not in ".!?؟\n"
        )

    def _is_with_b(self, word: str) -> bool:
        """«رحب بالقرار», «أفاد بمقتل»: the joined «ب» of a verb that takes it."""
        if word == "ب":
            return "ب" in self.verb.prepositions
        if "ب" not in self.verb.prepositions or word[0] != "ب" or len(word) < 3:
            return False
        if word in lex.ADJUNCTS or word in lex.EVIDENTIAL or word in lex.NOUNS:
            return False
        if word in lex.INSIDE_MENTION:
            return False
        noun = word[1:].removeprefix("ال")
        is_any = "ب" in self.verb.any_prepositions
        return is_any or lex.is_event(word[1:]) or lex.is_event(noun)

    def _is_object_noun(self, j: int, word: str) -> bool:
        if not self.verb.noun or not word[0].isalpha():
            return False
        if word[0] == "و" and word not in lex.NOUNS and not lex.is_event(word):
            return False
        if is_definite(word) and word not in lex.NOUNS and self._has_its_subject(j):
            return self.verb.any_noun or lex.is_event(word) or lex.is_event(word[2:])
        return self.verb.any_noun or lex.is_event(word)

    def _has_its_subject(self, j: int) -> bool:
        """Whether a noun with the article can be but an object: «أعلن الحزب الانسحاب»."""
        if self.frame.subject is not None:
            return self.frame.subject.words.end == j
        return j == self.i + 1 and (self.has_subject or self.form.tense is Tense.PARTICIPLE)

    def _has_addressee(self) -> bool:
        """«دعا», «اتهم», «ناشد» have whom they address as object; «طلب من», «تعهد» have not."""
        has_none = "من" in self.verb.prepositions or self.verb.past in lex.NO_ADDRESSEE
        return self.verb.sense in _WITH_ADDRESSEE and not has_none

    def _is_addressee(self, end: int) -> bool:
        """«وناشد السكان البقاء»: those who are called, where no second noun comes."""
        word = self.doc.words[end] if end < self.limit else ""
        if word in self.verb.prepositions or (self.verb.noun and lex.is_event(word)):
            return True
        return "ب" in self.verb.prepositions and word[:1] == "ب"

    def _second(self, j: int) -> bool | None:
        """The one who is accused, called, described: content begins with them, if the preposition
        that the verb governs follows."""
        verb, words = self.verb, self.doc.words
        if verb.sense == "tell":
            end = max(phrase(self.doc, j, self.limit), j + 1)
            known = lex.NOUNS.get(words[j])
            if known is not None and known.kind in (NounClass.MEDIUM, NounClass.NAME):
                self.frame.recipients.append(mention(self.doc, j, end))
            return self._skip(end)
        for k in range(j, min(self.limit, j + 25)):
            word = words[k]
            if word in lex.BLAME and verb.sense == "accuse" and (k > j or self._is_participle()):
                return self._content_of_second(j, k)
            if word in lex.THAT_HEADS and word[0] == "ب" and "ب" in verb.prepositions:
                return self._content_of_second(j, k)
            if word in verb.prepositions and k > j:
                return self._content_of_second(j, k)
            if (
                "ب" in verb.prepositions
                and word[0] == "ب"
                and k > j
                and (len(word) > 3 or word == "ب" or lex.is_event(word[1:]))
                and word not in lex.ADJUNCTS
                and word not in lex.NOUNS
                and word not in lex.EVIDENTIAL
            ):
                return self._content_of_second(j, k)
            if word in lex.THAT_HEADS and verb.that and opens(self.doc, k, verb):
                self.j = k
                return None
            if word in ".؛;!?؟:":
                break
            is_cue = word in lex.FORMS and word not in lex.ONLY_FIRST
            is_verb = is_cue and k > j and not is_definite(word)
            if is_verb and words[k - 1] not in _BEFORE_A_FORM:
                break
        return self._skip(j + 1)

    def _content_of_second(self, j: int, k: int) -> bool:
        if self.verb.sense == "call":
            after = k + 1 if self.doc.words[k] in self.verb.prepositions else k
            return self._found(after, "preposition")
        return self._found(j, "noun")

    def _is_participle(self) -> bool:
        return self.form.tense is Tense.PARTICIPLE

    def _is_not_to(self, j: int) -> bool:
        """«ألا تتأثر», not «إلا»: the letter that is written, and a present behind it."""
        following = self.doc.words[j + 1] if j + 1 < self.limit else ""
        written = self.doc.span(j, j + 1).of(self.doc.text)
        return "أ" in written and following[:1] in ("ي", "ت", "ن")

    def _acronym(self, j: int) -> int:
        """«وقالت (لوما) إن»: the closing bracket of a short name, else ``j``."""
        for close in range(j + 2, min(j + 4, self.limit)):
            if self.doc.words[close] == ")":
                return close
        return j

    def _end_of_maker(self, at: int) -> int:
        """Whoever made the images or papers: a known phrase, else a noun with its adjective."""
        words = self.doc.words
        if at < self.limit and words[at] in lex.NOUNS:
            # «أجراه معهد س لصالح شبكة ص»
            behalf = [k for k in range(at, min(at + 5, self.limit)) if words[k] in _ON_BEHALF]
            first = behalf[0] + 1 if behalf else at
            end = phrase(self.doc, first, self.limit, noun_object=True, any_object=True)
            return max(end, first + 1)
        following = words[at + 1] if at + 1 < self.limit else ""
        return at + 2 if is_adjective(following) or following.endswith("ة") else at + 1

    def _shows(self) -> bool:
        head = self.frame.subject.head if self.frame.subject else ""
        known = lex.NOUNS.get(head)
        return known is not None and known.kind in (NounClass.IMAGE, NounClass.DOCUMENT)
