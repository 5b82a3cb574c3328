//! From tokens to paragraphs: groups, what they are for, and what holds in them.

use super::super::extract::Extract;
use super::super::styles;
use super::charset::{Charset, code_page, sign};
use super::tokens::Token;
use crate::document::{BlockKind, Document, one_line};
use crate::map::Map;
use crate::source::Fault;
use crate::source::decode::Encoding;

/// Groups inside one another are followed to this depth; word processors write a few dozen.
const DEEPEST: usize = 2_000;

/// Where text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Destination {
    Body,
    /// A footnote or an endnote.
    Note,
    /// A text box.
    TextBox,
    Fonts,
    Styles,
    Info,
    Title,
    /// Something around a text box.
    Shape,
    Nowhere,
}

/// What paragraphs are, by their properties.
#[derive(Clone, Copy, Debug, Default)]
struct Paragraph {
    style: Option<i32>,
    outline: Option<BlockKind>,
    is_item: bool,
    is_in_table: bool,
}

/// What holds within a group.
#[derive(Clone, Copy, Debug)]
struct State {
    destination: Destination,
    paragraph: Paragraph,
    charset: Charset,
    /// What stands behind a character with a number, for readers that do not know it.
    fallback: u32,
    is_hidden: bool,
    is_deleted: bool,
}

/// A document under way.
#[derive(Debug)]
pub(super) struct Reading {
    extract: Extract,
    state: State,
    stack: Vec<State>,
    page: Encoding,
    is_page_given: bool,
    default_font: i32,
    fonts: Map<i32, Charset>,
    /// The font of the table that is being told of.
    font: i32,
    styles: Map<i32, BlockKind>,
    /// The style that is being told of.
    style: Option<i32>,
    name: String,
    title: String,
    /// The paragraph under way, and those of notes and text boxes, which stand in it.
    paragraph: String,
    note: String,
    text_box: String,
    notes: Vec<String>,
    text_boxes: Vec<String>,
    /// Whether the paragraph under way is part of a table, and whether a number or a sign stands before it.
    is_table: bool,
    is_marked: bool,
    /// Bytes whose characters are not told yet, and what they stand for.
    bytes: Vec<u8>,
    /// The first half of a character in two numbers.
    surrogate: Option<u16>,
    /// Characters still to be passed over behind one with a number.
    passed: u32,
    /// Whether the group began with `\*`: then a word that is not known makes it worthless.
    is_optional: bool,
    is_at_end: bool,
}

impl Reading {
    /// A reading of a file; with an encoding, the code page that it tells itself does not count.
    pub fn new(encoding: Option<Encoding>) -> Self {
        let state = State {
            destination: Destination::Body,
            paragraph: Paragraph::default(),
            charset: Charset::Default,
            fallback: 1,
            is_hidden: false,
            is_deleted: false,
        };
        Self {
            extract: Extract::default(),
            state,
            stack: Vec::new(),
            page: encoding.unwrap_or(encoding_rs::WINDOWS_1252),
            is_page_given: encoding.is_some(),
            default_font: 0,
            fonts: Map::default(),
            font: 0,
            styles: Map::default(),
            style: None,
            name: String::new(),
            title: String::new(),
            paragraph: String::new(),
            note: String::new(),
            text_box: String::new(),
            notes: Vec::new(),
            text_boxes: Vec::new(),
            is_table: false,
            is_marked: false,
            bytes: Vec::new(),
            surrogate: None,
            passed: 0,
            is_optional: false,
            is_at_end: false,
        }
    }

    /// Whether the group that is the file has ended.
    pub fn is_at_end(&self) -> bool {
        self.is_at_end
    }

    pub fn take(&mut self, token: Token) -> Result<(), Fault> {
        if self.is_passed_over(token) {
            return Ok(());
        }
        match token {
            Token::Open => self.open()?,
            Token::Close => self.close_group(),
            Token::Word(name, number) => {
                self.decode_bytes();
                self.word(name, number);
            }
            // Also the second byte of a character.
            Token::Symbol(byte @ (b'{' | b'}' | b'\\')) => self.bytes.push(byte),
            Token::Symbol(symbol) => {
                self.decode_bytes();
                self.symbol(symbol);
            }
            Token::Hex(byte) | Token::Byte(byte) => self.bytes.push(byte),
        }
        Ok(())
    }

