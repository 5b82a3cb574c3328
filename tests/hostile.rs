//! A document that wants to be more than text: nothing that is printed of it is obeyed by a terminal, a page, a
//! table or a spreadsheet.

mod common;

use std::fs;
use std::process::Output;

use common::{Scratch, epitome};

/// Colours, a title for the window, a bell, a cleared line, 8-bit escapes, a turned direction, markup, a formula.
const ATTACK: &str = "\u{1b}[31m\u{1b}]0;owned\u{7}\u{8}\u{9b}2J\u{7f}\u{0}\u{202e}\u{2066}\u{2028}</td></title><script>alert('x')</script>|![i](x)&lt;`";

/// Sentences with the attack in them; a text in which it were all that there is would be taken for binary.
fn text() -> String {
    let sentence = |i: usize| {
        let attack = if i.is_multiple_of(3) { ATTACK } else { "" };
        format!(
            "=HYPERLINK(\"http://x\") =cmd|'/c calc'!A0 The gate{attack}house number {i} stood open for a long time{attack} by the old harbour gate, and nobody in the town knew why it did. "
        )
    };
    (0..8).map(sentence).collect()
}

struct Hostile {
    scratch: Scratch,
}

impl Hostile {
    fn new() -> Self {
        let scratch = Scratch::new();
        let text = text();
        let plain = text.replace('\0', "");
        scratch.file("=a\u{1b}[31m\u{202e}<b>|.txt", &plain);
        scratch.file(
            "@b\n\u{9b}2J.md",
            format!("# Title{ATTACK}\n\n{plain}\n").replace('\0', ""),
        );
        let record = |i: usize| {
            serde_json::json!({
                "id": format!("=id{i}{ATTACK}"), "title": format!("=T{ATTACK}"), "kind": format!("-g{}{ATTACK}", i % 2),
                "text": text, "summary": text, "keywords": [format!("gate{ATTACK}"), "harbour gate"],
            })
        };
        let records: String = (0..3).map(|i| format!("{}\n", record(i))).collect();
        scratch.file("+records\u{7}.jsonl", &records);
        scratch.file("refs.jsonl", &records);
        scratch.file("empty\u{1b}[2J\u{202e}.txt", "");
        Self { scratch }
    }

    fn run(&self, args: &[&str]) -> Output {
        let mut command = epitome();
        let output = command.args(args).current_dir(self.scratch.path()).output();
        output.expect("the binary runs")
    }
}

const FORMATS: [&str; 8] = [
    "text", "json", "jsonl", "csv", "tsv", "markdown", "html", "svg",
];

fn commands() -> Vec<Vec<&'static str>> {
    let all = [
        "=a\u{1b}[31m\u{202e}<b>|.txt",
        "@b\n\u{9b}2J.md",
        "+records\u{7}.jsonl",
        "empty\u{1b}[2J\u{202e}.txt",
        "no\u{1b}[2J\u{202e}",
    ];
    let with = |command: &[&'static str], paths: &[&'static str]| [command, paths].concat();
    vec![
        with(&["summarize", "--explain", "--keywords", "3"], &all),
        with(&["summarize", "--joint"], &all),
        with(&["summarize", "--focus", "gate\u{1b}[31m"], &all),
        with(&["keywords", "--max-words", "3", "--min-count", "1"], &all),
        with(&["keywords", "-m", "frequency"], &all),
        with(
            &[
                "compare",
                "--min-count",
                "1",
                "--alpha",
                "1",
                "--direction",
                "both",
            ],
            &all,
        ),
        with(
            &[
                "compare",
                "--min-count",
                "1",
                "--alpha",
                "1",
                "--group-by",
                "field:kind",
                "--phrases",
            ],
            &all[2..3],
        ),
        with(
            &[
                "compare",
                "--min-count",
                "1",
                "--alpha",
                "1",
                "--group",
                "+g\u{1b}[2J\u{202e}=*.txt",
                "--group",
                "b=*.md",
            ],
            &all,
        ),
        with(&["context", "gate"], &all),
        with(&["context", "--count", "gate", "harbour\u{1b} gate"], &all),
        with(&["context", "--width", "30", "gate*"], &all),
        vec![
            "evaluate",
            "summaries",
            "+records\u{7}.jsonl",
            "--references",
            "refs.jsonl",
        ],
        vec![
            "evaluate",
            "keywords",
            "+records\u{7}.jsonl",
            "--references",
            "refs.jsonl",
        ],
    ]
}

/// Whether a terminal does something else with a character than to show it. Isolates set parts of a concordance
/// that are written from right to left apart.
fn is_obeyed(c: char) -> bool {
    let turns = matches!(
        c,
        '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}' | '\u{2028}' | '\u{2029}'
    );
    turns || (c.is_control() && c != '\n')
}

