//! What single characters tell, in any language.

/// Whether the character belongs to a script that is written without blanks between words.
pub fn is_unspaced(c: char) -> bool {
    is_ideographic(c) || is_southeast_asian(c)
}

/// Whether the character belongs to a script of many letters a word, without blanks between words: a
/// dictionary alone tells words there.
pub fn is_southeast_asian(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}'         // Thai, Lao
        | '\u{1000}'..='\u{109f}'       // Myanmar
        | '\u{1780}'..='\u{17ff}'       // Khmer
    )
}

/// Whether a text may hold such characters: all of them begin with these bytes.
pub fn may_be_southeast_asian(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0xe0, 0xe1, bytes)
        .any(|at| matches!(bytes[at + 1], 0x80..=0x82 | 0x9e..=0x9f | 0xb8..=0xbb))
}

/// Whether the character is a Chinese or Japanese one: each counts as a word in budgets.
pub fn is_ideographic(c: char) -> bool {
    matches!(c,
        '\u{3040}'..='\u{30ff}'         // kana
        | '\u{31f0}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}'
    )
}

/// Whether the character is a letter that is written from right to left, or a mark that goes with one.
pub fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08ff}'         // Hebrew, Arabic, Syriac, Thaana, N'Ko and others
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}'
    )
}

/// Characters that may stand between the stop of a sentence and the blank behind it.
pub const CLOSERS: &[char] = &[
    '"', '\'', '”', '’', '“', '»', '«', '›', ')', ']', '}', '」', '』', '）', '】', '》',
];

/// So many notes at the most stand behind a stop, and none has more bytes.
const MOST_NOTES: usize = 8;
const LONGEST_NOTE: usize = 32;

/// Whether a text ends the way sentences do, closing quotes and brackets aside, and the notes behind the stop.
pub fn ends_sentence(text: &str) -> bool {
    match text.as_bytes().last() {
        Some(b'.' | b'!' | b'?') => true,
        None | Some(b'a'..=b'z' | b'A'..=b'Z' | b',' | b';' | b':') => false,
        Some(b'0'..=b'9') => ends_with_number_of_note(text),
        Some(_) => ends_with_stop(text) || ends_with_stop(without_notes(text)),
    }
}

fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || CLOSERS.contains(&c))
        .ends_with([
            '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '\u{37e}', '။',
            '។',
        ])
}

/// "It is in Prague.3": digits right behind the stop of a word.
fn ends_with_number_of_note(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let word = bare.strip_suffix(['.', '!', '?']);
    text.len() - bare.len() <= 3
        && word.is_some_and(|word| {
            word.chars()
                .rev()
                .take(3)
                .filter(|c| c.is_lowercase())
                .count()
                == 3
        })
}

/// A text without the notes and asides in brackets at its end: "She left.[2][12]", "She left. {gap}".
fn without_notes(text: &str) -> &str {
    const RAISED: &[char] = &['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹', '⁰'];
    let mut bare = text.trim_end();
    for _ in 0..MOST_NOTES {
        let tail = &bare[bare.ceil_char_boundary(bare.len().saturating_sub(LONGEST_NOTE))..];
        let open = match tail.as_bytes().last() {
            Some(b']') => tail.rfind('['),
            Some(b'}') => tail.rfind('{'),
            _ => None,
        };
        let Some(open) = open else { break };
        bare = bare[..bare.len() - tail.len() + open].trim_end();
    }
    bare.trim_end_matches(RAISED)
}

/// How many bytes are such. Sums of one byte are made of many bytes at once.
pub(crate) fn count_bytes(bytes: &[u8], is_such: impl Fn(u8) -> bool) -> usize {
    let count = |part: &[u8]| part.iter().map(|&byte| u8::from(is_such(byte))).sum::<u8>();
    let parts = bytes.chunks(usize::from(u8::MAX));
    parts.map(|part| usize::from(count(part))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_with_a_stop_behind_which_only_closers_stand() {
        for text in [
            "Yes.",
            "“Yes!”",
            "(Yes?)",
            "好。」",
            "Ja!« ",
            "So …",
            "क्या?",
            "है।",
            "ہے۔",
            "է։",
            "She left.[2][12]",
            "She left. {gap}",
            "It is in Prague.3",
            "Of mice.¹²",
        ] {
            assert!(ends_sentence(text), "{text}");
        }
        for text in [
            "Dear Sir,",
            "Contents",
            "We need:",
            "",
            "[2]",
            "is 2.3",
            "No.3",
            "a [2]",
        ] {
            assert!(!ends_sentence(text), "{text}");
        }
    }
}
