//! Languages as data: one file a language, one line each in [`LANGUAGES`].

mod arabic;
mod armenian;
mod bengali;
mod bulgarian;
mod catalan;
mod chinese;
mod croatian;
mod czech;
mod danish;
mod detection;
mod dutch;
mod english;
mod estonian;
mod finnish;
mod french;
mod german;
mod greek;
mod hebrew;
mod hindi;
mod hungarian;
mod indonesian;
mod italian;
mod japanese;
mod korean;
mod latvian;
mod lithuanian;
mod norwegian;
mod per_language;
mod persian;
mod polish;
mod portuguese;
mod romanian;
mod russian;
mod serbian;
mod signs;
mod slovak;
mod slovenian;
mod spanish;
mod stemming;
mod swedish;
mod tamil;
mod thai;
mod turkish;
mod ukrainian;
mod urdu;
mod vietnamese;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, OnceLock};

pub use detection::Detector;
pub(crate) use per_language::PerLanguage;
pub(super) use signs::SignTables;
pub use signs::{Matter, Signs};
use stemming::Stemmer;
pub use stemming::Stemming;

use super::forms::Memory;
use crate::chars::{CLOSERS, is_unspaced};
use crate::document::Document;
use crate::map::{Set, set};

/// What the program knows of one language. Word lists are words parted by blanks.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// ISO 639-3 code, as the language detector names it.
    pub iso639_3: &'static str,
    /// How its words become stems, where that is known.
    pub stemmer: Option<Stemming>,
    /// Function words: no keywords, and left out of one of the two sentence matrices.
    pub stopwords: &'static str,
    /// Abbreviations (without their last period) after which no sentence ends: titles, "e.g".
    pub titles: &'static str,
    /// Abbreviations after which no sentence ends when a number follows: "No", "Fig", months.
    pub numbered: &'static str,
    /// Abbreviations that may stand at the end of a sentence or inside it: "Inc", "a.m".
    pub abbreviations: &'static str,
    /// First and second person forms that show somebody speaking to somebody.
    pub personal: &'static str,
    /// Elided forms before an apostrophe that are no part of the term: French "l", "qu".
    pub elisions: &'static str,
    /// Whether a number with a period is an ordinal inside a sentence: "am 3. Oktober".
    pub ordinal_period: bool,
    /// What is no sentence of a text, or leans on the one before.
    pub signs: Signs,
}

/// All languages that have lists.
pub static LANGUAGES: &[&Language] = &[
    &arabic::ARABIC,
    &armenian::ARMENIAN,
    &bengali::BENGALI,
    &bulgarian::BULGARIAN,
    &catalan::CATALAN,
    &chinese::CHINESE,
    &croatian::CROATIAN,
    &czech::CZECH,
    &danish::DANISH,
    &dutch::DUTCH,
    &english::ENGLISH,
    &estonian::ESTONIAN,
    &finnish::FINNISH,
    &french::FRENCH,
    &german::GERMAN,
    &greek::GREEK,
    &hebrew::HEBREW,
    &hindi::HINDI,
    &hungarian::HUNGARIAN,
    &indonesian::INDONESIAN,
    &italian::ITALIAN,
    &japanese::JAPANESE,
    &korean::KOREAN,
    &latvian::LATVIAN,
    &lithuanian::LITHUANIAN,
    &norwegian::NORWEGIAN,
    &persian::PERSIAN,
    &polish::POLISH,
    &portuguese::PORTUGUESE,
    &romanian::ROMANIAN,
    &russian::RUSSIAN,
    &serbian::SERBIAN,
    &slovak::SLOVAK,
    &slovenian::SLOVENIAN,
    &spanish::SPANISH,
    &swedish::SWEDISH,
    &tamil::TAMIL,
    &thai::THAI,
    &turkish::TURKISH,
    &ukrainian::UKRAINIAN,
    &urdu::URDU,
    &vietnamese::VIETNAMESE,
];

