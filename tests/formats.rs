//! The formats that documents come in: each gives what the plain file gives, and no damage does harm.

mod common;
#[path = "common/damage.rs"]
mod damage;
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
#[path = "common/sound.rs"]
mod sound;

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use common::{HARBOUR, Scratch, code, epitome, samples, stderr, stdout};
use damage::survives_damage;
use epitome::document::Document;
use epitome::source::limits::Limits;
use epitome::source::{Failure, FailureKind, ReadOptions, read_bytes};

fn abstract_md() -> Vec<u8> {
    std::fs::read(samples().join("abstract.md")).expect("the sample")
}

fn failures(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Vec<Failure> {
    let outcomes = read_bytes(name, bytes, options).into_iter();
    outcomes.filter_map(Result::err).collect()
}

/// A way of packing a file: the name that it gives, and its bytes.
type Packing = (&'static str, fn(&[u8]) -> Vec<u8>);

const PACKINGS: [Packing; 6] = [
    ("a.md.gz", packed::gzip),
    ("a.md.zst", packed::zstd),
    ("a.md.xz", packed::xz),
    ("a.md.bz2", packed::bzip2),
    ("a.zip", |bytes| packed::zip(&[("inner/a.md", bytes)])),
    ("a.tar.gz", |bytes| {
        packed::gzip(&packed::tar(&[("inner/a.md", bytes)]))
    }),
];

#[test]
fn a_packed_article_has_the_summary_of_the_article() {
    let scratch = Scratch::new();
    let plain = scratch.file("a.md", abstract_md());
    let wanted = stdout(&scratch.run(&["summarize", "-n", "4", &plain]));
    assert_eq!(wanted.lines().count(), 4);
    for (name, pack) in PACKINGS {
        let file = scratch.file(name, pack(&abstract_md()));
        let output = scratch.run(&["summarize", "-n", "4", &file]);
        assert_eq!(stdout(&output), wanted, "{name}");
        // What it is shows in its bytes, not in its name.
        let file = scratch.file("nameless", pack(&abstract_md()));
        let output = scratch.run(&["summarize", "-n", "4", "--input-format", "markdown", &file]);
        assert_eq!(stdout(&output), wanted, "{name} without a name");
    }
}

#[test]
fn members_are_documents_with_names_of_their_own() {
    let scratch = Scratch::new();
    let inner = packed::zip(&[("deep.txt", HARBOUR.as_bytes())]);
    let zip = packed::zip(&[
        ("z.txt", HARBOUR.as_bytes()),
        (
            "sub/b.md.gz",
            &packed::gzip(b"# Head\n\nThe gate of the lock stood open."),
        ),
        ("sub/a.txt", b"The water was high."),
        ("picture.png", &[0x89, b'P', b'N', b'G', 0, 0, 1]),
        (".hidden/c.txt", b"Hidden."),
        ("__MACOSX/z.txt", b"Hidden."),
        ("empty.txt", b""),
        ("folded.zip", &inner),
    ]);
    let file = scratch.file("all.zip", zip);
    let output = scratch.run(&["summarize", "-n", "1", "all.zip"]);
    let headers: Vec<String> = stdout(&output)
        .lines()
        .filter(|line| line.starts_with("==> "))
        .map(str::to_owned)
        .collect();
    assert_eq!(
        headers,
        [
            "==> all.zip/folded.zip/deep.txt <==",
            "==> all.zip/sub/a.txt <==",
            "==> all.zip/sub/b.md.gz <==",
            "==> all.zip/z.txt <==",
        ]
    );
    assert_eq!(
        stderr(&output),
        "epitome: all.zip/empty.txt: no text in it\n"
    );
    assert_eq!(code(&output), 0);
    // Named by one path or read from a pipe, an archive is several documents.
    let output = scratch.run(&["keywords", "-f", "json", "all.zip"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 4);
    assert_eq!(json["documents"][3]["path"], "all.zip/z.txt");
    assert!(json["all"].is_object());
    let piped = epitome()
        .args(["keywords", "-f", "json"])
        .stdin(Stdio::from(std::fs::File::open(&file).unwrap()))
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&piped.stdout).unwrap();
    assert_eq!(json["documents"][3]["path"], "-/z.txt");
    assert!(json["all"].is_object());
    assert_eq!(code(&scratch.run(&["compare", "all.zip"])), 0);
    assert_eq!(code(&scratch.run(&["compare", "all.zip/z.txt"])), 2);
}

/// Many members come in parts, and yet in order, whichever is done first.
#[test]
fn many_members_keep_their_order() {
    let scratch = Scratch::new();
    let names: Vec<String> = (0..500).map(|i| format!("{i:03}.txt")).collect();
    let texts: Vec<String> = (0..500)
        .map(|i| match i % 50 {
            // Too short to tell a language: it waits for the others.
            7 => "Gate.".to_owned(),
            _ => format!("The gate {i} of the harbour was closed by the people of the town."),
        })
        .collect();
    let members: Vec<(&str, &[u8])> = names
        .iter()
        .zip(&texts)
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let file = scratch.file("many.tar", packed::tar(&members));
    for threads in ["1", "3"] {
        let output = scratch.run(&["summarize", "-j", threads, "-f", "jsonl", "-n", "1", &file]);
        let output = stdout(&output);
        let paths = output.lines().map(|line| {
            let json: serde_json::Value = serde_json::from_str(line).unwrap();
            json["path"].as_str().unwrap().to_owned()
        });
        let wanted = names.iter().map(|name| format!("{file}/{name}"));
        assert!(paths.eq(wanted), "{output}");
    }
}

#[test]
fn an_archive_without_text_says_so_and_a_package_is_none() {
    let kinds = |name: &str, bytes: Vec<u8>| -> Vec<FailureKind> {
        let failures = failures(name, bytes, &ReadOptions::default());
        failures.into_iter().map(|failure| failure.kind).collect()
    };
    let picture: &[u8] = &[0x89, b'P', b'N', b'G', 0, 0, 1];
    assert_eq!(kinds("a.zip", packed::zip(&[])), [FailureKind::NoText]);
    assert_eq!(
        kinds("a.zip", packed::zip(&[("a.png", picture)])),
        [FailureKind::NoText]
    );
    let sheet: [(&str, &[u8]); 2] = [
        ("[Content_Types].xml", b"<a/>"),
        ("xl/a.xml", b"<a>Text.</a>"),
    ];
    assert_eq!(kinds("a.xlsx", packed::zip(&sheet)), [FailureKind::Binary]);
}

/// Ten gigabytes out of ten megabytes, in every packing that can do that.
#[test]
fn bombs_end_soon() {
    let zeros = vec![b' '; 100 << 20];
    for (name, pack) in PACKINGS {
        // The ratio of xz and bzip2 would need no ten megabytes.
        let bomb = pack(&zeros);
        assert!(bomb.len() < 1 << 20, "{name}: {}", bomb.len());
        let started = Instant::now();
        let failures = failures(name, bomb, &ReadOptions::default());
        assert_eq!(
            failures[0].kind,
            FailureKind::TooLarge,
            "{name}: {failures:?}"
        );
        assert!(started.elapsed() < Duration::from_secs(20), "{name}");
    }
}

#[test]
fn limits_hold_and_are_named() {
    let scratch = Scratch::new();
    let text = HARBOUR.repeat(100);
    let gz = scratch.file("a.txt.gz", packed::gzip(text.as_bytes()));
    let large = scratch.file("b.txt", &text);
    let zip = scratch.file(
        "c.zip",
        packed::zip(&[
            ("1.txt", text.as_bytes()),
            ("2.txt", text.as_bytes()),
            ("3.txt", b"x"),
        ]),
    );
    let message = |args: &[&str]| stderr(&scratch.run(&[&["summarize", "-n", "1"], args].concat()));
    assert_eq!(
        message(&["--max-unpacked", "10K", &gz]),
        format!("epitome: {gz}: unpacks to more than 10 KiB\n")
    );
    assert_eq!(
        message(&["--max-size", "10K", &large]),
        format!("epitome: {large}: larger than 10 KiB\n")
    );
    // Too much of an archive ends it; a member that is too large is left out.
    assert_eq!(
        message(&["--max-unpacked", "40K", &zip]),
        format!("epitome: {zip}: unpacks to more than 40 KiB\n")
    );
    assert_eq!(
        message(&["--max-documents", "2", &zip]),
        format!("epitome: {zip}: more than 2 documents in it\n")
    );
    let nested =
        |depth: usize| (0..depth).fold(text.clone().into_bytes(), |bytes, _| packed::gzip(&bytes));
    let depth = Limits::default().depth;
    let kinds = |bytes| failures("a", bytes, &ReadOptions::default());
    assert_eq!(kinds(nested(depth)), []);
    assert_eq!(kinds(nested(depth + 1))[0].kind, FailureKind::TooLarge);
}

/// A format and what becomes of its files: one row each.
struct Row {
    /// The name of a file.
    name: &'static str,
    /// Makes the file of an article in Markdown.
    make: fn(&[u8]) -> Vec<u8>,
    /// What it is under the names `a.txt` and `nameless`.
    elsewhere: Elsewhere,
    /// What it is when its end is missing.
    cut: Cut,
    /// Makes a file of what is repeated without end.
    around: fn(String) -> Vec<u8>,
    /// What is repeated without end.
    bombs: &'static [&'static str],
}

#[derive(Clone, Copy)]
enum Elsewhere {
    /// The same document: its content tells what it is.
    Same,
    /// Plain text with all its markup.
    Plain,
}

#[derive(Clone, Copy)]
enum Cut {
    /// No document, and the reason is told.
    Told,
    /// A document with what there is.
    Shorter,
    /// The one or the other, and what is told of may be a part.
    Either,
}

use Cut::{Either, Shorter, Told};
use Elsewhere::{Plain, Same};

const fn row(
    name: &'static str,
    make: fn(&[u8]) -> Vec<u8>,
    elsewhere: Elsewhere,
    cut: Cut,
    around: fn(String) -> Vec<u8>,
    bombs: &'static [&'static str],
) -> Row {
    Row {
        name,
        make,
        elsewhere,
        cut,
        around,
        bombs,
    }
}

