//! Strings as small numbers.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// The number of a string in a [`Vocabulary`]: dense, from 0, in the order of first appearance.
pub type TermId = u32;

/// Interned strings: each gets a dense number, and all of them share one buffer.
///
/// Strings of up to 16 bytes, as most words are, live in tables of their own, as one or two machine
/// words: to find one takes one probe and no look at the buffer.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    text: String,
    /// Where each string ends in `text`; it begins where the one before ends.
    ends: Vec<usize>,
    /// Strings of up to 8 bytes.
    tiny: Table<u64>,
    /// Strings of 9 to 16 bytes.
    short: Table<[u64; 2]>,
    long: HashTable<Long>,
    hasher: RandomState,
}

/// A string that is not short.
#[derive(Clone, Copy, Debug)]
struct Long {
    id: TermId,
    uses: u32,
}

/// Strings up to this length are tiny, in bytes.
const TINY: usize = 8;
/// Strings up to this length are short, in bytes.
const SHORT: usize = 16;

/// A string that is not long, filled up with zero bytes. Strings that hold a zero byte are long.
#[derive(Clone, Copy)]
enum Key {
    Tiny(u64),
    Short([u64; 2]),
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self::with_room(0)
    }
}

impl Vocabulary {
    /// A vocabulary with room for so many strings, as they are in texts: three of four are tiny. It grows as it has to.
    pub fn with_room(strings: usize) -> Self {
        let hasher = RandomState::default();
        // Random, since the words of a hostile text choose the keys.
        let seeds = [hasher.hash_one(1_u8) | 1, hasher.hash_one(2_u8) | 1];
        Self {
            text: String::with_capacity(TINY * strings),
            ends: Vec::with_capacity(strings),
            tiny: Table::new(seeds, strings),
            short: Table::new(seeds, strings / 4),
            long: HashTable::new(),
            hasher,
        }
    }

    /// The number of `string`, which is made if it is new.
    ///
    /// # Panics
    /// At 2³² strings, which no input of [`crate::source::LARGEST_INPUT`] holds.
    pub fn intern(&mut self, string: &str) -> TermId {
        // A zero byte inside could be taken for one that fills up.
        match string.as_bytes().contains(&0) {
            false => self.intern_part(string, 0, string.len()),
            true => self.long(string).id,
        }
    }

    /// The number of the part `start..end` of a text, as of a string by itself. It must hold no zero
    /// byte: no word does. Faster where the part is not at the end of the text, since it may be read
    /// with what is behind it.
    ///
    /// # Panics
    /// When the part is not one of the text.
    #[inline]
    pub fn intern_part(&mut self, text: &str, start: usize, end: usize) -> TermId {
        match key(text.as_bytes(), start, end) {
            Some(Key::Tiny(key)) => match self.tiny.find(key) {
                Ok(slot) => self.tiny.slots[slot].id,
                Err(slot) => self.add_tiny(key, slot, &text[start..end]).id,
            },
            Some(Key::Short(key)) => match self.short.find(key) {
                Ok(slot) => self.short.slots[slot].id,
                Err(slot) => self.add_short(key, slot, &text[start..end]).id,
            },
            None => self.long(&text[start..end]).id,
        }
    }

    /// Interns a part of a text like [`Vocabulary::intern_part`], and counts how often that is done. Tells
    /// whether the string is new.
    #[inline]
    pub fn count_part(&mut self, text: &str, start: usize, end: usize) -> bool {
        let known = self.ends.len();
        match key(text.as_bytes(), start, end) {
            Some(Key::Tiny(key)) => match self.tiny.find(key) {
                Ok(slot) => self.tiny.slots[slot].uses += 1,
                Err(slot) => self.add_tiny(key, slot, &text[start..end]).uses = 1,
            },
            Some(Key::Short(key)) => match self.short.find(key) {
                Ok(slot) => self.short.slots[slot].uses += 1,
                Err(slot) => self.add_short(key, slot, &text[start..end]).uses = 1,
            },
            None => self.long(&text[start..end]).uses += 1,
        }
        self.ends.len() > known
    }

    /// The numbers here of all strings of another vocabulary, in the order of their numbers there.
    pub fn intern_all(&mut self, other: &Self) -> Vec<TermId> {
        let strings = (0..other.len() as TermId).map(|id| other.get(id));
        strings.map(|string| self.intern(string)).collect()
    }

