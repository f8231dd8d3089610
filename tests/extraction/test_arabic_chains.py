"""Who passes on the words of whom in Arabic: relayers, recipients, nested reports, evidentials."""

import pytest

from tests.extraction.tables import lacking, table, told

RELAYERS = """
# نقل … عن … قوله
ونقلت وسائل إعلام عن الوزير قوله إن الجسر مغلق.
  indirect by وسائل إعلام > الوزير cue نقلت says الجسر مغلق
ونقل عن الوزير قوله إن الجسر مغلق.
  indirect by الوزير cue نقل says الجسر مغلق
نقلت وكالة سدرة عن 3 مصادر عسكرية قولها إن الجسر مغلق.
  indirect by وكالة سدرة > 3 مصادر عسكرية cue نقلت says الجسر مغلق
نقلت وكالة سدرة عن مصدرين قولهما إن الجسر مغلق.
  indirect by وكالة سدرة > مصدرين cue نقلت says الجسر مغلق
ونقل راديو الساحل عن رئيس البلدية قوله: "الجسر مغلق".
  direct by راديو الساحل > رئيس البلدية cue نقل says الجسر مغلق
ونقلت صحيفة الضفاف عن سكان أن الماء انقطع.
  indirect by صحيفة الضفاف > سكان cue نقلت says الماء انقطع
ونقلت وكالة سدرة عن بيان للجيش أن الطريق آمن.
  indirect by وكالة سدرة > بيان للجيش cue نقلت says الطريق آمن

# the relayer stays with what it passes on
نقلت وكالة سدرة عن ضابط قوله إن الجسر مغلق. وأضاف أن السد سليم.
  indirect by وكالة سدرة > ضابط cue نقلت says الجسر مغلق
  indirect by … = وكالة سدرة > ∅ = ضابط cue أضاف says السد سليم
نقلت وكالة سدرة عن مصدر عسكري قوله إن الجسر مغلق. وأضاف المصدر أن السد سليم.
  indirect by وكالة سدرة > مصدر عسكري cue نقلت says الجسر مغلق
  indirect by … = وكالة سدرة > المصدر = مصدر عسكري cue أضاف says السد سليم
نقلت وكالة سدرة عن مصدر عسكري قوله إن الجسر مغلق، مشيرا إلى أن السد سليم.
  indirect by وكالة سدرة > مصدر عسكري cue نقلت says الجسر مغلق
  indirect by … = وكالة سدرة > … = مصدر عسكري cue مشيرا says السد سليم
قالت وكالة سدرة نقلا عن مصدرين عسكريين إن الجسر مغلق. وأضاف المصدران أن السد سليم.
  indirect by وكالة سدرة > مصدرين عسكريين cue قالت says الجسر مغلق
  indirect by … = وكالة سدرة > المصدران = مصدرين عسكريين cue أضاف says السد سليم

# an evidential that passes on
ووفق ما نقلته قناة البحيرة عن مصدر أمني، انسحب المقاتلون من البلدة.
  indirect by قناة البحيرة > مصدر أمني cue نقلته says انسحب المقاتلون من البلدة

# a new statement starts afresh
نقلت وكالة سدرة عن الوزير قوله إن الجسر مغلق. وقالت الوكالة إن السد سليم.
  indirect by وكالة سدرة > الوزير cue نقلت says الجسر مغلق
  indirect by الوكالة = وكالة سدرة cue قالت says السد سليم
نقلت وكالة سدرة عن الوزير سامر الطويل قوله إن الجسر مغلق. وقالت البلدية إن الماء انقطع.
  indirect by وكالة سدرة > الوزير سامر الطويل cue نقلت says الجسر مغلق
  indirect by البلدية cue قالت says الماء انقطع

# a medium that is told something
وأبلغ المدير وكالة سدرة أن الماء عاد.
  indirect by وكالة سدرة > المدير cue أبلغ says الماء عاد
وقال مصدر في الشرطة، فضل عدم الكشف عن هويته، لوكالة سدرة إن السوق مغلق.
  indirect by وكالة سدرة > مصدر في الشرطة cue قال says السوق مغلق
وكشفت مصادر لـ"الضفاف" أن الوزير استقال.
  indirect by "الضفاف" > مصادر cue كشفت says الوزير استقال
قال قائد ميداني لوكالة سدرة إن الجسر مغلق.
  indirect by وكالة سدرة > قائد ميداني cue قال says الجسر مغلق
قال مصدر أمني لـ«الضفاف» إن الجسر مغلق.
  indirect by «الضفاف» > مصدر أمني cue قال says الجسر مغلق
وقال الوزير في تصريح لصحيفة الضفاف إن الجسر مغلق.
  indirect by صحيفة الضفاف > الوزير cue قال says الجسر مغلق
وأكدت المتحدثة في حديث لقناة البحيرة أن الماء عاد.
  indirect by قناة البحيرة > المتحدثة cue أكدت says الماء عاد
وقال الوزير في مقابلة مع قناة البحيرة إن الجسر مغلق.
  indirect by قناة البحيرة > الوزير cue قال says الجسر مغلق
وفي اتصال هاتفي مع قناة البحيرة، قال المدير إن الماء عاد.
  indirect by قناة البحيرة > المدير cue قال says الماء عاد
وفي تصريح لإذاعة الساحل، قال مدير المرفأ إن السفن عادت.
  indirect by إذاعة الساحل > مدير المرفأ cue قال says السفن عادت
وقال لوكالة سدرة مصدر أمني إن السوق مغلق.
  indirect by وكالة سدرة > مصدر أمني cue قال says السوق مغلق
وقال لصحيفة الضفاف الوزير سامر الطويل إن السوق مغلق.
  indirect by صحيفة الضفاف > الوزير سامر الطويل cue قال says السوق مغلق

# the press at large is told nothing for others
وقال الوزير لصحفيين إن الجسر مغلق.
  indirect by الوزير cue قال says الجسر مغلق
وقالت الوزيرة في مؤتمر صحفي إن الجسر مغلق.
  indirect by الوزيرة cue قالت says الجسر مغلق

# … نقلا عن …
وذكرت صحيفة الضفاف، نقلا عن مصادر دبلوماسية، أن المحادثات توقفت.
  indirect by صحيفة الضفاف > مصادر دبلوماسية cue ذكرت says المحادثات توقفت
ذكرت قناة البحيرة نقلا عن مصدر طبي أن الجرحى عشرة.
  indirect by قناة البحيرة > مصدر طبي cue ذكرت says الجرحى عشرة
أغلق المطار مساء، نقلا عن وكالة سدرة.
  indirect by وكالة سدرة cue نقلا says أغلق المطار مساء

# بحسب ما نقلت عنه …
قال مدير المرفأ إن السفن عادت، بحسب ما نقلت عنه وكالة سدرة.
  indirect by وكالة سدرة > مدير المرفأ cue قال says السفن عادت

# a report inside a report is that of the inner speaker
قال المتحدث إن الوزير سامر الطويل أكد أن الجسر مغلق.
  indirect by المتحدث > الوزير سامر الطويل cue أكد says الجسر مغلق
قالت وكالة سدرة إن الوزير أعلن استقالته.
  indirect by وكالة سدرة > الوزير cue أعلن says استقالته
وقال محام إن موكله نفى التهمة.
  indirect denied by محام > موكله cue نفى says التهمة

# … but neither a perception, nor an act, nor what the speaker's own side says
وقالت البلدية إن الجيران سمعوا دويا قبل الانهيار.
  indirect by البلدية cue قالت says الجيران سمعوا دويا قبل الانهيار
وقال المدرب إن ناديه يدعو إلى الهدوء.
  indirect desired by المدرب cue قال says ناديه يدعو إلى الهدوء
وقالت البلدية إن المقاول طلب من المصرف مهلة.
  indirect by البلدية cue قالت says المقاول طلب من المصرف مهلة

# نسب … إلى, علم … من
ونسبت وكالة سدرة إلى مصدر أمني أن الجسر مغلق.
  indirect by وكالة سدرة > مصدر أمني cue نسبت says الجسر مغلق
ونسبت الصحيفة إلى مصدر في الرئاسة القول إن القرار نهائي.
  indirect by الصحيفة > مصدر في الرئاسة cue نسبت says القرار نهائي
ونسب إلى المحافظ قوله إن الجسر مغلق.
  indirect by المحافظ cue نسب says الجسر مغلق
علمت "الضفاف" من مصادر مطلعة أن الوزير استقال.
  indirect by "الضفاف" > مصادر مطلعة cue علمت says الوزير استقال
وعلم من مصدر قضائي أن القاضي غادر.
  indirect by مصدر قضائي cue علم says القاضي غادر
وعلم لدى مصالح الأمن أن السائق هرب.
  indirect by مصالح الأمن cue علم says السائق هرب

# … but neither a flag nor a share
رفع المتظاهرون علم البلاد فوق الجسر.
  narration says رفع المتظاهرون علم البلاد فوق الجسر
نسبت الزيادة إلى سوء الطقس وقلة الأمطار.
  narration says نسبت الزيادة إلى سوء الطقس وقلة الأمطار



# a medium that passed a paper on
وقال الوزير في بيان نقلته وكالة سدرة إن الجسر مغلق.
  indirect by وكالة سدرة > الوزير cue قال says الجسر مغلق

# a medium that no list knows, told by an unnamed source
وقال مصدر أمني لأورفيلا إن الصفقة فشلت.
  indirect by أورفيلا > مصدر أمني cue قال says الصفقة فشلت
وقال مسؤولان مطلعان لأورفيلا إن الصفقة فشلت.
  indirect by أورفيلا > مسؤولان مطلعان cue قال says الصفقة فشلت
وأفاد مصدر أمني لسدرة نيوز أن السوق مغلق.
  indirect by سدرة نيوز > مصدر أمني cue أفاد says السوق مغلق
قال المدير إن السد سليم. وأضاف لبي بي سي: "نحتاج إلى سنوات".
  indirect by المدير cue قال says السد سليم
  direct by بي بي سي > ∅ = المدير cue أضاف says نحتاج إلى سنوات
وقال مصدر أمني لأسباب أمنية إن السوق مغلق.
  indirect by مصدر أمني cue قال says السوق مغلق
"""

