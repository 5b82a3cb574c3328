//! Documents in parallel, results in order.

use std::collections::{BTreeMap, VecDeque};
use std::io::{self, IsTerminal};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use epitome::document::Document;
use epitome::source::pieces::{Piece, Pieces};
use epitome::source::{Failure, FailureKind, Input, ReadOptions, read_each, read_each_of};
use epitome::text::language::Detector;
use epitome::text::{Language, LanguageSource};
use rayon::prelude::*;

use super::Stop;
use super::args::CommonArgs;
use super::cache::{Cache, Known, Place as Kept, What};
use super::progress::Progress;
use super::stats::Totals;

/// How the documents of a run are worked on.
pub(super) struct Pipeline {
    read: ReadOptions,
    language: Option<&'static Language>,
    detector: Detector,
    /// The most threads; 0: as many as there are cores.
    threads: usize,
    shows_progress: bool,
    /// What was made of files in earlier runs.
    cache: Option<Cache>,
    passed_over: PassedOver,
}

/// Files of formats that are not read, by their extensions: nobody named them, but they may be missed.
#[derive(Default)]
struct PassedOver(Mutex<BTreeMap<String, u64>>);

impl PassedOver {
    /// Whether an outcome is of such a file; then it is taken note of.
    fn take(&self, outcome: &Result<Document, Failure>) -> bool {
        let Some(failure) = outcome.as_ref().err() else {
            return false;
        };
        if failure.kind != FailureKind::PassedOver {
            return false;
        }
        let extension = Path::new(&failure.path).extension().unwrap_or_default();
        let extension = extension.to_string_lossy().to_lowercase();
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *counts.entry(extension).or_default() += 1;
        true
    }

    /// What is to be said of them.
    fn told(self) -> Option<String> {
        let counts = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        let all = match counts.values().sum() {
            0 => return None,
            1_u64 => "1 file was".to_owned(),
            all => format!("{all} files were"),
        };
        let name = |extension: &str| match extension {
            "" => "no extension".to_owned(),
            extension => extension.to_owned(),
        };
        let kinds = counts
            .iter()
            .map(|(kind, count)| format!("{} {count}", name(kind)));
        let kinds: Vec<String> = kinds.collect();
        Some(format!(
            "{all} passed over, of formats that are not read ({}): see --pre",
            kinds.join(", ")
        ))
    }
}

