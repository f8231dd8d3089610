"""Subjects that stand before their verb: «المدير قال», «وكان المصرف أعلن», «أما الوزارة فقالت».

Source: section 3, point 12, of the project's notes on Arabic attribution; also where a dropped
subject is that of the clause before.
"""

from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import Form, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.progress import BREAKS, Progress
from claims.extraction.languages.ar.word_classes import COMMAS, is_definite, is_medium, is_recipient
from claims.extraction.report import Mention

_ABOUT = frozenset(prefix + word for word in ("عن", "حول", "بشان", "بخصوص") for prefix in ("", "و"))


def may_have_subject(on: Progress, i: int, form: Form) -> bool:
    """Whether a subject may stand before the verb: never behind «و» or a break."""
    if form.tense is not Tense.FINITE or form.joined or i <= on.floor:
        return False
    if on.words[i - 1] in COMMAS:
        # «وكان الناطق …، أعلن», «لكن فلانا، الذي يدير …، يجادل»
        return on.words[on.floor] in lex.WAS or on.words[on.floor] in lex.BUT
    return on.words[i - 1] not in BREAKS


def before(on: Progress, i: int, form: Form) -> tuple[Mention | None, int, bool]:
    """A subject before its verb: «المدير قال», «وكان المصرف أعلن», «التي قالت».

    Gives the mention, where the clause begins, and whether it hangs on another clause.
    """
    words = on.words
    if form.joined:
        return None, i, False
    before = words[i - 1] if i > on.floor else ""
    if before in lex.RELATIVES:
        return antecedent(on, i - 1), i - 1, True
    if before == "ان" and i > on.floor + 1 and words[i - 2] in lex.NOT_OPENED_BY:
        return None, i, False  # «بعد أن ألمح الوزير إلى»
    if before in ("ما", "مما", "بما"):
        return None, i - 1, True
    if before in ("كما", "ثم", "حين", "بينما", "فيما", "اذ", "حيث") or not before:
        return None, i, False
    if before in BREAKS and before not in COMMAS:
        return None, i, False
    for start in _clause_starts(on, i):
        at = start
        while at < i and (words[at] in lex.CLAUSE_OPENERS or words[at] in lex.WAS):
            at += 1
        if at < i and words[at][0] == "و" and words[at] not in lex.NOUNS and len(words[at]) > 3:
            bare = words[at][1:]
            if bare in lex.NOUNS or is_definite(bare):
                found = _reaches(on, at, i, form, bare)
                if found is not None:
                    return found, start, False
        if at < i:
            found = _reaches(on, at, i, form, None)
            if found is not None:
                return found, start, False
    return None, i, False


def _reaches(on: Progress, at: int, i: int, form: Form, first_word: str | None) -> Mention | None:
    """A phrase from ``at`` behind which only adjuncts stand before the verb."""
    doc, words = on.doc, on.words
    end = phrase(doc, at, i, first_word=first_word)
    if end == at:
        return None
    head = first_word or words[at]
    if not _can_precede(on, at, end, head):
        return None
    j = end
    while j < i:
        word = words[j]
        if word in lex.ADJUNCTS or word in COMMAS or word in ("قد", "-"):
            j += 1
        elif word in lex.ANONYMITY_VERBS or word in lex.RELATIVES or word in ("لم", "لا"):
            j = i if words[j - 1] not in COMMAS or words[i - 1] in COMMAS else j + i
        elif word in ("في", "من", "علي", "خلال"):
            j = max(phrase(doc, j + 1, i), j + 2)
        elif j == end and word.endswith(("ها", "ه")) and not is_definite(words[at]):
            return mention(doc, at, end, first_word=first_word)  # «مراجعة أجراها … وجدت أن»
        elif words[j - 1] in lex.ADJUNCTS and word not in lex.FORMS:
            j = max(phrase(doc, j, i), j + 1)
        else:
            return None
    if j != i:
        return None
    prefix = 1 if first_word is not None else 0
    named = mention(doc, at, end, first_word=first_word, prefix=prefix)
    gender = named.agreement.gender
    wanted = form.agreement.gender
    if gender and wanted and gender != wanted and named.head and named.agreement.number != "p":
        return None
    return named


def _can_precede(on: Progress, at: int, end: int, head: str) -> bool:
    """Whether a phrase can be the subject of a verb behind it."""
    doc, is_unknown = on.doc, head not in lex.NOUNS and head[0].isalpha()
    if head in lex.LEADS:
        return False
    if is_unknown and not lex.is_event(head):
        # «وكان المنجلي صرح»: a surname, or whatever stands between «كان» and its verb
        behind_was = at > on.floor and on.words[at - 1] in lex.WAS
        if behind_was or (is_definite(head) and is_surname(doc, at)):
            return True
    if not can_speak(doc, at, end, head):
        return False
    if not is_unknown or head in lex.COUNTS:
        return True
    # Of unknown words only a name in several words stands before its verb.
    return end - at >= 2 and (head[0] not in "وبل" or head in lex.FIRST_NAMES)


