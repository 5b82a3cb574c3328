//! Slovak.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static SLOVAK: Language = Language {
    code: "sk",
    name: "Slovak",
    iso639_3: "slk",
    stemmer: None,
    stopwords: "a aby ak akej ako akou aká aké akého aký ale alebo ani asi aspoň azda až bez \
        bezo blízko bol bola boli bolo bude budem budeme budete budeš budú buď by byť celkom cez \
        dnes do dokonca dokým dosť doteraz druhá druhé druhý dva dvaja dve dvoch ešte hlavne ho \
        hoci hovorí i iba ich im inak inde iná iné iný iných ja jeden jedna jednej jedno jednom \
        jednou jedného jeho jej jemu k kam kamkoľvek každej každou každá každé každého každý kde \
        kdeže keby kedy kedže keď keďže koho komu koľko kto ktorej ktorom ktorou ktorá ktoré \
        ktorého ktorému ktorí ktorú ktorý ktorých ktorým ktorými ku kvôli kým lebo len lenže ma \
        majú mal mala mali malo mať medzi menej mi mimo mne mnoho mnou mohla mohli mohlo mohol \
        moja moje mojej mojich možno mu musel musela musia musieť musí musím my má málo mám máme \
        máte máš môcť môj môže môžem môžeme môžete môžeš môžu mňa na nad nado najmä najviac nami \
        namiesto napokon napriek naproti napríklad naša naše našej našich našim ne nebol nebola \
        neboli nebolo nech nechce nej nejako nejaká nejaké nejaký nemajú nemal nemožno nemá \
        nemôže neskôr než nich nie niekde niekoľko niekoľkých niekto niektorá niektoré niektorí \
        niektorý niektorých nielen niet niečo nijaký nikam nikde nikdy nikoho nikto nimi nič \
        ničoho nám nás náš nášho ním o oba obaja obe od odo ohľadom okolo okrem on ona oni ono \
        ony oproti opäť osem ostatné ostatní po pod podobne podľa pokiaľ pomedzi pomocou popri \
        potom povedal povedala počas pre pred predo predovšetkým predsa predtým preto pretože \
        prečo pri pričom prostredníctvom proti prv prvá prvé prvého prvý práve príliš pán päť \
        rovnako rád s sa sama sami samo seba sebou sem si skoro skôr sme so som spolu sta stačí \
        ste stále svoj svoja svoje svojej svojho svojich svojim svojimi svojom svojou svoju sám \
        síce sú ta tade tak takej takmer taktiež takto taká také takého takíto taký takých takže \
        tam tamto teba tebe tebou teda tej ten tento teraz tie tieto tiež to toho tohto tom \
        tomto tomu tomuto totiž toto tou touto toľko treba tri trochu tu tvoj tvoja tvoje ty tá \
        tí títo tú túto tých týchto tým tými týmto u určite už v vami vaša vaše vašej vašich \
        vedľa veď veľa veľký veľmi viac vlastne vo voči vtedy vy vyše vám vás váš včera vďaka \
        všade však všetci všetka všetko všetky všetkého všetkých všetkým vždy z za zajtra zase \
        zatiaľ zato začo znova zo zrejme zvlášť zároveň áno čaká či čiže čo čoho čomu čí čím \
        ďalej ďalšia ďalšie ďalší ďalších šesť že žiaden žiadna žiadne žiadny",
    titles: "Mgr Bc Ing RNDr PhDr JUDr MUDr MVDr PaedDr ThDr doc Doc prof Prof CSc DrSc gen Gen \
        plk Plk kpt Kpt por Por mjr Mjr sv Sv p pí napr Napr tzv Tzv tj t.j Tj resp Resp príp \
        vrát zvl porov Porov pozri ul Ul nám Nám t.z t.zn arch",
    numbered: "č Č čl Čl str Str s S obr Obr tab Tab ods Ods písm kap Kap zv roč Roč tel Tel jan \
        feb apr aug sept okt nov dec cca Cca max min ca vyd pozn Pozn príl zb Z",
    abbreviations: "atď a.i i i.n pod n.l pred.n.l a.s s.r.o spol tis mil mld hod min sek r stor \
        st zn angl nem franc lat gr rus poľ čes okr záp vých sev juž red Red prel ed ibid ks \
        p.n.l t.č t.r v.r Ltd Inc Co o.c",
    personal: "ja ma mňa mne mi mnou môj moja moje môjho mojej mojemu môjmu mojom mojím mojou \
        moju moji mojich mojim mojimi ty ťa teba tebe ti tebou tvoj tvoja tvoje tvojho tvojej \
        tvojmu tvojom tvojím tvojou tvoju tvoji tvojich tvojim tvojimi váš vaša vaše vaši vášho \
        vašej vášmu vašom vaším vašou vašu vašich vašim vašimi vám vás vami",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "on ona ono oni ony jeho jej ich ale však avšak tiež navyše preto potom \
            napriek teda alebo ovšem",
        joints: "",
        courtesies: "ďakujem|ďakujeme|dobrý deň|dobrý večer|dobré ráno|dobrú noc|vitajte|\
            dovidenia|dámy a páni|vážení",
        notices: "kliknite sem|všetky práva vyhradené|čítajte tiež|čítajte aj|čítať ďalej|\
            sledujte nás|prihláste sa|ochrana osobných údajov|zdieľať",
        captions: "obrázok|obrázky|obr|tabuľka|tabuľky|tab|graf|foto|zdroj",
        pictures: "vľavo|vpravo|hore|dole|v strede|na snímke",
        reporters: "spravodajca|spravodajkyňa|redaktor|redaktorka",
        contents: "obsah|zoznam obrázkov|zoznam tabuliek|zoznam skratiek",
        abstracts: "abstrakt|anotácia|súhrn|zhrnutie",
        keywords: "kľúčové slová",
        references: "literatúra|použitá literatúra|zoznam literatúry|referencie|zdroje|poznámky|\
            externé odkazy|pozri aj",
        acknowledgements: "poďakovanie|financovanie|konflikt záujmov|o autorovi|o autorke|\
            venovanie",
    },
};
