//! Italian.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static ITALIAN: Language = Language {
    code: "it",
    name: "Italian",
    iso639_3: "ita",
    stemmer: Some(Stemming::Snowball(Algorithm::Italian)),
    stopwords: "a abbastanza abbia abbiamo abbiano ad adesso affinché agli ai al alcuna alcune \
        alcuni alcuno alla alle allo allora almeno altra altre altri altro ambedue anche ancora \
        andare andato anzi appena assai attraverso avendo avere avesse avessero avete aveva \
        avevamo avevano avevo avranno avrebbe avrebbero avrei avremo avrà avrò avuto b benché bene \
        bensì c ce certa certe certi certo che chi ci ciascuna ciascuno cinque cioè circa ciò coi \
        col come comunque con contro cosa così cui d da dagli dai dal dalla dalle dallo dare \
        davanti davvero debba degli dei del della delle dello dentro detto deve devo devono di \
        dice diceva dico dicono dieci dietro dire disse diverse diversi dobbiamo domani dopo dove \
        dovere doveva dovevano dovranno dovrebbe dovrebbero dovrà dovuto due dunque durante dà e \
        ebbe ebbero ecc eccetto ecco ed egli ella entrambi entro eppure era erano eravamo eri ero \
        essa esse essendo essere essi esso etc f fa facciamo faccio facendo faceva fanno fare farà \
        fatta fatto fece finché forse fosse fossero fra fu fui fuori furono g giacché già gli \
        glielo h ha hai hanno ho i ieri il in infatti infine inoltre insieme intanto invece io j k \
        l la le lei li lo lontano loro lui lungo là lì m ma mai male malgrado me mediante meno \
        mentre mi mia mie miei mio molta molte molti molto n ne neanche negli nei nel nella nelle \
        nello nemmeno neppure nessun nessuna nessuno niente no noi non nonostante nostra nostre \
        nostri nostro nove nulla né o od oggi ogni ognuno oltre oppure ora ormai ossia otto ovvero \
        p parecchi particolarmente per perché perciò pertanto però piuttosto più po poca poche \
        pochi poco poi poiché possa possano possiamo posso possono potere poteva potevano potranno \
        potrebbe potrebbero potrà potuto presso prima prime primi primo propri propria proprie \
        proprio puoi può q qua qual qualche qualcosa qualcuno quale quali qualsiasi qualunque \
        quando quanta quante quanti quanto quasi quattro quegli quei quel quella quelle quelli \
        quello questa queste questi questo qui quindi r s salvo saranno sarebbe sarebbero sarei \
        saremo sarà sarò se sebbene seconda secondo sei sempre senza sette si sia siamo siano \
        siccome siete solo soltanto sono sopra soprattutto sotto spesso sta stanno stare stata \
        state stati stato stava stessa stesse stessi stesso sto su sua subito sue sugli sui sul \
        sulla sulle sullo suo suoi sé sì t tale tali tanta tante tanti tanto te terza terzo ti tra \
        tramite tranne tre troppo tu tua tue tuo tuoi tutta tuttavia tutte tutti tutto u un una \
        uno v va vado vanno vari varie ve vengono venire venne venuto verso vi via vicino viene \
        vogliamo voglio vogliono voi volere voleva volevano volta volte voluto vorrebbe vorrei \
        vostra vostre vostri vostro vuoi vuole w x y z è",
    titles: "Sig Sigg Sig.ra Sig.na Sig.re sig sigg sig.ra sig.na Dott Dott.ssa Dott.ri dott \
        dott.ssa Dr Dr.ssa dr Prof Prof.ssa Proff prof prof.ssa Avv avv Ing ing Arch arch Geom \
        geom Rag rag On on Sen sen Gen gen Col Ten Magg Cap Amm Brig Mons mons Card card Rev Egr \
        Spett Gent.mo Gent.ma Gent Ill.mo Ill Cav Comm Uff Pres SS N.H p.es P.es es Es cfr Cfr cf \
        Cf vs i.e c.d cosidd ca Ca circ Ch.mo",
    numbered: "n nn N nr Nr num Num pag pagg Pag p pp vol Vol voll fig Fig figg Figg art Art artt \
        Artt cap capp co par parr Par sez Sez sezz sec secc Sec lett tab Tab tabb tav Tav tavv \
        genn febb feb mar apr mag giu lug sett ott nov dic Genn Febb Feb Apr Mag Giu Lug Sett Ott \
        Nov Dic tel Tel fasc Fasc op reg Reg eq Eq rif Rif civ prot Prot all All D.L D.Lgs D.P.R \
        lib",
    abbreviations: "S.p.A S.P.A S.p.a s.p.a S.r.l S.R.L s.r.l S.n.c s.n.c S.a.s s.a.s S.A Soc soc \
        Coop coop Ltd Inc Corp Co Bros V.le P.zza P.za C.so L.go Str str Ist ist Univ univ Dip dip \
        Fac ed Ed edd Edd trad Trad ibid Ibid op.cit loc.cit cit a.C d.C a.m p.m min max mq ab \
        abit prov Prov loc fraz N.B P.S Ph.D jr Jr U.S.A U.S U.E O.N.U sgg ss seg segg s.d s.l s.n \
        lat gr fr ingl ted sp agg masch femm sing plur pron prep mitt dest gent racc Racc ass Ass \
        Min Dir dir Bibl Riv Boll Acc",
    personal: "io me mi mio mia miei mie tu te ti tuo tua tuoi tue voi vi vostro vostra vostri \
        vostre m'ha m'hanno m'hai t'ho t'ha t'hanno",
    elisions: "l un dell all dall nell sull coll d c m t s v n gl quell quest bell ognun nessun \
        ciascun alcun qualcun tutt anch neanch com cos dov quand quant",
    ordinal_period: false,
    signs: Signs {
        openings: "lui lei loro egli ella essi esse suo sua suoi sue ma e però anche inoltre \
            così quindi poi dunque tuttavia perciò infatti eppure né o",
        joints: "e ma perché quindi allora poi quando",
        courtesies: "grazie mille|grazie a tutti|grazie per|molte grazie|tante grazie|buongiorno|\
            buonasera|buonanotte|arrivederci|benvenuto|benvenuta|benvenuti|signore e signori|\
            buona giornata|buona serata",
        notices: "clicca qui|tutti i diritti riservati|leggi anche|leggi tutto|continua a \
            leggere|iscriviti|abbonati|seguici|informativa sulla privacy|termini di utilizzo|\
            guarda il video|condividi",
        captions: "figura|figure|fig|tabella|tabelle|tab|grafico|riquadro|foto|immagine|\
            didascalia|fonte|sopra|sotto",
        pictures: "a sinistra|a destra|sinistra|destra|in alto|in basso|al centro|nella foto",
        reporters: "corrispondente|inviato|inviata",
        contents: "indice|sommario|indice delle figure|indice delle tabelle",
        abstracts: "riassunto|abstract|sintesi",
        keywords: "parole chiave",
        references: "riferimenti|riferimenti bibliografici|bibliografia|collegamenti esterni|\
            voci correlate|note|letteratura",
        acknowledgements: "ringraziamenti|ringraziamento|finanziamento|finanziamenti|conflitto \
            di interessi|conflitti di interesse|contributi degli autori|l'autore|dedica|\
            informazioni su *|contatti|contatti stampa|ufficio stampa",
    },
};
