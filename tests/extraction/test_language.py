"""The language of one sentence is told, and what cannot be told is "und"."""

import random

import pytest

from claims.extraction.folding import INVISIBLE, fold
from claims.extraction.language import _known, recognise

ONE_SENTENCE = [
    # The four that factlog reads, and sentences in them that hold much of something else.
    ("ar", "أُغلق الجسر الحجري مساء أمس."),
    ("ar", "قال محافظ درنيل إن المدارس ستفتح أبوابها الأحد."),
    ("ar", "انقطاع الماء عن درنيل"),
    ("ar", "وذكرت وكالة Orvela Press أن شركة North Quay Shipping أوقفت رحلاتها."),
    (
        "ar",
        "تحدث بالتركية قائلا: «Köprü kapandı ve herkes evine döndü»، ثم غادر القاعة مع مرافقيه.",
    ),
    ("ar", "كتب أحمد پاشا في تلگرام أن گارة پنجوين غرقت."),
    ("ar", "شلونكم شباب؟ الجسر مسكر من البارحة والسيارات واگفة."),
    ("en", "The stone bridge was closed on Tuesday evening."),
    ("en", "Governor Şükrü Yılmazoğlu told Kuzey Rıhtım that schools would open on Sunday."),
    ("en", "Bridge shut, says mayor."),
    ("en", 'He wrote "الجسر مغلق" and "Köprü kapalı" on the door of the town hall.'),
    ("tr", "Taş köprü dün akşam kapandı."),
    ("tr", "Vali Ak, okulların pazar günü açılacağını söyledi."),
    ("tr", "Sözcü, The Northquay Post'a yaptığı açıklamada haberi yalanladı."),
    ("tr", "Bando Küba'daki gösteride iyi not verdi."),
    ("tr", "Vali okullarin pazar gunu acilacagini soyledi ve halka tesekkur etti."),
    ("ru", "Каменный мост закрыли вечером во вторник."),
    ("ru", "Мэр Ким заявил, что школы откроются в воскресенье."),
    ("ru", "Агентство Orvela Press сообщило о закрытии порта."),
    # Their neighbours.
    ("fa", "شهردار درنیل گفت که پل سنگی بسته شده است."),
    ("fa", "مدرسه‌های شهر از روز یکشنبه باز می‌شوند."),
    ("fa", "به گزارش خبرگزاری، المپیک بین‌المللی در سلمادا برگزار نمی‌شود."),
    ("ur", "میئر نے کہا کہ پتھر کا پل بند کر دیا گیا ہے۔"),
    ("ku", "پارێزگار ڕایگەیاند کە پردەکە داخراوە و خەڵک گەڕاونەتەوە بۆ ماڵەوە."),
    ("ku", "Walî got ku pir hatiye girtin û xelk vegeriyane malên xwe."),
    ("ps", "والي وویل چې پل تړل شوی دی او خلک کورونو ته تللي."),
    ("ug", "ۋالىي كۆۋرۈكنىڭ تاقالغانلىقىنى دېدى ۋە ھەممە ئادەم ئۆيىگە قايتتى."),
    ("az", "Şəhər rəhbəri körpünün bağlandığını və məktəblərin açılacağını bildirib."),
    ("uz", "Hokim ko'prik yopilgani va maktablar ochilishi haqida aytdi."),
    ("uk", "Міський голова заявив, що міст закрито з вівторка."),
    ("be", "Мэр заявіў, што мост зачынены ў аўторак."),
    ("bg", "Кметът заяви, че мостът е затворен от вторник."),
    ("sr", "Градоначелник је рекао да је мост затворен од уторка."),
    ("mk", "Градоначалникот рече дека мостот е затворен од вторник и ќе се поправа."),
    ("kk", "Қала әкімі көпір жабылды деп мәлімдеді және мектептер ашылады."),
    ("de", "Der Bürgermeister sagte, die steinerne Brücke sei seit Dienstag gesperrt."),
    ("fr", "Le maire a déclaré que l'accès au pont était fermé depuis mardi."),
    ("es", "El alcalde dijo que el puente está cerrado desde el martes."),
    ("it", "Il sindaco ha detto che il ponte è chiuso da martedì."),
    ("pt", "O prefeito disse que a ponte está fechada desde terça e não abre."),
    ("ro", "Primarul a spus că podul este închis de marți și nu se deschide."),
    ("nl", "De burgemeester zei dat de brug sinds dinsdag gesloten is."),
    ("sv", "Borgmästaren sade att bron är stängd sedan i tisdags."),
    ("pl", "Burmistrz powiedział, że most jest zamknięty od wtorku."),
    ("cs", "Starosta řekl, že most je od úterý uzavřen."),
    ("hr", "Gradonačelnik je rekao da je most zatvoren od utorka i da će ga popraviti."),
    ("hu", "A polgármester azt mondta, hogy a híd kedd óta le van zárva."),
    ("fi", "Pormestari sanoi, että silta on ollut suljettu tiistaista."),
    ("sq", "Kryetari tha se ura është mbyllur dhe nuk do të hapet."),
    ("id", "Wali kota mengatakan bahwa jembatan itu telah ditutup sejak Selasa."),
    ("vi", "Thị trưởng nói cây cầu đã đóng cửa từ thứ ba."),
    ("sw", "Meya alisema kwamba daraja hilo limefungwa na watu wa mji huo wataondoka."),
    ("so", "Duqa magaalada ayaa sheegay in buundada la xiray oo ay dadku ka baxeen."),
    ("he", "ראש העיר אמר כי הגשר סגור מיום שלישי."),
    ("el", "Ο δήμαρχος είπε ότι η γέφυρα είναι κλειστή."),
    ("hy", "Քաղաքապետն ասաց, որ կամուրջը փակ է։"),
    ("ka", "მერმა თქვა, რომ ხიდი დაკეტილია."),
    ("ja", "市長は火曜日から橋が閉鎖されていると述べた。"),
    ("zh", "市长说，石桥从星期二起关闭。"),
    ("ko", "시장은 다리가 화요일부터 폐쇄되었다고 말했다."),
]


