#!/usr/bin/env bash
# Checks the example client against a running server: generated types, types, tests,
# bundle. scripts/ts-example.sh http://127.0.0.1:8080. Status 3: no Node.js here.
set -euo pipefail
cd "$(dirname "$0")/.."

export INNOGRAPH_URL=${1:?address of the server}
example=examples/typescript
bash scripts/npm-ci.sh "$example"
before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
cp -R "$example/src/gql" "$before"
cd "$example"
npm run --silent codegen >&2
diff -r "$before/gql" src/gql >&2 || { echo "ts-example: src/gql was not what the schema and the documents give; it is now, commit it" >&2; exit 1; }
npm run --silent check
npm test --silent
npm run --silent build
echo "the TypeScript example is sound"