#[rustfmt::skip]
const FORMATS: &[Row] = &[
    row("a.docx",  |_| office::docx(),  Same,  Told,    in_docx,            &["<w:p>", "<w:t>a", "<w:p/>", "<w:r><w:t>a</w:t></w:r>", "&l;", "&#65;", "<!--", "<w:tbl>", "<w:p><w:r><w:t>A b.</w:t></w:r></w:p>", "<a a='", "]]>"]),
    row("a.epub",  |_| office::epub(),  Same,  Told,    in_epub,            &["<itemref idref='a'/>", "<item id='a' href='../'/>", "<a>"]),
    row("a.epub",  |_| office::epub(),  Same,  Told,    in_chapter,         &["<div>", "<p>A b.", "<p>A b.</p>", "&l;", "<br/>", "<li>"]),
    row("a.html",  |_| office::html(),  Same,  Shorter, String::into_bytes, &["<div>", "<b>", "</b>", "<p>A b.", "<a ", "<a a=b ", "<a a='", "<!--", "<![CDATA[", "&amp", "&ampamp;", "<", "<table><tr><td>", "<tr>", "<ul><li>", "<title>", "<svg>", "<script>", "<textarea>", "<head>", "<br>", "<br><br>", "<a href=x>a</a> "]),
    row("a.json",  json_list,           Same,  Told,    String::into_bytes, &["[", "{\"a\":", "1,", "[{\"text\":\"A b.\"},", "{}\n", "\"", "\\"]),
    row("a.jsonl", json_lines,          Same,  Told,    String::into_bytes, &["[", "{\"a\":", "{\"text\":\"The gate of the harbour stood open for a long time, and nobody in the town knew why it did so.\"}\n", "{}\n", "\"", "\\", "1"]),
    row("a.odt",   |_| office::odt(),   Same,  Told,    in_odt,             &["<text:p>", "<text:list>", "<text:p>A b.</text:p>", "<text:s/>", "&l;"]),
    row("a.pptx",  |_| office::pptx(),  Same,  Told,    in_slide,           &["<a:p>", "<a:tbl><a:tc>", "<a:p><a:r><a:t>A b.</a:t></a:r></a:p>", "<p:sp>", "&l;", "<p:ph type='title'/>"]),
    row("a.pptx",  |_| office::pptx(),  Same,  Told,    in_presentation,    &["<p:sldId id='1' r:id='a'/>", "<p:sldId>"]),
    row("a.md",    <[u8]>::to_vec,      Plain, Shorter, String::into_bytes, &[">", "> ", "- ", "* a\n ", "1. ", "[", "[a](", "![", "*", "**a", "_", "`", "``a", "~", "<", "<a ", "<!--", "|", "a|b\n-|-\n", "# A\n", "[a]: b\n", "[^a]: b\n", "[^a]", "&amp;", "\\", "\n\n    ", "a\n===\n", "---\n"]),
    row("a.csv",   csv,                 Plain, Either,  in_table,           &["\"", ",", "\n", ";", "\"The gate of the harbour stood open for a long time, and nobody in the town knew why it did so.\"\n"]),
    row("a.eml",   |_| office::mail(),  Same,  Shorter, String::into_bytes, &["Subject: a\n", "> ", "a\n\n", "=?utf-8?q?a?= ", "--a\n", "Content-Type: multipart/mixed; boundary=a\n\n--a\n", "=\n"]),
    row("a.mbox",  |_| office::mbox(),  Same,  Either,  String::into_bytes, &["From a Mon Jan  1 00:00:00 2024\n", "From a Mon Jan  1 00:00:00 2024\nSubject: a\n\nThe gate of the harbour stood open for a long time, and nobody in the town knew why it did so.\n\n", "From "]),
    row("a.pdf",   |_| pdf::one_column(), Same, Either, in_pdf,             &["q ", "[", "<<", "(", "BT (A b.) Tj ET ", "BT /F1 9 Tf 9 9 Td (A b.) Tj ET ", "/X Do ", "BI "]),
    row("a.rst",   |_| office::rst(),   Plain, Shorter, String::into_bytes, &["*", "``a", "`a <", "|", "a\n=\n", "- ", "  ", ".. a::\n\n ", "::\n\n a\n", "+-+\n", "a_ ", ":a: b\n"]),
    row("a.rtf",   |_| office::rtf(),   Same,  Either,    rich,               &["{", "}", "\\", "\\par ", "\\'e4", "\\u97?", "{\\*\\a ", "\\bin9 ", "\\cell\\row ", "{\\b a}"]),
    row("a.tex",   |_| office::latex(), Same,  Shorter, in_latex,           &["{", "}", "$", "$a$ ", "\\", "\\a", "\\begin{a}", "\\item ", "%", "\\newcommand{\\a}{\\a}", "\\footnote{", "\\section{a}\n", "~", "&", "\\verb|"]),
    row("a.srt",   subtitles,           Plain, Shorter, cue,                &["<a", "<", "<i>", "{\\", "{", "-->", "1\n00:00:01,000 --> 00:00:02,000\nA b.\n\n", "<v a>", "♪", "- a\n"]),
    row("a.txt",   <[u8]>::to_vec,      Same,  Shorter, String::into_bytes, &["a", " ", "\n", "a\n", "A b.\n\n", "- a\n", "1. a\n", "(", "\"", "“", "»", ".", "?!", "a.", "A. ", "A b. ", "a\u{301}", "\u{200d}", "👩\u{200d}", "🇪🇺", "茶", "ก", "。", "'", "a'", "a-", "1.", "1,", "http://a.b/", "\t", "\u{feff}", "\u{202e}", "א", "=\n", "* * *\n", "Mr. "]),
];

