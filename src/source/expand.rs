//! Compressed files: gzip, zstd, xz, bzip2, known by their first bytes.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::path::{Path, PathBuf};

use super::limits::Allowance;
use super::{FailureKind, Fault};

/// A way of compressing one stream of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compression {
    Gzip,
    Zstd,
    Xz,
    Bzip2,
}

/// So many bytes are unpacked at a time.
const STEP: usize = 64 << 10;

impl Compression {
    /// How `bytes` are compressed, if they are.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0x1f, 0x8b, 8, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstd),
            [0xfd, b'7', b'z', b'X', b'Z', 0, ..] => Some(Self::Xz),
            [
                b'B',
                b'Z',
                b'h',
                b'1'..=b'9',
                0x31,
                0x41,
                0x59,
                0x26,
                0x53,
                0x59,
                ..,
            ]
            | [
                b'B',
                b'Z',
                b'h',
                b'1'..=b'9',
                0x17,
                0x72,
                0x45,
                0x38,
                0x50,
                0x90,
                ..,
            ] => Some(Self::Bzip2),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
            Self::Xz => "xz",
            Self::Bzip2 => "bzip2",
        }
    }

    /// What `bytes` unpack to, as far as the allowance goes.
    pub(super) fn expand(self, bytes: &[u8], allowance: &Allowance) -> Result<Vec<u8>, Fault> {
        let read = Cell::new(0);
        let mut reader = self.reader(Packed { bytes, read: &read })?;
        let damaged = |error: &io::Error| {
            let reason = format!("not a valid {} file: {error}", self.name());
            Fault::new(FailureKind::Damaged, reason)
        };
        read_limited(&mut *reader, || read.get(), allowance).map_err(|stop| match stop {
            Stop::Limit(fault) => fault,
            Stop::Error(error) => damaged(&error),
        })
    }

    /// The first bytes that `bytes`, which may be cut off, unpack to.
    pub(super) fn head(self, bytes: &[u8]) -> Vec<u8> {
        let mut head = Vec::new();
        let read = Cell::new(0);
        if let Ok(reader) = self.reader(Packed { bytes, read: &read }) {
            // Where the beginning is cut off, what came before the error is all there is.
            let _ = reader.take(STEP as u64).read_to_end(&mut head);
        }
        head
    }

    #[cfg(feature = "compression")]
    pub(super) fn reader<'b>(self, packed: impl BufRead + 'b) -> Result<Box<dyn Read + 'b>, Fault> {
        /// A dictionary of more memory than this is taken for an attack.
        const DICTIONARY_KIB: u32 = 256 << 10;
        Ok(match self {
            Self::Gzip => Box::new(flate2::bufread::MultiGzDecoder::new(packed)),
            Self::Zstd => Box::new(Frames::new(packed)),
            Self::Xz => Box::new(lzma_rust2::XzReader::new_mem_limit(
                packed,
                true,
                DICTIONARY_KIB,
            )),
            Self::Bzip2 => Box::new(bzip2::bufread::MultiBzDecoder::new(packed)),
        })
    }

    #[cfg(not(feature = "compression"))]
    pub(super) fn reader<'b>(self, _: impl BufRead + 'b) -> Result<Box<dyn Read + 'b>, Fault> {
        let reason = format!("{}: built without compression", self.name());
        Err(Fault::new(FailureKind::Unsupported, reason))
    }
}

/// The path of what is inside a compressed file, by whose extension its format may be told:
/// `notes.md` in `notes.md.gz`, `all.tar` in `all.tgz`.
pub(super) fn inner_path(path: &Path) -> PathBuf {
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("tgz" | "tbz" | "tbz2" | "txz" | "tzst") => path.with_extension("tar"),
        Some("gz" | "gzip" | "zst" | "zstd" | "xz" | "bz2" | "bzip2") => path.with_extension(""),
        _ => path.to_owned(),
    }
}

/// Why reading stopped.
pub(super) enum Stop {
    Limit(Fault),
    Error(io::Error),
}

/// All bytes of `reader`, as far as the allowance goes; `packed` tells how many bytes they are from by now.
pub(super) fn read_limited(
    reader: &mut dyn Read,
    packed: impl Fn() -> u64,
    allowance: &Allowance,
) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    loop {
        let before = bytes.len();
        let outcome = reader.take(STEP as u64).read_to_end(&mut bytes);
        let new = bytes.len() - before;
        allowance
            .expand(new, bytes.len(), packed())
            .map_err(Stop::Limit)?;
        outcome.map_err(Stop::Error)?;
        if new == 0 {
            return Ok(bytes);
        }
    }
}

/// Compressed bytes, and how many of them have been read.
struct Packed<'b> {
    bytes: &'b [u8],
    read: &'b Cell<u64>,
}

impl Read for Packed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(buffer)?;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

impl BufRead for Packed<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        // In small portions, so that what has been read says what was needed.
        Ok(&self.bytes[..self.bytes.len().min(STEP)])
    }

    fn consume(&mut self, count: usize) {
        self.read.set(self.read.get() + count as u64);
        self.bytes.consume(count);
    }
}

/// The frames of a zstd file, one after the other; what is to be skipped is. The reader is always eight bytes ahead,
/// unless it is at the end.
#[cfg(feature = "compression")]
struct Frames<R: BufRead> {
    /// The frame under way; none: before one.
    frame: Option<Frame<R>>,
    packed: Option<R>,
}

#[cfg(feature = "compression")]
type Frame<R> = ruzstd::decoding::StreamingDecoder<R, ruzstd::decoding::FrameDecoder>;

#[cfg(feature = "compression")]
impl<R: BufRead> Frames<R> {
    fn new(packed: R) -> Self {
        Self {
            frame: None,
            packed: Some(packed),
        }
    }

    /// Begins the next frame; `false`: there is none.
    fn begin(&mut self) -> io::Result<bool> {
        let Some(mut packed) = self.packed.take() else {
            return Ok(false);
        };
        while let [0x50..=0x5f, 0x2a, 0x4d, 0x18, a, b, c, d, ..] = *packed.fill_buf()? {
            let length = u64::from(u32::from_le_bytes([a, b, c, d])) + 8;
            io::copy(&mut packed.by_ref().take(length), &mut io::sink())?;
        }
        if packed.fill_buf()?.is_empty() {
            return Ok(false);
        }
        let invalid = |error| io::Error::new(io::ErrorKind::InvalidData, error);
        self.frame = Some(Frame::new(packed).map_err(|error| invalid(error.to_string()))?);
        Ok(true)
    }
}

#[cfg(feature = "compression")]
impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let count = frame.read(buffer)?;
                if count > 0 || buffer.is_empty() {
                    return Ok(count);
                }
                self.packed = self.frame.take().map(Frame::into_inner);
            }
            if !self.begin()? {
                return Ok(0);
            }
        }
    }
}
