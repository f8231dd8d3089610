"""What an Arabic word can be, by its form and by the lists: definite, an adjective, a name.

Source: section 3 of the project's notes on Arabic attribution; the endings after the grammars.
"""

from functools import lru_cache

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass

NAME_AT_MOST = 6  # words between marks that are taken for a name
PERSONAL_NAMES = 4  # words of a person's name
COMMAS = frozenset("،,")
NISBA = ("ي", "ية", "يه", "يين", "يون", "يتين", "يان", "يات")


def is_definite(word: str) -> bool:
    return len(word) > 3 and (word.startswith(("ال", "لل")))


@lru_cache(maxsize=lex.KNOWN)
def is_adjective(word: str) -> bool:
    """By the ending or the list; bare names of people end so too, seldom with «ال»."""
    if word in lex.ADJECTIVES or (len(word) > 4 and word.endswith(NISBA)):
        return True
    # «الأزرق», «الأكبر»: colours and degrees.
    return len(word) == 6 and word.startswith("الا") and word not in lex.NOUNS


def is_name_in_marks(doc: Document, at: int) -> bool:
    """Whether the marks opening at a word hold a name rather than somebody's words."""
    quotation = doc.quotation_at.get(at)
    if quotation is None or not quotation.closed or quotation.close - at > NAME_AT_MOST:
        return False
    return not any(word in lex.FORMS or word in lex.THAT for word in _inner(doc, at))


def is_said_in_marks(doc: Document, at: int) -> bool:
    """«أكد «ضرورة» وقف القتال»: the marks hold what is said, a noun that stands for an event."""
    quotation = doc.quotation_at.get(at)
    if quotation is None or quotation.is_name:
        return False
    word = doc.words[quotation.first]
    return lex.is_event(word) or (word.startswith("ال") and lex.is_event(word[2:]))


def _inner(doc: Document, at: int) -> list[str]:
    quotation = doc.quotation_at[at]
    return doc.words[quotation.first : quotation.close]


def is_first_name(word: str, *, before_surname: bool = False) -> bool:
    """Whether a word can be somebody's first name, going by what it is not.

    Before a surname with the article («فتحي الطوخي») an ending in ي is no adjective's.
    """
    if word in lex.FIRST_NAMES:
        return True
    if word[0] == "و" and len(word) > 3 and word not in lex.WORDS_WITH_WAW:
        word = word[1:]
    return (
        len(word) > 2
        and word[0].isalpha()
        and is_name_word(word)
        and not is_definite(word)
        and (word not in lex.ADJECTIVES if before_surname else not is_adjective(word))
        and word[0] not in "بلفكيت"
        and word[-1] != "ه"
    )


def is_name_word(word: str) -> bool:
    return (
        word[0].isalpha()
        and word not in lex.NOUNS
        and word not in lex.ADJUNCTS
        and word not in lex.FORMS
        and word not in lex.THAT
        and not lex.is_event(word)
    )


def is_request(word: str) -> bool:
    """«لطلبات متكررة للتعليق»: what was not answered."""
    return word[0] == "ل" and lex.without_prefix(word).removeprefix("ال") in lex.REQUESTS


def is_medium(doc: Document, i: int) -> bool:
    """Whether a word names a medium: «قناة …», «رويترز», a name in marks."""
    if i >= len(doc.words):
        return False
    if i in doc.quotation_at:
        return is_name_in_marks(doc, i)
    known = lex.NOUNS.get(doc.words[i])
    return known is not None and known.kind in (NounClass.MEDIUM, NounClass.NAME)


def is_to_a_name(word: str) -> bool:
    """«لأورفيلا»: a joined «ل» with a bare word that no list knows."""
    bare = word[1:]
    return (
        len(word) > 4
        and word[0] == "ل"
        and word[1] != "ل"
        and word not in lex.NOUNS
        and bare not in lex.NOUNS
        and not is_definite(bare)
        and not lex.is_event(bare)
        and bare not in lex.DETERMINERS
    )


def is_recipient(word: str) -> bool:
    """«لوكالة», «لرويترز», «للصحفيين»: to whom something was said."""
    if word == "لبي":  # «لبي بي سي»
        return True
    if len(word) < 4 or word[0] != "ل":
        return False
    bare = lex.without_prefix(word)
    return (
        bare in lex.RECIPIENTS
        or bare in lex.PRESS_AT_LARGE
        or (bare.startswith("ال") and bare[2:] in lex.RECIPIENTS)
    )


def is_indefinite_adjective(word: str) -> bool:
    return not is_definite(word) and (is_adjective(word) or (2 < len(word) < 5 and word[-1] == "ي"))
