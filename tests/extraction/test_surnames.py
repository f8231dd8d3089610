"""News names people by their surname alone: names that look like other words speak too, and what
only looks like a name does not."""

import pytest

from tests.extraction.tables import table, told

ARABIC = """
# a name that begins like «to», where nobody else speaks
قال لافروف إن الجسر سليم.
  indirect by لافروف cue قال says الجسر سليم
قالت لاغارد إن الجسر سليم.
  indirect by لاغارد cue قالت says الجسر سليم
قال ألكسندر لوكاشينكو إن الجسر سليم.
  indirect by ألكسندر لوكاشينكو cue قال says الجسر سليم
قال سيرغي لافروف إن الجسر سليم.
  indirect by سيرغي لافروف cue قال says الجسر سليم
# and to whom something is said
قال نور ليورونيوز إن الجسر سليم.
  indirect by يورونيوز > نور cue قال says الجسر سليم
حضر الوزير الحفل. وقال لأورفيلا إن الجسر سليم.
  narration says حضر الوزير الحفل
  indirect by أورفيلا > ∅ = الوزير cue قال says الجسر سليم
# a short noun behind «ب» is no name behind a title
هدد الوزير بحل البرلمان.
  indirect future by الوزير cue هدد says بحل البرلمان
طالب النائب بدر الدين بحل الأزمة.
  indirect desired by النائب بدر الدين cue طالب says بحل الأزمة
قال الرئيس بري إن الجسر سليم.
  indirect by الرئيس بري cue قال says الجسر سليم
# who has an object right behind, where the verb may have no subject of its own
طالب الصدر الحكومة بالاستقالة.
  indirect desired by الصدر cue طالب says بالاستقالة
نفى المالكي تورطه في القضية.
  indirect denied by المالكي cue نفى says تورطه في القضية
نفى الخبر مصدر مسؤول.
  indirect denied by nobody cue نفى says الخبر مصدر مسؤول
اتهم الحوثيون السعودية بالقصف.
  indirect by الحوثيون cue اتهم says السعودية بالقصف
اتهم المتظاهرين بالشغب.
  indirect by nobody cue اتهم says المتظاهرين بالشغب
دعا نور المجتمع الدولي إلى التحرك.
  indirect desired by نور cue دعا says التحرك
# what images show is no part of their naming
أظهرت لقطات جنودا قرب السد.
  indirect by لقطات cue أظهرت says جنودا قرب السد
أظهر مقطع فيديو رجلاً جالساً فوق سيارة.
  indirect by مقطع فيديو cue أظهر says رجلاً جالساً فوق سيارة
أظهرت صور سامي ندى دمارا قرب السد.
  indirect by صور سامي ندى cue أظهرت says دمارا قرب السد
# an adjective that looks like a participle
ترسم الأزمة ملامح لمواجهة معلقة، وهو ما يقلق الناس.
  narration says ترسم الأزمة ملامح لمواجهة معلقة، وهو ما يقلق الناس
# a colour in a name
تبنى تنظيم الراية الحمراء التفجير.
  indirect by تنظيم الراية الحمراء cue تبنى says التفجير
# a movement by its name alone
اتهمت حماس إسرائيل بالمماطلة.
  indirect by حماس cue اتهمت says إسرائيل بالمماطلة
صفق الجمهور بحماس.
  narration says صفق الجمهور بحماس
# an owned noun that begins like the article
أكد السيسي التزامه بالاتفاق.
  indirect by السيسي cue أكد says التزامه بالاتفاق
# whoever accuses somebody, and whoever is accused
غادر النائب القاعة، متهما الحكومة بالتقصير.
  indirect by … = النائب cue متهما says الحكومة بالتقصير
خرج الأعضاء عن صمتهم، متهمين الأمين العام بالتزوير.
  narration says خرج الأعضاء عن صمتهم
  indirect by … = الأعضاء cue متهمين says الأمين العام بالتزوير
مثل رجل أمام القاضي، متهما بالتجسس.
  narration says مثل رجل أمام القاضي، متهما بالتجسس
وصلت امرأة إلى المحكمة، متهمة بقتل زوجها.
  narration says وصلت امرأة إلى المحكمة، متهمة بقتل زوجها
"""

RUSSIAN = """
# a surname like an adjective
Дернильский заявил, что мост закрыт.
  indirect by Дернильский cue заявил says мост закрыт
Потерпевшая рассказала, что мост закрыт.
  indirect by Потерпевшая cue рассказала says мост закрыт
Дернильский мэр заявил, что мост закрыт.
  indirect by Дернильский мэр cue заявил says мост закрыт
# a surname at the head of a sentence, and an object that looks like a nominative
Ким обвинил Запад во лжи.
  indirect by Ким cue обвинил says Запад во лжи
Петрова призвала Запад к диалогу.
  indirect desired by Петрова cue призвала says диалогу
Ким попросил Петрова остановить стройку.
  indirect desired by Ким cue попросил says остановить стройку
Слухи опровергли и в компании.
  indirect denied by компании cue опровергли says Слухи
# a body behind «в» with its adjective and its owner
Ранее в областном управлении полиции сообщали о пожаре.
  indirect by областном управлении полиции cue сообщали says пожаре
В городе жители сообщили о пожаре.
  indirect by жители cue сообщили says пожаре
# who did something before is who says it
Ким поблагодарил соседей и заявил, что мост готов.
  indirect by Ким cue заявил says мост готов
Ким уехал, заявив, что мост готов.
  indirect by … = Ким cue заявив says мост готов
Наконец приехал Ким, заявив, что мост готов.
  indirect by … = Ким cue заявив says мост готов
"""


@pytest.mark.parametrize(("text", "claims"), table(ARABIC))
def test_arabic(text: str, claims: list[str]) -> None:
    assert told(text, "ar") == claims


@pytest.mark.parametrize(("text", "claims"), table(RUSSIAN))
def test_russian(text: str, claims: list[str]) -> None:
    assert told(text, "ru") == claims
