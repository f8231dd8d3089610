"""A statement told in a statement: «Sözcü, Ak'ın köprünün kapandığını söylediğini aktardı».

Source: the guideline of annotation: nested reporting collapses to the inner speaker, where the
inner verb reports what somebody else stated.
"""

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.lexicon import Case, Form
from claims.extraction.languages.tr.mentions import mention
from claims.extraction.languages.tr.morphology import CLAUSE, Shape, shape
from claims.extraction.languages.tr.phrases import AT_MOST, case_of
from claims.extraction.languages.tr.relays import Group, owner_before
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction

# «Ak, kararın siyasi olduğunu düşündüğünü söyledi»: what somebody thinks is no statement told.
_THINKS = frozenset(("think", "believe", "expect", "learned"))
_INNER = Shape.CLAUSE_ACC | Shape.WISH_ACC


def collapse(doc: Document, report: Report) -> None:
    """Make the inner speaker the origin, where the content is a statement of somebody named."""
    first, end = report.content.first, report.content.end
    inner = lex.SIMPLE.get(doc.words[end - 1])
    if inner is None or inner[0].form is not Form.RELATIVE:
        return
    quotation = _quotation_before(doc, first, end - 1)
    if quotation is not None:
        owner = owner_before(doc, first, quotation[0])
        if owner is not None:
            _to_inner(doc, report, owner, Words(*quotation))
        return
    if "clause" not in inner[1].takes or inner[1].senses & _THINKS:
        return
    if end - 2 <= first or not shape(doc.words[end - 2]) & _INNER:
        return
    for i in range(first, min(end - 2, first + AT_MOST)):
        if shape(doc.words[i]) & CLAUSE:
            return
        if case_of(doc, i) is Case.GENITIVE:
            _to_inner(doc, report, (first, i + 1), Words(i + 1, end - 1))
            return


def _quotation_before(doc: Document, first: int, end: int) -> tuple[int, int] | None:
    """«Ak'ın "…" dediğini»: the quotation right before the inner verb."""
    around = doc.around(end - 1)
    if around is None or around.end != end or around.open < first or around.is_name:
        return None
    return around.open, around.end


def _to_inner(doc: Document, report: Report, owner: Group, content: Words) -> None:
    named = mention(doc, *owner)
    if not named.names and not named.person and not named.head:
        return
    cue = Words(report.content.end - 1, report.content.end)
    report.voices = [*report.voices, Voice(named, cue)]
    report.manner = Manner.NAMED
    report.cue, report.content = cue, content
    report.construction, report.nested = Construction.NESTED, True
