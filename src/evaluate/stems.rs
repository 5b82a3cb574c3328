//! How words are grouped before they are compared.

use std::borrow::Cow;

use super::Porter;
use super::tokens::APOSTROPHES;
use crate::text::LanguageKit;

/// How words are grouped before they are compared.
#[derive(Clone, Copy, Debug)]
pub enum Stems<'k> {
    /// Not at all.
    None,
    /// By a Porter stemmer.
    Porter(Porter),
    /// By the stemmer of a language, if it has one.
    Language(&'k LanguageKit),
}

impl<'k> Stems<'k> {
    /// The stems of a language: those of `porter` for English, else those of the language.
    pub fn of_language(kit: &'k LanguageKit, porter: Porter) -> Self {
        match kit.language.code {
            "en" => Self::Porter(porter),
            _ => Self::Language(kit),
        }
    }

    /// The stem of a word in lower case.
    pub fn of<'w>(&self, word: &'w str) -> Cow<'w, str> {
        match self {
            Self::None => Cow::Borrowed(word),
            Self::Porter(porter) => Cow::Owned(porter.stem(word)),
            Self::Language(kit) => match elision(word, kit) {
                0 => kit.stem(word),
                end => Cow::Owned(format!("{}{}", &word[..end], kit.stem(&word[end..]))),
            },
        }
    }
}

/// Where the word begins behind an elided article (French `l'eau`). The article stays a part of the token:
/// newer stemmers take it off, but the scores that there are were made with those that don't.
fn elision(word: &str, kit: &LanguageKit) -> usize {
    let mut elisions = kit.language.elisions.split_ascii_whitespace();
    match word.find(APOSTROPHES) {
        Some(end) if elisions.any(|elided| elided == &word[..end]) => {
            end + word[end..].chars().next().map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, TextOptions};

    #[test]
    fn english_has_porter_stems_and_others_their_own() {
        let stem = |code: &str, word: &str| {
            let language = Language::by_code(code).expect("a language");
            let kit = LanguageKit::new(language, &TextOptions::default());
            Stems::of_language(&kit, Porter::Nltk).of(word).into_owned()
        };
        assert_eq!(stem("en", "dying"), "die");
        assert_eq!(stem("de", "häuser"), "haus");
        assert_eq!(stem("fr", "l’image"), "l’imag");
        assert_eq!(stem("fr", "images"), "imag");
        assert_eq!(stem("zh", "天"), "天");
        assert_eq!(Stems::None.of("dying"), "dying");
    }
}
