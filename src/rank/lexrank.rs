//! LexRank: a random walk over the pairs of sentences that are alike.

use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::cosine::{GROUPS, total};
use super::{CosineGraph, Method, RankInput, RankOptions, Scores, SimilarityGraph, teleport, walk};
use crate::terms::{TermId, TermMatrix};

pub(super) const METHOD: Method = Method {
    name: "lexrank",
    about: "random walk over the pairs of sentences with a cosine above 0.1",
    source: "Erkan & Radev 2004",
    trade_off: 1.0,
    rank,
};

/// Sentences are linked whose cosine is larger.
const THRESHOLD: f64 = 0.1;
/// Scores are told apart by this part of their mean.
const LEVELS: f64 = 1e5;
/// As large as the graph may be.
const LIMITS: Limits = Limits {
    products: 1 << 31,
    links: 1 << 26,
};

/// S(i) = (1 − d) · t(i) + d · Σ_j S(j) / degree(j) over the sentences j that are linked with i
///
/// Two sentences are linked if the cosine of their vectors of tf · ln(n/df), stopwords aside, is above 0.1;
/// each is also linked with itself, as in the paper, where d = 0.85 as well.
///
/// Whether a cosine is above the threshold does not factor as cosines do, so this graph has to be laid
/// out, and has up to n²/2 links. Where it would have more than 2²⁶ (256 MiB; ordinary text of 15 MB or so),
/// or take more than 2³¹ products to find, links are weighted by the cosine instead: the paper's continuous
/// LexRank, which takes no graph. The factor is called `continuous centrality` then.
fn rank(input: &RankInput, options: &RankOptions) -> Scores {
    let matrix = input.terms.counts().weighted(|tf| tf, f64::ln);
    let walk_over =
        |graph: &dyn SimilarityGraph| walk(graph, &teleport(input, &options.focus), options.walk());
    let (factor, end) = match ThresholdGraph::within(LIMITS, &matrix) {
        Some(graph) => {
            let (scores, end) = walk_over(&graph);
            (("centrality", levelled(scores)), end)
        }
        None => {
            let (scores, end) = walk_over(&CosineGraph::new(&matrix));
            (("continuous centrality", scores), end)
        }
    };
    Scores::product(input.terms.len(), vec![factor], Some(end))
}

/// Sentences with links alike have the same score: the little by which they differ at the end of the walk is no
/// reason to prefer one that comes later.
fn levelled(mut scores: Vec<f64>) -> Vec<f64> {
    let steps = LEVELS * scores.len() as f64;
    scores
        .iter_mut()
        .for_each(|score| *score = (*score * steps).round() / steps);
    scores
}

/// The graph of the pairs whose cosine is above the threshold, all links alike.
struct ThresholdGraph {
    blocks: Vec<Block>,
    sentences: usize,
}

/// How large a graph may be.
#[derive(Clone, Copy)]
struct Limits {
    /// Pairs of sentences, each counted once a term that both have.
    products: usize,
    /// Links of two sentences.
    links: usize,
}

/// So many sentences make a block.
const BLOCK: usize = 512;
/// So many sums are made side by side, at most.
const MOST_SUMS: usize = 1 << 23;

/// The links of some sentences in a row with those before them.
#[derive(Default)]
struct Block {
    /// Where the links of each sentence end.
    ends: Vec<u32>,
    /// The sentences at the other end.
    links: Vec<u32>,
}

impl ThresholdGraph {
    /// The graph of a matrix with rows of unit length, if it is within the limits.
    fn within(limits: Limits, matrix: &TermMatrix) -> Option<Self> {
        let sentences = matrix.rows();
        let columns = Columns::within(limits, matrix)?;
        let links = AtomicUsize::new(0);
        let block = |sums: &mut Sums, &first: &usize| {
            let mut block = Block::default();
            for i in first..sentences.min(first + BLOCK) {
                columns.add_rows_before(i, matrix.row(i), sums);
                let added = sums.take_alike(&mut block.links);
                block.ends.push(block.links.len() as u32);
                // Whichever thread adds the last link sees all of them: the order is no matter.
                if links.fetch_add(added, Ordering::Relaxed) + added > limits.links {
                    return None;
                }
            }
            block.links.shrink_to_fit();
            Some(block)
        };
        let firsts: Vec<usize> = (0..sentences).step_by(BLOCK).collect();
        let blocks = firsts
            .par_iter()
            .map_init(|| Sums::new(sentences), block)
            .collect::<Option<Vec<Block>>>()?;
        Some(Self { blocks, sentences })
    }
}

