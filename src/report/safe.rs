//! Text from documents that a terminal may be given.

/// Text without what a terminal would obey: control characters, which begin escape sequences, and those that
/// turn the direction of text around and could make a line look like another. Each becomes U+FFFD.
pub(super) fn safe(text: &str) -> String {
    let replaced = |c| if is_obeyed(c) { '\u{fffd}' } else { c };
    text.chars().map(replaced).collect()
}

/// Whether a terminal or a page would do something else with a character than to show it.
pub(super) fn is_obeyed(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Line and paragraph separator.
    c.is_control() || turns || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

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