fn in_docx(body: String) -> Vec<u8> {
    office::docx_of(&body)
}

fn in_slide(shapes: String) -> Vec<u8> {
    office::pptx_of(&[(&shapes, "")])
}

/// Many slides, which may be one.
fn in_presentation(slides: String) -> Vec<u8> {
    let relation = "<Relationship Id=\"a\" Type=\"http://x/slide\" Target=\"a.xml\"/>";
    let slide = format!("<p:sp><a:p><a:t>{HARBOUR}</a:t></a:p></p:sp>").repeat(100);
    packed::zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("ppt/presentation.xml", laughs(&slides).as_bytes()),
        ("ppt/_rels/presentation.xml.rels", relation.as_bytes()),
        ("ppt/a.xml", laughs(&slide).as_bytes()),
    ])
}

fn in_odt(body: String) -> Vec<u8> {
    let mimetype: &[u8] = b"application/vnd.oasis.opendocument.text";
    packed::zip(&[
        ("mimetype", mimetype),
        ("content.xml", laughs(&body).as_bytes()),
    ])
}

/// XML with an entity that would be a thousand million of others.
fn laughs(body: &str) -> String {
    let entity = |i: u8| {
        let (name, inner) = (char::from(b'k' - i), char::from(b'l' - i));
        format!("<!ENTITY {inner} \"{}\">", format!("&{name};").repeat(10))
    };
    let entities: String = (0..9).map(entity).collect();
    format!("<!DOCTYPE a [{entities}]><a>{body}</a>")
}

