"""Where content stands beside its cue in Russian, and where it ends."""

import pytest

from tests.extraction.tables import table, told

CONTENT = """
# verb, что
Мэр Дернила Али Ким заявил, что мост закрыт.
  indirect by Мэр Дернила Али Ким cue заявил says мост закрыт
# words between a verb and its clause
Мэр Али Ким, отвечая на вопрос, сообщил в среду журналистам, что мост закрыт.
  indirect by Мэр Али Ким cue сообщил says мост закрыт
Мэр Али Ким, в частности, сообщил, что мост закрыт.
  indirect by Мэр Али Ким cue сообщил says мост закрыт
# о + locative, о том, что
Мэр Али Ким сообщил о закрытии моста.
  indirect by Мэр Али Ким cue сообщил says закрытии моста
Мэр Али Ким рассказал о том, что мост закрыт.
  indirect by Мэр Али Ким cue рассказал says мост закрыт
О закрытии моста сообщил мэр Али Ким.
  indirect by мэр Али Ким cue сообщил says закрытии моста
О том, что мост закрыт, в мае писал «Речной вестник».
  indirect by «Речной вестник» cue писал says мост закрыт
# nouns: only what stands for an event, or what is denied, accused, judged
Мэр Али Ким подчеркнул важность ремонта.
  indirect by Мэр Али Ким cue подчеркнул says важность ремонта
Мэр Али Ким опроверг слухи о закрытии моста.
  indirect denied by Мэр Али Ким cue опроверг says слухи о закрытии моста
Мэр Али Ким обвинил подрядчика в срыве сроков.
  indirect by Мэр Али Ким cue обвинил says подрядчика в срыве сроков
Мэр Али Ким назвал ремонт необходимым.
  indirect by Мэр Али Ким cue назвал says ремонт необходимым
Мэр Али Ким считает ремонт ошибкой.
  indirect by Мэр Али Ким cue считает says ремонт ошибкой
Власти эти сообщения отвергли.
  indirect denied by Власти cue отвергли says эти сообщения
# calls and pledges
Мэр Али Ким призвал жителей покинуть берег.
  indirect desired by Мэр Али Ким cue призвал says покинуть берег
Мэр Али Ким призвал к спокойствию.
  indirect desired by Мэр Али Ким cue призвал says спокойствию
Мэр Али Ким пообещал открыть мост весной.
  indirect future by Мэр Али Ким cue пообещал says открыть мост весной
Закрыть мост потребовала прокуратура.
  indirect desired by прокуратура cue потребовала says Закрыть мост
# clause, verb X
Мост закрыт, сообщил мэр Дернила Али Ким.
  indirect by мэр Дернила Али Ким cue сообщил says Мост закрыт
Мост, сообщил мэр Али Ким, нуждается в ремонте.
  indirect by мэр Али Ким cue сообщил says Мост, сообщил мэр Али Ким, нуждается в ремонте
# что ends at a gerund, a second verb, another speaker, an act
Мэр Али Ким заявил, что мост закрыт, отметив, что плотина цела.
  indirect by Мэр Али Ким cue заявил says мост закрыт
  indirect by … = Мэр Али Ким cue отметив says плотина цела
Мэр Али Ким заявил, что мост закрыт, но признал, что плотина цела.
  indirect by Мэр Али Ким cue заявил says мост закрыт
  indirect by ∅ = Мэр Али Ким cue признал says плотина цела
Мэр Али Ким заявил, что мост закрыт, однако прокурор Анна Ли утверждает, что мост открыт.
  indirect by Мэр Али Ким cue заявил says мост закрыт
  indirect by прокурор Анна Ли cue утверждает says мост открыт
Мэр Али Ким заявил, что мост закрыт, и уехал на вокзал.
  indirect by Мэр Али Ким cue заявил says мост закрыт
# the verb itself may be negated: nothing is said
Мэр Али Ким не уточнил, когда откроют мост.
  narration says Мэр Али Ким не уточнил, когда откроют мост
Мэр Али Ким не исключил закрытия моста.
  indirect hedged by Мэр Али Ким cue исключил says закрытия моста
"""

ADJUNCTS = """
# по словам, at the head, in the middle, at the end
По словам мэра Али Кима, мост закрыт.
  indirect by мэра Али Кима cue По словам says мост закрыт
Мост, по словам мэра Али Кима, закрыт.
  indirect by мэра Али Кима cue по словам says Мост, по словам мэра Али Кима, закрыт
Мост закрыт, по словам мэра Али Кима.
  indirect by мэра Али Кима cue по словам says Мост закрыт
По словам мэра, который приехал на берег, мост закрыт.
  indirect by мэра cue По словам says мост закрыт
# of it with his, her, their
Мэр Али Ким заявил, что мост закрыт. По его словам, плотина цела.
  indirect by Мэр Али Ким cue заявил says мост закрыт
  indirect by ∅ = Мэр Али Ким cue словам says плотина цела
# по данным needs a body that can vouch
По данным полиции, мост закрыт.
  indirect by полиции cue По данным says мост закрыт
По данным таблицы, команда занимает пятое место.
  narration says По данным таблицы, команда занимает пятое место
По данным на 10 мая, мост закрыт третий день.
  narration says По данным на 10 мая, мост закрыт третий день
По предварительным данным, мост обрушился ночью.
  indirect by nobody cue По предварительным данным says мост обрушился ночью
# согласно: a source, or a legal ground
Согласно докладу инспекции, мост опасен.
  indirect by докладу инспекции cue Согласно says мост опасен
Согласно закону, мост принадлежит области.
  narration says Согласно закону, мост принадлежит области
# как + verb
Как сообщил мэр Али Ким, мост закрыт.
  indirect by мэр Али Ким cue сообщил says мост закрыт
Мост, как утверждает мэр Али Ким, закрыт.
  indirect by мэр Али Ким cue утверждает says Мост, как утверждает мэр Али Ким, закрыт
Как следует из отчета ведомства, мост опасен.
  indirect by отчета ведомства cue следует says мост опасен
# nobody, or a document
Сообщается, что мост закрыт.
  indirect by nobody cue Сообщается says мост закрыт
Ранее стало известно о закрытии моста.
  indirect by nobody cue известно says закрытии моста
Мост закрыт, говорится в сообщении полиции.
  indirect by сообщении полиции cue говорится says Мост закрыт
В докладе инспекции отмечается, что мост опасен.
  indirect by докладе инспекции cue отмечается says мост опасен
"""


@pytest.mark.parametrize(("text", "claims"), table(CONTENT))
def test_content(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(ADJUNCTS))
def test_adjuncts(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
