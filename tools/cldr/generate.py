# SPDX-License-Identifier: Apache-2.0
"""Write the frozen locale tables of docforge from CLDR JSON; run by maintainers, never by users.

Usage::

    mkdir cldr && cd cldr
    for p in core dates-full numbers-full misc-full localenames-full cal-hebrew-full cal-islamic-full; do
        npm pack cldr-$p@48.2.0
    done
    for f in *.tgz; do d=${f%-48.2.0.tgz}; mkdir -p $d; tar xzf $f -C $d --strip-components=1; done
    node path/to/docforge/tools/cldr/calendars.mjs > calendars.json     # node with full ICU, CLDR 48
    node path/to/docforge/tools/cldr/orders.mjs > orders.json
    python path/to/docforge/tools/cldr/generate.py .

Output: ``src/docforge/locale/cldr``: ``core.json`` (supplemental facts), one file per language with the
difference of each of its locales to its parent, one file per language with display names, and one per
language with the names of the other calendars.  The same input gives the same bytes.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

VERSION = "48.2.0"
TARGET = Path(__file__).resolve().parents[2] / "src" / "docforge" / "locale" / "cldr"
DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")
TIME_FIELDS = re.compile(r"[aAbBhHkKmsSvVzZOXxjJCQqwWYDFgeu]")
MONTH_KEYS = {"wide": 4, "abbreviated": 3, "narrow": 5}
DAY_KEYS = {"wide": 4, "abbreviated": 3, "narrow": 5, "short": 6}


EMPTY: dict[str, Any] = {"localeDisplayNames": {}}


class Source:
    """The unpacked CLDR JSON packages below one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def supplemental(self, name: str) -> Any:
        path = self.root / "cldr-core" / "supplemental" / f"{name}.json"
        return json.loads(path.read_text("utf-8"))["supplemental"]

    def main(self, package: str, locale: str, name: str) -> Any:
        path = self.root / f"cldr-{package}-full" / "main" / locale / f"{name}.json"
        return json.loads(path.read_text("utf-8"))["main"][locale] if path.exists() else None

    @property
    def locales(self) -> list[str]:
        return sorted(path.name for path in (self.root / "cldr-dates-full" / "main").iterdir())


def plain(pattern: Any) -> str:
    return pattern["_value"] if isinstance(pattern, dict) else pattern


def names(block: Any, letters: str, widths: dict[str, int], keys: tuple[str, ...]) -> dict[str, list[str]]:
    out = {}
    for letter, form in zip(letters, ("format", "stand-alone"), strict=True):
        for width, count in widths.items():
            if width in block[form]:
                out[letter * count] = [block[form][width][key] for key in keys]
    return out


def date_only(formats: dict[str, Any]) -> dict[str, Any]:
    return {
        key: (plain(value) if not (isinstance(value, dict) and "_value" not in value) else value)
        for key, value in formats.items()
        if not TIME_FIELDS.search(key) and "-" not in key
    }


def intervals(formats: dict[str, Any]) -> dict[str, Any]:
    out = {}
    for key, value in formats.items():
        if key == "intervalFormatFallback" or TIME_FIELDS.search(key) or "-" in key:
            continue
        out[key] = {field: text for field, text in value.items() if "-" not in field}
    return out


def patterns(calendar: Any) -> dict[str, Any]:
    formats = calendar["dateTimeFormats"]
    return {
        "style": {name: plain(calendar["dateFormats"][name]) for name in ("full", "long", "medium", "short")},
        "skeleton": date_only(formats["availableFormats"]),
        "interval": intervals(formats["intervalFormats"]),
        "fallback": formats["intervalFormats"]["intervalFormatFallback"],
    }


def number_facts(numbers: Any) -> dict[str, Any]:
    default = numbers["defaultNumberingSystem"]
    out: dict[str, Any] = {"numbering": default, "min_grouping": int(numbers["minimumGroupingDigits"])}
    native = numbers.get("otherNumberingSystems", {}).get("native")
    out["native"] = native or default
    for system in sorted({default, "latn", native or default}):
        symbols = numbers.get(f"symbols-numberSystem-{system}")
        if symbols is None:
            continue
        out[f"symbols-{system}"] = [symbols["decimal"], symbols["group"], symbols["minusSign"], symbols["percentSign"]]
        out[f"decimal-{system}"] = numbers[f"decimalFormats-numberSystem-{system}"]["standard"]
        out[f"percent-{system}"] = numbers[f"percentFormats-numberSystem-{system}"]["standard"]
    return out