    /// Whether this only stands in for a character that had a number.
    fn is_passed_over(&mut self, token: Token) -> bool {
        if self.passed == 0 {
            return false;
        }
        match token {
            Token::Open | Token::Close => self.passed = 0,
            Token::Word("u", _) => self.passed = 0,
            Token::Word(..) | Token::Symbol(_) | Token::Hex(_) | Token::Byte(_) => {
                self.passed -= 1;
                return !matches!(token, Token::Word(name, _) if ends_paragraph(name));
            }
        }
        false
    }

    fn open(&mut self) -> Result<(), Fault> {
        if self.stack.len() >= DEEPEST {
            let why = format!("groups nested more than {DEEPEST} deep");
            return Err(Fault::damaged("RTF", why));
        }
        self.decode_bytes();
        self.stack.push(self.state);
        self.is_optional = false;
        Ok(())
    }

    fn close_group(&mut self) {
        self.decode_bytes();
        let (ended, outline) = (self.state.destination, self.state.paragraph.outline);
        let Some(state) = self.stack.pop() else {
            self.is_at_end = true;
            return;
        };
        self.state = state;
        self.is_optional = false;
        self.is_at_end = self.stack.is_empty();
        if ended == Destination::Styles {
            self.end_style(outline);
        }
        if ended != state.destination {
            match ended {
                Destination::Note => self.end_note(),
                Destination::TextBox => self.end_text_box(),
                _ => {}
            }
        }
    }

    /// A control word.
    fn word(&mut self, name: &str, number: Option<i32>) {
        let is_optional = std::mem::take(&mut self.is_optional);
        if let Some(destination) = self.destination(name) {
            self.state.destination = destination;
            return;
        }
        match name {
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.state.fallback = number.and_then(|n| n.try_into().ok()).unwrap_or(1),
            _ if ends_paragraph(name) => self.end_paragraph(),
            _ if self.is_property(name, number) || self.is_table_word(name) => {}
            _ => match character(name) {
                Some(text) => self.push(text),
                None if is_optional => self.state.destination = Destination::Nowhere,
                None => {}
            },
        }
    }

    /// What the group is for, where a word tells.
    fn destination(&mut self, name: &str) -> Option<Destination> {
        use Destination::{Body, Fonts, Info, Note, Nowhere, Shape, Styles, TextBox, Title};
        let around = self.state.destination;
        if around == Nowhere {
            return Some(Nowhere);
        }
        match name {
            "fonttbl" => Some(Fonts),
            "stylesheet" => Some(Styles),
            "info" => Some(Info),
            "title" if around == Info => Some(Title),
            // Within those, all else is of no use.
            "author" | "subject" | "keywords" | "doccomm" | "operator" | "company" | "manager"
            | "category" | "comment" | "creatim" | "revtim" | "printim" | "buptim"
            | "hlinkbase"
                if around == Info =>
            {
                Some(Nowhere)
            }
            "footnote" => Some(Note),
            "shp" | "shpinst" | "shpgrp" => (around != Body).then_some(around).or(Some(Shape)),
            "shptxt" => Some(if around == Note { Note } else { TextBox }),
            "listtext" | "pntext" => {
                self.is_marked |= matches!(around, Body);
                Some(Nowhere)
            }
            "colortbl" | "filetbl" | "pict" | "nonshppict" | "object" | "fldinst" | "header"
            | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf"
            | "shprslt" | "annotation" | "atnid" | "atnauthor" | "atnref" | "xe" | "rxe"
            | "txe" | "tc" | "tcn" | "private" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep"
            | "aftnsepc" | "aftncn" | "sp" | "revtbl" | "listtable" | "listoverridetable"
            | "upr" | "do" | "template" => Some(Nowhere),
            _ => None,
        }
    }

