// SPDX-License-Identifier: Apache-2.0
// Print, as JSON, what CLDR 48 says about calendars whose JSON packages are not published for that version:
// names of months and eras and the four standard patterns, read through Intl.DateTimeFormat of a node with full ICU.
// Also the tables of two calendars that follow the moon by observation or by computation: month lengths of
// Umm al-Qura and the months of the Chinese year.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DAY = 86400000;
const core = JSON.parse(readFileSync(new URL("../../src/docforge/locale/cldr/core.json", import.meta.url)));
const NAMED = { persian: 12, indian: 12, ethiopic: 13, coptic: 13, chinese: 12 };
const ALL = [...Object.keys(NAMED), "buddhist", "japanese", "roc", "hebrew", "islamic"];
const icu = { islamic: "islamic-civil", ethiopic: "ethiopic" };
const SPAN = [Date.UTC(2021, 0, 1), Date.UTC(2023, 11, 31)];

const format = (locale, calendar, options) =>
  new Intl.DateTimeFormat(`${locale}-u-ca-${icu[calendar] ?? calendar}-nu-latn`, { timeZone: "UTC", ...options });
const part = (parts, type) => parts.find((p) => p.type === type)?.value;

// Intl writes the months of the Hebrew year in words whatever the width that is asked for.
const HEBREW = "Tishri,Heshvan,Kislev,Tevet,Shevat,Adar I,Adar,Nisan,Iyar,Sivan,Tamuz,Av,Elul".split(",");

function samples(calendar) {
  // month number -> a day early in that month (day 2..9), leap months left out
  const found = new Map();
  const f = format("en", calendar, { month: "numeric", day: "numeric" });
  for (let t = SPAN[0]; t < SPAN[1]; t += DAY) {
    const parts = f.formatToParts(t);
    const named = part(parts, "month"), day = Number(part(parts, "day"));
    const month = calendar === "hebrew" ? String(HEBREW.indexOf(named) + 1 || "") : named;
    if (/^\d+$/.test(month) && day >= 2 && day <= 4 && !found.has(Number(month))) found.set(Number(month), t);
  }
  return found;
}
const SAMPLES = Object.fromEntries(ALL.map((c) => [c, samples(c)]));

function names(locale, calendar, count) {
  const out = {};
  for (const [key, width, day] of [["MMMM", "long", true], ["MMM", "short", true], ["MMMMM", "narrow", true],
                                   ["LLLL", "long", false], ["LLL", "short", false]]) {
    const f = format(locale, calendar, day ? { month: width, day: "numeric" } : { month: width });
    const list = [];
    for (let m = 1; m <= count; m++) list.push(part(f.formatToParts(SAMPLES[calendar].get(m)), "month"));
    out[key] = list;
  }
  return out;
}

function eras(locale, calendar) {
  const times = calendar === "japanese"
    ? [Date.UTC(1900, 0, 1), Date.UTC(1920, 0, 1), Date.UTC(1950, 0, 1), Date.UTC(2000, 0, 1), Date.UTC(2022, 0, 1)]
    : calendar === "roc" ? [Date.UTC(1900, 0, 1), Date.UTC(2022, 0, 1)] : [Date.UTC(2022, 0, 1)];
  const out = {};
  for (const [key, width] of [["G", "short"], ["GGGG", "long"], ["GGGGG", "narrow"]]) {
    const f = format(locale, calendar, { era: width, year: "numeric", month: "numeric", day: "numeric" });
    const list = times.map((t) => part(f.formatToParts(t), "era"));
    if (list.every((x) => x !== undefined)) out[key] = list;
  }
  return out;
}

