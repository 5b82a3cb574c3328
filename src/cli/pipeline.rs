//! Documents in parallel, results in order.

use std::any::Any;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use epitome::document::Document;
use epitome::source::pieces::{Piece, Pieces};
use epitome::source::{Failure, FailureKind, Input, ReadOptions, read};
use epitome::text::language::Detector;
use epitome::text::{Language, LanguageSource};

use super::Stop;
use super::args::CommonArgs;
use super::progress::Progress;

/// How the documents of a run are worked on.
pub(super) struct Pipeline {
    read: ReadOptions,
    language: Option<&'static Language>,
    detector: Detector,
    threads: usize,
    shows_progress: bool,
}

/// What is done with each input.
pub(super) trait Work<T>: Sync {
    /// The work on a document that is in memory.
    fn whole(&self, document: Document, language: &'static Language, from: LanguageSource) -> T;

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

/// What became of one input.
enum Step<T> {
    Done(Result<T, Failure>),
    /// A document too short to tell its language: it waits for that of the others.
    Unsure(Box<Document>),
    /// A binary file in a directory: nothing.
    Skipped,
}

/// A finished step on its way to the one who collects.
struct Parcel<T> {
    index: usize,
    bytes: u64,
    language: Option<&'static Language>,
    step: Step<T>,
}

/// So many batches for each thread may be done ahead of the first that is not.
const AHEAD: usize = 4;
/// The most inputs that a thread takes at once, and hands on at once: to wake who collects costs as much
/// as to read a small file.
const BATCH: usize = 16;

impl Pipeline {
    pub(super) fn new(args: &CommonArgs) -> Self {
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        Self {
            read: args.read_options(),
            language: args.language(),
            detector: Detector::default(),
            threads: if args.threads == 0 {
                cores()
            } else {
                args.threads
            },
            shows_progress: args.shows_progress(),
        }
    }

    /// Reads each input and does `work` on its document and language, on several threads; `take` gets
    /// the outcomes one by one, in the order of the inputs, whichever is done first.
    pub(super) fn each<T: Send>(
        &self,
        inputs: &[Input],
        work: impl Work<T>,
        mut take: impl FnMut(Result<T, Failure>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let mut collector = Collector::new(inputs.len(), self.shows_progress);
        let threads = self.threads.max(1);
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .map_err(|error| Stop::Message(format!("can't start threads: {error}")))?;
        let queue = Queue::new(inputs.len(), threads);
        let (sender, receiver) = mpsc::channel();
        let outcome = thread::scope(|scope| {
            // Who waits for the queue is no thread of the pool: one that waits for a part of its document may
            // take over other work meanwhile, and if that waited for the queue, the queue would wait for it.
            for _ in 0..threads {
                let sender = sender.clone();
                let (queue, work, pool) = (&queue, &work, &pool);
                scope.spawn(move || {
                    while let Some(batch) = queue.next() {
                        let parcel = |index| self.parcel(index, &inputs[index], work);
                        let parcels = pool.install(|| batch.map(parcel).collect());
                        // The receiver goes away only when the run has been stopped.
                        if sender.send(parcels).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let outcome = receiver.iter().try_for_each(|batch: Vec<Parcel<T>>| {
                for parcel in batch {
                    collector.accept(parcel);
                }
                queue.advance(collector.arrived);
                collector.hand_out(&mut take)
            });
            queue.stop();
            outcome
        });
        let outcome = outcome.and_then(|()| {
            let (language, from) = collector.usual_language();
            let work =
                |document| guarded(document, |document| work.whole(document, language, from));
            collector.settle(work, &mut take)
        });
        collector.progress.finish();
        outcome
    }

    fn parcel<T>(&self, index: usize, input: &Input, work: &impl Work<T>) -> Parcel<T> {
        if work.takes_pieces()
            && let Ok(Some(parcel)) =
                catch_unwind(AssertUnwindSafe(|| self.in_pieces(index, input, work)))
        {
            return parcel;
        }
        let mut parcel = Parcel {
            index,
            bytes: 0,
            language: None,
            step: Step::Skipped,
        };
        let loaded = catch_unwind(AssertUnwindSafe(|| self.load(input)))
            .unwrap_or_else(|panic| Err(internal(input.name(), &*panic)));
        parcel.step = match loaded {
            Ok(None) => Step::Skipped,
            Err(failure) => Step::Done(Err(failure)),
            Ok(Some((document, language))) => {
                let from = self.language_source();
                parcel.bytes = document.text().len() as u64;
                parcel.language = language;
                match language {
                    Some(language) => Step::Done(guarded(document, |document| {
                        work.whole(document, language, from)
                    })),
                    None => Step::Unsure(Box::new(document)),
                }
            }
        };
        parcel
    }

    fn language_source(&self) -> LanguageSource {
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
            language: Some(language),
            step: Step::Done(Ok(done)),
        })
    }

    /// Reads an input and tells its language, if the text is long enough.
    fn load(
        &self,
        input: &Input,
    ) -> Result<Option<(Document, Option<&'static Language>)>, Failure> {
        let Some(document) = read(input, &self.read)? else {
            return Ok(None);
        };
        if !has_text(&document) {
            return Err(Failure::no_text(document.path));
        }
        let language = self.language.or_else(|| self.detector.detect(&document));
        Ok(Some((document, language)))
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
fn guarded<T>(document: Document, work: impl FnOnce(Document) -> T) -> Result<T, Failure> {
    let path = document.path.clone();
    catch_unwind(AssertUnwindSafe(|| work(document))).map_err(|panic| internal(path, &*panic))
}

fn internal(path: String, panic: &(dyn Any + Send)) -> Failure {
    let message = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("unknown");
    Failure::new(
        path,
        FailureKind::Internal,
        format!("internal error: {message}"),
    )
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

/// Brings outcomes back into the order of the inputs.
struct Collector<T> {
    /// Steps by index; `None`: not there yet, or handed out.
    steps: Vec<Option<Step<T>>>,
    /// All before this index have arrived.
    arrived: usize,
    /// All before this index have been handed out.
    handed_out: usize,
    /// How many documents are in each language.
    languages: BTreeMap<&'static str, (usize, &'static Language)>,
    progress: Progress,
    /// Whether results are written where the progress is drawn.
    is_shared_terminal: bool,
}

impl<T> Collector<T> {
    fn new(inputs: usize, shows_progress: bool) -> Self {
        Self {
            steps: (0..inputs).map(|_| None).collect(),
            arrived: 0,
            handed_out: 0,
            languages: BTreeMap::new(),
            progress: Progress::new(inputs, shows_progress),
            is_shared_terminal: shows_progress && std::io::stdout().is_terminal(),
        }
    }

    /// Takes a parcel in.
    fn accept(&mut self, parcel: Parcel<T>) {
        self.progress.advance(parcel.bytes);
        if let Some(language) = parcel.language {
            self.languages
                .entry(language.code)
                .or_insert((0, language))
                .0 += 1;
        }
        self.steps[parcel.index] = Some(parcel.step);
        while self.steps.get(self.arrived).is_some_and(Option::is_some) {
            self.arrived += 1;
        }
    }

    /// Hands out what has arrived, up to the first document that still waits.
    fn hand_out(
        &mut self,
        take: &mut impl FnMut(Result<T, Failure>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        while self.handed_out < self.arrived {
            match self.steps[self.handed_out].take() {
                Some(Step::Done(outcome)) => {
                    if self.is_shared_terminal || outcome.is_err() {
                        self.progress.aside(|| take(outcome))?;
                    } else {
                        take(outcome)?;
                    }
                }
                Some(unsure @ Step::Unsure(_)) => {
                    self.steps[self.handed_out] = Some(unsure);
                    break;
                }
                Some(Step::Skipped) | None => {}
            }
            self.handed_out += 1;
        }
        Ok(())
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

    /// Does the work on the documents that waited, and hands out the rest.
    fn settle(
        &mut self,
        work: impl Fn(Document) -> Result<T, Failure>,
        take: &mut impl FnMut(Result<T, Failure>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        for step in &mut self.steps {
            *step = match step.take() {
                Some(Step::Unsure(document)) => Some(Step::Done(work(*document))),
                other => other,
            };
        }
        self.hand_out(take)
    }
}
