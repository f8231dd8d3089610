"""Forms of cues that say nothing where they stand: other words of the same letters, habits.

Source: section 3, point 5, of the project's notes on Arabic attribution.
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.declining import is_name_withheld
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.lexicon import Form, NounClass
from claims.extraction.languages.ar.progress import Progress
from claims.extraction.languages.ar.word_classes import COMMAS

_PREPOSITIONS = frozenset(("في", "من", "علي", "الي", "عن", "مع", "بين", "بعد", "قبل", "منذ"))
_BEFORE_A_VERB = frozenset(("قد", "وقد", "كما", "وكما", "فيما", "بينما", "حيث", "كذلك", "،"))
_ON_IT = frozenset(("عليه", "عليها"))


def is_no_cue(on: Progress, i: int, form: Form) -> bool:
    """Whether what stands around a form of a cue makes it another word or no saying."""
    word, before = on.words[i], on.words[i - 1] if i > on.first else ""
    following = on.words[i + 1] if i + 1 < on.end else ""
    return (
        (not form.joined and before in _PREPOSITIONS)  # «على طلب», «في رد»: a noun
        or following.startswith("عشر")  # «اثني عشر»
        or (form.verb.past == "كتب" and following in _ON_IT)  # «لافتات كتب عليها»
        or (form.pronoun and lex.is_event(word))  # «خشيتهم من»: a noun
        # «طلب عدم ذكر اسمه»
        or (word in lex.ANONYMITY_VERBS and is_name_withheld(on.doc, i))
        # «في بيان نشر على الموقع إن»: a clause about the venue
        or (not form.joined and i > on.floor and _is_of_a_venue(before))
    )


def is_unclear(on: Progress, i: int, frame: Frame) -> bool:
    """Forms that are more often another word, and habits, ask for more."""
    word, before = on.words[i], on.words[i - 1] if i > on.first else ""
    following = on.words[i + 1] if i + 1 < on.end else ""
    is_clear = frame.how in ("that", "colon", "quote", "bare")
    is_adjunct = word in lex.AFTER_COMMA and before in COMMAS
    if word in lex.ONLY_CLEAR and not is_clear and not is_adjunct:
        return True
    if word in lex.ONLY_FIRST and following not in lex.THAT_HEADS:
        # but «وقد عبر الأهالي عن»: behind what only a verb may follow
        return i != on.first and before not in _BEFORE_A_VERB
    return _is_habit(on, i) and frame.how == "noun"  # «عادة ما يعلن مسؤوليته»


def _is_habit(on: Progress, i: int) -> bool:
    return i > on.first + 1 and on.words[i - 1] == "ما" and on.words[i - 2] in lex.HABITS


def _is_of_a_venue(before: str) -> bool:
    known = lex.NOUNS.get(before)
    is_paper = known is not None and known.kind is NounClass.DOCUMENT and not known.definite
    return is_paper and lex.is_venue(before)
