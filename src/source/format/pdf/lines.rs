//! From characters to pieces of lines: what stands on one line without a wide gap.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::glyphs::Glyph;
use crate::chars::is_right_to_left;

/// A piece of a line, between two wide gaps or the edges of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    /// The size that most of its characters have.
    pub size: f32,
    /// The font that most of its characters have.
    pub font: u32,
}

impl Piece {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// A gap of more parts two pieces, as a share of the size of the characters: the gutter of a paper may be as
/// narrow as its letters are high. The blanks of a narrow column are as wide at times; the column joins what they part.
const WIDE: f32 = 0.6;
/// A gap of more parts two words; the blanks of a line that is set tight are as wide as this.
const BLANK: f32 = 0.15;
/// Characters whose baselines differ by less are on one line: indices and powers.
const SHIFT: f32 = 0.45;

/// The pieces of a page, from the top to the bottom, and from left to right where baselines agree.
pub(super) fn pieces(glyphs: &[Glyph]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = joined(runs(glyphs)).into_iter().filter_map(piece).collect();
    pieces.sort_by(|a, b| {
        let place = |piece: &Piece| (piece.baseline, piece.left);
        let ((a, x), (b, y)) = (place(a), place(b));
        a.total_cmp(&b).then(x.total_cmp(&y))
    });
    pieces
}

/// Characters that are drawn one behind the other on one line.
#[derive(Debug)]
struct Run {
    glyphs: Vec<Glyph>,
    left: f32,
    right: f32,
    /// Those of its largest character.
    baseline: f32,
    size: f32,
}

impl Run {
    fn new(glyph: Glyph) -> Self {
        Self {
            left: glyph.left,
            right: glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            glyphs: vec![glyph],
        }
    }

    fn is_on_line(&self, baseline: f32, size: f32) -> bool {
        (self.baseline - baseline).abs() <= SHIFT * self.size.max(size)
    }

    /// Whether something from `left` to `right` stands beside it or over it.
    fn touches(&self, left: f32, right: f32, size: f32) -> bool {
        let gap = WIDE * self.size.max(size);
        left <= self.right + gap && right >= self.left - gap
    }

    fn push(&mut self, other: Self) {
        if other.size > self.size {
            (self.baseline, self.size) = (other.baseline, other.size);
        }
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.glyphs.extend(other.glyphs);
    }
}

/// The characters in the order of drawing, cut where the line or the place changes.
fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for &glyph in glyphs {
        match runs.last_mut() {
            Some(run)
                if run.is_on_line(glyph.baseline, glyph.size)
                    && run.touches(glyph.left, glyph.right, glyph.size) =>
            {
                run.push(Run::new(glyph));
            }
            _ => runs.push(Run::new(glyph)),
        }
    }
    runs
}

/// So many pieces of a line are kept in view to join the next with.
const IN_VIEW: usize = 8;

/// Runs that stand side by side on one line, as one.
fn joined(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by(|a, b| {
        a.baseline
            .total_cmp(&b.baseline)
            .then(a.left.total_cmp(&b.left))
    });
    let mut joined: Vec<Run> = Vec::new();
    for row in rows(runs) {
        let first = joined.len();
        for run in row {
            let from = first.max(joined.len().saturating_sub(IN_VIEW));
            let near = joined[from..].iter_mut().rev().find(|near| {
                near.is_on_line(run.baseline, run.size)
                    && near.touches(run.left, run.right, run.size)
            });
            match near {
                Some(near) => near.push(run),
                None => joined.push(run),
            }
        }
    }
    joined
}