def list_facts(patterns_: Any) -> dict[str, list[str]]:
    out = {}
    for name, key in (("and", "standard"), ("or", "or"), ("unit", "unit")):
        block = patterns_[f"listPattern-type-{key}"]
        out[name] = [block["2"], block["start"], block["middle"], block["end"]]
    return out


def index_letters(exemplars: str) -> list[str]:
    text = exemplars.strip("[]")
    return [token.strip("{}") for token in re.findall(r"\{[^}]+\}|\S", text)]


def facts(source: Source, locale: str) -> dict[str, Any] | None:
    gregorian = source.main("dates", locale, "ca-gregorian")["dates"]["calendars"]["gregorian"]
    if gregorian["months"]["format"]["wide"]["1"] in ("M01", "Month1") and locale != "und":
        return None
    months = tuple(str(n) for n in range(1, 13))
    generic = source.main("dates", locale, "ca-generic")["dates"]["calendars"]["generic"]
    characters = source.main("misc", locale, "characters")["characters"]
    delimiters = source.main("misc", locale, "delimiters")["delimiters"]
    quotes = ("quotationStart", "quotationEnd", "alternateQuotationStart", "alternateQuotationEnd")
    gregorian_patterns = patterns(gregorian)
    generic_patterns = patterns(generic)
    return {
        "names": names(gregorian["months"], "ML", MONTH_KEYS, months)
        | names(gregorian["days"], "Ec", DAY_KEYS, DAYS)
        | {"G": [gregorian["eras"]["eraAbbr"]["0"], gregorian["eras"]["eraAbbr"]["1"]]},
        **gregorian_patterns,
        "generic": generic_patterns,
        "numbers": number_facts(source.main("numbers", locale, "numbers")["numbers"]),
        "lists": list_facts(source.main("misc", locale, "listPatterns")["listPatterns"]),
        "quotes": [delimiters[key] for key in quotes],
        "index": index_letters(characters.get("index", "")),
        "rtl": source.main("misc", locale, "layout")["layout"]["orientation"]["characterOrder"] == "right-to-left",
    }


def difference(child: Any, parent: Any) -> Any:
    """What must be laid over *parent* to give *child*; None in a mapping takes a key away."""
    if not (isinstance(child, dict) and isinstance(parent, dict)):
        return child
    out = {}
    for key, value in child.items():
        if key not in parent:
            out[key] = value
        elif value != parent[key]:
            out[key] = difference(value, parent[key])
    out.update({key: None for key in parent if key not in child})
    return out


def parent_of(locale: str, parents: dict[str, str], known: set[str]) -> str:
    while locale != "und":
        locale = parents.get(locale) or (locale.rpartition("-")[0] or "und")
        if locale in ("und", "root") or locale in known:
            return "und" if locale == "root" else locale
    return "und"


def display_names(source: Source, locale: str, wanted: set[str], territories: set[str]) -> dict[str, Any]:
    block = (source.main("localenames", locale, "languages") or EMPTY)["localeDisplayNames"].get("languages", {})
    scripts = (source.main("localenames", locale, "scripts") or EMPTY)["localeDisplayNames"].get("scripts", {})
    regions = (source.main("localenames", locale, "territories") or EMPTY)["localeDisplayNames"].get("territories", {})
    pattern = source.main("localenames", locale, "localeDisplayNames")["localeDisplayNames"]["localeDisplayPattern"]
    return {
        "languages": {k: v for k, v in block.items() if k in wanted and v != k},
        "scripts": {
            k.partition("-")[0]: v
            for k, v in scripts.items()
            if ("-" not in k or k.endswith("-alt-stand-alone")) and k.partition("-")[0] in USED_SCRIPTS and v != k
        },
        "territories": {k: v for k, v in regions.items() if k in territories and v != k},
        "pattern": [pattern["localePattern"], pattern["localeSeparator"]],
    }


USED_SCRIPTS = {
    "Latn", "Cyrl", "Arab", "Hans", "Hant", "Deva", "Grek", "Hebr", "Beng", "Guru", "Mong", "Tfng", "Vaii",
    "Adlm", "Nkoo", "Olck", "Mtei", "Orya", "Telu", "Cher", "Rohg", "Syrc", "Thaa", "Brai",
}  # fmt: skip