fn book(spine: &str, chapter: &str) -> Vec<u8> {
    let package = format!(
        "<package><manifest><item id=\"a\" href=\"a.xhtml\" media-type=\"application/xhtml+xml\"/></manifest><spine>{spine}</spine></package>"
    );
    packed::zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", b"<rootfile full-path=\"b.opf\"/>"),
        ("b.opf", package.as_bytes()),
        ("a.xhtml", laughs(chapter).as_bytes()),
    ])
}

/// Many chapters of a book, which may be one.
fn in_epub(spine: String) -> Vec<u8> {
    book(&spine, &format!("<p>{HARBOUR}</p>").repeat(100))
}

fn in_chapter(chapter: String) -> Vec<u8> {
    book("<itemref idref=\"a\"/>", &chapter)
}

fn in_table(rows: String) -> Vec<u8> {
    format!("text\n{rows}").into_bytes()
}

fn rich(text: String) -> Vec<u8> {
    format!("{{\\rtf1 {text}").into_bytes()
}

fn in_latex(text: String) -> Vec<u8> {
    format!("\\documentclass{{article}}\\begin{{document}}\n{text}").into_bytes()
}

/// A page of this content.
fn in_pdf(content: String) -> Vec<u8> {
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R \
        /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >> >>";
    pdf_file::file(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.as_bytes().to_vec(),
        pdf_file::stream(content.as_bytes(), true),
    ])
}