/// Runs by baseline, each row from left to right.
fn rows(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let mut rows: Vec<Vec<Run>> = Vec::new();
    // The baseline and the size of the largest run of the row under way.
    let (mut baseline, mut size) = (0.0, 0.0);
    for run in runs {
        let is_on_line = run.is_on_line(baseline, size);
        if !is_on_line || run.size > size {
            (baseline, size) = (run.baseline, run.size);
        }
        match rows.last_mut().filter(|_| is_on_line) {
            Some(row) => row.push(run),
            None => rows.push(vec![run]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

fn piece(mut run: Run) -> Option<Piece> {
    run.glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
    run.glyphs
        .dedup_by(|next, before| is_drawn_twice(before, next));
    let ink = || run.glyphs.iter().filter(|glyph| glyph.c != ' ');
    let first = ink().next()?;
    let text = text_of(&run.glyphs);
    Some(Piece {
        left: first.left,
        right: ink().map(|glyph| glyph.right).fold(first.right, f32::max),
        baseline: run.baseline,
        size: most_common(ink().map(|glyph| (glyph.size * 10.0).round() as u64)) as f32 / 10.0,
        font: most_common(ink().map(|glyph| u64::from(glyph.font))) as u32,
        text,
    })
    .filter(|piece| !piece.text.is_empty())
}

/// Bold letters are drawn twice at times, and shadows.
fn is_drawn_twice(before: &Glyph, next: &Glyph) -> bool {
    before.c == next.c && before.c != ' ' && next.left - before.left < 0.1 * before.size
}

/// What occurs most often; of equals the least.
fn most_common(items: impl Iterator<Item = u64>) -> u64 {
    let mut items: Vec<u64> = items.collect();
    items.sort_unstable();
    let runs = items.chunk_by(|a, b| a == b);
    let longest = runs.fold(&items[..0], |longest, run| {
        if run.len() > longest.len() {
            run
        } else {
            longest
        }
    });
    longest.first().copied().unwrap_or(0)
}

/// The text of characters from left to right: words parted by blanks, drawn or not, accents put on their
/// letters, and lines that run from right to left turned round.
fn text_of(glyphs: &[Glyph]) -> String {
    let blank = BLANK + usual_gap(glyphs).max(0.0);
    let mut text: Vec<char> = Vec::with_capacity(glyphs.len());
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        let is_apart = |last: &&Glyph| glyph.left - last.right > blank * last.size.min(glyph.size);
        if (glyph.c == ' ' || last.is_some_and(|last| is_apart(&last)))
            && text.last().is_some_and(|&c| c != ' ')
        {
            text.push(' ');
        }
        if glyph.c == ' ' {
            continue;
        }
        match accented(&text, last, glyph) {
            Some(c) => {
                text.pop();
                text.push(c);
            }
            None => text.push(glyph.c),
        }
        last = Some(glyph);
    }
    let text = if text.iter().any(|&c| is_right_to_left(c)) {
        logical(&text)
    } else {
        text
    };
    text.into_iter().collect::<String>().trim().nfc().collect()
}

/// The middle one of the gaps between characters, as a share of their size: above zero where letters are spaced.
fn usual_gap(glyphs: &[Glyph]) -> f32 {
    let mut gaps: Vec<f32> = glyphs
        .windows(2)
        .filter(|pair| pair.iter().all(|glyph| glyph.c != ' '))
        .map(|pair| (pair[1].left - pair[0].right) / pair[0].size)
        .collect();
    if gaps.len() < 6 {
        return 0.0;
    }
    let middle = gaps.len() / 2;
    *gaps.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// A letter and an accent that stand over each other, as old fonts have them.
fn accented(text: &[char], last: Option<&Glyph>, glyph: &Glyph) -> Option<char> {
    let last = last.filter(|last| {
        let overlap = last.right.min(glyph.right) - last.left.max(glyph.left);
        overlap > 0.5 * (last.right - last.left).min(glyph.right - glyph.left)
    })?;
    let written = *text.last()?;
    let composed = |letter: char, accent: char| compose(undotted(letter), combining(accent)?);
    composed(written, glyph.c).or_else(|| composed(glyph.c, last.c))
}

fn undotted(letter: char) -> char {
    match letter {
        'ı' => 'i',
        letter => letter,
    }
}

/// The combining form of an accent that stands by itself.
fn combining(accent: char) -> Option<char> {
    Some(match accent {
        '`' => '\u{300}',
        '´' => '\u{301}',
        'ˆ' | '^' => '\u{302}',
        '˜' | '~' => '\u{303}',
        '¯' | 'ˉ' => '\u{304}',
        '˘' => '\u{306}',
        '˙' => '\u{307}',
        '¨' => '\u{308}',
        '˚' => '\u{30a}',
        '˝' => '\u{30b}',
        'ˇ' => '\u{30c}',
        '¸' => '\u{327}',
        '˛' => '\u{328}',
        _ => return None,
    })
}

/// Characters as they stand from left to right in the order in which they are read, if most letters run from right
/// to left: words and numbers of other scripts keep their own order.
fn logical(visual: &[char]) -> Vec<char> {
    let letters = || visual.iter().filter(|c| c.is_alphabetic());
    let turned = letters().filter(|&&c| is_right_to_left(c)).count();
    let keeps = |c: char| c.is_alphanumeric() && !is_right_to_left(c);
    if 2 * turned < letters().count() {
        let mut text = visual.to_vec();
        let is_turned = |c: &char| is_right_to_left(*c);
        turn_runs(&mut text, is_turned, |c| *c == ' ');
        return text;
    }
    let mut text: Vec<char> = visual.iter().rev().map(|&c| mirrored(c)).collect();
    turn_runs(
        &mut text,
        |c| keeps(*c),
        |c| matches!(c, '.' | ',' | ':' | '-' | '/' | ' '),
    );
    text
}

/// Turns runs of `inside` characters round, with what is `between` two of them.
fn turn_runs(text: &mut [char], inside: impl Fn(&char) -> bool, between: impl Fn(&char) -> bool) {
    let mut start = 0;
    while start < text.len() {
        if !inside(&text[start]) {
            start += 1;
            continue;
        }
        let mut end = start + 1;
        let mut at = end;
        while at < text.len() && (inside(&text[at]) || between(&text[at])) {
            at += 1;
            if inside(&text[at - 1]) {
                end = at;
            }
        }
        text[start..end].reverse();
        start = at.max(end);
    }
}

/// Brackets are drawn the way they open.
fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of half their size in width, from `left` on.
    fn set(text: &str, left: f32, baseline: f32, size: f32) -> Vec<Glyph> {
        text.chars()
            .enumerate()
            .map(|(place, c)| Glyph {
                c,
                left: left + place as f32 * size / 2.0,
                right: left + (place + 1) as f32 * size / 2.0,
                baseline,
                size,
                font: 1,
            })
            .collect()
    }

    fn texts(glyphs: &[Glyph]) -> Vec<String> {
        pieces(glyphs).into_iter().map(|piece| piece.text).collect()
    }

    #[test]
    fn words_are_parted_by_blanks_and_gaps() {
        let glyphs = [
            set("The", 0.0, 10.0, 10.0),
            set("gate", 17.0, 10.0, 10.0),
            set(" a b", 37.0, 10.0, 10.0),
        ];
        assert_eq!(texts(&glyphs.concat()), ["The gate a b"]);
        let spaced: Vec<Glyph> = set("SPACED OUT", 0.0, 10.0, 10.0)
            .into_iter()
            .enumerate()
            .map(|(place, glyph)| Glyph {
                left: glyph.left + 2.0 * place as f32,
                right: glyph.right + 2.0 * place as f32,
                ..glyph
            })
            .collect();
        assert_eq!(texts(&spaced), ["SPACED OUT"]);
    }

    #[test]
    fn columns_are_pieces_and_indices_are_none() {
        let glyphs = [
            set("left", 0.0, 10.0, 10.0),
            set("2", 20.0, 7.0, 6.0),
            set("right", 100.0, 10.0, 10.0),
            set("below", 0.0, 22.0, 10.0),
        ];
        assert_eq!(texts(&glyphs.concat()), ["left2", "right", "below"]);
    }

    #[test]
    fn the_order_of_drawing_does_not_matter() {
        let mut glyphs = [
            set("one two", 0.0, 10.0, 10.0),
            set("three", 0.0, 22.0, 10.0),
        ]
        .concat();
        glyphs.reverse();
        assert_eq!(texts(&glyphs), ["one two", "three"]);
        let twice = [set("bold", 0.0, 10.0, 10.0), set("bold", 0.3, 10.0, 10.0)].concat();
        assert_eq!(texts(&twice), ["bold"]);
    }

    #[test]
    fn accents_stand_on_their_letters() {
        let mut glyphs = set("caf´", 0.0, 10.0, 10.0);
        glyphs.extend(set("e", 15.0, 10.0, 10.0));
        assert_eq!(texts(&glyphs), ["café"]);
    }

    #[test]
    fn lines_from_right_to_left_are_read_so() {
        // Drawn from left to right: the last word first, each word backwards, the number as it is.
        let visual: String = "םולש 12.5 (רעש)".to_owned();
        assert_eq!(texts(&set(&visual, 0.0, 10.0, 10.0)), ["(שער) 12.5 שלום"]);
        assert_eq!(texts(&set("see רעש now", 0.0, 10.0, 10.0)), ["see שער now"]);
    }
}
