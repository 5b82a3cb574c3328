//! What sets groups of documents apart: keyness of terms.
//!
//! One measure a file, one line each in [`MEASURES`].

mod comparison;
mod correction;
mod g2;
mod log_ratio;

pub use comparison::{
    CompareOptions, Comparison, ComparisonRow, Direction, GroupCounts, GroupSize, Reference,
    compare,
};
pub use correction::{Correction, adjusted};

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

/// A measure of keyness.
#[derive(Debug)]
pub struct Measure {
    /// Its name: on the command line, and as a field of results.
    pub name: &'static str,
    /// What it is, in a few words.
    pub about: &'static str,
    /// Who described it.
    pub source: &'static str,
    /// Its value: positive where the target has more than its share. Always finite.
    pub value: fn(&Contingency) -> f64,
}

/// All measures, the default first.
pub static MEASURES: &[Measure] = &[g2::MEASURE, log_ratio::MEASURE];

/// The measure with this name.
pub fn by_name(name: &str) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.name == name)
}

#[cfg(test)]
mod laws {
    //! What holds for every measure.

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn values_are_finite_and_turn_with_the_sides(a in 0_u64..500, b in 0_u64..500, n1 in 0_u64..10_000, n2 in 0_u64..10_000) {
            let there = Contingency { a, b, n1: n1 + a, n2: n2 + b };
            let back = Contingency { a: b, b: a, n1: n2 + b, n2: n1 + a };
            for measure in MEASURES {
                let value = (measure.value)(&there);
                prop_assert!(value.is_finite(), "{} of {there:?}", measure.name);
                prop_assert!((value + (measure.value)(&back)).abs() < 1e-9 * value.abs().max(1.0), "{}", measure.name);
            }
        }
    }
}
