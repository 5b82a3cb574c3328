//! Sums of inverse distances in a text, in linear time.

/// A stretch of tokens that belongs to something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    /// Its first and last token.
    pub first: u32,
    pub last: u32,
    /// The number of what it belongs to.
    pub owner: usize,
}

/// The inverse of the distance as a sum of exponentials,
///
/// 1/d = ∫ e^(u − d·e^u) du ≈ Σ_k ω_k · e^(−t_k·d), with t_k = e^(3−hk), ω_k = h·t_k
///
/// which is the trapezoidal rule with step h (Beylkin & Monzón 2010). Each exponential decays from token
/// to token, so that one pass over a text sums up what stands before each place, one number an
/// exponential, and no two places are ever compared.
#[derive(Debug)]
pub(super) struct Proximity {
    /// ω.
    weights: Vec<f64>,
    /// e^(−t·d) for each byte of d, for each value of it, for each t.
    decays: Vec<Vec<Vec<f64>>>,
    longest: u32,
}

/// h: the relative error is below 10⁻⁴.
const STEP: f64 = 0.75;
/// ln t of the fastest: e^(−t) is as good as none, even at d = 1.
const FASTEST: f64 = 3.0;
/// ln(t·d) of the slowest at the longest d: e^(−t·d) is as good as 1 for all that are slower.
const SLOWEST: f64 = -5.0;
/// What decays by e^-100 is gone: far smaller numbers would take long to reckon with.
const GONE: f64 = 100.0;

impl Proximity {
    /// For texts of `longest` tokens.
    pub fn new(longest: u32) -> Self {
        let slowest = SLOWEST - f64::from(longest.max(1)).ln();
        let steps = ((FASTEST - slowest) / STEP).ceil() as u32;
        let rate = |step: u32| (FASTEST - STEP * f64::from(step)).exp();
        let mut rates: Vec<f64> = (0..steps).map(rate).collect();
        let mut weights: Vec<f64> = rates.iter().map(|rate| STEP * rate).collect();
        // All slower ones as one that does not decay: a geometric series.
        weights.push(STEP * rate(steps) / (1.0 - (-STEP).exp()));
        rates.push(0.0);
        let decay = |distance: f64| -> Vec<f64> {
            let exponents = rates.iter().map(|rate| rate * distance);
            let decay = |exponent: f64| {
                if exponent < GONE {
                    (-exponent).exp()
                } else {
                    0.0
                }
            };
            exponents.map(decay).collect()
        };
        let of_byte = |shift: u32| {
            let values = 0..=(longest >> shift).min(255);
            values
                .map(|value| decay(f64::from(value << shift)))
                .collect()
        };
        let shifts = (0..u32::BITS)
            .step_by(8)
            .filter(|&shift| longest >> shift > 0);
        Self {
            weights,
            decays: shifts.map(of_byte).collect(),
            longest,
        }
    }

    /// Σ x(q) / d(p, q) for every owner, over its stretches p and all other stretches q of the same list,
    /// where x(q) is the value of the owner of q, and neighbours are 1 apart. The stretches of a list do not
    /// overlap, and are in the order of the text.
    pub fn sums(&self, lists: &[Vec<Stretch>], values: &[f64]) -> Vec<f64> {
        let mirrored = |stretch: &Stretch| Stretch {
            first: self.longest - stretch.last,
            last: self.longest - stretch.first,
            owner: stretch.owner,
        };
        let mut sums = vec![0.0; values.len()];
        let mut behind = sums.clone();
        rayon::join(
            || {
                let lists = lists.iter().map(|list| list.iter().copied());
                lists.for_each(|list| self.add_before(list, values, &mut sums));
            },
            || {
                let lists = lists.iter().map(|list| list.iter().rev().map(mirrored));
                lists.for_each(|list| self.add_before(list, values, &mut behind));
            },
        );
        for (sum, behind) in sums.iter_mut().zip(behind) {
            *sum += behind;
        }
        sums
    }

    /// Adds to the sum of each stretch's owner what is before the stretch.
    fn add_before(
        &self,
        stretches: impl Iterator<Item = Stretch>,
        values: &[f64],
        sums: &mut [f64],
    ) {
        let mut state = vec![0.0; self.weights.len()];
        let mut at = 0;
        for Stretch { first, last, owner } in stretches {
            self.decay(&mut state, first - at);
            sums[owner] += state.iter().sum::<f64>();
            self.decay(&mut state, last - first);
            for (state, weight) in state.iter_mut().zip(&self.weights) {
                *state += weight * values[owner];
            }
            at = last;
        }
    }

    fn decay(&self, state: &mut [f64], distance: u32) {
        for (byte, decays) in self.decays.iter().enumerate() {
            let value = (distance >> (8 * byte)) & 255;
            if value > 0 {
                for (state, decay) in state.iter_mut().zip(&decays[value as usize]) {
                    *state *= decay;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn inverses_are_good_to_four_digits() {
        for longest in [1, 2, 10, 300, 10_000, 20_000_000, 1 << 31] {
            let proximity = Proximity::new(longest);
            let mut distance = 1;
            while distance < longest {
                let mut state = proximity.weights.clone();
                proximity.decay(&mut state, distance);
                let product = state.iter().sum::<f64>() * f64::from(distance);
                assert!((product - 1.0).abs() < 1e-4, "1/{distance}: {product}");
                distance += distance / 9 + 1;
            }
        }
    }

    /// The slow and obvious version: every pair.
    fn pairs(stretches: &[Stretch], values: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; values.len()];
        for (place, earlier) in stretches.iter().enumerate() {
            for later in &stretches[place + 1..] {
                let distance = f64::from(later.first - earlier.last);
                sums[later.owner] += values[earlier.owner] / distance;
                sums[earlier.owner] += values[later.owner] / distance;
            }
        }
        sums
    }

    proptest! {
        #[test]
        fn passes_equal_pairs(
            steps in proptest::collection::vec((1_u32..400, 0_u32..4, 0_usize..3), 0..40),
            values in proptest::collection::vec(0.1..1.0, 3),
        ) {
            let mut at = 0;
            let stretch = |(gap, length, owner)| {
                let first = at + gap;
                at = first + length;
                Stretch { first, last: at, owner }
            };
            let stretches: Vec<Stretch> = steps.into_iter().map(stretch).collect();
            let proximity = Proximity::new(at);
            let (one, other) = stretches.split_at(stretches.len() / 3);
            let exact = pairs(one, &values).into_iter().zip(pairs(other, &values));
            let sums = proximity.sums(&[one.to_vec(), other.to_vec()], &values);
            for (sum, (one, other)) in sums.into_iter().zip(exact) {
                let exact = one + other;
                prop_assert!((sum - exact).abs() <= 1e-4 * exact);
            }
        }
    }
}
