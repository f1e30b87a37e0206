//! Rows that a workbook hides. The reader of spreadsheets does not say them, so the attribute is read from the sheet.

use crate::problem::{Problem, problem};
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Rows of a sheet that are looked at.
const MOST_ROWS: u32 = 60_000;

/// The parts of a file that hold its sheets.
pub(super) struct Sheets<'b> {
    parts: ZipArchive<Cursor<&'b [u8]>>,
    /// Name of a sheet and of its part.
    places: Vec<(String, String)>,
}

impl<'b> Sheets<'b> {
    /// Finds the part of each sheet.
    pub fn of(bytes: &'b [u8]) -> Result<Self, Problem> {
        let parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let mut sheets = Self { parts, places: Vec::new() };
        let mut targets = Vec::new();
        sheets.each("xl/_rels/workbook.xml.rels", "Relationship", |tag| {
            targets.extend(attribute(tag, "Id")?.zip(attribute(tag, "Target")?));
            Ok(true)
        })?;
        let mut names = Vec::new();
        sheets.each("xl/workbook.xml", "sheet", |tag| {
            names.extend(attribute(tag, "name")?.zip(attribute(tag, "id")?));
            Ok(true)
        })?;
        let place = |(name, id): (String, String)| {
            let (_, target) = targets.iter().find(|(other, _)| *other == id)?;
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => format!("xl/{target}"),
            };
            Some((name, path))
        };
        sheets.places = names.into_iter().filter_map(place).collect();
        Ok(sheets)
    }

    /// Positions of the hidden rows of a sheet, from 0.
    pub fn rows(&mut self, sheet: &str) -> Result<Vec<u32>, Problem> {
        let Some((_, part)) = self.places.iter().find(|(name, _)| name == sheet).cloned() else {
            return Ok(Vec::new());
        };
        let mut hidden = Vec::new();
        let mut next = 0_u32;
        self.each(&part, "row", |tag| {
            // A row without a number is the one after the last.
            let number = attribute(tag, "r")?.and_then(|number| number.parse::<u32>().ok());
            let row = number.and_then(|number| number.checked_sub(1)).unwrap_or(next);
            next = row.saturating_add(1);
            let is_hidden = matches!(attribute(tag, "hidden")?.as_deref(), Some("1" | "true"));
            if is_hidden && row < MOST_ROWS {
                hidden.push(row);
            }
            Ok(row < MOST_ROWS)
        })?;
        Ok(hidden)
    }

    /// Calls `found` with each tag of a part that has this name, until it answers `false`. A part that is not there has
    /// none.
    fn each(
        &mut self,
        part: &str,
        tag: &str,
        mut found: impl FnMut(&BytesStart<'_>) -> Result<bool, Problem>,
    ) -> Result<(), Problem> {
        if self.parts.index_for_name(part).is_none() {
            return Ok(());
        }
        let file = self.parts.by_name(part).map_err(|_| damaged())?;
        let mut reader = Reader::from_reader(BufReader::new(file));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|_| damaged())? {
                Event::Start(start) | Event::Empty(start) if start.local_name().as_ref() == tag => {
                    if !found(&start)? {
                        return Ok(());
                    }
                }
                Event::Eof => return Ok(()),
                Event::Start(_)
                | Event::Empty(_)
                | Event::End(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_) => {}
            }
        }
    }
}

fn damaged() -> Problem {
    problem!(FileDamaged, "")
}

/// The value of an attribute, whatever its namespace.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Problem> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            return Ok(Some(value.map_err(|_| damaged())?.into_owned()));
        }
    }
    Ok(None)
}
