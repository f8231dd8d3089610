"""Quotations in Arabic: every mark, nested, long, unclosed, stray, and names that quote nobody."""

import pytest

from tests.extraction.tables import lacking, table, told

MARKS = """
# every mark opens and closes a quotation
قال المتحدث إن (الجسر مغلق والطريق آمن).
  direct by المتحدث cue قال says الجسر مغلق والطريق آمن
قال الوزير: "الجسر مغلق".
  direct by الوزير cue قال says الجسر مغلق
قال الوزير: «الجسر مغلق».
  direct by الوزير cue قال says الجسر مغلق
قال الوزير: “الجسر مغلق”.
  direct by الوزير cue قال says الجسر مغلق
قال الوزير: „الجسر مغلق“.
  direct by الوزير cue قال says الجسر مغلق
قال الوزير ″الجسر مغلق منذ الفجر″.
  direct by الوزير cue قال says الجسر مغلق منذ الفجر
قال الوزير: »الجسر مغلق«.
  direct by الوزير cue قال says الجسر مغلق

# with a colon, without one, with إن before the mark or inside it
قال الوزير "الجسر مغلق منذ الفجر".
  direct by الوزير cue قال says الجسر مغلق منذ الفجر
قال الوزير إن "الجسر مغلق منذ الفجر".
  direct by الوزير cue قال says الجسر مغلق منذ الفجر
قال الوزير: "إن الجسر مغلق منذ الفجر".
  direct by الوزير cue قال says الجسر مغلق منذ الفجر
وقال الوزير إن: الجسر مغلق منذ الفجر.
  indirect by الوزير cue قال says الجسر مغلق منذ الفجر

# a colon without marks
قالت الشركة في بيان: الأجور صرفت. وأضاف البيان: الطريق آمن.
  direct by الشركة cue قالت says الأجور صرفت
  direct by البيان = الشركة cue أضاف says الطريق آمن

# a verb of saying with no opener at all
وعن موعد الاقتراع قال الوزير هذه مسألة قانونية.
  direct by الوزير cue قال says هذه مسألة قانونية

# some words in marks
وصف الوزير القرار بأنه "كارثة" بكل المقاييس.
  mixed by الوزير cue وصف says القرار بأنه "كارثة" بكل المقاييس
وقال الوزير إن القرار "خطوة" نحو السلام.
  mixed by الوزير cue قال says القرار "خطوة" نحو السلام
وقال الوزير إن "القرار خطوة" نحو السلام.
  mixed by الوزير cue قال says "القرار خطوة" نحو السلام
وقال الوزير إن "القرار خطوة مهمة" لكنها لا تكفي.
  mixed by الوزير cue قال says "القرار خطوة مهمة" لكنها لا تكفي
وقالت الوزيرة إن "الجسر مغلق"، وإن "السد سليم".
  mixed by الوزيرة cue قالت says "الجسر مغلق"، وإن "السد سليم"
ونفى الوزير "وجود أي خلاف" داخل الحكومة.
  mixed denied by الوزير cue نفى says "وجود أي خلاف" داخل الحكومة
قال الوزير إن الجسر "آمن تماما" أمام السيارات.
  mixed by الوزير cue قال says الجسر "آمن تماما" أمام السيارات
قال الوزير: "الطريق مفتوح" أمام الشاحنات.
  mixed by الوزير cue قال says "الطريق مفتوح" أمام الشاحنات
وصفت النقابة القرار بأنه "كارثة".
  mixed by النقابة cue وصفت says القرار بأنه "كارثة"

# a gloss behind the mark is the outlet's
قال الوزير: «ناقشنا الأمر معهم»، أي النقابة.
  direct by الوزير cue قال says ناقشنا الأمر معهم
وقال الجندي: "غادرنا الميناء" الواقع شرق المدينة.
  direct by الجندي cue قال says غادرنا الميناء

# the quotation before its verb
«لا ننام هنا منذ أسبوع» يقول الطبيب.
  direct by الطبيب cue يقول says لا ننام هنا منذ أسبوع
"الجسر مغلق منذ الفجر"، قال الوزير.
  direct by الوزير cue قال says الجسر مغلق منذ الفجر
«لن نرحل من هنا»، يقول الصياد سالم الحاج.
  direct future by الصياد سالم الحاج cue يقول says لن نرحل من هنا

# the first sentence of a quotation tells its modality
قال الوزير: "الجسر مغلق. سنعود غدا".
  direct by الوزير cue قال says الجسر مغلق. سنعود غدا

# a closing mark that nothing opened is left out
قال الوزير إن الجسر مغلق".
  indirect by الوزير cue قال says الجسر مغلق
قال الوزير إن الجسر مغلق». وأضاف أن السد سليم.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue أضاف says السد سليم

# an object that is quoted in part, behind a venue
ودان المحافظ في بيان الهجوم "الجبان".
  mixed by المحافظ cue دان says الهجوم "الجبان"

# هكذا وصف
هكذا وصف المحافظ الوضع: "كارثة بكل المقاييس".
  direct by المحافظ cue وصف says كارثة بكل المقاييس

# whoever no list knows behind a quotation; how it was said
"جاء الماء ليلا ونحن نيام"، تقول العجوز السبعينية.
  direct by العجوز السبعينية cue تقول says جاء الماء ليلا ونحن نيام
وعلق مدون معروف ساخرا: «متى يفتح الجسر؟».
  direct by مدون معروف cue علق says متى يفتح الجسر
"""