/// A language without any lists: texts in a language that is known not to be one of [`LANGUAGES`].
pub static UNLISTED: Language = Language {
    code: "und",
    name: "unlisted",
    iso639_3: "und",
    stemmer: None,
    stopwords: "",
    titles: "",
    numbered: "",
    abbreviations: "",
    personal: "",
    elisions: "",
    ordinal_period: false,
    signs: signs::NONE,
};

impl Language {
    /// The language with this ISO 639-1 or 639-3 code, or with this English name, in any case.
    pub fn by_code(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().copied().find(|language| {
            [language.code, language.name, language.iso639_3]
                .iter()
                .any(|name| name.eq_ignore_ascii_case(code))
        })
    }

    /// The language of a tag like `en-GB` or `zh_Hans`, or of anything that [`Language::by_code`] knows.
    pub fn by_tag(tag: &str) -> Option<&'static Self> {
        let code = tag.split(['-', '_']).next()?;
        Self::by_code(code.trim())
    }

    /// Whether it is written without blanks between words, which a dictionary tells then.
    pub fn is_unspaced(&self) -> bool {
        self.stopwords.starts_with(is_unspaced)
    }

    /// English, the last resort.
    pub fn english() -> &'static Self {
        &english::ENGLISH
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Language {}

/// Words that point back, of scripts without blanks, have no more characters.
const LONGEST_OPENING: usize = 12;

/// Words that point back have no more bytes.
const LONGEST_FIRST_WORD: usize = 26;

/// How words become terms.
#[derive(Clone, Debug)]
pub struct TextOptions {
    /// Stopwords in place of the language's own; `Some(vec![])`: none.
    pub stopwords: Option<Vec<String>>,
    /// Stopwords beside the language's own.
    pub extra_stopwords: Vec<String>,
    /// Group words by stem.
    pub stem: bool,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self {
            stopwords: None,
            extra_stopwords: Vec::new(),
            stem: true,
        }
    }
}

/// A language made ready for use: its lists as sets, its stemmer.
pub struct LanguageKit {
    /// The language.
    pub language: &'static Language,
    stopwords: Set<Cow<'static, str>>,
    function_words: Set<&'static str>,
    titles: Set<&'static str>,
    numbered: Set<&'static str>,
    abbreviations: Set<&'static str>,
    personal: Set<&'static str>,
    elisions: Set<&'static str>,
    stemmer: Option<Stemmer>,
    /// Made when they are first asked for: keywords need none.
    signs: OnceLock<SignTables>,
    options: TextOptions,
    /// The kits for blocks in other languages.
    guests: PerLanguage<Box<LanguageKit>>,
    /// What has been learned of words: see [`WordForms`](super::WordForms).
    pub(super) memories: Mutex<Vec<Memory>>,
}

impl fmt::Debug for LanguageKit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LanguageKit")
            .field("language", &self.language.code)
            .finish_non_exhaustive()
    }
}

