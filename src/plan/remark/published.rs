//! Remarks on published totals: equal to the plan, or the difference in people and months.

use crate::money::Rupiah;
use crate::plan::result::{Published, PublishedVerdict, Worth};
use crate::problem::{Notice, notice, params};
use crate::text::place;

pub(super) fn remarks(published: &[Published<'_>], notices: &mut Vec<Notice>) {
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
        PublishedVerdict::Equal => notice!(PublishedEqual, path, name = name, rupiah = rupiah),
        PublishedVerdict::Rounded => notice!(
            PublishedRounded,
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            unit = unit
        ),
        PublishedVerdict::Cut => notice!(
            PublishedCut,
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            unit = unit,
            rounded = figure.rounded_rupiah.get(),
        ),
        PublishedVerdict::More => notice!(
            PublishedMore,
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            difference = difference
        ),
        PublishedVerdict::Less => notice!(
            PublishedLess,
            path,
            name = name,
            rupiah = rupiah,
            computed = computed,
            difference = difference
        ),
    }
}

fn difference(figure: &Published<'_>, worth: Worth, path: &str) -> Notice {
    let (months, price) = (worth.person_months.get(), worth.price_rupiah.get());
    let mut params = params!(name = figure.name, personMonths = months, price = price);
    let by = |number: u64| months.checked_div(number).unwrap_or_default();
    match (worth.rest_rupiah, worth.heads, worth.months) {
        (None, ..) => notice!(PublishedWorthAbout, path; params),
        (Some(rest), ..) if rest > Rupiah::ZERO => {
            params.add("rest", rest.get());
            notice!(PublishedWorthRest, path; params)
        }
        (Some(_), Some(heads), _) => {
            params.add("people", heads.get());
            params.add("months", by(heads.get()));
            notice!(PublishedWorthHeads, path; params)
        }
        (Some(_), None, Some(months)) => {
            params.add("people", by(months));
            params.add("months", months);
            notice!(PublishedWorthMonths, path; params)
        }
        (Some(_), None, None) => notice!(PublishedWorth, path; params),
    }
}
