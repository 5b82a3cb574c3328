//! Czech.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static CZECH: Language = Language {
    code: "cs",
    name: "Czech",
    iso639_3: "ces",
    stemmer: Some(Stemming::Snowball(Algorithm::Czech)),
    stopwords: "a aby ale alespoň anebo ani aniž ano asi aspoň avšak ač ačkoli ačkoliv až bez \
        beze blízko bohužel brzo brzy bude budeme budete budeš budou budu buď by bych bychom byl \
        byla byli bylo byly bys byste být bývá během celkem cestou chce chci chtít chtějí chtěl \
        chtěla co což cože daleko další dalších dalšího dalším datum dle dnes dnešní do docela \
        dokonce dokud doma dost dostal dosud druhá druhé druhý dva dvou dvě dál dále díky g \
        hlavně hned ho hodně i jak jakmile jako jakou jakož jaká jaké jakého jakékoli jaký jde \
        je jeden jedna jedno jednoho jednom jednou jedné jej jejich její jejího jejím jemu jen \
        jenom jenž jenže jestli jestliže ještě jež ji jich jimi jinak jinde jindy jiná jiné jiný \
        jiných jsem jsi jsme jsou jste já jí jím k kam každou každá každé každého každý kde kdo \
        kdy kdyby kdykoli kdyz když ke kolem kolik kromě kterak kterou která které kterého \
        kterém kterému který kterých kterým kterými kteří ku kvůli lze mají mezi mi mimo mne \
        mnohem mnoho mnou mně moc mohl mohla mohli mohou mohu moje moji mojí možná možné mu \
        musel muset musí musíme my má málo mám máme máte máš mé mí mít mých mým mě měl měla měli \
        mělo měly můj může můžeme můžete můžeš na nad nade nadále naposled naproti například \
        napříč navíc naše našeho našem naši našich našim naší ne nebo neboť nebyl nebyla nebylo \
        nechce nej nejen nejsou nejčastěji nelze nemají nemohl nemohou nemá nemůže není než ni \
        nic nich nijak nikam nikde nikdo nikdy nikoho nikomu nimi ničeho ničem ničemu no nový \
        nyní nám námi nás náš ného ní ním něco něho nějak nějaká nějaké nějakého nějaký někam \
        někde někdo někdy několik několika některá některé některý některých někteří němu o ob \
        oba obou obě od ode ohledem ohledně okolo on ona oni ono ony opět osm ostatní ostatně \
        ovšem pak po pod podle podobně pokud pomocí potom pouze pozdě pořád pro prostě proti \
        proto protože proč první prvních prvního právě prý pět před přede především předtím přes \
        přese přesto přestože při přitom přičemž příliš q r raději rovněž rád ráda s sama sami \
        samo samotný samé se sebe sebou sedm si sice skoro skrz skutečně slova snad sotva spolu \
        spíš spíše sta stačí stejně stále svou svá své svého svém svému svých svým svými svůj \
        sám ta tady tak taková takové takový takových takto taky takzvaný také takřka takže tam \
        tamhle tato tebe tebou tedy tehdy ten tento teď ti tisíc to tobě tohle toho tohoto tom \
        tomto tomu tomuto totiž toto tou touto trochu trošku tu tudíž tuto tvoje tvá tvé tvých \
        tvůj ty tyto té téhož téměř této tím tímto týž tě těch těchto těm těmi třeba tři u \
        uprostřed určitě uvnitř už v vaše vašeho vaši vašich ve vedle velmi vlastně vy vám vámi \
        vás váš víc více včera však vše všechen všechna všechno všechny všeho všem všemi všichni \
        všude vůbec vůči vždy vždycky vždyť z za zase zatím zatímco zcela zda zde ze zejména \
        zpravidla zpět zároveň zítra zřejmě čem čemu či čtyři čí čím řekl řekla říká šest že \
        žádná žádné žádného žádný",
    titles: "Mgr Bc Ing RNDr PhDr JUDr MUDr MVDr PaedDr ThDr doc Doc prof Prof CSc DrSc gen Gen \
        plk Plk kpt Kpt por Por mjr Mjr npor sv Sv P pí p např Např tzv Tzv tj Tj mj Mj resp \
        Resp event vč zejm srov Srov viz tzn Tzn ul Ul nám Nám tř nábř čs zvl arch",
    numbered: "č Č čl Čl str Str s S obr Obr tab Tab odst Odst písm kap Kap sv Sv roč Roč čís \
        Čís par ř tel Tel led únor břez dub květ červ čce srp září říj list pros ca cca Cca max \
        min přibl asi vyd díl pozn Pozn příl Příl ods sb",
    abbreviations: "atd apod aj n.l př.n.l o.s a.s s.r.o spol tis mil mld Kč hal h hod min sek r \
        stol st zn angl něm franc lat řec rus pol slov č.p č.j kr ok okr obch j.č záp vých sev \
        již m.j p.n.l t.č t.r b.r red Red přel vyd ed ibid mn ks ad Ltd Inc Co v.r",
    personal: "já mě mne mně mi mnou můj moje má mé mého mému mém mým mou moji mojí mých mými ty \
        tě tebe tobě ti tebou tvůj tvoje tvá tvé tvého tvému tvém tvým tvou tvoji tvojí tvých \
        tvými váš vaše vaši vašeho vašemu vašem vaším vaší vašich vašim vašimi vám vás vámi",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "on ona ono oni ony jeho její jejich ale však avšak také navíc proto potom pak \
            přesto nicméně tedy tudíž nebo ovšem",
        joints: "",
        courtesies: "děkuji|děkujeme|dobrý den|dobrý večer|dobré ráno|dobrou noc|vítejte|\
            na shledanou|dámy a pánové|vážení",
        notices: "klikněte zde|všechna práva vyhrazena|čtěte také|číst dále|přečtěte si také|\
            sledujte nás|přihlaste se|ochrana osobních údajů|obchodní podmínky|sdílet",
        captions: "obrázek|obrázky|obr|tabulka|tabulky|tab|graf|foto|zdroj",
        pictures: "vlevo|vpravo|nahoře|dole|uprostřed|na snímku",
        reporters: "zpravodaj|zpravodajka|redaktor|redaktorka",
        contents: "obsah|seznam obrázků|seznam tabulek|seznam zkratek",
        abstracts: "abstrakt|anotace|souhrn|shrnutí",
        keywords: "klíčová slova",
        references: "literatura|použitá literatura|seznam literatury|reference|zdroje|poznámky|\
            externí odkazy|související články|odkazy",
        acknowledgements: "poděkování|financování|střet zájmů|o autorovi|o autorce|věnování",
    },
};
