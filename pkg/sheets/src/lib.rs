//! JavaScript binding of files: plain data in, the bytes of a workbook or the text of a table out. It holds no rule.

use cakupan::choices::Choice as _;
use cakupan::scenario::{Input, Realisation, Scenario, read_all};
use cakupan::sheet::{
    CashEvery, Dialect, Held, LetterKind, Letterhead, Paper, Returned, Sentences, cash, cash_csv,
    legal_basis as basis_of, letter as letter_of, rka, rka_change, rka_change_csv,
    rka_change_tables, rka_csv, rka_tables as tables_of_rka, table_csv, tables, taken_at,
    terbilang as words_of, workbook_in_steps as workbook_of,
};
use cakupan_door::{input, object, refused, scenario as scenario_of};
use js_sys::{Function, JSON, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The plan as a workbook, with what happened where that is not `null`. The sentences come from the catalogue of the
/// package, which this module does not carry.
#[wasm_bindgen]
pub fn workbook(
    scenario: JsValue,
    happened: JsValue,
    notices: Vec<String>,
    not_counted: Vec<String>,
    written: Vec<String>,
    told: Option<Function>,
) -> Result<Uint8Array, JsValue> {
    let scenario = scenario_of(scenario)?;
    let happened = if happened.is_null() {
        None
    } else {
        Some(Realisation::read(&input(happened), &scenario).map_err(refused)?)
    };
    let mut written = written.into_iter();
    let [of_scenario, of_happened] =
        [written.next(), written.next()].map(Option::unwrap_or_default);
    let sentences =
        Sentences { notices, not_counted, scenario: of_scenario, realisation: of_happened };
    let told = |done: u32, all: u32| {
        // What it throws is the caller's own, and changes nothing of the file.
        let _ = told.as_ref().map(|told| told.call2(&JsValue::NULL, &done.into(), &all.into()));
    };
    let bytes = workbook_of(&scenario, happened.as_ref(), &sentences, &told).map_err(refused)?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// A letter about the plan. The TypeScript before it has checked the words.
#[wasm_bindgen]
pub fn letter(
    scenario: JsValue,
    is_terms: bool,
    is_folio: bool,
    blanks: JsValue,
    warnings: Vec<String>,
    not_counted: Vec<String>,
) -> Result<Uint8Array, JsValue> {
    let scenario = scenario_of(scenario)?;
    let kind = if is_terms { LetterKind::Terms } else { LetterKind::Memo };
    let paper = if is_folio { Paper::F4 } else { Paper::A4 };
    let mut head = Letterhead::default();
    if let Input::Object(given) = input(blanks) {
        for (name, text) in given {
            if let (Some(blank), Input::Text(text)) = (Letterhead::blank(&name), text) {
                head.fill(blank, &text);
            }
        }
    }
    let sentences = Sentences { notices: warnings, not_counted, ..Sentences::default() };
    let bytes = letter_of(&scenario, kind, paper, &head, &sentences).map_err(refused)?;
    Ok(Uint8Array::from(bytes.as_slice()))
}

/// The regulations behind the plan, in order of rank.
#[wasm_bindgen(js_name = legalBasis)]
pub fn legal_basis(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    object(&basis_of(&scenario).map_err(refused)?)
}

/// The rows of the plan's RKA.
#[wasm_bindgen(js_name = rka)]
pub fn rka_rows(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    object(&rka(&scenario).map_err(refused)?)
}

/// The RKA of each OPD and year.
#[wasm_bindgen(js_name = rkaTables)]
pub fn rka_by_office(scenario: JsValue) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    object(&tables_of_rka(&scenario).map_err(refused)?)
}

/// The rows of the plan's RKA as CSV.
#[wasm_bindgen(js_name = rkaCsv)]
pub fn rka_as_csv(scenario: JsValue, with_commas: bool) -> Result<String, JsValue> {
    let scenario = scenario_of(scenario)?;
    let rows = rka(&scenario).map_err(refused)?;
    Ok(rka_csv(&rows, dialect(with_commas)))
}

/// The RKA of two plans side by side.
#[wasm_bindgen(js_name = rkaChange)]
pub fn rka_changes(before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
    let [before, after] = both(before, after)?;
    object(&rka_change(&before, &after).map_err(refused)?)
}

/// The same by OPD and year, with sums.
#[wasm_bindgen(js_name = rkaChangeTables)]
pub fn rka_change_by_office(before: JsValue, after: JsValue) -> Result<JsValue, JsValue> {
    let [before, after] = both(before, after)?;
    object(&rka_change_tables(&before, &after).map_err(refused)?)
}

/// The changed rows as CSV.
#[wasm_bindgen(js_name = rkaChangeCsv)]
pub fn rka_changes_as_csv(
    before: JsValue,
    after: JsValue,
    with_commas: bool,
) -> Result<String, JsValue> {
    let [before, after] = both(before, after)?;
    let rows = rka_change(&before, &after).map_err(refused)?;
    Ok(rka_change_csv(&rows, dialect(with_commas)))
}

/// What is paid in each month, quarter or half year.
#[wasm_bindgen(js_name = cash)]
pub fn cash_plan(scenario: JsValue, every: &str) -> Result<JsValue, JsValue> {
    let scenario = scenario_of(scenario)?;
    object(&cash(&scenario, columns(every)).map_err(refused)?)
}

/// The same as CSV.
#[wasm_bindgen(js_name = cashCsv)]
pub fn cash_plan_as_csv(
    scenario: JsValue,
    every: &str,
    with_commas: bool,
) -> Result<String, JsValue> {
    let scenario = scenario_of(scenario)?;
    let plan = cash(&scenario, columns(every)).map_err(refused)?;
    Ok(cash_csv(&plan, dialect(with_commas)))
}

/// Any table as CSV: texts, numbers, and `null` for an empty cell.
#[wasm_bindgen(js_name = tableCsv)]
pub fn table_as_csv(heads: Vec<String>, rows: JsValue, with_commas: bool) -> String {
    let cells = |row: Input| {
        if let Input::List(cells) = row {
            cells.into_iter().map(held).collect()
        } else {
            vec![held(row)]
        }
    };
    let rows: Vec<Vec<Held>> = if let Input::List(rows) = input(rows) {
        rows.into_iter().map(cells).collect()
    } else {
        Vec::new()
    };
    table_csv(&heads, &rows, dialect(with_commas))
}

/// Problems of either are told with its position.
fn both(before: JsValue, after: JsValue) -> Result<[Scenario; 2], JsValue> {
    let scenarios = read_all(&Input::List(vec![input(before), input(after)])).map_err(refused)?;
    <[Scenario; 2]>::try_from(scenarios).map_err(|_| JsValue::NULL)
}

const fn dialect(with_commas: bool) -> Dialect {
    if with_commas { Dialect::Comma } else { Dialect::Semicolon }
}

/// Whoever names no other length gets months.
fn columns(every: &str) -> CashEvery {
    let mut each = CashEvery::ALL.iter();
    each.find(|one| one.name() == every).copied().unwrap_or(CashEvery::Month)
}

/// A number in Indonesian words; `undefined` beyond 999 triliun.
#[wasm_bindgen]
pub fn terbilang(number: u64) -> Option<String> {
    words_of(number)
}

/// A workbook read back: its scenario, and what was changed in it since.
#[wasm_bindgen(js_name = read)]
pub fn read_back(bytes: &[u8]) -> Result<JsValue, JsValue> {
    let returned = Returned::of(bytes).map_err(refused)?;
    // What is no JSON is no scenario either, and the check says so.
    let scenario = JSON::parse(returned.scenario()).unwrap_or(JsValue::NULL);
    let happened = JSON::parse(returned.realisation()).unwrap_or(JsValue::NULL);
    let realisation = (!happened.is_null()).then(|| input(happened.clone()));
    let changes = returned.changes(&input(scenario.clone()), realisation.as_ref());
    let answer = object(&changes.map_err(refused)?)?;
    Reflect::set(&answer, &"realisation".into(), &happened)?;
    Reflect::set(&answer, &"scenario".into(), &scenario)?;
    Ok(answer)
}

/// Any workbook as plain tables.
#[wasm_bindgen(js_name = tables)]
pub fn tables_of(bytes: &[u8]) -> Result<JsValue, JsValue> {
    object(&tables(bytes).map_err(refused)?)
}

/// A scenario with changes of a workbook taken over: their places and values.
#[wasm_bindgen(js_name = taken)]
pub fn with_taken(
    scenario: JsValue,
    paths: Vec<String>,
    values: JsValue,
) -> Result<JsValue, JsValue> {
    let Input::List(values) = input(values) else { return object(&Input::Null) };
    let values: Vec<Held> = values.into_iter().map(held).collect();
    let changes = paths.iter().map(String::as_str).zip(&values);
    object(&taken_at(&input(scenario), changes).map_err(refused)?)
}

fn held(value: Input) -> Held {
    match value {
        Input::Number(number) => Held::Number(number),
        Input::Text(text) => Held::Text(text),
        Input::Null
        | Input::Bool(_)
        | Input::List(_)
        | Input::Object(_)
        | Input::LongText(_)
        | Input::LongList(_)
        | Input::Instance
        | Input::Unreadable => Held::Empty,
    }
}

/// Starts a new instance at the next call. Used after a failure inside, because the memory may be inconsistent.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}
