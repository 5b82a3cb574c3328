//! Sixty-four bytes at a time as bits: which are parts of words, which may join them, which are odd.

use wide::u8x16;

/// So many bytes are looked at together.
pub(super) const BLOCK: usize = 64;

/// What the bytes of a block are, the first byte the lowest bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Masks {
    /// ASCII letters, digits and the underscore, and all that is not ASCII.
    pub runs: u64,
    /// What may join a word to one right behind it: `& ' , . : ;`
    pub joints: u64,
    /// What joins words right before and behind it to one token.
    pub hyphens: u64,
    /// What may belong to a letter right before it: "C++", "C#".
    pub signs: u64,
    /// What needs a look of its own wherever it stands: "a_b", "é".
    pub odd: u64,
}

impl Masks {
    /// The masks of a block.
    #[inline]
    pub fn of(block: &[u8; BLOCK]) -> Self {
        let mut masks = Self::default();
        for (place, &sixteen) in block.as_chunks::<16>().0.iter().enumerate() {
            let bytes = u8x16::new(sixteen);
            let letters = is_in(bytes | u8x16::splat(0x20), b'a'..=b'z');
            let even = bytes & u8x16::splat(0xfe);
            let underscores = is(bytes, b'_');
            let high = bytes.to_bitmask();
            let runs = letters | is_in(bytes, b'0'..=b'9') | underscores;
            let joints = is(even, b'&') | is(even, b':') | is(bytes, b',') | is(bytes, b'.');
            let signs = is(bytes, b'+') | is(bytes, b'#');
            masks.runs |= u64::from(runs.to_bitmask() | high) << (16 * place);
            masks.joints |= u64::from(joints.to_bitmask()) << (16 * place);
            masks.hyphens |= u64::from(is(bytes, b'-').to_bitmask()) << (16 * place);
            masks.signs |= u64::from(signs.to_bitmask()) << (16 * place);
            masks.odd |= u64::from(underscores.to_bitmask() | high) << (16 * place);
        }
        masks
    }
}

/// ASCII letters, digits and the underscore, and all that is not ASCII.
#[inline]
pub(super) fn is_run_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[inline]
fn is(bytes: u8x16, byte: u8) -> u8x16 {
    bytes.simd_eq(u8x16::splat(byte))
}

#[inline]
fn is_in(bytes: u8x16, range: std::ops::RangeInclusive<u8>) -> u8x16 {
    let above = bytes - u8x16::splat(*range.start());
    above
        .min(u8x16::splat(range.end() - range.start()))
        .simd_eq(above)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn masks_are_what_single_bytes_are(
            block in prop::collection::vec(prop_oneof![any::<u8>(), 0x20_u8..0x80], BLOCK)
        ) {
            let bits = |is: fn(&u8) -> bool| {
                (0..BLOCK).map(|i| u64::from(is(&block[i])) << i).sum::<u64>()
            };
            let expected = Masks {
                runs: bits(|byte| is_run_byte(*byte)),
                joints: bits(|byte| b"&',.:;".contains(byte)),
                hyphens: bits(|&byte| byte == b'-'),
                signs: bits(|byte| b"+#".contains(byte)),
                odd: bits(|&byte| byte == b'_' || !byte.is_ascii()),
            };
            let block: &[u8; BLOCK] = block[..].try_into().expect("a block");
            prop_assert_eq!(Masks::of(block), expected);
        }
    }
}
