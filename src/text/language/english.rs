//! English.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static ENGLISH: Language = Language {
    code: "en",
    name: "English",
    iso639_3: "eng",
    stemmer: Some(Stemming::Snowball(Algorithm::English)),
    stopwords: "a able about above according accordingly across actually after afterwards again \
        against ago ah aha ain't all allow allowed allows almost alone along already also although \
        always am amid among amongst an and another any anybody anyhow anymore anyone anything \
        anyway anyways anywhere apart apparently appear appeared appears are aren't around as \
        aside ask asked at available away b be became because become becomes becoming been before \
        beforehand behind being believe below beside besides best better between beyond both but \
        by c came can can't cannot certain certainly clearly come comes coming concerning \
        consequently consider considered considering considers contain contains corresponding \
        could could've couldn't currently d definitely describe described describes despite did \
        didn't different do does doesn't doing don't done down downwards due during e e.g each eg \
        eh eight either else elsewhere enough entirely er erm especially et etc even eventually \
        ever every everybody everyone everything everywhere exactly example except f fairly far \
        few fewer find first firstly five followed following follows for former formerly forth \
        four from further furthermore g gave generally get gets getting give given gives giving go \
        goes going gone gonna got gotta h had hadn't haha hardly has hasn't have haven't having he \
        he'd he'll he's hello hence her here here's hereafter herein hers herself hey hi him \
        himself his hm hmm how how's however huh i i'd i'll i'm i've i.e ie if immediately in \
        inasmuch include included includes including indeed indicate indicated indicates inside \
        insofar instead into is isn't it it'd it'll it's its itself j just k keep keeps kept know \
        known knows l largely last lately later latter least less lest let let's like liked likely \
        likewise little look looked lot lots m made mainly make makes making many may maybe me \
        mean means meanwhile merely mhm might mightn't mine mm mm-hm mm-hmm mmm more moreover most \
        mostly mr mrs ms much must mustn't my myself n namely near nearly necessarily necessary \
        need needed needn't needs neither never nevertheless next nine no nobody non none \
        nonetheless nope nor normally not nothing notwithstanding now nowadays nowhere o obviously \
        of off often oh ok okay on once one one's ones only onto or other others otherwise ought \
        oughtn't our ours ourselves out outside over overall own p particular particularly partly \
        per perhaps please plus possible possibly presumably previous previously probably q quite \
        r rather re really recently regarding regardless relatively respectively roughly s said \
        same saw say saying says second secondly see seeing seem seemed seeming seems seen seven \
        several shall shan't she she'd she'll she's should should've shouldn't showed shown shows \
        similar similarly simply since six slightly so some somebody somehow someone something \
        sometimes somewhat somewhere soon still subsequently such sure t take taken takes tell \
        telling tells ten tend tends than thank thanks that that'll that's the their theirs them \
        themselves then thence there there'll there's thereafter thereby therefore therein thereof \
        thereupon these they they'd they'll they're they've thing things think third this those \
        though three through throughout thus till to together told too took toward towards tried \
        tries truly try trying twice two typically u ugh uh uh-huh ultimately um under underneath \
        unfortunately unless unlike unlikely until unto up upon us use used uses using usually v \
        various versus very via viz vs w wanna want wanted wants was wasn't way ways we we'd we'll \
        we're we've well went were weren't what what'll what's whatever when when's whence \
        whenever where where's whereafter whereas whereby wherein whereupon wherever whether which \
        whichever while whilst who who'd who'll who's whoever whom whomever whose why why's will \
        with within without won't would would've wouldn't wow x y yeah yep yes yet you you'd \
        you'll you're you've your yours yourself yourselves yup z",
    titles: "Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Gen Gens Maj Lt Lts Lieut Col \
        Cols Capt Capts Cmdr Comdr Cdr Cpl Pvt Pfc Pte Sgt Adm Brig Sen Sens Rep Reps Gov Govs \
        Pres Rev Revd Fr Hon Rt Ven Supt Insp Det Amb Atty Asst Cllr Ald Msgr hon Bp Abp Mt Ft Ste Spc \
        Treas Sra Srta Hr e.g i.e E.g I.e eg ie cf Cf c.f vs viz Viz approx Approx esp incl excl ca a.k.a \
        A.K.A",
    numbered: "No Nos no nos p pp pg pgs Pg vol vols Vol Vols Fig fig Figs figs Eq Eqs eq eqs Eqn Eqns \
        eqn Sec Secs Sect sect Ch Chs ch chs Chap Chaps chap Art para paras Para Paras Pt Bk bk \
        Thm Exh ser iss Iss Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Amend Appx Nr nr ll \
        nn fol fols ver Ver Ref Refs Tel tel Ext ext Apt Rm Op op Cl cl Regs reg Reg arts Sess Cong Rs Suppl \
        suppl Supp fn",
    abbreviations: "Inc Corp Ltd Co Cos Bros Plc plc Pty Assn Assoc Dept dept Depts Univ Inst Acad \
        Jr Sr Esq Ph.D M.Phil D.Phil M.D B.A M.A B.S M.S B.Sc M.Sc LL.B LL.M LL.D M.B.A J.D D.D.S \
        R.N M.P Q.C K.C M.Eng B.Eng M.Ed Ed.D B.Ed U.S U.K U.N E.U U.S.A U.S.S.R U.A.E D.C L.A N.Y \
        N.J N.C S.C N.H N.M N.D S.D W.Va R.I B.C A.D B.C.E C.E a.m p.m A.M P.M deg L.L.C \
        L.P L.L.P C.E.O St Sts Ave Aves Blvd Rd Rds Hwy Pkwy Pl Ln Ct Terr Bldg Ala Ariz Calif \
        Colo Conn Del Fla Ga Kan Ky Md Mich Minn Mont Neb Nev Okla Penn Tenn Tex Va Vt Wis Wyo Ont \
        Que Alta Sask Mon Tue Tues Wed Weds Thu Thur Thurs Fri ft oz lb lbs yd yds hr hrs min mins \
        sec secs msec sq cu gal gals pt pts qt qts tsp tbsp doz avg max est Est misc orig ed eds \
        Ed Eds repr govt Govt intl Intl natl Natl al ibid Ibid op.cit loc.cit N.B n.b P.S p.s \
        R.S.V.P R.I.P resp Proc Sci Int Conf Symp Phys Lett Chem Biol Soc Dist Mgr mgr Mfg Mfr wt \
        ht spp subsp ssp Mass Pa Ill Ark Ore Wash Ind Phila \
        Pub Stat Cir Auth Rptr Constr Civ Crim Evid cmt",
    personal: "i me my mine myself you your yours yourself i'm i've i'd i'll you're you've you'll \
        you'd",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "he she it they his her its their him them but however also moreover \
            furthermore and so then thus therefore instead meanwhile still yet nor or hence \
            nevertheless nonetheless additionally similarly consequently besides yes",
        joints: "and so but because then now okay well which when if",
        courtesies: "thank you|thanks to you|thanks for|many thanks|good morning|good afternoon|\
            good evening|good night|welcome to|welcome back|ladies and gentlemen|goodbye|see you",
        notices: "click here|tap here|all rights reserved|see accompanying notes|read more|read also|also read|see also|read next|sign up|\
            subscribe|scroll down|follow us|copyright ©|copyright (c)|copyright 20|©|privacy policy|visit site|view comments|\
            share this|related articles|related stories|watch the video|story continues below|\
            download the app|this page was last|skip to|back to top",
        captions: "figure|figures|fig|figs|table|tables|chart|box|plate|exhibit|photo|photos|\
            picture|pictured|image|caption|above|below|left|right|source|credit|photo credit|additional file|additional files|supplementary figure|\
            supplementary table",
        pictures: "left|right|above|below|centre|center|middle|pictured|shown|inset|far left|far right|\
            second left|second right|above left|above right|below left|below right|pictured above|\
            pictured below|pictured left|pictured right|pictured centre|pictured center|pictured here|\
            pictured with|pictured in|pictured at|pictured on|pictured together|file photo|file picture|\
            stock image|stock photo|scroll down for video|scroll down for videos|scroll down for photos|\
            scroll down for pictures|, left,|, right,|, far left,|, far right,|, second left,|\
            , second right,|, pictured,",
        reporters: "reporter|correspondent",
        contents: "contents|table of contents|list of figures|list of tables|list of \
            abbreviations|list of symbols|nomenclature",
        abstracts: "abstract|summary|executive summary",
        keywords: "keywords|key words|index terms|key terms",
        references: "references|reference list|bibliography|works cited|literature cited|\
            literature|further reading|external links|see also|footnotes|endnotes|notes and \
            references",
        acknowledgements: "acknowledgements|acknowledgments|acknowledgement|acknowledgment|\
            funding|author contributions|author contribution|authors' contributions|authors' contribution|\
            additional files|additional file|supplementary material|supplementary materials|\
            supplementary information|supplementary data|supporting information|electronic \
            supplementary material|competing interests|competing interest|conflict of \
            interest|conflicts of interest|declaration of interest|declaration of competing \
            interest|data availability|availability of data and materials|availability of supporting \
            data|ethics approval and consent to participate|ethics statement|consent for publication|\
            about the author|about the authors|dedication|\
            about *|forward-looking statements|forward looking statements|forward-looking statement|\
            cautionary statement|cautionary note regarding forward-looking statements|\
            cautionary statement regarding forward-looking statements|safe harbor statement|safe harbor|\
            conference call|conference call information|conference call details|\
            conference call and webcast|webcast and conference call|media contact|media contacts|\
            press contact|press contacts|investor contact|investor contacts|contact|contacts|\
            contact information|notes to editors|note to editors|\
            license|licence|contributing|code of conduct",
    },
};
