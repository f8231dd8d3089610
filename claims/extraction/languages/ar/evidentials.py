"""Attribution as an adjunct: «وفق ص»، «بحسب ما أعلنت ص»، «نقلا عن س»، «كما قال ص»، «على حد قوله».

Source: section 3, points 5 and 13, of the project's notes on Arabic attribution.
"""

from dataclasses import dataclass, field

from claims.extraction.document import Document
from claims.extraction.languages.ar import lexicon as lex
from claims.extraction.languages.ar.lexicon import NounClass, Tense
from claims.extraction.languages.ar.mentions import mention
from claims.extraction.languages.ar.names import is_surname
from claims.extraction.languages.ar.phrases import can_speak, phrase
from claims.extraction.languages.ar.word_classes import is_definite, is_medium, is_recipient
from claims.extraction.report import Mention

_FROM = frozenset(("عن",))
_ALSO_JOINED = lex.OWN_OPINIONS | {"من", "براي"}
_CLITIC = ("ه", "ها", "هم", "هما")
_WHAT = frozenset(("ما", "لما", "مما"))


@dataclass(slots=True)
class Evidential:
    """Who vouches, outermost first; none where only a pronoun says so. Ends before ``end``."""

    cue: int
    second_cue: int | None
    end: int
    speakers: list[Mention] = field(default_factory=list)
    is_clitic: bool = False


def evidential_at(doc: Document, i: int, limit: int) -> Evidential | None:
    """The attribution adjunct that begins at word i, if one does."""
    words = doc.words
    word = words[i]
    if word in ("كما", "وكما"):
        return _as_said(doc, i, limit)
    if word in lex.OWN_OPINIONS:
        return Evidential(i, None, i + 1, is_clitic=True)
    for length in (3, 2, 1):
        if tuple(words[i : i + length]) in lex.EVIDENTIAL_PHRASES:
            return _phrase(doc, i, i + length, limit)
    if word in ("علي", "وعلي"):
        following = words[i + 1 : i + 2]
        if following == ["ما"]:
            return _on_what(doc, i, limit)
        return _limit(doc, i, limit) if following == ["حد"] else None
    if word not in lex.EVIDENTIAL:
        return None
    if word.lstrip("وف").startswith("نقل"):
        return _citing(doc, i, limit)
    return _according(doc, i, limit)


_OWNED_NOUNS = ("قول", "تعبير", "وصف", "زعم", "راي", "كلام", "تصريح", "تصريحات", "تقدير", "روايت")
_LIMIT_NOUNS = ("قول", "تعبير", "وصف", "زعم")


def _limit(doc: Document, i: int, limit: int) -> Evidential | None:
    """«على حد قولها», «على حد تعبيره», «على حد وصف الوزير»."""
    if i + 2 >= limit:
        return None
    word = doc.words[i + 2]
    for stem in _LIMIT_NOUNS:
        if word.startswith(stem) and word[len(stem) :] in _CLITIC:
            return Evidential(i, i + 2, i + 3, is_clitic=True)
    return None


def _owned(word: str) -> bool:
    """«تعبيره», «قولها», «تصريحاتهم»: only a pronoun says whose."""
    return any(word.startswith(stem) and word[len(stem) :] in _CLITIC for stem in _OWNED_NOUNS)


def _is_own_paper(word: str) -> bool:
    """«وفق تقريرها السنوي»: whose it is speaks, the paper passes nothing on."""
    for pronoun in _CLITIC:
        if word.endswith(pronoun) and word not in lex.NOUNS:
            found = lex.NOUNS.get(word.removesuffix(pronoun))
            return found is not None and found.kind is NounClass.DOCUMENT
    return False


def _phrase(doc: Document, i: int, at: int, limit: int) -> Evidential | None:
    end = phrase(doc, at, limit) if at < limit else at
    if end == at or not can_speak(doc, at, end):
        return None
    return Evidential(i, None, end, [mention(doc, at, end)])


def _citing(doc: Document, i: int, limit: int) -> Evidential | None:
    """«نقلا عن س عن ص»: س passes on what ص said."""
    found = Evidential(i, None, i + 1)
    at = i + 1
    while at + 1 < limit and doc.words[at] == "عن":
        end = phrase(doc, at + 1, limit, prepositions=_FROM)
        is_speaker = can_speak(doc, at + 1, end) or is_surname(doc, at + 1)
        if end == at + 1 or not is_speaker:
            break
        found.speakers.append(mention(doc, at + 1, end))
        at = found.end = end
    return found if found.speakers else None


def _as_said(doc: Document, i: int, limit: int) -> Evidential | None:
    """«كما قال مسؤولون للصحيفة», unless content follows («كما قال إن»)."""
    if i + 1 >= limit:
        return None
    form = lex.FORMS.get(doc.words[i + 1])
    if form is None or form.tense is not Tense.FINITE or form.joined:
        return None
    if form.verb.sense not in ("say", "relay", "show", "continue"):
        return None
    if i + 2 >= limit:
        return Evidential(i, i + 1, limit, is_clitic=True)  # «"…"، كما يقول»
    if form.verb.any_noun and form.verb.sense == "say":
        return None  # «كما استغرب المحافظ الهجوم على الجسر»
    found = _said(doc, i, i + 1, limit)
    if found is not None and found.is_clitic and found.end < limit:
        return None  # «كما بينت انهيار الجسر»
    if found is None or (found.end < limit and doc.words[found.end] in lex.THAT_HEADS):
        return None
    if found.end < limit and doc.words[found.end][0].isalpha() and not found.is_clitic:
        word = doc.words[found.end]
        if lex.is_event(word) or form.verb.prepositions & {word} or word == "عن":
            return None
    return found


