//! Bytes that are written as a mark and two hexadecimal digits: `%20` in addresses, `=20` in mail.

/// Bytes with such escapes resolved; a mark without two digits behind it stays.
pub(super) fn unescaped(bytes: &[u8], mark: u8) -> Vec<u8> {
    let mut plain = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let [first, behind @ ..] = rest {
        let code = behind.get(..2).and_then(|code| str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        match byte.filter(|_| *first == mark) {
            Some(byte) => {
                plain.push(byte);
                rest = &behind[2..];
            }
            None => {
                plain.push(*first);
                rest = behind;
            }
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_with_digits_are_escapes() {
        assert_eq!(unescaped(b"a%20b%C3%A9", b'%'), "a b\u{e9}".as_bytes());
        assert_eq!(unescaped(b"50%, %2", b'%'), b"50%, %2");
    }
}
