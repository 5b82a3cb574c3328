//! Binomial probabilities, exact at counts of any size.
//!
//! The saddle-point form (Loader 2000, *Fast and accurate computation of binomial probabilities*): the
//! logarithms of huge factorials never meet, so that no digits are lost between them.

/// ln n! − ln(√(2πn)·(n/e)ⁿ): what Stirling's formula leaves out, for n above 0.
fn stirling_error(n: f64) -> f64 {
    if n < 16.0 {
        let factorial: f64 = (2..=n as u64).map(|factor| factor as f64).product();
        return factorial.ln() - 0.5 * (std::f64::consts::TAU * n).ln() - n * (n.ln() - 1.0);
    }
    let square = n * n;
    let series = 1.0 / 1_260.0 - (1.0 / 1_680.0 - 1.0 / (1_188.0 * square)) / square;
    (1.0 / 12.0 - (1.0 / 360.0 - series / square) / square) / n
}

/// ln C(x+y, x)·pˣ·qʸ: the logarithm of the probability of x hits and y misses at p = 1 − q above 0.
pub(super) fn ln_probability(x: u64, y: u64, p: f64, q: f64) -> f64 {
    let (x, y) = (x as f64, y as f64);
    let n = x + y;
    if x == 0.0 || y == 0.0 {
        return if x == 0.0 { y * q.ln() } else { x * p.ln() };
    }
    // What is too much on one side is missing on the other; it is taken where it loses the fewest digits.
    let excess = if p < q { x - n * p } else { n * q - y };
    let deviance =
        |observed: f64, excess: f64, expected: f64| observed * (excess / expected).ln_1p();
    stirling_error(n)
        - stirling_error(x)
        - stirling_error(y)
        - deviance(x, excess, n * p)
        - deviance(y, -excess, n * q)
        + 0.5 * (n / (std::f64::consts::TAU * x * y)).ln()
}

/// A sum of terms that fall, each the one before times a ratio that falls too: 1 + r₀ + r₀·r₁ + …, until
/// nothing is added any more.
pub(super) fn falling_sum(mut ratio: impl FnMut(u64) -> f64) -> f64 {
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 0_u64.. {
        term *= ratio(step);
        let before = sum;
        sum += term;
        if sum == before {
            break;
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// C(5, 2)·0.3²·0.7³ = 0.3087; C(40, 20)/2⁴⁰ = 137 846 528 820 / 1 099 511 627 776.
    #[test]
    fn probabilities_by_hand() {
        let close = |x, y, p: f64, expected: f64| {
            let found = ln_probability(x, y, p, 1.0 - p).exp();
            assert!((found / expected - 1.0).abs() < 1e-13, "{found}");
        };
        close(2, 3, 0.3, 0.3087);
        close(20, 20, 0.5, 137_846_528_820.0 / 1_099_511_627_776.0);
        close(0, 3, 0.3, 0.343);
        close(3, 0, 0.3, 0.027);
    }

    #[test]
    fn both_ways_to_stirlings_error_meet() {
        let below = stirling_error(15.0);
        assert!((below - (1.0 / 180.0 - 1.0 / (360.0 * 3_375.0))).abs() < 1e-8);
        let ratio = stirling_error(16.0) / below;
        assert!((ratio - 15.0 / 16.0).abs() < 1e-4);
    }

    /// 1 + ½ + ½·½ + … = 2.
    #[test]
    fn a_geometric_sum() {
        assert!((falling_sum(|_| 0.5) - 2.0).abs() < 1e-15);
        assert_eq!(falling_sum(|_| 0.0), 1.0);
    }
}
