//! The README tells the truth: its commands print what it shows.

#[path = "common/blocks.rs"]
mod blocks;

use std::path::Path;

use blocks::{Readme, shell};

#[test]
fn commands_print_what_the_readme_shows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = Readme::read();
    let shown = readme.blocks();
    assert!(shown.len() >= 5);
    readme.check(&shown, |block| {
        let output = shell("sh", &block.commands, root)
            .output()
            .expect("a shell");
        String::from_utf8(output.stdout).expect("UTF-8")
    });
}
