//! What holds for all documents and failures, whatever was read.

use epitome::document::Document;
use epitome::source::{Failure, FailureKind};

/// Panics where blocks are not in order and on boundaries of the text, or a failure is the program's own.
pub fn assert_sound(case: &str, outcomes: &[Result<Document, Failure>]) {
    for outcome in outcomes {
        match outcome {
            Ok(document) => assert_document(case, document),
            Err(failure) => {
                assert_ne!(failure.kind, FailureKind::Internal, "{case}: {failure}");
                assert!(!failure.reason.is_empty(), "{case}: no reason");
            }
        }
    }
}

fn assert_document(case: &str, document: &Document) {
    let text = document.text();
    let (mut behind, mut line) = (0, 1);
    for block in document.blocks() {
        let (start, end) = (block.span.start, block.span.end);
        assert!(behind <= start && start < end, "{case}: {block:?}");
        assert!(text.get(start..end).is_some(), "{case}: {block:?}");
        behind = end;
        let first = document.line(start);
        // Footnotes of LaTeX stand behind the paragraph that they are in.
        assert!(
            line <= first || case.contains(".tex"),
            "{case}: line {first} behind line {line}"
        );
        line = first;
    }
}
