#!/usr/bin/env bash
# Five requests with curl: examples/curl/ask.sh [http://localhost:8080]
# INNOGRAPH_API_KEY is sent where it is set.
set -euo pipefail

command -v curl >/dev/null || { echo "curl is needed" >&2; exit 3; }
server=${1:-http://localhost:8080}
auth=()
[[ -z ${INNOGRAPH_API_KEY:-} ]] || auth=(-H "Authorization: Bearer $INNOGRAPH_API_KEY")

call() { curl -sS --max-time 20 --compressed "${auth[@]}" "$@"; }

# ask DOCUMENT [VARIABLES]: both go into the body as they are, so a document needs
# single quotes around it and none inside.
ask() {
  local document=${1//\"/\\\"}
  call "$server/graphql" -H 'Content-Type: application/json' \
    -d "{\"query\": \"${document//$'\n'/ }\", \"variables\": ${2:-{\}}}"
  echo
}

echo "1. Who is meant by zjdx?"
ask '{ suggest(prefix: "zjdx", first: 3) { hint entity { id name } } }'

echo "2. What is known of 临沂大学, and who says so?"
ask 'query ($id: ID!) { node(id: $id) { ... on University { name relations(first: 3) { totalCount
  edges { relation direction node { name } sources { locator known document { title url } } } } } } }' \
  '{"id": "org:lyu"}'

echo "3. The second page of a list: its cursor is pageInfo.endCursor of the first"
list='query ($after: String) { entities(filter: {kinds: [KEY_PROJECT]}, first: 2, after: $after) {
  totalCount nodes { name } pageInfo { hasNextPage endCursor } } }'
cursor=$(ask "$list" | sed -n 's/.*"endCursor":"\([^"]*\)".*/\1/p')
ask "$list" "{\"after\": \"$cursor\"}"

echo "4. GET is for caches: ask again with the ETag, and nothing is sent while the data stay"
etag=$(call -G -D - -o /dev/null --data-urlencode 'query={ generation { number } }' "$server/graphql" |
  tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
call -G -o /dev/null -w '%{http_code}\n' -H "If-None-Match: $etag" --data-urlencode 'query={ generation { number } }' "$server/graphql"

echo "5. What is wrong with a request stands in errors, with a code"
ask '{ entities(first: 100000) { totalCount } }'
