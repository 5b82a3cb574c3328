//! The one hash map and hash set of the crate.
//!
//! Hashing is seeded at random, since the words of a hostile text choose the keys; nothing may
//! depend on the order of a map, and nothing that is written does.

use std::hash::Hash;

/// A hash map with a random seed.
pub type Map<K, V> = hashbrown::HashMap<K, V, foldhash::fast::RandomState>;

/// A hash set with a random seed.
pub type Set<K> = hashbrown::HashSet<K, foldhash::fast::RandomState>;

/// A set of the items.
pub(crate) fn set<K: Eq + Hash>(items: impl IntoIterator<Item = K>) -> Set<K> {
    let items = items.into_iter();
    let mut set = Set::with_capacity_and_hasher(items.size_hint().0, Default::default());
    set.extend(items);
    set
}
