//! Estonian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static ESTONIAN: Language = Language {
    code: "et",
    name: "Estonian",
    iso639_3: "est",
    stemmer: None,
    stopwords: "aga ainult alates all alla alles alt edasi ees eest ega ehk ehkki ei eile eks \
        enam enamasti enamik end enda endale ennast enne ent erinevalt eriti esimene esimese et \
        ette hiljem homme hoopis hästi iga igal igale igas igaüks ikka ilma ilmselt ise isegi ja \
        jaoks jms jne jooksul juba juhul just justkui juurde juures jälle järel järele järgi ka \
        kaasa kahe kaheksa kaks kas keda keegi kelle kellega kellel kellele kellest kes \
        kogu koguaeg koguni kohe kohta koju kolm koos kord korda kuhu kui kuid kuidagi kuidas \
        kuigi kuivõrd kumb kuna kunagi kuni kus kusagil kust kuus kõige kõigi kõigile kõigis \
        kõik kõiki kõikide kõrval küll küllalt kümme laiali ligi liiga lisaks läbi lähedal ma me \
        meid meie meil meile mida midagi miks mil millal mille millega millel millele millest \
        milline millised millist mina mind mingi mingit minu minul minust mis miski mitme mitmed \
        mitmeid mitte mitu mu muidu muidugi mul mulle muu muud muude mõlemad mõne mõned mõni \
        mõnikord mööda nad nagu need neid neil neile neli nemad nende nendega nii niisiis \
        niisugune nimelt ning näha näiteks nõnda nüüd ole oled oleks olema oleme olen olete \
        olgugi oli olid olin olla olnud oma omal omas ometi on osa otse palju paljud paljude \
        peab pead peaks peal peale pealt peamiselt pidi pole pool poole poolt praegu puhul \
        pärast rohkem sa saab saama saavad sai said sama samaaegselt samal samas samuti seal \
        sealt seda see seega seejärel sees seetõttu seitse selle sellega selleks sellel sellele \
        sellepärast sellest selline sellise seoses sest siia siin siis siiski sina sind sinna \
        sinu sisse su suhtes sul sulle ta taga tagasi tahab tal tale talle te teda tegelikult \
        teid teie teil teile teine teise teised teiste tema temaga temal temale tollal too tuleb \
        tuli täiesti täna tänu tõesti umbes uuesti vaatamata vaevalt vahel vahest vaid varem \
        varsti vastavalt vastu veel viis väga vähe vähem vähemalt välja väljas või võib võiks \
        võimalik võivad võrra ära ühe üheksa ühes ühte ühtegi üks ülal üldse üle ümber ütleb \
        ütles",
    titles: "dr Dr prof Prof hr Hr pr Pr prl Prl kol kpt kapt ltn kindr Kindr püh Püh s.t s.o st \
        Nt nt n.ö nn Nn vt Vt vrd Vrd tn mnt pst nim toim Toim koost dots Dots mag m.a v.a sh",
    numbered: "nr Nr lk Lk joon Joon tab Tab ptk Ptk art lg § jaan veebr apr aug sept okt nov \
        dets tel Tel kl Kl u ca umb max min a p kd",
    abbreviations: "jne jms jm jt jmt eKr pKr e.Kr p.Kr m.a.j e.m.a a sj s AS OÜ mln mld tuh kr \
        snt min sek tk ingl saksa pr lad vn soome u k.a s.a sünd surn t p",
    personal: "mina ma minu mu mind minul mul minule mulle minust minuga minus sina sa sinu su \
        sind sinul sul sinule sulle sinust sinuga teie te teid teil teile teist teiega olen oled \
        olete",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "ta tema nad nemad see need aga kuid siiski samuti lisaks seetõttu siis \
            seejärel niisiis või ent ometi",
        joints: "",
        courtesies: "aitäh|tänan|täname|tere|tere päevast|tere õhtust|tere hommikust|head ööd|\
            tere tulemast|head aega|daamid ja härrad|lugupeetud",
        notices: "klõpsake siin|vajuta siia|kõik õigused kaitstud|loe ka|loe edasi|loe lisaks|\
            telli uudiskiri|jälgi meid|privaatsuspoliitika|jaga",
        captions: "joonis|joonised|tabel|tabelid|graafik|foto|pilt|allikas",
        pictures: "vasakul|paremal|üleval|all|keskel|pildil",
        reporters: "korrespondent|reporter",
        contents: "sisukord|sisu|jooniste loetelu|tabelite loetelu|lühendid",
        abstracts: "kokkuvõte|annotatsioon|lühikokkuvõte",
        keywords: "märksõnad|võtmesõnad",
        references: "kirjandus|kasutatud kirjandus|viited|allikad|märkused|välislingid|vaata ka",
        acknowledgements: "tänuavaldused|tänusõnad|rahastamine|huvide konflikt|autorist|pühendus",
    },
};
