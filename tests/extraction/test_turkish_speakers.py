"""Who speaks in Turkish: where a naming begins and ends, whom a short one means, who relays."""

import pytest

from tests.extraction.tables import table, told

SPEAKERS = """
# a full name and its parts
Vali Ali Ak, yolun kapandığını söyledi. Ak, evin yandığını belirtti. Vali yineledi: "Kapandı."
  indirect by Vali Ali Ak cue söyledi says yolun kapandığını
  indirect by Ak = Vali Ali Ak cue belirtti says evin yandığını
  direct by Vali = Vali Ali Ak cue yineledi says Kapandı
# a dropped subject
Dernil Valisi Ali Ak, yolun kapandığını söyledi. Evin yandığını belirtti.
  indirect by Dernil Valisi Ali Ak cue söyledi says yolun kapandığını
  indirect by ∅ = Dernil Valisi Ali Ak cue belirtti says Evin yandığını
Ali Ak konuştu. Can Su, yolun kapandığını söyledi. "Ev yandı" dedi.
  narration says Ali Ak konuştu
  indirect by Can Su cue söyledi says yolun kapandığını
  direct by ∅ = Can Su cue dedi says Ev yandı
# a relative clause before it
Toplantıda konuşan Dernil Valisi Ali Ak, yolun kapandığını söyledi.
  indirect by Dernil Valisi Ali Ak cue söyledi says yolun kapandığını
Gazetecilerin sorularını yanıtlayan Ak, yolun kapandığını söyledi.
  indirect by Ak cue söyledi says yolun kapandığını
Ankara'da Vali Ali Ak, yolun kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says yolun kapandığını
Köprüyü kapatan şirketin sahibi Can Su, evin yandığını söyledi.
  indirect by şirketin sahibi Can Su cue söyledi says evin yandığını
# titles, ages, places
Dernil sakinlerinden 41 yaşındaki fırıncı Can Su, yolun kapandığını söyledi.
  indirect by Dernil sakinlerinden 41 yaşındaki fırıncı Can Su cue söyledi says yolun kapandığını
Dernil Üniversitesi öğretim üyesi Prof. Dr. Can Su, yolun kapandığını söyledi.
  indirect by Dernil Üniversitesi öğretim üyesi Prof. Dr. Can Su cue söyledi says yolun kapandığını
Orvela'nın Dernil Büyükelçisi Can Su, yolun kapandığını söyledi.
  indirect by Orvela'nın Dernil Büyükelçisi Can Su cue söyledi says yolun kapandığını
Meclis Başkanı ve Yol Kurulu üyesi Can Su, yolun kapandığını söyledi.
  indirect by Meclis Başkanı ve Yol Kurulu üyesi Can Su cue söyledi says yolun kapandığını
# no comma behind it
Vali Ali Ak yolun kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says yolun kapandığını
Şirket yetkilileri yolun kapandığını söyledi.
  indirect by Şirket yetkilileri cue söyledi says yolun kapandığını
Komşu ülkenin valisi Can Su ise yolun kapandığını söyledi.
  indirect by Komşu ülkenin valisi Can Su cue söyledi says yolun kapandığını
Dernil Dışişleri Bakanlığı Orvela halkına teşekkür ettiğini bildirdi.
  indirect by Dernil Dışişleri Bakanlığı cue bildirdi says Orvela halkına teşekkür ettiğini
Kurbanın bir arkadaşı ise yolun kapandığını söyledi.
  indirect by Kurbanın bir arkadaşı cue söyledi says yolun kapandığını
# suffixes behind an apostrophe
Ak’a göre köprü yarın açılacak.
  indirect future by Ak cue göre says köprü yarın açılacak
Mahalle muhtarı Can Su'ya göre köprü yarın açılacak.
  indirect future by Mahalle muhtarı Can Su cue göre says köprü yarın açılacak
# named in full before
Köprüye Dernil Valisi Tarkan Ergün'den tepki geldi. Ergün, yolun kapandığını söyledi.
  narration says Köprüye Dernil Valisi Tarkan Ergün'den tepki geldi
  indirect by Ergün = Dernil Valisi Tarkan Ergün cue söyledi says yolun kapandığını
# an office or body by itself
Orvela Savunma Bakanlığı, yolun kapandığını açıkladı. Bakanlık, evin yandığını bildirdi.
  indirect by Orvela Savunma Bakanlığı cue açıkladı says yolun kapandığını
  indirect by Bakanlık = Orvela Savunma Bakanlığı cue bildirdi says evin yandığını
Barış Partisi (BP) Başkanı Can Su, yolun kapandığını söyledi. BP lideri, evin yandığını belirtti.
  indirect by Barış Partisi (BP) Başkanı Can Su cue söyledi says yolun kapandığını
  indirect by BP lideri = Barış Partisi (BP) Başkanı Can Su cue belirtti says evin yandığını
# nobody in particular
İki yetkili, yolun kapandığını söyledi. Yetkililer, evin yandığını belirtti.
  indirect by İki yetkili cue söyledi says yolun kapandığını
  indirect by Yetkililer = İki yetkili cue belirtti says evin yandığını
# through a medium
Reuters'a konuşan iki yetkili, yolun kapandığını söyledi. Yetkililer, evin yandığını belirtti.
  indirect by Reuters > iki yetkili cue söyledi says yolun kapandığını
  indirect by … = Reuters > Yetkililer = iki yetkili cue belirtti says evin yandığını
Vali Ali Ak, Orvela ajansına yaptığı açıklamada, yolun kapandığını söyledi.
  indirect by Orvela ajansına > Vali Ali Ak cue söyledi says yolun kapandığını
Vali Ali Ak gazetemize yaptığı açıklamada yolun kapandığını söyledi.
  indirect by gazetemize > Vali Ali Ak cue söyledi says yolun kapandığını
Vali Ali Ak, gazetecilere yaptığı açıklamada yolun kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says yolun kapandığını
Can Su, Orvela TV'ye konuştu: "Köprü kapandı."
  direct by Orvela TV > Can Su cue konuştu says Köprü kapandı
Orvela gazetesinin haberine göre köprü kapandı.
  indirect by Orvela gazetesinin cue göre says köprü kapandı
Orvela'nın iki yetkiliye dayandırdığı habere göre, köprü kapandı.
  indirect by Orvela > iki yetkiliye cue göre says köprü kapandı
Orvela'nın haberine göre Vali Ali Ak, yolun kapandığını söyledi.
  indirect by Orvela > Vali Ali Ak cue söyledi says yolun kapandığını
# behind a participle
Yolun kapandığını söyleyen Ak "Ev yandı" dedi.
  indirect by Ak cue söyleyen says Yolun kapandığını
  direct by Ak cue dedi says Ev yandı
# of a statement
Şirketten Orvela Borsası'na yapılan açıklamada, üretimin durduğu belirtildi.
  indirect by Şirketten cue belirtildi says üretimin durduğu
Orvela'nın yayımladığı rapora göre köprü eskidi.
  indirect by Orvela'nın yayımladığı rapora cue göre says köprü eskidi
# behind a participle, in any case
Can Su, yolun kapandığını söyleyen Ak'ı onayladı.
  indirect by Ak cue söyleyen says yolun kapandığını
"""


@pytest.mark.parametrize(("text", "claims"), table(SPEAKERS))
def test_a_speaker_is_found(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims
