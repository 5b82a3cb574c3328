//! The same article in every format that a text may come in, and what is made to do harm.

mod common;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/office.rs"]
mod office;
#[allow(dead_code, reason = "makers are shared")]
#[path = "common/packed.rs"]
mod packed;

use std::time::{Duration, Instant};

use common::{Scratch, code, stderr, stdout};
use epitome::document::{BlockKind, Document};
use epitome::source::{Failure, FailureKind, ReadOptions, read_bytes};
use office::{
    compound, csv, docx, docx_of, epub, html, latex, mail, markdown, mbox, odt, pptx, pptx_of, rst,
    rtf, xlsx,
};
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
        ("a.pptx", pptx()),
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
        ("pptx.zip", pptx()),
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
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4.3 m</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
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
        (BlockKind::Table, "4.3 m"),
        (BlockKind::Paragraph, "In a box."),
        (BlockKind::Paragraph, "Outside again."),
    ];
    assert_eq!(blocks.collect::<Vec<_>>(), expected);
}

/// A text, and a table of values, in each format that has tables, both in an outer table that puts them in their place.
fn in_tables() -> Vec<(&'static str, Vec<u8>)> {
    const NEWS: [&str; 2] = [
        "The inspection of the storm gate has been put off, Anna Lee said on Monday.",
        "Night trains will run from Moorton to the coast from next summer.",
    ];
    const VALUES: [&str; 4] = ["Spillway gate", "4.3 m", "North gate", "5.1 m"];
    let page = |table: &str, open: &str| {
        let cell = |text: &str| format!("<td>{text}</td>");
        let values = format!(
            "<table><tr>{}{}</tr><tr>{}{}</tr></table>",
            cell(VALUES[0]),
            cell(VALUES[1]),
            cell(VALUES[2]),
            cell(VALUES[3])
        );
        format!(
            "<html><body>{open}<{table}><tr><td><h1>News</h1><p>{}</p><p>{}</p></td></tr><tr><td>{values}</td></tr></table></body></html>",
            NEWS[0], NEWS[1]
        )
    };
    let nested = "table role=\"presentation\"><tr><td>&nbsp;</td><td><table";
    let mail = format!(
        "From: a@example.org\nSubject: News\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{}",
        page(nested, "")
    );
    let word = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let word_cell = |content: &str| format!("<w:tc>{content}</w:tc>");
    let word_row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| word_cell(&word(text))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    let docx = docx_of(&format!(
        "<w:tbl><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>",
        word_cell(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>News</w:t></w:r></w:p>{}{}",
            word(NEWS[0]),
            word(NEWS[1])
        )),
        word_cell(&format!(
            "<w:tbl>{}{}</w:tbl><w:p/>",
            word_row(&VALUES[..2]),
            word_row(&VALUES[2..])
        )),
    ));
    let odf = |text: &str| format!("<text:p>{text}</text:p>");
    let odf_cell = |content: &str| format!("<table:table-cell>{content}</table:table-cell>");
    let odf_row = |cells: &[&str]| {
        let cells: String = cells.iter().map(|text| odf_cell(&odf(text))).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let odt = format!(
        "<office:document office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text><table:table><table:table-row>{}</table:table-row>\
         <table:table-row>{}</table:table-row></table:table></office:text></office:body></office:document>",
        odf_cell(&format!(
            "<text:h text:outline-level=\"1\">News</text:h>{}{}",
            odf(NEWS[0]),
            odf(NEWS[1])
        )),
        odf_cell(&format!(
            "<table:table>{}{}</table:table>",
            odf_row(&VALUES[..2]),
            odf_row(&VALUES[2..])
        )),
    );
    vec![
        ("a.html", page("table", "").into_bytes()),
        ("b.html", page(nested, "").into_bytes()),
        ("a.eml", mail.into_bytes()),
        ("a.docx", docx),
        ("a.fodt", odt.into_bytes()),
    ]
}

#[test]
fn text_in_tables_is_text_and_values_are_data() {
    for (name, bytes) in in_tables() {
        let document = read(name, bytes).remove(0).expect("a document");
        assert_eq!(document.title.as_deref(), Some("News"), "{name}");
        let of_kind = |is_wanted: fn(BlockKind) -> bool| {
            let blocks = document
                .blocks()
                .iter()
                .filter(|block| is_wanted(block.kind));
            let texts: Vec<&str> = blocks.map(|block| block.span.of(document.text())).collect();
            texts.join("\n").replace(['\t', '\n'], "|")
        };
        let prose = "The inspection of the storm gate has been put off, Anna Lee said on Monday.|\
            Night trains will run from Moorton to the coast from next summer.";
        assert_eq!(of_kind(BlockKind::is_prose), prose, "{name}");
        let data = "Spillway gate|4.3 m|North gate|5.1 m";
        assert_eq!(of_kind(|kind| kind == BlockKind::Table), data, "{name}");
    }
}

