"""Where sentences end, and the way from words back to the text."""

import pytest

from claims.extraction.document import SENTENCE_AT_MOST, Document
from claims.extraction.types import Span


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> list[str]:
    doc = Document(text, abbreviations)
    return [doc.span(one.first, one.end).of(text) for one in doc.sentences]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # Every mark that ends a sentence does, several of them only once.
        ("عاد الماء. فتح الجسر.", ["عاد الماء.", "فتح الجسر."]),
        ("هل عاد الماء؟ نعم! فتح الجسر…", ["هل عاد الماء؟", "نعم!", "فتح الجسر…"]),
        ("عاد الماء؟! فتح الجسر.", ["عاد الماء؟!", "فتح الجسر."]),
        ("عاد الماء... فتح الجسر.", ["عاد الماء...", "فتح الجسر."]),
        ("عاد الماء، فتح الجسر؛ والسد: سليم", ["عاد الماء، فتح الجسر؛ والسد: سليم"]),
        # Two dots go on in the same breath, unless nothing follows.
        ("عاد الماء.. فتح الجسر.", ["عاد الماء.. فتح الجسر."]),
        ("عاد الماء..", ["عاد الماء.."]),
        # A line ends a sentence whatever stands at its end.
        ("عاد الماء\nفتح الجسر", ["عاد الماء", "فتح الجسر"]),
        ("عاد الماء\n\n\n\nفتح الجسر\n", ["عاد الماء", "فتح الجسر"]),
        ("قال: «عاد الماء\nفتح الجسر»", ["قال: «عاد الماء", "فتح الجسر»"]),
        # Points in abbreviations, numbers, initials and addresses.
        ("ذكرت د.ب.أ أن الماء عاد. فتح الجسر.", ["ذكرت د.ب.أ أن الماء عاد.", "فتح الجسر."]),
        ("بثت سي.إن.إن صورا. فتح الجسر.", ["بثت سي.إن.إن صورا.", "فتح الجسر."]),
        ("بلغ 3.5 أمتار. فتح الجسر.", ["بلغ 3.5 أمتار.", "فتح الجسر."]),
        ("قال س. نور إن الماء عاد.", ["قال س. نور إن الماء عاد."]),
        ("زوروا example.org الآن.", ["زوروا example.org الآن."]),
        # A full stop that is glued to the next sentence.
        ("عاد الماء.وفتح الجسر.", ["عاد الماء.", "وفتح الجسر."]),
        ("Ak geldi.Yol açıldı.", ["Ak geldi.", "Yol açıldı."]),
        ("Visit example.org or U.N.Women now.", ["Visit example.org or U.N.Women now."]),
        # A full stop in a quotation ends its sentence with it, or not at all.
        ("قال: «عاد الماء. فتح الجسر». وأضاف.", ["قال: «عاد الماء. فتح الجسر».", "وأضاف."]),
        ("قال: «عاد الماء.» وأضاف أمرا.", ["قال: «عاد الماء.»", "وأضاف أمرا."]),
        ('قال: "عاد الماء." وأضاف أمرا.', ['قال: "عاد الماء."', "وأضاف أمرا."]),
        ("«عاد الماء.»، قال المدير.", ["«عاد الماء.»، قال المدير."]),
        # No sentence begins with a small letter, in scripts that have them.
        ('"Köprü kapandı." dedi. Gitti.', ['"Köprü kapandı." dedi.', "Gitti."]),
        ('"Köprü kapandı!" dedi.', ['"Köprü kapandı!" dedi.']),
        ("Evin 3. katı yandı. Söndü.", ["Evin 3. katı yandı.", "Söndü."]),
        # A mark that is never closed holds no sentence together.
        ("رأى «عاد الماء. فتح الجسر.", ["رأى «عاد الماء.", "فتح الجسر."]),
        # A closing bracket belongs to the sentence before it, an opening mark to the one behind.
        ("(عاد الماء.) فتح الجسر.", ["(عاد الماء.)", "فتح الجسر."]),
        ('عاد الماء. "فتح الجسر".', ["عاد الماء.", '"فتح الجسر".']),
        ("", []),
        ("\n \n", []),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


