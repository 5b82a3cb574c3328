//! Archives: folders in a file. Their members are read as the files of a folder are.

pub(super) mod tar;
pub mod zip;

use std::path::Path;

use super::Fault;
use super::limits::Allowance;
use super::look::Look;

/// A kind of archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Archive {
    Zip,
    Tar,
}

/// Members that a zip file has when it is the package of one document or program, and no folder.
const OF_PACKAGES: [&str; 3] = ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"];

impl Archive {
    /// What archive the bytes are, if they are one.
    pub(super) fn of(look: &Look) -> Option<Self> {
        if tar::is_tar(look.bytes) {
            return Some(Self::Tar);
        }
        let is_package = || OF_PACKAGES.iter().any(|member| look.holds(member));
        // One that is cut off is told to be damaged, which it is not as a text.
        let is_zip = zip::is_zip(look.bytes) && !is_package();
        is_zip.then_some(Self::Zip)
    }

    /// Hands out the members, sorted as the files of a folder are, hidden ones left out: each with its name and
    /// its bytes. What `take` returns as an error ends it.
    pub(super) fn members(
        self,
        bytes: &[u8],
        allowance: &Allowance,
        mut take: impl FnMut(&str, Result<Vec<u8>, Fault>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        match self {
            Self::Zip => {
                let mut zip = zip::Zip::open(bytes, allowance)?;
                let names = zip::names(bytes).unwrap_or_default();
                for name in sorted(names, |name| name) {
                    if let Some(member) = zip.read(&name).transpose() {
                        take(&name, member)?;
                    }
                }
            }
            Self::Tar => {
                for (name, member) in sorted(tar::members(bytes)?, |(name, _)| name) {
                    take(&name, Ok(member.to_vec()))?;
                }
            }
        }
        Ok(())
    }
}

/// Members in the order of their names, folder by folder, without folders and hidden ones.
fn sorted<T>(mut members: Vec<T>, name: impl Fn(&T) -> &String) -> Vec<T> {
    members.retain(|member| is_shown(name(member)));
    members.sort_by(|a, b| Path::new(name(a)).cmp(Path::new(name(b))));
    members
}

fn is_shown(name: &str) -> bool {
    let is_hidden = |part: &str| part.starts_with('.') && part != "." || part == "__MACOSX";
    !name.ends_with('/') && !name.split('/').any(is_hidden)
}
