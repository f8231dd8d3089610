"""What is said in Arabic: how content opens, where it ends, and what the outlet says itself."""

import pytest

from tests.extraction.tables import lacking, table, told

OPENINGS = """
# every spelling of إن opens the content, and its suffix is left out
قال الوزير ان الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
أكد الوزير إن الجسر مغلق.
  indirect by الوزير cue أكد says الجسر مغلق
قال الوزير بأن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
أشار الوزير إلى أن الجسر مغلق.
  indirect by الوزير cue أشار says الجسر مغلق
شدد الوزير على أن الجسر مغلق.
  indirect by الوزير cue شدد says الجسر مغلق
قالت القوات إنها سيطرت على التل.
  indirect by القوات cue قالت says سيطرت على التل
وقال الجنود إنهم عادوا إلى التل.
  indirect by الجنود cue قال says عادوا إلى التل
وأكد الوزير بأنه استقال.
  indirect by الوزير cue أكد says استقال

# conjuncts under one verb stay together
قال الوزير إن الجسر مغلق وإن السد سليم.
  indirect by الوزير cue قال says الجسر مغلق وإن السد سليم
وأكدت البلدية أن الماء عاد وأن الخزان امتلأ.
  indirect by البلدية cue أكدت says الماء عاد وأن الخزان امتلأ

# a noun object: a preposition of its own is left out, one on the noun stays
وأعرب الوزير عن قلقه من الوضع في المخيمات.
  indirect by الوزير cue أعرب says قلقه من الوضع في المخيمات
وحذرت المنظمة من انهيار السد في أي لحظة.
  indirect by المنظمة cue حذرت says انهيار السد في أي لحظة
وتبنت الحركة الهجوم على القافلة.
  indirect by الحركة cue تبنت says الهجوم على القافلة
وأعلن مصدر أمني اعتقال خمسة أشخاص في درنيل.
  indirect by مصدر أمني cue أعلن says اعتقال خمسة أشخاص في درنيل
أعلن الجيش سيطرته على القرية.
  indirect by الجيش cue أعلن says سيطرته على القرية
أعلنت الشرطة مقتل ثلاثة جنود في انفجار.
  indirect by الشرطة cue أعلنت says مقتل ثلاثة جنود في انفجار
كشفت الوزارة عن خطة لترميم الجسر.
  indirect by الوزارة cue كشفت says خطة لترميم الجسر
أشار الوزير إلى وجود خلاف بين الشركات.
  indirect by الوزير cue أشار says وجود خلاف بين الشركات
شددت الوزيرة على أهمية فتح الطريق.
  indirect by الوزيرة cue شددت says أهمية فتح الطريق
أفاد مراسل وكالة سدرة بمقتل أربعة أشخاص.
  indirect by مراسل وكالة سدرة cue أفاد says بمقتل أربعة أشخاص
رحبت النقابة بقرار الوزارة.
  indirect by النقابة cue رحبت says بقرار الوزارة
أدان المجلس الهجوم على القافلة.
  indirect by المجلس cue أدان says الهجوم على القافلة
أعلن الحزب انسحابه من الحكومة.
  indirect by الحزب cue أعلن says انسحابه من الحكومة
أكد المتحدث سقوط ثلاثة صواريخ قرب المطار.
  indirect by المتحدث cue أكد says سقوط ثلاثة صواريخ قرب المطار
انتقدت المعارضة تأخر الحكومة في صرف الرواتب.
  indirect by المعارضة cue انتقدت says تأخر الحكومة في صرف الرواتب

# the accused, the described and the cause belong to the content
اتهمت النقابة الشركة بعرقلة الاتفاق.
  indirect by النقابة cue اتهمت says الشركة بعرقلة الاتفاق
واتهم قائد الحرس المتمردين بخرق الهدنة.
  indirect by قائد الحرس cue اتهم says المتمردين بخرق الهدنة
ووصف الوزير القرار بأنه خطأ.
  indirect by الوزير cue وصف says القرار بأنه خطأ
عزا الخبير الانهيار إلى الأمطار.
  indirect by الخبير cue عزا says الانهيار إلى الأمطار

# subject and object are told apart by what can be one name
واتهم النائب نبيل قدور شركة نهر بالغش.
  indirect by النائب نبيل قدور cue اتهم says شركة نهر بالغش
واتهم الرئيس التيماري الغرب بتأجيج الحرب.
  indirect by الرئيس التيماري cue اتهم says الغرب بتأجيج الحرب
وأبلغ الوزير البرلمان أن الجسر مغلق.
  indirect by الوزير cue أبلغ says الجسر مغلق
وحذرت الوزارة المواطنين من شرب الماء.
  indirect by الوزارة cue حذرت says شرب الماء
وناشدت المنظمة المجتمع الدولي التدخل.
  indirect desired by المنظمة cue ناشدت says المجتمع الدولي التدخل
ووصف السكان الوضع بأنه كارثي.
  indirect by السكان cue وصف says الوضع بأنه كارثي
ودعا المبعوث الدولي الأطراف إلى الحوار.
  indirect desired by المبعوث الدولي cue دعا says الحوار
واتهم النائب نبيل قدور الحكومة بالكذب.
  indirect by النائب نبيل قدور cue اتهم says الحكومة بالكذب
وطالب النواب الوزير بالاستقالة.
  indirect desired by النواب cue طالب says بالاستقالة

# a statement of two verbs is two claims of one source
نفت الوزارة استقالة الوزير واتهمت الصحافة بنشر الشائعات.
  indirect denied by الوزارة cue نفت says استقالة الوزير
  indirect by ∅ = الوزارة cue اتهمت says الصحافة بنشر الشائعات
نفت الوزارة استقالة الوزير واتهمت خصومه بنشر الشائعات.
  indirect denied by الوزارة cue نفت says استقالة الوزير
  indirect by ∅ = الوزارة cue اتهمت says خصومه بنشر الشائعات
نفى الوزير الخبر واتهم خصومه بالكذب.
  indirect denied by الوزير cue نفى says الخبر
  indirect by ∅ = الوزير cue اتهم says خصومه بالكذب

# an image or a document speaks
وتظهر صور الأقمار الصناعية حفرا قرب المدرج.
  indirect by صور الأقمار الصناعية cue تظهر says حفرا قرب المدرج
وأظهر استطلاع للرأي أن الحزب يتقدم.
  indirect by استطلاع للرأي cue أظهر says الحزب يتقدم
وتشير تقارير إلى أن القائد فر.
  indirect by تقارير cue تشير says القائد فر
أظهرت صور نشرت على الإنترنت دبابات في الشارع.
  indirect by صور cue أظهرت says دبابات في الشارع
وكشفت وثيقة مسربة أن المخازن فارغة.
  indirect by وثيقة مسربة cue كشفت says المخازن فارغة
وخلص تحقيق برلماني إلى أن الكلفة تضاعفت.
  indirect by تحقيق برلماني cue خلص says الكلفة تضاعفت
وجاء في رسالة من النقابة أن الأجور لم تصرف.
  indirect by رسالة من النقابة cue جاء says الأجور لم تصرف

# an object that does not agree with the subject
واتهم النظام المعارضة بخرق الهدنة.
  indirect by النظام cue اتهم says المعارضة بخرق الهدنة
ودعا الوزير المعارضة إلى الحوار.
  indirect desired by الوزير cue دعا says الحوار
اتهم الوزير المعارضة بعرقلة الاتفاق.
  indirect by الوزير cue اتهم says المعارضة بعرقلة الاتفاق

# a plural in ين is no part of a subject in the singular
وحذر الجيش المتمردين من الاقتراب.
  indirect by الجيش cue حذر says الاقتراب
وأخبرت الطبيبة الصحفيين بأن الجرحى عشرة.
  indirect by الطبيبة cue أخبرت says الجرحى عشرة
ونصحت الشرطة السائقين بتجنب الطريق.
  indirect desired by الشرطة cue نصحت says بتجنب الطريق

# a counterpart is no part of the subject
ودعا وزير الخارجية نظيره إلى زيارة درنيل.
  indirect desired by وزير الخارجية cue دعا says زيارة درنيل

# people may be the subject of a verb in the singular
واتهم السكان البلدية بالإهمال.
  indirect by السكان cue اتهم says البلدية بالإهمال

# the verb's own preposition in the naming of the subject
وشكك مسؤولون في البلدية في سلامة الجسر.
  indirect by مسؤولون في البلدية cue شكك says سلامة الجسر
وشكك المحافظ في سلامة الجسر.
  indirect by المحافظ cue شكك says سلامة الجسر
ورحبت نقابة أطباء بلا ضفاف بما وصفته بالخطوة الشجاعة.
  indirect by نقابة أطباء بلا ضفاف cue رحبت says بما وصفته بالخطوة الشجاعة

# a verb that is a preposition as well, behind what only a verb may follow
وقد عبر الأهالي عن استيائهم من الوضع.
  indirect by الأهالي cue عبر says استيائهم من الوضع
وصلت السفن عبر القناة عن طريق الميناء.
  narration says وصلت السفن عبر القناة عن طريق الميناء

# more of a dateline behind its dash, and one that ends with a colon
صنعاء – وكالات: اتهمت جماعة الضفة الحكومة بشن غارات على الميناء.
  indirect by جماعة الضفة cue اتهمت says الحكومة بشن غارات على الميناء
الرباط: كشف المكتب المركزي أن الجسر مغلق.
  indirect by المكتب المركزي cue كشف says الجسر مغلق
درنيل - صور - أفادت البلدية بانهيار الجسر.
  indirect by البلدية cue أفادت says بانهيار الجسر
القاهرة: الجسر مغلق أمام السيارات منذ أمس.
  narration says القاهرة: الجسر مغلق أمام السيارات منذ أمس

# an object with the article right behind the subject
وأعلن الحزب الانسحاب من الحكومة.
  indirect by الحزب cue أعلن says الانسحاب من الحكومة
وعلل الوزير ارتفاع الأسعار بزيادة كلفة الشحن.
  indirect by الوزير cue علل says ارتفاع الأسعار بزيادة كلفة الشحن
أعلنت شركة "إعمار" تحقيق أرباح كبيرة.
  indirect by شركة "إعمار" cue أعلنت says تحقيق أرباح كبيرة

# participles that are another word elsewhere, behind a comma
قال المحافظ إن السد سليم، معبرا عن أسفه للتأخير.
  indirect by المحافظ cue قال says السد سليم
  indirect by … = المحافظ cue معبرا says أسفه للتأخير
قالت الوزيرة إن السد سليم، مرجحة أن يفتح الجسر غدا.
  indirect by الوزيرة cue قالت says السد سليم
  indirect hedged by … = الوزيرة cue مرجحة says يفتح الجسر غدا
قال النائب إن الجسر مغلق، سائلا: "أين الحكومة؟".
  indirect by النائب cue قال says الجسر مغلق
  direct by … = النائب cue سائلا says أين الحكومة
قال المحافظ إن الموظفين عادوا، كاتبا ومحاسبا وثلاثة حراس.
  indirect by المحافظ cue قال says الموظفين عادوا، كاتبا ومحاسبا وثلاثة حراس

# a present that is another word elsewhere, with what opens content
لكن المحافظ يصر على أن الجسر مغلق.
  indirect by المحافظ cue يصر says الجسر مغلق
وتواصل البلدية إصلاح الجسر.
  narration says وتواصل البلدية إصلاح الجسر

# «ألا» opens content and stays in it
وتوقع المحافظ سامر نور ألا يغلق الجسر.
  indirect future by المحافظ سامر نور cue توقع says ألا يغلق الجسر
وقال المحافظ إنه لا أحد إلا البلدية يملك الجسر.
  indirect by المحافظ cue قال says لا أحد إلا البلدية يملك الجسر

# a noun with a pronoun is no verb
ولا يخفي سكان البلدة خشيتهم من انهيار السد.
  narration says ولا يخفي سكان البلدة خشيتهم من انهيار السد

# whom somebody met is not what was said
وجدد المحافظ، خلال لقائه رئيس البلدية، التأكيد على موقف الحكومة.
  indirect by المحافظ cue جدد says موقف الحكومة

# nouns of the shape مفاعلة
وأعلن الحزب مصارحة أعضائه بالخسارة.
  indirect by الحزب cue أعلن says مصارحة أعضائه بالخسارة
وتمنى النائب على الحكومة مصارحة البرلمان.
  indirect desired by النائب cue تمنى says مصارحة البرلمان

# what is written on something is nobody's
قال المحافظ إن السد سليم. ورفع المحتجون لافتات كتب عليها "أين الماء؟".
  indirect by المحافظ cue قال says السد سليم
  narration says ورفع المحتجون لافتات كتب عليها "أين الماء؟"

# what is described by a clause
ووصفت البلدية ما نشرته الصحيفة بأنه كذب.
  indirect by البلدية cue وصفت says ما نشرته الصحيفة بأنه كذب
نفى المحافظ تسرب الوثائق، ووصف ما يتم تداوله عبر المواقع بالكذب.
  indirect denied by المحافظ cue نفى says تسرب الوثائق
  indirect by ∅ = المحافظ cue وصف says ما يتم تداوله عبر المواقع بالكذب
"""

