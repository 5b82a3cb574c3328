//! What people write about code: the comments of a source file as text.

mod syntax;

use super::extract::Extract;
use super::{Format, Read, never, plain};
use crate::document::Document;
use crate::map::Set;
use crate::source::decode::Decoded;
use syntax::{Quote, Syntax, of_file};

pub(super) const FORMAT: Format = Format {
    name: "comments",
    about: "the comments and the documentation in source code, by the extension of the file; only if it is named",
    extensions: &[],
    recognizes: never,
    read: Read::Text(parse),
};

fn parse(name: &str, decoded: Decoded) -> Document {
    let source = decoded
        .text
        .strip_prefix('\u{feff}')
        .unwrap_or(&decoded.text);
    let mut scan = Scan::new(source, of_file(name, source));
    while scan.step() {}
    let mut extract = Extract::default();
    plain::write(scan.text, &scan.lines, &mut extract);
    extract.into_document(name, None)
}

/// Code under way.
struct Scan<'s> {
    source: &'s str,
    syntax: &'static Syntax,
    at: usize,
    /// The line of the file at `at`, from 1.
    line: usize,
    /// Whether only blanks stand before it on its line.
    is_line_start: bool,
    /// The last character of code.
    last: char,
    /// The line after the last comment that had a line of its own.
    next_line: usize,
    /// Lines of comments, blank between paragraphs, and the lines of the file they stand on.
    text: String,
    lines: Vec<usize>,
    /// What ends something and is missing from here on: in the file, and on this line.
    missing: Set<&'static str>,
    missing_on_line: Set<&'static str>,
}

impl<'s> Scan<'s> {
    fn new(source: &'s str, syntax: &'static Syntax) -> Self {
        Self {
            source,
            syntax,
            at: 0,
            line: 1,
            is_line_start: true,
            last: ';',
            next_line: 0,
            text: String::new(),
            lines: Vec::new(),
            missing: Set::default(),
            missing_on_line: Set::default(),
        }
    }

    /// Reads on. Whether there is more.
    fn step(&mut self) -> bool {
        let rest = &self.source[self.at..];
        let Some(first) = rest.chars().next() else {
            return false;
        };
        if first == '\n' {
            self.pass(1);
            self.is_line_start = true;
            self.missing_on_line.clear();
        } else if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if !(self.block(rest) || self.line_comment(rest) || self.string(rest)) {
            self.at += first.len_utf8();
            self.is_line_start = false;
            self.last = first;
        }
        true
    }

    fn pass(&mut self, length: usize) {
        let passed = &self.source.as_bytes()[self.at..self.at + length];
        self.line += memchr::memchr_iter(b'\n', passed).count();
        self.at += length;
    }

    fn line_comment(&mut self, rest: &'s str) -> bool {
        let Some(mark) = self
            .syntax
            .lines
            .iter()
            .find(|mark| rest.starts_with(**mark))
        else {
            return false;
        };
        // In a word or an address it is none.
        let before = self.source[..self.at].chars().next_back();
        if before == Some(':') && *mark == "//"
            || *mark == "#" && before.is_some_and(|c| !c.is_whitespace())
        {
            return false;
        }
        let end = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let is_interpreter = self.at == 0 && rest.starts_with("#!");
        if !is_interpreter {
            if self.line != self.next_line || !self.is_line_start {
                self.write("");
            }
            self.write(undecorated(&rest[mark.len()..end], mark));
        }
        self.next_line = if self.is_line_start { self.line + 1 } else { 0 };
        self.at += end;
        true
    }

    fn block(&mut self, rest: &'s str) -> bool {
        let Some((open, close)) = self
            .syntax
            .blocks
            .iter()
            .find(|(open, _)| rest.starts_with(open))
        else {
            return false;
        };
        let Some(length) = self.find(&rest[open.len()..], close) else {
            return false;
        };
        self.comment(&rest[open.len()..open.len() + length]);
        self.pass(open.len() + length + close.len());
        true
    }

    /// The place of what ends something, anywhere in the rest of the file.
    fn find(&mut self, rest: &str, close: &'static str) -> Option<usize> {
        if self.missing.contains(close) {
            return None;
        }
        let place = memchr::memmem::find(rest.as_bytes(), close.as_bytes());
        if place.is_none() {
            self.missing.insert(close);
        }
        place
    }

    /// A comment of several lines, or documentation.
    fn comment(&mut self, text: &str) {
        self.write("");
        for (place, line) in text.lines().enumerate() {
            self.write_at(undecorated(line, "*"), self.line + place);
        }
        self.write("");
        self.next_line = 0;
    }

    fn string(&mut self, rest: &'s str) -> bool {
        let syntax = self.syntax;
        let Some(quote) = syntax
            .strings
            .iter()
            .find(|quote| rest.starts_with(quote.open))
        else {
            return false;
        };
        let Some(length) = self.string_length(&rest[quote.open.len()..], quote) else {
            return false;
        };
        if quote.is_text && self.is_line_start && !"(,=[{+%".contains(self.last) {
            self.comment(&rest[quote.open.len()..quote.open.len() + length]);
        }
        self.pass(quote.open.len() + length + quote.close.len());
        self.is_line_start = false;
        self.last = '"';
        true
    }

