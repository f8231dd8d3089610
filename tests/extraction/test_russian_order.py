"""Russian in free order: what is refused or denied first, subjects far from their verb."""

import pytest

from tests.extraction.tables import claims_of, table, told

REFUSALS = """
# what is refused stands first, or between the subject and the verb
От комментариев о судьбе складов полковник отказался.
  no_comment declined by полковник cue отказался says От комментариев о судьбе складов
Комментировать сообщения о потерях мэр Али Ким не стал.
  no_comment declined by мэр Али Ким cue стал says Комментировать сообщения о потерях
Мэр Али Ким уехал. Дать более подробный комментарий он отказался.
  narration says Мэр Али Ким уехал
  no_comment declined by он = Мэр Али Ким cue отказался says Дать более подробный комментарий
Подлинность записи полиция пока не комментирует.
  no_comment declined by полиция cue комментирует says Подлинность записи
Кто именно звонил, мэр Али Ким уточнять не стал.
  no_comment declined by мэр Али Ким cue стал says Кто именно звонил
В канцелярии на просьбу прокомментировать слова Кима не ответили.
  no_comment declined by канцелярии cue ответили says на просьбу прокомментировать слова Кима
В автопарке № 3 общаться с прессой не пожелали.
  no_comment declined by автопарке № 3 cue пожелали says общаться с прессой
Следователь от разговора с журналистами уклонился.
  no_comment declined by Следователь cue уклонился says от разговора с журналистами
Президент клуба Али Ким на контакт не идёт.
  no_comment declined by Президент клуба Али Ким cue идёт says на контакт
Мэр Али Ким намекнул, что мост закроют, однако имён не назвал.
  indirect future by Мэр Али Ким cue намекнул says мост закроют
  no_comment declined by ∅ = Мэр Али Ким cue назвал says имён
# acts are no silence
От встречи министр Али Ким отказался.
  narration says От встречи министр Али Ким отказался
От уплаты штрафа компания «Нева» уклонилась.
  narration says От уплаты штрафа компания «Нева» уклонилась
Разговаривать с послом министр Али Ким не пожелал.
  narration says Разговаривать с послом министр Али Ким не пожелал
На контракт игрок не идёт.
  narration says На контракт игрок не идёт
"""

OBJECTS = """
# an object before its verb: confirmed, denied, owned
В мэрии инцидент подтвердили.
  indirect by мэрии cue подтвердили says инцидент
Шубин вину не признаёт.
  indirect denied by Шубин cue признаёт says вину
Власти Гардарии, на которых лежит вина, причастность отрицают.
  indirect denied by Власти Гардарии cue отрицают says причастность
# in the negative nothing is confirmed; a debt is no fault
В мэрии эту информацию не подтвердили.
  narration says В мэрии эту информацию не подтвердили
Суд долг не признал.
  narration says Суд долг не признал
# accusations end at their colon; blame that is laid
Олег Ким обвинил мэра Али Рея в обмане: тот, по словам Кима, знал о проверке.
  indirect by Олег Ким cue обвинил says мэра Али Рея в обмане
  indirect by Кима = Олег Ким cue по словам says тот, по словам Кима, знал о проверке
Министр Али Ким отверг обвинения в обстреле и возложил вину на соседей.
  indirect denied by Министр Али Ким cue отверг says обвинения в обстреле
  indirect by ∅ = Министр Али Ким cue возложил says вину на соседей
Рабочие возложили цветы к мосту.
  narration says Рабочие возложили цветы к мосту
# threats, but not by a weapon; hopes
Врач Пиа Лунд пригрозила газете иском.
  indirect future by Врач Пиа Лунд cue пригрозила says иском
Прохожий Али Ким пригрозил врачу ножом.
  narration says Прохожий Али Ким пригрозил врачу ножом
Тренер Иван Бок выразил надежду на то, что медаль не отберут.
  indirect future by Тренер Иван Бок cue выразил says медаль не отберут
# a call with whom it goes to between
Пётр Ли потребовал от председателя палаты обнародовать список поездок.
  indirect desired by Пётр Ли cue потребовал says обнародовать список поездок
Глава ведомства Йоханна Рист призвала стороны «не подливать масла в огонь».
  direct desired by Глава ведомства Йоханна Рист cue призвала says не подливать масла в огонь
# infinitives behind a light verb
Губернатор Али Ким поспешил заявить, что жертв нет.
  indirect by Губернатор Али Ким cue заявить says жертв нет
Директор вынужден был признать, что мост опасен.
  indirect by Директор cue признать says мост опасен
Мэр Али Ким не успел сообщить, что мост закрыт.
  narration says Мэр Али Ким не успел сообщить, что мост закрыт
Строители начали строить мост.
  narration says Строители начали строить мост
# what the speaker means to do is no content
Анна Ким настаивает, что он невиновен, и намерена обжаловать арест.
  indirect by Анна Ким cue настаивает says он невиновен
# a clause of its own behind «;» and «:»
В ведомстве напомнили, что мост закрыт; глава комитета по связи Анна Тоом считает мост опасным.
  indirect by ведомстве cue напомнили says мост закрыт
  indirect by глава комитета по связи Анна Тоом cue считает says мост опасным
Анна Рей сомневается в прогнозе: по её оценке, цены вырастут.
  indirect by Анна Рей cue сомневается says прогнозе
  indirect future by ∅ = Анна Рей cue оценке says цены вырастут
# a fraction is no object
Прохожего признали виновным в торговле билетами на матч 1/8 финала между сборными.
  narration says Прохожего признали виновным в торговле билетами на матч 1/8 финала между сборными
"""

