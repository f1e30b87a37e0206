//! Reads the workforce and the segments.

use super::check::{Check, Context};
use crate::choices::Choice as _;
use crate::law::{Key, key};
use crate::money::{Base, Rate};
use crate::month::{Month, Span};
use crate::problem::problem;
use crate::scenario::fields::{Fields, Read as _};
use crate::scenario::{
    AfterLastBill, BaseRule, Cause, DatedPeople, Enrolment, Flows, Leaving, Programme, Rival,
    Scenario, Segment, Spread, TakesPart, WorkerClass, Workforce,
};
use crate::text::{below, place};

impl Check {
    pub(super) fn workforce(
        &mut self,
        fields: Fields<'_>,
        context: &Context,
    ) -> Option<Option<Workforce>> {
        if !fields.has("workforce") {
            return Some(None);
        }
        let fields = fields.object("workforce");
        let first = context.plan.map(|plan| plan.from);
        let eligible = self.eligible(fields, "workforce", first);
        let other_members = fields.dated_people("otherMembers");
        let others = other_members.iter().flatten().map(|entry| entry.from);
        self.rising("workforce.otherMembers", others);
        let rivals = self.each(fields, "rivals", "workforce.rivals", |check, rival, path| {
            let eligible = check.eligible(rival, path, first)?;
            let (name, denominator) = (rival.need("name")?, rival.need("denominator")?);
            Some(Rival { name, denominator, eligible })
        });
        Some(Some(Workforce {
            growth_percent: fields.may("growthPercent")?,
            rivals: rivals?,
            after_last_bill: fields.or("afterLastBill", AfterLastBill::NotCounted)?,
            denominator: fields.need("denominator")?,
            eligible: eligible?,
            other_members: other_members?,
            evidence: fields.evidence()?,
        }))
    }

    /// Where members count until membership lapses, the law must have the number of months in each last billed month
    /// before a pause.
    pub(super) fn lapses(&mut self, scenario: &Scenario) {
        let workforce = scenario.workforce.as_ref();
        let asked = workforce.is_some_and(|one| one.after_last_bill == AfterLastBill::UntilLapsed);
        if !asked || !self.problems.is_empty() {
            return;
        }
        let (law, key) = (scenario.law(), key::MEMBERSHIP_BPU_LAPSE_MONTHS);
        let plan = scenario.period.span();
        let stops = |segment: &Segment, month: Month| {
            let next = month.plus(1);
            segment.is_billed(month) && plan.contains(next) && !segment.is_billed(next)
        };
        let paused = |month: Month| {
            let mut segments = scenario.segments.iter();
            segments.any(|one| one.class == WorkerClass::Bpu && stops(one, month))
        };
        let unknown = |month: &Month| paused(*month) && law.months(key, *month).is_err();
        if let Some(month) = plan.months().find(unknown) {
            self.note(problem!(
                NoLawValue,
                "workforce.afterLastBill",
                title = law.title(&key),
                parameter = key.name(),
                month = month,
                ways = law.ways(key, month)
            ));
        }
    }

    /// Reads eligible workers, which must be known from month `asked` on.
    fn eligible(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        asked: Option<Month>,
    ) -> Option<Vec<DatedPeople>> {
        let eligible = fields.dated_people("eligible")?;
        let path = below(path, ".eligible");
        self.rising(&path, eligible.iter().map(|entry| entry.from));
        self.begins(&path, eligible.first().map(|entry| entry.from), asked);
        Some(eligible)
    }

    /// The first entry must not be later than the first month that needs it.
    fn begins(&mut self, path: &str, from: Option<Month>, asked: Option<Month>) {
        if let (Some(from), Some(asked)) = (from, asked)
            && from > asked
            && self.fits(path)
        {
            self.note(problem!(StartsTooLate, path, month = asked));
        }
    }

    pub(super) fn segments(
        &mut self,
        fields: Fields<'_>,
        context: &Context,
    ) -> Option<Vec<Segment>> {
        let segments = self.each(fields, "segments", "segments", |check, segment, path| {
            check.segment(segment, path, context)
        });
        self.unique_ids(fields, "segments");
        segments
    }

    fn segment(&mut self, fields: Fields<'_>, path: &str, context: &Context) -> Option<Segment> {
        let class = fields.need("class");
        let programmes = self.programmes(fields, path, class);
        let billed = self.billed(fields, path, context.plan);
        let first_billed = context.plan.zip(billed.as_ref()).and_then(|(plan, billed)| {
            let is_billed = |month: &Month| match billed {
                Some(spans) => spans.iter().any(|span| span.contains(*month)),
                None => true,
            };
            plan.months().find(is_billed)
        });
        let base = self.base(fields, path, class, first_billed);
        let enrolment = self.enrolment(fields, path, context);
        let payers = self.shares(fields, "payers", path, context);
        let worker_payers = self.shares(fields, "workerPayers", path, context);
        if let Some(class) = class {
            self.fields_of_class(fields, path, class, &programmes);
        }
        let flows = self.flows(fields, path);
        Some(Segment {
            id: fields.need("id")?,
            name: fields.need("name")?,
            class: class?,
            group: fields.may("group")?,
            risk: fields.may("risk")?,
            sector: fields.may("sector")?,
            programmes: in_order(programmes)?,
            base: base?,
            enrolment: enrolment?,
            flows: flows?,
            billed: billed?,
            payers: payers?,
            worker_payers: worker_payers?,
            agreement_until: fields.may("agreementUntil")?,
            agency: fields.may("agency")?,
            decree: fields.may("decree")?,
            budget_programme: fields.may("budgetProgramme")?,
            activity: fields.may("activity")?,
            sub_activity: fields.may("subActivity")?,
            evidence: fields.evidence()?,
        })
    }

