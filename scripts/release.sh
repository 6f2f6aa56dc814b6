#!/usr/bin/env bash
# Makes a release in bin/release: an archive for each platform, the SBOM, SHA256SUMS; and
# checks what was made. The explorer is built first, which needs Node.js.
#
#   scripts/release.sh [VERSION]     default: what git describes
#   scripts/release.sh --twice       makes it again elsewhere and compares the checksums
#   PLATFORMS=linux/amd64            fewer platforms, to try
set -euo pipefail
cd "$(dirname "$0")/.."

version='' twice=''
for argument in "$@"; do
  if [[ $argument == --twice ]]; then twice=yes; else version=$argument; fi
done

bash scripts/build-web.sh
mkdir -p bin
CGO_ENABLED=0 go build -o bin/mkrelease ./cmd/mkrelease
options=(-version "$version")
[[ -z ${PLATFORMS:-} ]] || options+=(-platforms "$PLATFORMS")
bin/mkrelease "${options[@]}" -o bin/release
bash scripts/check-release.sh bin/release
[[ $twice ]] || exit 0

# Again from nothing: the explorer too, and no program from the build cache.
again=$(mktemp -d)
trap 'rm -rf "$again"' EXIT
find web/dist -mindepth 1 ! -name .keep -delete
bash scripts/build-web.sh
GOCACHE="$again/cache" bin/mkrelease "${options[@]}" -o "$again/release"
diff bin/release/SHA256SUMS "$again/release/SHA256SUMS"
echo "release: both runs gave the same bytes"
