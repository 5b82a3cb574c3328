//! The bytes of RTF in tokens.

/// One thing that RTF says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\name` or `\name12`
    Word(&'b str, Option<i32>),
    /// `\` and a character that is no letter.
    Symbol(u8),
    /// `\'e4`
    Hex(u8),
    /// A byte of text.
    Byte(u8),
}

/// Longer control words are none that mean anything.
const LONGEST_WORD: usize = 32;

/// All tokens of some bytes, without raw data (`\bin`).
#[derive(Debug)]
pub(super) struct Tokens<'b> {
    rest: &'b [u8],
}

impl<'b> Tokens<'b> {
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// What stands behind a backslash.
    fn control(&mut self) -> Option<Token<'b>> {
        let letters = count(self.rest, u8::is_ascii_alphabetic);
        if letters > 0 {
            return Some(self.word(letters));
        }
        let symbol = *self.rest.first()?;
        self.rest = &self.rest[1..];
        let digits = self.rest.get(..2).filter(|_| symbol == b'\'');
        let code = digits
            .and_then(|digits| str::from_utf8(digits).ok())
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                self.rest = &self.rest[2..];
                Some(Token::Hex(byte))
            }
            None => Some(Token::Symbol(symbol)),
        }
    }

    /// A control word of so many letters, its number and the blank behind it.
    fn word(&mut self, letters: usize) -> Token<'b> {
        let (name, behind) = self.rest.split_at(letters);
        let sign = usize::from(behind.first() == Some(&b'-'));
        let digits = count(&behind[sign..], u8::is_ascii_digit);
        let length = if digits > 0 { sign + digits } else { 0 };
        let (number, behind) = behind.split_at(length);
        self.rest = behind.strip_prefix(b" ").unwrap_or(behind);
        let name = str::from_utf8(&name[..letters.min(LONGEST_WORD)]).unwrap_or_default();
        let number = str::from_utf8(number).unwrap_or_default().parse().ok();
        if name == "bin" {
            let length = number.and_then(|n: i32| usize::try_from(n).ok());
            let length = length.unwrap_or(0).min(self.rest.len());
            self.rest = &self.rest[length..];
        }
        Token::Word(name, number)
    }
}

fn count(bytes: &[u8], is: fn(&u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| is(byte)).count()
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let (&first, behind) = self.rest.split_first()?;
            self.rest = behind;
            return match first {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                byte => Some(Token::Byte(byte)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Token::{Byte, Close, Hex, Open, Symbol, Word};
    use super::*;

    #[test]
    fn words_have_numbers_and_end_with_a_blank() {
        let tokens: Vec<_> =
            Tokens::new(b"{\\u-12 ?\\par\r\n\\'e4\\'zz\\~\\b0a\\bin3 }}}}\\").collect();
        let expected = [
            Open,
            Word("u", Some(-12)),
            Byte(b'?'),
            Word("par", None),
            Hex(0xe4),
            Symbol(b'\''),
            Byte(b'z'),
            Byte(b'z'),
            Symbol(b'~'),
            Word("b", Some(0)),
            Byte(b'a'),
            Word("bin", Some(3)),
            Close,
        ];
        assert_eq!(tokens, expected);
    }
}
