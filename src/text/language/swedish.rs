//! Swedish.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static SWEDISH: Language = Language {
    code: "sv",
    name: "Swedish",
    iso639_3: "swe",
    stemmer: Some(Stemming::Snowball(Algorithm::Swedish)),
    stopwords: "a aldrig all alla allt alltid alltså andra angående annan annars annat antagligen \
        antingen att av b bakom bara behövde behöver beträffande bl.a bland blev bli blir bliver \
        blivit borde bort bra bredvid bägge båda både bör böra c ca cirka d d.v.s de dej dels dem \
        den denna denne deras dess dessa dessutom det detta dig din dina dit ditt dock dom du dvs \
        där därav därefter däremot därför därifrån därigenom därmed därom därpå därvid då e efter \
        eftersom egen egentligen eget egna ej eller emellertid en endast enligt er era ert etc ett \
        exempelvis f faktiskt fanns fast fastän fem fick finnas finns fler flera flesta \
        fortfarande fram framför främst från funnits fyra färre få får fått för förbi före \
        förmodligen först första g ganska gav ge genom ger gett gick gjorde gjort gällande gå går \
        gått gör göra h ha hade haft han hans har hava hela hellre helst helt hen henne hennes hit \
        hittills hon honom hos hur här härifrån härmed i ibland icke idag ifall igen igår ihop \
        illa imorgon in inga ingen ingenting inget innan inom inte istället j ja jag jo ju just k \
        kan kanske kom komma kommer kommit kring kunde kunna kunnat l lika lite litet länge längre \
        längs lär lät låta låter m m.fl m.m man med medan medans mej mellan men mer mera mest mig \
        min mina mindre minst mitt mot mycket må många måste måtte möjligen n naturligtvis ned \
        nedanför nej ner ni nio nog nu numera nämligen när nästan någon någonsin någonstans \
        någonting något några nån nåt o och också ofta olika om omkring oss osv ovan ovanför p per \
        precis på q r redan runt rätt s sa sade sagt samma samt se sedan sej senare senast ser \
        sett sex sig sin sina sist sitt sju själv själva självt ska skall skola skulle slutligen \
        snart som speciellt stället står säga säger sällan särskilt så sådan sådana sådant såg \
        således såsom såvida t t.ex ta tagit tar tidigare till tillbaka tills tillsammans tio tog \
        tre tredje troligen trots två tycker u under ungefär upp ur ut utan utanför utom v vad var \
        vara varande varandra varav vardera varenda varför vari varifrån varit varje varken varpå \
        vart velat vem vems verkligen vet vi via vid vidare vilja vilka vilken vilket vill ville \
        viss vissa visst vore väl väldigt vår våra vårt w x y z än ändå ännu är även åt åter \
        åtminstone åtta över överallt",
    titles: "dr Dr prof Prof hr Hr fil.dr fil.kand fil.lic med.dr tekn.dr tekn.lic jur.kand jur.dr \
        civ.ing civ Civ t.ex T.ex bl.a Bl.a d.v.s D.v.s dvs Dvs s.k m.a.o M.a.o p.g.a P.g.a pga \
        fr.o.m Fr.o.m t.o.m f.d jfr Jfr jmf Jmf resp ev Ev ca Ca inkl exkl ang Ang betr enl Enl \
        s.a.s kl Kl tf t.f vs cf e.g i.e St tekn",
    numbered: "nr Nr s sid kap Kap vol Vol fig Fig figg tab Tab bd Bd jan febr feb mar apr jun aug \
        sept sep okt nov dec Jan Febr Feb Apr Jun Aug Sept Sep Okt Nov Dec tel Tel tfn Tfn Prop \
        Bet dnr Dnr ekv Ekv mom st uppl häft årg Årg p pp",
    abbreviations: "Co Inc Ltd Corp Bros milj mdr mkr tkr kr tim sek e.Kr f.Kr Kr e.m f.m jr Jr \
        red Red övers utg Utg ibid Ibid a.a max avd Avd inst Inst univ Univ forts förf föreg sthlm \
        Sthlm Gbg str n.b N.B P.S adj adv eng fr gr f.n t.v f.ö u.å u.p.a o.s.a U.S.A U.S E.U Ph.D \
        M.A B.A M.Sc op.cit anm Anm temp ggr obs Obs ordf Ordf sekr ers div öv övr vard sönd lörd \
        urspr vanl",
    personal: "jag mig mej min mitt mina du dig dej din ditt dina ni ert era",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "han hon hans hennes deras dess men och också dock dessutom så sedan därför \
            ändå eller således",
        joints: "och men så för sedan när",
        courtesies: "tack för|tack så|stort tack|god morgon|god dag|god kväll|god natt|välkommen|\
            välkomna|hej då|mina damer och herrar",
        notices: "klicka här|alla rättigheter|läs också|läs mer|läs även|prenumerera|följ oss|\
            integritetspolicy|användarvillkor|se videon|dela artikeln",
        captions: "figur|figurer|fig|tabell|tabeller|ruta|diagram|foto|bild|bildtext|källa|ovan|\
            nedan",
        pictures: "till vänster|till höger|vänster|höger|ovan|nedan|mitten|i mitten|på bilden",
        reporters: "korrespondent|reporter",
        contents: "innehåll|innehållsförteckning|figurförteckning|tabellförteckning",
        abstracts: "sammanfattning|abstract|sammandrag",
        keywords: "nyckelord",
        references: "referenser|litteratur|litteraturförteckning|källor|källförteckning|externa \
            länkar|se även|fotnoter|noter",
        acknowledgements: "tack|tackord|författarens tack|finansiering|intressekonflikter|om \
            författaren|tillägnan|\
            om *|presskontakt|kontakt",
    },
};