def _on_what(doc: Document, i: int, limit: int) -> Evidential | None:
    """«على ما أعلنت الوزارة», not «ردا على ما قالت إنها اعتداءات»."""
    found = _said(doc, i, i + 2, limit)
    following = doc.words[found.end] if found is not None and found.end < limit else ""
    is_answer = i > 0 and doc.words[i - 1] == "ردا"
    return None if is_answer or following in lex.THAT_HEADS else found


def _according(doc: Document, i: int, limit: int) -> Evidential | None:
    """«وفق», «بحسب», «وفقا لـ» … with a noun, or with «ما» and a verb of saying."""
    words = doc.words
    at = i + 1
    if at >= limit:
        return None
    word = words[at]
    if word in _WHAT or words[i].endswith("ما"):
        start = at + 1 if word in _WHAT else at
        return _said(doc, i, start, limit)
    prefix = 0
    bare = word
    if lex.EVIDENTIAL[words[i]]:  # asks for «لـ»
        if word == "ل":
            at += 1
        elif word[0] == "ل" and len(word) > 3:
            bare = lex.without_prefix(word)
            prefix = 2 if word.startswith("لل") else 1
        elif word not in ("الي", "علي"):
            return None
        else:
            at += 1
        if at >= limit:
            return None
    if _owned(bare) or _is_own_paper(bare):
        return Evidential(i, at, at + 1, is_clitic=True)
    following = words[at + 1] if at + 1 < limit else ""
    is_rule = bare in lex.EVIDENTIAL_NOT_BEFORE or words[at] in lex.EVIDENTIAL_NOT_BEFORE
    if is_rule and not following.endswith("تهام"):
        return None  # «لائحة الاتهام» speaks; other lists of rules do not
    joined = bare if bare != word else None
    end = phrase(doc, at, limit, first_word=joined)
    if end == at or not _vouches(doc, at, end, bare):
        return None
    return Evidential(i, None, end, [mention(doc, at, end, first_word=joined, prefix=prefix)])


def _vouches(doc: Document, first: int, end: int, word: str) -> bool:
    """A human, an institution, a document or a medium; of unknown words only several at once."""
    if word in lex.NOUNS or not word[0].isalnum() or word in lex.COUNTS or word[0].isdigit():
        return can_speak(doc, first, end, word)
    if is_surname(doc, first, word):
        return True
    if is_definite(word):
        return False
    return end - first >= 2 and can_speak(doc, first, end)


def _said(doc: Document, i: int, at: int, limit: int) -> Evidential | None:
    """A verb of saying with whoever said it: «ما أكده مسؤول», «ما نقلت عنه س», «ما أفادت به س»."""
    words = doc.words
    if at >= limit:
        return None
    form = lex.FORMS.get(words[at])
    if form is None or form.tense is not Tense.FINITE:
        return None
    verb_at = at
    at += 1
    is_origin_clitic = False
    if at < limit and words[at] in ("به", "بها", "عنه", "عنها", "عنهم", "اليه", "اليها", "فيه"):
        is_origin_clitic = words[at].startswith("عن") and form.verb.sense == "relay"
        at += 1
    end = phrase(doc, at, limit, prepositions=_FROM) if at < limit else at
    if end == at or not can_speak(doc, at, end):
        if form.verb.sense == "relay":
            return None
        return Evidential(i, verb_at, at, is_clitic=True)
    found = Evidential(i, verb_at, end, [mention(doc, at, end)])
    at = end
    if form.verb.sense == "relay" and not is_origin_clitic:
        while at + 1 < limit and words[at] == "عن":
            end = phrase(doc, at + 1, limit, prepositions=_FROM)
            if end == at + 1:
                break
            found.speakers.append(mention(doc, at + 1, end))
            at = found.end = end
    if at + 1 < limit and words[at] == "ل" and at + 1 in doc.quotation_at:
        end = doc.quotation_at[at + 1].end
        found.speakers.insert(0, mention(doc, at + 1, end))
        found.end = end
    elif at < limit and is_medium(doc, at) and form.verb.sense in ("say", "tell"):
        # «ما أفاد محاميه وكالة سدرة»
        end = max(phrase(doc, at, limit), at + 1)
        found.speakers.insert(0, mention(doc, at, end))
        found.end = end
    elif at < limit and is_recipient(words[at]):
        bare = lex.without_prefix(words[at])
        at += 1
        if bare not in lex.PRESS_AT_LARGE and bare.removeprefix("ال") not in lex.PRESS_AT_LARGE:
            end = at if is_definite(bare) else phrase(doc, at - 1, limit, first_word=bare)
            prefix = 0 if words[at - 1].startswith("لل") else 1
            named = mention(doc, at - 1, end, first_word=bare, prefix=prefix)
            found.speakers.insert(0, named)
            at = end
        found.end = at
    return found


def joins(word: str) -> bool:
    """Whether «و» or «ف» is joined to a word of hearsay or attribution."""
    bare = word[1:]
    known = bare in lex.EVIDENTIAL or bare in lex.HEARSAY or bare in lex.HEARSAY_NOUN_VERBS
    return word[0] in "وف" and (known or bare in lex.FORMS or bare in _ALSO_JOINED)
