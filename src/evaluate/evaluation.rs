//! Scoring what systems gave for many documents, and telling the systems apart.

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Score;
use super::bootstrap::{Rows, intervals, p_values};
use crate::map::{Map, set};

/// What a figure tells of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The share of what was given that is right.
    Precision,
    /// The share of what was wanted that was given.
    Recall,
    /// Their harmonic mean.
    F1,
    /// The mean of the precisions at the rank of each hit.
    AveragePrecision,
}

impl Part {
    /// The parts of a [`Score`].
    pub const OF_SCORE: [Self; 3] = [Self::Precision, Self::Recall, Self::F1];

    /// The values of [`Part::OF_SCORE`].
    pub fn of(score: Score) -> [f64; 3] {
        [score.precision, score.recall, score.f1]
    }

    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Precision => "precision",
            Self::Recall => "recall",
            Self::F1 => "f1",
            Self::AveragePrecision => "average_precision",
        }
    }

    /// Its name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Precision => "P",
            Self::Recall => "R",
            Self::F1 => "F1",
            Self::AveragePrecision => "AP",
        }
    }

    /// Whether it tells the whole of a measure.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::F1 | Self::AveragePrecision)
    }
}

/// One number that each document gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The measure.
    pub measure: String,
    /// What it tells of the measure.
    pub part: Part,
    /// Its name for people.
    pub label: String,
}

/// A value for each figure. JSON has an object a measure in it, with a field a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Values<T> {
    figures: Arc<[Figure]>,
    values: Vec<T>,
}

impl<T> Values<T> {
    /// The figures with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&Figure, &T)> {
        self.figures.iter().zip(&self.values)
    }

    /// The value of a part of a measure.
    pub fn get(&self, measure: &str, part: Part) -> Option<&T> {
        self.iter()
            .find(|(figure, _)| figure.measure == measure && figure.part == part)
            .map(|(_, value)| value)
    }
}

impl<T: Serialize> Serialize for Values<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut measures = serializer.serialize_map(None)?;
        let mut start = 0;
        for figures in self.figures.chunk_by(|a, b| a.measure == b.measure) {
            let values = &self.values[start..start + figures.len()];
            start += figures.len();
            measures.serialize_entry(&figures[0].measure, &Parts { figures, values })?;
        }
        measures.end()
    }
}

/// The values of one measure.
struct Parts<'v, T> {
    figures: &'v [Figure],
    values: &'v [T],
}

impl<T: Serialize> Serialize for Parts<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = self.figures.iter().map(|figure| figure.part.name());
        serializer.collect_map(parts.zip(self.values))
    }
}

/// Something for the document with this name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<T> {
    /// The document.
    pub id: String,
    /// What it is.
    pub value: T,
}

/// What a system gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System<G> {
    /// Its name.
    pub name: String,
    /// What it gave for each document.
    pub entries: Vec<Entry<G>>,
}

/// What a document counts for which a system gave nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Missing {
    /// 0 in all figures.
    #[default]
    Zero,
    /// Nothing: the means are over the other documents.
    Skip,
}

/// How systems are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EvaluateOptions {
    /// What missing documents count.
    pub missing: Missing,
    /// How many times documents are resampled.
    pub samples: usize,
}

impl Default for EvaluateOptions {
    fn default() -> Self {
        Self {
            missing: Missing::Zero,
            samples: 10_000,
        }
    }
}

/// A mean over documents with the bounds of its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// The lower bound.
    pub low: f64,
    /// The upper bound.
    pub high: f64,
}

/// How much more the documents get by one system than by the first.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// The mean of the differences, and its bounds.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// The chance of a difference as large, were the systems the same.
    pub p: f64,
}

/// The scores of a document.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DocumentScores {
    /// The document.
    pub id: String,
    /// Its scores.
    pub scores: Values<f64>,
}

/// The scores of a system.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemScores {
    /// The system.
    pub name: String,
    /// Documents with a reference for which it gave nothing.
    pub missing: Vec<String>,
    /// Documents without a reference for which it gave something.
    pub extra: Vec<String>,
    /// Means over documents.
    pub scores: Values<Estimate>,
    /// What sets it apart from the first system, on the documents that both have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub differences: Option<Values<Difference>>,
    /// The scores of each document.
    pub documents: Vec<DocumentScores>,
}

