#!/usr/bin/env bash
# Runs the explorer's scenarios in Debian's Chromium against bin/innograph, which is built
# with the explorer as it is: scripts/e2e-web.sh [FILTER…]. CHROMIUM names another one.
# Without Chromium: installed where this is root on Debian, else left out with a note; with
# CI=true the absence is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

chromium=${CHROMIUM:-$(command -v chromium || true)}
if [[ -z $chromium && $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
  apt-get update -qq >&2 && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >&2 || true
  chromium=$(command -v chromium || true)
fi
if [[ -z $chromium ]]; then
  echo "e2e-web: NOTE: the scenarios in a browser are left out: no chromium here (Debian: apt-get install chromium fonts-noto-cjk)" >&2
  [[ ${CI:-} != true ]]
  exit
fi
bash scripts/build-web.sh
mkdir -p bin
go build -o bin/innograph ./cmd/innograph # with cgo, as lint and the tests compile all packages
cd web
CHROMIUM=$chromium npx vitest run --config vitest.e2e.config.ts "$@"
