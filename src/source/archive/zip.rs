//! Zip archives, as folders and as packages of one document.

#[cfg(feature = "compression")]
use std::cell::Cell;
#[cfg(feature = "compression")]
use std::io::{self, Cursor, Read, Seek, SeekFrom};
#[cfg(feature = "compression")]
use std::rc::Rc;

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
    archive: ::zip::ZipArchive<Counted<'b>>,
    /// The bytes of the archive that have been read.
    read: Rc<Cell<u64>>,
    allowance: &'b Allowance,
}

#[cfg(feature = "compression")]
impl<'b> Zip<'b> {
    /// Opens an archive whose members may be as large as the allowance says.
    ///
    /// # Errors
    /// When it is none.
    pub fn open(bytes: &'b [u8], allowance: &'b Allowance) -> Result<Self, Fault> {
        let read = Rc::default();
        let counted = Counted {
            bytes: Cursor::new(bytes),
            read: Rc::clone(&read),
        };
        let archive = ::zip::ZipArchive::new(counted).map_err(|error| fault(&error))?;
        Ok(Self {
            archive,
            read,
            allowance,
        })
    }

    /// What the archive may cost.
    pub fn allowance(&self) -> &'b Allowance {
        self.allowance
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
        let before = self.read.get();
        let packed = || self.read.get() - before;
        let bytes = read_limited(&mut member, packed, self.allowance);
        bytes.map(Some).map_err(|stop| match stop {
            Stop::Limit(fault) => fault,
            Stop::Error(error) => Fault::damaged("zip", error),
        })
    }
}

/// The bytes of an archive, with a count of those that have been read.
#[cfg(feature = "compression")]
#[derive(Debug)]
struct Counted<'b> {
    bytes: Cursor<&'b [u8]>,
    read: Rc<Cell<u64>>,
}

#[cfg(feature = "compression")]
impl Read for Counted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

#[cfg(feature = "compression")]
impl Seek for Counted<'_> {
    fn seek(&mut self, place: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(place)
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