ENDINGS = """
# content ends at what the outlet adds
قال الوزير إن الجسر مغلق، فيما أغلقت المتاجر أبوابها.
  indirect by الوزير cue قال says الجسر مغلق
  narration says أغلقت المتاجر أبوابها
قالت البلدية إن الماء عاد، بينما ينتظر السكان شاحنات الخبز.
  indirect by البلدية cue قالت says الماء عاد
  narration says ينتظر السكان شاحنات الخبز
أعلن الجيش سيطرته على القرية، وذلك بعد معركة استمرت يومين.
  indirect by الجيش cue أعلن says سيطرته على القرية
  narration says بعد معركة استمرت يومين
وقال الوزير إن الجسر مغلق، لكنه لم يذكر موعدا لفتحه.
  indirect by الوزير cue قال says الجسر مغلق

# content ends at an evidential, a participle, another verb of saying
قال الوزير إن الجسر مغلق، لافتا إلى وجود خطة لترميمه.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by … = الوزير cue لافتا says وجود خطة لترميمه
قال الوزير إن الجسر مغلق وأكد أن السد سليم.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue أكد says السد سليم
قال الوزير إن الجسر مغلق، مشيرا إلى ارتفاع المياه.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by … = الوزير cue مشيرا says ارتفاع المياه
قالت الوزيرة إن الجسر مغلق، مشيرة إلى وجود خلاف بين الشركات.
  indirect by الوزيرة cue قالت says الجسر مغلق
  indirect by … = الوزيرة cue مشيرة says وجود خلاف بين الشركات

# … but not at a clause of the content itself
وقال الوزير إن الجسر مغلق، لكنه سيفتح قريبا.
  indirect by الوزير cue قال says الجسر مغلق، لكنه سيفتح قريبا
وقال المرصد إن عشرة جنود قتلوا، بينهم ضابطان.
  indirect by المرصد cue قال says عشرة جنود قتلوا، بينهم ضابطان
قال الوزير إن الجسر الذي انهار العام الماضي فتح.
  indirect by الوزير cue قال says الجسر الذي انهار العام الماضي فتح
قال الوزير إن الجسر مغلق لأن المياه ارتفعت.
  indirect by الوزير cue قال says الجسر مغلق لأن المياه ارتفعت
قال الوزير إن الجسر مغلق، وإن الطريق آمن، وإن السد سليم.
  indirect by الوزير cue قال says الجسر مغلق، وإن الطريق آمن، وإن السد سليم

# the end of the line ends it, full stop or not
قال الوزير إن الجسر مغلق¶وصلت السفينة فجرا إلى الميناء
  indirect by الوزير cue قال says الجسر مغلق
  narration says وصلت السفينة فجرا إلى الميناء

# what was not told, without a comma
قال الوزير إن الجسر مغلق دون أن يذكر موعدا لفتحه.
  indirect by الوزير cue قال says الجسر مغلق

# حمل with whom and what he bears
وحمل الوزير المقاول مسؤولية الانهيار.
  indirect by الوزير cue حمل says المقاول مسؤولية الانهيار

# what was told next
قال المحافظ إنه يأمل في اتفاق، قبل أن يضيف: "لا نريد الحرب".
  indirect desired by المحافظ cue قال says يأمل في اتفاق
  direct desired by ∅ = المحافظ cue يضيف says لا نريد الحرب
قال المحافظ إن الجسر أغلق من قبل أن تبدأ الأشغال.
  indirect by المحافظ cue قال says الجسر أغلق من قبل أن تبدأ الأشغال

# behind a noun, a clause with «و» goes on with the cue
أعرب المحافظ عن حزنه لانهيار الجسر، وأمر بتشكيل لجنة لإعادة بنائه.
  indirect by المحافظ cue أعرب says حزنه لانهيار الجسر
  narration says وأمر بتشكيل لجنة لإعادة بنائه
أعرب المحافظ عن حزنه لانهيار الجسر، كما عرضت البلدية المساعدة على السكان.
  indirect by المحافظ cue أعرب says حزنه لانهيار الجسر
  narration says كما عرضت البلدية المساعدة على السكان
قال المحافظ إن الجسر انهار، وأمر الوزير بإصلاحه.
  indirect by المحافظ cue قال says الجسر انهار، وأمر الوزير بإصلاحه
كشف المحافظ عن خطة، وبين أن السد سليم.
  indirect by المحافظ cue كشف says خطة
  indirect by ∅ = المحافظ cue بين says السد سليم
ووصف المدرب القرار بالمهزلة، وهدد عبر حسابه على تويتر بالانسحاب من المسابقة.
  indirect by المدرب cue وصف says القرار بالمهزلة
  indirect future by ∅ = المدرب cue هدد says بالانسحاب من المسابقة

# what others say besides
قال المحافظ إن الجسر سليم، وإن رأى مهندسون أن أعمدته تصدعت.
  indirect by المحافظ cue قال says الجسر سليم
  indirect by مهندسون cue رأى says أعمدته تصدعت
قال المحافظ إن الجسر سليم، وإن السد آمن.
  indirect by المحافظ cue قال says الجسر سليم، وإن السد آمن
وقال اثنان من أفراد الطاقم إن النار اندلعت، وأضافا أن المضخات لم تعمل.
  indirect by اثنان من أفراد الطاقم cue قال says النار اندلعت
  indirect by ∅ = اثنان من أفراد الطاقم cue أضافا says المضخات لم تعمل

# a clause of its own ends before the main one
وبينما أقر الوزير بأن الأشغال تأخرت، ألقى اللوم على الحكومة السابقة.
  indirect by الوزير cue أقر says الأشغال تأخرت
  indirect by ∅ = الوزير cue ألقى says اللوم على الحكومة السابقة
وأقر الوزير بأن الأشغال تأخرت، وهو أمر متوقع.
  indirect by الوزير cue أقر says الأشغال تأخرت

# participles that look like a dual or a student
قال المحامي إن موكله مريض، طالبا عرضه على طبيب.
  indirect by المحامي cue قال says موكله مريض
  indirect desired by … = المحامي cue طالبا says عرضه على طبيب
ورأى المحافظ طالبا يعرض كتابه أمام المدرسة.
  narration says ورأى المحافظ طالبا يعرض كتابه أمام المدرسة
قال المحافظ إن الجسر مغلق، عادا ذلك ضرورة.
  indirect by المحافظ cue قال says الجسر مغلق
  indirect desired by … = المحافظ cue عادا says ذلك ضرورة
"""

