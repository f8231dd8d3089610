"""Attribution by an adjunct: по словам X, согласно X, как сообщил X; what it vouches for.

Source: sections 5 and 6 of the project's notes on Russian attribution: «по данным» needs a body,
«по словам» a person, «согласно закону» is a legal ground.
"""

from dataclasses import dataclass, field

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.inflection import ANY_CASE, DATIVE, GENITIVE, NOMINATIVE
from claims.extraction.languages.ru.letters import is_adjective, is_dash
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.objects import Frame
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.languages.ru.subjects import main_subject
from claims.extraction.report import ANYBODY, Agreement, Manner, Voice, Words
from claims.extraction.types import Construction, Modality

# Before an adjunct at the head of a sentence, as in «При этом, по словам Кима, …».
_REPORTING = frozenset(("say", "claim", "confirm", "deny", "name", "judge", "accuse"))
LIGHT_LEAD = 5
_PARTICIPLES = (
    "ший", "вший", "вшая", "вшие", "вшего", "вшей", "вших", "щий", "щая", "щие", "щего", "щей",
    "щих",
    "шийся", "шаяся", "шегося", "шейся", "щийся", "щегося",
)  # fmt: skip
_PASSIVE = ("нному", "нной", "нным", "нных", "нного")
_DESCRIBING = (*_PARTICIPLES, "мый", "мая", "мые", "нный", "нная", "нные")
# «со слов», «на взгляд», «с точки зрения», by their last word.
_VIEWS = {"слов": ("со",), "взгляд": ("на",), "зрения": ("с", "точки")}
VIEWS = frozenset(_VIEWS)
# Endings of people in the genitive plural: «по данным синоптиков».
_PEOPLE = ("ников", "телей", "истов", "логов", "иков", "ходцев", "чан", "ян")
_LEADS = (
    lex.ADVERBS
    | lex.CONJUNCTIONS
    | frozenset(
        lex.f(
            """при этом в кроме того частности том числе более между тем так что же свою
            очередь помимо с тому"""
        ).split()
    )
)


@dataclass(slots=True)
class Adjunct:
    """Words first … end - 1, with whoever vouches."""

    first: int
    end: int
    cue: Words
    voices: list[Voice] = field(default_factory=list)
    manner: Manner = Manner.NAMED


def according_at(p: Progress, i: int) -> Adjunct | None:
    """«по словам X», «по его данным», «по предварительным данным», «согласно X»."""
    words, doc = p.words, p.doc
    if words[i] == "согласно":
        return _in_accordance(p, i)
    if words[i + 1 : i + 2] == ["слухам"]:
        return Adjunct(i, i + 2, Words(i, i + 2), [], Manner.NOBODY)
    j, owner = i + 1, None
    while j < min(i + 5, p.end - 1) and words[j] not in lex.ACCORDING:
        if words[j] in lex.POSSESSIVES:
            owner = j
        elif words[j] not in lex.UNSAID and not is_adjective(words[j]):
            return None
        j += 1
    if j >= p.end or words[j] not in lex.ACCORDING:
        return None
    cue = Words(i, j + 1)
    if owner is not None:
        named = Voice(None, cue, lex.POSSESSIVES[words[owner]])
        return Adjunct(i, j + 1, Words(j, j + 1), [named], Manner.DROPPED)
    if words[j + 1 : j + 2] == ["от"]:
        j += 1  # «по информации от представителей завода»
    end = phrase(doc, j + 1, p.end, GENITIVE)
    if end == j + 1 and j + 1 < p.end and words[j + 1] not in ",:":
        end = phrase(doc, j + 1, p.end, ANY_CASE & ~NOMINATIVE)
    if end == j + 1:
        return _unowned(p, i, j)
    if words[j] in ("данным", "результатам", "прогнозу", "подсчетам") and not _vouches(
        p, j + 1, end
    ):
        return None
    whose = p.meant(mention(doc, j + 1, end, ANY_CASE & ~NOMINATIVE))
    return Adjunct(i, end, cue, [Voice(whose, cue)])


def viewed_at(p: Progress, i: int) -> Adjunct | None:
    """«со слов X», «на взгляд X», «с точки зрения X»: word i is the noun."""
    opens = _VIEWS.get(p.words[i], ())
    first = i - len(opens)
    if first < p.floor or tuple(p.words[first:i]) != opens:
        return None
    end = phrase(p.doc, i + 1, p.end, GENITIVE)
    if end == i + 1 or not can_speak(p.doc, i + 1, end):
        return None
    cue = Words(first, i + 1)
    return Adjunct(first, end, cue, [Voice(p.meant(mention(p.doc, i + 1, end, GENITIVE)), cue)])


