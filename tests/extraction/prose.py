"""Words for texts that look like news to an engine, in any order: invented, and with every mark."""

from hypothesis import strategies as st

MARKS = "«»„“”‘’\"'‹›{}()[]″:,،.؟?!…—-;؛"
# Joiners, bidi controls, soft hyphen, byte order mark.
INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2066\u2067\u2068\u2069\u061c\u00ad\ufeff"
)
VOWELS = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
# Digits of other scripts, and what is called a digit and is none.
NUMBERS = ("12", "١٢", "۴", "²", "③", "½", "1,200", "4نوفمبر", "0", "99999999")

WORDS = {
    "ar": """
قال وقال قالت وقالت قالوا أضاف وأضاف وأضافت مضيفا أكد وأكدت مؤكدا مؤكدة أعلن أعلنت وأعلن ونقلت نقلت
نقل عن قوله قولها قولهم نقلا بحسب وفق وفقا حسبما طبقا لـ إن أن بأن إنه أنها إلى على نفى ونفت نفيه
رفض التعليق لم يعلق رفضت دعا طالب اتهم وصف توقع يعتقد يرجح تردد أنباء غير مؤكدة مشيرا مشيرة لافتا
في بيان مقابلة تصريح لوكالة سدرة وكالة صحيفة قناة «درنيل» درنيل تلهورة محافظ المحافظ علي نور مريم
حداد نور حداد المتحدث باسم الدفاع المدني الوزير وزارة الدفاع الوزارة مصدر مصادر المصدر المصادر
مصدران 3 ثلاثة عسكرية الجيش القيادة الموحدة الجسر السد الميناء أغلق أغلقت سيطرت على القرى مقتل
إصابة 12 شخصا أمس اليوم الأحد 24 نوفمبر 2026 الماضي ساعات بعد قبل فيما بينما لكن حيث التي الذي من
وذلك صور تظهر وثيقة على حد قوله من جانبه و ثم كان وكان قد سوف ستفتح يذكر
""",
    "en": """
said says told according to that he she they the mayor governor Ali Noor Noor's spokesman for the
ministry of defence ministry a statement in an interview with Orvela Press agency three sources
sources officials on condition of anonymity denied claimed announced added adding quoted citing as
saying "we are told" who which bridge was closed on Tuesday yesterday 24 November 2026 declined to
comment reportedly images show but while and dam port 12 people killed no will would must asked
whether warned accused of not
""",
    "tr": """
dedi söyledi belirtti açıkladı bildirdi bildirildi iddia etti edildi göre vali Vali Ak Ak'ın sözcü
sözcüsü Bakanlığın raporuna bakanlık Orvela'nın haberine ajansı kapandığını kapanacağını olduğunu
olduğu açıklamada yaptığı ve ise da de bir köprü köprünün dün 24 Kasım 2026 salı günü üç kaynak
yetkili yetkililer yorum yapmadı yalanladı suçladı çağrısında bulundu diye konuştu ifadelerini
kullandı belirten vurgulayan ancak
""",
    "ru": """
заявил заявила сказал сказала сообщил сообщила сообщает добавил отметил что по словам данным
согласно со ссылкой на источники трое источников мэр Ким Кима она он агентство «Орвела»
министерство обороны мост закрыт закрыли вчера во вторник 24 ноября 2026 года отказался от
комментариев опроверг обвинил призвал передает пишет как об этом якобы может будет но а и в
который которая снимки показывают
""",
    # None of the languages that are read.
    "de": "sagte der Bürgermeister die Brücke sei gesperrt laut Angaben teilte mit dass Nein",
}
LANGUAGES = sorted(WORDS)

_BETWEEN = st.sampled_from([" "] * 8 + ["\n", "\n\n", "", "، ", ": ", " «", "» ", '"', ". ", ", "])


def prose(language: str) -> st.SearchStrategy[str]:
    """Cues, names, content and marks of one language in any order."""
    word = st.sampled_from([*WORDS[language].split(), *MARKS, *NUMBERS])
    return st.lists(st.tuples(word, _BETWEEN), max_size=60).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


def anything() -> st.SearchStrategy[str]:
    """Any text that can be stored: no half characters."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def marks() -> st.SearchStrategy[str]:
    """Marks of all kinds that open and never close, close and never open, with a few words."""
    return st.lists(
        st.sampled_from([*MARKS, *INVISIBLE, *VOWELS, "قال ", "إن ", " said ", "\n", "س"]),
        max_size=120,
    ).map("".join)