NARRATION = """
# the outlet's own voice: a sentence, a claim
أغلقت المتاجر أبوابها في درنيل. وعاد الهدوء إلى السوق.
  narration says أغلقت المتاجر أبوابها في درنيل
  narration says وعاد الهدوء إلى السوق

# background formulas are the outlet's
يذكر أن الجسر بني قبل خمسين عاما.
  narration says الجسر بني قبل خمسين عاما
يشار إلى أن المدينة بلا كهرباء منذ شهر.
  narration says المدينة بلا كهرباء منذ شهر
جدير بالذكر أن الجسر بني قبل خمسين عاما.
  narration says الجسر بني قبل خمسين عاما

# … but يذكر with a subject says something
ويذكر المؤرخ سامر الطويل أن الجسر بني قبل خمسين عاما.
  indirect by المؤرخ سامر الطويل cue يذكر says الجسر بني قبل خمسين عاما

# neither a dateline nor a byline is a claim
درنيل (سدرة) - أغلق الجسر أمام السيارات.
  narration says أغلق الجسر أمام السيارات

# a formula with و before it
وتجدر الإشارة إلى أن المدينة بلا كهرباء منذ شهر.
  narration says المدينة بلا كهرباء منذ شهر

# a report inside a background formula
يذكر أن الوزير أعلن أن الجسر مغلق.
  indirect by الوزير cue أعلن says الجسر مغلق

# a noun that reports, with whoever said it
ورغم تأكيد المحافظ سامر نور أن السد سليم، غادر السكان البلدة.
  indirect by المحافظ سامر نور cue تأكيد says السد سليم
  narration says غادر السكان البلدة
وانتظر السكان إعلان النتائج أمام مبنى البلدية.
  narration says وانتظر السكان إعلان النتائج أمام مبنى البلدية
"""