def _vouches(p: Progress, first: int, end: int) -> bool:
    """«по данным полиции» but not «по данным таблицы» or «на 5 мая»."""
    return can_speak(p.doc, first, end) or p.words[first].endswith(_PEOPLE)


def _unowned(p: Progress, i: int, j: int) -> Adjunct | None:
    """«по предварительным данным»: somebody's, nobody tells whose."""
    if p.words[j] in lex.ACCORDING_PERSON or j == i + 1:
        return None
    if p.words[i + 1] in (
        "этим",
        "этой",
        "моим",
        "моему",
        "новым",
        "новой",
        "другим",
        "другой",
        "общим",
        "общей",
    ):
        return None
    return Adjunct(i, j + 1, Words(i, j + 1), [], Manner.NOBODY)


def _in_accordance(p: Progress, i: int) -> Adjunct | None:
    words = p.words
    if i + 1 >= p.end or words[i + 1][0].isdigit():
        return None
    end = phrase(p.doc, i + 1, p.end, DATIVE)
    if end == i + 1:
        return None
    heads = [w for w in words[i + 1 : end] if not is_adjective(w)]
    if heads and heads[0].startswith(lex.GROUNDS):
        return None
    return Adjunct(
        i, end, Words(i, i + 1), [Voice(mention(p.doc, i + 1, end, DATIVE), Words(i, i + 1))]
    )


def place(p: Progress, found: Adjunct, construction: Construction) -> None:
    """The report of what the adjunct vouches for: behind it, before it, or around it."""
    words = p.words
    start = p.clause_floor()
    if found.first > start and not _is_lead(p, start, found.first):
        _around_or_before(p, found, construction, start)
        return
    at = found.end
    is_about = (
        at + 2 < p.end and words[at + 1] in lex.PREPOSITIONS and words[at + 2] in lex.RELATIVES
    )
    if at + 1 < p.end and words[at] == "," and (is_about or _is_relative(words[at + 1])):
        at = next((j for j in range(at + 2, p.end) if words[j] == ","), at)
    if at < p.end and words[at] == ",":
        at += 1
    if at < p.end and words[at] == "то":
        at += 1
    if at >= p.end:
        _join(p, found)
        return
    if words[at] == "что":
        at += 1
    if (
        at in p.doc.quotation_at
        and p.doc.quotation_at[at].end >= p.end
        and not p.doc.quotation_at[at].is_name
    ):
        end = p.doc.quotation_at[at].end
    else:
        end = p.content_end(at, ANYBODY, clausal=True)
    if found.voices and _is_only_subject(p, at, end):
        p.floor, p.pending = at, found.voices
        return
    _add(p, found, construction, Words(at, end))
    p.floor = end


def _is_only_subject(p: Progress, at: int, end: int) -> bool:
    """«Как передаёт «Нева», Ким, занявший пост, заявил, что …»: what Kim said is passed on."""
    words = p.words
    if _reports_itself(p, at):
        return True
    if end + 1 >= p.end or words[end] != "," or words[end + 1] not in lex.FORMS:
        return False
    if lex.FORMS[words[end + 1]].tense is not lex.Tense.PAST:
        return False
    stop = phrase(p.doc, at, end, NOMINATIVE, apposition=False)
    if stop == at or stop + 1 >= end or words[stop] != "," or not can_speak(p.doc, at, stop):
        return False
    return words[stop + 1].endswith(_DESCRIBING)


def _reports_itself(p: Progress, at: int) -> bool:
    """«Как передаёт «Нева», Ким заявил, что …»: a subject with its own verb of saying."""
    words = p.words
    if words[at] in lex.POSSESSIVES or words[at] in lex.PRONOUNS:
        return False
    if lex.FORMS.keys().isdisjoint(words[at + 1 : at + 14]):
        return False
    i = phrase(p.doc, at, p.end, NOMINATIVE)
    if i == at or not can_speak(p.doc, at, i):
        return False
    while i < p.end and words[i] in lex.ADVERBS and words[i] != "не":
        i += 1
    form = lex.FORMS.get(words[i]) if i < p.end else None
    if form is None or form.verb.sense not in _REPORTING:
        return False
    if form.tense not in (lex.Tense.PAST, lex.Tense.PRESENT):
        return False
    return p.follow(i, form, has_subject=True).how in ("that", "colon", "quote", "object")


