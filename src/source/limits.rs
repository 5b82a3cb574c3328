//! How much one input may cost. What goes beyond a limit fails by itself, and everything else goes on.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use super::{FailureKind, Fault, LARGEST_INPUT};

/// Limits on one input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The size of an input, in bytes, and of each text that comes out of it. More than [`LARGEST_INPUT`] is
    /// never read.
    pub bytes: u64,
    /// What may be unpacked from one input, in bytes: from all that is compressed in it, one inside the other.
    pub expanded: u64,
    /// How many documents one input may hold.
    pub documents: usize,
    /// How deep archives and compressed files may be nested; `notes.tar.gz` is two.
    pub depth: usize,
    /// How many pages one document may have.
    pub pages: usize,
    /// How long a reader that runs as a [worker](super::worker) may take for one document, in seconds.
    pub seconds: u64,
    /// How much memory such a reader may take, in bytes.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: LARGEST_INPUT,
            expanded: 1 << 30,
            documents: 1_000_000,
            depth: 5,
            pages: 20_000,
            seconds: 60,
            memory: 2 << 30,
        }
    }
}

/// What is unpacked may be so many times as long as it was. Text gets about a fifth as long, a table full of
/// repetitions a fiftieth.
const LARGEST_RATIO: u64 = 250;
/// But so many bytes may come out of anything.
const HARMLESS: u64 = 16 << 20;

/// What one input has used of its limits.
#[derive(Debug)]
pub struct Allowance {
    limits: Limits,
    expanded: Cell<u64>,
}

impl Allowance {
    /// All that `limits` allow.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            expanded: Cell::new(0),
        }
    }

    /// The limits themselves.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Whether no more can be unpacked.
    pub fn is_used_up(&self) -> bool {
        self.expanded.get() > self.limits.expanded
    }

    /// Takes note of `new` more bytes unpacked, `length` in all, from `packed` bytes.
    ///
    /// # Errors
    /// When that is too much.
    pub fn expand(&self, new: usize, length: usize, packed: u64) -> Result<(), Fault> {
        self.expanded.set(self.expanded.get() + new as u64);
        let length = length as u64;
        let too_large = |reason| Err(Fault::new(FailureKind::TooLarge, reason));
        if self.is_used_up() {
            let limit = size(self.limits.expanded);
            return too_large(format!("unpacks to more than {limit}"));
        }
        if length > self.limits.bytes.min(LARGEST_INPUT) {
            let limit = size(self.limits.bytes.min(LARGEST_INPUT));
            return too_large(format!("unpacks to more than {limit}"));
        }
        if length > HARMLESS && length / LARGEST_RATIO > packed {
            return too_large(format!(
                "unpacks to more than {LARGEST_RATIO} times its size"
            ));
        }
        Ok(())
    }
}

/// A number of bytes for people: whole KiB, MiB or GiB where it is that.
pub(super) fn size(bytes: u64) -> String {
    for (unit, name) in [(1_u64 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")] {
        if bytes >= unit && bytes.is_multiple_of(unit) {
            return format!("{} {name}", bytes / unit);
        }
    }
    format!("{bytes} bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unpacked_is_limited_by_size_and_ratio() {
        let allowance = Allowance::new(Limits {
            expanded: 100 << 20,
            bytes: 60 << 20,
            ..Limits::default()
        });
        let expand = |new: usize, length: usize, packed| {
            allowance
                .expand(new, length, packed)
                .map_err(|fault| fault.reason)
        };
        assert_eq!(expand(1 << 20, 1 << 20, 1), Ok(()));
        assert_eq!(
            expand(17 << 20, 17 << 20, 1 << 10),
            Err("unpacks to more than 250 times its size".to_owned())
        );
        assert_eq!(
            expand(61 << 20, 61 << 20, 30 << 20),
            Err("unpacks to more than 60 MiB".to_owned())
        );
        assert!(!allowance.is_used_up());
        assert_eq!(
            expand(22 << 20, 22 << 20, 20 << 20),
            Err("unpacks to more than 100 MiB".to_owned())
        );
        assert!(allowance.is_used_up());
    }

    #[test]
    fn sizes_are_said_in_whole_units() {
        assert_eq!(size(2 << 30), "2 GiB");
        assert_eq!(size(1536 << 20), "1536 MiB");
        assert_eq!(size(1_000), "1000 bytes");
    }
}
