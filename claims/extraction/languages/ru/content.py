"""Where reported content ends: at the sentence's end, or where somebody speaks again.

Source: section 5 of the project's notes on Russian attribution (content ends at a gerund, at «, но
добавил», at the comma before a postposed cue).
"""

from claims.extraction.document import Document
from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.following import Following
from claims.extraction.languages.ru.inflection import NOMINATIVE
from claims.extraction.languages.ru.letters import capital
from claims.extraction.languages.ru.lexicon import Form, Tense
from claims.extraction.languages.ru.phrases import can_speak, phrase
from claims.extraction.report import Agreement

_JOINS = frozenset(("и", "а", "но", "однако", "затем", "зато"))
_TURNS = frozenset(("а", "но", "однако", "зато"))
# Between a comma and the verb that takes the word again: «, при этом также добавив».
_LIGHT = lex.ADVERBS | frozenset(("при", "этом", "в", "свою", "очередь", "частности", "заодно"))
_RELAYING = frozenset(("say", "relay", "claim"))
# Words from a comma to the cue of another speaker.
CLAUSE_WITHIN = 16
# «, и поменяла»: a comma before «и» and a past tense closes the clause behind «что».
# «…, и намерена подать жалобу»
_INTENDS = {
    "намерен": Agreement("m", "s"), "намерена": Agreement("f", "s"), "намерены": Agreement("", "p"),
    "собирается": Agreement("", "s"), "собираются": Agreement("", "p"),
    "планирует": Agreement("", "s"), "планируют": Agreement("", "p"),
}  # fmt: skip
_PAST_ENDS = {"ла": ("f", "s"), "ло": ("n", "s"), "ли": ("", "p"), "л": ("m", "s")}


def extent(
    doc: Document, start: int, limit: int, triggers: list[int], said: Agreement, *, clausal: bool
) -> int:
    """The end of content that begins at ``start``: before a comma, a stop or a conjunction."""
    words = doc.words
    end = limit
    for i in triggers:
        if i <= start or i >= limit:
            continue
        around = doc.around(i)
        if (
            around is not None
            and not around.is_name
            and around.open >= start - 1
            and around.end > i
        ):
            continue
        cut = _cut(doc, start, i, limit, said, clausal)
        if cut is not None and cut > start:
            end = cut
            break
    if said.number:
        end = _before_act(doc, start, end, said)
    return _trim(words, start, end)


def _trim(words: list[str], start: int, end: int) -> int:
    while end > start and words[end - 1] in ",;:.!?…—–-":
        end -= 1
    return end


def _before_act(doc: Document, start: int, end: int, said: Agreement) -> int:
    """«думала, что …, и поменяла»: what the speaker does next is no content."""
    for at in doc.places("и", start + 2, end - 1, 12):
        if doc.words[at - 1] != "," or doc.around(at) is not None:
            continue
        word = doc.words[at + 1]
        if word in lex.NOUNS or capital(doc, at + 1) or len(word) < 5:
            continue
        if word in _INTENDS:
            return at - 1 if said.fits(_INTENDS[word]) else end
        for ending, (gender, number) in _PAST_ENDS.items():
            if word.removesuffix("ся").removesuffix("сь").endswith(ending):
                if said.fits(Agreement(gender, number)):
                    return at - 1
                break
    return end


def _cut(
    doc: Document, start: int, i: int, limit: int, said: Agreement, clausal: bool
) -> int | None:
    """Where the content ends if the word at i is a cue of somebody else, or of the same again."""
    words = doc.words
    form = lex.FORMS.get(words[i])
    if form is None:
        return _without_a_verb(doc, start, i)
    if form.tense is Tense.PARTICIPLE:
        return None
    at = i
    while at > start and words[at - 1] in _LIGHT and words[at - 1] not in _JOINS:
        at -= 1
    before = words[at - 1]
    if form.tense is Tense.GERUND:
        return at - 1 if before == "," else None
    if before in ",—–" or (before == "как" and words[at - 2] == ","):
        return _passed_on(doc, start, at, i, form)
    if before in _JOINS:
        return _joined(words, start, at, form, said, clausal)
    return _another(doc, start, i, limit, form, clausal)


