"""Who says what in Turkish, construction by construction of the project's notes, section 1."""

import pytest

from tests.extraction.tables import table, told

CONSTRUCTIONS = """
# nominal clause
Vali Ali Ak, köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
Vali Ali Ak, köprünün kapanacağını açıkladı.
  indirect future by Vali Ali Ak cue açıkladı says köprünün kapanacağını
Dernil Belediyesi, yolun kapandığını ve okulların açılmayacağını da bildirdi.
  indirect by Dernil Belediyesi cue bildirdi says yolun kapandığını ve okulların açılmayacağını
# quotation before its cue
Vali Ali Ak, "Köprü kapandı. Herkes evine döndü." dedi.
  direct by Vali Ali Ak cue dedi says Köprü kapandı. Herkes evine döndü
Vali Ali Ak, “Köprü kapandı” diye konuştu.
  direct by Vali Ali Ak cue konuştu says Köprü kapandı
Ali Ak, "Köprüyü biz kapattık" ifadelerini kullandı.
  direct by Ali Ak cue ifadelerini kullandı says Köprüyü biz kapattık
# hearsay
Üç işçinin yaralandığı bildirildi.
  indirect by nobody cue bildirildi says Üç işçinin yaralandığı
# a finding is the outlet's
Köprüde çatlak tespit edildi.
  narration says Köprüde çatlak tespit edildi
# according to
Bakanlığın raporuna göre ihracat arttı.
  indirect by Bakanlığın raporuna cue göre says ihracat arttı
# a comparison is no source
İhracat geçen yıla göre arttı.
  narration says İhracat geçen yıla göre arttı
# participle
Köprünün kapandığını belirten Ali Ak, yolun açık olduğunu söyledi.
  indirect by Ali Ak cue belirten says Köprünün kapandığını
  indirect by Ali Ak cue söyledi says yolun açık olduğunu
# relayer
Reuters'a konuşan iki yetkili, köprünün kapandığını söyledi.
  indirect by Reuters > iki yetkili cue söyledi says köprünün kapandığını
"""


@pytest.mark.parametrize(("text", "claims"), table(CONSTRUCTIONS))
def test_a_construction_is_read(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims
