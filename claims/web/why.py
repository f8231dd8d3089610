"""Why a claim is one: the rule that found it, in words, and the words that it went by."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from claims.extraction.types import Construction

# What each rule looks for. Words of the article are shown beside, so none are given as examples.
RULES: dict[Construction, str | Promise] = {
    Construction.THAT_CLAUSE: _("A verb of saying, and a clause that a word like “that” opens."),
    Construction.CLAUSE: _("A verb of saying, and a clause behind it that nothing opens."),
    Construction.NOMINAL_CLAUSE: _("A clause in the shape of a noun, and a verb of saying."),
    Construction.NOUN_OBJECT: _("A verb of saying, and a noun that stands for what happened."),
    Construction.PREPOSITION: _("A verb of saying, and what it speaks of behind a preposition."),
    Construction.INFINITIVE: _("A verb of saying, and what is to be done."),
    Construction.QUESTION: _("A verb of asking, and the question."),
    Construction.EVALUATION: _("A verb that calls something by quoted words."),
    Construction.QUOTATION_AFTER: _("A verb of saying, and a quotation behind it."),
    Construction.QUOTATION_BEFORE: _("A quotation, and a verb of saying behind it."),
    Construction.QUOTATION_ALONE: _("A quotation by itself: whoever spoke before goes on."),
    Construction.COLON: _("A verb of saying, and a colon."),
    Construction.TRANSCRIPT: _("A name and a colon at the head of a line."),
    Construction.CLAUSE_BEFORE: _("A clause, and a verb of saying with its subject behind it."),
    Construction.INTERRUPTED: _("A clause that a verb of saying with its subject interrupts."),
    Construction.ACCORDING_TO: _("An adjunct that names a source, like “according to”."),
    Construction.CUE_NOUN: _("A noun of saying with its owner, and what is said."),
    Construction.PARTICIPLE: _("A participle that goes on with what somebody was saying."),
    Construction.RELAYED: _("Somebody quotes somebody else."),
    Construction.NESTED: _("A report inside another report."),
    Construction.BACK_REFERENCE: _("A sentence that says who said the one before it."),
    Construction.HEARSAY: _("Words of hearsay, which name nobody."),
    Construction.NO_COMMENT: _("Words by which somebody declines to say anything."),
    Construction.NARRATION: _("No rule found anybody who says it, so the outlet does."),
}


def rule_of(construction: str | None) -> str:
    """The rule in words; nothing for claims from before it was kept."""
    try:
        return str(RULES[Construction(construction or "")])
    except ValueError:
        return ""
