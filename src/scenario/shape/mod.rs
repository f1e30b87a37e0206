//! The shape of a scenario on one page: every field, what it may hold, and whether it must be there.

use super::{
    AfterLastBill, Cause, Denominator, FundKind, Group, Level, Measure, Order, PathShape,
    Programme, Quality, Risk, SCHEMA, Sector, Spread, StageName, WorkerClass,
};
use crate::choices::Choice as _;
use crate::law::GrowthKind;
use crate::money::{Rounding, Rupiah};

/// What may stand somewhere in an input.
pub enum Shape {
    /// A text that is not blank, of at most so many letters.
    Text(u16),
    /// Small letters, digits, `-` and `_`.
    Id,
    /// A Kemendagri code: `73`, `73.71`, `73.14.03`, `73.14.03.2005`.
    RegionCode,
    /// `2025-03-17`, `2025-03` or `2025`.
    Date,
    /// `2025-03-17`.
    Day,
    /// `2026-03`.
    Month,
    /// A year, as a number.
    Year(u16, u16),
    /// `true` or `false`.
    Truth,
    /// A whole number within limits.
    Whole(u64, u64),
    /// A number within limits with at most so many decimals.
    Decimal(u8, u64, u64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A list of so many to so many entries.
    List(u16, u16, &'static Shape),
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object whose `kind` says which fields it has besides.
    Kinds(&'static [&'static str], &'static [&'static [Field]]),
    /// Sources by the names of the fields beside it.
    Evidence,
}

/// A field of an object.
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What it may hold.
    pub shape: Shape,
}

const fn need(key: &'static str, shape: Shape) -> Field {
    Field { key, needed: true, shape }
}

const fn may(key: &'static str, shape: Shape) -> Field {
    Field { key, needed: false, shape }
}

/// More people than any region has.
const PEOPLE: u64 = 300_000_000;
/// A wage or income of a month: at most one billion.
const WAGE: Shape = Shape::Decimal(3, 1, 1_000_000_000);
/// A construction contract: at most one hundred trillion.
const CONTRACT: Shape = Shape::Whole(1, 100_000_000_000_000);
/// Where a row of a table begins.
const CONTRACT_FROM: Shape = Shape::Whole(0, 100_000_000_000_000);
const YEAR: Shape = Shape::Year(2000, 2199);
const NAME: Shape = Shape::Text(200);
const NOTE: Shape = Shape::Text(4_000);
const SHARE: Shape = Shape::Decimal(4, 0, 100);

/// A scenario.
pub static SCENARIO: Shape = Shape::Object(&[
    need("schema", Shape::Whole(1, SCHEMA as u64)),
    may("name", NAME),
    may("note", NOTE),
    need("region", Shape::Object(REGION)),
    need("period", Shape::Object(PERIOD)),
    may("rounding", Shape::Word(Rounding::WORDS)),
    may("workforce", Shape::Object(WORKFORCE)),
    need("segments", Shape::List(1, 200, &Shape::Object(SEGMENT))),
    may("target", Shape::Object(TARGET)),
    may("otherTargets", Shape::List(0, 4, &Shape::Object(OTHER_TARGET))),
    need("funds", Shape::List(1, 50, &Shape::Object(FUND))),
    may("reliefs", Shape::List(0, 200, &Shape::Object(RELIEF))),
    may("permissions", Shape::List(0, 100, &Shape::Object(PERMISSION))),
    may("overrides", Shape::List(0, 200, &Shape::Object(OVERRIDE))),
    may("assumptions", Shape::List(0, 50, &Shape::Kinds(GrowthKind::WORDS, ASSUMPTIONS))),
    may("lawDate", Shape::Day),
    may("stage", Shape::Object(STAGE)),
    may("totals", Shape::List(0, 100, &Shape::Object(TOTAL))),
    may("published", Shape::List(0, 20, &Shape::Object(PUBLISHED))),
    may("evidence", Shape::Evidence),
]);

/// Which figure is to be explained.
pub static QUESTION: Shape = Shape::Object(&[
    may("measure", Shape::Word(Measure::WORDS)),
    may("year", Shape::Year(0, 9_999)),
    may("month", Shape::Month),
    may("segment", NAME),
    may("programme", Shape::Word(Programme::WORDS)),
    may("fund", NAME),
    may("account", NAME),
    may("brief", Shape::Truth),
]);

