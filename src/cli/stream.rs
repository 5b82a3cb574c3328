//! A stream of records: a line in, a line out, in order, for as long as lines come.
//!
//! One thread reads and cuts what comes into lines. Who is free takes all that are there, up to a batch, so a
//! line that comes alone is answered at once, and lines that come in a flood are worked on by the thousand.

use std::any::Any;
use std::collections::{BTreeMap, VecDeque};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use epitome::document::Document;
use epitome::keywords::DocumentKeywords;
use epitome::report::stream::{write_failure, write_result};
use epitome::select::DocumentSummary;
use epitome::source::stream::{Batch, Batches, Record, open, record, too_long};
use epitome::source::{Failure, Input, ReadOptions};
use epitome::text::{Language, LanguageSource};
use serde::Serialize;

use super::args::CommonArgs;
use super::exit::Status;
use super::inputs::Inputs;
use super::output::Output;
use super::pipeline::{Pipeline, guarded};
use super::stats::Totals;
use super::{Outcome, Stop, complain, stats};

/// So many bytes of lines are worked on together, unless a line is longer.
const BATCH: usize = 64 << 10;
/// So many batches for each thread may wait for work, and as many for those before them to be written.
const AHEAD: usize = 8;
/// So many bytes for each thread may be worked on or wait to be written, unless a line is longer.
const BYTES: usize = 8 << 20;

/// Whether records are to be taken one by one: they come and go as JSON Lines, and nothing has to be done before that
/// takes the whole.
pub(super) fn is_wanted(args: &CommonArgs) -> bool {
    let comes = args
        .input_format
        .is_some_and(|format| format.name == "jsonl");
    let has_lines = args
        .encoding
        .is_none_or(|encoding| encoding.is_ascii_compatible());
    comes && args.output.format.name == "jsonl" && has_lines && args.pre.is_none()
}

/// What a record gives.
pub(super) trait Answer: Serialize {
    /// Whether there was any text to work on.
    fn has_text(&self) -> bool;

    /// Whether it has nothing in it, as no sentence fits a limit.
    fn is_empty(&self) -> bool;

    /// The words of the text.
    fn words(&self) -> u64;
}

impl Answer for DocumentSummary {
    fn has_text(&self) -> bool {
        self.sentences_total > 0
    }

    fn is_empty(&self) -> bool {
        self.summary.is_empty()
    }

    fn words(&self) -> u64 {
        self.words_total as u64
    }
}

impl Answer for DocumentKeywords {
    fn has_text(&self) -> bool {
        true
    }

    fn is_empty(&self) -> bool {
        false
    }

    fn words(&self) -> u64 {
        self.words_total
    }
}

