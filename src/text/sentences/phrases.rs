//! Sentences of Thai and Lao, which have no stops: blanks part phrases, and a sentence is one of them or
//! several.
//!
//! Phrases are joined until a sentence has some length. Nothing is parted at the edges of numbers and
//! foreign words, which have blanks around them, before words that go on with a clause, behind words that
//! lead to what follows, or inside quotations and brackets.

use crate::chars::may_be_southeast_asian;
use crate::document::Span;

/// So many letters make a sentence, if a phrase ends behind them.
const SHORTEST: usize = 40;
/// From so many letters on, a sentence ends with its phrase whatever comes.
const LONGEST: usize = 200;
/// What is left behind the last sentence and has fewer letters belongs to it.
const SHORTEST_REST: usize = 12;

/// Words that go on with a clause.
const GOING_ON: &str = "และ หรือ ที่ ซึ่ง อัน โดย เพราะ เนื่องจาก เพื่อ กับ ของ แต่ รวม ตลอดจน เช่น ได้แก่ คือ ว่า \
    จึง ก็ ทั้ง จน ถ้า แล้ว ໂດຍ ແລະ ຫຼື ທີ່ ຊຶ່ງ ເພາະ ເພື່ອ";
/// Words that lead to what follows.
const LEADING: &str = "ว่า คือ ได้แก่ เช่น และ หรือ กับ ของ ที่ ใน ນີ້ຄື ວ່າ ແລະ ຄື";
/// Particles that end what somebody says.
const FINAL: &str = "ครับ ค่ะ คะ จ้ะ จ้า นะ";

/// The sentences that phrases make, as spans into the text.
pub(super) fn parts(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut rest = letters(text);
    let (mut start, mut end, mut length) = (0, 0, 0);
    let mut inside = Inside::default();
    while let Some((at, phrase)) = next_phrase(text, end) {
        let before = &text[start..end];
        if rest >= SHORTEST_REST && !inside.is_open() && is_end(before, phrase, length) {
            sentences.push(Span { start, end });
            (start, length) = (at, 0);
        }
        let letters = letters(phrase);
        (length, rest) = (length + letters, rest - letters);
        end = at + phrase.len();
        inside.read(phrase);
        if length >= LONGEST {
            inside = Inside::default();
        }
    }
    sentences.push(Span { start, end });
    sentences
}

/// The next phrase behind `from`, and where it begins.
fn next_phrase(text: &str, from: usize) -> Option<(usize, &str)> {
    let phrase = text[from..].split_whitespace().next()?;
    let behind = text[from..].trim_start();
    Some((text.len() - behind.len(), phrase))
}

/// Whether a sentence of so many letters ends between what stands before a blank and the next phrase.
fn is_end(before: &str, next: &str, length: usize) -> bool {
    let is_between = before.ends_with(is_thai_letter) && next.starts_with(is_opening_or_thai);
    let ends = |list: &str| {
        list.split_ascii_whitespace()
            .any(|word| before.ends_with(word))
    };
    let begins = |list: &str| {
        list.split_ascii_whitespace()
            .any(|word| next.starts_with(word))
    };
    let goes_on = || begins(GOING_ON) || ends(LEADING);
    is_between && (length >= LONGEST || ends(FINAL) || length >= SHORTEST && !goes_on())
}

/// The quotations and brackets that are open.
#[derive(Default)]
struct Inside {
    brackets: usize,
    is_quoted: bool,
}

impl Inside {
    fn is_open(&self) -> bool {
        self.brackets > 0 || self.is_quoted
    }

    fn read(&mut self, phrase: &str) {
        for c in phrase.chars() {
            match c {
                '(' | '[' => self.brackets += 1,
                ')' | ']' => self.brackets = self.brackets.saturating_sub(1),
                '“' => self.is_quoted = true,
                '”' => self.is_quoted = false,
                '"' => self.is_quoted = !self.is_quoted,
                _ => {}
            }
        }
    }
}

/// Whether most letters of a text are of Thai or Lao.
pub(super) fn is_mostly_thai(text: &str) -> bool {
    if !may_be_southeast_asian(text) {
        return false;
    }
    let (mut thai, mut all) = (0, 0);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        all += 1;
        thai += usize::from(is_thai(c));
    }
    2 * thai > all
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

fn is_thai(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}')
}

/// A letter or a mark over it; not the digits, nor the signs of repetition and of what is left out.
fn is_thai_letter(c: char) -> bool {
    is_thai(c) && !c.is_numeric() && !matches!(c, 'ๆ' | 'ฯ' | 'ໆ' | 'ຯ')
        || matches!(c, '”' | '"' | ')')
}

fn is_opening_or_thai(c: char) -> bool {
    is_thai_letter(c) && c != ')' || matches!(c, '“' | '"')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that a text ends its sentences where `|` stands.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let found: Vec<&str> = parts(&text).iter().map(|span| span.of(&text)).collect();
        let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn phrases_are_joined_up_to_the_length_of_a_sentence() {
        check("ฝนตก หนักมาก");
        check("ขอบคุณมากครับ |วันนี้ผมต้องรีบกลับบ้านก่อนค่ำ");
        check("เขื่อนกั้นน้ำของเมืองถูกปิดเมื่อวันจันทร์เพราะระดับน้ำสูงขึ้นมาก |ชาวบ้านที่อยู่ริมแม่น้ำเฝ้ามองอย่างเงียบงัน");
        check("เขื่อนกั้นน้ำของเมืองถูกปิดเมื่อวันจันทร์เพราะระดับน้ำสูงขึ้นมาก และชาวบ้านที่อยู่ริมแม่น้ำเฝ้ามองอย่างเงียบงัน");
        assert!(!is_mostly_thai("this is English text with คำไทย in it"));
    }

    #[test]
    fn nothing_is_parted_around_numbers_and_in_quotations() {
        check("โรงเรียนแห่งนี้สร้างขึ้นโดยชาวบ้านในหมู่บ้านเมื่อปี 2515 มีนักเรียนประมาณสองร้อยคน");
        check(
            "นายกเทศมนตรีของเมืองกล่าวกับผู้สื่อข่าวว่า “เราไม่กลัวน้ำท่วมครั้งนี้แม้แต่น้อยเลย เราเคยเห็นมามากกว่านี้แล้ว”",
        );
    }

    #[test]
    fn endless_text_takes_linear_time() {
        let text = "ภาษา ".repeat(100_000);
        assert!(parts(text.trim_end()).len() > 1_000);
    }
}
