"""The forms of Russian verbs and nouns, made once from their dictionary form.

Source: the declensions and conjugations of any grammar of Russian; only what the word lists of this
pack need. Forms are folded: ё is written е.
"""

from collections.abc import Iterator

_VOWELS = "аеиоуыэюя"
_SOFTENS = "гкхжшщч"  # behind these stands и, never ы
_HUSHES = "жшщчц"


class Case:
    """Cases of the singular, a bit each; those of the plural stand six places higher."""

    NOM = 1
    GEN = 2
    DAT = 4
    ACC = 8
    INS = 16
    LOC = 32


PLURAL = 6
NOMINATIVE = Case.NOM | Case.NOM << PLURAL
GENITIVE = Case.GEN | Case.GEN << PLURAL
DATIVE = Case.DAT | Case.DAT << PLURAL
INSTRUMENTAL = Case.INS | Case.INS << PLURAL
LOCATIVE = Case.LOC | Case.LOC << PLURAL
SINGULAR_CASES = 63
ANY_CASE = 63 | 63 << PLURAL

_ORDER = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)


def _i(stem: str) -> str:
    return "и" if stem[-1] in _SOFTENS else "ы"


def noun_forms(word: str) -> tuple[str, dict[str, int]]:
    """Gender ("m", "f", "n") and each form with its cases, of a noun in the nominative."""
    gender, singular, plural = _declension(word)
    forms: dict[str, int] = {}
    for case, form in zip(_ORDER, singular, strict=True):
        forms[form] = forms.get(form, 0) | case
    if gender == "m":
        forms[word] |= Case.ACC  # what does not live: «на источник»
    for case, form in zip(_ORDER, plural, strict=True):
        forms[form] = forms.get(form, 0) | case << PLURAL
    forms[plural[0]] |= Case.ACC << PLURAL
    return gender, forms


def _declension(word: str) -> tuple[str, list[str], list[str]]:
    stem, last = word[:-1], word[-1]
    if word.endswith("ия"):
        return (
            "f",
            [word, *(stem + e for e in ("и", "и", "ю", "ей", "и"))],
            _plural(stem, "и", "й", "ям", "ями", "ях"),
        )
    if word.endswith("ие"):
        return (
            "n",
            [word, *(stem + e for e in ("я", "ю", "е", "ем", "и"))],
            _plural(stem, "я", "й", "ям", "ями", "ях"),
        )
    if last == "а":
        i = _i(stem)
        soft = "ей" if stem[-1] in _HUSHES else "ой"
        genitive = stem[:-1] + "е" + stem[-1] if _inserts(stem) else stem
        return (
            "f",
            [word, *(stem + e for e in (i, "е", "у", soft, "е"))],
            [stem + i, genitive, *(stem + e for e in ("ам", i, "ами", "ах"))],
        )
    if last == "я":
        return (
            "f",
            [word, *(stem + e for e in ("и", "е", "ю", "ей", "е"))],
            _plural(stem, "и", "й", "ям", "ями", "ях"),
        )
    if last == "о":
        return (
            "n",
            [word, *(stem + e for e in ("а", "у", "о", "ом", "е"))],
            _plural(stem, "а", "", "ам", "ами", "ах"),
        )
    if last == "ь":
        return _soft_sign(word, stem)
    if last == "й":
        return (
            "m",
            [word, *(stem + e for e in ("я", "ю", "я", "ем", "е"))],
            _plural(stem, "и", "ев", "ям", "ями", "ях"),
        )
    return _hard_masculine(word)


def _inserts(stem: str) -> bool:
    """«газетка»: an e between the last two consonants of the genitive plural."""
    return len(stem) > 2 and stem[-1] == "к" and stem[-2] not in _VOWELS


def _plural(stem: str, nom: str, gen: str, dat: str, ins: str, loc: str) -> list[str]:
    return [stem + one for one in (nom, gen, dat, gen, ins, loc)]


