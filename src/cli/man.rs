//! `epitome man`

use std::io::{self, Write};
use std::path::Path;

use clap::Command;

use super::args::ManArgs;
use super::exit::Status;
use super::suggest::hint;
use super::{Outcome, Stop};

pub(super) fn run(args: &ManArgs) -> Outcome {
    let mut root = told_whole(super::args::command());
    root.build();
    if let Some(folder) = &args.out {
        return write_into(folder, &root);
    }
    let mut pages = Vec::new();
    match named(&root, &args.command)? {
        None => render_all(&root, &mut pages)?,
        Some(command) => render(command, &mut pages)?,
    }
    io::stdout().lock().write_all(&pages)?;
    Ok(Status::Done)
}

/// A command with the help on all its options, those that `-h` leaves out too.
fn told_whole(command: Command) -> Command {
    command
        .disable_help_subcommand(true)
        .mut_args(|arg| arg.hide_short_help(false))
        .mut_subcommands(told_whole)
}

/// The command with this path of names; `None`: no name is given.
fn named<'c>(root: &'c Command, names: &[String]) -> Result<Option<&'c Command>, Stop> {
    let mut command = root;
    for name in names.iter().skip_while(|name| *name == root.get_name()) {
        command = command.find_subcommand(name).ok_or_else(|| {
            let hint = hint(name, pages_below(command).map(Command::get_name));
            Stop::Message(format!("there is no command '{name}'{hint}"))
        })?;
    }
    Ok((!names.is_empty()).then_some(command))
}

/// The commands below one that have a page.
fn pages_below(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|sub| !sub.is_hide_set())
}

/// The name of a page: `epitome-summarize`.
fn page_name(command: &Command) -> &str {
    command.get_display_name().unwrap_or(command.get_name())
}

fn render(command: &Command, page: &mut Vec<u8>) -> io::Result<()> {
    let mut plain = Vec::new();
    let man = clap_mangen::Man::new(command.clone());
    man.render_title(&mut plain)?;
    man.render_name_section(&mut plain)?;
    let usage = command.clone().render_usage().to_string();
    let usage: Vec<&str> = (usage.trim_start_matches("Usage:").lines())
        .map(str::trim)
        .collect();
    section("SYNOPSIS", &usage.join("\n"), &mut plain)?;
    man.render_description_section(&mut plain)?;
    if command.get_arguments().next().is_some() {
        man.render_options_section(&mut plain)?;
    }
    if command.has_subcommands() {
        man.render_subcommands_section(&mut plain)?;
    }
    if let Some(more) = command.get_after_long_help() {
        let more = more.to_string();
        section("EXAMPLES", more.trim_start_matches("Examples:"), &mut plain)?;
    }
    // Characters by their numbers, which roff knows whatever the encoding is that it expects.
    for c in String::from_utf8_lossy(&plain).chars() {
        match c.is_ascii() {
            true => page.push(c as u8),
            false => write!(page, "\\[u{:04X}]", u32::from(c))?,
        }
    }
    Ok(())
}

/// A section of lines that stay as they are.
fn section(title: &str, text: &str, page: &mut Vec<u8>) -> io::Result<()> {
    writeln!(page, ".SH {title}\n.nf")?;
    for line in text.trim_matches('\n').lines() {
        let line = line
            .replace('\\', "\\e")
            .replace('-', "\\-")
            .replace('\'', "\\(aq");
        let line = line.replace('`', "\\(ga");
        // A dot at the beginning would be a request.
        writeln!(page, "\\&{line}")?;
    }
    writeln!(page, ".fi")
}

/// The pages of a command and of those below it.
fn render_all(command: &Command, pages: &mut Vec<u8>) -> io::Result<()> {
    render(command, pages)?;
    pages_below(command).try_for_each(|sub| render_all(sub, pages))
}

/// Writes a file for the page of each command.
fn write_into(folder: &Path, command: &Command) -> Outcome {
    let path = folder.join(format!("{}.1", page_name(command)));
    let fail =
        |error: io::Error| Stop::Message(format!("{}: {}", path.display(), super::reason(&error)));
    let mut page = Vec::new();
    render(command, &mut page)?;
    std::fs::create_dir_all(folder).map_err(fail)?;
    std::fs::write(&path, page).map_err(fail)?;
    for sub in pages_below(command) {
        write_into(folder, sub)?;
    }
    Ok(Status::Done)
}
