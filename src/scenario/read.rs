//! Makes a scenario of an input that fits the shape, and checks what its fields must be to each other.
//!
//! All problems come at once: a part that does not fit is named and left out, the others are still checked.

use super::fields::{Fields, choice, whole};
use super::fit::{fit, value_of};
use super::shape::SCENARIO;
use super::{
    Account, Assumption, BaseRule, BudgetTotal, Cause, Ceiling, Denominator, Enrolment, Flows,
    Fund, FundKind, Group, Growth, Input, Leaving, Level, OtherTarget, Override, Path, PathShape,
    Period, Permission, Programme, Region, ReliefChoice, Replacement, Rival, SCHEMA, Scenario,
    Segment, Share, Spread, Stage, StageName, TakesPart, Target, TargetPoint, WorkerClass,
    Workforce, Yearly, YearlyStep,
};
use crate::choices::Choice;
use crate::law::{FUND_RULES, GrowthKind, Key, RELIEFS, Reading, Relief, Row, Unit, Value};
use crate::money::{Base, Rate, Rounding};
use crate::month::{Month, Span};
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::text::{below, digits, listed, place};

/// Makes a scenario of anything.
///
/// # Errors
/// Every problem found: what does not fit the shape, then what does not fit together.
///
/// ```
/// use cakupan::scenario::{Input, read};
/// let problems = read(&Input::Text("a letter".into())).unwrap_err();
/// assert_eq!(problems[0].code, "notAnObject");
/// ```
pub fn read(input: &Input) -> Result<Scenario, Vec<Problem>> {
    if let Input::Object(entries) = input
        && let Input::Number(schema) = value_of(entries, "schema")
        && *schema > f64::from(SCHEMA)
        && schema.is_finite()
    {
        // A newer shape may mean anything; to name its fields as faults would mislead.
        let known = u64::from(SCHEMA);
        return Err(vec![problem!(
            "newerSchema",
            "schema",
            schema = whole(*schema),
            known = known
        )]);
    }
    let mut check = Check { problems: fit(input, &SCENARIO) };
    let scenario = check.scenario(Fields::of(input));
    if check.problems.is_empty() { Ok(scenario) } else { Err(check.problems) }
}

/// What the parts of a scenario are checked against, as far as it could be read.
struct Context {
    plan: Option<Span>,
    funds: Vec<String>,
    has_target: bool,
}

struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Whether nothing was wrong so far at this place or below it.
    fn is_clean(&self, path: &str) -> bool {
        let below = |rest: &str| rest.is_empty() || rest.starts_with(['.', '[']);
        !self.problems.iter().any(|problem| problem.path.strip_prefix(path).is_some_and(below))
    }

    /// The entries of a list that fit their shape, with their paths.
    fn entries<'a>(&self, fields: Fields<'a>, key: &str, path: &str) -> Vec<(Fields<'a>, String)> {
        let place = |(index, input)| (Fields::of(input), below(path, &place("[#]", &[index])));
        let all = fields.list(key).iter().enumerate().map(place);
        all.filter(|(_, path)| self.is_clean(path)).collect()
    }

    fn scenario(&mut self, fields: Fields<'_>) -> Scenario {
        let region = fields.object("region");
        let region = Region {
            name: region.text("name"),
            level: region.choice("level").unwrap_or(Level::Regency),
            code: region.text_if("code"),
            population: region.whole_if("population").map(People::new),
        };
        let period = fields.object("period");
        let months = u16::try_from(period.whole("months")).unwrap_or(1);
        let period = Period { first_month: period.month("firstMonth"), months };
        let context = Context {
            plan: self.is_clean("period").then(|| period.span()),
            // Also those that are otherwise wrong: what names them is not to blame.
            funds: fields.list("funds").iter().map(|fund| Fields::of(fund).text("id")).collect(),
            has_target: fields.has("target"),
        };
        let workforce = self.workforce(fields, &context);
        let segments = self.segments(fields, &context);
        let target = self.target(fields);
        let other_targets = self.other_targets(fields);
        self.quotas(&segments, target.as_ref());
        if context.has_target && !fields.has("workforce") {
            self.note(problem!("targetWithoutWorkforce", "workforce"));
        }
        let funds = self.funds(fields);
        let reliefs = self.reliefs(fields);
        let permissions = self.permissions(fields);
        let overrides = self.overrides(fields);
        let assumptions = self.assumptions(fields);
        Scenario {
            schema: SCHEMA,
            name: fields.text_if("name"),
            note: fields.text_if("note"),
            region,
            period,
            rounding: fields.choice("rounding").unwrap_or(Rounding::Nearest),
            workforce,
            segments,
            target,
            other_targets,
            funds,
            reliefs,
            permissions,
            overrides,
            assumptions,
            law_date: fields.text_if("lawDate"),
            stage: self.stage(fields, &context),
            totals: totals(fields),
        }
    }

    /// Each month must be later than the one before it.
    fn rising(&mut self, path: &str, months: impl Iterator<Item = Month>) {
        let mut before = None;
        for (index, month) in months.enumerate() {
            if before.is_some_and(|before| month <= before) {
                self.note(problem!("outOfOrder", below(path, &place("[#]", &[index]))));
            }
            before = Some(month);
        }
    }

    /// No two entries of a list may carry one id.
    fn unique_ids(&mut self, fields: Fields<'_>, key: &str) {
        let mut seen = Vec::new();
        for (index, entry) in fields.list(key).iter().enumerate() {
            let id = Fields::of(entry).text("id");
            if !id.is_empty() && seen.contains(&id) {
                let path = below(key, &place("[#].id", &[index]));
                self.problems.push(problem!("duplicate", path, value = id.as_str()));
            }
            seen.push(id);
        }
    }

    fn workforce(&mut self, fields: Fields<'_>, context: &Context) -> Option<Workforce> {
        if !fields.has("workforce") || !self.is_clean("workforce") {
            return None;
        }
        let fields = fields.object("workforce");
        let eligible = fields.dated_people("eligible");
        let other_members = fields.dated_people("otherMembers");
        self.rising("workforce.eligible", eligible.iter().map(|entry| entry.from));
        self.rising("workforce.otherMembers", other_members.iter().map(|entry| entry.from));
        self.begins(
            "workforce.eligible",
            eligible.first().map(|entry| entry.from),
            context.plan.map(|plan| plan.from),
        );
        let mut rivals = Vec::new();
        for (rival, path) in self.entries(fields, "rivals", "workforce.rivals") {
            let eligible = rival.dated_people("eligible");
            let path = below(&path, ".eligible");
            self.rising(&path, eligible.iter().map(|entry| entry.from));
            let first = eligible.first().map(|entry| entry.from);
            self.begins(&path, first, context.plan.map(|plan| plan.from));
            let denominator = rival.choice("denominator").unwrap_or(Denominator::Own);
            rivals.push(Rival { name: rival.text("name"), denominator, eligible });
        }
        Some(Workforce {
            growth_percent: fields.has("growthPercent").then(|| fields.percent("growthPercent")),
            rivals,
            denominator: fields.choice("denominator").unwrap_or(Denominator::Own),
            eligible,
            other_members,
            evidence: fields.evidence(),
        })
    }

    /// The first entry must hold in the first month that asks for it.
    fn begins(&mut self, path: &str, from: Option<Month>, asked: Option<Month>) {
        if let (Some(from), Some(asked)) = (from, asked)
            && from > asked
        {
            self.note(problem!("startsTooLate", path, month = asked));
        }
    }

    fn segments(&mut self, fields: Fields<'_>, context: &Context) -> Vec<Segment> {
        let mut segments = Vec::new();
        for (segment, path) in self.entries(fields, "segments", "segments") {
            segments.push(self.segment(segment, &path, context));
        }
        self.unique_ids(fields, "segments");
        segments
    }

    fn segment(&mut self, fields: Fields<'_>, path: &str, context: &Context) -> Segment {
        let class = fields.choice("class").unwrap_or(WorkerClass::Bpu);
        let risk = fields.choice("risk");
        let sector = fields.choice("sector");
        let programmes = self.programmes(fields, path, class);
        let billed = fields.has("billed").then(|| self.billed(fields, path, context.plan));
        let first_billed = context.plan.and_then(|plan| match &billed {
            Some(spans) => {
                plan.months().find(|month| spans.iter().any(|span| span.contains(*month)))
            }
            None => Some(plan.from),
        });
        let base = fields
            .has("base")
            .then(|| self.base(fields.object("base"), path, class, first_billed))
            .flatten();
        let enrolment = self.enrolment(fields.object("enrolment"), path, context);
        let payers = self.shares(fields, "payers", path, context);
        let worker_payers = self.shares(fields, "workerPayers", path, context);

        match class {
            WorkerClass::Pu if risk.is_none() => {
                self.note(problem!("riskMissing", below(path, ".risk")))
            }
            WorkerClass::Pu => {}
            _ if risk.is_some() => {
                self.note(problem!("onlyForClass", below(path, ".risk"), class = "PU"));
            }
            _ => {}
        }
        if class != WorkerClass::Bpu && sector.is_some() {
            self.note(problem!("onlyForClass", below(path, ".sector"), class = "BPU"));
        }
        if class != WorkerClass::Bpu && !fields.has("base") {
            self.note(problem!("baseMissing", below(path, ".base")));
        }
        let worker_pays = programmes.iter().any(|programme| class.has_worker_part(*programme));
        match fields.has("workerPayers") {
            false if worker_pays => {
                self.note(problem!("workerPayersMissing", below(path, ".workerPayers")))
            }
            true if !worker_pays => {
                self.note(problem!("workerPayersUnused", below(path, ".workerPayers")))
            }
            _ => {}
        }
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

    /// In the order of the law, whatever the order of the input.
    fn programmes(&mut self, fields: Fields<'_>, path: &str, class: WorkerClass) -> Vec<Programme> {
        let offered: &[Programme] = match class {
            WorkerClass::Pu => Programme::ALL,
            WorkerClass::Bpu => &[Programme::Jkk, Programme::Jkm, Programme::Jht],
            WorkerClass::Construction => &[Programme::Jkk, Programme::Jkm],
        };
        let mut chosen = Vec::new();
        for (index, programme) in
            fields.list("programmes").iter().filter_map(choice::<Programme>).enumerate()
        {
            let path = below(path, &place(".programmes[#]", &[index]));
            if chosen.contains(&programme) {
                self.note(problem!("duplicate", path, value = programme.name()));
            } else if !offered.contains(&programme) {
                let (programme, class) = (programme.name(), class.name());
                self.note(problem!(
                    "programmeNotInClass",
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
        for (span, path) in self.entries(fields, "billed", &below(path, ".billed")) {
            let span = Span { from: span.month("from"), to: span.month("to") };
            if span.to < span.from {
                self.note(problem!("outOfOrder", below(&path, ".to")));
            } else if spans.last().is_some_and(|before| span.from <= before.to) {
                self.note(problem!("overlap", path));
            } else if plan.is_some_and(|plan| span.to < plan.from || plan.to < span.from) {
                self.note(problem!("billedOutsidePlan", path));
            }
            spans.push(span);
        }
        spans
    }

    fn base(
        &mut self,
        fields: Fields<'_>,
        path: &str,
        class: WorkerClass,
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
                    self.note(problem!("unknownParameter", path, value = key.name()));
                }
                BaseRule::MinimumWage { key, part: fields.percent("percent") }
            }
            _ => {
                if class != WorkerClass::Construction {
                    let path = below(path, ".base.kind");
                    self.note(problem!("baseNotInClass", path, class = class.name()));
                }
                BaseRule::Contract(fields.rupiah("rupiah"))
            }
        })
    }

    /// The statutory value named under `parameter`.
    fn parameter(&mut self, fields: Fields<'_>, path: &str) -> Option<Key> {
        let name = fields.text("parameter");
        let key = Key::parse(&name);
        if key.is_none() {
            self.note(problem!("unknownParameter", below(path, ".parameter"), value = name));
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
        if !context.has_target {
            self.note(problem!("segmentWithoutTarget", below(path, ".enrolment.kind")));
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
            let cause = leaving.choice("cause").unwrap_or(Cause::Lapse);
            if leave.iter().any(|other| other.cause == cause) {
                let place = below(&path, ".cause");
                self.note(problem!("duplicate", place, value = cause.name()));
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

    /// Quotas of the growing segments sum to 100 % where the target is spread by them.
    fn quotas(&mut self, segments: &[Segment], target: Option<&Target>) {
        if target.is_none_or(|target| target.spread != Spread::Quota) {
            return;
        }
        let quota = |segment: &Segment| match &segment.enrolment {
            Enrolment::Target { part, .. } => part.quota,
            _ => None,
        };
        let grows = |segment: &Segment| matches!(segment.enrolment, Enrolment::Target { .. });
        let none = Rate::from_millionths(0);
        let sum = segments.iter().filter_map(quota).fold(none, Rate::plus);
        if sum != Rate::WHOLE && segments.iter().any(grows) {
            self.note(problem!("quotasNotWhole", "target.spread", sum = sum));
        }
    }

    fn stage(&mut self, fields: Fields<'_>, context: &Context) -> Option<Stage> {
        if !fields.has("stage") || !self.is_clean("stage") {
            return None;
        }
        let stage = fields.object("stage");
        let month = stage.month("month");
        if let Some(plan) = context.plan.filter(|plan| !plan.contains(month)) {
            let (from, to) = (plan.from, plan.to);
            self.note(problem!("monthOutsidePlan", "stage.month", from = from, to = to));
        }
        Some(Stage { name: stage.choice("name").unwrap_or(StageName::Apbd), month })
    }

    /// Shares name different funds and sum to exactly 100 %.
    fn shares(
        &mut self,
        fields: Fields<'_>,
        key: &str,
        path: &str,
        context: &Context,
    ) -> Vec<Share> {
        let path = below(&below(path, "."), key);
        let mut shares: Vec<Share> = Vec::new();
        let mut sum = 0_u64;
        for (share, path) in self.entries(fields, key, &path) {
            let (id, percent) = (share.text("fund"), share.percent("percent"));
            sum = sum.saturating_add(percent.millionths());
            if shares.iter().any(|other| other.id == id) {
                self.note(problem!("duplicate", path.as_str(), value = id.as_str()));
            }
            match context.funds.iter().position(|fund| *fund == id) {
                Some(fund) => shares.push(Share { fund, id, percent }),
                None => self.note(problem!("unknownFund", below(&path, ".fund"), value = id)),
            }
        }
        if fields.has(key) && sum != Rate::WHOLE.millionths() {
            self.note(problem!("sharesNotWhole", path, sum = Rate::from_millionths(sum)));
        }
        shares
    }

    fn target(&mut self, fields: Fields<'_>) -> Option<Target> {
        if !fields.has("target") || !self.is_clean("target") {
            return None;
        }
        let fields = fields.object("target");
        let path = self.path(fields, "target");
        let spread = fields.choice("spread").unwrap_or(Spread::Proportional);
        Some(Target { path, spread, evidence: fields.evidence() })
    }

    fn other_targets(&mut self, fields: Fields<'_>) -> Vec<OtherTarget> {
        let mut others = Vec::new();
        for (target, path) in self.entries(fields, "otherTargets", "otherTargets") {
            let (name, path) = (target.text("name"), self.path(target, &path));
            others.push(OtherTarget { name, path });
        }
        if !others.is_empty() && !fields.has("workforce") {
            self.note(problem!("targetWithoutWorkforce", "workforce"));
        }
        others
    }

    fn path(&mut self, fields: Fields<'_>, place: &str) -> Path {
        let point = |input| {
            let fields = Fields::of(input);
            TargetPoint { month: fields.month("month"), percent: fields.percent("percent") }
        };
        let points: Vec<TargetPoint> = fields.list("points").iter().map(point).collect();
        self.rising(&below(place, ".points"), points.iter().map(|point| point.month));
        let yearly = fields.has("yearly").then(|| {
            let yearly = fields.object("yearly");
            let step = if yearly.text("kind") == "points" {
                YearlyStep::Points(yearly.percent("points"))
            } else {
                YearlyStep::Factor(yearly.percent("percent"))
            };
            let up_to = if yearly.has("upTo") { yearly.percent("upTo") } else { Rate::WHOLE };
            Yearly { step, up_to }
        });
        Path { points, shape: fields.choice("shape").unwrap_or(PathShape::Linear), yearly }
    }

    fn funds(&mut self, fields: Fields<'_>) -> Vec<Fund> {
        let mut funds = Vec::new();
        for (fund, path) in self.entries(fields, "funds", "funds") {
            funds.push(Fund {
                id: fund.text("id"),
                name: fund.text("name"),
                kind: fund.choice("kind").unwrap_or(FundKind::ApbdRegency),
                ceilings: self.ceilings(fund, &path),
                next: None,
                next_id: fund.text_if("next"),
                accounts: self.accounts(fund, &path),
                evidence: fund.evidence(),
            });
        }
        self.unique_ids(fields, "funds");
        self.order_of_use(&mut funds);
        funds
    }

    /// Which fund pays on after which; a circle would pay for ever.
    fn order_of_use(&mut self, funds: &mut [Fund]) {
        let ids: Vec<String> = funds.iter().map(|fund| fund.id.clone()).collect();
        for (index, fund) in funds.iter_mut().enumerate() {
            let Some(id) = &fund.next_id else { continue };
            fund.next = ids.iter().position(|other| other == id);
            if fund.next.is_none() {
                let path = place("funds[#].next", &[index]);
                self.note(problem!("unknownFund", path, value = id.as_str()));
            }
        }
        for index in 0..funds.len() {
            let after = |fund: usize| funds.get(fund).and_then(|fund| fund.next);
            let chain = core::iter::successors(after(index), |fund| after(*fund));
            if chain.take(funds.len()).any(|fund| fund == index) {
                self.note(problem!("circular", place("funds[#].next", &[index])));
            }
        }
    }

    fn ceilings(&mut self, fields: Fields<'_>, path: &str) -> Vec<Ceiling> {
        let mut ceilings: Vec<Ceiling> = Vec::new();
        for (ceiling, path) in self.entries(fields, "ceilings", &below(path, ".ceilings")) {
            let year = u16::try_from(ceiling.whole("year")).unwrap_or_default();
            if ceilings.iter().any(|other| other.year == year) {
                self.note(problem!("duplicate", below(&path, ".year"), value = digits(year)));
            }
            let may = |key| ceiling.has(key).then(|| ceiling.rupiah(key));
            let (before, allocation) = (may("beforeRupiah"), may("allocationRupiah"));
            ceilings.push(Ceiling { year, rupiah: ceiling.rupiah("rupiah"), before, allocation });
        }
        ceilings
    }

    fn accounts(&mut self, fields: Fields<'_>, path: &str) -> Vec<Account> {
        let mut accounts: Vec<Account> = Vec::new();
        for (account, path) in self.entries(fields, "accounts", &below(path, ".accounts")) {
            let programme = account.choice::<Programme>("programme");
            if accounts.iter().any(|other| other.programme == programme) {
                let value = programme.map_or("–", Programme::name);
                self.note(problem!("duplicate", below(&path, ".programme"), value = value));
            }
            accounts.push(Account {
                programme,
                code: account.text("code"),
                description: account.text("description"),
            });
        }
        accounts
    }

    fn reliefs(&mut self, fields: Fields<'_>) -> Vec<ReliefChoice> {
        let mut choices: Vec<ReliefChoice> = Vec::new();
        for (choice, path) in self.entries(fields, "reliefs", "reliefs") {
            let key = choice.text("relief");
            let Some(relief) = Relief::parse(&key) else {
                let known: Vec<_> = RELIEFS.iter().map(Relief::key).collect();
                let path = below(&path, ".relief");
                self.note(problem!("unknownRelief", path, value = key, choices = listed(&known)));
                continue;
            };
            let payer = choice.choice("payer").unwrap_or(FundKind::Csr);
            if !matches!(relief.reading(payer), Reading::Open { .. }) {
                let place = below(&path, ".payer");
                self.note(problem!(
                    "reliefDecided",
                    place,
                    payer = payer.name(),
                    relief = relief.key()
                ));
            }
            if choices.iter().any(|other| other.relief == relief && other.payer == payer) {
                self.note(problem!("duplicate", path, value = payer.name()));
            }
            let (applies, note) = (choice.truth("applies"), choice.text_if("note"));
            choices.push(ReliefChoice { relief, payer, applies, note });
        }
        choices
    }

    fn permissions(&mut self, fields: Fields<'_>) -> Vec<Permission> {
        let mut permissions: Vec<Permission> = Vec::new();
        for (permission, path) in self.entries(fields, "permissions", "permissions") {
            let name = permission.text("rule");
            let Some(rule) = FUND_RULES.iter().find(|rule| rule.key == name) else {
                let place = below(&path, ".rule");
                self.note(problem!("unknownParameter", place, value = name));
                continue;
            };
            let group = permission.choice("group").unwrap_or(Group::Other);
            if permissions.iter().any(|other| (other.rule, other.group) == (rule.key, group)) {
                self.note(problem!("duplicate", path, value = group.name()));
            }
            let (allowed, note) = (permission.truth("allowed"), permission.text_if("note"));
            permissions.push(Permission { rule: rule.key, group, allowed, note });
        }
        permissions
    }

    fn overrides(&mut self, fields: Fields<'_>) -> Vec<Override> {
        let mut overrides = Vec::new();
        for (replacement, path) in self.entries(fields, "overrides", "overrides") {
            let (from, to) = (replacement.month("from"), replacement.month_if("to"));
            if to.is_some_and(|to| to < from) {
                self.note(problem!("outOfOrder", below(&path, ".to")));
            }
            let Some(key) = self.parameter(replacement, &path) else { continue };
            if let Some(value) = self.replacement(replacement, key, &path) {
                let note = replacement.text("note");
                overrides.push(Override { key, from, to, value, note });
            }
        }
        overrides
    }

    /// One value, or the rows of a table: as the unit of the parameter asks.
    fn replacement(&mut self, fields: Fields<'_>, key: Key, path: &str) -> Option<Replacement> {
        let is_table = key.unit() == Unit::Table;
        if fields.has("rows") != is_table || fields.has("value") == is_table {
            let wanted = if is_table { "rows" } else { "value" };
            self.note(problem!("valueOrRows", path, title = key.title(), wanted = wanted));
            return None;
        }
        if !is_table {
            let value = self.amount(fields, key.unit(), path)?;
            return Some(Replacement::One(value));
        }
        let path = below(path, ".rows");
        let unit = key.row_unit();
        let mut rows: Vec<Row> = Vec::new();
        for (row, place) in self.entries(fields, "rows", &path) {
            let from = Base::from_rupiah(row.rupiah("fromRupiah"));
            let place_from = below(&place, ".fromRupiah");
            match rows.last() {
                None if from > Base::from_thousandths(0) => {
                    self.note(problem!("tooLarge", place_from, limit = 0));
                }
                Some(before) if from <= before.from => {
                    self.note(problem!("rowsNotRising", place_from));
                }
                _ => {}
            }
            let value = self.amount(row, unit, &place)?;
            rows.push(Row { from, value });
        }
        Some(Replacement::Rows(rows))
    }

    /// What stands under `value`, held to a unit.
    fn amount(&mut self, fields: Fields<'_>, unit: Unit, path: &str) -> Option<Value<'static>> {
        let place = below(path, ".value");
        let number = fields.number("value");
        let value = match unit {
            Unit::Percent if number > 100.0 => Err(problem!("tooLarge", place, limit = 100)),
            Unit::Percent => Ok(Value::Percent(fields.percent("value"))),
            Unit::Rupiah => match Base::read(number) {
                Some(base) => Ok(Value::Rupiah(base)),
                None => Err(problem!("tooManyDecimals", place, limit = 3)),
            },
            Unit::Months | Unit::Table if number.fract() > 0.0 => Err(problem!("notWhole", place)),
            Unit::Months | Unit::Table => Ok(Value::Months(whole(number))),
        };
        value.map_err(|problem| self.note(problem)).ok()
    }

    fn assumptions(&mut self, fields: Fields<'_>) -> Vec<Assumption> {
        let mut assumptions: Vec<Assumption> = Vec::new();
        for (assumption, path) in self.entries(fields, "assumptions", "assumptions") {
            let Some(key) = self.parameter(assumption, &path) else { continue };
            let growth = if assumption.text("kind") == GrowthKind::Growth.name() {
                Growth::Typed(assumption.percent("percent"))
            } else {
                Growth::WageFormula {
                    inflation: assumption.percent("inflationPercent"),
                    alpha: Rate::read_part(assumption.number("alpha")).unwrap_or(Rate::WHOLE),
                    economy: assumption.percent("growthPercent"),
                }
            };
            if !key.beyond().is_some_and(|beyond| beyond.kinds.contains(&growth.kind())) {
                let (place, title) = (below(&path, ".parameter"), key.title());
                self.note(problem!("notExtrapolable", place, title = title));
            }
            if assumptions.iter().any(|other| other.key == key) {
                let place = below(&path, ".parameter");
                self.note(problem!("duplicate", place, value = key.name()));
            }
            assumptions.push(Assumption { key, growth, note: assumption.text("note") });
        }
        assumptions
    }
}

fn totals(fields: Fields<'_>) -> Vec<BudgetTotal> {
    let total = |input| {
        let fields = Fields::of(input);
        let year = u16::try_from(fields.whole("year")).unwrap_or_default();
        BudgetTotal { name: fields.text("name"), year, rupiah: fields.rupiah("rupiah") }
    };
    fields.list("totals").iter().map(total).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_that_was_meant_is_named() {
        let input = Input::Object(vec![("segmnets".into(), Input::Null)]);
        let problems = read(&input).unwrap_err();
        let unknown = problems.iter().find(|problem| problem.code == "unknownKey").unwrap();
        assert_eq!(unknown.path, "segmnets");
        assert!(format!("{:?}", unknown.params).contains("\"segments\""));
    }
}
