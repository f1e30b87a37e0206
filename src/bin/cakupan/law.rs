//! `cakupan law`: every statutory value as JSON, and with `--law PACK.json` the minimum wages that the packs bring.

use crate::manner::{Manner, refuse};
use crate::out::print;
use cakupan::choices::Choice as _;
use cakupan::law::{BOOK, NewWage, Pack, PackValue};
use cakupan::scenario::read_packs;
use serde_json::{Value, json};
use std::process::ExitCode;

pub(super) fn print_law(manner: &Manner) -> ExitCode {
    if manner.packs.is_empty() {
        print(format_args!("{BOOK}\n"));
        return ExitCode::SUCCESS;
    }
    let packs = match read_packs(&manner.packs) {
        Ok(packs) => packs,
        Err(problems) => return refuse(&problems, manner),
    };
    match with_packs(&packs) {
        Ok(law) => {
            print(format_args!("{law}\n"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("law.json: {error}");
            ExitCode::from(2)
        }
    }
}

fn with_packs(packs: &[Pack]) -> serde_json::Result<Value> {
    let mut law: Value = serde_json::from_str(BOOK)?;
    if let Some(Value::Array(parameters)) = law.get_mut("parameters") {
        let named: Vec<&NewWage> = packs.iter().flat_map(|pack| &pack.wages).collect();
        for (place, wage) in named.iter().enumerate() {
            let again =
                named.iter().skip(place.saturating_add(1)).any(|other| other.key == wage.key);
            let is_known = parameters.iter().any(|one| one["key"] == wage.key.name());
            if !again && !is_known {
                parameters.push(parameter(wage, packs));
            }
        }
    }
    Ok(law)
}

/// In the shape of the parameters of the law.
fn parameter(wage: &NewWage, packs: &[Pack]) -> Value {
    let values = packs.iter().flat_map(|pack| &pack.values).filter(|value| value.key == wage.key);
    let words = wage.title.words();
    let beyond = wage.key.beyond().map(|beyond| {
        let kinds: Vec<&str> = beyond.kinds.iter().map(|kind| kind.name()).collect();
        json!({
            "month": beyond.month, "cutRupiah": beyond.cut, "kinds": kinds,
            "instrument": beyond.instrument, "article": beyond.article,
        })
    });
    json!({
        "key": wage.key, "unit": wage.key.unit().name(), "of": null, "region": wage.region,
        "title": words, "idle": null, "beyond": beyond,
        "values": values.map(dated).collect::<Vec<_>>(),
    })
}

fn dated(value: &PackValue) -> Value {
    let PackValue { from, to, value, instrument, article, promulgated, status, note, key: _ } =
        value;
    json!({
        "from": from, "to": to, "value": value.value(), "rows": null, "alternatives": [],
        "instrument": instrument, "article": article, "promulgated": promulgated, "checked": null,
        "status": status.name(), "note": note, "seen": null, "link": null,
    })
}
