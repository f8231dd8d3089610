"""«Об этом сообщил X»: the sentence before, which looks like narration until then, is told by X.

Source: section 5 of the project's notes on Russian attribution.
"""

from dataclasses import dataclass

from claims.extraction.document import Document, Sentence
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.hearsay import _document
from claims.extraction.languages.ru.inflection import DATIVE, GENITIVE, NOMINATIVE
from claims.extraction.languages.ru.lexicon import Form, Tense, Verb
from claims.extraction.languages.ru.mentions import as_medium, mention
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.subjects import Before, before, media_between
from claims.extraction.report import Agreement, Voice, Words

_DONE = Verb("сделать", "back", frozenset())
# So many words of the sentence are searched for its cue.
WITHIN = 30
_BACK = lex.load("cues.toml")["back"]
# «С таким заявлением выступил X», «Такие данные привел X».
_SUCH = lex.fset(_BACK["such"])
_SAYINGS = lex.fset(_BACK["sayings"])
_DOES = lex.fset(_BACK["does"])
# What happened in the sentence before, if nothing behind the noun says what.
_WHAT_WAS = lex.fset(_BACK["what_was"])
_OWN_WORDS = "слова"
_OF_THEM = frozenset(("его", "ее", "их", _OWN_WORDS))
_PASSES = lex.fset(
    """передает передал передала передало передают приводит приводят привел привела привело цитирует
    цитируют процитировал процитировала процитировало"""
)
_ABOUT = frozenset(("об", "о"))


@dataclass(slots=True)
class Back:
    """Who told the sentence before, outermost first, and by which word."""

    voices: list[Voice]
    cue: Words
    behind: int  # what of the sentence is left to read
    passes_on: bool = False  # they relay what is said there, and say nothing of their own


def back_reference(doc: Document, sentence: Sentence) -> Back | None:
    """What a sentence says of the one before it, if it only tells who said that."""
    words, first, end = doc.words, sentence.first, min(sentence.end, sentence.first + WITHIN)
    at = _about(words, first, end)
    if at is None and words[first + 1 : first + 2] and _OF_THEM & {words[first], words[first + 1]}:
        return _whose_words(doc, sentence, first)
    if at is None:
        return _by_a_noun(doc, sentence, first, end)
    for i in range(first, end):
        form = lex.FORMS.get(words[i])
        is_finite = form is not None and form.tense in (Tense.PAST, Tense.PRESENT)
        if words[i] in lex.HEARSAY and lex.HEARSAY[words[i]] == "said":
            p = Progress(doc, first, sentence.end, [])
            source, read = _document(p, i)
            if source is None:
                return None
            passed_on = _passed_on(doc, sentence, read)
            return Back([*passed_on, Voice(source, Words(i, i + 1))], Words(i, i + 1), read)
        if is_finite and form is not None:
            return _told(doc, sentence, i, at)
    return None


def _whose_words(doc: Document, sentence: Sentence, first: int) -> Back | None:
    """«Его слова передает «Нева»», «Слова мэра приводит ТАСС», «Его цитирует ТАСС»."""
    words, end = doc.words, min(sentence.end, first + WITHIN)
    for i in range(first + 1, min(end - 1, first + 8)):
        if words[i] in (",", ":"):
            return None
        if words[i] not in _PASSES:
            continue
        has_words = _OWN_WORDS in words[first:i]
        if not has_words and (i > first + 1 or words[i] not in ("цитирует", "цитируют")):
            return None
        stop = phrase(doc, i + 1, sentence.end, NOMINATIVE, apposition=False)
        is_all = stop > i + 1 and words[stop : stop + 1] in ([], ["."], ["\n"])
        if not is_all or not can_speak(doc, i + 1, stop):
            return None
        cue = Words(i, i + 1)
        named = as_medium(doc, mention(doc, i + 1, stop))
        return Back([Voice(named, cue)], cue, stop, passes_on=True)
    return None


def _by_a_noun(doc: Document, sentence: Sentence, first: int, end: int) -> Back | None:
    words = doc.words
    start = first + 1 if words[first] in ("с", "к", "с") else first
    if (
        start >= end
        or words[start] not in _SUCH
        or _SAYINGS.isdisjoint(words[start + 1 : start + 4])
    ):
        return None
    for i in range(start + 2, min(end, start + 12)):
        if words[i] in (",", ":"):
            return None
        if words[i] in _DOES:
            form = Form(_DONE, Tense.PAST, agreement_of(words[i]))
            p = Progress(doc, sentence.first, sentence.end, [])
            frame = p.follow(i, form, has_subject=False)
            if frame.how or frame.subject is None:
                return None
            voices = _passed_on(doc, sentence, frame.read)
            voices += [Voice(one) for one in frame.recipients]
            voices.append(Voice(frame.subject, Words(i, i + 1), form.agreement))
            voices += [Voice(one) for one in frame.cites]
            return Back(voices, Words(i, i + 1), frame.read)
    return None


