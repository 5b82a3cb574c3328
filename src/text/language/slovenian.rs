//! Slovenian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static SLOVENIAN: Language = Language {
    code: "sl",
    name: "Slovenian",
    iso639_3: "slv",
    stemmer: None,
    stopwords: "a ali ampak bi bil bila bile bili bilo biti blizu bo bodisi bodo bojo bolj bom \
        bomo boste bova boš brez c da daleč danes dejal dejala dejansko deset devet do dokler \
        dol dosti drug druga druge drugega drugi drugih drugo dva dve e eden en ena ene enega \
        eni enkrat eno g ga glede gor h hkrati i ima imajo imam imamo imel imela imeli imelo \
        imeti in iz izmed izven j jaz je jih jim jo jutri k kadar kadarkoli kaj kajti kak kako \
        kakor kakšen kakšna kakšno kamor kar karkoli katera katere katerega katerem kateremu \
        kateri katerih katerikoli katerim katero kdaj kdo kdor ki kje kjer kjerkoli kljub ko \
        koliko kolikor komaj komu kot krog l lahko le ločeno m malce malo manj me med medtem \
        mene meni mi mimo mnoge mnogo mogoče moj moja moje moji mojih mora morajo moral morala \
        morali moram moramo morda mu n na nad naj najbolj najmanj nam nama namesto nami namreč \
        naprej naproti nas naš naša naše našega našem naši naših ne nek neka nekaj nekam \
        nekatere nekateri nekaterih nekdo neke neki nekje neko nekoč nenadoma ni nihče nikakor \
        nikamor nikjer nikoli nisem nisi nismo niso niste niti nič ničesar njega njegov njegova \
        njegove njegovo njej njem njemu njen njena njeno njih njihov njihova njihove njihovo \
        njim njima njimi njo no nocoj o ob oba obe od odkar odslej okoli okrog on ona onadva one \
        oni ono osem oziroma p pa pač pet po pod podobno pogosto poleg ponavadi ponovno posebej \
        potem potlej povsod prav pravi precej pred predvsem prej prek preko pri pribl približno \
        proti prva prve prvi prvo r ravno razen rekel rekla res s saj sam sama same sami samo se \
        sebe sebi sedaj sedem sem si sicer skoraj skozi skupaj smo so spet sploh sta ste sto \
        svoj svoja svoje svojega svojem svojih svojim svojo ta tak taka take takega tako takoj \
        takrat takšen takšna takšne tale tam te tebe tebi tedaj tega teh tej tekom tem temu \
        temveč ti tista tiste tistega tisti tisto tja to tod toda toliko torej tre treba tretji \
        tri tu tudi tukaj tvoj tvoja tvoje u v vam vama vami vas vaš vaša vaše ve vedno vendar \
        verjetno ves več večina vi visoko vnovič vrh vsa vsaj vsak vsaka vsakdo vsako vse vsega \
        vseh vsem vsi včasih včeraj z za zadaj zadnji zakaj zaradi zato zdaj zdi zelo zgolj \
        zlasti znotraj zopet zraven zunaj če čemu čeprav četudi čez čigav čim še šele šest štiri \
        žal že želi",
    titles: "dr Dr prof Prof doc Doc mag Mag inž Inž gen Gen sv Sv g G ga Ga gdč gosp Gosp npr \
        Npr t.i tj Tj tzv ul Ul prim Prim gl Gl oz Oz dipl univ akad Akad msgr",
    numbered: "št Št str Str čl Čl sl Sl tab Tab pogl Pogl zv let jan feb mar apr avg sept sep \
        okt nov dec tel Tel pribl maks min ca cca odst",
    abbreviations: "itd ipd idr in.dr itn mio mrd tis min sek n.št pr.n.št pr.Kr po.Kr d.d d.o.o \
        s.p angl nem fr lat gr rus it sev juž vzh zah r roj izd prev l stol h t.l op",
    personal: "jaz mene me meni mi mano menoj moj moja moje mojega mojem mojemu mojim mojo moji \
        mojih ti tebe te tebi tabo teboj tvoj tvoja tvoje tvojega tvojem tvojo tvoji tvojih vi \
        vas vam vami vaš vaša vaše vašega vašem vašo vaši vaših",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "on ona ono oni one njegov njegova njen njihov ampak toda vendar prav poleg \
            zato potem nato tedaj takrat torej ali tudi",
        joints: "",
        courtesies: "hvala|hvala vam|dober dan|dober večer|dobro jutro|lahko noč|dobrodošli|\
            nasvidenje|gospe in gospodje|spoštovani",
        notices: "kliknite tukaj|vse pravice pridržane|preberite tudi|preberi več|več o tem|\
            naročite se|sledite nam|politika zasebnosti|delite",
        captions: "slika|slike|preglednica|tabela|tabele|graf|foto|vir",
        pictures: "levo|desno|zgoraj|spodaj|na sredini|na sliki",
        reporters: "dopisnik|dopisnica|novinar",
        contents: "kazalo|vsebina|kazalo slik|kazalo tabel|kratice",
        abstracts: "povzetek|izvleček",
        keywords: "ključne besede",
        references: "literatura|viri|reference|sklici|opombe|zunanje povezave|glej tudi|\
            viri in literatura",
        acknowledgements: "zahvala|zahvale|financiranje|navzkrižje interesov|o avtorju|\
            o avtorici|posvetilo",
    },
};
