//! Tables for people: columns aligned by the width that characters take on a terminal.

use std::borrow::Cow;
use std::iter::repeat_n;

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::safe::isolated;

/// How a column is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Left,
    Right,
}

/// A column: its title, alignment, and style.
pub(super) struct Column {
    pub title: &'static str,
    pub align: Align,
    pub style: Style,
    /// Whether the table can do without it where there is no room.
    pub is_optional: bool,
}

/// The least width of a column that gives way, in columns of the terminal.
const NARROWEST: usize = 8;

/// Lines of cells with two blanks between columns, no blanks at the end, and a head line.
///
/// Where the table is wider than `width`, optional columns are left out, the last first; then the first
/// column that is aligned left gives way, with an ellipsis; then other columns are left out, the last first.
pub(super) fn lines(
    columns: &[Column],
    rows: &[Vec<String>],
    head: Style,
    width: Option<usize>,
) -> Vec<String> {
    let mut widths: Vec<usize> = columns.iter().map(|column| column.title.width()).collect();
    for row in rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            *column = (*column).max(width_of(cell));
        }
    }
    let mut shown: Vec<usize> = (0..columns.len()).collect();
    if let Some(limit) = width {
        fit(columns, &mut widths, &mut shown, limit);
    }
    let titles: Vec<String> = columns
        .iter()
        .map(|column| column.title.to_owned())
        .collect();
    let mut lines = vec![line(columns, &widths, &shown, &titles, Some(head))];
    lines.extend(
        rows.iter()
            .map(|row| line(columns, &widths, &shown, row, None)),
    );
    lines
}

/// Leaves out columns, and narrows one, until the table fits.
fn fit(columns: &[Column], widths: &mut [usize], shown: &mut Vec<usize>, limit: usize) {
    let total = |widths: &[usize], shown: &[usize]| {
        shown
            .iter()
            .map(|&column| widths[column] + 2)
            .sum::<usize>()
            .saturating_sub(2)
    };
    let elastic = columns
        .iter()
        .position(|column| column.align == Align::Left);
    let spare = |widths: &[usize]| {
        elastic.map_or(0, |elastic| widths[elastic].saturating_sub(2 * NARROWEST))
    };
    while total(widths, shown) > limit + spare(widths) {
        let Some(place) = shown
            .iter()
            .rposition(|&column| columns[column].is_optional)
        else {
            break;
        };
        shown.remove(place);
    }
    let narrowed =
        |widths: &[usize]| elastic.map_or(0, |elastic| widths[elastic].saturating_sub(NARROWEST));
    while total(widths, shown) > limit + narrowed(widths) && shown.len() > 2 {
        shown.pop();
    }
    if let Some(elastic) = elastic {
        let excess = total(widths, shown).saturating_sub(limit);
        widths[elastic] = widths[elastic]
            .saturating_sub(excess)
            .max(NARROWEST.min(widths[elastic]));
    }
}

fn line(
    columns: &[Column],
    widths: &[usize],
    shown: &[usize],
    cells: &[String],
    style: Option<Style>,
) -> String {
    let mut line = String::new();
    for &column in shown {
        let Column {
            align, style: own, ..
        } = &columns[column];
        let cell = shortened(&cells[column], widths[column]);
        let blanks = widths[column] - width_of(&cell);
        let (style, cell) = (style.unwrap_or(*own), isolated(&cell));
        let gap = if line.is_empty() { 0 } else { 2 };
        let (before, behind) = match align {
            Align::Left => (gap, blanks),
            Align::Right => (gap + blanks, 0),
        };
        line.extend(repeat_n(' ', before));
        match style.is_plain() {
            true => line.push_str(&cell),
            false => line.push_str(&format!("{style}{cell}{style:#}")),
        }
        line.extend(repeat_n(' ', behind));
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}

/// How many columns a text takes. What is plain needs no tables of characters.
fn width_of(text: &str) -> usize {
    let is_plain = |byte| (b' '..=b'~').contains(&byte);
    match text.bytes().all(is_plain) {
        true => text.len(),
        false => text.width(),
    }
}

/// The text, cut with an ellipsis to at most `width` columns.
pub(super) fn shortened(text: &str, width: usize) -> Cow<'_, str> {
    if width_of(text) <= width {
        return Cow::Borrowed(text);
    }
    let mut cut = String::new();
    for c in text.chars() {
        cut.push(c);
        if cut.width() >= width {
            cut.pop();
            break;
        }
    }
    cut.push('…');
    Cow::Owned(cut)
}

