"""Quotations, dashes and names in marks in Russian."""

import pytest

from tests.extraction.tables import table, told

QUOTATIONS = """
# «…», — verb X; the comma inside or outside, hyphens with spaces
«Мост закрыт», — сказал мэр Али Ким.
  direct by мэр Али Ким cue сказал says Мост закрыт
"Мост закрыт", - сказал мэр Али Ким.
  direct by мэр Али Ким cue сказал says Мост закрыт
«Мост закрыт,— сказал мэр Али Ким.— Плотина цела».
  direct by мэр Али Ким cue сказал says Мост закрыт
  direct by мэр Али Ким cue сказал says Плотина цела
«Когда откроют мост?» — спросил мэр Али Ким.
  direct by мэр Али Ким cue спросил says Когда откроют мост
# two sentences in one quotation
«Мост закрыт. Плотина цела», — сказал мэр Али Ким.
  direct by мэр Али Ким cue сказал says Мост закрыт. Плотина цела
# a second quotation goes on
«Мост закрыт», — сказал мэр Али Ким. «Плотина цела и охраняется».
  direct by мэр Али Ким cue сказал says Мост закрыт
  direct by ∅ = мэр Али Ким says Плотина цела и охраняется
# verb: «…»
Мэр Али Ким заявил: «Мост закрыт».
  direct by Мэр Али Ким cue заявил says Мост закрыт
Мэр Али Ким: «Мост закрыт на ремонт».
  direct by Мэр Али Ким says Мост закрыт на ремонт
# a verb that no list knows, behind a mark and a dash
«Мост закрыт», — хмурится сторож Олег Ли.
  direct by сторож Олег Ли cue хмурится says Мост закрыт
# a dash at a line's head is speech, between nouns it is none
— Мост закрыт, — рассказал сторож Олег Ли. — Плотина цела.
  direct by сторож Олег Ли cue рассказал says Мост закрыт
  direct by ∅ = сторож Олег Ли says Плотина цела
Мост — гордость города Дернила.
  narration says Мост — гордость города Дернила
# mixed, and names in marks that quote nobody
Мэр Али Ким назвал ремонт «крайне срочным».
  mixed by Мэр Али Ким cue назвал says ремонт «крайне срочным»
Завод «Нева» закрыт, сообщила газета «Вестник».
  indirect by газета «Вестник» cue сообщила says Завод «Нева» закрыт
«Нева» сообщила, что завод закрыт.
  indirect by «Нева» cue сообщила says завод закрыт
# marks in marks
«Мы читали „Вестник“ утром», — сказал мэр Али Ким.
  direct by мэр Али Ким cue сказал says Мы читали „Вестник“ утром
# turns of a transcript
КИМ: Мост закрыт. Плотина цела.¶ВЕДУЩИЙ: Когда его откроют?
  direct by КИМ says Мост закрыт. Плотина цела
  direct by ВЕДУЩИЙ says Когда его откроют
"""

TRAPS = """
# the same verb in another sense
Рабочие передали посылку соседям.
  narration says Рабочие передали посылку соседям
Писатель пишет новую книгу.
  narration says Писатель пишет новую книгу
Сторож заметил в лесу медведя.
  narration says Сторож заметил в лесу медведя
Команда отметила победу в ресторане.
  narration says Команда отметила победу в ресторане
Президент объявил перерыв.
  narration says Президент объявил перерыв
Ким обвиняется в мошенничестве.
  narration says Ким обвиняется в мошенничестве
# якобы changes nothing
Мэр Али Ким заявил, что мост якобы закрыт.
  indirect by Мэр Али Ким cue заявил says мост якобы закрыт
# headlines, datelines, hours, captions are no claims
Мост закрыли¶ДЕРНИЛ, 5 мая – Агентство «Орвела». Мост закрыт, сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
Фото: Олег Ли / «Орвела»¶Мост закрыт, сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
10:20 Мост закрыт, сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Мост закрыт
# a measure ends a sentence before a capital
Число машин выросло до 5 тыс. Об этом сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says Число машин выросло до 5 тыс
"""


@pytest.mark.parametrize(("text", "claims"), table(QUOTATIONS))
def test_quotations(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(TRAPS))
def test_traps(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
