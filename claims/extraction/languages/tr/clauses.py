"""Where content ends before its cue, and of which sort it is.

Source: section 2, points 1 and 4, of the project's notes on Turkish attribution: the content ends
with the suffix of its case right before the cue; a clitic, «diye» or a short adjunct may part them.
"""

from typing import NamedTuple

from claims.extraction.document import Document
from claims.extraction.languages.tr import lexicon as lex
from claims.extraction.languages.tr.cues import Cue
from claims.extraction.languages.tr.lexicon import Case, Form
from claims.extraction.languages.tr.morphology import Shape, shape, suffix_length
from claims.extraction.languages.tr.phrases import (
    AT_MOST,
    COMMAS,
    case_of,
    group_before,
    group_start,
    is_time,
)
from claims.extraction.report import Words
from claims.extraction.types import Construction

# Words between content and cue, at most.
BETWEEN_AT_MOST = 6
_STOPS = frozenset(".!?…")
_CLOSING = frozenset('"”“»’″')
PASSIVES = frozenset((Form.PASSIVE, Form.PASSIVE_CONVERB, Form.PASSIVE_PARTICIPLE))
# A quotation of so many words is none of the clause around it.
_QUOTED_AT_LEAST = 2

_BY_TAKES: dict[str, int] = {
    "clause": Shape.CLAUSE_ACC | Shape.WISH_ACC,
    "wish": Shape.WISH_ACC | Shape.CLAUSE_ACC,
    "dative": Shape.CLAUSE_DAT | Shape.WISH_DAT,
    "ablative": Shape.CLAUSE_ABL | Shape.WISH_ABL,
    "instrumental": Shape.WISH_INS,
    "genitive": Shape.CLAUSE_GEN | Shape.WISH_GEN,
    "noun": Shape.CLAUSE_ACC | Shape.WISH_ACC,
    "bare": Shape.CLAUSE_NOM | Shape.WISH_NOM | Shape.CLAUSE_GEN,
}
_PASSIVE_BY_TAKES: dict[str, int] = {
    "clause": Shape.CLAUSE_NOM,
    "wish": Shape.WISH_NOM,
    "dative": Shape.CLAUSE_DAT | Shape.WISH_DAT,
    "genitive": Shape.CLAUSE_GEN | Shape.WISH_GEN,
    "bare": Shape.CLAUSE_NOM | Shape.WISH_NOM,
}
_NOUN_CASES = {
    "noun": Case.ACCUSATIVE,
    "dative": Case.DATIVE,
    "ablative": Case.ABLATIVE,
    "instrumental": Case.INSTRUMENTAL,
    "genitive": Case.GENITIVE,
}


class Located(NamedTuple):
    """Content that ends before word ``end``; ``first`` where marks tell where it begins."""

    first: int | None
    end: int
    construction: Construction
    because: tuple[Words, ...] = ()
    # The subject between content and cue («… kapandığını Vali Ak söyledi»).
    subject: tuple[int, int] | None = None


def locate(doc: Document, cue: Cue, floor: int) -> Located | None:
    """The end of the content before a cue; None where nothing before it is content."""
    last = cue.first - 1
    while last >= floor and doc.words[last] in lex.CLITICS:
        last -= 1
    if last < floor:
        return None
    takes = cue.verb.takes
    if "as" in takes:
        found = _described(doc, cue, last, floor)
        if found is not None:
            return found
    if "quote" in takes or "diye" in takes or "bare" in takes:
        found = _quotation(doc, cue, last, floor)
        if found is not None:
            return found
    if "about" in takes and doc.words[last] in lex.ABOUT and last - 1 >= floor:
        return Located(None, last, Construction.PREPOSITION, (Words(last, last + 1),))
    return _clause(doc, cue, last, floor)


NAMES_WITHHELD = ("isminin", "adinin", "kimliğinin", "isimlerinin", "adlarinin", "kimliklerinin")


def is_name_withheld(doc: Document, floor: int) -> bool:
    """«İsminin açıklanmasını istemeyen yetkili»: says why nobody is named, and is no claim."""
    return doc.words[floor] in NAMES_WITHHELD


def is_question(cue: Cue, located: Located) -> bool:
    """«köprünün ne zaman açılacağını sordu»"""
    return "ask" in cue.verb.senses and located.construction is Construction.NOMINAL_CLAUSE


