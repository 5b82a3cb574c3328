//! What sets groups of documents apart: keyness of terms.
//!
//! One measure a file, one line each in [`MEASURES`].

mod bic;
mod binomial;
mod chi2;
mod comparison;
mod correction;
mod dispersion;
mod ell;
mod fisher;
mod g2;
mod g2_two_cells;
mod log_odds;
mod log_ratio;
mod lrc;
mod odds_ratio;
mod percent_diff;
mod relative_risk;
mod simple_maths;
mod sums;

pub use comparison::{
    Change, CompareOptions, Comparison, ComparisonRow, Direction, Group, GroupSize, Pair,
    Reference, Sorting, compare,
};
pub use correction::{Correction, adjusted};
pub use dispersion::{DISPERSIONS, Dispersion, Parts, dispersion_by_name};

/// The counts of a term in a target and a reference, and the tokens of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contingency {
    /// Occurrences in the target.
    pub a: u64,
    /// Occurrences in the reference.
    pub b: u64,
    /// Tokens of the target.
    pub n1: u64,
    /// Tokens of the reference.
    pub n2: u64,
}

impl Contingency {
    /// The relative frequencies a/n1 and b/n2, if both sides have tokens.
    fn rates(&self) -> Option<(f64, f64)> {
        let Self { a, b, n1, n2 } = *self;
        (n1 > 0 && n2 > 0).then(|| (a as f64 / n1 as f64, b as f64 / n2 as f64))
    }

    /// −1 where the target has less than its share, else 1.
    fn sign(&self) -> f64 {
        let Self { a, b, n1, n2 } = *self;
        // Products of two counts can exceed 64 bits.
        if u128::from(a) * u128::from(n2) < u128::from(b) * u128::from(n1) {
            -1.0
        } else {
            1.0
        }
    }
}

/// What a measure may need beside the counts of its term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// The level of significance.
    pub alpha: f64,
    /// Terms tested.
    pub tested: usize,
    /// Distinct terms in target and reference together.
    pub distinct: usize,
}

/// How the values of a measure are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Around 0, negative for underuse, the same with the opposite sign when the sides change places.
    Signed,
    /// The larger the more telling, the same for overuse and underuse.
    Magnitude,
    /// A ratio: 1 where nothing differs, from 0 to 1 for underuse.
    Ratio,
    /// A difference in percent: 0 where nothing differs, from −100 to 0 for underuse.
    Percent,
    /// A p-value: the smaller the more telling.
    Chance,
}

impl Scale {
    /// How telling a value is: what terms are ordered by.
    fn strength(self, value: f64) -> f64 {
        match self {
            Self::Signed => value.abs(),
            Self::Magnitude => value,
            Self::Ratio => value.ln().abs(),
            Self::Percent => (value / 100.0).ln_1p().abs(),
            Self::Chance => -value,
        }
    }
}

/// A measure of keyness.
#[derive(Debug)]
pub struct Measure {
    /// Its name: on the command line, and as a field of results.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// How its values are read.
    pub scale: Scale,
    /// Its value, or nothing where it has none. Never NaN; infinite only where the reference lacks the term.
    pub value: fn(&Contingency, &Setting) -> Option<f64>,
}

/// All measures, the default first.
pub static MEASURES: &[Measure] = &[
    lrc::MEASURE,
    g2::MEASURE,
    log_ratio::MEASURE,
    g2_two_cells::MEASURE,
    chi2::PLAIN,
    chi2::YATES,
    fisher::MEASURE,
    log_odds::TWO_TERMS,
    log_odds::FOUR_TERMS,
    percent_diff::MEASURE,
    odds_ratio::MEASURE,
    relative_risk::MEASURE,
    bic::MEASURE,
    ell::MEASURE,
    simple_maths::RARE,
    simple_maths::COMMON,
];

/// The measure with this name.
pub fn by_name(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.name == name)
}

#[cfg(test)]
mod laws {
    //! What holds for every measure.

    use proptest::prelude::*;

    use super::*;

    const SETTING: Setting = Setting {
        alpha: 0.05,
        tested: 10,
        distinct: 20,
    };

    proptest! {
        #[test]
        fn values_are_no_nan_and_turn_with_the_sides(a in 0_u64..500, b in 0_u64..500, n1 in 0_u64..10_000, n2 in 0_u64..10_000) {
            let there = Contingency { a, b, n1: n1 + a, n2: n2 + b };
            let back = Contingency { a: b, b: a, n1: n2 + b, n2: n1 + a };
            for Measure { name, scale, value, .. } in MEASURES {
                let Some(found) = value(&there, &SETTING) else {
                    prop_assert_eq!(value(&back, &SETTING), None, "{}", name);
                    continue;
                };
                prop_assert!(found.is_finite() || found == f64::INFINITY && b == 0, "{name} of {there:?}");
                prop_assert!(!scale.strength(found).is_nan(), "{name} of {there:?}");
                let turned = value(&back, &SETTING).unwrap_or(f64::NAN);
                let expected = match scale {
                    Scale::Signed => -found,
                    Scale::Magnitude | Scale::Chance => found,
                    Scale::Ratio => 1.0 / found,
                    Scale::Percent => 1e4 / (100.0 + found) - 100.0,
                };
                let close = (turned - expected).abs() <= 1e-9 * expected.abs().max(1.0);
                prop_assert!(close || turned == expected, "{name} of {there:?}: {turned}, not {expected}");
            }
        }

        #[test]
        fn nothing_tells_in_groups_that_are_alike(a in 1_u64..500, others in 0_u64..10_000) {
            let counts = Contingency { a, b: a, n1: a + others, n2: a + others };
            for Measure { name, scale, value, .. } in MEASURES {
                let Some(found) = value(&counts, &SETTING) else { continue };
                let neutral = match scale {
                    Scale::Signed | Scale::Percent => found.abs() < 1e-9,
                    Scale::Magnitude => found < 1e-9,
                    Scale::Ratio | Scale::Chance => (found - 1.0).abs() < 1e-9,
                };
                prop_assert!(neutral, "{name} of {counts:?}: {found}");
            }
        }
    }

    #[test]
    fn counts_of_many_texts_are_no_trouble() {
        for (a, b) in [
            (40_000_000_000, 39_000_000_000),
            (3, 2_000_000_000),
            (900_000, 0),
        ] {
            let counts = Contingency {
                a,
                b,
                n1: 1_000_000_000_000,
                n2: 1_500_000_000_000,
            };
            for measure in MEASURES {
                let value = (measure.value)(&counts, &SETTING);
                assert!(
                    value.is_some_and(|value| !value.is_nan()),
                    "{}",
                    measure.name
                );
            }
        }
    }

    #[test]
    fn names_are_distinct() {
        let mut names: Vec<&str> = MEASURES.iter().map(|measure| measure.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), MEASURES.len());
    }
}
