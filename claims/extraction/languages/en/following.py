"""What stands behind a cue: a complementiser, marks, a colon, a clause, an object that is told.

Source: the notes on English attribution, «Link between cue and a following content»; each word's
frames stand in cues.toml.
"""

from typing import NamedTuple

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.clauses import has_clause, is_finite
from claims.extraction.languages.en.lexicon import Verb
from claims.extraction.languages.en.objects import frame_of_object
from claims.extraction.languages.en.phrases import simple
from claims.extraction.languages.en.times import time_end
from claims.extraction.languages.en.view import View
from claims.extraction.report import Words

# Words from a cue to its content, adjuncts included.
AT_MOST = 45
_ABOUT_A_NUMBER = frozenset(("about", "around", "over", "under", "between", "at", "up", "nearly"))
_NUMBER_WORDS = frozenset(("least", "most", "to", "half")) | lex.NUMBERS
_TAKEN_BACK = frozenset(("however", "meanwhile", "though", "too", "instead", "nonetheless"))
_ISSUED = frozenset(
    (
        "read",
        "released",
        "issued",
        "posted",
        "published",
        "broadcast",
        "carried",
        "sent",
        "provided",
        "obtained",
        "given",
        "aired",
        "shared",
    )
)
# What may open content before its main clause; whether a phrase does, without a verb of its own.
_SETTING = {
    **dict.fromkeys(("if", "unless", "although", "though", "because", "even"), False),
    **dict.fromkeys(("despite", "without", "unlike", "given"), True),
}
_ONLY_VERBS = lex.BASES - lex.NOUNS_TOO


class Frame(NamedTuple):
    """How the content opens, and where; ``behind`` is where the cue's own words end if none does.

    ``recipient`` are the words of who is told; ``origin`` whom a «citing» between commas names.
    """

    how: str
    start: int
    behind: int
    recipient: Words | None = None
    origin: Words | None = None
    because: Words | None = None


def follow(view: View, i: int, verb: Verb, end: int) -> Frame:
    """What follows the verb whose last word stands before ``i``; ``how`` is "" if nothing does."""
    return Following(view, i, verb, min(end, i + AT_MOST), end).frame()


