#!/usr/bin/env bash
# Installs what a folder's package-lock.json names, unless just that is there:
# scripts/npm-ci.sh FOLDER. Status 3: no Node.js here.
set -euo pipefail
cd "$(dirname "$0")/../$1"

command -v node >/dev/null && command -v npm >/dev/null || { echo "npm-ci: Node.js (20 or newer) and npm are needed for $1" >&2; exit 3; }
cmp -s package-lock.json node_modules/.lock && exit
npm ci --no-audit --no-fund --loglevel=error >&2
cp package-lock.json node_modules/.lock
