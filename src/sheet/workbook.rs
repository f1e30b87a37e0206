//! The workbook of a plan: its sheets made one after another, and held against the projection.

use super::axis::Line;
use super::book::Book;
use super::cells::{At, Cells as _, Value};
use super::flow::People;
use super::report::{Parts, Totals};
use super::steps::Steps;
use super::{
    bills, checks, coverage, districts, heads, inputs, realisation, tariff, village_budget,
    village_funds, village_payments, xlsx,
};
use crate::ask::{Monitored, monitor};
use crate::batch;
use crate::money::Rupiah;
use crate::plan::{self, Broken, Plan, Prices, Projection};
use crate::problem::Problems;
use crate::scenario::{Realisation, Scenario};

/// What only the caller has: sentences, and the scenario as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    /// What must be read with the result.
    pub notices: Vec<String>,
    /// What no projection counts.
    pub not_counted: Vec<String>,
    /// The scenario as JSON: it travels in a sheet that nobody sees.
    pub scenario: String,
    /// What happened as JSON; empty where the workbook has none.
    pub realisation: String,
}

/// The workbook of a plan as the bytes of an XLSX file, with a sheet of what happened where that is given.
///
/// # Errors
/// Those of [`project`](crate::plan::project) and [`monitor`](fn@crate::ask::monitor); `internal` where the workbook would not say what the projection says.
pub fn workbook(
    scenario: &Scenario,
    realisation: Option<&Realisation>,
    sentences: &Sentences,
) -> Result<Vec<u8>, Problems> {
    workbook_in_steps(scenario, realisation, sentences, &|_, _| ())
}

/// The same, telling after each step how many are done, and of how many: that of 3,000 villages takes seconds.
///
/// # Errors
/// Those of [`workbook`].
pub fn workbook_in_steps(
    scenario: &Scenario,
    realisation: Option<&Realisation>,
    sentences: &Sentences,
    told: &dyn Fn(u32, u32),
) -> Result<Vec<u8>, Problems> {
    let steps = Steps::of(told);
    let projection = plan::project(scenario)?;
    let monitored = realisation.map(|happened| monitor(scenario, happened)).transpose()?;
    let book = book(scenario, &projection, monitored.as_ref(), sentences, &steps)?;
    let bytes = xlsx::written(&book, &scenario.region.name, &steps)?;
    Ok(bytes)
}

