//! Results of a stream of records: one line each, with what the record says beside its text.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::value::RawValue;

use super::safe::{safe_json, write_json};
use crate::source::{Failure, FailureKind};

/// What a record gave, with its place and its other fields.
#[derive(Serialize)]
struct Answer<'r, T> {
    #[serde(flatten)]
    result: &'r T,
    /// In a summary, sentences have lines of their own; this is that of the record.
    line: usize,
    record: &'r RawValue,
}

/// Why a line gave nothing.
#[derive(Serialize)]
struct Error<'r> {
    path: &'r str,
    line: usize,
    kind: FailureKind,
    error: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'r RawValue>,
}

/// Writes what the record on a line gave. `others` is JSON: all that it says beside its text.
///
/// # Errors
/// When the output can't be written, or `others` is not JSON.
pub fn write_result(
    result: &impl Serialize,
    line: usize,
    others: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let others = safe_json(others);
    let record = serde_json::from_str(&others)?;
    let answer = Answer {
        result,
        line,
        record,
    };
    write_json(&mut *out, &answer)?;
    out.write_all(b"\n")
}

/// Writes why a line gave nothing, and what else it says, if it is a record.
///
/// # Errors
/// When the output can't be written, or `others` is not JSON.
pub fn write_failure(
    failure: &Failure,
    line: usize,
    others: Option<&str>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let others = others.map(safe_json);
    let record = others.as_deref().map(serde_json::from_str).transpose()?;
    let error = Error {
        path: &failure.path,
        line,
        kind: failure.kind,
        error: &failure.reason,
        record,
    };
    write_json(&mut *out, &error)?;
    out.write_all(b"\n")
}
