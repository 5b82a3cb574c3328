//! A whole text, shaded by the scores of its sentences.

use askama::Template;

use super::heat;
use crate::select::{Passage, PassageKind, PassagePart};

/// A text.
#[derive(Template)]
#[template(path = "text.html")]
pub(super) struct Text<'t> {
    language: &'static str,
    passages: Vec<View<'t>>,
    /// Whether it is unfolded.
    is_open: bool,
}

/// A passage on the page.
struct View<'t> {
    /// What stands before it: the number of a page that begins.
    page: Option<usize>,
    opens_list: bool,
    closes_list: bool,
    tag: &'static str,
    class: Option<&'static str>,
    parts: Vec<PartView<'t>>,
}

/// A part of a passage.
struct PartView<'t> {
    text: &'t str,
    /// Whether a blank stands before it.
    is_apart: bool,
    /// How dark it is, if it is ranked.
    heat: Option<u8>,
    rank: Option<usize>,
    /// What the pointer is told.
    title: String,
    id: Option<String>,
}

/// Which parts of a text can be linked to, and how they are called.
#[derive(Clone, Debug)]
pub(super) struct Targets {
    prefix: String,
    /// Offsets of the parts, each with its number, in the order of the text.
    starts: Vec<(usize, usize)>,
    wanted: Vec<usize>,
}

impl Targets {
    /// No targets yet, in the passages of the document with this number.
    pub(super) fn new(document: usize, passages: &[Passage]) -> Self {
        let parts = passages.iter().flat_map(|passage| &passage.parts);
        Self {
            prefix: format!("d{document}-"),
            starts: parts
                .enumerate()
                .map(|(i, part)| (part.span.start, i))
                .collect(),
            wanted: Vec::new(),
        }
    }

    /// A link to the part with this offset in it.
    pub(super) fn link(&mut self, offset: usize) -> Option<String> {
        let behind = self.starts.partition_point(|&(start, _)| start <= offset);
        let part = self.starts[behind.checked_sub(1)?].1;
        self.wanted.push(part);
        Some(format!("#{}{part}", self.prefix))
    }

    fn sorted(mut self) -> Self {
        self.wanted.sort_unstable();
        self
    }

    fn id(&self, part: usize) -> Option<String> {
        let is_wanted = self.wanted.binary_search(&part).is_ok();
        is_wanted.then(|| format!("{}{part}", self.prefix))
    }
}

/// All of a text, with an id on each target.
pub(super) fn of<'t>(
    passages: &'t [Passage],
    language: &'static str,
    targets: Targets,
    is_open: bool,
) -> Text<'t> {
    let targets = targets.sorted();
    let mut number = 0;
    let is_item = |place: Option<usize>| {
        place
            .and_then(|place| passages.get(place))
            .is_some_and(|passage| passage.kind == PassageKind::ListItem)
    };
    let mut last_page = None;
    let view = |(place, passage): (usize, &'t Passage)| {
        let mut end = usize::MAX;
        let parts = passage.parts.iter().map(|part| {
            number += 1;
            let is_apart = part.span.start > end;
            end = part.span.end;
            part_view(part, is_apart, targets.id(number - 1))
        });
        let (tag, class) = element(passage.kind);
        let is_own = passage.kind == PassageKind::ListItem;
        let page = passage.page.filter(|_| passage.page != last_page);
        last_page = passage.page;
        View {
            page: page.filter(|_| !is_own || !is_item(place.checked_sub(1))),
            opens_list: is_own && !is_item(place.checked_sub(1)),
            closes_list: is_own && !is_item(Some(place + 1)),
            tag,
            class,
            parts: parts.collect(),
        }
    };
    Text {
        language,
        is_open,
        passages: passages.iter().enumerate().map(view).collect(),
    }
}

/// The element of a passage, below the headings of the page, and its class.
fn element(kind: PassageKind) -> (&'static str, Option<&'static str>) {
    match kind {
        PassageKind::Heading(..=1) => ("h4", None),
        PassageKind::Heading(2) => ("h5", None),
        PassageKind::Heading(_) => ("h6", None),
        PassageKind::Paragraph => ("p", None),
        PassageKind::ListItem => ("li", None),
        PassageKind::Quote => ("p", Some("quote")),
        PassageKind::Verbatim => ("pre", None),
    }
}

fn part_view(part: &PassagePart, is_apart: bool, id: Option<String>) -> PartView<'_> {
    let score = part.score.map(|score| format!("score {score:.2}"));
    let title = match (score, part.rank) {
        (Some(score), Some(rank)) => format!("{score}, chosen as number {rank}"),
        (Some(score), None) => score,
        (None, _) => String::new(),
    };
    PartView {
        text: &part.text,
        is_apart,
        heat: part.score.map(heat::level),
        rank: part.rank,
        title,
        id,
    }
}
