//! What the fuzzer begins with, made of our own samples.

use std::fs;
use std::path::{Path, PathBuf};

use epitome::source::format::{FORMATS, Read};

use crate::{fuzz, office, packed, pdf};

/// The longest seed: longer ones find nothing more and take longer.
const LONGEST: usize = 6_000;

struct Seeds {
    folder: PathBuf,
    count: usize,
}

impl Seeds {
    fn add(&mut self, target: &str, first: &[u8], bytes: &[u8]) {
        let folder = self.folder.join(target);
        fs::create_dir_all(&folder).expect("a folder");
        self.count += 1;
        let bytes = [first, &bytes[..bytes.len().min(LONGEST)]].concat();
        fs::write(folder.join(format!("seed-{:03}", self.count)), bytes).expect("written");
    }
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let entries = fs::read_dir(folder).expect("samples");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy();
        (name.into_owned(), fs::read(&path).expect("readable"))
    };
    files.into_iter().map(read).collect()
}

/// Writes files to a folder for each target.
pub fn write(folder: PathBuf) {
    let mut seeds = Seeds { folder, count: 0 };
    let samples = samples();
    for (place, (_, bytes)) in samples.iter().enumerate() {
        for way in 0..4 {
            seeds.add("text", &[place as u8, way | 0xf0], bytes);
        }
        let records = format!(
            "{}\n",
            serde_json::json!({"id": place, "title": "T", "text": String::from_utf8_lossy(bytes)})
        );
        for format in FORMATS {
            let number = fuzz::number(format);
            let target = match format.read {
                Read::Several(_) => "records",
                _ if format.name == "subtitles" => "records",
                _ => "markup",
            };
            seeds.add(target, &[number], bytes);
            if target == "records" {
                seeds.add(target, &[number], records.as_bytes());
                seeds.add(target, &[number], &subtitles(bytes));
                seeds.add(target, &[number], &table(bytes));
            } else {
                seeds.add(target, &[number], &office::html());
                seeds.add(target, &[number], &office::markdown());
            }
        }
    }
    let article = office::markdown();
    for pack in [packed::gzip, packed::zstd, packed::xz, packed::bzip2] {
        seeds.add("packed", &[0], &pack(&article));
        seeds.add("packed", &[0], &pack(&pack(b"The gate held.")));
        let two = [pack(b"The gate held. "), pack(b"The barrier held.")].concat();
        seeds.add("packed", &[0], &two);
    }
    let members: [(&str, &[u8]); 3] = [("b/a.md", &article), ("b/c.txt", b"Text."), (".d", b"")];
    for archive in [
        packed::zip(&members),
        packed::stored(&members),
        packed::tar(&members),
    ] {
        seeds.add("packed", &[0], &archive);
        seeds.add("packed", &[0], &packed::gzip(&archive));
    }
    for way in 8..16 {
        seeds.add("packed", &[way], &article);
    }
    for (way, whole) in [office::docx(), office::epub(), office::odt()]
        .iter()
        .enumerate()
    {
        seeds.add("office", &[0x40 | way as u8], whole);
        let members = unpacked(whole, way);
        seeds.add("office", &[way as u8], &members.join(&0));
    }
    let body = "<w:p><w:pPr><w:numPr/><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>First &amp; last.</w:t><w:tab/></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice>\
        <w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>";
    seeds.add(
        "office",
        &[0],
        &unpacked(&office::docx_of(body), 0).join(&0),
    );
    for whole in [pdf::one_column(), pdf::two_columns()] {
        seeds.add("pdf", &[0x40], &whole);
    }
    let page = b"BT /F1 10 Tf 1 0 0 1 50 200 Tm (The barrier held.) Tj 0 -12 Td [(It r) -20 (ose ag) -300 (ain-)] TJ T* \
        (st) ' /F2 18 Tf 9 TL 2 Tc 5 Tw 110 Tz 3 Ts <00410042> Tj ET q .5 0 0 .5 9 9 cm 3 Tr BT (\\351t\\351) Tj ET Q";
    let head = b"BT /F1 8 Tf 50 240 Td (The Gazette 1) Tj 0 -150 Td (barrier rose, and) Tj 300 0 Td (The second column) Tj ET";
    let simple = b"/Subtype /Type1 /BaseFont /Courier /Encoding << /Differences [65 /eacute /f_i /a25] >> /FirstChar 32 /Widths [9 9]";
    let composite = b"/Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 \
        /BaseFont /A /W [1 [600] 2 9 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) >> >>]";
    let drawn = b"/Subtype /Type3 /FontMatrix [.01 0 0 .01 0 0] /CharProcs << /a 6 0 R >> /Encoding << /Differences [65 /a] >>";
    let characters = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfrange <20> <7e> <0020> \
        <80> <81> [<00660069> <d83dde00>] endbfrange 1 beginbfchar <0041> <0391> endbfchar endcmap";
    for font in [&simple[..], composite, drawn] {
        for page in [&page[..], head] {
            seeds.add("pdf", &[0], &[page, head, font, characters].join(&0));
            seeds.add("pdf", &[0], &[page, head, font].join(&0));
        }
    }
    let saved = "# epitome.counts/1\n# counted\twords\n# document\t1\t\"a\\n\"\n# document\t5\t\"b\"\n\
        term\tcount\tdocuments\tforms\tby_document\nbarrier\t3\t2\t{\"Barrier\":1,\"Barriers\":1,\"barrier\":1}\t[[0,1],[1,2]]\n\
        fell\t1\t1\t{\"fell\":1}\t[[1,1]]\n";
    let list = "word\tcount\n# total 1000\nbarrier\t3\nthe old\t60\nTOTAL\t9\n";
    let records = "{\"id\":\"a\",\"summary\":\"The barrier held. It rose.\"}\n{\"path\":\"x/a.txt\",\"summary\":[{\"text\":\"The barrier fell.\"}]}\n\
        {\"id\":1,\"references\":[\"The barrier fell.\",\"Two.\"]}\n{\"id\":\"k\",\"keywords\":[{\"term\":\"old barriers\"},\"quay\"]}\n{\"id\":\"l\",\"keys\":[\"barrier\"]}\n";
    let texts = "The barrier held.\nIt rose.\0The barrier fell. It's the old l'eau d'Atlanta.\0barrier\n\nquay\0old barrier\n";
    for way in [0, 8, 2, 3, 4, 5, 6, 0x85, 0x44, 0x26] {
        for text in [saved, list, records, texts] {
            seeds.add("saved", &[way], text.as_bytes());
        }
    }
}

