//! How sure a mean over documents is, and a difference of two.

use rayon::prelude::*;

/// The share of resampled means that an interval holds.
pub const CONFIDENCE: f64 = 0.95;

/// The seed of all random numbers: the same scores give the same intervals, everywhere.
const SEED: u64 = 0x6570_6974_6f6d_6531;

/// Values of documents: a row a document, a column a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    columns: usize,
    values: Vec<f64>,
}

impl Rows {
    /// No rows yet.
    pub fn new(columns: usize) -> Self {
        Self {
            columns,
            values: Vec::new(),
        }
    }

    /// Adds a row of as many values as there are columns.
    pub fn push(&mut self, row: impl IntoIterator<Item = f64>) {
        self.values.extend(row);
        debug_assert!(self.values.len().is_multiple_of(self.columns.max(1)));
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.values.len() / self.columns.max(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The mean of each column: 0 where there is no row.
    pub fn means(&self) -> Vec<f64> {
        self.weighted(0..self.len(), |_| 1.0)
    }

    /// The mean of each column over some rows, each times a weight.
    fn weighted(
        &self,
        rows: impl Iterator<Item = usize>,
        mut weight: impl FnMut(usize) -> f64,
    ) -> Vec<f64> {
        let mut sums = vec![0.0; self.columns];
        for row in rows {
            let weight = weight(row);
            let values = &self.values[row * self.columns..][..self.columns];
            for (sum, value) in sums.iter_mut().zip(values) {
                *sum += weight * value;
            }
        }
        let count = self.len().max(1) as f64;
        sums.iter_mut().for_each(|sum| *sum /= count);
        sums
    }
}

/// For each column the bounds between which [`CONFIDENCE`] of the means of resampled rows lie.
///
/// The percentile bootstrap of B. Efron (1979), "Bootstrap methods: another look at the jackknife", Annals of
/// Statistics 7 (1), 1–26: as many rows as there are, drawn with replacement; the bounds are quantiles of
/// the means of `samples` such draws, between two by linear interpolation.
pub fn intervals(rows: &Rows, samples: usize) -> Vec<(f64, f64)> {
    if rows.is_empty() || samples == 0 {
        return rows.means().into_iter().map(|mean| (mean, mean)).collect();
    }
    let count = rows.len() as u64;
    let drawn = resampled(samples, |random| {
        let draws = (0..count).map(|_| random.below(count) as usize);
        rows.weighted(draws, |_| 1.0)
    });
    let tail = (1.0 - CONFIDENCE) / 2.0;
    (0..rows.columns)
        .map(|column| {
            let mut means: Vec<f64> = drawn.iter().map(|means| means[column]).collect();
            means.sort_unstable_by(f64::total_cmp);
            (quantile(&means, tail), quantile(&means, 1.0 - tail))
        })
        .collect()
}

/// For each column of paired differences the chance, were the two sides the same, of a mean as far from
/// 0 as theirs: two-sided.
///
/// Approximate randomization (E. W. Noreen 1989, "Computer-Intensive Methods for Testing Hypotheses"; for
/// summaries and translations S. Riezler & J. T. Maxwell 2005, "On some pitfalls in automatic evaluation and
/// significance testing for MT", 57–64): `samples` times each row changes sides or not, by the toss of a
/// coin. The actual rows count as one of the tosses, so p is never 0.
pub fn p_values(differences: &Rows, samples: usize) -> Vec<f64> {
    let tossed = resampled(samples, |random| {
        let mut coins = 0;
        differences.weighted(0..differences.len(), |row| {
            if row % 64 == 0 {
                coins = random.next();
            }
            let is_turned = coins >> (row % 64) & 1 == 1;
            if is_turned { -1.0 } else { 1.0 }
        })
    });
    let p = |(column, actual): (usize, f64)| {
        // Sums with other signs may differ by a hair.
        let as_far = |means: &&Vec<f64>| means[column].abs() >= actual.abs() - 1e-12;
        let count = tossed.iter().filter(as_far).count();
        (count + 1) as f64 / (samples + 1) as f64
    };
    differences.means().into_iter().enumerate().map(p).collect()
}

/// The means of each sample, in order; a sample has random numbers of its own, whatever thread makes it.
fn resampled(samples: usize, means: impl Fn(&mut Random) -> Vec<f64> + Sync) -> Vec<Vec<f64>> {
    (0..samples)
        .into_par_iter()
        .map(|sample| means(&mut Random::new(sample)))
        .collect()
}

/// A quantile of sorted values, by linear interpolation.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, above) = (
        sorted[place.floor() as usize],
        sorted[place.ceil() as usize],
    );
    below + (above - below) * place.fract()
}

