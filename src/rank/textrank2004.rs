//! TextRank as in the paper.

use super::{Method, OverlapGraph, RankInput, RankOptions, Scores, teleport, walk};

pub(super) const METHOD: Method = Method {
    name: "textrank2004",
    about: "TextRank as published: shared words over log lengths, nothing else",
    source: "Mihalcea & Tarau 2004",
    trade_off: 1.0,
    rank,
};

fn rank(input: &RankInput, options: &RankOptions) -> Scores {
    let graph = OverlapGraph::new(input.terms, input.content);
    let (scores, end) = walk(&graph, &teleport(input, &options.focus), options.walk());
    Scores::product(input.terms.len(), vec![("centrality", scores)], Some(end))
}
