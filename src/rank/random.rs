//! Chance: what a method has to beat.

use super::{Method, RankInput, RankOptions, Scores};

pub(super) const METHOD: Method = Method {
    name: "random",
    about: "sentences drawn by lot, the same on every run over the same text: a baseline",
    source: "numbers by SplitMix64, Steele et al. 2014",
    trade_off: 1.0,
    rank,
};

fn rank(input: &RankInput, _: &RankOptions) -> Scores {
    // Each text has a lottery of its own, or the draws of several texts would be one.
    let add = |seed: u64, words: u64| (seed ^ words).wrapping_mul(0x0000_0100_0000_01b3);
    let words = input
        .terms
        .marks()
        .iter()
        .map(|marks| u64::from(marks.words));
    let seed = words.fold(0xcbf2_9ce4_8422_2325, add);
    let lots = (0..input.terms.len() as u64).map(|sentence| lot(seed, sentence));
    Scores::product(input.terms.len(), vec![("lot", lots.collect())], None)
}

/// The number of a sentence in the lottery with this seed, above 0 and at most 1.
pub(crate) fn lot(seed: u64, sentence: u64) -> f64 {
    let step = sentence.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut z = seed.wrapping_add(step);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64 + f64::MIN_POSITIVE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spread_evenly_and_always_the_same() {
        // The first output of SplitMix64 with seed 0 is 0xe220a8397b1dcdaf.
        assert!((lot(0, 0) - 0xe220_a839_7b1d_cdaf_u64 as f64 / 2.0_f64.powi(64)).abs() < 1e-15);
        let mut tenths = [0; 10];
        (0..10_000).for_each(|i| tenths[(lot(7, i) * 10.0) as usize] += 1);
        assert!(tenths.iter().all(|count| (900..1_100).contains(count)));
    }
}
