"""Turkish chains: who passed on what somebody else said, and where nobody did."""

import pytest

from tests.extraction.tables import table, told

ACCORDING_TO = """
# somebody who spoke to a medium, before «göre»
Orvela gazetesine konuşan iki kaynağa göre köprü kapandı.
  indirect by Orvela gazetesine > iki kaynağa cue göre says köprü kapandı
Köprüyü yapan iki kaynağa göre köprü kapandı.
  indirect by iki kaynağa cue göre says köprü kapandı
# what was told to a medium, and what a medium was told
Bir kaynağın AFP'ye verdiği bilgiye göre köprü kapandı.
  indirect by AFP > Bir kaynağın cue göre says köprü kapandı
Orvela ajansının bir askeri kaynaktan aktardığına göre köprü kapandı.
  indirect by Orvela ajansının > bir askeri kaynaktan cue göre says köprü kapandı
Bakan Ak'ın dün açıkladığına göre köprü kapandı.
  indirect by Bakan Ak cue göre says köprü kapandı
# where the report stood
Orvela gazetesinde yer alan habere göre köprü kapandı.
  indirect by Orvela gazetesinde cue göre says köprü kapandı
# documents that a medium got hold of, and one that a body wrote
Orvela gazetesinin ele geçirdiği belgelere göre, köprü kapandı.
  indirect by Orvela gazetesinin > belgelere cue göre says köprü kapandı
Bakanlığın yayımladığı rapora göre köprü kapandı.
  indirect by Bakanlığın yayımladığı rapora cue göre says köprü kapandı
# nobody in particular, and findings of somebody
İlk belirlemelere göre köprü kapandı.
  indirect by nobody cue göre says köprü kapandı
Polisin ilk belirlemelerine göre köprü kapandı.
  indirect by Polisin cue göre says köprü kapandı
Konuşulanlara bakılırsa köprü kapandı.
  indirect by nobody cue bakılırsa says köprü kapandı
Komitenin verdiği rakamlara göre köprü kapandı.
  indirect by Komitenin cue göre says köprü kapandı
"""

TOLD_TO = """
# a medium of several words, and one that is spoken of
Bir yetkili, Orvela haber ajansına köprünün kapandığını söyledi.
  indirect by Orvela haber ajansına > Bir yetkili cue söyledi says köprünün kapandığını
Bir yetkili, Orvela haber ajansına yapılan saldırının önlendiğini söyledi.
  indirect by Bir yetkili cue söyledi says Orvela haber ajansına yapılan saldırının önlendiğini
# a country is no medium
Bakan Ak, Türkiye'ye silah satışının durduğunu söyledi.
  indirect by Bakan Ak cue söyledi says Türkiye'ye silah satışının durduğunu
# somebody who is told of with a title is none either
Kurul Başkanı Sert bekliyor. Bakan Ak, Sert'e köprünün kapandığını söyledi.
  narration says Kurul Başkanı Sert bekliyor
  indirect by Bakan Ak cue söyledi says köprünün kapandığını
Kurul bekliyor. Bakan Ak, Orvela'ya köprünün kapandığını söyledi.
  indirect by Orvela > Bakan Ak cue söyledi says köprünün kapandığını
# a medium that was told before, and somebody who spoke before
Orvela'ya konuşan bir tanık, yolun kapandığını söyledi. Ak, Orvela'ya köprünün kapandığını söyledi.
  indirect by Orvela > bir tanık cue söyledi says yolun kapandığını
  indirect by Orvela = Orvela > Ak cue söyledi says köprünün kapandığını
Başkan Sert yolun kapandığını söyledi. Bakan Ak, Sert'e köprünün kapandığını söyledi.
  indirect by Başkan Sert cue söyledi says yolun kapandığını
  indirect by Bakan Ak cue söyledi says köprünün kapandığını
# a medium that asked, and whoever is no medium
Orvela televizyonunun sorularını yanıtlayan Bakan Ak, köprünün kapandığını söyledi.
  indirect by Orvela televizyonunun > Bakan Ak cue söyledi says köprünün kapandığını
Reuters'ın görüştüğü iki kaynak, köprünün kapandığını söyledi.
  indirect by Reuters > iki kaynak cue söyledi says köprünün kapandığını
Bakanın görüştüğü iki kaynak, köprünün kapandığını söyledi.
  indirect by iki kaynak cue söyledi says köprünün kapandığını
# how it was told
Ali Ak, DHA'ya açıklama yaparak, köprünün kapandığını söyledi.
  indirect by DHA > Ali Ak cue söyledi says köprünün kapandığını
Ali Ak, DHA'ya açıklamalarda bulunarak köprünün kapandığını söyledi.
  indirect by DHA > Ali Ak cue söyledi says köprünün kapandığını
"""

ON_WHOSE_WORD = """
# whom a medium relies on
Orvela gazetesi, bir diplomata dayanarak köprünün kapandığını yazdı.
  indirect by Orvela gazetesi > bir diplomata cue yazdı says köprünün kapandığını
Orvela gazetesi, yetkililere atıfta bulunarak köprünün kapandığını duyurdu.
  indirect by Orvela gazetesi > yetkililere cue duyurdu says köprünün kapandığını
# what somebody refers to says nothing
Bakan Ak, karara atıfta bulunarak, köprünün kapandığını söyledi.
  indirect by Bakan Ak cue atıfta bulunarak says karara
  indirect by Bakan Ak cue söyledi says köprünün kapandığını
# by whom it was given out, between the content and its verb
Köprünün kapandığı Vali Ak tarafından açıklandı.
  indirect by Vali Ak cue açıklandı says Köprünün kapandığı
Köprünün kapandığı yönündeki iddialar yalanlandı.
  narration says Köprünün kapandığı yönündeki iddialar yalanlandı
"""


@pytest.mark.parametrize(("text", "claims"), table(ACCORDING_TO))
def test_who_vouches_and_through_whom(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims


@pytest.mark.parametrize(("text", "claims"), table(TOLD_TO))
def test_to_which_medium_it_was_told(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims


@pytest.mark.parametrize(("text", "claims"), table(ON_WHOSE_WORD))
def test_on_whose_word_and_by_whom(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims
