"""Who speaks in Arabic: before and after the verb, dropped, and taken up again by another name."""

import pytest

from tests.extraction.tables import lacking, table, told

SUBJECTS = """
# verb before its subject
وقال الجيش السلمادي إن الطريق آمن.
  indirect by الجيش السلمادي cue قال says الطريق آمن
وقالت سلمادا إنها ستشارك في المؤتمر.
  indirect future by سلمادا cue قالت says ستشارك في المؤتمر
وأعلن مكتب رئيس الوزراء تأجيل الزيارة.
  indirect by مكتب رئيس الوزراء cue أعلن says تأجيل الزيارة
قال محافظ درنيل إن الجسر مغلق.
  indirect by محافظ درنيل cue قال says الجسر مغلق
وأعلنت وزيرة الصحة مريم حداد أن المستشفى فتح أبوابه.
  indirect by وزيرة الصحة مريم حداد cue أعلنت says المستشفى فتح أبوابه
وقال شهود إن النار أتت على السوق.
  indirect by شهود cue قال says النار أتت على السوق
ذكرت وكالة سدرة أن الميناء توقف عن العمل.
  indirect by وكالة سدرة cue ذكرت says الميناء توقف عن العمل
وأفاد بيان للجيش بأن الطريق آمن.
  indirect by بيان للجيش cue أفاد says الطريق آمن
وكشف تقرير للأمم المتحدة أن المخازن فارغة.
  indirect by تقرير للأمم المتحدة cue كشف says المخازن فارغة
وصرح الناطق باسم البلدية سامر الطويل بأن الأشغال انتهت.
  indirect by الناطق باسم البلدية سامر الطويل cue صرح says الأشغال انتهت
وأكد مصدر مطلع أن الصفقة تمت.
  indirect by مصدر مطلع cue أكد says الصفقة تمت

# subject before its verb
لكن طبيبا قال إن المصابين في حال جيدة.
  indirect by طبيبا cue قال says المصابين في حال جيدة
وكان المصرف أعلن أنه خفض الفائدة.
  indirect by المصرف cue أعلن says خفض الفائدة
وكانت الوزارة قد أكدت أن المدارس آمنة.
  indirect by الوزارة cue أكدت says المدارس آمنة
غير أن مهندسا أوضح أن السد سليم.
  indirect by مهندسا cue أوضح says السد سليم
المدير العام قال في رسالة: "الأشغال انتهت".
  direct by المدير العام cue قال says الأشغال انتهت
الحكومة من جهتها أكدت أن الرواتب صرفت.
  indirect by الحكومة cue أكدت says الرواتب صرفت

# an adjunct between source and content
وقال الوزير للصحفيين عقب الاجتماع إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقال الوزير عقب الاجتماع إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
قال الوزير أمس الأحد إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقالت الوزارة في بيان إن الجسر مغلق.
  indirect by الوزارة cue قالت says الجسر مغلق
وأكد رئيس البلدية خلال مؤتمر صحفي في درنيل أن الجسر مغلق.
  indirect by رئيس البلدية cue أكد says الجسر مغلق
وقال الوزير للصحفيين إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقال الوزير بعد أن التقى رئيس البلدية إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقال الوزير ردا على سؤال إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وفي بيان صدر مساء، قالت الوزارة إن الجسر مغلق.
  indirect by الوزارة cue قالت says الجسر مغلق
وقال سائق كان ينتظر قرب الجسر إن الطريق مغلق.
  indirect by سائق cue قال says الطريق مغلق
وقالت الطبيبة التي تعمل في المستشفى إن الجرحى عشرة.
  indirect by الطبيبة cue قالت says الجرحى عشرة

# an opening that belongs to an adjunct or to an impersonal
وأكدت الوزيرة أنه من المتوقع أن تنتهي الأشغال في الربيع.
  indirect future by الوزيرة cue أكدت says من المتوقع أن تنتهي الأشغال في الربيع

# apposition and title
وقال الأمين العام للحزب إن الحكومة باقية.
  indirect by الأمين العام للحزب cue قال says الحكومة باقية
وقال نبيل قدور من منظمة جسر الإغاثة إن الخيام لا تكفي.
  indirect by نبيل قدور من منظمة جسر الإغاثة cue قال says الخيام لا تكفي
وقال نائبه سامر الطويل إن الجسر مغلق.
  indirect by نائبه سامر الطويل cue قال says الجسر مغلق
وقالت هند الرفاعي التي فقدت بيتها إن الحكومة لم تساعدها.
  indirect by هند الرفاعي cue قالت says الحكومة لم تساعدها
ويقول سالم (34 عاما)، وهو سائق شاحنة: "ننتظر منذ أسبوع".
  direct by سالم (34 عاما)، وهو سائق شاحنة cue يقول says ننتظر منذ أسبوع
وتضيف ليلى منصور، 40 عاما، أن الماء لم يعد.
  indirect by ليلى منصور cue تضيف says الماء لم يعد
وقال خالد الزين، المتحدث باسم الحركة، عبر الهاتف إن المقاتلين انسحبوا.
  indirect by خالد الزين، المتحدث باسم الحركة cue قال says المقاتلين انسحبوا
وقال رئيس الوزراء كريم الجابر في كلمة أمام البرلمان إن الحكومة باقية.
  indirect by رئيس الوزراء كريم الجابر cue قال says الحكومة باقية
قال أبو سالم، وهو صياد، إن الماء عاد.
  indirect by أبو سالم، وهو صياد cue قال says الماء عاد
وقال العقيد حسن الرملي، قائد المنطقة الشرقية، إن الجسر مغلق.
  indirect by العقيد حسن الرملي، قائد المنطقة الشرقية cue قال says الجسر مغلق
وقال المتحدث باسم وزارة الدفاع العقيد حسن الرملي إن الجسر مغلق.
  indirect by المتحدث باسم وزارة الدفاع العقيد حسن الرملي cue قال says الجسر مغلق
وأعلن النائب العام إحالة القضية إلى المحكمة.
  indirect by النائب العام cue أعلن says إحالة القضية إلى المحكمة
ودعا الأمين العام للحزب الحكومة إلى الاستقالة.
  indirect desired by الأمين العام للحزب cue دعا says الاستقالة
ووصف الأمين العام الاتفاق بأنه تاريخي.
  indirect by الأمين العام cue وصف says الاتفاق بأنه تاريخي

# a name that is spelt like a preposition
قال الوزير علي حسن إن الجسر مغلق. وأضاف حسن أن السد سليم.
  indirect by الوزير علي حسن cue قال says الجسر مغلق
  indirect by حسن = الوزير علي حسن cue أضاف says السد سليم
قال الوزير عليٌّ حسن إن الجسر مغلق عليــه وعليٰ من عبره.
  indirect by الوزير عليٌّ حسن cue قال says الجسر مغلق عليــه وعليٰ من عبره
قال محافظ درنيل علي نور إن الجسر مغلق.
  indirect by محافظ درنيل علي نور cue قال says الجسر مغلق

# one of several, several, and two together
وقال أحد السكان إن الماء انقطع.
  indirect by أحد السكان cue قال says الماء انقطع
وقال عدد من السكان إن الماء انقطع.
  indirect by عدد من السكان cue قال says الماء انقطع
وقال الوزير ورئيس البلدية إن الجسر مغلق.
  indirect by الوزير ورئيس البلدية cue قال says الجسر مغلق

# من جانبه and its like are no part of a source
من جانبه، قال الوزير إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقال الوزير بدوره إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق

# a name that begins with أبو
قال القائد أبو سالم إن الماء عاد.
  indirect by القائد أبو سالم cue قال says الماء عاد

# a title of several parts, and a name that is a medium's elsewhere
وأكد وزير الخارجية والمغتربين فارس العظم أن السفير عاد.
  indirect by وزير الخارجية والمغتربين فارس العظم cue أكد says السفير عاد
وكشف المتحدث الرسمي لصحة درنيل سامر نور أن المستشفى فتح أبوابه.
  indirect by المتحدث الرسمي لصحة درنيل سامر نور cue كشف says المستشفى فتح أبوابه
وقالت القناة 12 إن الجسر مغلق.
  indirect by القناة 12 cue قالت says الجسر مغلق
وقال مصدر عسكري في درنيل إن الطريق آمن.
  indirect by مصدر عسكري في درنيل cue قال says الطريق آمن
وأعلن مصدر عسكري مقتل ثلاثة جنود.
  indirect by مصدر عسكري cue أعلن says مقتل ثلاثة جنود
وقال محامي العائلة إن موكله بريء.
  indirect by محامي العائلة cue قال says موكله بريء

# another gender is somebody else
استقبل رئيس المجلس في لبنان سفيرة الاتحاد. وقال رئيس المجلس إن الجسر مغلق.
  narration says استقبل رئيس المجلس في لبنان سفيرة الاتحاد
  indirect by رئيس المجلس = رئيس المجلس في لبنان cue قال says الجسر مغلق

# a verb of acting ends the naming of its subject
وتوقع اقتصاديون استطلعت رويترز آراءهم أن يرتفع السعر.
  indirect future by اقتصاديون cue توقع says يرتفع السعر
وقال سكان فروا من البلدة إن الجسر مغلق.
  indirect by سكان cue قال says الجسر مغلق

# whoever pledges is no addressee; people in the nominative are the subject
وتعهد مسؤولون في البلدية بإغلاق الجسر.
  indirect future by مسؤولون في البلدية cue تعهد says بإغلاق الجسر
وهدد مسؤولون سلماديون بفرض عقوبات.
  indirect future by مسؤولون سلماديون cue هدد says بفرض عقوبات

# a name behind an adjective or behind where somebody is from
وأكد قائد قوات الدعم السريع سامر نور أمس أن الجسر مغلق.
  indirect by قائد قوات الدعم السريع سامر نور cue أكد says الجسر مغلق
وأبدى السلمادي رامز نور، المدير الفني للنادي، أسفه للخسارة.
  indirect by السلمادي رامز نور، المدير الفني للنادي cue أبدى says أسفه للخسارة
وأكد الوزير الحرص على فتح الجسر.
  indirect by الوزير cue أكد says الحرص على فتح الجسر

# what a body is for; whoever follows its affairs
وكشف المكتب المركزي للأبحاث القضائية أنه أوقف سبعة أشخاص.
  indirect by المكتب المركزي للأبحاث القضائية cue كشف says أوقف سبعة أشخاص
ووصفت مصادر متابعة الأجواء بأنها هادئة.
  indirect by مصادر متابعة cue وصفت says الأجواء بأنها هادئة

# «المتحدث ذاته» is whoever spoke last
وقال سامر نور إن الجسر مغلق. وأبرز المتحدث ذاته أن السد سليم.
  indirect by سامر نور cue قال says الجسر مغلق
  indirect by المتحدث ذاته = سامر نور cue أبرز says السد سليم

# a clause about an unnamed source
وقال مسؤول تحدث شريطة عدم الكشف عن هويته إن الجسر مغلق.
  indirect by مسؤول cue قال says الجسر مغلق
وقال طبيب لم يشأ ذكر اسمه إن المستشفى مغلق.
  indirect by طبيب cue قال says المستشفى مغلق
غير أن مسؤولا في الوزارة، تحدث شريطة عدم الكشف عن هويته، قال إن الجسر مغلق.
  indirect by مسؤولا في الوزارة cue قال says الجسر مغلق

# a name behind a calling and a comma; for whom a deputy stands
وقال كبير المهندسين في الشركة، لارس بيترسن، إن الجسر مغلق.
  indirect by كبير المهندسين في الشركة، لارس بيترسن cue قال says الجسر مغلق
وقال قائد الفريق، يونس بلعطار: "خسرنا المباراة".
  direct by قائد الفريق، يونس بلعطار cue قال says خسرنا المباراة
وكان النائب عن كتلة الضفة غالب نور قد صرح بأن الجسر مغلق.
  indirect by النائب عن كتلة الضفة غالب نور cue صرح says الجسر مغلق
وقال محامي المتهم، رغم ذلك، إن موكله بريء.
  indirect by محامي المتهم cue قال says موكله بريء

# a year behind the source
وأعلنت الحكومة العام الماضي خطة للإصلاح.
  indirect by الحكومة cue أعلنت says خطة للإصلاح

# a name behind a title of somebody's own
وقال محاميه نبيل قدور إنه بريء.
  indirect by محاميه نبيل قدور cue قال says بريء

# people who are told something are no part of whoever tells it
وقال الوزير للمتظاهرين إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقال المحافظ لعدد من الصحفيين إن الجسر مغلق.
  indirect by المحافظ cue قال says الجسر مغلق

# how it was said is no part of whoever says it
وأضاف المحافظ بصوت متهدج: "الجسر مغلق".
  direct by المحافظ cue أضاف says الجسر مغلق
انتقد المحافظ بشدة إغلاق الجسر.
  indirect by المحافظ cue انتقد says إغلاق الجسر
ولفت المحافظ النظر إلى أن الجسر مغلق.
  indirect by المحافظ cue لفت says الجسر مغلق
وبين المحافظ في إيجاز صحفي أن الجسر مغلق.
  indirect by المحافظ cue بين says الجسر مغلق

# names that look like other words
وقال رئيس الجمعية بوعزة الخراطي إن الجسر مغلق.
  indirect by رئيس الجمعية بوعزة الخراطي cue قال says الجسر مغلق
ووصف أمين سر اللجنة حسين الشيخ القرار بأنه كارثة.
  indirect by أمين سر اللجنة حسين الشيخ cue وصف says القرار بأنه كارثة
وأكد رئيس النادي أنمار الحائلي أن الجسر مغلق.
  indirect by رئيس النادي أنمار الحائلي cue أكد says الجسر مغلق

# whoever speaks to the outlet
قال المحامي سامر نور إن موكله بريء. وأضاف محدثنا أن الملف فارغ.
  indirect by المحامي سامر نور cue قال says موكله بريء
  indirect by محدثنا = المحامي سامر نور cue أضاف says الملف فارغ

# the object of the act before is no part of its subject
التقى الوزير سامر الطويل السفيرة وقال إن المحادثات بدأت.
  narration says التقى الوزير سامر الطويل السفيرة
  indirect by ∅ = الوزير سامر الطويل cue قال says المحادثات بدأت

# a title in the masculine may be a woman's
كشفت النائب عن كتلة الضفة ندى شاكر عن انهيار الجسر.
  indirect by النائب عن كتلة الضفة ندى شاكر cue كشفت says انهيار الجسر
وقالت المدعية العامة آن دوبوا إن المتهم غادر.
  indirect by المدعية العامة آن دوبوا cue قالت says المتهم غادر
وقالت المديرة القطرية للبرنامج كورين فلايشر إن المخازن فارغة.
  indirect by المديرة القطرية للبرنامج كورين فلايشر cue قالت says المخازن فارغة

# whom somebody calls or urges
قال المحافظ إن السد سليم. وناشد المواطنين البقاء في المنازل.
  indirect by المحافظ cue قال says السد سليم
  indirect desired by ∅ = المحافظ cue ناشد says المواطنين البقاء في المنازل
وقالت الوزارة إن السد سليم وحثت الحكومة على فتح الجسر.
  indirect by الوزارة cue قالت says السد سليم
  indirect desired by ∅ = الوزارة cue حثت says فتح الجسر
وحثت الحكومة على فتح الجسر.
  indirect desired by الحكومة cue حثت says فتح الجسر
ووعد المدرب جمهوره بالفوز.
  indirect future by المدرب cue وعد says جمهوره بالفوز
وأيد زعيم المعارضة الحكم.
  indirect by زعيم المعارضة cue أيد says الحكم

# a clause about a paper is no part of its naming
ويخلص تقرير أعدته جامعة درنيل إلى أن الجسر مغلق.
  indirect by تقرير cue يخلص says الجسر مغلق
وأظهرت دراسة نشرتها مجلة سدرة أن الماء ملوث.
  indirect by دراسة cue أظهرت says الماء ملوث

# how somebody is called; for whom he works
وقال ناشط عرف عن نفسه باسم أبو راتب إن الجسر مغلق.
  indirect by ناشط عرف عن نفسه باسم أبو راتب cue قال says الجسر مغلق
وقالت باحثة تدعى دانة الرومي إن الملفات سليمة. وأضافت الرومي أن الشركة صامتة.
  indirect by باحثة تدعى دانة الرومي cue قالت says الملفات سليمة
  indirect by الرومي = باحثة تدعى دانة الرومي cue أضافت says الشركة صامتة
وقال محلل لدى بنك هارلو إن الأسعار ستنخفض. وقال بنك هارلو إن الطلب ضعيف.
  indirect future by محلل لدى بنك هارلو cue قال says الأسعار ستنخفض
  indirect by بنك هارلو = بنك هارلو cue قال says الطلب ضعيف
وقال الوزير لدى وصوله إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقالت رئيسة لجنة الانتخابات (لوما) هالة سعد إن الفرز بدأ. وقالت (لوما) إن الفرز انتهى.
  indirect by رئيسة لجنة الانتخابات (لوما) هالة سعد cue قالت says الفرز بدأ
  indirect by لوما = رئيسة لجنة الانتخابات (لوما) cue قالت says الفرز انتهى
وكشف تقرير صادر عن وزارة الصحة أن الماء ملوث.
  indirect by تقرير صادر عن وزارة الصحة cue كشف says الماء ملوث

# the subject behind a verb that «بعد أن» opens
تراجعت الأسعار يوم الجمعة بعد أن ألمح رئيس المصرف إلى إبقاء الفائدة مرتفعة.
  narration says تراجعت الأسعار يوم الجمعة
  indirect by رئيس المصرف cue ألمح says إبقاء الفائدة مرتفعة
وأخبرنا أحد المنظمين بأن التحرك سيتصاعد.
  indirect by أحد المنظمين cue أخبرنا says التحرك سيتصاعد
وتتهم منظمات حقوقية سلمادا باستخدام الحصار سلاحا.
  indirect by منظمات حقوقية cue تتهم says سلمادا باستخدام الحصار سلاحا

# what offices are for; a noun with its complement is no name
وعبر رئيس الاتحاد السلمادي لكرة القدم سامر نور عن ثقته في الفريق.
  indirect by رئيس الاتحاد السلمادي لكرة القدم سامر نور cue عبر says ثقته في الفريق
قال المحامي إن موكله بريء. وجه النائب العام تهمة الفساد إلى الوزير. وقال إن الملف جاهز.
  indirect by المحامي cue قال says موكله بريء
  narration says وجه النائب العام تهمة الفساد إلى الوزير
  indirect by ∅ = النائب العام cue قال says الملف جاهز

# papers that somebody was asked about speak themselves
قال المحافظ إن السد سليم. وسئل بخصوص تقارير محلية ذكرت أن الجسر مغلق.
  indirect by المحافظ cue قال says السد سليم
  indirect by تقارير محلية cue ذكرت says الجسر مغلق

# himself belongs to the naming; it changes nothing of whom it means
قالت مصادر طبية إن الجرحى عشرة. وأضافت المصادر نفسها أن السوق مغلق.
  indirect by مصادر طبية cue قالت says الجرحى عشرة
  indirect by المصادر نفسها = مصادر طبية cue أضافت says السوق مغلق
قالت مصادر طبية إن الجرحى عشرة. وأضافت المصادر في اليوم نفسه أن السوق مغلق.
  indirect by مصادر طبية cue قالت says الجرحى عشرة
  indirect by المصادر = مصادر طبية cue أضافت says السوق مغلق

# what somebody is, behind his bare name
وقالت حليمة نور، وهي أم لستة أطفال، للميدان نت "مشينا الليل كله".
  direct by ميدان نت > حليمة نور، وهي أم لستة أطفال cue قالت says مشينا الليل كله
ويرى رائد الحسون، مدير الأصول لدى "الواحة للاستثمار"، أن السوق بالغت.
  indirect by رائد الحسون، مدير الأصول لدى "الواحة للاستثمار" cue يرى says السوق بالغت
وقال سامر نور، وهو يبتسم، إن الجسر مغلق.
  indirect by سامر نور cue قال says الجسر مغلق
وقال سامر نور، بعد الاجتماع، إن الجسر مغلق.
  indirect by سامر نور cue قال says الجسر مغلق

# who knows of something, and who is in charge of it
وقال مصدران مطلعان على المحادثات لوكالة سدرة إن الاتفاق قريب.
  indirect by وكالة سدرة > مصدران مطلعان على المحادثات cue قال says الاتفاق قريب
وحذر الطبيب سامر نور المسؤول عن مستشفى درنيل من نقص الدواء.
  indirect by الطبيب سامر نور المسؤول عن مستشفى درنيل cue حذر says نقص الدواء
وقال المسؤول عن الحادث إن الجسر مغلق.
  indirect by المسؤول cue قال says الجسر مغلق

# a plural before its noun is no subject of a call; «أهالي» is
ودعت اللجنة ممثلي الأحزاب إلى الحوار.
  indirect desired by اللجنة cue دعت says الحوار
وانتقدت الوزارة التقرير، ودعت طرفي النزاع إلى الحوار.
  indirect by الوزارة cue انتقدت says التقرير
  indirect desired by ∅ = الوزارة cue دعت says الحوار
ودعت بعثة مراقبي الاتحاد المرشحين إلى الهدوء.
  indirect desired by بعثة مراقبي الاتحاد cue دعت says الهدوء
وطالب أهالي المنطقة الحكومة بإصلاح الجسر.
  indirect desired by أهالي المنطقة cue طالب says بإصلاح الجسر

# «للتلفزيون»: both letters of «لل» are no part of whoever was told
وأكد الوزير في تصريحات للتلفزيون الحكومي أن الجسر مغلق.
  indirect by تلفزيون الحكومي > الوزير cue أكد says الجسر مغلق

# first names that begin like a preposition or a verb
قال مدير المستشفى ياسر العجب إن الدم نفد. وناشد العجب المنظمات التدخل العاجل.
  indirect by مدير المستشفى ياسر العجب cue قال says الدم نفد
  indirect desired by العجب = مدير المستشفى ياسر العجب cue ناشد says المنظمات التدخل العاجل
لكن بيتر لانغستون، الذي يدير المكتب، يجادل بأن الإغلاق ضرورة.
  indirect desired by بيتر لانغستون cue يجادل says الإغلاق ضرورة

# nouns of degree are what is judged
انتقد سكان بطء وصول المساعدات.
  indirect by سكان cue انتقد says بطء وصول المساعدات
انتقد سكان المدينة القرار.
  indirect by سكان المدينة cue انتقد says القرار

# who ordered a survey is no part of what it shows
أظهر استطلاع أجراه معهد نظرة لصالح شبكة الصباح تقدم المرشح بنسبة كبيرة.
  indirect by استطلاع cue أظهر says تقدم المرشح بنسبة كبيرة

# what somebody asked about
قال النائب سامر نور إن الأرقام متفائلة، وسأل عن مصير السلفة.
  indirect by النائب سامر نور cue قال says الأرقام متفائلة
  indirect by ∅ = النائب سامر نور cue سأل says مصير السلفة
"""

