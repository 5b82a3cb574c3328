//! How evenly a term is spread over the parts of a corpus: its documents, for the most part.

/// A measure of dispersion.
#[derive(Debug)]
pub struct Dispersion {
    /// Its name.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// Its value, or nothing where the term does not occur, or one part is all there is.
    pub value: fn(&Parts) -> Option<f64>,
}

/// All measures of dispersion.
pub static DISPERSIONS: &[Dispersion] = &[
    Dispersion {
        name: "range",
        about: "parts that have the term",
        source: "Gries 2008",
        value: |parts| Some(parts.range() as f64),
    },
    Dispersion {
        name: "dp",
        about: "deviation of proportions: 0 for a term spread as the parts are large, near 1 for one in a small part",
        source: "Gries 2008",
        value: Parts::dp,
    },
    Dispersion {
        name: "dp_norm",
        about: "deviation of proportions as a share of the largest there can be",
        source: "Lijffijt & Gries 2012",
        value: Parts::dp_norm,
    },
    Dispersion {
        name: "juilland_d",
        about: "Juilland's D of rates, with the standard deviation of a population: 1 for a term spread evenly",
        source: "Juilland & Chang-Rodríguez 1964; rates for parts of unequal size: Gries 2008",
        value: |parts| parts.juilland_d(Deviation::Population),
    },
    Dispersion {
        name: "juilland_d_sample",
        about: "the same with the standard deviation of a sample, which may be below 0",
        source: "the same, as some implementations compute it",
        value: |parts| parts.juilland_d(Deviation::Sample),
    },
    Dispersion {
        name: "rosengren_s",
        about: "Rosengren's S: 1 for a term spread evenly, near 0 for one in a small part",
        source: "Rosengren 1971; for parts of unequal size: Gries 2008",
        value: Parts::rosengren_s,
    },
    Dispersion {
        name: "kl_divergence",
        about: "divergence of the term's spread from that of the tokens, in bits: 0 for a term spread evenly",
        source: "Kullback & Leibler 1951; of dispersion: Gries 2019",
        value: Parts::kl_divergence,
    },
];

/// The measure of dispersion with this name.
pub fn dispersion_by_name(name: &str) -> Option<&'static Dispersion> {
    DISPERSIONS.iter().find(|measure| measure.name == name)
}

/// The counts of a term in the parts of a corpus that have tokens, and the tokens of these.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    counts: Vec<u64>,
    sizes: Vec<u64>,
}

/// Which standard deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deviation {
    /// Of a population: divided by n.
    Population,
    /// Of a sample: divided by n − 1.
    Sample,
}

impl Parts {
    /// From a term's count and the tokens of each part. Parts without tokens have no say.
    pub fn new(parts: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let (counts, sizes) = parts.into_iter().filter(|&(_, size)| size > 0).unzip();
        Self { counts, sizes }
    }

    /// Parts that have the term.
    pub fn range(&self) -> usize {
        self.counts.iter().filter(|&&count| count > 0).count()
    }

    /// For each part its share of the term, v, and of all tokens, s; nothing if the term does not occur.
    fn shares(&self) -> Option<Vec<(f64, f64)>> {
        let [count, size] = [&self.counts, &self.sizes]
            .map(|numbers| numbers.iter().map(|&number| number as f64).sum::<f64>());
        let of = |(&c, &s): (&u64, &u64)| (c as f64 / count, s as f64 / size);
        (count > 0.0).then(|| self.counts.iter().zip(&self.sizes).map(of).collect())
    }

    /// DP = ½ Σ |v − s|, of each part's share of the term and of all tokens.
    pub fn dp(&self) -> Option<f64> {
        let sum: f64 = self.shares()?.iter().map(|(v, s)| (v - s).abs()).sum();
        Some(sum / 2.0)
    }

    /// DP / (1 − the least s), which is 1 for a term of the smallest part alone. (Gries 2008 divided by
    /// 1 − 1/parts; Lijffijt & Gries corrected that.) Nothing for one part.
    pub fn dp_norm(&self) -> Option<f64> {
        let shares = self.shares()?;
        let least = shares.iter().map(|(_, s)| *s).fold(1.0, f64::min);
        (shares.len() > 1).then_some(self.dp()? / (1.0 - least))
    }

