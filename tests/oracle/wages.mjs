// Minimum wages, typed in again from the table of minimum wages by year and the list of UMP 2026 of all provinces.

const year = (number, value) => ({ from: `${number}-01`, to: `${number}-12`, value });

/** UMP 2026: key, code of the province, wage. */
const UMP_2026 = [
  ["aceh", "11", "3932552"],
  ["sumateraUtara", "12", "3228971"],
  ["sumateraBarat", "13", "3182955"],
  ["riau", "14", "3780495"],
  ["jambi", "15", "3471497"],
  ["sumateraSelatan", "16", "3942963"],
  ["bengkulu", "17", "2827250"],
  ["lampung", "18", "3047734"],
  ["kepulauanBangkaBelitung", "19", "4035000"],
  ["kepulauanRiau", "21", "3879520"],
  ["dkiJakarta", "31", "5729876"],
  ["jawaBarat", "32", "2317601"],
  ["jawaTengah", "33", "2327386.07"],
  ["diYogyakarta", "34", "2417495"],
  ["jawaTimur", "35", "2446880"],
  ["banten", "36", "3100881.40"],
  ["bali", "51", "3207459"],
  ["nusaTenggaraBarat", "52", "2673861"],
  ["nusaTenggaraTimur", "53", "2455898"],
  ["kalimantanBarat", "61", "3054552"],
  ["kalimantanTengah", "62", "3686138"],
  ["kalimantanSelatan", "63", "3725000"],
  ["kalimantanTimur", "64", "3762431"],
  ["kalimantanUtara", "65", "3755243"],
  ["sulawesiUtara", "71", "4002630"],
  ["gorontalo", "75", "3405144"],
  ["sulawesiTengah", "72", "3179565"],
  ["sulawesiTenggara", "74", "3306496.18"],
  ["sulawesiSelatan", "73", "3921088.79"],
  ["sulawesiBarat", "76", "3315934"],
  ["maluku", "81", "3334490"],
  ["malukuUtara", "82", "3510240"],
  ["papua", "91", "4436283"],
  ["papuaBarat", "92", "3841000"],
  ["papuaBaratDaya", "96", "3766000"],
  ["papuaSelatan", "93", "4508850"],
  ["papuaTengah", "94", "4285848"],
  ["papuaPegunungan", "95", "4508714"],
];

const EARLIER = {
  sulawesiSelatan: [year(2022, "3165876"), year(2023, "3385145"), year(2024, "3434298"), year(2025, "3657527.37")],
  sulawesiBarat: [year(2022, "2678863"), year(2023, "2871794"), year(2024, "2914958.08"), year(2025, "3104430")],
};

/** UMK: key, code of the kabupaten or kota, wages. */
const UMK = [
  ["makassar", "73.71", [year(2024, "3643321"), year(2025, "3880136.865"), year(2026, "4148719")]],
  ["pangkep", "73.10", [year(2026, "4032248")]],
  ["luwuTimur", "73.24", [year(2025, "3761077"), year(2026, "3961166")]],
  ["pasangkayu", "76.01", [year(2025, "3445981"), year(2026, "3564798")]],
  ["mamuju", "76.02", [year(2025, "3122680"), year(2026, "3363847")]],
  ["polewaliMandar", "76.04", [year(2026, "3327886")]],
];

/** Values of other sources that disagree; they are not used. */
export const OTHER_WAGES = {
  "minimumWage.ump.sumateraUtara": ["3228949"],
  "minimumWage.ump.kalimantanUtara": ["3775243"],
  "minimumWage.ump.papuaSelatan": ["4508100"],
  "minimumWage.ump.papuaTengah": ["4295848"],
};

/** Siltap of village officials: 2,022,200 is 100 %; secretary 110 %, head 120 % (PP 11/2019, Pasal 81). */
const siltap = (value) => [{ from: "2020-01", to: null, value }];

export const WAGES = {
  ...Object.fromEntries(
    UMP_2026.map(([name, , wage]) => [`minimumWage.ump.${name}`, [...(EARLIER[name] ?? []), year(2026, wage)]]),
  ),
  ...Object.fromEntries(UMK.map(([name, , wages]) => [`minimumWage.umk.${name}`, wages])),
  "minimumWage.siltap.kepalaDesa": siltap("2426640"),
  "minimumWage.siltap.sekretarisDesa": siltap("2224420"),
  "minimumWage.siltap.perangkatDesa": siltap("2022200"),
};

/** Kemendagri codes of regions with a wage. */
export const REGIONS = {
  ...Object.fromEntries(UMP_2026.map(([name, code]) => [`minimumWage.ump.${name}`, code])),
  ...Object.fromEntries(UMK.map(([name, code]) => [`minimumWage.umk.${name}`, code])),
};

/** Provinces whose decree of 2026 has sen. */
const WITH_SEN = ["jawaTengah", "banten", "sulawesiTenggara", "sulawesiSelatan"];

/** Every regional wage grows in January, cut to sen where the decree has sen, else to whole rupiah. */
export const WAGE_GROWTH = Object.fromEntries(
  Object.keys(REGIONS).map((key) => {
    const cut = WITH_SEN.some((name) => key === `minimumWage.ump.${name}`) ? "0.01" : "1";
    return [key, { month: 1, cut, kinds: ["growth", "wageFormula"] }];
  }),
);
