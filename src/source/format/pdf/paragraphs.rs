//! From lines to paragraphs, headings, list items and tables.

use super::columns::{Column, Line};
use crate::chars::CLOSERS;
use crate::document::BlockKind;

/// A paragraph, heading, item or table, in lines.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub kind: BlockKind,
    /// Each with the page (from 1) that it stands on.
    pub lines: Vec<(usize, String)>,
    pub size: f32,
}

/// What most of the text is set in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Body {
    pub size: f32,
    pub font: u32,
}

impl Body {
    /// The size and the font that most characters have.
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut styles: Vec<((u32, u32), usize)> = lines
            .map(|line| {
                (
                    ((line.size * 10.0).round() as u32, line.font),
                    line.text.len(),
                )
            })
            .collect();
        styles.sort_unstable();
        let weight = |run: &[((u32, u32), usize)]| run.iter().map(|(_, length)| length).sum();
        let mut best = ((100, 0), 0_usize);
        for run in styles.chunk_by(|a, b| a.0 == b.0) {
            let weight = weight(run);
            if weight > best.1 {
                best = (run[0].0, weight);
            }
        }
        Self {
            size: best.0.0 as f32 / 10.0,
            font: best.0.1,
        }
    }
}

/// Sizes are the same up to this share.
const SAME_SIZE: f32 = 0.08;
/// A distance of lines beyond the usual one by this factor is a gap.
const GAP: f32 = 1.35;
/// A line that begins so much farther to the right, as a share of its size, is indented.
const INDENT: f32 = 0.8;
/// Beyond that it is something else than the first line of a paragraph.
const DEEPEST_INDENT: f32 = 6.0;

/// The paragraphs of a column on this page.
pub(super) fn paragraphs(column: Column, page: usize, body: Body) -> Vec<Paragraph> {
    let layout = Layout::of(&column, body);
    let mut groups: Vec<Vec<Line>> = Vec::new();
    for line in column.lines {
        match groups.last_mut() {
            Some(group) if !layout.is_break(group, &line) => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    groups
        .into_iter()
        .map(|group| paragraph(group, page, body))
        .collect()
}

fn paragraph(group: Vec<Line>, page: usize, body: Body) -> Paragraph {
    let kind = kind(&group, body);
    let size = group[0].size;
    let mut lines: Vec<(usize, String)> = group.into_iter().map(|line| (page, line.text)).collect();
    if kind == BlockKind::ListItem
        && let Some(length) = marker(&lines[0].1)
    {
        lines[0].1.drain(..length);
    }
    Paragraph { kind, lines, size }
}

/// How the lines of a column are set.
struct Layout {
    left: f32,
    right: f32,
    /// The usual distance of two lines.
    leading: f32,
    /// Whether most lines end at the right edge.
    is_justified: bool,
    body: Body,
}

impl Layout {
    fn of(column: &Column, body: Body) -> Self {
        let mut distances: Vec<f32> = column
            .lines
            .windows(2)
            .filter(|pair| is_same_size(pair[0].size, pair[1].size))
            .map(|pair| pair[1].baseline - pair[0].baseline)
            .filter(|distance| *distance > 0.0)
            .collect();
        distances.sort_unstable_by(f32::total_cmp);
        // The lower third, where short paragraphs with gaps are many.
        let leading = distances.get(distances.len() / 3).copied();
        let is_full = |line: &&Line| column.right - line.right < 0.3 * line.size;
        let full = column.lines.iter().filter(is_full).count();
        let lines = column.lines.len();
        Self {
            left: column.left,
            right: column.right,
            leading: leading.unwrap_or(0.0),
            is_justified: lines > 3 && 2 * full > lines,
            body,
        }
    }

    /// Whether a line begins another paragraph than that of the lines above it.
    fn is_break(&self, above: &[Line], line: &Line) -> bool {
        let last = &above[above.len() - 1];
        let size = line.size.max(last.size);
        let usual = self.leading.clamp(size, 2.2 * size);
        !is_same_size(line.size, last.size)
            || line.baseline - last.baseline > GAP * usual
            || is_row(line) != is_row(last)
            || marker(&line.text).is_some() && self.may_begin_item(above, line)
            || self.is_indented(above, line)
            || self.had_room(last, line)
            || self.is_short(last)
                && above.len() <= 3
                && (line.font != last.font || is_heading(above, self.body))
    }

    /// A number at the beginning of a line is the marker of an item only where the items before it begin.
    fn may_begin_item(&self, above: &[Line], line: &Line) -> bool {
        let is_bullet = line
            .text
            .starts_with(|c: char| !c.is_alphanumeric() && c != '(');
        let last = &above[above.len() - 1];
        is_bullet
            || ends_sentence(&last.text)
            || marker(&above[0].text).is_some()
            || self.is_short(last)
    }

    fn is_short(&self, line: &Line) -> bool {
        self.right - line.right > 3.0 * line.size
    }

    /// Whether a line begins a paragraph by being indented, or by not being so below indented lines.
    fn is_indented(&self, above: &[Line], line: &Line) -> bool {
        let last = &above[above.len() - 1];
        let is_centred = |line: &Line| {
            let aside = (line.left - self.left) - (self.right - line.right);
            aside.abs() < line.size && line.left - self.left > INDENT * line.size
        };
        if is_centred(line) && (is_centred(last) || above.len() == 1) {
            return false;
        }
        let least = INDENT * line.size;
        let shift = line.left - last.left;
        if shift > least {
            let hangs = above.len() == 1 && marker(&last.text).is_some();
            return !hangs && shift < DEEPEST_INDENT * line.size && ends_sentence(&last.text);
        }
        // Back to the left: behind the first line of a paragraph, or behind an indented block.
        -shift > least && above.len() > 1
    }

    /// Whether the first word of a line had room on the line before, so that it begins a paragraph.
    fn had_room(&self, last: &Line, line: &Line) -> bool {
        let word = line
            .text
            .split(' ')
            .next()
            .unwrap_or_default()
            .chars()
            .count();
        let width = (line.right - line.left) / line.text.chars().count().max(1) as f32;
        let slack = if self.is_justified { 0.6 } else { 1.5 };
        let needed = (word + 1) as f32 * width + slack * line.size;
        let begins = !line.text.starts_with(char::is_lowercase);
        begins
            && self.right - last.right > needed
            && (self.is_justified || ends_sentence(&last.text))
    }
}

pub(super) fn is_same_size(a: f32, b: f32) -> bool {
    (a - b).abs() <= SAME_SIZE * a.max(b)
}

/// Whether a line is a row of a table or of a list of contents.
fn is_row(line: &Line) -> bool {
    line.cells >= 3 || line.text.contains(". . . .") || line.text.contains(".....")
}

/// Whether a text ends like a sentence.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(CLOSERS)
        .ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '।', '۔', '؟'])
}

