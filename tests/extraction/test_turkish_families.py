"""Families of Turkish words of saying, and the ends of subjects that no comma parts."""

import pytest

from tests.extraction.tables import table, told

FAMILIES = """
# light verbs with every noun of saying
Ali Ak, "Köprüyü kapatmayın" ricasında bulundu.
  direct desired by Ali Ak cue ricasında bulundu says Köprüyü kapatmayın
Ali Ak, köprünün kapatılması çağrısını yineledi.
  indirect desired by Ali Ak cue çağrısını yineledi says köprünün kapatılması
Uzmanlar, köprünün eski olduğu görüşünde birleşiyor.
  indirect by Uzmanlar cue görüşünde birleşiyor says köprünün eski olduğu
# an act with the same noun is no report
Ali Ak, köprünün açılışında bulundu.
  narration says Ali Ak, köprünün açılışında bulundu
# a noun of saying as the subject of a passive, and what is no saying
Raporda, köprünün eskidiği değerlendirmesi yer aldı.
  indirect by Raporda cue değerlendirmesi yer aldı says köprünün eskidiği
Raporda, köprünün resmi yer aldı.
  narration says Raporda, köprünün resmi yer aldı
# a noun of thinking with its copula
Uzmanlar, köprünün eskidiği görüşündedir.
  indirect by Uzmanlar cue görüşündedir says köprünün eskidiği
# what images show, and what is seen in the street
Görüntülerde, köprünün çöktüğü görülüyor.
  indirect by Görüntülerde cue görülüyor says köprünün çöktüğü
Kentte, köprünün çöktüğü görülüyor.
  narration says Kentte, köprünün çöktüğü görülüyor
# what is whispered, and by whom
Komşular, köprünün çökeceğini fısıldıyor.
  indirect future by Komşular cue fısıldıyor says köprünün çökeceğini
Bahçıvan, köprünün çöktüğünü anlattı.
  indirect by Bahçıvan cue anlattı says köprünün çöktüğünü
# assured of what, and of a topic
Bakan Ak, köprünün açılacağına dair güvence verdi.
  indirect future by Bakan Ak cue güvence verdi says köprünün açılacağına
Bakan Ak, köprü konusunda güvence verdi.
  narration says Bakan Ak, köprü konusunda güvence verdi
# opinions: what is judged, and how
Ali Ak, kararı haksız buldu.
  indirect by Ali Ak cue buldu says kararı haksız
Ali Ak, kaybolan köpeğini buldu.
  narration says Ali Ak, kaybolan köpeğini buldu
Ali Ak, Can Su'nun sözlerine çok sert tepki gösterdi.
  indirect by Ali Ak cue tepki gösterdi says Can Su'nun sözlerine
Veliler, belediyeyi israfla suçladı.
  indirect by Veliler cue suçladı says belediyeyi israfla
Sanık, yolun kaygan olduğunu söyledi ve beraatini talep etti.
  indirect by Sanık cue söyledi says yolun kaygan olduğunu
  indirect desired by ∅ = Sanık cue talep etti says beraatini
Can Su, hükümeti "ihanetle" suçladı.
  mixed by Can Su cue suçladı says hükümeti "ihanetle"
Ordu, komşu ülkeyi saldırıdan sorumlu tuttu.
  indirect by Ordu cue sorumlu tuttu says komşu ülkeyi saldırıdan
# figures that are announced, not titles that are won
Kurum, enflasyonu yüzde 5 olarak açıkladı.
  indirect by Kurum cue açıkladı says enflasyonu yüzde 5
Delta, yılın otomobili olarak ilan edildi.
  narration says Delta, yılın otomobili olarak ilan edildi
"""

