//! Danish.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static DANISH: Language = Language {
    code: "da",
    name: "Danish",
    iso639_3: "dan",
    stemmer: Some(Stemming::Snowball(Algorithm::Danish)),
    stopwords: "a ad af al aldrig alle allerede alligevel alt altid altså anden andet andre \
        angående at b bag bare begge bl.a blandt blev blevet blive bliver blot burde både bør c ca \
        cirka d da de dels dem den dengang denne dens der deraf derefter deres derfor derfra deri \
        derimod dermed dernæst derom derpå dertil derudover derved desuden det dets dette did dig \
        din dine disse dit dog du dvs dårligt dér e efter eftersom egen egentlig eget egne ej \
        eksempelvis eller ellers en end endelig endnu enhver enten er et etc ethvert etsteds f \
        f.eks faktisk fandtes fem fik findes fire flere flest fleste for foran fordi formentlig \
        foruden fra frem fx få fået får færre før først første g ganske gav gennem gik give giver \
        givet gjorde gjort godt gå gået går gør gøre h haft ham han hans har havde have hel hele \
        helt hen hende hendes her heraf herefter herfra heri hermed herom herved hid hidtil \
        hinanden hjem hos hovedsagelig hun hvad hvem hver hverandre hverken hvert hvilke hvilken \
        hvilket hvis hvor hvoraf hvordan hvorefter hvorfor hvorfra hvorhen hvori hvormed hvornår \
        hvorpå hvortil hvorved i idag idet ifølge igen igennem igår ikke imellem imidlertid imod \
        imorgen ind inden indenfor indtil ingen ingenting intet især j ja jeg jer jeres jo k kan \
        kom komme kommer kommet kun kunne kunnet l lade lader langs langt lidt ligesom lod længe \
        længere m m.fl m.m man mange med medens meget mellem men mens mere mest mig min mindre \
        mindst mine mit mod muligvis må måske måtte måttet n naturligvis navnlig ned nedenfor nej \
        nemlig netop ni nogen nogensinde noget nogle nok nu når næsten o ofte og også om omkring \
        op os osv otte ovenfor over overalt ovre p per pr præcis på q r ret rundt s sagde sagt \
        samme sammen samt sandsynligvis se seks selv selve selvom senere senest ser set siden \
        sidst sig sige siger sin sine sit sjældent skal skulle skullet skønt snart som sommetider \
        stadig straks står synes syv så sådan sådanne sådant såfremt således særlig særligt t tage \
        tager taget temmelig ti tidligere til tilbage to tog tre tredje trods tør u ud uden \
        udenfor under v var ved vedrørende vel vi via videre vil ville villet virkelig vis visse \
        vor vore vores vort væk være værende været w x y z",
    titles: "hr Hr fr Fr frk Frk dr Dr prof Prof cand cand.mag cand.jur cand.polit cand.scient \
        cand.merc cand.med cand.phil cand.theol mag.art dr.med dr.phil dr.jur dr.scient dr.theol \
        lic lic.scient adv Skt skt St kgl Kgl gl Gl f.eks F.eks fx bl.a Bl.a d.v.s D.v.s dvs Dvs \
        pga p.g.a ca Ca inkl Inkl ekskl evt Evt jf Jf jvf Jvf cf vs s.k vedr Vedr ang Ang h.h.v \
        hhv m.h.t mht ifm iht ift mhp t.o.m f.o.m tidl kl Kl pr Pr opr oprl iflg Iflg adm resp \
        forh fhv Fhv dav",
    numbered: "nr Nr s S kap Kap bd Bd stk Stk pkt Pkt fig Fig Tab jan feb mar apr jun aug sep \
        sept okt nov dec Jan Feb Apr Jun Aug Sep Sept Okt Nov Dec tlf Tlf tel Tel årg Årg vol Vol \
        j.nr J.nr sp litr p pp jnr Jnr hft",
    abbreviations: "Co Inc Ltd Corp Bros mio Mio mia Mia mill mrd kr tkr pct sek t e.Kr f.Kr Kr jr \
        Jr ibid Ibid red Red udg Udg overs afd Afd inst Inst univ Univ ndr sdr vestl østl nordl \
        sydl max maks mdr alm tilh forts forf henh egl omkr d.d d.å P.S N.B ugtl gr m.a.o U.S.A \
        U.S E.U Ph.D ph.d op.cit anf gns gnsn str Str vha v.h.a p.t u.å anm indb ill sekr best ndf \
        civiling",
    personal: "jeg mig min mit mine du dig din dit dine jer jeres",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "han hun hans hendes deres dens dets men og også dog desuden så derefter \
            derfor alligevel eller således",
        joints: "og men så fordi når",
        courtesies: "tak for|mange tak|tusind tak|god morgen|goddag|god aften|godaften|godnat|\
            velkommen|farvel|mine damer og herrer",
        notices: "klik her|alle rettigheder|læs også|læs mere|tilmeld dig|abonner|følg os|\
            privatlivspolitik|brugsvilkår|se videoen|del artiklen",
        captions: "figur|figurer|fig|tabel|tabeller|boks|diagram|foto|billede|billedtekst|kilde|\
            ovenfor|nedenfor",
        pictures: "til venstre|til højre|venstre|højre|ovenfor|nedenfor|i midten|på billedet",
        reporters: "korrespondent|reporter",
        contents: "indhold|indholdsfortegnelse|figurliste|tabelliste",
        abstracts: "resumé|sammenfatning|sammendrag|abstract",
        keywords: "nøgleord|emneord",
        references: "referencer|litteratur|litteraturliste|kilder|eksterne henvisninger|se også|\
            fodnoter|noter",
        acknowledgements: "tak|taksigelser|forfatterens tak|finansiering|interessekonflikter|om \
            forfatteren|tilegnelse",
    },
};
