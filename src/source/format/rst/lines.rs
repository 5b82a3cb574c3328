//! The lines of reStructuredText, and what they look like by themselves.

/// A line without blanks at its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    pub text: &'t str,
    /// Columns before it.
    pub indent: usize,
    /// The line of the file, from 1.
    pub number: usize,
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// Tabs go on to the next of these columns.
const TAB: usize = 8;

pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let line = |(place, raw): (usize, &'_ str)| -> (usize, usize, usize, usize) {
        let mut indent = 0;
        let mut start = 0;
        for byte in raw.bytes() {
            match byte {
                b' ' => indent += 1,
                b'\t' => indent = (indent / TAB + 1) * TAB,
                _ => break,
            }
            start += 1;
        }
        (place + 1, indent, start, raw.trim_end().len().max(start))
    };
    text.lines()
        .enumerate()
        .map(|(place, raw)| {
            let (number, indent, start, end) = line((place, raw));
            Line {
                text: &raw[start..end],
                indent,
                number,
            }
        })
        .collect()
}

/// The sign that a line is drawn of, if it is nothing else.
pub(super) fn rule(text: &str) -> Option<u8> {
    let first = *text.as_bytes().first()?;
    (text.len() >= 2 && first.is_ascii_punctuation() && text.bytes().all(|byte| byte == first))
        .then_some(first)
}

/// The border of a simple table: `=====  ===`.
pub(super) fn is_border(text: &str) -> bool {
    text.starts_with("==")
        && text.contains(' ')
        && text.bytes().all(|byte| matches!(byte, b'=' | b' '))
}

/// The border of a grid table: `+----+---+`.
pub(super) fn is_grid(text: &str) -> bool {
    text.len() >= 5
        && text.starts_with('+')
        && text.ends_with('+')
        && text.bytes().all(|b| matches!(b, b'+' | b'-' | b'='))
}

/// The length of the sign or the number of a list with the blanks behind it; 0 where there is none.
pub(super) fn marker(text: &str) -> usize {
    let end = text
        .bytes()
        .take(6)
        .position(|byte| byte == b' ')
        .unwrap_or(text.len());
    let mark = &text[..text.floor_char_boundary(end)];
    let number = mark.strip_suffix(['.', ')']).unwrap_or("");
    let number = number.strip_prefix('(').unwrap_or(number);
    let is_number = number == "#"
        || (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_letter =
        mark.ends_with(')') && number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic());
    match is_number || is_letter || matches!(mark, "*" | "-" | "+" | "•" | "‣") {
        true => end + text[mark.len()..].len() - text[mark.len()..].trim_start().len(),
        false => 0,
    }
}

/// The name and the rest of a field: `:Author: Anna`.
pub(super) fn field(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix(':')?;
    let near = &inner[..inner.floor_char_boundary(80)];
    let end = near
        .find(": ")
        .or_else(|| near.strip_suffix(':').map(str::len))?;
    let name = &near[..end];
    let is_name = !name.is_empty() && name.trim() == name && !name.contains('`');
    is_name.then(|| (name, inner[end + 1..].trim_start()))
}
