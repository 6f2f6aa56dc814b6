#!/usr/bin/env bash
# Checks the explorer: generated documents, types, ESLint, format, unit tests, build, size
# of the first page, and scenarios in a real browser, some of them on Neo4j. --quick
# leaves the browser out.
# CI=true: a missing Node.js is a failure, not a note.
set -euo pipefail
cd "$(dirname "$0")/.."

rc=0
bash scripts/npm-ci.sh web || rc=$?
if [[ $rc == 3 && ${CI:-} != true ]]; then
  echo "check-web: NOTE: the checks of the explorer are left out" >&2
  exit
fi
[[ $rc == 0 ]] || exit $rc

before=$(mktemp -d)
lint=''
trap '[[ ! $lint ]] || kill "$lint" 2>/dev/null || true; rm -rf "$before"' EXIT
cp -R web/src/gql "$before"
cd web
npm run --silent codegen >&2
diff -r "$before/gql" src/gql >&2 || { echo "check-web: web/src/gql was not what the schema and the documents give; it is now, commit it" >&2; exit 1; }
# ESLint takes longest, and one processor: the others use the second one meanwhile.
npm run --silent lint >"$before/lint.log" 2>&1 &
lint=$!
npm run --silent types
npm run --silent format
npm run --silent test
npm run --silent build >&2
node size.js
rc=0
wait "$lint" || rc=$?
lint=''
[[ $rc == 0 ]] || { cat "$before/lint.log" >&2; exit 1; }
cd ..
if [[ ${1:-} != --quick ]]; then
  bash scripts/e2e-web.sh
  bash scripts/e2e-neo4j.sh
fi
echo "check-web: the explorer is sound"