/// How the scores of an [`Evaluation`] came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// What was scored: `summaries` or `keywords`.
    pub task: &'static str,
    /// ISO 639-1 code of the language.
    pub language: &'static str,
    /// Whether the language was detected in the references.
    pub language_detected: bool,
    /// Whether words were stemmed.
    pub stemmed: bool,
    /// The tokenizer of summaries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<&'static str>,
    /// What several references of a summary make: `best` or `mean`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combine: Option<&'static str>,
}

/// What systems scored.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Evaluation {
    /// How.
    #[serde(flatten)]
    pub settings: Settings,
    /// What missing documents count.
    pub missing: Missing,
    /// How many times documents were resampled.
    pub samples: usize,
    /// The share of resampled means that an interval holds.
    pub confidence: f64,
    /// Documents that have a reference.
    pub documents_total: usize,
    /// The systems; the others are compared with the first.
    pub systems: Vec<SystemScores>,
}

impl Evaluation {
    /// Scores what each system gave for the documents that have a reference.
    ///
    /// `score` gives a value for each of the figures, from what a system gave and what was wanted. Documents
    /// are scored on the threads of the current `rayon` pool.
    pub fn new<G: Sync, W: Sync>(
        settings: Settings,
        figures: Vec<Figure>,
        references: &[Entry<W>],
        systems: &[System<G>],
        score: impl Fn(&G, &W) -> Vec<f64> + Sync,
        options: &EvaluateOptions,
    ) -> Self {
        let scoring = Scoring {
            figures: figures.into(),
            references,
            score: &score,
            options,
        };
        let mut scored: Vec<SystemScores> = Vec::new();
        for system in systems {
            let mut scores = scoring.system(system);
            scores.differences = scored
                .first()
                .map(|first| scoring.differences(first, &scores));
            scored.push(scores);
        }
        Self {
            settings,
            missing: options.missing,
            samples: options.samples,
            confidence: super::bootstrap::CONFIDENCE,
            documents_total: references.len(),
            systems: scored,
        }
    }
}

/// What all systems are scored by.
struct Scoring<'s, W, F> {
    figures: Arc<[Figure]>,
    references: &'s [Entry<W>],
    score: &'s F,
    options: &'s EvaluateOptions,
}

impl<W: Sync, F> Scoring<'_, W, F> {
    fn values<T>(&self, values: Vec<T>) -> Values<T> {
        Values {
            figures: Arc::clone(&self.figures),
            values,
        }
    }

    fn system<G: Sync>(&self, system: &System<G>) -> SystemScores
    where
        F: Fn(&G, &W) -> Vec<f64> + Sync,
    {
        let given: Map<&str, &G> = system
            .entries
            .iter()
            .map(|entry| (&*entry.id, &entry.value))
            .collect();
        let documents: Vec<Option<DocumentScores>> = self
            .references
            .par_iter()
            .map(|reference| {
                let values = match (given.get(&*reference.id), self.options.missing) {
                    (Some(given), _) => (self.score)(given, &reference.value),
                    (None, Missing::Zero) => vec![0.0; self.figures.len()],
                    (None, Missing::Skip) => return None,
                };
                Some(DocumentScores {
                    id: reference.id.clone(),
                    scores: self.values(values),
                })
            })
            .collect();
        let documents: Vec<DocumentScores> = documents.into_iter().flatten().collect();
        let wanted = set(self.references.iter().map(|reference| &*reference.id));
        let missing = ids(self.references).filter(|id| !given.contains_key(&**id));
        let extra = ids(&system.entries).filter(|id| !wanted.contains(&**id));
        let values = documents
            .iter()
            .map(|document| document.scores.values.clone());
        SystemScores {
            name: system.name.clone(),
            missing: missing.collect(),
            extra: extra.collect(),
            scores: self.values(self.estimates(&rows(self.figures.len(), values))),
            differences: None,
            documents,
        }
    }

    fn estimates(&self, rows: &Rows) -> Vec<Estimate> {
        rows.means()
            .into_iter()
            .zip(intervals(rows, self.options.samples))
            .map(|(mean, (low, high))| Estimate { mean, low, high })
            .collect()
    }

    /// How a system differs from the first, on the documents that both have.
    fn differences(&self, first: &SystemScores, other: &SystemScores) -> Values<Difference> {
        let firsts: Map<&str, &DocumentScores> = first
            .documents
            .iter()
            .map(|document| (&*document.id, document))
            .collect();
        let pairs = other
            .documents
            .iter()
            .filter_map(|document| Some((*firsts.get(&*document.id)?, document)));
        let rows = rows(
            self.figures.len(),
            pairs.map(|(first, other)| {
                let pairs = other.scores.values.iter().zip(&first.scores.values);
                pairs.map(|(other, first)| other - first).collect()
            }),
        );
        let estimates = self.estimates(&rows).into_iter();
        let p_values = p_values(&rows, self.options.samples);
        self.values(
            estimates
                .zip(p_values)
                .map(|(estimate, p)| Difference { estimate, p })
                .collect(),
        )
    }
}

