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
  indirect by Аналитик Али Ким cue оценивает says «Пламя» в 5 млн
Мэр Али Ким сообщил «Пламени», что мост закрыт.
  indirect by «Пламени» > Мэр Али Ким cue сообщил says мост закрыт
# a pronoun that opens the sentence is the subject, though a plural stands behind
Стороны приехали. Они призвали все страны воздерживаться от ударов.
  indirect desired by Они cue призвали says воздерживаться от ударов
# of «мост закрыт, не сообщил Ким» nothing is reported
Мост закроют, не исключил министр Али Ким.
  indirect hedged by министр Али Ким cue исключил says Мост закроют
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

CUES = """
# hearsay of documents and of nobody
Запрет продлят, оговаривается в постановлении.
  indirect future by постановлении cue оговаривается says Запрет продлят
Из заявления МИД следует, что переговоры прерваны.
  indirect by заявления МИД cue следует says переговоры прерваны
Из этого следует, что переговоры прерваны.
  narration desired says Из этого следует, что переговоры прерваны
Как явствует из заключения экспертов, огонь вспыхнул в цехе.
  indirect by заключения экспертов cue явствует says огонь вспыхнул в цехе
«Мост цел», — указывается в опубликованном сегодня заявлении министерства.
  direct by заявлении министерства cue указывается says Мост цел
По слухам, мост закрыт.
  indirect by nobody cue По слухам says мост закрыт
# «как» behind what is described
Министр Али Ким охарактеризовал переговоры как полезные.
  indirect by Министр Али Ким cue охарактеризовал says переговоры как полезные
Министр Али Ким описал ситуацию в городе.
  narration says Министр Али Ким описал ситуацию в городе
# only behind its content
Мост закроют, знает источник, близкий к мэрии.
  indirect future by источник, близкий к мэрии cue знает says Мост закроют
Министр Али Ким знает, что мост закрыт.
  narration says Министр Али Ким знает, что мост закрыт
# calls, oaths, confessions
Адвокат Анна Ли ходатайствовала о новой экспертизе.
  indirect desired by Адвокат Анна Ли cue ходатайствовала says новой экспертизе
Анна Ли клянётся, что солдат не было.
  indirect by Анна Ли cue клянётся says солдат не было
Олег Ким признался в краже.
  indirect by Олег Ким cue признался says краже
Олег Ким признался в эфире, что боится.
  indirect by Олег Ким cue признался says боится
Рубль ослабнет, прогнозирует аналитик Олег Ким.
  indirect future by аналитик Олег Ким cue прогнозирует says Рубль ослабнет
# attention
Социолог Олег Ким обратил внимание на очереди.
  indirect by Социолог Олег Ким cue обратил says очереди
Социолог Олег Ким обратил внимание на то, что очереди длинные.
  indirect by Социолог Олег Ким cue обратил says очереди длинные
Социолог Олег Ким обратил на себя внимание.
  narration says Социолог Олег Ким обратил на себя внимание
# a noun behind «по её словам» that is nobody
Врач Анна Ли считает, что список устарел. Бинты, по её словам, кончились.
  indirect by Врач Анна Ли cue считает says список устарел
  indirect by ∅ = Врач Анна Ли cue словам says Бинты, по её словам, кончились
# whom a sentence without speech was about
Министр Олег Кросс вышел к людям. Сказал, что победит.
  narration says Министр Олег Кросс вышел к людям
  indirect future by ∅ = Министр Олег Кросс cue Сказал says победит
Министр Олег Кросс вышел к людям. Министра ждали. Сказали, что победит.
  narration says Министр Олег Кросс вышел к людям
  indirect future by nobody cue Сказали says победит
Лейтенант на посту машет рукой. О том, что мост закрыт, он предупреждает сразу.
  narration says Лейтенант на посту машет рукой
  indirect by он = Лейтенант cue предупреждает says мост закрыт
"""

NOUNS = """
# trades, and their declension
Ополченец Олег Ким рассказал, что мост закрыт. По словам ополченца, плотина цела.
  indirect by Ополченец Олег Ким cue рассказал says мост закрыт
  indirect by ополченца = Ополченец Олег Ким cue По словам says плотина цела
По словам марафонца Олега Кима, мост закрыт.
  indirect by марафонца Олега Кима cue По словам says мост закрыт
Рассказы ополченцев собрали в книгу.
  narration says Рассказы ополченцев собрали в книгу
# who is meant by a trade alone
Двукратная чемпионка мира Рута Ли заявила, что пробу вскрыли. Лыжница добавила, что подаст жалобу.
  indirect by Двукратная чемпионка мира Рута Ли cue заявила says пробу вскрыли
  indirect future by Лыжница = Двукратная чемпионка мира Рута Ли cue добавила says подаст жалобу
# bodies of regions
В обладминистрации на запрос газеты не ответили.
  no_comment declined by обладминистрации cue ответили says на запрос газеты
В области на запрос газеты не ответили.
  narration says В области на запрос газеты не ответили
По данным экзитпола, побеждает Ким.
  indirect by экзитпола cue По данным says побеждает Ким
# refusals in the present, and of other verbs
Директор Олег Ким на звонки не отвечает.
  no_comment declined by Директор Олег Ким cue отвечает says на звонки
Директор Олег Ким отказался сообщить подробности.
  no_comment declined by Директор Олег Ким cue отказался says сообщить подробности
# a body's name in marks ends before an instrumental
В «Теплосетях» причиной аварии назвали износ трубы.
  indirect by «Теплосетях» cue назвали says износ трубы
"""


@pytest.mark.parametrize(("text", "claims"), table(INSERTIONS))
def test_insertions(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(CUES))
def test_cues(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(NOUNS))
def test_nouns(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
