//! What is refused before a reader of spreadsheets sees it: other formats, and files that grow without end.

use crate::problem::{Problem, problem};
use std::io::{Cursor, Read as _, copy, sink};
use zip::ZipArchive;

/// Most bytes of a file. Our largest workbooks have some megabytes.
const MOST_BYTES: u64 = 32 << 20;
/// Most parts of a file: sheets, styles, drawings.
const MOST_PARTS: usize = 2_000;
/// Most bytes that all parts may have once unpacked: a zip bomb is stopped here.
const MOST_UNPACKED: u64 = 256 << 20;

/// The head of an OLE file: `.xls`, and any workbook with a password.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The name of the part that holds a workbook with a password, in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
const ZIP: &[u8] = b"PK";

/// Whether a reader may unpack a file. The directory of a zip can lie about sizes, so all parts are unpacked once, into
/// nothing.
pub(super) fn is_safe(bytes: &[u8]) -> Result<(), Problem> {
    let megabytes = |bytes: u64| bytes >> 20;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(problem!(FileTooLarge, "", limit = megabytes(MOST_BYTES)));
    }
    if bytes.starts_with(&OLE) {
        let has_password = bytes.windows(ENCRYPTED.len()).any(|part| part == ENCRYPTED);
        return Err(if has_password {
            problem!(FileLocked, "")
        } else {
            problem!(FileNotXlsx, "")
        });
    }
    if !bytes.starts_with(ZIP) {
        return Err(problem!(FileNotXlsx, ""));
    }
    let damaged = || problem!(FileDamaged, "");
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    // `.xlsb` holds workbook.bin, `.ods` neither.
    if parts.index_for_name("xl/workbook.xml").is_none() {
        return Err(problem!(FileNotXlsx, ""));
    }
    let grows = || problem!(FileGrows, "", limit = megabytes(MOST_UNPACKED));
    if parts.len() > MOST_PARTS || parts.decompressed_size().is_some_and(is_too_much) {
        return Err(grows());
    }
    let mut left = MOST_UNPACKED;
    for at in 0..parts.len() {
        let part = parts.by_index(at).map_err(|_| damaged())?;
        // One byte more than may be: whoever has it grows too much.
        let mut part = part.take(left.saturating_add(1));
        let size = copy(&mut part, &mut sink()).map_err(|_| damaged())?;
        left = left.checked_sub(size).ok_or_else(grows)?;
    }
    Ok(())
}

/// Whether it holds macros, and links to other files. Neither is opened.
pub(super) fn extras(bytes: &[u8]) -> Result<(bool, bool), Problem> {
    let parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| problem!(FileDamaged, ""))?;
    let has =
        |start: &str| parts.file_names().any(|name| name.is_ok_and(|name| name.starts_with(start)));
    Ok((has("xl/vbaProject.bin"), has("xl/externalLinks/")))
}

const fn is_too_much(bytes: u128) -> bool {
    bytes > MOST_UNPACKED as u128
}
