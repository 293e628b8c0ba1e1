// SPDX-License-Identifier: Apache-2.0
// Print, as JSON, the order of Han characters under the collations of CLDR 48, read through Intl.Collator of a node
// with full ICU: by pinyin and by strokes for Chinese, by JIS for Japanese; with the places where the headings of an
// index begin (CLDR marks them with U+FDD0 in the collation rules).
// Also the letters and vowel signs of scripts whose code points do not stand in the order of the root collation; a space
// stands between letters that differ at the first level, and what is no letter there is left out.
const HAN = [];
for (let c = 0x4e00; c <= 0x9fff; c++) HAN.push(String.fromCharCode(c));
HAN.push("〇");

function order(locale, marks) {
  const all = [...HAN, ...Object.keys(marks)];
  const collator = new Intl.Collator(locale);
  if (collator.resolvedOptions().locale.split("-")[0] !== locale.split("-")[0]) throw new Error(locale);
  all.sort(collator.compare);
  const headings = [];
  let text = "";
  for (const item of all) {
    if (item in marks) headings.push([marks[item], text.length]);
    else text += item;
  }
  return { text, headings };
}

const BLOCKS = {
  Deva: [[0x900, 0x97f], [0xa8e0, 0xa8ff]], Beng: [[0x980, 0x9ff]], Guru: [[0xa00, 0xa7f]], Gujr: [[0xa80, 0xaff]],
  Orya: [[0xb00, 0xb7f]], Taml: [[0xb80, 0xbff]], Telu: [[0xc00, 0xc7f]], Knda: [[0xc80, 0xcff]], Mlym: [[0xd00, 0xd7f]],
  Sinh: [[0xd80, 0xdff]], Thai: [[0xe00, 0xe7f]], Laoo: [[0xe80, 0xeff]], Tibt: [[0xf00, 0xfff]],
  Mymr: [[0x1000, 0x109f], [0xaa60, 0xaa7f]], Cher: [[0x13a0, 0x13ff], [0xab70, 0xabbf]], Khmr: [[0x1780, 0x17ff]],
};

function scripts() {
  const base = new Intl.Collator("en", { sensitivity: "base" }), full = new Intl.Collator("en");
  const letter = (s) => /[\p{L}\p{M}]/u.test(s) && base.compare(s, "") !== 0 && s.normalize("NFC") === s;
  return Object.fromEntries(Object.entries(BLOCKS).map(([name, ranges]) => {
    const chars = ranges.flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, i) => String.fromCodePoint(low + i)));
    const own = chars.filter(letter).sort((x, y) => base.compare(x, y) || full.compare(x, y));
    return [name, own.map((c, i) => (i && base.compare(own[i - 1], c) !== 0 ? " " : "") + c).join("")];
  }));
}

const letters = Object.fromEntries([..."ABCDEFGHJKLMNOPQRSTWXYZ"].map((l) => [`\ufdd0${l}`, l]));
const strokes = Object.fromEntries([...Array(36).keys()].map((n) => [`\ufdd0${String.fromCharCode(0x2801 + n)}`, `${n + 1}`]));
process.stdout.write(JSON.stringify({
  pinyin: order("zh-u-co-pinyin", letters),
  stroke: order("zh-Hant-u-co-stroke", strokes),
  jis: order("ja", {}),
  scripts: scripts(),
}));