    /// The length of a string without its ends, if it ends at all.
    fn string_length(&mut self, rest: &str, quote: &Quote) -> Option<usize> {
        if quote.is_long && !quote.has_escapes {
            return self.find(rest, quote.close);
        }
        let missing = match quote.is_long {
            true => &mut self.missing,
            false => &mut self.missing_on_line,
        };
        if missing.contains(quote.close) {
            return None;
        }
        let (bytes, close) = (rest.as_bytes(), quote.close.as_bytes());
        let mut place = 0;
        while place < bytes.len() && (quote.is_long || bytes[place] != b'\n') {
            if quote.has_escapes && bytes[place] == b'\\' {
                place += 2;
            } else if bytes[place..].starts_with(close) {
                return Some(place);
            } else {
                place += 1;
            }
        }
        missing.insert(quote.close);
        None
    }

    fn write(&mut self, line: &str) {
        self.write_at(line, self.line);
    }

    fn write_at(&mut self, line: &str, number: usize) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(number);
    }
}

/// A line of a comment without what only draws it: stars, further marks, rules.
fn undecorated<'t>(line: &'t str, mark: &str) -> &'t str {
    let mark = mark.chars().next().unwrap_or('*');
    let is_drawn = |c: char| c == mark || matches!(c, '*' | '!');
    let text = line.trim();
    let text = match text.starts_with(is_drawn) {
        true => text.trim_start_matches(is_drawn).trim_start(),
        false => text,
    };
    let text = text
        .trim_end_matches(|c: char| c == mark && mark != '-' || c == '*')
        .trim_end();
    if text.contains(char::is_alphanumeric) {
        text
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::super::by_name;
    use crate::document::Document;
    use crate::source::{ReadOptions, read_bytes};

    fn read(name: &str, text: &str) -> Document {
        let options = ReadOptions {
            format: by_name("comments"),
            ..ReadOptions::default()
        };
        let documents = read_bytes(name, text.as_bytes().to_vec(), &options);
        documents.into_iter().next().unwrap().unwrap()
    }

    #[track_caller]
    fn reads(name: &str, text: &str, expected: &[&str]) {
        let document = read(name, text);
        let blocks = document.blocks().iter();
        let texts: Vec<&str> = blocks.map(|block| block.span.of(document.text())).collect();
        assert_eq!(texts, expected, "{name}");
    }

    #[test]
    fn comments_are_paragraphs() {
        reads(
            "a.rs",
            "//! The gate\n//! of the wall.\n//!\n//! It held.\nfn f<'a>(x: &'a str) { // So it's said.\n    let a = \"// none\"; let b = '\"'; /* One\n     * and two. */\n    // Three.\n}\n",
            &[
                "The gate\nof the wall.",
                "It held.",
                "So it's said.",
                "One\nand two.",
                "Three.",
            ],
        );
        reads(
            "a.js",
            "/**\n * Opens it.\n *\n * Always.\n */\nlet a = 'http://x'; let b = `// no\n// no`; // Yes.\n",
            &["Opens it.", "Always.", "Yes."],
        );
    }

    #[test]
    fn documentation_in_strings_is_text() {
        let text = "#!/bin/x\n# Copyright.\n\"\"\"The module\nholds.\n\"\"\"\na = \"# none\"\nb = (\n    \"\"\"Not this.\"\"\")\ndef f():\n    '''It opens.'''\n    return a#b  # Always.\n";
        reads(
            "a.py",
            text,
            &["Copyright.", "The module\nholds.", "It opens.", "Always."],
        );
        let document = read("a.py", text);
        let line = |needle: &str| document.line(document.text().find(needle).unwrap());
        assert_eq!(
            (line("Copyright"), line("holds"), line("It opens")),
            (2, 4, 10)
        );
    }

    #[test]
    fn languages_have_marks_of_their_own() {
        reads(
            "a.sql",
            "SELECT '--'; -- One.\n/* Two. */",
            &["One.", "Two."],
        );
        reads("a.hs", "{- One. -}\nf = \"{-\" -- Two.", &["One.", "Two."]);
        reads("a.el", ";;; One.\n(f \"; no\")", &["One."]);
        reads("a.tex", "Text % One.\n", &["One."]);
        reads("a.ml", "(* One. *) let x = 1", &["One."]);
        reads("a.html", "<p>No.</p><!-- One. -->", &["One."]);
        reads(
            "a.lua",
            "--[[ One.\nmore. ]] x = 1 -- Two.",
            &["One.\nmore.", "Two."],
        );
    }

    #[test]
    fn hostile_files_end_soon() {
        let units = [
            "\"", "'", "'\\'", "\"\\\"", "/*", "//", "'''", "\"\"\"", "#", "(*", "--[[", "r#\"",
            "`\\`", "a\n'",
        ];
        for name in ["a.c", "a.rs", "a.py", "a.js", "a.lua", "a.ml"] {
            let started = Instant::now();
            for unit in units {
                let _ = read(name, &unit.repeat((1 << 17) / unit.len()));
            }
            assert!(started.elapsed() < Duration::from_secs(60), "{name}");
        }
    }
}
