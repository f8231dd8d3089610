"""A speaker who stands behind the cue: «belirten Ak», «"…" dedi Ak».

Source: section 1 of the project's notes on Turkish attribution (a participle and the source
behind it; content, cue, source).
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.cues import Cue, cue_at, triggers
from claims.extraction.languages.tr.groups import group_at, next_comma
from claims.extraction.languages.tr.leads import after_connectives, lead
from claims.extraction.languages.tr.lexicon import Form
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.morphology import suffix_length
from claims.extraction.languages.tr.phrases import (
    AT_MOST,
    COMMAS,
    group_before,
    is_owned,
    is_participle,
)
from claims.extraction.languages.tr.relays import Group
from claims.extraction.report import Mention


def behind_participle(doc: Document, cue: Cue, limit: int) -> Group | None:
    """«belirten Vali Ak, …»: the noun group behind the participle."""
    start = cue.end
    if start < limit and doc.words[start] == "bir" and _is_paper(doc, start, limit):
        return None  # «haberleri yalanlayan bir açıklama yayımladı»
    for i in range(start, min(start + 16, limit)):
        if doc.words[i] in COMMAS:
            first = group_before(doc, start, i)
            if first == start:
                return start, i
            break
    end = group_at(doc, start, limit)
    if end is None:
        return _in_any_case(doc, start, limit)
    if end < limit and is_owned(doc, end):
        return None  # «anlatan gazete yazılarına»
    return start, end


def _is_paper(doc: Document, start: int, limit: int) -> bool:
    """Whether the noun group here is a document: whoever made it says what it holds."""
    end = group_at(doc, start, limit)
    known = lex.NOUNS.get(doc.words[end - 1]) if end is not None else None
    return known is not None and known.kind == "document"


def _in_any_case(doc: Document, start: int, limit: int) -> Group | None:
    """«söyleyen Ak'ı onayladı»: a name that the sentence needs in another case."""
    i = start
    while i < limit and doc.is_capital(i) and i - start < AT_MOST:
        if suffix_length(doc.words[i]):
            return start, i + 1
        i += 1
    return None


def behind_verb(doc: Document, cue: Cue, limit: int) -> Group | None:
    """«… dedi Ak.»: a name behind the last verb of the sentence."""
    if cue.end >= limit or not doc.is_capital(cue.end):
        return None
    end = group_at(doc, cue.end, limit)
    return (cue.end, end) if end is not None and _is_left(doc, end, limit) else None


def _is_left(doc: Document, end: int, limit: int) -> bool:
    """Nothing stands behind it, or a quotation that was interrupted goes on."""
    if end == limit:
        return True
    return doc.words[end] in COMMAS and end + 1 in doc.quotation_at


def topic(doc: Document, first: int, end: int) -> Mention | None:
    """Of whom a sentence without a report tells: «52 yaşındaki Ali Ak, tartışmadan habersiz.»
    The next one without a subject goes on with it, as long as it is a person with a name."""
    first = after_connectives(doc, first, end)
    comma = next_comma(doc, first, end)
    if comma is None or comma - first > AT_MOST or comma + 2 > end:
        return None
    start = group_before(doc, first, comma)
    if start is None or (start > first and not is_participle(doc, start - 1)):
        return None
    named = mention(doc, start, comma)
    if not doc.is_capital(comma - 1) or doc.words[comma - 1] in lex.PLACES or not named.names:
        return None
    is_full = doc.is_capital(comma - 2) and not named.head
    return named if (named.person or is_full) and named.agreement.number != "p" else None


def silent_subject(doc: Document, first: int, end: int) -> Mention | None:
    """Who is said to speak in a sentence that does not tell what («Bakan açıklama yaptı»)."""
    for i in reversed(triggers(doc, first, end)):
        cue = cue_at(doc, i, first)
        if cue is None or cue.saying.form is not Form.FINITE or cue.end < end:
            continue
        if "diye" in cue.verb.takes:
            group = lead(doc, first, cue.first, quoted=True).source
            return mention(doc, *group) if group is not None else None
    return None