impl LanguageKit {
    /// Makes a language ready.
    pub fn new(language: &'static Language, options: &TextOptions) -> Self {
        let words = |list: &'static str| set(list.split_ascii_whitespace());
        let folded = |word: &String| Cow::Owned(word.to_lowercase().replace('\u{2019}', "'"));
        let mut stopwords: Set<Cow<'static, str>> = match &options.stopwords {
            Some(own) => set(own.iter().map(folded)),
            None => set(language
                .stopwords
                .split_ascii_whitespace()
                .map(Cow::Borrowed)),
        };
        stopwords.extend(options.extra_stopwords.iter().map(folded));
        Self {
            language,
            stopwords,
            function_words: words(language.stopwords),
            titles: words(language.titles),
            numbered: words(language.numbered),
            abbreviations: words(language.abbreviations),
            personal: words(language.personal),
            elisions: words(language.elisions),
            stemmer: language.stemmer.filter(|_| options.stem).map(Stemmer::new),
            signs: OnceLock::new(),
            options: options.clone(),
            guests: PerLanguage::default(),
            memories: Mutex::default(),
        }
    }

    /// The kit for a block of a document in this language: another one where the block is in another.
    pub fn of_block(&self, document: &Document, block: usize) -> &Self {
        self.guest(document.language_of(block))
    }

    /// The kits for all blocks of a document in this language, this one first.
    pub fn of_blocks(&self, document: &Document) -> Vec<&Self> {
        let mut kits = vec![self];
        for &(_, code) in document.other_languages() {
            let kit = self.guest(Some(code));
            if !kits.iter().any(|known| known.language == kit.language) {
                kits.push(kit);
            }
        }
        kits
    }

    fn guest(&self, code: Option<&str>) -> &Self {
        match code.and_then(Language::by_code) {
            Some(language) if language != self.language => {
                let make = || Box::new(Self::new(language, &self.options));
                self.guests.get_or_init(language, make)
            }
            _ => self,
        }
    }

    /// Whether a normal form is a stopword.
    pub fn is_stopword(&self, form: &str) -> bool {
        self.stopwords.contains(form)
    }

    /// Whether a normal form is a function word of the language, whatever the stopwords are.
    pub fn is_function_word(&self, form: &str) -> bool {
        self.function_words.contains(form)
    }

    /// Whether a word as written, with a period behind it, leads to a name or a number: "Dr", "Fig".
    pub fn is_leading_abbreviation(&self, word: &str) -> bool {
        self.is_title(word) || self.is_numbered(word)
    }

    /// Whether a folded word (not yet without its elision) is a first or second person form.
    pub fn is_personal(&self, form: &str) -> bool {
        let elided = || {
            form.split_once('\'')
                .is_some_and(|(head, _)| self.personal.contains(head))
        };
        self.personal.contains(form) || elided()
    }

    /// The stem of a normal form: the form itself where there is no stemmer.
    pub fn stem<'w>(&self, form: &'w str) -> Cow<'w, str> {
        match &self.stemmer {
            Some(stemmer) => stemmer.stem(form),
            None => Cow::Borrowed(form),
        }
    }

    /// Whether a sentence asks with a mark that ends no sentence elsewhere: the semicolon of Greek.
    pub fn asks(&self, sentence: &str) -> bool {
        self.language.code == "el" && sentence.trim_end_matches(CLOSERS).ends_with(';')
    }

    /// Whether a sentence points back to the one before, by its first word or, where no blanks part
    /// words, by how it begins.
    pub fn points_back(&self, word: &str, sentence: &str) -> bool {
        let signs = self.signs();
        if word.starts_with(is_unspaced) {
            let mut ends = sentence.char_indices().skip(1).take(LONGEST_OPENING);
            return ends.any(|(end, _)| signs.opens_back(&sentence[..end]));
        }
        if word.len() > LONGEST_FIRST_WORD {
            return false;
        }
        if !word.is_ascii() {
            return signs.opens_back(&word.to_lowercase());
        }
        // Asked of every sentence: most words need no memory of their own.
        let mut small = [0; LONGEST_FIRST_WORD];
        let small = &mut small[..word.len()];
        small.copy_from_slice(word.as_bytes());
        small.make_ascii_lowercase();
        std::str::from_utf8(small).is_ok_and(|word| signs.opens_back(word))
    }

    pub(super) fn signs(&self) -> &SignTables {
        let signs = || SignTables::new(&self.language.signs);
        self.signs.get_or_init(signs)
    }

    pub(super) fn is_elision(&self, form: &str) -> bool {
        self.elisions.contains(form)
    }

    pub(super) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    pub(super) fn is_numbered(&self, word: &str) -> bool {
        self.numbered.contains(word)
    }

    pub(super) fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains(word)
    }
}

/// The kits of all languages, each made when it is first asked for.
#[derive(Debug, Default)]
pub struct LanguageKits {
    options: TextOptions,
    kits: PerLanguage<LanguageKit>,
}

