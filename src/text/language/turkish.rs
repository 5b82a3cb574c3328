//! Turkish.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (pronouns, postpositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static TURKISH: Language = Language {
    code: "tr",
    name: "Turkish",
    iso639_3: "tur",
    stemmer: Some(Stemming::Snowball(Algorithm::Turkish)),
    stopwords: "a acaba adeta ait aksine alan aldı almak altı altına altında altından ama ancak \
        aracılığıyla arasında arasından ardından arkasında artık asla aslında aynı ayrı ayrıca az \
        azı aşağı b bana bazen bazı bazıları başka başkası belki ben bende benden beni benim \
        benimle beraber beri beş bile bir birbiri birbirine birbirini birbirleri biri birinci \
        birine birini birisi birkaç birlikte birçok birçoğu biz bizde bizden bize bizi bizim \
        bizimle boyunca bu bugün buna bunda bundan bunlar bunlara bunlardan bunları bunların bunu \
        bunun bununla bura burada buradan buraya böyle böylece böylelikle böylesi bütün c d da \
        daha dahi daima dair de dedi dediği dek demek denilen denir der değil değildir değin diye \
        diyor diğer diğeri diğerleri dokuz dolayı dolayısıyla doğru dört dün dışarı dışında e \
        edecek eden eder ederek edildi edilen edilir edilmiş edip ediyor elbette en epey etmek \
        etti ettiği ettiğini evet eğer f fakat fazla g gayet geldi gelen gelir gelmek gene genelde \
        genellikle gerek gerekir gerekiyor gerekli geri gerçekten gibi giden gider gitti göre h \
        hakkında hala halbuki hangi hangisi hatta hayır hem hemen henüz hep hepsi hepsini her \
        herhangi herkes herkese herkesin hiç hiçbir hiçbiri hâlâ i idi iken iki i\u{307}ki ikinci \
        i\u{307}kinci ile i\u{307}le ileri ilişkin i\u{307}lişkin ilk i\u{307}lk imiş ise \
        i\u{307}se istedi ister istiyor itibaren içeri için i\u{307}çin içinde i\u{307}çinde \
        içinden içine işte i\u{307}şte j k kadar kalan kaldı karşı karşısında kaç kaçıncı kendi \
        kendileri kendilerine kendilerini kendim kendin kendine kendini kendisi kendisine \
        kendisini kesinlikle keşke ki kim kimden kime kimi kimin kimisi kimse kimseye konusunda l \
        lakin lazım m madem mademki meğer meğerse mi midir mu mudur mutlaka mü müdür mı mıdır n \
        nasıl ne neden nedeniyle nedir nerede nereden nereye neye neyi nihayet nitekim niye niçin \
        o olabilir olacak olan olanlar olarak oldu oldukları olduklarını oldukça olduğu olduğuna \
        olduğundan olduğunu olmadı olmadığı olmak olması olmasını olmaz olmuş olsa olsun olunca \
        olup olur oluyor on ona onda ondan onlar onlara onlarda onlardan onlarla onları onların \
        onu onun onunla ora orada oradan oraya oysa oysaki p pek q r rağmen s sadece sana sanki \
        sayesinde sekiz sen sende senden seni senin seninle siz sizde sizden size sizi sizin \
        sizinle son sonra söyledi söyleyen süre sık sıkça sırasında t tabii tam tamamen tamamı \
        tarafında tarafından tekrar tüm tümü u v var vardır vb vd ve verdi veren vermek veya vs w \
        x y ya yahut yaklaşık yalnız yalnızca yani yanında yapan yapar yaparak yapmak yaptı \
        yaptığı yapılan yapıldı yapılır yapıyor yarın yedi yerine yine yok yoksa yoktur yoluyla \
        yukarı yönelik z zira çok çoğu çoğunu çünkü öbür önce önünde örneğin ötürü öyle özellikle \
        üstelik üzere üzerinde üzerinden üzerine üç üçüncü şey şeyi şeyler şeyleri şimdi şimdilik \
        şu şuna şundan şunlar şunları şunu şunun şurada şöyle",
    titles: "Sn sn Dr Prof Doç Yrd Öğr Gör Arş Av Org Orgen Korg Tümg Tuğg Alb Yb Bnb Yzb Ütğm Tğm \
        Asb Müh Mim Ecz Uzm Op Hz Ord Gen Dz Hv örn Örn bkz Bkz krş Krş bk Bk Bşk San Tic M.Ö M.S \
        T.C cf",
    numbered: "No no Nr s S ss sy c C md Md mad böl Böl şek Şek tbl Tbl Oca Şub Nis Ağu Eyl Eki \
        tel Tel st f fık bl par vol Vol pp p",
    abbreviations: "Ltd Şti A.Ş Inc Corp Co Mah mah Cad cad Sok sok Sk sk Blv Bulv bulv Apt apt \
        çev Çev ed Ed yay Yay Fak Üni Üniv üniv Ens Müd müd yy a.g.e a.g.m age agm dk sa Alm Fr \
        İng ing Ar Lat Osm a.g.y T.B.M.M A.B.D U.S.A B.M K.K.T.C Ph.D Hst Bld ort yön Yön Gnl Kom \
        Yük Bel İst Ank İzm vd",
    personal: "ben beni bana bende benden benim benimle benimki sen seni sana sende senden senin \
        seninle seninki siz sizi size sizde sizden sizin sizinle",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "o onun onlar onların ama fakat ancak ayrıca ve sonra böylece dolayısıyla yine \
            oysa veya üstelik",
        joints: "ve ama çünkü sonra",
        courtesies: "teşekkür|günaydın|iyi akşamlar|iyi günler|iyi geceler|hoş geldiniz|merhaba|\
            hoşça kal|bayanlar ve baylar",
        notices: "buraya tıklayın|tüm hakları saklıdır|devamını oku|ayrıca okuyun|abone ol|\
            kaydol|bizi takip|gizlilik politikası|kullanım koşulları|videoyu izle|paylaş",
        captions: "şekil|şekiller|tablo|tablolar|çizelge|grafik|kutu|fotoğraf|resim|kaynak|\
            yukarıda|aşağıda",
        pictures: "solda|sağda|soldaki|sağdaki|yukarıda|aşağıda|ortada|fotoğrafta",
        reporters: "muhabir|muhabiri",
        contents: "içindekiler|şekiller listesi|tablolar listesi|kısaltmalar",
        abstracts: "özet|öz|abstract",
        keywords: "anahtar kelimeler|anahtar sözcükler",
        references: "kaynaklar|kaynakça|bibliyografya|dış bağlantılar|ayrıca bakınız|dipnotlar|\
            notlar",
        acknowledgements: "teşekkür|teşekkürler|finansman|çıkar çatışması|yazar hakkında|ithaf",
    },
};
