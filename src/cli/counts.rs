//! Files with counts: saved, read, and added up.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use epitome::source::{Failure, FailureKind, Input};
use epitome::terms::{Corpus, saved};
use flate2::bufread::MultiGzDecoder;
use flate2::write::GzEncoder;

use super::args::MergeArgs;
use super::exit::Status;
use super::output::Output;
use super::{Outcome, Stop};

/// `epitome merge`
pub(super) fn merge(args: &MergeArgs) -> Outcome {
    let (mut corpus, mut settings) = (Corpus::default(), None);
    for path in &args.files {
        let name = path.to_string_lossy();
        if is_parquet(path) {
            let why = "Parquet has sums; engines like DuckDB and Spark add them up (GROUP BY term)";
            return Err(Stop::Message(format!("{name}: {why}")));
        }
        // Half a sum would be taken for the whole.
        load(&name, &mut settings, &mut corpus)
            .map_err(|failure| Stop::Message(failure.to_string()))?;
    }
    let settings = settings.unwrap_or_default();
    write(args.output.as_deref(), |out| {
        saved::write(&corpus, &settings, out)
    })?;
    Ok(Status::Done)
}

/// Saves the counts of a corpus.
pub(super) fn save(path: &Path, corpus: &Corpus, settings: &str) -> Result<(), Stop> {
    write(Some(path), |out| saved::write(corpus, settings, out))
}

/// Whether counts under this name are to be sums in Parquet.
pub(super) fn is_parquet(path: &Path) -> bool {
    let extension = path.extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("parquet"))
}

/// Saves the sums of groups of documents.
#[cfg(feature = "parquet")]
pub(super) fn save_sums(
    path: &Path,
    groups: &[(Option<String>, Corpus)],
    settings: &str,
) -> Result<(), Stop> {
    let save = |out: &mut dyn Write| epitome::terms::parquet::write(groups, settings, out);
    write(Some(path), save)
}

#[cfg(not(feature = "parquet"))]
pub(super) fn save_sums(_: &Path, _: &[(Option<String>, Corpus)], _: &str) -> Result<(), Stop> {
    Err(Stop::Message("built without Parquet".to_owned()))
}

/// Writes a file, compressed if its name says so, or standard output.
pub(super) fn write(
    path: Option<&Path>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), Stop> {
    let mut output = Output::open(path)?;
    if path.is_some_and(|path| path.extension().is_some_and(|extension| extension == "gz")) {
        let mut packed = GzEncoder::new(output, flate2::Compression::default());
        write(&mut packed)?;
        output = packed.finish()?;
    } else {
        write(&mut output)?;
    }
    output.finish()
}

/// Whether an input holds saved counts: by its beginning, where its name makes that likely.
pub(super) fn is_saved(input: &Input) -> bool {
    let (Input::Named(path) | Input::Found(path)) = input else {
        return false;
    };
    let is_likely = path
        .extension()
        .is_some_and(|extension| extension == "tsv" || extension == "gz");
    let mut start = Vec::new();
    is_likely
        && open(path).is_ok_and(|file| file.take(64).read_to_end(&mut start).is_ok())
        && saved::is_saved(&start)
}

/// Adds saved counts to a corpus, and hands out the numbers of their documents.
pub(super) fn load(
    name: &str,
    settings: &mut Option<String>,
    corpus: &mut Corpus,
) -> Result<Vec<usize>, Failure> {
    let fail = |reason: String| Failure::new(name, FailureKind::Unreadable, reason);
    let mut file = open(Path::new(name)).map_err(|error| fail(super::reason(&error)))?;
    saved::read(&mut file, settings, corpus).map_err(|error| fail(error.to_string()))
}

/// The text of a file, unpacked if it is packed.
pub(super) fn text(path: &Path) -> Result<String, String> {
    let mut text = String::new();
    let read = open(path).and_then(|mut file| file.read_to_string(&mut text));
    read.map(|_| text).map_err(|error| super::reason(&error))
}

fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let mut file = BufReader::new(File::open(path)?);
    let is_packed = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    Ok(match is_packed {
        true => Box::new(BufReader::new(MultiGzDecoder::new(file))),
        false => Box::new(file),
    })
}
