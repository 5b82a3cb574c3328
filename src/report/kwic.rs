//! Keywords in context for people: lines with the match in one column, and strips that show where in a text a
//! term stands.

use anstyle::Style as Ansi;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::safe::{ISOLATE, safe};
use crate::chars;
use crate::context::{Line, Lines};

/// The columns of a strip where there is room.
pub(super) const STRIP: usize = 40;
/// The blocks of a strip, by height.
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// A part of a strip without any occurrence.
const NONE: char = '·';
/// Each side has so many columns at least.
const NARROWEST: usize = 4;
/// A cut that would fall into a word takes away up to so many of its columns.
const WORD: usize = 12;

/// The three columns of a concordance on a terminal.
pub(super) struct Columns {
    /// Columns for the number of the line.
    pub margin: usize,
    left: usize,
    /// All but the margin.
    all: usize,
}

impl Columns {
    /// The columns for these lines on a terminal that is so wide.
    pub fn of(lines: &Lines, width: usize) -> Self {
        let widest = |widths: [usize; 3], line: Line| {
            let left = safe(&line.left).trim_start().width();
            [
                widths[0].max(left),
                widths[1].max(safe(&line.matched).width()),
                widths[2].max(line.number().to_string().len()),
            ]
        };
        let [left, matched, number] = lines.iter().fold([0, 0, 5], widest);
        let all = width.saturating_sub(number + 3).max(3 * NARROWEST);
        let matched = matched.min(all - 2 * NARROWEST);
        Self {
            margin: number,
            left: left.min((all - matched) / 2),
            all,
        }
    }

    /// A line in its columns, without blanks at its end.
    pub fn line(&self, line: &Line, strong: Ansi) -> String {
        let (left, right) = (safe(&line.left), safe(&line.right));
        let matched = fit(
            &safe(&line.matched),
            self.all - self.left - NARROWEST,
            Side::End,
        );
        let used = self.left + matched.width();
        let left = fit(left.trim_start(), self.left, Side::Start);
        let right = fit(right.trim_end(), self.all - used, Side::End);
        if is_right_to_left(&line.matched) {
            return self.mirrored([&left, &matched, &right], strong);
        }
        let blanks = " ".repeat(self.left - left.width());
        format!("{blanks}{left}{strong}{matched}{strong:#}{right}")
    }

    /// A line that is read from right to left: what is before the match stands on the right of it, as wide
    /// as it is in other lines on the left.
    fn mirrored(&self, [left, matched, right]: [&str; 3], strong: Ansi) -> String {
        let [open, close] = ISOLATE;
        let blanks = " ".repeat(self.all - self.left - matched.width() - right.width());
        format!(
            "{blanks}{open}{right}{close}{strong}{open}{matched}{close}{strong:#}{open}{left}{close}"
        )
    }
}

/// Which side of a text is cut.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// The text, cut on one side to at most so many columns, with an ellipsis. Words are kept whole where that
/// takes away little, and characters always.
fn fit(text: &str, columns: usize, side: Side) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(1) else {
        return String::new();
    };
    let graphemes = text.grapheme_indices(true);
    let mut used = 0;
    let mut fits = |grapheme: &str| {
        used += grapheme.width();
        used <= room
    };
    match side {
        Side::End => {
            let cut = graphemes.take_while(|(_, grapheme)| fits(grapheme));
            let end = cut
                .last()
                .map_or(0, |(start, grapheme)| start + grapheme.len());
            format!("{}…", &text[..whole_words_end(text, end)])
        }
        Side::Start => {
            let cut = graphemes.rev().take_while(|(_, grapheme)| fits(grapheme));
            let start = cut.last().map_or(text.len(), |(start, _)| start);
            format!("…{}", &text[whole_words_start(text, start)..])
        }
    }
}

/// The end of the last whole word before a cut, if it is near.
fn whole_words_end(text: &str, cut: usize) -> usize {
    let near = |&end: &usize| text[end..cut].width() <= WORD && end > 0;
    match text[cut..].starts_with(' ') {
        true => cut,
        false => text[..cut].rfind(' ').filter(near).unwrap_or(cut),
    }
}

/// The start of the first whole word behind a cut, if it is near.
fn whole_words_start(text: &str, cut: usize) -> usize {
    let blank = |length| cut + length + 1;
    let near = |&start: &usize| text[cut..start].width() <= WORD && start < text.len();
    match text[..cut].ends_with(' ') {
        true => cut,
        false => text[cut..].find(' ').map(blank).filter(near).unwrap_or(cut),
    }
}

/// Whether a text begins with letters that are written from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(chars::is_right_to_left)
}