/// What is done with each input.
pub(super) trait Work<T>: Sync {
    /// The work on a document that is in memory.
    fn whole(&self, document: Document, language: &'static Language, from: LanguageSource) -> T;

    /// A result as bytes, if it can be kept for later runs.
    fn keep(&self, _result: &T) -> Option<Vec<u8>> {
        None
    }

    /// A result of an earlier run, and the language it is in.
    fn recall(&self, _bytes: &[u8]) -> Option<(T, &'static Language)> {
        None
    }

    /// Whether large plain texts had better come in pieces.
    fn takes_pieces(&self) -> bool {
        false
    }

    /// The work on a text in pieces; an error: it has to be read whole.
    fn pieces(
        &self,
        _first: Piece,
        _pieces: Pieces,
        _language: &'static Language,
        _from: LanguageSource,
    ) -> io::Result<T> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

impl<T, F> Work<T> for F
where
    F: Fn(Document, &'static Language, LanguageSource) -> T + Sync,
{
    fn whole(&self, document: Document, language: &'static Language, from: LanguageSource) -> T {
        self(document, language, from)
    }
}

/// Where an outcome comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The index of the input.
    pub input: usize,
    /// Whether that input has several outcomes.
    pub is_one_of_several: bool,
}

/// What became of one document of an input.
enum Step<T> {
    Done(Result<T, Failure>),
    /// A document too short to tell its language: it waits for that of the others.
    Unsure(Box<Document>),
}

/// A step, and the language it was taken in, if that is known.
type Told<T> = (Step<T>, Option<&'static Language>);

/// Finished steps of one input on their way to the one who collects.
struct Parcel<T> {
    index: usize,
    bytes: u64,
    steps: Vec<Told<T>>,
    /// Whether the input has more outcomes than these.
    is_part: bool,
    /// Whether it is the last of its input.
    is_last: bool,
}

/// So many batches for each thread may be done ahead of the first that is not.
const AHEAD: usize = 4;
/// The most inputs that a thread takes at once, and hands on at once: to wake who collects costs as much
/// as to read a small file.
const BATCH: usize = 16;
/// So many documents, in their order, are in a block: see [`Collector::hand_out`].
const BLOCK: usize = 1_000;
/// A file of no more bytes is small.
const SMALL: u64 = 1 << 16;
/// So many documents of one input are worked on at once, or fewer that have so many bytes together.
const DOCUMENTS: usize = 64;
const BYTES: usize = 4 << 20;

impl Pipeline {
    pub(super) fn new(args: &CommonArgs) -> Self {
        Self::reading(args, args.read_options())
    }

    /// The same with options of reading that are not the usual ones.
    pub(super) fn reading(args: &CommonArgs, read: ReadOptions) -> Self {
        Self {
            read,
            language: args.language(),
            detector: Detector::default(),
            threads: args.threads,
            shows_progress: args.shows_progress(),
            cache: None,
            passed_over: PassedOver::default(),
        }
    }

    /// The threads that work.
    pub(super) fn pool(&self) -> Result<rayon::ThreadPool, Stop> {
        pool_of(self.threads())
    }

    /// Does something that so many threads could do parts of.
    pub(super) fn shared<T: Send>(
        &self,
        parts: usize,
        work: impl FnOnce() -> T + Send,
    ) -> Result<T, Stop> {
        match parts.min(self.threads()) {
            ..2 => Ok(alone(work)),
            threads => Ok(pool_of(threads)?.install(work)),
        }
    }

    fn threads(&self) -> usize {
        match self.threads {
            0 => thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        }
    }

    /// As many threads as are worth starting for these inputs.
    fn threads_for(&self, inputs: &[Input]) -> usize {
        match inputs {
            [input] if is_small(input) => 1,
            _ => self.threads(),
        }
    }

    /// Reads each input and does `work` on its document and language, on several threads; `take` gets
    /// the outcomes one by one, in the order of the inputs and of the documents in them, whichever is done
    /// first. The totals know nothing of words.
    pub(super) fn each<T: Send>(
        &self,
        inputs: &[Input],
        work: impl Work<T>,
        mut take: impl FnMut(Place, Result<T, Failure>) -> Result<(), Stop>,
    ) -> Result<Totals, Stop> {
        let mut collector = Collector::new(inputs.len(), self.shows_progress);
        let threads = self.threads_for(inputs);
        let pool = (threads > 1).then(|| pool_of(threads)).transpose()?;
        let queue = Queue::new(inputs.len(), threads);
        let settle = |document, language, from| {
            guarded(document, |document| work.whole(document, language, from))
        };
        // Who reads waits for who collects, where that takes longer.
        let (sender, receiver) = mpsc::sync_channel(AHEAD * threads);
        let outcome = thread::scope(|scope| {
            // Who waits for the queue is no thread of the pool: one that waits for a part of its document may
            // take over other work meanwhile, and if that waited for the queue, the queue would wait for it.
            for _ in 0..threads {
                let sender = sender.clone();
                let (queue, work, pool) = (&queue, &work, &pool);
                scope.spawn(move || {
                    let send = |part| sender.send(vec![part]).is_ok();
                    let parcel = |index| self.parcel(index, &inputs[index], work, &send);
                    let parcels = |batch: Range<usize>| batch.map(parcel).collect();
                    // The receiver goes away only when the run has been stopped.
                    let hand_on = |parcels: Vec<Parcel<T>>| sender.send(parcels).is_ok();
                    let batches = std::iter::from_fn(|| queue.next());
                    match pool {
                        Some(pool) => batches
                            .map(|batch| pool.install(|| parcels(batch)))
                            .all(hand_on),
                        None => alone(|| batches.map(parcels).all(hand_on)),
                    }
                });
            }
            drop(sender);
            let outcome = receiver.iter().try_for_each(|batch: Vec<Parcel<T>>| {
                for parcel in batch {
                    collector.accept(parcel);
                }
                queue.advance(collector.arrived);
                collector.hand_out(false, &settle, &mut take)
            });
            queue.stop();
            outcome
        });
        let outcome = outcome.and_then(|()| collector.hand_out(true, &settle, &mut take));
        collector.progress.finish();
        outcome.map(|()| collector.totals)
    }

    /// All outcomes of an input, or the last of them, where there are so many that `send` gets the others, as
    /// long as it wants more.
    fn parcel<T: Send>(
        &self,
        index: usize,
        input: &Input,
        work: &impl Work<T>,
        send: &(dyn Fn(Parcel<T>) -> bool + Sync),
    ) -> Parcel<T> {
        let known = self.cache.as_ref().and_then(|cache| cache.known(input));
        let (bytes, mut keeping) = match known {
            None => (None, None),
            Some(Known { size, what, place }) => {
                match self.made_of(index, what, size, &place, work) {
                    Ok(parcel) => return parcel,
                    Err(bytes) => (bytes, Some(Keeping::new(place))),
                }
            }
        };
        if work.takes_pieces()
            && bytes.is_none()
            && let Ok(Some(parcel)) =
                catch_unwind(AssertUnwindSafe(|| self.in_pieces(index, input, work)))
        {
            return parcel;
        }
        let mut waiting = Waiting::default();
        let (mut is_part, mut is_wanted) = (false, true);
        let mut sink = |outcome: Result<Document, Failure>| {
            if self.passed_over.take(&outcome) {
                // The next run is to tell of it too.
                keeping = None;
                return;
            }
            if waiting.is_full() {
                is_part = true;
                // So many documents are not kept.
                keeping = None;
                let full = std::mem::take(&mut waiting);
                is_wanted = is_wanted && send(self.finished(index, full, work));
            }
            if let Some(keeping) = &mut keeping {
                keeping.see(&outcome);
            }
            if is_wanted {
                waiting.add(outcome);
            }
        };
        let read = AssertUnwindSafe(|| match bytes {
            Some(bytes) => read_each_of(input, bytes, &self.read, &mut sink),
            None => read_each(input, &self.read, &mut sink),
        });
        if let Err(panic) = catch_unwind(read) {
            waiting.add(Err(Failure::internal(input.name(), &*panic)));
            keeping = None;
        }
        let parcel = Parcel {
            is_part: is_part || waiting.outcomes.len() > 1,
            is_last: true,
            ..self.finished(index, waiting, work)
        };
        if let (Some(cache), Some(Keeping { place, texts })) = (&self.cache, keeping) {
            cache.keep(&place, kept(&parcel, work).as_deref(), texts.as_deref());
        }
        parcel
    }

    /// The outcomes of an input by what was kept of it in an earlier run, or else its bytes, if they have been read.
    fn made_of<T: Send>(
        &self,
        index: usize,
        known: What,
        size: u64,
        place: &Kept,
        work: &impl Work<T>,
    ) -> Result<Parcel<T>, Option<Vec<u8>>> {
        let keep = |results: Option<&[Vec<u8>]>| {
            if let Some(cache) = &self.cache {
                cache.keep(place, results, None);
            }
        };
        match known {
            What::Bytes(bytes) => Err(Some(bytes)),
            What::Results(results) => {
                let parcel = recalled(index, &results, size, work).ok_or(None)?;
                keep(None);
                Ok(parcel)
            }
            What::Texts(texts) => {
                let documents = documents(&texts).ok_or(None)?;
                let parcel = Parcel {
                    is_part: documents.outcomes.len() > 1,
                    is_last: true,
                    ..self.finished(index, documents, work)
                };
                keep(kept(&parcel, work).as_deref());
                Ok(parcel)
            }
        }
    }

    /// The same with the store that was asked for: of the texts of files that take long to read, and of results that
    /// are made by these settings.
    pub(super) fn keeping(self, args: &CommonArgs, results: Option<&str>) -> Self {
        let cache = args.cache.as_deref();
        let cache = cache.map(|folder| args.open_cache(folder, &self.read, results));
        Self { cache, ..self }
    }

    /// Closes the store; hands out what is to be said of it, and of files that were passed over.
    pub(super) fn close(self) -> Vec<String> {
        let mut notes = self.cache.map_or_else(Vec::new, Cache::finish);
        notes.extend(self.passed_over.told());
        notes
    }

    /// Does the work on documents of one input, one after the other or, if they are several, on the threads of
    /// the current pool.
    fn finished<T: Send>(&self, index: usize, waiting: Waiting, work: &impl Work<T>) -> Parcel<T> {
        let step = |outcome: Result<Document, Failure>| self.step(outcome, work);
        let steps: Vec<Told<T>> = match waiting.outcomes.len() {
            0 | 1 => waiting.outcomes.into_iter().map(step).collect(),
            _ => waiting.outcomes.into_par_iter().map(step).collect(),
        };
        Parcel {
            index,
            bytes: waiting.bytes as u64,
            steps,
            is_part: true,
            is_last: false,
        }
    }

    /// Does the work on a document, if its language is set or can be told.
    fn step<T>(&self, outcome: Result<Document, Failure>, work: &impl Work<T>) -> Told<T> {
        let told = outcome.and_then(|document| {
            let path = document.path.clone();
            catch_unwind(AssertUnwindSafe(|| self.tell_language(document)))
                .unwrap_or_else(|panic| Err(Failure::internal(path, &*panic)))
        });
        match told {
            Err(failure) => (Step::Done(Err(failure)), None),
            Ok((document, None)) => (Step::Unsure(Box::new(document)), None),
            Ok((document, Some(language))) => {
                let from = self.language_source();
                let work = |document| work.whole(document, language, from);
                (Step::Done(guarded(document, work)), Some(language))
            }
        }
    }

    /// Where languages that are known come from.
    pub(super) fn language_source(&self) -> LanguageSource {
        match self.language {
            Some(_) => LanguageSource::Set,
            None => LanguageSource::Detected,
        }
    }

    /// Reads an input in pieces, if it is large plain text whose language can be told. Whatever goes wrong:
    /// it is then read whole, and told in the usual way.
    fn in_pieces<T>(&self, index: usize, input: &Input, work: &impl Work<T>) -> Option<Parcel<T>> {
        let (first, pieces) = Pieces::open(input, &self.read)?;
        if !has_text(&first.document) {
            return None;
        }
        let language = self
            .language
            .or_else(|| self.detector.detect(&first.document))?;
        let bytes = pieces.size();
        let done = work
            .pieces(first, pieces, language, self.language_source())
            .ok()?;
        Some(Parcel {
            index,
            bytes,
            steps: vec![(Step::Done(Ok(done)), Some(language))],
            is_part: false,
            is_last: true,
        })
    }

    /// The language of a document, if its text is long enough. Unless it is set, blocks may be in others.
    pub(super) fn tell_language(
        &self,
        mut document: Document,
    ) -> Result<(Document, Option<&'static Language>), Failure> {
        if !has_text(&document) {
            return Err(Failure::no_text(document.path));
        }
        if self.language.is_some() {
            return Ok((document, self.language));
        }
        let language = self.detector.detect(&document);
        if let Some(language) = language {
            document.set_other_languages(self.detector.other_languages(&document, language));
        }
        Ok((document, language))
    }
}

/// What is kept of an input that is being read.
struct Keeping {
    place: Kept,
    /// Its documents, if they are wanted and all of them could be read.
    texts: Option<Vec<Vec<u8>>>,
}

impl Keeping {
    fn new(place: Kept) -> Self {
        Self {
            texts: place.takes_texts().then(Vec::new),
            place,
        }
    }

    fn see(&mut self, outcome: &Result<Document, Failure>) {
        let text = outcome
            .as_ref()
            .ok()
            .and_then(|document| serde_json::to_vec(document).ok());
        match (&mut self.texts, text) {
            (Some(texts), Some(text)) => texts.push(text),
            (texts, _) => *texts = None,
        }
    }
}

/// Documents as they were kept.
fn documents(texts: &[Vec<u8>]) -> Option<Waiting> {
    let mut documents = Waiting::default();
    for text in texts {
        let document: Document = serde_json::from_slice(text).ok()?;
        documents.add(Ok(Some(document).filter(Document::is_sound)?));
    }
    Some(documents)
}

/// Does something on the current thread: what is made for several threads starts no other.
fn alone<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    let builder = rayon::ThreadPoolBuilder::new().num_threads(1);
    match builder.use_current_thread().build() {
        Ok(pool) => pool.install(work),
        Err(_) => work(),
    }
}

/// So many threads.
fn pool_of(threads: usize) -> Result<rayon::ThreadPool, Stop> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Stop::Message(format!("can't start threads: {error}")))
}