impl LanguageKits {
    /// Kits that will be made with these options.
    pub fn new(options: TextOptions) -> Self {
        Self {
            options,
            kits: PerLanguage::default(),
        }
    }

    /// The kit of the language that a document is in, as its text tells; of English, where it is too short to tell.
    /// Blocks that are surely in another language are told, and get the lists of theirs.
    ///
    /// ```
    /// use epitome::source::format::plain;
    /// use epitome::text::LanguageKits;
    ///
    /// let kits = LanguageKits::default();
    /// let text = "Die Sperre hielt dem Wasser stand, und niemand wurde verletzt. Am Abend war der Hafen wieder offen, \
    ///             und die Schiffe konnten mit der Flut auslaufen.";
    /// let mut document = plain("notiz", text);
    /// assert_eq!(kits.detected(&mut document).language.code, "de");
    /// ```
    pub fn detected(&self, document: &mut Document) -> &LanguageKit {
        let detector = Detector::default();
        let Some(language) = detector.detect(document) else {
            return self.get(Language::english());
        };
        let others = detector.other_languages(document, language);
        document.set_other_languages(others);
        self.get(language)
    }

    /// The kit of one language.
    pub fn get(&self, language: &'static Language) -> &LanguageKit {
        let make = || LanguageKit::new(language, &self.options);
        self.kits.get_or_init(language, make)
    }
}

/// The code of a language: one of [`LANGUAGES`], or that of [`UNLISTED`].
pub type LanguageCode = &'static str;

/// Reads a code that was written.
///
/// # Errors
/// When there is no such language.
pub fn known_code<'de, D>(deserializer: D) -> Result<LanguageCode, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let code: Cow<str> = serde::Deserialize::deserialize(deserializer)?;
    let language = Language::by_code(&code);
    language
        .map(|language| language.code)
        .ok_or_else(|| serde::de::Error::custom("no such language"))
}

/// Where the language of a document is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum LanguageSource {
    /// It was set for all documents.
    Set,
    /// It was detected in the text.
    Detected,
    /// The text is too short to tell: it is the language that the record says it is in.
    Record,
    /// The text is too short to tell: it is the language of most other documents.
    Others,
    /// The text is too short to tell, and so are all others: English, for want of a better guess.
    Default,
}

#[cfg(test)]
mod tests {
    use super::super::folded;
    use super::*;

    #[test]
    fn codes_are_unique_and_known_to_the_detector() {
        assert!(LANGUAGES.iter().map(|language| language.name).is_sorted());
        let mut codes: Vec<&str> = LANGUAGES.iter().map(|language| language.code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), LANGUAGES.len());
        for language in LANGUAGES {
            assert!(
                whatlang::Lang::from_code(language.iso639_3).is_some(),
                "{}",
                language.iso639_3
            );
        }
    }

    #[test]
    fn lists_have_no_repeats_and_stopwords_are_normal_forms() {
        for language in LANGUAGES {
            for list in [
                language.stopwords,
                language.titles,
                language.numbered,
                language.abbreviations,
                language.personal,
            ] {
                let mut words: Vec<&str> = list.split_ascii_whitespace().collect();
                let all = words.len();
                words.sort_unstable();
                words.dedup();
                assert_eq!(words.len(), all, "a repeated word in {}", language.name);
            }
            for word in language.stopwords.split_ascii_whitespace() {
                assert_eq!(word, folded(word), "{}", language.name);
            }
        }
    }

    #[test]
    fn the_users_stopwords_replace_or_add() {
        let english = Language::english();
        let own = TextOptions {
            stopwords: Some(vec!["Harbour".to_owned()]),
            extra_stopwords: vec!["barrier".to_owned()],
            stem: true,
        };
        let kit = LanguageKit::new(english, &own);
        assert!(
            kit.is_stopword("harbour") && kit.is_stopword("barrier") && !kit.is_stopword("the")
        );
        assert!(kit.is_function_word("the"));
    }
}