    /// How often [`Vocabulary::count_part`] has met each string.
    pub fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.len()];
        for (id, count) in self.tiny.uses().chain(self.short.uses()) {
            uses[id as usize] = count;
        }
        for long in &self.long {
            uses[long.id as usize] = long.uses;
        }
        uses
    }

    #[cold]
    fn add_tiny(&mut self, key: u64, slot: usize, string: &str) -> &mut Slot<u64> {
        let id = self.add(string);
        self.tiny.insert(key, slot, id)
    }

    #[cold]
    fn add_short(&mut self, key: [u64; 2], slot: usize, string: &str) -> &mut Slot<[u64; 2]> {
        let id = self.add(string);
        self.short.insert(key, slot, id)
    }

    fn long(&mut self, string: &str) -> &mut Long {
        let hash = self.hasher.hash_one(string);
        let Self {
            text,
            ends,
            long,
            hasher,
            ..
        } = self;
        let entry = long.entry(
            hash,
            |entry| slice(text, ends, entry.id) == string,
            |entry| hasher.hash_one(slice(text, ends, entry.id)),
        );
        match entry {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let id = add(text, ends, string);
                entry.insert(Long { id, uses: 0 }).into_mut()
            }
        }
    }

    fn add(&mut self, string: &str) -> TermId {
        add(&mut self.text, &mut self.ends, string)
    }

    /// The number of `string`, if it has one.
    pub fn find(&self, string: &str) -> Option<TermId> {
        let key = key(string.as_bytes(), 0, string.len());
        match key.filter(|_| !string.contains('\0')) {
            Some(Key::Tiny(key)) => Some(self.tiny.slots[self.tiny.find(key).ok()?].id),
            Some(Key::Short(key)) => Some(self.short.slots[self.short.find(key).ok()?].id),
            None => {
                let hash = self.hasher.hash_one(string);
                let entry = self.long.find(hash, |entry| self.get(entry.id) == string)?;
                Some(entry.id)
            }
        }
    }

    /// The string with this number.
    ///
    /// # Panics
    /// When the number is not of this vocabulary.
    pub fn get(&self, id: TermId) -> &str {
        slice(&self.text, &self.ends, id)
    }

    /// How many strings there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

/// Appends a string; hands out its number.
fn add(text: &mut String, ends: &mut Vec<usize>, string: &str) -> TermId {
    let id = TermId::try_from(ends.len()).expect("fewer than 2^32 distinct strings");
    text.push_str(string);
    ends.push(text.len());
    id
}

fn slice<'t>(text: &'t str, ends: &[usize], id: TermId) -> &'t str {
    let id = id as usize;
    let start = id.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start..ends[id]]
}

/// The masks of the first bytes of a key, by their number.
const MASKS: [u128; SHORT + 1] = {
    let mut masks = [0; SHORT + 1];
    let mut length = 1;
    while length <= SHORT {
        masks[length] = u128::MAX >> (8 * (SHORT - length));
        length += 1;
    }
    masks
};

/// The key of the part `start..end` of a text, if it is not long.
#[inline]
fn key(text: &[u8], start: usize, end: usize) -> Option<Key> {
    match end - start {
        1..=TINY => Some(Key::Tiny(first_bytes(text, start, end) as u64)),
        length @ 1..=SHORT if length > TINY => {
            let bytes = first_bytes(text, start, end);
            Some(Key::Short([bytes as u64, (bytes >> 64) as u64]))
        }
        _ => None,
    }
}

/// The bytes of the part `start..end` of a text as a number, the first byte the lowest.
#[inline]
fn first_bytes(text: &[u8], start: usize, end: usize) -> u128 {
    match text[start..].first_chunk::<SHORT>() {
        // All sixteen bytes are read, and those behind the part are masked out.
        Some(bytes) => u128::from_le_bytes(*bytes) & MASKS[end - start],
        None => all_bytes(&text[start..end]),
    }
}

/// Up to sixteen bytes as a number, of two halves that may overlap: as fast as if there were more.
#[inline]
fn all_bytes(bytes: &[u8]) -> u128 {
    let halves = |first: u64, last: u64, half: usize| {
        u128::from(first) | u128::from(last) << (8 * (bytes.len() - half))
    };
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return halves(u64::from_le_bytes(*first), u64::from_le_bytes(*last), 8);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let half = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes).into();
        return halves(half(first), half(last), 4);
    }
    let number = |number, &byte: &u8| number << 8 | u128::from(byte);
    bytes.iter().rev().fold(0, number)
}

/// Open addressing with linear probes, never more than half full.
#[derive(Clone, Debug)]
struct Table<K> {
    slots: Vec<Slot<K>>,
    used: usize,
    seeds: [u64; 2],
}

#[derive(Clone, Copy, Debug)]
struct Slot<K> {
    key: K,
    id: TermId,
    /// The slot has room for a count: to count a word takes no second look anywhere.
    uses: u32,
}

/// A key of a [`Table`].
trait TableKey: Copy + Eq {
    /// What stands in empty slots: no key is all zero.
    const EMPTY: Self;

    fn hash(self, seeds: [u64; 2]) -> usize;
}

impl TableKey for u64 {
    const EMPTY: Self = 0;

    #[inline]
    fn hash(self, seeds: [u64; 2]) -> usize {
        folded_product(self ^ seeds[0], seeds[1])
    }
}

impl TableKey for [u64; 2] {
    const EMPTY: Self = [0, 0];

    #[inline]
    fn hash(self, seeds: [u64; 2]) -> usize {
        folded_product(self[0] ^ seeds[0], self[1] ^ seeds[1])
    }
}

#[inline]
fn folded_product(a: u64, b: u64) -> usize {
    let product = u128::from(a) * u128::from(b);
    ((product as u64) ^ (product >> 64) as u64) as usize
}

