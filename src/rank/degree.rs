//! Degree centrality in place of the random walk.

use super::textrank::composed;
use super::{CosineGraph, Method, RankInput, RankOptions, Scores, SimilarityGraph, teleport};

pub(super) const METHOD: Method = Method {
    name: "degree",
    about: "like textrank, with sums of cosines in place of the random walk",
    source: "Erkan & Radev 2004",
    trade_off: 0.5,
    rank,
};

/// The formula of `textrank` with c = Σ_j cos(i, j). A focus multiplies each sum by what the sentence
/// has of it.
fn rank(input: &RankInput, options: &RankOptions) -> Scores {
    let all = input.terms.matrix(true);
    let degrees = [
        CosineGraph::new(input.content).out_weights(),
        CosineGraph::new(&all).out_weights(),
    ];
    let start = teleport(input, &options.focus);
    // A text without any edge still has its other factors.
    let degree = |i: usize| (degrees[0][i] * degrees[1][i]).sqrt().max(1e-9);
    let centrality = (0..input.terms.len())
        .map(|i| degree(i) * start[i])
        .collect();
    composed(input, options, centrality, None)
}
