//! TextRank over BM25.

use super::{Bm25Graph, Method, RankInput, RankOptions, Scores, teleport, walk};

pub(super) const METHOD: Method = Method {
    name: "textrank-bm25",
    about: "random walk over BM25 similarities, nothing else",
    source: "Barrios et al. 2016",
    trade_off: 1.0,
    rank,
};

fn rank(input: &RankInput, options: &RankOptions) -> Scores {
    let counts = input.terms.counts();
    let graph = Bm25Graph::new(&counts);
    let (scores, end) = walk(&graph, &teleport(input, &options.focus), options.walk());
    Scores::product(input.terms.len(), vec![("centrality", scores)], Some(end))
}
