//! From the bytes of an input to its documents, through whatever they are packed in.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use super::archive::Archive;
use super::expand::{Compression, inner_path};
use super::foreign::Foreign;
use super::format::{self, Format, Read};
use super::limits::Allowance;
use super::look::Look;
use super::raw::{Documents, Raw};
use super::{Failure, FailureKind, Fault, ReadOptions};
use crate::document::Document;

/// Something to read: an input, what is compressed in it, or a member of it.
pub(super) struct Packet<'n> {
    /// What its documents are called.
    pub name: &'n str,
    /// The path by whose extension its format may be told.
    pub path: Option<Cow<'n, Path>>,
    pub bytes: Vec<u8>,
    /// Whether it was not named outright: then it is passed over when it is binary.
    pub is_found: bool,
    /// In how many archives and compressed files it is.
    pub depth: usize,
}

/// How packets are opened.
#[derive(Clone, Copy)]
pub(super) struct Opener<'o> {
    pub options: &'o ReadOptions,
    pub allowance: &'o Allowance,
}

impl Opener<'_> {
    /// Hands all documents of a packet on.
    pub(super) fn open(self, packet: Packet, documents: &mut Documents) -> Result<(), Fault> {
        if let Some(compression) = Compression::of(&packet.bytes) {
            self.check_depth(&packet)?;
            let bytes = compression.expand(&packet.bytes, self.allowance)?;
            let path = packet.path.map(|path| Cow::Owned(inner_path(&path)));
            let depth = packet.depth + 1;
            let inner = Packet {
                path,
                bytes,
                depth,
                ..packet
            };
            return self.open(inner, documents);
        }
        let look = Look::new(&packet.bytes);
        let forced = self.options.format;
        let is_forced = forced.is_some_and(|format| (format.recognizes)(&look));
        if let Some(archive) = Archive::of(&look).filter(|_| !is_forced) {
            self.check_depth(&packet)?;
            return self.open_archive(archive, &packet, documents);
        }
        let format = forced
            .unwrap_or_else(|| format::choose(&look, packet.path.as_deref(), &self.options.fields));
        if forced.is_none()
            && !(format.recognizes)(&look)
            && let Some(foreign) = Foreign::of(&look)
        {
            return Err(foreign.fault(packet.is_found));
        }
        self.read(format, packet, documents)
    }

    fn check_depth(self, packet: &Packet) -> Result<(), Fault> {
        let deepest = self.options.limits.depth;
        if packet.depth >= deepest {
            let reason = format!("packed more than {deepest} times");
            return Err(Fault::new(FailureKind::TooLarge, reason));
        }
        Ok(())
    }

    /// Opens the members of an archive, each for itself; only when nothing more may be unpacked, it ends.
    fn open_archive(
        self,
        archive: Archive,
        packet: &Packet,
        documents: &mut Documents,
    ) -> Result<(), Fault> {
        let before = documents.taken();
        let take = |member: &str, bytes: Result<Vec<u8>, Fault>| {
            let name = format!("{}/{member}", packet.name);
            let opened = bytes.and_then(|bytes| {
                let inner = Packet {
                    name: &name,
                    path: Some(Cow::Owned(PathBuf::from(member))),
                    bytes,
                    is_found: true,
                    depth: packet.depth + 1,
                };
                self.open(inner, documents)
            });
            match opened {
                Err(fault) if self.allowance.is_used_up() => return Err(fault),
                Err(fault) => documents.fail(fault.of(name))?,
                Ok(()) => {}
            }
            self.allowance.begin();
            Ok(())
        };
        archive.members(&packet.bytes, self.allowance, take)?;
        if documents.taken() == before && !packet.is_found {
            return Err(Fault::no_text());
        }
        Ok(())
    }

    /// Reads a packet of this format. A reader that panics gives a failure and ends nothing else.
    fn read(
        self,
        format: &'static Format,
        packet: Packet,
        documents: &mut Documents,
    ) -> Result<(), Fault> {
        let (name, is_found) = (packet.name, packet.is_found);
        let before = documents.taken();
        let raw = Raw {
            name,
            bytes: packet.bytes,
            options: self.options,
            allowance: self.allowance,
        };
        let read = || match format.read {
            Read::Text(parse) => {
                let document = parse(name, raw.into_text()?);
                documents.push(document)
            }
            Read::Bytes(_) | Read::Isolated(_) if raw.bytes.is_empty() => Err(Fault::no_text()),
            Read::Bytes(parse) => {
                let document = parse(raw)?;
                documents.push(document)
            }
            Read::Isolated(parse) => {
                let document = match &self.options.worker {
                    Some(worker) => worker.read(format, raw)?,
                    None => parse(raw)?,
                };
                documents.push(document)
            }
            Read::Several(parse) => parse(raw, documents),
        };
        let outcome = catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|panic| {
            let message = Failure::internal("", &*panic).reason;
            Err(Fault::new(FailureKind::Internal, message))
        });
        match outcome {
            Err(fault) if fault.kind == FailureKind::Binary && is_found => Ok(()),
            Ok(()) if documents.taken() == before => Err(Fault::no_text()),
            outcome => outcome,
        }
    }
}

/// Whether bytes that begin like this may hold several documents.
pub(super) fn may_hold_several(head: &[u8], path: Option<&Path>, options: &ReadOptions) -> bool {
    if let Some(compression) = Compression::of(head) {
        let path = path.map(inner_path);
        return may_hold_several(&compression.head(head), path.as_deref(), options);
    }
    // The directory of a zip archive is at its end: here it can't be told from a package.
    let look = Look::new(head);
    let is_archive = Archive::of(&look).is_some() || super::archive::zip::is_zip(head);
    let format = options
        .format
        .unwrap_or_else(|| format::choose(&look, path, &options.fields));
    match format.read {
        Read::Several(_) => true,
        Read::Text(_) => is_archive,
        Read::Bytes(_) | Read::Isolated(_) => {
            is_archive && !(format.recognizes)(&look) && !is_by_path(format, path)
        }
    }
}

fn is_by_path(format: &'static Format, path: Option<&Path>) -> bool {
    path.is_some() && std::ptr::eq(format, format::by_path(path))
}

/// The documents of bytes that are in memory, called `name`; the extension of `path` may tell what they are.
pub(super) fn open_bytes(
    name: &str,
    path: Option<&Path>,
    bytes: Vec<u8>,
    options: &ReadOptions,
    is_found: bool,
    sink: &mut dyn FnMut(Result<Document, Failure>),
) {
    let allowance = Allowance::new(options.limits, bytes.len() as u64);
    let opener = Opener {
        options,
        allowance: &allowance,
    };
    let packet = Packet {
        name,
        path: path.map(Cow::Borrowed),
        bytes,
        is_found,
        depth: 0,
    };
    let mut documents = Documents::new(&allowance, sink);
    if let Err(fault) = opener.open(packet, &mut documents) {
        sink(Err(fault.of(name)));
    }
}
