//! Reads a scenario from a file or standard input, and answers with it.

use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, Scenario, read};
use cakupan::words::Language;
use std::io::{ErrorKind, Read as _};
use std::process::ExitCode;

/// Reads a scenario and prints the answer of a command, or the problems.
pub(crate) fn answer(
    file: &str,
    manner: &Manner,
    ask: impl FnOnce(&Scenario) -> Result<String, Problems>,
) -> ExitCode {
    let input: Input = match load(file, manner) {
        Ok(input) => input,
        Err(why) => {
            eprintln!("{file}: {}", why.said(manner.language));
            return ExitCode::from(2);
        }
    };
    match read(&input).and_then(|scenario| ask(&scenario)) {
        Ok(text) => {
            print(format_args!("{text}"));
            ExitCode::SUCCESS
        }
        Err(problems) => refuse(&problems, manner),
    }
}

/// Reads a scenario, with the law packs of the call after its own.
pub(crate) fn load(file: &str, manner: &Manner) -> Result<Input, Unread> {
    let text = load_bytes(file).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| std::io::Error::new(ErrorKind::InvalidData, error))
    });
    let text = text.map_err(Unread::File)?;
    let mut input =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(Unread::Json)?;
    if let Input::Object(entries) = &mut input
        && !manner.packs.is_empty()
    {
        let packs = manner.packs.iter().cloned();
        match entries.iter_mut().find(|(key, _)| key == "lawPacks") {
            // What is no list is told by the check.
            Some((_, Input::List(own))) => own.extend(packs),
            Some(_) => {}
            None => entries.push(("lawPacks".into(), Input::List(packs.collect()))),
        }
    }
    Ok(input)
}

pub(crate) fn load_bytes(file: &str) -> std::io::Result<Vec<u8>> {
    if file != "-" {
        return std::fs::read(file);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
}

/// Why a file could not be read.
pub(crate) enum Unread {
    File(std::io::Error),
    Json(serde_json::Error),
}

impl Unread {
    /// Tells it; the call or the file is wrong.
    pub(crate) fn told(&self, file: &str, manner: &Manner) -> ExitCode {
        eprintln!("{file}: {}", self.said(manner.language));
        ExitCode::from(2)
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the kinds of the standard library have no end"
    )]
    pub(crate) fn said(&self, language: Language) -> String {
        let one_of = |id: &str, en: &str| match language {
            Language::Id => id.to_owned(),
            Language::En => en.to_owned(),
        };
        match self {
            Self::File(error) => match error.kind() {
                ErrorKind::NotFound => one_of(
                    "berkas ini tidak ada. Periksa nama dan foldernya.",
                    "there is no such file. Check its name and folder.",
                ),
                ErrorKind::PermissionDenied => one_of(
                    "berkas ini tidak boleh dibaca. Minta izin membacanya.",
                    "this file may not be read. Ask for permission.",
                ),
                ErrorKind::IsADirectory => one_of(
                    "ini folder, bukan berkas. Sebutkan berkas di dalamnya.",
                    "this is a folder, not a file. Name a file in it.",
                ),
                ErrorKind::InvalidData => one_of(
                    "berkas ini bukan teks UTF-8. Simpan sebagai UTF-8, lalu coba lagi.",
                    "this file is not UTF-8 text. Save it as UTF-8, then try again.",
                ),
                _ => {
                    let why = one_of("berkas ini tidak dapat dibaca", "this file cannot be read");
                    let code = error.raw_os_error().map(|code| format!(" ({code})"));
                    why + &code.unwrap_or_default() + "."
                }
            },
            Self::Json(error) if error.is_eof() => one_of(
                "JSON ini terputus: berkas berakhir sebelum kurung terakhir ditutup.",
                "this JSON is cut off: the file ends before its last bracket is closed.",
            ),
            Self::Json(error) => {
                let (line, column) = (error.line(), error.column());
                one_of(
                    &format!("ini bukan JSON yang benar; periksa baris {line}, kolom {column}."),
                    &format!("this is not valid JSON; see line {line}, column {column}."),
                )
            }
        }
    }
}
