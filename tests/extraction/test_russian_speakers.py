"""Who speaks in Russian: groups of nouns, chains, gaps, what points back."""

from datetime import date

import pytest

from tests.extraction.tables import claims_of, table, told

SPEAKERS = """
# titles, appositions, initials, honorifics
Официальный представитель полиции Анна Ли сообщила, что мост закрыт.
  indirect by Официальный представитель полиции Анна Ли cue сообщила says мост закрыт
Анна Ли, глава полиции Дернила, сообщила, что мост закрыт.
  indirect by Анна Ли, глава полиции Дернила cue сообщила says мост закрыт
По словам А. В. Иванова, мост закрыт. Иванов добавил, что плотина цела.
  indirect by А. В. Иванова cue По словам says мост закрыт
  indirect by Иванов = А. В. Иванова cue добавил says плотина цела
# a woman and a man of one name
Анна Иванова сообщила о ремонте. Олег Иванов возразил, что мост цел. Иванова уверена, что нет.
  indirect by Анна Иванова cue сообщила says ремонте
  indirect by Олег Иванов cue возразил says мост цел
  indirect by Иванова = Анна Иванова cue уверена says нет
# declined names
Мост закрыт, сообщил мэр Али Ким. По словам Кима, плотина цела.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
  indirect by Кима = мэр Али Ким cue По словам says плотина цела
# indefinite plural: the body behind «в»
В Минздраве сообщили, что больница закрыта.
  indirect by Минздраве cue сообщили says больница закрыта
Мост закрыт, сообщили в пресс-службе полиции.
  indirect by пресс-службе полиции cue сообщили says Мост закрыт
В компании «Нева», которой принадлежит завод, заявили, что завод закрыт.
  indirect by компании «Нева» cue заявили says завод закрыт
# gaps and pronouns, by gender and number
Мэр Али Ким сообщил о ремонте. Судья Анна Ли сообщила о проверке. Он возразил, что мост цел.
  indirect by Мэр Али Ким cue сообщил says ремонте
  indirect by Судья Анна Ли cue сообщила says проверке
  indirect by Он = Мэр Али Ким cue возразил says мост цел
Мэр Али Ким сообщил о ремонте. Судья Анна Ли сообщила о проверке. Добавил, что мост цел.
  indirect by Мэр Али Ким cue сообщил says ремонте
  indirect by Судья Анна Ли cue сообщила says проверке
  indirect by ∅ = Мэр Али Ким cue Добавил says мост цел
# a pronoun behind a sentence in which nobody spoke
Тренер Олег Ли уехал в Дернил. Он считает, что игра была честной.
  narration says Тренер Олег Ли уехал в Дернил
  indirect by Он = Тренер Олег Ли cue считает says игра была честной
# what points back
Министр обороны Олег Ли заявил, что мост закрыт. Министр уточнил, что плотина цела.
  indirect by Министр обороны Олег Ли cue заявил says мост закрыт
  indirect by Министр = Министр обороны Олег Ли cue уточнил says плотина цела
Источник в полиции сообщил, что мост закрыт. Собеседник агентства добавил, что плотина цела.
  indirect by Источник в полиции cue сообщил says мост закрыт
  indirect by Собеседник агентства = Источник в полиции cue добавил says плотина цела
# who was named before in another case
Суд оштрафовал бывшего мэра Али Кима за взятку. Ким утверждает, что не брал денег.
  narration says Суд оштрафовал бывшего мэра Али Кима за взятку
  indirect by Ким = бывшего мэра Али Кима cue утверждает says не брал денег
# a relative clause
Газета нашла сторожа моста, который утверждает, что мост закрыт.
  narration says Газета нашла сторожа моста
  indirect by сторожа моста cue утверждает says мост закрыт
"""