def unmarked(doc: Document, cue: Cue, floor: int) -> Located | None:
    """«köprü kapandı dedi», «köprü kapandı diye konuştu»: a clause with neither marks nor case."""
    words = doc.words
    last = cue.first - 1
    because: tuple[Words, ...] = ()
    is_parted = words[last] in COMMAS or words[last] in _STOPS
    while last >= floor and (words[last] in lex.CLITICS or words[last] in COMMAS):
        last -= 1
    if last >= floor and words[last] == "diye" and "diye" in cue.verb.takes:
        because = (Words(last, last + 1),)
        last -= 1
    elif cue.verb.lemma != "demek" or cue.saying.form not in _SPEAKS:
        return None
    if last - floor < 1 or words[last] in _CLOSING or not (is_parted or _is_finite(doc, last)):
        return None
    return Located(None, last + 1, Construction.CLAUSE_BEFORE, because)


_SPEAKS = frozenset((Form.FINITE, Form.CONVERB))


def _is_finite(doc: Document, i: int) -> bool:
    word = doc.words[i]
    if word in _STOPS:
        return True
    found = shape(word)
    return bool(found & (Shape.FINITE | Shape.IMPERATIVE | Shape.OF_US)) or word in (
        "yok",
        "var",
        "değil",
    )


def _quotation(doc: Document, cue: Cue, last: int, floor: int) -> Located | None:
    """A quotation right before the cue, or parted from it by «diye», adverbs, a recipient."""
    words = doc.words
    i = last
    because: list[Words] = []
    while i >= floor and last - i < BETWEEN_AT_MOST:
        word = words[i]
        if word in _CLOSING:
            break
        if word in lex.CLOSERS:
            because.append(Words(i, i + 1))
        elif word in lex.SAYINGS:
            return None  # «"…" sözleri dikkat çekti»
        elif i > floor and doc.words[i - 1] in _BY_WORDS and shape(word) & Shape.CLAUSE_ACC:
            pass  # «"…" sözleriyle yaşadıklarını anlattı»
        elif not (word in COMMAS or word in lex.CLITICS or _is_adjunct(doc, i)):
            subject = group_before(doc, floor, i + 1)
            if subject is None or subject <= floor or last - subject > BETWEEN_AT_MOST:
                return None
            # «"…" diyen Ak», «"…" sorusuna Ak "…" dedi»: a mark before the subject is another's.
            quotation = _ends_at(doc, subject - 1, floor)
            if quotation is None:
                return None
            return Located(
                quotation[0], quotation[1], Construction.QUOTATION_BEFORE, (), (subject, i + 1)
            )
        i -= 1
    quotation = _ends_at(doc, i, floor)
    if quotation is None:
        return None
    first, end = quotation
    inner = _last_word(doc, first + 1, end - 1)
    if i == last and _is_part_of_clause(doc, cue, first, end, inner):
        return None
    return Located(first, end, Construction.QUOTATION_BEFORE, tuple(because))


_BY_WORDS = frozenset(("sözleriyle", "sözüyle", "ifadeleriyle", "ifadesiyle", "cümleleriyle"))


def _ends_at(doc: Document, i: int, floor: int) -> tuple[int, int] | None:
    if i < floor or doc.words[i] not in _CLOSING:
        return None
    around = doc.around(i)
    if around is None or around.end - 1 != i or around.open < floor or around.is_name:
        return None
    return around.open, around.end


def _last_word(doc: Document, first: int, end: int) -> int:
    i = end - 1
    while i > first and not doc.words[i][0].isalnum():
        i -= 1
    return i


def _is_part_of_clause(doc: Document, cue: Cue, first: int, end: int, inner: int) -> bool:
    """«köprünün "kapandığını" söyledi», «"bölgeyi kana bulamakla" suçladı»: the marks hold the
    end of a clause and no statement of their own."""
    if "instrumental" in cue.verb.takes and inner - first <= 1:
        return doc.words[inner].endswith(("la", "le"))  # «muhalefeti "ihanetle" suçladı»
    if cue.verb.lemma == "demek" or inner < end - 2:
        return False  # a stop or a comma before the closing mark: a statement of its own
    return bool(shape(doc.words[inner]) & _allowed(cue)) and inner > first


def _allowed(cue: Cue) -> int:
    table = _PASSIVE_BY_TAKES if cue.saying.form in PASSIVES else _BY_TAKES
    allowed = Shape.NONE
    is_phrase = cue.end - cue.first > 1
    for one in cue.verb.takes:
        if one == "bare" and cue.saying.form in PASSIVES and not is_phrase:
            continue  # «ne zaman açılacağı soruldu»
        allowed |= table.get(one, Shape.NONE)
    return allowed


