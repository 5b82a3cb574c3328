//! PDF: the same article as in every other format, where things stand, and files that are made to do harm.

mod common;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/office.rs"]
mod office;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/packed.rs"]
mod packed;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/pdf.rs"]
mod pdf;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/pdf_file.rs"]
mod pdf_file;

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use common::{HARBOUR, Scratch, code, stderr, stdout};
use epitome::document::BlockKind;
use epitome::source::{ReadOptions, read_bytes};
use pdf::{Set, one_column, two_columns};
use pdf_file::stream;
use serde_json::Value;

fn summary(scratch: &Scratch, name: &str, bytes: &[u8]) -> Vec<Value> {
    let path = scratch.file(name, bytes);
    let output = scratch.run(&["summarize", "-n", "4", "-f", "json", &path]);
    assert_eq!(code(&output), 0, "{name}: {}", stderr(&output));
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    report["documents"][0]["summary"]
        .as_array()
        .expect("a summary")
        .clone()
}

/// What a sentence says, white space aside, and its section.
fn said(summary: &[Value]) -> Vec<(String, Value)> {
    let said = |sentence: &Value| {
        let text = sentence["text"].as_str().expect("text");
        (
            text.split_whitespace().collect(),
            sentence["section"].clone(),
        )
    };
    summary.iter().map(said).collect()
}

#[test]
fn the_article_has_the_summary_that_it_has_in_markdown() {
    let scratch = Scratch::new();
    let expected = said(&summary(&scratch, "a.md", &office::markdown()));
    for (name, bytes) in [
        ("one.pdf", one_column()),
        ("two.pdf", two_columns()),
        ("pdf.txt", one_column()),
    ] {
        assert_eq!(said(&summary(&scratch, name, &bytes)), expected, "{name}");
    }
}

/// Files of programs that people use: run where these are installed.
#[test]
#[ignore = "needs groff and Chromium"]
fn producers_give_the_same_summary() {
    let scratch = Scratch::new();
    let expected = said(&summary(&scratch, "a.md", &office::markdown()));
    let html = scratch.file("a.html", office::html());
    let ms: String = office::ARTICLE
        .iter()
        .map(|part| match part {
            office::Part::Heading(1, text) => format!(".TL\n{text}\n"),
            office::Part::Heading(_, text) => format!(".SH\n{text}\n"),
            office::Part::Paragraph(text) => format!(".PP\n{text}\n"),
        })
        .collect();
    let groff = scratch.file("a.ms", format!(".nr PSINCR 2p\n.nr GROWPS 3\n{ms}"));
    let made = |name: &str, output: Output| {
        assert!(output.status.success(), "{name}: {}", stderr(&output));
    };
    let output = Command::new("groff")
        .args(["-Tpdf", "-ms", &groff])
        .output()
        .expect("groff");
    let by_groff = output.stdout.clone();
    made("groff", output);
    let target = scratch.path().join("chromium.pdf");
    let output = common::chromium(&scratch)
        .arg("--no-pdf-header-footer")
        .arg(format!("--print-to-pdf={}", target.display()))
        .arg(&html)
        .output()
        .expect("chromium");
    made("chromium", output);
    let by_chromium = std::fs::read(target).expect("a file");
    for (name, bytes) in [("groff.pdf", by_groff), ("chromium.pdf", by_chromium)] {
        let said = said(&summary(&scratch, name, &bytes));
        let texts =
            |said: &[(String, Value)]| said.iter().map(|said| said.0.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&said), texts(&expected), "{name}");
    }
}

#[test]
fn sentences_tell_their_page() {
    let scratch = Scratch::new();
    let summary = summary(&scratch, "a.pdf", &one_column());
    let pages: Vec<u64> = summary
        .iter()
        .map(|sentence| sentence["page"].as_u64().expect("a page"))
        .collect();
    assert!(
        pages.is_sorted() && pages.iter().all(|page| (1..=3).contains(page)),
        "{pages:?}"
    );
    assert!(pages.last() > pages.first(), "{pages:?}");
    let output = scratch.run(&["context", "-f", "jsonl", "harbour wall", "a.pdf"]);
    assert!(stdout(&output).contains("\"page\":"), "{}", stdout(&output));
    let output = scratch.run(&["summarize", "-n", "1", "-f", "csv", "a.pdf"]);
    assert!(
        stdout(&output)
            .lines()
            .next()
            .is_some_and(|head| head.ends_with(",page"))
    );
}

#[test]
fn heads_numbers_and_hyphens_are_gone() {
    for bytes in [one_column(), two_columns()] {
        let outcomes = read_bytes("a.pdf", bytes, &ReadOptions::default());
        let document = outcomes[0].as_ref().expect("a document");
        assert!(!document.text().contains("Gazette"), "{}", document.text());
        assert!(!document.text().contains("- "), "{}", document.text());
        assert_eq!(document.title.as_deref(), Some("The ferry that came back"));
        let paragraphs = document
            .blocks()
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph);
        assert_eq!(paragraphs.count(), 4, "{}", document.text());
    }
}