def _without_a_verb(doc: Document, start: int, i: int) -> int | None:
    """«…, но отказался комментировать», «…, говорится в сообщении», «…, по ее словам, …»."""
    words = doc.words
    if words[i] == "не":
        return _untold(doc, start, i)
    if words[i] in lex.DECLINE_VERBS:
        if words[i].endswith("шись") and words[i - 1] == ",":
            return i - 1  # «…, отказавшись назвать сумму»
        return i - 2 if words[i - 1] in _JOINS and words[i - 2] == "," else None
    if words[i] in lex.HEARSAY and words[i - 1] == "," and lex.HEARSAY[words[i]] == "said":
        return i - 1
    return _adjunct(doc, start, i)


def _untold(doc: Document, start: int, i: int) -> int | None:
    """«…, однако имен не назвал»: what the speaker keeps back."""
    words = doc.words
    for at in range(i - 1, max(start, i - 5), -1):
        if words[at] == ",":
            told = not _TURNS.isdisjoint(words[at + 1 : at + 3])
            verb = words[i + 1] if i + 1 < len(words) else ""
            is_kept_back = told and verb in lex.FORMS and set(words[at:i]) & lex.DETAILS
            return at if is_kept_back else None
    return None


def _passed_on(doc: Document, start: int, at: int, i: int, form: Form) -> int | None:
    """«…, передает «Нева»», «…, как сообщил Ким»: whoever passes it on stands behind."""
    if form.verb.sense not in _RELAYING:
        return None
    if doc.words[at - 1] == "как":
        return at - 2 if at - 2 > start else None
    return _comma(doc.words, start, at - 1) if _has_no_object(doc, i) else None


def _joined(
    words: list[str], start: int, at: int, form: Form, said: Agreement, clausal: bool
) -> int | None:
    """«…, но признал»: the same speaker goes on, behind «и» alone where no clause was open."""
    has_comma = at - 2 > start and words[at - 2] == ","
    if form.tense is Tense.SHORT or not said.fits(form.agreement):
        return None
    if has_comma:
        return at - 2
    return None if clausal else at - 1


def _another(
    doc: Document, start: int, i: int, limit: int, form: Form, clausal: bool
) -> int | None:
    """«…, однако Ким назвал это выдумкой»: another speaker with a verb of their own."""
    words = doc.words
    for at in range(i - 1, max(start, i - CLAUSE_WITHIN), -1):
        if words[at] not in ",;":
            continue
        turns = words[at + 1] in _TURNS
        if not turns and clausal and words[at] != ";":
            return None
        first = at + 2 if turns else at + 1
        end = phrase(doc, first, i, NOMINATIVE)
        if end == first or not can_speak(doc, first, end):
            return None
        if any(word not in _LIGHT for word in words[end:i]):
            return None
        frame = Following(doc, i, form, limit, True).run()
        return at if frame.how and (turns or frame.how != "question") else None
    return None


def _adjunct(doc: Document, start: int, i: int) -> int | None:
    """«…, однако денег, по ее словам, она не видела»: a clause that somebody else vouches for."""
    words = doc.words
    if words[i] != "по" or not (lex.ACCORDING & set(words[i + 1 : i + 4])):
        return None
    for at in range(i - 1, max(start, i - 6), -1):
        if words[at] in _TURNS and words[at - 1] == ",":
            return at - 1
        if words[at] == ";":
            return at
    return None


def _comma(words: list[str], start: int, at: int) -> int:
    while at > start and words[at - 1] in ",—–":
        at -= 1
    return at


def _has_no_object(doc: Document, i: int) -> bool:
    words = doc.words
    following = words[i + 1] if i + 1 < len(words) else ""
    opens = following == "," and i + 2 < len(words) and words[i + 2] == "что"
    return not opens and following not in ("о", "об")
