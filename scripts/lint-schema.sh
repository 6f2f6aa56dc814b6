#!/usr/bin/env bash
# Lints the schema and the example documents with graphql-eslint, which it gets
# from npm by the lock file when it is not there in that version.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=tools/sdl-lint
bash scripts/npm-ci.sh "$tool"
"$tool/node_modules/.bin/eslint" --max-warnings 0 -c "$tool/eslint.config.js" schema
