//! Bytes that were written as letters to pass through mail (RFC 2045).

use super::super::escapes::unescaped;

/// The bytes of base64; what is no letter of it is passed over.
pub(super) fn base64(written: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(written.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for &letter in written {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

/// The bytes of a line of quoted-printable, without the `=` at its end that only breaks it.
pub(super) fn quoted_printable(line: &[u8]) -> Vec<u8> {
    unescaped(line, b'=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_out_of_letters() {
        assert_eq!(base64(b"SGVs\r\nbG8h"), b"Hello!");
        assert_eq!(base64(b"SGk="), b"Hi");
        assert_eq!(
            quoted_printable(b"a=3Db=C3=A4=zz ="),
            "a=bä=zz =".as_bytes()
        );
    }
}
