//! The log-likelihood ratio.

use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "g2",
    about: "log-likelihood over all four cells, negative for underuse",
    source: "Dunning 1993",
    scale: Scale::Signed,
    value: |counts, _| Some(g2(counts)),
};

/// G² = 2 Σ O·ln(O/E) over all four cells of the table {term, other tokens} × {target, reference},
/// with the sign of a/n1 − b/n2. (Rayson's calculator leaves out the two cells of the other tokens, which
/// makes next to no difference for rare terms.)
pub(super) fn g2(counts: &Contingency) -> f64 {
    let Contingency { a, b, n1, n2 } = *counts;
    if n1 == 0 || n2 == 0 {
        return 0.0;
    }
    let (n1, n2) = (n1 as f64, n2 as f64);
    let (with, without) = ((a + b) as f64, n1 + n2 - (a + b) as f64);
    let cell = |observed: f64, row: f64, column: f64| {
        let expected = row * column / (n1 + n2);
        if observed > 0.0 {
            observed * (observed / expected).ln()
        } else {
            0.0
        }
    };
    let (a, b) = (a as f64, b as f64);
    let sum = cell(a, with, n1)
        + cell(b, with, n2)
        + cell(n1 - a, without, n1)
        + cell(n2 - b, without, n2);
    // Rounding may leave a hair below zero where nothing differs.
    let g2 = (2.0 * sum).max(0.0);
    if a * n2 < b * n1 { -g2 } else { g2 }
}

/// The p-value of a G²: the upper tail of χ² with one degree of freedom.
pub(super) fn p_value(g2: f64) -> f64 {
    statrs::function::erf::erfc((g2.abs() / 2.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: u64, n1: u64, b: u64, n2: u64) -> f64 {
        g2(&Contingency { a, b, n1, n2 })
    }

    #[test]
    fn dunnings_bigrams_and_other_worked_examples() {
        for (a, n1, b, n2, expected) in [
            (110, 221, 2_442, 31_556, 270.721_876_936_225),
            (29, 152, 13, 31_625, 263.896_626_065_579_17),
            (31, 170, 23, 31_607, 256.836_501_579_311_9),
            (10, 13, 0, 31_764, 167.229_803_910_512_57),
            (348, 1_000_000, 99, 1_000_000, 146.983_859_515_762_36),
            (392, 1_000_000, 170, 1_000_000, 90.154_751_588_080_33),
            (12, 1_500, 0, 90_000, 98.755_655_929_821_34),
        ] {
            assert!(
                (of(a, n1, b, n2) / expected - 1.0).abs() < 1e-9,
                "{}",
                of(a, n1, b, n2)
            );
        }
        assert!((of(9, 1_000_000, 32, 1_000_000) + 13.682_564_012_819_1).abs() < 1e-9);
    }

    /// The reference page of quanteda.textstats, measure `lr`: it adds 10⁻⁹ to each ratio before the
    /// logarithm, which makes 2N·10⁻⁹ in all.
    #[test]
    fn examples_of_quanteda_less_its_offset() {
        for (a, b, expected) in [
            (41, 351, 22.609_877_906_248_35),
            (19, 149, 12.306_921_383_820_942),
        ] {
            let offset = 2.0 * (6_182.0 + 127_260.0) * 1e-9;
            let found = of(a, 6_182, b, 127_260) + offset;
            assert!((found / expected - 1.0).abs() < 1e-7, "{found}");
        }
    }

    #[test]
    fn nothing_differs_in_equal_or_empty_groups() {
        assert_eq!(of(5, 100, 5, 100), 0.0);
        assert_eq!(of(0, 0, 5, 100), 0.0);
        assert_eq!(of(3, 3, 0, 0), 0.0);
    }

    #[test]
    fn p_values_are_those_of_chi_squared_tables() {
        assert!((p_value(3.841_458_820_694_124) - 0.05).abs() < 1e-9);
        assert!((p_value(-10.827_566_170_662_733) - 0.001).abs() < 1e-9);
        assert_eq!(p_value(0.0), 1.0);
    }
}