    /// Whether a word tells a property of text, paragraphs, fonts or styles; then it holds from here on.
    fn is_property(&mut self, name: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        let paragraph = &mut self.state.paragraph;
        match name {
            "ansicpg" if !self.is_page_given => {
                self.page = number.and_then(code_page).unwrap_or(self.page)
            }
            "mac" if !self.is_page_given => self.page = encoding_rs::MACINTOSH,
            "deff" => self.default_font = number.unwrap_or(0),
            "f" if self.state.destination == Destination::Fonts => self.font = number.unwrap_or(0),
            "f" => self.state.charset = self.charset_of(number.unwrap_or(0)),
            "fcharset" => {
                let charset = Charset::of_font(number.unwrap_or(0));
                self.fonts.insert(self.font, charset);
            }
            "cpg" => {
                let page = number
                    .and_then(code_page)
                    .map(|page| (self.font, Charset::Page(page)));
                self.fonts.extend(page);
            }
            "plain" => {
                (self.state.is_hidden, self.state.is_deleted) = (false, false);
                self.state.charset = self.charset_of(self.default_font);
            }
            "v" => self.state.is_hidden = is_on,
            "deleted" => self.state.is_deleted = is_on,
            "pard" => *paragraph = Paragraph::default(),
            "s" if self.state.destination == Destination::Styles => self.style = number,
            "s" => paragraph.style = number,
            "outlinelevel" => {
                let level = number.and_then(|n| u8::try_from(n).ok());
                paragraph.outline = level.and_then(styles::outline);
            }
            "ls" => paragraph.is_item = is_on,
            "intbl" => paragraph.is_in_table = is_on,
            _ => return false,
        }
        true
    }

    fn charset_of(&self, font: i32) -> Charset {
        self.fonts.get(&font).copied().unwrap_or(Charset::Default)
    }

    /// Whether a word ends a cell or a row.
    fn is_table_word(&mut self, name: &str) -> bool {
        let break_ = match name {
            "cell" | "nestcell" => "\t",
            "row" | "nestrow" => "\n",
            _ => return false,
        };
        if self.state.destination == Destination::Body {
            self.enter_table(true);
            self.paragraph
                .truncate(self.paragraph.trim_end_matches(' ').len());
            self.paragraph.push_str(break_);
        }
        true
    }

    fn symbol(&mut self, symbol: u8) {
        let is_optional = std::mem::take(&mut self.is_optional);
        match symbol {
            b'*' => self.is_optional = true,
            b'\r' | b'\n' => self.end_paragraph(),
            b'~' => self.push("\u{a0}"),
            b'_' => self.push("\u{2011}"),
            b'\t' => self.push("\t"),
            _ if is_optional => self.state.destination = Destination::Nowhere,
            _ => {}
        }
    }