SILENCE = """
# neither confirmed nor denied
Dernil Valiliği bu haberi ne doğruladı ne yalanladı.
  no_comment declined by Dernil Valiliği cue ne doğruladı ne yalanladı says bu haberi
Bakan Ak bu haberi doğrulamadı, yalanlamadı da.
  no_comment declined by Bakan Ak cue doğrulamadı, yalanlamadı says bu haberi
# one of both is a denial, or a report
Bakan Ak bu haberi doğrulamadı.
  indirect denied by Bakan Ak cue doğrulamadı says bu haberi
Bakan Ak bu haberi yalanladı.
  indirect denied by Bakan Ak cue yalanladı says bu haberi
# that somebody will not speak
Bakan Ak, konuyla ilgili konuşmayacağını kaydetti.
  no_comment declined by Bakan Ak cue kaydetti says konuyla ilgili konuşmayacağını
Bakan Ak, köprüyü kapatmayacağını kaydetti.
  indirect future by Bakan Ak cue kaydetti says köprüyü kapatmayacağını
"""

SUBJECTS = """
# a body before a title that a name follows
Zandora hükümet sözcüsü Ali Ak bu iddiayı reddederek, "Yol açık" dedi.
  indirect denied by Zandora hükümet sözcüsü Ali Ak cue reddederek says bu iddiayı
  direct by Zandora hükümet sözcüsü Ali Ak cue dedi says Yol açık
# a body, and an owner of what follows
Dernil Valiliği Orvela'nın sorularına yanıt vermedi.
  no_comment declined by Dernil Valiliği cue yanıt vermedi says Orvela'nın sorularına
# a surname of the calendar; a day is none
İl Başkanı Nurten Ay, köprünün kapandığını söyledi.
  indirect by İl Başkanı Nurten Ay cue söyledi says köprünün kapandığını
# a person's name and an object; a place and who lives there
Vali Naci Görgün, yolun açık olduğunu söyledi. Görgün halkı suya girmemeleri konusunda uyardı.
  indirect by Vali Naci Görgün cue söyledi says yolun açık olduğunu
  indirect desired by Görgün = Vali Naci Görgün cue uyardı says halkı suya girmemeleri
Narlık sakinleri köprünün kapandığını söyledi.
  indirect by Narlık sakinleri cue söyledi says köprünün kapandığını
# two fields in the name of one ministry
Ulaştırma ve Altyapı Bakanı Can Su, köprünün açılacağını söyledi.
  indirect future by Ulaştırma ve Altyapı Bakanı Can Su cue söyledi says köprünün açılacağını
# a relative clause that tells of the time to come
Köprüyü yapacak şirketin müdürü dün verdiği demeçte, yolun açılacağını iddia etti.
  indirect future by şirketin müdürü cue iddia etti says yolun açılacağını
# a document that somebody sent is no speaker beside him
Uzmanlar müşterilerine gönderdikleri notta, fiyatların düşeceğini yazdı.
  indirect future by Uzmanlar cue yazdı says fiyatların düşeceğini
Kulüp, haberleri yalanlayan bir açıklama yayımladı.
  narration says Kulüp, haberleri yalanlayan bir açıklama yayımladı
# what stands in a place of the content
Kulüp, raporda yer alan iddiaları yalanladı.
  indirect denied by Kulüp cue yalanladı says raporda yer alan iddiaları
Yetkililer konunun zirvede ele alınacağını aktardı.
  indirect future by Yetkililer cue aktardı says konunun zirvede ele alınacağını
Bakan Ak, sosyal medya sayfasından yaptığı açıklamada yolun açık olduğunu duyurdu.
  indirect by Bakan Ak cue duyurdu says yolun açık olduğunu
# whose word it rests on
Reuters, iki yetkiliye dayandırarak köprünün kapandığını yazdı.
  indirect by Reuters > iki yetkiliye cue yazdı says köprünün kapandığını
Ak'ın köprünün kapandığını ileri sürdüğü belirtildi.
  indirect by Ak cue ileri sürdüğü says köprünün kapandığını
Radyo Liman, yolun açılacağını iki yetkiliye dayandırarak duyurdu.
  indirect future by Radyo Liman > iki yetkiliye cue duyurdu says yolun açılacağını
Sürücünün önüne köpek çıktığını ileri sürdüğü, alkollü olmadığı belirtildi.
  indirect by Sürücünün cue ileri sürdüğü says önüne köpek çıktığını
  indirect by ∅ = Sürücünün cue belirtildi says alkollü olmadığı
# a whole group, and a bare noun that opens the content
Müdür Nuri Tan hastanın iyi olduğunu açıkladı.
  indirect by Müdür Nuri Tan cue açıkladı says hastanın iyi olduğunu
Teknik direktör takımın hazır olduğunu söyledi.
  indirect by Teknik direktör cue söyledi says takımın hazır olduğunu
Türkiye heyetin geleceğini doğruladı.
  indirect future by Türkiye cue doğruladı says heyetin geleceğini
Senato komisyonu raporun yayımlanmasını istedi.
  indirect desired by Senato komisyonu cue istedi says raporun yayımlanmasını
Grevci işçiler patronun sözünü tutmadığını söyledi.
  indirect by Grevci işçiler cue söyledi says patronun sözünü tutmadığını
Komşu ülkenin başbakanı Can Su yolun açık olduğunu söyledi.
  indirect by Komşu ülkenin başbakanı Can Su cue söyledi says yolun açık olduğunu
# nobody's verb: a complaint at the end
Ev sahibi Nermin Su kiracının ödeme yapmadığından şikayetçi.
  indirect by Ev sahibi Nermin Su cue şikayetçi says kiracının ödeme yapmadığından
# on condition of silence
Bir hekim, adının açıklanmaması şartıyla, aşıların gelmediğini söyledi.
  indirect by Bir hekim cue söyledi says aşıların gelmediğini
# a clause of its own before the subject
Yol kapandı, Vali Ak okulların kapandığını açıkladı.
  indirect by Vali Ak cue açıkladı says okulların kapandığını
# an object behind a verb that shares its subject, and another subject
Sözcü Ak, yolun eskidiğini belirterek rapor hazırlandığını söyledi.
  indirect by Sözcü Ak cue belirterek says yolun eskidiğini
  indirect by Sözcü Ak cue söyledi says rapor hazırlandığını
Sözcü Ak, yolun eskidiğini belirtirken bakanlık yolun yeni olduğunu söyledi.
  indirect by Sözcü Ak cue belirtirken says yolun eskidiğini
  indirect by bakanlık cue söyledi says yolun yeni olduğunu
Ak, yolun kapandığını doğruladı ve her iki tarafı da ateşkese uymaya çağırdı.
  indirect by Ak cue doğruladı says yolun kapandığını
  indirect desired by ∅ = Ak cue çağırdı says her iki tarafı da ateşkese uymaya
Ak, yolun kapandığını doğruladı ve bakanlık okulların açık olduğunu açıkladı.
  indirect by Ak cue doğruladı says yolun kapandığını
  indirect by bakanlık cue açıkladı says okulların açık olduğunu
# an object behind a title and its name, or behind many
Muhalefet lideri Can Su hükümeti istifaya çağırdı.
  indirect desired by Muhalefet lideri Can Su cue çağırdı says hükümeti istifaya
Uzmanlar vatandaşları uyardı: "Bugün dışarı çıkmayın."
  direct desired by Uzmanlar cue uyardı says Bugün dışarı çıkmayın
# whose it is, alone at the head
Komşuları, ailenin sakin olduğunu söyledi.
  indirect by Komşuları cue söyledi says ailenin sakin olduğunu
# a first name of the calendar, and a day
Berber Cuma Usta ise yolun kapandığını söylüyor.
  indirect by Berber Cuma Usta cue söylüyor says yolun kapandığını
Vali Cuma günü yolun kapandığını söyledi.
  indirect by Vali cue söyledi says Cuma günü yolun kapandığını
# a surname that is an adjective, and an adjective
Parti lideri Özel, yolun kapandığını söyledi. Özel, okulların açık olduğunu belirtti.
  indirect by Parti lideri Özel cue söyledi says yolun kapandığını
  indirect by Özel = Parti lideri Özel cue belirtti says okulların açık olduğunu
Özel, yolun kapandığını söyledi.
  indirect by nobody cue söyledi says Özel, yolun kapandığını
# «ise» and «ayrıca» behind the subject
Elektrik dağıtım şirketi Kızenerji ise yolun kapandığını bildirdi.
  indirect by Elektrik dağıtım şirketi Kızenerji cue bildirdi says yolun kapandığını
Vali Ak ayrıca, yolun kapandığını bildirdi.
  indirect by Vali Ak cue bildirdi says yolun kapandığını
# what somebody thinks is no statement told in another
Ak, kararın siyasi olduğunu düşündüğünü söyledi.
  indirect by Ak cue söyledi says kararın siyasi olduğunu düşündüğünü
# a foreign name that ends in a vowel that is not spoken
Kurul, Müdür Alan Prowse'a bir mektup gönderdi. Prowse, yolun kapandığını söyledi.
  narration says Kurul, Müdür Alan Prowse'a bir mektup gönderdi
  indirect by Prowse = Müdür Alan Prowse cue söyledi says yolun kapandığını
"""