fn cue(text: String) -> Vec<u8> {
    format!("1\n00:00:01,000 --> 00:00:02,000\n{text}").into_bytes()
}

fn subtitles(text: &[u8]) -> Vec<u8> {
    let cue = |(place, words): (usize, &[u8])| {
        let text = String::from_utf8_lossy(words).replace('\n', " ");
        format!(
            "{place}\n00:{:02}:00,000 --> 00:{:02}:59,000\n{text}\n\n",
            place % 60,
            place % 60
        )
    };
    text.chunks(60)
        .enumerate()
        .map(cue)
        .collect::<String>()
        .into_bytes()
}

fn csv(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text).replace('"', "\"\"");
    format!("id,text\n1,\"{text}\"\n").into_bytes()
}

fn json_lines(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    format!("{}\n", serde_json::json!({ "text": text })).into_bytes()
}

fn json_list(text: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(text);
    let list = serde_json::json!([{ "id": 1, "text": text }]);
    format!("{list:#}\n").into_bytes()
}

/// A file in each format and packing: its name, and what makes it.
fn files() -> impl Iterator<Item = Packing> {
    let rows = FORMATS.iter().map(|row| (row.name, row.make));
    rows.chain(PACKINGS)
}

#[test]
fn damage_does_no_harm() {
    for (name, make) in files() {
        survives_damage(name, &make(&abstract_md()));
    }
}

fn document(name: &str, bytes: Vec<u8>) -> Document {
    let mut outcomes = read_bytes(name, bytes, &ReadOptions::default());
    assert_eq!(outcomes.len(), 1, "{name}");
    outcomes
        .remove(0)
        .unwrap_or_else(|failure| panic!("{failure}"))
}

