"""How Russian newswire says it: constructions, each with sentences that only look like them."""

import pytest

from tests.extraction.tables import table, told

INSERTIONS = """
# an insertion before the content, and one that holds no content
Президент Али Ким указал, в частности, на учения флота у берегов.
  indirect by Президент Али Ким cue указал says учения флота у берегов
Президент Али Ким указал, в частности, что флот ушёл.
  indirect by Президент Али Ким cue указал says флот ушёл
Мэр Али Ким уехал, в частности, на учения флота.
  narration says Мэр Али Ким уехал, в частности, на учения флота
# a second verb whose noun is no subject
Мэр Али Ким отметил, что мост закрыт, и подчеркнул необходимость скорейшего ремонта.
  indirect by Мэр Али Ким cue отметил says мост закрыт
  indirect by ∅ = Мэр Али Ким cue подчеркнул says необходимость скорейшего ремонта
Мэр Али Ким отметил, что мост закрыт, и это подтвердило ведомство.
  indirect by Мэр Али Ким cue отметил says мост закрыт, и это подтвердило ведомство
# «мне», «им» before the subject
«Мост закрыт», — объяснил мне Ривель.
  direct by Ривель cue объяснил says Мост закрыт
# what stands before the cue is said, what stands behind its colon says why
Сделка выгодна, считает аналитик Али Ким: розницы на юге нет.
  indirect by аналитик Али Ким cue считает says Сделка выгодна
Выступая в суде, прокурор Али Ким заявил: мост закрыт.
  direct by прокурор Али Ким cue заявил says мост закрыт
# a name in marks that is judged
Аналитик Али Ким оценивает «Пламя» в 5 млн.
  narration says Аналитик Али Ким оценивает «Пламя» в 5 млн
Мэр Али Ким сообщил «Пламени», что мост закрыт.
  indirect by «Пламени» > Мэр Али Ким cue сообщил says мост закрыт
# a pronoun that opens the sentence is the subject, though a plural stands behind
Стороны приехали. Они призвали все страны воздерживаться от ударов.
  indirect desired by Они cue призвали says воздерживаться от ударов
# of «мост закрыт, не сообщил Ким» nothing is reported
Мост закроют, не исключил министр Али Ким.
  narration future says Мост закроют, не исключил министр Али Ким
Мост закроют, не сообщил министр Али Ким.
  narration future says Мост закроют, не сообщил министр Али Ким
# nouns of one's own
Олег Ким заявил о своей невиновности.
  indirect by Олег Ким cue заявил says своей невиновности
# initials are no measures; adjectives in «-ей»; a title of two listed words
Председатель совета Г. П. Остапин сказал, что мост закрыт.
  indirect by Председатель совета Г. П. Остапин cue сказал says мост закрыт
Профессор Высшей коммерческой школы Анна Ким полагает, что мост закрыт.
  indirect by Профессор Высшей коммерческой школы Анна Ким cue полагает says мост закрыт
Военный прокурор гарнизона пообещал разобраться.
  indirect future by Военный прокурор гарнизона cue пообещал says разобраться
Командующий сектором полковник Олег Ким утверждает, что перевал взят.
  indirect by Командующий сектором полковник Олег Ким cue утверждает says перевал взят
"""


@pytest.mark.parametrize(("text", "claims"), table(INSERTIONS))
def test_insertions(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
