"""Passing on another's words: «نقلت س عن ص قوله إن …», also through several, «نُقل عن ص قوله».

Source: section 2 of the project's notes on Arabic attribution (forms of relaying).
"""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.between import WINDOW
from claims.extraction.languages.ar.following import Following
from claims.extraction.languages.ar.frames import Frame, opens
from claims.extraction.languages.ar.lexicon import Form, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.word_classes import COMMAS, is_name_in_marks

# What stands before whoever said it: «نقل عن», «نسب إلى», «علم من», «علم لدى».
_ORIGIN = {"نسب": frozenset(("الي",)), "علم": frozenset(("من", "لدي"))}
_FROM = frozenset(("عن",))
_TO_THEM = frozenset(("اليه", "اليها", "اليهم", "اليهما"))
_FROM_THEM = frozenset(("عنه", "عنها", "عنهم", "عنهما"))


def relay(doc: Document, i: int, form: Form, limit: int) -> Frame | None:
    """«نقلت س عن ص قوله إن …», also through several, and «نُقل عن ص قوله»."""
    words = doc.words
    limit = min(limit, i + WINDOW)
    origin = _ORIGIN.get(form.verb.past, _FROM)
    frame = Frame(-1, "")
    j = i + 1
    them = _TO_THEM if form.verb.past == "نسب" else _FROM_THEM
    if (them | origin).isdisjoint(words[j:limit]):
        return None
    if j < limit and words[j] in them:
        frame.origin_is_clitic = True
        j += 1
    is_said = j < limit and words[j] in lex.FORMS and lex.FORMS[words[j]].tense is Tense.NOUN
    if j < limit and words[j] not in origin and not is_said:
        end = phrase(doc, j, limit, prepositions=origin)
        if end == j or not can_speak(doc, j, end):
            return None
        frame.subject = mention(doc, j, end)
        j = end
    while j < limit and words[j] not in origin and not frame.origin_is_clitic:
        # «نقلت الوكالة أمس عن», «نقلت الصحيفة، اليوم، عن»
        if words[j] in lex.THAT or words[j] in lex.FORMS or words[j] in ".:؛":
            return None
        j += 1
    while j + 1 < limit and words[j] in origin:
        end = phrase(doc, j + 1, limit, prepositions=origin)
        if end == j + 1:
            return None
        if not can_speak(doc, j + 1, end) and not is_surname(doc, j + 1):
            return None
        frame.cites.append(mention(doc, j + 1, end))
        j = end
    if not frame.cites and not frame.origin_is_clitic:
        return None
    return _relayed_content(doc, i, j, limit, frame, form)


def _relayed_content(
    doc: Document, i: int, j: int, limit: int, frame: Frame, form: Form
) -> Frame | None:
    words = doc.words
    in_clause = False
    while j < limit:
        word = words[j]
        cue = lex.FORMS.get(word)
        if cue is not None and cue.tense is Tense.NOUN and not in_clause:
            frame.cue = j
            frame.denies = cue.verb.sense == "deny"
            inner = Form(cue.verb, Tense.NOUN, cue.agreement)
            followed = Following(doc, j, inner, limit).run()
            if followed is None:
                return None
            frame.content, frame.how = followed.content, followed.how
            return frame
        if word in lex.THAT_HEADS and opens(doc, j, form.verb):
            frame.content, frame.how = j + 1, "that"
            return frame
        if word == "القول":
            frame.cue = j  # «نسبت إلى مصدر القول إن»
        if word == ":":
            frame.content, frame.how = j + 1, "colon"
            return frame
        if j in doc.quotation_at and not is_name_in_marks(doc, j):
            frame.content, frame.how = j, "quote"
            return frame
        if word in ".؛":
            return None
        in_clause = (in_clause or word in lex.RELATIVES) and word not in COMMAS
        j += 1
    return None
