#!/usr/bin/env bash
# Takes the pictures of docs/images anew, all of them, from the explorer as it is now:
# scripts/screenshots.sh [-t NAME for one]. Needs Chromium with Chinese fonts; see
# scripts/e2e-web.sh. Names what differs from the pictures before.
set -euo pipefail
cd "$(dirname "$0")/.."

chromium=${CHROMIUM:-$(command -v chromium || true)}
[[ $chromium ]] || { echo "screenshots: no chromium here (Debian: apt-get install chromium fonts-noto-cjk)" >&2; exit 3; }
bash scripts/build-web.sh
mkdir -p bin
CGO_ENABLED=0 go build -o bin/innograph ./cmd/innograph
(cd web && TZ=Asia/Shanghai CHROMIUM=$chromium npx vitest run --config vitest.screenshots.config.ts "$@")
bytes=$(cat docs/images/*.png | wc -c)
echo "screenshots: $(ls docs/images/*.png | wc -l) pictures, $((bytes / 1024)) kB; changed:"
git status --short docs/images
[[ $bytes -lt 3000000 ]] || { echo "screenshots: more than 3 MB: take fewer or smaller ones" >&2; exit 1; }