class Following:
    def __init__(self, view: View, i: int, verb: Verb, limit: int, end: int) -> None:
        self.view, self.words = view, view.words
        self.first, self.verb, self.limit, self.end = i, verb, limit, end
        self.takes = verb.takes
        self.recipient: Words | None = None
        self.origin: Words | None = None

    def frame(self) -> Frame:
        at = self.first
        special = frame_of_object(self, at)
        if special is not None:
            return special
        while at < self.limit:
            found = self.opening(at)
            if found is not None:
                return found
            stop = self._adjunct(at)
            if stop == at:
                break
            at = stop
        return Frame("", at, at, self.recipient, self.origin)

    def made(self, how: str, start: int, because: Words | None = None) -> Frame | None:
        if start >= self.end:
            return None
        return Frame(how, start, start, self.recipient, self.origin, because)

    # ── What opens content ──────────────────────────────────────────────────────────────────────
    def opening(self, at: int) -> Frame | None:
        word, takes = self.words[at], self.takes
        if word == "that" and "that" in takes:
            is_clause = at + 3 < self.end and not self._is_pointing(at)
            return self.made("that", at + 1, Words(at, at + 1)) if is_clause else None
        if self.view.opens(at) is not None:
            return self.made("quote", at) if self._may_quote() else None
        if word == ":" and "that" in takes and self.words[at + 1 : at + 2] == ["that"]:
            return self.made("that", at + 2, Words(at + 1, at + 2))
        if word == ":":
            return self.made("colon", at + 1, Words(at, at + 1)) if self._may_quote() else None
        if word == "," and at + 1 < self.end and self.view.opens(at + 1) is not None:
            return self.made("quote", at + 1) if self._may_quote() else None
        if word == ",":
            is_that = "that" in takes and self.words[at + 1 : at + 2] == ["that"]
            return self.made("that", at + 2, Words(at + 1, at + 2)) if is_that else None
        is_if = word == "if" and self.verb.sense != "ask"
        if word in lex.WH and "wh" in takes and word not in ("which", "when") and not is_if:
            is_wh = self.verb.sense == "ask" or word in ("how", "why", "what")
            return self.made("wh", at) if is_wh else None
        if word == "to" and self.verb.sense != "pledge" and "to" in takes:
            has_done = self.words[at + 1 : at + 2] in (["have"], ["be"], ["represent"], ["speak"])
            return self.made("to", at) if has_done else None
        if word == "to" and "to" in takes:
            start = at + 1 if self.view.opens(at + 1) else at
            return self.made("to", start)
        return self._clause(at)

    def _is_pointing(self, at: int) -> bool:
        """«disputed that account.»: *that* points, and no clause follows."""
        form = lex.FORMS.get(self.words[at + 2]) if self.words[at + 1] == "," else None
        if form is not None and form.tense is lex.Tense.ING:
            return True  # «rejects that, saying …»
        near, next_to = self.words[at + 2], self.words[at + 3]
        if near in ",.;:" and not self.view.is_inside(at + 2):
            return True
        is_end = next_to in ".;:" and not self.view.is_inside(at + 3)
        return is_end and "any" not in self.takes

    def _may_quote(self) -> bool:
        return "quote" in self.takes or "that" in self.takes

    def _clause(self, at: int) -> Frame | None:
        takes, word = self.takes, self.words[at]
        if "any" not in takes and "clause" not in takes:
            return None
        if "recipient" in takes and self.recipient is None:
            return None
        if word in _SETTING and ("any" in takes or self.recipient) and self._is_set(at):
            return self.made("clause", at)
        is_joined = at + 1 < self.end and self.view.is_inside(at + 1)  # «in-flight internet»
        if word in lex.PREPOSITIONS and not (is_joined or self._is_number(at)):
            return None
        if word in lex.ADVERBS and word not in ("today", "there", "both", "all", "now"):
            return None
        if time_end(self.words, at, self.end) > at and self.words[at] not in lex.NUMBERS:
            return None
        if word in ("no", "yes", "so") and "any" in takes and at + 1 < self.end:
            return self.made("clause", at)
        if not (word[0].isalnum() or word in "$€£'‘" or at in self.view.quotation_at):
            return None
        if word in lex.PAST_FORMS and word not in lex.NOUNS and not self.view.capitals[at]:
            return None  # «Labour figures rejected …»
        if word in lex.INGS and not has_clause(self.view, at, self.end):
            return None
        if has_clause(self.view, at, self.end):
            return self.made("clause", at)
        if "any" in takes and self.end - at > 3 and word not in lex.CONJUNCTIONS:
            # Whatever «said» has behind it, that begins like a subject.
            begins = word in lex.DETERMINERS or self.view.capitals[at] or word[0].isdigit()
            return self.made("clause", at) if begins else None
        return None

    def _is_set(self, at: int) -> bool:
        """«said if it rained the dam would burst», «said despite the rain talks would go on»."""
        words, stop = self.words, min(self.end, at + 26)
        verbs = [k for k in range(at + 2, stop) if is_finite(self.view, k, at)]
        if not verbs or words[at + 1] in (",", "that"):
            return False
        comma = next((k for k in range(at, stop) if words[k] == ","), None)
        if comma is not None:
            return has_clause(self.view, comma + 1, self.end)
        return len(verbs) > 1 or _SETTING[words[at]] or words[at + 1] == "of"

    def _is_number(self, at: int) -> bool:
        """«about 20 people»: no adjunct, but the subject of the content."""
        if self.words[at] not in _ABOUT_A_NUMBER or at + 1 >= self.end:
            return False
        following = self.words[at + 1]
        return following[0].isdigit() or following in _NUMBER_WORDS or following in "$€£"

    # ── What stands between cue and content ─────────────────────────────────────────────────────
    def _adjunct(self, at: int) -> int:
        """Behind an adverb, a time, a venue, a recipient or an interruption; else ``at``."""
        words, word = self.words, self.words[at]
        stop = time_end(words, at, self.limit)
        if stop > at:
            return stop
        if word in lex.ADVERBS or word in ("back", "aloud"):
            return at + 1
        if word in ("more", "most") and words[at + 1 : at + 2] and words[at + 1].endswith("ly"):
            return at + 2  # «put it more bluntly: "T"»
        if words[at : at + 3] == ["more", "than", "once"]:
            return at + 3
        if word == "," or (word in "—–" and self.words[at + 1 : at + 2]):
            return self._interruption(at)
        if "recipient" in self.takes and self.recipient is None:
            return self._told(at)
        if word == "to" and words[at + 1 : at + 2] and words[at + 1] in _ONLY_VERBS:
            return at  # «hoping to ease …»
        if word == "to" and self.recipient is None and "to" not in self.takes:
            stop = self._told(at + 1) if at + 1 < self.limit else at
            return stop if stop > at + 1 else at
        is_joined = at + 1 < self.end and self.view.is_inside(at + 1)
        if word in lex.PREPOSITIONS and not (is_joined or self._is_number(at)):
            return self._venue(at)
        if word in ("as", "when", "while", "before", "after") or (
            word in _ISSUED and words[at - 1] in lex.VENUES
        ):
            return self._to_that(at)
        return at

    def _told(self, at: int) -> int:
        """The words of who is told; «reporters in Paris» are told there."""
        words = self.words
        if words[at] in ("him", "her", "them", "us", "me", "it", "you"):
            self.recipient = Words(at, at + 1)
            return at + 1
        stop = simple(self.view, at, self.limit)
        if stop == at:
            return at
        stop = self._joined(stop)
        # «told Orvela Press shells had landed»: a name ends where small letters begin.
        if self.view.capitals[at] and words[at] not in lex.DETERMINERS:
            cut = at
            while cut < stop and (
                self.view.capitals[cut]
                or not words[cut][0].isalpha()
                or (words[cut] == "s" and words[cut - 1] in "'’")
                or (cut > at and self.view.is_inside(cut - 1) and words[cut - 1] == "-")
            ):
                cut += 1
            goes_on = stop < self.limit and (words[stop] in ("that", ":") or self.view.opens(stop))
            if (
                not goes_on
                and cut < stop
                and words[cut] not in lex.PREPOSITIONS
                and words[cut] not in lex.NOUNS
            ):
                stop = cut
        else:
            stop = self._less_subject(at, self._less_name(at, stop))
        self.recipient = Words(at, stop)
        return stop

    def _joined(self, stop: int) -> int:
        """«told the jury of seven men and five women that T»: both are told."""
        if stop + 1 < self.limit and self.words[stop] == "and":
            end = simple(self.view, stop + 1, self.limit)
            goes_on = end < self.limit and (
                self.words[end] in ("that", ":") or self.view.opens(end) is not None
            )
            if end > stop + 1 and goes_on:
                return end
        return stop

    def _less_name(self, at: int, stop: int) -> int:
        """«told the court Ilse Noor had lied»: a name behind a body begins the content."""
        if not is_finite(self.view, stop, at) if stop < self.limit else True:
            is_open = stop < self.limit and self.words[stop] == ","
            if not is_open or not lex.MEDIA.isdisjoint(self.words[at:stop]):
                return stop  # «told the channel Orvela 24, "T"»
        for k in range(at + 2, stop):
            noun = lex.NOUNS.get(self.words[k - 1])
            if noun is None or self.view.capitals[k - 1] or not self.view.capitals[k]:
                continue
            if noun.kind is not lex.NounClass.PERSON or noun.plural:
                return k
        return stop

    def _less_subject(self, at: int, stop: int) -> int:
        """«told reporters talks had failed»: the phrase holds the next clause's subject too."""
        words = self.words
        if stop < self.limit and is_finite(self.view, stop, at) and stop - at > 1:
            start = at + 1 if words[at] in lex.DETERMINERS else at
            for k in range(start + 1, stop):
                if self.view.capitals[k] and not self.view.capitals[k - 1]:
                    return k
            if words[start] in lex.NOUNS or words[start].endswith("s"):
                return start + 1
        return stop

    def _interruption(self, at: int) -> int:
        """«said, in a statement, that», «said, citing a report, that», «said, however, that»."""
        words = self.words
        i = at + 1
        if i >= self.limit:
            return at
        word = words[i]
        if not (
            word in _TAKEN_BACK
            or word in lex.PREPOSITIONS
            or word in lex.INGS
            or word in ("when", "as")
        ):
            return at
        for k in range(i + 1, self.limit):
            if words[k] == words[at] and k + 1 < self.end:
                following = words[k + 1]
                if (
                    following == "that"
                    or self.view.opens(k + 1) is not None
                    or (word in _TAKEN_BACK and k == i + 1)
                ):
                    if word in ("citing", "quoting"):
                        self.origin = Words(i + 1, k)
                    return k + 1
            elif words[k] in ".;":
                break
        return at

    def _venue(self, at: int) -> int:
        """Behind «in a statement», «at a news conference in Paris», «of the plan»."""
        words, view = self.words, self.view
        cut, i = at, at + 1
        while i < self.limit:
            word = words[i]
            one = view.quotation_at.get(i)
            if one is not None and one.is_name and one.end < self.limit:
                i = cut = one.end
                continue
            if word == "that" or word in ":," or one is not None:
                return i
            if word in lex.AUXILIARIES or (i > at + 1 and is_finite(view, i, at + 1)):
                return cut
            if word in lex.PREPOSITIONS and not view.capitals[i]:
                if cut > at and self._is_number(i):
                    return i
                i += 1
                continue
            before = words[i - 1]
            can_end = (
                before not in lex.PREPOSITIONS and before not in lex.DETERMINERS and i > at + 1
            )
            if can_end and (word in lex.DETERMINERS or word in lex.PRONOUNS):
                return i
            if not (word[0].isalnum() or view.is_inside(i) or word in "()"):
                return cut
            i += 1
            stop = time_end(words, i, self.limit)
            if stop > i:
                i = cut = stop
            elif word in lex.VENUES or (
                view.capitals[i - 1] and i < self.limit and not view.capitals[i]
            ):
                cut = i
        return i

    def _to_that(self, at: int) -> int:
        """«said as he left that», «said when asked that»: only if *that* or marks follow."""
        for k in range(at + 1, min(self.limit, at + 14)):
            if self.words[k] == "that" or self.view.opens(k) is not None:
                return k
            if self.words[k] in ",:;":
                return k if self.words[k] == ":" else at
        return at
