"""Content that stands before its cue: «…», — сказал X; clause, сообщил X; «…, — сказал X. — …».

Source: sections 5 and 6 of the project's notes on Russian attribution (dash forms; the closing mark
before or behind the comma; one quotation split in two).
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.letters import CLOSING, OPENING, is_dash
from claims.extraction.languages.ru.lexicon import Form
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.subjects import Before, media_between
from claims.extraction.quotations import Quotation
from claims.extraction.report import Voice, Words
from claims.extraction.types import Construction

# What the verb of a clause may end with.
_VERB_ENDS = (
    "л", "ла", "ло", "ли", "лся", "лась", "лось", "лись", "ет", "ит", "ут", "ют", "ат", "ят", "тся",
    "но", "на", "ны", "ен", "ан", "ыт", "ыта", "ыты", "ть", "нет", "будет",
)  # fmt: skip


_OPENS = lex.CONJUNCTIONS | lex.RELATIVES


def mark_before(p: Progress, i: int) -> int | None:
    """Where content ends that stands before the cue at word i: at its comma, mark or dash."""
    while i - 1 > p.floor and p.words[i - 1] in lex.ADVERBS and not is_dash(p.doc, i - 1):
        i -= 1  # «…», — коротко ответил Ким
    at = i
    if at - 1 >= p.floor and is_dash(p.doc, at - 1):
        at -= 1
    if at - 1 >= p.floor and p.words[at - 1] in ",!?…":
        at -= 1
    if at < i:
        return at
    one = p.doc.around(at - 2) if at - 2 >= p.floor and p.words[at - 1] in CLOSING else None
    return at if one is not None and one.close == at - 1 and not one.is_name else None


def quotation_to(p: Progress, at: int) -> Quotation | None:
    """The quotation whose closing mark stands right before word ``at``."""
    if at - 1 < p.floor or p.words[at - 1] not in CLOSING:
        return None
    one = p.doc.around(at - 2)
    if one is None or one.close != at - 1 or one.open < p.floor:
        return None
    return one


def postposed(p: Progress, i: int, form: Form, frame: Frame, voices: list[Voice]) -> bool:
    """A report of what stands before the cue."""
    at = mark_before(p, i)
    if at is None:
        return False
    start = p.clause_floor()
    one = quotation_to(p, at)
    dash_behind = is_dash(p.doc, i - 1)
    if one is not None and (not one.is_name or (dash_behind and one.open == start)):
        one.is_name = False
        lead = p.words[start : one.open]
        if not any(word[0].isalnum() for word in lead) or lead[-1] == ":":
            return _report(p, i, form, frame, voices, Words(one.first, one.close), True)
    if at <= start or not any(w[0].isalnum() for w in p.words[start:at]):
        return False
    start = _lead_that(p, start)
    direct = p.words[start] in OPENING and dash_behind and start not in p.doc.quotation_at
    is_speech = (
        dash_behind and start > p.first and is_dash(p.doc, start - 1) and start - 1 == p.first
    )
    if not dash_behind and is_inserted(p, start, at, frame.read):
        at = p.content_end(frame.read, form.agreement, clausal=True)
        frame.read = at
    return _report(
        p, i, form, frame, voices, Words(start, at), direct or is_speech, speech=direct or is_speech
    )


def is_inserted(p: Progress, start: int, at: int, read: int) -> bool:
    """«Мост, сообщил Ким, закрыт»: what stands before the cue has no verb of its own."""
    words = p.words
    if read + 1 >= p.end or words[read] != ",":
        return False
    following = words[read + 1]
    if following in _OPENS or following in lex.FORMS or following == "что":
        return False
    return not any(
        word.endswith(_VERB_ENDS)
        for word in words[start:at]
        if word not in lex.NOUNS and word not in lex.ADVERBS
    )


def opens_with_about(p: Progress) -> bool:
    """Whether «о том, что» opens what is left of the sentence."""
    first = p.clause_floor()
    return p.words[first : first + 4] == ["о", "том", ",", "что"]


def about_that(p: Progress, i: int, form: Form, frame: Frame, voices: list[Voice]) -> bool:
    """«О том, что …, еще в апреле сообщало агентство»: the clause opens the sentence."""
    words, first = p.words, p.clause_floor()
    last = next((j for j in range(i - 1, first + 4, -1) if words[j] == ","), None)
    if last is None or frame.how in ("that", "colon", "quote") or voices[-1].mention is None:
        return False
    between = Before()
    media_between(p, last + 1, i, between)
    voices = [Voice(one) for one in between.recipients] + voices
    return _report(p, i, form, frame, voices, Words(first + 4, last), False)


def _lead_that(p: Progress, start: int) -> int:
    """«О том, что …, сообщало агентство»."""
    words = p.words
    if words[start] in ("о", "то") and "что" in words[start : start + 4]:
        return words.index("что", start) + 1
    return start


def _report(
    p: Progress,
    i: int,
    form: Form,
    frame: Frame,
    voices: list[Voice],
    content: Words,
    marks: bool,
    *,
    speech: bool = False,
) -> bool:
    p.add(
        content=content,
        voices=voices,
        construction=Construction.QUOTATION_BEFORE if marks else Construction.CLAUSE_BEFORE,
        cue=Words(i, i + 1),
        clause=content.first,
        sense=form.verb.sense if form.verb.sense != "call" else "say",
        colon=speech,
    )
    p.floor = max(frame.read, i + 1)
    return True


def interrupted(p: Progress, i: int) -> Quotation | None:
    """The quotation that the cue at word i interrupts: «A, — сказал X. — B»."""
    one = p.doc.around(i)
    if one is None or one.open < p.floor or i - 2 <= one.open:
        return None
    if not is_dash(p.doc, i - 1) or p.words[i - 2] not in ",!?…." + "".join(CLOSING):
        return None
    return one


def split(p: Progress, i: int, frame: Frame, voices: list[Voice], one: Quotation) -> None:
    """Both halves of an interrupted quotation."""
    at = frame.read
    while at < one.close and not is_dash(p.doc, at):
        at += 1
    first = Words(one.first, i - 1)
    for content in (first, Words(at + 1, one.close)):
        if content.end > content.first and any(
            w[0].isalnum() for w in p.words[slice(*content[:2])]
        ):
            p.add(
                content=content,
                voices=list(voices),
                construction=Construction.INTERRUPTED,
                cue=Words(i, i + 1),
                clause=one.open,
            )
    p.floor = one.end


def goes_on_behind(p: Progress, at: int, cue: Words, voices: list[Voice]) -> None:
    """«— A, — сказал X. — B.» and «A, — сказал X, — B» without marks, or behind them."""
    while at < p.end and p.words[at] in ".,":
        at += 1
    if at + 1 >= p.end or not is_dash(p.doc, at):
        return
    at += 1
    content = Words(at, p.end)
    if p.words[at] in lex.FORMS:
        return
    p.add(
        content=content,
        voices=[Voice(None, one.cue, one.agreement) for one in voices[-1:]],
        construction=Construction.INTERRUPTED,
        cue=cue,
        clause=at,
        colon=True,
        goes_on=True,
    )
    p.floor = p.end