fn ids<T>(entries: &[Entry<T>]) -> impl Iterator<Item = String> {
    entries.iter().map(|entry| entry.id.clone())
}

fn rows(columns: usize, values: impl Iterator<Item = Vec<f64>>) -> Rows {
    let mut rows = Rows::new(columns);
    values.for_each(|row| rows.push(row));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(values: &[(&str, f64)]) -> Vec<Entry<f64>> {
        let entry = |&(id, value): &(&str, f64)| Entry {
            id: id.to_owned(),
            value,
        };
        values.iter().map(entry).collect()
    }

    /// Systems give numbers; a document scores what it was given, over what was wanted.
    fn evaluation(systems: &[&[(&str, f64)]], missing: Missing) -> Evaluation {
        let figure = |measure: &str, part| Figure {
            measure: measure.to_owned(),
            part,
            label: measure.to_owned(),
        };
        let figures = vec![
            figure("share", Part::Precision),
            figure("share", Part::F1),
            figure("given", Part::AveragePrecision),
        ];
        let systems: Vec<System<f64>> = systems
            .iter()
            .enumerate()
            .map(|(place, values)| System {
                name: format!("s{place}"),
                entries: entries(values),
            })
            .collect();
        let settings = Settings {
            task: "summaries",
            language: "en",
            language_detected: false,
            stemmed: true,
            tokens: None,
            combine: None,
        };
        Evaluation::new(
            settings,
            figures,
            &entries(&[("a", 2.0), ("b", 4.0), ("c", 8.0)]),
            &systems,
            |given, wanted| vec![given / wanted, given / wanted, *given],
            &EvaluateOptions {
                missing,
                samples: 200,
            },
        )
    }

    #[test]
    fn missing_documents_count_nothing_or_are_left_out() {
        let given: &[(&str, f64)] = &[("c", 4.0), ("a", 2.0), ("x", 1.0)];
        for (missing, mean, documents) in [(Missing::Zero, 0.5, 3), (Missing::Skip, 0.75, 2)] {
            let evaluation = evaluation(&[given], missing);
            let system = &evaluation.systems[0];
            assert_eq!(system.missing, ["b"]);
            assert_eq!(system.extra, ["x"]);
            assert_eq!(system.documents.len(), documents);
            let share = system.scores.get("share", Part::F1).expect("a figure");
            assert!((share.mean - mean).abs() < 1e-15);
            assert!(share.low <= mean && mean <= share.high);
            assert!(system.differences.is_none());
            assert_eq!(evaluation.documents_total, 3);
        }
    }

    #[test]
    fn systems_differ_from_the_first_on_the_documents_that_both_have() {
        let first: &[(&str, f64)] = &[("a", 1.0), ("b", 1.0)];
        let other: &[(&str, f64)] = &[("c", 8.0), ("b", 2.0)];
        let evaluation = evaluation(&[first, other, first], Missing::Skip);
        let difference = |place: usize| {
            let differences = evaluation.systems[place].differences.as_ref();
            *differences
                .and_then(|values| values.get("given", Part::AveragePrecision))
                .expect("a figure")
        };
        assert_eq!(difference(1).estimate.mean, 1.0);
        assert_eq!(difference(2).estimate.mean, 0.0);
        assert_eq!(difference(2).p, 1.0);
    }

    #[test]
    fn json_has_an_object_a_measure() {
        let evaluation = evaluation(&[&[("a", 1.0), ("b", 4.0), ("c", 8.0)]], Missing::Zero);
        let document = serde_json::to_string(&evaluation.systems[0].documents[0]);
        assert_eq!(
            document.expect("JSON"),
            "{\"id\":\"a\",\"scores\":{\"share\":{\"precision\":0.5,\"f1\":0.5},\"given\":{\"average_precision\":1.0}}}"
        );
    }
}
