//! From the characters of LaTeX to blocks, in one pass. What is looked for ahead is either found and passed, or
//! looked for within bounds, so that no text takes more than linear time.

use super::super::extract::Extract;
use super::names::{Command, Environment, command, environment};
use super::signs::{accented, is_accent, readable, sign};
use crate::document::{BlockKind, Document, one_line};
use crate::map::{Map, Set};

/// Groups and environments inside one another are told apart to this depth.
const DEEPEST: usize = 10_000;
/// Notes inside one another are told apart to this depth.
const DEEPEST_NOTES: usize = 20;
/// So many bytes of an argument that is no text are passed over, when a definition and when not.
const LONGEST_DEFINITION: usize = 100_000;
const LONGEST_ARGUMENT: usize = 20_000;
/// So many bytes are looked through for the end of an optional argument, and of a formula.
const LONGEST_OPTION: usize = 200;
const LONGEST_FORMULA: usize = 2_000;
/// A definition of more bytes is no abbreviation.
const LONGEST_ABBREVIATION: usize = 1_000;
/// What abbreviations add to any text.
const HARMLESS: usize = 1 << 16;

/// What a closing brace ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Plain,
    Heading(u8),
    Note,
    Title,
}

/// A paragraph under way, with the lines of the file at offsets of it.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    marks: Vec<(usize, usize)>,
}

/// A text under way.
#[derive(Debug)]
pub(super) struct Reading<'s> {
    source: &'s str,
    at: usize,
    /// Offset up to which lines have been counted, and the line there.
    counted: (usize, usize),
    extract: Extract,
    paragraph: Paragraph,
    /// The paragraphs in which the notes and titles stand that are open.
    around: Vec<Paragraph>,
    notes: Vec<Paragraph>,
    groups: Vec<Group>,
    /// How many groups are open below the deepest that is told apart.
    too_deep: usize,
    /// What the next opening brace begins, where it follows right away.
    pending: Option<Group>,
    /// The environments that are open.
    environments: Vec<Environment>,
    /// The heading that is open, and whether text is an item.
    heading: Option<u8>,
    title: Option<String>,
    is_title_written: bool,
    is_preamble: bool,
    is_german: bool,
    /// What chapters are above sections.
    has_chapters: bool,
    /// Whether what stood here was left out.
    is_dropped: bool,
    abbreviations: Map<String, String>,
    /// How many bytes they may still add.
    allowance: usize,
    /// What has been looked for up to the end of the text and is not there.
    missing: Set<String>,
}

impl<'s> Reading<'s> {
    pub fn new(source: &'s str) -> Self {
        let has =
            |needle: &str| memchr::memmem::find(source.as_bytes(), needle.as_bytes()).is_some();
        Self {
            source,
            at: 0,
            counted: (0, 1),
            extract: Extract::with_capacity(source.len()),
            paragraph: Paragraph::default(),
            around: Vec::new(),
            notes: Vec::new(),
            groups: Vec::new(),
            too_deep: 0,
            pending: None,
            environments: Vec::new(),
            heading: None,
            title: None,
            is_title_written: false,
            is_preamble: has("\\begin{document}"),
            is_german: has("german"),
            has_chapters: has("\\chapter{") || has("\\chapter*{"),
            is_dropped: false,
            abbreviations: Map::default(),
            allowance: source.len() + HARMLESS,
            missing: Set::default(),
        }
    }

    /// The text of a part of the source that has no blocks.
    fn plain(&mut self, source: &str) -> String {
        let mut inner = Reading::new(source);
        inner.is_preamble = false;
        inner.abbreviations = std::mem::take(&mut self.abbreviations);
        inner.allowance = self.allowance;
        while inner.step() {}
        self.abbreviations = inner.abbreviations;
        self.allowance = inner.allowance;
        inner.paragraph.text
    }

    pub fn into_document(mut self, name: &str) -> Document {
        while self.step() {}
        self.close_notes();
        self.close();
        self.write_notes();
        let title = self.title.take();
        self.extract.into_document(name, title)
    }

