"""Which marks hold a name, and quote nobody.

Source: the guideline of annotation: marks around names, nicknames, titles and operations do not
count as quotation.
"""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.view import View
from claims.extraction.quotations import Quotation

NAME_AT_MOST = 6


def mark_names(view: View) -> None:
    """A few words with capitals in marks, without a stop inside, are a name or a title."""
    words, capitals = view.words, view.capitals
    for one in view.doc.quotations:
        if not one.closed or one.close - one.first > NAME_AT_MOST or one.close == one.first:
            continue
        if words[one.close - 1] in ",.!?" and not _is_programme(view, one):
            continue
        inside = [i for i in range(one.first, one.close) if words[i][0].isalpha()]
        if not inside or not capitals[inside[0]]:
            continue
        capital = [
            capitals[i]
            or words[i] in lex.LAYOUT.small
            or words[i] in ("a", "to", "with", "on", "at")
            for i in inside
        ]
        if len(inside) == 1:
            before = words[one.open - 1] if one.open else ""
            one.is_name = (
                before not in (":", ",", "said", "called", "say", "") and capitals[inside[0]]
            )
        else:
            one.is_name = all(capital) and not (one.open and words[one.open - 1] in ",:")


def _is_programme(view: View, one: Quotation) -> bool:
    """«on Orvela's “Meet the Morning,” he left the door open»: the comma is the sentence's."""
    before = view.words[one.open - 1] if one.open else ""
    is_whole = one.close - one.first > 2 and view.words[one.close - 1] == ","
    return is_whole and before.endswith(("'s", "’s"))
