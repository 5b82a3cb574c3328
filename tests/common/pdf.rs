//! A typesetter that makes PDF of our own texts: pages with running heads and numbers, one column or two, words cut at
//! the ends of lines.

use crate::office::{ARTICLE, Part};
use crate::pdf_file::{file, stream};

/// A line of text on a page: where it starts (from the top left, in points), its font and size, and what it says.
pub struct Set {
    pub at: (f64, f64),
    pub font: &'static str,
    pub size: f64,
    pub text: String,
}

const HEIGHT: f64 = 260.0;
const WIDTH: f64 = 595.0;
/// All characters of Courier are as wide as this share of their size.
const ADVANCE: f64 = 0.6;
const SIZE: f64 = 10.0;
const LEADING: f64 = 12.0;

/// The article in one column, with a gap between paragraphs, and the contents of pages as they are.
pub fn one_column() -> Vec<u8> {
    pdf(&pages(1, 80), false, "")
}

/// The article in two columns, its paragraphs indented, words cut in two, and the contents of pages compressed.
pub fn two_columns() -> Vec<u8> {
    pdf(&pages(2, 38), true, "")
}

/// Sets the article.
fn pages(columns: usize, length: usize) -> Vec<Vec<Set>> {
    let mut pages: Vec<Vec<Set>> = Vec::new();
    let (mut column, mut y) = (columns, HEIGHT);
    let mut place = |line: String, size: f64, font, before: f64, indent: usize| {
        y += before;
        if y > HEIGHT - 60.0 || column == columns {
            column += 1;
            if column >= columns {
                column = 0;
                let number = pages.len() + 1;
                pages.push(furniture(number));
            }
            y = 60.0;
        }
        let x = 50.0 + column as f64 * 260.0 + indent as f64 * SIZE * ADVANCE;
        let set = Set {
            at: (x, y),
            font,
            size,
            text: line,
        };
        pages.last_mut().expect("a page").push(set);
        y += LEADING * size / SIZE;
    };
    for part in ARTICLE {
        match part {
            Part::Heading(level, text) => {
                let size = [18.0, 14.0][level - 1];
                let length = (length as f64 * SIZE / size) as usize;
                for (i, line) in wrapped(text, length, 0, false).into_iter().enumerate() {
                    place(line, size, "F2", if i == 0 { 18.0 } else { 0.0 }, 0);
                }
            }
            Part::Paragraph(text) => {
                let (indent, gap) = if columns == 1 { (0, 8.0) } else { (2, 0.0) };
                for (i, line) in wrapped(text, length, indent, columns > 1)
                    .into_iter()
                    .enumerate()
                {
                    let (indent, gap) = if i == 0 { (indent, gap) } else { (0, 0.0) };
                    place(line, SIZE, "F1", gap, indent);
                }
            }
        }
    }
    pages
}

fn furniture(number: usize) -> Vec<Set> {
    let head = Set {
        at: (50.0, 30.0),
        font: "F1",
        size: 8.0,
        text: format!("The Island Gazette, page {number}"),
    };
    let foot = Set {
        at: (290.0, HEIGHT - 20.0),
        font: "F1",
        size: 8.0,
        text: number.to_string(),
    };
    vec![head, foot]
}

/// Lines of at most so many characters, the first of them shorter by `indent`.
fn wrapped(text: &str, length: usize, indent: usize, cuts: bool) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let room = length - if lines.len() == 1 { indent } else { 0 };
        let line = lines.last_mut().expect("a line");
        let used = line.chars().count() + usize::from(!line.is_empty());
        if used + word.chars().count() <= room {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        } else if cuts
            && word.len() > 7
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && used + 5 <= room
        {
            let (start, end) = word.split_at(4);
            line.push_str(&format!(" {start}-"));
            lines.push(end.to_owned());
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// A document of these pages; `catalog` goes into its catalog.
pub fn pdf(pages: &[Vec<Set>], is_packed: bool, catalog: &str) -> Vec<u8> {
    let first = 5;
    let kids: Vec<String> = (0..pages.len())
        .map(|page| format!("{} 0 R", first + 2 * page))
        .collect();
    let mut objects: Vec<Vec<u8>> = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>").into_bytes(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            pages.len()
        )
        .into_bytes(),
        font("Courier"),
        font("Courier-Bold"),
    ];
    for (number, page) in pages.iter().enumerate() {
        let page_object = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>",
            first + 2 * number + 1
        );
        objects.push(page_object.into_bytes());
        objects.push(stream(&contents(page), is_packed));
    }
    file(&objects)
}

fn font(name: &str) -> Vec<u8> {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
        .into_bytes()
}

fn contents(page: &[Set]) -> Vec<u8> {
    let mut contents = Vec::new();
    for set in page {
        let (x, y) = (set.at.0, HEIGHT - set.at.1);
        let head = format!("BT /{} {} Tf {x:.2} {y:.2} Td (", set.font, set.size);
        contents.extend_from_slice(head.as_bytes());
        for c in set.text.chars() {
            if "()\\".contains(c) {
                contents.push(b'\\');
            }
            contents.push(u8::try_from(c).expect("Latin-1"));
        }
        contents.extend_from_slice(b") Tj ET\n");
    }
    contents
}
