//! Reads the villages.

use super::check::{Check, Context};
use crate::problem::problem;
use crate::scenario::fields::Fields;
use crate::scenario::village::counts_of;
use crate::scenario::{Enrolment, PEOPLE, Village, VillageCeiling, VillageCount};
use crate::text::{below, digits};
use std::collections::BTreeSet;

impl Check {
    pub(super) fn villages(
        &mut self,
        fields: Fields<'_>,
        context: &Context,
    ) -> Option<Vec<Village>> {
        let mut codes = BTreeSet::new();
        self.each(fields, "villages", "villages", |check, village, path| {
            let code: Option<Option<String>> = village.may("code");
            if let Some(Some(code)) = &code
                && check.fits_at(path, "code")
                && !codes.insert(code.clone())
            {
                let place = below(path, ".code");
                check.note(problem!(Duplicate, place, value = code.as_str()));
            }
            check.village_months(village, path, context);
            let counts = check.village_counts(village, path, context);
            let ceilings = check.village_ceilings(village, path, context);
            Some(Village {
                code: code?,
                name: village.need("name")?,
                district: village.may("district")?,
                residents: village.may("residents")?,
                counts: counts?,
                ceilings: ceilings?,
                first_month: village.may("firstMonth")?,
                last_month: village.may("lastMonth")?,
                evidence: village.evidence()?,
            })
        })
    }

    /// Its months lie in the plan, the last not before the first.
    fn village_months(&mut self, village: Fields<'_>, path: &str, context: &Context) {
        let Some(plan) = context.plan else { return };
        let mut bounds = [plan.from, plan.to];
        for (key, bound) in ["firstMonth", "lastMonth"].into_iter().zip(&mut bounds) {
            let Some(month) = village.need(key).filter(|_| self.fits_at(path, key)) else {
                continue;
            };
            if !plan.contains(month) {
                let place = below(&below(path, "."), key);
                self.note(problem!(MonthOutsidePlan, place, from = plan.from, to = plan.to));
                return;
            }
            *bound = month;
        }
        let [from, to] = bounds;
        if to < from {
            self.note(problem!(EndsBeforeStart, below(path, ".lastMonth"), from = from, to = to));
        }
    }

    fn village_counts(
        &mut self,
        village: Fields<'_>,
        path: &str,
        context: &Context,
    ) -> Option<Vec<VillageCount>> {
        let mut named: Vec<String> = Vec::new();
        self.each(village, "counts", &below(path, ".counts"), |check, count, path| {
            let id: String = count.need("segment").filter(|_| check.fits_at(path, "segment"))?;
            let place = || below(path, ".segment");
            if named.contains(&id) {
                check.note(problem!(Duplicate, place(), value = id.as_str()));
            } else if context.segments.as_ref().is_some_and(|ids| !ids.contains(&id)) {
                check.note(problem!(UnknownSegment, place(), value = id.as_str()));
            }
            named.push(id.clone());
            Some(VillageCount { segment: id, people: count.need("people")? })
        })
    }

    fn village_ceilings(
        &mut self,
        village: Fields<'_>,
        path: &str,
        context: &Context,
    ) -> Option<Vec<VillageCeiling>> {
        let mut named: Vec<(String, u16)> = Vec::new();
        self.each(village, "ceilings", &below(path, ".ceilings"), |check, ceiling, path| {
            let id: String = ceiling.need("fund").filter(|_| check.fits_at(path, "fund"))?;
            if context.funds.as_ref().is_some_and(|ids| !ids.contains(&id)) {
                let place = below(path, ".fund");
                check.note(problem!(UnknownFund, place, value = id.as_str()));
            }
            let year: u16 = ceiling.need("year").filter(|_| check.fits_at(path, "year"))?;
            if named.iter().any(|(fund, of)| *fund == id && *of == year) {
                check.note(problem!(Duplicate, below(path, ".year"), value = digits(year)));
            }
            named.push((id.clone(), year));
            Some(VillageCeiling { fund: id, year, rupiah: ceiling.need("rupiah")? })
        })
    }

    /// The people of a segment whose villages count them.
    pub(super) fn of_villages(
        &mut self,
        segment: Fields<'_>,
        path: &str,
        context: &Context,
    ) -> Option<Enrolment> {
        let eligible = segment.object("enrolment").may("eligible")?;
        let kind = below(path, ".enrolment.kind");
        if segment.object("base").need::<String>("kind").is_some_and(|kind| kind == "contract") {
            self.note(problem!(ContractSegment, kind.as_str()));
        }
        let id: String = segment.need("id").filter(|_| self.fits_at(path, "id"))?;
        let villages = context.villages.as_ref()?;
        if villages.iter().all(|village| village.people(&id).is_none()) {
            self.note(problem!(SegmentWithoutVillages, kind));
        }
        let counts = counts_of(villages, &id);
        let most = counts.iter().map(|count| count.people.get()).max();
        if most.is_some_and(|most| most > PEOPLE) {
            self.note(problem!(TooLarge, below(path, ".enrolment"), limit = PEOPLE));
        }
        Some(Enrolment::Villages { counts, eligible })
    }
}
