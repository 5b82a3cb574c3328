//! What is tried on arbitrary bytes: one function a target. Each reads the bytes in its own way, and panics where
//! anything does not hold that holds for all input. `cargo fuzz` looks for such bytes; `tests/fuzz_corpus.rs` tries
//! those that are kept in `corpus/`, which is derived from our own samples:
//!
//! ```text
//! SEEDS=/tmp/seeds cargo test --test fuzz_corpus -- --ignored
//! RUSTC_BOOTSTRAP=1 cargo fuzz run text --fuzz-dir tests/fuzz --sanitizer none /tmp/seeds/text -- -timeout=10 -max_len=4096
//! ```

#[allow(dead_code, reason = "makers are shared")]
#[path = "../../common/packed.rs"]
pub mod makers;
#[path = "../../common/pdf_file.rs"]
pub mod pdf_file;
#[path = "../../common/sound.rs"]
mod sound;

mod documents;
mod saved;
mod text;

pub use documents::{markup, number, office, packed, pdf, records};
pub use saved::saved;
pub use text::text;

/// A target: its name, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 7] = [
    ("markup", markup),
    ("office", office),
    ("packed", packed),
    ("pdf", pdf),
    ("records", records),
    ("saved", saved),
    ("text", text),
];

/// Does something on this thread alone: a fuzzer that waits for other threads is slow.
#[allow(dead_code, reason = "a replay needs no haste")]
pub fn on_one_thread(target: fn(&[u8]), bytes: &[u8]) {
    static POOL: std::sync::Once = std::sync::Once::new();
    POOL.call_once(|| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1);
        pool.use_current_thread()
            .build_global()
            .expect("no pool before");
    });
    target(bytes);
}

/// The first byte, which chooses between several ways, and all others.
fn choice(bytes: &[u8]) -> (u8, &[u8]) {
    match bytes {
        [first, rest @ ..] => (*first, rest),
        [] => (0, &[]),
    }
}
