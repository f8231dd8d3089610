"""Marks inside the naming of a source: commas of an apposition, brackets, quotation marks.

Source: section 2 of the project's notes on Arabic attribution (what belongs to a mention).
"""

from dataclasses import dataclass

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass
from claims.extraction.languages.ar.naming import Naming
from claims.extraction.languages.ar.word_classes import (
    COMMAS,
    PERSONAL_NAMES,
    is_definite,
    is_first_name,
    is_name_in_marks,
    is_name_word,
    is_recipient,
    is_said_in_marks,
)

_DASHES = frozenset("-–—")
# What opens an adjunct behind a name, not what its bearer is.
_NO_CALLING = (
    lex.LEADS
    | lex.CLAUSE_OPENERS
    | lex.SMALL
    | lex.DEMONSTRATIVES
    | lex.fset(("ضد", "نحو", "دون", "بين", "ضمن", "فوق", "تحت", "أمام", "وراء", "حسبما", "عكس"))
)
CALLING_AT_MOST = 10  # words of what somebody is


@dataclass(slots=True, eq=False)
class Marks(Naming):
    """A noun phrase that is read over its marks."""

    def _take(self) -> bool:
        """Take the word at hand into the phrase, if it belongs there."""
        raise NotImplementedError

    def _take_mark(self, word: str, i: int) -> bool:
        words = self.doc.words
        if word == "(":
            for close in range(i + 1, min(i + 8, len(words))):
                if words[close] == ")":
                    return i != self.start and self._go(
                        "adjective", opens=False, words=close + 1 - i
                    )
            return False
        quotation = self.doc.quotation_at.get(i)
        if quotation is not None:
            if not is_name_in_marks(self.doc, i) or not self._name_fits(i):
                return False
            if self.noun_object and not self.open and is_said_in_marks(self.doc, i):
                return False
            self.at = quotation.end
            self.was, self.open = "name", False
            return True
        if word == "." and i > self.start and len(words[i - 1]) == 1 and self.at + 1 < self.limit:
            return self._go(self.was, opens=True)
        if word in _DASHES and i > self.start and not self.doc.gap(i):
            return self._go(self.was, opens=True)
        if word in COMMAS and i > self.start:
            return self._take_apposition(i)
        return False

    def _name_fits(self, i: int) -> bool:
        """A name in marks is part of a naming where the sentence goes on to what is said."""
        if self.stop_at_medium and i > self.start:
            return False
        if self.doc.quotation_at[i].is_name or self._is_body_before(i):
            return True
        after = self.doc.quotation_at[i].end
        if after >= self.limit:
            return False
        following = self.doc.words[after]
        if following in COMMAS:
            return self._comes_that(after + 1)
        return (
            following in lex.THAT
            or following in lex.ADJUNCTS
            or following in ("عن", ":", "،", "في", "ان", "من")
            or following in lex.ADJECTIVES
            or is_definite(following)
            or lex.is_event(following)
        )

    def _take_apposition(self, i: int) -> bool:
        """«العقيد فلان، قائد المنطقة، إن»: taken where a comma or an opener closes it."""
        words, first = self.doc.words, i + 1
        if first >= self.limit:
            return False
        is_said_of_them = words[first] in ("وهو", "وهي", "وهم")
        if is_said_of_them:
            first += 1
        found = lex.NOUNS.get(words[first]) if first < self.limit else None
        if found is not None and found.kind in (NounClass.PERSON, NounClass.PEOPLE):
            end = type(self)(self.doc, first, self.limit).run_plain()
        else:
            end = self._end_of_name(first)
        if self._is_unclosed(end, first) and (is_said_of_them or self._is_person()):
            end = self._end_of_calling_behind(first)
        if end >= len(words) or end == first:
            return False
        if words[end] in COMMAS:
            closed = end - first >= 2 or self._comes_opener(end + 1)
        else:
            closed = words[end] in lex.THAT or words[end] == ":"
        if not closed:
            return False
        self.at = end
        self.was, self.open = "adjective", False
        return True

    def _is_person(self) -> bool:
        head = lex.NOUNS.get(self.first_word)
        return head is None or head.kind is NounClass.PERSON

    def _is_unclosed(self, end: int, first: int) -> bool:
        word = self.doc.words[end] if end < len(self.doc.words) else ""
        return end == first or not (word in COMMAS or word in lex.THAT or word == ":")

    def _end_of_calling_behind(self, first: int) -> int:
        """«لحسن نور، فاعل جمعوي بالمنطقة، إن», «ندى نور، وهي أم لستة أطفال، إن»: what somebody
        is, up to a comma that what is said or an adjunct follows; ``first`` where it is no noun."""
        words = self.doc.words
        if first >= len(words):
            return first
        word = words[first]
        # a verb, a manner («غاضبا»), a joined preposition
        is_other = word[0] in "يتبلفك" or word[-1] == "ا" or not is_name_word(word)
        if (is_other and word not in lex.NOUNS) or word in _NO_CALLING:
            return first
        for end in range(first + 1, min(first + CALLING_AT_MOST, len(words))):
            if words[end] in COMMAS:
                return end if self._comes_saying(end + 1) else first
            if words[end] in lex.THAT or words[end] in lex.FORMS or words[end] in ".:;؛!?؟":
                return first
        return first

    def _comes_saying(self, i: int) -> bool:
        """«إن», «في تصريح لـ», a quotation: what the verb before the name opens."""
        word = self.doc.words[i] if i < len(self.doc.words) else ""
        following = self.doc.words[i + 1] if i + 1 < len(self.doc.words) else ""
        is_venue = word in ("في", "خلال") and lex.is_venue(following)
        is_told = word == "ل" or word.startswith("لل") or is_recipient(word)
        return word in lex.THAT_HEADS or i in self.doc.quotation_at or is_venue or is_told

    def _end_of_name(self, first: int) -> int:
        """«كبير المحللين في مصرف س، يان كوفاتش، إن»; ``first`` itself where no name stands."""
        words, end = self.doc.words, first
        if not self._is_titled():
            return first
        while end < min(first + PERSONAL_NAMES, self.limit) and is_name_word(words[end]):
            if words[end] in lex.LEADS or words[end] in lex.CLAUSE_OPENERS:
                return first
            if words[end] in lex.SMALL or words[end] in lex.DEMONSTRATIVES:
                return first
            end += 1
        if end - first < 2 or is_definite(words[first]) or self._is_prefixed(words[first]):
            return first
        # A word that may hold a preposition or be a verb is a name if another bare one follows.
        is_clear = is_first_name(words[first]) or not is_definite(words[first + 1])
        return end if is_clear else first

    def run_plain(self) -> int:
        """Run without a further apposition."""
        while self.at < self.limit and self.doc.words[self.at] not in COMMAS and self._take():
            pass
        return self.at
