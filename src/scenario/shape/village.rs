//! A village: its people, who are counted in the segments, and its own ceilings.

use super::{NAME, Shape, YEAR, object, people_from, rupiah_from};

pub const VILLAGE: Shape = object! {
    /// A village of the plan: segments whose enrolment is `"villages"` count its people.
    Village {
        /// Kemendagri code of the village, `"73.14.03.2005"`; unique in the scenario.
        may(checked) code: Shape::RegionCode(4),
        /// Its name for people.
        need(text) name: NAME,
        /// The district (kecamatan) that it lies in; villages are added up by it.
        may(text) district: NAME,
        /// Residents.
        may(checked) residents: people_from(1),
        /// How many people of each segment; at most one entry a segment. A segment without an entry: nobody there.
        may counts: Shape::List(0, 200, &VILLAGE_COUNT),
        /// Its own ceilings (pagu): ADD, Dana Desa, PADes, BHPR. They limit what the village pays for its own people, and
        /// change nothing of the plan of all.
        may(checked) ceilings: Shape::List(0, 3_000, &VILLAGE_CEILING),
        /// The first month in which its people are counted. Absent: the first of the plan.
        may firstMonth: Shape::Month,
        /// The last month in which its people are counted. Absent: the last of the plan.
        may lastMonth: Shape::Month,
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};

const VILLAGE_COUNT: Shape = object! {
    /// People of one segment in a village.
    VillageCount {
        /// Id of a segment whose enrolment is `"villages"`.
        need segment: NAME,
        /// How many; 0 is known to be nobody.
        need people: people_from(0),
    }
};

const VILLAGE_CEILING: Shape = object! {
    /// The most that a fund of the plan may spend in one village in a budget year.
    VillageCeiling {
        /// Id of the fund.
        need fund: NAME,
        /// The budget year.
        need year: YEAR,
        /// The most that may be spent.
        need rupiah: rupiah_from(0),
    }
};
