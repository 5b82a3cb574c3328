//! reStructuredText (Docutils, Sphinx): blocks by indentation, in one pass over the lines.

mod inline;
mod lines;

use super::extract::Extract;
use super::{Format, Read, never};
use crate::document::{BlockKind, Document};
use crate::source::decode::Decoded;
use inline::Substitutions;
use lines::{Line, field, is_border, is_grid, lines, marker, rule};

pub(super) const FORMAT: Format = Format {
    name: "rst",
    about: "reStructuredText: headings, lists and notes; code, figures, comments and tables are no prose",
    extensions: &["rst", "rest"],
    recognizes: never,
    read: Read::Text(parse),
};

/// Lists and notes inside one another are told apart to this depth.
const DEEPEST: usize = 1_000;
/// A substitution of more bytes is no abbreviation.
const LONGEST_SUBSTITUTION: usize = 1_000;

fn parse(name: &str, decoded: Decoded) -> Document {
    let source = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    let mut reading = Reading::new(source);
    reading.read();
    reading.extract.into_document(name, None)
}

/// A text under way.
struct Reading<'s> {
    lines: Vec<Line<'s>>,
    at: usize,
    extract: Extract,
    /// What the columns are from which on text belongs to a list or a note, and what it is there.
    bases: Vec<(usize, BlockKind)>,
    /// How headings are drawn, the highest first: their sign, and whether they have one above too.
    styles: Vec<(u8, bool)>,
    substitutions: Substitutions,
    /// Whether there has been more than headings.
    has_text: bool,
    /// The last line that ends a simple table.
    last_border: Option<usize>,
}

impl<'s> Reading<'s> {
    fn new(source: &'s str) -> Self {
        let lines = lines(source);
        let mut substitutions = Substitutions::new(source.len());
        for line in &lines {
            substitutions.texts.extend(substitution(line.text));
        }
        let is_end = |place: usize| lines.get(place + 1).is_none_or(Line::is_blank);
        let last_border =
            (0..lines.len()).rfind(|&place| is_border(lines[place].text) && is_end(place));
        Self {
            lines,
            at: 0,
            extract: Extract::with_capacity(source.len()),
            bases: Vec::new(),
            styles: Vec::new(),
            substitutions,
            has_text: false,
            last_border,
        }
    }

