//! What is seen of a document by itself.

use crate::document::Document;
use crate::keywords::{Extracted, Extractor, KeywordOptions};
use crate::select::{DocumentSummary, SummarizeOptions, Summarizer};
use crate::terms::TermCounts;
use crate::text::{LanguageKit, LanguageSource};

/// How an overview is made.
#[derive(Clone, Debug, Default)]
pub struct OverviewOptions {
    /// How documents are summarized.
    pub summary: SummarizeOptions,
    /// How their keywords are extracted.
    pub keywords: KeywordOptions,
}

/// Looks at documents one by one.
#[derive(Clone, Debug)]
pub struct Observer {
    summarizer: Summarizer,
    extractor: Extractor,
}

/// What an [`Overview`](super::Overview) needs of a document.
#[derive(Debug)]
pub struct Sketch {
    /// Its summary, with its passages.
    pub summary: DocumentSummary,
    pub(super) document: Document,
    pub(super) extracted: Option<Extracted>,
    pub(super) counts: Option<TermCounts>,
}

impl Observer {
    /// One with these options.
    pub fn new(options: OverviewOptions) -> Self {
        let summary = SummarizeOptions {
            passages: true,
            ..options.summary
        };
        Self {
            summarizer: Summarizer::new(summary),
            extractor: Extractor::new(options.keywords),
        }
    }

    /// Looks at a document in the language of `kit`, alone or as one of several.
    pub fn see(
        &self,
        document: Document,
        kit: &LanguageKit,
        from: LanguageSource,
        is_one_of_several: bool,
    ) -> Sketch {
        let mut summary = self.summarizer.summarize(&document, kit);
        summary.language_from = Some(from);
        Sketch {
            summary,
            extracted: Some(self.extractor.read(&document, kit, is_one_of_several)),
            counts: is_one_of_several.then(|| TermCounts::of(&document, kit)),
            document,
        }
    }
}
