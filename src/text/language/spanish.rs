//! Spanish.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static SPANISH: Language = Language {
    code: "es",
    name: "Spanish",
    iso639_3: "spa",
    stemmer: Some(Stemming::Snowball(Algorithm::Spanish)),
    stopwords: "a acaso actualmente acá además adonde ahora ahí al algo alguien alguna algunas \
        alguno algunos algún allá allí alrededor ambas ambos ante antes apenas aquel aquella \
        aquellas aquello aquellos aquí así aunque ayer aún b bajo bastante bien c cada casi cerca \
        cierta ciertas cierto ciertos cinco como con conmigo conque consigo contigo contra cual \
        cuales cualquier cualquiera cuando cuanta cuantas cuanto cuantos cuatro cuya cuyas cuyo \
        cuyos cuál cuáles cuándo cuánto cuántos cómo d da dan dar de debajo debe debemos deben \
        deber deberá deberán debería deberían debo debía decir decía del delante demasiado demás \
        dentro desde después detrás dice dicen dicho diciendo diez digo dijeron dijo dio donde dos \
        durante dónde e el ella ellas ello ellos embargo en encima entonces entre era eran eras \
        eres es esa esas ese eso esos especialmente esta estaba estaban estado estamos estando \
        estar estará estarán estas este esto estos estoy estuvieron estuvo está están estás esté \
        estén etc excepto f finalmente fue fuera fueran fueron fuese fui fuimos g generalmente h \
        ha haber habido habiendo habrá habrán habría habrían había habían hace hacen hacer hacia \
        haciendo hacía haga hago han hará haría has hasta hay haya hayan he hecho hemos hicieron \
        hizo hoy hubiera hubieran hubiese hubo i iba iban incluso ir j jamás k l la las le lejos \
        les lo los luego m mal mas mañana me mediante menos mi mientras mis misma mismas mismo \
        mismos mucha muchas mucho muchos muy más mí mía mías mío míos n nada nadie ni ninguna \
        ninguno ningún no normalmente nos nosotras nosotros nuestra nuestras nuestro nuestros \
        nueve nunca o obstante ocho os otra otras otro otros p para pero poca pocas poco pocos \
        podemos poder podrá podrán podría podrían podía podían por porque porqué primer primera \
        primeras primero primeros principalmente propia propias propio propios pudieron pudo pueda \
        puedan puede pueden puedes puedo pues q que querer quería quien quienes quiere quieren \
        quiero quizá quizás quién quiénes qué r realmente s sabe saber salvo se sea sean segunda \
        segundo según seis ser será serán sería serían si sido siempre siendo siete sin sino sobre \
        sobretodo solamente solo somos son soy sr sra su sus suya suyas suyo suyos sé sí sólo t \
        tal tales también tampoco tanta tantas tanto tantos te tendrá tendrán tendría tenemos \
        tener tenga tengan tengo tenido teniendo tenía tenían tercer tercera tercero ti tiene \
        tienen tienes toda todas todavía todo todos tras través tres tu tus tuvieron tuvo tuya \
        tuyo tú u un una unas unos usted ustedes v va vamos van varias varios vas vaya veces ver \
        vez vosotros voy vuestra vuestro w x y ya yendo yo z él éramos ésta éstas éste éstos \
        únicamente",
    titles: "Sr Sra Sres Sras Srta Srtas Dña Dr Dra Dres Dras Prof Profa Lic Licda Ing Arq Gral \
        Cnel Tte Sgto Cap Cmdte Alm Pbro Mons Rvdo Rvda Rev Hno Hna ing arq lic Sto Sta Fr Excmo Excma Ilmo \
        Ilma Fco Magfco EE JJ RR sr sra dr dra prof p.ej P.ej p.e i.e e.g cf Cf cfr Cfr vs aprox \
        Aprox esp incl Ldo Lda Lcdo Lcda Ntra Vda Dn Dª D.ª",
    numbered: "núm núms Núm Núms num nro Nro N.º n nn p pp pág págs Pág Págs pag vol Vol vols fig \
        Fig figs Figs art Art arts Arts cap caps párr párrs Párr secc Secc apdo Apdo inc incs lám \
        tít Tít lib ene febr feb abr jun jul ago sep sept oct nov dic Ene Feb Abr Jun Jul Ago Sep \
        Sept Oct Nov Dic tel Tel tels tfno Tfno teléf Teléf ext Ext exp Exp fol op cuad ej Ej eq Eq",
    abbreviations: "Cía Cia S.A S.L S.A.S S.A.C S.A.U S.R.L C.V R.L Ltda Ltd Inc Corp Co Hnos Bros \
        Av Avda Pza Plza Ctra Urb Dpto Depto dpto depto izq izda dcha prov Prov Univ univ Inst Fac \
        ed Ed eds Eds edit trad Trad coord coords Coord comp ibíd ibid Ibid Ibíd íd op.cit loc.cit \
        cit a.C d.C J.C a.m p.m A.M P.M Ph.D Jr jr Ud Uds Vd Vds máx mín min seg hab pta ptas pts \
        adj adv sust masc fem sing pl D.F N.B P.D P.S q.e.p.d Bs.As Bs s.f s.a ss sig sigs gob Gob \
        gral admón Admón Bco Edo Edif Col EE.UU UU FF.AA RR.HH JJ.OO CC.OO AA HH OO U.E U.S hist \
        geogr mat fís quím biol lat gr fr ingl ital cat gall port Bol Acad Soc Asoc Dir dir",
    personal: "yo me mí mi mis mío mía míos mías conmigo tú te ti tu tus tuyo tuya tuyos tuyas \
        contigo usted ustedes vos vosotros vosotras os vuestro vuestra vuestros vuestras",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "él ella ellos ellas su sus pero y también además así entonces luego pues \
            aunque asimismo tampoco o",
        joints: "y pero porque entonces pues cuando así",
        courtesies: "muchas gracias|gracias por|gracias a todos|buenos días|buenas tardes|buenas \
            noches|hasta luego|hasta mañana|bienvenido|bienvenida|bienvenidos|señoras y señores|\
            adiós",
        notices: "haga clic aquí|haz clic aquí|todos los derechos reservados|lea también|lee \
            también|leer más|lea más|suscríbase|suscríbete|síguenos|síganos|política de \
            privacidad|términos de uso|ver vídeo|ver video|compartir este artículo",
        captions: "figura|figuras|fig|tabla|tablas|cuadro|gráfico|recuadro|foto|fotos|imagen|\
            fuente|crédito|arriba|abajo|izquierda|derecha",
        pictures: "izquierda|derecha|a la izquierda|a la derecha|arriba|abajo|en el centro|\
            centro|izda|dcha|en la foto|en la imagen",
        reporters: "corresponsal|enviado especial|enviada especial",
        contents: "índice|contenido|contenidos|tabla de contenidos|índice de figuras|índice de \
            tablas",
        abstracts: "resumen|resumen ejecutivo|abstract",
        keywords: "palabras clave|palabras claves|descriptores",
        references: "referencias|referencias bibliográficas|bibliografía|obras citadas|enlaces \
            externos|véase también|notas y referencias|lecturas adicionales",
        acknowledgements: "agradecimientos|agradecimiento|financiación|financiamiento|conflicto \
            de intereses|conflictos de intereses|contribuciones de los autores|sobre el autor|\
            sobre la autora|dedicatoria|\
            acerca de *|sobre *|contacto|contacto de prensa|contactos",
    },
};
