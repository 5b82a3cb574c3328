//! Our own texts in packages of word processors and books.

use crate::packed::zip;

/// A part of an article.
#[derive(Clone, Copy)]
pub enum Part {
    Heading(usize, &'static str),
    Paragraph(&'static str),
}

use Part::{Heading, Paragraph};

/// An article that all makers write.
pub const ARTICLE: &[Part] = &[
    Heading(1, "The ferry that came back"),
    Paragraph(
        "The island council voted on Monday to bring back the night ferry that was stopped nine years ago. The ferry will cross four times a night from the first week of May, said Councillor Dr. Hana Weiss.",
    ),
    Paragraph(
        "Night workers at the cannery had asked for the ferry since the bridge was closed to buses. \"We walk six kilometres in the rain & wind,\" one of them told the council.",
    ),
    Heading(2, "What it costs"),
    Paragraph(
        "The ferry will cost the island 1.4 million a year, and the council hopes that fares bring in a third of that. Two of the nine members voted against the ferry, since the money was meant for the harbour wall.",
    ),
    Paragraph(
        "A boat is not there yet. The council wants to lease the ferry of a neighbouring island until its own is repaired, and the cannery has offered to pay the lease of the first winter.",
    ),
];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn joined(write: impl Fn(&Part) -> String) -> String {
    ARTICLE.iter().map(write).collect()
}

pub fn markdown() -> Vec<u8> {
    let text = joined(|part| match part {
        Heading(level, text) => format!("{} {text}\n\n", "#".repeat(*level)),
        Paragraph(text) => format!("{text}\n\n"),
    });
    text.into_bytes()
}

pub fn html() -> Vec<u8> {
    let body = xhtml_body();
    format!("<!DOCTYPE html><html><head><title>News</title></head><body><nav>Home</nav><article>{body}</article></body></html>").into_bytes()
}

fn xhtml_body() -> String {
    joined(|part| match part {
        Heading(level, text) => format!("<h{level}>{}</h{level}>\n", escaped(text)),
        Paragraph(text) => format!("<p>{}</p>\n", escaped(text)),
    })
}

pub fn docx() -> Vec<u8> {
    docx_of(&joined(|part| match part {
        Heading(level, text) => format!(
            "<w:p><w:pPr><w:pStyle w:val=\"berschrift{level}\"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
            escaped(text)
        ),
        // Words cut in runs, with what is no text.
        Paragraph(text) => {
            let (first, rest) = text.split_at(12);
            format!(
                "<w:p><w:r><w:t xml:space=\"preserve\">{first}</w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>\
                 <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:t>{}</w:t></w:r></w:p>",
                escaped(rest)
            )
        }
    }))
}

/// A document with this body.
pub fn docx_of(body: &str) -> Vec<u8> {
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";
    let document = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
    ])
}

pub fn pptx() -> Vec<u8> {
    let text = |text: &str| format!("<a:p><a:r><a:t>{}</a:t></a:r></a:p>", escaped(text));
    let shape = |place: &str, content: &str| {
        format!(
            "<p:sp><p:nvSpPr><p:nvPr>{place}</p:nvPr></p:nvSpPr><p:txBody>{content}</p:txBody></p:sp>"
        )
    };
    let mut slides: Vec<String> = Vec::new();
    for part in ARTICLE {
        match part {
            Heading(level, title) => {
                let place = if *level == 1 { "ctrTitle" } else { "title" };
                slides.push(shape(&format!("<p:ph type=\"{place}\"/>"), &text(title)));
            }
            Paragraph(said) => {
                let last = slides.last_mut().expect("a title before all text");
                last.push_str(&shape(
                    "<p:ph idx=\"1\"/>",
                    &text(said).replace("<a:r>", "<a:pPr><a:buNone/></a:pPr><a:r>"),
                ));
            }
        }
    }
    let number = shape(
        "<p:ph type=\"sldNum\"/>",
        "<a:p><a:fld><a:t>7</a:t></a:fld><a:r><a:t>of 9</a:t></a:r></a:p>",
    );
    slides.iter_mut().for_each(|slide| slide.push_str(&number));
    pptx_of(
        &slides
            .iter()
            .map(|slide| (slide.as_str(), ""))
            .collect::<Vec<_>>(),
    )
}

/// A presentation of slides and the notes to them; the members are not in the order of the slides.
pub fn pptx_of(slides: &[(&str, &str)]) -> Vec<u8> {
    let root = |name: &str, shapes: &str| {
        let attributes = if shapes.contains("<hidden/>") {
            " show=\"0\""
        } else {
            ""
        };
        format!("<p:{name}{attributes}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{name}>")
    };
    let (mut ids, mut targets) = (String::new(), String::new());
    let mut members = vec![("[Content_Types].xml".to_owned(), "<Types/>".to_owned())];
    for (i, (shapes, notes)) in slides.iter().enumerate() {
        let file = slides.len() - i;
        ids.push_str(&format!("<p:sldId id=\"{}\" r:id=\"rId{i}\"/>", 256 + i));
        targets.push_str(&format!("<Relationship Id=\"rId{i}\" Type=\"http://x/slide\" Target=\"slides/slide{file}.xml\"/>"));
        members.push((format!("ppt/slides/slide{file}.xml"), root("sld", shapes)));
        if !notes.is_empty() {
            let notes = format!(
                "<p:sp><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:sp><p:sp><p:nvPr><p:ph type=\"body\"/></p:nvPr>\
                 <p:txBody><a:p><a:r><a:t>{notes}</a:t></a:r></a:p></p:txBody></p:sp>"
            );
            members.push((
                format!("ppt/notesSlides/notes{file}.xml"),
                root("notes", &notes),
            ));
            members.push((
                format!("ppt/slides/_rels/slide{file}.xml.rels"),
                format!("<Relationships><Relationship Id=\"rId1\" Type=\"http://x/notesSlide\" Target=\"../notesSlides/notes{file}.xml\"/></Relationships>"),
            ));
        }
    }
    members.push((
        "ppt/presentation.xml".to_owned(),
        format!("<p:presentation><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"),
    ));
    members.push((
        "ppt/_rels/presentation.xml.rels".to_owned(),
        format!("<Relationships>{targets}</Relationships>"),
    ));
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    zip(&members)
}

pub fn odt() -> Vec<u8> {
    let body = joined(|part| match part {
        Heading(level, text) => {
            format!(
                "<text:h text:outline-level=\"{level}\">{}</text:h>",
                escaped(text)
            )
        }
        Paragraph(text) => format!(
            "<text:p>{}<office:annotation><text:p>Check this.</text:p></office:annotation></text:p>",
            escaped(text).replacen(' ', "<text:s/>", 1)
        ),
    });
    let content = format!(
        "<office:document-content><office:body><office:text><text:tracked-changes><text:p>Gone.</text:p>\
         </text:tracked-changes>{body}</office:text></office:body></office:document-content>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A compound file with this stream, as old office programs write.
pub fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.resize(512, 0);
    for name in ["Root Entry", stream] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

/// A workbook without anything in it.
pub fn xlsx() -> Vec<u8> {
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
    ])
}

pub fn epub() -> Vec<u8> {
    let cut = ARTICLE.len() / 2;
    let chapter = |parts: &[Part]| {
        let body: String = parts
            .iter()
            .map(|part| match part {
                Heading(level, text) => format!("<h{level}>{}</h{level}>", escaped(text)),
                Paragraph(text) => format!("<div><p>{}</p></div>", escaped(text)),
            })
            .collect();
        format!(
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>{body}</body></html>"
        )
    };
    let container =
        "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>";
    let package = "<package><metadata><dc:title>Ferries</dc:title></metadata><manifest>\
        <item id=\"toc\" href=\"toc.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\
        <item id=\"b\" href=\"text/two%20b.xhtml\" media-type=\"application/xhtml+xml\"/>\
        <item id=\"a\" href=\"text/one.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>\
        <spine><itemref idref=\"toc\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>";
    zip(&[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container.as_bytes()),
        ("OEBPS/book.opf", package.as_bytes()),
        (
            "OEBPS/toc.xhtml",
            b"<html><body><ol><li>The ferry that came back</li></ol></body></html>",
        ),
        ("OEBPS/text/one.xhtml", chapter(&ARTICLE[..cut]).as_bytes()),
        (
            "OEBPS/text/two b.xhtml",
            chapter(&ARTICLE[cut..]).as_bytes(),
        ),
    ])
}

pub fn rtf() -> Vec<u8> {
    let body = joined(|part| match part {
        Heading(level, text) => format!("\\pard\\s{level}\\b {text}\\par\n"),
        // Words cut in runs, with what is no text.
        Paragraph(text) => {
            let (first, rest) = text.split_at(12);
            format!("{{\\pard {first}{{\\v hidden }}{{\\*\\bkmkstart x}}{rest}\\par}}\n")
        }
    });
    format!(
        "{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0\\fcharset0 Serif;}}}}{{\\stylesheet{{\\s1 heading 1;}}{{\\s2 heading 2;}}}}\n\
         {{\\header Page \\chpgn\\par}}\n{body}}}"
    )
    .into_bytes()
}

/// Headings are lines of their own.
fn plain() -> String {
    joined(|part| match part {
        Heading(_, text) | Paragraph(text) => format!("{text}\n\n"),
    })
}

pub fn csv() -> Vec<u8> {
    let text = plain().replace('"', "\"\"");
    format!("id;year;text\r\n1;2020;\"{text}\"\r\n").into_bytes()
}

pub fn mbox() -> Vec<u8> {
    let from = &b"From a@example.org Mon May  4 10:00:00 2020\n"[..];
    [from, &mail(), b"\n"].concat()
}

pub fn mail() -> Vec<u8> {
    let body = plain();
    let Heading(_, subject) = ARTICLE[0] else {
        unreachable!("the article begins with its title");
    };
    // Lines are broken, and the answered message is below.
    format!(
        "Return-Path: <a@example.org>\nFrom: A <a@example.org>\nSubject: {subject}\nMIME-Version: 1.0\n\
         Content-Type: multipart/alternative; boundary=\"=_x\"\n\n--=_x\nContent-Type: text/plain; charset=utf-8\n\n{}\n\
         On 4 May 2020, B <b@example.org> wrote:\n> The ferry was stopped.\n> The ferry will not come back.\n-- \nA\n\
         --=_x\nContent-Type: text/html\n\n<p>The ferry in HTML.</p>\n--=_x--\n",
        wrapped(&body)
    )
    .into_bytes()
}

/// The text in lines of up to 72 characters.
fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    for paragraph in text.lines() {
        let mut width = 0;
        for word in paragraph.split(' ') {
            let length = word.chars().count();
            if width > 0 {
                let breaks = width + 1 + length > 72;
                lines.push(if breaks { '\n' } else { ' ' });
                width = if breaks { 0 } else { width + 1 };
            }
            lines.push_str(word);
            width += length;
        }
        lines.push('\n');
    }
    lines
}

pub fn latex() -> Vec<u8> {
    let body = joined(|part| match part {
        Heading(1, text) => format!("\\title{{{text}}}\\maketitle\n"),
        Heading(_, text) => format!("\\section{{{text}}}\\label{{x}}\n"),
        Paragraph(text) => {
            let text = text
                .replace('&', "\\&")
                .replacen(". ", "~\\cite{x}. % no text\n  ", 1);
            format!("{text}\n\n\\begin{{figure}}\\caption{{The ferry.}}\\end{{figure}}\n\n")
        }
    });
    format!(
        "\\documentclass{{article}}\n\\usepackage[utf8]{{inputenc}}\n\\begin{{document}}\n{body}\\end{{document}}\n"
    )
    .into_bytes()
}

pub fn rst() -> Vec<u8> {
    let text = joined(|part| match part {
        Heading(level, text) => {
            let sign = if *level == 1 { "=" } else { "-" };
            format!("{text}\n{}\n\n", sign.repeat(text.len()))
        }
        Paragraph(text) => {
            let text = text.replacen("council", "*council*", 1).replacen(
                "ferry",
                "`ferry <http://x>`_",
                1,
            );
            format!("{}\n.. The ferry\n   in a comment.\n\n", wrapped(&text))
        }
    });
    text.into_bytes()
}
