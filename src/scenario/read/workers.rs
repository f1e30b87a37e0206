//! Reads the workforce and the segments.

use super::check::{Check, Context};
use crate::choices::Choice as _;
use crate::law::{Key, key};
use crate::money::{Base, Rate};
use crate::month::{Month, Span};
use crate::people::People;
use crate::problem::problem;
use crate::scenario::fields::{Fields, choice};
use crate::scenario::{
    AfterLastBill, BaseRule, Cause, DatedPeople, Denominator, Enrolment, Flows, Leaving, Programme,
    Rival, Scenario, Segment, Spread, TakesPart, Target, WorkerClass, Workforce,
};
use crate::text::{below, place};

impl Check {
    pub(super) fn workforce(&mut self, fields: Fields<'_>, context: &Context) -> Option<Workforce> {
        if !fields.has("workforce") {
            return None;
        }
        let fields = fields.object("workforce");
        let first = context.plan.map(|plan| plan.from);
        let eligible = self.eligible(fields, "workforce", first);
        let other_members = fields.dated_people("otherMembers");
        self.rising("workforce.otherMembers", other_members.iter().map(|entry| entry.from));
        let mut rivals = Vec::new();
        for (rival, path) in self.entries(fields, "rivals", "workforce.rivals") {
            let eligible = self.eligible(rival, &path, first);
            let denominator = rival.choice("denominator").unwrap_or(Denominator::Own);
            rivals.push(Rival { name: rival.text("name"), denominator, eligible });
        }
        Some(Workforce {
            growth_percent: fields.has("growthPercent").then(|| fields.percent("growthPercent")),
            rivals,
            after_last_bill: fields.choice("afterLastBill").unwrap_or(AfterLastBill::NotCounted),
            denominator: fields.choice("denominator").unwrap_or(Denominator::Own),
            eligible,
            other_members,
            evidence: fields.evidence(),
        })
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
                title = key.title(),
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
    ) -> Vec<DatedPeople> {
        let eligible = fields.dated_people("eligible");
        let path = below(path, ".eligible");
        self.rising(&path, eligible.iter().map(|entry| entry.from));
        self.begins(&path, eligible.first().map(|entry| entry.from), asked);
        eligible
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

    pub(super) fn segments(&mut self, fields: Fields<'_>, context: &Context) -> Vec<Segment> {
        let mut segments = Vec::new();
        for (segment, path) in self.entries(fields, "segments", "segments") {
            segments.push(self.segment(segment, &path, context));
        }
        self.unique_ids(fields, "segments");
        segments
    }

    fn segment(&mut self, fields: Fields<'_>, path: &str, context: &Context) -> Segment {
        let class = fields.choice::<WorkerClass>("class");
        let programmes = self.programmes(fields, path, class);
        let billed = fields.has("billed").then(|| self.billed(fields, path, context.plan));
        let first_billed = context.plan.and_then(|plan| match &billed {
            Some(spans) => {
                plan.months().find(|month| spans.iter().any(|span| span.contains(*month)))
            }
            None => Some(plan.from),
        });
        let first_billed = first_billed.filter(|_| self.fits_at(path, "billed"));
        let base = fields
            .has("base")
            .then(|| self.base(fields.object("base"), path, class, first_billed))
            .flatten();
        let enrolment = self.enrolment(fields.object("enrolment"), path, context);
        let payers = self.shares(fields, "payers", path, context);
        let worker_payers = self.shares(fields, "workerPayers", path, context);
        if let Some(class) = class {
            self.fields_of_class(fields, path, class, &programmes);
        }
        let class = class.unwrap_or(WorkerClass::Bpu);
        let (risk, sector) = (fields.choice("risk"), fields.choice("sector"));
        Segment {
            id: fields.text("id"),
            name: fields.text("name"),
            class,
            group: fields.choice("group"),
            risk,
            sector,
            programmes,
            base,
            enrolment,
            flows: self.flows(fields, path),
            billed,
            payers,
            worker_payers,
            agreement_until: fields.month_if("agreementUntil"),
            evidence: fields.evidence(),
        }
    }

    /// Fields that a class requires, and fields that it does not have.
    fn fields_of_class(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: WorkerClass,
        programmes: &[Programme],
    ) {
        match (class, fields.has("risk")) {
            (WorkerClass::Pu, false) => self.note(problem!(RiskMissing, below(path, ".risk"))),
            (WorkerClass::Bpu | WorkerClass::Construction, true) => {
                self.note(problem!(OnlyForClass, below(path, ".risk"), class = "PU"));
            }
            (WorkerClass::Pu, true) | (WorkerClass::Bpu | WorkerClass::Construction, false) => {}
        }
        if class != WorkerClass::Bpu && fields.has("sector") {
            self.note(problem!(OnlyForClass, below(path, ".sector"), class = "BPU"));
        }
        if class != WorkerClass::Bpu && !fields.has("base") {
            self.note(problem!(BaseMissing, below(path, ".base")));
        }
        let worker_pays = programmes.iter().any(|programme| class.has_worker_part(*programme));
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

    /// Sorts programmes in the order of [`Programme`], whatever the order of the input.
    fn programmes(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: Option<WorkerClass>,
    ) -> Vec<Programme> {
        let offered: &[Programme] = match class {
            Some(WorkerClass::Pu) | None => Programme::ALL,
            Some(WorkerClass::Bpu) => &[Programme::Jkk, Programme::Jkm, Programme::Jht],
            Some(WorkerClass::Construction) => &[Programme::Jkk, Programme::Jkm],
        };
        let mut chosen = Vec::new();
        for (index, input) in fields.list("programmes").iter().enumerate() {
            let Some(programme) = choice::<Programme>(input) else { continue };
            let path = below(path, &place(".programmes[#]", &[index]));
            if chosen.contains(&programme) {
                self.note(problem!(Duplicate, path, value = programme.name()));
            } else if !offered.contains(&programme)
                && let Some(class) = class
            {
                let (programme, class) = (programme.name(), class.name());
                self.note(problem!(
                    ProgrammeNotInClass,
                    path,
                    programme = programme,
                    class = class
                ));
            }
            chosen.push(programme);
        }
        Programme::ALL.iter().copied().filter(|programme| chosen.contains(programme)).collect()
    }

    fn billed(&mut self, fields: Fields<'_>, path: &str, plan: Option<Span>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        for (span, path) in self.fitting(fields, "billed", &below(path, ".billed")) {
            let span = Span { from: span.month("from"), to: span.month("to") };
            if !self.ends_after_start(span.from, span.to, &path) {
                continue;
            }
            if let Some(before) = spans.last().filter(|before| span.from <= before.to) {
                let is_earlier = span.to < before.from;
                self.note(if is_earlier {
                    problem!(OutOfOrder, below(&path, ".from"))
                } else {
                    problem!(Overlap, path)
                });
            } else if plan.is_some_and(|plan| span.to < plan.from || plan.to < span.from) {
                self.note(problem!(BilledOutsidePlan, path));
            }
            spans.push(span);
        }
        spans
    }

    /// Whether a span ends in its first month or later; reports it otherwise.
    pub(super) fn ends_after_start(&mut self, from: Month, to: Month, path: &str) -> bool {
        if to < from {
            self.note(problem!(EndsBeforeStart, below(path, ".to"), from = from, to = to));
        }
        from <= to
    }

    fn base(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: Option<WorkerClass>,
        first_billed: Option<Month>,
    ) -> Option<BaseRule> {
        Some(match fields.text("kind").as_str() {
            "fixed" => BaseRule::Fixed(fields.base("rupiah")),
            "series" => {
                let entry =
                    |input| (Fields::of(input).month("from"), Fields::of(input).base("rupiah"));
                let values: Vec<(Month, Base)> = fields.list("values").iter().map(entry).collect();
                let path = below(path, ".base.values");
                self.rising(&path, values.iter().map(|(from, _)| *from));
                self.begins(&path, values.first().map(|(from, _)| *from), first_billed);
                BaseRule::Series(values)
            }
            "minimumWage" => {
                let key = self.parameter(fields, &below(path, ".base"))?;
                if !key.name().starts_with("minimumWage.") {
                    let path = below(path, ".base.parameter");
                    self.note(problem!(UnknownParameter, path, value = key.name()));
                }
                BaseRule::MinimumWage { key, part: fields.percent("percent") }
            }
            "contract" => {
                if let Some(class) = class.filter(|class| *class != WorkerClass::Construction) {
                    let path = below(path, ".base.kind");
                    self.note(problem!(BaseNotInClass, path, class = class.name()));
                }
                BaseRule::Contract(fields.rupiah("rupiah"))
            }
            // The shape check has reported it.
            _ => return None,
        })
    }

    /// Statutory value named in `parameter`.
    pub(super) fn parameter(&mut self, fields: Fields<'_>, path: &str) -> Option<Key> {
        if !self.fits_at(path, "parameter") {
            return None;
        }
        let name = fields.text("parameter");
        let key = Key::parse(&name);
        if key.is_none() {
            self.note(problem!(UnknownParameter, below(path, ".parameter"), value = name));
        }
        key
    }

    fn enrolment(&mut self, fields: Fields<'_>, path: &str, context: &Context) -> Enrolment {
        if fields.text("kind") == "fixed" {
            let counts = fields.dated_people("counts");
            self.rising(&below(path, ".enrolment.counts"), counts.iter().map(|count| count.from));
            let eligible = fields.whole_if("eligible").map(People::new);
            return Enrolment::Fixed { counts, eligible };
        }
        let (members, eligible) = (fields.people("members"), fields.people("eligible"));
        let most_per_month = fields.whole_if("mostPerMonth").map(People::new);
        if fields.text("kind") == "path" {
            let place = below(path, ".enrolment.path");
            let path = self.path(fields.object("path"), &place);
            return Enrolment::Path { members, eligible, path, most_per_month };
        }
        if fields.text("kind") == "target" && !context.has_target {
            self.note(problem!(SegmentWithoutTarget, below(path, ".enrolment.kind")));
        }
        let priority = fields.whole_if("priority");
        let quota = fields.has("quotaPercent").then(|| fields.percent("quotaPercent"));
        Enrolment::Target { members, eligible, part: TakesPart { priority, quota, most_per_month } }
    }

    fn flows(&mut self, fields: Fields<'_>, path: &str) -> Option<Flows> {
        if !fields.has("flows") {
            return None;
        }
        let fields = fields.object("flows");
        let mut leave: Vec<Leaving> = Vec::new();
        for (leaving, path) in self.entries(fields, "leave", &below(path, ".flows.leave")) {
            if !self.fits_at(&path, "cause") {
                continue;
            }
            let cause = leaving.choice("cause").unwrap_or(Cause::Lapse);
            if leave.iter().any(|other| other.cause == cause) {
                let place = below(&path, ".cause");
                self.note(problem!(Duplicate, place, value = cause.name()));
            }
            leave.push(Leaving { cause, percent_a_year: leaving.percent("percentAYear") });
        }
        let loss = "verificationLossPercent";
        Some(Flows {
            leave,
            verification_loss_percent: fields.has(loss).then(|| fields.percent(loss)),
            billed_from_next: fields.truth("billedFromNext"),
        })
    }

    /// Quotas of the segments that follow the target sum to 100 % where it is distributed by quota.
    pub(super) fn quotas(
        &mut self,
        fields: Fields<'_>,
        segments: &[Segment],
        target: Option<&Target>,
    ) {
        if target.is_none_or(|target| target.spread != Spread::Quota)
            || !self.fits_in_all(fields, "segments", "segments", "enrolment")
        {
            return;
        }
        let quota = |segment: &Segment| match &segment.enrolment {
            Enrolment::Target { part, .. } => part.quota,
            Enrolment::Fixed { .. } | Enrolment::Path { .. } => None,
        };
        let grows = |segment: &Segment| matches!(segment.enrolment, Enrolment::Target { .. });
        let none = Rate::from_millionths(0);
        let sum = segments.iter().filter_map(quota).fold(none, Rate::plus);
        if sum != Rate::WHOLE && segments.iter().any(grows) {
            self.note(problem!(QuotasNotWhole, "target.spread", sum = sum));
        }
    }
}
