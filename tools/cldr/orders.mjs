// SPDX-License-Identifier: Apache-2.0
// Print, as JSON, the order of Han characters under the collations of CLDR 48, read through Intl.Collator of a node
// with full ICU: by pinyin and by strokes for Chinese, by JIS for Japanese; with the places where the headings of an
// index begin (CLDR marks them with U+FDD0 in the collation rules).
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

const letters = Object.fromEntries([..."ABCDEFGHJKLMNOPQRSTWXYZ"].map((l) => [`\ufdd0${l}`, l]));
const strokes = Object.fromEntries([...Array(36).keys()].map((n) => [`\ufdd0${String.fromCharCode(0x2801 + n)}`, `${n + 1}`]));
process.stdout.write(JSON.stringify({
  pinyin: order("zh-u-co-pinyin", letters),
  stroke: order("zh-Hant-u-co-stroke", strokes),
  jis: order("ja", {}),
}));
