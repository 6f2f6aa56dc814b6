#!/usr/bin/env bash
# Checks the archives of a release: scripts/check-release.sh FOLDER. Checksums, contents,
# kinds of programs, SBOM; and runs the program for this platform, which must serve the
# explorer at /.
set -euo pipefail
cd "${1:?folder of the release}"

fail() { echo "check-release: $1" >&2; exit 1; }
work=$(mktemp -d) server=''
cleanup() {
  [[ ! $server ]] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

sha256sum --check --strict --quiet SHA256SUMS
[[ $(ls | grep -cvx SHA256SUMS) == "$(wc -l <SHA256SUMS)" ]] || fail "SHA256SUMS does not name each file"

here=$(go env GOOS)_$(go env GOARCH) ran=''
for archive in innograph_*.tar.gz innograph_*.zip; do
  [[ -f $archive ]] || continue
  case $archive in
  *.zip) name=${archive%.zip} program=innograph.exe && unzip -q "$archive" -d "$work" ;;
  *) name=${archive%.tar.gz} program=innograph && tar -xzf "$archive" -C "$work" ;;
  esac
  files=$(cd "$work/$name" && ls | sort | tr '\n' ' ')
  [[ $files == "LICENSE README.md README.zh-CN.md THIRD_PARTY.txt $program " ]] || fail "$archive holds $files"
  [[ -x $work/$name/$program || $program == *.exe ]] || fail "the program of $archive cannot be run"
  told=$(go version -m "$work/$name/$program")
  for setting in CGO_ENABLED=0 -trimpath=true "GOOS=$(cut -d_ -f3 <<<"$name")" "GOARCH=$(cut -d_ -f4 <<<"$name")"; do
    grep -qF -- "$setting" <<<"$told" || fail "the program of $archive was not built with $setting"
  done
  # Each module that is linked is in the notices and in the SBOM.
  while read -r _ module version _; do
    grep -qF "== $module $version (" "$work/$name/THIRD_PARTY.txt" || fail "THIRD_PARTY.txt of $archive lacks $module"
    grep -qF "pkg:golang/$module@$version" innograph_*.cdx.json || fail "the SBOM lacks $module"
  done < <(grep -P '^\tdep\t' <<<"$told")
  for package in react cytoscape graphiql; do
    grep -q "^== $package [0-9]" "$work/$name/THIRD_PARTY.txt" || fail "THIRD_PARTY.txt of $archive lacks $package"
    grep -q "pkg:npm/$package@" innograph_*.cdx.json || fail "the SBOM lacks $package"
  done
  [[ $name == *"_$here" ]] || continue

  program=$work/$name/innograph
  "$program" version
  "$program" version | grep -q "^innograph $(cut -d_ -f2 <<<"$name") .*with the explorer$" || fail "$program tells another version, or has no explorer"
  if ldd "$program" >/dev/null 2>&1; then fail "$program needs libraries of the machine"; fi
  : >"$work/log" # read below before the program may have begun
  # From another folder and with nothing of this one's settings.
  (cd "$work" && exec env -i "$program" serve --listen 127.0.0.1:0 --documents-only) 2>"$work/log" &
  server=$!
  for _ in $(seq 100); do
    address=$(sed -nE 's|.* at (http://[^ ]+)/graphql$|\1|p' "$work/log")
    [[ $address ]] && break
    kill -0 "$server" 2>/dev/null || fail "the program ended: $(cat "$work/log")"
    sleep 0.2
  done
  [[ $address ]] || fail "the program does not begin: $(cat "$work/log")"
  "$program" health "$address/readyz"
  page=$(curl -sSf -H 'Accept: text/html' "$address/")
  grep -q '<div id="root">' <<<"$page" || fail "/ is not the explorer"
  script=$(grep -oE 'assets/index-[^"]+\.js' <<<"$page" | head -1)
  curl -sSf -o "$work/script" "$address/$script"
  [[ -s $work/script ]] || fail "/$script is empty"
  ran=$name
done
[[ $ran ]] || echo "check-release: NOTE: no program for this machine ($here) was made, none was run" >&2
echo "check-release: ${ran:-nothing} ran and serves the explorer; the others were looked at, not run"
