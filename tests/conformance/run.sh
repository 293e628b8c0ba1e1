#!/usr/bin/env bash
# Convert every sample and bind them all into packs, then run the outside validators over the results.
# SHARED: folder with tools/setup.sh and tools/conformance; BENCH_HOME: where the validators are or go.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${SHARED:?}" "${BENCH_HOME:?}" "${PYTHON:=python3}"
export SHARED BENCH_HOME PDF_FLAVOURS=${PDF_FLAVOURS:-ua1,2a}
bash tests/conformance/install.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$PYTHON" -m docforge convert samples/*.txt -o "$work" -q
"$PYTHON" -m docforge pack samples/*.txt -o "$work/pack.pdf" -t docx,pdf,epub --title 'All samples' -q
if [ -e "$SHARED/seed" ]; then "$PYTHON" -m docforge convert "$SHARED"/seed/*.txt -o "$work" -q; fi
echo "validating $(ls "$work" | wc -l) files"
bash "$SHARED/tools/conformance/validate.sh" "$work"/*.docx "$work"/*.pdf "$work"/*.epub >"$work/report.tsv" || true
sed "s#$work/##" "$work/report.tsv" | grep -v -E '^(PASS|INFO)' || true
pass=$(grep -c '^PASS' "$work/report.tsv" || true)
fail=$(grep -c '^FAIL' "$work/report.tsv" || true)
warn=$(grep -c '^WARN' "$work/report.tsv" || true)
skip=$(grep -c '^SKIP' "$work/report.tsv" || true)
echo "validators: $pass passed, $fail failed, $warn warnings, $skip skipped"
[ "$fail" = 0 ] && [ "$warn" = 0 ]
