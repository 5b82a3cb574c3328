//! Text from documents that a terminal may be given.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::chars::is_right_to_left;

/// First Strong Isolate and Pop Directional Isolate: what is between them does not turn around what is not.
pub(super) const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

/// Safe text that stands beside other text in a line, so that what is written from right to left in it does
/// not turn around what stands there.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    let [open, close] = ISOLATE;
    match text.contains(is_right_to_left) {
        true => Cow::Owned(format!("{open}{text}{close}")),
        false => Cow::Borrowed(text),
    }
}

/// Text without what a terminal would obey: control characters, which begin escape sequences, and those that
/// turn the direction of text around and could make a line look like another. Each becomes U+FFFD.
///
/// ```
/// assert_eq!(epitome::report::safe("red \u{1b}[31m"), "red \u{fffd}[31m");
/// ```
pub fn safe(text: &str) -> String {
    if !may_be_obeyed(text) {
        return text.to_owned();
    }
    let replaced = |c| if is_obeyed(c) { '\u{fffd}' } else { c };
    text.chars().map(replaced).collect()
}

/// Whether any character of a text may be obeyed: each that is has or begins with one of these bytes.
fn may_be_obeyed(text: &str) -> bool {
    let is_suspect = |byte: &u8| matches!(byte, 0..0x20 | 0x7f | 0xc2 | 0xe2);
    text.as_bytes().iter().any(is_suspect)
}

/// Whether a terminal or a page would do something else with a character than to show it.
pub(super) fn is_obeyed(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Line and paragraph separator.
    c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Writes a value as JSON in which a terminal obeys nothing: what it would is escaped, so that it is read back.
pub(super) fn write_json(out: impl Write, value: &(impl Serialize + ?Sized)) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Escaped);
    Ok(value.serialize(&mut serializer)?)
}

/// JSON that somebody else wrote, in which a terminal obeys nothing. It says the same, and where there is nothing that
/// would be obeyed it is the same.
pub(super) fn safe_json(json: &str) -> Cow<'_, str> {
    if !may_be_obeyed(json) {
        return Cow::Borrowed(json);
    }
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            // White space between values: in strings it is always escaped.
            '\0'..' ' => safe.push(' '),
            c if is_obeyed(c) => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

/// JSON as it is usually written, with more characters escaped.
struct Escaped;

impl Formatter for Escaped {
    fn write_string_fragment<W>(&mut self, out: &mut W, fragment: &str) -> io::Result<()>
    where
        W: Write + ?Sized,
    {
        let mut plain = 0;
        for (start, c) in fragment.char_indices().filter(|(_, c)| is_obeyed(*c)) {
            out.write_all(&fragment.as_bytes()[plain..start])?;
            write!(out, "\\u{:04x}", u32::from(c))?;
            plain = start + c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[plain..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_from_right_to_left_is_isolated() {
        assert_eq!(isolated("שער"), "\u{2068}שער\u{2069}");
        assert_eq!(isolated("gate שער"), "\u{2068}gate שער\u{2069}");
        for text in ["gate", "茶市", ""] {
            assert!(matches!(isolated(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn json_is_escaped_and_read_back() {
        let text = "a\u{1b}\"\u{7f}é\u{9b}2J\u{202e}\n\u{2028}";
        let mut out = Vec::new();
        write_json(&mut out, &[text]).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&out),
            r#"["a\u001b\"\u007fé\u009b2J\u202e\n\u2028"]"#
        );
        let read: Vec<String> = serde_json::from_slice(&out).unwrap();
        assert_eq!(read, [text]);
    }

    #[test]
    fn what_others_wrote_is_escaped_where_it_is_obeyed() {
        let json = "{\"a\":\r[1.0,\t\"\u{9b}2J é “\u{7f}\\u001b\u{202e}\"]}";
        let safe = safe_json(json);
        assert_eq!(
            safe,
            "{\"a\": [1.0, \"\\u009b2J é “\\u007f\\u001b\\u202e\"]}"
        );
        let read = |json| serde_json::from_str::<serde_json::Value>(json).unwrap();
        assert_eq!(read(&safe), read(json));
        let plain = "{\"a\":1e400, \"é\":\"茶\"}";
        assert!(matches!(safe_json(plain), Cow::Borrowed(same) if same == plain));
        for c in (0..=0x10_ffff)
            .filter_map(char::from_u32)
            .filter(|&c| is_obeyed(c))
        {
            assert!(matches!(safe_json(&c.to_string()), Cow::Owned(_)), "{c:?}");
        }
    }

    #[test]
    fn what_is_obeyed_is_replaced() {
        assert_eq!(
            safe("a\u{1b}[31mb\u{9b}\r\n\u{202e}c\u{2028}"),
            "a\u{fffd}[31mb\u{fffd}\u{fffd}\u{fffd}\u{fffd}c\u{fffd}"
        );
        // Joiners are parts of words and emoji, marks of direction turn nothing around.
        for text in ["plain", "é 茶 👩\u{200d}🚀", "\u{200f}שלום"] {
            assert_eq!(safe(text), text);
        }
    }
}
