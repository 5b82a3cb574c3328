//! The languages: what each has, and how they are told.

mod common;

use common::{Scratch, run, stdout};
use epitome::source::format::plain;
use epitome::terms::{TermCounts, Units};
use epitome::text::language::{Detector, LANGUAGES};
use epitome::text::{Language, LanguageKits, tokens};

/// Two sentences of our own in each language; what is Chinese stands in both scripts, what is Serbian too.
const SENTENCES: &[(&str, &str)] = &[
    (
        "ar",
        "أغلقت البلدية السد يوم الاثنين لأن مستوى المياه ارتفع كثيرا خلال الليل.",
    ),
    (
        "ar",
        "وقف الناس على الرصيف وهم ينظرون إلى القوارب التي عادت من البحر.",
    ),
    (
        "hy",
        "Քաղաքապետարանը երկուշաբթի օրը փակեց ամբարտակը, քանի որ ջրի մակարդակը բարձրացել էր։",
    ),
    (
        "hy",
        "Մարդիկ կանգնել էին ափին և նայում էին նավակներին, որոնք վերադառնում էին ծովից։",
    ),
    (
        "bn",
        "সোমবার পৌরসভা বাঁধটি বন্ধ করে দিয়েছে কারণ রাতে জলের স্তর অনেক বেড়ে গিয়েছিল।",
    ),
    (
        "bn",
        "মানুষ ঘাটে দাঁড়িয়ে সমুদ্র থেকে ফিরে আসা নৌকাগুলোর দিকে তাকিয়ে ছিল।",
    ),
    (
        "bg",
        "Общината затвори язовирната стена в понеделник, защото нивото на водата се беше повишило през нощта.",
    ),
    (
        "bg",
        "Хората стояха на брега и гледаха лодките, които се връщаха от морето с много риба.",
    ),
    (
        "ca",
        "L'ajuntament va tancar la presa dilluns perquè el nivell de l'aigua havia pujat molt durant la nit.",
    ),
    (
        "ca",
        "La gent s'estava al moll i mirava les barques que tornaven del mar amb molt de peix.",
    ),
    ("zh", "市政府星期一关闭了水坝，因为夜里水位上升了很多。"),
    ("zh", "人們站在碼頭上，看著從海上回來的漁船，誰也沒有說話。"),
    (
        "hr",
        "Općina je u ponedjeljak zatvorila branu jer se razina vode tijekom noći jako povisila, a nitko nije znao što će biti.",
    ),
    (
        "hr",
        "Ljudi su stajali na obali i gledali brodove koji su se uvijek vraćali prije mraka, gdje god da su bili.",
    ),
    (
        "cs",
        "Město v pondělí uzavřelo hráz, protože hladina vody během noci velmi stoupla a nikdo nevěděl, co bude dál.",
    ),
    (
        "cs",
        "Lidé stáli na nábřeží a dívali se na lodě, které se vracely z moře a byly plné ryb.",
    ),
    (
        "da",
        "Kommunen lukkede dæmningen i mandags, fordi vandet var steget meget i løbet af natten, og ingen vidste hvad der ville ske.",
    ),
    (
        "da",
        "Folk stod på kajen og så på bådene, som kom hjem fra havet med mange fisk efter en lang uge.",
    ),
    (
        "nl",
        "De gemeente heeft maandag de dam gesloten omdat het water in de nacht sterk gestegen was.",
    ),
    (
        "nl",
        "De mensen stonden op de kade en keken naar de boten die met veel vis van zee terugkwamen.",
    ),
    (
        "en",
        "The town closed the dam on Monday because the water had risen a lot during the night.",
    ),
    (
        "en",
        "People stood on the quay and watched the boats that were coming back from the sea.",
    ),
    (
        "et",
        "Linn sulges esmaspäeval tammi, sest vesi oli öösel palju tõusnud ja keegi ei teadnud, mis edasi saab.",
    ),
    (
        "et",
        "Inimesed seisid kail ja vaatasid paate, mis tulid merelt tagasi ja olid kala täis.",
    ),
    (
        "fi",
        "Kaupunki sulki padon maanantaina, koska vesi oli noussut yön aikana paljon eikä kukaan tiennyt, mitä tapahtuisi.",
    ),
    (
        "fi",
        "Ihmiset seisoivat laiturilla ja katselivat veneitä, jotka palasivat mereltä täynnä kalaa.",
    ),
    (
        "fr",
        "La ville a fermé le barrage lundi parce que l'eau était beaucoup montée pendant la nuit.",
    ),
    (
        "fr",
        "Les gens se tenaient sur le quai et regardaient les bateaux qui revenaient de la mer.",
    ),
    (
        "de",
        "Die Stadt hat am Montag den Damm geschlossen, weil das Wasser in der Nacht stark gestiegen war.",
    ),
    (
        "de",
        "Die Leute standen am Kai und sahen den Booten zu, die mit viel Fisch vom Meer zurückkamen.",
    ),
    (
        "el",
        "Ο δήμος έκλεισε το φράγμα τη Δευτέρα επειδή η στάθμη του νερού είχε ανέβει πολύ τη νύχτα.",
    ),
    (
        "el",
        "Οι άνθρωποι στέκονταν στην αποβάθρα και κοιτούσαν τις βάρκες που γύριζαν από τη θάλασσα.",
    ),
    (
        "he",
        "העירייה סגרה את הסכר ביום שני מפני שמפלס המים עלה מאוד במשך הלילה.",
    ),
    (
        "he",
        "האנשים עמדו על הרציף והביטו בסירות שחזרו מן הים עם הרבה דגים.",
    ),
    (
        "hi",
        "नगरपालिका ने सोमवार को बाँध बंद कर दिया क्योंकि रात में पानी का स्तर बहुत बढ़ गया था।",
    ),
    ("hi", "लोग घाट पर खड़े थे और समुद्र से लौटती हुई नावों को देख रहे थे।"),
    (
        "hu",
        "A város hétfőn lezárta a gátat, mert a víz az éjszaka során sokat emelkedett, és senki sem tudta, mi lesz.",
    ),
    (
        "hu",
        "Az emberek a rakparton álltak, és nézték a csónakokat, amelyek a tengerről tértek vissza.",
    ),
    (
        "id",
        "Kota itu menutup bendungan pada hari Senin karena air telah naik banyak pada malam hari.",
    ),
    (
        "id",
        "Orang-orang berdiri di dermaga dan melihat perahu yang kembali dari laut dengan banyak ikan.",
    ),
    (
        "it",
        "Il comune ha chiuso la diga lunedì perché il livello dell'acqua era salito molto durante la notte.",
    ),
    (
        "it",
        "La gente stava sul molo e guardava le barche che tornavano dal mare con molto pesce.",
    ),
    (
        "ja",
        "市は月曜日に水門を閉めた。夜のあいだに水位がとても上がったからだ。",
    ),
    (
        "ja",
        "人々は岸壁に立って、海から帰ってくる船を黙って見ていた。",
    ),
    (
        "ko",
        "시는 밤사이 수위가 크게 올라서 월요일에 수문을 닫았다.",
    ),
    (
        "ko",
        "사람들은 부두에 서서 바다에서 돌아오는 배들을 바라보고 있었다.",
    ),
    (
        "lv",
        "Pilsēta pirmdien slēdza dambi, jo ūdens naktī bija ļoti cēlies un neviens nezināja, kas notiks.",
    ),
    (
        "lv",
        "Cilvēki stāvēja krastmalā un skatījās uz laivām, kas atgriezās no jūras ar daudz zivīm.",
    ),
    (
        "lt",
        "Miestas pirmadienį uždarė užtvanką, nes vanduo per naktį labai pakilo ir niekas nežinojo, kas bus toliau.",
    ),
    (
        "lt",
        "Žmonės stovėjo krantinėje ir žiūrėjo į valtis, kurios grįžo iš jūros su daug žuvies.",
    ),
    (
        "no",
        "Kommunen stengte demningen på mandag fordi vannet hadde steget mye i løpet av natten, og ingen visste hva som ville skje.",
    ),
    (
        "no",
        "Folk sto på kaia og så på båtene som kom hjem fra havet med mye fisk etter en lang uke.",
    ),
    (
        "fa",
        "شهرداری روز دوشنبه سد را بست زیرا سطح آب در طول شب بسیار بالا آمده بود.",
    ),
    (
        "fa",
        "مردم روی اسکله ایستاده بودند و قایق‌هایی را که از دریا برمی‌گشتند نگاه می‌کردند.",
    ),
    (
        "pl",
        "Miasto zamknęło tamę w poniedziałek, ponieważ woda w nocy bardzo się podniosła i nikt nie wiedział, co będzie.",
    ),
    (
        "pl",
        "Ludzie stali na nabrzeżu i patrzyli na łodzie, które wracały z morza pełne ryb.",
    ),
    (
        "pt",
        "A câmara fechou a barragem na segunda-feira porque a água tinha subido muito durante a noite.",
    ),
    (
        "pt",
        "As pessoas estavam no cais e olhavam para os barcos que voltavam do mar com muito peixe.",
    ),
    (
        "ro",
        "Orașul a închis barajul luni pentru că apa crescuse mult în timpul nopții și nimeni nu știa ce va urma.",
    ),
    (
        "ro",
        "Oamenii stăteau pe chei și se uitau la bărcile care se întorceau de pe mare cu mult pește.",
    ),
    (
        "ru",
        "Город закрыл плотину в понедельник, потому что за ночь вода сильно поднялась и никто не знал, что будет.",
    ),
    (
        "ru",
        "Люди стояли на набережной и смотрели на лодки, которые возвращались с моря с рыбой.",
    ),
    (
        "sr",
        "Општина је у понедељак затворила брану јер се вода током ноћи веома подигла и нико није знао шта ће бити.",
    ),
    (
        "sr",
        "Opština je u ponedeljak zatvorila branu jer se nivo vode tokom noći veoma podigao, a niko nije znao šta će biti.",
    ),
    (
        "sr",
        "Ljudi su stajali na obali i gledali brodove koji su se uvek vraćali pre mraka, gde god da su bili.",
    ),
    (
        "sk",
        "Mesto v pondelok uzavrelo hrádzu, pretože hladina vody počas noci veľmi stúpla a nikto nevedel, čo bude ďalej.",
    ),
    (
        "sk",
        "Ľudia stáli na nábreží a pozerali sa na lode, ktoré sa vracali z mora a boli plné rýb.",
    ),
    (
        "sl",
        "Občina je v ponedeljek zaprla jez, ker se je voda ponoči zelo dvignila in nihče ni vedel, kaj bo.",
    ),
    (
        "sl",
        "Ljudje so stali na pomolu in gledali čolne, ki so se vračali z morja polni rib.",
    ),
    (
        "es",
        "El ayuntamiento cerró la presa el lunes porque el agua había subido mucho durante la noche.",
    ),
    (
        "es",
        "La gente estaba en el muelle y miraba los barcos que volvían del mar con mucho pescado.",
    ),
    (
        "sv",
        "Kommunen stängde dammen i måndags eftersom vattnet hade stigit mycket under natten och ingen visste vad som skulle hända.",
    ),
    (
        "sv",
        "Folk stod på kajen och såg på båtarna som kom hem från havet med mycket fisk.",
    ),
    (
        "ta",
        "இரவில் நீர்மட்டம் மிகவும் உயர்ந்ததால் நகராட்சி திங்கட்கிழமை அணையை மூடியது.",
    ),
    (
        "ta",
        "மக்கள் கரையில் நின்று கடலிலிருந்து திரும்பும் படகுகளைப் பார்த்துக் கொண்டிருந்தனர்.",
    ),
    ("th", "เทศบาลปิดเขื่อนเมื่อวันจันทร์เพราะระดับน้ำสูงขึ้นมากในตอนกลางคืน"),
    ("th", "ผู้คนยืนอยู่บนท่าเรือและมองดูเรือที่กลับมาจากทะเล"),
    (
        "tr",
        "Belediye, gece boyunca su çok yükseldiği için barajı pazartesi günü kapattı ve kimse ne olacağını bilmiyordu.",
    ),
    (
        "tr",
        "İnsanlar rıhtımda durmuş, denizden çok balıkla dönen tekneleri izliyordu ve hiç kimse konuşmuyordu.",
    ),
    (
        "uk",
        "Місто закрило греблю в понеділок, бо вода за ніч дуже піднялася і ніхто не знав, що буде далі.",
    ),
    (
        "uk",
        "Люди стояли на набережній і дивилися на човни, які поверталися з моря з рибою.",
    ),
    (
        "ur",
        "بلدیہ نے پیر کے دن بند کو بند کر دیا کیونکہ رات کے دوران پانی کی سطح بہت بڑھ گئی تھی۔",
    ),
    (
        "ur",
        "لوگ گھاٹ پر کھڑے تھے اور سمندر سے واپس آنے والی کشتیوں کو دیکھ رہے تھے۔",
    ),
    (
        "vi",
        "Thành phố đã đóng đập vào thứ hai vì nước dâng lên rất cao trong đêm và không ai biết điều gì sẽ xảy ra.",
    ),
    (
        "vi",
        "Mọi người đứng trên bến và nhìn những chiếc thuyền trở về từ biển với rất nhiều cá.",
    ),
];

