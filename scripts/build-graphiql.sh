#!/usr/bin/env bash
# Builds server/graphiql/dist, the page /graphiql, from what its package-lock.json
# names. With --check it only compares, and fails if the committed files differ.
set -euo pipefail
cd "$(dirname "$0")/.."

dist=server/graphiql/dist
bash scripts/npm-ci.sh server/graphiql/bundle
built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
(cd server/graphiql/bundle && node --test >&2 && node build.js "$built")
if [[ ${1:-} != --check ]]; then
  mkdir -p "$dist"
  rm -f "$dist"/*
  cp "$built"/* "$dist"
elif ! diff -rq "$built" "$dist"; then
  echo "build-graphiql: $dist is not what its source gives; run make graphiql and commit it" >&2
  exit 1
fi
