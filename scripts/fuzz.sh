#!/usr/bin/env bash
# Feeds every reader of the loader with made-up input, one fuzz test after the other,
# and prints how many inputs each has taken. An input that breaks one is kept by Go
# under testdata/fuzz and ends the run: commit it with the mend.
#   FUZZTIME   for each test (10m); FUZZPKGS   packages (all below loader)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for pkg in $(go list ${FUZZPKGS:-./loader/...}); do
  dir=${pkg#"$(go list -m)"/}
  tests=$(grep -hos '^func Fuzz[A-Za-z]*' "$dir"/*_test.go | sed 's/^func //') || continue
  for name in $tests; do
    # An input that sets no new mark is worth five seconds of shrinking, not the default minute.
    # Go now and then calls it a failure that the time is up while a worker is busy.
    if ! go test "./$dir" -run '^$' -fuzz "^$name\$" -fuzztime "${FUZZTIME:-10m}" -fuzzminimizetime 5s -parallel "${FUZZPARALLEL:-2}" >"$log" 2>&1 &&
      ! { grep -q 'context deadline exceeded' "$log" && ! grep -q 'Failing input' "$log"; }; then
      cat "$log" >&2
      exit 1
    fi
    grep '^fuzz: elapsed' "$log" | tail -n 1 | sed "s|^fuzz:|$dir $name:|"
  done
done
