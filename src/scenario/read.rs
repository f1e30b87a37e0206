//! The check: what a scenario must be, field by field, with every problem named at once.

use super::reader::{At, Path, Reader};
use super::{
    Account, BaseRule, Ceiling, DatedPeople, Enrolment, Evidence, Evidences, Fund, Input, Override,
    Period, Programme, Region, ReliefChoice, SCHEMA, Scenario, Segment, Share, Target, TargetPoint,
    WorkerClass, Workforce,
};
use crate::choices::Choice as _;
use crate::law::{self, Key, Reading, Relief, Unit, Value};
use crate::money::{Rate, Rounding, Rupiah};
use crate::month::{Month, Span};
use crate::people::People;
use crate::problem::{Problem, problem};

/// More people than any region has.
const MOST_PEOPLE: u64 = 300_000_000;
/// A wage or income of a month: one billion.
const MOST_BASE: u64 = 1_000_000_000;
/// A construction contract: one hundred trillion.
const MOST_CONTRACT: u64 = 100_000_000_000_000;
/// Thirty years.
const MOST_MONTHS: u64 = 360;
const MOST_SEGMENTS: usize = 200;
const MOST_FUNDS: usize = 50;
const MOST_SHARES: usize = 20;
const NAME: usize = 200;
const NOTE: usize = 4_000;

/// What the fields of a segment are checked against.
struct Context {
    plan: Option<Span>,
    funds: Vec<String>,
    has_target: bool,
}

/// Makes a scenario of anything.
///
/// # Errors
/// Every problem found, in the order of the input.
///
/// ```
/// use cakupan::scenario::{Input, read};
/// let problems = read(&Input::Text("a letter".into())).unwrap_err();
/// assert_eq!(problems[0].code, "notAnObject");
/// ```
pub fn read(input: &Input) -> Result<Scenario, Vec<Problem>> {
    let mut reader = Reader::default();
    match read_scenario(&mut reader, At { input, path: Path::Root }) {
        Some(scenario) if reader.problems.is_empty() => Ok(scenario),
        _ => Err(reader.problems),
    }
}

const SCENARIO: &[&str] = &[
    "schema",
    "name",
    "note",
    "region",
    "period",
    "rounding",
    "workforce",
    "segments",
    "target",
    "funds",
    "reliefs",
    "overrides",
];

fn read_scenario(r: &mut Reader, at: At<'_>) -> Option<Scenario> {
    let fields = r.object(&at, SCENARIO)?;
    let schema = r.whole(fields.at("schema"), 1, u64::MAX >> 11);
    if let Some(newer) = schema.filter(|schema| *schema > SCHEMA) {
        // A newer shape may mean anything; to name its fields as faults would mislead.
        r.problems.clear();
        r.note(problem!("newerSchema", fields.at("schema").path, schema = newer, known = SCHEMA));
        return None;
    }
    let name = r.optional(fields.at("name"), |r, at| r.text(at, NAME));
    let note = r.optional(fields.at("note"), |r, at| r.text(at, NOTE));
    let region = read_region(r, fields.at("region"));
    let period = read_period(r, fields.at("period"));
    let rounding = r.optional(fields.at("rounding"), Reader::choice);
    let plan = period.map(Period::span);
    let workforce = r.optional(fields.at("workforce"), |r, at| read_workforce(r, at, plan));
    let context = Context {
        plan,
        funds: fund_ids(fields.at("funds").input),
        has_target: *fields.at("target").input != Input::Null,
    };
    let segments = read_segments(r, fields.at("segments"), &context);
    let target = r.optional(fields.at("target"), read_target);
    if context.has_target && *fields.at("workforce").input == Input::Null {
        r.note(problem!("targetWithoutWorkforce", fields.at("workforce").path));
    }
    let funds = read_funds(r, fields.at("funds"));
    let reliefs = r.optional(fields.at("reliefs"), read_reliefs);
    let overrides = r.optional(fields.at("overrides"), |r, at| r.list(at, 0, 200, read_override));
    Some(Scenario {
        schema: schema?,
        name: name?,
        note: note?,
        region: region?,
        period: period?,
        rounding: rounding?.unwrap_or(Rounding::Nearest),
        workforce: workforce?,
        segments: segments?,
        target: target?,
        funds: funds?,
        reliefs: reliefs?.unwrap_or_default(),
        overrides: overrides?.unwrap_or_default(),
    })
}

