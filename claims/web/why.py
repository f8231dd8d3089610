"""Why a claim is one: the rule that found it, in words, and the words that it went by."""

from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from claims.amending.precision import UNREAD
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


# Where a language is not read, whoever says it was not looked for.
_UNREAD = _("A quotation by itself; who says it was not looked for in this language.")

# The same by name, for tables and drawings.
NAMES: dict[Construction, str | Promise] = {
    Construction.THAT_CLAUSE: pgettext_lazy("construction", "That-clause"),
    Construction.CLAUSE: pgettext_lazy("construction", "Clause"),
    Construction.NOMINAL_CLAUSE: pgettext_lazy("construction", "Nominal clause"),
    Construction.NOUN_OBJECT: pgettext_lazy("construction", "Noun"),
    Construction.PREPOSITION: pgettext_lazy("construction", "Preposition"),
    Construction.INFINITIVE: pgettext_lazy("construction", "Infinitive"),
    Construction.QUESTION: pgettext_lazy("construction", "Question"),
    Construction.EVALUATION: pgettext_lazy("construction", "Evaluation"),
    Construction.QUOTATION_AFTER: pgettext_lazy("construction", "Quotation behind"),
    Construction.QUOTATION_BEFORE: pgettext_lazy("construction", "Quotation before"),
    Construction.QUOTATION_ALONE: pgettext_lazy("construction", "Quotation alone"),
    Construction.COLON: pgettext_lazy("construction", "Colon"),
    Construction.TRANSCRIPT: pgettext_lazy("construction", "Transcript"),
    Construction.CLAUSE_BEFORE: pgettext_lazy("construction", "Clause before"),
    Construction.INTERRUPTED: pgettext_lazy("construction", "Interrupted clause"),
    Construction.ACCORDING_TO: pgettext_lazy("construction", "According to"),
    Construction.CUE_NOUN: pgettext_lazy("construction", "Noun of saying"),
    Construction.PARTICIPLE: pgettext_lazy("construction", "Participle"),
    Construction.RELAYED: pgettext_lazy("construction", "Relayed"),
    Construction.NESTED: pgettext_lazy("construction", "Nested"),
    Construction.BACK_REFERENCE: pgettext_lazy("construction", "Back reference"),
    Construction.HEARSAY: pgettext_lazy("construction", "Hearsay"),
    Construction.NO_COMMENT: pgettext_lazy("construction", "No comment"),
    Construction.NARRATION: pgettext_lazy("construction", "Narration"),
}


def rule_of(construction: str | None, *, is_read: bool = True) -> str:
    """The rule in words; nothing for claims from before it was kept."""
    rule = _known(construction)
    if rule is Construction.QUOTATION_ALONE and not is_read:
        return str(_UNREAD)
    return str(RULES[rule]) if rule else ""


def name_of(construction: str | None) -> str:
    """The rule by name; of quotations in languages that are not read, that they are those."""
    if construction == UNREAD:
        return gettext("Language not read")
    rule = _known(construction)
    return str(NAMES[rule]) if rule else ""


def _known(construction: str | None) -> Construction | None:
    try:
        return Construction(construction or "")
    except ValueError:
        return None
