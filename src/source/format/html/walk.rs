//! One pass over the tags of a page: its text in parts, and the elements that they stand in. No tree is built,
//! so that no page takes more than linear time and depth costs nothing.

use html5gum::{DefaultEmitter, Spanned, StartTag, Token, Tokenizer};

use super::super::tables::{CellId, TableId, Tables};
use super::names::{Element, Hint, hint};
use crate::document::{BlockKind, one_line};

/// Elements inside one another are told apart to this depth; browsers do so to 512.
const DEEPEST: usize = 512;
/// A style or a class of more bytes is not looked at.
const LONGEST_VALUE: usize = 1_000;

/// A page in parts.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// What `<title>` says.
    pub title: Option<String>,
    /// The title for links to the page (Open Graph).
    pub shared_title: Option<String>,
    pub parts: Vec<Part>,
    /// The elements that hold blocks, parents before children; the first is the page.
    pub nodes: Vec<Node>,
}

/// A run of text between block boundaries.
#[derive(Debug)]
pub(super) struct Part {
    pub kind: BlockKind,
    pub text: String,
    /// Offsets in the text, from 0 on, and the line of the page there.
    pub marks: Vec<(usize, usize)>,
    /// Bytes that are links.
    pub linked: usize,
    /// The index of the element it stands in.
    pub node: usize,
    /// The table it is in, the row of it, and the cell.
    pub table: TableId,
    pub row: usize,
    cell: CellId,
}

/// An element that holds blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub parent: usize,
    pub hint: Hint,
    /// Whether it is `<main>`, `<article>` or named the body of an article (schema.org).
    pub is_marked: bool,
}

/// What holds for the text at some place: of the innermost element, and handed down from those around it.
#[derive(Clone, Debug)]
struct Open {
    name: Vec<u8>,
    element: Element,
    kind: BlockKind,
    node: usize,
    table: TableId,
    row: usize,
    cell: CellId,
    is_dropped: bool,
    is_link: bool,
}

struct Walk<'s> {
    source: &'s str,
    page: Page,
    stack: Vec<Open>,
    /// How many elements are open below the deepest that is told apart.
    too_deep: usize,
    part: Option<Part>,
    /// Line breaks one after the other at the end of the text so far.
    breaks: usize,
    tables: Tables,
    /// So many rows have begun.
    rows: usize,
    is_title: bool,
    /// Offset up to which lines have been counted, and the line there.
    counted: (usize, usize),
}

impl Page {
    pub(super) fn of(source: &str) -> Self {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        let mut walk = Walk::new(source);
        for token in Tokenizer::new_with_emitter(source, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => walk.start(&tag),
                Token::EndTag(tag) => walk.end(&tag.name),
                Token::String(text) => walk.text(&text),
                Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
            }
        }
        walk.close();
        walk.into_page()
    }
}

impl<'s> Walk<'s> {
    fn new(source: &'s str) -> Self {
        let root = Open {
            name: Vec::new(),
            element: Element::Container,
            kind: BlockKind::Paragraph,
            node: 0,
            table: TableId::default(),
            row: 0,
            cell: CellId::default(),
            is_dropped: false,
            is_link: false,
        };
        let node = Node {
            parent: 0,
            hint: Hint::None,
            is_marked: false,
        };
        Self {
            source,
            page: Page {
                nodes: vec![node],
                ..Page::default()
            },
            stack: vec![root],
            too_deep: 0,
            part: None,
            breaks: 0,
            tables: Tables::default(),
            rows: 0,
            is_title: false,
            counted: (0, 1),
        }
    }

    /// The page, when it is known which of its tables hold data.
    fn into_page(mut self) -> Page {
        let verdict = self.tables.verdict();
        for part in &mut self.page.parts {
            part.kind = verdict.kind(part.cell, part.kind);
        }
        self.page
    }

    fn top(&self) -> &Open {
        // The root is never taken off.
        &self.stack[self.stack.len() - 1]
    }

    fn start(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        match name {
            b"br" => return self.line_break(),
            b"hr" => return self.close(),
            b"meta" => return self.meta(tag),
            b"title" => {
                self.is_title = !self.top_is_foreign();
                return;
            }
            // The end of the head, written or not.
            b"body" | b"p" | b"div" | b"h1" => self.pop_head(),
            _ => {}
        }
        let element = Element::of(name);
        if element == Element::Void {
            return;
        }
        self.close_implied(name, element);
        if element.is_block() {
            self.close();
        }
        if self.stack.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let open = self.opened(tag, element);
        self.stack.push(open);
    }