DROPPED = """
# a dropped subject is the last speaker
قال مدير المرفأ إن السفن عادت. وأضاف أن الرافعات تعمل. وتابع أن العمال عادوا.
  indirect by مدير المرفأ cue قال says السفن عادت
  indirect by ∅ = مدير المرفأ cue أضاف says الرافعات تعمل
  indirect by ∅ = مدير المرفأ cue تابع says العمال عادوا
قالت البلدية إن الماء عاد وأكدت أن الخزان امتلأ.
  indirect by البلدية cue قالت says الماء عاد
  indirect by ∅ = البلدية cue أكدت says الخزان امتلأ

# the suffix behind إن is the subject of the content
قال الوزير إن القوات عادت. وأكد أنها تسلمت مواقعها.
  indirect by الوزير cue قال says القوات عادت
  indirect by ∅ = الوزير cue أكد says تسلمت مواقعها

# the gender of the verb goes before nearness
قالت الطبيبة ليلى منصور إن الجرحى عشرة. وقال مدير المرفأ إن السفن عادت. وأضافت أن الدواء ناقص.
  indirect by الطبيبة ليلى منصور cue قالت says الجرحى عشرة
  indirect by مدير المرفأ cue قال says السفن عادت
  indirect by ∅ = الطبيبة ليلى منصور cue أضافت says الدواء ناقص
قال مدير المرفأ إن السفن عادت. وقالت البلدية إن الماء انقطع. وأوضح أن الرافعات تعمل.
  indirect by مدير المرفأ cue قال says السفن عادت
  indirect by البلدية cue قالت says الماء انقطع
  indirect by ∅ = مدير المرفأ cue أوضح says الرافعات تعمل

# a plural that is not human is a feminine singular
قال مدير المرفأ إن السفن عادت. وذكرت مصادر أمنية أن النار أخمدت. وأضافت أن أحدا لم يصب.
  indirect by مدير المرفأ cue قال says السفن عادت
  indirect by مصادر أمنية cue ذكرت says النار أخمدت
  indirect by ∅ = مصادر أمنية cue أضافت says أحدا لم يصب

# a human plural
قال سكان إن الماء انقطع. وأكدت البلدية أن الخزان امتلأ. وأضافوا أن الشاحنات لم تصل.
  indirect by سكان cue قال says الماء انقطع
  indirect by البلدية cue أكدت says الخزان امتلأ
  indirect by ∅ = سكان cue أضافوا says الشاحنات لم تصل

# a dual
قال مصدران أمنيان إن النار أخمدت. وذكرت البلدية أن السوق مغلق. وأضافا أن أحدا لم يصب.
  indirect by مصدران أمنيان cue قال says النار أخمدت
  indirect by البلدية cue ذكرت says السوق مغلق
  indirect by ∅ = مصدران أمنيان cue أضافا says أحدا لم يصب
وقال ضابطان إن الطريق مغلق. وقالا إن الجسر سليم.
  indirect by ضابطان cue قال says الطريق مغلق
  indirect by ∅ = ضابطان cue قالا says الجسر سليم

# a verb before its subject is singular whatever the subject's number
قالت البلدية إن الماء انقطع. وأضاف السكان أن الخزان فارغ.
  indirect by البلدية cue قالت says الماء انقطع
  indirect by السكان cue أضاف says الخزان فارغ

# who acts without stating anything may speak next
وصلت المبعوثة هند الرفاعي إلى درنيل وقالت إن المحادثات بدأت.
  narration says وصلت المبعوثة هند الرفاعي إلى درنيل
  indirect by ∅ = المبعوثة هند الرفاعي cue قالت says المحادثات بدأت

# a sentence of somebody else about another thing stands between
قال الوزير إن الجسر مغلق. وأكد مدير المرور أن الطريق مفتوح. وأضاف أن السيارات تمر.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by مدير المرور cue أكد says الطريق مفتوح
  indirect by ∅ = مدير المرور cue أضاف says السيارات تمر

# the object of a verb whose subject is dropped is not its subject
قال الوزير إن الجسر مغلق. واتهم الشركة بعرقلة الاتفاق.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue اتهم says الشركة بعرقلة الاتفاق
قال الوزير إن الجسر مغلق. ودعا السكان إلى الهدوء.
  indirect by الوزير cue قال says الجسر مغلق
  indirect desired by ∅ = الوزير cue دعا says الهدوء
قال الوزير إن الجسر مغلق. واتهم المقاول بعرقلة الاتفاق.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue اتهم says المقاول بعرقلة الاتفاق
قالت الحركة إن المقاتلين انسحبوا. واتهمت القوات بقصف المدنيين.
  indirect by الحركة cue قالت says المقاتلين انسحبوا
  indirect by ∅ = الحركة cue اتهمت says القوات بقصف المدنيين

# nobody is left to be meant
وأضاف أن الجسر مغلق.
  indirect by nobody cue أضاف says الجسر مغلق

# a pronoun before the verb is its subject
رفضت البلدية التعليق على الخبر، لكنها أعربت عن قلقها من الوضع.
  no_comment declined by البلدية cue رفضت says التعليق على الخبر
  indirect by ∅ = البلدية cue أعربت says قلقها من الوضع
قال المحافظ إن الجسر مغلق، لكنه نفى انهيار السد.
  indirect by المحافظ cue قال says الجسر مغلق
  indirect denied by ∅ = المحافظ cue نفى says انهيار السد

# whoever wrote a paper speaks in it; what is spoken of does not
وقد أصدرت النقابة بيانا قالت فيه إن الجسر مغلق.
  indirect by النقابة cue قالت says الجسر مغلق
قال المحافظ إن الجسر مغلق. وعن ملف السد أوضح أن الأشغال بدأت.
  indirect by المحافظ cue قال says الجسر مغلق
  indirect by ∅ = المحافظ cue أوضح says الأشغال بدأت

# what somebody is used to say
وتعلن الحركة مسؤوليتها عن الهجوم. لكن الحركة عادة ما تعلن مسؤوليتها.
  indirect by الحركة cue تعلن says مسؤوليتها عن الهجوم
  narration says لكن الحركة عادة ما تعلن مسؤوليتها

# whoever acted in the sentence before speaks, unless the speaker goes on
قال المحافظ إن السد سليم. التقى الوزير سامر نور السفير. وقال إن الجسر مغلق.
  indirect by المحافظ cue قال says السد سليم
  narration says التقى الوزير سامر نور السفير
  indirect by ∅ = الوزير سامر نور cue قال says الجسر مغلق
قال المحافظ إن السد سليم. التقى الوزير سامر نور السفير. وأضاف أن الجسر مغلق.
  indirect by المحافظ cue قال says السد سليم
  narration says التقى الوزير سامر نور السفير
  indirect by ∅ = المحافظ cue أضاف says الجسر مغلق
قال المحافظ إن السد سليم. وأصيب ثلاثة جنود في الهجوم. وقال إن الجسر مغلق.
  indirect by المحافظ cue قال says السد سليم
  narration says وأصيب ثلاثة جنود في الهجوم
  indirect by ∅ = المحافظ cue قال says الجسر مغلق

# a passive that is written with its vowel names nobody
قال المحافظ إن السد سليم. وأُعلن عن إغلاق الجسر.
  indirect by المحافظ cue قال says السد سليم
  indirect by nobody cue أُعلن says إغلاق الجسر
قال المحافظ إن السد سليم. وأعلن عن إغلاق الجسر.
  indirect by المحافظ cue قال says السد سليم
  indirect by ∅ = المحافظ cue أعلن says إغلاق الجسر

# whoever denies or acts in the clause before the adjunct
ويقول متظاهرون إن الشرطة أطلقت النار، وهو ما ينفيه مصدر في الشرطة، مؤكدا أن الميدان هادئ.
  indirect by متظاهرون cue يقول says الشرطة أطلقت النار
  indirect by … = مصدر في الشرطة cue مؤكدا says الميدان هادئ
قال المواطن سامر نور إن الماء انقطع. ومن جهتها أخلت البلدية مسؤوليتها، وحملت المقاول كامل المسؤولية.
  indirect by المواطن سامر نور cue قال says الماء انقطع
  indirect by ∅ = البلدية cue حملت says المقاول كامل المسؤولية

# … nor whoever had acted long before
قال المحافظ إن السد سليم. وكان الوزير سامر نور زار الجسر الشهر الماضي. وقال إن الأشغال انتهت.
  indirect by المحافظ cue قال says السد سليم
  narration says وكان الوزير سامر نور زار الجسر الشهر الماضي
  indirect by ∅ = المحافظ cue قال says الأشغال انتهت
قال المحافظ إن السد سليم. زار الوزير سامر نور الجسر. يذكر أن الجسر قديم. وقال إن الأشغال انتهت.
  indirect by المحافظ cue قال says السد سليم
  narration says زار الوزير سامر نور الجسر
  indirect by ∅ = المحافظ cue قال says الأشغال انتهت
"""

