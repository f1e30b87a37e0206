//! The workbook as an XLSX file. Texts are always written as texts, never through anything that guesses.

use super::book::{Book, Cell, Content, Look};
use super::cells::{At, Tab, Value};
use super::limits::{self, Limits};
use super::steps::Steps;
use super::terbilang::grouped;
use crate::month::Month;
use crate::plan::Broken;
use rust_xlsxwriter::{
    Chart, ChartType, Color, ConditionalFormatFormula, DataValidation, DataValidationRule,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

/// Folio: the F4 of offices, as spreadsheets number paper.
const FOLIO: u8 = 14;

/// Heights of a title and of one line, in points, and the most lines of a row.
const TITLE: f64 = 22.0;
const LINE: f64 = 15.0;
const LINES: u32 = 20;

/// The name of the cell that chooses what happens to a fraction of a rupiah.
const ROUNDING: &str = "Pembulatan";

/// The bytes of the file.
pub(super) fn written(book: &Book, region: &str, steps: &Steps<'_>) -> Result<Vec<u8>, Broken> {
    let bytes = file(book, region, steps).map_err(|_| Broken("file of the workbook"))?;
    steps.one();
    Ok(bytes)
}

fn file(book: &Book, region: &str, steps: &Steps<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same plan gives the same bytes.
    let day = ExcelDateTime::from_ymd(2026, 1, 1)?;
    let title = format!("{region}: rencana iuran BPJS Ketenagakerjaan");
    workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&day));
    for tab in Tab::ALL {
        steps.one();
        if book.is_empty(tab) {
            continue;
        }
        let sheet = workbook.add_worksheet();
        fill(book, tab, sheet)?;
        if tab == Tab::Summary {
            // Right of the figures, and below the lines on the plan, which are longer than their cells.
            let columns = book.grid(tab).and_then(|grid| grid.rows.get(7)).map_or(0, Vec::len);
            let col = u16::try_from(columns).unwrap_or(u16::MAX).max(4).saturating_add(1);
            sheet.insert_chart(7, col, &chart(book))?;
        }
    }
    for (name, at) in &book.names {
        if *name == ROUNDING {
            let words = DataValidation::new().allow_list_strings(&["terdekat", "ke bawah"])?;
            let sheet = workbook.worksheet_from_name(at.tab.name())?;
            sheet.add_data_validation(at.row, at.col, at.row, at.col, &words)?;
        }
        let text = at.seen_from(Tab::Scenario);
        workbook.define_name(*name, &format!("={}", absolute(&text)))?;
    }
    workbook.save_to_buffer()
}

/// All contributions by month, over the first row of the cash plan.
fn chart(book: &Book) -> Chart {
    let months = book.grid(Tab::Cash).and_then(|grid| grid.rows.get(3)).map_or(0, Vec::len);
    let last = u16::try_from(months).unwrap_or(u16::MAX).saturating_sub(1);
    let name = Tab::Cash.name();
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_values((name, 5, 5, 5, last)).set_categories((name, 3, 5, 3, last));
    chart.title().set_name("Iuran per bulan (rupiah)");
    chart.legend().set_hidden();
    chart.x_axis().set_num_format("[$-421]mmm yy");
    chart.y_axis().set_num_format("#,##0");
    chart
}

/// `Isian!D5` → `Isian!$D$5`.
fn absolute(place: &str) -> String {
    let Some((sheet, cell)) = place.rsplit_once('!') else { return place.into() };
    let digits = cell.find(|letter: char| letter.is_ascii_digit()).unwrap_or(cell.len());
    let (col, row) = cell.split_at_checked(digits).unwrap_or_default();
    format!("{sheet}!${col}${row}")
}

fn fill(book: &Book, tab: Tab, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(tab.name())?;
    let Some(grid) = book.grid(tab) else { return Ok(()) };
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    for col in 0..u16::try_from(columns).unwrap_or(u16::MAX) {
        sheet.set_column_width(col, width(tab, col))?;
        // Offices, decrees and activities that a plan does not have would make the print of the others small, and so would
        // the names before the months that a sheet has no use for.
        let may_be_empty = col > 0 && (tab == Tab::Rka || tab.is_monthly());
        if may_be_empty && !grid.rows.iter().skip(4).any(|cells| is_filled(cells, col)) {
            sheet.set_column_hidden(col)?;
        }
    }
    for (row, cells) in (0_u32..).zip(&grid.rows) {
        for (col, cell) in (0_u16..).zip(cells) {
            if let Some(cell) = cell {
                write(sheet, At { tab, row, col }, cell)?;
            }
        }
        let lines = lines(tab, cells);
        if row == 0 {
            sheet.set_row_height(row, TITLE)?;
        } else if lines > 1 {
            sheet.set_row_height(row, LINE * f64::from(lines))?;
        }
    }
    if tab.is_hidden() {
        if tab == Tab::Scenario {
            sheet.set_very_hidden(true)
        } else {
            sheet.set_hidden(true)
        };
    }
    let frozen = if tab.is_monthly() { (5, 5) } else { (4, 0) };
    if !matches!(tab, Tab::Summary | Tab::NotCounted | Tab::Scenario) {
        sheet.set_freeze_panes(frozen.0, frozen.1)?;
        sheet.set_repeat_rows(3, if tab.is_monthly() { 4 } else { 3 })?;
    }
    if tab == Tab::Tariff {
        // What stands right of it are the steps of the calculation.
        let rows = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
        sheet.set_print_area(0, 0, rows.saturating_sub(1), 6)?;
    }
    sheet.set_paper_size(FOLIO);
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_footer("&L&F, &A&R&P / &N");
    let options = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    };
    sheet.protect_with_options(&options);
    for (first, last, limits) in limits::runs(book, tab) {
        sheet.add_data_validation(
            first.row,
            first.col,
            last.row,
            last.col,
            &validation(limits)?,
        )?;
    }
    // A formula that somebody typed over turns red, the very cell.
    let red = Format::new().set_background_color(Color::RGB(0x00FF_9999));
    for (first, last) in blocks(book, tab) {
        let rule = format!("=NOT(_xlfn.ISFORMULA({}))", first.seen_from(tab));
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&red);
        sheet.add_conditional_format(first.row, first.col, last.row, last.col, &rule)?;
    }
    Ok(())
}

