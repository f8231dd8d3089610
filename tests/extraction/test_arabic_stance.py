"""How a source stands to what is said in Arabic: denied, declined, wanted, expected, hearsay."""

import pytest

from tests.extraction.tables import lacking, table, told

DENIED = """
# a denial: the content is what is denied
نفت الشركة خفض الإنتاج.
  indirect denied by الشركة cue نفت says خفض الإنتاج
نفى الوزير أن تكون الحكومة استقالت.
  indirect denied by الوزير cue نفى says تكون الحكومة استقالت
ونفت البلدية وجود إصابات بين العمال.
  indirect denied by البلدية cue نفت says وجود إصابات بين العمال
ونقلت صحيفة الضفاف عن الوزير نفيه الاستقالة.
  indirect denied by صحيفة الضفاف > الوزير cue نقلت says الاستقالة
كذبت الوزارة الأنباء عن إغلاق المدارس.
  indirect denied by الوزارة cue كذبت says الأنباء عن إغلاق المدارس

# … but a negated verb of saying denies nothing
لم يقل الوزير متى يفتح الجسر.
  narration says لم يقل الوزير متى يفتح الجسر

# what is not ruled out
ولم تستبعد البلدية انهيار السد.
  indirect hedged by البلدية cue تستبعد says انهيار السد

# people behind a verb that opens the text
طالب العمال بزيادة الأجور.
  indirect desired by العمال cue طالب says بزيادة الأجور
"""

DECLINED = """
# who declines to say
ورفض المتحدث الإدلاء بأي تصريح.
  no_comment declined by المتحدث cue رفض says الإدلاء بأي تصريح
رفضت الوزارة التعليق على الخبر.
  no_comment declined by الوزارة cue رفضت says التعليق على الخبر
رفض المتحدث تأكيد النبأ.
  no_comment declined by المتحدث cue رفض says تأكيد النبأ
لم ترد وزارة الدفاع على طلب للتعليق.
  no_comment declined by وزارة الدفاع cue ترد says على طلب للتعليق
امتنع المدرب عن الخوض في التفاصيل.
  no_comment declined by المدرب cue امتنع says الخوض في التفاصيل
ولم يعلق الجيش على الهجوم.
  no_comment declined by الجيش cue يعلق says على الهجوم
قال الوزير: "لا أستطيع الخوض في التفاصيل".
  no_comment declined by الوزير cue قال says لا أستطيع الخوض في التفاصيل

# … but an act that is refused is none
رفضت النقابة المشاركة في الاجتماع.
  narration says رفضت النقابة المشاركة في الاجتماع
رفض الحارس تسليم المفتاح للعمال.
  narration says رفض الحارس تسليم المفتاح للعمال
امتنع السكان عن شراء الخبز أسبوعا.
  narration says امتنع السكان عن شراء الخبز أسبوعا

# questions that are passed over
وتجاهلت وزارة النقل أسئلة وجهتها إليها الصحيفة.
  no_comment declined by وزارة النقل cue تجاهلت says أسئلة وجهتها إليها الصحيفة
وتجاهل السائق إشارة المرور أمام الجسر.
  narration says وتجاهل السائق إشارة المرور أمام الجسر

# an hour is no colon
ولم تعقب الوزارة على الخبر حتى الساعة 09:00 مساء.
  no_comment declined by الوزارة cue تعقب says على الخبر حتى الساعة 09:00 مساء
"""

