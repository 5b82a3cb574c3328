//! Romanian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static ROMANIAN: Language = Language {
    code: "ro",
    name: "Romanian",
    iso639_3: "ron",
    stemmer: Some(Stemming::Snowball(Algorithm::Romanian)),
    stopwords: "a abia acea aceasta această aceea aceeaşi aceeași acei aceia acel acela acelaşi \
        același acele acelea acelor acelui acest acesta aceste acestea acestei acestia acestor \
        acestora acestui acestuia aceştia aceștia acolo acum adică afară ai aia aici al ala ale \
        alea alt alta altceva altcineva alte altele altfel altminteri altora altul altă alături \
        alţi alți am anume apoi aproape aproximativ ar are asemenea asta astfel astăzi asupra \
        atare atunci atât atâta atâtea atâţia atâția au avea avem aveţi aveți avut azi aş aşa \
        aşadar aţi aș așa așadar ați ba bine bineînţeles bineînțeles ca cadrul cam care cauza ce \
        cea ceea cei ceilalţi ceilalți cel cele celelalte celor ceva chiar ci cinci cine cineva \
        conform contra cu cui cum cumva când cândva cât câte câteva câtva câţi câţiva câți \
        câțiva că căci căreia căror cărora căruia către da dacă dar dat datorită dată de \
        deasupra deci decât deja deloc deoarece deosebit departe desi desigur despre destul deşi \
        deși din dinainte dincolo dinspre dintr dintr-o dintr-un dintre doar doi doua două drept \
        după e ea ei el ele era erau este eu eventual există f face fapt fata faţă fel fi fie \
        fiecare fiecărei fiecărui fii fiind fiindcă foarte fost fără g graţie grație h i i-a \
        i-au ia iar iată ieri inclusiv j jos jur k l l-a l-au la le le-a li lor lui lângă m m-am \
        ma mai majoritatea mare mea mei mele mereu meu mi mie mijlocul mine mod mult multe multă \
        mulţi mulţumită mulți mulțumită mâine mă măcar n n-a n-am n-are n-au ne nevoie nici \
        nicio niciodată niciun nicăieri nimeni nimic nişte niște noastre noastră noi nostru nou \
        nouă noştri noștri nu nu-i numai o oarecare odată opt or ori oricare orice oricine \
        oricui oricum oricând oricât p pe pentru peste poate pot prea precum prima primul primă \
        prin printr printr-o printr-un printre privind probabil putea putem puteţi puteți putut \
        puţin puţine puţini puţină puțin puține puțini puțină până q r respectiv s s-a s-ar s-au \
        sa sale sau se sine singur singură spre spune spus sub sunt suntem sunteţi sunteți sus \
        sînt să săi său t ta tale te timp tine toate toată tocmai tot totodată totuşi totuși \
        toţi toți trebuie trei treia tu tăi tău u ulterior un una unde undeva unei uneia unele \
        uneori unii unor unora unui unuia unul urma urmă v v-a v-am va vei voastre voastră voi \
        vom vor vostru vouă voştri voștri vrea vreme vreo vreun vă x y z zece zis îi îl îmi \
        împotriva împreună în înainte înaintea începând încotro încât încă îndată înspre însuşi \
        însuși însă într într-o într-un între întrucât întâi înăuntru îşi îţi își îți ăsta şapte \
        şase şi şi-a şi-au ţi ţie șapte șase și și-a și-au ți ție",
    titles: "dl d-l Dl dna d-na Dna dra d-ra dr Dr prof Prof conf Conf lect ing Ing av Av gen \
        Gen col Col cpt lt mr Mr sf Sf Sft pr Pr ex Ex de.ex d.ex cf vs adică str Str bd Bd \
        b-dul șos Șos al dvs Dvs dumneav acad Acad arh Arh ec Ec jud Jud mun com sat n.n red Red",
    numbered: "nr Nr art Art alin Alin lit Lit pag Pag p pp fig Fig tab Tab cap Cap vol Vol ed \
        Ed ian feb febr mar apr mai iun iul aug sept oct nov dec tel Tel bl sc et ap cca aprox \
        Aprox ca min max pct secț ș m.of",
    abbreviations: "etc ș.a ş.a ș.a.m.d ş.a.m.d î.Hr î.e.n d.Hr e.n S.A S.R.L Ltd Inc Co mil mld \
        lei kg km h min sec lat fr engl germ rus it sp gr N.B P.S ibid op.cit trad a.m p.m s.n \
        loc",
    personal: "eu mă mie îmi mi mine meu mea mei mele tu te ție îți ți tine tău ta tăi tale voi \
        vă vouă vostru voastră voștri voastre dumneavoastră dumneata dvs",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "el ea ei ele acesta aceasta aceștia acestea dar însă totuși apoi astfel deci \
            așadar sau totodată",
        joints: "",
        courtesies: "mulțumesc|mulțumim|bună ziua|bună seara|bună dimineața|noapte bună|\
            bun venit|la revedere|doamnelor și domnilor|stimați",
        notices: "click aici|apasă aici|toate drepturile rezervate|citește și|citiți și|\
            citește mai mult|citește mai departe|abonează-te|urmărește-ne|\
            politica de confidențialitate|distribuie",
        captions: "figura|figurile|fig|tabelul|tabelele|tabel|grafic|foto|sursa|sursă",
        pictures: "stânga|dreapta|sus|jos|centru|în imagine",
        reporters: "corespondent|corespondentă|reporter",
        contents: "cuprins|lista figurilor|lista tabelelor|lista abrevierilor",
        abstracts: "rezumat|abstract",
        keywords: "cuvinte cheie|cuvinte-cheie",
        references: "bibliografie|referințe|note|surse|legături externe|vezi și|\
            referințe bibliografice",
        acknowledgements: "mulțumiri|finanțare|conflict de interese|despre autor|despre autoare|\
            dedicație",
    },
};
