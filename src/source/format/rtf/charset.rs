//! Which character a byte of RTF is: by the code page of the file, or of a font.

use crate::source::decode::{Encoding, encoding_by_label};

/// What the bytes of a font stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// The code page of the file.
    Default,
    /// A code page of its own.
    Page(Encoding),
    /// Signs, not letters.
    Symbols,
}

impl Charset {
    /// The character set with this number in a font table (`\fcharset`).
    pub fn of_font(number: i32) -> Self {
        let page = match number {
            2 => return Self::Symbols,
            77 => 10000,
            128 => 932,
            129 | 130 => 949,
            134 => 936,
            136 => 950,
            161 => 1253,
            162 => 1254,
            163 => 1258,
            177 => 1255,
            178 => 1256,
            186 => 1257,
            204 => 1251,
            222 => 874,
            238 => 1250,
            _ => return Self::Default,
        };
        code_page(page).map_or(Self::Default, Self::Page)
    }
}

/// The encoding of a code page of Windows.
pub(super) fn code_page(number: i32) -> Option<Encoding> {
    let label = match number {
        874 | 1250..=1258 => format!("windows-{number}"),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 | 1361 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        10007 => "x-mac-cyrillic".to_owned(),
        20866 => "koi8-r".to_owned(),
        21866 => "koi8-u".to_owned(),
        28592..=28606 => format!("iso-8859-{}", number - 28590),
        54936 => "gb18030".to_owned(),
        65001 => "utf-8".to_owned(),
        _ => return None,
    };
    encoding_by_label(&label)
}

/// The sign of a byte in a font of signs: bullets are all that a text needs.
pub(super) fn sign(byte: u8) -> &'static str {
    match byte {
        0xb7 | 0xa7 | 0xd8 => "•",
        b' ' => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_code_pages_are_encodings() {
        for page in [
            866, 874, 932, 936, 949, 950, 1250, 1258, 10000, 20866, 28592, 65001,
        ] {
            assert!(code_page(page).is_some(), "{page}");
        }
        assert_eq!(Charset::of_font(0), Charset::Default);
        assert_eq!(
            Charset::of_font(204),
            Charset::Page(encoding_rs::WINDOWS_1251)
        );
    }
}