/// The matrix by columns: of each term that can make a link, its sentences and its weights there.
struct Columns {
    ends: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Columns {
    /// The columns, if all products of two of their entries are within the limits.
    fn within(limits: Limits, matrix: &TermMatrix) -> Option<Self> {
        // A term of all sentences weighs nothing.
        let used = 2..matrix.rows();
        let sizes = matrix.document_frequencies().iter();
        let sizes = sizes.map(|&df| {
            if used.contains(&(df as usize)) {
                df as usize
            } else {
                0
            }
        });
        let products: usize = sizes
            .clone()
            .map(|size| size * size.saturating_sub(1) / 2)
            .sum();
        if products > limits.products {
            return None;
        }
        // Each end begins as the start, and moves as the column is filled.
        let mut ends: Vec<usize> = sizes
            .clone()
            .scan(0, |end, size| Some(std::mem::replace(end, *end + size)))
            .collect();
        let mut entries = vec![(0, 0.0); sizes.sum()];
        for i in 0..matrix.rows() {
            let (terms, weights) = matrix.row(i);
            for (&term, &weight) in terms.iter().zip(weights) {
                let term = term as usize;
                if used.contains(&(matrix.document_frequencies()[term] as usize)) {
                    entries[ends[term]] = (i as u32, weight);
                    ends[term] += 1;
                }
            }
        }
        Some(Self { ends, entries })
    }

    /// Adds to the sums the products of a row with all rows before it.
    fn add_rows_before(&self, i: usize, (terms, weights): (&[TermId], &[f32]), sums: &mut Sums) {
        for (&term, &weight) in terms.iter().zip(weights) {
            let term = term as usize;
            let start = term.checked_sub(1).map_or(0, |before| self.ends[before]);
            let column = &self.entries[start..self.ends[term]];
            let before = column.iter().take_while(|&&(j, _)| (j as usize) < i);
            before.for_each(|&(j, other)| sums.add(j, f64::from(weight) * f64::from(other)));
        }
    }
}

/// A sum for every sentence, most of them 0.
struct Sums {
    sums: Vec<f64>,
    /// Those that are not 0.
    touched: Vec<u32>,
}

impl Sums {
    fn new(sentences: usize) -> Self {
        Self {
            sums: vec![0.0; sentences],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, sentence: u32, product: f64) {
        let sum = &mut self.sums[sentence as usize];
        if *sum == 0.0 {
            self.touched.push(sentence);
        }
        *sum += product;
    }

    /// Writes the sentences with a sum above the threshold, and tells how many they are; all sums are 0
    /// again.
    fn take_alike(&mut self, links: &mut Vec<u32>) -> usize {
        let before = links.len();
        for sentence in self.touched.drain(..) {
            let sum = std::mem::take(&mut self.sums[sentence as usize]);
            if sum > THRESHOLD {
                links.push(sentence);
            }
        }
        links.len() - before
    }
}

impl Block {
    /// Adds what the sentences of the block, from `first` on, hand to each other end and get from there.
    fn gather(&self, first: usize, x: &[f64], sums: &mut [f64]) {
        let mut start = 0;
        for (i, &end) in (first..).zip(&self.ends) {
            // Each sentence is linked with itself.
            let mut sum = x[i];
            for &j in &self.links[start..end as usize] {
                sum += x[j as usize];
                sums[j as usize] += x[i];
            }
            sums[i] += sum;
            start = end as usize;
        }
    }
}

impl SimilarityGraph for ThresholdGraph {
    fn len(&self) -> usize {
        self.sentences
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        // As many whatever the number of threads, so that sums are always made in the same order.
        let groups = (MOST_SUMS / self.sentences.max(1)).clamp(1, GROUPS);
        let sum = |group: usize| {
            let mut sums = vec![0.0; self.sentences];
            // Later blocks have more links: each group gets early and late ones.
            let blocks = self.blocks.iter().enumerate().skip(group).step_by(groups);
            blocks.for_each(|(number, block)| block.gather(number * BLOCK, x, &mut sums));
            sums
        };
        out.copy_from_slice(&total((0..groups).into_par_iter().map(sum).collect()));
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut degrees = vec![0.0; self.len()];
        self.gather(&vec![1.0; self.len()], &mut degrees);
        degrees
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::laws::scores;
    use crate::rank::walk::tests::{DenseGraph, agree, sentences};
    use crate::terms::tests::counts;

    fn weights(rows: &[Vec<TermId>]) -> TermMatrix {
        counts(rows).weighted(|tf| tf, f64::ln)
    }

    #[test]
    fn sentences_with_links_alike_come_in_their_order() {
        // Two pairs and three of a kind: all have the score of the mean.
        let text = "Red walls fell. Blue walls fell. Dogs bark loudly. Dogs bark often. Rain came at night. \
            Rain came at noon. Rain came at dawn.";
        let found = scores("lexrank", text);
        assert_eq!(found, [1.0; 7]);
    }

    #[test]
    fn weights_are_those_of_the_formula() {
        // Term 3 is in all sentences and weighs nothing, so the last sentence is without a length.
        let matrix = weights(&[vec![0, 1, 1, 3], vec![1, 3], vec![3]]);
        let (once, twice) = (3.0_f64.ln(), 2.0 * 1.5_f64.ln());
        assert!((matrix.cosine(0, 1) - twice / once.hypot(twice)).abs() < 1e-6);
        assert_eq!(matrix.row(1).1, [1.0, 0.0]);
        assert_eq!(matrix.row(2).1, [0.0]);
    }

    proptest! {
        #[test]
        fn equals_the_dense_graph(rows in sentences()) {
            let matrix = weights(&rows);
            let link = |i: usize, j: usize| f64::from(i == j || matrix.cosine(i, j) > THRESHOLD);
            let row = |i: usize| (0..rows.len()).map(|j| link(i, j)).collect();
            let dense = DenseGraph((0..rows.len()).map(row).collect());
            let graph = ThresholdGraph::within(LIMITS, &matrix).expect("a small graph");
            agree(&graph, &dense)?;
        }
    }

    #[test]
    fn one_word_in_common_of_many_makes_no_link() {
        // The cosine of the first two is (ln 2)² / ((ln 2)² + 12 · (ln 4)²) = 0.02.
        let rows = [
            (0..13).collect(),
            [0].into_iter().chain(13..25).collect(),
            vec![25],
            vec![25],
        ];
        let graph = ThresholdGraph::within(LIMITS, &weights(&rows)).expect("a small graph");
        assert_eq!(graph.out_weights(), [1.0, 1.0, 2.0, 2.0]);
    }

    #[test]
    fn a_large_graph_is_not_laid_out() {
        // Of 1,500 sentences in three blocks, those with the same remainder by three are alike.
        let rows: Vec<Vec<TermId>> = (0..1_500).map(|i| vec![i % 3]).collect();
        let matrix = weights(&rows);
        let exact = Limits {
            products: 3 * 500 * 499 / 2,
            links: 3 * 500 * 499 / 2,
        };
        let graph = ThresholdGraph::within(exact, &matrix).expect("within the limits");
        assert_eq!(graph.out_weights(), [500.0; 1_500]);
        let fewer_products = Limits {
            products: exact.products - 1,
            ..exact
        };
        assert!(ThresholdGraph::within(fewer_products, &matrix).is_none());
        let fewer_links = Limits {
            links: exact.links - 1,
            ..exact
        };
        assert!(ThresholdGraph::within(fewer_links, &matrix).is_none());
    }

    #[test]
    fn sentences_linked_with_many_are_visited_most() {
        // The second is linked with the first and the third, the fourth with none but itself, so it keeps
        // the 1/4 it starts with. S1 = S3 = 0.15/4 + 0.85 · (S1/2 + S2/3) and S2 = 3/4 − 2 · S1 give
        // S1 = 0.25 / (0.575 + 1.7/3).
        let text = "Green hill. Old hill, stone wall. Stone river. Oak leaves fall.";
        let end = 0.25 / (0.575 + 1.7 / 3.0);
        let middle = 0.75 - 2.0 * end;
        let expected = [end / middle, 1.0, end / middle, 0.25 / middle];
        let scores = scores("lexrank", text);
        for (score, expected) in scores.iter().zip(expected) {
            assert!((score - expected).abs() < 1e-5, "{scores:?}");
        }
    }
}
