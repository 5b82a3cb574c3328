//! Fisher's exact test.

use super::binomial::{falling_sum, ln_probability};
use super::{Contingency, Measure, Scale};

pub(super) const MEASURE: Measure = Measure {
    name: "fisher",
    about: "two-sided p-value of Fisher's exact test: of all tables no more probable",
    source: "Fisher 1934",
    scale: Scale::Chance,
    value: |counts, _| p_value(counts),
};

/// Tables count as no more probable up to this much of a difference, which rounding may make.
const TOLERANCE: f64 = 1e-7;

/// The sum of the hypergeometric probabilities, margins given, that do not exceed that of the counts.
fn p_value(counts: &Contingency) -> Option<f64> {
    counts.rates()?;
    let table = Table {
        hits: counts.a + counts.b,
        n1: counts.n1,
        n2: counts.n2,
    };
    let (least, most) = (
        table.hits.saturating_sub(table.n2),
        table.hits.min(table.n1),
    );
    let observed = table.ln_probability(counts.a);
    let limit = observed + TOLERANCE;
    // Probabilities rise up to the mode and fall from there: the ends of both tails are searched from it.
    let mode = table.mode().clamp(least, most);
    if table.ln_probability(mode) <= limit {
        return Some(1.0);
    }
    let is_within = |a: u64| table.ln_probability(a) <= limit;
    let upper = first(mode, most + 1, is_within);
    let lower = first(0, mode - least + 1, |below| is_within(mode - below));
    let mut p = 0.0;
    if upper <= most {
        let ratio = |step| 1.0 / table.ratio_down(upper + step + 1, most);
        p += table.ln_probability(upper).exp() * falling_sum(ratio);
    }
    if lower <= mode - least {
        let start = mode - lower;
        let ratio = |step: u64| match start.checked_sub(step) {
            Some(a) if a > least => table.ratio_down(a, most),
            _ => 0.0,
        };
        p += table.ln_probability(start).exp() * falling_sum(ratio);
    }
    Some(p.min(1.0))
}

/// The least number from `from` on, below `to`, for which something is true that stays true; else `to`.
fn first(from: u64, to: u64, is_true: impl Fn(u64) -> bool) -> u64 {
    let (mut from, mut to) = (from, to);
    while from < to {
        let middle = from + (to - from) / 2;
        if is_true(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

/// The margins of a table: occurrences in all, and the tokens of both sides.
struct Table {
    hits: u64,
    n1: u64,
    n2: u64,
}

impl Table {
    /// The most probable number of occurrences in the target: ⌊(hits+1)(n1+1)/(N+2)⌋.
    fn mode(&self) -> u64 {
        let [hits, n1, n2] = [self.hits, self.n1, self.n2].map(u128::from);
        u64::try_from((hits + 1) * (n1 + 1) / (n1 + n2 + 2)).unwrap_or(u64::MAX)
    }

    /// ln of C(n1, a)·C(n2, b)/C(N, hits), as three binomial probabilities.
    fn ln_probability(&self, a: u64) -> f64 {
        let total = self.n1 + self.n2;
        if self.hits == 0 || self.hits == total {
            return 0.0;
        }
        let b = self.hits - a;
        let misses = total - self.hits;
        let p = self.hits as f64 / total as f64;
        let q = misses as f64 / total as f64;
        ln_probability(a, self.n1 - a, p, q) + ln_probability(b, self.n2 - b, p, q)
            - ln_probability(self.hits, misses, p, q)
    }

    /// The probability of a − 1 over that of a; infinite beyond the most there can be.
    fn ratio_down(&self, a: u64, most: u64) -> f64 {
        if a > most {
            return f64::INFINITY;
        }
        let b = self.hits - a;
        let down = a as f64 * (self.n2 - b) as f64;
        let up = (self.n1 - a + 1) as f64 * (b + 1) as f64;
        down / up
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(a: u64, n1: u64, b: u64, n2: u64) -> f64 {
        p_value(&Contingency { a, b, n1, n2 }).unwrap()
    }

    /// The lady who tastes tea: (16 + 1 + 16 + 1)/70.
    #[test]
    fn the_tea_tasting() {
        assert!((p(3, 4, 1, 4) / 0.485_714_285_714_285_65 - 1.0).abs() < 1e-9);
        assert!((p(4, 4, 0, 4) - 2.0 / 70.0).abs() < 1e-12);
        assert!((p(2, 4, 2, 4) - 1.0).abs() < 1e-12);
    }

    /// All 12 occurrences among 1 500 of 91 500 tokens; nothing on the other side is as improbable.
    #[test]
    fn a_zero_cell() {
        let by_hand: f64 = (0..12)
            .map(|i| f64::from(1_500 - i) / f64::from(91_500 - i))
            .product();
        assert!((p(12, 1_500, 0, 90_000) / by_hand - 1.0).abs() < 1e-9);
    }

    /// Against the plain sum over all tables.
    #[test]
    fn every_small_table() {
        for (n1, n2) in [(7, 5), (6, 6), (1, 9)] {
            for a in 0..=n1 {
                for b in 0..=n2 {
                    let table = Table {
                        hits: a + b,
                        n1,
                        n2,
                    };
                    let of = |a| table.ln_probability(a).exp();
                    let range = (a + b).saturating_sub(n2)..=(a + b).min(n1);
                    let whole: f64 = range.clone().map(of).sum();
                    let sum: f64 = range.map(of).filter(|&p| p <= of(a) * (1.0 + 1e-7)).sum();
                    assert!((whole - 1.0).abs() < 1e-12);
                    assert!((p(a, n1, b, n2) - sum).abs() < 1e-12, "{a} {b} {n1} {n2}");
                }
            }
        }
    }
}