#[test]
fn good_files_are_documents_whatever_they_are_called() {
    for row in FORMATS {
        let bytes = (row.make)(&abstract_md());
        let good = document(row.name, bytes.clone());
        let prose = |document: &Document| {
            document
                .blocks()
                .iter()
                .filter(|block| block.kind.is_prose())
                .count()
        };
        assert!(prose(&good) > 0, "{}", row.name);
        for name in ["a.txt", "nameless"] {
            let other = document(name, bytes.clone());
            let is_same = other.text() == good.text() && other.blocks() == good.blocks();
            match row.elsewhere {
                Same => assert!(is_same, "{} as {name}", row.name),
                Plain => assert!(other.text().as_bytes() == bytes, "{} as {name}", row.name),
            }
        }
    }
}

/// Lists of records are known by what they look like, wherever nothing else tells what they are; what is in them beside
/// the texts is counted nowhere.
#[test]
fn lists_of_records_are_known_in_pipes_and_packings() {
    let scratch = Scratch::new();
    let texts = [
        "The storm gate held.",
        "The storm gate rose.",
        "The storm gate of Moorton, it is said, rusts.",
    ];
    let of = |write: &dyn Fn(usize, &str) -> String| -> Vec<String> {
        texts
            .iter()
            .enumerate()
            .map(|(i, text)| write(i, text))
            .collect()
    };
    let lines = of(&|i, text| format!("{{\"identifier\": {i}, \"text\": \"{text}\"}}")).join("\n");
    let list = format!("[{}]", lines.replace('\n', ",\n"));
    let table = format!(
        "identifier,text\n{}\n",
        of(&|i, text| format!("{i},\"{text}\"")).join("\n")
    );
    for bytes in [lines.as_bytes(), list.as_bytes(), table.as_bytes()] {
        for (name, bytes) in [
            ("a.txt", bytes.to_vec()),
            ("a.log", bytes.to_vec()),
            ("nameless", bytes.to_vec()),
            ("a.gz", packed::gzip(bytes)),
        ] {
            let path = scratch.file(name, &bytes);
            let output = scratch.run(&[
                "keywords",
                "-m",
                "frequency",
                "--tables",
                "all",
                "-f",
                "csv",
                &path,
            ]);
            let shown = stdout(&output);
            assert!(
                shown
                    .lines()
                    .nth(1)
                    .is_some_and(|line| line.contains("gate")),
                "{name}: {shown}"
            );
            assert!(
                !shown.contains("text") && !shown.contains("identifier"),
                "{name}: {shown}"
            );
        }
        let mut command = epitome();
        command
            .args(["summarize", "-n", "1", "-f", "csv"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = command.spawn().expect("the binary runs");
        child
            .stdin
            .take()
            .expect("a pipe")
            .write_all(bytes)
            .expect("read");
        let output = child.wait_with_output().expect("the binary ends");
        assert_eq!(stdout(&output).lines().count(), 1 + texts.len());
    }
}

#[test]
fn files_that_are_cut_off_or_empty() {
    let scratch = Scratch::new();
    for row in FORMATS {
        let bytes = (row.make)(&abstract_md());
        for sixteenth in 1..16 {
            let part = bytes[..bytes.len() * sixteenth / 16].to_vec();
            match (
                row.cut,
                &read_bytes(row.name, part, &ReadOptions::default())[..],
            ) {
                (Told, [Err(failure)]) => {
                    assert_eq!(failure.kind, FailureKind::Damaged, "{failure}")
                }
                (Shorter, [Ok(document)]) => {
                    assert!(document.text().len() <= bytes.len(), "{}", row.name)
                }
                (Either, outcomes) => {
                    for outcome in outcomes {
                        match outcome {
                            Ok(document) => assert!(document.text().len() <= bytes.len()),
                            Err(failure) => assert!(
                                [FailureKind::Damaged, FailureKind::NoText].contains(&failure.kind),
                                "{failure}"
                            ),
                        }
                    }
                }
                (_, other) => panic!("{} {sixteenth}/16: {other:?}", row.name),
            }
        }
    }
    for (name, make) in PACKINGS {
        let bytes = make(&abstract_md());
        for sixteenth in 1..16 {
            let part = bytes[..bytes.len() * sixteenth / 16].to_vec();
            let failures = failures(name, part, &ReadOptions::default());
            assert_eq!(
                failures[0].kind,
                FailureKind::Damaged,
                "{name} {sixteenth}/16: {failures:?}"
            );
        }
    }
    for (name, _) in files() {
        scratch.file(name, b"");
        let output = scratch.run(&["summarize", name]);
        assert_eq!((code(&output), stdout(&output).as_str()), (1, ""), "{name}");
        assert_eq!(stderr(&output), format!("epitome: {name}: no text in it\n"));
    }
}

/// What takes too long is given up, whatever it is.
#[test]
fn a_time_limit_holds_for_every_format() {
    let options = ReadOptions {
        limits: Limits {
            time: Duration::ZERO,
            ..Limits::default()
        },
        ..ReadOptions::default()
    };
    for (name, make) in files() {
        let failures = failures(name, make(&abstract_md()), &options);
        assert!(!failures.is_empty(), "{name}");
        for failure in failures {
            assert_eq!(failure.kind, FailureKind::TooSlow, "{name}: {failure}");
        }
    }
    let scratch = Scratch::new();
    let zip = packed::zip(&[("1.txt", HARBOUR.as_bytes()), ("2.txt", HARBOUR.as_bytes())]);
    let path = scratch.file("a.zip", zip);
    let output = scratch.run(&["summarize", "--timeout", "0.000000001", &path]);
    let line =
        |member| format!("epitome: {path}/{member}.txt: not read within 0.000000001 seconds\n");
    assert_eq!(stderr(&output), [line(1), line(2)].concat());
    assert_eq!(code(&output), 2);
    assert_eq!(
        code(&scratch.run(&["summarize", "--timeout", "0", &path])),
        0
    );
}

/// Bytes of a bomb before it is packed. Without optimization, everything takes ten times as long.
const BOMB: usize = if cfg!(debug_assertions) {
    1 << 18
} else {
    50 << 20
};
/// No bomb takes longer.
const SOON: Duration = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 10 });
/// And none takes more memory, in KiB.
const MEMORY: u64 = 600 << 10;

