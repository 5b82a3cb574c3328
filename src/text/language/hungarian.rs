//! Hungarian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (articles, pronouns, postpositions, conjunctions, ...) and the commonest adverbs and auxiliary
//! verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static HUNGARIAN: Language = Language {
    code: "hu",
    name: "Hungarian",
    iso639_3: "hun",
    stemmer: Some(Stemming::Snowball(Algorithm::Hungarian)),
    stopwords: "a abba abban abból ad addig ahhoz ahogy ahol ahová aki akik akiket akikkel \
        akinek akit akivel akkor alapján alatt alul alá ameddig amely amelyben amelyek \
        amelyekben amelyeket amelyet amelyik amelynek amelyre amennyiben ami amiatt amibe amiben \
        amiből amik amikor amint amit amivel amíg annak annyi annyira annál arra arról attól \
        avagy az azaz azelőtt azok azokat azoknak azon azonban azonnal azt aztán azután azzal \
        azzá azért azóta be bele belé belül belőle benne bennük bennünket bizony bizonyos \
        bizonyára bár bárki bármely bármi bőven csak csakhogy csakis csaknem csupán de dehogy e \
        ebbe ebben ebből eddig egy egyebek egyes egyetlen egyik egyike egyikük egymás egymást \
        egyre egyszer egyéb együtt egész egészen ehhez ekkor eközben el ellen ellenére első elé \
        elég elő előbb először előtt előtte emellett emiatt engem ennek ennél erre erről esetben \
        esetén ettől ez ezek ezekben ezeket ezeknek ezelőtt ezen ezennel ezer ezt eztán ezután \
        ezzel ezért fel fele felé fent fogja fogják fogom fölé fölött főleg ha habár hanem hat \
        helyett hirtelen hiszen hogy hogyan hol holnap hova hozzá hozzám hány három háromszor \
        hát hét idén igazán igen illetve illetőleg ilyen ilyenkor immár inkább is ismert ismét \
        itt jelenleg jobban jó jól jóllehet jóval kell kellene kellett keresztül ketten kettő ki \
        kicsit kilenc kivéve korábban képest késő később kívül köré körül körülbelül közben közt \
        közé között közötti közül külön különben különböző különösen le legalább legfeljebb \
        legtöbb legyen legyenek lehet lehetett lenne lenni lennék lent lesz lesznek lett lettek \
        ma maga magam magának magát majd majdnem meg megint mellett mellé mely melyek melyet \
        melyik merre mert mi miatt mihelyt mik mikor miként milyen mind mindaddig mindegyik \
        minden mindenki mindent mindig mindössze minek minket mint mintegy mintha mit mivel \
        mondja mondta most már más másik második mások mást még mégis míg mögé mögött n na \
        nagyon ne nehogy neked nekem neki nekik nektek nekünk nem nemcsak nemrég nincs nincsenek \
        noha nos nyilván nyolc náluk négy néha néhány nélkül olyan olyanok onnan ott pedig per \
        persze pont pár például rajta rajtuk rendkívül reá rá ráadásul régóta részben részére \
        róla rögtön s saját se sehol sem semmi senki soha sok sokan sokat sokkal során szemben \
        szerint szinte szokott számos számára szét szóval sőt találva te tegnap tehát tekintve \
        teljesen ti titeket tovább továbbá tud tudja tudott távol téged tíz több többek többi \
        többször többé túl tőle ugyan ugyanakkor ugyanaz ugyanis ugyanúgy utolsó után utána \
        utóbbi vagy vagyis vagyok vagyunk valaha valahol valaki valamely valami valamint való \
        valóban van vannak vele veled velem velük vissza viszont volna volt volt-e voltak voltam \
        válik végig végre végül által általában ám át én éppen és így óta összesen öt úgy új ő \
        ők őket őt",
    titles: "dr Dr ifj Ifj id Id özv Özv Prof prof Szt Szent gr br Br pl Pl vö Vö ún Ún ld Ld \
        lásd kb Kb tkp ill Ill vki vmi krt Krt u út al ford Ford szerk Szerk",
    numbered: "sz Sz old Old o évf Évf köt Köt fej Fej bek Bek ábr tábl jan Jan febr Febr márc \
        Márc ápr Ápr máj Máj jún Jún júl Júl aug Aug szept Szept okt Okt nov Nov dec Dec tel Tel \
        max min kb ca cca § par em",
    abbreviations: "stb Stb i.sz i.e Kr.e Kr.u Kft Bt Zrt Nyrt Rt Ft mrd M m.h n.b i.m uo Uo s.k \
        ang ném fr lat gör or olasz ny é k d né du de db ezr p mp ó hn ált kb u.i ui Ltd Inc Co",
    personal: "én engem nekem velem hozzám rólam tőlem tőled nálam enyém te téged neked veled \
        hozzád rólad nálad tied ti titeket nektek veletek maga ön önök önt önnek önöknek",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "ő ők ez ezek az azok de azonban viszont emellett ezért tehát így aztán majd \
            mégis ugyanakkor vagy továbbá ráadásul",
        joints: "",
        courtesies: "köszönöm|köszönjük|jó napot|jó estét|jó reggelt|jó éjszakát|üdvözöljük|\
            viszontlátásra|hölgyeim és uraim|tisztelt",
        notices: "kattintson ide|kattints ide|minden jog fenntartva|olvassa el ezt is|\
            olvasd el ezt is|tovább olvasom|iratkozzon fel|kövessen minket|adatvédelmi|megosztás",
        captions: "ábra|ábrák|táblázat|táblázatok|grafikon|fotó|kép|forrás",
        pictures: "balra|jobbra|fent|lent|középen|a képen",
        reporters: "tudósító|tudósítónk|riporter",
        contents: "tartalom|tartalomjegyzék|ábrák jegyzéke|táblázatok jegyzéke|rövidítések",
        abstracts: "kivonat|absztrakt|összefoglaló|összefoglalás",
        keywords: "kulcsszavak|tárgyszavak",
        references: "irodalom|irodalomjegyzék|hivatkozások|források|jegyzetek|\
            külső hivatkozások|lásd még|bibliográfia",
        acknowledgements: "köszönetnyilvánítás|finanszírozás|összeférhetetlenség|a szerzőről|\
            ajánlás",
    },
};