/// The sheets of a plan.
pub(super) fn book(
    scenario: &Scenario,
    projection: &Projection<'_>,
    monitored: Option<&Monitored<'_>>,
    sentences: &Sentences,
    steps: &Steps<'_>,
) -> Result<Book, Broken> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let people = plan::heads(&plan, &prices, true)?;
    let mut book = Book::new();
    book.people_are_fixed = heads::is_fixed(&plan);
    let mut inputs = inputs::inputs(&mut book, scenario, &plan)?;
    steps.one();
    let tariff = tariff::tariff(&mut book, scenario, &plan, &prices, &inputs)?;
    let potential = coverage::potential(&mut book, scenario, &plan, &inputs)?;
    let behind = heads::Behind {
        scenario,
        plan: &plan,
        heads: &people,
        inputs: &inputs,
        tariff: &tariff,
        potential,
    };
    steps.one();
    let lines = heads::heads(&mut book, &behind)?;
    let members = match potential {
        Some(potential) => {
            Some(coverage::coverage(&mut book, &plan, (&people, &lines), potential)?)
        }
        None => None,
    };
    steps.one();
    let (mut districts, mut budget) = (None, None);
    if let Some(mut villages) = inputs.villages.take() {
        let answer = batch::villages(scenario).map_err(|_| Broken("villages"))?;
        let parts = (&tariff, &lines, &inputs);
        let (prices_of, col) = villages.money(&mut book, (scenario, &plan), parts, &answer)?;
        let of = (scenario, &plan, &inputs);
        villages.funds =
            village_funds::funds(&mut book, &villages, of, &prices_of, (&answer, col))?;
        districts = districts::districts(&mut book, scenario, &plan, &villages, &answer)?;
        let of = village_payments::Of {
            scenario,
            plan: &plan,
            prices: &prices,
            tariff: &tariff,
            people: &lines,
            inputs: &inputs,
            villages: &villages,
            answer: &answer,
        };
        budget = village_budget::village_budget(&mut book, &of)
            .map_err(|_| Broken("APBDes of the villages"))?;
        inputs.villages = Some(villages);
    }
    steps.one();
    let money = bills::bills(&mut book, scenario, &plan, (&tariff, &lines), &inputs)?;
    let parts = Parts {
        scenario,
        plan: &plan,
        prices: &prices,
        tariff: &tariff,
        people: &lines,
        money: &money,
        inputs: &inputs,
    };
    steps.one();
    let totals = parts.cash(&mut book)?;
    parts.periods(&mut book, &totals);
    if let Some(monitored) = monitored {
        realisation::realisation(&mut book, scenario, &plan, &totals, monitored)?;
    }
    steps.one();
    let (rka, rows) = parts.rka(&mut book)?;
    steps.one();
    let audit = parts.audit(&mut book, &rows, projection.input.as_str())?;
    let name = scenario.name.as_deref().unwrap_or_default();
    let words = [
        ("Rencana", name),
        (checks::ENGINE, projection.engine),
        (checks::LAW, projection.law),
        ("Kode data", projection.input.as_str()),
        ("Sifat", "Simulasi untuk perencanaan; bukan penetapan anggaran atau tagihan."),
    ];
    let row = parts.summary(&mut book, &totals, members, &words)?;
    parts.checks(&mut book, row, &totals, (rka, audit), (districts.as_ref(), budget));
    checks::remarks(&mut book, &sentences.notices, &sentences.not_counted);
    checks::hidden(&mut book, 0, &sentences.scenario);
    checks::hidden(&mut book, 1, &sentences.realisation);
    agrees(&book, projection, &totals, &money, &lines, members, rka)?;
    steps.one();
    Ok(book)
}

/// The workbook says, month by month, what the projection says.
fn agrees(
    book: &Book,
    projection: &Projection<'_>,
    totals: &Totals,
    money: &bills::Money,
    people: &crate::plan::Row<crate::plan::SegmentAt, People>,
    members: Option<Line>,
    rka: At,
) -> Result<(), Broken> {
    let monthly = &projection.monthly;
    same(book, totals.months, amounts(&monthly.rupiah), "months of the workbook")?;
    for (line, segment) in totals.segments.iter().zip(&monthly.segments) {
        same(book, *line, amounts(&segment.rupiah), "segments of the workbook")?;
    }
    for (people, segment) in people.entries().iter().zip(&monthly.segments) {
        let heads = segment.heads.iter().map(|heads| heads.get());
        same(book, people.billed, heads, "heads of the workbook")?;
    }
    for (programme, line) in &totals.programmes {
        let mut rows = monthly.programmes.iter();
        let row = rows.find(|row| row.programme == *programme).ok_or(Broken("programmes"))?;
        same(book, *line, amounts(&row.rupiah), "programmes of the workbook")?;
    }
    for (line, fund) in money.funds.entries().iter().zip(&monthly.funds) {
        same(book, *line, amounts(&fund.rupiah), "funds of the workbook")?;
    }
    if let (Some(line), Some(coverage)) = (members, &monthly.coverage) {
        let members = coverage.members.iter().map(|members| members.get());
        same(book, line, members, "members of the workbook")?;
    }
    let total = Value::Whole(projection.total.rupiah.get().into());
    if book.value(rka) == total { Ok(()) } else { Err(Broken("RKA of the workbook")) }
}

fn amounts(column: &[Rupiah]) -> impl Iterator<Item = u64> {
    column.iter().map(|amount| amount.get())
}

fn same(
    book: &Book,
    line: Line,
    numbers: impl Iterator<Item = u64>,
    what: &'static str,
) -> Result<(), Broken> {
    for (column, number) in numbers.enumerate() {
        if book.value(line.month(column)) != Value::Whole(number.into()) {
            return Err(Broken(what));
        }
    }
    Ok(())
}
