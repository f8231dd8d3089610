"""Questions left unanswered: «لم يعلق فلان على …», «لم ترد الوزارة على طلب للتعليق»."""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.content import extent
from claims.extraction.languages.ar.declining import is_name_withheld
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.progress import Progress
from claims.extraction.languages.ar.subjects import before, behind_amma
from claims.extraction.languages.ar.word_classes import is_request
from claims.extraction.report import ANYBODY, Agreement, Manner, Report, Voice, Words
from claims.extraction.types import Construction, Kind, Modality


def unanswered(on: Progress, i: int) -> None:
    """«لم يعلق كورفان على …», «لم ترد الوزارة على طلب للتعليق»."""
    doc, words = on.doc, on.words
    at = i + 1
    if at >= on.end or words[i] not in ("لم", "ولم", "فلم") or words[at] not in lex.DECLINED:
        return
    cue, after = at, at + 1
    end = phrase(doc, after, on.end, prepositions=frozenset(("علي", "عن")))
    subject = None
    is_named = after < on.end and (words[after] in lex.NOUNS or words[after][0] not in "بل")
    if is_named and end > after and can_speak(doc, after, end):
        subject = mention(doc, after, end)
        after = end
    while after < on.end and words[after] in lex.ADJUNCTS and words[after] not in ("علي",):
        after += 1
    if words[cue] in lex.REPLIES and not _is_reply(on, after):
        return
    if after < on.end and words[after] in lex.ANONYMITY and is_name_withheld(doc, after):
        return  # «طبيب لم يشأ ذكر اسمه»
    clause = i
    if subject is None:
        form = lex.FORMS["علق"]
        if words[i] == "لم":
            subject, clause, _ = before(on, i, form)
        else:
            subject = behind_amma(on, i)
    extent_end = extent(doc, after, on.end, ANYBODY) if after < on.end else None
    content = on.trim(extent_end) if extent_end is not None else None
    if content is None:
        content = Words(cue, cue + 1)
    agreement = Agreement("f" if words[cue][0] == "ت" else "m", "s")
    if not on.reports:
        on.lead(on.first, clause)
    on.reports.append(
        Report(
            cue=Words(cue, cue + 1),
            content=content,
            manner=Manner.NAMED if subject else Manner.DROPPED,
            voices=[Voice(subject, Words(cue, cue + 1), agreement)],
            construction=Construction.NO_COMMENT,
            modality=Modality.DECLINED,
            kind=Kind.NO_COMMENT,
            clause=clause,
        )
    )
    if extent_end is not None:
        on.go_on(extent_end)


def _is_reply(on: Progress, after: int) -> bool:
    if after < on.end and (is_request(on.words[after]) or on.words[after] == "حتي"):
        return True
    if after >= on.end or on.words[after] not in lex.REPLIED_TO:
        return False
    following = on.words[after + 1 : after + 4]
    return any(word in lex.REQUESTS for word in following) or on.words[after] == "فورا"