fn read_region(r: &mut Reader, at: At<'_>) -> Option<Region> {
    let fields = r.object(&at, &["name", "level", "code"])?;
    let name = r.text(fields.at("name"), NAME);
    let level = r.choice(fields.at("level"));
    let code = r.optional(fields.at("code"), |r, at| {
        let code = r.text(at, 13)?;
        let lengths: Vec<_> = code.split('.').map(str::len).collect();
        let digits = code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if digits && matches!(lengths[..], [2] | [2, 2] | [2, 2, 2] | [2, 2, 2, 4]) {
            return Some(code);
        }
        r.note(problem!("badCode", at.path, value = code));
        None
    });
    Some(Region { name: name?, level: level?, code: code? })
}

fn read_period(r: &mut Reader, at: At<'_>) -> Option<Period> {
    let fields = r.object(&at, &["firstMonth", "months"])?;
    let first_month = r.month(fields.at("firstMonth"));
    let months = r.whole(fields.at("months"), 1, MOST_MONTHS);
    Some(Period { first_month: first_month?, months: u16::try_from(months?).ok()? })
}

/// Each entry must be later than the one before it.
fn rising<T>(r: &mut Reader, path: Path<'_>, entries: &[T], from: impl Fn(&T) -> Month) {
    for (index, pair) in entries.windows(2).enumerate() {
        if let [earlier, later] = pair
            && from(later) <= from(earlier)
        {
            r.note(problem!("outOfOrder", Path::Index(&path, index.saturating_add(1))));
        }
    }
}

fn read_dated_people(r: &mut Reader, at: At<'_>, least: u64) -> Option<Vec<DatedPeople>> {
    let entries = r.list(at, 1, 400, |r, at| {
        let fields = r.object(&at, &["from", "people"])?;
        let from = r.month(fields.at("from"));
        let people = r.whole(fields.at("people"), least, MOST_PEOPLE);
        Some(DatedPeople { from: from?, people: People::new(people?) })
    })?;
    rising(r, at.path, &entries, |entry| entry.from);
    Some(entries)
}

fn read_workforce(r: &mut Reader, at: At<'_>, plan: Option<Span>) -> Option<Workforce> {
    let fields = r.object(&at, &["denominator", "eligible", "otherMembers", "evidence"])?;
    let denominator = r.choice(fields.at("denominator"));
    let eligible = read_dated_people(r, fields.at("eligible"), 1);
    if let (Some([first, ..]), Some(plan)) = (eligible.as_deref(), plan)
        && first.from > plan.from
    {
        r.note(problem!(
            "startsTooLate",
            fields.at("eligible").path,
            month = plan.from.to_string()
        ));
    }
    let other_members = r.optional(fields.at("otherMembers"), |r, at| read_dated_people(r, at, 0));
    let evidence =
        read_evidences(r, fields.at("evidence"), &["denominator", "eligible", "otherMembers"]);
    Some(Workforce {
        denominator: denominator?,
        eligible: eligible?,
        other_members: other_members?.unwrap_or_default(),
        evidence: evidence?,
    })
}

fn read_evidences(r: &mut Reader, at: At<'_>, known: &[&str]) -> Option<Evidences> {
    let read = |r: &mut Reader, at: At<'_>| {
        let fields = r.object(&at, known)?;
        let mut all = Vec::new();
        for (field, at) in fields.entries() {
            all.extend(read_evidence(r, at).map(|evidence| (field.into(), evidence)));
        }
        Some(Evidences(all))
    };
    Some(r.optional(at, read)?.unwrap_or_default())
}

fn read_evidence(r: &mut Reader, at: At<'_>) -> Option<Evidence> {
    let fields = r.object(&at, &["quality", "source", "date", "note"])?;
    let quality = r.choice(fields.at("quality"));
    let source = r.text(fields.at("source"), NOTE);
    let date = r.optional(fields.at("date"), |r, at| {
        let date = r.text(at, 10)?;
        let month = match date.len() {
            4 => Month::parse(&format!("{date}-01")),
            _ => date.get(..7).and_then(Month::parse),
        };
        let day = date.get(7..).unwrap_or_default();
        let number = day.strip_prefix('-').and_then(|day| day.parse::<u8>().ok());
        if month.is_some()
            && (day.is_empty() || (day.len() == 3 && number.is_some_and(|n| (1..=31).contains(&n))))
        {
            return Some(date);
        }
        r.note(problem!("badDate", at.path, value = date));
        None
    });
    let note = r.optional(fields.at("note"), |r, at| r.text(at, NOTE));
    Some(Evidence { quality: quality?, source: source?, date: date?, note: note? })
}