@pytest.mark.parametrize(("language", "sentence"), ONE_SENTENCE)
def test_one_sentence_is_enough(language: str, sentence: str) -> None:
    assert recognise(sentence) == language


@pytest.mark.parametrize(
    "text", ["", " \n\t", "2026-11-24, 18:30", "…!؟ «» — ()", "🙂🙂", "Qrvt", "महापौर ने कहा"]
)
def test_what_gives_no_sign_is_not_guessed(text: str) -> None:
    assert recognise(text) == "und"


ARABIC = "قال المحافظ إن الجسر الحجري الذي يصل ضفتي المدينة أغلق على يد الدفاع المدني."


@pytest.mark.parametrize(
    "written",
    [
        ARABIC.replace("ي", "ی").replace("ك", "ک"),
        "".join(f"{char}\u0640" if char.isalpha() else char for char in ARABIC),
        "".join(f"{char}\u064e" if char.isalpha() else char for char in ARABIC),
        INVISIBLE[0].join(ARABIC),
        "ﻗﺎﻝ ﺍﻟﻤﺤﺎﻓﻆ ﺇﻥ ﺍﻟﺠﺴﺮ ﺃﻏﻠﻖ",
    ],
    ids=["Persian keyboard", "tatweel", "vowelled", "invisible", "presentation forms"],
)
def test_the_glyphs_of_a_keyboard_do_not_make_another_language(written: str) -> None:
    assert recognise(written) == "ar"


def test_letters_with_their_marks_apart_are_the_same_letters() -> None:
    assert recognise("S\u0327u\u0308kru\u0308 Bey ko\u0308pru\u0308yu\u0308 ac\u0327ti") == "tr"


def test_a_long_quotation_at_the_top_does_not_decide() -> None:
    quoted = "The bridge is closed and we are told that it will not open before the summer. " * 6
    article = f"«{quoted}»\n\n{ARABIC * 40}"
    assert recognise(article) == "ar"


def test_the_order_of_sentences_does_not_matter() -> None:
    sentences = [text for language, text in ONE_SENTENCE if language == "tr"]
    for seed in range(5):
        random.Random(seed).shuffle(sentences)
        assert recognise(" ".join(sentences)) == "tr"


def test_no_list_names_letters_that_all_languages_of_the_script_have() -> None:
    shared = {
        "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
        "cyrillic": "абвгдежзклмнопрстуфхцчш",
        "latin": "abcdefghijklmnopqrstuvwxyz",
        "hebrew": "אבגדהוזחטיכלמנסעפצקרשתםןץףך",
    }
    for name, script in _known()[1].items():
        assert not set(fold(shared[name])) & set(script.letters)
