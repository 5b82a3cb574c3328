//! How many times as often at least, in doublings: the conservative log ratio.

use super::binomial::{falling_sum, ln_probability};
use super::{Contingency, Measure, Scale, Setting};

pub(super) const MEASURE: Measure = Measure {
    name: "lrc",
    about: "conservative log ratio: the end nearer 0 of its confidence interval, 0 if that holds 0",
    source: "Evert 2022",
    scale: Scale::Signed,
    value: |counts, setting| Some(lrc(counts, setting)),
};

/// log₂((p/n1) / ((1−p)/n2)) with p the lower Clopper–Pearson bound of a/(a+b) at α/2m for m terms tested, at
/// least 0; for underuse the same with the sides changed and the sign turned.
///
/// Given that a term occurs a+b times, a of them are in the target with a chance p, and its odds are the
/// ratio of frequencies times n1/n2.
pub(super) fn lrc(counts: &Contingency, setting: &Setting) -> f64 {
    let Contingency { a, b, n1, n2 } = *counts;
    if n1 == 0 || n2 == 0 {
        return 0.0;
    }
    let level = setting.alpha / (2.0 * setting.tested.max(1) as f64);
    let ratio = n2 as f64 / n1 as f64;
    let least = if counts.sign() > 0.0 {
        lower_log_odds(a, b, level).map(|odds| odds + ratio.ln())
    } else {
        lower_log_odds(b, a, level).map(|odds| odds - ratio.ln())
    };
    match least {
        Some(least) if least > 0.0 => counts.sign() * least / std::f64::consts::LN_2,
        _ => 0.0,
    }
}

/// Levels below this make no bound: it would leave the range of floating-point numbers.
const LEAST_LEVEL: f64 = 1e-290;

/// Steps after which the search ends at the latest; a dozen is much.
const MOST_STEPS: usize = 200;

/// The log-odds ln(p/(1−p)) at which x hits or more, of x+y, have a chance of `level` (Clopper & Pearson 1934).
///
/// ln P(X ≥ x) is a rising concave function of the log-odds, so that the first step of Newton's method may go
/// too far down, but never up, and all further ones rise to the bound. Its slope is x·(1−p)/S, with
/// S = P(X ≥ x)/P(X = x). The bound is nowhere below the p with C(x+y, x)·pˣ = level: P(X ≥ x) is less there.
fn lower_log_odds(x: u64, y: u64, level: f64) -> Option<f64> {
    if x == 0 || level < LEAST_LEVEL {
        return None;
    }
    let both = (x + y) as f64;
    let ln_choices = ln_probability(x, y, 0.5, 0.5) + both * std::f64::consts::LN_2;
    let least = (level.ln() - ln_choices) / x as f64;
    let mut log_odds = (x as f64 / (y as f64 + 0.5)).ln();
    for _ in 0..MOST_STEPS {
        let (p, q) = (
            1.0 / (1.0 + (-log_odds).exp()),
            1.0 / (1.0 + log_odds.exp()),
        );
        let odds = log_odds.exp();
        let sum = falling_sum(|step| y.saturating_sub(step) as f64 / (x + step + 1) as f64 * odds);
        let excess = ln_probability(x, y, p, q) + sum.ln() - level.ln();
        let step = excess * sum / (x as f64 * q);
        log_odds = (log_odds - step).max(least);
        if step.abs() <= 1e-14 * log_odds.abs().max(1.0) {
            break;
        }
    }
    Some(log_odds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(a: u64, n1: u64, b: u64, n2: u64, tested: usize) -> f64 {
        let setting = Setting {
            alpha: 0.05,
            tested,
            distinct: tested,
        };
        lrc(&Contingency { a, b, n1, n2 }, &setting)
    }

    /// The gold table of the association measures of Evert's group (fau-klue), 599 terms.
    #[test]
    fn worked_examples() {
        let close = |found: f64, expected: f64| {
            assert!((found / expected - 1.0).abs() < 1e-9, "{found}");
        };
        close(
            of(1_189, 168_329, 968, 19_552_238, 599),
            6.910_068_549_501_856,
        );
        close(of(49, 168_329, 39, 19_552_238, 599), 5.941_562_136_184_079);
        close(of(12, 1_500, 0, 90_000, 1), 7.381_247_372_464_932);
        close(
            of(968, 19_552_238, 1_189, 168_329, 599),
            -6.910_068_549_501_856,
        );
    }

    /// With all x occurrences on one side, p = level^(1/x); with one of two, 1 − (1−p)² = level.
    #[test]
    fn bounds_by_hand() {
        let all = 0.025_f64.powf(0.2);
        let one = 1.0 - 0.975_f64.sqrt();
        for (x, y, p) in [(5, 0, all), (1, 1, one)] {
            let found = lower_log_odds(x, y, 0.025).unwrap();
            assert!((found - (p / (1.0 - p)).ln()).abs() < 1e-12, "{found}");
        }
        assert_eq!(lower_log_odds(0, 5, 0.025), None);
        assert_eq!(lower_log_odds(5, 0, 0.0), None);
    }

    /// By bisection with 60 decimal digits.
    #[test]
    fn bounds_of_large_and_lopsided_counts() {
        for (x, y, level, expected) in [
            (6, 2, 1e-6, -2.780_702_402_514_175_6),
            (150, 40, 1e-9, 0.325_342_412_078_160_2),
            (3_000, 2_900, 4e-5, -0.069_146_030_820_530_85),
            (20_000, 9_000, 1e-7, 0.732_692_792_233_215_7),
            (2, 5_000, 1e-6, -15.078_203_089_600_984),
            (5_000, 2, 1e-6, 5.564_265_649_793_488),
            (3, 3_000_000, 1e-3, -16.572_051_370_973_34),
            (10, 100_000_000, 1e-8, -18.682_553_931_279_765),
        ] {
            let found: f64 = lower_log_odds(x, y, level).unwrap();
            assert!((found - expected).abs() < 1e-12, "{x} {y}: {found}");
        }
    }

    /// Far into the tails too: the sum of the probabilities from x up is the level.
    #[test]
    fn the_chance_beyond_the_bound_is_the_level() {
        for (x, y, level) in [(3, 4, 0.5), (30, 2, 1e-9), (2, 60, 1e-30), (1, 9, 1e-200)] {
            let odds: f64 = lower_log_odds(x, y, level).unwrap();
            let (p, q) = (1.0 / (1.0 + (-odds).exp()), 1.0 / (1.0 + odds.exp()));
            let chance: f64 = (x..=x + y)
                .map(|hits| ln_probability(hits, x + y - hits, p, q).exp())
                .sum();
            assert!((chance / level - 1.0).abs() < 1e-10, "{chance} {level}");
        }
    }

    #[test]
    fn nothing_certain_is_nothing() {
        assert_eq!(of(3, 1_000, 2, 1_000, 100), 0.0);
        assert_eq!(of(5, 100, 5, 100, 1), 0.0);
        assert_eq!(of(5, 5, 0, 0, 1), 0.0);
    }
}