/// Runs the binary; hands out the largest memory that it has had, in KiB, its time, its exit code, if it ended by
/// itself, and what it wrote to standard error.
fn watched(command: &str, path: &str) -> (u64, Duration, Option<i32>, String) {
    let (out, errors) = (format!("{path}.out"), format!("{path}.errors"));
    let create = |path: &str| std::fs::File::create(path).expect("a file");
    let mut run = epitome();
    run.args([command, "-n", "1", path]);
    let started = Instant::now();
    let mut child = run
        .stdout(create(&out))
        .stderr(create(&errors))
        .spawn()
        .expect("the binary runs");
    let (mut most, status) = (0, format!("/proc/{}/status", child.id()));
    let mut code = None;
    while started.elapsed() < SOON && code.is_none() {
        let status = std::fs::read_to_string(&status).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(number.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(5));
        code = child
            .try_wait()
            .expect("it can be asked")
            .and_then(|status| status.code());
    }
    // It may have ended.
    let _ = child.kill();
    child.wait().expect("it has ended");
    let errors = std::fs::read_to_string(&errors).expect("written");
    (most, started.elapsed(), code, errors)
}

/// A format's own bombs: without end one inside the other, one behind the other, or begun and never ended.
#[test]
fn what_never_ends_is_done_soon() {
    let wrong = std::sync::Mutex::new(Vec::new());
    let explode = |row: &Row| {
        let scratch = Scratch::new();
        for unit in row.bombs {
            let path = scratch.file(row.name, (row.around)(unit.repeat(BOMB / unit.len())));
            let commands: &[&str] = match row.name {
                "a.txt" => &["summarize", "keywords"],
                _ => &["summarize"],
            };
            for command in commands {
                let (memory, time, code, errors) = watched(command, &path);
                let is_told =
                    code.is_some_and(|code| code <= 2) && !errors.contains("internal error");
                if !is_told || memory > MEMORY {
                    let errors: String = errors.chars().take(200).collect();
                    let case = format!(
                        "{command} {} {unit:?}: {code:?}, {time:.1?}, {} MiB, {errors}",
                        row.name,
                        memory >> 10
                    );
                    wrong.lock().expect("nobody panics").push(case);
                }
            }
        }
    };
    std::thread::scope(|scope| {
        for row in FORMATS {
            scope.spawn(|| explode(row));
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
