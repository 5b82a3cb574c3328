//! The command line of epitome.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
