//! Which parts of a page are its main content.
//!
//! The content is the smallest element that holds most of the prose: text in sentences that are not links.
//! Inside it, what is mostly links is left out (link density: Kohlschütter et al. 2010).

use super::names::Hint;
use super::walk::{Page, Part};
use crate::document::BlockKind;

/// The content holds this share of the prose at least.
const MOST: f64 = 0.6;
/// An element that its name says is beside the content is the content if it holds this share.
const NEARLY_ALL: f64 = 0.7;
/// So many bytes are a paragraph.
const PARAGRAPH: usize = 80;
/// A part is mostly links when this share of it is.
const LINKED: f64 = 0.5;
/// Content of fewer bytes is none, if there is more on the page.
const LEAST: usize = 250;

/// The parts of the main content; all of the page where nothing seems to be it.
pub(super) fn main_content(page: &Page) -> Vec<&Part> {
    for is_strict in [true, false] {
        let chosen = chosen(page, is_strict);
        let bytes: usize = chosen.iter().map(|part| part.text.len()).sum();
        if bytes >= LEAST {
            return chosen;
        }
    }
    page.parts.iter().collect()
}

/// The parts of the main content; `is_strict`: without the elements whose names say that they are none of it.
fn chosen(page: &Page, is_strict: bool) -> Vec<&Part> {
    let all = masses(page, |_| true);
    let is_beside = beside(page, &all, is_strict);
    let masses = masses(page, |part| !is_beside[part.node]);
    let content = smallest_with_most(page, &masses);
    let is_inside = inside(page, content);
    let kept = |part: &&Part| is_inside[part.node] && !is_beside[part.node] && !is_linked(part);
    page.parts.iter().filter(kept).collect()
}

/// The prose below each element.
fn masses(page: &Page, counts: impl Fn(&Part) -> bool) -> Vec<f64> {
    let mut masses = vec![0.0; page.nodes.len()];
    for part in page.parts.iter().filter(|part| counts(part)) {
        masses[part.node] += prose(part);
    }
    for i in (1..masses.len()).rev() {
        masses[page.nodes[i].parent] += masses[i];
    }
    masses
}

/// How much prose a part is, in bytes.
fn prose(part: &Part) -> f64 {
    let text = part.text.trim();
    let is_text = part.kind.is_prose() || part.kind == BlockKind::Table;
    let is_sentence = text.contains(ends_word);
    if !is_text || is_linked(part) || text.len() < PARAGRAPH || !is_sentence {
        return 0.0;
    }
    let weight = match part.kind {
        BlockKind::Paragraph | BlockKind::Quote => 1.0,
        _ => 0.5,
    };
    weight * (text.len() - part.linked.min(text.len())) as f64
}

fn ends_word(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '।' | '؟')
}

fn is_linked(part: &Part) -> bool {
    part.linked as f64 > LINKED * part.text.trim().len() as f64
}

/// For each element whether it, or one that it is in, is beside the content.
fn beside(page: &Page, masses: &[f64], is_strict: bool) -> Vec<bool> {
    let mut is_beside = vec![false; page.nodes.len()];
    for (i, node) in page.nodes.iter().enumerate().skip(1) {
        let is_named = match node.hint {
            Hint::None => false,
            Hint::Foreign => is_strict,
            Hint::Beside => is_strict && masses[i] < NEARLY_ALL * masses[0],
        };
        is_beside[i] = is_beside[node.parent] || is_named;
    }
    is_beside
}

/// The smallest element that holds most of the prose.
fn smallest_with_most(page: &Page, masses: &[f64]) -> usize {
    let mut heaviest: Vec<Option<usize>> = vec![None; masses.len()];
    for (i, node) in page.nodes.iter().enumerate().skip(1) {
        let best = &mut heaviest[node.parent];
        if best.is_none_or(|best| masses[i] > masses[best]) {
            *best = Some(i);
        }
    }
    let mut content = 0;
    while let Some(child) = heaviest[content].filter(|&i| masses[i] >= MOST * masses[0]) {
        content = child;
    }
    content
}

/// For each element whether it is this one or inside it.
fn inside(page: &Page, content: usize) -> Vec<bool> {
    let mut is_inside = vec![false; page.nodes.len()];
    is_inside[content] = true;
    for (i, node) in page.nodes.iter().enumerate().skip(content + 1) {
        is_inside[i] = is_inside[node.parent];
    }
    is_inside
}
