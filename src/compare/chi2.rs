//! Pearson's chi-squared, plain and with Yates' correction.

use super::{Contingency, Measure, Scale};

pub(super) const PLAIN: Measure = Measure {
    name: "chi2",
    about: "Pearson's chi-squared without correction, negative for underuse",
    source: "Pearson 1900",
    scale: Scale::Signed,
    value: |counts, _| chi2(counts, 0.0),
};

pub(super) const YATES: Measure = Measure {
    name: "chi2_yates",
    about: "Pearson's chi-squared, each cell half a count nearer what is expected (Yates), at most up to it",
    source: "Yates 1934",
    scale: Scale::Signed,
    value: |counts, _| chi2(counts, 0.5),
};

/// Σ (|O − E| − shift)² / E over all four cells, with the sign of a/n1 − b/n2; no difference falls below 0.
///
/// |O − E| is the same in all cells, (a·n2 − b·n1)/N. Nothing if a side has no tokens, 0 if the term is all
/// there is, or does not occur.
fn chi2(counts: &Contingency, shift: f64) -> Option<f64> {
    counts.rates()?;
    let [a, b, n1, n2] = [counts.a, counts.b, counts.n1, counts.n2].map(|count| count as f64);
    let (total, with) = (n1 + n2, a + b);
    let without = total - with;
    if with == 0.0 || without <= 0.0 {
        return Some(0.0);
    }
    let difference = ((a * n2 - b * n1).abs() / total - shift).max(0.0);
    let inverse = |row: f64, column: f64| total / (row * column);
    let inverses =
        inverse(with, n1) + inverse(with, n2) + inverse(without, n1) + inverse(without, n2);
    Some(counts.sign() * difference * difference * inverses)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: u64, n1: u64, b: u64, n2: u64, shift: f64, expected: f64) {
        let found = chi2(&Contingency { a, b, n1, n2 }, shift).unwrap();
        assert!((found / expected - 1.0).abs() < 1e-9, "{found}");
    }

    /// The reference page of quanteda.textstats: signed, without correction.
    #[test]
    fn examples_of_quanteda() {
        close(1_048, 43_002, 779, 108_539, 0.0, 764.448_437_819_523_1);
        close(2_089, 43_002, 8_094, 108_539, 0.0, -331.990_685_522_827_33);
    }

    /// SciPy's chi2_contingency, plain and with Yates' correction.
    #[test]
    fn examples_of_scipy() {
        close(3, 10, 7, 9, 0.0, -4.337_160_493_827_161);
        close(3, 10, 7, 9, 0.5, -2.632_438_271_604_939);
    }

    #[test]
    fn the_correction_does_not_go_beyond_what_is_expected() {
        let counts = Contingency {
            a: 5,
            b: 5,
            n1: 100,
            n2: 101,
        };
        assert_eq!(chi2(&counts, 0.5), Some(0.0));
    }
}