def _described(doc: Document, cue: Cue, last: int, floor: int) -> Located | None:
    """«kararı "hayal kırıklığı" olarak nitelendirdi»."""
    word, before = doc.words[last], doc.words[last - 1] if last > floor else ""
    if "announce" in cue.verb.senses and cue.saying.form in PASSIVES:
        return None  # «yılın otomobili olarak ilan edildi»
    if before and (word == "olarak" or (word == "diye" and before in _CLOSING)):
        return Located(None, last, Construction.EVALUATION, (Words(last, last + 1),))
    is_judged = cue.verb.lemma == "bulmak" and word in lex.JUDGED
    if is_judged or _ends_at(doc, last, floor) is not None:
        return Located(None, last + 1, Construction.EVALUATION)
    return None


def _clause(doc: Document, cue: Cue, last: int, floor: int) -> Located | None:
    words = doc.words
    allowed = _allowed(cue)
    i = last
    while i >= floor and words[i] in _CLOSING:
        i -= 1
    if i < floor:
        return None
    if shape(words[i]) & allowed:
        return Located(None, last + 1, _construction(cue, shape(words[i])))
    if words[i] in lex.OPENERS:
        return None  # «nasıl geçtiğini şöyle anlattı: "…"»
    if cue.verb.senses & _CALLS_FOR and words[i][0].isalpha() and i > floor:
        return Located(None, last + 1, Construction.NOUN_OBJECT)  # «acil önlem çağrısında bulundu»
    case = _noun_case(doc, cue, i)
    if case is not None and cue.saying.form not in PASSIVES:
        return Located(
            None,
            last + 1,
            Construction.NOUN_OBJECT if case is Case.ACCUSATIVE else Construction.PREPOSITION,
        )
    if cue.verb.senses & _TELLS and words[i].startswith(_STATED) and noun_case(doc, i) is _ACC:
        return Located(None, last + 1, Construction.NOUN_OBJECT)
    if "call" in cue.verb.senses and _is_wanted(doc, i, floor):
        return Located(None, last + 1, Construction.NOUN_OBJECT)
    if cue.saying.form not in PASSIVES and not _MANNERED.isdisjoint(cue.verb.takes):
        at = i
        while at > floor and i - at < BETWEEN_AT_MOST and _is_manner(doc, at):
            at -= 1
        case = _noun_case(doc, cue, at) if at < i else None
        if case in (Case.ACCUSATIVE, Case.DATIVE):
            is_object = case is Case.ACCUSATIVE
            return Located(
                None,
                at + 1,
                Construction.NOUN_OBJECT if is_object else Construction.PREPOSITION,
            )
    if words[i] == BY_WORD_OF:
        for at in range(i - 2, max(floor, i - ORIGIN_WITHIN), -1):
            if shape(words[at]) & allowed:
                return Located(None, at + 1, _construction(cue, shape(words[at])))
    if cue.saying.form in PASSIVES and "call" in cue.verb.senses and _is_demanded(doc, i, floor):
        return Located(None, last + 1, Construction.NOUN_OBJECT)
    if cue.saying.form in PASSIVES:
        return _by_agent(doc, cue, i, floor) if words[i] == _BY else None
    # «kapandığını dün gazetecilere söyledi», «kapandığını Vali Ak söyledi»
    for at in range(i, max(floor, i - BETWEEN_AT_MOST) - 1, -1):
        if shape(words[at]) & allowed and at < i:
            if all(_is_adjunct(doc, k) for k in range(at + 1, i + 1)):
                return Located(None, at + 1, _construction(cue, shape(words[at])))
            subject = group_before(doc, at + 1, i + 1)
            if subject == at + 1:
                construction = _construction(cue, shape(words[at]))
                return Located(None, at + 1, construction, (), (subject, i + 1))
            return None
    return None


def _by_agent(doc: Document, cue: Cue, i: int, floor: int) -> Located | None:
    """«köprünün kapandığı Vali Ak tarafından açıklandı»"""
    start = group_start(doc, max(floor, i - AT_MOST), i)
    if start <= floor or start >= i or not shape(doc.words[start - 1]) & _allowed(cue):
        return None
    return Located(None, start, Construction.NOMINAL_CLAUSE, (), (start, i))


_BY = "tarafindan"
# «kapandığını iki yetkiliye dayandırarak yazdı»: whose word it rests on, within so many words.
BY_WORD_OF = "dayandirarak"
ORIGIN_WITHIN = 8
_ACC = Case.ACCUSATIVE
_MANNERED = frozenset(("noun", "dative"))
_TELLS = frozenset(("say",))
# What is told by a noun: «endişelerini dile getirdi».
_STATED = (
    "endişe", "kaygi", "görüş", "düşünce", "tepki", "memnuniyet", "üzüntü", "iddia", "talep",
    "taleb", "çağri", "beklenti", "öneri", "eleştiri", "şikayet", "temenni", "umud", "uyari",
)  # fmt: skip


