"""Content behind its cue: «X said (that) T», «X said: "T"», and a report inside another.

Source: the notes on English attribution, «X said T», «X said that T»; the guideline, «chain»
(nested reporting collapses).
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.lexicon import Form, Tense
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward, is_somebody
from claims.extraction.languages.en.progress import Progress
from claims.extraction.report import Manner, Mention, Report, Voice, Words
from claims.extraction.types import Construction, Modality

_HELD = lex.SETS["held"]
MODALITY = {
    "deny": Modality.DENIED,
    "describe": Modality.ASSERTED,
    "call": Modality.DESIRED,
    "expect": Modality.FUTURE,
    "pledge": Modality.FUTURE,
}
_OPENED_BY = {
    "that": Construction.THAT_CLAUSE,
    "clause": Construction.CLAUSE,
    "colon": Construction.COLON,
    "quote": Construction.QUOTATION_AFTER,
    "wh": Construction.QUESTION,
    "to": Construction.INFINITIVE,
    "ing": Construction.NOUN_OBJECT,
    "noun": Construction.NOUN_OBJECT,
    "accused": Construction.NOUN_OBJECT,
    "addressed": Construction.INFINITIVE,
    "part": Construction.EVALUATION,
}
# Frames that only a cue has: with them the subject may be anything.
CLEAR = frozenset(("that", "quote", "colon", "part", "accused", "addressed"))
_NESTING = frozenset(("say", "deny", "continue"))
# «said doctors had informed him that T» tells an event, and the outer speaker vouches for it.
_TOLD_AS_EVENTS = frozenset(("inform", "notify"))
BREAKS_BEHIND = frozenset(",;:.!?…–—")


def ahead(
    at: Progress,
    i: int,
    form: Form,
    clause: int,
    frame: Frame,
    voices: list[Voice],
    named: Mention | None,
    manner: Manner = Manner.NAMED,
    candidates: list[Mention] | None = None,
) -> Report | None:
    """«X said (that) T», «X said: "T"», «X urged Y to T»."""
    if clause > at.floor and not at.reports:
        at.lead(clause)
    at.is_relative = (
        named is not None and i > 0 and at.words[at.verb_start(i)[0] - 1] in lex.RELATIVES
    )
    at.is_parenthesis = clause > at.first and at.words[clause - 1] in "—–"
    inner = nested(at, frame, form, named) if frame.how in ("that", "clause") else None
    cue, start, because = cue_of(at, i, form), frame.start, frame.because
    construction = _OPENED_BY[frame.how]
    sense = form.verb.sense
    is_nested = inner is not None
    if inner is not None:
        inner_frame, voice, inner_form = inner
        voices = [*voices, voice]
        start, because, sense = inner_frame.start, inner_frame.because, inner_form.verb.sense
        cue, construction = voice.cue or cue, Construction.NESTED
        frame = inner_frame
    if (sense == "ask" and frame.how == "addressed") or (
        sense == "say" and frame.how == "addressed"
    ):
        sense = "call"
    at.is_noun = frame.how in ("noun", "part")
    end = _content_end(at, start, frame)
    at.is_noun = False
    modality = MODALITY.get(sense)
    if inner is None and form.verb.lemma in _HELD:
        modality = Modality.HEDGED
    if inner is None and form.verb.lemma == "expect":
        modality = Modality.FUTURE
    if because is not None and at.words[because.first] == "hope":
        modality = Modality.DESIRED  # «expressed hope that T»
    if sense == "pledge" and frame.how == "noun":
        modality = Modality.FUTURE
    report = at.add(
        construction, cue, Words(start, end), voices, manner, clause,
        modality=modality, colon=frame.how == "colon", goes_on=form.verb.sense == "continue",
        nested=is_nested, candidates=candidates, because=because,
    )  # fmt: skip
    one = at.view.opens(end + 1) if end + 1 < at.end and at.words[end] == ":" else None
    if report is not None and one is not None:
        # «said the bridge was shut: "T"»: both are said.
        at.add(
            Construction.COLON, cue, Words(one.open, min(one.end, at.end)), list(voices), manner,
            clause, because=Words(end, end + 1), candidates=candidates,
        )  # fmt: skip
    return report


def _content_end(at: Progress, start: int, frame: Frame) -> int:
    """Of a quotation its last mark, unless the clause goes on behind it."""
    one = at.view.opens(start)
    if one is not None and not one.closed:
        return at.end
    if one is None or one.end > at.end:
        return at.end_of(start)
    end = one.end
    is_held = frame.how == "that" and end < at.end and at.words[end - 2] == ","
    if is_held and at.words[end] in lex.AUXILIARIES:
        return at.end_of(start)  # «that "no one, whatever his name," would escape»
    if end >= at.end or at.words[end] in BREAKS_BEHIND or at.words[end - 2] in ".?!,":
        return end
    if frame.how in ("quote", "colon"):
        word = at.words[end]
        if word in ("and", "but"):
            if at.view.opens(end + 1) is None and not _that_again(at, end):
                return end
        elif word in _SETTING or (one.close - one.open > 6 and word in lex.PREPOSITIONS):
            return end
    return at.end_of(start)


# Behind a quotation these tell when and where it was said.
_SETTING = frozenset(["at", "on", "during", "after", "before", "as", "when", "while"])


def _that_again(at: Progress, end: int) -> bool:
    return at.words[end + 1 : end + 2] in (["that"], ["would"], ["will"], ["had"])


def nested(
    at: Progress, frame: Frame, form: Form, outer: Mention | None
) -> tuple[Frame, Voice, Form] | None:
    """«X said that Y had confirmed that T»: the content is Y's, and X passes it on."""
    words, start = at.words, frame.start
    if form.verb.sense not in ("say", "continue") or words[start] in lex.PRONOUNS:
        return None
    if words[start] in ("his", "her", "its", "their", "my", "our"):
        return None
    end = forward(at.view, start, at.end)
    if end == start or end >= at.end:
        return None
    i = end
    while (
        i < at.end
        and i < end + 4
        and (words[i] in ("had", "has", "have", ",") or words[i] in lex.ADVERBS)
    ):
        i += 1
    inner = lex.FORMS.get(words[i]) if i < at.end else None
    if inner is None or inner.tense is Tense.ING or inner.tense is Tense.BASE:
        return None
    if inner.verb.lemma in _TOLD_AS_EVENTS:
        return None
    if inner.verb.sense not in _NESTING or not is_somebody(at.view, start, end):
        return None
    found = at.frame(i, inner)
    if found.how not in ("that", "quote", "colon") and not (
        found.how == "clause" and ("any" in inner.verb.takes or inner.verb.lemma == "tell")
    ):
        return None
    named = mention(at.view, start, end)
    if named.pronoun or (outer is not None and named.names and named.names <= outer.names):
        return None
    return found, Voice(named, Words(i, i + 1)), inner


def cue_of(at: Progress, i: int, form: Form) -> Words:
    return Words(i, i + 2 if form.verb.particle else i + 1)
