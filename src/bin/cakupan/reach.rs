//! `cakupan reach`: how many people and months the ceilings pay for.

use crate::manner::Manner;
use cakupan::ask::{Outlook, Quantity, Reach, reach};
use cakupan::problem::{Notice, Problems};
use cakupan::scenario::{Input, Request, Scenario};
use cakupan::words::{Language, tell};
use serde_json::{Value, json};

/// Text of `reach`: one line for each segment and each ceiling.
pub(crate) fn way_back(
    scenario: &Scenario,
    request: &str,
    manner: &Manner,
) -> Result<String, Problems> {
    let asked = serde_json::from_str(request).unwrap_or(Input::Text(request.into()));
    let reach = reach(scenario, &Request::read(&asked, scenario)?)?;
    if manner.json {
        return Ok(format!("{}\n", reach_json(&reach)));
    }
    let id = manner.language == Language::Id;
    let number = |number| manner.language.number(number);
    let mut text = String::new();
    for segment in &reach.segments {
        let people = manner.language.quantity(Quantity::People(segment.people));
        text.push_str(&format!("{}: {people}", segment.segment));
        if let Some(blocked) = segment.blocked {
            let (one, of) = (number(blocked.rupiah.get()), number(blocked.ceiling_rupiah.get()));
            let (fund, year) = (blocked.fund, blocked.year);
            text.push_str(&if id {
                format!("; satu lagi memerlukan Rp {one} dari {fund} {year} (pagu Rp {of})")
            } else {
                format!("; one more needs Rp {one} of {fund} {year} (ceiling Rp {of})")
            });
        }
        text.push('\n');
    }
    for fund in &reach.funds {
        let (paid, left) = (number(fund.rupiah.get()), number(fund.left_rupiah.get()));
        let (name, year) = (fund.fund, fund.year);
        text.push_str(&if id {
            format!("{name} {year}: Rp {paid}, sisa Rp {left}\n")
        } else {
            format!("{name} {year}: Rp {paid}, Rp {left} left\n")
        });
    }
    for time in &reach.time {
        let (months, people) = (number(time.full_months), number(time.people.get()));
        let (person_months, left) =
            (number(time.person_months.get()), number(time.left_rupiah.get()));
        let (name, year) = (time.fund, time.year);
        text.push_str(&if id {
            format!(
                "{name} {year}, jumlah rencana: {months} bulan penuh, {people} peserta pada bulan berikutnya; \
                 {person_months} orang-bulan, sisa Rp {left}\n"
            )
        } else {
            format!(
                "{name} {year}, heads as planned: {months} full months, {people} people in the next; \
                 {person_months} person-months, Rp {left} left\n"
            )
        });
    }
    outlooks(&reach, manner.language, &mut text);
    Ok(text)
}

/// Text of the outlooks: one more point, waiting, latest start; or why there is none.
fn outlooks(reach: &Reach<'_>, language: Language, text: &mut String) {
    let id = language == Language::Id;
    let number = |number: u64| language.number(number);
    let mut line = |heading: &str, said: &str| text.push_str(&format!("{heading}: {said}\n"));
    let why = |reason: &Notice| language.say(reason.code, &reason.params);
    let heading = if id { "Satu poin cakupan" } else { "One point of coverage" };
    match &reach.one_point {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(point) => {
            let unit = if id { "peserta" } else { "members" };
            let sign = |rupiah: i64| if rupiah < 0 { "-" } else { "" };
            let amount =
                |rupiah: i64| format!(", {}Rp {}", sign(rupiah), number(rupiah.unsigned_abs()));
            let amount = point.rupiah.map(amount).unwrap_or_default();
            let people = number(point.people.get());
            line(heading, &format!("{people} {unit}, {}{amount}", point.year));
            for one in &point.segments {
                let rupiah = number(one.rupiah.get());
                let room = match (one.room, id) {
                    (None, _) => String::new(),
                    (Some(room), true) => format!(" (ruang {})", number(room.get())),
                    (Some(room), false) => format!(" (room for {})", number(room.get())),
                };
                line(&format!("  {}", one.segment), &format!("Rp {rupiah}{room}"));
            }
        }
    }
    let heading = if id { "Ditunda setahun" } else { "A year later" };
    match &reach.waiting {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(waiting) => {
            let (months, rupiah) =
                (number(waiting.person_months.get()), number(waiting.moved_rupiah.get()));
            line(
                heading,
                &if id {
                    format!(
                        "{months} orang-bulan tidak terlindungi; Rp {rupiah} tidak hilang, hanya berpindah tahun"
                    )
                } else {
                    format!(
                        "{months} person-months without cover; Rp {rupiah} is not saved, it moves to a later year"
                    )
                },
            );
        }
    }
    let heading = if id { "Paling lambat mulai" } else { "Latest start" };
    match &reach.latest_start {
        Outlook::Reason(reason) => line(heading, &why(reason)),
        Outlook::Value(start) => {
            let (month, people) = (language.month(start.month), number(start.people.get()));
            let most = number(start.most_in_one_month.get());
            line(
                heading,
                &if id {
                    format!(
                        "{month}; {people} peserta bergabung, paling banyak {most} dalam satu bulan"
                    )
                } else {
                    format!("{month}; {people} people join, at most {most} in one month")
                },
            );
        }
    }
}

/// JSON of `reach` with sentences for its reasons, as in the package.
fn reach_json(reach: &Reach<'_>) -> Value {
    let mut value = json!(reach);
    let reasons = [
        ("/onePoint/reason", reach.one_point.reason()),
        ("/waiting/reason", reach.waiting.reason()),
        ("/latestStart/reason", reach.latest_start.reason()),
    ];
    for (place, reason) in reasons {
        if let (Some(told), Some(reason)) = (value.pointer_mut(place), reason) {
            *told = json!(tell(core::slice::from_ref(reason)).first());
        }
    }
    value
}
