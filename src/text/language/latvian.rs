//! Latvian.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static LATVIAN: Language = Language {
    code: "lv",
    name: "Latvian",
    iso639_3: "lav",
    stemmer: None,
    stopwords: "aiz ap apakš apmēram ar arī astoņi atbilstoši atkal attiecībā augšpus bet bez \
        bieži bija biji bijis bijusi bijuši būs būsi būt būtu caur cita citas citi citiem cits \
        citu daudz daudzas daudzi daudziem dažas daži dažiem dažu desmit deviņi diemžēl diez \
        divas divi diviem divu droši drīz dēļ es esam esat esi esmu galvenokārt gan gandrīz gar \
        gatavs gluži iekām iekāms iekš iekšpus iepriekš ik ikviena ikviens ir it itin iz ja jau \
        jeb jebkura jebkurš jel jo joprojām jums jā jūs jūsu ka kad kam kamdēļ kamēr kas katra \
        katrs katru katrā kaut ko kopā kopš kur kura kurai kuras kuri kuriem kurp kuru kurus \
        kurā kurš kā kāda kādas kādi kādiem kāds kādu kādā kāpēc labāk lai laikam laikā lejpus \
        lielāk līdz līdzko lūdzu lūk man mana manas mani manis mans manu mazāk mums mēs mūs mūsu \
        nav ne nebija nedz nekad nekas neko nekur nekā nereti nevar neviena neviens nevis no nu \
        nudien nupat nākamā nē otra otrais otrs otrā pa par parasti pat pati pats pašam paši \
        pašlaik pašreiz pašu pie pieci piemēram pirmais pirmo pirms pirmā pret pretī priekš \
        protams proti pār pārāk pārējie pēc pēdējais re rīt sakarā saskaņā sava savam savas savi \
        saviem savs savu savukārt savus savā septiņi sev sevi sevis seši starp tad tagad tai \
        tajos tajā tas taču te teica tev tevi tevis tie tiek tiem tieši tik tika tikai tikko \
        tikmēr tiks tikt tiktāl to tomēr tos tostarp toties trīs tu tur turklāt turp turpretī tā \
        tāda tādas tādi tāds tādu tādējādi tādēļ tāpat tāpēc tās un uz vai vairs vairāk vajag \
        vakar var varbūt varēja varēs vaļā vien viena vienas vieni vienmēr viens vienu vienā \
        virs virspus vis visa visai visas visi visiem vislabāk vispār viss visu viņa viņai viņam \
        viņas viņi viņiem viņu viņus viņš vēl vēlāk zem ārpus četri īpaši ļoti ņemot šai šaja \
        šajos šajā šajās šeit šie šiem šim šis šo šobrīd šodien šos šurp šā šī šīs",
    titles: "dr Dr prof Prof doc Doc akad Akad ģen Ģen plkv kpt sv Sv kgs kdze piem Piem t.s T.s \
        t.i T.i sk Sk salīdz Salīdz pr ul iel Iel bulv Bulv red Red sast mag inž Inž",
    numbered: "nr Nr lpp Lpp l att Att tab Tab nod Nod p pk sēj janv febr apr aug sept okt nov \
        dec tel Tel plkst Plkst pl apm maks min gs g kab dz",
    abbreviations: "utt u.c u.tml utml u.t.jpr c g gs gads gadi p.m.ē m.ē pr.Kr mljrd milj tūkst \
        Ls EUR sant min sek gab angļu vācu fr lat gr kr t.sk d.i SIA A.s dz m k izd v.tml u.d.c \
        ua",
    personal: "es mani mans mana manu manas manam manai man manis tu tevi tev tevis tavs tava \
        tavu tavi tavas tavam tavai jūs jums jūsu esmu esi esat",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "viņš viņa viņi viņas tas tā tie tās bet taču tomēr arī turklāt tāpēc tad pēc \
            savukārt vai tādējādi",
        joints: "",
        courtesies: "paldies|labdien|labvakar|labrīt|ar labu nakti|laipni lūdzam|uz redzēšanos|\
            dāmas un kungi|cienījamie|godātie",
        notices: "klikšķiniet šeit|spied šeit|visas tiesības aizsargātas|lasi arī|lasiet arī|\
            lasīt vairāk|abonē|seko mums|privātuma politika|dalīties",
        captions: "attēls|attēli|tabula|tabulas|grafiks|foto|avots",
        pictures: "pa kreisi|pa labi|augšā|lejā|vidū|attēlā",
        reporters: "korespondents|korespondente|žurnālists",
        contents: "saturs|satura rādītājs|attēlu saraksts|tabulu saraksts|saīsinājumi",
        abstracts: "anotācija|kopsavilkums",
        keywords: "atslēgvārdi|atslēgas vārdi",
        references: "literatūra|izmantotā literatūra|atsauces|avoti|piezīmes|ārējās saites|\
            skatīt arī",
        acknowledgements: "pateicības|pateicība|finansējums|interešu konflikts|par autoru|\
            veltījums",
    },
};
