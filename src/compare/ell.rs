//! The effect size of the log-likelihood.

use super::g2_two_cells::g2_two_cells;
use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "ell",
    about: "effect size of the two-cell log-likelihood, as a share of what it can be",
    source: "Johnston, Berry & Mielke 2006",
    scale: Scale::Magnitude,
    value: |counts, _| ell(counts),
};

/// G² of two cells / (N·ln E), with N = n1 + n2 and E the smaller of the two expected counts; nothing where
/// E ≤ 1, which leaves no logarithm to divide by.
fn ell(counts: &Contingency) -> Option<f64> {
    counts.rates()?;
    let [a, b, n1, n2] = [counts.a, counts.b, counts.n1, counts.n2].map(|count| count as f64);
    let expected = (a + b) * n1.min(n2) / (n1 + n2);
    (expected > 1.0).then(|| g2_two_cells(counts) / ((n1 + n2) * expected.ln()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_and_too_few_counts() {
        let of = |a, b| {
            ell(&Contingency {
                a,
                b,
                n1: 1_000_000,
                n2: 1_000_000,
            })
        };
        assert!((of(348, 99).unwrap() / 1.358_307_224_552_756e-5 - 1.0).abs() < 1e-9);
        assert_eq!(of(2, 0), None);
    }
}
