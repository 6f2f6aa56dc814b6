#!/usr/bin/env bash
# Measures six questions on innograph, on @neo4j/graphql and as bare Cypher, over one
# Neo4j server that it starts, fills and stops. Everything listens on loopback only.
#   GRAPH     shipped (default), large (100 thousand entities, a million relations), or
#             a folder of tables, whose aims are those of a large graph
#   ROUNDS    rounds of each server (5); figures are their medians
#   ROUND     time of a round (500ms)
#   STORES    of innograph (embedded,replica,neo4j,neo4j-unkept: the last one keeps no answers)
#   ONLY      some of: node,list,field,search,paths,partners
#   STATE     a folder for Neo4j that is kept, with what it was filled with
# The Neo4j of INNOGRAPH_TEST_NEO4J_URI is not used: it may hold other data.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

graph=${GRAPH:-shipped} kept=${STATE:-}
unset INNOGRAPH_TEST_NEO4J_URI
work=$(mktemp -d "${TMPDIR:-/tmp}/innograph-peer.XXXXXX")
state=${kept:-$work/neo4j}
child=''

cleanup() {
  trap '' HUP INT TERM # a second Ctrl-C must not leave servers behind
  if [[ $child ]]; then
    kill -- "-$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  fi
  bash scripts/neo4j.sh stop --state "$state" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# run CMD: in a process group of its own, so that a signal is acted on at once and
# reaches the servers that the command has started.
run() {
  local rc=0
  set -m
  "$@" </dev/null &
  child=$!
  set +m
  wait "$child" || rc=$?
  child=''
  return $rc
}

bash scripts/npm-ci.sh tools/bench-peer
CGO_ENABLED=0 go build -o bin/ ./cmd/innograph ./cmd/benchpeer

options=()
case $graph in
shipped) ;;
large)
  data=${kept:-$work}/large
  [[ -s $data/relations.csv ]] || run bin/innograph generate --entities 100000 --out "$data"
  options+=(--large --data "$data")
  ;;
*)
  [[ -d $graph ]] || { echo "bench-peer.sh: GRAPH=$graph is no folder; there are shipped, large and folders of tables" >&2; exit 2; }
  data=$graph
  options+=(--large --data "$data")
  ;;
esac

# Fresh unless kept, and never with the data of another graph.
export INNOGRAPH_NEO4J_HEAP=${INNOGRAPH_NEO4J_HEAP:-2g}
run bash scripts/neo4j.sh start --keep --state "$state" --timeout 600 >/dev/null
# shellcheck disable=SC1091
. "$state/env"
export INNOGRAPH_NEO4J_PASSWORD=$INNOGRAPH_TEST_NEO4J_PASSWORD
# Where the same graph is there already, this changes nothing.
run bin/innograph load --store neo4j --neo4j-uri "$INNOGRAPH_TEST_NEO4J_URI" ${data:+"$data"} >&2

echo "$(date -u +%FT%TZ), graph $graph, $(nproc) processors, load $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
run bin/benchpeer --neo4j-uri "$INNOGRAPH_TEST_NEO4J_URI" --stores "${STORES:-embedded,replica,neo4j,neo4j-unkept}" --only "${ONLY:-}" \
  --rounds "${ROUNDS:-5}" --round "${ROUND:-500ms}" "${options[@]}"
echo "load at the end $(cut -d' ' -f1-3 /proc/loadavg 2>/dev/null || echo unknown)"
