//! Which files there are: paths, directories, globs.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::overrides::{Override, OverrideBuilder};

use super::{Failure, FailureKind, Input};

/// How directories are walked.
#[derive(Clone, Debug, Default)]
pub struct WalkOptions {
    /// Globs that a found file must match; with `!` in front, must not match.
    pub globs: Vec<String>,
    /// Walk hidden files and directories too.
    pub hidden: bool,
    /// Don't obey `.gitignore`, `.ignore` and their like.
    pub no_ignore: bool,
}

/// A glob that can't be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct GlobError(#[from] ignore::Error);

/// The inputs that `paths` name: a file or `-` is itself, a directory the files below it, sorted.
///
/// What can't be walked is a failure beside the inputs that could be found.
///
/// # Errors
/// When a glob is malformed.
pub fn find(
    paths: &[PathBuf],
    options: &WalkOptions,
) -> Result<(Vec<Input>, Vec<Failure>), GlobError> {
    let mut inputs = Vec::new();
    let mut failures = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            walk(path, options, &mut inputs, &mut failures)?;
        } else {
            inputs.push(Input::Named(path.clone()));
        }
    }
    Ok((inputs, failures))
}

fn walk(
    root: &Path,
    options: &WalkOptions,
    inputs: &mut Vec<Input>,
    failures: &mut Vec<Failure>,
) -> Result<(), GlobError> {
    let globs = globs(root, &options.globs)?;
    let walker = WalkBuilder::new(root)
        .standard_filters(false)
        .hidden(!options.hidden)
        .ignore(!options.no_ignore)
        .git_ignore(!options.no_ignore)
        .git_global(!options.no_ignore)
        .git_exclude(!options.no_ignore)
        .parents(!options.no_ignore)
        // As a filter, globs take files away, and bring no hidden or ignored ones back.
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            !globs.matched(entry.path(), is_folder).is_ignore()
        })
        .sort_by_file_name(|a, b| a.cmp(b))
        .build();
    for entry in walker {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                inputs.push(Input::Found(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => failures.push(failure(root, &error)),
        }
    }
    Ok(())
}

fn globs(root: &Path, patterns: &[String]) -> Result<Override, GlobError> {
    let mut builder = OverrideBuilder::new(root);
    for pattern in patterns {
        builder.add(pattern)?;
    }
    Ok(builder.build()?)
}

fn failure(root: &Path, error: &ignore::Error) -> Failure {
    let path = path_of(error)
        .unwrap_or(root)
        .to_string_lossy()
        .into_owned();
    let reason = match error.io_error() {
        Some(error) => error.kind().to_string(),
        None => error.to_string(),
    };
    Failure::new(path, FailureKind::Unreadable, reason)
}

/// The path that an error of the walker is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}
