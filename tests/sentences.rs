//! Sentence breaks on texts of our own in every language that has lists.
//!
//! A case in `tests/sentences/<language>.txt` is a text, given as the sentences that it should have.
//! Each line of it begins with a mark and a blank; the mark says how the line follows the one before:
//!
//! - `-` a sentence, behind a blank (or the first of the case),
//! - `=` a sentence, right behind the last one,
//! - `/` a sentence, on the next line of the text,
//! - `¶` a sentence, behind a blank line,
//! - `\` the same sentence, on the next line of the text.
//!
//! A blank line ends a case, `#` begins a comment. `- - flour` and `- 1. Wait.` are items of a list:
//! the reader takes their markers off.

use std::fs;
use std::path::{Path, PathBuf};

use epitome::source::format::plain;
use epitome::text::{Language, LanguageKits, segment};

/// Of all cases, and of the cases of each language, so many in a hundred must be right.
const RIGHT_IN_ALL: usize = 98;
const RIGHT_IN_EACH: usize = 95;

/// A text and the sentences it should have.
#[derive(Debug, Default)]
struct Case {
    line: usize,
    text: String,
    sentences: Vec<String>,
}

impl Case {
    fn add(&mut self, mark: &str, line: &str) {
        let is_first = self.sentences.is_empty();
        let between = match mark {
            _ if is_first => "",
            "-" => " ",
            "=" => "",
            "/" | "\\" => "\n",
            "¶" => "\n\n",
            _ => panic!("line {}: no mark {mark:?}", self.line),
        };
        self.text.push_str(between);
        self.text.push_str(line);
        match self.sentences.last_mut() {
            Some(sentence) if mark == "\\" => {
                sentence.push('\n');
                sentence.push_str(line);
            }
            _ => self.sentences.push(line.to_owned()),
        }
    }

    /// Whether these are the sentences, but for the markers of a list.
    fn is_right(&self, got: &[&str]) -> bool {
        let is_same = |(expected, got): (&String, &&str)| {
            expected == got
                || expected
                    .split_once(' ')
                    .is_some_and(|(marker, item)| marker.len() <= 3 && item == *got)
        };
        self.sentences.len() == got.len() && self.sentences.iter().zip(got).all(is_same)
    }
}

fn cases(file: &str) -> Vec<Case> {
    let mut cases = vec![Case::default()];
    for (number, line) in file.lines().enumerate() {
        let last = cases.last_mut().expect("a case");
        if line.is_empty() {
            cases.push(Case::default());
        } else if !line.starts_with('#') {
            last.line = if last.line == 0 {
                number + 1
            } else {
                last.line
            };
            let (mark, line) = line.split_once(' ').expect("a mark and a blank");
            last.add(mark, line);
        }
    }
    cases.retain(|case| !case.sentences.is_empty());
    cases
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sentences");
    let entries = fs::read_dir(folder).expect("the folder of cases");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

#[test]
fn sentences_break_where_readers_break_them() {
    let kits = LanguageKits::default();
    let (mut right_in_all, mut all, mut languages) = (0, 0, 0);
    let mut weak = Vec::new();
    for file in files() {
        let name = file.file_stem().unwrap().to_str().unwrap();
        let kit = kits.get(Language::by_code(name).expect("a language"));
        let cases = cases(&fs::read_to_string(&file).unwrap());
        let mut right = 0;
        for case in &cases {
            let document = plain(name, &case.text);
            let sentences = segment(&document, kit);
            let got: Vec<&str> = sentences
                .iter()
                .map(|sentence| sentence.span.of(document.text()))
                .collect();
            if case.is_right(&got) {
                right += 1;
            } else {
                let (line, expected) = (case.line, &case.sentences);
                println!("{name}, line {line}\n  expected {expected:#?}\n  got      {got:#?}");
            }
        }
        println!("{name}: {right} of {} right", cases.len());
        if 100 * right < RIGHT_IN_EACH * cases.len() {
            weak.push(name.to_owned());
        }
        right_in_all += right;
        all += cases.len();
        languages += 1;
    }
    println!("all: {right_in_all} of {all} right");
    assert!(languages >= 41 && all >= 860, "the list has got too short");
    assert!(weak.is_empty(), "too many wrong in {weak:?}");
    assert!(100 * right_in_all >= RIGHT_IN_ALL * all);
}