fn lines(texts: &[&str]) -> Vec<Set> {
    let set = |(place, text): (usize, &&str)| Set {
        at: (50.0, 60.0 + 12.0 * place as f64),
        font: "F1",
        size: 10.0,
        text: (*text).to_owned(),
    };
    texts.iter().enumerate().map(set).collect()
}

/// How a run over a file and a good one ends: the message over the file, while the good one is summarized.
fn message(scratch: &Scratch, bytes: &[u8], options: &[&str]) -> String {
    scratch.file("bad.pdf", bytes);
    scratch.file("good.txt", HARBOUR);
    let started = Instant::now();
    let arguments = [&["summarize", "-n", "1"], options, &["bad.pdf", "good.txt"]].concat();
    let output = scratch.run(&arguments);
    assert!(started.elapsed() < Duration::from_secs(30), "{options:?}");
    assert!([0, 2].contains(&code(&output)), "{}", stderr(&output));
    assert!(stdout(&output).contains("good.txt"), "{}", stdout(&output));
    let message = stderr(&output);
    message
        .trim_end()
        .strip_prefix("epitome: bad.pdf: ")
        .expect("a message")
        .to_owned()
}

#[test]
fn what_can_not_be_read_says_why() {
    let scratch = Scratch::new();
    let message = |bytes: &[u8], options: &[&str]| message(&scratch, bytes, options);
    let picture = pdf::pdf(&[Vec::new()], false, "");
    assert_eq!(
        message(&picture, &[]),
        "no text in it, only pictures: scanned pages need text recognition first"
    );
    assert_eq!(
        message(b"%PDF-1.7\nnothing", &[]),
        "not a valid PDF file: no pages can be found in it"
    );
    let pages = [lines(&["One page."]), lines(&["Another page."])];
    assert_eq!(
        message(&pdf::pdf(&pages, true, ""), &["--max-pages", "1"]),
        "more than 1 pages"
    );
    let text = String::from_utf8_lossy(&pdf::pdf(&pages, false, "")).into_owned();
    let (owner, user, id) = ("4f".repeat(32), "55".repeat(32), "00".repeat(16));
    let locked = text.replace(
        "trailer <<",
        &format!("trailer << /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{owner}> /U <{user}> >> /ID [<{id}> <{id}>]"),
    );
    assert_eq!(message(locked.as_bytes(), &[]), "protected by a password");
}

#[test]
fn a_file_without_its_end_is_no_scan() {
    let scratch = Scratch::new();
    let whole = pdf::one_column();
    let mut is_seen = false;
    for cut in (200..whole.len()).step_by(whole.len() / 24) {
        let path = scratch.file("cut.pdf", &whole[..cut]);
        let said = stderr(&scratch.run(&["summarize", &path]));
        assert!(!said.contains("pictures"), "{cut}: {said}");
        is_seen |= said.contains("not a valid PDF file: its end is missing");
    }
    assert!(is_seen);
}

/// A page that draws what draws something twice, and so on.
fn doubling() -> Vec<u8> {
    let form = |number: usize, contents: &str| {
        let resources = format!(
            "/Resources << /XObject << /X {} 0 R >> /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>",
            number + 1
        );
        let head = format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] {resources} /Length {} >>\nstream\n{contents}\nendstream",
            contents.len()
        );
        head.into_bytes()
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>".to_vec(),
        stream(b"/X Do", false),
    ];
    for number in 5..45 {
        objects.push(form(number, "/X Do /X Do"));
    }
    objects.push(form(
        45,
        "BT /F1 10 Tf 50 700 Td (The gate held and held.) Tj ET",
    ));
    pdf_file::file(&objects)
}

#[test]
fn what_is_made_to_do_harm_is_stopped() {
    let scratch = Scratch::new();
    let message = |bytes: &[u8], options: &[&str]| message(&scratch, bytes, options);
    let late = message(&doubling(), &["--timeout", "2"]);
    assert!(
        late == "not read within 2 seconds" || late.starts_with("a page of more than"),
        "{late}"
    );

    // Two hundred megabytes out of less than one.
    let line = "BT /F1 10 Tf 50 700 Td (The gate held.) Tj ET\n".repeat(1 << 15);
    let bomb = stream(line.repeat(130).as_bytes(), true);
    let file = pdf::pdf(&[lines(&["Text."])], false, "");
    let text = String::from_utf8_lossy(&file);
    let contents = text.find("6 0 obj").expect("its contents");
    let mut large = file[..contents + 8].to_vec();
    large.extend_from_slice(&bomb);
    large.extend_from_slice(b"\nendobj\ntrailer << /Root 1 0 R >>\n");
    let stopped = message(&large, &["--max-memory", "250M", "--timeout", "20"]);
    assert!(
        stopped.contains("memory") || stopped.contains("a page of more than"),
        "{stopped}"
    );

    // Brackets within brackets, so many that a reader that calls itself has no stack left.
    let deep = format!("/Deep {}1{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    let deep = pdf::pdf(
        &[lines(&[
            "The gate of the lock was closed at night, and it held.",
        ])],
        false,
        &deep,
    );
    let path = scratch.file("deep.pdf", deep);
    let output = scratch.run(&["summarize", &path]);
    assert!([0, 2].contains(&code(&output)), "{}", stderr(&output));
}