LONG = """
# a quotation of several sentences is one claim
قال الوزير: "الجسر مغلق. الطريق آمن. عدنا الآن". وأضاف أن السد سليم.
  direct by الوزير cue قال says الجسر مغلق. الطريق آمن. عدنا الآن
  indirect by ∅ = الوزير cue أضاف says السد سليم
قال الوزير: «هل الجسر آمن؟ نعم! الجسر آمن».
  direct by الوزير cue قال says هل الجسر آمن؟ نعم! الجسر آمن
وقالت أم لأربعة أطفال "خرجنا ليلا. لم نحمل شيئا."
  direct by أم لأربعة أطفال cue قالت says خرجنا ليلا. لم نحمل شيئا

# two dots go on in the same breath
قال الوزير: "الجسر مغلق.. والطريق آمن".
  direct by الوزير cue قال says الجسر مغلق.. والطريق آمن

# a quotation in a quotation
قال الوزير: «سمعت الضابط يصرخ "ابتعدوا" ثم انهار الجسر».
  direct by الوزير cue قال says سمعت الضابط يصرخ "ابتعدوا" ثم انهار الجسر

# a quotation that is never closed ends with its line
قال الوزير: "الجسر مغلق. الطريق آمن.¶وقالت البلدية إن الماء عاد.
  direct by الوزير cue قال says الجسر مغلق. الطريق آمن
  indirect by البلدية cue قالت says الماء عاد
قال الوزير: «الجسر مغلق والطريق آمن.¶وقالت البلدية إن الماء عاد.
  direct by الوزير cue قال says الجسر مغلق والطريق آمن
  indirect by البلدية cue قالت says الماء عاد

# what follows the quotation is another claim
وقال الوزير "إن الجسر مغلق" مضيفا أن "السد سليم".
  direct by الوزير cue قال says الجسر مغلق
  direct by … = الوزير cue مضيفا says السد سليم
وقال الوزير: "الجسر مغلق"، لكنه أكد أن الطريق آمن.
  direct by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue أكد says الطريق آمن
قال الوزير: "الجسر مغلق". وقالت البلدية إن الماء عاد.
  direct by الوزير cue قال says الجسر مغلق
  indirect by البلدية cue قالت says الماء عاد
قال الوزير: "الجسر مغلق"، مضيفا: "الطريق آمن".
  direct by الوزير cue قال says الجسر مغلق
  direct by … = الوزير cue مضيفا says الطريق آمن

# a name and a colon at the head of a line: transcripts, live blogs, headlines
المذيع: ما رأيكم؟¶الوزير سامر نور: القرار صائب. لن نتراجع.¶سامر نور: المعارضة حرة في رأيها دائما.
  direct by الوزير سامر نور says القرار صائب. لن نتراجع
  direct by سامر نور = الوزير سامر نور says المعارضة حرة في رأيها دائما
قال المدير سامر نور إن السد سليم.¶س: متى تنتهي الأشغال؟¶ج: تنتهي الأشغال قبل الصيف المقبل.
  indirect by المدير سامر نور cue قال says السد سليم
  direct by ∅ = المدير سامر نور says تنتهي الأشغال قبل الصيف المقبل
10:45 – وزارة الصحة: ارتفاع عدد القتلى إلى 45.
  direct by وزارة الصحة says ارتفاع عدد القتلى إلى 45
10:52 – رويترز عن مصدر أمني: الانفجار ناجم عن سيارة مفخخة.
  direct by رويترز > مصدر أمني says الانفجار ناجم عن سيارة مفخخة
• قال متحدث باسم الجيش إن المنطقة أغلقت.
  indirect by متحدث باسم الجيش cue قال says المنطقة أغلقت

# … but neither a place nor a heading
الطقس: أمطار غزيرة في الشمال والوسط غدا.
  narration says الطقس: أمطار غزيرة في الشمال والوسط غدا
اقرأ أيضا: الجيش يعزز قواته على الحدود
المدير المسؤول: سامر نور

# a colon and إن, without marks
وقال الوزير عقب الجلسة: إن وجهات النظر متطابقة.
  indirect by الوزير cue قال says وجهات النظر متطابقة
وقال الوزير عقب الجلسة: "إن وجهات النظر متطابقة".
  direct by الوزير cue قال says وجهات النظر متطابقة

# a surname that was told before, and a colon
وقال النائب وديع قرطاس إن الماء انقطع.¶قرطاس: وزعوا علينا الماء إذن.
  indirect by النائب وديع قرطاس cue قال says الماء انقطع
  direct by قرطاس = النائب وديع قرطاس says وزعوا علينا الماء إذن
وصل النائب وديع قرطاس إلى درنيل.¶الطقس: غيوم وأمطار في الشمال.
  narration says وصل النائب وديع قرطاس إلى درنيل
  narration says الطقس: غيوم وأمطار في الشمال

# a quotation that stands alone behind its speaker's is his; not in another line, nor a name
وقال الطبيب: "عشرة جرحى هنا". "لا دواء لدينا".
  direct by الطبيب cue قال says عشرة جرحى هنا
  direct by ∅ = الطبيب says لا دواء لدينا
"لقد أنجز الجزء السهل"، تقول الباحثة ندى نور. "أما الجزء الصعب فلم يبدأ بعد".
  direct by الباحثة ندى نور cue تقول says لقد أنجز الجزء السهل
  direct by ∅ = الباحثة ندى نور says أما الجزء الصعب فلم يبدأ بعد
وقال الطبيب: "عشرة جرحى هنا".¶"لا دواء لدينا اليوم" شعار رفعه المحتجون.
  direct by الطبيب cue قال says عشرة جرحى هنا
  narration says "لا دواء لدينا اليوم" شعار رفعه المحتجون
وقال الطبيب إن الجرحى عشرة. "شارع الحرية الكبير" مغلق منذ الفجر.
  indirect by الطبيب cue قال says الجرحى عشرة
  narration says "شارع الحرية الكبير" مغلق منذ الفجر
"""