/// A strip of blocks, as high as the term is frequent in each part of the text; of more parts than there are
/// columns, some are taken together.
pub(super) fn strip(parts: &[u64], columns: usize) -> String {
    let together = parts.len().div_ceil(columns.max(1)).max(1);
    let counts = || {
        parts
            .chunks(together)
            .map(|parts| parts.iter().sum::<u64>())
    };
    let most = counts().max().unwrap_or(0);
    let block = |count: u64| match count {
        0 => NONE,
        // The largest is the highest, and all others are as high as their share, rounded up.
        _ => BLOCKS[(count * BLOCKS.len() as u64).div_ceil(most) as usize - 1],
    };
    counts().map(block).collect()
}

/// The start of a line where programs read: the path, the number of the line, and a blank.
pub(super) fn place(path: &str, line: &Line) -> String {
    format!("{}:{}: ", safe(path), line.number())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{ContextOptions, Matching, Query, concordance};
    use crate::source::format::plain;
    use crate::text::{Language, LanguageKits};

    fn shown(term: &str, text: &str, width: usize) -> Vec<String> {
        let kits = LanguageKits::default();
        let query = Query::new([term], Matching::default()).unwrap();
        let kit = kits.get(Language::english());
        let found = concordance(plain("d", text), kit, &query, &ContextOptions::default());
        let lines = found.lines.unwrap();
        let columns = Columns::of(&lines, width);
        lines
            .iter()
            .map(|line| columns.line(&line, Ansi::new()))
            .collect()
    }

    const TEXT: &str = "The old gate of the harbour was shut at night. 茶市場の gate が閉まる。 Cafe\u{301} owners \
        and other people of the quay saw the gate. Gate!";

    #[test]
    fn matches_stand_in_one_column_and_lines_fit() {
        for width in 40..130 {
            let lines = shown("gate", TEXT, width);
            assert_eq!(lines.len(), 4);
            let column = |line: &String| {
                let at = line.to_lowercase().find("gate").unwrap();
                line[..at].width()
            };
            let columns: Vec<usize> = lines.iter().map(column).collect();
            assert!(columns.iter().all(|&c| c == columns[0]), "{lines:#?}");
            assert!(
                lines.iter().all(|line| line.width() + 8 <= width),
                "{width}: {lines:#?}"
            );
        }
        assert_eq!(
            shown("gate", TEXT, 50)[..3],
            [
                "           The old gate of the harbour…",
                "          茶市場の gate が閉まる。",
                " …the quay saw the gate."
            ]
        );
    }

    #[test]
    fn long_matches_and_hostile_characters_fit_too() {
        let long = "x".repeat(300);
        for text in [
            format!("{long}, then {long} was {long}"),
            "a\u{1b}[2J gate\u{7}\tb".to_owned(),
        ] {
            for line in shown("x* * x*", &text, 40)
                .iter()
                .chain(&shown("gate", &text, 40))
            {
                assert!(line.width() <= 32 && !line.contains('\u{1b}'), "{line}");
            }
        }
        for line in shown("xx*", &format!("It was {long} then."), 40) {
            assert!(line.width() <= 32, "{line}");
        }
    }

    #[test]
    fn lines_from_right_to_left_are_mirrored() {
        let lines = shown("שער", "השומר סגר את שער הנמל בלילה. שער חדש.", 60);
        let [open, close] = ISOLATE;
        for line in &lines {
            let parts: Vec<&str> = line.split(close).collect();
            assert!(
                parts[1].starts_with(open) && parts[1].ends_with("שער"),
                "{line}"
            );
            assert!(line.width() <= 52);
        }
        let before = lines[0].rsplit(open).next().unwrap();
        assert_eq!(before, format!("השומר סגר את {close}"));
    }

    #[test]
    fn cuts_keep_words_and_characters_whole() {
        assert_eq!(fit("one two three", 9, Side::End), "one two…");
        assert_eq!(fit("one two three", 9, Side::Start), "…three");
        assert_eq!(
            fit("e\u{301}e\u{301}e\u{301}e\u{301}", 3, Side::End),
            "e\u{301}e\u{301}…"
        );
        assert_eq!(fit("茶市場の", 4, Side::Start), "…の");
        assert_eq!(fit("tea", 0, Side::End), "");
    }

    #[test]
    fn strips_are_as_high_as_shares_of_the_largest() {
        assert_eq!(strip(&[0, 1, 4, 8, 0, 5], 40), "·▁▄█·▅");
        assert_eq!(strip(&[1, 0, 0, 0, 2, 2], 3), "▂·█");
        assert_eq!(strip(&[1, 1, 1], 2), "█▄");
        assert_eq!(strip(&[], 40), "");
    }
}
