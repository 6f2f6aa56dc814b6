#!/usr/bin/env bash
# Measures bulk loads into Neo4j, in one run on one server: the store's own load of a
# made-up graph, and the very rows that it sends once more bare through the driver, in
# UNWIND batches of 10,000. The column "tables" is all of `innograph load`: the same
# graph read from CSV files, checked and loaded. Prints ratios; only those of one run mean anything on a
# shared machine, and even they differ by some per cent.
#   LOAD_TABLES     where the CSV files are written and stay (default: nowhere)
#   LOAD_ENTITIES   how many (100000); there are ten relations for each
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export LOAD_ENTITIES=${LOAD_ENTITIES:-100000}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
TESTPKGS=./store/neo4j bash scripts/test.sh -run '^$' -bench '^BenchmarkLoad$' -benchtime 1x -timeout 60m | tee "$out"

# A line reads: BenchmarkLoad/first/bare-2   1   5678 ns/op   19086 rows/s
awk '
  $1 ~ /^BenchmarkLoad\// {
    split($1, part, "/"); sub(/-[0-9]+$/, "", part[3])
    for (i = 3; i < NF; i++) if ($(i + 1) ~ /^(rows\/s|bytes\/row)$/) value[part[2], part[3]] = $i
  }
  END {
    n = split("first again changed", name)
    printf "\n%-10s %14s %14s %12s %14s %12s\n", "load", "store rows/s", "bare rows/s", "store/bare", "tables rows/s", "tables/bare"
    for (i = 1; i <= n; i++) {
      s = value[name[i], "store"]; b = value[name[i], "bare"]
      if (!s || !b) { print "bench-load.sh: a measurement of " name[i] " is missing" > "/dev/stderr"; exit 1 }
      printf "%-10s %14.0f %14.0f %12.2f", name[i], s, b, s / b
      t = value[name[i], "tables"]
      if (t) printf " %14.0f %12.2f\n", t, t / b; else printf "\n"
    }
  }' "$out"
