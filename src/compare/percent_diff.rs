//! By how much per cent the relative frequencies differ.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "percent_diff",
    about: "difference of relative frequencies in percent of the reference's",
    source: "Gabrielatos & Marchi 2011",
    scale: Scale::Percent,
    value: |counts, _| percent_diff(counts),
};

/// 100·(a/n1 − b/n2)/(b/n2): infinite where only the target has the term.
fn percent_diff(counts: &Contingency) -> Option<f64> {
    match counts.rates()? {
        (0.0, 0.0) => None,
        // Exactly −100 where the target lacks the term.
        (target, reference) => Some(100.0 * ((target - reference) / reference)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By Rayson's definitions of effect sizes; then none of many, and many of none.
    #[test]
    fn worked_examples() {
        let of = |a, b| {
            percent_diff(&Contingency {
                a,
                b,
                n1: 1_000_000,
                n2: 1_000_000,
            })
        };
        assert!((of(348, 99).unwrap() / 251.515_151_515_151_5 - 1.0).abs() < 1e-9);
        assert_eq!(of(0, 99), Some(-100.0));
        assert_eq!(of(99, 0), Some(f64::INFINITY));
        assert_eq!(of(0, 0), None);
    }

    #[test]
    fn a_term_that_the_target_lacks_is_less_by_all() {
        let counts = Contingency {
            a: 0,
            b: 213,
            n1: 1,
            n2: 3_908,
        };
        assert_eq!(percent_diff(&counts), Some(-100.0));
    }
}