    /// Fields that a class requires, and fields that it does not have.
    fn fields_of_class(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: WorkerClass,
        programmes: &[Option<Programme>],
    ) {
        match (class.has_risk(), fields.has("risk")) {
            (true, false) => self.note(problem!(RiskMissing, below(path, ".risk"))),
            (false, true) => {
                let other = class_with(WorkerClass::has_risk);
                self.note(problem!(OnlyForClass, below(path, ".risk"), class = other));
            }
            (true, true) | (false, false) => {}
        }
        if !class.has_sector() && fields.has("sector") {
            let other = class_with(WorkerClass::has_sector);
            self.note(problem!(OnlyForClass, below(path, ".sector"), class = other));
        }
        if !class.has_lowest_base() && !fields.has("base") {
            self.note(problem!(BaseMissing, below(path, ".base")));
        }
        let mut programmes = programmes.iter().flatten();
        let worker_pays = programmes.any(|programme| class.has_worker_part(*programme));
        match fields.has("workerPayers") {
            false if worker_pays => {
                self.note(problem!(WorkerPayersMissing, below(path, ".workerPayers")));
            }
            true if !worker_pays && self.fits_at(path, "programmes") => {
                self.note(problem!(WorkerPayersUnused, below(path, ".workerPayers")));
            }
            true | false => {}
        }
    }

    /// One for each entry; `None` for one that could not be read.
    fn programmes(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: Option<WorkerClass>,
    ) -> Vec<Option<Programme>> {
        let mut chosen = Vec::new();
        for (index, input) in fields.list("programmes").iter().enumerate() {
            let Some(programme) = Programme::read(input) else {
                chosen.push(None);
                continue;
            };
            let path = below(path, &place(".programmes[#]", &[index]));
            if chosen.contains(&Some(programme)) {
                self.note(problem!(Duplicate, path, value = programme.name()));
            } else if let Some(class) = class
                && class.programmes().all(|offered| offered != programme)
            {
                let (programme, class) = (programme.name(), class.name());
                self.note(problem!(
                    ProgrammeNotInClass,
                    path,
                    programme = programme,
                    class = class
                ));
            }
            chosen.push(Some(programme));
        }
        chosen
    }

    /// Billed months; `Some(None)` where none are named.
    fn billed(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        plan: Option<Span>,
    ) -> Option<Option<Vec<Span>>> {
        if !fields.has("billed") {
            return Some(None);
        }
        let mut last: Option<Span> = None;
        let spans = self.each(fields, "billed", &below(path, ".billed"), |check, span, path| {
            let span = Span { from: span.need("from")?, to: span.need("to")? };
            if !check.ends_after_start(span.from, span.to, path) {
                return Some(span);
            }
            if let Some(before) = last.filter(|before| span.from <= before.to) {
                let is_earlier = span.to < before.from;
                check.note(if is_earlier {
                    problem!(OutOfOrder, below(path, ".from"))
                } else {
                    problem!(Overlap, path)
                });
            } else if plan.is_some_and(|plan| span.to < plan.from || plan.to < span.from) {
                check.note(problem!(BilledOutsidePlan, path));
            }
            last = Some(span);
            Some(span)
        });
        spans.map(Some)
    }

    /// Whether a span ends in its first month or later; reports it otherwise.
    pub(super) fn ends_after_start(&mut self, from: Month, to: Month, path: &str) -> bool {
        if to < from {
            self.note(problem!(EndsBeforeStart, below(path, ".to"), from = from, to = to));
        }
        from <= to
    }

    /// `Some(None)` where no base is named.
    fn base(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: Option<WorkerClass>,
        first_billed: Option<Month>,
    ) -> Option<Option<BaseRule>> {
        if !fields.has("base") {
            return Some(None);
        }
        let fields = fields.object("base");
        let base = match fields.need::<String>("kind")?.as_str() {
            "fixed" => BaseRule::Fixed(fields.need("rupiah")?),
            "series" => {
                let values: Vec<(Month, Base)> = fields
                    .each("values", |entry| Some((entry.need("from")?, entry.need("rupiah")?)))?;
                let path = below(path, ".base.values");
                self.rising(&path, values.iter().map(|(from, _)| *from));
                self.begins(&path, values.first().map(|(from, _)| *from), first_billed);
                BaseRule::Series(values)
            }
            "minimumWage" => {
                let key = self.parameter(fields, &below(path, ".base"))?;
                if !key.is_minimum_wage() {
                    let path = below(path, ".base.parameter");
                    self.note(problem!(UnknownParameter, path, value = key.name()));
                }
                BaseRule::MinimumWage { key, part: fields.need("percent")? }
            }
            "contract" => {
                if let Some(class) = class.filter(|class| !class.has_contract()) {
                    let path = below(path, ".base.kind");
                    self.note(problem!(BaseNotInClass, path, class = class.name()));
                }
                BaseRule::Contract(fields.need("rupiah")?)
            }
            _ => return None,
        };
        Some(Some(base))
    }

