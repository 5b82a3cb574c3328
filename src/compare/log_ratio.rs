//! How many times as often, in doublings.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "log_ratio",
    about: "binary logarithm of the ratio of relative frequencies, zero counts as 0.5",
    source: "Hardie 2014",
    scale: Scale::Signed,
    value: |counts, _| Some(log_ratio(counts)),
};

/// log₂((a/n1) / (b/n2)), a count of zero as 0.5; 0 for a term that neither side has.
pub(super) fn log_ratio(counts: &Contingency) -> f64 {
    let Contingency { a, b, n1, n2 } = *counts;
    if n1 == 0 || n2 == 0 || (a, b) == (0, 0) {
        return 0.0;
    }
    let count = |count: u64| if count == 0 { 0.5 } else { count as f64 };
    ((count(a) / n1 as f64) / (count(b) / n2 as f64)).log2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        let of = |a, n1, b, n2| log_ratio(&Contingency { a, b, n1, n2 });
        assert!((of(1_189, 168_329, 968, 19_552_238) - 7.156_575_955_874_566).abs() < 1e-9);
        assert!((of(12, 1_500, 0, 90_000) - 10.491_853_096_329_676).abs() < 1e-9);
        assert_eq!(of(4, 100, 2, 100), 1.0);
        assert_eq!(of(0, 100, 0, 50), 0.0);
    }
}
