//! What was made of files, kept from run to run (`--cache`).
//!
//! Results are found by a hash of all that they depend on: the bytes of their file, the file's name, and the settings of
//! the run; so are the texts of files that take long to read. A file is not even read if it is as old and as large as it was when its bytes were hashed. The store is a
//! file of `redb`, which a crash leaves as it was; what is in it carries a checksum; and whatever is wrong with
//! it, a run goes on without, and says so.

use std::fs::{self, File, Metadata};
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use blake3::{Hash, Hasher};
use redb::{Database, ReadableDatabase, TableDefinition};

use epitome::source::{Input, format};

/// Stores of other forms are other files.
const STORE: &str = "epitome-1.redb";
/// The state of a file that was hashed, by its path.
const FILES: TableDefinition<&[u8], &[u8]> = TableDefinition::new("files");
/// Results, by the hash of what they depend on.
const RESULTS: TableDefinition<&[u8], &[u8]> = TableDefinition::new("results");
/// A file that changed so shortly before it was read may change again without a trace.
const SETTLED: Duration = Duration::from_secs(2);
/// Larger files are not kept: to read them all is the smallest part of the work.
const LARGEST: u64 = 1 << 28;
/// So many bytes wait at the most before they are written.
const WAITING: usize = 32 << 20;

/// A store of results and texts.
pub(super) struct Cache {
    path: PathBuf,
    /// The hash of the settings by which files are read.
    reading: Hash,
    /// The hash of the settings of the run, if its results are kept.
    results: Option<Hash>,
    started: SystemTime,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// None any more, after something went wrong.
    database: Option<Database>,
    waiting: Vec<Row>,
    size: usize,
    /// What went wrong, in the order in which it did.
    notes: Vec<String>,
}

/// What waits to be written.
struct Row {
    table: TableDefinition<'static, &'static [u8], &'static [u8]>,
    key: Vec<u8>,
    value: Vec<u8>,
}

/// What is known of an input.
pub(super) struct Known {
    /// How many bytes it has.
    pub size: u64,
    pub what: What,
    /// Where to keep what is made of it.
    pub place: Place,
}

pub(super) enum What {
    /// The results of the run.
    Results(Vec<Vec<u8>>),
    /// Its documents.
    Texts(Vec<Vec<u8>>),
    /// Nothing but its bytes.
    Bytes(Vec<u8>),
}

/// Where what is made of an input is kept, as far as it is to be.
pub(super) struct Place {
    results: Option<Hash>,
    texts: Option<Hash>,
    file: Option<(Vec<u8>, Vec<u8>)>,
}

impl Place {
    /// Whether the documents of the input are kept.
    pub(super) fn takes_texts(&self) -> bool {
        self.texts.is_some()
    }
}

impl Cache {
    /// Opens the store in a folder, or makes it, for a run that reads files by these settings, and perhaps makes
    /// results by others.
    pub(super) fn open(folder: &Path, reading: &str, results: Option<&str>) -> Self {
        let path = folder.join(STORE);
        let mut state = State::default();
        let opened = fs::create_dir_all(folder)
            .map_err(|error| super::reason(&error))
            .and_then(|()| open(&path, &mut state.notes));
        match opened {
            Ok(database) => state.database = Some(database),
            Err(why) => state.notes.push(format!("{why}; going on without it")),
        }
        Self {
            reading: hash_of_run(&format!("texts {reading}")),
            results: results.map(|results| hash_of_run(&format!("results {reading} {results}"))),
            started: SystemTime::now(),
            state: Mutex::new(state),
            path,
        }
    }

    /// What is known of an input; nothing at all of what is no file, or a large one, or as soon read as looked up.
    pub(super) fn known(&self, input: &Input) -> Option<Known> {
        let path = input.path()?;
        let keeps_texts = format::by_path(Some(path)).is_costly();
        let before = fs::metadata(path).ok()?;
        let is_kept = keeps_texts || self.results.is_some();
        if !is_kept || !before.is_file() || before.len() > LARGEST {
            return None;
        }
        let size = before.len();
        let name = std::path::absolute(path).ok()?;
        let name = name.into_os_string().into_encoded_bytes();
        let state = state_of(&before);
        let place = |hash: &Hash, file| Place {
            results: self.results.map(|settings| key(&settings, input, hash)),
            texts: keeps_texts.then(|| key(&self.reading, input, hash)),
            file,
        };
        let stored = self.get(FILES, &name)?;
        if let Some(hash) = stored.and_then(|stored| hash_of(&stored, &state)) {
            let place = place(&hash, None);
            if let Some(what) = self.found(&place) {
                return Some(Known { size, what, place });
            }
        }
        let mut bytes = Vec::new();
        let file = File::open(path).ok()?;
        file.take(LARGEST + 1).read_to_end(&mut bytes).ok()?;
        let hash = blake3::hash(&bytes);
        let is_same = bytes.len() as u64 == size
            && fs::metadata(path).is_ok_and(|after| state_of(&after) == state);
        let entry = [&state[..], hash.as_bytes()].concat();
        let file = (is_same && self.is_settled(&before)).then_some((name, entry));
        let place = place(&hash, file);
        let what = self.found(&place).unwrap_or(What::Bytes(bytes));
        Some(Known { size, what, place })
    }

