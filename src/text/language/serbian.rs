//! Serbian, in its two scripts.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, prepositions, conjunctions, ...) and the commonest adverbs and auxiliary verbs.

use super::{Language, Signs};

pub(super) static SERBIAN: Language = Language {
    code: "sr",
    name: "Serbian",
    iso639_3: "srp",
    stemmer: None,
    stopwords: "a ako ali baš bez bi bih bila bile bili bilo bio bismo biste biti blizu bolje \
        bude budem budemo budete budeš budu budući da dakle dalje danas do dok dosta dovoljno \
        druga druge drugi drugih drugim drugo drugog duž dva dve evo ga gde gore gotovo hoće \
        hoću i iako ih ili im ima imaju imala imali imam imamo imao imati inače ipak ista isti \
        isto istog iz iza između iznad ja je jedan jedino jedna jedne jedni jedno jednog jednom \
        jednu jer jesam jesi jesmo jest jeste jesu još ju juče k ka kad kada kakav kako kakva \
        kakvo kao kod koga koja koje kojeg kojem koji kojih kojim kojima kojoj kojom koju koliko \
        kome konačno kraj kroz li mada malo manje me mene meni mi mimo mnoge mnogi mnogih mnogo \
        mnome mogao mogla mogli mogu moj moja moje moji mojih mojim mora moraju morao moći možda \
        može možemo možete možeš mu na nad naime nakon nam nama naravno naročito nas naš naša \
        naše našeg našem naši naših ne nego neka neke neki nekih nekim neko nekog nekoga \
        nekoliko neku nema nemaju neće nećemo nećete nećeš neću nešto ni nigde nije nikad nikada \
        niko nisam nisi nismo niste nisu niti ništa njega njegov njegova njegove njegovi njegovo \
        njemu njen njena njeno njih njihov njihova njihovo njim njima njoj njom nju o od odakle \
        odmah odnosno oko on ona onaj onako onda onde one oni onih ono onog onoga opet osim \
        ostale ostali ostalih otkad otprilike ova ovaj ovakav ovako ovde ove ovi ovih ovim ovo \
        ovog ovoga ovoj ovom ovome ovu pa pak pet po pod ponekad ponovo poput pored posebno \
        posle potom potpuno povodom pošto pre preko prema pri prilično protiv prva prve prvi \
        prvih prvo put radi rekao rekla reći s sa sad sada sam samo sasvim sav se sebe sebi \
        skoro slično smo ste sto stoga su sutra sva sve svega svemu svi svih svim svima svoj \
        svoja svoje svojeg svojih svojim svojoj svojom svoju svom ta tada taj takav tako takođe \
        takva takve takvi tamo tačno te tebe tebi tek ti tih tim time to tobom tog toga toj \
        tokom tom tome treba trebalo treći tri tu tvoj tvoja tvoje u uglavnom umesto unutar uoči \
        upravo uprkos uvek uz vam vama vas vaš vaša vaše vaši veoma već vi više vrh vrlo za \
        zaista zapravo zar zatim zato zašto zbog će ćemo ćete ćeš ću čak čemu često čija čije \
        čiji čim čime šest šta što а ако али баш без би била биле били било био бисмо бисте бити \
        бих близу боље буде будем будемо будете будеш буду будући вам вама вас ваш ваша ваше \
        ваши веома већ ви више врло врх га где горе готово да дакле данас даље два две до \
        довољно док доста друга друге други другим других друго другог дуж ево за заиста заправо \
        зар затим зато зашто због и иако из иза између изнад или им има имала имали имам имамо \
        имао имати имају иначе ипак иста исти исто истог их к ка кад када какав каква какво како \
        као кога код колико коме коначно која које којег којем који којим којима којих којом \
        којој коју крај кроз ли мада мало мање ме мене мени ми мимо многе многи многих много \
        мноме могао могла могли могу можда може можемо можете можеш мора морао морају мој моја \
        моје моји мојим мојих моћи му на над наиме након нам нама наравно нарочито нас наш наша \
        наше нашег нашем наши наших не него нека неке неки неким неких неко неког некога \
        неколико неку нема немају нешто неће нећемо нећете нећеш нећу ни нигде никад никада нико \
        нисам ниси нисмо нисте нису нити ништа није о ова овакав овако овај овде ове ови овим \
        ових ово овог овога овом овоме овој ову од одакле одмах односно око он она онако онај \
        онда онде оне они оних оно оног онога опет осим остале остали осталих откад отприлике па \
        пак пет по поводом под понекад поново попут поред посебно после потом потпуно пошто прва \
        прве први првих прво пре преко према при прилично против пут ради рекао рекла рећи с са \
        сав сад сада сам само сасвим сва све свега свему сви свим свима свих свом свој своја \
        своје својег својим својих својом својој своју се себе себи скоро слично смо сте сто \
        стога су сутра та тада такав таква такве такви тако такође тамо тачно тај твој твоја \
        твоје те тебе теби тек ти тим тиме тих то тобом тог тога током том томе тој треба \
        требало трећи три ту у увек углавном уз уместо унутар уочи управо упркос хоће хоћу чак \
        чему често чим чиме чија чије чији шест шта што ја је један једино једна једне једни \
        једно једног једном једну јер јесам јеси јесмо јест јесте јесу још ју јуче њега његов \
        његова његове његови његово њему њен њена њено њим њима њих њихов њихова њихово њом њој \
        њу ће ћемо ћете ћеш ћу",
    titles: "др Др проф Проф доц Доц мр Мр инж Инж ген пук мај кап свет св Св г Г гђа Гђа гђица \
        академ акад нпр Нпр тј Тј тзв Тзв одн ул Ул бул Бул упор Упор ув dr Dr prof Prof doc Doc \
        mr Mr inž Inž gen puk maj kap svet sv Sv g G gđa Gđa gđica akadem akad npr Npr tj Tj tzv \
        Tzv odn ul Ul bul Bul upor Upor uv",
    numbered: "бр Бр стр Стр чл Чл ст Ст сл Сл таб Таб гл Гл т тач ред дин јан феб мар апр авг \
        сеп септ окт нов дец тел Тел прибл макс мин књ св год br Br str Str čl Čl st St sl Sl \
        tab Tab gl Gl t tač red din jan feb mar apr avg sep sept okt nov dec tel Tel pribl maks \
        min knj sv god",
    abbreviations: "итд и.т.д нпр др сл год в вв млн млрд хиљ рсд дин мин сек н.е п.н.е а.д \
        д.о.о енгл нем фр лат грч рус ит сев јуж зап ист м.р ур изд прев нар о.г с.г itd i.t.d \
        npr dr sl god v vv mln mlrd hilj rsd din min sek n.e p.n.e a.d d.o.o engl nem fr lat grč \
        rus it sev juž zap ist m.r ur izd prev nar o.g s.g",
    personal: "ја мене мени ме ми мном мој моја моје мог мојег моме мојем мојим мојом моју моји \
        мојих ти тебе теби те тобом твој твоја твоје твог твојег твом твојем твојим твојом твоју \
        твоји твојих ви вас вам вама ваш ваша ваше вашег вашем вашим вашом вашу ваши ваших ja \
        mene meni me mi mnom moj moja moje mog mojeg mome mojem mojim mojom moju moji mojih ti \
        tebe tebi te tobom tvoj tvoja tvoje tvog tvojeg tvom tvojem tvojim tvojom tvoju tvoji \
        tvojih vi vas vam vama vaš vaša vaše vašeg vašem vašim vašom vašu vaši vaših",
    elisions: "",
    ordinal_period: true,
    signs: Signs {
        openings: "он она оно они оне његов његова њен њихов али међутим ипак такође поред зато \
            затим потом онда тада или дакле on ona ono oni one njegov njegova njen njihov ali \
            međutim ipak takođe pored zato zatim potom onda tada ili dakle",
        joints: "",
        courtesies: "хвала|хвала вам|добар дан|добро вече|добро јутро|лаку ноћ|добро дошли|\
            довиђења|даме и господо|поштовани|hvala|hvala vam|dobar dan|dobro veče|dobro jutro|\
            laku noć|dobro došli|doviđenja|dame i gospodo|poštovani",
        notices: "кликните овде|сва права задржана|прочитајте још|прочитајте и|опширније|\
            претплатите се|пратите нас|политика приватности|поделите|kliknite ovde|\
            sva prava zadržana|pročitajte još|pročitajte i|opširnije|pretplatite se|pratite nas|\
            politika privatnosti|podelite",
        captions: "слика|слике|табела|табеле|графикон|фото|извор|slika|slike|tabela|tabele|\
            grafikon|foto|izvor",
        pictures: "лево|десно|горе|доле|у средини|на слици|levo|desno|gore|dole|u sredini|\
            na slici",
        reporters: "дописник|репортер|новинар|dopisnik|reporter|novinar",
        contents: "садржај|списак слика|списак табела|скраћенице|sadržaj|spisak slika|\
            spisak tabela|skraćenice",
        abstracts: "сажетак|апстракт|резиме|sažetak|apstrakt|rezime",
        keywords: "кључне речи|ključne reči",
        references: "литература|библиографија|извори|референце|напомене|спољашње везе|види још|\
            literatura|bibliografija|izvori|reference|napomene|spoljašnje veze|vidi još",
        acknowledgements: "захвалница|захвалност|финансирање|сукоб интереса|о аутору|посвета|\
            zahvalnica|zahvalnost|finansiranje|sukob interesa|o autoru|posveta",
    },
};
