"""Who says what in Turkish, construction by construction of the project's notes."""

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
Bakan Ak ise okulun açılması gerektiğini vurguladı.
  indirect desired by Bakan Ak cue vurguladı says okulun açılması gerektiğini
Bakan Su, okulların açılmasını istedi.
  indirect desired by Bakan Su cue istedi says okulların açılmasını
Köprünün kapandığını Vali Ak duyurdu.
  indirect by Vali Ak cue duyurdu says Köprünün kapandığını
Sözcü köprünün kapandığını gazetecilere söyledi.
  indirect by Sözcü cue söyledi says köprünün kapandığını
# dative, genitive, ablative, instrumental
Vali Ali Ak, köprünün eskidiğine dikkat çekti.
  indirect by Vali Ali Ak cue dikkat çekti says köprünün eskidiğine
Vali Ali Ak, köprünün eskidiğinin altını çizdi.
  indirect by Vali Ali Ak cue altını çizdi says köprünün eskidiğinin
Vali Ali Ak, yolun bozulduğundan yakındı.
  indirect by Vali Ali Ak cue yakındı says yolun bozulduğundan
Can Su, rakibini oyları saymamakla suçladı.
  indirect by Can Su cue suçladı says rakibini oyları saymamakla
# a noun
Can Su, saldırıyı kınadı.
  indirect by Can Su cue kınadı says saldırıyı
Can Su, rakiplerini sert sözlerle eleştirdi.
  indirect by Can Su cue eleştirdi says rakiplerini
Savcı Can Su, sanığın beraatini istedi.
  indirect desired by Savcı Can Su cue istedi says sanığın beraatini
# light verbs
Vali Ali Ak, evlerin boşaltılması çağrısında bulundu.
  indirect desired by Vali Ali Ak cue çağrısında bulundu says evlerin boşaltılması
Vali Ali Ak, yolun kapanabileceği uyarısında da bulundu.
  indirect hedged by Vali Ali Ak cue uyarısında da bulundu says yolun kapanabileceği
Uzmanlar acil önlem çağrısı yaptı.
  indirect desired by Uzmanlar cue çağrısı yaptı says acil önlem
Vali Ali Ak, halkı köprüden geçmemesi konusunda uyardı.
  indirect desired by Vali Ali Ak cue uyardı says halkı köprüden geçmemesi
# quotation before its cue
Vali Ali Ak, "Köprü kapandı. Herkes evine döndü." dedi.
  direct by Vali Ali Ak cue dedi says Köprü kapandı. Herkes evine döndü
Vali Ali Ak, “Köprü kapandı” diye konuştu.
  direct by Vali Ali Ak cue konuştu says Köprü kapandı
Ali Ak, 'Köprü kapandı' şeklinde konuştu.
  direct by Ali Ak cue konuştu says Köprü kapandı
Ali Ak, ‘’Köprü kapandı’’ ifadelerini kullandı.
  direct by Ali Ak cue ifadelerini kullandı says Köprü kapandı
Ali Ak, "Yolu açın" çağrısında bulundu.
  direct desired by Ali Ak cue çağrısında bulundu says Yolu açın
Can Su, "Ne zaman açılacak?" sorusuna Ali Ak, "Yarın" yanıtını verdi.
  direct by Ali Ak cue yanıtını verdi says Yarın
"Köprü kapandı" dedi Vali Ali Ak.
  direct by Vali Ali Ak cue dedi says Köprü kapandı
Ali Ak: "Köprü kapandı" diye konuştu.
  direct by Ali Ak cue konuştu says Köprü kapandı
# quotation behind its cue
Ali Ak sözlerini şöyle sürdürdü: "Köprü kapandı."
  direct by Ali Ak cue sözlerini şöyle sürdürdü says Köprü kapandı
Ali Ak, yolun açık olduğunu savundu: "Her gün geçiyorum."
  indirect by Ali Ak cue savundu says yolun açık olduğunu
  direct by ∅ = Ali Ak cue savundu says Her gün geçiyorum
Meteoroloji uyardı: Yağış akşam kuvvetlenecek.
  direct future by Meteoroloji cue uyardı says Yağış akşam kuvvetlenecek
# quotation over lines
Ali Ak şöyle konuştu:¶"Köprü kapandı. Yol açık."¶"Herkes evine döndü."¶Yol üç gündür kapalıydı.
  direct by Ali Ak cue konuştu says Köprü kapandı. Yol açık
  direct by ∅ = Ali Ak cue konuştu says Herkes evine döndü
  narration says Yol üç gündür kapalıydı
Ali Ak, "Köprü kapandı.¶Yol da kapandı" dedi.
  direct by Ali Ak cue dedi says Köprü kapandı
  direct by ∅ = Ali Ak cue dedi says Yol da kapandı
# no marks
Bakan Ak köprü kapandı dedi.
  direct by Bakan Ak cue dedi says köprü kapandı
Ali Ak dedi ki, köprü kapandı.
  indirect by Ali Ak cue dedi says köprü kapandı
