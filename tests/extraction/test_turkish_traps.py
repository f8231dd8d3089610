"""What looks like a report in Turkish and is none, and shapes of text around the news."""

import pytest

from claims.extraction import extract
from tests.extraction.tables import table, told
from tests.extraction.test_properties import assert_sound

TRAPS = """
# a comparison is no source
İhracat geçen yıla göre arttı.
  narration says İhracat geçen yıla göre arttı
Fiyatlar yaklaşık 5'e göre belirlendi.
  narration says Fiyatlar yaklaşık 5'e göre belirlendi
Kasabanın nüfusu savaş öncesine göre azaldı.
  narration says Kasabanın nüfusu savaş öncesine göre azaldı
# nor is a ground in law
Yasaya göre köprüler her yıl denetlenir.
  narration says Yasaya göre köprüler her yıl denetlenir
# a finding is the outlet's
Köprüde çatlak tespit edildi.
  narration says Köprüde çatlak tespit edildi
Köprünün eskidiği ortaya çıktı.
  narration says Köprünün eskidiği ortaya çıktı
# hearsay by the verb's form alone is no report
Köprü dün kapanmış.
  narration says Köprü dün kapanmış
# refusing an offer is an act, as is publishing figures
Ali Ak, iş teklifini reddetti.
  narration says Ali Ak, iş teklifini reddetti
Ali Ak, toplantıya katılmayı reddetti.
  narration says Ali Ak, toplantıya katılmayı reddetti
Kurum, istatistiklerini açıkladı.
  narration says Kurum, istatistiklerini açıkladı
# a wish of one's own is an act
Ali Ak, eve dönmek istedi.
  narration says Ali Ak, eve dönmek istedi
# «diye» as a name
Değirmen diye bilinen köyde yol kapandı.
  narration says Değirmen diye bilinen köyde yol kapandı
# a word of saying in a quotation
Ali Ak, "Annem köprünün kapandığını söyledi, gittim" dedi.
  direct by Ali Ak cue dedi says Annem köprünün kapandığını söyledi, gittim
# what was not said
Ali Ak, köprünün kapandığını söylemedi.
  narration says Ali Ak, köprünün kapandığını söylemedi
# a participle that describes somebody
Köprüyü yıktığı iddia edilen adam kaçtı.
  narration says Köprüyü yıktığı iddia edilen adam kaçtı
# why nobody is named
İsminin açıklanmasını istemeyen bir yetkili, köprünün kapandığını söyledi.
  indirect by bir yetkili cue söyledi says köprünün kapandığını
# an event of speaking without content
Ali Ak, gazetecilerle konuştu.
  narration says Ali Ak, gazetecilerle konuştu
# captions, credits, headings
Kaynak: AA
Fotoğraf: Can Su
Köprüde son durum¶Köprü dün kapandı.
  narration says Köprü dün kapandı
# dateline, hour, bullet
DERNİL (ORV) - Vali Ali Ak, köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
08.45 - Vali Ali Ak, köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
- Vali Ali Ak, köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
# one word in marks
Ali Ak, köprünün "açık" olduğunu söyledi.
  mixed by Ali Ak cue söyledi says köprünün "açık" olduğunu
# a name in marks
"Orvela" gazetesi, köprünün kapandığını yazdı.
  indirect by "Orvela" gazetesi cue yazdı says köprünün kapandığını
# sentences that are glued together, and numbers with a point
Vali Ali Ak, köprünün kapandığını söyledi.Yolun açık olduğunu belirtti.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
  indirect by ∅ = Vali Ali Ak cue belirtti says Yolun açık olduğunu
Vali Ali Ak, 3. köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says 3. köprünün kapandığını
# a bare first word is no speaker
Hava sıcaklığının düşeceğini söyledi.
  indirect future by nobody cue söyledi says Hava sıcaklığının düşeceğini
# an object is no speaker
Vali Ali Ak, "Yol açık" dedi ve vatandaşları köprüden geçmemeleri konusunda uyardı.
  direct by Vali Ali Ak cue dedi says Yol açık
  indirect desired by ∅ = Vali Ali Ak cue uyardı says vatandaşları köprüden geçmemeleri
# a list in the content
Vali Ali Ak, köprünün, yolun ve okulun kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün, yolun ve okulun kapandığını
# behind a question, an occasion
Vali Ali Ak, bir soru üzerine köprünün kapandığını söyledi.
  indirect by Vali Ali Ak cue söyledi says köprünün kapandığını
# description
Ali Ak, kararı "hayal kırıklığı" olarak niteledi.
  mixed by Ali Ak cue niteledi says kararı "hayal kırıklığı"
# capitals of both sorts of i
VALİ IŞIL AKIN, KÖPRÜNÜN KAPANDIĞINI SÖYLEDİ.
  indirect by VALİ IŞIL AKIN cue SÖYLEDİ says KÖPRÜNÜN KAPANDIĞINI
Vali Işıl Akın, kapının açık olduğunu açıkladı. AKIN, yolun kapandığını söyledi.
  indirect by Vali Işıl Akın cue açıkladı says kapının açık olduğunu
  indirect by AKIN = Vali Işıl Akın cue söyledi says yolun kapandığını
Vali Işıl Akın, hâkimin kararını eleştirdi.
  indirect by Vali Işıl Akın cue eleştirdi says hâkimin kararını
"""


@pytest.mark.parametrize(("text", "claims"), table(TRAPS))
def test_a_trap_is_not_fallen_into(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims


# Each once gave something that is none, or would have.
ODD = [
    "Ak, ' dayandırdığı haberinde köprünün kapandığını söyledi.",
    "Ak 'u — dayandırdığı habere göre, köprü kapandı.",
    "’ dayandırdığı açıklamada, kapandığını söyledi",
    "( göre köprü kapandı",
    '"" dedi',
    '"Yol açık',
    "Ak ve ve söyledi",
    "19'u kapandığını söyledi",
    ": göre : dedi : ",
    "Ak'ın'ın kapandığını söyledi",
    "diye diye diye konuştu",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_is_read_soundly(text: str) -> None:
    assert_sound(text, extract(text, "tr"), "tr")