/// The length of the bullet or number (and the blanks behind it) that a list item begins with.
fn marker(text: &str) -> Option<usize> {
    let (first, rest) = text.split_once(' ')?;
    let is_bullet = matches!(
        first,
        "•" | "◦"
            | "▪"
            | "■"
            | "●"
            | "○"
            | "‣"
            | "–"
            | "—"
            | "-"
            | "*"
            | "·"
            | "∙"
            | "➢"
            | "✓"
    );
    let inner = first.trim_start_matches('(');
    let number = inner.strip_suffix([')', '.']).unwrap_or_default();
    let is_letter =
        |number: &str| number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase());
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    let is_marked = is_number || is_letter(number) && first.ends_with(')');
    let blanks = rest.len() - rest.trim_start().len();
    (is_bullet || is_marked).then_some(first.len() + 1 + blanks)
}

/// Headings have no more characters.
const LONGEST_HEADING: usize = 200;
/// Headings in the size of the text have no more.
const LONGEST_PLAIN_HEADING: usize = 80;

fn kind(group: &[Line], body: Body) -> BlockKind {
    if group.iter().all(is_row) {
        return BlockKind::Table;
    }
    if is_heading(group, body) {
        // The level is found when all sizes are known.
        return BlockKind::Heading(0);
    }
    if marker(&group[0].text).is_some() {
        return BlockKind::ListItem;
    }
    BlockKind::Paragraph
}

fn is_heading(group: &[Line], body: Body) -> bool {
    let length: usize = group.iter().map(|line| line.text.chars().count()).sum();
    let letters = |line: &Line| line.text.chars().filter(|c| c.is_alphabetic()).count();
    let first = &group[0];
    if group.iter().map(letters).sum::<usize>() < 2 || length > LONGEST_HEADING {
        return false;
    }
    let last = &group[group.len() - 1].text;
    if first.size > (1.0 + SAME_SIZE) * body.size {
        return group.len() <= 4 && !last.ends_with(['.', ',', ';']);
    }
    if group.len() > 1
        || length > LONGEST_PLAIN_HEADING
        || first.size < (1.0 - SAME_SIZE) * body.size
    {
        return false;
    }
    if last.ends_with(['.', ',', ';', ':', '?', '!']) || first.text.starts_with(char::is_lowercase)
    {
        return false;
    }
    let is_set_apart = first.font != body.font;
    let is_capital = !first.text.contains(char::is_lowercase) && letters(first) > 3;
    is_set_apart || is_capital || is_numbered(&first.text) || is_known(&first.text)
}