    /// What is kept in a place, the results of the run before all.
    fn found(&self, place: &Place) -> Option<What> {
        let results = place.results.and_then(|key| self.kept(&key));
        let texts = || place.texts.and_then(|key| self.kept(&key));
        results
            .map(What::Results)
            .or_else(|| texts().map(What::Texts))
    }

    /// Keeps what was made of an input: its results and its documents, where they are wanted and there.
    pub(super) fn keep(
        &self,
        place: &Place,
        results: Option<&[Vec<u8>]>,
        texts: Option<&[Vec<u8>]>,
    ) {
        let row = |key: Option<Hash>, parts: Option<&[Vec<u8>]>| {
            Some((RESULTS, key?.as_bytes().to_vec(), packed(parts?)))
        };
        let rows = [row(place.results, results), row(place.texts, texts)];
        let file = (place.file.clone()).map(|(key, value)| (FILES, key, value));
        self.put(rows.into_iter().flatten().chain(file));
    }

    /// Writes what waits; hands out what went wrong.
    pub(super) fn finish(self) -> Vec<String> {
        let mut state = self.lock();
        self.write(&mut state);
        let name = self.path.display();
        let notes = state.notes.iter();
        notes.map(|note| format!("{name}: {note}")).collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a file that looks the same later is the same.
    fn is_settled(&self, file: &Metadata) -> bool {
        changed(file).is_some_and(|changed| changed + SETTLED < self.started)
    }

    /// A value, if there is one; nothing at all without a store.
    #[expect(clippy::option_option, reason = "no store is not the same as no value")]
    fn get(&self, table: TableDefinition<&[u8], &[u8]>, key: &[u8]) -> Option<Option<Vec<u8>>> {
        let mut state = self.lock();
        let database = state.database.as_ref()?;
        let get = || -> Result<Option<Vec<u8>>, redb::Error> {
            let transaction = database.begin_read()?;
            let table = match transaction.open_table(table) {
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
                table => table?,
            };
            Ok(table.get(key)?.map(|value| value.value().to_vec()))
        };
        // A damaged store may make its reader panic.
        let found = catch_unwind(AssertUnwindSafe(get));
        match found {
            Ok(Ok(value)) => Some(value),
            _ => {
                state.fail("is damaged; going on without it: delete it");
                None
            }
        }
    }

    /// What is there as it was kept.
    fn kept(&self, key: &Hash) -> Option<Vec<Vec<u8>>> {
        let value = self.get(RESULTS, key.as_bytes())??;
        let whole = value
            .split_at_checked(CHECKSUM)
            .filter(|(sum, rest)| checksum(rest) == **sum)
            .and_then(|(_, rest)| parts(rest));
        if whole.is_none() {
            let mut state = self.lock();
            let note = "has a damaged entry, which is made anew";
            if !state.notes.iter().any(|known| known == note) {
                state.notes.push(note.to_owned());
            }
        }
        whole
    }

    fn put(
        &self,
        rows: impl IntoIterator<
            Item = (
                TableDefinition<'static, &'static [u8], &'static [u8]>,
                Vec<u8>,
                Vec<u8>,
            ),
        >,
    ) {
        let mut state = self.lock();
        if state.database.is_none() {
            return;
        }
        for (table, key, value) in rows {
            state.size += key.len() + value.len();
            state.waiting.push(Row { table, key, value });
        }
        if state.size > WAITING {
            self.write(&mut state);
        }
    }

    /// Writes all that waits, or nothing of it.
    fn write(&self, state: &mut State) {
        let rows = std::mem::take(&mut state.waiting);
        state.size = 0;
        let Some(database) = state.database.as_ref().filter(|_| !rows.is_empty()) else {
            return;
        };
        let write = || -> Result<(), redb::Error> {
            let transaction = database.begin_write()?;
            for row in &rows {
                let mut table = transaction.open_table(row.table)?;
                table.insert(&*row.key, &*row.value)?;
            }
            Ok(transaction.commit()?)
        };
        match catch_unwind(AssertUnwindSafe(write)) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => state.fail(&format!("can't be written: {error}")),
            Err(_) => state.fail("is damaged and can't be written: delete it"),
        }
    }
}

