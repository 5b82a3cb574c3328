//! Log-odds ratios with a Dirichlet prior, in standard deviations.

use super::{Contingency, Measure, Scale, Setting};

pub(super) const TWO_TERMS: Measure = Measure {
    name: "log_odds",
    about: "z of the log-odds ratio with a Dirichlet prior of 0.01 a term, variance of two terms",
    source: "Monroe, Colaresi & Quinn 2008, with the short variance of the package logodds",
    scale: Scale::Signed,
    value: |counts, setting| z(counts, setting, Variance::TwoTerms),
};

pub(super) const FOUR_TERMS: Measure = Measure {
    name: "log_odds_four_terms",
    about: "the same, variance of four terms: of the other tokens too",
    source: "Monroe, Colaresi & Quinn 2008, with the full variance of the package scattertext",
    scale: Scale::Signed,
    value: |counts, setting| z(counts, setting, Variance::FourTerms),
};

/// Which counts add to the variance of a log-odds ratio.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Variance {
    /// Those of the term.
    TwoTerms,
    /// Those of the other tokens too.
    FourTerms,
}

/// What is added to the count of each term, on both sides.
const PRIOR: f64 = 0.01;

/// δ/√variance with δ = ln(u/u′) − ln(v/v′): u = a + α and u′ = n1 + α₀ − u for the target, v and v′ for the
/// reference, α the prior of a term and α₀ that of all distinct terms. The variance is 1/u + 1/v, or
/// 1/u + 1/v + 1/u′ + 1/v′.
fn z(counts: &Contingency, setting: &Setting, variance: Variance) -> Option<f64> {
    counts.rates()?;
    let of_all = PRIOR * setting.distinct.max(2) as f64;
    let smoothed = |count: u64, tokens: u64| {
        let other = (tokens - count) as f64 + of_all - PRIOR;
        (count as f64 + PRIOR, other)
    };
    let (u, u_other) = smoothed(counts.a, counts.n1);
    let (v, v_other) = smoothed(counts.b, counts.n2);
    let delta = (u / u_other).ln() - (v / v_other).ln();
    let of_term = 1.0 / u + 1.0 / v;
    Some(match variance {
        Variance::TwoTerms => delta / of_term.sqrt(),
        Variance::FourTerms => delta / (of_term + 1.0 / u_other + 1.0 / v_other).sqrt(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sides of five terms: cat, purr, dog, leash, the.
    #[test]
    fn worked_examples() {
        let setting = Setting {
            alpha: 0.05,
            tested: 5,
            distinct: 5,
        };
        for (a, b, two_terms, four_terms) in [
            (30, 4, 4.029_022_285_550_211, 3.968_725_213_522_868_3),
            (12, 0, 0.715_378_875_490_773_6, 0.715_349_435_281_447_2),
            (5, 28, -3.716_662_392_938_272_5, -3.650_436_974_570_348),
            (0, 9, -0.682_016_879_491_278_9, -0.681_989_019_418_283_5),
            (200, 210, -1.874_888_660_492_992_6, -0.787_101_208_795_722_7),
        ] {
            let counts = Contingency {
                a,
                b,
                n1: 247,
                n2: 251,
            };
            for (variance, expected) in [
                (Variance::TwoTerms, two_terms),
                (Variance::FourTerms, four_terms),
            ] {
                let found = z(&counts, &setting, variance).unwrap();
                assert!((found / expected - 1.0).abs() < 1e-9, "{found}");
            }
        }
    }
}
