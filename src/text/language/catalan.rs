//! Catalan.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static CATALAN: Language = Language {
    code: "ca",
    name: "Catalan",
    iso639_3: "cat",
    stemmer: None,
    stopwords: "a abans ahir així això al aleshores algun alguna algunes alguns alhora allà allí \
        allò almenys als altra altre altres amb ambdues ambdós anar anava ans aquell aquella \
        aquelles aquells aquest aquesta aquestes aquests aquí ara arran arreu aviat avui baix \
        bastant bé cada cal cap cas cinc com contra cosa coses d d'un d'una damunt darrer \
        darrera darrere davant de del dels demà des després deu dins dir diu doncs dos dues \
        durant e el ell ella elles ells els em en encara endemés enfront enlloc ens entorn entre \
        era eren esta estan estat estava està et etc etcètera excepte fa fan fer fet feta fins \
        fora força fos fossin gairebé gràcies ha hagi haguessin hagués hauran hauria haurien \
        haurà haver havia havien he hem heu hi ho i igual iguals inclòs ja jo l la les li \
        llavors lloc lluny llur llurs lo m mai malgrat massa mateix mateixa mateixes mateixos me \
        mentre menys mercès mes meu meus meva meves mig mitjançant molt molta moltes molts mon \
        més n na ni ningú no només nosaltres nostra nostre nostres nou o on pas pel pels per \
        perque perquè pertot però poc poca pocs podem poden podia podrà poques pot potser primer \
        primera prop prou pràcticament qual quals qualsevol quan quant quanta quantes quants \
        quasi quatre que quelcom qui quin quina quines quins què res s sa segon segona segons \
        sempre sense ser seran seria serà ses set seu seus seva seves si sigui siguin sigut sinó \
        sis sobre sobretot solament sols som son sota sou sovint sí sóc són t tal tals també \
        tampoc tan tanmateix tant tanta tantes tants te tenen tenia tenir teniu teu teus teva \
        teves tinc tot tota totes tothom tots tres tret té u un una unes uns us va vaig vam van \
        vas vau ve vegada vegades vers via vora vos vosaltres vostra vostre vostres vostè vuit \
        àdhuc és",
    titles: "Sr sr Sra sra Srta srta Dr dr Dra dra Prof prof D Na Mn mn Sts St Sta Pg pg Av av C \
        c Pl pl Gen gen Cap Excm Excma Il·lm p.ex P.ex ex cf Cf vid Vid arq eng lic",
    numbered: "núm Núm n pàg Pàg p pp fig Fig taula art Art cap Cap vol Vol t ed Ed gen febr abr \
        juny jul ag set oct nov des tel Tel ap aprox Aprox màx mín km s",
    abbreviations: "etc a.C d.C aC dC S.A S.L S.A.U S.C.P EUA EE.UU ptes min seg h cat cast angl \
        fr al it lat gr trad N.B P.S a.m p.m dept depts ajunt ibíd op.cit coord coords Inc Ltd \
        Cia",
    personal: "jo em m me mi meu meva meus meves tu et t te teu teva teus teves vostè vostès \
        vosaltres us vós vostre vostra vostres",
    elisions: "l d s n m t qu",
    ordinal_period: false,
    signs: Signs {
        openings: "ell ella ells elles això aquest aquesta però tanmateix també a més així \
            llavors després doncs o per",
        joints: "",
        courtesies: "gràcies|moltes gràcies|bon dia|bona tarda|bona nit|benvinguts|benvingudes|\
            adéu|senyores i senyors|benvolguts",
        notices: "feu clic aquí|fes clic aquí|tots els drets reservats|llegiu també|\
            llegeix també|llegir més|llegeix més|subscriviu-vos|segueix-nos|\
            política de privacitat|comparteix",
        captions: "figura|figures|fig|taula|taules|gràfic|foto|fotografia|font",
        pictures: "esquerra|dreta|a dalt|a baix|al centre|a la imatge",
        reporters: "corresponsal|redacció",
        contents: "índex|taula de continguts|continguts|índex de figures|índex de taules|\
            abreviatures",
        abstracts: "resum|abstract",
        keywords: "paraules clau",
        references: "bibliografia|referències|notes|fonts|enllaços externs|vegeu també",
        acknowledgements: "agraïments|agraïment|finançament|conflicte d'interessos|\
            sobre l'autor|dedicatòria",
    },
};
