#!/usr/bin/env bash
# Regenerates the GraphQL code into the tree and fails if that changed anything,
# so that the committed code is what the schema says.
set -euo pipefail
cd "$(dirname "$0")/.."

digest() { find graph/generated graph/model -type f | sort | xargs sha256sum; }

before=$(digest)
go run ./graph/generate
after=$(digest)
if [ "$before" != "$after" ]; then
  diff <(echo "$before") <(echo "$after") || true
  echo "check-generated: the generated code differed from the schema; it has been regenerated, commit it" >&2
  exit 1
fi
