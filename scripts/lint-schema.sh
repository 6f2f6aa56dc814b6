#!/usr/bin/env bash
# Lints the schema and the example documents with graphql-eslint, which it gets
# from npm by the lock file when it is not there in that version.
set -euo pipefail
cd "$(dirname "$0")/.."

tool=tools/sdl-lint
command -v npm >/dev/null || { echo "lint-schema: Node.js and npm are needed" >&2; exit 1; }
if ! cmp -s "$tool/package-lock.json" "$tool/node_modules/.lock"; then
  (cd "$tool" && npm ci --no-audit --no-fund --loglevel=error)
  cp "$tool/package-lock.json" "$tool/node_modules/.lock"
fi
"$tool/node_modules/.bin/eslint" --max-warnings 0 -c "$tool/eslint.config.js" schema
