#!/usr/bin/env bash
# Builds the explorer, web/dist, which the program embeds, unless it is newer than all
# its sources. With --if-possible, a machine without Node.js is told so and no more:
# the program then serves the API without the explorer.
set -euo pipefail
cd "$(dirname "$0")/.."

rc=0
bash scripts/npm-ci.sh web || rc=$?
if [[ $rc == 3 && ${1:-} == --if-possible ]]; then
  echo "build-web: without Node.js the explorer is left out; the API is served all the same" >&2
  exit
fi
[[ $rc == 0 ]] || exit $rc

built=web/dist/index.html
sources=(web/src web/public web/index.html web/*.ts web/package-lock.json schema/*.graphql)
if [[ -f $built && -z $(find "${sources[@]}" -newer "$built" -type f -print -quit) ]]; then
  exit
fi
cd web
npm run --silent codegen >&2
npm run --silent build >&2