fn read_segments(r: &mut Reader, at: At<'_>, context: &Context) -> Option<Vec<Segment>> {
    let segments = r.list(at, 1, MOST_SEGMENTS, |r, at| read_segment(r, at, context))?;
    unique_ids(r, at);
    Some(segments)
}

const SEGMENT: &[&str] = &[
    "id",
    "name",
    "class",
    "risk",
    "sector",
    "programmes",
    "base",
    "enrolment",
    "billed",
    "payers",
    "workerPayers",
    "evidence",
];

fn read_segment(r: &mut Reader, at: At<'_>, context: &Context) -> Option<Segment> {
    let fields = r.object(&at, SEGMENT)?;
    let id = r.id(fields.at("id"));
    let name = r.text(fields.at("name"), NAME);
    let class = r.choice::<WorkerClass>(fields.at("class"));
    let risk = r.optional(fields.at("risk"), Reader::choice);
    let sector = r.optional(fields.at("sector"), Reader::choice);
    let programmes = read_programmes(r, fields.at("programmes"), class);
    let billed = r.optional(fields.at("billed"), |r, at| read_billed(r, at, context.plan));
    let first_billed = context.plan.and_then(|plan| match &billed {
        Some(Some(spans)) => {
            plan.months().find(|month| spans.iter().any(|span| span.contains(*month)))
        }
        _ => Some(plan.from),
    });
    let base = r.optional(fields.at("base"), |r, at| read_base(r, at, class, first_billed));
    let enrolment = read_enrolment(r, fields.at("enrolment"), context);
    let payers = read_shares(r, fields.at("payers"), context);
    let worker_payers = r.optional(fields.at("workerPayers"), |r, at| read_shares(r, at, context));
    let evidence = read_evidences(r, fields.at("evidence"), SEGMENT);

    if let Some(class) = class {
        match (class, risk) {
            (WorkerClass::Pu, Some(None)) => {
                r.note(problem!("riskMissing", fields.at("risk").path))
            }
            (WorkerClass::Bpu | WorkerClass::Construction, Some(Some(_))) => {
                r.note(problem!("onlyForClass", fields.at("risk").path, class = "PU"));
            }
            _ => {}
        }
        if class != WorkerClass::Bpu && matches!(sector, Some(Some(_))) {
            r.note(problem!("onlyForClass", fields.at("sector").path, class = "BPU"));
        }
        if class != WorkerClass::Bpu && base == Some(None) {
            r.note(problem!("baseMissing", fields.at("base").path, class = class.name()));
        }
        if let (Some(programmes), Some(worker_payers)) = (&programmes, &worker_payers) {
            let worker_pays = class == WorkerClass::Pu
                && programmes
                    .iter()
                    .any(|programme| matches!(programme, Programme::Jht | Programme::Jp));
            match worker_payers {
                None if worker_pays => {
                    r.note(problem!("workerPayersMissing", fields.at("workerPayers").path))
                }
                Some(_) if !worker_pays => {
                    r.note(problem!("workerPayersUnused", fields.at("workerPayers").path))
                }
                _ => {}
            }
        }
    }
    Some(Segment {
        id: id?,
        name: name?,
        class: class?,
        risk: risk?,
        sector: sector?,
        programmes: programmes?,
        base: base?,
        enrolment: enrolment?,
        billed: billed?,
        payers: payers?,
        worker_payers: worker_payers?.unwrap_or_default(),
        evidence: evidence?,
    })
}

fn read_programmes(
    r: &mut Reader,
    at: At<'_>,
    class: Option<WorkerClass>,
) -> Option<Vec<Programme>> {
    let mut chosen = Vec::new();
    r.list(at, 1, 8, |r, at| {
        let programme = r.choice::<Programme>(at)?;
        if chosen.contains(&programme) {
            r.note(problem!("duplicate", at.path, value = programme.name()));
        }
        chosen.push(programme);
        if let Some(class) = class
            && !offered(class).contains(&programme)
        {
            r.note(problem!(
                "programmeNotInClass",
                at.path,
                programme = programme.name(),
                class = class.name()
            ));
        }
        Some(())
    })?;
    Some(Programme::ALL.iter().copied().filter(|programme| chosen.contains(programme)).collect())
}

/// The programmes open to a class.
fn offered(class: WorkerClass) -> &'static [Programme] {
    match class {
        WorkerClass::Pu => Programme::ALL,
        WorkerClass::Bpu => &[Programme::Jkk, Programme::Jkm, Programme::Jht],
        WorkerClass::Construction => &[Programme::Jkk, Programme::Jkm],
    }
}