    fn rest(&self) -> &'s str {
        &self.source[self.at..]
    }

    /// Reads on. Whether there is more.
    fn step(&mut self) -> bool {
        let source = self.source;
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return false;
        };
        let pending = self.pending.take();
        match first {
            '\\' => return self.control(),
            '{' => {
                self.at += 1;
                self.open(pending.unwrap_or(Group::Plain));
            }
            '}' => {
                self.at += 1;
                self.close_group();
            }
            '%' => {
                // With the line, its end and the blanks of the next go.
                let end = memchr::memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
                let blanks = rest[end..]
                    .bytes()
                    .take_while(|b| matches!(b, b' ' | b'\t'))
                    .count();
                self.at += end + blanks;
                self.pending = pending;
            }
            '$' => self.formula(),
            c if c.is_whitespace() => {
                let blank = &rest[..rest
                    .find(|c: char| !c.is_whitespace())
                    .unwrap_or(rest.len())];
                self.at += blank.len();
                match blank.matches('\n').count() {
                    0 | 1 => {
                        self.blank();
                        self.pending = pending;
                    }
                    _ => self.end_paragraph(),
                }
            }
            '~' => {
                self.at += 1;
                self.push("\u{a0}");
            }
            '&' => {
                self.at += 1;
                self.blank();
            }
            '#' => self.at += 1,
            '`' | '\'' | '-' | '"' => self.punctuation(rest),
            c => {
                let is_plain = |c: char| !c.is_whitespace() && !"\\{}%$~&#`'-\")]".contains(c);
                let more = rest[c.len_utf8()..].find(|c| !is_plain(c));
                let end = more.map_or(source.len(), |more| self.at + c.len_utf8() + more);
                self.word(&source[self.at..end]);
                self.at = end;
            }
        }
        true
    }

    /// Text as it stands. Brackets in which nothing is left are no text.
    fn word(&mut self, text: &str) {
        let opening = match text.chars().next() {
            Some(')') => '(',
            Some(']') => '[',
            _ => return self.push(text),
        };
        let before = self.paragraph.text.trim_end();
        if self.is_dropped && before.ends_with(opening) {
            let length = before.trim_end_matches(opening).trim_end().len();
            self.paragraph.truncate(length);
            self.push(&text[1..]);
        } else {
            self.push(text);
        }
    }

    /// Quotation marks and dashes.
    fn punctuation(&mut self, rest: &str) {
        const SIGNS: [(&str, &str); 8] = [
            ("```", "“‘"),
            ("``", "“"),
            ("`", "‘"),
            ("'''", "’”"),
            ("''", "”"),
            ("---", "—"),
            ("--", "–"),
            ("-", "-"),
        ];
        const GERMAN: [(&str, &str); 14] = [
            ("\"a", "ä"),
            ("\"o", "ö"),
            ("\"u", "ü"),
            ("\"A", "Ä"),
            ("\"O", "Ö"),
            ("\"U", "Ü"),
            ("\"s", "ß"),
            ("\"`", "„"),
            ("\"'", "“"),
            ("\"-", ""),
            ("\"=", "-"),
            ("\"~", "-"),
            ("\"\"", ""),
            ("\"|", ""),
        ];
        let german = GERMAN.iter().filter(|_| self.is_german);
        let (written, text) = german
            .chain(&SIGNS)
            .find(|(written, _)| rest.starts_with(written))
            .copied()
            .unwrap_or((&rest[..1], &rest[..1]));
        self.at += written.len();
        self.push(text);
    }

    /// A control sequence. Whether there is more.
    fn control(&mut self) -> bool {
        let rest = &self.rest()[1..];
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let length = letters.max(rest.chars().next().map_or(0, char::len_utf8));
        let name = &rest[..length];
        self.at += 1 + length;
        if letters == 0 {
            self.symbol(name);
            return true;
        }
        if self.rest().starts_with('*') {
            self.at += 1;
        }
        if is_accent(name) {
            self.accent(name);
        } else if let Some(sign) = sign(name) {
            self.skip_blanks();
            self.push(sign);
        } else {
            return self.command(name);
        }
        true
    }

    /// A control sequence that is no word.
    fn symbol(&mut self, name: &str) {
        if is_accent(name) {
            return self.accent(name);
        }
        match name {
            "\\" => {
                self.at += usize::from(self.rest().starts_with('*'));
                self.skip_option();
                self.blank();
            }
            "[" => self.drop_up_to("\\]"),
            "(" => {
                let formula = self.within("\\)");
                self.push_formula(formula);
            }
            _ => match sign(name) {
                Some(" ") => self.blank(),
                Some(sign) => self.push(sign),
                None => {}
            },
        }
    }

    /// A word with a backslash. Whether there is more.
    fn command(&mut self, name: &'s str) -> bool {
        match command(name) {
            Command::Section(level) => {
                let level = 1 + level + u8::from(self.has_chapters);
                self.close();
                self.expect(Group::Heading(level.clamp(2, 6)));
            }
            Command::Title => self.expect(Group::Title),
            Command::MakeTitle => self.write_title(),
            Command::Note => {
                self.trim();
                self.expect(Group::Note);
            }
            Command::Item => self.item(),
            Command::Paragraph => self.end_paragraph(),
            Command::Reference(arguments) => {
                self.trim_before_reference(arguments);
            }
            Command::Dropped(arguments) => self.skip_arguments(arguments),
            Command::Address => self.address(),
            Command::Verbatim => self.verbatim(),
            Command::Definition => self.definition(),
            Command::Begin => self.begin(),
            Command::End => return self.end(),
            Command::Unknown => self.unknown(name),
        }
        true
    }

    fn unknown(&mut self, name: &str) {
        if name == "iffalse" {
            return self.drop_up_to("\\fi");
        }
        match self.abbreviations.get(name) {
            Some(text) if text.len() <= self.allowance => {
                self.allowance -= text.len();
                let text = text.clone();
                self.push(&text);
            }
            _ => self.skip_option(),
        }
        // A blank behind a word only ends it.
        self.skip_blanks();
    }

    /// The group that follows is of this kind.
    fn expect(&mut self, group: Group) {
        self.skip_option();
        self.pending = Some(group);
    }

    fn open(&mut self, group: Group) {
        if self.groups.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let mut group = group;
        match group {
            Group::Heading(level) => self.heading = Some(level),
            Group::Note | Group::Title if self.around.len() < DEEPEST_NOTES => {
                self.around.push(std::mem::take(&mut self.paragraph));
            }
            Group::Note | Group::Title => group = Group::Plain,
            Group::Plain => {}
        }
        self.groups.push(group);
    }

    fn close_group(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.groups.pop() {
            Some(Group::Heading(_)) => self.close(),
            Some(Group::Note) => self.close_note(),
            Some(Group::Title) => {
                if let Some(around) = self.around.pop() {
                    let title = std::mem::replace(&mut self.paragraph, around);
                    self.title = Some(one_line(&title.text)).filter(|title| !title.is_empty());
                }
            }
            Some(Group::Plain) | None => {}
        }
    }

    fn close_note(&mut self) {
        if let Some(around) = self.around.pop() {
            self.notes
                .push(std::mem::replace(&mut self.paragraph, around));
        }
    }

    /// Notes whose end is missing end here.
    fn close_notes(&mut self) {
        while !self.around.is_empty() {
            self.close_note();
        }
    }

    fn begin(&mut self) {
        let Some(name) = self.environment_name() else {
            return;
        };
        let kind = environment(name.trim_end_matches('*'));
        if kind == Environment::Dropped {
            self.skip_options();
            return self.drop_up_to(&format!("\\end{{{name}}}"));
        }
        if kind == Environment::Document {
            self.is_preamble = false;
            (self.groups, self.around, self.too_deep) = (Vec::new(), Vec::new(), 0);
            self.paragraph = Paragraph::default();
            return;
        }
        self.close();
        if self.environments.len() < DEEPEST {
            self.environments.push(kind);
        }
        self.skip_option();
        match kind {
            Environment::Abstract => {
                self.push("Abstract");
                self.heading = Some(2);
                self.close();
            }
            Environment::Slide => self.pending = Some(Group::Heading(2)),
            Environment::Other if self.rest().starts_with('{') => self.skip_arguments(1),
            _ => {}
        }
    }

    /// The end of an environment. Whether there is more.
    fn end(&mut self) -> bool {
        let Some(name) = self.environment_name() else {
            return true;
        };
        self.close();
        if name == "document" {
            self.at = self.source.len();
            return false;
        }
        self.environments.pop();
        true
    }

    /// The name in braces behind `\begin` and `\end`.
    fn environment_name(&mut self) -> Option<&'s str> {
        self.skip_blanks();
        let inner = self.rest().strip_prefix('{')?;
        let end = inner
            .bytes()
            .take(LONGEST_OPTION)
            .position(|b| matches!(b, b'}' | b'{' | b'\\'))?;
        let name = &inner[..end];
        self.at += 1 + end + usize::from(inner.as_bytes()[end] == b'}');
        Some(name.trim())
    }

    /// An item begins; what stands in brackets behind it is what it is about.
    fn item(&mut self) {
        self.close();
        self.skip_blanks();
        if let Some(label) = self.option() {
            let label = self.plain(label);
            self.push(label.trim());
            self.blank();
        }
    }

    fn definition(&mut self) {
        self.skip_blanks();
        let is_braced = self.rest().starts_with('{');
        self.at += usize::from(is_braced);
        let Some(behind) = self.rest().strip_prefix('\\') else {
            return;
        };
        let letters = behind
            .bytes()
            .take_while(|b| b.is_ascii_alphabetic() || *b == b'@')
            .count();
        let name = &behind[..letters.max(behind.chars().next().map_or(0, char::len_utf8))];
        self.at += 1 + name.len() + usize::from(is_braced && behind[name.len()..].starts_with('}'));
        let before = self.at;
        self.skip_options();
        // `#1` of \def.
        let marks = self
            .rest()
            .bytes()
            .take_while(|b| matches!(b, b'#' | b'0'..=b'9' | b' ' | b'\n'))
            .count();
        self.at += marks;
        let has_arguments = self.source[before..self.at].contains(['#', '[']);
        let body = self.argument(LONGEST_DEFINITION, true);
        if let Some(body) = body.filter(|body| !has_arguments && body.len() <= LONGEST_ABBREVIATION)
        {
            let text = self.plain(body);
            if text.len() <= LONGEST_ABBREVIATION && !text.trim().is_empty() {
                self.abbreviations.insert(name.to_owned(), text);
            }
        }
    }

    /// A reference goes, and the blank before it where nothing else follows.
    fn trim_before_reference(&mut self, arguments: usize) {
        self.skip_arguments(arguments);
        self.is_dropped = true;
        let is_end = self
            .rest()
            .starts_with(|c: char| c.is_whitespace() || ".,;:!?)]}".contains(c));
        if is_end || self.rest().is_empty() {
            self.trim();
        }
    }

    /// A place on the web; without an end, all that was looked through is taken for it.
    fn address(&mut self) {
        let Some(inner) = self.rest().strip_prefix('{') else {
            return;
        };
        let near = near(inner, LONGEST_FORMULA);
        let end = memchr::memchr2(b'}', b'\n', near.as_bytes());
        let address = &near[..end.unwrap_or(near.len())];
        self.push(address);
        self.at += 1 + address.len() + usize::from(end.is_some());
    }

    /// `\verb|x|`
    fn verbatim(&mut self) {
        self.skip_option();
        let rest = self.rest();
        let Some(mark) = rest.chars().next() else {
            return;
        };
        let near = near(&rest[mark.len_utf8()..], LONGEST_FORMULA);
        let line = &near[..memchr::memchr(b'\n', near.as_bytes()).unwrap_or(near.len())];
        if let Some(end) = line.find(if mark == '{' { '}' } else { mark }) {
            self.push(&line[..end]);
            self.at += mark.len_utf8() + end + mark.len_utf8();
        }
    }

    /// `$x$`, or `$$x$$`, which is no text.
    fn formula(&mut self) {
        if self.rest().starts_with("$$") {
            self.at += 2;
            return self.drop_up_to("$$");
        }
        self.at += 1;
        let formula = self.within("$");
        self.push_formula(formula);
    }

    fn push_formula(&mut self, formula: Option<&str>) {
        match formula.map(readable) {
            Some(Some(text)) => self.push(&text),
            _ => self.is_dropped = true,
        }
    }

    /// What stands before this sign, if the paragraph has it; that is passed.
    fn within(&mut self, end: &str) -> Option<&'s str> {
        let near = near(self.rest(), LONGEST_FORMULA);
        let length = memchr::memmem::find(near.as_bytes(), end.as_bytes())?;
        let formula = &near[..length];
        if memchr::memmem::find(formula.as_bytes(), b"\n\n").is_some() {
            return None;
        }
        self.at += length + end.len();
        Some(formula)
    }

    /// Leaves out everything up to behind this sign; without one, nothing.
    fn drop_up_to(&mut self, end: &str) {
        if self.missing.contains(end) {
            return;
        }
        match memchr::memmem::find(self.rest().as_bytes(), end.as_bytes()) {
            Some(place) => self.at += place + end.len(),
            None => {
                self.missing.insert(end.to_owned());
            }
        }
        self.blank();
    }

    /// The accent of the letter that follows, in braces or not.
    fn accent(&mut self, name: &str) {
        let is_word = name.as_bytes()[0].is_ascii_alphabetic();
        if is_word {
            self.skip_blanks();
        }
        let is_braced = self.rest().starts_with('{');
        let inner = &self.rest()[usize::from(is_braced)..];
        let (letter, length) = match inner.strip_prefix('\\') {
            Some(behind) if behind.starts_with(['i', 'j']) => {
                (if behind.starts_with('i') { 'ı' } else { 'ȷ' }, 2)
            }
            Some(_) => return,
            None => match inner.chars().next().filter(|c| c.is_alphabetic()) {
                Some(letter) => (letter, letter.len_utf8()),
                None => return,
            },
        };
        let is_closed = is_braced && inner[length..].starts_with('}');
        // With more than one letter, the brace is like any other.
        self.at += length + if is_closed { 2 } else { 0 };
        if is_braced && !is_closed {
            self.at += 1;
            self.open(Group::Plain);
        }
        self.push(accented(name, letter).encode_utf8(&mut [0; 4]));
    }

    fn skip_blanks(&mut self) {
        let rest = self.rest();
        let blank = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        self.at += blank;
        // One line break is a blank, two are a paragraph.
        let rest = self.rest();
        if let Some(behind) = rest.strip_prefix('\n')
            && !behind
                .trim_start_matches([' ', '\t'])
                .starts_with(['\n', '\r'])
        {
            self.at += 1;
        }
    }

    /// `[x]`, where it stands here.
    fn option(&mut self) -> Option<&'s str> {
        let inner = self.rest().strip_prefix('[')?;
        let near = near(inner, LONGEST_OPTION);
        memchr::memchr(b']', near.as_bytes())?;
        let mut depth = 0_usize;
        for (place, byte) in near.bytes().enumerate() {
            match byte {
                b'{' | b'[' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b']' if depth == 0 => {
                    self.at += place + 2;
                    return Some(&near[..place]);
                }
                b']' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn skip_option(&mut self) {
        self.option();
    }

    fn skip_options(&mut self) {
        while self.option().is_some() {}
    }

    fn skip_arguments(&mut self, count: usize) {
        for _ in 0..count {
            self.skip_options();
            let before = self.at;
            self.skip_blanks();
            if !self.rest().starts_with('{') {
                self.at = before;
                return;
            }
            self.argument(LONGEST_ARGUMENT, false);
        }
    }

    /// What stands in braces here. Where they do not close, all that was looked through goes.
    fn argument(&mut self, longest: usize, may_break: bool) -> Option<&'s str> {
        let inner = self.rest().strip_prefix('{')?;
        let bytes = inner.as_bytes();
        let (mut depth, mut place) = (0_usize, 0);
        while place < bytes.len().min(longest) {
            match bytes[place] {
                b'\\' => place += 1,
                b'{' => depth += 1,
                b'}' if depth == 0 => {
                    self.at += place + 2;
                    return Some(&inner[..place]);
                }
                b'}' => depth -= 1,
                b'\n' if !may_break && bytes.get(place + 1) == Some(&b'\n') => break,
                _ => {}
            }
            place += 1;
        }
        self.at += 1 + inner.floor_char_boundary(place.min(inner.len()));
        None
    }

    /// Adds text to the paragraph.
    fn push(&mut self, text: &str) {
        if text.is_empty() || (self.is_preamble && self.around.is_empty()) {
            return;
        }
        let line = self.line();
        let paragraph = &mut self.paragraph;
        if paragraph.marks.last().is_none_or(|&(_, last)| last != line) {
            paragraph.marks.push((paragraph.text.len(), line));
        }
        paragraph.text.push_str(text);
        self.is_dropped = false;
    }

    fn blank(&mut self) {
        if !self.paragraph.text.is_empty() && !self.paragraph.text.ends_with([' ', '\u{a0}']) {
            let is_dropped = self.is_dropped;
            self.push(" ");
            self.is_dropped = is_dropped;
        }
    }

    /// Takes the blanks off at the end of the paragraph.
    fn trim(&mut self) {
        let length = self.paragraph.text.trim_end().len();
        self.paragraph.truncate(length);
    }

    /// The line of the file that is being read.
    fn line(&mut self) -> usize {
        let (from, line) = self.counted;
        if self.at > from {
            let bytes = &self.source.as_bytes()[from..self.at];
            self.counted = (self.at, line + memchr::memchr_iter(b'\n', bytes).count());
        }
        self.counted.1
    }

    /// A blank line, or what is as good as one. Notes and titles go on.
    fn end_paragraph(&mut self) {
        match self.around.is_empty() {
            true => self.close(),
            false => self.blank(),
        }
    }

    /// The title as a heading, once.
    fn write_title(&mut self) {
        self.close();
        if let Some(title) = self.title.clone().filter(|_| !self.is_title_written) {
            self.push(&title);
            self.heading = Some(1);
            self.is_title_written = true;
            self.close();
        }
    }

    /// The paragraph under way is a block; notes to it follow.
    fn close(&mut self) {
        self.close_notes();
        let paragraph = std::mem::take(&mut self.paragraph);
        let heading = self.heading.take();
        let kind = heading
            .map(BlockKind::Heading)
            .unwrap_or_else(|| self.kind());
        self.write(paragraph, kind);
        if heading.is_none() {
            self.write_notes();
        }
    }

    fn write_notes(&mut self) {
        for note in std::mem::take(&mut self.notes) {
            self.write(note, BlockKind::ListItem);
        }
    }

    fn write(&mut self, paragraph: Paragraph, kind: BlockKind) {
        let Paragraph { text, marks } = paragraph;
        for (place, &(offset, line)) in marks.iter().enumerate() {
            let end = marks.get(place + 1).map_or(text.len(), |mark| mark.0);
            self.extract.at_line(line);
            self.extract.push(&text[offset..end]);
        }
        self.extract.close(kind);
    }

    /// What a paragraph here is.
    fn kind(&self) -> BlockKind {
        // Only the innermost that says something counts; how many say nothing is bounded.
        let mut kinds = self.environments.iter().rev().take(DEEPEST_NOTES);
        let kind = kinds.find_map(|kind| match kind {
            Environment::List => Some(BlockKind::ListItem),
            Environment::Quote => Some(BlockKind::Quote),
            _ => None,
        });
        kind.unwrap_or(BlockKind::Paragraph)
    }
}

/// The first bytes of a text, up to so many.
fn near(text: &str, longest: usize) -> &str {
    &text[..text.floor_char_boundary(longest)]
}

impl Paragraph {
    fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        while self
            .marks
            .last()
            .is_some_and(|mark| mark.0 >= length.max(1))
        {
            self.marks.pop();
        }
    }
}