REPEATED = """
# a generic noun is the latest speaker of its sort
قال طبيب إن الجرحى عشرة. وأكدت ممرضة أن الدواء ناقص. وقال الطبيب إن الكهرباء انقطعت.
  indirect by طبيب cue قال says الجرحى عشرة
  indirect by ممرضة cue أكدت says الدواء ناقص
  indirect by الطبيب = طبيب cue قال says الكهرباء انقطعت
قالت مصادر عسكرية إن التل سقط. وأكد أحد المصادر أن البلدة سقطت.
  indirect by مصادر عسكرية cue قالت says التل سقط
  indirect by أحد المصادر = مصادر عسكرية cue أكد says البلدة سقطت
قال مصدر أمني إن النار أخمدت. وأضاف المصدر أن السوق مغلق.
  indirect by مصدر أمني cue قال says النار أخمدت
  indirect by المصدر = مصدر أمني cue أضاف says السوق مغلق
قال مصدران أمنيان إن النار أخمدت. وأضاف المصدران أن السوق مغلق.
  indirect by مصدران أمنيان cue قال says النار أخمدت
  indirect by المصدران = مصدران أمنيان cue أضاف says السوق مغلق
ذكرت مصادر طبية أن الجرحى عشرة. وقالت المصادر إن الدواء ناقص.
  indirect by مصادر طبية cue ذكرت says الجرحى عشرة
  indirect by المصادر = مصادر طبية cue قالت says الدواء ناقص
قال مصدر أمني إن النار أخمدت. وقالت البلدية إن السوق مغلق. وأكد المصدر نفسه أن أحدا لم يصب.
  indirect by مصدر أمني cue قال says النار أخمدت
  indirect by البلدية cue قالت says السوق مغلق
  indirect by المصدر نفسه = مصدر أمني cue أكد says أحدا لم يصب

# its number may slip
قال مصدر حكومي إن الرواتب صرفت. وأضافت المصادر أن الأسعار ثابتة.
  indirect by مصدر حكومي cue قال says الرواتب صرفت
  indirect by المصادر = مصدر حكومي cue أضافت says الأسعار ثابتة
ذكرت مصادر طبية أن الجرحى عشرة. وقال المصدر إن الدواء ناقص.
  indirect by مصادر طبية cue ذكرت says الجرحى عشرة
  indirect by المصدر = مصادر طبية cue قال says الدواء ناقص

# an indefinite noun introduces somebody else
قال مصدر عسكري إن التل سقط. ونفى مصدر عسكري آخر ذلك.
  indirect by مصدر عسكري cue قال says التل سقط
  indirect denied by مصدر عسكري آخر cue نفى says ذلك
قال مصدر أمني إن النار أخمدت. وقال مصدر طبي إن الجرحى عشرة. وأضاف المصدر الأمني أن السوق مغلق.
  indirect by مصدر أمني cue قال says النار أخمدت
  indirect by مصدر طبي cue قال says الجرحى عشرة
  indirect by المصدر الأمني = مصدر أمني cue أضاف says السوق مغلق

# somebody who was only mentioned before
وصل وزير النقل سامر الطويل إلى درنيل. وقال الطويل إن الأشغال بدأت.
  narration says وصل وزير النقل سامر الطويل إلى درنيل
  indirect by الطويل = وزير النقل سامر الطويل cue قال says الأشغال بدأت

# a title alone
قال رئيس الوزراء كريم الجابر إن الحكومة باقية. وأضاف رئيس الوزراء أن الخزينة ملأى.
  indirect by رئيس الوزراء كريم الجابر cue قال says الحكومة باقية
  indirect by رئيس الوزراء = رئيس الوزراء كريم الجابر cue أضاف says الخزينة ملأى
قال وزير النقل سامر الطويل إن الجسر مغلق. وأوضح الوزير أن الأشغال بدأت.
  indirect by وزير النقل سامر الطويل cue قال says الجسر مغلق
  indirect by الوزير = وزير النقل سامر الطويل cue أوضح says الأشغال بدأت
قالت المتحدثة باسم البلدية ليلى منصور إن الماء انقطع. وأكدت المتحدثة أن الخزان فارغ.
  indirect by المتحدثة باسم البلدية ليلى منصور cue قالت says الماء انقطع
  indirect by المتحدثة = المتحدثة باسم البلدية ليلى منصور cue أكدت says الخزان فارغ

# a surname alone, and a title with it
قال المتحدث باسم الجيش العقيد حسن الرملي إن الطريق آمن. وأضاف العقيد الرملي أن الجنود عادوا.
  indirect by المتحدث باسم الجيش العقيد حسن الرملي cue قال says الطريق آمن
  indirect by العقيد الرملي = المتحدث باسم الجيش العقيد حسن الرملي cue أضاف says الجنود عادوا
قال وزير النقل سامر الطويل إن الجسر مغلق. وأضاف الطويل أن الأشغال بدأت.
  indirect by وزير النقل سامر الطويل cue قال says الجسر مغلق
  indirect by الطويل = وزير النقل سامر الطويل cue أضاف says الأشغال بدأت
قال العقيد حسن الرملي، قائد الحرس، إن الطريق آمن. وأضاف العقيد الرملي أن الجنود عادوا.
  indirect by العقيد حسن الرملي، قائد الحرس cue قال says الطريق آمن
  indirect by العقيد الرملي = العقيد حسن الرملي، قائد الحرس cue أضاف says الجنود عادوا
قال وزير النقل سامر الطويل إن الجسر مغلق. وقالت الطبيبة إن الجرحى عشرة. وقال الطويل إن الطريق آمن.
  indirect by وزير النقل سامر الطويل cue قال says الجسر مغلق
  indirect by الطبيبة cue قالت says الجرحى عشرة
  indirect by الطويل = وزير النقل سامر الطويل cue قال says الطريق آمن

# two persons of one title are two
قال الوزير سامر الطويل إن الجسر مغلق. وقال الوزير نبيل قدور إن السد سليم.
  indirect by الوزير سامر الطويل cue قال says الجسر مغلق
  indirect by الوزير نبيل قدور cue قال says السد سليم

# a body by its shorter name
قالت شركة نهر للطاقة إن المصنع فتح. وأعلنت «نهر» أن الأجور صرفت.
  indirect by شركة نهر للطاقة cue قالت says المصنع فتح
  indirect by «نهر» = شركة نهر للطاقة cue أعلنت says الأجور صرفت
أعلنت وزارة الزراعة أن القمح يكفي. وقالت الوزارة إن الأسعار ثابتة.
  indirect by وزارة الزراعة cue أعلنت says القمح يكفي
  indirect by الوزارة = وزارة الزراعة cue قالت says الأسعار ثابتة
ذكر مرصد الأنهار المستقل أن الماء ارتفع. وأوضح المرصد أن السد سليم.
  indirect by مرصد الأنهار المستقل cue ذكر says الماء ارتفع
  indirect by المرصد = مرصد الأنهار المستقل cue أوضح says السد سليم
قالت منظمة جسر الإغاثة إن المخيم يغرق. وأكدت جسر الإغاثة أن الخيام لا تكفي.
  indirect by منظمة جسر الإغاثة cue قالت says المخيم يغرق
  indirect by جسر الإغاثة = منظمة جسر الإغاثة cue أكدت says الخيام لا تكفي

# two bodies of one sort are two
أعلنت وزارة الزراعة أن القمح يكفي. وأعلنت وزارة الصحة أن الدواء ناقص. وقالت وزارة الزراعة إنه كثير.
  indirect by وزارة الزراعة cue أعلنت says القمح يكفي
  indirect by وزارة الصحة cue أعلنت says الدواء ناقص
  indirect by وزارة الزراعة = وزارة الزراعة cue قالت says كثير

# a body and who speaks for it are two
قال الناطق باسم حركة الراية خالد الزين إن المقاتلين انسحبوا. وأكدت الحركة أن التل سقط.
  indirect by الناطق باسم حركة الراية خالد الزين cue قال says المقاتلين انسحبوا
  indirect by الحركة = حركة الراية cue أكدت says التل سقط
قال الوزير سامر الطويل إن الجسر مغلق. وقال نائبه إن السد سليم. وأضاف الوزير أن الأشغال بدأت.
  indirect by الوزير سامر الطويل cue قال says الجسر مغلق
  indirect by نائبه cue قال says السد سليم
  indirect by الوزير = الوزير سامر الطويل cue أضاف says الأشغال بدأت

# a statement speaks for whoever made it
قالت وزارة الزراعة في بيان إن القمح يكفي. وأضاف البيان أن الأسعار ثابتة.
  indirect by وزارة الزراعة cue قالت says القمح يكفي
  indirect by البيان = وزارة الزراعة cue أضاف says الأسعار ثابتة

# a surname ends the naming before an object
زار وزير النقل سامر الطويل الجسر صباحا. وقال الطويل إن الأشغال بدأت.
  narration says زار وزير النقل سامر الطويل الجسر صباحا
  indirect by الطويل = وزير النقل سامر الطويل cue قال says الأشغال بدأت

# a ministry by its adjective alone
قالت وزارة الخارجية إن السفير عاد. وأضافت الخارجية أن المحادثات بدأت.
  indirect by وزارة الخارجية cue قالت says السفير عاد
  indirect by الخارجية = وزارة الخارجية cue أضافت says المحادثات بدأت

# a ministry by its adjective and its country
قالت وزارة الخارجية السلمادية إن السفير عاد. وأضافت الخارجية أن المحادثات بدأت.
  indirect by وزارة الخارجية السلمادية cue قالت says السفير عاد
  indirect by الخارجية = وزارة الخارجية السلمادية cue أضافت says المحادثات بدأت

# two bodies of one place
قالت وكالة صدى درنيل إن الجسر مغلق. ودان مجلس العلماء في درنيل الهجوم على الجسر.
  indirect by وكالة صدى درنيل cue قالت says الجسر مغلق
  indirect by مجلس العلماء في درنيل cue دان says الهجوم على الجسر

# two bodies of one country
قالت صحيفة الضفاف السلمادية إن الجسر مغلق. وقالت وزارة النقل السلمادية إن السد سليم.
  indirect by صحيفة الضفاف السلمادية cue قالت says الجسر مغلق
  indirect by وزارة النقل السلمادية cue قالت says السد سليم
"""

