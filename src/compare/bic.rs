//! The Bayes factor, by the Bayesian information criterion.

use super::g2_two_cells::g2_two_cells;
use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "bic",
    about: "Bayes factor by BIC: two-cell log-likelihood less ln N; above 10 is very strong evidence",
    source: "Wilson 2013",
    scale: Scale::Magnitude,
    value: |counts, _| bic(counts),
};

/// G² of two cells − ln N, with N = n1 + n2: G² for one degree of freedom, less what the larger model costs.
fn bic(counts: &Contingency) -> Option<f64> {
    counts.rates()?;
    let total = counts.n1 as f64 + counts.n2 as f64;
    Some(g2_two_cells(counts) - total.ln())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 146.95285… − ln 2 000 000.
    #[test]
    fn worked_example() {
        let counts = Contingency {
            a: 348,
            b: 99,
            n1: 1_000_000,
            n2: 1_000_000,
        };
        assert!((bic(&counts).unwrap() / 132.444_194_347_219_3 - 1.0).abs() < 1e-9);
    }
}
