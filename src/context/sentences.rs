//! The sentences around places in a document.

use super::scan::Hit;
use crate::document::{Document, Span};
use crate::text::{LanguageKit, Sentence, segment_block};

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
    of_block: Vec<Sentence>,
}

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
            self.of_block = segment_block(self.document, block, self.kit);
            self.block = Some(block);
        }
        let sentences = &self.of_block;
        let behind = sentences.partition_point(|sentence| sentence.span.start <= span.start);
        Some((block, sentences[behind.checked_sub(1)?].span))
    }
}
