//! Standard output. Whoever reads it may stop early (`cakupan law | head`): the program then ends without a complaint.

use serde_json::Value;
use std::fmt::Arguments;
use std::io::{ErrorKind, Write as _, stdout};
use std::process::{ExitCode, exit};

/// Prints a text; ends the program where it cannot be written.
pub fn print(text: Arguments<'_>) {
    let mut out = stdout().lock();
    match out.write_fmt(text).and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::BrokenPipe => exit(0),
        Err(error) => {
            eprintln!("{error}");
            exit(2);
        }
    }
}

/// Prints a JSON value.
pub(crate) fn print_json(value: &Value) -> ExitCode {
    print(format_args!("{value}\n"));
    ExitCode::SUCCESS
}