/// The members of a package that the target asks for, in its order.
fn unpacked(package: &[u8], way: usize) -> Vec<Vec<u8>> {
    let wanted: &[&str] = match way {
        0 => &["word/document.xml", "word/styles.xml"],
        1 => &[
            "OEBPS/book.opf",
            "OEBPS/text/one.xhtml",
            "OEBPS/text/two b.xhtml",
        ],
        _ => &["content.xml"],
    };
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a package");
    let mut member = |name: &&str| {
        let mut bytes = Vec::new();
        let mut member = archive.by_name(name).expect("a member");
        std::io::copy(&mut member, &mut bytes).expect("readable");
        let text = String::from_utf8(bytes).expect("UTF-8");
        // The target names chapters by numbers.
        text.replace("text/one.xhtml", "1.xhtml")
            .replace("text/two%20b.xhtml", "2.xhtml")
            .into_bytes()
    };
    wanted.iter().map(&mut member).collect()
}

fn subtitles(bytes: &[u8]) -> Vec<u8> {
    let mut text = String::new();
    for (place, words) in bytes.chunks(40).enumerate() {
        let words = String::from_utf8_lossy(words).replace('\n', " ");
        text +=
            &format!("{place}\n00:00:{place:02},000 --> 00:00:{place:02},900\n<i>{words}</i>\n\n");
    }
    text.into_bytes()
}

fn table(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let rows = text
        .lines()
        .map(|line| format!("7,\"{}\"\n", line.replace('"', "\"\"")));
    format!("id,text\n{}", rows.collect::<String>()).into_bytes()
}
