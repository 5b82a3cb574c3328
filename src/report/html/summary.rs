//! Summaries: sentences with where they stand, and keywords.

use askama::Template;

use super::link;
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
}

struct Sentence<'s> {
    text: &'s str,
    /// Where it stands, in words.
    place: String,
    link: Option<String>,
    explanation: Option<String>,
}

pub(super) fn of_document<'s>(
    summary: &'s DocumentSummary,
    heading: Option<&'s str>,
    depth: Option<usize>,
) -> Summary<'s> {
    let whole = if summary.whole {
        " · the whole text"
    } else {
        ""
    };
    let sentences = |row: &'s SummarySentence| sentence(row, &summary.path, depth);
    let keywords = summary.keywords.as_deref().unwrap_or_default();
    Summary {
        heading,
        details: format!(
            "{} · {} sentences · {} words{whole}",
            summary.language,
            grouped(summary.sentences_total as u64),
            grouped(summary.words_total as u64)
        ),
        language: Some(summary.language),
        sentences: summary.summary.iter().map(sentences).collect(),
        keywords: keywords.iter().map(|keyword| &*keyword.term).collect(),
    }
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
        sentences: summary
            .summary
            .iter()
            .map(|row| sentence(row, "-", depth))
            .collect(),
        keywords: Vec::new(),
    }
}

/// A sentence of a document; in a joint summary it tells its own.
fn sentence<'s>(row: &'s SummarySentence, path: &str, depth: Option<usize>) -> Sentence<'s> {
    let path = row.path.as_deref().unwrap_or(path);
    let section = row.section.as_deref();
    let parts = [
        row.path.clone(),
        Some(format!("line {}", grouped(row.line as u64))),
        section.map(str::to_owned),
    ];
    Sentence {
        text: &row.text,
        place: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        link: link::to_text(path, depth, &row.text),
        explanation: explanation(row),
    }
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
