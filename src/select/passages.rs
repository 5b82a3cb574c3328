//! A whole text, with how well its sentences scored: what a heat map shows.

use serde::Serialize;

use crate::document::{Block, BlockKind, Document, Span, one_line};

/// A block of a document: its sentences, and what stands between them.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
pub struct Passage {
    /// What it is to a reader.
    #[serde(flatten)]
    pub kind: PassageKind,
    /// The line (from 1) it begins on.
    pub line: usize,
    /// The page (from 1) it begins on, if the file has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// Its text, in order.
    pub parts: Vec<PassagePart>,
}

/// What a passage is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", content = "level")]
pub enum PassageKind {
    /// A heading, from level 1, the highest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// Quoted text.
    Quote,
    /// Program code, a table or other text that keeps its line breaks.
    Verbatim,
}

/// A sentence, or text that is none.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
pub struct PassagePart {
    /// The text: on one line, but for verbatim passages.
    pub text: String,
    /// Where it stands, in bytes, without blanks at its ends.
    pub span: Span,
    /// Its score, from 0 to 1 (the best sentence of the text); `None`: it is not ranked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Its rank in the summary, if it was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<usize>,
}

/// A sentence that was ranked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub span: Span,
    pub score: f64,
    pub rank: Option<usize>,
}

/// All of a document, where `sentences` stand in the order of the text and each in one block.
pub(super) fn passages(document: &Document, sentences: &[Ranked]) -> Vec<Passage> {
    let mut rest = sentences;
    let passage = |block: &Block| {
        let end = rest.partition_point(|sentence| sentence.span.end <= block.span.end);
        let (own, others) = rest.split_at(end);
        rest = others;
        Passage {
            kind: kind(block.kind),
            line: document.line(block.span.start),
            page: document.page(block.span.start),
            parts: parts(document, block, own),
        }
    };
    let passages = document.blocks().iter().map(passage);
    passages
        .filter(|passage| !passage.parts.is_empty())
        .collect()
}

fn kind(kind: BlockKind) -> PassageKind {
    match kind {
        BlockKind::Heading(level) => PassageKind::Heading(level),
        BlockKind::Paragraph => PassageKind::Paragraph,
        BlockKind::ListItem => PassageKind::ListItem,
        BlockKind::Quote => PassageKind::Quote,
        BlockKind::Code | BlockKind::Table => PassageKind::Verbatim,
    }
}

/// The sentences of a block, and what stands before, between and behind them.
fn parts(document: &Document, block: &Block, sentences: &[Ranked]) -> Vec<PassagePart> {
    let mut parts = Vec::with_capacity(sentences.len() + 1);
    let mut add = |span: Span, score, rank| {
        let whole = span.of(document.text());
        let start = span.end - whole.trim_start().len();
        let span = Span {
            start,
            end: start + whole.trim().len(),
        };
        let text = match kind(block.kind) {
            // The first line keeps its indent.
            PassageKind::Verbatim => whole.trim_start_matches('\n').trim_end().to_owned(),
            _ => one_line(whole),
        };
        if span.start < span.end {
            parts.push(PassagePart {
                text,
                span,
                score,
                rank,
            });
        }
    };
    let mut start = block.span.start;
    for sentence in sentences {
        let between = Span {
            start,
            end: sentence.span.start.max(start),
        };
        add(between, None, None);
        add(sentence.span, Some(sentence.score), sentence.rank);
        start = sentence.span.end;
    }
    let behind = Span {
        start,
        end: block.span.end,
    };
    add(behind, None, None);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::select::{SummarizeOptions, Summarizer};
    use crate::source::format::{by_name, plain};
    use crate::source::{ReadOptions, read_bytes};
    use crate::text::{Language, LanguageKits};

    fn passages_of(document: &Document) -> Vec<Passage> {
        let options = SummarizeOptions {
            passages: true,
            ..SummarizeOptions::default()
        };
        let kits = LanguageKits::default();
        let summary = Summarizer::new(options).summarize(document, kits.get(Language::english()));
        let passages = summary.passages.expect("they were asked for");
        let chosen = passages.iter().flat_map(|passage| &passage.parts);
        let chosen: Vec<usize> = chosen.filter_map(|part| part.rank).collect();
        assert_eq!(chosen.len(), summary.summary.len());
        passages
    }

    #[test]
    fn headings_code_and_captions_are_there_without_scores() {
        let text = "# The gate\n\nThe barrier held. It was the first test of the barrier.\n\n```\nlet a = 1;\n\nlet b = 2;\n```\n\n- An item of the list is here.\n";
        let options = ReadOptions {
            format: by_name("markdown"),
            ..ReadOptions::default()
        };
        let document = read_bytes("a.md", text.into(), &options).remove(0).unwrap();
        let passages = passages_of(&document);
        let kinds: Vec<PassageKind> = passages.iter().map(|passage| passage.kind).collect();
        assert_eq!(
            kinds,
            [
                PassageKind::Heading(1),
                PassageKind::Paragraph,
                PassageKind::Verbatim,
                PassageKind::ListItem
            ]
        );
        assert_eq!(passages[0].parts[0].score, None);
        assert_eq!(passages[1].parts.len(), 2);
        assert!(
            passages[1]
                .parts
                .iter()
                .all(|part| part.score.is_some_and(|score| score > 0.0))
        );
        assert_eq!(passages[2].parts[0].text, "let a = 1;\n\nlet b = 2;");
        assert_eq!((passages[2].line, passages[3].line), (6, 11));
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "([A-Za-z]{1,6}[.!?,]? ?\n?){0,60}") {
            let document = plain("d", &*text);
            let whole: Vec<String> = passages_of(&document)
                .into_iter()
                .flat_map(|passage| passage.parts)
                .map(|part| part.text)
                .collect();
            let blocks: Vec<&str> =
                document.blocks().iter().map(|block| block.span.of(document.text())).collect();
            let words = |text: String| text.split_whitespace().collect::<String>();
            prop_assert_eq!(words(whole.concat()), words(blocks.concat()));
        }
    }
}