NAMES = """
# a name in marks quotes nobody
أعلنت حركة «الراية البيضاء» أن مقاتليها انسحبوا.
  indirect by حركة «الراية البيضاء» cue أعلنت says مقاتليها انسحبوا
وقالت الوزارة إن سفينة "نجمة البحر" غادرت الميناء.
  indirect by الوزارة cue قالت says سفينة "نجمة البحر" غادرت الميناء
وقال قائد الحرس إن عملية «درع الشمال» انتهت.
  indirect by قائد الحرس cue قال says عملية «درع الشمال» انتهت
وذكرت صحيفة "الضفاف" أن المصنع أغلق.
  indirect by صحيفة "الضفاف" cue ذكرت says المصنع أغلق
غادرت سفينة «نجمة البحر» الميناء فجرا.
  narration says غادرت سفينة «نجمة البحر» الميناء فجرا
انتشر مقاتلو «الراية البيضاء» في التلال.
  narration says انتشر مقاتلو «الراية البيضاء» في التلال

# … but one marked word that is none makes the content mixed
وقال المهندس إن المبنى "آمن" تماما.
  mixed by المهندس cue قال says المبنى "آمن" تماما

# where it was said is no quotation
وكتب النائب سامر نور عبر حسابه على «فيسبوك» قائلا: «الجسر مغلق».
  direct by النائب سامر نور cue كتب says الجسر مغلق
وقال المحافظ في المؤتمر الصحفي: "الجسر مغلق".
  direct by المحافظ cue قال says الجسر مغلق
"""

LACKING = """
# parentheses are not read as marks behind a verb of saying
قال الوزير (الجسر مغلق منذ الفجر ولن يفتح).
  direct by الوزير cue قال says الجسر مغلق منذ الفجر ولن يفتح

# the clause behind a quotation is lost where it goes on with لدى
وقال الوزير إنه "لا نية" لدى الحكومة لرفع الأسعار.
  mixed by الوزير cue قال says "لا نية" لدى الحكومة لرفع الأسعار

# a quoted noun object is taken for a name of its source or hides the report
وأكد الوزير «ضرورة» وقف القتال.
  mixed by الوزير cue أكد says «ضرورة» وقف القتال
وأعلن الجيش في بيان "السيطرة على التل" بعد معركة.
  mixed by الجيش cue أعلن says "السيطرة على التل" بعد معركة
"""


@pytest.mark.parametrize(
    ("text", "expected"), table(MARKS) + table(LONG) + table(NAMES) + lacking(LACKING)
)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert told(text) == expected
