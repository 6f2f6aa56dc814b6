#!/usr/bin/env bash
# Runs the scenarios of web/e2e/stores.e2e.ts against serve --store neo4j: starts a Neo4j,
# loads the shipped tables, and stops it whatever happens. Without Java and Maven, or with
# INNOGRAPH_TEST_NEO4J=off, they are left out with a note; with CI=true that is a failure.
# INNOGRAPH_TEST_NEO4J_URI, _USER, _PASSWORD name a server to use instead; IT IS EMPTIED.
set -euo pipefail
cd "$(dirname "$0")/.."

left_out() {
  echo "e2e-neo4j: NOTE: the scenarios on the Neo4j store are left out: $1" >&2
  [[ ${CI:-} != true ]]
  exit
}

[[ ${INNOGRAPH_TEST_NEO4J:-} != off ]] || left_out "INNOGRAPH_TEST_NEO4J=off is set"

state=$(mktemp -d "${TMPDIR:-/tmp}/innograph-e2e.XXXXXX")
cleanup() {
  trap '' HUP INT TERM # a second Ctrl-C must not leave the server behind
  bash scripts/neo4j.sh stop --state "$state" 2>/dev/null || true
  rm -rf "$state"
}
trap cleanup EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

rc=0
bash scripts/neo4j.sh start --fresh --state "$state" >/dev/null || rc=$?
[[ $rc != 3 ]] || left_out "no Java or Maven here (Debian: apt-get install openjdk-17-jre-headless maven)"
[[ $rc == 0 ]] || { echo "e2e-neo4j: FAILED: no Neo4j to test against" >&2; exit 1; }
# shellcheck disable=SC1091
. "$state/env"
export INNOGRAPH_NEO4J_URI=$INNOGRAPH_TEST_NEO4J_URI INNOGRAPH_NEO4J_USER=$INNOGRAPH_TEST_NEO4J_USER INNOGRAPH_NEO4J_PASSWORD=$INNOGRAPH_TEST_NEO4J_PASSWORD

mkdir -p bin
bash scripts/build-web.sh
go build -o bin/innograph ./cmd/innograph # with cgo, as lint and the tests compile all packages
bin/innograph load data --store neo4j >&2
INNOGRAPH_E2E_STORE=neo4j bash scripts/e2e-web.sh stores
