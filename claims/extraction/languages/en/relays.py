"""Whose words are passed on by whom: «told Orvela Press», «quoted X as saying», «citing X».

Source: the guideline of annotation, «chain»: a named medium or agency that received or passed on
the statement is a relayer, the press at large is none.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en import subjects
from claims.extraction.languages.en.following import Frame
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward, simple
from claims.extraction.languages.en.progress import Progress
from claims.extraction.languages.en.view import View, base
from claims.extraction.report import Manner, Mention, Voice, Words
from claims.extraction.types import Construction

_AS_SAYING = frozenset(("saying", "telling", "writing", "claiming", "arguing", "warning", "adding"))
_WITHIN = 30
# What stands whole behind its cue, so that an attribution behind it is another's.
_STRONG = frozenset((Construction.THAT_CLAUSE, Construction.CLAUSE, Construction.QUOTATION_AFTER))
_LEADING = frozenset(("speaking", "talking", "in", "during"))
# Who passes a statement on stands behind these: «in an interview with», «in a message carried by».
_PASSED_ON = frozenset(
    (first, second)
    for firsts, seconds in (
        ("interview", "with to on"),
        ("speaking talking comments remarks", "to with"),
        ("statement message email letter", "to"),
        ("carried broadcast aired published quoted cited relayed", "by on in"),
    )
    for first in firsts.split()
    for second in seconds.split()
)
_PRESS = frozenset(
    ("reporters", "journalists", "press", "media", "conference", "briefing", "release")
)


def is_medium(view: View, first: int, end: int) -> bool:
    """«Orvela Press», «Channel Seven», «the newspaper», «state television»; not «reporters»."""
    words = view.words
    if any(words[i] in _PRESS and not view.capitals[i] for i in range(first, end)):
        return False
    if any(_is_role(view, i) for i in range(first, end)):
        return False  # «the Courier's editor», «Orvela host Ilse Noor»
    for i in range(first, end):
        word = base(words[i])
        if word != words[i] and i + 1 < end and view.capitals[end - 1]:
            continue  # «Orvela's Ilse Noor»
        if word in view.outlets:
            return True
        if word in lex.NAMED_MEDIA and view.capitals[i]:
            return True
        if word in lex.MEDIA:
            if view.capitals[i] and (end - first > 1 or word in ("times", "post", "guardian")):
                return True
            if not view.capitals[i] and (i == end - 1 or view.capitals[i + 1]):
                return True
    return False


def _is_role(view: View, i: int) -> bool:
    noun = lex.NOUNS.get(view.words[i])
    return noun is not None and noun.kind is lex.NounClass.PERSON and not view.capitals[i]


def outlet(view: View, i: int, frame: Frame) -> Mention | None:
    """The medium that was told: «told Orvela Press», «in an interview with the Courier»."""
    words = view.words
    if frame.recipient is not None:
        first, end = frame.recipient.first, frame.recipient.end
        if is_medium(view, first, end) or (end == first + 1 and _is_code(view, first)):
            return mention(view, first, end)
    stop = frame.start if frame.how else frame.behind
    for k in range(i + 1, min(stop, i + _WITHIN)):
        if (words[k - 1], words[k]) in _PASSED_ON:
            end = simple(view, k + 1, stop)
            if end > k + 1 and is_medium(view, k + 1, end):
                return mention(view, k + 1, end)
    return None


def _is_code(view: View, i: int) -> bool:
    """«told OPX»: a name of capitals alone, and no body that is known by its initials."""
    if not view.capitals[i] or not 2 < len(view.words[i]) < 6 or view.words[i] in lex.INITIALS:
        return False
    span = view.doc.span(i, i + 1)
    return view.doc.text[span.start : span.end].isupper()


def relayed(at: Progress, i: int, subject: subjects.Subject) -> bool:
    """«X said T, Orvela Press reported»: the medium passes on what X said."""
    last = at.reports[-1] if at.reports else None
    if last is None or last.manner is Manner.NOBODY or not last.voices:
        return False
    if last.content.end not in (subject.clause - 1, subject.clause) or at.shows(last):
        return False
    is_strong = last.construction in _STRONG and not at.may_go_on(i + 1)
    if not (is_strong or is_medium(at.view, subject.first, subject.end)):
        return False
    voice = Voice(mention(at.view, subject.first, subject.end), Words(i, i + 1))
    last.voices = [voice, *last.voices]
    at.floor = max(at.floor, i + 1)
    return True


def lead_medium(at: Progress) -> Mention | None:
    """«Speaking to Orvela Press, Noor said», «In an interview with the Courier, …»."""
    words, first = at.words, at.first
    if words[first] not in _LEADING:
        return None
    stop = min(at.end, first + 12)
    for k in range(first, stop - 1):
        if words[k] == ",":
            break
        if (words[k - 1], words[k]) in _PASSED_ON:
            end = simple(at.view, k + 1, at.end)
            if end > k + 1 and is_medium(at.view, k + 1, end):
                return mention(at.view, k + 1, end)
    return None


def citing(at: Progress, i: int) -> None:
    """«R reported T, citing X»: X said it, and R passes it on."""
    end = forward(at.view, i + 1, at.end)
    if end == i + 1 or not at.reports:
        return
    last = at.reports[-1]
    if last.manner is Manner.NOBODY or not last.voices or i - last.content.end > 25:
        return
    named = mention(at.view, i + 1, end)
    speaker = last.voices[-1].mention
    if speaker is None or speaker.person or speaker.pronoun:
        return  # «he wrote, citing border security»: a reason
    if not _is_source(named):
        return
    last.voices = [*last.voices, Voice(named, Words(i, i + 1))]
    at.floor = max(at.floor, end)


def cited_first(at: Progress, subject: int) -> Mention | None:
    """«Citing two officials, R reported»: who is cited before the subject at that word."""
    if at.words[at.first] not in ("citing", "quoting"):
        return None
    end = forward(at.view, at.first + 1, subject)
    if end == at.first + 1 or end + 1 != subject or at.words[end] != ",":
        return None
    named = mention(at.view, at.first + 1, end)
    return named if _is_source(named) else None


def _is_source(named: Mention) -> bool:
    is_thing = named.agreement.gender == "n"
    return bool(named.person or named.names or is_thing or named.anonymous)


def _behind(
    at: Progress, i: int, subject: subjects.Subject | None, saying: int, *, is_passive: bool
) -> bool:
    """«"T", X was quoted as saying (by R)», «"T", R quoted X as saying»."""
    if subject is None:
        return False
    found = at.content_before(subject.clause)
    if found is None:
        return False
    content, construction = found
    voices = [Voice(mention(at.view, subject.first, subject.end), Words(i, i + 1))]
    end = forward(at.view, i + 1, saying)
    if not is_passive and end > i + 1:
        voices.append(Voice(mention(at.view, i + 1, end), Words(saying, saying + 2)))
    if at.words[saying + 2 : saying + 3] == ["by"]:
        end = forward(at.view, saying + 3, at.end)
        if end > saying + 3:
            voices.insert(0, Voice(mention(at.view, saying + 3, end)))
    at.add(construction, Words(i, i + 1), content, voices, Manner.NAMED, content.first)
    at.floor = max(at.floor, saying + 2)
    return True


def quoted(at: Progress, i: int) -> bool:
    """«R quoted X as saying T», «X was quoted as saying T (by R)»."""
    words = at.words
    start, skipped = at.verb_start(i)
    saying = next(
        (k for k in range(i + 1, min(at.end - 1, i + _WITHIN))
         if words[k] == "as" and words[k + 1] in _AS_SAYING), None,
    )  # fmt: skip
    if saying is None:
        return False
    subject = subjects.before(at.view, start, at.floor)
    said = Words(saying, saying + 2)
    frame = at.frame(saying + 1, lex.FORMS["say"]._replace(tense=lex.Tense.ING))
    if not frame.how:
        return _behind(at, i, subject, saying, is_passive=not lex.BE.isdisjoint(skipped))
    voices = list[Voice]()
    if lex.BE.isdisjoint(skipped) or words[i] == "quoting":
        end = forward(at.view, i + 1, saying)
        if subject is not None:
            voices.append(Voice(mention(at.view, subject.first, subject.end), Words(i, i + 1)))
        if end == i + 1:
            return False
        voices.append(Voice(mention(at.view, i + 1, end), said))
        cue = Words(i, i + 1)
    else:
        by = next((k for k in range(i + 1, frame.start) if words[k] == "by"), None)
        if by is not None:
            end = forward(at.view, by + 1, at.end)
            if end > by + 1:
                voices.append(Voice(mention(at.view, by + 1, end)))
        if subject is not None:
            voices.append(Voice(mention(at.view, subject.first, subject.end), Words(i, i + 1)))
        cue = Words(i, i + 1)
    if not voices:
        return False
    stop = at.end_of(frame.start)
    one = at.view.opens(frame.start)
    if (
        one is not None
        and one.end <= at.end
        and (one.end == at.end or words[one.end] in ",.;" or words[one.close - 1] in ".,")
    ):
        stop = one.end
    clause = subject.clause if subject is not None else i
    at.add(
        Construction.RELAYED, cue, Words(frame.start, stop), voices, Manner.NAMED, clause,
        because=said,
    )  # fmt: skip
    return True