SUBJECTS = """
# a subject behind what is inserted, or before the first of two verbs
"Вину прошу признать доказанной", – сказал, выступая в прениях, прокурор Артур Ким.
  direct desired by прокурор Артур Ким cue сказал says Вину прошу признать доказанной
Продавец просит за базу 15 тысяч и уверяет, что выгрузка сделана утром.
  indirect by Продавец cue уверяет says выгрузка сделана утром
Между тем механик, уволившийся весной, на условиях анонимности рассказал, что мост закрыт.
  indirect by механик cue рассказал says мост закрыт
"Это не утечка", - написал в своём телеграм-канале директор "Гелиоса" по безопасности Марк Ким.
  direct by директор "Гелиоса" по безопасности Марк Ким cue написал says Это не утечка
Как рассказал на презентации Марк Ким, мост закрыт.
  indirect by Марк Ким cue рассказал says мост закрыт
# a name that only its other places tell
Суд оштрафовал мэра Шубина. Шубин вину не признаёт. Выступая в суде, он заявил, что не брал денег.
  narration says Суд оштрафовал мэра Шубина
  indirect denied by Шубин = мэра Шубина cue признаёт says вину
  indirect by он = мэра Шубина cue заявил says не брал денег
# groups are read to their end
По данным Дернильской обсерватории прав и свобод, мост закрыт.
  indirect by Дернильской обсерватории прав и свобод cue По данным says мост закрыт
Мост закрыт, сообщает «Нева» со ссылкой на три источника в военном командовании.
  indirect by «Нева» > три источника в военном командовании cue сообщает says Мост закрыт
Мост закрыт, передаёт корреспондент ИА REGNUM.
  indirect by корреспондент ИА REGNUM cue передаёт says Мост закрыт
Министр здравоохранения края Анатолий Жук передал, что мост закрыт.
  indirect by Министр здравоохранения края Анатолий Жук cue передал says мост закрыт
# an insertion of the same speaker passes nothing on
Эксперт Олег Ким полагает, что срок сократят: суды, напомнил он, уже так решали.
  indirect future by Эксперт Олег Ким cue полагает says срок сократят: суды
# a described subject whose words are passed on
Как передаёт «Нева», Олег Ким, подозреваемый в краже, заявил матери, что никого не убил.
  indirect by «Нева» > Олег Ким cue заявил says никого не убил
# whom a sentence is about
Ролик снял санитар Олег Ким. Он рассказал, что мост закрыт.
  narration says Ролик снял санитар Олег Ким
  indirect by Он = санитар Олег Ким cue рассказал says мост закрыт
Мост рухнул. О происшествии сообщили в полиции.
  indirect by полиции cue сообщили says Мост рухнул
О решении суда сообщил адвокат Олег Ким.
  indirect by адвокат Олег Ким cue сообщил says решении суда
# an office behind «в», and what it speaks of
На предприятии обвинения назвали голословными.
  indirect by предприятии cue назвали says голословными
В министерстве образования назвали условия абсурдными.
  indirect by министерстве образования cue назвали says условия абсурдными
«Мост цел», — заявили в суде.
  direct by суде cue заявили says Мост цел
Ольга Тор опубликовала расследование, в котором утверждается, что чиновник купил дом.
  narration says Ольга Тор опубликовала расследование
  indirect by расследование cue утверждается says чиновник купил дом
# relayers beside the one they cite
«Мост цел», — цитирует Кима BNews.
  direct by BNews > Кима cue цитирует says Мост цел
«Мост цел», - цитирует издание мать солдата Светлану Ващенко.
  direct by издание > мать солдата Светлану Ващенко cue цитирует says Мост цел
По информации от представителей завода, мост закрыт.
  indirect by представителей завода cue По информации says мост закрыт
МИД Иврении утверждает, что мост цел. Два источника в полиции Иврении заявили, что он закрыт.
  indirect by МИД Иврении cue утверждает says мост цел
  indirect by Два источника в полиции Иврении cue заявили says он закрыт
# the full naming holds «по» and a name in marks
Чемпионка мира по боксу Рута Ансен отстранена. Ансен настаивала на своей вине.
  narration says Чемпионка мира по боксу Рута Ансен отстранена
  indirect by Ансен = Чемпионка мира по боксу Рута Ансен cue настаивала says своей вине
Суд допросил директора «Невы» Олега Кима. Свидетель Ким показал, что деньги отдал.
  narration says Суд допросил директора «Невы» Олега Кима
  indirect by Свидетель Ким = директора «Невы» Олега Кима cue показал says деньги отдал
"""