_FEMININE_SOFT = ("ость", "дочь", "мать", "власть", "запись", "печать", "верфь", "связь")


def _soft_sign(word: str, stem: str) -> tuple[str, list[str], list[str]]:
    if word.endswith(_FEMININE_SOFT):
        stem = stem + "ер" if word in ("мать", "дочь") else stem
        return (
            "f",
            [word, *(stem + e for e in ("и", "и")), word, stem + "ью", stem + "и"],
            _plural(stem, "и", "ей", "ям", "ями", "ях"),
        )
    if word == "парень":
        stem = "парн"
    return (
        "m",
        [word, *(stem + e for e in ("я", "ю", "я", "ем", "е"))],
        _plural(stem, "и", "ей", "ям", "ями", "ях"),
    )


# Vowels that fall out behind the nominative: отец, отца.
_FLEETING = {
    "отец": "отц",
    "певец": "певц",
    "боец": "бойц",
    "очевидец": "очевидц",
    "владелец": "владельц",
    "совладелец": "совладельц",
    "беженец": "беженц",
    "подросток": "подростк",
    "снимок": "снимк",
    "рынок": "рынк",
    "стрелок": "стрелк",
    "новичок": "новичк",
    "жилец": "жильц",
    "борец": "борц",
    "гребец": "гребц",
    "пловец": "пловц",
    "посол": "посл",
    "хозяин": "хозяин",
    "полпред": "полпред",
}


def _hard_masculine(word: str) -> tuple[str, list[str], list[str]]:
    stem = _FLEETING.get(word, word)
    if stem == word and word.endswith("ец") and len(word) > 5:
        # «ополченец», «постоялец», «европеец»
        before = word[-3]
        stem = word[:-2] + ("ь" if before == "л" else "й" if before in _VOWELS else "") + "ц"
        stem = word[:-3] + "йц" if before in _VOWELS else stem
    i = _i(stem)
    om = "ем" if stem[-1] in _HUSHES else "ом"
    ov = "ей" if stem[-1] in "жшщч" else "ев" if stem[-1] == "ц" else "ов"
    return (
        "m",
        [word, *(stem + e for e in ("а", "у", "а", om, "е"))],
        [stem + i, stem + ov, *(stem + e for e in ("ам", ov, "ами", "ах"))],
    )


def plural_forms(word: str) -> dict[str, int]:
    """The forms of a noun that is given in the plural: власти, эксперты, данные."""
    stem, forms = word[:-1], {word: (Case.NOM | Case.ACC) << PLURAL}
    if word.endswith(("ые", "ие")) and not word.endswith("ии"):
        stem = word[:-1]
        ends = [(stem + "х", Case.GEN | Case.LOC | Case.ACC), (stem + "м", Case.DAT)]
        ends.append((stem + "ми", Case.INS))
    elif word.endswith(("ане", "яне")):
        ends = [(stem, Case.GEN | Case.ACC), (stem + "ам", Case.DAT)]
        ends += [(stem + "ами", Case.INS), (stem + "ах", Case.LOC)]
    else:
        soft = word.endswith("и") and stem[-1] not in _SOFTENS
        a = "я" if soft or word == "люди" else "а"
        genitive = "ей" if soft or stem[-1] in "жшщч" or word == "люди" else "ов"
        if word.endswith(("ния",)):
            a, genitive = "я", "й"
        if word.endswith(("ия", "ья")):
            a, genitive = "я", "й"
        ends = [(stem + genitive, Case.GEN | Case.ACC), (stem + a + "м", Case.DAT)]
        ends += [(stem + a + "ми", Case.INS), (stem + a + "х", Case.LOC)]
    for form, cases in ends:
        forms[form] = forms.get(form, 0) | cases << PLURAL
    return forms