    /// D = 1 − (σ/mean)/√(n−1), of the rates count/size of n parts. Nothing for one part.
    fn juilland_d(&self, deviation: Deviation) -> Option<f64> {
        let rate = |(&c, &s): (&u64, &u64)| c as f64 / s as f64;
        let rates: Vec<f64> = self.counts.iter().zip(&self.sizes).map(rate).collect();
        let n = rates.len() as f64;
        if rates.len() < 2 || self.range() == 0 {
            return None;
        }
        let mean = rates.iter().sum::<f64>() / n;
        let squares: f64 = rates.iter().map(|rate| (rate - mean) * (rate - mean)).sum();
        let divisor = match deviation {
            Deviation::Population => n,
            Deviation::Sample => n - 1.0,
        };
        Some(1.0 - (squares / divisor).sqrt() / mean / (n - 1.0).sqrt())
    }

    /// S = (Σ √(v·s))²: the counts cᵢ and the shares sᵢ make (Σ √(sᵢ·cᵢ))² / Σ cᵢ.
    pub fn rosengren_s(&self) -> Option<f64> {
        let root: f64 = self.shares()?.iter().map(|(v, s)| (v * s).sqrt()).sum();
        Some(root * root)
    }

    /// Σ v·log₂(v/s) over the parts that have the term.
    pub fn kl_divergence(&self) -> Option<f64> {
        let bits = |&(v, s): &(f64, f64)| if v > 0.0 { v * (v / s).log2() } else { 0.0 };
        Some(self.shares()?.iter().map(bits).sum::<f64>().max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIZES: [u64; 5] = [9, 10, 10, 10, 11];

    fn all(parts: &Parts) -> Vec<Option<f64>> {
        DISPERSIONS
            .iter()
            .map(|measure| (measure.value)(parts))
            .collect()
    }

    /// Five parts as in Gries (2008, 2019): even, rising, and all in the smallest part. In the order of
    /// [`DISPERSIONS`].
    #[test]
    fn worked_examples() {
        let close = |counts: [u64; 5], expected: [f64; 7]| {
            let found = all(&Parts::new(counts.into_iter().zip(SIZES)));
            for ((found, expected), measure) in found.iter().zip(expected).zip(DISPERSIONS) {
                let found = found.unwrap();
                let is_close = (found - expected).abs() <= 1e-9 * expected.abs().max(1e-6);
                assert!(is_close, "{}: {found}, not {expected}", measure.name);
            }
        };
        close(
            [2, 2, 2, 2, 2],
            [
                5.0,
                0.02,
                0.024_390_243_902_439_03,
                0.968_091_043_204_922_1,
                0.964_324_701_757_551,
                0.998_997_110_061_489_3,
                0.002_899_913_939_023_057_7,
            ],
        );
        close(
            [1, 2, 3, 4, 5],
            [
                5.0,
                0.18,
                0.219_512_195_121_951_2,
                0.785_150_453_450_450_8,
                0.759_790_904_490_101_2,
                0.949_816_342_304_240_8,
                0.136_971_729_365_220_8,
            ],
        );
        close(
            [1, 0, 0, 0, 0],
            [
                1.0,
                0.82,
                1.0,
                0.0,
                -0.118_033_988_749_894_9,
                0.18,
                2.473_931_188_332_412,
            ],
        );
    }

    #[test]
    fn one_part_no_part_and_no_occurrence() {
        let one = all(&Parts::new([(3, 10), (0, 0)]));
        assert_eq!(one[..3], [Some(1.0), Some(0.0), None]);
        assert_eq!(one[3..], [None, None, Some(1.0), Some(0.0)]);
        for parts in [Parts::new([]), Parts::new([(0, 10), (0, 20)])] {
            let found = all(&parts);
            assert_eq!(found[0], Some(0.0));
            assert!(found[1..].iter().all(Option::is_none));
        }
    }

    proptest! {
        #[test]
        fn values_stay_in_their_bounds(parts in prop::collection::vec((0_u64..50, 0_u64..500), 0..20)) {
            let parts = Parts::new(parts.into_iter().map(|(count, others)| (count, count + others)));
            let found = all(&parts);
            let within = |place: usize, low: f64, high: f64| {
                found[place].is_none_or(|value| (low - 1e-9..=high + 1e-9).contains(&value))
            };
            prop_assert!(within(1, 0.0, 1.0) && within(2, 0.0, 1.0), "{:?}", found);
            prop_assert!(within(3, 0.0, 1.0) && within(4, -0.5, 1.0), "{:?}", found);
            prop_assert!(within(5, 0.0, 1.0) && within(6, 0.0, 30.0), "{:?}", found);
        }
    }
}
