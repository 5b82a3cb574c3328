//! The similarity of the TextRank paper, in a few factors.

use super::SimilarityGraph;
use crate::terms::{SentenceTerms, TermId, TermMatrix};

/// The graph with edges w(i, j) = |Sᵢ ∩ Sⱼ| / (ln|Sᵢ| + ln|Sⱼ|) (Mihalcea & Tarau 2004): distinct common
/// terms over the logarithms of the lengths in words. Two sentences of one word have no edge, since
/// ln 1 + ln 1 = 0.
///
/// The kernel 1/(a + b) is a sum of products e^(−ta)·e^(−tb), so W = Σ_k ω_k · D_k·B·Bᵀ·D_k − diag with
/// the binary matrix B and the diagonals D_k = e^(−t_k ln|S|): a product costs two passes over the entries
/// of B with one accumulator a factor and term, and no graph is formed.
#[derive(Debug)]
pub struct OverlapGraph {
    /// Distinct terms of each sentence that another sentence has too.
    shared: Vec<Vec<TermId>>,
    columns: usize,
    /// D_k of each sentence.
    decays: Vec<[f64; FACTORS]>,
    /// Whether the sentence has one word.
    is_single: Vec<bool>,
}

/// The number of factors.
const FACTORS: usize = 10;

/// 1/x ≈ Σ ω·e^(−tx), as pairs (t, ω): relative error below 6·10⁻⁹ for x from ln 2 to 2·ln 5,000.
///
/// The best exponential sum in the sense of Braess & Hackbusch (2005), found by weighted least squares
/// on a grid, the weights raised where the error was large until it was level.
const KERNEL: [(f64, f64); FACTORS] = [
    (2.316_004_270_499_856_5e-2, 5.973_276_696_716_63e-2),
    (1.247_047_126_487_386_3e-1, 1.452_429_828_078_125_5e-1),
    (3.193_015_747_069_556e-1, 2.479_475_978_332_765_8e-1),
    (6.317_995_617_560_028e-1, 3.846_304_813_869_429_5e-1),
    (1.109_139_613_530_238, 5.836_358_330_339_76e-1),
    (1.834_992_908_343_153, 8.912_909_454_020_843e-1),
    (2.952_215_048_187_822_4, 1.382_079_989_024_560_8),
    (4.702_171_583_973_827, 2.186_176_355_984_777_8),
    (7.519_376_080_592_949_5, 3.590_933_884_663_640_7),
    (12.393_027_512_323_165, 6.651_886_707_865_163),
];

/// Longer sentences count as this long, in words, to stay in the range of the kernel.
const LONGEST: usize = 5_000;

impl OverlapGraph {
    /// The graph of sentences, stopwords aside.
    pub fn new(terms: &SentenceTerms, content: &TermMatrix) -> Self {
        let lengths: Vec<usize> = (0..terms.len())
            .map(|i| {
                terms
                    .terms(i)
                    .filter(|&(_, is_stopword)| !is_stopword)
                    .count()
            })
            .collect();
        Self::from_rows(content, &lengths)
    }

    fn from_rows(content: &TermMatrix, lengths: &[usize]) -> Self {
        let frequencies = content.document_frequencies();
        // A column of single sentences alone makes no edge between them.
        let mut singles = vec![0_u32; content.columns()];
        for i in (0..content.rows()).filter(|&i| lengths[i] == 1) {
            content
                .row(i)
                .0
                .iter()
                .for_each(|&term| singles[term as usize] += 1);
        }
        let shared = (0..content.rows())
            .map(|i| {
                let has_edge = |&&term: &&TermId| {
                    let others = frequencies[term as usize]
                        - if lengths[i] == 1 {
                            singles[term as usize]
                        } else {
                            1
                        };
                    others > 0
                };
                content.row(i).0.iter().filter(has_edge).copied().collect()
            })
            .collect();
        let decay = |&length: &usize| {
            let log = (length.clamp(1, LONGEST) as f64).ln();
            KERNEL.map(|(t, _)| (-t * log).exp())
        };
        Self {
            shared,
            columns: content.columns(),
            decays: lengths.iter().map(decay).collect(),
            is_single: lengths.iter().map(|&length| length == 1).collect(),
        }
    }

    /// Σ_k ω_k · D_k(i) · v_k.
    fn kernel(&self, i: usize, v: &[f64; FACTORS]) -> f64 {
        (0..FACTORS)
            .map(|k| KERNEL[k].1 * self.decays[i][k] * v[k])
            .sum()
    }
}

impl SimilarityGraph for OverlapGraph {
    fn len(&self) -> usize {
        self.shared.len()
    }

    fn gather(&self, x: &[f64], out: &mut [f64]) {
        let mut columns = vec![[0.0; FACTORS]; self.columns];
        let mut singles = vec![0.0; self.columns];
        for (i, &x) in x.iter().enumerate().filter(|&(_, &x)| x != 0.0) {
            for &term in &self.shared[i] {
                let column = &mut columns[term as usize];
                for (sum, decay) in column.iter_mut().zip(&self.decays[i]) {
                    *sum += decay * x;
                }
                if self.is_single[i] {
                    singles[term as usize] += x;
                }
            }
        }
        for (i, out) in out.iter_mut().enumerate() {
            let own = self.decays[i].map(|decay| decay * x[i]);
            let of_term = |&term: &TermId| {
                let mut others = columns[term as usize];
                if self.is_single[i] {
                    others.iter_mut().for_each(|k| *k -= singles[term as usize]);
                } else {
                    (0..FACTORS).for_each(|k| others[k] -= own[k]);
                }
                self.kernel(i, &others)
            };
            *out = self.shared[i].iter().map(of_term).sum();
        }
    }

    fn out_weights(&self) -> Vec<f64> {
        let mut weights = vec![0.0; self.len()];
        self.gather(&vec![1.0; self.len()], &mut weights);
        for (weight, shared) in weights.iter_mut().zip(&self.shared) {
            *weight = if shared.is_empty() {
                0.0
            } else {
                weight.max(0.0)
            };
        }
        weights
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rank::walk::tests::{DenseGraph, agree, sentences};
    use crate::terms::tests::matrix;

    fn common(a: &[TermId], b: &[TermId]) -> usize {
        a.iter().filter(|term| b.contains(term)).count()
    }

    fn dense(content: &TermMatrix, lengths: &[usize]) -> DenseGraph {
        DenseGraph::new(lengths.len(), |j, i| {
            let logs = (lengths[j].max(1) as f64).ln() + (lengths[i].max(1) as f64).ln();
            if logs == 0.0 {
                0.0
            } else {
                common(content.row(j).0, content.row(i).0) as f64 / logs
            }
        })
    }

    #[test]
    fn the_kernel_is_as_good_as_it_says() {
        let (from, to) = (2.0_f64.ln(), 2.0 * (LONGEST as f64).ln());
        for step in 0..=10_000 {
            let x = from * (to / from).powf(f64::from(step) / 10_000.0);
            let sum: f64 = KERNEL
                .iter()
                .map(|(t, weight)| weight * (-t * x).exp())
                .sum();
            assert!((sum * x - 1.0).abs() < 6e-9, "at {x}: {}", sum * x - 1.0);
        }
    }

    proptest! {
        #[test]
        fn equals_the_dense_graph(rows in sentences()) {
            let content = matrix(&rows);
            let lengths: Vec<usize> = rows.iter().map(Vec::len).collect();
            agree(&OverlapGraph::from_rows(&content, &lengths), &dense(&content, &lengths))?;
        }
    }
}