# transcript
ALİ AK: Köprü kapandı. Yol açık.
  direct by ALİ AK says Köprü kapandı. Yol açık
# participle
Köprünün kapandığını belirten Ali Ak, yolun açık olduğunu söyledi.
  indirect by Ali Ak cue belirten says Köprünün kapandığını
  indirect by Ali Ak cue söyledi says yolun açık olduğunu
"Köprü kapandı" diyen Ali Ak, evine döndü.
  direct by Ali Ak cue diyen says Köprü kapandı
  narration says Ali Ak, evine döndü
# converb
Ali Ak, köprünün kapandığını belirterek, "Yol açık" dedi.
  indirect by Ali Ak cue belirterek says köprünün kapandığını
  direct by Ali Ak cue dedi says Yol açık
Ali Ak, köprünün kapandığını belirtip okulların açılmasını istedi.
  indirect by Ali Ak cue belirtip says köprünün kapandığını
  indirect desired by Ali Ak cue istedi says okulların açılmasını
Ali Ak köprünün kapandığını söylerken, Can Su yolun açık olduğunu belirtti.
  indirect by Ali Ak cue söylerken says köprünün kapandığını
  indirect by Can Su cue belirtti says yolun açık olduğunu
# hearsay
Üç işçinin yaralandığı bildirildi.
  indirect by nobody cue bildirildi says Üç işçinin yaralandığı
Köprünün çöktüğü iddia edildi.
  indirect by nobody cue iddia edildi says Köprünün çöktüğü
Köprünün açılması bekleniyor.
  indirect future by nobody cue bekleniyor says Köprünün açılması
# a statement
Dernil Belediyesinden yapılan açıklamada, köprünün kapandığı belirtildi.
  indirect by Dernil Belediyesinden cue belirtildi says köprünün kapandığı
Savunma Bakanlığı tarafından yapılan açıklamada "Köprü kapandı" denildi.
  direct by Savunma Bakanlığı cue denildi says Köprü kapandı
İddianamede, sanıkların kaçtığı anlatılıyor.
  indirect by İddianamede cue anlatılıyor says sanıkların kaçtığı
Ak, köprünün kapandığını söyledi. Açıklamada, yolun açık olduğu kaydedildi.
  indirect by Ak cue söyledi says köprünün kapandığını
  indirect by ∅ = Ak cue kaydedildi says yolun açık olduğu
Ak, köprünün kapandığını söyledi. Yolun açık olduğu ifade edilen açıklamada, okul da anıldı.
  indirect by Ak cue söyledi says köprünün kapandığını
  indirect by ∅ = Ak cue ifade edilen says Yolun açık olduğu
  narration says okul da anıldı
# according to
Bakanlığın raporuna göre ihracat arttı.
  indirect by Bakanlığın raporuna cue göre says ihracat arttı
Ak'a göre köprü yarın açılacak.
  indirect future by Ak cue göre says köprü yarın açılacak
Can Su'nun belirttiğine göre, köprü çöktü.
  indirect by Can Su cue göre says köprü çöktü
Polisten alınan bilgiye göre köprü kapandı.
  indirect by Polisten cue göre says köprü kapandı
Edinilen bilgiye göre köprü kapandı.
  indirect by nobody cue göre says köprü kapandı
# nested
Sözcü, Bakan Ak'ın köprünün kapandığını söylediğini aktardı.
  indirect by Sözcü > Bakan Ak cue söylediğini says köprünün kapandığını
# no comment
Bakanlık konuyla ilgili yorum yapmadı.
  no_comment declined by Bakanlık cue yapmadı says konuyla ilgili yorum
Şirket yetkilileri açıklama yapmaktan kaçındı.
  no_comment declined by Şirket yetkilileri cue kaçındı says açıklama yapmaktan
Can Su, soruları yanıtsız bıraktı.
  no_comment declined by Can Su cue yanıtsız bıraktı says soruları
# denial
Ali Ak, köprünün kapandığını yalanladı.
  indirect denied by Ali Ak cue yalanladı says köprünün kapandığını
Ali Ak iddiaları kesin bir dille reddetti.
  indirect denied by Ali Ak cue reddetti says iddiaları
# several speakers, several places
Ak, Kaya ve Demir, köprünün kapandığını söyledi.
  indirect by Ak, Kaya ve Demir cue söyledi says köprünün kapandığını
Ankara, İstanbul ve İzmir'de okulların kapandığını söyledi.
  indirect by nobody cue söyledi says Ankara, İstanbul ve İzmir'de okulların kapandığını
# questions
Muhabir, köprünün ne zaman açıldığını sordu.
  indirect by Muhabir cue sordu says köprünün ne zaman açıldığını
# a document shows
Anket, seçmenin kararsız olduğunu gösteriyor.
  indirect by Anket cue gösteriyor says seçmenin kararsız olduğunu
Vali Ali Ak, evini gösterdi.
  narration says Vali Ali Ak, evini gösterdi
# goes on with what was given out
Polisten alınan bilgiye göre üç kişi yaralandı. Birinin çocuk olduğu belirtildi.
  indirect by Polisten cue göre says üç kişi yaralandı
  indirect by ∅ = Polisten cue belirtildi says Birinin çocuk olduğu