EVIDENTIALS = """
# an evidential behind binds backwards
أغلق الجسر أمام السيارات، وفق وزارة الداخلية.
  indirect by وزارة الداخلية cue وفق says أغلق الجسر أمام السيارات
أغلق الجسر أمام السيارات، وفقا لمصدر أمني.
  indirect by مصدر أمني cue وفقا says أغلق الجسر أمام السيارات
أغلق الجسر أمام السيارات بحسب شهود.
  indirect by شهود cue بحسب says أغلق الجسر أمام السيارات
ارتفع سعر القمح مرتين، طبقا لتقرير رسمي.
  indirect by تقرير رسمي cue طبقا says ارتفع سعر القمح مرتين
وصلت السفينة صباحا، حسبما ذكرت وكالة سدرة.
  indirect by وكالة سدرة cue ذكرت says وصلت السفينة صباحا
قتل ثلاثة جنود في المعركة، كما قال ضابط.
  indirect by ضابط cue قال says قتل ثلاثة جنود في المعركة
أغلق الجسر أمام السيارات، وفق ما أفاد مصدر أمني.
  indirect by مصدر أمني cue أفاد says أغلق الجسر أمام السيارات

# an evidential before binds forwards
وبحسب الدفاع المدني، فإن النار أتت على السوق.
  indirect by الدفاع المدني cue بحسب says النار أتت على السوق
وفق مصدر أمني، أغلق الجسر أمام السيارات.
  indirect by مصدر أمني cue وفق says أغلق الجسر أمام السيارات
ووفقا لما أعلنته البلدية، انقطع الماء عن ثلاثة أحياء.
  indirect by البلدية cue أعلنته says انقطع الماء عن ثلاثة أحياء

# وفق, حسب of what cannot speak
ستصرف الرواتب وفق جدول زمني.
  narration future says ستصرف الرواتب وفق جدول زمني
تبدأ المباراة في الثامنة وفق التوقيت المحلي.
  narration says تبدأ المباراة في الثامنة وفق التوقيت المحلي
توزع المياه على الأحياء حسب الحاجة.
  narration says توزع المياه على الأحياء حسب الحاجة

# the speaker by a suffix
قال الوزير إن الجسر مغلق. وعادت السيارات إلى الضفة الأخرى، على حد قوله.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by ∅ = الوزير cue قوله says وعادت السيارات إلى الضفة الأخرى

# stacked evidentials are relayers, not rivals
وأوضح المصدر الأمني وفقا لقناة البحيرة أن الجسر مغلق.
  indirect by قناة البحيرة > المصدر الأمني cue أوضح says الجسر مغلق
قال مصدر أمني إن الجسر مغلق، حسبما نشرت صحيفة الضفاف.
  indirect by صحيفة الضفاف > مصدر أمني cue قال says الجسر مغلق

# a participle goes on with the claim before it
قالت الوزيرة إن الجسر مغلق، مشيرة إلى أن السد سليم.
  indirect by الوزيرة cue قالت says الجسر مغلق
  indirect by … = الوزيرة cue مشيرة says السد سليم
قال الوزير إن الجسر مغلق، مؤكدا أن السد سليم، وموضحا أن الأشغال بدأت.
  indirect by الوزير cue قال says الجسر مغلق
  indirect by … = الوزير cue مؤكدا says السد سليم
  indirect by … = الوزير cue موضحا says الأشغال بدأت
وقال قائد الجيش إن القوات عادت قائلا: «سننتصر».
  indirect by قائد الجيش cue قال says القوات عادت
  direct future by … = قائد الجيش cue قائلا says سننتصر
وأعلنت النقابة أن الأجور صرفت، داعية العمال إلى العودة.
  indirect by النقابة cue أعلنت says الأجور صرفت
  indirect desired by … = النقابة cue داعية says العودة
وقالت الشركة إن الأجور صرفت، نافية وجود خلاف.
  indirect by الشركة cue قالت says الأجور صرفت
  indirect denied by … = الشركة cue نافية says وجود خلاف

# … over a sentence that somebody acts in
وقع الوزير سامر الطويل الاتفاق، مشيرا إلى أن الأشغال بدأت.
  narration says وقع الوزير سامر الطويل الاتفاق
  indirect by … = الوزير سامر الطويل cue مشيرا says الأشغال بدأت

# a participle that is an adjective or a noun
وصل وفد من مؤيدي المعارضة مضيفا على القرية.
  narration says وصل وفد من مؤيدي المعارضة مضيفا على القرية
كان الطريق مؤديا إلى النهر ومعتما في الليل.
  narration says كان الطريق مؤديا إلى النهر ومعتما في الليل

# the first word of a sentence may hold its future behind و
قال الوزير إن الجسر مغلق. وستعود السيارات غدا، على حد قوله.
  indirect by الوزير cue قال says الجسر مغلق
  indirect future by ∅ = الوزير cue قوله says وستعود السيارات غدا

# فإن and فقد open what is said behind a clause about the source
ووفقا لإحصائية حديثة صادرة عن الوزارة فإن عدد الحوادث انخفض.
  indirect by إحصائية حديثة cue وفقا says عدد الحوادث انخفض
وبحسب مصدر أمني، الذي لم تسمه الصحيفة، فقد أغلق الجسر.
  indirect by مصدر أمني cue بحسب says أغلق الجسر

# كما يقول at the end of a sentence; a paper that holds it joined to «ب»
قال المحافظ إن السد سليم. "الجسر مغلق منذ الفجر"، كما يقول.
  indirect by المحافظ cue قال says السد سليم
  direct by ∅ = المحافظ cue يقول says الجسر مغلق منذ الفجر
وجاء بالبيان أن الجسر مغلق.
  indirect by البيان cue جاء says الجسر مغلق

# على ما
وارتفع سعر الخبز أمس، على ما أعلنت الوزارة.
  indirect by الوزارة cue أعلنت says وارتفع سعر الخبز أمس
ويعتمد السكان على ما تنتجه الحقول.
  narration says ويعتمد السكان على ما تنتجه الحقول
"""

LACKING = """
# the cue of على حد تعبير before its content is a preposition that says nothing
على حد تعبير الوزير، انتهت الأزمة في يومين.
  indirect by الوزير cue تعبير says انتهت الأزمة في يومين

# who passed a statement on in a clause of its own (بيان نقلته وكالة …) is not in the chain
وبحسب بيان للحركة نقلته وكالة سدرة، انسحب المقاتلون من البلدة.
  indirect by وكالة سدرة > بيان للحركة cue بحسب says انسحب المقاتلون من البلدة

# a word of time in the name of a medium (صباح) cuts it
وقال الوزير في حديث لبرنامج صباح الضفاف إن الجسر مغلق.
  indirect by برنامج صباح الضفاف > الوزير cue قال says الجسر مغلق
"""


@pytest.mark.parametrize(
    ("text", "expected"), table(RELAYERS) + table(EVIDENTIALS) + lacking(LACKING)
)
def test_who_passes_it_on(text: str, expected: list[str]) -> None:
    assert told(text) == expected
