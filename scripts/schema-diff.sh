#!/usr/bin/env bash
# Fails on a change of the schema that breaks clients of the last release, unless
# CHANGELOG.md names it; tests the comparison itself first. With a version
# (scripts/schema-diff.sh 1.2.3) it records the schema as released.
set -euo pipefail
cd "$(dirname "$0")/.."

bash scripts/npm-ci.sh tools/schema-diff
(cd tools/schema-diff && node --test >&2)
exec node tools/schema-diff/diff.js "$@"