def adjective_forms(word: str) -> tuple[str, dict[str, int]]:
    """The forms of an adjective, or a noun that is declined like one (военный, потерпевшая)."""
    stem, soft = word[:-2], word[-2] in "ияе" and word[-3:-2] not in "гкх"
    hush = stem[-1] in _HUSHES
    if word.endswith(("ая", "яя")):
        oj = "ей" if soft or hush else "ой"
        return "f", {
            word: Case.NOM,
            stem + oj: Case.GEN | Case.DAT | Case.INS | Case.LOC,
            stem + ("юю" if word.endswith("яя") else "ую"): Case.ACC,
        }
    i = word[-2] if word[-2] != "о" else _i(stem)
    go, mu, om = ("его", "ему", "ем") if soft else ("ого", "ому", "ом")
    return "m", {
        word: Case.NOM,
        stem + go: Case.GEN | Case.ACC,
        stem + mu: Case.DAT,
        stem + i + "м": Case.INS | Case.DAT << PLURAL,
        stem + om: Case.LOC,
        stem + i + "е": Case.NOM << PLURAL,
        stem + i + "х": (Case.GEN | Case.LOC | Case.ACC) << PLURAL,
        stem + i + "ми": Case.INS << PLURAL,
    }


# ── Verbs ───────────────────────────────────────────────────────────────────────────────────────
def past_forms(infinitive: str, irregular: list[str] | None) -> Iterator[tuple[str, str, str]]:
    """(form, gender, number) of the past."""
    bare, back = _reflexive(infinitive)
    if irregular:
        masculine, stem = irregular
    else:
        stem = bare[:-2]
        masculine = stem + "л"
    after_vowel = "сь" if back else ""
    yield masculine + ("ся" if back else ""), "m", "s"
    yield stem + "ла" + after_vowel, "f", "s"
    yield stem + "ло" + after_vowel, "n", "s"
    yield stem + "ли" + after_vowel, "", "p"


def present_forms(infinitive: str, irregular: list[str] | None) -> Iterator[tuple[str, str]]:
    """(form, number) of the third person of a verb of the imperfective aspect."""
    if irregular:
        yield irregular[0], "s"
        yield irregular[1], "p"
        return
    bare, back = _reflexive(infinitive)
    end = "ся" if back else ""
    if bare.endswith(("овать", "евать")):
        stem = bare[:-5] + ("ю" if bare.endswith("евать") else "у")
        yield stem + "ет" + end, "s"
        yield stem + "ют" + end, "p"
    elif bare.endswith("ить") or bare in ("настоять",):
        stem = bare[:-3]
        yield stem + "ит" + end, "s"
        yield stem + "ят" + end, "p"
    else:
        stem = bare[:-2]
        yield stem + "ет" + end, "s"
        yield stem + "ют" + end, "p"


def gerund(infinitive: str, imperfective: bool, irregular: list[str] | None) -> str:
    bare, back = _reflexive(infinitive)
    if not imperfective:
        return bare[:-2] + ("вшись" if back else "в")
    end = "сь" if back else ""
    if bare.endswith(("давать", "знавать")):
        return bare[:-2] + "я" + end
    if irregular:
        stem = irregular[1].removesuffix("ся")[:-2]
        return stem + ("а" if stem[-1] in _HUSHES else "я") + end
    if bare.endswith(("овать", "евать")):
        return bare[:-5] + ("юя" if bare.endswith("евать") else "уя") + end
    if bare.endswith("ить"):
        return bare[:-3] + "я" + end
    return bare[:-2] + "я" + end


def participles(infinitive: str, imperfective: bool) -> Iterator[tuple[str, str, str, int]]:
    """(form, gender, number, cases) of the active participle of the past: заявивший."""
    bare, back = _reflexive(infinitive)
    end = "ся" if back else ""
    for word in (bare[:-2] + "вший", bare[:-2] + "вшая"):
        gender, forms = adjective_forms(word)
        for form, cases in forms.items():
            yield form + end, gender, "p" if cases >> PLURAL else "s", cases


def _reflexive(infinitive: str) -> tuple[str, bool]:
    back = infinitive.endswith("ся")
    return (infinitive[:-2], True) if back else (infinitive, False)
