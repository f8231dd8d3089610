"""A source may be named in full before it speaks: in the lead, in a headline, in a narration."""

from claims.extraction.languages.en import lexicon as lex
from claims.extraction.languages.en.mentions import mention
from claims.extraction.languages.en.phrases import forward
from claims.extraction.languages.en.view import View, base
from claims.extraction.report import Mention

# How far back a fuller naming is looked for, and at how many places.
BACK, OFTEN = 1500, 3
TITLE_AT_MOST = 7
# «When Noor left», «Now Noor is back», «Asked Noor»: words that have their capital from the head.
_NO_NAMES = (
    lex.CONJUNCTIONS | lex.LEADS | lex.OPENERS | lex.ADVERBS | lex.PRONOUNS | lex.AUXILIARIES
) - {"may", "will"}


def earlier(view: View, named: Mention) -> Mention | None:
    """The first fuller mention of the same source before this one, whoever speaks there."""
    if named.pronoun or named.generic or named.indefinite or not named.names:
        return None
    first, end = named.words.first, named.words.end
    last = next(
        (i for i in range(end - 1, first - 1, -1) if base(view.words[i]) in named.names), None
    )
    if last is None or len(named.names) > 3:
        return None
    word = base(view.words[last])
    for form in (word, word + "'s", word + "’s"):
        for at in view.names(form, max(0, first - BACK), first, OFTEN):
            found = _around(view, at, named)
            if found is not None:
                return found
    return None


def _spelt_out(view: View, at: int, named: Mention) -> Mention | None:
    """«the River Commission (RC)» where «RC» speaks later."""
    start = at - 1
    while (
        start > 0
        and at - start < 9
        and (view.capitals[start - 1] or view.words[start - 1] in lex.LAYOUT.small)
    ):
        start -= 1
    while start < at - 1 and view.words[start] in lex.LAYOUT.small:
        start += 1
    if start >= at - 1:
        return None
    found = mention(view, start, at + 2)
    return found if named.names <= found.names else None


def _around(view: View, at: int, named: Mention) -> Mention | None:
    """The mention that holds the name at ``at``, if it names more."""
    words, capitals = view.words, view.capitals
    if not capitals[at]:
        return None
    start = at
    if at > 1 and words[at - 1] == "(" and words[at + 1 : at + 2] == [")"]:
        return _spelt_out(view, at, named)
    while start > 0 and at - start < TITLE_AT_MOST:
        before = words[start - 1]
        if (
            (
                capitals[start - 1]
                and before not in lex.DETERMINERS
                and before not in lex.PREPOSITIONS
                and before not in _NO_NAMES
            )
            or (before in ".-" and view.is_inside(start - 1))
            or ((before in lex.TITLES or before in lex.NOUNS) and not capitals[start - 1])
        ):
            start -= 1
        else:
            break
    end = at + 1
    if not words[at].endswith(("'s", "’s")):
        end = max(forward(view, start, min(len(words), at + 30)), at + 1)
    found = mention(view, start, end)
    if not named.names <= found.names:
        return None
    if len(found.names) > len(named.names) or (
        found.names == named.names
        and len(found.bag) > len(named.bag)
        and len(named.names) == 1
        and len(found.bag) > 1
    ):
        return found
    return None
