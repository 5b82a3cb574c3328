//! The default: TextRank over cosines with and without stopwords, and what else tells.

use super::factors::{length, personal, place, question, repetition, wholeness};
use super::{CosineGraph, Method, Position, RankInput, RankOptions, Scores, teleport, walk};
use crate::terms::PART;

pub(super) const METHOD: Method = Method {
    name: "textrank",
    about: "random walk over cosines, with place, length, repetition and manner (the default)",
    source: "Mihalcea & Tarau 2004; Erkan & Radev 2004",
    trade_off: 0.5,
    rank,
};

/// Texts of fewer sentences have taken both walks before another thread is awake.
const SHORT: usize = 128;
/// In texts of more sentences (40 MB or so) the memory of one walk at a time is enough, and each has work for all
/// threads.
const LONG: usize = 64 * PART;

/// score = √(c_A · c_B) · (1 + rep)^0.1 · (i + 1)^(−0.2·t) / words^0.25 · 0.75^personal · 0.75^question
/// · 0.9^pointing back · 0.8^torn
///
/// c_A and c_B are the stationary distributions of the walks over the cosines without and with
/// stopwords. With a focus, place is no matter unless asked for.
fn rank(input: &RankInput, options: &RankOptions) -> Scores {
    let start = teleport(input, &options.focus);
    let centrality = |graph: &CosineGraph| walk(graph, &start, options.walk());
    let of_content = || centrality(&CosineGraph::new(input.content));
    let of_all = || centrality(&CosineGraph::from(input.terms.matrix(true)));
    let ((content, end), (with_stopwords, other_end)) = match input.terms.len() {
        SHORT..=LONG => rayon::join(of_content, of_all),
        _ => (of_content(), of_all()),
    };
    let centrality = content
        .iter()
        .zip(&with_stopwords)
        .map(|(a, b)| (a * b).sqrt())
        .collect();
    composed(input, options, centrality, Some(end.and(other_end)))
}

/// A centrality and all that is multiplied into it.
pub(super) fn composed(
    input: &RankInput,
    options: &RankOptions,
    centrality: Vec<f64>,
    convergence: Option<super::Convergence>,
) -> Scores {
    let marks = input.terms.marks();
    let position = match options.position {
        Position::Auto if !options.focus.is_empty() => Position::Off,
        position => position,
    };
    let factors = vec![
        ("centrality", centrality),
        ("repetition", repetition(input.terms)),
        ("place", place(marks, position)),
        ("length", length(marks)),
        ("person", personal(marks)),
        ("question", question(marks)),
        ("wholeness", wholeness(marks)),
    ];
    Scores::product(input.terms.len(), factors, convergence)
}
