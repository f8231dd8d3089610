"""Where the content of an attribution adjunct stands: before it, behind it, or in a claim it joins.

Source: section 3, point 13, of the project's notes on Arabic attribution.
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import Extent, extent, starts_with
from claims.extraction.languages.ar.evidentials import Evidential, joins
from claims.extraction.languages.ar.lexicon import Tense
from claims.extraction.languages.ar.progress import NARRATION_AT_LEAST, Progress
from claims.extraction.languages.ar.verbs import follow
from claims.extraction.languages.ar.word_classes import COMMAS
from claims.extraction.report import ANYBODY, Manner, Report, Voice, Words
from claims.extraction.types import Construction

# What opens content behind an adjunct, and words from the adjunct to it, at most.
_OPENERS = frozenset(word for word in lex.THAT if word.startswith("فان")) | {"فقد"}
OPENER_WITHIN = 16


def place(on: Progress, i: int, found: Evidential) -> int | None:
    """Report what the adjunct at word i vouches for, or add its sources to the claim before it.

    Where it opens a sentence whose own verb of saying follows, gives the place of that verb: the
    adjunct's sources then pass on what the verb reports.
    """
    last = on.reports[-1] if on.reports else None
    is_first = _is_head(on, i)
    if last is not None and not is_first and on.returned is None and last.content.end <= i:
        stack(last, found)
        on.floor = max(on.floor, found.end)
        return None
    if is_first:
        return _forward(on, i, found)
    _backward(on, i, found)
    return None


def _is_head(on: Progress, i: int) -> bool:
    """Whether nothing but small words stands before it in its sentence."""
    return i - on.first <= 1 and all(
        word in lex.CLAUSE_OPENERS or word in COMMAS for word in on.words[on.first : i]
    )


def stack(last: Report, found: Evidential) -> None:
    """«…، بحسب ما نقلت س»: who passed the claim before it on; «على حد قولها» adds nothing."""
    if found.is_clitic or not found.speakers:
        return
    links = [Voice(one, Words(found.cue, found.cue + 1)) for one in found.speakers]
    if last.manner is Manner.NOBODY:
        last.voices, last.manner = links, Manner.NAMED
        return
    last.voices = links + last.voices


def voices(on: Progress, found: Evidential) -> list[Voice]:
    cue = _evidential_cue(on, found)
    if not found.speakers:
        return [Voice(None, cue)]
    return [Voice(one, cue) for one in found.speakers]


def _evidential_cue(on: Progress, found: Evidential) -> Words:
    """The verb of «ما ذكره», else the preposition, without «و»."""
    at = found.second_cue if found.second_cue is not None else found.cue
    return Words(at, at + 1, 1 if joins(on.words[at]) else 0)


def _forward(on: Progress, i: int, found: Evidential) -> int | None:
    """«وبحسب الوزارة، فإن …»: the content follows, or else a verb with a chain of its own."""
    words, start = on.words, found.end
    opener = _opener(on, start)
    if opener is not None:
        start = opener
    elif start < on.end and _opens_clause(words[start]):
        # «وبحسب وثيقة اطلعت عليها …، طُلب»: a clause about the source
        comma = next((j for j in range(start, on.end) if words[j] in COMMAS), start)
        start = comma
    while start < on.end and words[start] in COMMAS:
        start += 1
    if start < on.end and words[start] in lex.FORMS and words[start] not in lex.NOUNS:
        form = lex.FORMS[words[start]]
        if form.tense is Tense.FINITE and follow(on.doc, start, form, on.end):
            on.floor = start  # «وبحسب الوكالة، قال فلان إن»
            return start
    while start < on.end and (words[start] in lex.THAT or words[start] == "فقد"):
        start += 1
    extent_ = extent(on.doc, start, on.end, ANYBODY)
    content = on.trim(extent_)
    if content is None:
        return None
    manner = Manner.DROPPED if not found.speakers else Manner.NAMED
    cue = _evidential_cue(on, found)
    on.reports.append(
        Report(cue, content, manner, voices(on, found), Construction.ACCORDING_TO, clause=i)
    )
    on.go_on(extent_)
    return None


def _opens_clause(word: str) -> bool:
    """«وبحسب وثيقة اطلعت عليها …، طُلب», «وبحسب استطلاع أجرته س، يتوقع»."""
    return word in lex.ADJUNCTS or (len(word) > 4 and word.endswith(lex.SHOWN_BY))


def _opener(on: Progress, start: int) -> int | None:
    """«ووفقا لإحصائية صادرة عن الوزارة فإن …»: where «فإن» or «فقد» opens what is said."""
    for j in range(start, min(start + OPENER_WITHIN, on.end)):
        word = on.words[j]
        if word in _OPENERS:
            return j
        if not word[0].isalnum() and word not in COMMAS and word not in "-–—()":
            return None
        form = lex.FORMS.get(word)
        if form is not None and form.tense is Tense.FINITE and on.words[j - 1] not in lex.RELATIVES:
            return None
    return None


def _backward(on: Progress, i: int, found: Evidential) -> None:
    """«…، حسب ما أكده مسؤول»: the clause before it is the content."""
    first = on.returned if on.returned is not None else on.floor
    while first < i and (
        on.words[first] in COMMAS or starts_with(on.words, first, lex.CONNECTIVES)
    ):
        step = starts_with(on.words, first, lex.CONNECTIVES)
        first += step or 1
    extent_ = _both_sides(on, first, found) or Extent(first, i, found.end)
    content = on.trim(extent_)
    if content is None or content.end - content.first < NARRATION_AT_LEAST:
        return
    manner = Manner.DROPPED if not found.speakers else Manner.NAMED
    cue = _evidential_cue(on, found)
    on.reports.append(
        Report(cue, content, manner, voices(on, found), Construction.ACCORDING_TO, clause=first)
    )
    on.floor, on.returned = extent_.next, None


def _both_sides(on: Progress, first: int, found: Evidential) -> Extent | None:
    """«ومن شأن ذلك، وفق خبراء، أن يفتح …»: an adjunct between the parts of one clause."""
    at = found.end
    if at + 2 >= on.end or on.words[at] not in COMMAS or on.words[at + 1] not in lex.THAT_HEADS:
        return None
    behind = extent(on.doc, at + 2, on.end, ANYBODY)
    return Extent(first, behind.end, behind.next, behind.returns)