HEARSAY = """
# impersonal hearsay has no source
وأفيد أن القائد قتل.
  indirect hedged by nobody cue أفيد says القائد قتل
ويتوقع أن يصل الوفد غدا.
  indirect future by nobody cue يتوقع says يصل الوفد غدا
ترددت أنباء عن استقالة الوزير.
  indirect hedged by nobody cue ترددت says استقالة الوزير
يعتقد أن الجسر انهار بسبب الأمطار.
  indirect hedged by nobody cue يعتقد says الجسر انهار بسبب الأمطار

# … but a named person who believes or expects speaks
رجح خبراء أن يهطل المطر.
  indirect hedged by خبراء cue رجح says يهطل المطر
توقع المصرف ارتفاع الأسعار في الشتاء.
  indirect future by المصرف cue توقع says ارتفاع الأسعار في الشتاء

# unconfirmed reports
وذكرت تقارير غير مؤكدة أن القائد قتل.
  indirect hedged by تقارير غير مؤكدة cue ذكرت says القائد قتل

# what is expected, by nobody named; not what is planned, nor behind a subject
ومن المتوقع أن تعلن المفوضية النتائج غدا.
  indirect future by nobody cue المتوقع says تعلن المفوضية النتائج غدا
ومن المنتظر أن تعلن المفوضية النتائج غدا.
  indirect future by nobody cue المنتظر says تعلن المفوضية النتائج غدا
ومن المقرر أن تعلن المفوضية النتائج غدا.
  narration future says ومن المقرر أن تعلن المفوضية النتائج غدا
وكان من المتوقع أن تعلن المفوضية النتائج غدا.
  narration future says وكان من المتوقع أن تعلن المفوضية النتائج غدا

# who declines where
ورفض المدير لدى خروجه التعليق على الصفقة.
  no_comment declined by المدير cue رفض says التعليق على الصفقة
ورفض المدير لدى خروجه مصافحة الوزير.
  narration says ورفض المدير لدى خروجه مصافحة الوزير

# what goes back to a day is told by nobody
ترجع الواقعة إلى نوفمبر الماضي حين سرق المحل.
  narration says ترجع الواقعة إلى نوفمبر الماضي حين سرق المحل
"""

MODALITY = """
# a call or a wish
طالبت النقابة بزيادة الأجور.
  indirect desired by النقابة cue طالبت says بزيادة الأجور
دعت البلدية السكان إلى ترشيد المياه.
  indirect desired by البلدية cue دعت says ترشيد المياه
قال الطبيب إن المخزون يجب أن يزداد.
  indirect desired by الطبيب cue قال says المخزون يجب أن يزداد
وقال الوزير إنه يجب فتح الطريق.
  indirect desired by الوزير cue قال says يجب فتح الطريق
وحث المبعوث الأطراف على ضبط النفس.
  indirect desired by المبعوث cue حث says ضبط النفس

# what is to come
وهددت الحركة بقصف الميناء.
  indirect future by الحركة cue هددت says بقصف الميناء
ورأى المحلل نبيل قدور أن الأزمة ستطول.
  indirect future by المحلل نبيل قدور cue رأى says الأزمة ستطول
قال الوزير إن القوات ستعود غدا.
  indirect future by الوزير cue قال says القوات ستعود غدا
تعهد الرئيس بإعادة الإعمار.
  indirect future by الرئيس cue تعهد says بإعادة الإعمار
قالت الوزيرة إن المدارس لن تغلق.
  indirect future by الوزيرة cue قالت says المدارس لن تغلق
قال المدير إن المصنع سوف يفتح في الربيع.
  indirect future by المدير cue قال says المصنع سوف يفتح في الربيع
قال الوزير إن الجسر سيفتح غدا.
  indirect future by الوزير cue قال says الجسر سيفتح غدا

# … but neither a noun with the same letter, nor a later clause, nor a condition
قال الوزير إن سيارات الإسعاف وصلت.
  indirect by الوزير cue قال says سيارات الإسعاف وصلت
قال الوزير إن الأعمال بدأت وسينتهي الجسر في الربيع.
  indirect by الوزير cue قال says الأعمال بدأت وسينتهي الجسر في الربيع
قال الوزير إن سياسة الحكومة ثابتة.
  indirect by الوزير cue قال says سياسة الحكومة ثابتة

# what is only possible
قال الخبير إن السد قد ينهار.
  indirect hedged by الخبير cue قال says السد قد ينهار
قال الخبير إن من الممكن إنقاذ السد.
  indirect hedged by الخبير cue قال says من الممكن إنقاذ السد
وقالت الوكالة إن القائد ربما غادر المدينة.
  indirect hedged by الوكالة cue قالت says القائد ربما غادر المدينة

# … but قد before what has happened hedges nothing, nor does an inability
قال الخبير إن السد قد انهار.
  indirect by الخبير cue قال says السد قد انهار
قالت الوزيرة إن الفرق لا يمكنها الوصول إلى القرية.
  indirect by الوزيرة cue قالت says الفرق لا يمكنها الوصول إلى القرية

# what is threatened
وتوعد القائد بالرد على الهجوم.
  indirect future by القائد cue توعد says بالرد على الهجوم
"""

LACKING = """

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    table(DENIED) + table(DECLINED) + table(HEARSAY) + table(MODALITY) + lacking(LACKING),
)
def test_how_it_is_put(text: str, expected: list[str]) -> None:
    assert told(text) == expected
