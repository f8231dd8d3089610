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
from claims.extraction.report import Manner, Report, Voice, Words
from claims.extraction.types import Construction

_INNER = Shape.CLAUSE_ACC | Shape.WISH_ACC


def collapse(doc: Document, report: Report) -> None:
    """Make the inner speaker the origin, where the content is a statement of somebody named."""
    first, end = report.content.first, report.content.end
    inner = lex.SIMPLE.get(doc.words[end - 1])
    if inner is None or inner[0].form is not Form.RELATIVE or "clause" not in inner[1].takes:
        return
    if end - 2 <= first or not shape(doc.words[end - 2]) & _INNER:
        return
    for i in range(first, min(end - 2, first + AT_MOST)):
        if shape(doc.words[i]) & CLAUSE:
            return
        if case_of(doc, i) is Case.GENITIVE:
            named = mention(doc, first, i + 1)
            if not named.names and not named.person and not named.head:
                return
            cue = Words(end - 1, end)
            report.voices = [*report.voices, Voice(named, cue)]
            report.manner = Manner.NAMED
            report.cue, report.content = cue, Words(i + 1, end - 1)
            report.construction, report.nested = Construction.NESTED, True
            return
