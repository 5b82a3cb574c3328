//! French.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static FRENCH: Language = Language {
    code: "fr",
    name: "French",
    iso639_3: "fra",
    stemmer: Some(Stemming::Snowball(Algorithm::French)),
    stopwords: "a abord afin ah ai aie aient aies ailleurs ainsi ait allaient allait aller allez \
        allons alors après as assez au aucun aucune aujourd'hui auquel aura aurai auraient aurais \
        aurait auras aurez aurions aurons auront aussi autant autre autres autrui aux auxquelles \
        auxquels avaient avais avait avant avec avez aviez avions avoir avons ayant ayez ayons b \
        bah beaucoup ben bien bientôt bon bonjour c car cas ce ceci cela celle celle-ci celle-là \
        celles celles-ci celui celui-ci celui-là cependant certain certaine certaines certains ces \
        cet cette ceux ceux-ci ceux-là chacun chacune chaque chez cinq combien comme comment \
        contre d dans de dedans dehors demain depuis derrière des desquelles desquels dessous \
        dessus deux deuxième devaient devait devant devez devoir devons devra devraient devrait \
        devront dire dis disaient disait disent dit dix dois doit doivent donc dont du duquel \
        durant dès déjà dû e eh elle elle-même elles elles-mêmes en encore enfin ensuite entre \
        envers environ es est est-ce est-il est-à-dire et etc eu euh eurent eus eut eux eux-mêmes \
        eût f faire fais faisait faisons fait faite faites faits fallait faudra faudrait faut fera \
        ferait feront fois font furent fus fut fûmes fût g grâce h hier hors huit i ici il ils ira \
        iront j jamais je jusque k l la laquelle le lequel les lesquelles lesquels leur leurs loin \
        longtemps lors lorsque lui lui-même là là-bas m ma maintenant mais mal malgré me merci mes \
        met mettre mien mienne miennes miens mis mlle mme moi moi-même moins mon même mêmes n ne \
        neuf ni non nos notamment notre nous nul nulle néanmoins nôtre o oh on ont or ou ouais oui \
        outre où p par parce parfois parmi partout pas pendant personne peu peut peut-être peuvent \
        peux plus plusieurs plutôt pour pourquoi pourra pourraient pourrait pourront pourtant \
        pouvaient pouvait pouvez pouvoir pouvons premier premiers première premières prend prendre \
        presque pris près pu puis puisque puisse q qu quand quasi quatre que quel quelle quelles \
        quelqu'un quelqu'une quelque quelques quelques-unes quelques-uns quels qui quiconque quoi \
        quoique r rien s sa sais sait sans sauf savent savez savoir savons se second seconde selon \
        sept sera serai seraient serais serait seras serez serions serons seront ses seul seule \
        seulement seules seuls si sien sienne sinon six soi soi-même soient sois soit sommes son \
        sont sous souvent soyez soyons suis sur surtout t ta tandis tant tard te tel telle \
        tellement telles tels tes tien tienne toi ton toujours tous tout toute toutefois toutes \
        trois troisième trop très tu tôt u un une v va vais venir venu vers veulent veut veux via \
        viennent vient voici voilà vont vos votre voudrait voulaient voulait voulez vouloir \
        voulons voulu vous vraiment vôtre w x y z zéro à ça également étaient étais était étant \
        étiez étions été êtes être",
    titles: "M MM Mme Mmes Mlle Mlles Mgr Me Dr Drs Pr Prs Prof Gén Cdt Cne Cpt Lt Sgt Adj Brig \
        Vve St Ste Sts Stes R.P S.M S.A.R S.E S.Exc c.-à-d C.-à-d c.à.d càd p.ex P.ex cf Cf env vs \
        i.e dir Dir Amb",
    numbered: "no No p pp pag Vol fig Fig figs Art chap Chap ch al éq eq Eq tabl Tabl pl Pl sect \
        Sect janv févr fév avr juil oct nov déc Janv Févr Avr Juil Oct Nov Déc tél Tél Tel fol ff \
        suppl Suppl réf Réf réfs cah livr liv fasc op num Num art arts \
        juill Juill sept Sept",
    abbreviations: "Cie Sté Ets Éts Étabts S.A S.A.R.L S.A.S S.N.C S.C.I Ltd Inc Corp Co Bros Jr \
        jr av Av Ave bd Bd boul Boul blvd Blvd rte Rte fbg Fbg éd Éd éds édit Édit coll Coll trad \
        Trad introd préf rééd ibid Ibid op.cit loc.cit cit s.d s.l s.v N.B P.-S P.S N.D.L.R Ph.D \
        J.-C apr min hab dép dépt arr arrt circ hist géogr gramm math phys chim biol méd litt fém \
        masc plur sing adj adv max moy nb qq qqn qqch auj anc mss Univ univ Inst Dépt Min É.-U \
        E.-U O.N.U U.E U.R.S.S U.S.A U.S U.K s.v.p S.V.P R.S.V.P R.-V Hist Rev Bull Mém Acad Soc \
        comm Comm gouv secr resp lat gr angl allem ital esp russ pron prép subst spp",
    personal: "je j me moi mon ma mes mien mienne miens miennes moi-même m'a m'ai m'as m'avait \
        m'avaient m'ont m'est m'était m'en m'y m'aime m'aider m'appelle tu te toi ton ta tes tien \
        tienne tiennes toi-même t'a t'ai t'as t'es t'est t'en t'y t'aime t'avais t'étais vous \
        votre vos vôtre vôtres vous-même",
    elisions: "l d j m t s c n qu jusqu lorsqu puisqu quoiqu",
    ordinal_period: false,
    signs: Signs {
        openings: "il elle ils elles lui son sa ses leur leurs mais et cependant toutefois aussi \
            puis donc ainsi enfin or car pourtant néanmoins ensuite alors celui-ci celle-ci \
            ceux-ci celles-ci",
        joints: "et mais donc parce alors puis car quand",
        courtesies: "merci à|merci de|merci pour|merci beaucoup|merci bien|bonjour|bonsoir|au \
            revoir|bonne soirée|bonne journée|bonne nuit|bienvenue|mesdames et messieurs",
        notices: "cliquez ici|tous droits réservés|lire aussi|lire la suite|à lire aussi|\
            abonnez-vous|inscrivez-vous|suivez-nous|mentions légales|politique de \
            confidentialité|partagez cet article|voir la vidéo|regardez la vidéo|en savoir plus",
        captions: "figure|figures|fig|tableau|tableaux|encadré|graphique|photo|photos|image|\
            légende|source|crédit|ci-dessus|ci-dessous|ci-contre",
        pictures: "à gauche|à droite|gauche|droite|au centre|ci-dessus|ci-dessous|photo",
        reporters: "envoyé spécial|envoyée spéciale|correspondant|correspondante",
        contents: "sommaire|table des matières|liste des figures|liste des tableaux|liste des \
            abréviations",
        abstracts: "résumé|abstract|synthèse",
        keywords: "mots-clés|mots clés",
        references: "références|références bibliographiques|bibliographie|littérature|ouvrages \
            cités|liens externes|voir aussi|notes et références|pour aller plus loin",
        acknowledgements: "remerciements|financement|conflits d'intérêts|conflit d'intérêts|\
            déclaration d'intérêts|contributions des auteurs|à propos de l'auteur|dédicace|\
            à propos de *|à propos d'*|à propos du *|contact presse|contacts presse|contact|contacts",
    },
};