fn read_billed(r: &mut Reader, at: At<'_>, plan: Option<Span>) -> Option<Vec<Span>> {
    let mut before: Option<Month> = None;
    r.list(at, 1, 400, |r, at| {
        let fields = r.object(&at, &["from", "to"])?;
        let (from, to) = (r.month(fields.at("from")), r.month(fields.at("to")));
        let span = Span { from: from?, to: to? };
        if span.to < span.from {
            r.note(problem!("outOfOrder", fields.at("to").path));
        } else if before.is_some_and(|before| span.from <= before) {
            r.note(problem!("overlap", at.path));
        } else if plan.is_some_and(|plan| span.to < plan.from || plan.to < span.from) {
            r.note(problem!("billedOutsidePlan", at.path));
        }
        before = Some(span.to);
        Some(span)
    })
}

fn read_base(
    r: &mut Reader,
    at: At<'_>,
    class: Option<WorkerClass>,
    first: Option<Month>,
) -> Option<BaseRule> {
    // Which keys belong here depends on the kind, so it is read before the keys are held to it.
    let kinds = ["fixed", "series", "minimumWage", "contract"];
    let kind = read_kind(r, at, &kinds)?;
    let known: &[&str] = match kind {
        "series" => &["kind", "values"],
        "minimumWage" => &["kind", "parameter", "percent"],
        _ => &["kind", "rupiah"],
    };
    let fields = r.object(&at, known)?;
    if let Some(class) = class
        && class != WorkerClass::Construction
        && kind == "contract"
    {
        r.note(problem!("baseNotInClass", fields.at("kind").path, class = class.name()));
    }
    match kind {
        "fixed" => r.base(fields.at("rupiah"), 1, MOST_BASE).map(BaseRule::Fixed),
        "contract" => {
            let rupiah = r.whole(fields.at("rupiah"), 1, MOST_CONTRACT)?;
            Rupiah::new(rupiah).map(BaseRule::Contract)
        }
        "series" => {
            let values = r.list(fields.at("values"), 1, 400, |r, at| {
                let fields = r.object(&at, &["from", "rupiah"])?;
                let from = r.month(fields.at("from"));
                let rupiah = r.base(fields.at("rupiah"), 1, MOST_BASE);
                Some((from?, rupiah?))
            })?;
            rising(r, fields.at("values").path, &values, |(from, _)| *from);
            if let ([(from, _), ..], Some(first)) = (values.as_slice(), first)
                && *from > first
            {
                r.note(problem!(
                    "startsTooLate",
                    fields.at("values").path,
                    month = first.to_string()
                ));
            }
            Some(BaseRule::Series(values))
        }
        _ => {
            let part = r.percent(fields.at("percent"), 1_000);
            let key = read_parameter(r, fields.at("parameter"), |key| {
                key.name().starts_with("minimumWage.")
            });
            Some(BaseRule::MinimumWage { key: key?, part: part? })
        }
    }
}

fn read_parameter(r: &mut Reader, at: At<'_>, fits: impl Fn(Key) -> bool) -> Option<Key> {
    let name = r.text(at, NAME)?;
    let key = Key::parse(&name).filter(|key| fits(*key));
    if key.is_none() {
        r.note(problem!("unknownParameter", at.path, value = name));
    }
    key
}

