//! Text inside HTML and SVG: templates escape all that they are given with this.

use std::fmt::{self, Write};

use super::safe::is_obeyed;

/// Makes any text fit for HTML and for XML, between tags and in quoted attributes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Escaper;

impl askama::filters::Escaper for Escaper {
    fn write_escaped_str<W: Write>(&self, mut out: W, text: &str) -> fmt::Result {
        let mut plain = 0;
        for (start, c) in text.char_indices() {
            let Some(replacement) = replacement(c) else {
                continue;
            };
            out.write_str(&text[plain..start])?;
            out.write_str(replacement)?;
            plain = start + c.len_utf8();
        }
        out.write_str(&text[plain..])
    }
}

/// What stands for a character that can't stand for itself.
///
/// XML has no way to write control characters and U+FFFE and U+FFFF (XML 1.0, production 2); what turns the
/// direction of text around could make a line look like another.
fn replacement(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' => None,
        '\u{fffe}' | '\u{ffff}' => Some("\u{fffd}"),
        _ if is_obeyed(c) => Some("\u{fffd}"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_markup() {
        let escaped = |text: &str| {
            let mut out = String::new();
            askama::filters::Escaper::write_escaped_str(&Escaper, &mut out, text).unwrap();
            out
        };
        assert_eq!(
            escaped("<script>\"R&D\"</script>"),
            "&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;"
        );
        assert_eq!(
            escaped("it's\u{0}a\u{1b}b\u{ffff}\u{202e}"),
            "it&#39;s\u{fffd}a\u{fffd}b\u{fffd}\u{fffd}"
        );
        assert_eq!(escaped("茶 and\ttea\n"), "茶 and\ttea\n");
    }
}
