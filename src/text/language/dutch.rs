//! Dutch.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static DUTCH: Language = Language {
    code: "nl",
    name: "Dutch",
    iso639_3: "nld",
    stemmer: Some(Stemming::Snowball(Algorithm::Dutch)),
    stopwords: "a aan acht achter af al aldus alhoewel alle alleen allemaal allen alles als alsof \
        altijd ander andere anderen anders b behalve beide beiden ben beneden bent bij bijna bijv \
        bijvoorbeeld binnen bleef blijft blijven boven bovendien buiten bv c d d.w.z daar daarbij \
        daardoor daarentegen daarin daarmee daarna daarnaast daarom daaronder daarop daartegen \
        daarvan daarvoor dan dankzij dat de deden deed degene degenen den der derde dergelijke des \
        desondanks deze dezelfde die dit diverse doe doen doet door doordat drie durft dus e \
        echter een eens eerst eerste eigen eigenlijk elk elkaar elkaars elke en enige enkel enkele \
        enkelen enz er eraan erbij erdoor erg ergens erin ermee erop erover eruit ervan ervoor etc \
        even evenwel f g ga gaan gaat gaf gedaan gedurende geeft geen gegaan gegeven gehad gekomen \
        gekund gemaakt genoeg geven geweest gewoon geworden gezegd ging gingen gisteren h haar had \
        hadden hare heb hebben hebt heeft heel heen hem hen het hetzelfde hier hierbij hierdoor \
        hierin hiermee hierna hierop hiervan hiervoor hij hoe hoeft hoeveel hoeven hoewel hun i \
        ieder iedere iedereen iemand iets ik immers in indien inmiddels intussen is j ja je jegens \
        jezelf jij jou jouw juist jullie k kan kom komen komt kon konden kreeg krijgen krijgt kun \
        kunnen kunt kwam kwamen l laat langs laten later liet lieten m maak maakt maakte maakten \
        maar mag maken me mee meer meest meestal meeste men met mezelf mij mijn mijne minder minst \
        misschien mits mocht mochten moest moesten moet moeten mogelijk mogen morgen n na naar \
        naast nadat namelijk natuurlijk nee negen nergens niemand niet niets niks noch nog nooit \
        nu o o.a of ofwel om omdat omstreeks ondanks onder ongeveer onlangs ons onze ooit ook op \
        opnieuw over overal overigens p per q qua r reeds rond rondom ruim s samen sinds slechts \
        sommige sommigen soms staan staat steeds straks t te tegen ten tenzij ter terug terwijl \
        tevens tien tijdens toch toe toen tot totaal totdat tussen twee tweede u uit uiteindelijk \
        uw uwe v vaak van vanaf vandaag vanuit vanwege veel vele velen verder verschillende \
        vervolgens via vier vijf volgens voor vooral voordat voornamelijk vroeger w waar waarbij \
        waardoor waarin waarmee waarna waarom waaronder waarop waarschijnlijk waartoe waarvan \
        wanneer want waren was wat we weer wees weg wegens weinig wel welk welke wellicht werd \
        werden wezen wie wiens wij wil wilde wilden willen wilt word worden wordt wou x y z zal ze \
        zeer zeg zeggen zegt zei zeiden zeker zelf zes zeven zich zichzelf zien ziet zij zijn \
        zijnde zo zo'n zodat zodra zolang zonder zou zouden zoveel zowel zulk zulke zullen zult één",
    titles: "dhr Dhr mevr Mevr mw Mw mej Mej Dr dr Drs drs Prof prof Ir ir Ing ing Mr mr Ds ds Gen \
        Kol Kap Lt Maj Sgt St Jhr jhr jkvr Jkvr Mgr Bc wnd plv zgn zg bijv Bijv bv d.w.z D.w.z \
        m.a.w M.a.w m.b.t M.b.t m.b.v M.b.v t.a.v t.o.v T.o.v t.b.v i.v.m I.v.m i.p.v I.p.v m.u.v \
        n.a.v N.a.v d.m.v a.d.h.v o.a O.a o.b.v o.l.v i.o.m i.s.m i.t.t t.g.v a.g.v m.n c.q resp \
        incl Incl excl Excl vgl Vgl cf vs ca Ca ong plm i.h.b i.c e.g i.e Burg",
    numbered: "max min nr Nr nrs Nrs p pp pag Pag blz Blz bl vol Vol fig Fig figs afb Afb hfst \
        Hfst art Art par tab Tab dl dln Dl jrg Jrg afl Afl aant jan feb febr mrt apr jun jul aug \
        sep sept okt nov dec Jan Feb Febr Mrt Apr Jun Jul Aug Sep Sept Okt Nov Dec tel Tel nt",
    abbreviations: "N.V B.V V.O.F C.V Co Inc Ltd Corp Bros Gebr Cie str Str pl Mij Kon v.Chr n.Chr \
        Chr jr Jr sr Sr mln mld sec gem ibid Ibid red Red uitg vert hrsg a.u.b s.v.p z.o.z e.a e.v \
        ev dd a.s j.l jl l.l V.S U.S.A U.S E.U Ph.D M.A B.A M.Sc B.Sc eig lett gr fr du a.h.w \
        z.s.m n.v.t o.m op.cit m.i P.S N.B Univ Inst afd Afd gebr geb overl prov secr voorz adm \
        Adm mnd wk h.c S.A b.g.g",
    personal: "ik mij me mijn mijne mijzelf mezelf jij je jou jouw jouwe jezelf jullie u uw uwe \
        uzelf m'n",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "hij zij ze hun haar hen maar en ook echter bovendien dus toen daarom daarna \
            toch verder of daarnaast desondanks",
        joints: "en maar want dus dan omdat als",
        courtesies: "bedankt|dank u|dank je|goedemorgen|goedemiddag|goedenavond|welkom|tot ziens|\
            dames en heren",
        notices: "klik hier|alle rechten voorbehouden|lees ook|lees meer|lees verder|meld je aan|\
            abonneer|volg ons|privacybeleid|gebruiksvoorwaarden|bekijk de video|deel dit artikel",
        captions: "figuur|figuren|fig|tabel|tabellen|kader|grafiek|foto|afbeelding|bijschrift|\
            bron|boven|onder",
        pictures: "links|rechts|boven|onder|midden|op de foto",
        reporters: "correspondent|verslaggever",
        contents: "inhoud|inhoudsopgave|lijst van figuren|lijst van tabellen",
        abstracts: "samenvatting|abstract",
        keywords: "trefwoorden|sleutelwoorden",
        references: "referenties|literatuur|literatuurlijst|bibliografie|bronnen|externe links|\
            zie ook|voetnoten|bronnen, noten en/of referenties",
        acknowledgements: "dankwoord|dankbetuiging|financiering|belangenverstrengeling|over de \
            auteur|opgedragen aan|\
            over *|contact|perscontact",
    },
};