    /// Whether a `<title>` here is not that of the page.
    fn top_is_foreign(&self) -> bool {
        self.stack.iter().any(|open| &*open.name == b"svg")
    }

    fn pop_head(&mut self) {
        if let Some(place) = self.stack.iter().position(|open| &*open.name == b"head") {
            self.stack.truncate(place);
            self.too_deep = 0;
        }
    }

    fn opened(&mut self, tag: &StartTag<usize>, element: Element) -> Open {
        let mut open = Open {
            name: tag.name.to_vec(),
            element,
            ..self.top().clone()
        };
        open.is_dropped |= element == Element::Dropped || is_hidden(tag);
        match element {
            Element::Link => open.is_link |= tag.attributes.contains_key(&b"href"[..]),
            Element::Heading(level) => open.kind = BlockKind::Heading(level),
            Element::Item => open.kind = BlockKind::ListItem,
            Element::Quote => open.kind = BlockKind::Quote,
            Element::Code => open.kind = BlockKind::Code,
            Element::Cell => {
                open.cell = self.tables.begin_cell(open.table);
                if open.kind != BlockKind::Quote {
                    open.kind = BlockKind::Paragraph;
                }
            }
            Element::Table => {
                let is_presentation = value(tag, b"role")
                    .is_some_and(|role| matches!(&*role, "presentation" | "none"));
                open.table = self.tables.begin_table(open.cell, is_presentation);
            }
            Element::Row => {
                self.rows += 1;
                open.row = self.rows;
            }
            _ => {}
        }
        if element.is_block() && !open.is_dropped {
            let node = Node {
                parent: open.node,
                hint: hint_of(tag, element),
                is_marked: matches!(&*open.name, b"main" | b"article")
                    || value(tag, b"itemprop").is_some_and(|name| name == "articleBody"),
            };
            open.node = self.page.nodes.len();
            self.page.nodes.push(node);
        }
        open
    }

    /// Closes what this start tag ends without saying so.
    fn close_implied(&mut self, name: &[u8], element: Element) {
        let (ended, until): (&[&[u8]], &[&[u8]]) = match name {
            b"li" => (&[b"li"], &[b"ul", b"ol", b"menu"]),
            b"dt" | b"dd" => (&[b"dt", b"dd"], &[b"dl"]),
            b"td" | b"th" => (&[b"td", b"th"], &[b"tr", b"table"]),
            b"tr" => (&[b"tr", b"td", b"th"], &[b"table"]),
            b"a" => (&[b"a"], &[]),
            _ if element.is_block() => (&[b"p"], &[]),
            _ => return,
        };
        let is_inline = element == Element::Link;
        let mut place = None;
        for (i, open) in self.stack.iter().enumerate().skip(1).rev() {
            if ended.contains(&&*open.name) {
                place = Some(i);
                if name != b"tr" {
                    break;
                }
            } else if until.contains(&&*open.name)
                || (until.is_empty() && open.element.is_block())
                || (is_inline && open.element.is_block())
            {
                break;
            }
        }
        if let Some(place) = place {
            self.pop_to(place);
        }
    }

    fn end(&mut self, name: &[u8]) {
        if name == b"title" {
            self.is_title = false;
            return;
        }
        if name == b"p" || name == b"br" {
            // Without a start, each is one.
            self.close();
        }
        let element = Element::of(name);
        if element == Element::Void {
            return;
        }
        if self.too_deep > 0 {
            self.too_deep -= 1;
            if element.is_block() {
                self.close();
            }
            return;
        }
        let is_of_table = matches!(element, Element::Table | Element::Row | Element::Cell)
            || matches!(name, b"tbody" | b"thead" | b"tfoot" | b"body" | b"html");
        for i in (1..self.stack.len()).rev() {
            let open = &self.stack[i];
            if *open.name == *name {
                return self.pop_to(i);
            }
            let is_barrier = match element {
                Element::Inline | Element::Link => open.element.is_block(),
                _ => open.element == Element::Cell && !is_of_table,
            };
            if is_barrier || (name == b"p" && open.element.is_block()) {
                return;
            }
        }
    }

    /// Takes elements off the stack, down to this place.
    fn pop_to(&mut self, place: usize) {
        if self.stack[place..]
            .iter()
            .any(|open| open.element.is_block())
        {
            self.close();
        }
        self.stack.truncate(place.max(1));
        self.too_deep = 0;
    }

