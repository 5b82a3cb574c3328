//! Strings as small numbers.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use hashbrown::HashTable;

/// The number of a string in a [`Vocabulary`]: dense, from 0, in the order of first appearance.
pub type TermId = u32;

/// Interned strings: each gets a dense number, and all of them share one buffer.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    text: String,
    /// Where each string ends in `text`; it begins where the one before ends.
    ends: Vec<usize>,
    table: HashTable<TermId>,
    hasher: RandomState,
}

impl Vocabulary {
    /// The number of `string`, which is made if it is new.
    ///
    /// # Panics
    /// At 2³² strings, which no input of [`crate::source::LARGEST_INPUT`] holds.
    pub fn intern(&mut self, string: &str) -> TermId {
        let hash = self.hasher.hash_one(string);
        let Self {
            text,
            ends,
            table,
            hasher,
        } = self;
        if let Some(&id) = table.find(hash, |&id| slice(text, ends, id) == string) {
            return id;
        }
        let id = TermId::try_from(ends.len()).expect("fewer than 2^32 distinct strings");
        text.push_str(string);
        ends.push(text.len());
        table.insert_unique(hash, id, |&id| hasher.hash_one(slice(text, ends, id)));
        id
    }

    /// The number of `string`, if it has one.
    pub fn find(&self, string: &str) -> Option<TermId> {
        let hash = self.hasher.hash_one(string);
        self.table.find(hash, |&id| self.get(id) == string).copied()
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_those_of_first_appearance(strings in prop::collection::vec("[a-c]{0,3}", 0..50)) {
            let mut vocabulary = Vocabulary::default();
            let mut seen: Vec<String> = Vec::new();
            for string in &strings {
                let id = vocabulary.intern(string) as usize;
                match seen.iter().position(|s| s == string) {
                    Some(place) => prop_assert_eq!(id, place),
                    None => {
                        prop_assert_eq!(id, seen.len());
                        seen.push(string.clone());
                    }
                }
            }
            prop_assert_eq!(vocabulary.len(), seen.len());
            for (id, string) in seen.iter().enumerate() {
                prop_assert_eq!(vocabulary.get(id as TermId), string);
                prop_assert_eq!(vocabulary.find(string), Some(id as TermId));
            }
            prop_assert_eq!(vocabulary.find("zzz"), None);
        }
    }
}