def core(source: Source, known: set[str]) -> dict[str, Any]:
    aliases = source.supplemental("aliases")["metadata"]["alias"]
    likely = source.supplemental("likelySubtags")["likelySubtags"]
    parents = source.supplemental("parentLocales")["parentLocales"]["parentLocale"]
    languages = {tag.partition("-")[0] for tag in known}
    rtl = ("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg")
    keep_likely = {
        key: value
        for key, value in likely.items()
        if key.partition("-")[0] in languages | {"und"}
        or (value.split("-")[1] in rtl and key.count("-") == 0)
        or len(key) == 2
    }
    week = source.supplemental("weekData")["weekData"]
    numbering = source.supplemental("numberingSystems")["numberingSystems"]
    plurals = {}
    for kind, file in (("cardinal", "plurals"), ("ordinal", "ordinals")):
        block = source.supplemental(file)[f"plurals-type-{kind}"]
        plurals[kind] = {
            tag: {
                key.removeprefix("pluralRule-count-"): rule.partition("@")[0].strip()
                for key, rule in rules.items()
                if not key.endswith("-other")
            }
            for tag, rules in block.items()
        }
    return {
        "version": VERSION,
        "locales": sorted(known - {"und"}),
        "parents": {
            k: ("und" if v == "root" else v)
            for k, v in parents.items()
            if k in known or k.partition("-")[0] in languages
        },
        "likely": keep_likely,
        "language_alias": {k: v["_replacement"] for k, v in aliases["languageAlias"].items()},
        "script_alias": {k: v["_replacement"] for k, v in aliases["scriptAlias"].items()},
        "territory_alias": {k: v["_replacement"].split()[0] for k, v in aliases["territoryAlias"].items()},
        "variant_alias": {k: v["_replacement"] for k, v in aliases["variantAlias"].items()},
        "letter_paper": sorted(
            k
            for k, v in source.supplemental("measurementData")["measurementData"]["paperSize"].items()
            if v == "US-Letter"
        ),
        "calendars": dict(source.supplemental("calendarPreferenceData")["calendarPreferenceData"]),
        "week": {
            "first": {k: v for k, v in week["firstDay"].items() if "-" not in k},
            "minimum": {k: int(v) for k, v in week["minDays"].items()},
            "weekend_start": {k: v for k, v in week["weekendStart"].items() if "-" not in k},
            "weekend_end": {k: v for k, v in week["weekendEnd"].items() if "-" not in k},
        },
        "digits": {k: v["_digits"] for k, v in numbering.items() if v["_type"] == "numeric"},
        "plurals": plurals,
    }