    fn meta(&mut self, tag: &StartTag<usize>) {
        let is_title = value(tag, b"property").is_some_and(|name| name == "og:title");
        if is_title && self.page.shared_title.is_none() {
            self.page.shared_title = value(tag, b"content").map(|title| one_line(&title));
        }
    }

    fn text(&mut self, text: &Spanned<html5gum::HtmlString>) {
        let (value, start) = (String::from_utf8_lossy(text), text.span.start);
        if self.is_title {
            let title = one_line(&value);
            self.page.title.get_or_insert(title);
            return;
        }
        if self.top().is_dropped {
            return;
        }
        let mut line = self.line(start);
        for piece in value.split_inclusive('\n') {
            self.push(piece, line);
            line += usize::from(piece.ends_with('\n'));
        }
    }

    /// The line of the page at an offset.
    fn line(&mut self, offset: usize) -> usize {
        let (from, line) = self.counted;
        let offset = offset.min(self.source.len());
        if offset > from {
            let bytes = &self.source.as_bytes()[from..offset];
            self.counted = (offset, line + memchr::memchr_iter(b'\n', bytes).count());
        }
        self.counted.1
    }

    /// Adds text of one line. Outside of code, white space is one blank.
    fn push(&mut self, text: &str, line: usize) {
        let top = self.top();
        let (kind, node, is_link) = (top.kind, top.node, top.is_link);
        let (table, row, cell) = (top.table, top.row, top.cell);
        let is_blank = text.trim().is_empty();
        if self.part.is_none() && is_blank {
            return;
        }
        let part = self.part.get_or_insert_with(|| Part {
            kind,
            text: String::new(),
            marks: Vec::new(),
            linked: 0,
            node,
            table,
            row,
            cell,
        });
        let before = part.text.len();
        if part.marks.last().is_none_or(|&(_, last)| last != line) {
            part.marks.push((before, line));
        }
        if kind == BlockKind::Code {
            part.text.push_str(text);
        } else {
            push_folded(&mut part.text, text);
        }
        if is_link {
            part.linked += part.text.len() - before;
        }
        if !is_blank {
            self.breaks = 0;
        }
    }

    /// A line break; two of them end a paragraph.
    fn line_break(&mut self) {
        if self.top().is_dropped {
            return;
        }
        self.breaks += 1;
        match &mut self.part {
            Some(part) if part.kind == BlockKind::Code || self.breaks < 2 => part.text.push('\n'),
            _ => self.close(),
        }
    }

    /// Ends the part under way.
    fn close(&mut self) {
        self.breaks = 0;
        if let Some(part) = self.part.take() {
            self.tables.read(part.cell, part.kind, &part.text);
            self.page.parts.push(part);
        }
    }
}

/// Adds text with each run of white space as one blank, and without what is there only to break words.
fn push_folded(into: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                if !into.ends_with([' ', '\n']) {
                    into.push(' ');
                }
            }
            c => into.push(c),
        }
    }
}

/// The value of an attribute.
fn value(tag: &StartTag<usize>, name: &[u8]) -> Option<String> {
    let value = tag.attributes.get(name)?;
    let value = &value[..value.len().min(LONGEST_VALUE)];
    Some(String::from_utf8_lossy(value).into_owned())
}

fn is_hidden(tag: &StartTag<usize>) -> bool {
    let is_true = |name: &[u8]| value(tag, name).is_some_and(|value| value != "false");
    let is_unseen = |style: String| {
        let style: String = style
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| c.to_ascii_lowercase())
            .collect();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    tag.attributes.contains_key(&b"hidden"[..])
        || is_true(b"aria-hidden")
        || value(tag, b"style").is_some_and(is_unseen)
}

fn hint_of(tag: &StartTag<usize>, element: Element) -> Hint {
    let role = value(tag, b"role");
    let is_aside = matches!(
        role.as_deref(),
        Some(
            "navigation"
                | "banner"
                | "contentinfo"
                | "search"
                | "complementary"
                | "dialog"
                | "menu"
        )
    );
    if element == Element::Aside || is_aside {
        return Hint::Beside;
    }
    if matches!(&tag.name[..], b"body" | b"html" | b"main" | b"article") {
        return Hint::None;
    }
    let of = |name: &[u8]| value(tag, name).map_or(Hint::None, |value| hint(&value));
    match (of(b"class"), of(b"id")) {
        (Hint::Foreign, _) | (_, Hint::Foreign) => Hint::Foreign,
        (Hint::Beside, _) | (_, Hint::Beside) => Hint::Beside,
        _ => Hint::None,
    }
}