/// `2.1 The gates`, `IV. Results`
fn is_numbered(text: &str) -> bool {
    let Some((number, name)) = text.split_once(' ') else {
        return false;
    };
    let is_number = number
        .split('.')
        .all(|part| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit()));
    let roman = number.trim_end_matches('.');
    let is_roman =
        number.ends_with('.') && !roman.is_empty() && roman.bytes().all(|b| b"IVX".contains(&b));
    (is_number && number.starts_with(|c: char| c.is_ascii_digit()) || is_roman)
        && name.starts_with(char::is_uppercase)
}

/// Headings that papers have, whatever they are set in.
fn is_known(text: &str) -> bool {
    const KNOWN: &[&str] = &[
        "abstract",
        "summary",
        "introduction",
        "conclusion",
        "conclusions",
        "discussion",
        "results",
        "methods",
        "references",
        "bibliography",
        "acknowledgements",
        "acknowledgments",
        "appendix",
        "contents",
        "zusammenfassung",
        "einleitung",
        "literatur",
        "inhalt",
        "inhaltsverzeichnis",
        "résumé",
        "resumen",
        "referencias",
        "références",
    ];
    let text = text.to_lowercase();
    KNOWN.contains(&text.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Body = Body {
        size: 10.0,
        font: 1,
    };

    fn line(text: &str, left: f32, right: f32, baseline: f32) -> Line {
        Line {
            text: text.to_owned(),
            left,
            right,
            baseline,
            size: 10.0,
            font: 1,
            cells: 1,
        }
    }

    fn read(lines: Vec<Line>) -> Vec<(BlockKind, String)> {
        let column = Column {
            left: lines.iter().map(|line| line.left).fold(f32::MAX, f32::min),
            right: lines.iter().map(|line| line.right).fold(f32::MIN, f32::max),
            lines,
        };
        let text = |paragraph: Paragraph| {
            let lines: Vec<String> = paragraph.lines.into_iter().map(|line| line.1).collect();
            (paragraph.kind, lines.join("|"))
        };
        paragraphs(column, 1, BODY).into_iter().map(text).collect()
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        read(lines).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn gaps_and_indents_part_paragraphs() {
        let lines = vec![
            line("The gate was closed in the", 12.0, 200.0, 0.0),
            line("night, and it held.", 0.0, 120.0, 12.0),
            line("In the morning it was open", 12.0, 200.0, 24.0),
            line("again for the ships of the", 0.0, 200.0, 36.0),
            line("fleet.", 0.0, 40.0, 48.0),
            line("Behind a gap, another one.", 0.0, 200.0, 72.0),
        ];
        assert_eq!(
            texts(lines),
            [
                "The gate was closed in the|night, and it held.",
                "In the morning it was open|again for the ships of the|fleet.",
                "Behind a gap, another one.",
            ]
        );
    }

    #[test]
    fn a_line_with_room_for_the_next_word_ends_a_paragraph() {
        let lines = vec![
            line("A line that is full of words and", 0.0, 200.0, 0.0),
            line("ends short.", 0.0, 80.0, 12.0),
            line("This one begins without a gap,", 0.0, 199.0, 24.0),
            line("and without an indent it goes on", 0.0, 200.0, 36.0),
        ];
        assert_eq!(texts(lines).len(), 2);
    }

    #[test]
    fn items_lose_their_markers() {
        let lines = vec![
            line("• The first item, whose text goes", 0.0, 200.0, 0.0),
            line("on in a second line.", 12.0, 120.0, 12.0),
            line("• The second item.", 0.0, 120.0, 24.0),
        ];
        let expected = [
            (
                BlockKind::ListItem,
                "The first item, whose text goes|on in a second line.".to_owned(),
            ),
            (BlockKind::ListItem, "The second item.".to_owned()),
        ];
        assert_eq!(read(lines), expected);
    }

    #[test]
    fn headings_are_larger_or_in_another_font() {
        let large = Line {
            size: 14.0,
            ..line("The gates", 0.0, 80.0, 0.0)
        };
        let bold = Line {
            font: 2,
            ..line("A bold line", 0.0, 80.0, 30.0)
        };
        let text = line("Text below it, which ends here.", 0.0, 200.0, 60.0);
        let kinds: Vec<BlockKind> = read(vec![large, bold, text])
            .into_iter()
            .map(|(kind, _)| kind)
            .collect();
        let expected = [
            BlockKind::Heading(0),
            BlockKind::Heading(0),
            BlockKind::Paragraph,
        ];
        assert_eq!(kinds, expected);
        assert!(
            is_numbered("2.1 The gates") && is_numbered("IV. Results") && !is_numbered("2019 was")
        );
    }
}