/// Whether an input is a file that one thread has read before a second one is there.
fn is_small(input: &Input) -> bool {
    let is_small = |path: &Path| {
        let meta = path.metadata();
        meta.is_ok_and(|meta| meta.is_file() && meta.len() <= SMALL)
    };
    match input {
        Input::Stdin => false,
        Input::Named(path) | Input::Found(path) => is_small(path),
    }
}

/// The results of an input as bytes, if all of it could be done.
fn kept<T>(parcel: &Parcel<T>, work: &impl Work<T>) -> Option<Vec<Vec<u8>>> {
    let keep = |(step, _): &Told<T>| match step {
        Step::Done(Ok(result)) => work.keep(result),
        _ => None,
    };
    parcel.steps.iter().map(keep).collect()
}

/// The outcomes of an input as they were in an earlier run.
fn recalled<T>(
    index: usize,
    results: &[Vec<u8>],
    bytes: u64,
    work: &impl Work<T>,
) -> Option<Parcel<T>> {
    let recall = |result: &Vec<u8>| work.recall(result);
    let results: Vec<(T, &'static Language)> = results.iter().map(recall).collect::<Option<_>>()?;
    Some(Parcel {
        index,
        bytes,
        is_part: results.len() > 1,
        is_last: true,
        steps: results
            .into_iter()
            .map(|(result, language)| (Step::Done(Ok(result)), Some(language)))
            .collect(),
    })
}

/// Documents of one input that wait for the work on them.
#[derive(Default)]
struct Waiting {
    outcomes: Vec<Result<Document, Failure>>,
    bytes: usize,
}

impl Waiting {
    fn add(&mut self, outcome: Result<Document, Failure>) {
        self.bytes += outcome.as_ref().map_or(0, |document| document.text().len());
        self.outcomes.push(outcome);
    }

    fn is_full(&self) -> bool {
        self.outcomes.len() >= DOCUMENTS || self.bytes >= BYTES
    }
}

fn has_text(document: &Document) -> bool {
    document.blocks().iter().any(|block| {
        block.kind.is_counted()
            && block
                .span
                .of(document.text())
                .contains(char::is_alphanumeric)
    })
}

/// Work on one document; if it panics, that is the document's failure and not the run's.
pub(super) fn guarded<T>(
    document: Document,
    work: impl FnOnce(Document) -> T,
) -> Result<T, Failure> {
    let path = document.path.clone();
    catch_unwind(AssertUnwindSafe(|| work(document)))
        .map_err(|panic| Failure::internal(path, &*panic))
}

/// Hands out the indices of inputs, not too far ahead of the first that is not done.
struct Queue {
    next: AtomicUsize,
    inputs: usize,
    batch: usize,
    /// So many inputs may be done ahead of the first that is not.
    ahead: usize,
    is_stopped: AtomicBool,
    done: Mutex<usize>,
    moved: Condvar,
}

impl Queue {
    fn new(inputs: usize, threads: usize) -> Self {
        // Few inputs are likely large ones, and are handed out one by one.
        let batch = (inputs / (16 * threads)).clamp(1, BATCH);
        Self {
            next: AtomicUsize::new(0),
            inputs,
            batch,
            ahead: AHEAD * threads * batch,
            is_stopped: AtomicBool::new(false),
            done: Mutex::new(0),
            moved: Condvar::new(),
        }
    }

    fn next(&self) -> Option<Range<usize>> {
        let index = self.next.fetch_add(self.batch, Ordering::Relaxed);
        let is_stopped = || self.is_stopped.load(Ordering::Relaxed);
        if index >= self.inputs || is_stopped() {
            return None;
        }
        let mut done = self.done.lock().unwrap_or_else(PoisonError::into_inner);
        while index >= *done + self.ahead && !is_stopped() {
            done = self
                .moved
                .wait(done)
                .unwrap_or_else(PoisonError::into_inner);
        }
        let end = self.inputs.min(index + self.batch);
        (!is_stopped()).then_some(index..end)
    }

    /// All inputs before this one are done.
    fn advance(&self, done: usize) {
        *self.done.lock().unwrap_or_else(PoisonError::into_inner) = done;
        self.moved.notify_all();
    }

    fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        // The lock makes sure that nobody is between looking and waiting.
        drop(self.done.lock());
        self.moved.notify_all();
    }
}