LACKING = """
# an object without an article behind a title (حال الجرحى) is taken for a part of the subject
وصف الطبيب حال الجرحى بأنها خطرة.
  indirect by الطبيب cue وصف says حال الجرحى بأنها خطرة

# an object that may be an adjective is taken for one of the subject, in spite of its gender
ووصف الرئيس كريم الجابر المعارضة بأنها خائنة.
  indirect by الرئيس كريم الجابر cue وصف says المعارضة بأنها خائنة

# an image with a clause behind it (مقطع مصور نشره …) does not speak
أظهر مقطع مصور نشره ناشطون جنودا قرب السد.
  indirect by مقطع مصور cue أظهر says جنودا قرب السد

# a relative clause without الذي stays in the source before إن
وأظهرت صور التقطت من الجو أن الجسر سليم.
  indirect by صور cue أظهرت says الجسر سليم

# a relative clause hides the modality of the verb behind it
قال الوزير إن الجسر الذي انهار العام الماضي سيعود.
  indirect future by الوزير cue قال says الجسر الذي انهار العام الماضي سيعود

# a country behind an adjective of its ruler is taken for his name
واتهم وزير الخارجية التيماري سلمادا بخرق الهدنة.
  indirect by وزير الخارجية التيماري cue اتهم says سلمادا بخرق الهدنة

# a counterpart (نظيره) is taken for a part of the subject
وقال الوزير لنظيره إن الحدود مغلقة.
  indirect by الوزير cue قال says الحدود مغلقة

# a report that the main clause only frames (بعد إعلان … أن) is not seen
وجاءت الخطوة بعد إعلان الحكومة أن الرواتب لن تصرف.
  narration says وجاءت الخطوة بعد إعلان الحكومة أن الرواتب لن تصرف
  indirect future by الحكومة cue إعلان says الرواتب لن تصرف
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    table(OPENINGS) + table(ENDINGS) + table(NARRATION) + lacking(LACKING),
)
def test_what_is_said(text: str, expected: list[str]) -> None:
    assert told(text) == expected