def agreement_of(word: str) -> Agreement:
    """What a past tense says of its subject."""
    bare = word.removesuffix("сь").removesuffix("ся")
    for ending, gender, number in (
        ("ла", "f", "s"),
        ("ло", "n", "s"),
        ("ли", "", "p"),
        ("л", "m", "s"),
    ):
        if bare.endswith(ending):
            return Agreement(gender, number)
    return Agreement("", "p" if bare.endswith(("ют", "ят")) else "s")


def _about(words: list[str], first: int, end: int) -> int | None:
    """Where «об этом» stands: at the head, or behind a subject and its verb."""
    near = words[first:end]
    if lex.BACK.isdisjoint(near) and (near[0] not in _ABOUT or _WHAT_WAS.isdisjoint(near[1:3])):
        return None
    for i in range(first, end - 1):
        if words[i] in ',;:«"' and i < first + 3:
            return None
        if words[i] in _ABOUT and (words[i + 1] in lex.BACK or _is_what_was(words, i + 1, end)):
            return i
        if words[i] in (",", ":"):
            return None
    return None


def _is_what_was(words: list[str], at: int, end: int) -> bool:
    """«О происшествии сообщили …», «О кадровом решении он объявил»; no genitive says which."""
    if words[at].endswith(("ом", "ем", "ой", "ей")) and words[at] not in _WHAT_WAS:
        at += 1
    if at + 1 >= end or words[at] not in _WHAT_WAS:
        return False
    word = words[at + 1]
    known = lex.NOUNS.get(word)
    is_told = known is not None and bool(known.cases & DATIVE) and not known.cases & GENITIVE
    return is_told or word in lex.FORMS or word in lex.PRONOUNS or word in lex.RECIPIENTS


def _told(doc: Document, sentence: Sentence, i: int, about: int) -> Back | None:
    words = doc.words
    form = lex.FORMS[words[i]]
    if "о" not in form.verb.takes and form.verb.sense not in ("say", "relay"):
        return None
    p = Progress(doc, sentence.first, sentence.end, [])
    frame = p.follow(max(i, about + 1) if about == i + 1 else i, form, has_subject=False)
    if frame.how in ("that", "colon", "quote"):
        return None
    subject, cites = frame.subject, frame.cites
    between = Before()
    behind = about + 2 + (words[about + 2] in _WHAT_WAS and words[about + 1] not in _WHAT_WAS)
    if about < i:
        media_between(p, behind, i, between)
    recipients = between.recipients + frame.recipients
    cites = between.cites + cites
    if subject is None:
        start = behind if about < i else sentence.first
        p.floor = start
        found = before(p, i, form.agreement)
        subject, recipients = found.subject, recipients + found.recipients
        cites = cites + found.cites
    if subject is None and not cites:
        return None
    cue = Words(i, i + 1)
    voices = [Voice(one) for one in recipients]
    if subject is not None:
        voices.append(Voice(subject, cue, form.agreement))
    voices += [Voice(one) for one in cites]
    return Back(_passed_on(doc, sentence, frame.read) + voices, cue, frame.read)


def _passed_on(doc: Document, sentence: Sentence, at: int) -> list[Voice]:
    """«Об этом сообщил X, передает «Нева»»."""
    words = doc.words
    if at + 2 >= sentence.end or words[at] != ",":
        return []
    if words[at + 1] == _OWN_WORDS or words[at + 2] == _OWN_WORDS:
        found = _whose_words(doc, sentence, at + 1)
        return found.voices if found is not None else []
    form = lex.FORMS.get(words[at + 1])
    if form is None or form.verb.sense not in ("say", "relay") or form.tense is not Tense.PRESENT:
        return []
    p = Progress(doc, sentence.first, sentence.end, [])
    frame = p.follow(at + 1, form, has_subject=False)
    if frame.how or frame.subject is None:
        return []
    return [Voice(frame.subject, Words(at + 1, at + 2), form.agreement)]
