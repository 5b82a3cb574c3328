//! Lithuanian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static LITHUANIAN: Language = Language {
    code: "lt",
    name: "Lithuanian",
    iso639_3: "lit",
    stemmer: None,
    stopwords: "abi abu aišku ant antra antras apie apskritai ar arba atsižvelgiant aš aštuoni \
        be bei bene bet beveik bus buvau buvo buvome buvote būdama būdamas būdami būsiu būtent \
        būti būtų dabar dar daug daugelis daugiau daugiausia daugmaž dauguma dažnai de deja \
        devyni dešimt drauge du dvi dviejų dviem dėka dėl dėlto esame esant esate esi esu esą \
        gal galbūt gali galima galėjo galėtų gana gerai iki ilgai ilgiau ir it iš išskyrus \
        išties ja jai jais jam jame jau jei jeigu ji jie jiems jis jo jog jokia jokio jokių joks \
        jomis joms jos jose juk jumis jums juo juos juose ją jį jūs jūsų jų kad kada kadangi kai \
        kaip kaipgi kam kame kartais kartu kartą kas kažkas kažkur keletas keli kelios kelis \
        kelių keturi kiek kiekviena kiekvienas kiekvieno kiekvieną kita kitas kiti kitiems kito \
        kitos kitą kitų ko kodėl kokia kokio kokią kokių koks kol kuo kur kuri kuriais kuriame \
        kurie kuriems kurio kurioje kurios kuris kuriuos kurią kurių kurs kurį ką labai labiau \
        lig link lyg man mane mano manyje manęs mat mažai mažiau mes metu mumis mums mus mūsų na \
        nagi ne nebe nebent nebuvo nebėra nei neigi nepaisant nes net netgi netoli netrukus neva \
        niekada niekas nieko niekur nors nuo nuolat nė nėra o pagal pagaliau pas paskui pat pati \
        paties pats patys pavyzdžiu pavyzdžiui pačios pačią penki per pernelyg pirma pirmas \
        pirmasis pirmoji pirmą po prie prieš priešais pro rytoj sako sakė sau save savo savęs \
        septyni siekiant su tad tada tai taigi taip taipogi tam tame tarp tarsi tarytum tas tau \
        tave tavo tavęs tačiau tegul ten tenka tie tiek tiems ties tiesiog tik tikrai \
        tikriausiai to todėl toje toji tokia tokie tokio tokios tokių toks toliau tos trijų trys \
        tu tuo tuoj tuomet tuos turi turime turėjo turėtų tą tų už užtat vadinasi vakar vargu \
        veik viena vienas vieno vienos vieną vietoj virš vis visa visada visai visas visi \
        visiems viskas viską visos visą visų vos vėl vėlgi vėliau ypač čia į įvairių šalia šeši \
        šia šiai šiame šiandien šie šiems šio šioje šios šis šiuo šiuos šią šių štai šį žemiau",
    titles: "dr Dr prof Prof doc Doc akad Akad inž Inž gen Gen plk kpt mjr šv Šv p P pvz Pvz vad \
        t.y T.y žr Žr plg Plg g gat al pr Pr kun vysk ark red Red sud habil mag",
    numbered: "Nr nr psl Psl p pav Pav lent Lent sk Sk str Str vas kov bal geg birž liep rugp \
        rugs spal lapkr gruodž tel Tel val apyt maks min t T kab d",
    abbreviations: "t.t kt pan etc m a amž mln mlrd tūkst Lt Eur ct min sek vnt angl vok pranc \
        lot gr rus pr.Kr po.Kr m.e pr.m.e UAB AB š.m d val šiaur piet ryt vak r raj sav gim mir \
        apskr vyr",
    personal: "aš mane manęs man manimi manyje mano tu tave tavęs tau tavimi tavo jūs jus jūsų \
        jums jumis esu esi esate",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "jis ji jie jos tai šis ši šie šios tačiau bet taip be todėl tada vėliau taigi \
            arba visgi",
        joints: "",
        courtesies: "ačiū|dėkoju|dėkojame|laba diena|labas vakaras|labas rytas|labanakt|\
            sveiki atvykę|viso gero|iki pasimatymo|ponios ir ponai|gerbiami",
        notices: "spauskite čia|visos teisės saugomos|skaitykite taip pat|skaityti daugiau|\
            skaityk daugiau|prenumeruokite|sekite mus|privatumo politika|dalintis",
        captions: "paveikslas|paveikslai|pav|lentelė|lentelės|grafikas|nuotrauka|šaltinis|nuotr",
        pictures: "kairėje|dešinėje|viršuje|apačioje|viduryje|nuotraukoje",
        reporters: "korespondentas|korespondentė|žurnalistas",
        contents: "turinys|paveikslų sąrašas|lentelių sąrašas|santrumpos",
        abstracts: "santrauka|anotacija",
        keywords: "raktiniai žodžiai|reikšminiai žodžiai|raktažodžiai",
        references: "literatūra|literatūros sąrašas|šaltiniai|nuorodos|pastabos|išnašos|\
            taip pat skaitykite|išorinės nuorodos",
        acknowledgements: "padėka|padėkos|finansavimas|interesų konfliktas|apie autorių|\
            dedikacija",
    },
};