impl<K: TableKey> Table<K> {
    /// A table with room for so many keys.
    fn new(seeds: [u64; 2], keys: usize) -> Self {
        let slots = match keys {
            0 => Vec::new(),
            keys => Self::empty((2 * keys).next_power_of_two()),
        };
        Self {
            slots,
            used: 0,
            seeds,
        }
    }

    /// So many empty slots.
    fn empty(slots: usize) -> Vec<Slot<K>> {
        let slot = Slot {
            key: K::EMPTY,
            id: 0,
            uses: 0,
        };
        vec![slot; slots]
    }

    /// The slot of a key, or the one where it belongs.
    #[inline]
    fn find(&self, key: K) -> Result<usize, usize> {
        if self.slots.is_empty() {
            return Err(0);
        }
        let mask = self.slots.len() - 1;
        let mut place = key.hash(self.seeds) & mask;
        loop {
            let slot = &self.slots[place];
            if slot.key == key {
                return Ok(place);
            }
            if slot.key == K::EMPTY {
                return Err(place);
            }
            place = (place + 1) & mask;
        }
    }

    /// Puts a new key into the slot that [`Table::find`] named, or another if the table grows.
    fn insert(&mut self, key: K, slot: usize, id: TermId) -> &mut Slot<K> {
        let is_crowded = 2 * (self.used + 1) > self.slots.len();
        let place = if is_crowded { self.grow(key) } else { slot };
        self.used += 1;
        let slot = &mut self.slots[place];
        *slot = Slot { key, id, uses: 0 };
        slot
    }

    /// Doubles the table; hands out the slot of a new key in it.
    fn grow(&mut self, key: K) -> usize {
        let size = (2 * self.slots.len()).max(128);
        let old = std::mem::replace(&mut self.slots, Self::empty(size));
        for slot in old.into_iter().filter(|slot| slot.key != K::EMPTY) {
            if let Err(place) = self.find(slot.key) {
                self.slots[place] = slot;
            }
        }
        self.find(key).err().unwrap_or(0)
    }

    /// The number and the uses of each key.
    fn uses(&self) -> impl Iterator<Item = (TermId, u32)> {
        let is_used = |slot: &&Slot<K>| slot.key != K::EMPTY;
        self.slots
            .iter()
            .filter(is_used)
            .map(|slot| (slot.id, slot.uses))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_those_of_first_appearance(
            strings in prop::collection::vec("[a-c]{0,3}|[a-bé]{0,3}|[ab]{14,18}|\\PC{0,8}", 0..80)
        ) {
            let mut vocabulary = Vocabulary::default();
            let mut seen: Vec<String> = Vec::new();
            let (mut text, mut parts) = (String::new(), Vec::new());
            for string in &strings {
                let framed = format!("{string} and what is behind it");
                let id = vocabulary.intern_part(&framed, 0, string.len()) as usize;
                prop_assert_eq!(id, vocabulary.intern(string) as usize);
                text.push_str(string);
                parts.push((text.len() - string.len(), text.len()));
                match seen.iter().position(|s| s == string) {
                    Some(place) => prop_assert_eq!(id, place),
                    None => {
                        prop_assert_eq!(id, seen.len());
                        seen.push(string.clone());
                    }
                }
            }
            prop_assert_eq!(vocabulary.len(), seen.len());
            for fresh in [true, false] {
                let mut other = if fresh { Vocabulary::default() } else { vocabulary.clone() };
                let mut added = Vec::new();
                for (&(start, end), string) in parts.iter().zip(&strings) {
                    if other.count_part(&text, start, end) {
                        added.push(string.clone());
                    }
                }
                prop_assert_eq!(&added[..], if fresh { &seen[..] } else { &[] });
                for (id, count) in other.uses().into_iter().enumerate() {
                    let uses = strings.iter().filter(|&string| *string == seen[id]).count();
                    prop_assert_eq!(count as usize, uses);
                }
            }
            for (id, string) in seen.iter().enumerate() {
                prop_assert_eq!(vocabulary.get(id as TermId), string);
                prop_assert_eq!(vocabulary.find(string), Some(id as TermId));
            }
            prop_assert_eq!(vocabulary.find("zzz"), None);
        }
    }

    #[test]
    fn zero_bytes_are_bytes() {
        let mut vocabulary = Vocabulary::default();
        for (id, string) in ["a", "a\0", "\0", "", "a\0\0"].into_iter().enumerate() {
            assert_eq!(vocabulary.intern(string) as usize, id);
            assert_eq!(vocabulary.find(string), Some(id as TermId));
        }
    }

    #[test]
    fn bytes_are_a_number_however_many_there_are() {
        let all: [u8; SHORT] = std::array::from_fn(|place| 201 + place as u8);
        for length in 0..=SHORT {
            let mut padded = [0; SHORT];
            padded[..length].copy_from_slice(&all[..length]);
            assert_eq!(all_bytes(&all[..length]), u128::from_le_bytes(padded));
        }
    }

    #[test]
    fn many_strings() {
        let mut vocabulary = Vocabulary::default();
        for round in 0..2 {
            for i in 0..20_000_u32 {
                assert_eq!(vocabulary.intern(&format!("w{i}")), i, "round {round}");
            }
        }
    }
}
