//! RTF: the text of a word processor's document (Rich Text Format 1.9.1).

mod charset;
mod reading;
mod tokens;

use super::{Format, Read};
use crate::document::Document;
use crate::source::Fault;
use crate::source::raw::Raw;
use reading::Reading;
use tokens::Tokens;

pub(super) const FORMAT: Format = Format {
    name: "rtf",
    about: "RTF: text, headings, lists, tables and notes; no deleted and no hidden text",
    extensions: &["rtf"],
    recognizes: |look| look.start().starts_with("{\\rtf"),
    read: Read::Bytes(read),
};

fn read(raw: Raw) -> Result<Document, Fault> {
    let start = raw.bytes.trim_ascii_start();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    if !start.starts_with(b"{\\rtf") {
        return Err(Fault::damaged("RTF", "it does not begin like one"));
    }
    let mut reading = Reading::new(raw.options.encoding);
    for token in Tokens::new(start) {
        reading.take(token)?;
        if reading.is_at_end() {
            break;
        }
    }
    reading.into_document(raw.name)
}

#[cfg(test)]
mod tests {
    use super::super::hostile::reads_repeated;
    use crate::document::{BlockKind, Document};
    use crate::source::{Failure, ReadOptions, read_bytes};

    fn read(text: &[u8]) -> Result<Document, Failure> {
        read_bytes("a.rtf", text.to_vec(), &ReadOptions::default()).remove(0)
    }

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let document = read(text.as_bytes()).unwrap();
        let blocks = document.blocks().iter();
        blocks
            .map(|block| (block.kind, block.span.of(document.text()).to_owned()))
            .collect()
    }

    fn texts(text: &str) -> Vec<String> {
        blocks(text).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn styles_and_outlines_make_headings() {
        let text = r"{\rtf1\ansi{\stylesheet{\s3 heading 1;}{\s4\outlinelevel1 Abschnitt;}{\*\cs15 heading 4;}{\s6 Quotations;}}
{\info{\title The \'e4rger}{\author Nobody}}{\header\pard Page \chpgn\par}
\pard\s3 First\par\pard\s4{\listtext 1.\tab}Second\par
\pard Text {\b bold}{\v hidden}{\deleted gone} on.\par\pard\s6 Said.\par{\pard\outlinelevel2 Third\par}}";
        let expected = [
            (BlockKind::Heading(1), "First"),
            (BlockKind::Heading(2), "Second"),
            (BlockKind::Paragraph, "Text bold on."),
            (BlockKind::Quote, "Said."),
            (BlockKind::Heading(3), "Third"),
        ];
        assert_eq!(
            blocks(text),
            expected.map(|(kind, text)| (kind, text.to_owned()))
        );
        assert_eq!(
            read(text.as_bytes()).unwrap().title.as_deref(),
            Some("The ärger")
        );
    }

    #[test]
    fn lists_tables_and_notes_are_blocks() {
        let text = r"{\rtf1 \pard{\pntext\bullet\tab}\ls1 One.\par{\pntext 2.\tab}Two.\par
{\pard\li360\fi-360\bullet\tx360\tab Three.\par}{\pard 12.\tab Four.\par}
\pard Before{\super\chftn}{\*\footnote\pard\plain \chftn  A note.} and after.\par
\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\pard\intbl d\cell e\cell\row\pard Behind.\par
{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard In a box.\par}}{\shprslt In a box.}}Last.}";
        let expected = [
            (BlockKind::ListItem, "One."),
            (BlockKind::ListItem, "Two."),
            (BlockKind::ListItem, "Three."),
            (BlockKind::ListItem, "Four."),
            (BlockKind::Paragraph, "Before and after."),
            (BlockKind::Table, "a b\tc\t\nd\te"),
            (BlockKind::Paragraph, "Behind."),
            (BlockKind::Paragraph, "Last."),
            (BlockKind::Paragraph, "In a box."),
            (BlockKind::ListItem, "A note."),
        ];
        assert_eq!(
            blocks(text),
            expected.map(|(kind, text)| (kind, text.to_owned()))
        );
    }

    #[test]
    fn characters_come_in_code_pages_and_numbers() {
        let text = r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}{\f1\fcharset128 Mincho;}{\f2\fcharset2 Symbol;}{\f3\fcharset238 CE;}}
\'cf\'f0\'e8\par{\f1\'93\'fa\'96\{}\par\f2\'b7\'61\f3\'b3\plain\'cf\par
\uc2\u8364\'80\'80{\uc0\u8364}\u8364 ab{\uc1\u55357?\u56832?}c\u65\'20}";
        assert_eq!(texts(text), ["При", "日本", "•łП", "€€€😀cA"]);
    }

    #[test]
    fn fields_give_their_results_and_signs_their_characters() {
        let text = r#"{\rtf1 A {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt link}}\~no\_w \endash\ldblquote so\rdblquote\line next\-ly\{\}\\.{\pict\bin5 }}}}}0102}\
Two{\*\unknown x {y}}{\object{\result z}}\sect Three}{ignored}"#;
        let expected = ["A link\u{a0}no\u{2011}w –“so” nextly{}\\.", "Two", "Three"];
        assert_eq!(texts(text), expected);
    }

    #[test]
    fn what_ends_too_soon_or_is_too_deep_is_damaged() {
        let reason = |text: &[u8]| read(text).unwrap_err().reason;
        assert!(reason(b"plain").contains("does not begin like one"));
        assert!(reason(br"{\rtf1 Some {\b text").contains("ends within a group"));
        assert_eq!(
            texts(r"{\rtf1 One brace is missing."),
            ["One brace is missing."]
        );
    }

    #[test]
    fn hostile_files_end_soon() {
        let units = [
            "{",
            "}",
            "\\",
            "\\'",
            "\\u1",
            "\\bin",
            "{\\*\\x",
            "\\row",
            "\\footnote ",
            "{\\f1\\fcharset2 ",
        ];
        reads_repeated("a.rtf", "{\\rtf1 ", &units);
        let deep = format!("{{\\rtf1 {}", "{".repeat(1 << 20));
        assert!(read(deep.as_bytes()).unwrap_err().reason.contains("nested"));
    }
}
