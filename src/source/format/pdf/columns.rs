//! The order in which the pieces of a page are read: columns one after the other, and what stands across them
//! before, between and behind.

use super::lines::Piece;
use crate::chars::is_unspaced;

/// A line of running text, or a row of a table.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    pub size: f32,
    pub font: u32,
    /// How many cells it has, if it is a row of a table: parts with wide gaps between them.
    pub cells: usize,
}

/// Lines below each other: a column, or a part of one between two things that stand across.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Column {
    pub lines: Vec<Line>,
    pub left: f32,
    pub right: f32,
}

/// Columns within columns are looked for so deep.
const DEEPEST: usize = 6;
/// A gutter is as wide as this share of the size of the text.
const GUTTER: f32 = 0.7;
/// Columns have so many lines beside each other, or they are none.
const FEWEST_LINES: usize = 3;
/// Lines of a column have so many characters in the middle; cells of a table have fewer.
const FEWEST_CHARACTERS: usize = 14;
/// What stands beyond a gutter by a smaller share of its width does not stand across.
const STICKS_OUT: f32 = 0.15;
/// A gap of more than this share of the size of the characters parts two cells of a table.
const CELL: f32 = 1.5;
/// So many places are tried for a gutter.
const MOST_GUTTERS: usize = 24;

/// The columns of a page, in the order in which they are read; `pieces` are ordered from the top to the bottom.
pub(super) fn columns(pieces: Vec<Piece>) -> Vec<Column> {
    let mut columns = Vec::new();
    part(pieces, DEEPEST, &mut columns);
    columns
}

fn part(pieces: Vec<Piece>, depth: usize, columns: &mut Vec<Column>) {
    let gutter = gutter(&pieces).filter(|_| depth > 0);
    let Some(gutter) = gutter else {
        columns.extend(column(pieces));
        return;
    };
    for band in bands(pieces, gutter) {
        match band {
            Band::Across(pieces) => part(pieces, 0, columns),
            Band::Parted(left, right) => {
                part(left, depth - 1, columns);
                part(right, depth - 1, columns);
            }
        }
    }
}

/// A part of a page from the top to the bottom.
enum Band {
    /// Without the gutter.
    Across(Vec<Piece>),
    /// What stands on the left and on the right of the gutter.
    Parted(Vec<Piece>, Vec<Piece>),
}

/// The place from top to bottom that parts most lines into those on its left and on its right.
fn gutter(pieces: &[Piece]) -> Option<f32> {
    let parted = |x: f32| -> usize {
        let bands = band_ends(pieces, x).into_iter();
        bands
            .filter(|band| band.is_parted)
            .map(|band| band.end - band.start)
            .sum()
    };
    let mut best = None;
    for x in gaps(pieces) {
        let count = parted(x);
        if count > best.map_or(0, |(_, most)| most) {
            best = Some((x, count));
        }
    }
    best.map(|(x, _)| x)
}

/// Where few pieces stand, from top to bottom: the middles of such gaps, the emptiest first.
fn gaps(pieces: &[Piece]) -> Vec<f32> {
    let left = pieces
        .iter()
        .map(|piece| piece.left)
        .fold(f32::MAX, f32::min);
    let right = pieces
        .iter()
        .map(|piece| piece.right)
        .fold(f32::MIN, f32::max);
    if right - left <= 1.0 {
        return Vec::new();
    }
    // How many pieces stand over each of so many stripes.
    const STRIPES: usize = 512;
    let stripe = |x: f32| (((x - left) / (right - left)) * STRIPES as f32) as usize;
    let mut changes = vec![0_i32; STRIPES + 2];
    for piece in pieces {
        changes[stripe(piece.left).min(STRIPES)] += 1;
        changes[stripe(piece.right).min(STRIPES) + 1] -= 1;
    }
    let cover: Vec<i32> = changes[..STRIPES]
        .iter()
        .scan(0, |sum, change| {
            *sum += change;
            Some(*sum)
        })
        .collect();
    let mut gaps: Vec<(i32, usize, f32)> = Vec::new();
    let mut start = 0;
    for level in cover.chunk_by(|a, b| a == b) {
        let end = start + level.len();
        let before = start.checked_sub(1).map_or(0, |before| cover[before]);
        let behind = cover.get(end).copied().unwrap_or(0);
        if level[0] < before && level[0] < behind {
            let middle = (start + end) as f32 / 2.0 / STRIPES as f32;
            gaps.push((
                level[0],
                STRIPES - level.len(),
                left + middle * (right - left),
            ));
        }
        start = end;
    }
    gaps.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    gaps.truncate(MOST_GUTTERS);
    gaps.into_iter().map(|(_, _, x)| x).collect()
}

