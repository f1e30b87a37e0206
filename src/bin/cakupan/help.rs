//! What `cakupan --help` says.

pub(crate) const HELP: &str = "\
cakupan: what it costs to bring workers under BPJS Ketenagakerjaan

  cakupan check   CASE.json [--json]   name everything that is wrong with a scenario
  cakupan project CASE.json [--json]   what it costs and reaches, as a table or as JSON
  cakupan explain CASE.json [QUESTION] why a figure is what it is: '{\"year\":2026,\"fund\":\"apbd\"}',
                                       with --brief without what changes nothing, with --json as JSON
  cakupan reach   CASE.json [REQUEST]  how many people its ceilings pay for: '{\"segments\":[\"rentan\"]}'
  cakupan compare A.json B.json …      what each has more than the first, and why (two to four)
  cakupan benefit CASE.json [REQUEST]  what members and heirs may receive, as a range: '{\"claims\":[…]}'
  cakupan risk    CASE.json REQUEST    how far cost and coverage may differ:
                                       '{\"inputs\":[{\"path\":\"segments[0].enrolment.counts[0].people\",\"low\":900,\"high\":1200}]}'
  cakupan retention CASE.json REQUEST  who stays when the budget stops: '{\"months\":36,\"stayPercent\":20}'
                                       all three with --json as JSON
  cakupan batch   PLAN.json < IN.csv   one plan for many units, one row each (a village): a column for the people of
                                       each segment (rentan; kader.members and kader.eligible where it follows a path),
                                       ceilings (add.2026), firstMonth, lastMonth (2026-10); code, name, district go
                                       through. Commas, semicolons or tabs. Out: a row a unit. --columns a,b,c names the
                                       columns where IN.csv does not, --no-header leaves them out, --totals only sums.
                                       Faults by row and column on standard error; then no further row comes out
  cakupan villages PLAN.json           what each village of a plan comes to alone, each district, and all together, as CSV
                                       with semicolons; with --comma as cash
  cakupan monitor PLAN.json REAL.csv   what was enrolled, billed and paid so far against the plan, a row for each month of a
                                       segment or village. REAL.csv has the columns bulan, kelompok, desa, kuota, lolos
                                       verifikasi, terbayar, tagihan, dibayar, dibayar pada, catatan, or their English names;
                                       what is not known stays empty. REAL.json has the shape Realisation of schema all.
                                       Out: CSV with semicolons (--comma), or with --json sums, forecast and target too
  cakupan sheet   CASE.json [REAL.csv] [-o PLAN.xlsx]  the plan as a workbook with live formulas; with what happened, as
                                       monitor reads it, also the sheet Realisasi
  cakupan letter  CASE.json notaDinas|kak [-o LETTER.docx] [--f4]  nota dinas or kerangka acuan kegiatan, on A4 or F4;
                                       what no plan knows (numbers, names) stays dots
  cakupan open    PLAN.xlsx            what was changed in such a workbook since, as JSON: its scenario, each change, and
                                       the scenario with all of them taken over
  cakupan rka     CASE.json [LATER.json]  the rows of its RKA as CSV with semicolons; of two plans, before and after
  cakupan cash    CASE.json [--quarter|--half-year]  what is paid in each month, quarter or half year, as CSV
                                       both with --comma for commas and a decimal point, with --json as JSON
  cakupan law                          every statutory value with its source, as JSON; with --law also the minimum wages
                                       that packs bring
  cakupan schema [projection|all]      the shape of CASE.json as a JSON Schema; of a projection; of everything

CASE.json may be - for standard input (not of batch). --law PACK.json brings statutory values, such as the minimum
wages of a coming year, to every scenario of the call. --en speaks English; Indonesian otherwise.
Exit code: 0 done, 1 the scenario has problems, 2 the call or the file is wrong.";
