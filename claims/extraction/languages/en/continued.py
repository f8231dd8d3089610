"""What goes on with a subject that stands before: «X left and said T», «…, adding that T».

Source: the notes on English attribution, «adding that»; the guideline, «chain» (continuations).
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.behind import CLEAR, ahead, cue_of
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward, is_somebody
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.view import base
from claims.extraction.report import Manner, Mention, Voice
from claims.extraction.types import Construction

_BEFORE_PARTICIPLE = frozenset(
    ("and", "by", "before", "but", "only", "while", "as", "also", "after", "since", "despite")
)
_SAYING = frozenset(("say", "tell", "write", "add", "argue", "claim", "warn", "note", "insist"))
_NOBODY = frozenset(("nobody", "none", "no"))
# Words from *with* to the participle of whom it names.
WITH_WITHIN = 12
_JOINING = frozenset(("and", "but", "or", "then", ",", "nor"))


def coordinated(at: Progress, i: int, form: Form, start: int) -> None:
    """«X rejected the plan and said T»: the subject of the clause before."""
    words = at.words
    before = words[start - 1] if start > at.first else ""
    if before not in _JOINING or form.tense is Tense.ING:
        return
    frame = at.follows(i, form)
    if "heard" in form.verb.takes:
        return
    if frame is None or (frame.how == "noun" and form.verb.lemma in lex.NOUNS_TOO):
        return
    if form.tense is Tense.PRESENT and form.verb.lemma in lex.CUE_NOUNS and frame.how != "that":
        return
    candidates = list[Mention]()
    if form.tense is Tense.BASE:
        main = at.main_subject()
        if main is None or main.agreement.number != "p" or start < i:
            return
    if not at.reports:
        main = at.main_subject()
        if main is None or main.words.end > i:
            return
        if before == "," and main.words.end >= start - 1:
            return  # «Noor, asked whether …, left»
        if frame.how not in CLEAR and not is_somebody(at.view, main.words.first, main.words.end):
            return
        candidates.append(main)
    voices = [Voice(None, cue_of(at, i, form))]
    ahead(at, i, form, start, frame, voices, None, Manner.DROPPED, candidates)


def _accompanied(at: Progress, i: int, form: Form, frame: Frame) -> bool:
    """«…, with Ilse Noor calling it "T"»: the naming between *with* and the participle."""
    words = at.words
    k = next((k for k in range(i - 1, max(at.floor, i - WITH_WITHIN) - 1, -1)
              if words[k] == "with"), None)  # fmt: skip
    if k is None or k + 1 >= i or (k > at.first and words[k - 1] not in ",—–"):
        return False
    if words[k + 1] in _NOBODY or forward(at.view, k + 1, i) != i:
        return False
    if not is_somebody(at.view, k + 1, i):
        return False
    named = mention(at.view, k + 1, i)
    voices = [Voice(named, cue_of(at, i, form))]
    return ahead(at, i, form, k, frame, voices, named) is not None


def participle(at: Progress, i: int, form: Form) -> None:
    """«…, adding that T»: goes on with the claim before, or with the clause's own subject."""
    words = at.words
    before = words[i - 1] if i > at.first else ""
    frame = at.follows(i, form)
    if frame is None or (i == at.first and frame.how != "that"):
        return
    is_apart = (
        not before
        or before in ",—–)"
        or at.view.closing(i) is not None
        or before in _BEFORE_PARTICIPLE
    )
    if form.verb.lemma in _SAYING and frame.how in ("quote", "that", "colon"):
        is_apart = True
    if not is_apart and _accompanied(at, i, form, frame):
        return
    is_paper = base(before) in lex.VENUES or before in lex.NOUNS
    if not is_apart and not (is_paper and frame.how in ("that", "quote", "colon", "clause")):
        return
    if frame.how == "noun" and not (
        before == "," and (form.verb.sense in ("deny", "call") or "worth" in form.verb.takes)
    ):
        return
    candidates = list[Mention]()
    if not at.reports:
        main = at.main_subject()
        if main is None or (main.words.end > i and before):
            return
        candidates.append(main)
    voices = [Voice(None, cue_of(at, i, form))]
    if form.verb.sense == "continue" and not at.reports:
        candidates = candidates[:1]
    report = ahead(at, i, form, i, frame, voices, None, Manner.CONTINUED, candidates)
    if report is not None and report.construction is not Construction.NESTED:
        report.construction = Construction.PARTICIPLE