/// Random numbers: SplitMix64 (G. L. Steele, D. Lea & C. H. Flood 2014, "Fast splittable pseudorandom number
/// generators").
struct Random(u64);

impl Random {
    fn new(sample: usize) -> Self {
        // The first number of a generator is far from that of its neighbours.
        Self(Self(SEED.wrapping_add(sample as u64)).next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, without, `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn column(values: &[f64]) -> Rows {
        let mut rows = Rows::new(1);
        values.iter().for_each(|&value| rows.push([value]));
        rows
    }

    #[test]
    fn the_first_numbers_of_the_generator() {
        // Of the reference implementation (Vigna), seed 0.
        let mut random = Random(0);
        assert_eq!(random.next(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(random.next(), 0x6e78_9e6a_a1b9_65f4);
    }

    #[test]
    fn quantiles_lie_between_values() {
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), 3.0);
        assert_eq!(quantile(&[7.0], 0.025), 7.0);
    }

    /// The mean of n values of variance s² has a standard error of s/√n, so 95 % of means lie within 1.96
    /// times that.
    #[test]
    fn intervals_are_as_wide_as_the_normal_distribution_says() {
        let values: Vec<f64> = (0..400).map(|i| f64::from(i % 20)).collect();
        let (low, high) = intervals(&column(&values), 10_000)[0];
        let deviation = (values.iter().map(|v| (v - 9.5_f64).powi(2)).sum::<f64>() / 400.0).sqrt();
        let half = 1.96 * deviation / 20.0;
        assert!((low - (9.5 - half)).abs() < 0.03, "{low}");
        assert!((high - (9.5 + half)).abs() < 0.03, "{high}");
    }

    #[test]
    fn what_never_differs_has_no_width_and_no_significance() {
        let same = column(&[0.25; 30]);
        assert_eq!(intervals(&same, 500), [(0.25, 0.25)]);
        assert_eq!(p_values(&column(&[0.0; 30]), 500), [1.0]);
        assert_eq!(intervals(&Rows::new(2), 500), [(0.0, 0.0); 2]);
        assert_eq!(p_values(&Rows::new(2), 500), [1.0; 2]);
    }

    /// Three differences of one sign: of the 8 ways to toss, 2 are as far from 0. Nine of them: 2 of 512.
    #[test]
    fn p_values_are_shares_of_tosses() {
        let p = |count: usize| p_values(&column(&vec![0.5; count]), 40_000)[0];
        assert!((p(3) - 0.25).abs() < 0.01, "{}", p(3));
        assert!((p(9) - 2.0 / 512.0).abs() < 0.001, "{}", p(9));
        assert_eq!(p(100), 1.0 / 40_001.0);
    }

    #[test]
    fn results_do_not_depend_on_threads() {
        let values: Vec<f64> = (0..100).map(|i| f64::from(i * i % 17) - 7.5).collect();
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .expect("threads");
            pool.install(|| {
                (
                    intervals(&column(&values), 300),
                    p_values(&column(&values), 300),
                )
            })
        };
        assert_eq!(on(1), on(5));
    }

    proptest! {
        #[test]
        fn bounds_hold_the_mean_and_lie_among_the_values(values in prop::collection::vec(-1.0..1.0, 1..40)) {
            let rows = column(&values);
            let (low, high) = intervals(&rows, 200)[0];
            let least = values.iter().copied().fold(f64::MAX, f64::min);
            let most = values.iter().copied().fold(f64::MIN, f64::max);
            prop_assert!(least - 1e-12 <= low && low <= high && high <= most + 1e-12);
            let p = p_values(&rows, 200)[0];
            prop_assert!(p > 0.0 && p <= 1.0);
        }
    }
}