/// Pieces `start..end` of those that are ordered from the top to the bottom.
struct BandEnds {
    start: usize,
    end: usize,
    is_parted: bool,
}

/// Where a gutter at `x` begins and ends, from the top to the bottom.
fn band_ends(pieces: &[Piece], x: f32) -> Vec<BandEnds> {
    // What only sticks out of a column, a formula say, does not stand across.
    let is_across = |piece: &Piece| {
        let least = (STICKS_OUT * piece.width()).max(2.0);
        x - piece.left > least && piece.right - x > least
    };
    let mut bands: Vec<BandEnds> = Vec::new();
    let mut start = 0;
    for group in pieces.chunk_by(|a, b| is_across(a) == is_across(b)) {
        let end = start + group.len();
        let is_parted = !is_across(&group[0]) && are_columns(group, x);
        match bands.last_mut() {
            Some(band) if !band.is_parted && !is_parted => band.end = end,
            _ => bands.push(BandEnds {
                start,
                end,
                is_parted,
            }),
        }
        start = end;
    }
    bands
}

/// Whether what stands on either side of `x` are columns of text.
fn are_columns(pieces: &[Piece], x: f32) -> bool {
    let side = |left: bool| pieces.iter().filter(move |piece| is_left(piece, x) == left);
    if ![true, false].into_iter().all(|left| is_text(side(left))) {
        return false;
    }
    let gap = nth(side(false).map(|piece| piece.left), 0.25)
        - nth(side(true).map(|piece| piece.right), 0.75);
    gap >= GUTTER * nth(pieces.iter().map(|piece| piece.size), 0.5)
}

fn is_left(piece: &Piece, x: f32) -> bool {
    piece.left + piece.right < 2.0 * x
}

/// The value below which this share of all values lies.
fn nth(values: impl Iterator<Item = f32>, share: f32) -> f32 {
    let mut values: Vec<f32> = values.collect();
    values.sort_unstable_by(f32::total_cmp);
    let place = share * values.len().saturating_sub(1) as f32;
    values.get(place.round() as usize).copied().unwrap_or(0.0)
}

fn is_text<'p>(pieces: impl Iterator<Item = &'p Piece>) -> bool {
    let mut lengths: Vec<usize> = pieces
        .map(|piece| {
            let is_wide = |c: &char| is_unspaced(*c);
            piece.text.chars().count() + piece.text.chars().filter(is_wide).count()
        })
        .collect();
    if lengths.len() < FEWEST_LINES {
        return false;
    }
    let middle = lengths.len() / 2;
    *lengths.select_nth_unstable(middle).1 >= FEWEST_CHARACTERS
}

fn bands(pieces: Vec<Piece>, x: f32) -> Vec<Band> {
    let ends = band_ends(&pieces, x);
    let mut pieces = pieces.into_iter();
    ends.into_iter()
        .map(|band| {
            let group: Vec<Piece> = pieces.by_ref().take(band.end - band.start).collect();
            if band.is_parted {
                let (left, right) = group.into_iter().partition(|piece| is_left(piece, x));
                Band::Parted(left, right)
            } else {
                Band::Across(group)
            }
        })
        .collect()
}