@pytest.mark.parametrize(("text", "claims"), table(REFUSALS))
def test_refusals(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(OBJECTS))
def test_objects(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(("text", "claims"), table(SUBJECTS))
def test_subjects(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Мэр заявил, что он приедет, посмотрит и уедет.", []),
        ("Мэр сказал, что спросит, как живут люди, как работает мост и что там строят.", []),
        ("Мэр заявил, что закрыты мост, школа и аэропорт.", ["мост", "школа", "аэропорт"]),
    ],
)
def test_what_somebody_does_is_no_list(text: str, parts: list[str]) -> None:
    [claim] = claims_of(text, "ru")
    assert [part.of(text) for part in claim.parts] == parts


MORE = """
# «дом» is no instrumental, «политику» no politician
Белый дом опроверг сообщения о переговорах.
  indirect denied by Белый дом cue опроверг says сообщения о переговорах
Депутаты ушли: лидер фракции Пётр Гай назвал политику губительной.
  indirect by лидер фракции Пётр Гай cue назвал says политику губительной
# a refusal as a gerund
В компании подтвердили, что сделка закрыта, отказавшись назвать сумму.
  indirect by компании cue подтвердили says сделка закрыта
  no_comment declined by ∅ = компании cue отказавшись says назвать сумму
# what somebody comments on stands between
«Мы будем обжаловать», — прокомментировал решение суда юрист фонда Антон Бек.
  direct future by юрист фонда Антон Бек cue прокомментировал says Мы будем обжаловать
"""


@pytest.mark.parametrize(("text", "claims"), table(MORE))
def test_words_that_look_alike(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


MODALITY = """
# perfective futures, doubts and requests by the word alone
Эксперт Олег Ким считает, что это продемонстрирует готовность сторон.
  indirect future by Эксперт Олег Ким cue считает says это продемонстрирует готовность сторон
Эксперт Олег Ким опасается, что мост не построят.
  indirect hedged by Эксперт Олег Ким cue опасается says мост не построят
Мэр Али Ким сказал: «Не выходите на балконы».
  direct desired by Мэр Али Ким cue сказал says Не выходите на балконы
Мэр Али Ким сказал: «Вы видите мост».
  direct by Мэр Али Ким cue сказал says Вы видите мост
# nobody's expectation, set in between
Президент Залесья, ожидается, подпишет закон.
  indirect future by nobody cue ожидается says Президент Залесья, ожидается, подпишет закон
"""


@pytest.mark.parametrize(("text", "claims"), table(MODALITY))
def test_modality(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims


SPEECH = """
# a line of speech in several sentences, up to its cue
— Я думала, это всё. Колёса крутились в воздухе! — вспоминает пассажирка Света Ким.
  direct by пассажирка Света Ким cue вспоминает says Я думала, это всё. Колёса крутились в воздухе
"""


@pytest.mark.parametrize(("text", "claims"), table(SPEECH))
def test_lines_of_speech(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
