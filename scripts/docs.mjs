// npm run docs: writes the tables of the law into docs/method.md and docs/metode.md, between their markers.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./setup.mjs";

/** Files with tables, and their languages. */
export const documents = [
  ["docs/method.md", "en"],
  ["docs/metode.md", "id"],
];

const WORDS = {
  id: {
    value: ["Nilai", "Besarnya", "Berlaku", "Dasar", "Status"],
    relief: ["Keringanan", "Potongan", "Berlaku", "Kena", "Tidak kena", "Belum jelas", "Dasar"],
    rule: ["Uang", "Berlaku", "Bunyi", "Dasar", "Status"],
    rows: (count) => `tabel ${count} baris`,
    unit: { percent: " %", months: " bulan", rupiah: "" },
    status: { enacted: "naskah dibaca", reported: "sumber sekunder", assumed: "belum diverifikasi" },
    open: "sekarang",
    through: "s.d.",
    article: ", ",
    locale: "id-ID",
  },
  en: {
    value: ["Value", "Amount", "In force", "Source", "Status"],
    relief: ["Relief", "Off", "In force", "Reaches", "Does not reach", "Open", "Source"],
    rule: ["Money", "In force", "What it says", "Source", "Status"],
    rows: (count) => `table of ${count} rows`,
    unit: { percent: " %", months: " months", rupiah: "" },
    status: { enacted: "read in the text", reported: "secondary sources", assumed: "not verified" },
    open: "now",
    through: "to",
    article: ", ",
    locale: "en",
  },
};

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function span({ from, to }, words) {
  return `${from} ${words.through} ${to ?? words.open}`;
}

function source({ instrument, article }, words) {
  return [instrument, article].filter(Boolean).join(words.article);
}

function amount({ unit }, { value, rows }, words) {
  if (rows) return words.rows(rows.length);
  const number = value.toLocaleString(words.locale, { maximumFractionDigits: 4 });
  return (unit === "rupiah" ? "Rp " : "") + number + words.unit[unit];
}

const TABLES = {
  values({ parameters }, language, words) {
    return table(
      words.value,
      parameters.flatMap((parameter) =>
        parameter.values.map((value, index) => [
          index === 0 ? `${parameter.title[language]} (\`${parameter.key}\`)` : "",
          amount(parameter, value, words),
          span(value, words),
          source(value, words),
          words.status[value.status],
        ]),
      ),
    );
  },
  reliefs({ reliefs }, language, words) {
    const by = (relief, text) =>
      relief.payers
        .filter((payer) => payer.text === text)
        .map(({ payer }) => payer)
        .join(", ");
    return table(
      words.relief,
      reliefs.map((relief) => [
        relief.title[language],
        `${relief.percentOff} %`,
        span(relief, words),
        by(relief, "yes"),
        by(relief, "no"),
        by(relief, "open"),
        source(relief, words),
      ]),
    );
  },
  fundRules({ fundRules }, language, words) {
    return table(
      words.rule,
      fundRules.map((rule) => [
        rule.funds.join(", "),
        span(rule, words),
        rule.text[language],
        source(rule, words),
        words.status[rule.status],
      ]),
    );
  },
};

/** Replaces the tables of a text with those of the law. */
export function withTables(text, law, language) {
  return text.replace(
    /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin, name, end) => `${begin}\n${TABLES[name](law, language, WORDS[language])}\n\n${end}`,
  );
}

async function main() {
  const { law } = await import("cakupan");
  for (const [path, language] of documents) {
    const file = join(root, path);
    writeFileSync(file, withTables(readFileSync(file, "utf8"), law(), language));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
