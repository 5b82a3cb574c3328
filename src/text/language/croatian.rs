//! Croatian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static CROATIAN: Language = Language {
    code: "hr",
    name: "Croatian",
    iso639_3: "hrv",
    stemmer: None,
    stopwords: "a ako ali am ama amo baš bez bi bih bila bile bili bilo bio bismo biste biti \
        blizu bolje bude budem budemo budete budeš budu budući da dakle dalje danas dok dosta \
        dovoljno druga druge drugi drugih drugim drugo drugog duž dva dvije evo ga gdje glede \
        gore gotovo hoće hoćemo hoćete hoću i iako ih ikad ili im ima imaju imala imali imam \
        imamo imao imati inače ipak ista isti isto istog iz iza između iznad ja je jedan jedino \
        jedna jedne jedni jedno jednog jednom jednu jer jesam jesi jesmo jest jeste jesu još ju \
        jučer k ka kad kada kakav kako kakva kakvo kao kod koga koja koje kojeg kojega kojem \
        kojemu koji kojih kojim kojima kojoj kojom koju koliko kome komu konačno kraj krajem \
        kroz li lijepo mada malo manje me mene meni mi mimo mnoge mnogi mnogih mnogo mnom mnome \
        mogao mogla mogli mogu moj moja moje moji mojih mojim mojoj mom mora moraju morao moći \
        možda može možemo možete možeš mu na nad naime nakon nam nama napokon naprimjer naravno \
        naročito nas naš naša naše našeg našem naši naših našim našoj ne nego neka neke neki \
        nekih nekim neko nekog nekoga nekoliko neku nema nemaju netko neće nećemo nećete nećeš \
        neću nešto ni nigdje nije nijedan nijedna nijednog nikad nikada nikoga nisam nisi nismo \
        niste nisu niti nitko niz ništa njega njegov njegova njegove njegovi njegovo njemu njen \
        njena njezin njezina njezino njih njihov njihova njihovo njim njima njime njoj njom nju \
        no o od odakle odmah odnosno oko on ona onaj onako onda ondje one oni onih ono onog \
        onoga opet općenito osim osobito ostale ostali ostalih otkad otprilike ova ovaj ovakav \
        ovako ovdje ove ovi ovih ovim ovo ovog ovoga ovoj ovom ovome ovu pa pak pet po pod podno \
        pokraj ponekad ponovno poput pored posebno poslije posve potom potpuno povrh pošto preko \
        prema premda pri prije prilično primjerice protiv prva prve prvi prvih prvo put rade \
        radi rekao rekla reći s sa sad sada sam samo sasvim sav se sebe sebi si skoro skupa \
        slično smo ste sto stoga su sutra sva sve svega svemu svi svih svim svima svoj svoja \
        svoje svojeg svojem svoji svojih svojim svojoj svojom svoju svom svu svugdje ta tada taj \
        takav tako također takva takve takvi tamo te tebe tebi tek ti tih tijekom tim time \
        tisuću tko to tobom tog toga toj tom tome točno treba trebalo treći tri tu tuda tvoj \
        tvoja tvoje u uglavnom umjesto unatoč unutar uoči upravo usprkos uvijek uz uzduž vam \
        vama vani vas vaš vaša vaše vašeg vašem vaši veoma već vi više vjerojatno vrh vrlo za \
        zaista zapravo zar zatim zato zašto zbog će ćemo ćete ćeš ću čak čemu često čija čije \
        čiji čim čime šest što",
    titles: "dr Dr prof Prof doc Doc mr Mr ing Ing gen Gen puk boj sv Sv g G gđa Gđa gosp Gosp \
        gđica akad Akad npr Npr tj Tj tzv Tzv odn Odn ul Ul usp Usp v ur dipl mag mons",
    numbered: "br Br str Str čl Čl st St sl Sl tab Tab gl Gl toč t red sij velj ožu tra svi lip \
        srp kol ruj lis stu pro tel Tel pribl max min knj sv god kn ca cca",
    abbreviations: "itd dr sl god st mlrd mil tis min sek n.e pr.n.e pr.Kr p.Kr d.d d.o.o \
        j.d.o.o engl njem fr lat grč rus tal sjev juž zap ist r rođ izd prev kn i.dr o.g t.g",
    personal: "ja mene meni me mi mnom mnome moj moja moje mog mojeg mojem mojim mojom moju moji \
        mojih ti tebe tebi te tobom tvoj tvoja tvoje tvog tvojeg tvojem tvojim tvojom tvoju \
        tvoji tvojih vi vas vam vama vaš vaša vaše vašeg vašem vašim vašom vašu vaši vaših",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "on ona ono oni one njegov njegova njezin njihov ali međutim ipak također osim \
            zato zatim potom onda tada ili dakle stoga",
        joints: "",
        courtesies: "hvala|hvala vam|dobar dan|dobra večer|dobro jutro|laku noć|dobro došli|\
            doviđenja|dame i gospodo|poštovani",
        notices: "kliknite ovdje|sva prava pridržana|pročitajte još|pročitajte i|opširnije|\
            pretplatite se|pratite nas|politika privatnosti|podijelite",
        captions: "slika|slike|tablica|tablice|grafikon|foto|izvor",
        pictures: "lijevo|desno|gore|dolje|u sredini|na slici",
        reporters: "dopisnik|dopisnica|reporter|novinar",
        contents: "sadržaj|popis slika|popis tablica|kratice",
        abstracts: "sažetak|apstrakt",
        keywords: "ključne riječi",
        references: "literatura|bibliografija|izvori|reference|bilješke|vanjske poveznice|\
            povezani članci|vidi još",
        acknowledgements: "zahvala|zahvale|financiranje|sukob interesa|o autoru|o autorici|\
            posveta",
    },
};
