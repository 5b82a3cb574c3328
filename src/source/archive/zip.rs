//! Zip archives, as folders and as packages of one document.

#[cfg(feature = "compression")]
use std::io::Cursor;

use super::super::limits::Allowance;
use super::super::{FailureKind, Fault};

/// How a zip archive begins.
pub const MAGIC: &[u8] = b"PK\x03\x04";

/// Whether the bytes begin as a zip archive does, if only an empty one.
pub(in crate::source) fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC) || bytes.starts_with(b"PK\x05\x06")
}

/// The names of the members, in the order of the archive; `None`: it is none.
#[cfg(feature = "compression")]
pub(in crate::source) fn names(bytes: &[u8]) -> Option<Vec<String>> {
    let archive = is_zip(bytes).then(|| ::zip::ZipArchive::new(Cursor::new(bytes)))?;
    let archive = archive.ok()?;
    let names = archive.file_names().filter_map(Result::ok);
    Some(names.map(std::borrow::Cow::into_owned).collect())
}

/// A zip archive that can't be read.
#[cfg(not(feature = "compression"))]
pub(in crate::source) fn names(bytes: &[u8]) -> Option<Vec<String>> {
    is_zip(bytes).then(Vec::new)
}

/// An open archive.
#[cfg(feature = "compression")]
#[derive(Debug)]
pub struct Zip<'b> {
    archive: ::zip::ZipArchive<Cursor<&'b [u8]>>,
    allowance: &'b Allowance,
}

#[cfg(feature = "compression")]
impl<'b> Zip<'b> {
    /// Opens an archive whose members may be as large as the allowance says.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(bytes: &'b [u8], allowance: &'b Allowance) -> Result<Self, Fault> {
        let archive = ::zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
        Ok(Self { archive, allowance })
    }

    /// The bytes of a member; `None`: there is none of that name.
    ///
    /// # Errors
    /// When it is damaged, has a password, or is too large.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        use super::super::expand::{Stop, read_limited};
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let mut member = self
            .archive
            .by_index(index)
            .map_err(|error| fault(&error))?;
        let packed = member.compressed_size();
        let bytes = read_limited(&mut member, || packed, self.allowance);
        bytes.map(Some).map_err(|stop| match stop {
            Stop::Limit(fault) => fault,
            Stop::Error(error) => Fault::damaged("zip", error),
        })
    }
}

#[cfg(feature = "compression")]
fn fault(error: &::zip::result::ZipError) -> Fault {
    use ::zip::result::ZipError;
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            Fault::new(FailureKind::Protected, "protected by a password")
        }
        ZipError::UnsupportedArchive(reason) => {
            Fault::new(FailureKind::Unsupported, reason.to_lowercase())
        }
        error => Fault::damaged("zip", error),
    }
}

/// An archive that can't be read.
#[cfg(not(feature = "compression"))]
#[derive(Debug)]
pub struct Zip;

#[cfg(not(feature = "compression"))]
impl Zip {
    /// Never opens one.
    ///
    /// # Errors
    /// Always.
    pub fn open(_: &[u8], _: &Allowance) -> Result<Self, Fault> {
        let reason = "zip: built without compression";
        Err(Fault::new(FailureKind::Unsupported, reason))
    }

    pub(super) fn read(&mut self, _: &str) -> Result<Option<Vec<u8>>, Fault> {
        Ok(None)
    }
}
