//! Strings as small numbers.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

/// The number of a string in a [`Vocabulary`]: dense, from 0, in the order of first appearance.
pub type TermId = u32;

/// Interned strings: each gets a dense number, and all of them share one buffer.
///
/// Strings of up to 16 bytes, as most words are, live in a table of their own, as two machine words: to
/// find one takes one probe and no look at the buffer.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    text: String,
    /// Where each string ends in `text`; it begins where the one before ends.
    ends: Vec<usize>,
    short: ShortTable,
    long: HashTable<Long>,
    hasher: RandomState,
}

/// A string that is not short.
#[derive(Clone, Copy, Debug)]
struct Long {
    id: TermId,
    uses: u32,
}

/// Strings up to this length are short, in bytes.
const SHORT: usize = 16;

/// A short string, filled up with zero bytes. Strings that hold a zero byte are long.
type Key = [u64; 2];

impl Default for Vocabulary {
    fn default() -> Self {
        let hasher = RandomState::default();
        let seeds = [hasher.hash_one(1_u8) | 1, hasher.hash_one(2_u8) | 1];
        Self {
            text: String::new(),
            ends: Vec::new(),
            short: ShortTable {
                slots: Vec::new(),
                used: 0,
                seeds,
            },
            long: HashTable::new(),
            hasher,
        }
    }
}

impl Vocabulary {
    /// The number of `string`, which is made if it is new.
    ///
    /// # Panics
    /// At 2³² strings, which no input of [`crate::source::LARGEST_INPUT`] holds.
    pub fn intern(&mut self, string: &str) -> TermId {
        // A zero byte inside could be taken for one that fills up.
        match memchr::memchr(0, string.as_bytes()) {
            None => self.intern_part(string, 0, string.len()),
            Some(_) => self.intern_long(string),
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
        match short_key(text.as_bytes(), start, end) {
            Some(key) => match self.short.find(key) {
                Ok(slot) => self.short.slots[slot].id,
                Err(slot) => self.add_short(key, slot, &text[start..end]),
            },
            None => self.intern_long(&text[start..end]),
        }
    }

    /// Interns a part of a text like [`Vocabulary::intern_part`], and counts how often that is done. Tells
    /// whether the string is new.
    #[inline]
    pub fn count_part(&mut self, text: &str, start: usize, end: usize) -> bool {
        let known = self.ends.len();
        match short_key(text.as_bytes(), start, end) {
            Some(key) => match self.short.find(key) {
                Ok(slot) => {
                    self.short.slots[slot].uses += 1;
                    return false;
                }
                Err(slot) => {
                    let id = self.add(&text[start..end]);
                    let slot = self.short.insert(key, slot, id);
                    self.short.slots[slot].uses = 1;
                }
            },
            None => self.long(&text[start..end]).uses += 1,
        }
        self.ends.len() > known
    }

    /// How often [`Vocabulary::count_part`] has met each string.
    pub fn uses(&self) -> Vec<u32> {
        let mut uses = vec![0; self.len()];
        for slot in self.short.slots.iter().filter(|slot| slot.key != EMPTY.key) {
            uses[slot.id as usize] = slot.uses;
        }
        for long in &self.long {
            uses[long.id as usize] = long.uses;
        }
        uses
    }

    #[cold]
    fn add_short(&mut self, key: Key, slot: usize, string: &str) -> TermId {
        let id = self.add(string);
        self.short.insert(key, slot, id);
        id
    }

    fn intern_long(&mut self, string: &str) -> TermId {
        self.long(string).id
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
        let key = short_key(string.as_bytes(), 0, string.len());
        match key.filter(|_| !string.contains('\0')) {
            Some(key) => self
                .short
                .find(key)
                .ok()
                .map(|slot| self.short.slots[slot].id),
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

/// The key of the part `start..end` of a text, if it is short.
#[inline]
fn short_key(text: &[u8], start: usize, end: usize) -> Option<Key> {
    let length = end - start;
    if length > SHORT || length == 0 {
        return None;
    }
    let key = match text[start..].first_chunk::<SHORT>() {
        // All sixteen bytes are read, and those behind the part are masked out.
        Some(bytes) => u128::from_le_bytes(*bytes) & MASKS[length],
        None => {
            let mut bytes = [0; SHORT];
            bytes[..length].copy_from_slice(&text[start..end]);
            u128::from_le_bytes(bytes)
        }
    };
    Some([key as u64, (key >> 64) as u64])
}

/// Open addressing with linear probes, never more than half full.
#[derive(Clone, Debug)]
struct ShortTable {
    slots: Vec<Slot>,
    used: usize,
    /// Random, since the words of a hostile text choose the keys.
    seeds: [u64; 2],
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    key: Key,
    id: TermId,
    /// The slot has room for a count: to count a word takes no second look anywhere.
    uses: u32,
}

/// No key is all zero.
const EMPTY: Slot = Slot {
    key: [0, 0],
    id: 0,
    uses: 0,
};

impl ShortTable {
    #[inline]
    fn hash(&self, key: Key) -> usize {
        let product = u128::from(key[0] ^ self.seeds[0]) * u128::from(key[1] ^ self.seeds[1]);
        ((product as u64) ^ (product >> 64) as u64) as usize
    }

    /// The slot of a key, or the one where it belongs.
    #[inline]
    fn find(&self, key: Key) -> Result<usize, usize> {
        if self.slots.is_empty() {
            return Err(0);
        }
        let mask = self.slots.len() - 1;
        let mut place = self.hash(key) & mask;
        loop {
            let slot = &self.slots[place];
            if slot.key == key {
                return Ok(place);
            }
            if slot.key == EMPTY.key {
                return Err(place);
            }
            place = (place + 1) & mask;
        }
    }

    /// Puts a new key into the slot that [`ShortTable::find`] named, or another if the table grows.
    fn insert(&mut self, key: Key, slot: usize, id: TermId) -> usize {
        let is_crowded = 2 * (self.used + 1) > self.slots.len();
        let slot = if is_crowded { self.grow(key) } else { slot };
        self.slots[slot] = Slot { key, id, uses: 0 };
        self.used += 1;
        slot
    }

    /// Doubles the table; hands out the slot of a new key in it.
    fn grow(&mut self, key: Key) -> usize {
        let size = (2 * self.slots.len()).max(256);
        let old = std::mem::replace(&mut self.slots, vec![EMPTY; size]);
        for slot in old.into_iter().filter(|slot| slot.key != EMPTY.key) {
            if let Err(place) = self.find(slot.key) {
                self.slots[place] = slot;
            }
        }
        self.find(key).err().unwrap_or(0)
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
    fn many_strings() {
        let mut vocabulary = Vocabulary::default();
        for round in 0..2 {
            for i in 0..20_000_u32 {
                assert_eq!(vocabulary.intern(&format!("w{i}")), i, "round {round}");
            }
        }
    }
}
