//! How many times the odds.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "odds_ratio",
    about: "ratio of the odds of the term against other tokens, zero counts as they are",
    source: "Rayson's effect sizes",
    scale: Scale::Ratio,
    value: |counts, _| odds_ratio(counts),
};

/// (a/(n1−a)) / (b/(n2−b)): infinite where only the target has the term, nothing where a side is all of it
/// or neither has it.
fn odds_ratio(counts: &Contingency) -> Option<f64> {
    counts.rates()?;
    let [a, b, n1, n2] = [counts.a, counts.b, counts.n1, counts.n2].map(|count| count as f64);
    if a == n1 || b == n2 || a + b == 0.0 {
        return None;
    }
    Some(a / (n1 - a) / (b / (n2 - b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By Rayson's definitions of effect sizes; then zeros.
    #[test]
    fn worked_examples() {
        let of = |a, b| {
            odds_ratio(&Contingency {
                a,
                b,
                n1: 1_000_000,
                n2: 1_000_000,
            })
        };
        assert!((of(348, 99).unwrap() / 3.516_027_092_579_733 - 1.0).abs() < 1e-9);
        assert_eq!(of(0, 99), Some(0.0));
        assert_eq!(of(99, 0), Some(f64::INFINITY));
        assert_eq!(of(1_000_000, 99), None);
        assert_eq!(of(0, 0), None);
    }
}