def _is_relative(word: str) -> bool:
    """«Кима, который …, »; «сотрудницы, попросившей …, »."""
    return word in lex.RELATIVES or (len(word) > 6 and word.endswith(_PARTICIPLES))


def _is_lead(p: Progress, start: int, first: int) -> bool:
    """«При этом», «Однако»: no clause of its own stands before."""
    if first - start > LIGHT_LEAD:
        return False
    return all(w in _LEADS or w == "," for w in p.words[start:first])


def _around_or_before(p: Progress, found: Adjunct, construction: Construction, start: int) -> None:
    words = p.words
    if words[found.first - 1] == "," and words[found.first - 2] in lex.RELATIVES:
        return  # «страницы, которые, по словам Кима, …»: the outlet's own clause
    last = found.first
    while last > start and (words[last - 1] == "," or is_dash(p.doc, last - 1)):
        last -= 1
    at_end = found.end >= p.end or words[found.end] in ".!?…;" or _is_described(p, found.end)
    if at_end:
        _add(p, found, construction, Words(start, last))
        p.floor = found.end
        return
    clause = _clause_start(p, start, last)
    end = p.content_end(found.end, ANYBODY, clausal=True)
    if clause > start:
        p.lead(clause)
    if clause == found.first and found.end < p.end and words[found.end] == ",":
        clause = found.end + 1  # «…: по его мнению, виновата она»
    elif (
        found.end < p.end
        and words[found.end] == ","
        and words[found.end + 1 : found.end + 2]
        and (words[found.end + 1] in ("а", "но", "однако", "хотя", "поэтому"))
    ):
        # «Мост, по словам Кима, а …»: what follows is another clause
        _add(p, found, construction, Words(clause, last))
        p.floor = found.end + 1
        return
    _add(p, found, construction, Words(clause, end))
    p.floor = end


def _is_described(p: Progress, at: int) -> bool:
    """«…, согласно докладу института, опубликованному в мае.»: all that is left says which."""
    words = p.words
    if at + 2 >= p.end or words[at] != "," or "," in words[at + 1 : p.end]:
        return False
    opens = words[at + 1]
    return _is_relative(opens) or (len(opens) > 6 and opens.endswith(_PASSIVE))


def _clause_start(p: Progress, start: int, last: int) -> int:
    """Behind the last «, однако», «, а», «;» before an insertion."""
    words = p.words
    at = last - 1
    while at > start:
        if words[at] in ";:" and at + 2 < last + 2:
            return at + 1
        if words[at] in ("однако", "а", "но", "зато") and words[at - 1] == ",":
            return at + 1
        at -= 1
    return start


def _add(p: Progress, found: Adjunct, construction: Construction, content: Words) -> None:
    if content.end <= content.first:
        return
    report = p.add(
        content=content,
        voices=found.voices or [Voice(None)],
        construction=Construction.HEARSAY if found.manner is Manner.NOBODY else construction,
        cue=found.cue,
        clause=min(found.first, content.first),
        manner=found.manner,
    )
    if found.manner is Manner.DROPPED and len(p.reports) == 1 and found.first > p.first:
        # «Ким, по его словам, …»; not «Бинты, по ее словам, …»
        report.candidates = [one for one in main_subject(p, found.first) if p.is_somebody(one)]


def _join(p: Progress, found: Adjunct) -> None:
    """Nothing is left that it could vouch for: the last report is passed on by it."""
    if p.reports and found.voices and found.voices[-1].mention is not None:
        p.reports[-1].voices[:0] = found.voices
    p.floor = found.end


def as_said(p: Progress, i: int, frame: Frame, voices: list[Voice], manner: Manner) -> None:
    """«как сообщил X, …»: word i is the verb, «как» stands before it."""
    first = i - 1
    while first > p.floor and p.words[first] != "как":
        first -= 1
    found = Adjunct(first, max(frame.read, i + 1), Words(i, i + 1), voices, manner)
    if (
        first > p.floor
        and p.words[first - 1] in ("а", "и")
        and first - 2 >= p.floor
        and p.words[first - 2] == ","
    ):
        found.first = first - 1
    place(p, found, Construction.ACCORDING_TO)


__all__ = ["Adjunct", "Agreement", "Modality", "according_at", "as_said", "place"]
