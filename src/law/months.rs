//! In which months a statutory value counts: its own, without those in which a law pack stands above it.

use super::lookup::is_known;
use super::{Key, Law, Origin, PackValue};
use crate::month::Month;

impl<'a> Law<'a> {
    /// From when to when a statutory value counts: its months without those in which a pack stands above it.
    pub(crate) fn months_of(self, key: Key, origin: Origin) -> Vec<(Month, Option<Month>)> {
        let (months, beneath) = match origin {
            Origin::Law(position) => {
                (key.values().get(position).map(|dated| (dated.from, dated.to)), None)
            }
            Origin::Pack(pack, value) => {
                let own = self.packed(key, pack, value);
                (own.map(|own| (own.from, own.to)), Some((pack, value)))
            }
            Origin::Override(_) | Origin::Beyond { .. } => (None, None),
        };
        let packs = self.packs(key).iter().enumerate();
        let all = packs.flat_map(|(pack, values)| {
            let values = values.values.iter().enumerate();
            values.map(move |(position, value)| ((pack, position), value))
        });
        let above = all.filter(|(place, value)| {
            let is_known = is_known(value.promulgated.as_deref(), value.from, self.date);
            value.key == key && is_known && beneath.is_none_or(|own| own < *place)
        });
        above.fold(months.into_iter().collect(), |left: Vec<_>, (_, value)| {
            left.into_iter().flat_map(|months| without(months, (value.from, value.to))).collect()
        })
    }

    /// A value of a pack by its position, and its key.
    pub(crate) fn of_packs(self, pack: usize, value: usize) -> Option<(Key, &'a PackValue)> {
        let key = self.packs.get(pack)?.values.get(value)?.key;
        Some((key, self.packed(key, pack, value)?))
    }
}

/// Months without some of them: what is left before, and what is left after. `None`: without end.
fn without(
    (from, to): (Month, Option<Month>),
    (first, last): (Month, Option<Month>),
) -> impl Iterator<Item = (Month, Option<Month>)> {
    let is_apart = to.is_some_and(|to| to < first) || last.is_some_and(|last| last < from);
    let before = first.before().filter(|end| from <= *end).map(|end| (from, Some(end)));
    let after = last.map(|last| last.plus(1)).filter(|start| to.is_none_or(|to| *start <= to));
    let after = after.map(|start| (start, to));
    let (whole, parts) =
        if is_apart { (Some((from, to)), [None, None]) } else { (None, [before, after]) };
    whole.into_iter().chain(parts.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Amendments, Pack, Replacement, Status, Value, key};
    use crate::money::Base;

    /// Of every month the look-up says which value counts; the months of each value are those, and no others.
    #[test]
    fn months_are_those_in_which_the_look_up_finds_the_value() {
        let month = |text: &str| Month::parse(text).unwrap();
        let value = |from: &str, to: Option<&str>, promulgated: Option<&str>| PackValue {
            key: key::JKM_BPU,
            from: month(from),
            to: to.map(month),
            value: Replacement::One(Value::Rupiah(Base::from_thousandths(7_000_000))),
            instrument: "Uji".into(),
            article: None,
            promulgated: promulgated.map(Into::into),
            status: Status::Assumed,
            note: None,
        };
        let pack = |values: Vec<PackValue>| Pack {
            name: "Uji".into(),
            version: "1".into(),
            wages: Vec::new(),
            values,
        };
        let packs = [
            pack(vec![
                value("2026-03", Some("2026-10"), None),
                value("2026-05", Some("2026-06"), None),
            ]),
            pack(vec![
                value("2026-09", Some("2026-12"), None),
                value("2027-02", None, Some("2026-11-01")),
            ]),
        ];
        for date in [None, Some("2026-10-15")] {
            let law =
                Law::amended(Amendments { packs: &packs, overrides: &[], assumptions: &[], date });
            let of_packs =
                (0..2).flat_map(|pack| (0..2).map(move |value| Origin::Pack(pack, value)));
            for origin in of_packs.chain([Origin::Law(0)]) {
                let months = law.months_of(key::JKM_BPU, origin);
                for step in 0..36 {
                    let at = month("2025-01").plus(step);
                    let found = law.statutory(key::JKM_BPU, at).map(|(_, origin)| origin);
                    let is_in =
                        months.iter().any(|(from, to)| *from <= at && to.is_none_or(|to| at <= to));
                    let is_known = date.is_none() || origin != Origin::Pack(1, 1);
                    assert_eq!(
                        is_in && is_known,
                        found == Some(origin),
                        "{origin:?} in {}",
                        at.text()
                    );
                }
            }
        }
    }
}
