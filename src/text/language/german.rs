//! German.
//!
//! The stopword list was written for this project, after the closed word classes of the language
//! (articles, pronouns, prepositions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs, Stemming};
use snowstem::Algorithm;

pub(super) static GERMAN: Language = Language {
    code: "de",
    name: "German",
    iso639_3: "deu",
    stemmer: Some(Stemming::Snowball(Algorithm::German)),
    stopwords: "a ab aber acht alle allem allen aller allerdings alles als also am an andere \
        anderem anderen anderer anderes anders ans anstatt auch auf aufgrund aus außer außerdem \
        außerhalb b bald bei beide beiden beider beim bereits besonders bevor bezüglich bin bis \
        bisher bist bspw bzw c ca d d.h da dabei dadurch dafür dagegen daher damit danach daneben \
        dann daran darauf daraus darf darin darum darunter darüber das dass dasselbe davon dazu \
        daß dein deine deinem deinen deiner deines dem den denen denn dennoch der deren derjenigen \
        derselbe des deshalb dessen deswegen dich die diejenigen dies diese dieselbe diesem diesen \
        dieser dieses dir doch dort drei dritte dritten dritter du durch durfte durften dürfen \
        dürfte e eben ein eine einem einen einer eines einige einigen einiger einmal eins entweder \
        er erst erste ersten erster es etc etwa etwas euch euer eure euren eurer evtl f falls fast \
        fünf für g gab ganz gar geben gegangen gegen gegenüber gehabt gehen geht gemacht gemäß \
        genau gesagt gewesen geworden ggf gibt ging h habe haben habt hast hat hatte hatten heute \
        hier hierbei hierzu hinter hätte hätten i ich ihm ihn ihnen ihr ihre ihrem ihren ihrer \
        ihres im immer in indem inkl innerhalb ins ist j ja je jede jedem jeden jeder jedes jedoch \
        jemand jene jenem jenen jener jenes jetzt k kam kamen kann kannst kein keine keinem keinen \
        keiner keines kommen kommt konnte konnten können könnt könnte könnten l lassen laut ließ \
        lässt m machen macht machte mag mal man manche manchen mancher manches manchmal mehr \
        mehrere mehreren mein meine meinem meinen meiner meines meist meisten mich mindestens mir \
        mit mittels muss musste mussten möchte möchten mögen müssen müsste müssten n nach nachdem \
        natürlich neben nein neun nicht nichts nie niemals niemand noch nun nur nämlich o ob \
        obwohl oder oft ohne p per pro q r s sagen sagt sagte sagten schließlich schon sechs sehr \
        sei seid seien sein seine seinem seinen seiner seines seit seitdem selbst sich sie sieben \
        sind so sobald sodass sofern sofort sog sogar solange solche solchem solchen solcher \
        solches soll sollen sollst sollte sollten sondern sonst soweit sowie sowohl später statt \
        stets t teilweise trotz trotzdem u u.a um und ungefähr uns unser unsere unserem unseren \
        unserer unseres unter usw v vgl viel viele vielen vieler vielleicht vielmehr vier vom von \
        vor vorher w wann war waren warst warum was weder wegen weil weit weiter weitere weiteren \
        weiterhin welche welchem welchen welcher welches wem wen wenig wenige wenigen weniger \
        wenigstens wenn wer werde werden weshalb wessen wie wieder wieso will willst wir wird \
        wirklich wirst wo wobei wodurch wofür woher wohin wohl wollen wollte wollten womit worden \
        wozu wurde wurden während wäre wären würde würden x y z z.b zehn ziemlich zu zuerst \
        zuletzt zum zumindest zunächst zur zurück zusammen zwar zwei zweite zweiten zweiter \
        zwischen über überall übrigens",
    titles: "Dr Dres Prof Proff Hr Hrn Fr Frl Dipl Dipl.-Ing Dipl.-Kfm Dipl.-Psych Dipl.-Phys \
        Dipl.-Chem Dipl.-Inform Dipl.-Math Dipl.-Päd Dipl.-Biol Ing Mag Lic St Hl hl Msgr Maj Hptm \
        Oblt Lt Kpt Gfr Uffz Adm Rev Fa Fam phil med jur rer nat pol habil theol stellv z.B Z.B \
        d.h D.h d.i i.e z.T v.a V.a u.U o.g m.E m.W i.d.R i.A i.Allg i.S.d i.S.v i.V.m i.H.v i.R.d \
        u.E a.a.O sog sogen bzw bzgl bez ca Ca zzgl Zzgl inkl Inkl exkl einschl ausschl abzgl vgl \
        Vgl Vergl vergl bspw Bspw bes insb insbes Insb Insbes evtl Evtl ggf Ggf gegebenenf geb \
        verh verw gem lt rd mind zw dergl betr Betr cf vs Pfr Präs Bgm",
    numbered: "Art Nr Nrn No S Abs Abschn Absch Bd Bde Bl Fig Figs Abb Abbn Tab Kap Ziff Rn Rdnr Rdn \
        Rz Anm Anl Anh Aufl Ausg Jg Jgg Lfg Sp Tel tel Jan Jän Feb Febr Mrz Apr Jul Aug Sep Sept \
        Okt Nov Dez Par Pkt Pos Gl Glg Bsp Az Lit lit Buchst Hs Kl Vol vol pp Fn",
    abbreviations: "Co Cie Gebr Inc Corp Ltd Bros Ges e.V i.L a.D h.c d.J d.Ä u.a jun sen jr Jr \
        Mio Mrd Tsd Std Stdn Min Sek Stk Stck Mo Di Mi Do Sa Str Pl Hbf Bhf Adr Abk allg amtl Anz \
        angebl bayr bayer dt engl frz franz ital span lat griech röm kath ev evang russ amerik \
        österr schweiz sächs preuß hist kaufm kgl led mdl math mil milit öff offiz ökon orig phys \
        polit prakt priv prot psych rel schriftl schwed südd nordd südl nördl östl westl techn \
        tägl jährl mtl monatl wiss wöchentl zool biol chem zus zz zzt z.Zt z.Z Ggs Verl Vors Verf \
        Red hrsg Hrsg Hg hg übers Übers Übs Vorst Reg.-Bez Ldkr Kto Inh s.o s.u vorm nachm Chr \
        n.Chr v.Chr Jh Jhs Jhdt Jahrh ff ebd Ebd ebda ibid Ibid op.cit al resp Expl Univ Inst Dept \
        urspr ursprgl gleichz verm vermutl wahrsch versch max min durchschn Ph.D M.A B.A M.Sc B.Sc \
        LL.M P.S N.B U.S U.S.A U.K E.U G.m.b.H m.b.H Bez Krs Ortst Jahrg Zs Zschr Ztg Ztschr \
        Geschf Sekr spp Ew",
    personal: "ich mich mir mein meine meiner meines meinem meinen du dich dir dein deine deiner \
        deines deinem deinen euch euer eure eurem euren eurer eures",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "er sie es ihr ihre sein seine seiner ihrer ihm ihnen aber jedoch doch auch \
            außerdem und so dann daher deshalb allerdings zudem trotzdem denn oder also dennoch \
            ebenso hingegen",
        joints: "und aber weil dann also denn wenn dass",
        courtesies: "vielen dank|danke|guten morgen|guten tag|guten abend|gute nacht|herzlich \
            willkommen|auf wiedersehen|meine damen und herren|schönen abend|schönen tag",
        notices: "klicken sie hier|hier klicken|alle rechte vorbehalten|lesen sie auch|lesen sie \
            mehr|mehr dazu|weiterlesen|jetzt anmelden|abonnieren|folgen sie uns|\
            nutzungsbedingungen|datenschutzerklärung|artikel teilen",
        captions: "abbildung|abbildungen|abb|tabelle|tab|kasten|grafik|diagramm|foto|fotos|bild|\
            quelle|bildquelle|oben|unten|links|rechts",
        pictures: "links|rechts|oben|unten|mitte|im bild|l|r|foto",
        reporters: "korrespondent|korrespondentin",
        contents: "inhalt|inhaltsverzeichnis|abbildungsverzeichnis|tabellenverzeichnis|\
            abkürzungsverzeichnis",
        abstracts: "zusammenfassung|kurzfassung|abstract|überblick",
        keywords: "schlüsselwörter|schlagwörter|stichwörter|keywords",
        references: "literatur|literaturverzeichnis|quellen|quellenverzeichnis|einzelnachweise|\
            weblinks|siehe auch|referenzen|weiterführende literatur|anmerkungen|fußnoten",
        acknowledgements: "danksagung|dank|finanzierung|förderung|interessenkonflikt|\
            interessenkonflikte|beiträge der autoren|über den autor|über die autorin|widmung|\
            über *|pressekontakt|kontakt|medienkontakt|ansprechpartner",
    },
};
