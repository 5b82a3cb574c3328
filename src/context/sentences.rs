//! The sentences around places in a document.

use super::scan::Hit;
use crate::document::{Block, BlockKind, Document, Span};
use crate::text::{LanguageKit, split_sentences};

/// A hit and what is around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    pub hit: Hit,
    sentence_start: u32,
    sentence_end: u32,
    pub block: u32,
}

impl Placed {
    /// The sentence that it is in.
    pub fn sentence(&self) -> Span {
        Span {
            start: self.sentence_start as usize,
            end: self.sentence_end as usize,
        }
    }
}

/// Finds the sentences of hits that come in the order of the text: each block is read once, and those
/// without a hit are not.
pub(super) struct Sentences<'d> {
    document: &'d Document,
    kit: &'d LanguageKit,
    block: Option<usize>,
    of_block: Vec<Span>,
}

/// A heading of more bytes is no sentence: it is cut like other text.
const LONGEST_HEADING: usize = 3_000;

impl<'d> Sentences<'d> {
    pub fn new(document: &'d Document, kit: &'d LanguageKit) -> Self {
        Self {
            document,
            kit,
            block: None,
            of_block: Vec::new(),
        }
    }

    /// Whether a hit is in one sentence.
    pub fn hold(&mut self, hit: Hit) -> bool {
        let sentence = self.around(hit);
        sentence.is_some_and(|(_, sentence)| hit.span().end <= sentence.end)
    }

    /// Where a hit stands. A word that the end of a sentence cuts stands in the one where it begins.
    pub fn place(&mut self, hit: Hit) -> Option<Placed> {
        let (block, sentence) = self.around(hit)?;
        Some(Placed {
            hit,
            sentence_start: sentence.start as u32,
            sentence_end: sentence.end.max(hit.span().end) as u32,
            block: block as u32,
        })
    }

    /// The block and the sentence that a hit begins in.
    fn around(&mut self, hit: Hit) -> Option<(usize, Span)> {
        let span = hit.span();
        let blocks = self.document.blocks();
        let behind = blocks.partition_point(|block| block.span.start <= span.start);
        let block = behind.checked_sub(1)?;
        if self.block != Some(block) {
            self.of_block = self.sentences_of(block);
            self.block = Some(block);
        }
        let sentences = &self.of_block;
        let behind = sentences.partition_point(|sentence| sentence.start <= span.start);
        Some((block, sentences[behind.checked_sub(1)?]))
    }

    fn sentences_of(&self, block: usize) -> Vec<Span> {
        let Block { kind, span } = self.document.blocks()[block];
        let text = span.of(self.document.text());
        if matches!(kind, BlockKind::Heading(_)) && text.len() <= LONGEST_HEADING {
            return vec![span];
        }
        if kind == BlockKind::Table {
            return rows(text, span.start);
        }
        let kit = self.kit.of_block(self.document, block);
        let sentences = split_sentences(text, kit).into_iter();
        sentences
            .map(|sentence| sentence.shifted(span.start))
            .collect()
    }
}

/// The lines of a table that begins at this offset.
fn rows(text: &str, start: usize) -> Vec<Span> {
    let mut next = start;
    let row = |line: &str| {
        let start = next;
        next += line.len();
        let end = start + line.trim_end().len();
        Span { start, end }
    };
    text.split_inclusive('\n').map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::scan::scan;
    use crate::context::{Matching, Query};
    use crate::source::{ReadOptions, read_bytes};
    use crate::text::{Language, TextOptions, segment};

    fn placed(text: String) -> (Document, LanguageKit, Vec<Placed>) {
        let kit = LanguageKit::new(Language::english(), &TextOptions::default());
        let documents = read_bytes("d.md", text.into_bytes(), &ReadOptions::default());
        let document = documents.into_iter().next().unwrap().unwrap();
        let query = Query::new(["gate"], Matching::default()).unwrap();
        let (hits, _) = scan(&document, &kit, &query);
        let mut sentences = Sentences::new(&document, &kit);
        let places = hits.iter().map(|&hit| sentences.place(hit).unwrap());
        let places = places.collect();
        (document, kit, places)
    }

    #[test]
    fn sentences_are_those_of_the_text() {
        let text = "# The gate. It holds\n\nA gate of Dr. Lee.\nGates! \n\n- gate\n\n> Old gate? A gate.\n";
        let (document, kit, places) = placed(text.to_owned());
        let all = segment(&document, &kit);
        assert_eq!(places.len(), 6);
        for place in &places {
            let is_same = |sentence: &crate::text::Sentence| {
                sentence.span == place.sentence() && sentence.block == place.block as usize
            };
            assert!(all.iter().any(is_same), "{place:?}");
        }
    }

    #[test]
    fn sentences_of_tables_are_their_rows() {
        assert_eq!(
            rows("Gate\t4.3\nNorth\t5.1", 7),
            [(7, 15), (16, 25)].map(|(start, end)| Span { start, end })
        );
    }

    /// Each match repeats its sentence: of a heading as long as a book, that would be too much.
    #[test]
    fn endless_headings_are_cut() {
        let (document, _, places) = placed(format!("# {}", "gate, ".repeat(9_000)));
        assert_eq!(document.blocks().len(), 1);
        assert_eq!(places.len(), 9_000);
        let length = |place: &Placed| place.sentence().end - place.sentence().start;
        assert!(places.iter().all(|place| length(place) <= 3_000));
    }
}
