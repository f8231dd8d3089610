"""«According to X»: before the content, behind it, or beside another attribution.

Source: the notes on English attribution: content first 277, source first 80, other 32 of 389.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.behind import nested
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.lexicon import FORMS, RELATIVES
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward, is_somebody
from claims.extraction.languages.en.preceding import goes_on
from claims.extraction.languages.en.progress import BREAKS, Progress
from claims.extraction.report import Manner, Voice, Words
from claims.extraction.types import Construction

VIEWS = frozenset(("opinion", "view", "words", "judgment", "judgement", "estimation", "telling"))


def according(at: Progress, i: int) -> None:
    """The report of «according to X», or X as a relayer of the report beside it."""
    words = at.words
    if words[i] in VIEWS:
        _in_the_view(at, i)
        return
    if words[i] == "as":
        if words[i + 1 : i + 3] != ["reported", "by"]:
            return
        first = i + 3
    elif words[i] == "according":
        if words[i + 1 : i + 2] != ["to"]:
            return
        first = i + 2
    else:
        first = i + 1
    end = forward(at.view, first, at.end)
    if end == first:
        return
    if words[i] == "per" and not (
        i > at.first and words[i - 1] == "," and is_somebody(at.view, first, end)
    ):
        return
    cue = Words(i, first) if words[i] != "as" else Words(i + 1, i + 2)
    voice = Voice(mention(at.view, first, end), cue)
    start = at.clause_start(at.floor)
    last = at.reports[-1] if at.reports else None
    if last is not None and last.content.end in (i, i - 1) and last.manner is not Manner.NOBODY:
        # «X said T, according to Y»: Y passes it on.
        last.voices = [voice, *last.voices]
        at.floor = end
        return
    if i <= start:
        _ahead(at, cue, voice, i, end)
        return
    stop = i
    while stop > start and words[stop - 1] in BREAKS:
        stop -= 1
    at.add(Construction.ACCORDING_TO, cue, Words(start, stop), [voice], Manner.NAMED, start)
    at.floor = max(at.floor, end)
    if end + 3 < at.end and words[end] == "," and goes_on(at, end + 1):
        at.add(
            Construction.ACCORDING_TO, cue, Words(end + 1, at.end_of(end + 1)), [voice],
            Manner.NAMED, start,
        )  # fmt: skip


def _in_the_view(at: Progress, i: int) -> None:
    """«In the opinion of X, T», «In X's view, T», «T, in the words of X»."""
    words = at.words
    if words[i + 1 : i + 2] == ["of"] and words[i - 2 : i] == ["in", "the"]:
        start, first, end = i - 2, i + 2, forward(at.view, i + 2, at.end)
        named_end = end
    elif words[i + 1 : i + 2] == [","] and words[i - 1].endswith(("'s", "’s")):
        start = next(
            (k for k in range(i - 2, max(at.first, i - 9) - 1, -1) if words[k] == "in"), -1
        )
        first, named_end, end = start + 1, i, i + 1
    else:
        return
    if start < at.floor or first >= named_end or not is_somebody(at.view, first, named_end):
        return
    cue, voice = Words(start, i + 1), Voice(mention(at.view, first, named_end))
    if first <= i:
        cue = Words(i, i + 1)
    if start <= at.clause_start(at.floor) and words[end : end + 1] == [","]:
        _ahead(at, cue, voice, start, end)
    elif words[start - 1] == "," and end >= at.end and not at.reports:
        content = Words(at.clause_start(at.floor), start - 1)
        at.add(Construction.ACCORDING_TO, cue, content, [voice], Manner.NAMED, content.first)
        at.floor = max(at.floor, end)


def as_said(at: Progress, i: int) -> bool:
    """«As X said, T», «T, as X put it»: *as*, somebody, a verb of saying and a comma."""
    words = at.words
    end = forward(at.view, i + 1, at.end)
    if end == i + 1 or end >= at.end or words[i + 1] in ("of", "for", "a", "an"):
        return False
    form = lex.PHRASES.get((words[end], words[end + 1])) if end + 1 < at.end else None
    form = form or FORMS.get(words[end])
    if form is None or not is_somebody(at.view, i + 1, end):
        return False
    is_put = form.verb.lemma == "put" and form.verb.particle == "it"
    is_said = "post" in form.verb.takes and form.verb.sense in ("say", "continue")
    if not is_put and not is_said:
        return False
    stop = end + (2 if form.verb.particle else 1)
    cue, voice = Words(end, stop), Voice(mention(at.view, i + 1, end), Words(end, stop))
    start = at.clause_start(at.floor)
    if i <= start and words[stop : stop + 1] == [","]:
        _ahead(at, cue, voice, i, stop)
        return True
    if i > start and words[i - 1] == "," and stop >= at.end and not at.reports:
        at.add(Construction.ACCORDING_TO, cue, Words(start, i - 1), [voice], Manner.NAMED, start)
        at.floor = max(at.floor, stop)
        return True
    return False


def _ahead(at: Progress, cue: Words, voice: Voice, clause: int, end: int) -> None:
    """«According to X, T»; «According to R, X said T»."""
    words = at.words
    start = end
    while start < at.end and words[start] in BREAKS and at.view.opens(start) is None:
        start += 1
    if start < at.end and (words[start] in RELATIVES or start == end):
        comma = next((k for k in range(start, at.end - 2) if words[k] == ","), None)
        if comma is None:
            if words[start] in RELATIVES:
                return
            comma = start - 1
        start = comma + 1  # «according to the Courier, which first told of it, T»
    voices = [voice]
    if start < at.end and words[start] in ("citing", "quoting"):
        stop = forward(at.view, start + 1, at.end)
        if stop < at.end and words[stop] == ",":
            voices.append(Voice(mention(at.view, start + 1, stop), Words(start, start + 1)))
            cue, start = Words(start, start + 1), stop + 1
    if start >= at.end:
        return
    frame = Frame("that", start, start)
    inner = nested(at, frame, FORMS["said"], voice.mention)
    if inner is not None:
        found, origin, _ = inner
        one = at.view.opens(found.start)
        stop = one.end if one is not None and one.end == at.end else at.end_of(found.start)
        at.add(
            Construction.NESTED, origin.cue, Words(found.start, stop), [voice, origin],
            Manner.NAMED, clause, because=cue,
        )  # fmt: skip
        return
    at.add(
        Construction.ACCORDING_TO,
        cue,
        Words(start, at.end_of(start)),
        voices,
        Manner.NAMED,
        clause,
    )
