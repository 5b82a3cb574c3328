//! Corrections of p-values for many tests at once.

/// How p-values are corrected for the number of terms tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The false discovery rate (Benjamini & Hochberg 1995).
    BenjaminiHochberg,
    /// The chance of any false discovery (Bonferroni).
    Bonferroni,
    /// Not at all.
    None,
}

impl Correction {
    /// Its name on the command line and in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::BenjaminiHochberg => "bh",
            Self::Bonferroni => "bonferroni",
            Self::None => "none",
        }
    }
}

/// The p-values, each corrected, in the same order: compare them with α itself.
///
/// Benjamini–Hochberg: with p₍₁₎ ≤ … ≤ p₍ₘ₎, the adjusted p₍ᵢ₎ is the least m·p₍ⱼ₎/j over j ≥ i.
pub fn adjusted(p_values: &[f64], correction: Correction) -> Vec<f64> {
    let tests = p_values.len() as f64;
    match correction {
        Correction::None => p_values.to_vec(),
        Correction::Bonferroni => p_values.iter().map(|p| (p * tests).min(1.0)).collect(),
        Correction::BenjaminiHochberg => {
            let mut order: Vec<usize> = (0..p_values.len()).collect();
            order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
            let mut adjusted = vec![1.0; p_values.len()];
            let mut least = 1.0_f64;
            for (rank, &test) in order.iter().enumerate().rev() {
                least = least.min(p_values[test] * tests / (rank + 1) as f64);
                adjusted[test] = least;
            }
            adjusted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Benjamini & Hochberg (1995): 4 hypotheses are rejected, 3 by Bonferroni.
    #[test]
    fn the_papers_example() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0,
        ];
        let rejected = |correction| {
            adjusted(&p, correction)
                .iter()
                .filter(|&&p| p <= 0.05)
                .count()
        };
        assert_eq!(rejected(Correction::BenjaminiHochberg), 4);
        assert_eq!(rejected(Correction::Bonferroni), 3);
        assert_eq!(rejected(Correction::None), 9);
    }

    #[test]
    fn order_is_kept_and_values_never_fall_below_the_uncorrected() {
        let p = [0.04, 0.01, 0.04, 0.5];
        let corrected = adjusted(&p, Correction::BenjaminiHochberg);
        assert_eq!(corrected[0], corrected[2]);
        assert!(
            corrected
                .iter()
                .zip(&p)
                .all(|(corrected, p)| corrected >= p && *corrected <= 1.0)
        );
        assert!(adjusted(&[], Correction::BenjaminiHochberg).is_empty());
    }
}
