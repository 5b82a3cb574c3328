//! A text that is put together block by block, for formats whose text is not their bytes.

use crate::document::{Block, BlockKind, Document, Lines, Origin, Span};

/// The text under way.
#[derive(Debug, Default)]
pub(super) struct Extract {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<(usize, usize)>,
    pages: Vec<(usize, usize)>,
    /// Where the block under way starts in `text`.
    start: usize,
}

impl Extract {
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
            ..Self::default()
        }
    }

    /// What is pushed from here on stands on this line (from 1) of the file. Formats without lines never say.
    pub(super) fn at_line(&mut self, line: usize) {
        self.marks.push((self.text.len(), line));
    }

    /// What is pushed from here on stands on this page (from 1) of the file.
    #[cfg(any(feature = "office", feature = "pdf"))]
    pub(super) fn at_page(&mut self, page: usize) {
        if self.pages.last().is_none_or(|last| last.1 != page) {
            self.pages.push((self.text.len(), page));
        }
    }

    /// Takes the last character back.
    #[cfg(feature = "pdf")]
    pub(super) fn unpush(&mut self) {
        self.text.pop();
    }

    /// Adds to the block under way. A line break is as good as a blank.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The block under way, as far as it goes.
    pub(super) fn open(&self) -> &str {
        &self.text[self.start..]
    }

    /// Ends the block under way, if it has any text.
    pub(super) fn close(&mut self, kind: BlockKind) {
        let written = self.open();
        let trimmed = written.trim();
        if !trimmed.is_empty() {
            let start = self.start + (written.len() - written.trim_start().len());
            let end = start + trimmed.len();
            let span = Span { start, end };
            self.blocks.push(Block { kind, span });
            self.text.push_str("\n\n");
        }
        self.start = self.text.len();
    }

    /// The blocks so far.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (BlockKind, &str)> {
        let blocks = self.blocks.iter();
        blocks.map(|block| (block.kind, block.span.of(&self.text)))
    }

    /// How many blocks there are so far.
    #[cfg(feature = "office")]
    pub(super) fn count(&self) -> usize {
        self.blocks.len()
    }

    /// Changes what the blocks so far are, by their places.
    #[cfg(feature = "office")]
    pub(super) fn set_kinds(&mut self, kind: impl Fn(usize, BlockKind) -> BlockKind) {
        for (place, block) in self.blocks.iter_mut().enumerate() {
            block.kind = kind(place, block.kind);
        }
    }

    /// The document; without a title, a heading before all other text is it.
    pub(super) fn into_document(mut self, name: &str, title: Option<String>) -> Document {
        self.close(BlockKind::Paragraph);
        let lines = match self.pages.is_empty() {
            true => Lines::Marks(self.marks),
            false => Lines::Pages(self.pages),
        };
        Document::new(
            name,
            title,
            self.text,
            self.blocks,
            Origin::Extracted,
            lines,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_trimmed_and_empty_ones_are_none() {
        let mut extract = Extract::default();
        extract.at_line(3);
        extract.push(" One\n");
        extract.push("more. ");
        extract.close(BlockKind::Quote);
        extract.push(" \n ");
        extract.close(BlockKind::Code);
        extract.at_line(9);
        extract.push("Two.");
        let document = extract.into_document("d", None);
        let blocks = document.blocks().iter();
        let shape: Vec<_> = blocks
            .map(|block| (block.kind, block.span.of(document.text())))
            .collect();
        assert_eq!(
            shape,
            [
                (BlockKind::Quote, "One\nmore."),
                (BlockKind::Paragraph, "Two.")
            ]
        );
        let line = |needle| document.line(document.text().find(needle).unwrap_or(0));
        assert_eq!((line("more"), line("Two")), (3, 9));
    }
}