/// What is asked of the way back.
pub static REQUEST: Shape = Shape::Object(&[
    may("segments", Shape::List(1, 200, &NAME)),
    may("order", Shape::Word(Order::WORDS)),
    may("beyondPlan", Shape::Truth),
]);

const REGION: &[Field] = &[
    need("name", NAME),
    need("level", Shape::Word(Level::WORDS)),
    may("code", Shape::RegionCode),
    may("population", Shape::Whole(1, PEOPLE)),
];

const STAGE: &[Field] = &[need("name", Shape::Word(StageName::WORDS)), need("month", Shape::Month)];

const TOTAL: &[Field] =
    &[need("name", NAME), need("year", YEAR), need("rupiah", Shape::Whole(1, Rupiah::MAX.get()))];

/// Printed in units of at most one trillion.
const PUBLISHED: &[Field] = &[
    need("name", NAME),
    need("rupiah", Shape::Whole(1, Rupiah::MAX.get())),
    may("unitRupiah", Shape::Whole(1, 1_000_000_000_000)),
    may("year", YEAR),
    may("segment", NAME),
    may("evidence", Shape::Evidence),
];

/// At most thirty years.
const PERIOD: &[Field] = &[need("firstMonth", Shape::Month), need("months", Shape::Whole(1, 360))];

const WORKFORCE: &[Field] = &[
    need("denominator", Shape::Word(Denominator::WORDS)),
    need("eligible", ELIGIBLE),
    may("growthPercent", SHARE),
    may("otherMembers", Shape::List(1, 400, &Shape::Object(DATED_PEOPLE))),
    may("afterLastBill", Shape::Word(AfterLastBill::WORDS)),
    may("rivals", Shape::List(0, 5, &Shape::Object(RIVAL))),
    may("evidence", Shape::Evidence),
];

const ELIGIBLE: Shape = Shape::List(
    1,
    400,
    &Shape::Object(&[need("from", Shape::Month), need("people", Shape::Whole(1, PEOPLE))]),
);

const RIVAL: &[Field] = &[
    need("name", NAME),
    need("denominator", Shape::Word(Denominator::WORDS)),
    need("eligible", ELIGIBLE),
];

const DATED_PEOPLE: &[Field] =
    &[need("from", Shape::Month), need("people", Shape::Whole(0, PEOPLE))];

const SEGMENT: &[Field] = &[
    need("id", Shape::Id),
    need("name", NAME),
    need("class", Shape::Word(WorkerClass::WORDS)),
    may("group", Shape::Word(Group::WORDS)),
    may("risk", Shape::Word(Risk::WORDS)),
    may("sector", Shape::Word(Sector::WORDS)),
    need("programmes", Shape::List(1, 8, &Shape::Word(Programme::WORDS))),
    may("base", Shape::Kinds(&["fixed", "series", "minimumWage", "contract"], BASES)),
    need("enrolment", Shape::Kinds(&["fixed", "target", "path"], ENROLMENTS)),
    may("flows", Shape::Object(FLOWS)),
    may(
        "billed",
        Shape::List(
            1,
            400,
            &Shape::Object(&[need("from", Shape::Month), need("to", Shape::Month)]),
        ),
    ),
    need("payers", SHARES),
    may("workerPayers", SHARES),
    may("agreementUntil", Shape::Month),
    may("evidence", Shape::Evidence),
];

const BASES: &[&[Field]] = &[
    &[need("rupiah", WAGE)],
    &[need(
        "values",
        Shape::List(1, 400, &Shape::Object(&[need("from", Shape::Month), need("rupiah", WAGE)])),
    )],
    &[need("parameter", NAME), need("percent", Shape::Decimal(4, 0, 1_000))],
    &[need("rupiah", CONTRACT)],
];

const ENROLMENTS: &[&[Field]] = &[
    &[
        need("counts", Shape::List(1, 400, &Shape::Object(DATED_PEOPLE))),
        may("eligible", Shape::Whole(1, PEOPLE)),
    ],
    &[
        need("members", Shape::Whole(0, PEOPLE)),
        need("eligible", Shape::Whole(0, PEOPLE)),
        may("priority", Shape::Whole(1, 99)),
        may("quotaPercent", SHARE),
        may("mostPerMonth", Shape::Whole(0, PEOPLE)),
    ],
    &[
        need("members", Shape::Whole(0, PEOPLE)),
        need("eligible", Shape::Whole(0, PEOPLE)),
        need("path", Shape::Object(PATH)),
        may("mostPerMonth", Shape::Whole(0, PEOPLE)),
    ],
];