NOT_SAYING = """
# a word of the same letters that says nothing
أضاف اللاعب الهدف الثاني في الدقيقة الأخيرة.
  narration says أضاف اللاعب الهدف الثاني في الدقيقة الأخيرة
شددت الشرطة إجراءاتها قرب السوق.
  narration says شددت الشرطة إجراءاتها قرب السوق
وصف الطبيب له دواء جديدا.
  narration says وصف الطبيب له دواء جديدا
نشرت الحكومة قواتها على الحدود.
  narration says نشرت الحكومة قواتها على الحدود
حسب الجميع أن الأمر انتهى.
  narration says حسب الجميع أن الأمر انتهى
واصلت القوات تقدمها نحو المدينة.
  narration says واصلت القوات تقدمها نحو المدينة
شرح المدرب للاعبين خطته.
  narration says شرح المدرب للاعبين خطته

# an act that is no statement
اتفق الطرفان على أن تبدأ المحادثات في الربيع.
  narration says اتفق الطرفان على أن تبدأ المحادثات في الربيع
قرر المجلس أن تفتح المدارس الأحد.
  narration says قرر المجلس أن تفتح المدارس الأحد
وافقت الشركة على أن تدفع الأجور.
  narration says وافقت الشركة على أن تدفع الأجور
بحث الوزير مع السفيرة ملف الحدود.
  narration says بحث الوزير مع السفيرة ملف الحدود
هنأ الرئيس نظيره بالعيد.
  narration says هنأ الرئيس نظيره بالعيد
رفض القاضي الإفراج عن المتهم.
  narration says رفض القاضي الإفراج عن المتهم
أقر البرلمان قانون الموازنة.
  narration says أقر البرلمان قانون الموازنة
غادرت ثلاث شاحنات نقل الميناء فجرا.
  narration says غادرت ثلاث شاحنات نقل الميناء فجرا
تسلم الزبون كشف حساب من المصرف.
  narration says تسلم الزبون كشف حساب من المصرف
وافق المجلس على الميزانية بعد أن ناقشها أسبوعا.
  narration says وافق المجلس على الميزانية بعد أن ناقشها أسبوعا
وقع انفجار قرب المحطة بعد أن خرج العمال منها.
  narration says وقع انفجار قرب المحطة بعد أن خرج العمال منها
نقلت سيارات الإسعاف الجرحى إلى المستشفى.
  narration says نقلت سيارات الإسعاف الجرحى إلى المستشفى
ينتظر السكان وصول مركب تابع للوزارة.
  narration says ينتظر السكان وصول مركب تابع للوزارة
رفضت النقابة المشاركة في الاجتماع.
  narration says رفضت النقابة المشاركة في الاجتماع
تابع المتفرجون المباراة من الشرفات.
  narration says تابع المتفرجون المباراة من الشرفات
زاد سعر الخبز في درنيل ضعفين.
  narration says زاد سعر الخبز في درنيل ضعفين
نقلت الرسالة من يد إلى يد حتى وصلت إلى المدينة.
  narration says نقلت الرسالة من يد إلى يد حتى وصلت إلى المدينة
كشف طبي مجاني في درنيل للأطفال هذا الأسبوع.
  narration says كشف طبي مجاني في درنيل للأطفال هذا الأسبوع
"""

