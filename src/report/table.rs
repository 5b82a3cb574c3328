//! Tables for people: columns aligned by the width that characters take on a terminal.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

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
}

/// Lines of cells with two blanks between columns, no blanks at the end, and a head line.
///
/// The first column that is aligned left gives way, with an ellipsis, where the table is wider than
/// `width`.
pub(super) fn lines(
    columns: &[Column],
    rows: &[Vec<String>],
    head: Style,
    width: Option<usize>,
) -> Vec<String> {
    let mut widths: Vec<usize> = columns.iter().map(|column| column.title.width()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let total = widths.iter().sum::<usize>() + 2 * (columns.len() - 1);
    let elastic = columns
        .iter()
        .position(|column| column.align == Align::Left);
    if let (Some(limit), Some(elastic)) = (width, elastic) {
        widths[elastic] = widths[elastic]
            .saturating_sub(total.saturating_sub(limit))
            .max(8);
    }
    let titles: Vec<String> = columns
        .iter()
        .map(|column| column.title.to_owned())
        .collect();
    let mut lines = vec![line(columns, &widths, &titles, Some(head))];
    lines.extend(rows.iter().map(|row| line(columns, &widths, row, None)));
    lines
}

fn line(columns: &[Column], widths: &[usize], cells: &[String], style: Option<Style>) -> String {
    let mut line = String::new();
    for ((column, &width), cell) in columns.iter().zip(widths).zip(cells) {
        let cell = shortened(cell, width);
        let blanks = " ".repeat(width - cell.width());
        let style = style.unwrap_or(column.style);
        let cell = format!("{style}{cell}{style:#}");
        if !line.is_empty() {
            line.push_str("  ");
        }
        match column.align {
            Align::Left => line.extend([cell, blanks]),
            Align::Right => line.extend([blanks, cell]),
        }
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}

/// The text, cut with an ellipsis to at most `width` columns.
pub(super) fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
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
    cut
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
        let columns = [
            Column {
                title: "term",
                align: Align::Left,
                style: Style::new(),
            },
            Column {
                title: "n",
                align: Align::Right,
                style: Style::new(),
            },
        ];
        let rows = vec![
            vec!["a long term here".to_owned(), "7".to_owned()],
            vec!["茶".to_owned(), "12".to_owned()],
        ];
        assert_eq!(
            lines(&columns, &rows, Style::new(), None),
            [
                "term               n",
                "a long term here   7",
                "茶                12"
            ]
        );
        assert_eq!(
            lines(&columns, &rows, Style::new(), Some(14))[1],
            "a long te…   7"
        );
    }

    #[test]
    fn bars_have_eighths() {
        assert_eq!(bar(1.0, 3), "███");
        assert_eq!(bar(0.5, 3), "█▌");
        assert_eq!(bar(0.0, 3), "");
    }
}
