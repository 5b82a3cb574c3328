//! Where results go: standard output, or a file that is replaced only when all is done.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::Stop;
use super::pager::Pager;

/// The files that are being written; a signal removes them.
type Unfinished = MutexGuard<'static, Vec<PathBuf>>;

/// Files are made and renamed while this is held, so that a signal finds each under the name that it has.
fn unfinished() -> Unfinished {
    static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Removes half-written outputs. As long as what is handed out is kept, there are no others.
pub(super) fn discard_unfinished() -> Unfinished {
    let mut unfinished = unfinished();
    for path in unfinished.drain(..) {
        // The program ends: nothing could be done about a failure.
        let _ = std::fs::remove_file(path);
    }
    unfinished
}

/// A writer for results.
pub(super) enum Output {
    Stdout {
        out: BufWriter<StdoutLock<'static>>,
        is_terminal: bool,
    },
    /// A terminal; what is longer than its screen goes through a pager.
    Paged(Pager),
    /// A file under another name until it is finished.
    File {
        out: BufWriter<NamedTempFile>,
        path: PathBuf,
    },
    /// A device or pipe, which can't be replaced.
    Device(BufWriter<File>),
}

impl Output {
    /// Opens standard output, or the file at `path`.
    pub(super) fn open(path: Option<&Path>) -> Result<Self, Stop> {
        let Some(path) = path.filter(|path| *path != Path::new("-")) else {
            let is_terminal = io::stdout().is_terminal();
            return Ok(Self::Stdout {
                out: BufWriter::new(io::stdout().lock()),
                is_terminal,
            });
        };
        let fail = |error: io::Error| {
            Stop::Message(format!("{}: {}", path.display(), super::reason(&error)))
        };
        if path
            .metadata()
            .is_ok_and(|meta| !meta.is_file() && !meta.is_dir())
        {
            let device = OpenOptions::new().write(true).open(path).map_err(fail)?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        if path.is_dir() {
            return Err(Stop::Message(format!("{}: is a directory", path.display())));
        }
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        let mut unfinished = unfinished();
        let file = temporary(folder).map_err(fail)?;
        unfinished.push(file.path().to_owned());
        Ok(Self::File {
            out: BufWriter::new(file),
            path: path.to_owned(),
        })
    }

    /// The same through a pager, if it is a terminal and somebody wants one.
    pub(super) fn paged(self, command: impl FnOnce() -> Option<OsString>) -> Self {
        let is_terminal = matches!(self, Self::Stdout { is_terminal, .. } if is_terminal);
        let Some(command) = is_terminal.then(command).flatten() else {
            return self;
        };
        let size = terminal_size::terminal_size();
        let (columns, rows) = size.map_or((80, 24), |(columns, rows)| (columns.0, rows.0));
        Self::Paged(Pager::new(command, columns.into(), rows.into()))
    }

    /// Shows what has been written so far to somebody who watches.
    pub(super) fn show(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout {
                out,
                is_terminal: true,
            } => out.flush(),
            Self::Paged(pager) => pager.flush(),
            _ => Ok(()),
        }
    }

    /// Writes what is left; a file takes its place.
    pub(super) fn finish(self) -> Result<(), Stop> {
        match self {
            Self::Stdout { mut out, .. } => Ok(out.flush()?),
            Self::Paged(mut pager) => Ok(pager.finish()?),
            Self::Device(mut out) => Ok(out.flush()?),
            Self::File { out, path } => {
                let fail = |error: io::Error| {
                    Stop::Message(format!("{}: {}", path.display(), super::reason(&error)))
                };
                let file = out.into_inner().map_err(|error| fail(error.into_error()))?;
                let mut unfinished = unfinished();
                unfinished.retain(|path| path != file.path());
                file.persist(&path).map_err(|error| fail(error.error))?;
                Ok(())
            }
        }
    }
}

impl Output {
    /// Ends without a result: a file keeps what it had.
    pub(super) fn abandon(self) -> Result<(), Stop> {
        match self {
            Self::File { out, .. } => {
                unfinished().retain(|path| path != out.get_ref().path());
                Ok(())
            }
            other => other.finish(),
        }
    }
}

#[cfg(unix)]
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The umask takes away what the user does not want to give.
    let permissions = std::fs::Permissions::from_mode(0o666);
    tempfile::Builder::new()
        .prefix(".epitome-")
        .permissions(permissions)
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn temporary(folder: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new()
        .prefix(".epitome-")
        .tempfile_in(folder)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Stdout { out, .. } => out.write(bytes),
            Self::Paged(pager) => pager.write(bytes),
            Self::File { out, .. } => out.write(bytes),
            Self::Device(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Stdout { out, .. } => out.flush(),
            Self::Paged(pager) => pager.flush(),
            Self::File { out, .. } => out.flush(),
            Self::Device(out) => out.flush(),
        }
    }
}