    /// Statutory value named in `parameter`.
    pub(super) fn parameter(&mut self, fields: Fields<'_>, path: &str) -> Option<Key> {
        let name: String = fields.need("parameter").filter(|_| self.fits_at(path, "parameter"))?;
        let brought = || Key::brought(&name).filter(|key| self.brings(*key));
        let key = Key::parse(&name).or_else(brought);
        // A pack whose keys cannot be read may have meant this one.
        let may_be_brought = self.wages.is_none() && Key::brought(&name).is_some();
        if key.is_none() && !may_be_brought {
            self.note(problem!(UnknownParameter, below(path, ".parameter"), value = name));
        }
        key
    }

    fn enrolment(
        &mut self,
        segment: Fields<'_>,
        path: &str,
        context: &Context,
    ) -> Option<Enrolment> {
        let fields = segment.object("enrolment");
        Some(match fields.need::<String>("kind")?.as_str() {
            "fixed" => {
                let counts = fields.dated_people("counts")?;
                let place = below(path, ".enrolment.counts");
                self.rising(&place, counts.iter().map(|count| count.from));
                Enrolment::Fixed { counts, eligible: fields.may("eligible")? }
            }
            "path" => {
                let place = below(path, ".enrolment.path");
                let path = self.path(fields.object("path"), &place);
                Enrolment::Path {
                    members: fields.need("members")?,
                    eligible: fields.need("eligible")?,
                    path: path?,
                    most_per_month: fields.may("mostPerMonth")?,
                }
            }
            "target" => {
                if !context.has_target {
                    self.note(problem!(SegmentWithoutTarget, below(path, ".enrolment.kind")));
                }
                let part = TakesPart {
                    priority: fields.may("priority")?,
                    quota: fields.may("quotaPercent")?,
                    most_per_month: fields.may("mostPerMonth")?,
                };
                let (members, eligible) = (fields.need("members")?, fields.need("eligible")?);
                Enrolment::Target { members, eligible, part }
            }
            "villages" => return self.of_villages(segment, path, context),
            _ => return None,
        })
    }

    /// `Some(None)` where no flows are named.
    fn flows(&mut self, fields: Fields<'_>, path: &str) -> Option<Option<Flows>> {
        if !fields.has("flows") {
            return Some(None);
        }
        let fields = fields.object("flows");
        let mut causes: Vec<Cause> = Vec::new();
        let leave = self.each(fields, "leave", &below(path, ".flows.leave"), |check, one, path| {
            let cause: Cause = one.need("cause")?;
            if causes.contains(&cause) {
                let place = below(path, ".cause");
                check.note(problem!(Duplicate, place, value = cause.name()));
            }
            causes.push(cause);
            Some(Leaving { cause, percent_a_year: one.need("percentAYear")? })
        });
        Some(Some(Flows {
            leave: leave?,
            verification_loss_percent: fields.may("verificationLossPercent")?,
            billed_from_next: fields.or("billedFromNext", false)?,
        }))
    }

    /// Quotas of the segments that follow the target sum to 100 % where it is distributed by quota.
    pub(super) fn quotas(&mut self, fields: Fields<'_>) {
        if fields.object("target").need("spread") != Some(Spread::Quota)
            || !self.fits_in_all(fields, "segments", "segments", "enrolment")
        {
            return;
        }
        let enrolments =
            fields.list("segments").iter().map(|one| Fields::of(one).object("enrolment"));
        let follows =
            |one: &Fields<'_>| one.need::<String>("kind").is_some_and(|kind| kind == "target");
        let quotas: Vec<Option<Rate>> =
            enrolments.filter(follows).map(|one| one.need("quotaPercent")).collect();
        let sum = quotas.iter().copied().flatten().fold(Rate::from_millionths(0), Rate::plus);
        if sum != Rate::WHOLE && !quotas.is_empty() {
            self.note(problem!(QuotasNotWhole, "target.spread", sum = sum));
        }
    }
}

/// In the order of [`Programme`], whatever the order of the input; `None` where one could not be read.
fn in_order(chosen: Vec<Option<Programme>>) -> Option<Vec<Programme>> {
    let chosen: Vec<Programme> = chosen.into_iter().collect::<Option<_>>()?;
    let all = Programme::ALL.iter().copied().filter(|programme| chosen.contains(programme));
    (!chosen.is_empty()).then(|| all.collect())
}

/// Name of the first class that has something.
fn class_with(has: fn(WorkerClass) -> bool) -> &'static str {
    WorkerClass::ALL.iter().find(|class| has(**class)).map_or("", |class| class.name())
}
