//! How wide text is, before anybody has drawn it.
//!
//! Which sans-serif a reader's machine has is not known. The widths are those of a wide one (DejaVu Sans),
//! rounded up, so text in Helvetica, Arial and the like takes less room than it was given.

use unicode_width::UnicodeWidthChar;

/// Advance widths of the characters from the blank to the tilde, in hundredths of the font size.
const ASCII: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 54, 100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75,
    79, 61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50, 50, 62, 64, 55, 64, 62, 36,
    64, 64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
];

/// Letters beyond ASCII that are far wider than others of their script.
const BROAD: &str = "ÆæŒœŴЖжШшЩщЮюЉљЊњФфЫыسشصضط";

/// The width of a text at a font size, in pixels.
pub(crate) fn text_width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| f64::from(hundredths(c))).sum::<f64>() * size / 100.0
}

fn hundredths(c: char) -> u8 {
    let ascii = (c as usize).checked_sub(' ' as usize);
    if let Some(&width) = ascii.and_then(|place| ASCII.get(place)) {
        return width;
    }
    match c.width() {
        None | Some(0) => 0,
        Some(1) if BROAD.contains(c) => 125,
        Some(1) if c.is_uppercase() => 88,
        Some(1) => 74,
        Some(_) => 100,
    }
}

/// The text, or as much of its end as has room, behind an ellipsis: the end of a path tells more.
pub(crate) fn fitted(text: &str, size: f64, width: f64) -> String {
    if text_width(text, size) <= width {
        return text.to_owned();
    }
    let mut room = width - text_width("…", size);
    let is_left_out = |c: char| {
        room -= f64::from(hundredths(c)) * size / 100.0;
        room < 0.0
    };
    let end = text.rfind(is_left_out).map_or(0, |start| {
        start + text[start..].chars().next().map_or(0, char::len_utf8)
    });
    format!("…{}", &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_up() {
        // t 40, e 62, a 62 hundredths.
        assert!((text_width("tea", 10.0) - 16.4).abs() < 1e-9);
        assert!((text_width("茶市", 10.0) - 20.0).abs() < 1e-9);
        assert_eq!(
            text_width("e\u{301}", 12.0),
            text_width("e", 12.0),
            "a combining accent"
        );
        assert_eq!(text_width("", 12.0), 0.0);
    }

    #[test]
    fn what_is_too_long_keeps_its_end() {
        assert_eq!(fitted("notes.txt", 10.0, 100.0), "notes.txt");
        let cut = fitted("a/very/long/path/to/notes.txt", 10.0, 70.0);
        assert!(cut.starts_with('…') && cut.ends_with("notes.txt"), "{cut}");
        assert!(text_width(&cut, 10.0) <= 70.0);
        assert_eq!(fitted("notes", 10.0, 0.0), "…");
    }
}
