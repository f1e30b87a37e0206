//! The columns of an answer as arrays of JavaScript, filled piece by piece, so that the module holds one piece at a time.

use cakupan::batch::YearColumns;
use cakupan::scenario::Scenario;
use cakupan_door::{amount, entries, list, people};
use js_sys::Float64Array;
use wasm_bindgen::JsValue;

/// One entry for each budget year, in the order of the plan.
pub struct Arrays(Vec<YearArrays>);

struct YearArrays {
    year: u16,
    person_months: Float64Array,
    rupiah: Float64Array,
    short: Float64Array,
    /// By fund: what it is asked for, and what of it lies above its ceiling.
    funds: Vec<(Float64Array, Float64Array)>,
}

impl Arrays {
    /// For so many units, or other entries of a column.
    pub fn of(scenario: &Scenario, years: &[u16], entries: u32) -> Self {
        let array = || Float64Array::new_with_length(entries);
        let of_year = |year: &u16| YearArrays {
            year: *year,
            person_months: array(),
            rupiah: array(),
            short: array(),
            funds: scenario.funds.iter().map(|_| (array(), array())).collect(),
        };
        Self(years.iter().map(of_year).collect())
    }

    /// The columns of an answer from entry `first` on.
    pub fn write(&self, first: u32, answer: &[YearColumns]) {
        for (arrays, columns) in self.0.iter().zip(answer) {
            write(&arrays.person_months, first, &columns.person_months, people);
            write(&arrays.rupiah, first, &columns.rupiah, amount);
            write(&arrays.short, first, &columns.short, amount);
            for ((asked, short), fund) in arrays.funds.iter().zip(&columns.funds) {
                write(asked, first, &fund.asked, amount);
                write(short, first, &fund.short, amount);
            }
        }
    }

    pub fn object(self, scenario: &Scenario) -> Result<JsValue, JsValue> {
        list(self.0.into_iter().map(|arrays| {
            let funds = scenario.funds.iter().zip(arrays.funds).map(|(fund, (asked, short))| {
                let fund = fund.id.as_str().into();
                entries([("fund", fund), ("asked", asked.into()), ("short", short.into())])
            });
            entries([
                ("year", arrays.year.into()),
                ("personMonths", arrays.person_months.into()),
                ("rupiah", arrays.rupiah.into()),
                ("short", arrays.short.into()),
                ("funds", list(funds)?),
            ])
        }))
    }
}

fn write<T: Copy>(array: &Float64Array, first: u32, values: &[T], number: impl Fn(T) -> f64) {
    let numbers: Vec<f64> = values.iter().map(|value| number(*value)).collect();
    let to = first.saturating_add(length(&numbers));
    array.subarray(first, to).copy_from(&numbers);
}

/// How many entries a column has.
#[expect(clippy::cast_possible_truncation, reason = "memory of a module has fewer than 2^32 bytes")]
pub const fn length<T>(column: &[T]) -> u32 {
    column.len() as u32
}
