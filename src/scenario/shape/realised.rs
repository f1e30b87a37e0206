//! What was enrolled, billed and paid so far.

use super::{NAME, NOTE, Shape, object, people_from, rupiah_from};

pub static REALISATION: Shape = object! {
    /// What was enrolled, billed and paid so far, beside the plan. A month without a row is not known; it never counts as
    /// zero.
    Realisation {
        /// The last month that is reported on. Absent: the last month of a row.
        may until: Shape::Month,
        /// Where the figures come from: "diketik dari SP2D", the name of a file.
        may source: NAME,
        /// A note.
        may note: NOTE,
        /// One row for each month of contribution and segment, or, of a segment whose villages count its people, for each
        /// of its villages.
        need rows: Shape::List(1, 60_000, &ROW),
    }
};

const ROW: Shape = object! {
    /// What is known of one month of a segment or of a village in it. What is not known stays absent.
    RealisedRow {
        /// The month that the contributions are for.
        need month: Shape::Month,
        /// Id of the segment.
        need segment: NAME,
        /// Code or name of the village, in a segment whose enrolment is `"villages"`. Absent: all of the segment.
        may village: NAME,
        /// People proposed (kuota).
        may quota: people_from(0),
        /// People who passed verification (lolos verifikasi); they are billed.
        may verified: people_from(0),
        /// People whose contributions were paid (terbayar). Those of them that are not verified cannot be paid.
        may paid: people_from(0),
        /// Rupiah of the bill. Absent: the people who are billed, at the price of the month; without them, what was paid.
        may billedRupiah: rupiah_from(0),
        /// Rupiah paid; 0 is known to be unpaid. Absent: the people paid, at the price of the month; without them, the whole
        /// bill where `paidOn` says when.
        may paidRupiah: rupiah_from(0),
        /// Month or day of the payment.
        may paidOn: Shape::Date,
        /// A note.
        may note: NOTE,
    }
};