LACKING = """
# a surname with a rank that was not told before is taken for somebody else
قال المتحدث باسم الجيش حسن الرملي إن الطريق آمن. وأضاف العقيد الرملي أن الجنود عادوا.
  indirect by المتحدث باسم الجيش حسن الرملي cue قال says الطريق آمن
  indirect by العقيد الرملي = المتحدث باسم الجيش حسن الرملي cue أضاف says الجنود عادوا

# two persons of one family are taken for one
قال المحامي سامر الطويل إن موكله بريء. وقالت الطبيبة هند الطويل إن الجرحى عشرة.
  indirect by المحامي سامر الطويل cue قال says موكله بريء
  indirect by الطبيبة هند الطويل cue قالت says الجرحى عشرة

# a name that is spelt like a preposition (علي) hides its report where it stands alone
قالت زينة علي إن الجسر مغلق. وأضافت علي أن السد سليم.
  indirect by زينة علي cue قالت says الجسر مغلق
  indirect by علي = زينة علي cue أضافت says السد سليم

# whom a verb with a dropped subject describes is taken for its subject
قال الوزير إن الجسر مغلق. ووصف المقاول بأنه كاذب.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue وصف says المقاول بأنه كاذب

# a passive behind its source is taken for the verb that says (بيان نشر … إن)
وقال بيان نشر على موقع الوزارة إن الجسر مغلق.
  indirect by بيان cue قال says الجسر مغلق

# a name behind a title of somebody's own (محاميه، المتحدث باسمه) is cut off
وقال المتحدث باسمه خالد الزين إن المقاتلين انسحبوا.
  indirect by المتحدث باسمه خالد الزين cue قال says المقاتلين انسحبوا
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    table(SUBJECTS) + table(DROPPED) + table(REPEATED) + table(NOT_SAYING) + lacking(LACKING),
)
def test_who_speaks(text: str, expected: list[str]) -> None:
    assert told(text) == expected
