//! Normal forms of words: what makes two words the same term before stemming.

use std::borrow::Cow;

use super::LanguageKit;

/// The normal form of a word: lower case, straight apostrophes, without a possessive `'s` and without
/// an elided article or pronoun before it (French `l'eau` → `eau`).
///
/// Empty where no term is left: a lone `s` or `'s` that bad typesetting parted from its word.
///
/// ```
/// use epitome::text::{LanguageKit, TextOptions, Language, normalize};
/// let kit = LanguageKit::new(Language::by_code("en").unwrap(), &TextOptions::default());
/// assert_eq!(normalize("Wuhan’s", &kit), "wuhan");
/// assert_eq!(normalize("s", &kit), "");
/// assert_eq!(normalize("DON’T", &kit), "don't");
/// ```
pub fn normalize<'w>(word: &'w str, kit: &LanguageKit) -> Cow<'w, str> {
    let form = folded(word);
    if matches!(&*form, "s" | "'s") {
        return Cow::Borrowed("");
    }
    match normal_range(&form, kit) {
        (0, end) if end == form.len() => form,
        (start, end) => Cow::Owned(form[start..end].to_owned()),
    }
}

/// The part of a word as written that its normal form is made of, as offsets into the word.
pub(super) fn core_range(word: &str, kit: &LanguageKit) -> (usize, usize) {
    let form = folded(word);
    let (start, end) = normal_range(&form, kit);
    if form.len() == word.len() {
        return (start, end);
    }
    // Case folding or a typographic apostrophe changed lengths: count characters instead.
    let before = form[..start].chars().count();
    let behind = form[end..].chars().count();
    let offsets: Vec<usize> = word
        .char_indices()
        .map(|(i, _)| i)
        .chain([word.len()])
        .collect();
    match (offsets.get(before), offsets.len().checked_sub(1 + behind)) {
        (Some(&start), Some(last)) if start < offsets[last] => (start, offsets[last]),
        _ => (0, word.len()),
    }
}

/// Lower case, with straight apostrophes and without what is written over letters only at times: the
/// points and vowel marks of Hebrew and Arabic, the marks of stress and question of Armenian.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    if is_folded(word.as_bytes()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    let mut lower = word.to_lowercase();
    // The first bytes of these marks.
    if lower.bytes().any(|b| matches!(b, 0xd5..=0xd7 | 0xd9)) {
        lower.retain(|c| !is_optional_mark(c));
    }
    if lower.contains(['\u{2019}', '\u{2018}', '\u{02bc}', '\u{ff07}']) {
        return Cow::Owned(lower.replace(['\u{2019}', '\u{2018}', '\u{02bc}', '\u{ff07}'], "'"));
    }
    Cow::Owned(lower)
}

/// Whether a word is surely in lower case, without apostrophes and marks to change: of ASCII, Latin and Cyrillic
/// small letters, Chinese, Japanese and Korean.
fn is_folded(word: &[u8]) -> bool {
    let mut bytes = word.iter();
    while let Some(&byte) = bytes.next() {
        let is_folded = match byte {
            ..0x80 => !byte.is_ascii_uppercase(),
            // Behind the first byte of a character.
            0x80..0xc0 => true,
            // ß to ÿ.
            0xc3 => bytes.next().is_some_and(|&next| next >= 0x9f),
            // а to п, р to џ.
            0xd0 => bytes.next().is_some_and(|&next| next >= 0xb0),
            0xd1 => bytes.next().is_some_and(|&next| next < 0xa0),
            // U+3000 to U+9FFF, U+B000 to U+D7FF.
            0xe3..=0xe9 | 0xeb..=0xed => true,
            _ => false,
        };
        if !is_folded {
            return false;
        }
    }
    true
}

fn is_optional_mark(c: char) -> bool {
    matches!(c,
        '\u{0591}'..='\u{05bd}' | '\u{05bf}' | '\u{05c1}' | '\u{05c2}' | '\u{05c4}' | '\u{05c5}' | '\u{05c7}'
        | '\u{055b}' | '\u{055c}' | '\u{055e}'
        | '\u{0640}' | '\u{064b}'..='\u{0652}' | '\u{0670}'
    )
}

/// The range of a folded word without possessive and elision.
fn normal_range(form: &str, kit: &LanguageKit) -> (usize, usize) {
    let Some(apostrophe) = memchr::memchr(b'\'', form.as_bytes()) else {
        return (0, form.len());
    };
    let start = match kit.is_elision(&form[..apostrophe]) && apostrophe + 1 < form.len() {
        true => apostrophe + 1,
        false => 0,
    };
    // "it's" and "let's" are words of their own; "Wuhan's" is not.
    let possessive = form.len() > start + 2 && form.ends_with("'s") && !kit.is_function_word(form);
    (
        start,
        if possessive {
            form.len() - 2
        } else {
            form.len()
        },
    )
}

/// Whether a word is a bare number: digits and their punctuation, no letter.
pub fn is_number(word: &str) -> bool {
    !word.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Language, TextOptions};

    #[test]
    fn what_is_folded_is_not_changed() {
        for c in '\0'..=char::MAX {
            let word = c.to_string();
            let lower = word.to_lowercase();
            let is_kept =
                !is_optional_mark(c) && lower == word && lower.replace('\u{2019}', "'") == word;
            assert!(is_kept || !is_folded(word.as_bytes()), "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_lower_case(word in "[a-zA-Zà-ÿÀ-ßа-џА-Я山が가ſİ]{0,8}") {
            prop_assert_eq!(folded(&word), word.to_lowercase());
        }
    }

    fn kit(code: &str) -> LanguageKit {
        LanguageKit::new(Language::by_code(code).unwrap(), &TextOptions::default())
    }

    #[test]
    fn possessives_and_elisions_are_dropped() {
        let english = kit("en");
        for (word, normal) in [
            ("Cats", "cats"),
            ("cat's", "cat"),
            ("it’s", "it's"),
            ("S", ""),
            ("O'Neill", "o'neill"),
        ] {
            assert_eq!(normalize(word, &english), normal);
        }
        let french = kit("fr");
        for (word, normal) in [
            ("L’eau", "eau"),
            ("qu'elle", "elle"),
            ("aujourd'hui", "aujourd'hui"),
        ] {
            assert_eq!(normalize(word, &french), normal);
        }
    }

    #[test]
    fn the_core_of_a_word_is_where_its_normal_form_stands() {
        let core = |word: &str, code: &str| {
            let (start, end) = core_range(word, &kit(code));
            word[start..end].to_owned()
        };
        assert_eq!(core("Wuhan’s", "en"), "Wuhan");
        assert_eq!(core("L’Été", "fr"), "Été");
        assert_eq!(core("İstanbul's", "en"), "İstanbul");
    }

    #[test]
    fn marks_over_letters_make_no_other_word() {
        for (code, word, normal) in [
            ("ar", "كِتَابٌ", "كتاب"),
            ("ar", "كتــاب", "كتاب"),
            ("he", "שָׁלוֹם", "שלום"),
            ("hy", "Ո՞վ", "ով"),
        ] {
            assert_eq!(normalize(word, &kit(code)), normal);
            assert_eq!(core_range(word, &kit(code)), (0, word.len()));
        }
    }

    #[test]
    fn numbers_have_no_letters() {
        assert!(is_number("3.5") && is_number("1,000") && is_number("２０"));
        assert!(!is_number("5G") && !is_number("COVID"));
    }
}