impl State {
    /// Goes on without a store.
    fn fail(&mut self, note: &str) {
        self.database = None;
        self.notes.push(note.to_owned());
    }
}

/// The key of what is made, by these settings, of an input with bytes of this hash.
fn key(settings: &Hash, input: &Input, bytes: &Hash) -> Hash {
    let name = input.name();
    let is_found = matches!(input, Input::Found(_));
    let mut hasher = Hasher::new();
    hasher.update(settings.as_bytes());
    hasher.update(bytes.as_bytes());
    hasher.update(&[u8::from(is_found)]);
    hasher.update(name.as_bytes());
    hasher.finalize()
}

/// The hash of settings, and of the program: another one may make other things of a text.
fn hash_of_run(settings: &str) -> Hash {
    let program = std::env::current_exe().and_then(fs::metadata);
    let mut hasher = Hasher::new();
    hasher.update(settings.as_bytes());
    hasher.update(&program.map_or_else(|_| Vec::new(), |program| state_of(&program)));
    hasher.finalize()
}

/// Opens a store; a damaged one is made anew, which is noted.
fn open(path: &Path, notes: &mut Vec<String>) -> Result<Database, String> {
    let open = || {
        catch_unwind(|| Database::create(path)).unwrap_or_else(|_| {
            let why = "a panic".to_owned();
            Err(redb::StorageError::Corrupted(why).into())
        })
    };
    match open() {
        Ok(database) => Ok(database),
        Err(redb::DatabaseError::DatabaseAlreadyOpen) => Err("is in use by another run".to_owned()),
        Err(error @ redb::DatabaseError::Storage(redb::StorageError::Io(_))) if !path.is_file() => {
            Err(format!("can't be opened: {error}"))
        }
        Err(_) => {
            fs::remove_file(path).map_err(|error| {
                format!("is damaged and can't be removed: {}", super::reason(&error))
            })?;
            let database = open().map_err(|error| format!("can't be opened: {error}"))?;
            notes.push("was damaged and is made anew".to_owned());
            Ok(database)
        }
    }
}

/// The state of a file: as long as it is the same, so are its bytes.
fn state_of(file: &Metadata) -> Vec<u8> {
    let nanoseconds = |time: Option<SystemTime>| -> u128 {
        let since = time.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        since.map_or(0, |since| since.as_nanos())
    };
    let mut state = file.len().to_le_bytes().to_vec();
    state.extend_from_slice(&nanoseconds(file.modified().ok()).to_le_bytes());
    state.extend_from_slice(&nanoseconds(changed(file)).to_le_bytes());
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        state.extend_from_slice(&file.ino().to_le_bytes());
        state.extend_from_slice(&file.dev().to_le_bytes());
    }
    state
}

/// When a file was changed last, in whatever way.
#[cfg(unix)]
fn changed(file: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let seconds = u64::try_from(file.ctime()).ok()?;
    let nanoseconds = u32::try_from(file.ctime_nsec()).ok()?;
    Some(UNIX_EPOCH + Duration::new(seconds, nanoseconds))
}

#[cfg(not(unix))]
fn changed(file: &Metadata) -> Option<SystemTime> {
    file.modified().ok()
}

/// The hash of a file's bytes, if the file is still in the state in which it was hashed.
fn hash_of(stored: &[u8], state: &[u8]) -> Option<Hash> {
    let hash: [u8; blake3::OUT_LEN] = stored.strip_prefix(state)?.try_into().ok()?;
    Some(hash.into())
}

/// The length of a checksum.
const CHECKSUM: usize = 16;

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let mut sum = [0; CHECKSUM];
    sum.copy_from_slice(&blake3::hash(bytes).as_bytes()[..CHECKSUM]);
    sum
}

/// Parts one behind the other, each after its length, and a checksum before all.
fn packed(parts: &[Vec<u8>]) -> Vec<u8> {
    let mut value = vec![0; CHECKSUM];
    for part in parts {
        value.extend_from_slice(&(part.len() as u64).to_le_bytes());
        value.extend_from_slice(part);
    }
    let sum = checksum(&value[CHECKSUM..]);
    value[..CHECKSUM].copy_from_slice(&sum);
    value
}