/// Whether a row has something in a column.
fn is_filled(cells: &[Option<Cell>], col: u16) -> bool {
    let Some(Some(cell)) = cells.get(usize::from(col)) else { return false };
    match &cell.content {
        Content::Value(Value::Blank) => false,
        Content::Value(Value::Text(text)) | Content::Formula(_, Value::Text(text)) => {
            !text.is_empty()
        }
        Content::Value(_) | Content::Formula(..) | Content::Month(_) => true,
    }
}

/// Refuses what the check of scenarios would refuse. An empty cell stays allowed: a ceiling may be none.
fn validation(limits: Limits) -> Result<DataValidation, XlsxError> {
    let Limits { least, most, is_percent, is_whole } = limits;
    // Written as formulas: a limit may be above the numbers that the library takes.
    let limit =
        |of: u64| Formula::new(if is_percent { format!("{of}/100") } else { of.to_string() });
    let between = DataValidationRule::Between(limit(least), limit(most));
    let rule = DataValidation::new();
    let rule = if is_whole {
        rule.allow_whole_number_formula(between)
    } else {
        rule.allow_decimal_number_formula(between)
    };
    let unit = if is_percent { " %" } else { "" };
    let kind = if is_whole { "bilangan bulat" } else { "angka" };
    let (least, most) = (grouped(least), grouped(most));
    let rule = rule.set_error_title("Isian di luar batas")?;
    rule.set_error_message(format!("Isi {kind} dari {least}{unit} sampai {most}{unit}."))
}

/// Rectangles of neighbouring formulas: runs in a row, and as many rows as have the same run.
fn blocks(book: &Book, tab: Tab) -> Vec<(At, At)> {
    let mut blocks: Vec<(At, At)> = Vec::new();
    let Some(grid) = book.grid(tab) else { return blocks };
    for (row, cells) in (0_u32..).zip(&grid.rows) {
        let mut run: Option<(u16, u16)> = None;
        let is_formula = |cell: &Option<Cell>| {
            cell.as_ref().is_some_and(|cell| matches!(cell.content, Content::Formula(..)))
        };
        let marks = (0_u16..).zip(cells.iter().map(is_formula).chain([false]));
        for (col, is_formula) in marks {
            match (run, is_formula) {
                (None, true) => run = Some((col, col)),
                (Some((start, _)), true) => run = Some((start, col)),
                (Some((start, end)), false) => {
                    let above = blocks.iter_mut().rev().take(64).find(|(first, last)| {
                        first.col == start && last.col == end && last.row.saturating_add(1) == row
                    });
                    match above {
                        Some((_, last)) => last.row = row,
                        None => {
                            blocks.push((At { tab, row, col: start }, At { tab, row, col: end }))
                        }
                    }
                    run = None;
                }
                (None, false) => {}
            }
        }
    }
    blocks
}