/// What has arrived of an input and has not been handed out.
struct Slot<T> {
    steps: VecDeque<Told<T>>,
    is_part: bool,
    is_complete: bool,
}

/// Brings outcomes back into the order of the inputs.
struct Collector<T> {
    slots: Vec<Slot<T>>,
    /// All before this index have arrived.
    arrived: usize,
    /// All before this index have been handed out.
    handed_out: usize,
    /// How many documents have been handed out, and of how many the languages have been counted.
    documents: usize,
    counted: usize,
    /// How many documents are in each language.
    languages: BTreeMap<&'static str, (usize, &'static Language)>,
    progress: Progress,
    totals: Totals,
    /// Whether results are written where the progress is drawn.
    is_shared_terminal: bool,
}

impl<T> Collector<T> {
    fn new(inputs: usize, shows_progress: bool) -> Self {
        let empty = |_| Slot {
            steps: VecDeque::new(),
            is_part: false,
            is_complete: false,
        };
        Self {
            slots: (0..inputs).map(empty).collect(),
            arrived: 0,
            handed_out: 0,
            documents: 0,
            counted: 0,
            languages: BTreeMap::new(),
            progress: Progress::new(inputs, shows_progress),
            totals: Totals::default(),
            is_shared_terminal: shows_progress && std::io::stdout().is_terminal(),
        }
    }

