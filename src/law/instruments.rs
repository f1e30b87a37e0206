//! Kinds of instruments by rank, and titles: what a legal basis is written with.

/// How an instrument begins in the law, its full name, in order of rank (UU 12/2011, Pasal 7 and 8).
pub(crate) const INSTRUMENT_KINDS: [(&str, &str); 20] = [
    ("UU ", "Undang-Undang"),
    ("Perppu ", "Peraturan Pemerintah Pengganti Undang-Undang"),
    ("PP ", "Peraturan Pemerintah"),
    ("Perpres ", "Peraturan Presiden"),
    ("Keppres ", "Keputusan Presiden"),
    ("Inpres ", "Instruksi Presiden"),
    ("Permendagri ", "Peraturan Menteri Dalam Negeri"),
    ("Permenaker ", "Peraturan Menteri Ketenagakerjaan"),
    ("Permendes ", "Peraturan Menteri Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"),
    ("PMK ", "Peraturan Menteri Keuangan"),
    ("Kepmendagri ", "Keputusan Menteri Dalam Negeri"),
    ("SE Mendagri ", "Surat Edaran Menteri Dalam Negeri"),
    ("Perda ", "Peraturan Daerah"),
    ("Pergub ", "Peraturan Gubernur"),
    ("Perbup ", "Peraturan Bupati"),
    ("Perwali ", "Peraturan Wali Kota"),
    ("Keputusan Gubernur", "Keputusan Gubernur"),
    ("Keputusan Bupati", "Keputusan Bupati"),
    ("Keputusan Wali Kota", "Keputusan Wali Kota"),
    ("SE ", "Surat Edaran"),
];

/// Titles, of those that another text quotes; none was checked against the regulation itself. Of others the writer adds it.
pub(crate) const INSTRUMENT_TITLES: [(&str, &str); 5] = [
    ("PP 44/2015", "Penyelenggaraan Program Jaminan Kecelakaan Kerja dan Jaminan Kematian"),
    ("PP 45/2015", "Penyelenggaraan Program Jaminan Pensiun"),
    ("PP 46/2015", "Penyelenggaraan Program Jaminan Hari Tua"),
    ("Inpres 2/2021", "Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan"),
    ("Permendagri 20/2018", "Pengelolaan Keuangan Desa"),
];