CHAINS = """
# agencies that quote, were told, pass on
Мост закрыт, сообщает «Орвела» со ссылкой на полицию.
  indirect by «Орвела» > полицию cue сообщает says Мост закрыт
Телеканал «Река-1» со ссылкой на очевидцев сообщил, что мост закрыт.
  indirect by Телеканал «Река-1» > очевидцев cue сообщил says мост закрыт
Мэр Али Ким сообщил агентству «Орвела», что мост закрыт.
  indirect by агентству «Орвела» > Мэр Али Ким cue сообщил says мост закрыт
В интервью телеканалу «Река» мэр Али Ким заявил, что мост закрыт.
  indirect by телеканалу «Река» > мэр Али Ким cue заявил says мост закрыт
Мэр Али Ким заявил, что мост закрыт, передает «Орвела».
  indirect by «Орвела» > Мэр Али Ким cue заявил says мост закрыт
«Мост закрыт», — цитирует мэра Али Кима газета «Вестник».
  direct by газета «Вестник» > мэра Али Кима cue цитирует says Мост закрыт
«Мост закрыт», — приводит ТАСС слова мэра.
  direct by ТАСС > мэра cue приводит says Мост закрыт
# the press at large is no relayer
Мост закрыт, сообщил журналистам мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
# chains go on
Мост закрыт, сообщил агентству «Орвела» мэр Али Ким. Он добавил, что плотина цела.
  indirect by агентству «Орвела» > мэр Али Ким cue сообщил says Мост закрыт
  indirect by … = агентству «Орвела» > Он = мэр Али Ким cue добавил says плотина цела
# a report in a report
Пресс-секретарь сообщил, что мэр Али Ким опроверг слухи о ремонте.
  indirect denied by Пресс-секретарь > мэр Али Ким cue опроверг says слухи о ремонте
# «Об этом сообщил X» names who told the sentence before
Мост закрыт. Об этом сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
Мост закрыт. Об этом говорится в сводке полиции.
  indirect by сводке полиции cue говорится says Мост закрыт
Мост закрыт. Об этом сообщает «Орвела» со ссылкой на полицию.
  indirect by «Орвела» > полицию cue сообщает says Мост закрыт
Мост закрыт. С таким заявлением выступил мэр Али Ким.
  indirect by мэр Али Ким cue выступил says Мост закрыт
Мост закрыт, об этом сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
"""

DECLINED = """
# refusals to comment, and acts that are none
Мэр Али Ким отказался от комментариев.
  no_comment declined by Мэр Али Ким cue отказался says от комментариев
Мэр Али Ким отказался комментировать ремонт.
  no_comment declined by Мэр Али Ким cue отказался says комментировать ремонт
В полиции от комментариев воздержались.
  no_comment declined by полиции cue воздержались says от комментариев
Полиция не ответила на запрос «Орвелы».
  no_comment declined by Полиция cue ответила says на запрос «Орвелы»
Мэр Али Ким отказался от встречи.
  narration says Мэр Али Ким отказался от встречи
Мэр Али Ким отказался платить штраф.
  narration says Мэр Али Ким отказался платить штраф
"""

STANCE = """
# may, shall, will
Мэр Али Ким заявил, что мост может рухнуть.
  indirect hedged by Мэр Али Ким cue заявил says мост может рухнуть
Мэр Али Ким заявил, что мост должен быть закрыт.
  indirect desired by Мэр Али Ким cue заявил says мост должен быть закрыт
Мэр Али Ким заявил, что мост откроют весной.
  indirect future by Мэр Али Ким cue заявил says мост откроют весной
Мэр Али Ким заявил, что область намерена продать мост.
  indirect future by Мэр Али Ким cue заявил says область намерена продать мост
# a present with a prefix, a noun that ends like a verb
Мэр Али Ким заявил, что дорога проходит у реки.
  indirect by Мэр Али Ким cue заявил says дорога проходит у реки
Мэр Али Ким заявил, что самолет приземлился в срок.
  indirect by Мэр Али Ким cue заявил says самолет приземлился в срок
"""


@pytest.mark.parametrize(("text", "claims"), table(SPEAKERS))
def test_speakers(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(CHAINS))
def test_chains(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(DECLINED))
def test_refusals(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(STANCE))
def test_stance(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("вчера", date(2026, 11, 23)),
        ("в понедельник", date(2026, 11, 23)),
        ("в следующую среду", date(2026, 11, 25)),
        ("12 марта", date(2026, 3, 12)),
        ("12 марта 2016 года", date(2016, 3, 12)),
    ],
)
def test_a_saying_is_dated(words: str, day: date) -> None:
    text = f"Мэр Али Ким {words} заявил, что мост закрыт."
    [claim] = claims_of(text, "ru")
    assert claim.time is not None
    assert (claim.time.span.of(text), claim.time.date) == (words, day)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Мэр заявил, что закрыты мост, школа и больница.", ["мост", "школа", "больница"]),
        ("Мэр заявил, что закрыты мост и школа.", []),
    ],
)
def test_a_list_of_three_has_parts(text: str, parts: list[str]) -> None:
    [claim] = claims_of(text, "ru")
    assert [part.of(text) for part in claim.parts] == parts


def test_unnamed_sources_are_counted() -> None:
    [claim] = claims_of("Мост закрыт, сообщили «Орвеле» три источника в полиции.", "ru")
    origin = claim.attribution[-1]
    assert (origin.anonymous, origin.count) == (True, 3)
