#!/usr/bin/env bash
# Runs all Go tests, those against Neo4j included: starts a Neo4j of its own, and stops
# it whatever happens. Arguments go to go test:  scripts/test.sh -run Paths -v
#
#   GOTESTFLAGS    more flags for go test (-race)
#   TESTPKGS       what to test (./...)
#   INNOGRAPH_TEST_NEO4J_URI, _USER, _PASSWORD    a server to use instead; IT IS EMPTIED
#   INNOGRAPH_TEST_NEO4J=off                      leave the tests against Neo4j out
#   CI=true        a missing server is a failure; Java is installed where possible
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf 'test.sh: %s\n' "$*" >&2; }

state=$(mktemp -d "${TMPDIR:-/tmp}/innograph-test.XXXXXX")
children='' watchdog=''

cleanup() {
  trap '' HUP INT TERM # a second Ctrl-C must not leave the server behind
  local child
  for child in $children; do
    kill -- "-$child" 2>/dev/null || true
    wait "$child" 2>/dev/null || true
  done
  scripts/neo4j.sh stop --state "$state" 2>"$state/stop.log" || cat "$state/stop.log" >&2
  [[ ! $watchdog ]] || kill -- "-$watchdog" 2>/dev/null || true
  rm -rf "$state"
}
trap cleanup EXIT
trap 'say interrupted; exit 129' HUP
trap 'say interrupted; exit 130' INT
trap 'say interrupted; exit 143' TERM

# start CMD: in the background and in a process group of its own, so that a signal is
# acted on at once and reaches the test binaries too. last is its process.
start() {
  set -m
  "$@" </dev/null &
  last=$!
  set +m
  children+=" $last "
}

# finish PID: wait for it, with its status.
finish() {
  local rc=0
  wait "$1" || rc=$?
  children=${children/ $1 /}
  return $rc
}

run() {
  start "$@"
  finish "$last"
}

# whole CMD: what it says comes in one piece, not between the lines of others.
whole() {
  local rc=0
  "$@" >"$state/whole.log" 2>&1 || rc=$?
  cat "$state/whole.log"
  return $rc
}

# A kill -9 of this script runs no trap: somebody else has to look after the server.
watch_over() {
  set -m
  (
    trap - EXIT HUP INT TERM
    while kill -0 $$ 2>/dev/null; do sleep 2; done
    scripts/neo4j.sh stop --state "$state"
    rm -rf "$state"
  ) </dev/null >/dev/null 2>&1 &
  watchdog=$!
  set +m
}

# Which packages' tests use Neo4j? Those whose test binary holds neo4jtest. With -e a
# package that does not compile is listed too, and go test then says what is wrong.
# shellcheck disable=SC2086  # flags and package lists are split on purpose, here and below
split() {
  local helper=github.com/innograph/innograph/store/neo4j/neo4jtest all
  all=$(go list -e ${TESTPKGS:-./...} | grep -v /node_modules/ || true) # some npm packages hold Go
  [[ $all ]] || return 0
  with=$(go list -e -test -f '{{.ImportPath}}{{range .Deps}} {{.}}{{end}} ' $all |
    sed -n "\| $helper |s|\.test .*||p")
  without=$(grep -vxF "${with:-none}" <<<"$all" || true)
}

# shellcheck disable=SC2086
gotest() {
  go test -count=1 -timeout 40m ${GOTESTFLAGS:-} "$@"
}

left_out_words() {
  say "NOTE: the tests that need Neo4j are left out (in $(count "$with") package(s)): $why."
  say "NOTE: to run them, $how, and run this again."
}

count() { wc -w <<<"$1" | tr -d ' '; }

with='' without='' failed='' why='' how=''
split
[[ $with$without ]] || say "there are no packages to test"

if [[ ${INNOGRAPH_TEST_NEO4J:-} == off ]]; then
  why="INNOGRAPH_TEST_NEO4J=off is set" how="unset it"
elif [[ $with ]]; then
  watch_over
  rc=0
  run scripts/neo4j.sh start --fresh --state "$state" >/dev/null || rc=$?
  case $rc in
  0)
    set -a
    # shellcheck disable=SC1091
    . "$state/env"
    set +a
    ;;
  3)
    why="no Java or Maven here"
    how="install Java 17 or 21 and Maven (Debian: apt-get install openjdk-17-jre-headless maven)"
    ;;
  *)
    say "FAILED: no Neo4j to test against, nothing was tested"
    exit 1
    ;;
  esac
fi
if [[ $why && ${CI:-} == true ]]; then
  say "FAILED: $why, but with CI=true the tests against Neo4j must run; nothing was tested"
  exit 1
fi
if [[ $why ]]; then
  export INNOGRAPH_TEST_NEO4J=off
  left_out_words
fi

# Both at once: the tests against Neo4j wait for the server much of the time. Among
# themselves they go one after another: Community has one user database, and each test
# empties it.
beside=''
# shellcheck disable=SC2086
if [[ $without ]]; then
  start whole gotest "$@" $without
  beside=$last
fi
# shellcheck disable=SC2086
[[ ! $with ]] || run gotest -p 1 "$@" $with || failed="packages with Neo4j"
[[ ! $beside ]] || finish "$beside" || failed="packages without Neo4j${failed:+, $failed}"

trap - EXIT
cleanup
[[ ! $why ]] || left_out_words
{ command -v node && command -v npm; } >/dev/null || say "NOTE: the audit of GraphQL over HTTP and the TypeScript example are left out: they need Node.js and npm."
counts="$(count "$without") packages without Neo4j, $(count "$with") with"
[[ ! $why ]] || counts+=" (their Neo4j tests LEFT OUT)"
if [[ $failed ]]; then
  echo "test.sh: FAILED in $failed; $counts, $SECONDS s"
  exit 1
fi
echo "test.sh: ok; $counts, $SECONDS s"
