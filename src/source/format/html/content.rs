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
/// The headline is looked for so many parts before the content.
const LEAD: usize = 20;
/// An element that is marked as content is it if it holds so many times as much.
const WIDER: f64 = 1.5;
/// Prose in elements that are marked as content counts so many times.
const MARKED: f64 = 2.0;
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
    let content = marked_around(page, smallest_with_most(page, &masses), &masses);
    let is_inside = inside(page, content);
    let is_kept = |part: &Part| !is_beside[part.node] && !is_linked(part);
    let first = page.parts.iter().position(|part| is_inside[part.node]);
    let lead = lead(&page.parts[..first.unwrap_or(0)], is_kept);
    let body = page.parts[first.unwrap_or(0)..].iter();
    let kept = body.filter(|part| is_inside[part.node] && is_kept(part));
    lead.into_iter().chain(kept).collect()
}

/// What stands between the headline and the rest of the content, if the headline is outside of that.
fn lead(before: &[Part], is_kept: impl Fn(&Part) -> bool) -> Vec<&Part> {
    let start = before.len().saturating_sub(LEAD);
    let headline = (start..before.len())
        .rev()
        .find(|&i| before[i].kind == BlockKind::Heading(1));
    let Some(headline) = headline else {
        return Vec::new();
    };
    let is_text = |part: &&Part| {
        part.kind == BlockKind::Heading(1) || (part.kind.is_prose() && part.text.len() >= PARAGRAPH)
    };
    before[headline..]
        .iter()
        .filter(|part| is_kept(part))
        .filter(is_text)
        .collect()
}

/// The element that is marked as the content around this one, if it holds not much more prose.
fn marked_around(page: &Page, content: usize, masses: &[f64]) -> usize {
    let mut around = content;
    while around != 0 && masses[around] <= masses[content] * WIDER {
        if page.nodes[around].is_marked {
            return around;
        }
        around = page.nodes[around].parent;
    }
    content
}

/// The prose below each element.
fn masses(page: &Page, counts: impl Fn(&Part) -> bool) -> Vec<f64> {
    let mut masses = vec![0.0; page.nodes.len()];
    let mut is_marked = vec![false; page.nodes.len()];
    for (i, node) in page.nodes.iter().enumerate().skip(1) {
        is_marked[i] = node.is_marked || is_marked[node.parent];
    }
    for part in page.parts.iter().filter(|part| counts(part)) {
        let factor = if is_marked[part.node] { MARKED } else { 1.0 };
        masses[part.node] += factor * prose(part);
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
