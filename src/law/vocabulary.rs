//! Words of the law: classes of workers, programmes, risk classes, sectors, groups, and kinds of funds.

use super::{Key, key};
use crate::choices;

choices! {
    /// Class of workers. It decides which programmes there are and which rates apply.
    pub enum WorkerClass {
        /// Penerima upah: wage earners.
        Pu = "PU",
        /// Bukan penerima upah: all who earn without a wage.
        Bpu = "BPU",
        /// Jasa konstruksi, insured by project.
        Construction = "construction",
    }
}

impl WorkerClass {
    /// Whether reliefs depend on the sector of the worker (PP 50/2025 knows only that of BPU).
    pub(crate) const fn has_sector(self) -> bool {
        match self {
            Self::Bpu => true,
            Self::Pu | Self::Construction => false,
        }
    }
}

choices! {
    /// A programme of BPJS Ketenagakerjaan.
    pub enum Programme {
        /// Jaminan kecelakaan kerja, work accidents.
        Jkk = "JKK",
        /// Jaminan kematian, death.
        Jkm = "JKM",
        /// Jaminan hari tua, old-age savings.
        Jht = "JHT",
        /// Jaminan pensiun, pension.
        Jp = "JP",
    }
}

choices! {
    /// Tingkat risiko of the workplace. It decides the JKK rate of PU.
    pub enum Risk {
        /// Sangat rendah: very low.
        VeryLow = "veryLow",
        /// Rendah: low.
        Low = "low",
        /// Sedang: medium.
        Medium = "medium",
        /// Tinggi: high.
        High = "high",
        /// Sangat tinggi: very high.
        VeryHigh = "veryHigh",
    }
}

choices! {
    /// Sector of a BPU worker. PP 50/2025 has other months for transport.
    pub enum Sector {
        /// Transport.
        Transport = "transport",
        /// All other sectors.
        Other = "other",
    }
}

choices! {
    /// Group of workers that a rule on funds names.
    pub enum Group {
        /// Kepala desa: village heads.
        VillageHead = "villageHead",
        /// Perangkat desa: village officials.
        VillageOfficial = "villageOfficial",
        /// Badan Permusyawaratan Desa: members of the village council.
        Bpd = "bpd",
        /// Lembaga kemasyarakatan desa (LKD): RT/RW, kader.
        VillageBody = "villageBody",
        /// Padat karya tunai desa (PKTD): cash-for-work labourers.
        CashForWork = "cashForWork",
        /// Non-ASN, honorer: staff outside the civil service.
        NonAsn = "nonAsn",
        /// PPPK: civil servants on a contract.
        Pppk = "pppk",
        /// PPPK paruh waktu: part-time PPPK.
        PppkPartTime = "pppkPartTime",
        /// Penyelenggara pemilu: election staff.
        Election = "election",
        /// Pekerja miskin dan rentan: poor and vulnerable workers.
        Vulnerable = "vulnerable",
        /// Pekerja sawit: palm-oil workers.
        PalmOil = "palmOil",
        /// Any other group.
        Other = "other",
    }
}

choices! {
    /// Kind of fund: whose money it is. Reliefs and rules on funds depend on it.
    pub enum FundKind {
        /// APBN, the state budget.
        Apbn = "apbn",
        /// APBD of the province.
        ApbdProvince = "apbdProvince",
        /// APBD of the kabupaten or kota.
        ApbdRegency = "apbdRegency",
        /// DBH Sawit, the region's share of palm-oil levies (PP 38/2023).
        DbhSawit = "dbhSawit",
        /// DBH CHT, the region's share of tobacco excise (PMK 72/2024).
        DbhCht = "dbhCht",
        /// Dana Otsus, special autonomy fund.
        Otsus = "otsus",
        /// Alokasi Dana Desa, paid by the kabupaten or kota.
        Add = "add",
        /// Dana Desa, paid by the state.
        DanaDesa = "danaDesa",
        /// Pendapatan asli desa, the village's own revenue.
        Pades = "pades",
        /// Bagi hasil pajak dan retribusi, the village's share of local taxes.
        Bhpr = "bhpr",
        /// Company donations (CSR, TJSLP).
        Csr = "csr",
        /// Baznas, zakat.
        Baznas = "baznas",
        /// The employer.
        Employer = "employer",
        /// The worker.
        Oneself = "self",
    }
}

impl FundKind {
    /// Whether it is a budget or a donor, that is, neither worker nor employer.
    #[must_use]
    pub const fn is_budget(self) -> bool {
        !matches!(self, Self::Employer | Self::Oneself)
    }

    /// Whether it stands in the budget of a desa (APBDes).
    #[must_use]
    pub const fn is_of_villages(self) -> bool {
        match self {
            Self::Add | Self::DanaDesa | Self::Pades | Self::Bhpr => true,
            Self::Apbn
            | Self::ApbdProvince
            | Self::ApbdRegency
            | Self::DbhSawit
            | Self::DbhCht
            | Self::Otsus
            | Self::Csr
            | Self::Baznas
            | Self::Employer
            | Self::Oneself => false,
        }
    }

    /// Parameter with the percentage of a fund that may go to contributions; `None`: no such limit.
    pub(crate) const fn earmark(self) -> Option<Key> {
        match self {
            Self::DbhSawit => Some(key::EARMARK_DBH_SAWIT_OTHER),
            Self::DbhCht => Some(key::EARMARK_DBH_CHT_WELFARE),
            Self::Apbn
            | Self::ApbdProvince
            | Self::ApbdRegency
            | Self::Otsus
            | Self::Add
            | Self::DanaDesa
            | Self::Pades
            | Self::Bhpr
            | Self::Csr
            | Self::Baznas
            | Self::Employer
            | Self::Oneself => None,
        }
    }
}
