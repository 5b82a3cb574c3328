//! Languages as data: one file a language, one line each in [`LANGUAGES`].

mod chinese;
mod danish;
mod detection;
mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod japanese;
mod norwegian;
mod polish;
mod portuguese;
mod russian;
mod signs;
mod spanish;
mod swedish;
mod turkish;
mod vietnamese;

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, OnceLock};

pub use detection::Detector;
pub(super) use signs::SignTables;
pub use signs::{Matter, Signs};
use snowstem::{Algorithm, Stemmer};

use super::forms::Memory;
use crate::chars::is_unspaced;
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
    /// The Snowball stemmer, where there is one.
    pub stemmer: Option<Algorithm>,
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
    &chinese::CHINESE,
    &danish::DANISH,
    &dutch::DUTCH,
    &english::ENGLISH,
    &french::FRENCH,
    &german::GERMAN,
    &italian::ITALIAN,
    &japanese::JAPANESE,
    &norwegian::NORWEGIAN,
    &polish::POLISH,
    &portuguese::PORTUGUESE,
    &russian::RUSSIAN,
    &spanish::SPANISH,
    &swedish::SWEDISH,
    &turkish::TURKISH,
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
    /// The language with this ISO 639-1 code, or with this English name in any case.
    pub fn by_code(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().copied().find(|language| {
            language.code.eq_ignore_ascii_case(code) || language.name.eq_ignore_ascii_case(code)
        })
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
const LONGEST_OPENING: usize = 5;

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
            stemmer: language
                .stemmer
                .filter(|_| options.stem)
                .map(Stemmer::create),
            signs: OnceLock::new(),
            memories: Mutex::default(),
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
    kits: [OnceLock<LanguageKit>; LANGUAGES.len() + 1],
}

impl LanguageKits {
    /// Kits that will be made with these options.
    pub fn new(options: TextOptions) -> Self {
        Self {
            options,
            kits: Default::default(),
        }
    }

    /// The kit of one language.
    pub fn get(&self, language: &'static Language) -> &LanguageKit {
        let place = LANGUAGES
            .iter()
            .position(|listed| *listed == language)
            .unwrap_or(LANGUAGES.len());
        self.kits[place].get_or_init(|| LanguageKit::new(language, &self.options))
    }
}

/// Where the language of a document is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LanguageSource {
    /// It was set for all documents.
    Set,
    /// It was detected in the text.
    Detected,
    /// The text is too short to tell: it is the language of most other documents.
    Others,
    /// The text is too short to tell, and so are all others: English, for want of a better guess.
    Default,
}

#[cfg(test)]
mod tests {
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
                assert_eq!(word, word.to_lowercase(), "{}", language.name);
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
