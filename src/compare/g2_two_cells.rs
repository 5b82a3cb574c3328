//! The log-likelihood ratio of the two cells of the term alone.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "g2_two_cells",
    about: "log-likelihood over the two cells of the term alone, negative for underuse",
    source: "Rayson & Garside 2000",
    scale: Scale::Signed,
    value: |counts, _| Some(counts.sign() * g2_two_cells(counts)),
};

/// 2·(a·ln(a/E1) + b·ln(b/E2)) with E = n·(a+b)/N, without sign; 0 if a side has no tokens.
///
/// Unlike `g2`, the other tokens of both sides are no cells of the table.
pub(super) fn g2_two_cells(counts: &Contingency) -> f64 {
    let Contingency { a, b, n1, n2 } = *counts;
    if n1 == 0 || n2 == 0 || a + b == 0 {
        return 0.0;
    }
    let rate = (a + b) as f64 / (n1 as f64 + n2 as f64);
    let cell = |observed: u64, tokens: u64| match observed {
        0 => 0.0,
        _ => observed as f64 * (observed as f64 / (rate * tokens as f64)).ln(),
    };
    (2.0 * (cell(a, n1) + cell(b, n2))).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rayson's log-likelihood calculator prints 147, 14 and 90.
    #[test]
    fn the_calculators_examples() {
        for (a, b, expected) in [
            (348, 99, 146.952_852_085_743_53),
            (9, 32, 13.682_299_507_396_726),
            (392, 170, 90.130_102_661_681_4),
        ] {
            let counts = Contingency {
                a,
                b,
                n1: 1_000_000,
                n2: 1_000_000,
            };
            assert!((g2_two_cells(&counts) / expected - 1.0).abs() < 1e-9);
            assert_eq!(counts.sign() < 0.0, a < b);
        }
    }
}