/// The parts, each after its length.
fn parts(mut bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut parts = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part.to_vec());
        bytes = rest;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store that takes all files for settled.
    fn cache(folder: &Path, settings: &str) -> Cache {
        let cache = Cache::open(folder, "", Some(settings));
        assert_eq!(cache.lock().notes, [""; 0]);
        Cache {
            started: SystemTime::now() + 2 * SETTLED,
            ..cache
        }
    }

    fn results(known: Option<Known>) -> Option<Vec<Vec<u8>>> {
        match known?.what {
            What::Results(results) => Some(results),
            What::Texts(_) | What::Bytes(_) => None,
        }
    }

    fn place(known: Option<Known>) -> Place {
        let known = known.expect("it is a file");
        assert!(matches!(known.what, What::Bytes(_)), "nothing is known yet");
        known.place
    }

    #[test]
    fn what_is_kept_is_found_until_anything_changes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "one").unwrap();
        let input = Input::Named(path.clone());
        let kept = vec![b"result".to_vec(), Vec::new()];
        let first = cache(folder.path(), "s");
        first.keep(&place(first.known(&input)), Some(&kept), None);
        // What waits to be written can't be found yet.
        assert!(results(first.known(&input)).is_none());
        assert!(first.finish().is_empty());

        let second = cache(folder.path(), "s");
        assert_eq!(results(second.known(&input)), Some(kept.clone()));
        let found = Input::Found(path.clone());
        assert!(results(second.known(&found)).is_none());
        drop(second);
        let others = cache(folder.path(), "other settings");
        assert!(results(others.known(&input)).is_none());
        drop(others);

        fs::write(&path, "two").unwrap();
        let changed = cache(folder.path(), "s");
        changed.keep(
            &place(changed.known(&input)),
            Some(&[b"two".to_vec()]),
            None,
        );
        assert!(changed.finish().is_empty());
        fs::write(&path, "one").unwrap();
        let back = cache(folder.path(), "s");
        assert_eq!(results(back.known(&input)), Some(kept));
    }

    #[test]
    fn texts_are_found_by_runs_with_other_results_and_with_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        fs::write(&path, "one").unwrap();
        let input = Input::Named(path);
        let text = vec![b"text".to_vec()];
        let texts = |cache: &Cache| match cache.known(&input).map(|known| known.what) {
            Some(What::Texts(texts)) => Some(texts),
            _ => None,
        };
        let first = Cache::open(folder.path(), "", None);
        let place = place(first.known(&input));
        assert!(place.takes_texts());
        first.keep(&place, None, Some(&text));
        assert!(first.finish().is_empty());
        let others = Cache::open(folder.path(), "", Some("summaries"));
        assert_eq!(texts(&others), Some(text.clone()));
        let place = others.known(&input).unwrap().place;
        others.keep(&place, Some(&[b"result".to_vec()]), None);
        assert!(others.finish().is_empty());
        let again = Cache::open(folder.path(), "", Some("summaries"));
        assert_eq!(results(again.known(&input)), Some(vec![b"result".to_vec()]));
        drop(again);
        let reading = Cache::open(folder.path(), "other settings", None);
        assert_eq!(texts(&reading), None);
        // Plain text is as soon read as looked up.
        let plain = folder.path().join("a.txt");
        fs::write(&plain, "one").unwrap();
        assert!(reading.known(&Input::Named(plain)).is_none());
    }

    #[test]
    fn a_settled_file_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "one").unwrap();
        let name = std::path::absolute(&path).unwrap().into_os_string();
        let input = Input::Named(path.clone());
        let first = cache(folder.path(), "s");
        let place = place(first.known(&input));
        assert!(place.file.is_some());
        first.keep(&place, Some(&[b"result".to_vec()]), None);
        assert!(first.finish().is_empty());
        let second = cache(folder.path(), "s");
        let entry = second
            .get(FILES, name.as_encoded_bytes())
            .flatten()
            .unwrap();
        let state = state_of(&fs::metadata(&path).unwrap());
        assert_eq!(hash_of(&entry, &state), Some(blake3::hash(b"one")));
        assert_eq!(hash_of(&entry, b"another state"), None);
        // One that has changed a moment ago is.
        let now = Cache {
            started: SystemTime::now(),
            ..second
        };
        assert!(!now.is_settled(&fs::metadata(&path).unwrap()));
    }

    #[test]
    fn damaged_results_are_none() {
        assert_eq!(parts(&[]), Some(Vec::new()));
        assert_eq!(parts(&[1, 0, 0, 0, 0, 0, 0, 0, 7]), Some(vec![vec![7]]));
        assert_eq!(parts(&[2, 0, 0, 0, 0, 0, 0, 0, 7]), None);
        assert_eq!(parts(&[255; 8]), None);
        assert_eq!(parts(&[1, 0, 0]), None);
    }
}