    /// A character by its number, the half of one, or a sign in a font of signs.
    fn unicode(&mut self, number: i32) {
        self.passed = self.state.fallback;
        let number = if number < 0 {
            number + 0x1_0000
        } else {
            number
        };
        let unit = u16::try_from(number).ok();
        if let Some(0xd800..=0xdbff) = unit {
            self.surrogate = unit;
            return;
        }
        let first = self.surrogate.take();
        match (first, unit) {
            (Some(first), Some(second @ 0xdc00..=0xdfff)) => {
                for c in char::decode_utf16([first, second]).flatten() {
                    self.push(c.encode_utf8(&mut [0; 4]));
                }
            }
            (_, Some(sign_of @ 0xf000..=0xf0ff)) => self.push(sign((sign_of & 0xff) as u8)),
            _ => {
                if let Some(c) = u32::try_from(number).ok().and_then(char::from_u32) {
                    self.push(c.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }

    /// Makes characters of the bytes so far.
    fn decode_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let page = match self.state.charset {
            Charset::Default => self.page,
            Charset::Page(page) => page,
            Charset::Symbols if self.state.destination == Destination::Body => {
                for &byte in &bytes {
                    self.push(sign(byte));
                }
                return;
            }
            Charset::Symbols => self.page,
        };
        let (text, _) = page.decode_without_bom_handling(&bytes);
        self.push(&text);
        self.bytes = bytes;
        self.bytes.clear();
    }

    /// Adds text to whatever it is for.
    fn push(&mut self, text: &str) {
        if self.state.is_hidden || self.state.is_deleted || text.is_empty() {
            return;
        }
        match self.state.destination {
            Destination::Body => {
                self.enter_table(self.state.paragraph.is_in_table);
                self.paragraph.push_str(text);
            }
            Destination::Note => self.note.push_str(text),
            Destination::TextBox => self.text_box.push_str(text),
            Destination::Styles => self.name.push_str(text),
            Destination::Title => self.title.push_str(text),
            Destination::Fonts | Destination::Info | Destination::Shape | Destination::Nowhere => {}
        }
    }

    /// Text from here on is in a table or not: what stood before is another block.
    fn enter_table(&mut self, is_table: bool) {
        if self.is_table != is_table {
            self.close_block();
            self.is_table = is_table;
        }
    }

    fn end_paragraph(&mut self) {
        match self.state.destination {
            Destination::Note => self.end_note(),
            Destination::TextBox => self.end_text_box(),
            Destination::Body if self.state.paragraph.is_in_table => self.push(" "),
            Destination::Body => {
                self.close_block();
                self.is_table = false;
            }
            _ => {}
        }
    }

    fn end_note(&mut self) {
        self.notes.push(std::mem::take(&mut self.note));
    }

    fn end_text_box(&mut self) {
        self.text_boxes.push(std::mem::take(&mut self.text_box));
    }

    /// The name of a style is told by now.
    fn end_style(&mut self, outline: Option<BlockKind>) {
        let name = std::mem::take(&mut self.name);
        let kind = outline.or_else(|| styles::named(name.trim_end_matches(';')));
        if let Some(style) = self.style.take() {
            self.styles.extend(kind.map(|kind| (style, kind)));
        }
    }

    /// The paragraph or table under way is a block.
    fn close_block(&mut self) {
        let text = std::mem::take(&mut self.paragraph);
        let is_marked = std::mem::take(&mut self.is_marked);
        let (is_listed, rest) = unmarked(&text);
        let paragraph = self.state.paragraph;
        let style = paragraph
            .style
            .and_then(|style| self.styles.get(&style).copied());
        if self.is_table {
            self.extract.push(&text);
            self.extract.close(BlockKind::Table);
        } else {
            let item = (is_marked || is_listed || paragraph.is_item).then_some(BlockKind::ListItem);
            let kind = paragraph
                .outline
                .or(style)
                .or(item)
                .unwrap_or(BlockKind::Paragraph);
            self.extract.push(&rest.replace('\t', " "));
            self.extract.close(kind);
        }
        for text in std::mem::take(&mut self.text_boxes) {
            self.extract.push(&text);
            self.extract.close(BlockKind::Paragraph);
        }
    }

    pub fn into_document(mut self, name: &str) -> Result<Document, Fault> {
        self.decode_bytes();
        // The last brace of all is missed by nobody.
        if self.stack.len() > 1 {
            return Err(Fault::damaged("RTF", "it ends within a group"));
        }
        self.close_block();
        for note in std::mem::take(&mut self.notes) {
            self.extract.push(&note);
            self.extract.close(BlockKind::ListItem);
        }
        let title = Some(one_line(&self.title)).filter(|title| !title.is_empty());
        Ok(self.extract.into_document(name, title))
    }
}

fn ends_paragraph(name: &str) -> bool {
    matches!(name, "par" | "sect")
}

/// The text that a control word stands for.
fn character(name: &str) -> Option<&'static str> {
    Some(match name {
        "tab" => "\t",
        "line" | "lbr" | "page" | "column" | "softline" | "emspace" | "enspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        _ => return None,
    })
}

/// Whether a paragraph begins with the sign or the number of a list and a tab, and what stands behind them.
fn unmarked(text: &str) -> (bool, &str) {
    let Some((mark, rest)) = text.trim_start().split_once('\t') else {
        return (false, text);
    };
    let number = mark.trim_start_matches('(').trim_end_matches(['.', ')']);
    let is_number = number.len() < mark.len()
        && (1..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_alphanumeric());
    match is_number || matches!(mark, "•" | "·" | "-" | "–" | "◦" | "▪" | "o" | "*") {
        true => (true, rest),
        false => (false, text),
    }
}
