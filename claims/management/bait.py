"""Texts that would make a careless engine slow: one shape each, of any length.

Used by the benchmark and by the tests of the engine's growth. Each shape feeds one thing that an
engine looks for (marks, cues, names, dates ...) far more often than any article does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count, islice

_LETTERS = "بتجحدرسشعفقكلمن"


@dataclass(frozen=True, slots=True)
class Bait:
    language: str
    # A text of so many characters.
    text: Callable[[int], str]


def _again(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _numbered(pattern: str) -> Callable[[int], str]:
    """The pattern again and again, each time with another {name} and {number}."""

    def text(length: int) -> str:
        shortest = len(pattern.format(name="", number=""))
        units = (pattern.format(name=_name(n), number=n) for n in count())
        return "".join(islice(units, length // max(shortest, 1) + 1))[:length]

    return text


def _name(number: int) -> str:
    """Another word for each number."""
    name = "ال"
    number += len(_LETTERS) ** 3
    while number:
        number, digit = divmod(number, len(_LETTERS))
        name += _LETTERS[digit]
    return name


def _nested(length: int) -> str:
    half = length // 2
    return "«" * half + "»" * half


_OPENERS = "«“„\"'‘‹({[″»”"
_SHAPES = {
    "openers «": _again("«"),
    'openers "': _again('"'),
    "openers (": _again("("),
    "openers of all kinds": _again(_OPENERS),
    "openers with words": _again("قال «أغلق "),
    "quotations nested": _nested,
    "closers": _again("كلمة» "),
    "short quotations": _again("قال: «نعم» "),
    "names before colons": _again("الوزير سامر نور: القرار صائب وسنطبقه غدا.\n"),
    "clauses before the main one": _again("وبينما أقر الوزير بأن الأشغال تأخرت، "),
    "straight quotations": _again('"الجسر" مغلق '),
    "cues with a complementiser": _again("قال إن "),
    "cues": _again("قال "),
    "complementisers": _again("إن "),
    "relayers": _again("نقلت وكالة سدرة عن "),
    "citations": _again("نقلا عن "),
    "evidentials": _again("بحسب مصدر "),
    "participles": _again("مشيرا إلى "),
    "dropped subjects": _again("وأضافت أن الجسر مغلق. "),
    "anaphors": _again("وقالت المصادر إن الجسر مغلق. "),
    "venues": _again("في بيان "),
    "relative clauses": _again("التي قال إن "),
    "no comment": _again("رفض التعليق "),
    "commas": _again("، "),
    "and": _again("و"),
    "and as a word": _again("و "),
    "colons": _again("قال: "),
    "dashes": _again("— "),
    "full stops": _again(". "),
    "abbreviations": _again("د.ب."),
    "lines": _again("\n"),
    "lines of one word": _again("قال\n"),
    "spaces": _again(" "),
    "digits": _again("7"),
    "numbers": _again("7 "),
    "dates": _again("24 نوفمبر 2026 "),
    "names": _numbered("{name} "),
    "speakers": _numbered("وقال {name} إن الجسر مغلق. "),
    "groups": _numbered("وقال {number} مصادر في {name} إن الجسر مغلق. "),
    "items": _numbered("وسيطر على {name} و{name} و{name}، "),
    "one long word": _again("س"),
    "one long word of cues": _again("قال"),
    "one sentence": _again("قال المحافظ إن الجسر مغلق والسد مفتوح في المدينة "),
    "tatweel": _again("ق\u0640\u0640\u0640"),
    "vowel marks": _again("ق\u064e\u0651\u064b"),
    "marks alone": _again("\u064e"),
    "bidi controls": _again("\u202e\u2066"),
    "bidi controls in words": _again("قا\u202eل إ\u200fن "),
}
_FOREIGN = {
    "English cues": ("en", _again("said that ")),
    "English quotations": ("en", _again('"Yes," she said, "no. ')),
    "English single marks": ("en", _again("the mayor's 'yes' and ")),
    "English single marks alone": ("en", _again("' ")),
    "English speech": ("en", _again("the mayor said that the port, which he said was shut, ")),
    "English relatives": ("en", _again("who said that the mayor, who ")),
    "English according to": ("en", _again("according to the mayor, ")),
    "English commas": ("en", _again("the mayor, ")),
    "English prepositions": ("en", _again("in a statement of ")),
    "English participles": ("en", _again(", adding that ")),
    "English conjunctions": ("en", _again("and said and ")),
    "English dashes": ("en", _again("— he said — ")),
    "English short quotations": ("en", _again('"yes", "no", ')),
    "English quotations alone": ("en", _again('"This is what we have been told to say." ')),
    "English open quotations": ("en", _again('"This is what we say.\n')),
    "English brackets": ("en", _again("(he said (")),
    "English points": ("en", _again("U.S. ")),
    "English no comment": ("en", _again("declined to comment and did not respond ")),
    "English hearsay": ("en", _again("it is said that he is believed to ")),
    "English nouns": ("en", _again("claims by the mayor that ")),
    "English relays": ("en", _again("quoted the mayor as saying ")),
    "English pronouns": ("en", _again("She said it. ")),
    "English narration": ("en", _again("The mayor left. ")),
    "English short names": ("en", _again("The RC (RC) said so. ")),
    "English speakers": ("en", _numbered("Noor{number} said the port was shut. ")),
    "English full names": ("en", _numbered("Mayor Ilse Noor{number}, a nurse, said so. ")),
    "English lists": ("en", _again("the dam, the port and ")),
    "English times": ("en", _again("late on Monday, May 3, 2019 ")),
    "English transcript": ("en", _again("NOOR: It is shut.\n")),
    "English posts": ("en", _again("It is shut.\n— Noor (@noor) May 3, 2019\n")),
    "English lines": ("en", _again("14:35 - NOOR\n")),
    "English words without a stop": ("en", _again("mayor ")),
    "English capitals": ("en", _again("Mayor ")),
    "Turkish cues": ("tr", _again("kapandığını söyledi ")),
    "Turkish apostrophes": ("tr", _again("Dernil'in ")),
    "Russian cues": ("ru", _again("заявил, что ")),
    "Russian dashes": ("ru", _again("«Да», — сказал он. — ")),
    "Russian speakers": ("ru", _numbered("Мэр {name} заявил, что мост закрыт. ")),
    "Russian groups": ("ru", _again("Заявил глава управления по делам области ")),
    "Russian adjuncts": ("ru", _again("по словам Кима, ")),
    "Russian adjuncts in sentences": ("ru", _again("Мост, по его словам, закрыт. ")),
    "Russian back references": ("ru", _again("Об этом сообщил Ким. ")),
    "Russian gerunds": ("ru", _again(", отметив, что мост закрыт")),
    "Russian relative clauses": ("ru", _again("Ким, который сообщил, что ")),
    "Russian initials": ("ru", _again("А. В. ")),
    "Russian measures": ("ru", _again("5 тыс. Он ")),
    "Russian refusals": ("ru", _again("не стал комментировать ")),
    "Russian hearsay": ("ru", _again("говорится в сообщении ")),
    "Russian transcripts": ("ru", _again("КИМ: Да.\n")),
    "Russian anaphors": ("ru", _again("Министр заявил, что он уедет. Он уехал. ")),
    "Russian lists": ("ru", _again("мост, школа и ")),
    "Russian marks": ("ru", _again("«Нева» ")),
    "Russian one sentence": ("ru", _again("Ким и Ли заявили что мост города закрыт ")),
    "Russian names": ("ru", _numbered("Глава {name} ")),
    "another language": ("de", _again("sagte: „Nein” ")),
}
_TURKISH = {
    "Turkish clauses": _again("köprünün kapandığını, "),
    "Turkish participles": _again("belirten Ak, "),
    "Turkish converbs": _again("Ak, köprünün kapandığını belirterek, "),
    "Turkish passives": _again("Açıklamada, yolun kapandığı belirtildi. "),
    "Turkish according to": _again("Ak'a göre, "),
    "Turkish genitives": _again("Dernil'in valisinin "),
    "Turkish names": _numbered("Vali Ak{number} {name} "),
    "Turkish speakers": _numbered("Vali {name}, köprünün kapandığını söyledi. "),
    "Turkish surnames": _numbered("Ak{number}'in yolu kapandı. Ak, yolun açık olduğunu söyledi. "),
    "Turkish venues": _again("dün yaptığı açıklamada "),
    "Turkish relayers": _again("Orvela ajansına konuşan "),
    "Turkish opening marks on lines": _again('Ak, "Yol\n'),
    "Turkish marks on lines": _again('Ak, "Yol açık.\nKöprü kapalı" dedi.\n'),
    "Turkish quotations": _again('"Yol açık" dedi. '),
    "Turkish colons on lines": _again("Ak şöyle konuştu:\n"),
    "Turkish transcripts": _again("ALİ AK: Yol kapandı.\n"),
    "Turkish no comment": _again("yorum yapmadı "),
    "Turkish commas": _again("Ak, "),
    "Turkish and": _again("Ak ve "),
    "Turkish set off": _again("biri ise "),
    "Turkish words": _numbered("kelime{number}diğini "),
    "Turkish one long word": _again("kapandığını"),
    "Turkish light verbs": _again("ifade etti "),
    "Turkish small marks": _again("''"),
}

BAITS: dict[str, Bait] = {
    **{name: Bait("ar", text) for name, text in _SHAPES.items()},
    **{name: Bait(language, text) for name, (language, text) in _FOREIGN.items()},
    **{name: Bait("tr", text) for name, text in _TURKISH.items()},
}
