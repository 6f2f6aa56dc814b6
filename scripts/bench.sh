#!/usr/bin/env bash
# Measures seven queries in one run: the embedded store, the Neo4j store, and the
# Neo4j store's own Cypher sent bare through the driver. Prints times and ratios;
# only the ratios of one run mean anything on a shared machine.
#   BENCHTIME   time or count for each (1s)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=$(mktemp)
trap 'rm -f "$out"' EXIT
TESTPKGS=./cmd/innograph bash scripts/test.sh -run '^$' -bench '^BenchmarkStores$' -benchtime "${BENCHTIME:-1s}" -timeout 30m | tee "$out"

# A line reads: BenchmarkStores/node/bare-2   1234   5678 ns/op …
awk '
  $1 ~ /^BenchmarkStores\// {
    split($1, part, "/"); sub(/-[0-9]+$/, "", part[3])
    time[part[3], part[2]] = $3
    if (!(part[2] in seen)) { seen[part[2]] = 1; order[++n] = part[2] }
  }
  END {
    if (!n) { print "bench.sh: no benchmark ran" > "/dev/stderr"; exit 1 }
    printf "\n%-14s %12s %12s %12s %14s %14s\n", "query", "embedded µs", "neo4j µs", "bare µs", "neo4j/bare", "bare/embedded"
    for (i = 1; i <= n; i++) {
      q = order[i]; e = time["store", q]; s = time["neo4j", q]; b = time["bare", q]
      if (!e || !s || !b) { print "bench.sh: a time of " q " is missing" > "/dev/stderr"; exit 1 }
      printf "%-14s %12.1f %12.1f %12.1f %14.2f %14.1f\n", q, e / 1000, s / 1000, b / 1000, s / b, b / e
    }
  }' "$out"