# a quotation alone
Ali Ak, köprünün kapandığını söyledi. "Yol da yarın sabah kapanacak."
  indirect by Ali Ak cue söyledi says köprünün kapandığını
  direct future by ∅ = Ali Ak says Yol da yarın sabah kapanacak
# told on by somebody else
Ali Ak'ın "Köprü kapandı" dediği öğrenildi.
  direct by Ali Ak cue dediği says Köprü kapandı
# views
Can Su, köprünün eskidiği görüşünde.
  indirect by Can Su cue görüşünde says köprünün eskidiği
# concluded in a document
Çalışmada, kahvenin zararsız olduğu sonucuna varıldı.
  indirect by Çalışmada cue sonucuna varıldı says kahvenin zararsız olduğu
# refusals that are quoted
Ali Ak, "Şimdi konuşmayayım" demekle yetindi.
  no_comment declined by Ali Ak cue demekle yetindi says Şimdi konuşmayayım
Can Su, bu soruya yanıt vermezken, Ali Ak köprünün kapandığını söyledi.
  no_comment declined by Can Su cue yanıt vermezken says bu soruya
  indirect by Ali Ak cue söyledi says köprünün kapandığını
# between content and cue
Ali Ak, köprünün kapandığını gözyaşları içinde anlattı.
  indirect by Ali Ak cue anlattı says köprünün kapandığını
Ali Ak, köprünün kapandığını Reuters'a söyledi.
  indirect by Reuters > Ali Ak cue söyledi says köprünün kapandığını
# a noun that is told
Ali Ak, köprüye ilişkin endişelerini dile getirdi.
  indirect by Ali Ak cue dile getirdi says köprüye ilişkin endişelerini
# somebody whom no list knows
"Kapıyı açın" diye bağıran kalabalığa Vali Ali Ak, "Sakin olun" dedi.
  direct by Vali Ali Ak cue dedi says Sakin olun
# a noun of saying
Ali Ak'ın, "Köprü yarın kapanacak" sözleri dikkat çekti.
  direct future by Ali Ak cue sözleri says Köprü yarın kapanacak
# who spoke without a word of it
Vali Ali Ak, köprüye ilişkin açıklama yaptı. Açıklamada, yolun kapandığı belirtildi.
  narration says Vali Ali Ak, köprüye ilişkin açıklama yaptı
  indirect by ∅ = Vali Ali Ak cue belirtildi says yolun kapandığı
# a topic is not what is said
Karara tepki gösteren Can Su, köprünün kapandığını söyledi.
  indirect by Can Su cue söyledi says köprünün kapandığını
# a subject of its own for each
Organizatörler yolun açıldığını açıkladı, polis ise kapandığını bildirdi.
  indirect by Organizatörler cue açıkladı says yolun açıldığını
  indirect by polis cue bildirdi says kapandığını
Köprünün kapandığını belirterek, Vali Ali Ak yolun açık olduğunu söyledi.
  indirect by Vali Ali Ak cue belirterek says Köprünün kapandığını
  indirect by Vali Ali Ak cue söyledi says yolun açık olduğunu
# a title before a name
Çalışmanın başyazarı, nörolog Ines Ak, sonuçların yeni olduğunu söyledi.
  indirect by Çalışmanın başyazarı, nörolog Ines Ak cue söyledi says sonuçların yeni olduğunu
# whose document it is
Uyku Derneği'nin ocakta yaptırdığı anket, gençlerin az uyuduğunu ortaya koydu.
  indirect by Uyku Derneği'nin ocakta yaptırdığı anket cue ortaya koydu says gençlerin az uyuduğunu
# interrupted
"Gideceğim," diyor Ali Ak, "ama yarın sabah."
  direct future by Ali Ak cue diyor says Gideceğim
  direct by ∅ = Ali Ak cue diyor says ama yarın sabah
# in somebody's words
Müdür Can Su'nun ifadesiyle "kapı kilitli ama anahtar ortada".
  direct by Müdür Can Su cue ifadesiyle says kapı kilitli ama anahtar ortada
# a quotation that is told
Orvela, Vali Ali Ak'ın “Köprü yarın kapanacak” dediğini yazdı.
  direct future by Orvela > Vali Ali Ak cue dediğini says Köprü yarın kapanacak
# found faults
Can Su, bulguları "eksik" buluyor.
  mixed by Can Su cue buluyor says bulguları "eksik"
# acts of one's own
Can Su, köprüden geçmeyi düşünüyor.
  narration says Can Su, köprüden geçmeyi düşünüyor
# an addressee that no list knows
Ali Ak, Bozkır'a köprünün kapandığını anlattı.
  indirect by Bozkır > Ali Ak cue anlattı says köprünün kapandığını
"""


@pytest.mark.parametrize(("text", "claims"), table(CONSTRUCTIONS))
def test_a_construction_is_read(text: str, claims: list[str]) -> None:
    assert told(text, "tr") == claims
