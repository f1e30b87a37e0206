//! Remarks on published totals: equal to the plan, or the difference in people and months.

use crate::money::Rupiah;
use crate::plan::published::{Published, Verdict, Worth};
use crate::problem::{Notice, problem};
use crate::text::place;

pub(super) fn tell(published: &[Published<'_>], notices: &mut Vec<Notice>) {
    for figure in published {
        let path = place("published[#].rupiah", &[figure.position]);
        notices.push(verdict(figure, &path));
        notices.extend(figure.worth.map(|worth| difference(figure, worth, &path)));
    }
}

fn verdict(figure: &Published<'_>, path: &str) -> Notice {
    let (name, rupiah) = (figure.name, figure.rupiah.get());
    let (computed, unit) = (figure.computed_rupiah.get(), figure.unit_rupiah.get());
    let difference = figure.difference_rupiah.unsigned_abs();
    match figure.verdict {
        Verdict::Equal => problem!("publishedEqual", path, name = name, rupiah = rupiah),
        Verdict::Rounded => problem!(
            "publishedRounded",
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            unit = unit
        ),
        Verdict::Cut => problem!(
            "publishedCut",
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            unit = unit,
            rounded = figure.rounded_rupiah.get(),
        ),
        Verdict::More => problem!(
            "publishedMore",
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            difference = difference
        ),
        Verdict::Less => problem!(
            "publishedLess",
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            difference = difference
        ),
    }
}

fn difference(figure: &Published<'_>, worth: Worth, path: &str) -> Notice {
    let code = match (worth.rest_rupiah, worth.heads, worth.months) {
        (None, ..) => "publishedWorthAbout",
        (Some(rest), ..) if rest > Rupiah::ZERO => "publishedWorthRest",
        (Some(_), Some(_), _) => "publishedWorthHeads",
        (Some(_), None, Some(_)) => "publishedWorthMonths",
        (Some(_), None, None) => "publishedWorth",
    };
    let notice = Notice::at(code, path)
        .with("name", figure.name)
        .with("personMonths", worth.person_months.get())
        .with("price", worth.price_rupiah.get());
    let by = |number: u64| worth.person_months.get().checked_div(number).unwrap_or_default();
    match (worth.rest_rupiah.filter(|rest| *rest > Rupiah::ZERO), worth.heads, worth.months) {
        (Some(rest), ..) => notice.with("rest", rest.get()),
        (None, Some(heads), _) => {
            notice.with("people", heads.get()).with("months", by(heads.get()))
        }
        (None, None, Some(months)) => notice.with("people", by(months)).with("months", months),
        (None, None, None) => notice,
    }
}