#[test]
fn two_sentences_of_every_language_tell_it() {
    let detector = Detector::default();
    let mut wrong = Vec::new();
    for (code, text) in SENTENCES {
        let found = detector
            .detect(&plain("d", *text))
            .map(|language| language.code);
        if found != Some(code) {
            wrong.push(format!("{found:?} is {code}: {text}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for language in LANGUAGES {
        let sentences = SENTENCES.iter().filter(|(code, _)| *code == language.code);
        assert!(sentences.count() >= 2, "{}", language.name);
    }
}

#[test]
fn thirty_languages_have_stopwords_and_eighteen_have_stemmers() {
    let listed = |language: &&&Language| language.stopwords.split_whitespace().count() >= 90;
    assert!(LANGUAGES.iter().filter(listed).count() >= 40);
    let stemmed = LANGUAGES
        .iter()
        .filter(|language| language.stemmer.is_some());
    assert!(stemmed.count() >= 21);
    for code in ["ru", "de", "en", "fr", "it", "es", "pl", "uk", "ro", "nl"] {
        let language = Language::by_code(code).unwrap();
        for list in [language.titles, language.numbered, language.abbreviations] {
            assert!(list.split_whitespace().count() >= 10, "{code}");
        }
    }
}

#[test]
fn the_list_of_languages_tells_what_each_has() {
    let list = stdout(&run(&["languages"]));
    assert_eq!(list.lines().count(), LANGUAGES.len() + 1);
    let line = |code: &str| {
        let line = list.lines().find(|line| line.starts_with(code)).unwrap();
        line.split_whitespace()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        line("code"),
        [
            "code",
            "name",
            "stopwords",
            "stemmer",
            "words",
            "abbreviations"
        ]
    );
    assert_eq!(line("th")[3..], ["–", "dictionary", "0"]);
    assert_eq!(line("uk")[..2], ["uk", "Ukrainian"]);
    assert_eq!(line("ko")[3..5], ["yes", "blanks"]);
}

#[test]
fn a_language_is_set_by_its_code_or_its_name() {
    let folder = Scratch::new();
    let file = folder.file("text.txt", "Die Barriere hielt. Die Barrieren hielten.");
    for name in ["de", "DE", "German", "german", "deu"] {
        let output = run(&["keywords", "-f", "json", "-l", name, &file]);
        assert!(
            stdout(&output).contains("\"language\":\"de\""),
            "{name}: {}",
            stdout(&output)
        );
    }
    let output = run(&["keywords", "-l", "xx", &file]);
    assert!(!output.status.success());
}

#[test]
fn words_of_scripts_without_blanks_are_cut() {
    for (text, words) in [
        ("ภาษาไทยไม่มีช่องว่าง", 4..=7),
        ("今天我们去公园散步", 4..=6),
        ("今天我們去公園散步", 4..=6),
        ("私は公園を散歩した", 4..=7),
        ("우리는 공원을 걸었다", 3..=3),
        ("ພາສາລາວງາມ", 2..=4),
    ] {
        let found: Vec<&str> = tokens(text).map(|token| token.surface).collect();
        assert!(words.contains(&found.len()), "{found:?}");
    }
}

#[test]
fn stopwords_of_both_chinese_scripts_are_known() {
    let kits = LanguageKits::default();
    let kit = kits.get(Language::by_code("zh").unwrap());
    for (simplified, traditional) in [
        ("这个", "這個"),
        ("为什么", "為什麼"),
        ("我们", "我們"),
        ("后来", "後來"),
    ] {
        assert!(kit.is_stopword(simplified) && kit.is_stopword(traditional));
    }
}

const MIXED: &str = "The harbour barriers held back the water. They were closed by the town before the night, and they \
    were opened again when the water had gone; nobody was hurt because of them, and the barriers are still there.\n\n\
    Die Genossenschaft hat im vergangenen Jahr mehr Strom erzeugt, als die Leute in der Stadt verbrauchen. Das Wasser \
    stand in der Nacht so hoch wie nie, und niemand wusste, ob der Damm es halten würde, aber er hielt. Die Häuser \
    am Hafen blieben trocken, und die Leute kamen am Morgen zurück in ihr Haus.\n\n\
    Die Leute im Dorf haben die Genossenschaft gegründet, weil sie den Strom nicht mehr kaufen wollten. Heute sind \
    sie froh, dass sie es gewagt haben, und andere Dörfer wollen es ihnen nachmachen.\n";

#[test]
fn a_paragraph_in_another_language_has_its_own_stopwords_and_stems() {
    let folder = Scratch::new();
    let file = folder.file("mixed.txt", MIXED);
    let terms = |arguments: &[&str]| -> Vec<(String, u64)> {
        let mut all = vec!["keywords", "-f", "json", "-n", "500"];
        all.extend(arguments);
        all.push(&file);
        let json: serde_json::Value = serde_json::from_str(&stdout(&run(&all))).unwrap();
        assert_eq!(json["documents"][0]["language"], "de");
        let rows = json["documents"][0]["keywords"].as_array().unwrap().clone();
        let row = |row: &serde_json::Value| {
            let term = row["term"].as_str().unwrap().to_owned();
            (term, row["count"].as_u64().unwrap())
        };
        rows.iter().map(row).collect()
    };
    let count = |rows: &[(String, u64)], wanted: &str| {
        let row = rows.iter().find(|(term, _)| term == wanted);
        row.map_or(0, |(_, count)| *count)
    };
    let own = terms(&["-m", "frequency"]);
    assert_eq!(count(&own, "the"), 0);
    assert_eq!(count(&own, "barriers"), 2);
    assert_eq!(count(&own, "Leute"), 3);
    let set = terms(&["-m", "frequency", "-l", "de"]);
    assert!(count(&set, "the") >= 3, "{set:?}");
    // Each way of counting sees the same.
    for method in ["phrase", "tfidf", "textrank", "rake"] {
        let rows = terms(&["-m", method]);
        let holds = |term: &str| {
            rows.iter()
                .any(|(own, _)| own.split(' ').any(|word| word == term))
        };
        assert!(!holds("the") && !holds("were"), "{method}: {rows:?}");
    }
}

#[test]
fn words_and_phrases_are_counted_in_the_language_of_their_paragraph() {
    let kits = LanguageKits::default();
    let kit = kits.get(Language::by_code("de").unwrap());
    let mut document = plain("d", MIXED);
    let found = Detector::default().other_languages(&document, kit.language);
    assert_eq!(found, [(0, "en")]);
    let all_tokens = TermCounts::of(&document, kit).tokens;
    document.set_other_languages(found);
    for units in [Units::Words, Units::Phrases(2)] {
        let counts = TermCounts::counted(&document, kit, &units);
        let count = |term| counts.find(term).map_or(0, |id| counts.row(id).count);
        assert_eq!((count("the"), count("barrier"), count("leut")), (0, 2, 3));
        assert_eq!(counts.tokens, all_tokens);
    }
}

#[test]
fn a_paragraph_in_another_language_has_the_sentences_of_its_own() {
    let folder = Scratch::new();
    let german = MIXED.split_once("\n\n").unwrap().1;
    let english = "The meeting lasted approx. 2.5 hours and it was held by the board of the harbour on Jan. 5 in the old \
        hall of the town. There were many people who had come to hear what Gov. Lee would say of the barrier.";
    let file = folder.file("mixed.txt", format!("{english}\n\n{german}"));
    let output = stdout(&run(&["summarize", "-n", "100", &file]));
    assert!(
        output.contains("of the town.\n") && output.contains("what Gov. Lee would"),
        "{output}"
    );
}