    fn line(&self, ahead: usize) -> Option<Line<'s>> {
        self.lines.get(self.at + ahead).copied()
    }

    fn read(&mut self) {
        while let Some(line) = self.line(0) {
            if line.is_blank() {
                self.at += 1;
                continue;
            }
            while self
                .bases
                .last()
                .is_some_and(|&(indent, _)| indent > line.indent)
            {
                self.bases.pop();
            }
            self.block(line);
        }
    }

    /// A block that begins with this line.
    fn block(&mut self, line: Line<'s>) {
        let text = line.text;
        if let Some(markup) = explicit(text) {
            self.explicit(line, markup);
        } else if self.heading(line) {
        } else if rule(text).is_some_and(|_| text.len() >= 4) {
            self.at += 1;
        } else if text == "::" {
            self.at += 1;
            self.literal(line.indent);
        } else if text.starts_with("__ ") {
            self.at += 1;
        } else if is_grid(text) {
            self.table(|line| line.text.starts_with(['+', '|']));
        } else if is_border(text) && self.last_border.is_some_and(|last| last > self.at) {
            self.simple_table();
        } else if text.starts_with(">>> ") {
            self.code(|line| !line.is_blank());
        } else if marker(text) > 0 {
            self.item(line);
        } else if let Some((_, body)) = field(text) {
            self.field(line, body);
        } else {
            self.paragraph(line);
        }
    }

    /// A title with a line below it, and maybe one above. Whether it is one.
    fn heading(&mut self, line: Line<'s>) -> bool {
        let under = |title: Line, under: Option<Line>| {
            let sign =
                under.and_then(|under| rule(under.text).map(|sign| (sign, under.text.len())))?;
            let is_as_long =
                || title.text.len() <= 4 * sign.1 && title.text.chars().count() <= sign.1;
            let is_title = !title.is_blank() && (sign.1 >= 4 || is_as_long());
            is_title.then_some(sign.0)
        };
        let (title, style, length) = match rule(line.text) {
            Some(over) => match self.line(1) {
                Some(title) if under(title, self.line(2)) == Some(over) => (title, (over, true), 3),
                _ => return false,
            },
            None => match under(line, self.line(1).filter(|next| next.indent == line.indent)) {
                Some(sign) => (line, (sign, false), 2),
                None => return false,
            },
        };
        let known = self.styles.iter().position(|known| *known == style);
        let level = known.unwrap_or(self.styles.len());
        if known.is_none() {
            self.styles.push(style);
        }
        self.bases.clear();
        self.at += length;
        self.write(
            title.text,
            title.number,
            BlockKind::Heading((level + 1).min(6) as u8),
        );
        true
    }

    /// What begins with two dots.
    fn explicit(&mut self, line: Line<'s>, markup: Explicit<'s>) {
        self.at += 1;
        match markup {
            Explicit::Nothing => self.skip_below(line.indent),
            Explicit::Note(text) => {
                // What it says may begin in the next line.
                self.enter(line.indent + 1, BlockKind::ListItem);
                self.below(line, text, BlockKind::ListItem);
            }
            Explicit::Directive(name, arguments) => match directive(name) {
                Directive::Dropped => self.skip_below(line.indent),
                Directive::Text(kind) => {
                    self.enter(line.indent + 1, kind);
                    self.below(line, arguments, kind);
                }
                Directive::Body => {
                    self.enter(line.indent + 1, BlockKind::Paragraph);
                    self.below(line, "", BlockKind::Paragraph);
                }
            },
        }
    }

    /// Text that begins behind a mark, with the lines below it; options are none.
    fn below(&mut self, line: Line<'s>, text: &'s str, kind: BlockKind) {
        let mut words = text.to_owned();
        while let Some(next) = self
            .line(0)
            .filter(|next| !next.is_blank() && next.indent > line.indent)
        {
            let is_option = field(next.text).is_some() || next.text.starts_with(':');
            if is_option {
                self.at += 1;
            } else if text.is_empty() || marker(next.text) > 0 || explicit(next.text).is_some() {
                break;
            } else {
                words.push('\n');
                words.push_str(next.text);
                self.at += 1;
            }
        }
        // The body is where its first line is.
        let body = self.lines[self.at.min(self.lines.len())..]
            .iter()
            .take(2)
            .find(|next| !next.is_blank());
        if let (Some(base), Some(body)) = (
            self.bases.last_mut(),
            body.filter(|body| body.indent > line.indent),
        ) {
            base.0 = base.0.max(body.indent);
        }
        self.paragraph_of(&words, line, kind);
    }

    /// Text from this column on is of this kind.
    fn enter(&mut self, indent: usize, kind: BlockKind) {
        if self.bases.len() < DEEPEST {
            self.bases.push((indent, kind));
        }
    }

    /// Passes the lines that stand further right.
    fn skip_below(&mut self, indent: usize) {
        while self
            .line(0)
            .is_some_and(|line| line.is_blank() || line.indent > indent)
        {
            self.at += 1;
        }
    }

    /// The lines below `::`, which stand further right.
    fn literal(&mut self, indent: usize) {
        while self.line(0).is_some_and(|line| line.is_blank()) {
            self.at += 1;
        }
        self.code(|line| line.is_blank() || line.indent > indent);
    }

    fn code(&mut self, is_code: impl Fn(&Line) -> bool) {
        while let Some(line) = self.line(0).filter(&is_code) {
            self.extract.at_line(line.number);
            self.extract.push(line.text);
            self.extract.push("\n");
            self.at += 1;
        }
        self.extract.close(BlockKind::Code);
    }

    fn table(&mut self, is_row: impl Fn(&Line) -> bool) {
        while let Some(line) = self.line(0).filter(|line| !line.is_blank() && is_row(line)) {
            self.row(line);
        }
        self.extract.close(BlockKind::Table);
    }

    /// A table to its last border: there is one below.
    fn simple_table(&mut self) {
        let first = self.at;
        while let Some(line) = self.line(0) {
            let is_end = is_border(line.text) && self.line(1).is_none_or(|next| next.is_blank());
            self.row(line);
            if is_end && self.at > first + 1 {
                break;
            }
        }
        self.extract.close(BlockKind::Table);
    }

    fn row(&mut self, line: Line) {
        self.at += 1;
        if !is_grid(line.text) && rule(line.text).is_none() && !is_border(line.text) {
            self.extract.at_line(line.number);
            let cells = line
                .text
                .split(['|', '\t'])
                .flat_map(|part| part.split("  "));
            for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
                self.extract.push(cell);
                self.extract.push("\t");
            }
            self.extract.push("\n");
        }
    }

    /// An item of a list: what stands behind its mark is read as if it were a line.
    fn item(&mut self, line: Line<'s>) {
        let length = marker(line.text);
        let indent = line.indent + length;
        self.enter(indent, BlockKind::ListItem);
        let text = &line.text[length..];
        match text.is_empty() {
            true => self.at += 1,
            false => {
                self.lines[self.at] = Line {
                    text,
                    indent,
                    ..line
                }
            }
        }
    }

    /// A field: before all text it tells of the document, and is none.
    fn field(&mut self, line: Line<'s>, body: &'s str) {
        self.at += 1;
        if !self.has_text {
            return self.skip_paragraph_below(line.indent);
        }
        self.enter(line.indent + 1, BlockKind::ListItem);
        self.below(line, body, BlockKind::ListItem);
    }

    /// Passes the lines right below that stand further right.
    fn skip_paragraph_below(&mut self, indent: usize) {
        while self
            .line(0)
            .is_some_and(|line| !line.is_blank() && line.indent > indent)
        {
            self.at += 1;
        }
    }

    /// Lines one below the other, up to a blank one or another indentation.
    fn paragraph(&mut self, line: Line<'s>) {
        let is_verse = line.text.starts_with("| ");
        let text_of = |line: Line<'s>| line.text.strip_prefix("| ").unwrap_or(line.text);
        let mut words = text_of(line).to_owned();
        self.at += 1;
        while let Some(next) = self
            .line(0)
            .filter(|next| !next.is_blank() && next.indent == line.indent)
        {
            if is_verse != next.text.starts_with('|') {
                break;
            }
            words.push('\n');
            words.push_str(text_of(next).trim_start_matches('|'));
            self.at += 1;
        }
        let kind = self.kind(line.indent);
        let is_term = !words.contains('\n')
            && self
                .line(0)
                .is_some_and(|next| !next.is_blank() && next.indent > line.indent);
        if is_term && !words.ends_with("::") {
            let indent = self.line(0).map_or(0, |next| next.indent);
            self.enter(indent, BlockKind::ListItem);
            return self.write(&words, line.number, BlockKind::ListItem);
        }
        self.paragraph_of(&words, line, kind);
    }

    /// A paragraph; two colons at its end say that code follows.
    fn paragraph_of(&mut self, words: &str, line: Line<'s>, kind: BlockKind) {
        let Some(text) = words.strip_suffix("::") else {
            return self.write(words, line.number, kind);
        };
        let colon = if text.ends_with(char::is_whitespace) || text.is_empty() {
            ""
        } else {
            ":"
        };
        self.write(&format!("{}{colon}", text.trim_end()), line.number, kind);
        self.literal(line.indent);
    }

    fn write(&mut self, text: &str, line: usize, kind: BlockKind) {
        self.has_text |= !matches!(kind, BlockKind::Heading(_)) && !text.is_empty();
        inline::write(text, line, &mut self.substitutions, &mut self.extract);
        self.extract.close(kind);
    }

    /// What text in this column is: further right than all around it, it is a quotation.
    fn kind(&self, indent: usize) -> BlockKind {
        match self.bases.last() {
            Some(&(base, kind)) if indent <= base => kind,
            Some(&(_, BlockKind::ListItem)) => BlockKind::ListItem,
            None if indent == 0 => BlockKind::Paragraph,
            _ => BlockKind::Quote,
        }
    }
}

