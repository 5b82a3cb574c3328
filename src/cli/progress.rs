//! Progress on standard error: files and bytes done, the rate, the time left.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Runs that end sooner than this show no progress.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar that appears when a run takes its time.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    started: Instant,
    is_shown: bool,
    bytes: u64,
}

impl Progress {
    /// Progress over so many files, if it is wanted.
    pub(super) fn new(files: usize, is_wanted: bool) -> Self {
        let bar = || {
            let bar =
                ProgressBar::with_draw_target(Some(files as u64), ProgressDrawTarget::hidden());
            let template = "{bar:24} {pos}/{len} files  {msg}  {per_sec}  {eta} left";
            match ProgressStyle::with_template(template) {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        };
        Self {
            bar: is_wanted.then(bar),
            started: Instant::now(),
            is_shown: false,
            bytes: 0,
        }
    }

    /// So many more files and bytes are done.
    pub(super) fn advance(&mut self, files: u64, bytes: u64) {
        self.bytes += bytes;
        if let Some(bar) = &self.bar {
            if super::pager::has_screen() {
                bar.set_draw_target(ProgressDrawTarget::hidden());
                self.is_shown = true;
            }
            if !self.is_shown && self.started.elapsed() >= PATIENCE {
                self.is_shown = true;
                bar.set_draw_target(ProgressDrawTarget::stderr());
            }
            bar.set_message(indicatif::HumanBytes(self.bytes).to_string());
            bar.inc(files);
        }
    }

    /// Does something with the bar out of the way.
    pub(super) fn aside<T>(&self, act: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(act),
            None => act(),
        }
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
