//! How many times as often.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "relative_risk",
    about: "ratio of relative frequencies, zero counts as they are",
    source: "Rayson's effect sizes",
    scale: Scale::Ratio,
    value: |counts, _| relative_risk(counts),
};

/// (a/n1) / (b/n2): infinite where only the target has the term.
fn relative_risk(counts: &Contingency) -> Option<f64> {
    match counts.rates()? {
        (0.0, 0.0) => None,
        (target, reference) => Some(target / reference),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By Rayson's definitions of effect sizes: 348/99 with sides of equal size; then zeros.
    #[test]
    fn worked_examples() {
        let of = |a, b| {
            relative_risk(&Contingency {
                a,
                b,
                n1: 1_000_000,
                n2: 1_000_000,
            })
        };
        assert!((of(348, 99).unwrap() / 3.515_151_515_151_515_6 - 1.0).abs() < 1e-9);
        assert_eq!(of(0, 99), Some(0.0));
        assert_eq!(of(99, 0), Some(f64::INFINITY));
        assert_eq!(of(0, 0), None);
    }
}
