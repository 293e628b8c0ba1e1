#!/usr/bin/env bash
# Install the outside validators under BENCH_HOME unless they are there. SHARED: folder with tools/setup.sh.
set -euo pipefail
: "${SHARED:?}" "${BENCH_HOME:?}"
if [ -e "$BENCH_HOME/vera/VeraCheck.class" ] && [ -x "$BENCH_HOME/node_modules/.bin/ooxml-validator" ] \
  && command -v soffice >/dev/null && [ -x "$BENCH_HOME/venv/bin/python" ]; then
  exit 0
fi
mkdir -p "$BENCH_HOME"
if [ "$(id -u)" = 0 ]; then apt-get update -qq; fi
bash "$SHARED/tools/setup.sh" "$BENCH_HOME" validators >"$BENCH_HOME/setup.log" 2>&1 || {
  tail -n 20 "$BENCH_HOME/setup.log"
  exit 1
}