const FLOWS: &[Field] = &[
    may("leave", Shape::List(0, 4, &Shape::Object(LEAVING))),
    may("verificationLossPercent", Shape::Decimal(4, 0, 99)),
    may("billedFromNext", Shape::Truth),
];

const LEAVING: &[Field] = &[need("cause", Shape::Word(Cause::WORDS)), need("percentAYear", SHARE)];

const SHARES: Shape =
    Shape::List(1, 20, &Shape::Object(&[need("fund", NAME), need("percent", SHARE)]));

const TARGET: &[Field] = &[
    need("points", POINTS),
    need("shape", Shape::Word(PathShape::WORDS)),
    may("yearly", YEARLY),
    may("spread", Shape::Word(Spread::WORDS)),
    may("evidence", Shape::Evidence),
];

const OTHER_TARGET: &[Field] = &[
    need("name", NAME),
    need("points", POINTS),
    need("shape", Shape::Word(PathShape::WORDS)),
    may("yearly", YEARLY),
];

const PATH: &[Field] =
    &[need("points", POINTS), need("shape", Shape::Word(PathShape::WORDS)), may("yearly", YEARLY)];

const POINTS: Shape =
    Shape::List(1, 400, &Shape::Object(&[need("month", Shape::Month), need("percent", SHARE)]));

/// By points, or by a percentage of what it was.
const YEARLY: Shape = Shape::Kinds(
    &["points", "factor"],
    &[
        &[need("points", SHARE), may("upTo", SHARE)],
        &[need("percent", Shape::Decimal(4, 100, 1_000)), may("upTo", SHARE)],
    ],
);

const FUND: &[Field] = &[
    need("id", Shape::Id),
    need("name", NAME),
    need("kind", Shape::Word(FundKind::WORDS)),
    may("ceilings", Shape::List(0, 60, &Shape::Object(CEILING))),
    may("next", NAME),
    may("willNotPay", Shape::Truth),
    may("accounts", Shape::List(0, 10, &Shape::Object(ACCOUNT))),
    may("evidence", Shape::Evidence),
];

const CEILING: &[Field] = &[
    need("year", YEAR),
    need("rupiah", Shape::Whole(0, Rupiah::MAX.get())),
    may("beforeRupiah", Shape::Whole(0, Rupiah::MAX.get())),
    may("allocationRupiah", Shape::Whole(0, Rupiah::MAX.get())),
];

const ACCOUNT: &[Field] = &[
    may("programme", Shape::Word(Programme::WORDS)),
    need("code", Shape::Text(60)),
    need("description", NAME),
];

const RELIEF: &[Field] = &[
    need("relief", NAME),
    need("payer", Shape::Word(FundKind::WORDS)),
    need("applies", Shape::Truth),
    may("note", NOTE),
];

const PERMISSION: &[Field] = &[
    need("rule", NAME),
    need("group", Shape::Word(Group::WORDS)),
    need("allowed", Shape::Truth),
    may("note", NOTE),
];

/// The unit of the value depends on the parameter; `check` holds it to it.
const OVERRIDE: &[Field] = &[
    need("parameter", NAME),
    need("from", Shape::Month),
    may("to", Shape::Month),
    may("value", VALUE),
    may("rows", Shape::List(1, 100, &Shape::Object(ROW))),
    need("note", NOTE),
];

const VALUE: Shape = Shape::Decimal(4, 0, 1_000_000_000);

const ROW: &[Field] = &[need("fromRupiah", CONTRACT_FROM), need("value", VALUE)];

/// By kind: typed, by the formula of minimum wages.
const ASSUMPTIONS: &[&[Field]] = &[
    &[need("parameter", NAME), need("percent", SHARE), need("note", NOTE)],
    &[
        need("parameter", NAME),
        need("inflationPercent", Shape::Decimal(2, 0, 100)),
        need("alpha", Shape::Decimal(2, 0, 1)),
        need("growthPercent", Shape::Decimal(2, 0, 100)),
        need("note", NOTE),
    ],
];

/// The source of one input.
pub static EVIDENCE: Shape = Shape::Object(&[
    need("quality", Shape::Word(Quality::WORDS)),
    need("source", NOTE),
    may("date", Shape::Date),
    may("note", NOTE),
    may("changed", Shape::Truth),
]);