@pytest.mark.parametrize(
    ("abbreviations", "cut"),
    [
        (frozenset({"mr"}), ["Mr. Noor came.", "He spoke."]),
        (frozenset(), ["Mr.", "Noor came.", "He spoke."]),
    ],
)
def test_a_pack_names_its_abbreviations(abbreviations: frozenset[str], cut: list[str]) -> None:
    assert sentences("Mr. Noor came. He spoke.", abbreviations) == cut


def test_sentences_know_where_their_line_begins_and_ends() -> None:
    doc = Document("عاد الماء. فتح الجسر. هدأ السوق.\nوصلت السفينة")
    edges = [(one.opens_line, one.closes_line) for one in doc.sentences]
    assert edges == [(True, False), (False, False), (False, True), (True, True)]


def test_a_sentence_is_bounded_and_none_of_its_words_is_lost() -> None:
    doc = Document("كلمة " * (2 * SENTENCE_AT_MOST + 1))
    lengths = [one.end - one.first for one in doc.sentences]
    assert lengths == [SENTENCE_AT_MOST, SENTENCE_AT_MOST, 1]


def test_words_lead_back_to_the_unchanged_text() -> None:
    text = "قالَ الـوزيرُ: ١٬٢٠٠ جنديّ"
    doc = Document(text)
    assert doc.words == ["قال", "الوزير", ":", "1,200", "جندي"]
    found = [doc.span(at, at + 1).of(text) for at in range(len(doc.words))]
    assert found == ["قالَ", "الـوزيرُ", ":", "١٬٢٠٠", "جنديّ"]


def test_a_span_can_leave_out_letters_at_the_head_of_its_first_word() -> None:
    text = "عاد والسد سليم"
    assert Document(text).span(1, 3, prefix=1).of(text) == "السد سليم"


@pytest.mark.parametrize(
    ("word", "quoted"),
    [("قال", None), ("«", '«عاد "الماء" الآن»'), ("الماء", '«عاد "الماء" الآن»'), (".", None)],
)
def test_a_word_knows_the_outermost_quotation_around_it(word: str, quoted: str | None) -> None:
    text = 'قال: «عاد "الماء" الآن».'
    doc = Document(text)
    around = doc.around(doc.words.index(word))
    assert (around and doc.span(around.open, around.end).of(text)) == quoted


@pytest.mark.parametrize(("offset", "word"), [(0, "عاد"), (2, "عاد"), (3, "الماء"), (4, "الماء")])
def test_an_offset_finds_its_word_or_the_next(offset: int, word: str) -> None:
    doc = Document("عاد الماء")
    assert doc.words[doc.word_at(offset)] == word


def test_behind_the_last_word_there_is_none() -> None:
    doc = Document("عاد الماء. ")
    assert doc.word_at(10) == len(doc.words)
    assert Span(0, 10) == doc.span(0, len(doc.words))


def test_letters_that_a_language_folds_are_compared_alike() -> None:
    doc = Document("İL KAPISI kâr", letters={"İ": "i", "ı": "i", "â": "a"})
    assert doc.words == ["il", "kapisi", "kar"]
    assert [doc.is_capital(i) for i in range(3)] == [True, True, False]


def test_letters_at_the_end_of_a_word_can_be_left_out() -> None:
    text = "Vali Ak'ın evi"
    assert Document(text).span(0, 2, 0, 3).of(text) == "Vali Ak"


def test_a_document_tells_which_words_have_a_capital() -> None:
    doc = Document("The \u200bNoor said \u200eno to Ali's 3 Men.")
    assert [
        word for word, is_capital in zip(doc.words, doc.capitals(), strict=True) if is_capital
    ] == [
        "the",
        "noor",
        "ali's",
        "men",
    ]