/// Pieces as lines below each other.
fn column(pieces: Vec<Piece>) -> Option<Column> {
    let mut lines: Vec<Line> = Vec::new();
    for row in rows(pieces) {
        lines.extend(line(row));
    }
    Some(Column {
        left: lines.iter().map(|line| line.left).fold(f32::MAX, f32::min),
        right: lines.iter().map(|line| line.right).fold(f32::MIN, f32::max),
        lines,
    })
    .filter(|column| !column.lines.is_empty())
}

/// Pieces by line; one stands on the line of the piece before it if their baselines agree.
fn rows(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        let is_on = |row: &Vec<Piece>| {
            let first = &row[0];
            piece.baseline - first.baseline <= 0.35 * first.size.min(piece.size)
        };
        match rows.last_mut() {
            Some(row) if is_on(row) => row.push(piece),
            _ => rows.push(vec![piece]),
        }
    }
    rows
}

fn line(mut row: Vec<Piece>) -> Option<Line> {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let largest = row.iter().max_by(|a, b| a.text.len().cmp(&b.text.len()))?;
    let texts: Vec<&str> = row.iter().map(|piece| piece.text.as_str()).collect();
    Some(Line {
        text: texts.join(" "),
        left: row.first()?.left,
        right: row.iter().map(|piece| piece.right).fold(f32::MIN, f32::max),
        baseline: largest.baseline,
        size: largest.size,
        font: largest.font,
        cells: 1 + row
            .windows(2)
            .filter(|pair| pair[1].left - pair[0].right > CELL * pair[0].size)
            .count(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A piece whose characters are half as wide as their size of 10.
    fn piece(text: &str, left: f32, baseline: f32) -> Piece {
        Piece {
            text: text.to_owned(),
            left,
            right: left + text.len() as f32 * 5.0,
            baseline,
            size: 10.0,
            font: 0,
        }
    }

    fn read(mut pieces: Vec<Piece>) -> Vec<Vec<String>> {
        pieces.sort_by(|a, b| {
            a.baseline
                .total_cmp(&b.baseline)
                .then(a.left.total_cmp(&b.left))
        });
        let texts = |column: Column| column.lines.into_iter().map(|line| line.text).collect();
        columns(pieces).into_iter().map(texts).collect()
    }

    #[test]
    fn columns_are_read_one_after_the_other() {
        let mut pieces = vec![piece(
            "A title that stands across the two columns",
            20.0,
            10.0,
        )];
        for line in 0..4 {
            let baseline = 30.0 + 12.0 * line as f32;
            pieces.push(piece(&format!("left column line {line}"), 0.0, baseline));
            pieces.push(piece(
                &format!("right column line {line}"),
                110.0,
                baseline + 3.0,
            ));
        }
        pieces.push(piece(
            "A note that stands across the two columns too",
            0.0,
            90.0,
        ));
        let lines = |side: &str| {
            (0..4)
                .map(|line| format!("{side} column line {line}"))
                .collect()
        };
        let expected: [Vec<String>; 4] = [
            vec!["A title that stands across the two columns".to_owned()],
            lines("left"),
            lines("right"),
            vec!["A note that stands across the two columns too".to_owned()],
        ];
        assert_eq!(read(pieces), expected);
    }

    #[test]
    fn rows_of_a_table_stay_rows() {
        let mut pieces = Vec::new();
        for line in 0..5 {
            pieces.push(piece(&format!("Gate {line}"), 0.0, 12.0 * line as f32));
            pieces.push(piece("12 m", 100.0, 12.0 * line as f32));
        }
        let expected: Vec<String> = (0..5).map(|line| format!("Gate {line} 12 m")).collect();
        assert_eq!(read(pieces), [expected]);
    }

    #[test]
    fn three_columns_are_three() {
        let mut pieces = Vec::new();
        for line in 0..4 {
            for (place, name) in ["one", "two", "three"].iter().enumerate() {
                let text = format!("column {name} line {line}");
                pieces.push(piece(&text, 130.0 * place as f32, 12.0 * line as f32));
            }
        }
        let read = read(pieces);
        assert_eq!(read.len(), 3);
        assert_eq!(read[2][3], "column three line 3");
    }
}
