//! The same article in every format that a text may come in, and what is made to do harm.

mod common;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/office.rs"]
mod office;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/packed.rs"]
mod packed;

use std::time::{Duration, Instant};

use common::Scratch;
use epitome::document::{BlockKind, Document};
use epitome::source::{Failure, FailureKind, ReadOptions, read_bytes};
use office::{csv, docx, docx_of, epub, html, latex, mail, markdown, mbox, odt, rst, rtf};
use serde_json::Value;

fn read(name: &str, bytes: Vec<u8>) -> Vec<Result<Document, Failure>> {
    read_bytes(name, bytes, &ReadOptions::default())
}

/// The sentences of a summary, and the sections they are in.
fn summary(scratch: &Scratch, name: &str, bytes: &[u8]) -> Vec<(String, Option<String>)> {
    let path = scratch.file(name, bytes);
    let output = scratch.run(&["summarize", "-n", "4", "-f", "json", &path]);
    assert!(
        output.status.success(),
        "{name}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let sentences = report["documents"][0]["summary"]
        .as_array()
        .expect("a summary")
        .iter();
    let string = |value: &Value| value.as_str().map(str::to_owned);
    sentences
        .map(|sentence| {
            (
                string(&sentence["text"]).expect("text"),
                string(&sentence["section"]),
            )
        })
        .collect()
}

#[test]
fn the_same_article_gives_the_same_summary() {
    let scratch = Scratch::new();
    let expected = summary(&scratch, "a.md", &markdown());
    assert_eq!(expected.len(), 4);
    for (name, bytes) in [
        ("a.docx", docx()),
        ("a.odt", odt()),
        ("a.epub", epub()),
        ("a.html", html()),
        ("a.csv", csv()),
        ("a.eml", mail()),
        ("a.mbox", mbox()),
        ("a.rst", rst()),
        ("a.rtf", rtf()),
        ("a.tex", latex()),
        // What it is, not what it is called.
        ("docx.txt", docx()),
        ("odt.docx", odt()),
        ("epub.zip", epub()),
        ("mail.txt", mail()),
        ("rtf.doc", rtf()),
        ("latex.txt", latex()),
    ] {
        assert_eq!(summary(&scratch, name, &bytes), expected, "{name}");
    }
}

#[test]
fn tables_lists_notes_and_boxes_of_a_document() {
    let body = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>First point.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>Outside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p>\
        </w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r>\
        <w:r><w:tab/><w:t>again.</w:t></w:r></w:p>";
    let document = read("a.docx", docx_of(body)).remove(0).expect("a document");
    let blocks = document
        .blocks()
        .iter()
        .map(|block| (block.kind, block.span.of(document.text())));
    let expected = [
        (BlockKind::ListItem, "First point."),
        (BlockKind::Table, "Cell"),
        (BlockKind::Paragraph, "In a box."),
        (BlockKind::Paragraph, "Outside again."),
    ];
    assert_eq!(blocks.collect::<Vec<_>>(), expected);
}

#[test]
fn what_is_no_document_is_told() {
    let kind = |name: &str, bytes: Vec<u8>| match &read(name, bytes)[..] {
        [Err(failure)] => failure.kind,
        other => panic!("{name}: {other:?}"),
    };
    assert_eq!(kind("a.docx", b"no package".to_vec()), FailureKind::Damaged);
    assert_eq!(kind("a.docx", Vec::new()), FailureKind::NoText);
    assert_eq!(kind("a.docx", docx_of("<w:p>")), FailureKind::Damaged);
    assert_eq!(
        kind(
            "a.epub",
            packed::zip(&[("mimetype", b"application/epub+zip")])
        ),
        FailureKind::Damaged
    );
    let whole = docx();
    assert_eq!(
        kind("a.docx", whole[..whole.len() / 2].to_vec()),
        FailureKind::Damaged
    );
}

#[test]
fn bombs_and_deep_nesting_end_soon() {
    let started = Instant::now();
    let kind = |bytes: Vec<u8>| match &read("a.docx", bytes)[..] {
        [Err(failure)] => failure.kind,
        other => panic!("{other:?}"),
    };
    let deep = "<w:p>".repeat(200_000);
    assert_eq!(kind(docx_of(&deep)), FailureKind::Damaged);
    let large = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(100 << 20));
    assert_eq!(kind(docx_of(&large)), FailureKind::TooLarge);
    assert!(started.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_flat_document_has_no_package() {
    let flat = "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta>\
        <dc:title>Ferries</dc:title></office:meta><office:master-styles><text:p>Page 1</text:p></office:master-styles><office:body><office:text>\
        <text:p>The ferry came back.</text:p></office:text></office:body></office:document>";
    let document = read("a.fodt", flat.as_bytes().to_vec())
        .remove(0)
        .expect("a document");
    assert_eq!(document.text().trim(), "The ferry came back.");
    assert_eq!(document.title.as_deref(), Some("Ferries"));
    let none = read("a.fodt", b"<p>The ferry.</p>".to_vec()).remove(0);
    assert_eq!(none.expect_err("no document").kind, FailureKind::Damaged);
}
