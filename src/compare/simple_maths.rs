//! How many times as often, with a constant that favours rare or common terms.

use super::{Contingency, Measure, Scale};

pub(super) const RARE: Measure = Measure {
    name: "simple_maths",
    about: "ratio of occurrences in a million tokens, 1 added to both: favours rare terms",
    source: "Kilgarriff 2009, k = 1",
    scale: Scale::Ratio,
    value: |counts, _| simple_maths(counts, 1.0),
};

pub(super) const COMMON: Measure = Measure {
    name: "simple_maths_100",
    about: "the same with 100 added to both: favours common terms",
    source: "Kilgarriff 2009, k = 100",
    scale: Scale::Ratio,
    value: |counts, _| simple_maths(counts, 100.0),
};

/// (10⁶·a/n1 + k) / (10⁶·b/n2 + k).
fn simple_maths(counts: &Contingency, k: f64) -> Option<f64> {
    let (target, reference) = counts.rates()?;
    Some((target * 1e6 + k) / (reference * 1e6 + k))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (348 + k)/(99 + k) at k = 1 and 100.
    #[test]
    fn worked_examples() {
        let counts = Contingency {
            a: 348,
            b: 99,
            n1: 1_000_000,
            n2: 1_000_000,
        };
        for (k, expected) in [(1.0, 3.49), (100.0, 2.251_256_281_407_035)] {
            let found = simple_maths(&counts, k).unwrap();
            assert!((found / expected - 1.0).abs() < 1e-9, "{found}");
        }
    }
}