/// What begins with two dots.
#[derive(Debug, PartialEq, Eq)]
enum Explicit<'s> {
    /// A comment, the place of a link, what stands for something.
    Nothing,
    /// A footnote or a citation, with its text.
    Note(&'s str),
    /// A directive, with what stands behind it.
    Directive(&'s str, &'s str),
}

fn explicit(text: &str) -> Option<Explicit<'_>> {
    let rest = match text.strip_prefix("..")? {
        "" => return Some(Explicit::Nothing),
        rest => rest.strip_prefix(' ')?.trim_start(),
    };
    if let Some(inner) = rest.strip_prefix('[') {
        return Some(
            inner
                .split_once(']')
                .map_or(Explicit::Nothing, |(_, text)| Explicit::Note(text.trim())),
        );
    }
    let is_name = |c: char| c.is_alphanumeric() || "-_.+:".contains(c);
    let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
    let end = name.find("::").filter(|&end| end > 0);
    Some(end.map_or(Explicit::Nothing, |end| {
        Explicit::Directive(&name[..end], rest[end + 2..].trim())
    }))
}

/// The name and the text of `.. |name| replace:: text`.
fn substitution(text: &str) -> Option<(String, String)> {
    let (name, rest) = text.strip_prefix(".. |")?.split_once('|')?;
    let text = rest.trim_start().strip_prefix("replace::")?.trim();
    (text.len() <= LONGEST_SUBSTITUTION).then(|| (name.to_lowercase(), text.to_owned()))
}

