//! Finnish.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, postpositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static FINNISH: Language = Language {
    code: "fi",
    name: "Finnish",
    iso639_3: "fin",
    stemmer: Some(Stemming::Snowball(Algorithm::Finnish)),
    stopwords: "aina ainakin ainoa ainoastaan aivan alas alkaen alla alle alta ansiosta asti \
        edelleen edes ehkä ei eikä eilen eivät eli ellei emme en enemmän eniten ennen \
        ensimmäinen ensimmäisen ensin entä enää eri erittäin eräiden eräs eräänlainen eräät \
        esille esimerkiksi et etenkin ette että halua haluaa he heidän heidät heihin heille \
        heillä heiltä heissä heistä heitä hetki huomenna hän häneen hänelle hänellä häneltä \
        hänen hänessä hänestä hänet häntä ihan ilman itse itsensä itseään ja jo johon joiden \
        joihin joiksi joilla joille joissa joista joita joka jokainen jokin joko joku jolla \
        jolle jolloin jolta jona jonka jonkin jonne jopa jos joskin joskus jossa josta jota \
        jotain jotakin joten jotka jotta juuri jälkeen kahdeksan kahden kaiken kaikille kaikkea \
        kaikkein kaikki kaikkia kaikkien kaksi kanssa kautta kenelle kenen kenet kerran keskellä \
        ketkä ketä kohti koko kolme koska koskaan koskien ku kuin kuinka kuitenkaan kuitenkin \
        kuka kukaan kun kuten kuusi kyllä kymmenen käsin liian lisäksi luo luokse luona luota \
        lähelle lähellä lähes läpi me meidän meidät meihin meille meillä meiltä meissä meistä \
        meitä melko mennä mihin mikin miksi mikä mikäli mikään millainen mille milloin millä \
        miltä minkä minne minua minulla minulle minulta minun minussa minusta minut minuun minä \
        missä mistä miten mitkä mitä mitään monen monet moni monia monta muiden muissa muista \
        muita mukaan mukaisesti mulla mutta muu muualla muun muut muuta muutama muutaman muuten \
        myöhemmin myös myöskin ne neljä niiden niihin niille niillä niiltä niin niinkuin niissä \
        niistä niitä nimittäin no noiden noin noita nopeasti nuissa nuista nuo nyt näiden näihin \
        näille näillä näin näissä näistä näitä nämä ohella ohi oikein ole olemme olen olet \
        olette oli olimme olin olisi olisin olisivat olit olivat olla olleet ollut oma omaa oman \
        omat on onko osa ovat paitsi paljon parempi pian piti pitkin pitäisi pitää poikki pois \
        puolesta puolestaan päin päälle päällä rinnalla saa saada saakka saatu saavat sama samaa \
        samalla saman samat samoin sanoi sanoo se seitsemän sekä sellainen sellaisen sen \
        sensijaan sentään siellä sieltä siihen siinä siis siitä siksi sikäli sille silloin sillä \
        siltä sinne sinua sinulla sinulle sinulta sinun sinussa sinusta sinut sinä sisällä \
        sisään siten sitten sittenkin sitä sitäkin taas tai taka takana takia tarpeeksi te tehdä \
        teidän teidät teille teillä teissä teistä teitä tekee toinen toisen toiset toista \
        toisten toki tosin tulee tuli tulisi tulla tuo tuohon tuolla tuon tuossa tuosta tuota \
        tuskin tähän tämä tämän tänne tänään tässä tästä täten tätä täysin täällä vaan vai \
        vaikka vailla vaille vain varmasti varten vasta vastaan verran vielä vieressä viime \
        viimein viisi voi voidaan voinut voisi voivat vähemmän vähintään vähän väliin välillä \
        välittömästi yhdeksän yhden yhdessä yhteensä yksi yli ylös ympäri ympärillä",
    titles: "tri Tri prof Prof dos Dos maist toht kenr Kenr evl maj Maj kapt Kapt pyhä pyh hra \
        Hra rva Rva nti Nti ns Ns esim Esim ent Ent os nk mm Mm em vrt Vrt ks Ks lyh toim Toim \
        pj puh fil dipl.ins",
    numbered: "n N nro Nro s S siv kuv Kuv taul Taul luku art mom tammik helmik maalisk huhtik \
        toukok kesäk heinäk elok syysk lokak marrask jouluk puh Puh tel klo Klo v noin maks max \
        min vuos osa nid p",
    abbreviations: "jne yms ym tms ts eaa jaa eKr jKr e.Kr j.Kr oy Oy Oyj ab Ab ky Ky milj mrd \
        mk snt min sek kpl t engl saks ransk lat ruots ven kr it pohj et länt s.o synt k arv \
        suom puh v ko kk o.s alk mr",
    personal: "minä minun minut minua minussa minusta minuun minulla minulta minulle sinä sinun \
        sinut sinua sinussa sinusta sinuun sinulla sinulta sinulle te teidän teidät teitä teissä \
        teistä teihin teillä teiltä teille mä mun mua sä sun sua olen olet",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "hän he se ne tämä nämä hänen heidän mutta kuitenkin lisäksi myös siksi sitten \
            siten joten tai silti toisaalta",
        joints: "",
        courtesies: "kiitos|kiitoksia|hyvää päivää|hyvää iltaa|hyvää huomenta|hyvää yötä|\
            tervetuloa|näkemiin|hyvät naiset ja herrat|arvoisat",
        notices: "klikkaa tästä|kaikki oikeudet pidätetään|lue myös|lue lisää|tilaa uutiskirje|\
            seuraa meitä|tietosuojaseloste|tietosuoja|käyttöehdot|jaa",
        captions: "kuva|kuvat|taulukko|taulukot|kuvio|kaavio|valokuva|lähde",
        pictures: "vasemmalla|oikealla|ylhäällä|alhaalla|keskellä|kuvassa",
        reporters: "kirjeenvaihtaja|toimittaja",
        contents: "sisällys|sisällysluettelo|kuvaluettelo|taulukkoluettelo|lyhenteet",
        abstracts: "tiivistelmä|abstrakti",
        keywords: "avainsanat|asiasanat",
        references: "lähteet|kirjallisuus|lähdeluettelo|viitteet|aiheesta muualla|katso myös|\
            kirjallisuutta",
        acknowledgements: "kiitokset|rahoitus|sidonnaisuudet|eturistiriidat|kirjoittajasta|\
            omistus",
    },
};