    /// Takes a parcel in.
    fn accept(&mut self, parcel: Parcel<T>) {
        self.progress
            .advance(u64::from(parcel.is_last), parcel.bytes);
        self.totals.files += u64::from(parcel.is_last);
        self.totals.bytes += parcel.bytes;
        let slot = &mut self.slots[parcel.index];
        slot.steps.extend(parcel.steps);
        slot.is_part |= parcel.is_part;
        slot.is_complete |= parcel.is_last;
        while self
            .slots
            .get(self.arrived)
            .is_some_and(|slot| slot.is_complete)
        {
            self.arrived += 1;
        }
    }

    /// Hands out what has arrived, in order. A document whose language can't be told waits for the rest of its block,
    /// or for the end, and takes the language of most documents up to there.
    fn hand_out(
        &mut self,
        is_end: bool,
        settle: &impl Fn(Document, &'static Language, LanguageSource) -> Result<T, Failure>,
        take: &mut impl FnMut(Place, Result<T, Failure>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        while let Some(slot) = self.slots.get(self.handed_out) {
            let Some((step, _)) = slot.steps.front() else {
                if !slot.is_complete {
                    break;
                }
                self.handed_out += 1;
                continue;
            };
            let place = Place {
                input: self.handed_out,
                is_one_of_several: slot.is_part,
            };
            let is_sure = matches!(step, Step::Done(_));
            if !is_sure && !self.count_block() && !is_end {
                break;
            }
            let outcome = match self.next() {
                Some(Step::Done(outcome)) => outcome,
                Some(Step::Unsure(document)) => {
                    let (language, from) = self.usual_language();
                    settle(*document, language, from)
                }
                None => break,
            };
            self.totals.documents += u64::from(outcome.is_ok());
            if self.is_shared_terminal || outcome.is_err() {
                self.progress.aside(|| take(place, outcome))?;
            } else {
                take(place, outcome)?;
            }
        }
        Ok(())
    }

    /// Takes the next step out.
    fn next(&mut self) -> Option<Step<T>> {
        let (step, language) = self.slots[self.handed_out].steps.pop_front()?;
        if self.documents == self.counted {
            self.count(language);
        }
        self.documents += 1;
        Some(step)
    }

    /// Counts the languages of the block that the next document is in, as far as it has arrived; whether it has.
    fn count_block(&mut self) -> bool {
        let end = (self.documents / BLOCK + 1) * BLOCK;
        let mut is_open = false;
        let arrived = self.slots[self.handed_out..].iter().take_while(|slot| {
            let before_is_open = std::mem::replace(&mut is_open, !slot.is_complete);
            !before_is_open
        });
        let languages: Vec<Option<&'static Language>> = arrived
            .flat_map(|slot| &slot.steps)
            .skip(self.counted - self.documents)
            .take(end - self.counted)
            .map(|(_, language)| *language)
            .collect();
        languages
            .into_iter()
            .for_each(|language| self.count(language));
        self.counted == end
    }

    fn count(&mut self, language: Option<&'static Language>) {
        self.counted += 1;
        if let Some(language) = language {
            let entry = self.languages.entry(language.code);
            entry.or_insert((0, language)).0 += 1;
        }
    }

    /// The language of most documents; English where none is known.
    fn usual_language(&self) -> (&'static Language, LanguageSource) {
        let most = self
            .languages
            .values()
            .rev()
            .max_by_key(|(documents, _)| *documents);
        match most {
            Some(&(_, language)) => (language, LanguageSource::Others),
            None => (Language::english(), LanguageSource::Default),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Outcome = Result<String, Failure>;

    fn parcel(index: usize, is_last: bool, codes: &[Option<&str>]) -> Parcel<String> {
        let step = |code: &Option<&str>| match code.and_then(Language::by_code) {
            Some(language) => (Step::Done(Ok(language.code.to_owned())), Some(language)),
            None => {
                let document = epitome::source::format::plain("short", "Ja.");
                (Step::Unsure(Box::new(document)), None)
            }
        };
        Parcel {
            index,
            bytes: 0,
            steps: codes.iter().map(step).collect(),
            is_part: true,
            is_last,
        }
    }

    /// What is handed out after each of the parcels, and at the end: the languages of documents, those that
    /// were not sure marked.
    fn handed_out(inputs: usize, parcels: Vec<Parcel<String>>) -> Vec<Vec<String>> {
        let mut collector = Collector::new(inputs, false);
        let settle = |_: Document, language: &'static Language, _| -> Outcome {
            Ok(format!("{}?", language.code))
        };
        let mut steps = Vec::new();
        let mut hand_out = |parcel: Option<Parcel<String>>| {
            let is_end = parcel.is_none();
            parcel
                .into_iter()
                .for_each(|parcel| collector.accept(parcel));
            let mut taken = Vec::new();
            let mut take = |_, outcome: Outcome| {
                taken.extend(outcome.ok());
                Ok(())
            };
            assert!(collector.hand_out(is_end, &settle, &mut take).is_ok());
            steps.push(taken);
        };
        parcels
            .into_iter()
            .for_each(|parcel| hand_out(Some(parcel)));
        hand_out(None);
        steps
    }

    #[test]
    fn a_document_in_no_language_waits_for_its_block_and_no_longer() {
        let (few, many) = (vec![Some("de"); 400], vec![Some("fr"); BLOCK]);
        let first = [&[Some("de"), None], &few[..]].concat();
        let parcels = vec![
            parcel(0, false, &first),
            parcel(0, false, &many),
            parcel(0, true, &[None]),
        ];
        let steps = handed_out(1, parcels);
        assert_eq!(steps[0], ["de"]);
        // 401 of the first thousand are German, and the rest French.
        assert_eq!(steps[1][0], "fr?");
        assert_eq!(steps[1].len(), 1 + 400 + BLOCK);
        assert_eq!(steps[2..], [vec![], vec!["fr?".to_owned()]]);
    }

    #[test]
    fn the_order_of_arrival_is_no_matter() {
        let parcels = || {
            vec![
                parcel(0, true, &[Some("de"), None, Some("es")]),
                parcel(1, true, &[None, Some("es")]),
                parcel(2, true, &[Some("de"), Some("de")]),
            ]
        };
        let expected = ["de", "de?", "es", "de?", "es", "de", "de"];
        for turn in 0..3 {
            let mut parcels = parcels();
            parcels.rotate_left(turn);
            assert_eq!(handed_out(3, parcels).concat(), expected);
        }
    }
}
