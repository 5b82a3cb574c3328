//! Running heads and page numbers: what stands at the edge of one page after the other.

use super::lines::Piece;
use crate::map::Map;

/// So many lines at the top and at the bottom of a page may be such.
const DEEPEST: usize = 3;
/// What stands at places that differ by less stands at the same place, in points.
const SAME_PLACE: f32 = 4.0;
/// What is at the edge of so many pages of a longer document is a running head.
const PAGES: usize = 3;
/// A shorter document has fewer pages, and then two are enough.
const SHORT: usize = 6;

/// Leaves out running heads and page numbers of all pages.
pub(super) fn remove(pages: &mut [Vec<Piece>]) {
    let edges: Vec<Vec<Edge>> = pages.iter().map(|pieces| edges(pieces)).collect();
    let place = |edge: &Edge| (edge.baseline / SAME_PLACE).round() as i32;
    let mut counts: Map<(&str, i32), usize> = Map::default();
    for edge in edges.iter().flatten() {
        *counts.entry((&edge.pattern, place(edge))).or_default() += 1;
    }
    let needed = if pages.len() <= SHORT { 2 } else { PAGES };
    let recurs = |edge: &Edge| {
        let near = (place(edge) - 1)..=(place(edge) + 1);
        let count = near.filter_map(|place| counts.get(&(edge.pattern.as_str(), place)));
        count.sum::<usize>() >= needed
    };
    let dropped: Vec<Vec<f32>> = edges
        .iter()
        .map(|edges| {
            let of_page = edges.iter().filter(|edge| edge.is_number || recurs(edge));
            of_page.map(|edge| edge.baseline).collect()
        })
        .collect();
    for (pieces, dropped) in pages.iter_mut().zip(dropped) {
        pieces.retain(|piece| !dropped.contains(&row(piece)));
    }
}

/// A line at the top or at the bottom of a page.
struct Edge {
    baseline: f32,
    /// Its text, all numbers alike.
    pattern: String,
    /// Whether it is the outermost line and nothing but a page number.
    is_number: bool,
}

/// What tells lines apart.
fn row(piece: &Piece) -> f32 {
    piece.baseline.round()
}

fn edges(pieces: &[Piece]) -> Vec<Edge> {
    let rows: Vec<&[Piece]> = pieces.chunk_by(|a, b| row(a) == row(b)).collect();
    let depth = DEEPEST.min(rows.len() / 2);
    let top = rows.iter().take(depth);
    let bottom = rows.iter().rev().take(depth);
    let edge = |(place, row): (usize, &&[Piece])| edge(row, place == 0);
    top.enumerate()
        .map(edge)
        .chain(bottom.enumerate().map(edge))
        .collect()
}

fn edge(pieces: &[Piece], is_outermost: bool) -> Edge {
    let text: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let text = text.join(" ");
    Edge {
        baseline: row(&pieces[0]),
        is_number: is_outermost && is_page_number(&text),
        pattern: pattern(&text),
    }
}

/// A text in small letters, with each number as `#`.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii_digit() {
            pattern.extend(c.to_lowercase());
        } else if !pattern.ends_with('#') {
            pattern.push('#');
        }
    }
    pattern
}

/// What stands before the number of a page,
const PAGE: &[&str] = &[
    "page",
    "p.",
    "seite",
    "s.",
    "página",
    "pagina",
    "strona",
    "sida",
    "side",
    "bladzijde",
];
/// and before the number of all pages.
const OF: &[&str] = &["of", "von", "de", "sur", "di", "van", "z", "av", "af"];

/// `12`, `- 12 -`, `xii`, `12 / 40`, `Page 12 of 40`.
fn is_page_number(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "-–—|[]().".contains(c));
    let is_roman = |word: &str| word.len() <= 6 && word.bytes().all(|b| b"ivxlc".contains(&b));
    let is_number = |word: &str| word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<String> = text.split([' ', '/']).map(str::to_lowercase).collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    let is_page = |word: &str| PAGE.contains(&word);
    let is_total = |word: &str, total: &str| OF.contains(&word) && is_number(total);
    match words[..] {
        [number] => is_number(number) || is_roman(number),
        [page, number] => is_number(number) && (is_number(page) || is_page(page)),
        [number, of, total] => is_number(number) && is_total(of, total),
        [page, number, of, total] => is_page(page) && is_number(number) && is_total(of, total),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(lines: &[(&str, f32)]) -> Vec<Piece> {
        let piece = |&(text, baseline): &(&str, f32)| Piece {
            text: text.to_owned(),
            left: 0.0,
            right: 100.0,
            baseline,
            size: 10.0,
            font: 0,
        };
        lines.iter().map(piece).collect()
    }

    #[test]
    fn heads_and_numbers_are_removed_and_text_is_kept() {
        let mut pages: Vec<Vec<Piece>> = (1..=8)
            .map(|number| {
                page(&[
                    (&format!("The Harbour Report {number}"), 20.0),
                    (
                        &format!("line {}", ["one", "two"][number % 2]),
                        50.0 + number as f32 * 9.0,
                    ),
                    (
                        "The same words at different places.",
                        200.0 + number as f32 * 9.0,
                    ),
                    ("another line", 400.0 - number as f32 * 9.0),
                    ("and another", 412.0 - number as f32 * 9.0),
                    (&format!("– {number} –"), 700.0),
                ])
            })
            .collect();
        remove(&mut pages);
        for page in &pages {
            assert_eq!(page.len(), 4, "{page:?}");
            assert!(page[0].text.starts_with("line"));
        }
    }

    #[test]
    fn numbers_of_pages_are_told() {
        for text in [
            "12",
            "- 12 -",
            "xii",
            "12/40",
            "Page 12 of 40",
            "Seite 3",
            "3 von 7",
        ] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["", "In 12 of 40", "1 2 3", "1,200", "The gate", "123456"] {
            assert!(!is_page_number(text), "{text}");
        }
    }
}
