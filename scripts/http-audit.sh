#!/usr/bin/env bash
# Runs the public audit of GraphQL over HTTP (npm graphql-http) against a running
# server: scripts/http-audit.sh http://127.0.0.1:8080/graphql. Status 0: all audits
# pass; 1: some do not; 3: no Node.js here, nothing was audited.
set -euo pipefail
cd "$(dirname "$0")/.."

bash scripts/npm-ci.sh tools/http-audit
exec node tools/http-audit/audit.js "${1:?URL of the endpoint}"