def _clause_starts(on: Progress, i: int) -> list[int]:
    """Where the clause of the verb may begin: behind the marks before it, nearest last."""
    starts = []
    low = max(on.floor, i - 30)
    for j in range(i - 1, low - 1, -1):
        if on.words[j] in BREAKS or on.words[j] in lex.BUT:
            starts.append(j + 1)
        elif j == on.floor:
            starts.append(j)
    if low == on.floor and (not starts or starts[-1] != on.floor):
        starts.append(on.floor)
    return starts[:4]


def antecedent(on: Progress, relative: int, *, strict: bool = False) -> Mention | None:
    """The phrase that ends right before a relative pronoun, or before a verb that describes an
    indefinite noun («تقارير ذكرت أن»): then only what is known to speak (``strict``)."""
    best: int | None = None
    for start in range(relative - 1, max(on.floor - 1, relative - 9), -1):
        if on.words[start] in BREAKS:
            break
        known = lex.NOUNS.get(on.words[start])
        if strict and (known is None or known.definite or _is_topic(on, start)):
            continue
        if known is None and not is_definite(on.words[start]):
            continue
        if phrase(on.doc, start, relative) == relative and can_speak(on.doc, start, relative):
            best = start
    return mention(on.doc, best, relative) if best is not None else None


def _is_topic(on: Progress, start: int) -> bool:
    """«وعن ملف الكهرباء أوضح أن»: what is spoken of does not speak."""
    return start == on.first + 1 and on.words[on.first] in _ABOUT


def behind_amma(on: Progress, i: int) -> Mention | None:
    """«أما الوزارة … فقالت», «أما الوزارة …، فلم تعلق»."""
    if on.words[on.floor] not in ("اما", "واما"):
        return None
    end = phrase(on.doc, on.floor + 1, i)
    if end == on.floor + 1 or not can_speak(on.doc, on.floor + 1, end):
        return None
    return mention(on.doc, on.floor + 1, end)


def main_subject(on: Progress, i: int) -> list[Mention]:
    """The subject of the clause's main verb, which itself reported nothing."""
    words, at = on.words, on.after_lead(i)
    while at < i and (
        words[at] in lex.CLAUSE_OPENERS or words[at] in lex.WAS or words[at] in COMMAS
    ):
        at += 1
    if at < i and words[at] in _ABOUT:
        return []
    for start in (at, at + 1):
        if start < i and words[start][0].isalnum() and words[start] not in lex.ADJUNCTS:
            found = lex.NOUNS.get(words[start])
            if found is None and start == at:
                continue
            end = phrase(on.doc, start, i, noun_object=True, any_object=True)
            if end > start and can_speak(on.doc, start, end) and found is not None:
                return [mention(on.doc, start, end)]
    return []


def denier(on: Progress, i: int) -> list[Mention]:
    """«، وهو ما ينفيه مصدر في الشرطة، مؤكدا أن»: whoever speaks in the clause right before."""
    words = on.words
    for k in range(i - 3, max(on.first, i - 14), -1):
        form = lex.FORMS.get(words[k])
        if form is None or form.tense is not Tense.FINITE or not form.pronoun:
            continue
        end = phrase(on.doc, k + 1, i)
        if end == i - 1 and words[end] in COMMAS and can_speak(on.doc, k + 1, end):
            return [mention(on.doc, k + 1, end)]
        return []
    return []


def lead_recipients(on: Progress, clause: int) -> list[Mention]:
    """«وفي تصريح لقناة س، قال …», «في مقابلة مع صحيفة س»: to whom, told before the verb."""
    first, words, doc = on.first, on.words, on.doc
    if on.reports or clause - first < 3 or words[first].lstrip("و") not in ("في", "خلال"):
        return []
    if not lex.is_venue(words[first + 1]):
        return []
    for j in range(first + 2, min(clause, first + 8)):
        word = words[j]
        if word in ("ل", "مع") and (name := doc.quotation_at.get(j + 1)):
            return [mention(doc, j + 1, name.end)] if name.first < name.close else []
        if is_recipient(word):
            bare = lex.without_prefix(word)
            if bare.removeprefix("ال") in lex.PRESS_AT_LARGE:
                return []
            end = phrase(doc, j, clause, first_word=bare)
            prefix = 2 if word.startswith("لل") else 1
            return [mention(doc, j, max(end, j + 1), first_word=bare, prefix=prefix)]
        if word == "مع" and is_medium(doc, j + 1):
            return [mention(doc, j + 1, max(phrase(doc, j + 1, clause), j + 2))]
        if word in COMMAS:
            break
    return []