/// The word under `kind`, before anything else of an object is looked at.
fn read_kind<'k>(r: &mut Reader, at: At<'_>, kinds: &[&'k str]) -> Option<&'k str> {
    let kind = r.any_object(&at)?.at("kind");
    r.word(kind, kinds).and_then(|position| kinds.get(position).copied())
}

fn read_enrolment(r: &mut Reader, at: At<'_>, context: &Context) -> Option<Enrolment> {
    if read_kind(r, at, &["fixed", "target"])? == "fixed" {
        let fields = r.object(&at, &["kind", "counts"])?;
        return read_dated_people(r, fields.at("counts"), 0).map(Enrolment::Fixed);
    }
    let fields = r.object(&at, &["kind", "members", "eligible"])?;
    if !context.has_target {
        r.note(problem!("segmentWithoutTarget", fields.at("kind").path));
    }
    let members = r.whole(fields.at("members"), 0, MOST_PEOPLE);
    let eligible = r.whole(fields.at("eligible"), 0, MOST_PEOPLE);
    Some(Enrolment::Target { members: People::new(members?), eligible: People::new(eligible?) })
}

fn read_shares(r: &mut Reader, at: At<'_>, context: &Context) -> Option<Vec<Share>> {
    let mut faulty = false;
    let mut seen: Vec<String> = Vec::new();
    let shares = r.list(at, 1, MOST_SHARES, |r, at| {
        let share = read_share(r, at, context);
        match &share {
            Some(share) if seen.contains(&share.id) => {
                r.note(problem!("duplicate", at.path, value = share.id.as_str()));
            }
            Some(share) => seen.push(share.id.clone()),
            None => faulty = true,
        }
        share
    })?;
    let sum =
        shares.iter().fold(0_u64, |sum, share| sum.saturating_add(share.percent.millionths()));
    // Where a share could not be read, the sum says nothing.
    if !faulty && sum != Rate::WHOLE.millionths() {
        r.note(problem!("sharesNotWhole", at.path, sum = Rate::from_millionths(sum)));
    }
    Some(shares)
}

fn read_share(r: &mut Reader, at: At<'_>, context: &Context) -> Option<Share> {
    let fields = r.object(&at, &["fund", "percent"])?;
    let id = r.text(fields.at("fund"), NAME);
    let percent = r.percent(fields.at("percent"), 100);
    let id = id?;
    let fund = context.funds.iter().position(|fund| *fund == id);
    if fund.is_none() {
        r.note(problem!("unknownFund", fields.at("fund").path, value = id.as_str()));
    }
    Some(Share { fund: fund?, id, percent: percent? })
}

fn read_target(r: &mut Reader, at: At<'_>) -> Option<Target> {
    let fields = r.object(&at, &["points", "shape", "evidence"])?;
    let points = r.list(fields.at("points"), 1, 400, |r, at| {
        let fields = r.object(&at, &["month", "percent"])?;
        let month = r.month(fields.at("month"));
        let percent = r.percent(fields.at("percent"), 100);
        Some(TargetPoint { month: month?, percent: percent? })
    });
    if let Some(points) = &points {
        rising(r, fields.at("points").path, points, |point| point.month);
    }
    let shape = r.choice(fields.at("shape"));
    let evidence = read_evidences(r, fields.at("evidence"), &["points", "shape"]);
    Some(Target { points: points?, shape: shape?, evidence: evidence? })
}

/// The ids of the funds, also of those that are otherwise wrong: what names them is not to blame.
fn fund_ids(input: &Input) -> Vec<String> {
    let Input::List(funds) = input else { return Vec::new() };
    funds.iter().map(|fund| id_of(fund).unwrap_or_default().to_owned()).collect()
}

fn id_of(input: &Input) -> Option<&str> {
    let Input::Object(entries) = input else { return None };
    entries.iter().rev().find_map(|(key, value)| match value {
        Input::Text(id) if key == "id" => Some(id.trim()),
        _ => None,
    })
}

/// No two entries of a list may carry one id.
fn unique_ids(r: &mut Reader, at: At<'_>) {
    let Input::List(entries) = at.input else { return };
    let mut seen = Vec::new();
    for (index, id) in entries.iter().map(id_of).enumerate() {
        let Some(id) = id else { continue };
        if seen.contains(&id) {
            r.note(problem!(
                "duplicate",
                Path::Key(&Path::Index(&at.path, index), "id"),
                value = id
            ));
        }
        seen.push(id);
    }
}

const FUND: &[&str] = &["id", "name", "kind", "ceilings", "accounts", "evidence"];

fn read_funds(r: &mut Reader, at: At<'_>) -> Option<Vec<Fund>> {
    let funds = r.list(at, 1, MOST_FUNDS, |r, at| {
        let fields = r.object(&at, FUND)?;
        let id = r.id(fields.at("id"));
        let name = r.text(fields.at("name"), NAME);
        let kind = r.choice(fields.at("kind"));
        let ceilings = r.optional(fields.at("ceilings"), read_ceilings);
        let accounts = r.optional(fields.at("accounts"), read_accounts);
        let evidence = read_evidences(r, fields.at("evidence"), FUND);
        Some(Fund {
            id: id?,
            name: name?,
            kind: kind?,
            ceilings: ceilings?.unwrap_or_default(),
            accounts: accounts?.unwrap_or_default(),
            evidence: evidence?,
        })
    })?;
    unique_ids(r, at);
    Some(funds)
}

fn read_ceilings(r: &mut Reader, at: At<'_>) -> Option<Vec<Ceiling>> {
    let mut seen = Vec::new();
    r.list(at, 0, 60, |r, at| {
        let fields = r.object(&at, &["year", "rupiah"])?;
        let year = r.whole(fields.at("year"), 2000, 2199);
        let rupiah = r.whole(fields.at("rupiah"), 0, Rupiah::MAX.get());
        let year = u16::try_from(year?).ok()?;
        if seen.contains(&year) {
            r.note(problem!("duplicate", fields.at("year").path, value = year.to_string()));
        }
        seen.push(year);
        Some(Ceiling { year, rupiah: Rupiah::new(rupiah?)? })
    })
}

fn read_accounts(r: &mut Reader, at: At<'_>) -> Option<Vec<Account>> {
    let mut seen: Vec<Option<Programme>> = Vec::new();
    r.list(at, 0, 10, |r, at| {
        let fields = r.object(&at, &["programme", "code", "description"])?;
        let programme = r.optional(fields.at("programme"), Reader::choice::<Programme>);
        let code = r.text(fields.at("code"), 60);
        let description = r.text(fields.at("description"), NAME);
        let programme = programme?;
        if seen.contains(&programme) {
            r.note(problem!("duplicate", at.path, value = programme.map_or("–", Programme::name)));
        }
        seen.push(programme);
        Some(Account { programme, code: code?, description: description? })
    })
}

fn read_reliefs(r: &mut Reader, at: At<'_>) -> Option<Vec<ReliefChoice>> {
    let mut seen = Vec::new();
    r.list(at, 0, 200, |r, at| {
        let fields = r.object(&at, &["relief", "payer", "applies", "note"])?;
        let relief = r.text(fields.at("relief"), NAME).and_then(|key| {
            let relief = Relief::parse(&key);
            if relief.is_none() {
                let all: Vec<_> = law::RELIEFS.iter().map(|relief| relief.key).collect();
                r.note(problem!(
                    "unknownRelief",
                    fields.at("relief").path,
                    value = key,
                    choices = all.join(", ")
                ));
            }
            relief
        });
        let payer = r.choice::<super::FundKind>(fields.at("payer"));
        let applies = r.truth(fields.at("applies"));
        let note = r.optional(fields.at("note"), |r, at| r.text(at, NOTE));
        let (relief, payer) = (relief?, payer?);
        if !matches!(relief.reading(payer), Reading::Open { .. }) {
            r.note(problem!(
                "reliefDecided",
                fields.at("payer").path,
                payer = payer.name(),
                relief = relief.key
            ));
        }
        if seen.contains(&(relief.key, payer)) {
            r.note(problem!("duplicate", at.path, value = payer.name()));
        }
        seen.push((relief.key, payer));
        Some(ReliefChoice { relief, payer, applies: applies?, note: note? })
    })
}

fn read_override(r: &mut Reader, at: At<'_>) -> Option<Override> {
    let fields = r.object(&at, &["parameter", "from", "to", "value", "note"])?;
    let key = read_parameter(r, fields.at("parameter"), |_| true);
    let from = r.month(fields.at("from"));
    let to = r.optional(fields.at("to"), Reader::month);
    if let (Some(from), Some(Some(to))) = (from, to)
        && to < from
    {
        r.note(problem!("outOfOrder", fields.at("to").path));
    }
    let note = r.text(fields.at("note"), NOTE);
    let key = key?;
    let value = match key.unit() {
        Unit::Percent => r.percent(fields.at("value"), 100).map(Value::Percent),
        Unit::Rupiah => r.base(fields.at("value"), 0, MOST_BASE).map(Value::Rupiah),
        Unit::Table => {
            r.note(problem!("notOverridable", fields.at("parameter").path, value = key.name()));
            None
        }
    };
    Some(Override { key, from: from?, to: to?, value: value?, note: note? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Base;

    #[test]
    fn distances_name_the_key_that_was_meant() {
        let input = Input::Object(vec![("segmnets".into(), Input::Null)]);
        let problems = read(&input).unwrap_err();
        let unknown = problems.iter().find(|problem| problem.code == "unknownKey").unwrap();
        assert_eq!(unknown.path, "segmnets");
        assert!(format!("{:?}", unknown.params).contains("\"segments\""));
    }

    #[test]
    fn limits_hold_what_the_arithmetic_can_carry() {
        assert!(Base::read(1e9).is_some());
        assert!(Rupiah::new(MOST_CONTRACT).is_some());
    }
}
