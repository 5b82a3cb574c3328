//! Strings as small numbers.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

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
    long: HashTable<TermId>,
    hasher: RandomState,
}

/// So many words are looked up at once.
const AT_ONCE: usize = 32;

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
                Ok(id) => id,
                Err(slot) => self.add_short(key, slot, &text[start..end]),
            },
            None => self.intern_long(&text[start..end]),
        }
    }

    /// The numbers of several parts of a text, in their order, as by [`Vocabulary::intern_part`].
    ///
    /// The slots of several words are asked for before the first is looked at, so that waiting for
    /// memory overlaps.
    pub fn intern_parts(
        &mut self,
        text: &str,
        parts: &[(usize, usize)],
        mut take: impl FnMut(TermId),
    ) {
        for parts in parts.chunks(AT_ONCE) {
            let mut probes = [Probe::default(); AT_ONCE];
            for (probe, &(start, end)) in probes.iter_mut().zip(parts) {
                *probe = self.short.probe(short_key(text.as_bytes(), start, end));
            }
            for (probe, &(start, end)) in probes.iter().zip(parts) {
                take(match self.short.hit(probe) {
                    Some(id) => id,
                    None => self.intern_part(text, start, end),
                });
            }
        }
    }

    #[cold]
    fn add_short(&mut self, key: Key, slot: usize, string: &str) -> TermId {
        let id = self.add(string);
        self.short.insert(key, slot, id);
        id
    }

    fn intern_long(&mut self, string: &str) -> TermId {
        let hash = self.hasher.hash_one(string);
        if let Some(&id) = self.long.find(hash, |&id| self.get(id) == string) {
            return id;
        }
        let id = self.add(string);
        let Self {
            text,
            ends,
            long,
            hasher,
            ..
        } = self;
        long.insert_unique(hash, id, |&id| hasher.hash_one(slice(text, ends, id)));
        id
    }

    fn add(&mut self, string: &str) -> TermId {
        let id = TermId::try_from(self.ends.len()).expect("fewer than 2^32 distinct strings");
        self.text.push_str(string);
        self.ends.push(self.text.len());
        id
    }

    /// The number of `string`, if it has one.
    pub fn find(&self, string: &str) -> Option<TermId> {
        let key = short_key(string.as_bytes(), 0, string.len());
        match key.filter(|_| !string.contains('\0')) {
            Some(key) => self.short.find(key).ok(),
            None => {
                let hash = self.hasher.hash_one(string);
                self.long.find(hash, |&id| self.get(id) == string).copied()
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

fn slice<'t>(text: &'t str, ends: &[usize], id: TermId) -> &'t str {
    let id = id as usize;
    let start = id.checked_sub(1).map_or(0, |before| ends[before]);
    &text[start..ends[id]]
}

/// The key of the part `start..end` of a text, if it is short.
#[inline]
fn short_key(text: &[u8], start: usize, end: usize) -> Option<Key> {
    let length = end - start;
    if length > SHORT || length == 0 {
        return None;
    }
    let key = match text[start..].first_chunk::<SHORT>() {
        // All sixteen bytes are read, and those behind the part are masked out.
        Some(bytes) => (u128::from_le_bytes(*bytes)) & (u128::MAX >> (8 * (SHORT - length))),
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
}

/// No key is all zero.
const EMPTY: Slot = Slot { key: [0, 0], id: 0 };

/// A first look at the slot where a key belongs.
#[derive(Clone, Copy, Default)]
struct Probe {
    key: Key,
    place: usize,
    /// The first half of the key that was found there.
    found: u64,
}

impl ShortTable {
    #[inline]
    fn probe(&self, key: Option<Key>) -> Probe {
        let (Some(key), false) = (key, self.slots.is_empty()) else {
            return Probe::default();
        };
        let place = self.hash(key) & (self.slots.len() - 1);
        Probe {
            key,
            place,
            found: self.slots[place].key[0],
        }
    }

    /// The number of the key, if it stands in the slot that was looked at.
    #[inline]
    fn hit(&self, probe: &Probe) -> Option<TermId> {
        if probe.found != probe.key[0] || probe.key == EMPTY.key {
            return None;
        }
        // The table may have grown: what counts is what stands there now.
        let slot = &self.slots[probe.place];
        (slot.key == probe.key).then_some(slot.id)
    }

    #[inline]
    fn hash(&self, key: Key) -> usize {
        let product = u128::from(key[0] ^ self.seeds[0]) * u128::from(key[1] ^ self.seeds[1]);
        ((product as u64) ^ (product >> 64) as u64) as usize
    }

    /// The number of a key, or the slot where it belongs.
    #[inline]
    fn find(&self, key: Key) -> Result<TermId, usize> {
        if self.slots.is_empty() {
            return Err(0);
        }
        let mask = self.slots.len() - 1;
        let mut place = self.hash(key) & mask;
        loop {
            let slot = &self.slots[place];
            if slot.key == key {
                return Ok(slot.id);
            }
            if slot.key == EMPTY.key {
                return Err(place);
            }
            place = (place + 1) & mask;
        }
    }

    /// Puts a new key into the slot that [`ShortTable::find`] named.
    fn insert(&mut self, key: Key, slot: usize, id: TermId) {
        let is_crowded = 2 * (self.used + 1) > self.slots.len();
        let slot = if is_crowded { self.grow(key) } else { slot };
        self.slots[slot] = Slot { key, id };
        self.used += 1;
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
                let mut ids = Vec::new();
                other.intern_parts(&text, &parts, |id| ids.push(id));
                let expected: Vec<TermId> = strings.iter().map(|s| vocabulary.find(s).unwrap()).collect();
                prop_assert_eq!(ids, expected);
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
