//! Summaries: sentences with where they stand, and keywords.

use askama::Template;

use super::link;
use super::text::{self, Targets, Text};
use crate::report::numbers::{grouped, significant};
use crate::select::{DocumentSummary, JointSummary, SummarySentence};

/// A summary.
#[derive(Template)]
#[template(path = "summary.html")]
pub(super) struct Summary<'s> {
    heading: Option<&'s str>,
    details: String,
    language: Option<&'static str>,
    sentences: Vec<Sentence<'s>>,
    keywords: Vec<&'s str>,
    /// The whole text, if it is to be told.
    text: Option<Text<'s>>,
}

pub(super) struct Sentence<'s> {
    pub text: &'s str,
    /// Where it stands, in words.
    pub place: String,
    pub link: Option<String>,
    /// Its section, where that is another than the title or that of the sentence before.
    pub section: Option<&'s str>,
    explanation: Option<String>,
}

pub(super) fn of_document<'s>(
    summary: &'s DocumentSummary,
    heading: Option<&'s str>,
    depth: Option<usize>,
    number: usize,
) -> Summary<'s> {
    let keywords = summary.keywords.as_deref().unwrap_or_default();
    Summary {
        heading,
        details: details(summary),
        language: Some(summary.language),
        sentences: sentences(
            &summary.summary,
            &summary.path,
            summary.title.as_deref(),
            depth,
        ),
        keywords: keywords.iter().map(|keyword| &*keyword.term).collect(),
        text: summary.passages.as_deref().map(|passages| {
            let targets = Targets::new(number, passages);
            text::of(passages, summary.language, targets, true)
        }),
    }
}

/// What a document is, in a line.
pub(super) fn details(summary: &DocumentSummary) -> String {
    let whole = if summary.whole {
        " · the whole text"
    } else {
        ""
    };
    format!(
        "{} · {} sentences · {} words{whole}",
        summary.language,
        grouped(summary.sentences_total as u64),
        grouped(summary.words_total as u64)
    )
}

pub(super) fn joint_title(summary: &JointSummary) -> String {
    format!(
        "Summary of {} documents",
        grouped(summary.paths.len() as u64)
    )
}

pub(super) fn of_all(summary: &JointSummary, depth: Option<usize>) -> Summary<'_> {
    Summary {
        heading: None,
        details: format!(
            "{} sentences · {} words",
            grouped(summary.sentences_total as u64),
            grouped(summary.words_total as u64)
        ),
        language: None,
        sentences: sentences(&summary.summary, "-", None, depth),
        keywords: Vec::new(),
        text: None,
    }
}

/// Sentences of a document; those of a joint summary tell their own.
pub(super) fn sentences<'s>(
    rows: &'s [SummarySentence],
    path: &'s str,
    title: Option<&'s str>,
    depth: Option<usize>,
) -> Vec<Sentence<'s>> {
    let mut last = (None, title);
    let sentence = |row: &'s SummarySentence| {
        let here = (row.path.as_deref(), row.section.as_deref());
        let section = here.1.filter(|_| here != last && here.1 != title);
        last = here;
        let line = match row.page {
            Some(page) => format!("page {}", grouped(page as u64)),
            None => format!("line {}", grouped(row.line as u64)),
        };
        Sentence {
            text: &row.text,
            place: here
                .0
                .map_or_else(|| line.clone(), |path| format!("{path}, {line}")),
            link: link::to_text(here.0.unwrap_or(path), depth, &row.text),
            section,
            explanation: explanation(row),
        }
    };
    rows.iter().map(sentence).collect()
}

fn explanation(row: &SummarySentence) -> Option<String> {
    let factors = row.explanation.as_ref()?.iter().map(|(name, value)| {
        let value = value.as_f64().filter(|value| value.is_finite());
        format!(
            "{name} {}",
            value.map_or_else(|| "–".to_owned(), significant)
        )
    });
    let factors: Vec<String> = factors.collect();
    let (rank, score) = (row.rank, significant(row.score));
    Some(format!(
        "rank {rank}, score {score}: {}",
        factors.join(", ")
    ))
}