const quoted = (text) => (/[A-Za-z']/.test(text) ? `'${text.replaceAll("'", "''")}'` : text);

const SKELETONS = {
  y: { year: "numeric" }, yM: { year: "numeric", month: "numeric" }, yMMM: { year: "numeric", month: "short" },
  yMMMM: { year: "numeric", month: "long" }, Md: { month: "numeric", day: "numeric" },
  MMMd: { month: "short", day: "numeric" }, MMMMd: { month: "long", day: "numeric" },
  yMd: { year: "numeric", month: "numeric", day: "numeric" },
  yMMMd: { year: "numeric", month: "short", day: "numeric" },
  yMMMMd: { year: "numeric", month: "long", day: "numeric" },
  yMMMMEEEEd: { year: "numeric", month: "long", day: "numeric", weekday: "long" },
};

// *style* is a standard style, or a key of SKELETONS.
function pattern(locale, calendar, style, table) {
  const f = format(locale, calendar, SKELETONS[style] ?? { dateStyle: style });
  const short = ["medium", "short", "yMMM", "MMMd", "yMMMd"].includes(style);
  const long = style === "full" || style === "yMMMMEEEEd";
  let best, told = 0;
  for (const [month, t] of SAMPLES[calendar]) {
    if (month > 9) continue;
    const text = f.formatToParts(t).map(({ type, value }) => {
      if (type === "literal") return quoted(value);
      if (type === "weekday") return long ? "EEEE" : "E";
      if (type === "relatedYear") return value.length === 2 ? "rr" : "r";
      if (type === "yearName") return "U";
      if (type === "year") return value.length === 2 && calendar !== "chinese" ? "yy" : "y";
      // Three letters stand for a day in words; CLDR itself has no such width.
      if (type === "day") return /^\d+$/.test(value) ? (value[0] === "0" ? "dd" : "d") : "ddd";
      if (type === "era") {
        if (table.G?.includes(value)) return "G";
        if (table.GGGGG?.includes(value)) return "GGGGG";
        return table.GGGG?.includes(value) ? "GGGG" : "G";
      }
      if (type === "month") {
        if (/^\d+$/.test(value)) return value.length === 2 ? "MM" : "M";
        const i = month - 1;
        const fits = ["MMMM", "MMM", "LLLL", "LLL", "MMMMM"].filter((k) => table[k] && table[k][i] === value);
        if (fits.length > 1 && short && fits.includes("MMM")) return "MMM";
        return fits[0] ?? (short ? "MMM" : "MMMM");
      }
      throw new Error(`${locale} ${calendar} ${style}: ${type}`);
    }).join("");
    best ??= text;
    // A month whose names differ by width and by use tells more than one where they do not.
    const differ = (a, b) => table[a] && table[b] && table[a][month - 1] !== table[b][month - 1];
    const tells = differ("MMMM", "MMM") + differ("MMMM", "LLLL");
    if (tells > told) [best, told] = [text, tells];
  }
  return best;
}

function extras(locale, calendar, out) {
  const f = format(locale, calendar, { dateStyle: "long" });
  if (calendar === "hebrew" || calendar === "chinese") {
    const days = new Map();
    const n = format("en", calendar, { day: "numeric" });
    for (let t = SPAN[0]; t < SPAN[1]; t += DAY) days.set(Number(part(n.formatToParts(t), "day")), part(f.formatToParts(t), "day"));
    if (!/^\d+$/.test(days.get(9))) out.days = [...Array(30).keys()].map((i) => days.get(i + 1));
    if (calendar === "hebrew" && !/^\d+$/.test(part(f.formatToParts(SPAN[0]), "year"))) out.years = "hebr";
  }
  if (calendar === "japanese" && !/^\d+$/.test(part(f.formatToParts(Date.UTC(2019, 5, 9)), "year"))) out.years = "jpan";
  if (calendar === "chinese") {
    const y = format(locale, calendar, { dateStyle: "full" });
    const cycle = [];
    for (let i = 0; i < 60; i++) cycle.push(part(y.formatToParts(Date.UTC(1984 + i, 6, 1)), "yearName"));
    if (cycle.every((x) => x !== undefined)) out.U = cycle;
    const leap = format(locale, calendar, { month: "long", day: "numeric" }).formatToParts(Date.UTC(2023, 3, 10));
    const plainMonth = out.MMMM[1], leapMonth = part(leap, "month");
    if (leapMonth.includes(plainMonth)) out.leap = leapMonth.replace(plainMonth, "{0}");
  }
}

function tableOf(calendars, locales) {
  const table = {};
  for (const locale of locales) {
    if (locale !== "und" && !Intl.DateTimeFormat.supportedLocalesOf([locale]).length) continue;
    table[locale] = {};
    for (const asked of calendars) {
      // A name with ! leaves out the skeletons: some of them stop the process in some locales.
      const calendar = asked.replace("!", "");
      const tag = locale === "und" ? "root" : locale;
      const known = { ...(NAMED[calendar] ? names(tag, calendar, NAMED[calendar]) : {}), ...eras(tag, calendar) };
      if (calendar === "buddhist" || calendar === "japanese" || calendar === "roc") {
        for (const [key, width, day] of [["MMMM", "long", 1], ["MMM", "short", 1], ["LLLL", "long"], ["LLL", "short"]]) {
          const f = format(tag, "gregory", day ? { month: width, day: "numeric" } : { month: width });
          known[key] = [...Array(12).keys()].map((m) => part(f.formatToParts(Date.UTC(2022, m, 3)), "month"));
        }
      }
      const style = {};
      if (calendar !== "islamic" && calendar !== "hebrew")
        for (const s of ["full", "long", "medium", "short"]) style[s] = pattern(tag, calendar, s, known);
      const skeleton = {};
      if (calendar !== "chinese" && calendar === asked) for (const s of Object.keys(SKELETONS)) skeleton[s] = pattern(tag, calendar, s, known);
      if (!NAMED[calendar]) for (const k of ["MMMM", "MMM", "LLLL", "LLL"]) delete known[k];
      extras(tag, calendar, known);
      table[locale][calendar] = { ...known, skeleton, ...(Object.keys(style).length ? { style } : {}) };
    }
  }
  return table;
}

function months(calendar, from, to, unit) {
  // one entry per month: [year, month text, first day as days since 1970]
  const f = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, { timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric" });
  const out = [];
  for (let t = from; t < to; t += DAY) {
    const p = f.formatToParts(t);
    if (part(p, "day") === "1") out.push([Number(part(p, unit)), part(p, "month"), t / DAY]);
  }
  return out;
}
// Formatters are never freed in time, and some patterns stop the process: ask a process of its own for a few locales,
// halve the question when it fails, and ask a locale that fails alone for less.
function collect(calendars, locales) {
  const self = fileURLToPath(import.meta.url);
  try {
    const options = { maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] };
    return JSON.parse(execFileSync(process.execPath, [self, calendars.join(), ...locales], options));
  } catch {
    const out = {};
    const merge = (table) => {
      for (const [tag, known] of Object.entries(table)) out[tag] = { ...out[tag], ...known };
    };
    if (locales.length > 1) {
      const half = locales.length >> 1;
      merge(collect(calendars, locales.slice(0, half)));
      merge(collect(calendars, locales.slice(half)));
    } else if (calendars.length > 1) {
      for (const calendar of calendars) merge(collect([calendar], locales));
    } else if (!calendars[0].endsWith("!")) {
      merge(collect([`${calendars[0]}!`], locales));
    }
    return out;
  }
}

if (process.argv.length > 2) {
  process.stdout.write(JSON.stringify(tableOf(process.argv[2].split(","), process.argv.slice(3))));
} else {
  const all = [...core.locales, "und"];
  const table = {};
  for (let i = 0; i < all.length; i += 40) Object.assign(table, collect(ALL, all.slice(i, i + 40)));
  const moons = {
    umalqura: months("islamic-umalqura", Date.UTC(1882, 10, 1), Date.UTC(2174, 10, 26), "year"),
    chinese: months("chinese", Date.UTC(1900, 0, 1), Date.UTC(2101, 0, 29), "relatedYear"),
  };
  process.stdout.write(JSON.stringify({ table, moons }));
}