fn width(tab: Tab, col: u16) -> f64 {
    let of_rka = [
        8.0, 20.0, 44.0, 24.0, 13.0, 17.0, 19.0, 30.0, 10.0, 26.0, 11.0, 11.0, 26.0, 26.0, 30.0,
        30.0, 44.0,
    ];
    let of_audit = [
        8.0, 20.0, 10.0, 14.0, 22.0, 10.0, 10.0, 11.0, 7.0, 12.0, 17.0, 34.0, 34.0, 30.0, 16.0,
        16.0,
    ];
    let of_villages = [
        18.0, 22.0, 22.0, 8.0, 16.0, 24.0, 44.0, 9.0, 24.0, 13.0, 16.0, 18.0, 10.0, 36.0, 11.0,
        11.0, 20.0,
    ];
    match (tab, col) {
        (Tab::VillageBudget, col) => of_villages.get(usize::from(col)).copied().unwrap_or(18.0),
        (Tab::Rka, col) => of_rka.get(usize::from(col)).copied().unwrap_or(18.0),
        (Tab::Audit, col) => of_audit.get(usize::from(col)).copied().unwrap_or(18.0),
        (Tab::Villages, 1 | 2) | (Tab::Districts, 0) => 26.0,
        (Tab::Districts, 1) => 10.0,
        (Tab::Villages | Tab::Districts, _) => 18.0,
        (Tab::NotCounted, 0) => 120.0,
        (
            Tab::Summary
            | Tab::Inputs
            | Tab::Sources
            | Tab::Periods
            | Tab::Realisation
            | Tab::Changes,
            0,
        )
        | (Tab::Sources, 5)
        | (Tab::Tariff, 6) => 44.0,
        (Tab::Bills | Tab::Split | Tab::Funds, 3) => 30.0,
        (Tab::Inputs, 1) => 40.0,
        (Tab::Tariff | Tab::Bills | Tab::Split | Tab::Funds, 2) => 38.0,
        (Tab::Inputs, 2) | (_, 0) => 26.0,
        _ => 18.0,
    }
}

/// Lines that the longest wrapped text of a row takes: not every program makes rows higher by itself.
fn lines(tab: Tab, cells: &[Option<Cell>]) -> u32 {
    let of_cell = |(col, cell): (u16, &Option<Cell>)| {
        let cell = cell.as_ref().filter(|cell| matches!(cell.look, Look::Long | Look::Head))?;
        let (Content::Value(Value::Text(text)) | Content::Formula(_, Value::Text(text))) =
            &cell.content
        else {
            return None;
        };
        // Words break lines before they are full.
        let room = (width(tab, col) * 0.9).max(1.0);
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let lines = (f64::from(letters) / room).ceil();
        (1..=LINES).rev().find(|most| f64::from(*most) <= lines)
    };
    (0_u16..).zip(cells).filter_map(of_cell).max().unwrap_or(1)
}

fn write(sheet: &mut Worksheet, at: At, cell: &Cell) -> Result<(), XlsxError> {
    let (row, col) = (at.row, at.col);
    let format = format(cell.look, cell.is_input);
    match &cell.content {
        Content::Month(month) => {
            sheet.write_datetime_with_format(row, col, &date(*month)?, &format)?;
        }
        Content::Value(value) => match value {
            Value::Blank => {
                sheet.write_blank(row, col, &format)?;
            }
            Value::Text(text) => {
                sheet.write_string_with_format(row, col, text, &format)?;
            }
            Value::Whole(number) => {
                sheet.write_number_with_format(row, col, double(*number, 1), &format)?;
            }
            Value::Part(units, of) => {
                sheet.write_number_with_format(row, col, double(*units, *of), &format)?;
            }
            Value::Missing => {
                sheet.write_string_with_format(row, col, "#N/A", &format)?;
            }
        },
        Content::Formula(formula, value) => {
            let text = format!("={}", formula.written(at.tab));
            let formula = Formula::new(text).set_result(kept(value));
            sheet.write_formula_with_format(row, col, formula, &format)?;
        }
    }
    Ok(())
}

/// The value that is kept beside a formula.
fn kept(value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Part(units, of) => double(*units, *of).to_string(),
        Value::Missing => "#N/A".into(),
    }
}

/// A number as a spreadsheet holds it: the double next to the decimal number that was typed.
#[expect(clippy::cast_precision_loss, reason = "below 2^53, as the book holds its formulas to")]
fn double(units: i128, of: i128) -> f64 {
    units as f64 / of as f64
}

fn date(month: Month) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(month.year(), u8::try_from(month.number()).unwrap_or(1), 1)
}

fn format(look: Look, is_input: bool) -> Format {
    let format = match look {
        Look::Text => Format::new().set_num_format("@").set_align(FormatAlign::Left).set_indent(1),
        Look::Long => Format::new()
            .set_num_format("@")
            .set_text_wrap()
            .set_align(FormatAlign::Left)
            .set_indent(1),
        Look::Title => Format::new().set_bold().set_font_size(14),
        Look::Head => Format::new()
            .set_bold()
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin)
            .set_align(FormatAlign::Left)
            .set_indent(1),
        Look::Note => Format::new().set_italic(),
        Look::Number => Format::new().set_num_format("#,##0"),
        Look::Sum => Format::new().set_num_format("#,##0").set_bold(),
        Look::Wage => Format::new().set_num_format("#,##0.###"),
        Look::Percent => Format::new().set_num_format("0.00##%"),
        Look::Month => Format::new().set_num_format("[$-421]mmm yyyy"),
        Look::MonthHead => Format::new().set_num_format("[$-421]mmm yyyy").set_bold(),
        Look::Year => Format::new().set_num_format("0"),
        Look::Check => Format::new()
            .set_num_format("[Red][<>0]#,##0;#,##0")
            .set_font_color(Color::RGB(0x0033_3333)),
    };
    let format = format.set_align(FormatAlign::Top);
    if is_input {
        format.set_unlocked().set_background_color(Color::RGB(0x00FF_F2CC))
    } else {
        format
    }
}
