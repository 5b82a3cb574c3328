//! From a document to its sentences.

use std::ops::Range;

use rayon::prelude::*;

use super::{LanguageKit, split_sentences};
use crate::document::{BlockKind, Document, Span};

/// A sentence of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the document's text, without blanks at its ends.
    pub span: Span,
    /// The index of the block that it is in.
    pub block: usize,
    /// Whether it is (part of) a heading.
    pub is_heading: bool,
    /// How far it is from where a text says what matters: from the beginning, usually.
    pub place: u32,
    /// Whether it is no sentence that says something by itself: a caption, half a sentence, a scrap.
    pub is_fragment: bool,
    /// Whether the layout of its document shows that somebody speaks: speakers' names, subtitles.
    pub is_spoken: bool,
}

/// Documents of more bytes are read on several threads.
const LARGE: usize = 1 << 16;

/// The sentences of all counted blocks of a document, in the order of the text.
///
/// Every block ends its last sentence; a heading is a sentence of its own. The blocks of a large
/// document are read on the threads of the current `rayon` pool.
pub fn segment(document: &Document, kit: &LanguageKit) -> Vec<Sentence> {
    let blocks = document.blocks();
    let threads = rayon::current_num_threads();
    let mut sentences = if threads == 1 || document.text().len() < LARGE {
        segment_blocks(document, 0..blocks.len(), kit)
    } else {
        let parts: Vec<Vec<Sentence>> = parts(document, 16 * threads)
            .into_par_iter()
            .with_max_len(1)
            .map(|blocks| segment_blocks(document, blocks, kit))
            .collect();
        parts.concat()
    };
    for (place, sentence) in sentences.iter_mut().enumerate() {
        sentence.place = place as u32;
    }
    sentences
}

/// Sentences in runs of one language each, with the kit of that language.
pub fn runs<'s, 'k>(
    document: &'s Document,
    sentences: &'s [Sentence],
    kit: &'k LanguageKit,
) -> impl Iterator<Item = (&'s [Sentence], &'k LanguageKit)> {
    let language = |sentence: &Sentence| document.language_of(sentence.block);
    sentences
        .chunk_by(move |a, b| language(a) == language(b))
        .map(move |run| (run, kit.of_block(document, run[0].block)))
}

/// The blocks of a document in ranges of about as many bytes each.
fn parts(document: &Document, count: usize) -> Vec<Range<usize>> {
    let blocks = document.blocks();
    let size = document.text().len().div_ceil(count);
    let mut parts = Vec::new();
    let mut first = 0;
    for (i, block) in blocks.iter().enumerate() {
        if block.span.end >= blocks[first].span.start + size {
            parts.push(first..i + 1);
            first = i + 1;
            if first == blocks.len() {
                return parts;
            }
        }
    }
    parts.push(first..blocks.len());
    parts
}

fn segment_blocks(document: &Document, blocks: Range<usize>, kit: &LanguageKit) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for index in blocks {
        let block = document.blocks()[index];
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let mut push = |span: Span| {
            sentences.push(Sentence {
                span,
                block: index,
                is_heading,
                place: 0,
                is_fragment: false,
                is_spoken: false,
            })
        };
        if !block
            .span
            .of(document.text())
            .contains(char::is_alphanumeric)
        {
            continue;
        }
        if is_heading {
            push(block.span);
        } else if block.kind.is_counted() {
            let kit = kit.of_block(document, index);
            for span in split_sentences(block.span.of(document.text()), kit) {
                push(span.shifted(block.span.start));
            }
        }
    }
    sentences
}
