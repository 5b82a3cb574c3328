//! From a document to its sentences.

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
}

/// The sentences of all counted blocks of a document, in the order of the text.
///
/// Every block ends its last sentence; a heading is a sentence of its own.
pub fn segment(document: &Document, kit: &LanguageKit) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in document.blocks().iter().enumerate() {
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        let mut push = |span: Span| {
            sentences.push(Sentence {
                span,
                block: index,
                is_heading,
            });
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
            for span in split_sentences(block.span.of(document.text()), kit) {
                push(span.shifted(block.span.start));
            }
        }
    }
    sentences
}
