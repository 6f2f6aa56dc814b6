#!/usr/bin/env bash
# Measures walks and matching, in one run, and prints tables: walks on the embedded
# store; matchPartners and matchDemands over HTTP, embedded, on the shipped graph and on
# made-up ones with ten relations for each entity; the same on Neo4j, beside the same Cypher
# sent bare. On a shared machine only ratios within one run mean anything.
#   WALKS       sizes of the embedded graphs that are walked ("10000 100000")
#   MATCHES     sizes of those that matching is asked of ("10000 1000000")
#   NEO4J       sizes in Neo4j, of which both are asked ("shipped 10000 100000"; of the
#               shipped graph matching alone); empty: none
#   BENCHTIME   time or count for each (300x); for Neo4j a count
# A graph of a million entities takes some minutes to make and 9 GB. INNOGRAPH_NEO4J_HEAP
# is Neo4j's heap (4g): a walk of three steps from a common field of 100 thousand entities
# needs more than the 0.7 GB that a heap of 1 GB leaves to transactions;
# INNOGRAPH_NEO4J_PAGECACHE is for its files (1g). A million in Neo4j: see
# docs/performance.md for a server that is filled once, and kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

walks=${WALKS-10000 100000} neo4j=${NEO4J-shipped 10000 100000} matches=${MATCHES-10000 1000000} time=${BENCHTIME:-300x}
export INNOGRAPH_NEO4J_HEAP=${INNOGRAPH_NEO4J_HEAP:-4g} INNOGRAPH_NEO4J_PAGECACHE=${INNOGRAPH_NEO4J_PAGECACHE:-1g}
out=$(mktemp)
trap 'rm -f "$out"' EXIT

# The lines of a benchmark as a table: its name without the part that all share, then
# the figures named by the other arguments.
table() {
  awk -v strip="$1" -v heads="$2" '
    BEGIN { n = split(heads, head, " "); printf "\n%-40s", "question"; for (i = 1; i <= n; i++) printf " %12s", head[i]; printf "\n" }
    $1 ~ "^Benchmark" strip "/" {
      name = $1; sub("^Benchmark" strip "/", "", name); sub(/-[0-9]+$/, "", name); printf "%-40s", name
      for (i = 1; i <= n; i++) for (j = 3; j < NF; j++) if ($(j + 1) == head[i]) printf " %12s", $j
      printf "\n"; rows++
    }
    END { if (!rows) { print "bench-match.sh: no benchmark of " strip " ran" > "/dev/stderr"; exit 1 } }' "$out"
}

echo "$(date -u +%FT%TZ), $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
for size in $walks; do
  CGO_ENABLED=0 go test ./store/memory -run '^$' -bench "^BenchmarkWalk\$/^$size\$" -benchtime "${BENCHTIME:-2000x}" -timeout 60m -args -walk-entities "$size" | tee -a "$out"
done
[[ -z $walks ]] || table Walk "p50-µs p99-µs B/op"

if [[ $matches ]]; then
  CGO_ENABLED=0 go test ./cmd/innograph -run '^$' -bench '^BenchmarkMatching$' -benchtime "$time" -timeout 60m -args -match-entities "${matches// /,}" | tee -a "$out"
  table Matching "p50-ms p99-ms"
fi

for size in $neo4j; do
  packages="./store/neo4j ./cmd/innograph" # on one server: the second finds what the first has loaded
  [[ $size != shipped ]] || packages=./cmd/innograph
  BENCH_ENTITIES=$size TESTPKGS=$packages bash scripts/test.sh -run '^$' -bench '^Benchmark(Walk|MatchingNeo4j)$' -benchtime "$time" -timeout 60m | tee "$out"
  echo "load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
  [[ $size == shipped ]] || awk -v size="$size" '
    $1 ~ /^BenchmarkWalk\/walk\// { split($1, part, "/"); sub(/-[0-9]+$/, "", part[3]); time[part[3]] = $3 }
    END {
      if (!time["neo4j"] || !time["bare"]) { print "bench-match.sh: a walk was not measured" > "/dev/stderr"; exit 1 }
      printf "\nwalk on Neo4j, %d entities: store %.2f ms, bare %.2f ms, store/bare %.2f\n", size, time["neo4j"] / 1e6, time["bare"] / 1e6, time["neo4j"] / time["bare"]
    }' "$out"
  echo "matching on Neo4j, $size:"
  table MatchingNeo4j "p50-ms p99-ms statements bare-p50-ms ÷bare again-p50-ms plain-p50-ms ÷plain"
done
echo "load at the end $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
