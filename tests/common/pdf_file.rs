//! The objects of PDF files.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A stream object of these bytes.
pub fn stream(bytes: &[u8], is_packed: bool) -> Vec<u8> {
    let (bytes, filter) = if is_packed {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("in memory");
        (
            encoder.finish().expect("in memory"),
            "/Filter /FlateDecode ",
        )
    } else {
        (bytes.to_vec(), "")
    };
    let mut object = format!("<< {filter}/Length {} >>\nstream\n", bytes.len()).into_bytes();
    object.extend_from_slice(&bytes);
    object.extend_from_slice(b"\nendstream");
    object
}

/// A file of these objects, numbered from 1; the first is the catalog.
pub fn file(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend_from_slice(format!("{} 0 obj\n", number + 1).as_bytes());
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    file.extend_from_slice(
        format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).as_bytes(),
    );
    for place in places {
        file.extend_from_slice(format!("{place:010} 00000 n \n").as_bytes());
    }
    let trailer = format!(
        "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    file.extend_from_slice(trailer.as_bytes());
    file
}

/// A file of pages with these contents, which have one font with these entries and table of characters.
pub fn of_contents(pages: &[&[u8]], font: &[u8], characters: &[u8]) -> Vec<u8> {
    let first = 5;
    let kids: Vec<String> = (0..pages.len())
        .map(|page| format!("{} 0 R", first + 2 * page))
        .collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            pages.len()
        )
        .into_bytes(),
        [b"<< /Type /Font /ToUnicode 4 0 R ", font, b" >>"].concat(),
        stream(characters, false),
    ];
    for (number, contents) in pages.iter().enumerate() {
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 260] /Contents {} 0 R /Resources << /Font << /F1 3 0 R \
             /F2 3 0 R >> >> >>",
            first + 2 * number + 1
        );
        objects.push(page.into_bytes());
        objects.push(stream(contents, false));
    }
    file(&objects)
}
