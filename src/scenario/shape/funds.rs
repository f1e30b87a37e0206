//! Where the money comes from, and the budgets that a plan is held against.

use super::{NAME, Shape, Unit, YEAR, object, rupiah_from, word};
use crate::scenario::{FundKind, Programme, StageName};

pub const FUND: Shape = object! {
    /// A source of money.
    Fund {
        /// Small letters, digits, `-` and `_`; unique in the scenario.
        need(text) id: Shape::Id,
        /// Its name for people.
        need(text) name: NAME,
        /// Whose money it is.
        need kind: word::<FundKind>(),
        /// Ceilings (pagu) by budget year.
        may ceilings: Shape::List(0, 60, &CEILING),
        /// Id of the fund that pays on when a ceiling is used up. Absent: nobody does, and the rest is unpaid.
        may next: NAME,
        /// The planner says that this fund, which stands in an order of use, will not pay: a relief does not ask about
        /// it. It may not have a share above 0 %; bills that reach it are told.
        may willNotPay: Shape::Truth,
        /// Budget account (kode rekening) by programme; one without a programme serves all others.
        may accounts: Shape::List(0, 10, &ACCOUNT),
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};

const CEILING: Shape = object! {
    /// The most that a fund may spend in a budget year (pagu).
    Ceiling {
        /// The budget year.
        need year: YEAR,
        /// The most that may be spent.
        need rupiah: rupiah_from(0),
        /// The ceiling before the change of the budget (sebelum perubahan).
        may beforeRupiah: rupiah_from(0),
        /// All that the region received of this money: of DBH sawit and DBH CHT only a part may go to contributions.
        may(checked) allocationRupiah: rupiah_from(0),
    }
};

const ACCOUNT: Shape = object! {
    /// A budget account (kode rekening).
    Account {
        /// The programme it is for; absent: all others.
        may programme: word::<Programme>(),
        /// Kode rekening.
        need(text) code: Shape::Text(60),
        /// Its uraian.
        need(text) description: NAME,
    }
};

pub const STAGE: Shape = object! {
    /// What is billed before `month` is committed; from it on the plan can still change.
    Stage {
        /// The stage of the budget.
        need(text) name: word::<StageName>(),
        /// The first month that is still open.
        need month: Shape::Month,
    }
};

pub const BUDGET_TOTAL: Shape = object! {
    /// A budget or spending of one year: the APBD, belanja wajib, ADD, Dana Desa, and others.
    BudgetTotal {
        /// Its name for people.
        need(text) name: NAME,
        /// The budget year.
        need year: YEAR,
        /// How much it is.
        need rupiah: rupiah_from(1),
    }
};

pub const PUBLISHED_TOTAL: Shape = object! {
    /// A published total: of the plan, of one of its years, of a segment, or of a segment in a year.
    PublishedTotal {
        /// Whose figure, or where it stood.
        need(text) name: NAME,
        /// The published figure.
        need rupiah: rupiah_from(1),
        /// The unit it was printed in: "Rp 22,68 miliar" in units of 10,000,000. Default 1: to the rupiah.
        may unitRupiah: Shape::Whole(Unit::Rupiah, 1, 1_000_000_000_000),
        /// Its budget year. Absent: the whole plan.
        may year: YEAR,
        /// Id of its segment. Absent: all segments.
        may segment: NAME,
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};