#[test]
fn nothing_that_is_printed_is_obeyed() {
    let hostile = Hostile::new();
    let mut printed = 0;
    for command in commands() {
        for format in FORMATS {
            let output = hostile.run(&[&command[..], &["-f", format]].concat());
            let [out, errors] = [&output.stdout, &output.stderr]
                .map(|bytes| String::from_utf8(bytes.clone()).expect("UTF-8"));
            let case = format!("{command:?} {format}: {errors}");
            assert!(!errors.contains(is_obeyed), "{case:?}");
            if !out.is_empty() {
                printed += 1;
                check(format, &out, &case);
            }
        }
    }
    assert!(printed > 80, "{printed}");
}

fn check(format: &str, out: &str, case: &str) {
    let is_tab = |c: char| c == '\t' && format == "tsv";
    assert!(
        !out.contains(|c: char| is_obeyed(c) && !is_tab(c)),
        "{case:?}"
    );
    match format {
        "json" => {
            serde_json::from_str::<serde_json::Value>(out).expect(case);
        }
        "jsonl" => {
            for line in out.lines() {
                serde_json::from_str::<serde_json::Value>(line).expect(case);
            }
        }
        "html" | "svg" => {
            assert!(!out.contains("<script>alert"), "{case}");
            if format == "svg" {
                roxmltree::Document::parse(out).expect(case);
            } else {
                well_formed(out, case);
            }
        }
        "markdown" => {
            assert!(!out.contains("</td>") && !out.contains("![i]"), "{case}");
            rows_have_columns(out, case);
        }
        "csv" | "tsv" => {
            cells_are_no_formulas(out, if format == "csv" { b',' } else { b'\t' }, case)
        }
        _ => {}
    }
}

/// A page is well-formed XML.
fn well_formed(page: &str, case: &str) {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        ..Default::default()
    };
    // The script and the style sheet are the program's own.
    let page = without(&without(page, "script"), "style");
    if let Err(error) = roxmltree::Document::parse_with_options(&page, options) {
        panic!("{case}: {error}\n{page}");
    }
}

fn without(page: &str, tag: &str) -> String {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut kept = String::new();
    let mut rest = page;
    while let Some(place) = rest.find(&open) {
        kept += &rest[..place];
        let end = rest[place..].find(&close).expect("it ends");
        rest = &rest[place + end + close.len()..];
    }
    kept + rest
}

/// Each row of a table has as many columns as its head.
fn rows_have_columns(out: &str, case: &str) {
    let columns = |line: &str| {
        line.replace("\\\\", "")
            .replace("\\|", "")
            .matches('|')
            .count()
    };
    let mut head = None;
    for line in out.lines() {
        match (line.starts_with('|'), head) {
            (true, Some(wanted)) => assert_eq!(columns(line), wanted, "{case}: {line}"),
            (true, None) => head = Some(columns(line)),
            (false, _) => head = None,
        }
    }
}

fn cells_are_no_formulas(out: &str, delimiter: u8, case: &str) {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter == b',')
        .from_reader(out.as_bytes());
    for record in reader.records() {
        for cell in record.expect(case).iter() {
            let is_formula = cell.starts_with(['=', '+', '-', '@']) && cell.len() > 1;
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "{case}: {cell}");
        }
    }
}

/// A page written to a file is as harmless; and names of files that are listed are as they are.
#[test]
fn other_outputs() {
    let hostile = Hostile::new();
    let listed = hostile.run(&["summarize", "--list-files", "=a\u{1b}[31m\u{202e}<b>|.txt"]);
    assert_eq!(
        listed.stdout,
        "=a\u{1b}[31m\u{202e}<b>|.txt\n".as_bytes(),
        "for other programs, as they are"
    );
    for args in [
        &["languages"][..],
        &["methods"],
        &["schema", "summary"],
        &["man"],
        &["completions", "bash"],
    ] {
        let out = String::from_utf8(hostile.run(args).stdout).expect("UTF-8");
        assert!(!out.contains(|c| is_obeyed(c) && c != '\t'), "{args:?}");
    }
    for args in [
        &["\u{1b}[2J"][..],
        &["summarize", "--\u{1b}[2J"],
        &["summarize", "--method", "\u{1b}[2J\u{202e}"],
    ] {
        let output = hostile.run(args);
        let errors = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!errors.contains(is_obeyed), "{args:?}: {errors:?}");
    }
    let saved = hostile.scratch.join("counts.tsv");
    hostile.run(&[
        "keywords",
        "-m",
        "frequency",
        "--save-counts",
        &saved,
        "+records\u{7}.jsonl",
    ]);
    let saved = fs::read(saved).expect("written");
    assert!(
        !saved
            .iter()
            .any(|byte| *byte < b' ' && !b"\n\t".contains(byte))
    );
}