/// Does `work` on each record of the inputs, as if there were no other.
pub(super) fn run<A: Answer>(
    args: &CommonArgs,
    inputs: Inputs,
    work: impl Fn(Document, &'static Language, LanguageSource) -> A + Sync,
) -> Outcome {
    let mut output = Output::open(args.output.file.as_deref())?;
    let pipeline = Pipeline::new(args);
    let pool = pipeline.pool()?;
    let threads = pool.current_num_threads();
    let queue = Arc::new(Queue::new(threads));
    let answering = Answering {
        names: inputs.inputs.iter().map(Input::name).collect(),
        read: args.read_options(),
        pipeline: &pipeline,
        work,
    };
    let mut tally = Tally::default();
    inputs
        .failures
        .into_iter()
        .for_each(|failure| tally.fail(failure));
    start_reading(&queue, inputs.inputs, &answering.read)?;
    let (sender, receiver) = mpsc::channel();
    let outcome = thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            let (queue, answering, pool) = (&queue, &answering, &pool);
            scope.spawn(move || {
                while let Some((place, item)) = queue.take() {
                    let work = || pool.install(|| answering.answers(item));
                    let answers = catch_unwind(AssertUnwindSafe(work))
                        .unwrap_or_else(|panic| Answers::internal(&*panic));
                    if sender.send((place, answers)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let outcome = write_in_order(&receiver, &queue, &mut output, &mut tally);
        queue.stop();
        outcome
    });
    outcome?;
    tally.totals.files = answering.names.len() as u64;
    tally.finish(output, &answering.names, args.stats)
}

/// Reads all inputs on a thread of its own. Nobody waits for it: when nobody reads the output any more, it may still
/// wait for more input.
fn start_reading(
    queue: &Arc<Queue>,
    inputs: Vec<Input>,
    options: &ReadOptions,
) -> Result<(), Stop> {
    let (queue, longest) = (Arc::clone(queue), options.limits.bytes);
    let read_all = move || {
        for (place, input) in inputs.iter().enumerate() {
            let read = || read(place, input, longest, &queue);
            let outcome = catch_unwind(AssertUnwindSafe(read))
                .unwrap_or_else(|panic| Err(Failure::internal(input.name(), &*panic)));
            if let Err(failure) = outcome {
                queue.put(Item::Failure(failure));
            }
        }
        queue.end();
    };
    let started = thread::Builder::new().spawn(read_all);
    started.map_or_else(
        |error| Err(Stop::Message(format!("can't start threads: {error}"))),
        |_| Ok(()),
    )
}

fn read(place: usize, input: &Input, longest: u64, queue: &Queue) -> Result<(), Failure> {
    let mut batches = Batches::new(open(input)?, longest);
    while let Some(batch) = batches
        .next_batch()
        .map_err(|error| input.failure(&error))?
    {
        if !queue.put(Item::Lines(place, batch)) {
            break;
        }
    }
    Ok(())
}

/// Something that was read.
enum Item {
    /// Lines of an input.
    Lines(usize, Batch),
    /// An input that can't be read, or not on.
    Failure(Failure),
}

impl Item {
    fn size(&self) -> usize {
        match self {
            Self::Lines(_, batch) => batch.bytes.len(),
            Self::Failure(_) => 0,
        }
    }
}

/// What was read and is not written.
struct Queue {
    threads: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: VecDeque<Item>,
    /// Nothing more will be read.
    is_complete: bool,
    /// Nothing more is wanted.
    is_stopped: bool,
    taken: usize,
    written: usize,
    /// Bytes that were taken and whose answers are not written.
    bytes: usize,
}

impl Queue {
    fn new(threads: usize) -> Self {
        Self {
            threads,
            state: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state as soon as it is ready for that.
    fn when<T>(
        &self,
        is_ready: impl Fn(&State) -> bool,
        change: impl FnOnce(&mut State) -> T,
    ) -> T {
        let wait = |state: &mut State| !state.is_stopped && !is_ready(state);
        let mut state = self
            .changed
            .wait_while(self.lock(), wait)
            .unwrap_or_else(PoisonError::into_inner);
        let changed = change(&mut state);
        drop(state);
        self.changed.notify_all();
        changed
    }

    /// Adds what was read, to the lines before it if they wait in a small batch; `false`: no more is wanted.
    fn put(&self, item: Item) -> bool {
        let has_room = |state: &State| state.waiting.len() < AHEAD * self.threads;
        self.when(has_room, |state| {
            let item = match (state.waiting.back_mut(), item) {
                (Some(Item::Lines(place, last)), Item::Lines(same, batch)) if *place == same => {
                    match last.join(batch, BATCH) {
                        Ok(()) => return !state.is_stopped,
                        Err(batch) => Item::Lines(same, batch),
                    }
                }
                (_, item) => item,
            };
            state.waiting.push_back(item);
            !state.is_stopped
        })
    }

    /// Says that nothing more will come.
    fn end(&self) {
        self.lock().is_complete = true;
        self.changed.notify_all();
    }

    /// What is to be worked on next, and its place; nothing at the end.
    fn take(&self) -> Option<(usize, Item)> {
        let has_turn = |state: &State| match state.waiting.front() {
            None => state.is_complete,
            Some(item) => {
                let is_near = state.taken < state.written + AHEAD * self.threads;
                let fits = state.bytes + item.size() <= BYTES * self.threads;
                is_near && (fits || state.taken == state.written)
            }
        };
        self.when(has_turn, |state| {
            let item = state.waiting.pop_front().filter(|_| !state.is_stopped)?;
            state.bytes += item.size();
            state.taken += 1;
            Some((state.taken - 1, item))
        })
    }

    /// Says that the answers to what was taken first are written.
    fn written(&self, size: usize) {
        let mut state = self.lock();
        state.written += 1;
        state.bytes -= size;
        drop(state);
        self.changed.notify_all();
    }

    fn stop(&self) {
        self.lock().is_stopped = true;
        self.changed.notify_all();
    }
}

/// How records are answered.
struct Answering<'p, W> {
    names: Vec<String>,
    read: ReadOptions,
    pipeline: &'p Pipeline,
    work: W,
}

/// The answers to some lines, written, and what became of them.
#[derive(Default)]
struct Answers {
    bytes: Vec<u8>,
    /// The size of the lines.
    size: usize,
    results: usize,
    /// What was read.
    totals: Totals,
    /// Lines that gave nothing, and are to blame for it.
    errors: usize,
    /// The first of them; or what is wrong with an input.
    failure: Option<Failure>,
    /// Whether an input is to blame.
    is_of_input: bool,
}

impl<A, W> Answering<'_, W>
where
    A: Answer,
    W: Fn(Document, &'static Language, LanguageSource) -> A + Sync,
{
    fn answers(&self, item: Item) -> Answers {
        let mut answers = Answers {
            size: item.size(),
            ..Answers::default()
        };
        match item {
            Item::Failure(failure) => {
                answers.failure = Some(failure);
                answers.is_of_input = true;
            }
            Item::Lines(place, batch) if batch.is_too_long => {
                let failure = too_long(&self.names[place], batch.first, &self.read);
                answers.fail(failure, batch.first, None);
            }
            Item::Lines(place, batch) => {
                for (number, line) in batch.lines() {
                    self.answer(&self.names[place], number, line, &mut answers);
                }
            }
        }
        answers
    }

    fn answer(&self, name: &str, number: usize, line: &[u8], answers: &mut Answers) {
        let read = || record(name, number, line, &self.read);
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok(Ok(None)) => {}
            Ok(Ok(Some(record))) => self.answer_record(record, number, answers),
            Ok(Err(bad)) => answers.fail(bad.failure, number, bad.others.as_deref()),
            Err(panic) => {
                let failure = Failure::internal(format!("{name}#{number}"), &*panic);
                answers.fail(failure, number, None);
            }
        }
    }

    fn answer_record(&self, record: Record, number: usize, answers: &mut Answers) {
        let path = record.document.path.clone();
        let bytes = record.document.text().len() as u64;
        let said = record.language.as_deref().and_then(Language::by_tag);
        let told = guarded(record.document, |document| {
            self.pipeline.tell_language(document)
        });
        let done = told.and_then(|told| told).and_then(|(document, language)| {
            let (language, from) = match (language, said) {
                (Some(language), _) => (language, self.pipeline.language_source()),
                (None, Some(said)) => (said, LanguageSource::Record),
                (None, None) => (Language::english(), LanguageSource::Default),
            };
            guarded(document, |document| (self.work)(document, language, from))
        });
        match done {
            Ok(answer) if !answer.has_text() => {
                answers.fail(Failure::no_text(path), number, Some(&record.others));
            }
            Ok(answer) => {
                answers.totals.add(Totals {
                    documents: 1,
                    bytes,
                    words: answer.words(),
                    ..Totals::default()
                });
                let written = write_result(&answer, number, &record.others, &mut answers.bytes);
                answers.results += usize::from(written.is_ok() && !answer.is_empty());
            }
            Err(failure) => answers.fail(failure, number, Some(&record.others)),
        }
    }
}

impl Answers {
    /// None, by a fault of this program.
    fn internal(panic: &(dyn Any + Send)) -> Self {
        Self {
            failure: Some(Failure::internal("", panic)),
            is_of_input: true,
            ..Self::default()
        }
    }

    fn fail(&mut self, failure: Failure, number: usize, others: Option<&str>) {
        // Memory takes anything.
        let _ = write_failure(&failure, number, others, &mut self.bytes);
        if failure.is_error() {
            self.errors += 1;
            self.totals.failures += 1;
            self.failure.get_or_insert(failure);
        }
    }
}

/// Writes answers in the order of the lines, and whenever there are none to be written, shows all of them.
fn write_in_order(
    receiver: &Receiver<(usize, Answers)>,
    queue: &Queue,
    output: &mut Output,
    tally: &mut Tally,
) -> Result<(), Stop> {
    let mut early = BTreeMap::new();
    let mut next = 0;
    loop {
        let received = match receiver.try_recv() {
            Err(TryRecvError::Empty) => {
                output.flush()?;
                receiver.recv().ok()
            }
            received => received.ok(),
        };
        let Some((place, answers)) = received else {
            return Ok(());
        };
        early.insert(place, answers);
        while let Some(answers) = early.remove(&next) {
            next += 1;
            output.write_all(&answers.bytes)?;
            queue.written(answers.size);
            tally.add(answers);
        }
    }
}

/// What became of all lines.
#[derive(Default)]
struct Tally {
    has_written: bool,
    results: usize,
    totals: Totals,
    /// Lines with errors.
    errors: usize,
    has_bad_input: bool,
}

impl Tally {
    /// The errors of lines stand in the output, and only the first is told elsewhere too: nobody may read there.
    fn add(&mut self, answers: Answers) {
        self.has_written |= !answers.bytes.is_empty();
        self.results += answers.results;
        self.totals.add(answers.totals);
        if let Some(failure) = answers.failure {
            if answers.is_of_input {
                self.fail(failure);
            } else if self.errors == 0 {
                complain(&failure.to_string());
            }
        }
        self.errors += answers.errors;
    }

    /// An input that can't be read.
    fn fail(&mut self, failure: Failure) {
        complain(&failure.to_string());
        self.totals.failures += 1;
        self.has_bad_input |= failure.is_error();
    }

    fn finish(self, mut output: Output, names: &[String], with_totals: bool) -> Outcome {
        if self.errors > 1 {
            let more = self.errors - 1;
            let lines = if more == 1 { "line" } else { "lines" };
            complain(&format!(
                "{more} more {lines} with an error, told in the output"
            ));
        }
        if with_totals && self.has_written {
            self.totals.write_end(&mut output)?;
        }
        match self.has_written {
            true => output.finish()?,
            false => output.abandon()?,
        }
        if !self.has_written && !self.has_bad_input {
            complain(&match names {
                [name] => Failure::no_text(name).to_string(),
                _ => "nothing to report: there are no records to read".to_owned(),
            });
        }
        if with_totals {
            complain(&self.totals.told(stats::start().elapsed()));
        }
        Ok(Status::of(
            self.results,
            self.errors > 0 || self.has_bad_input,
        ))
    }
}
