//! What `epitome evaluate` reads: what systems gave, and what was wanted.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use epitome::document::Document;
use epitome::evaluate::records::{Shape, grouped, is_json, of_json, stem};
use epitome::evaluate::{Entry, System};
use epitome::map::Set;
use epitome::source::walk::{WalkOptions, find};
use epitome::source::{Failure, FailureKind, ReadOptions, format, read};
use epitome::text::Language;
use epitome::text::language::Detector;

use super::Stop;
use super::args::ScoringArgs;

/// All that was read.
pub(super) struct Material<G> {
    /// Systems that gave something for a document with a reference.
    pub systems: Vec<System<G>>,
    /// What is wanted for each document: there is something.
    pub references: Vec<Entry<Vec<String>>>,
    pub failures: Vec<Failure>,
}

impl<G> Material<G> {
    /// Reads systems and references. `None`: no system is named and standard input is a terminal.
    pub(super) fn read(
        args: &ScoringArgs,
        given: &Shape<G>,
        wanted: &Shape<Vec<String>>,
    ) -> Result<Option<Self>, Stop> {
        let Some(paths) = systems(args)? else {
            return Ok(None);
        };
        let mut reader = Reader::new(args);
        let mut systems: Vec<System<G>> = paths
            .iter()
            .map(|path| reader.system(path, given))
            .collect();
        let (mut references, are_texts) = reader.references(&args.references, wanted);
        if are_texts && systems.iter().all(|system| system.entries.len() == 1) {
            name_alike(&mut systems, &mut references);
        }
        let all = systems.iter().flat_map(|system| &system.entries);
        let known: Set<String> = all.map(|entry| entry.id.clone()).collect();
        let mut failures = reader.failures;
        let references = with_text(grouped(references, &known), &mut failures);
        let systems = with_references(systems, &references, &mut failures);
        Ok(Some(Self {
            systems,
            references,
            failures,
        }))
    }

    /// The language of all references together, and whether it was detected.
    pub(super) fn language(&self, args: &ScoringArgs) -> (&'static Language, bool) {
        if let Some(language) = Language::by_code(&args.lang) {
            return (language, false);
        }
        let texts: Vec<&str> = self
            .references
            .iter()
            .flat_map(|entry| &entry.value)
            .map(String::as_str)
            .collect();
        let all = format::plain("references", texts.join("\n\n"));
        let detected = Detector::default().detect(&all);
        (detected.unwrap_or(Language::english()), detected.is_some())
    }
}

/// The paths of the systems: standard input where none is named.
fn systems(args: &ScoringArgs) -> Result<Option<Vec<PathBuf>>, Stop> {
    let mut paths = args.systems.clone();
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            return Ok(None);
        }
        paths.push(PathBuf::from("-"));
    }
    let all = paths.iter().chain(&args.references);
    if all.filter(|path| *path == Path::new("-")).count() > 1 {
        return Err(Stop::Message(
            "standard input can be read only once".to_owned(),
        ));
    }
    Ok(Some(paths))
}

/// Reads entries, and keeps what went wrong.
struct Reader {
    options: ReadOptions,
    failures: Vec<Failure>,
}

impl Reader {
    fn new(args: &ScoringArgs) -> Self {
        Self {
            options: ReadOptions {
                encoding: args.encoding,
                // The text as it is, whatever the file is called.
                format: format::by_name("plain"),
                ..ReadOptions::default()
            },
            failures: Vec::new(),
        }
    }

    /// What a system gave, once a document.
    fn system<G>(&mut self, path: &Path, shape: &Shape<G>) -> System<G> {
        let name = path.to_string_lossy().into_owned();
        let failures = self.failures.len();
        let (mut entries, _) = self.entries(path, shape);
        if entries.is_empty() && self.failures.len() == failures {
            self.failures.push(Failure::no_text(&name));
        }
        let mut seen: Set<String> = Set::default();
        entries.retain(|entry| {
            let is_new = seen.insert(entry.id.clone());
            if !is_new {
                let reason = format!("{} is in it twice; the first counts", entry.id);
                self.failures
                    .push(Failure::new(&name, FailureKind::Unreadable, reason));
            }
            is_new
        });
        System { name, entries }
    }