def _is_wanted(doc: Document, i: int, floor: int) -> bool:
    """«sanığın beraatini istedi»: a noun in place of a clause, with its subject before it."""
    if doc.words[i].startswith(_ASKED_FOR) and doc.words[i].endswith(_THEIRS):
        return True
    if not doc.words[i].endswith(("ini", "unu", "ünü")):
        return False
    near = range(max(floor, i - 3), i)
    return any(case_of(doc, k) is Case.GENITIVE for k in near)


def _is_demanded(doc: Document, i: int, floor: int) -> bool:
    """«sanığın 15 yıla kadar hapsi istendi»: a sentence or a release, with whose it is."""
    if not doc.words[i].startswith(("hapsi", "beraati", "tahliyesi", "iadesi", "tutukluluğu")):
        return False
    return any(case_of(doc, k) is Case.GENITIVE for k in range(max(floor, i - 8), i))


# What is asked for by whoever it concerns: «beraatini talep etti».
_ASKED_FOR = ("beraat", "tahliye", "istifa", "iade", "iptal", "özür", "cezalandir", "serbest")
_THEIRS = ("ini", "unu", "ünü", "lerini", "larini")
_CALLS_FOR = frozenset(("call_noun", "call_nouns", "pledge_noun"))


def _construction(cue: Cue, found: int) -> Construction:
    if cue.saying.form in PASSIVES:
        return Construction.NOMINAL_CLAUSE
    if found & (Shape.CLAUSE_ACC | Shape.WISH_ACC | Shape.CLAUSE_NOM | Shape.WISH_NOM):
        return Construction.NOMINAL_CLAUSE
    return Construction.PREPOSITION


# Whoever invites somebody to these says what should be; to a table or a town, acts.
_INVITED_TO = (
    "sükunet", "itidal", "görev", "istifa", "sağduyu", "birli", "bariş", "boykot", "grev", "eylem",
    "dayanişma", "işbirliğ", "diyalo", "müzakere", "seferberli", "protesto", "miting", "ateşkes",
)  # fmt: skip


def _noun_case(doc: Document, cue: Cue, i: int) -> Case | None:
    """In which case a noun right before the cue is content."""
    if not doc.words[i][0].isalnum() or doc.words[i] in lex.ADDRESSEES:
        return None
    is_owned = i > 0 and case_of(doc, i - 1) is Case.GENITIVE  # «Ak'ın sözlerine»
    if is_time(doc, i) or (doc.words[i] in lex.ADVERBS and not is_owned):
        return None
    case = noun_case(doc, i)
    if case is Case.LOCATIVE and doc.words[i][-2] == "t" and not suffix_length(doc.words[i]):
        case = Case.DATIVE  # «sükûnete»
    if "instrumental" in cue.verb.takes and doc.words[i].endswith(("la", "le")):
        case = Case.INSTRUMENTAL  # «israfla suçladı»
    if "invite" in cue.verb.senses and not doc.words[i].startswith(_INVITED_TO):
        return None
    for one in cue.verb.takes:
        if _NOUN_CASES.get(one) is case and case is not None:
            return case
    return None


def noun_case(doc: Document, i: int) -> Case | None:
    """The case of an object: «bakanlığı», which is read as *its ministry* elsewhere, is one."""
    case = case_of(doc, i)
    if case is Case.NOMINATIVE and not doc.is_capital(i):
        word = doc.words[i]
        if word in lex.NOUNS and word[-1] in "iuü" and lex.NOUNS[word].possessed:
            return Case.ACCUSATIVE
    if case is None and doc.words[i][-1] in "iuü" and not suffix_length(doc.words[i]):
        return Case.ACCUSATIVE
    if case is None and doc.words[i][-1] in "ae":
        return Case.DATIVE
    return case


def _is_manner(doc: Document, i: int) -> bool:
    """«rakiplerini sert sözlerle eleştirdi», «iddiayı ise kesin bir dille reddetti»."""
    word = doc.words[i]
    if case_of(doc, i - 1) is Case.GENITIVE:
        return False  # «Ak'ın sözlerine»
    return word in lex.ADVERBS or word in lex.CLITICS or word in lex.TIMES


_BETWEEN_CASES = frozenset((Case.DATIVE, Case.LOCATIVE, Case.INSTRUMENTAL))


def _is_adjunct(doc: Document, i: int) -> bool:
    """A word between content and cue that is of neither: «dün», «gazetecilere», «Orvela'ya»."""
    word = doc.words[i]
    if word in lex.ADVERBS or word in lex.CLOSERS or word in lex.CLITICS or word in lex.TIMES:
        return True
    if word in COMMAS or shape(word) & Shape.CONVERB:
        return True
    return bool(word[0].isalpha()) and case_of(doc, i) in _BETWEEN_CASES
