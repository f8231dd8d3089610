"""Reports in reports: «قال المتحدث إن الوزير أكد أن …» is the minister's claim.

Source: section 2 of the project's notes on Arabic attribution (relayers).
"""

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.frames import Frame
from claims.extraction.languages.ar.lexicon import Form, NounClass, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.naming import AT_MOST
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.verbs import follow
from claims.extraction.report import Mention

# Of these a speaker tells what another one stated, so that the inner one counts.
_NESTING = frozenset(("say", "deny", "show", "continue", "accuse", "describe", "call"))
_NESTED = frozenset(
    word
    for word, form in lex.FORMS.items()
    if form.tense is Tense.FINITE
    and not (form.joined or form.pronoun)
    and form.verb.sense in _NESTING
)
# A nested verb stands so many words behind its subject's first, at most: an apposition included.
NESTED_WITHIN = 3 * AT_MOST


def nested_report(doc: Document, start: int, limit: int) -> tuple[int, Frame, Mention, Form] | None:
    """«قال المتحدث إن الوزير أكد أن …»: the inner speaker's own claim."""
    words = doc.words
    if start >= limit or (start in doc.quotation_at and doc.quotation_at[start].closed):
        return None
    if _NESTED.isdisjoint(words[start + 1 : min(start + NESTED_WITHIN, limit)]):
        return None  # most content: told apart before a phrase is read
    end = phrase(doc, start, limit)
    if end == start or end >= limit or not can_speak(doc, start, end):
        return None
    if words[start][-1] in "هم" and words[start] not in lex.NOUNS:
        owner = lex.NOUNS.get(words[start][:-1])
        if owner is None or owner.kind is not NounClass.PERSON:
            return None  # «إن بلاده تدعو»: the speaker's own side; not «إن موكله نفى»
    subject_end = end
    if words[end] in lex.WAS and end + 1 < limit:
        end += 1  # «إن الوزير كان يكرر أن»
    if words[end] not in _NESTED:
        return None
    form = lex.FORMS[words[end]]
    frame = follow(doc, end, form, limit, has_subject=True)
    if frame is None or frame.subject:
        return None
    is_clear = frame.how in ("that", "colon", "quote") or form.verb.past in lex.DECLARING
    if not is_clear and form.verb.sense == "say":
        return None
    return end, frame, mention(doc, start, subject_end), form
