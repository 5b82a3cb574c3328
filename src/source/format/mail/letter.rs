//! What somebody wrote in a message, without what they answer to and without their signature.

use super::manners::matter;
use crate::chars::ends_sentence;

/// Lines that are kept of a plain text, each with the line of the file it stands on.
pub(super) struct Letter {
    pub text: String,
    pub lines: Vec<usize>,
}

/// So many lines may introduce a quotation.
const LONGEST_INTRODUCTION: usize = 3;
/// So many lines stand below the line that a mailing list draws.
const LONGEST_FOOTER: usize = 8;

impl Letter {
    /// The letter in the lines of a text.
    pub fn of(lines: &[(&str, usize)]) -> Self {
        let mut letter = Self {
            text: String::new(),
            lines: Vec::new(),
        };
        let last_quoted = lines.iter().rposition(|(line, _)| is_quoted(line));
        let mut kept: Vec<(&str, usize)> = Vec::new();
        let (mut is_written, mut was_quoted, mut place) = (false, false, 0);
        while let Some(&(line, number)) = lines.get(place) {
            let behind = &lines[place + 1..];
            let is_quoted_below = last_quoted.is_some_and(|last| last > place);
            if line.trim().is_empty() {
                kept.push((line, number));
            } else if is_quoted(line) {
                if !was_quoted {
                    drop_introduction(&mut kept);
                    is_written &= !kept.is_empty();
                }
                was_quoted = true;
            } else if begins_file(line) {
                let is_of_file = |(line, _): &&(&str, usize)| !line.contains(char::is_lowercase);
                place += behind.iter().take_while(is_of_file).count();
                let last = lines.get(place + 1);
                place += usize::from(last.is_some_and(|(line, _)| line.trim_end() == "end"));
            } else if is_signature(line) || is_footer(line, behind) {
                break;
            } else if begins_answered(line, behind, is_quoted_below) {
                if is_written {
                    break;
                }
                // Nothing was written above it: it is passed on, not answered.
                place += header_lines(behind);
            } else {
                (is_written, was_quoted) = (true, false);
                kept.push((line, number));
            }
            place += 1;
        }
        let said: Vec<&str> = kept.iter().map(|&(line, _)| line).collect();
        for &(line, number) in &kept[matter(&said)] {
            letter.text.push_str(line);
            letter.text.push('\n');
            letter.lines.push(number);
        }
        letter
    }
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// `begin 644 name`: a file written as capital letters and signs (uuencode), up to `end`.
fn begins_file(line: &str) -> bool {
    let mode = line.strip_prefix("begin ").and_then(|rest| rest.get(..4));
    mode.is_some_and(|mode| {
        mode.ends_with(' ')
            && mode.trim_end().bytes().all(|b| matches!(b, b'0'..=b'7'))
            && mode.trim_end().len() == 3
    })
}

fn is_signature(line: &str) -> bool {
    matches!(line.trim_end_matches(['\r', '\n']), "-- " | "--")
}

/// A line drawn by a mailing list, with a few lines below it.
fn is_footer(line: &str, behind: &[(&str, usize)]) -> bool {
    let line = line.trim_end();
    line.len() >= 40 && line.bytes().all(|b| b == b'_') && behind.len() <= LONGEST_FOOTER
}

/// Whether the message that is answered begins with this line, without marks before its lines.
fn begins_answered(line: &str, behind: &[(&str, usize)], is_quoted_below: bool) -> bool {
    let line = line.trim();
    is_marker(line)
        || (line.len() >= 20 && line.bytes().all(|b| b == b'_') && header_lines(behind) >= 3)
        || (is_header_line(line) && header_lines(behind) >= 2)
        || (!is_quoted_below && is_dated(line) && is_introduction(line))
}

/// `-----Original Message-----`, `---------- Forwarded message ---------`, in any language.
pub(super) fn is_marker(line: &str) -> bool {
    let inner = line.trim().trim_matches('-').trim();
    line.trim().starts_with("-----")
        && line.trim().ends_with("-----")
        && inner.chars().any(char::is_alphabetic)
        && inner.split(' ').count() <= 4
}

/// The names of the header lines that programs put before what is answered.
const HEADER_NAMES: [&str; 36] = [
    "from",
    "sent",
    "date",
    "to",
    "cc",
    "subject",
    "reply-to",
    "von",
    "gesendet",
    "datum",
    "an",
    "betreff",
    "de",
    "envoyé",
    "à",
    "objet",
    "enviado",
    "para",
    "asunto",
    "assunto",
    "da",
    "inviato",
    "a",
    "oggetto",
    "data",
    "van",
    "verzonden",
    "aan",
    "onderwerp",
    "från",
    "skickat",
    "till",
    "ämne",
    "fra",
    "til",
    "emne",
];

/// `From: Anna`, `*De :* Anne`.
pub(super) fn is_header_line(line: &str) -> bool {
    let line = line.trim().trim_start_matches('*');
    let Some((name, _)) = line.split_once(':').filter(|(name, _)| name.len() <= 12) else {
        return false;
    };
    let name = name.trim_end_matches(['*', ' ', '\u{a0}']).to_lowercase();
    HEADER_NAMES.contains(&name.as_str())
}

/// How many of the next lines are blank or such header lines, from the first that is none on.
fn header_lines(lines: &[(&str, usize)]) -> usize {
    let is = |(line, _): &&(&str, usize)| line.trim().is_empty() || is_header_line(line);
    lines.iter().take(12).take_while(is).count()
}

/// How the line begins that a program writes above a quotation, and a word in it.
const INTRODUCTIONS: [(&str, &str); 12] = [
    ("on ", "wrote"),
    ("am ", "schrieb"),
    ("le ", "écrit"),
    ("el ", "escribió"),
    ("em ", "escreveu"),
    ("il ", "scritto"),
    ("op ", "schreef"),
    ("den ", "skrev"),
    ("w dniu ", "napisał"),
    ("dnia ", "napisał"),
    ("dne ", "napsal"),
    ("on ", "said"),
];

/// `On Monday, Anna wrote:`, `Anna <anna@example.org> wrote:`
pub(super) fn is_introduction(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 400 || !text.ends_with(':') {
        return false;
    }
    let lower = text.to_lowercase();
    let is_told = |(_, word): &(&str, &str)| lower.contains(word);
    INTRODUCTIONS.iter().any(is_told) && (begins_introduction(text) || lower.contains('@'))
}

fn begins_introduction(text: &str) -> bool {
    let begins = |(start, _): &(&str, &str)| {
        let head = text.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    INTRODUCTIONS.iter().any(begins)
}

/// Whether the time of a day is in a line, or the number of a year.
pub(super) fn is_dated(line: &str) -> bool {
    let mut numbers = line.split(|c: char| !c.is_ascii_digit() && c != ':' && c != '.');
    numbers.any(
        |number| match number.trim_end_matches(['.', ':']).split_once([':', '.']) {
            Some((hour, minute)) => {
                matches!(hour.len(), 1 | 2) && minute.starts_with(|c: char| c.is_ascii_digit())
            }
            None => number.len() == 4 && (number.starts_with("19") || number.starts_with("20")),
        },
    )
}

/// Takes the lines off that say whom the quotation behind them is of.
fn drop_introduction(kept: &mut Vec<(&str, usize)>) {
    let blank = kept
        .iter()
        .rev()
        .take_while(|(line, _)| line.trim().is_empty())
        .count();
    let end = kept.len() - blank;
    let mut first = kept.len();
    for lines in 1..=LONGEST_INTRODUCTION.min(end) {
        let start = end - lines;
        let text: Vec<&str> = kept[start..end]
            .iter()
            .map(|(line, _)| line.trim())
            .collect();
        if text[0].is_empty() || lines > 1 && ends_sentence(text[0]) {
            break;
        }
        let text = text.join(" ");
        if is_introduction(&text) {
            first = start;
        }
        if begins_introduction(&text) {
            break;
        }
    }
    kept.truncate(first);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(text: &str) -> Vec<String> {
        let lines: Vec<(&str, usize)> = text.lines().zip(1..).collect();
        let letter = Letter::of(&lines);
        assert_eq!(letter.text.lines().count(), letter.lines.len());
        let lines = letter.text.lines().filter(|line| !line.trim().is_empty());
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn quotations_go_with_the_line_above_them() {
        let text = "Yes.\n\nOn Mon, 4 May 2020 at 10:00, Anna Weiss\n<anna@example.org> wrote:\n\n> No.\n> > Why?\n\nI mean it.\n-- \nBen";
        assert_eq!(letter(text), ["Yes.", "I mean it."]);
        assert_eq!(letter("Ja.\nAm 4. Mai 2020 schrieb Anna:\n>Nein."), ["Ja."]);
        assert_eq!(
            letter("Oui.\nLe lun. 4 mai 2020 à 10:00, Anne a écrit :\n> Non."),
            ["Oui."]
        );
        assert_eq!(letter("He wrote:\n> No.\nDone."), ["He wrote:", "Done."]);
        assert_eq!(
            letter("On the day she wrote:\nDear all."),
            ["On the day she wrote:", "Dear all."]
        );
        assert_eq!(
            letter("So be it.\nOn 4 May 2020, Anna wrote:\nOld."),
            ["So be it."]
        );
    }

    #[test]
    fn what_is_answered_below_is_dropped_and_what_is_passed_on_is_kept() {
        let answered =
            "Thanks.\n\n-----Original Message-----\nFrom: A\nSent: Monday\nTo: B\n\nOld.";
        assert_eq!(letter(answered), ["Thanks."]);
        let outlook = "Danke.\n\n________________________________\nVon: A\nGesendet: Montag\nAn: B\nBetreff: C\n\nAlt.";
        assert_eq!(letter(outlook), ["Danke."]);
        let passed_on = "\n---------- Forwarded message ---------\nFrom: A <a@b>\nDate: Mon\nSubject: C\nTo: B\n\nNews.\n";
        assert_eq!(letter(passed_on), ["News."]);
        assert_eq!(
            letter("From: here on, all is well.\nOr so."),
            ["From: here on, all is well.", "Or so."]
        );
    }

    #[test]
    fn the_end_of_a_letter_is_none_of_its_text() {
        assert_eq!(
            letter("It is so.\n\nLiebe Grüße\n\nAna\nTel. 123\n"),
            ["It is so."]
        );
        assert_eq!(letter("Thanks!\nIt came."), ["Thanks!", "It came."]);
    }

    #[test]
    fn footers_of_lists_are_dropped() {
        let text = format!(
            "News.\n{}\nList mailing list\nhttps://lists",
            "_".repeat(47)
        );
        assert_eq!(letter(&text), ["News."]);
    }
}