    /// What is wanted, and whether it stands in single plain files only.
    fn references(
        &mut self,
        paths: &[PathBuf],
        shape: &Shape<Vec<String>>,
    ) -> (Vec<Entry<Vec<String>>>, bool) {
        let mut references = Vec::new();
        let mut are_texts = true;
        for path in paths {
            let (entries, is_text) = self.entries(path, shape);
            references.extend(entries);
            are_texts &= is_text;
        }
        (references, are_texts)
    }

    /// What is at a path, and whether that is one plain file.
    fn entries<T>(&mut self, path: &Path, shape: &Shape<T>) -> (Vec<Entry<T>>, bool) {
        // Outputs are often in folders that version control ignores; here they are named outright.
        let options = WalkOptions {
            no_ignore: true,
            ..WalkOptions::default()
        };
        let (inputs, missed) = find(&[path.to_owned()], &options).unwrap_or_default();
        self.failures.extend(missed);
        let mut entries = Vec::new();
        let mut is_text = !path.is_dir();
        for input in inputs {
            for outcome in read(&input, &self.options) {
                match outcome {
                    Ok(document) => {
                        entries.extend(self.of_document(&document, shape, &mut is_text))
                    }
                    Err(failure) => self.failures.push(failure),
                }
            }
        }
        (entries, is_text)
    }

    /// What one file has: itself, or what its JSON says; then it is no text.
    fn of_document<T>(
        &mut self,
        document: &Document,
        shape: &Shape<T>,
        is_text: &mut bool,
    ) -> Vec<Entry<T>> {
        let (name, text) = (&document.path, document.text());
        let is_json = has_json_name(name) || (name == "-" && is_json(text));
        if !is_json {
            return vec![Entry {
                id: stem(name).to_owned(),
                value: (shape.of_text)(text),
            }];
        }
        *is_text = false;
        let (found, wrong) = of_json(text, shape);
        let failure = |reason| Failure::new(name, FailureKind::Unreadable, reason);
        self.failures.extend(wrong.into_iter().map(failure));
        found
    }
}

fn has_json_name(name: &str) -> bool {
    let extension = Path::new(name).extension();
    ["json", "jsonl", "ndjson"]
        .iter()
        .any(|json| extension.is_some_and(|extension| extension.eq_ignore_ascii_case(json)))
}

/// One document each, and references in plain files: they belong together, whatever the files are called.
fn name_alike<G>(systems: &mut [System<G>], references: &mut [Entry<Vec<String>>]) {
    let mut entries = systems.iter_mut().flat_map(|system| &mut system.entries);
    let Some(id) = entries.next().map(|first| first.id.clone()) else {
        return;
    };
    entries.for_each(|entry| entry.id.clone_from(&id));
    for entry in references {
        entry.id.clone_from(&id);
    }
}

/// The documents without what says nothing, if then there is something left.
fn with_text(
    mut references: Vec<Entry<Vec<String>>>,
    failures: &mut Vec<Failure>,
) -> Vec<Entry<Vec<String>>> {
    references.retain_mut(|entry| {
        entry
            .value
            .retain(|text| text.contains(char::is_alphanumeric));
        if entry.value.is_empty() {
            let reason = "there is no text in its reference";
            failures.push(Failure::new(&entry.id, FailureKind::NoText, reason));
        }
        !entry.value.is_empty()
    });
    references
}

/// The systems that gave something for a document with a reference.
fn with_references<G>(
    mut systems: Vec<System<G>>,
    references: &[Entry<Vec<String>>],
    failures: &mut Vec<Failure>,
) -> Vec<System<G>> {
    let wanted: Set<&str> = references.iter().map(|entry| &*entry.id).collect();
    systems.retain(|system| {
        let mut entries = system.entries.iter();
        let is_scored = entries.any(|entry| wanted.contains(&*entry.id));
        if !is_scored && !system.entries.is_empty() {
            let reason = "none of its documents has a reference";
            failures.push(Failure::new(&system.name, FailureKind::Unreadable, reason));
        }
        is_scored
    });
    systems
}