UNLISTED = """
# verbs that are no words of saying, beside a quotation
Acılı anne, "Adalet istiyorum" diye feryat etti.
  direct by Acılı anne cue feryat etti says Adalet istiyorum
"Köprüde hiç kimse kalmadı" diye gülüyor yarbay.
  direct by yarbay cue gülüyor says Köprüde hiç kimse kalmadı
Vali Ak, "Yol açılacak" sözleriyle tepkileri yatıştırmaya çalıştı.
  direct future by Vali Ak cue sözleriyle says Yol açılacak
Vali Ak, Orvela'ya telefonla bağlandı: "Köprü hiç yapılmadı ki."
  direct by Orvela > Vali Ak cue bağlandı says Köprü hiç yapılmadı ki
Vali Ak yolun kapandığını söyledi. Soruyu duyunca omuz silkti: "Köprü hiç yapılmadı ki."
  indirect by Vali Ak cue söyledi says yolun kapandığını
  direct by ∅ = Vali Ak cue silkti says Köprü hiç yapılmadı ki
# a name in marks, and a subject that cannot speak
"Barış" diye bir dergi çıktı.
  narration says "Barış" diye bir dergi çıktı
Sonuç hiç değişmedi: "Köprü hiç yapılmadı ki."
  narration says Sonuç hiç değişmedi: "Köprü hiç yapılmadı ki."
# on what occasion somebody would not speak
Vali Ak, binadan ayrılırken soruları yanıtsız bıraktı.
  no_comment declined by Vali Ak cue yanıtsız bıraktı says soruları
# what is demanded of a court
İddianamede, sanığın 15 yıla kadar hapsi istendi.
  indirect desired by İddianamede cue istendi says sanığın 15 yıla kadar hapsi
"""