/// What becomes of a directive.
enum Directive {
    /// It is no text.
    Dropped,
    /// What stands behind and below it is text.
    Text(BlockKind),
    /// What stands below it is text.
    Body,
}

fn directive(name: &str) -> Directive {
    match name {
        "note" | "warning" | "tip" | "hint" | "important" | "caution" | "danger" | "attention"
        | "error" | "seealso" | "admonition" | "topic" | "sidebar" | "centered" | "compound"
        | "versionadded" | "versionchanged" | "deprecated" => Directive::Text(BlockKind::Paragraph),
        "epigraph" | "highlights" | "pull-quote" => Directive::Text(BlockKind::Quote),
        "code-block"
        | "code"
        | "sourcecode"
        | "literalinclude"
        | "parsed-literal"
        | "highlight"
        | "image"
        | "figure"
        | "toctree"
        | "math"
        | "raw"
        | "include"
        | "contents"
        | "graphviz"
        | "plot"
        | "meta"
        | "role"
        | "default-role"
        | "sectnum"
        | "list-table"
        | "csv-table"
        | "table"
        | "productionlist"
        | "doctest"
        | "testcode"
        | "testoutput"
        | "testsetup"
        | "ipython"
        | "prompt"
        | "index"
        | "bibliography"
        | "target-notes"
        | "unicode"
        | "date"
        | "replace"
        | "currentmodule"
        | "module"
        | "program"
        | "tabularcolumns"
        | "inheritance-diagram"
        | "mermaid"
        | "uml"
        | "digraph"
        | "graph"
        | "sectionauthor"
        | "codeauthor"
        | "autosummary"
        | "header"
        | "footer"
        | "class"
        | "rst-class" => Directive::Dropped,
        _ => Directive::Body,
    }
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use crate::document::{BlockKind, Document};
    use crate::source::{ReadOptions, read_bytes};

    fn read(text: &str) -> Document {
        let documents = read_bytes("a.rst", text.as_bytes().to_vec(), &ReadOptions::default());
        documents.into_iter().next().unwrap().unwrap()
    }

    fn blocks(document: &Document) -> Vec<(BlockKind, &str)> {
        let blocks = document.blocks().iter();
        blocks
            .map(|block| (block.kind, block.span.of(document.text())))
            .collect()
    }

    #[test]
    fn headings_have_levels_in_the_order_of_their_styles() {
        let text = ".. comment\n   more\n\n=====\nTitle\n=====\n:Author: Anna\n  Weiss\n\nPart\n----\nText on\ntwo lines.\n\nSub\n~~~\nMore.\n\n----\n\nNext\n----\n";
        let document = read(text);
        let expected = [
            (BlockKind::Heading(1), "Title"),
            (BlockKind::Heading(2), "Part"),
            (BlockKind::Paragraph, "Text on\ntwo lines."),
            (BlockKind::Heading(3), "Sub"),
            (BlockKind::Paragraph, "More."),
            (BlockKind::Heading(2), "Next"),
        ];
        assert_eq!(blocks(&document), expected);
        let line = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!((line("Text on"), line("two"), line("More")), (12, 13, 17));
    }

    #[test]
    fn lists_notes_quotations_and_code_are_blocks() {
        let text = "Text::\n\n    code\n\n    more\n\nAnd so:\n\n* One\n  goes on.\n\n  Still one.\n\n  - Two\n* Three::\n\n    x\n\n#. Four\n\n\
            .. note:: A note\n   goes on.\n\n   Second.\n\n.. warning::\n   :class: x\n\n   Care.\n\n.. code-block:: rust\n\n   fn main() {}\n\n\
            .. function:: f(x)\n\n   It does.\n\n   :param x: A number.\n\nterm\n  Its meaning.\n\n   Said she.\n\n>>> 1 + 1\n2\n\n.. [1] Noted.\n.. _here: http://x\n.. image:: a.png\n   :alt: b\n\n| A verse\n| of two.\n\nEnd.\n";
        let document = read(text);
        let expected = [
            (BlockKind::Paragraph, "Text:"),
            (BlockKind::Code, "code\n\nmore"),
            (BlockKind::Paragraph, "And so:"),
            (BlockKind::ListItem, "One\ngoes on."),
            (BlockKind::ListItem, "Still one."),
            (BlockKind::ListItem, "Two"),
            (BlockKind::ListItem, "Three:"),
            (BlockKind::Code, "x"),
            (BlockKind::ListItem, "Four"),
            (BlockKind::Paragraph, "A note\ngoes on."),
            (BlockKind::Paragraph, "Second."),
            (BlockKind::Paragraph, "Care."),
            (BlockKind::Paragraph, "It does."),
            (BlockKind::ListItem, "A number."),
            (BlockKind::ListItem, "term"),
            (BlockKind::ListItem, "Its meaning."),
            (BlockKind::ListItem, "Said she."),
            (BlockKind::Code, ">>> 1 + 1\n2"),
            (BlockKind::ListItem, "Noted."),
            (BlockKind::Paragraph, "A verse\nof two."),
            (BlockKind::Paragraph, "End."),
        ];
        assert_eq!(blocks(&document), expected);
    }

    #[test]
    fn tables_are_no_prose_and_quotations_are() {
        let text = "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+\n\n=====  =====\n  A      B\n=====  =====\nc      d\n\ne\n=====  =====\n\nText |v|.\n\n    Quoted.\n\n.. |v| replace:: 1.0\n";
        let expected = [
            (BlockKind::Table, "a\tb\t\nc\td"),
            (BlockKind::Table, "A\tB\t\nc\td\t\n\ne"),
            (BlockKind::Paragraph, "Text 1.0."),
            (BlockKind::Quote, "Quoted."),
        ];
        assert_eq!(blocks(&read(text)), expected);
    }

    #[test]
    fn hostile_files_end_soon() {
        let mut deep = String::new();
        for i in 0..1_000 {
            deep.push_str(&" ".repeat(i));
            deep.push_str("- a\n\n");
        }
        let _ = read(&deep);
        let units = [
            "`", "``", "*", "_", "|", "|v| ", ":a:`", "- ", "-\n", "==\n", "== ==\n", "+---+\n",
            ".. \n", ".. a::\n", "a\n ", "::\n", "[a]_ ", "\\", ".. [", "a_ ", ":a:\n", " \t",
        ];
        let head = format!(".. |v| replace:: {}\n\n", "x".repeat(900));
        reads_repeated("a.rst", &head, &units);
    }
}
