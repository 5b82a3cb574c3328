//! Damaged files: whatever is wrong with a file, it gives documents or failures, soon, and no panic.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use epitome::source::{ReadOptions, read_bytes};

use crate::sound::assert_sound;

/// So many damaged files are made of one.
const CASES: u64 = 1_000;
/// All of them are read in this time, or one of them hangs.
const TIME: Duration = Duration::from_secs(300);

/// A row of numbers that look random and are the same every time (SplitMix64, Steele et al. 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.roll() % end.max(1) as u64) as usize
    }
}

/// Reads a file in a thousand ways of damage: cut off, with bits flipped, with bytes replaced, left out or twice.
pub fn survives_damage(name: &str, bytes: &[u8]) {
    let (sender, receiver) = mpsc::channel();
    let (owned_name, owned) = (name.to_owned(), bytes.to_vec());
    thread::spawn(move || {
        for seed in 0..CASES {
            if sender.send(Some(seed)).is_err() {
                return;
            }
            check(&owned_name, damaged(&owned, seed), seed);
        }
        let _ = sender.send(None);
    });
    let mut last = 0;
    loop {
        match receiver.recv_timeout(TIME) {
            Ok(Some(seed)) => last = seed,
            Ok(None) => return,
            Err(_) => panic!("{name}: damage {last} hangs or panics"),
        }
    }
}

/// The file with the damage of this number.
pub fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + dice.below(4) {
        let (place, length) = (dice.below(bytes.len()), 1 + dice.below(64));
        let end = bytes.len().min(place + length);
        match dice.below(6) {
            _ if bytes.is_empty() => {}
            0 => bytes.truncate(place),
            1 => drop(bytes.drain(place..end)),
            2 => bytes.extend_from_within(place..end),
            3 => bytes[place..end].fill(dice.roll() as u8),
            _ => bytes[place] ^= 1 << dice.below(8),
        }
    }
    bytes
}

fn check(name: &str, bytes: Vec<u8>, seed: u64) {
    let outcomes = read_bytes(name, bytes, &ReadOptions::default());
    assert_sound(&format!("{name} {seed}"), &outcomes);
}
