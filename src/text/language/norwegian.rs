//! Norwegian.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static NORWEGIAN: Language = Language {
    code: "no",
    name: "Norwegian",
    iso639_3: "nob",
    stemmer: Some(Stemming::Snowball(Algorithm::Norwegian)),
    stopwords: "a akkurat aldri all alle allerede alltid alt altså andre angående annen annet at \
        av b bak bare begge berre bl.a blant ble bli blir blitt bort bra burde både bør c ca cirka \
        d da de deg dei dels dem den denne dens der derav dere deres deretter derfor derfra deri \
        derimot dermed dernest derom derpå dersom dertil derved dessuten det dets dette di din \
        dine disse dit ditt dog du dvs då dårlig e eg egen egentlig eget egne ei ein eit \
        eksempelvis eller ellers en enda endelig enhver enn ennå enten er et etc ethvert etter \
        ettersom f f.eks faktisk fantes fem fikk finnes fire flere flest fleste for foran fordi \
        fortsatt foruten fra fram frem frå få får fått færre før først første g ga ganske gi gikk \
        gir gitt gjennom gjorde gjort gjør gjøre godt gå går gått h ha hadde ham han hans har hatt \
        hel hele helt henne hennes her herav heretter herfra heri hermed herved hit hittil hos hun \
        hva hvem hver hverandre hvert hvilke hvilken hvilket hvis hvor hvorav hvordan hvoretter \
        hvorfor hvorfra hvorhen hvormed hvorpå hvortil hvorved i iblant idag idet ifølge igjen \
        igjennom igår ikke ikkje imellom imidlertid imorgen imot ingen ingenting inn innen \
        innenfor inntil intet især j ja jeg jo k kan kanskje kom komme kommer kommet korleis kun \
        kunne kunnet kva kvifor l la langs langt lar latt lenge lenger likevel liksom lite litt m \
        m.fl m.m man mange med meg meget mellom men mens mer mere mest mi min mindre mine minst \
        mitt mot muligens mye må måtte måttet n naturligvis ned nedenfor nei nemlig nesten nettopp \
        ni noe noen noensinde nok noko nokon nå når o ofte og også om omkring omtrent opp oss osv \
        ovenfor over overalt p per pr presis på q r rundt s sa sagt samme sammen samt \
        sannsynligvis se seg seks selv selve selvfølgelig selvom senere senest ser sett si siden \
        sier sin sine sist sitt sjelden sju skal skjønt skulle skullet slik slike slikt snart som \
        stadig straks står synes syv så såfremt således sånn sånne sånt særlig særskilt t ta tar \
        tatt temmelig ti tidligere til tilbake to tok trass tre tredje trolig tross tør u under ut \
        uten utenfor v var ved vedrørende vekk vel vere verken vet vi via videre vil ville villet \
        virkelig viss visse vore vår våre vårt være værende vært w x y z åtte én óg",
    titles: "hr Hr dr Dr prof Prof siv.ing siv cand cand.mag cand.philol cand.jur cand.real \
        cand.polit cand.theol cand.med mag.art dr.med dr.philos dr.ing St kgl Kgl gl Gl f.eks \
        F.eks bl.a Bl.a d.v.s dvs Dvs ca Ca inkl Inkl ekskl evt Evt jf Jf jfr Jfr cf vs hhv mht \
        m.h.t pga p.g.a s.k kl Kl iflg Iflg t.o.m f.o.m vedr Vedr ang Ang tidl adm opprl resp sml \
        Sml nåv pr Pr",
    numbered: "nr Nr s S kap Kap bd Bd pkt Pkt fig Fig tab Tab jan feb mar apr jun aug sep sept \
        okt nov des Jan Feb Apr Jun Aug Sep Sept Okt Nov Des tlf Tlf tel Tel årg Årg vol Vol bokst \
        p pp gnr bnr hft sp",
    abbreviations: "Co Inc Ltd Corp Bros mill Mill mrd Mrd kr pst e.Kr f.Kr Kr jr Jr ibid Ibid red \
        Red utg Utg overs avd Avd inst Inst univ Univ sek t maks moh m.o.h gt gml gr P.S N.B U.S.A \
        U.S E.U Ph.D ph.d op.cit anm forf forts gj.sn gjsn off mnd tilsv vha v.h.a d.d d.å p.t u.å \
        ill sekr ndf stk vgs",
    personal: "jeg meg min mitt mi mine du deg din ditt di dine eg",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "han hun hans hennes deres dens dets men og også dessuten så deretter derfor \
            likevel eller imidlertid",
        joints: "og men så fordi når",
        courtesies: "takk for|tusen takk|mange takk|god morgen|god dag|god kveld|god natt|\
            velkommen|ha det|mine damer og herrer",
        notices: "klikk her|alle rettigheter|les også|les mer|abonner|meld deg på|følg oss|\
            personvernerklæring|brukervilkår|annonse|se videoen|del artikkelen",
        captions: "figur|figurer|fig|tabell|tabeller|boks|diagram|foto|bilde|bildetekst|kilde|\
            over|under",
        pictures: "til venstre|til høyre|venstre|høyre|øverst|nederst|i midten|på bildet",
        reporters: "korrespondent|reporter",
        contents: "innhold|innholdsfortegnelse|figurliste|tabelliste",
        abstracts: "sammendrag|oppsummering|abstract",
        keywords: "nøkkelord|emneord",
        references: "referanser|litteratur|litteraturliste|kilder|eksterne lenker|se også|\
            fotnoter|noter",
        acknowledgements: "takk|takksigelser|forfatterens takk|finansiering|interessekonflikter|\
            om forfatteren|dedikasjon",
    },
};
