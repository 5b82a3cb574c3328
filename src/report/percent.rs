//! Text in an address.

/// Text with all bytes percent-encoded but letters, digits and those that are `kept`.
///
/// A hyphen is encoded too: in a text directive it has a meaning.
pub(super) fn encoded(text: &str, kept: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '~') || kept.contains(c) {
            encoded.push(c);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