def write(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")


def by_language(resolved: dict[str, Any], parents: dict[str, str]) -> dict[str, dict[str, Any]]:
    known = set(resolved)
    out: dict[str, dict[str, Any]] = {}
    for locale, record in resolved.items():
        delta = record if locale == "und" else difference(record, resolved[parent_of(locale, parents, known)])
        out.setdefault(locale.partition("-")[0], {})[locale] = delta
    return out


STYLES = ("full", "long", "medium", "short")
# Umm al-Qura and civil reckoning share names and patterns.
PACKAGED = {"hebrew": "hebrew", "islamic": "islamic"}
UNIX_EPOCH = 719163


def space_folded(text: str) -> str:
    """Fold what Intl does not tell: kinds of space, and whether a weekday's name is the stand-alone one."""
    text = text.replace("cccc", "EEEE")
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("\u2009", " ")


def matched(key: str, generic: dict[str, Any], styles: dict[str, str]) -> str | None:
    """What docforge would take for a skeleton without a pattern of its own."""
    from docforge.locale.skeletons import best_pattern

    return best_pattern(key, {**generic["style"], **styles}.values(), generic["skeleton"])


def packaged_calendar(source: Source, locale: str, calendar: str) -> dict[str, Any] | None:
    block = source.main(f"cal-{calendar}", locale, f"ca-{calendar}")
    if block is None:
        return None
    block = block["dates"]["calendars"][calendar]
    count = 13 if calendar == "hebrew" else 12
    keys = tuple(str(n) for n in range(1, count + 1))
    out: dict[str, Any] = names(block["months"], "ML", MONTH_KEYS, keys)
    out["weekdays"] = names(block["days"], "Ec", DAY_KEYS, DAYS)
    eras = block["eras"]
    for key, name in (("GGGG", "eraNames"), ("G", "eraAbbr"), ("GGGGG", "eraNarrow")):
        out[key] = [eras[name]["0"]]
    if calendar == "hebrew":
        out["adar2"] = block["months"]["format"]["wide"].get("7-yeartype-leap", out["MMMM"][6])
    out["style"] = {style: plain(block["dateFormats"][style]) for style in STYLES}
    return out


def calendar_tables(
    source: Source, raw: dict[str, Any], resolved: dict[str, Any], parents: dict[str, str]
) -> dict[str, dict[str, Any]]:
    table: dict[str, Any] = {}
    # CLDR's root names these months and eras as English does; Intl has no root to ask.
    shared = ("MMMM", "MMM", "MMMMM", "LLLL", "LLL", "G", "GGGG", "GGGGG")
    raw = {**raw, "und": {name: {k: v for k, v in own.items() if k in shared} for name, own in raw["en"].items()}}
    for locale, record in resolved.items():
        generic = record["generic"]["style"]
        own = {name: dict(facts_) for name, facts_ in raw.get(locale, {}).items()}
        for name, package in PACKAGED.items():
            block = packaged_calendar(source, locale, package)
            if block is not None:
                own[name] = own.get(name, {}) | block
        for facts_ in own.values():
            if facts_.get("weekdays") and all(record["names"][k] == v for k, v in facts_["weekdays"].items()):
                del facts_["weekdays"]
            facts_["skeleton"] = {
                key: pattern
                for key, pattern in facts_.get("skeleton", {}).items()
                if space_folded(pattern) != space_folded(matched(key, record["generic"], facts_.get("style", {})) or "")
            }
            if not facts_["skeleton"]:
                del facts_["skeleton"]
            # Intl writes U+0020 for U+202F: where only that differs, the package's own pattern is meant.
            styles = {
                style: pattern
                for style, pattern in facts_.pop("style", {}).items()
                if space_folded(pattern) != space_folded(generic[style]) and pattern is not None
            }
            if styles:
                facts_["style"] = styles
        if own:
            table[locale] = own
    known = set(table)
    complete = {tag: {**table["und"], **table.get(tag, {})} for tag in resolved}
    assert "und" in known
    return by_language(complete, parents)


def moon_tables(raw: dict[str, Any]) -> dict[str, Any]:
    observed = raw["umalqura"]
    first = next(i for i, (_, month, _) in enumerate(observed) if month == "1")
    days = [day for _, _, day in observed[first:]]
    whole = (len(days) - 1) // 12 * 12
    lengths = "".join(str(days[i + 1] - days[i] - 29) for i in range(whole))
    years: list[list[Any]] = []
    months = raw["chinese"]
    for i in range(len(months) - 1):
        year, month, day = months[i]
        number, leap = int(month.rstrip("bis")), month.endswith("bis")
        if not years or years[-1][0] != year:
            years.append([year, number, "", -1])
        if leap:
            years[-1][3] = len(years[-1][2])
        years[-1][2] += str(months[i + 1][2] - day - 29)
    return {
        "umalqura": {"first_year": int(observed[first][0]), "first_day": days[0] + UNIX_EPOCH, "lengths": lengths},
        "chinese": {"first_day": months[0][2] + UNIX_EPOCH, "years": years},
    }


def main(root: str) -> None:
    source = Source(Path(root))
    resolved = {}
    for locale in source.locales:
        record = facts(source, locale)
        if record is not None:
            resolved[locale] = record
    known = set(resolved)
    parents = source.supplemental("parentLocales")["parentLocales"]["parentLocale"]
    for folder in ("locales", "names", "calendars"):
        shutil.rmtree(TARGET / folder, ignore_errors=True)
    for language, table in by_language(resolved, parents).items():
        write(TARGET / "locales" / f"{language}.json", table)
    likely = source.supplemental("likelySubtags")["likelySubtags"]
    wanted = known | {tag.partition("-")[0] for tag in known} | {tag for tag in likely if len(tag) == 2}
    territories = {
        tag
        for tag in source.main("localenames", "en", "territories")["localeDisplayNames"]["territories"]
        if re.fullmatch(r"[A-Z]{2}|001|150|419", tag)
    }
    named = {tag: display_names(source, tag, wanted, territories) for tag in known}
    for language, table in by_language(named, parents).items():
        write(TARGET / "names" / f"{language}.json", table)
    write(TARGET / "core.json", core(source, known))
    calendars = Path(root) / "calendars.json"
    if calendars.exists():
        raw = json.loads(calendars.read_text("utf-8"))
        for language, table in calendar_tables(source, raw["table"], resolved, parents).items():
            write(TARGET / "calendars" / f"{language}.json", table)
        write(TARGET / "moons.json", moon_tables(raw["moons"]))
    orders = Path(root) / "orders.json"
    if orders.exists():
        write(TARGET / "orders.json", json.loads(orders.read_text("utf-8")))
    shutil.copyfile(Path(root) / "cldr-core" / "LICENSE", TARGET / "LICENSE-UNICODE.txt")


if __name__ == "__main__":
    main(sys.argv[1])