BEFORE = """
# of whom the sentence before tells
Vali Ak, yolun açık olduğunu söyledi. İşçi Remzi Uçar, dışarı çıktı. Yolun kapandığını belirtti.
  indirect by Vali Ak cue söyledi says yolun açık olduğunu
  narration says İşçi Remzi Uçar, dışarı çıktı
  indirect by ∅ = İşçi Remzi Uçar cue belirtti says Yolun kapandığını
# not what is no person, nor behind a verb in the passive
Vali Ak, yolun açık olduğunu söyledi. Köprü, dün kapandı. Yolun kapalı olduğunu belirtti.
  indirect by Vali Ak cue söyledi says yolun açık olduğunu
  narration says Köprü, dün kapandı
  indirect by ∅ = Vali Ak cue belirtti says Yolun kapalı olduğunu
# the last body of the sort that has a name
Orman Bakanlığı'na bağlı ekipler geldi. Bakanlık yangının söndüğünü duyurdu.
  narration says Orman Bakanlığı'na bağlı ekipler geldi
  indirect by Bakanlık = Orman Bakanlığı cue duyurdu says yangının söndüğünü
"""


@pytest.mark.parametrize(
    ("text", "claims"), table(FAMILIES + SILENCE + SUBJECTS + UNLISTED + BEFORE)
)
def test_a_family_is_read(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims
