"""Whose words are passed on: X цитирует Y, X приводит слова Y.

Source: section 5 of the project's notes on Russian attribution (chains).
"""

from claims.extraction.languages.ru import lexicon as lex
from claims.extraction.languages.ru.beside import pronoun
from claims.extraction.languages.ru.inflection import ANY_CASE, GENITIVE, NOMINATIVE
from claims.extraction.languages.ru.letters import cases, is_adjective
from claims.extraction.languages.ru.lexicon import Kind
from claims.extraction.languages.ru.mentions import mention
from claims.extraction.languages.ru.phrases import phrase
from claims.extraction.languages.ru.progress import Progress
from claims.extraction.report import Mention

_VERBS = frozenset(("цитировать", "процитировать", "приводить", "привести"))
_WORDS = frozenset(("слова", "высказывание", "заявление", "комментарий", "мнение"))
_OBLIQUE = ANY_CASE & ~NOMINATIVE


def quotes_somebody(p: Progress, i: int, lemma: str) -> bool:
    """«цитирует Кима», «приводит слова Кима», «передает его слова»."""
    if lemma in ("передать", "передавать"):
        return not _WORDS.isdisjoint(p.words[i + 1 : i + 5])
    return lemma in _VERBS


def cited(p: Progress, i: int) -> tuple[Mention | None, Mention | None, int]:
    """Who cites and who is cited by the verb at word i, and where that ends."""
    groups: list[Mention] = []
    whose: Mention | None = None  # behind «слова»
    at = i + 1
    while at < p.end and len(groups) < 2:
        word = p.words[at]
        if word in _WORDS:
            at += 1
            continue
        if word in lex.POSSESSIVES and not groups:
            groups.append(pronoun(at, lex.POSSESSIVES[word]))
            at += 1
            continue
        end = phrase(p.doc, at, p.end, ANY_CASE, apposition=True)
        end = _shortened(p, at, end)
        if end == at:
            break
        known = lex.NOUNS.get(word)
        is_citing = known is not None and known.kind is Kind.MEDIUM and known.cases & NOMINATIVE
        groups.append(mention(p.doc, at, end, NOMINATIVE if is_citing else _OBLIQUE))
        if p.words[at - 1] in _WORDS and not groups[0].pronoun:
            whose = groups[-1]
        at = end
    if len(groups) < 2:
        one = groups[0] if groups else None
        return (one, None, at) if one is not None and _is_medium(p, one) else (None, one, at)
    first, second = groups
    if whose is second:
        return first, second, at  # «приводит пресс-служба слова Кима»
    return (first, second, at) if _is_medium(p, first) else (second, first, at)


def _shortened(p: Progress, at: int, end: int) -> int:
    """Cited and citing stand side by side: «Мальдини клубный сайт», «ТАСС слова Кима»."""
    if at in p.doc.quotation_at:
        return min(end, p.doc.quotation_at[at].end)
    if end > at + 1 and _is_medium_at(p, at) and not cases(p.doc, at + 1) & GENITIVE:
        return at + 1  # «цитирует издание мать солдата»
    for j in range(at + 1, end):
        is_latin = p.words[j].isascii() and p.words[j].isalpha() and not p.words[at].isascii()
        if is_latin and not _is_medium_at(p, j - 1):
            return j  # «цитирует Кима BNews»
        known = lex.NOUNS.get(p.words[j])
        is_medium = known is not None and known.kind is Kind.MEDIUM
        if p.words[j] in _WORDS:
            return j
        if is_medium and all(is_adjective(w) for w in p.words[at:j]):
            return end
        if (
            is_medium
            and known is not None
            and known.cases & NOMINATIVE
            and not _is_medium_at(p, at)
        ):
            while j - 1 > at and p.words[j - 1].endswith(("ый", "ий", "ая", "ое")):
                j -= 1
            return j
        if j in p.doc.quotation_at and not _is_medium_at(p, j - 1) and not _is_medium_at(p, at):
            return j
    return end


def _is_medium_at(p: Progress, at: int) -> bool:
    known = lex.NOUNS.get(p.words[at])
    return known is not None and known.kind is Kind.MEDIUM


def _is_medium(p: Progress, one: Mention) -> bool:
    first, end = one.words.first, one.words.end
    return any(_is_medium_at(p, j) for j in range(first, end)) or first in p.doc.quotation_at