/// The words of a text in lines of at most `width` columns; a longer word has a line of its own.
/// Text without blanks is broken between characters.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut push = |piece: &str, gap: &str| {
        let last = lines.last_mut().expect("there is a line");
        if last.is_empty() || last.width() + gap.len() + piece.width() <= width {
            last.push_str(if last.is_empty() { "" } else { gap });
            last.push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    };
    for word in text.split(' ') {
        if word.chars().any(crate::chars::is_unspaced) {
            let mut gap = " ";
            for c in word.chars() {
                push(c.encode_utf8(&mut [0; 4]), gap);
                gap = "";
            }
        } else {
            push(word, " ");
        }
    }
    lines
}

/// A bar of eighths of a block, `share` (0 to 1) of `width` columns long.
pub(super) fn bar(share: f64, width: usize) -> String {
    let eighths = (share.clamp(0.0, 1.0) * width as f64 * 8.0).round() as usize;
    let mut bar = "█".repeat(eighths / 8);
    bar.push_str(["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]);
    bar
}

/// A bar from the middle of `2·half + 1` columns: to the right for a share above 0, to the left below.
pub(super) fn diverging(share: f64, half: usize) -> String {
    if share >= 0.0 {
        return format!("{}│{}", " ".repeat(half), bar(share, half));
    }
    // There are no blocks that are filled from the right but the half one.
    let halves = (-share.max(-1.0) * half as f64 * 2.0).round() as usize;
    let filled = format!("{}{}", ["", "▐"][halves % 2], "█".repeat(halves / 2));
    format!("{}{filled}│", " ".repeat(half - halves.div_ceil(2)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(
            wrapped("茶市很老 and so on", 8),
            ["茶市很老", "and so", "on"]
        );
        assert_eq!(shortened("茶市很老", 5), "茶市…");
        assert_eq!(shortened("tea", 5), "tea");
    }

    #[test]
    fn columns_are_aligned_and_give_way() {
        let column = |title, align, is_optional| Column {
            title,
            align,
            style: Style::new(),
            is_optional,
        };
        let columns = [
            column("term", Align::Left, false),
            column("n", Align::Right, false),
            column("more", Align::Right, true),
        ];
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = vec![row(["a long term here", "7", "x"]), row(["茶", "12", "y"])];
        assert_eq!(
            lines(&columns, &rows, Style::new(), None),
            [
                "term               n  more",
                "a long term here   7     x",
                "茶                12     y"
            ]
        );
        let narrow = lines(&columns, &rows, Style::new(), Some(14));
        assert_eq!(narrow[1], "a long te…   7");
        assert!(
            lines(&columns, &rows, Style::new(), Some(20))
                .iter()
                .all(|line| line.width() <= 20)
        );
    }

    #[test]
    fn cells_from_right_to_left_turn_no_other_cell_around() {
        let column = |title| Column {
            title,
            align: Align::Left,
            style: Style::new(),
            is_optional: false,
        };
        let rows = [["שער", "שלום"], ["gate", "peace"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            lines(&[column("one"), column("two")], &rows, Style::new(), None),
            [
                "one   two",
                "\u{2068}שער\u{2069}   \u{2068}שלום\u{2069}",
                "gate  peace"
            ]
        );
    }

    #[test]
    fn bars_have_eighths() {
        assert_eq!(bar(1.0, 3), "███");
        assert_eq!(bar(0.5, 3), "█▌");
        assert_eq!(bar(0.0, 3), "");
    }

    #[test]
    fn bars_diverge_from_the_middle() {
        assert_eq!(diverging(0.5, 4), "    │██");
        assert_eq!(diverging(-0.5, 4), "  ██│");
        assert_eq!(diverging(-0.625, 4), " ▐██│");
        assert_eq!(diverging(-1.0, 4), "████│");
        assert_eq!(diverging(-7.0, 4), "████│");
        assert_eq!(diverging(0.0, 4), "    │");
    }
}