#[test]
fn slides_have_titles_items_tables_and_notes_in_their_order() {
    let paragraph = |text: &str| format!("<a:p><a:r><a:t>{text}</a:t></a:r></a:p>");
    let shape = |place: &str, text: &str| {
        format!("<p:sp><p:nvPr>{place}</p:nvPr><p:txBody>{text}</p:txBody></p:sp>")
    };
    let title = |text: &str| shape("<p:ph type=\"title\"/>", &paragraph(text));
    let cell = |text: &str| format!("<a:tc><a:txBody>{}</a:txBody></a:tc>", paragraph(text));
    let table = format!(
        "<p:graphicFrame><a:tbl><a:tr>{}{}</a:tr><a:tr>{}{}</a:tr></a:tbl></p:graphicFrame>",
        cell("Gate"),
        cell("Height"),
        cell("North"),
        cell("4.3 m")
    );
    let body = shape(
        "<p:ph idx=\"1\"/>",
        &(paragraph("It holds.") + &paragraph("It rusts.")),
    );
    let first = title("The storm gate") + &body + &shape("", &paragraph("A box."));
    let second = title("Heights") + &table;
    let hidden = format!("<hidden/>{}", title("Not shown"));
    let slides = [
        (&*first, "Say it slowly."),
        (&*hidden, "Not said."),
        (&*second, ""),
    ];
    let document = read("a.pptx", pptx_of(&slides))
        .remove(0)
        .expect("a document");
    let blocks = document.blocks().iter();
    let found: Vec<_> = blocks
        .map(|block| {
            let page = document.page(block.span.start);
            (block.kind, block.span.of(document.text()), page)
        })
        .collect();
    let expected = [
        (BlockKind::Heading(2), "The storm gate", Some(1)),
        (BlockKind::ListItem, "It holds.", Some(1)),
        (BlockKind::ListItem, "It rusts.", Some(1)),
        (BlockKind::Paragraph, "A box.", Some(1)),
        (BlockKind::Paragraph, "Say it slowly.", Some(1)),
        (BlockKind::Heading(2), "Heights", Some(3)),
        (BlockKind::Table, "Gate", Some(3)),
        (BlockKind::Table, "Height", Some(3)),
        (BlockKind::Table, "North", Some(3)),
        (BlockKind::Table, "4.3 m", Some(3)),
    ];
    assert_eq!(found, expected);
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
fn what_is_not_read_is_named() {
    let reason = |name: &str, bytes: Vec<u8>| match &read(name, bytes)[..] {
        [Err(failure)] => (failure.kind, failure.reason.clone()),
        other => panic!("{name}: {other:?}"),
    };
    let not_read = |what: &str| {
        (
            FailureKind::Unsupported,
            format!("{what}: not read; see --pre"),
        )
    };
    assert_eq!(
        reason("a.doc", compound("WordDocument")),
        not_read("an old Word document")
    );
    assert_eq!(
        reason("a", compound("PowerPoint Document")),
        not_read("an old PowerPoint presentation")
    );
    assert_eq!(
        reason("a.xls", compound("Workbook")),
        not_read("an old Excel workbook")
    );
    assert_eq!(reason("a.xlsx", xlsx()), not_read("an Excel workbook"));
    let odp = packed::stored(&[(
        "mimetype",
        b"application/vnd.oasis.opendocument.presentation",
    )]);
    assert_eq!(
        reason("a.odp", odp),
        not_read("an OpenDocument presentation")
    );
    let protected = (FailureKind::Protected, "protected by a password".to_owned());
    assert_eq!(reason("a.docx", compound("EncryptedPackage")), protected);
    assert_eq!(reason("a.msi", compound("Catalog")).0, FailureKind::Binary);
}

#[test]
fn documents_that_are_passed_over_are_told_in_one_line() {
    let scratch = Scratch::new();
    for (name, bytes) in [
        ("folder/a.txt", b"The storm gate of Moorton held.".to_vec()),
        ("folder/b.xls", compound("Workbook")),
        ("folder/c.XLS", compound("Workbook")),
        ("folder/d.xlsx", xlsx()),
        ("folder/e.png", vec![0x89, b'P', b'N', b'G', 0, 0, 1]),
        ("folder/thumbs.db", compound("Catalog")),
    ] {
        scratch.file(name, bytes);
    }
    let note = "epitome: 3 files were passed over, of formats that are not read (xls 2, xlsx 1): see --pre\n";
    let cached = ["summarize", "--cache", "cache", "folder"];
    for arguments in [
        &["summarize", "folder"][..],
        &["keywords", "folder"],
        &cached,
        &cached,
    ] {
        let output = scratch.run(arguments);
        assert_eq!(
            (code(&output), stderr(&output).as_str()),
            (0, note),
            "{arguments:?}"
        );
        assert!(stdout(&output).contains("gate"));
    }
    assert_eq!(stderr(&scratch.run(&["summarize", "-q", "folder"])), "");
    let report = stdout(&scratch.run(&["summarize", "-q", "-f", "json", "folder"]));
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["errors"], serde_json::json!([]));
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
