//! Counts the words of a file the way one would write it down: `unicode_words` into a `HashMap`.
#![expect(
    clippy::disallowed_types,
    reason = "the map that everybody takes is what is measured against"
)]

use std::collections::HashMap;
use std::error::Error;

use unicode_segmentation::UnicodeSegmentation;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args_os()
        .nth(1)
        .ok_or("usage: unicode_words FILE")?;
    let text = std::fs::read_to_string(path)?;
    let mut counts: HashMap<String, u64> = HashMap::new();
    for word in text.unicode_words() {
        *counts.entry(word.to_owned()).or_default() += 1;
    }
    println!(
        "{} words, {} different",
        counts.values().sum::<u64>(),
        counts.len()
    );
    Ok(())
}
