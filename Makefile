# Every target has a one-line help after "##"; a bare "make" prints them.
.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

LISTEN ?= 127.0.0.1:8080
TOOLS := go tool -modfile=tools/go.mod

.PHONY: help run test web web-dev web-generate test-fast lint generate eval-extract eval-resolve eval-match bench-match documents data graphiql schema-diff fuzz bench bench-load bench-peer bench-hostile neo4j-start neo4j-stop screenshots release bench-explorer

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# Without cgo the build needs no C compiler, and is quicker the first time.
run: ## Serve the shipped graph and the explorer on http://localhost:8080 (LISTEN=host:port to change)
	@mkdir -p bin
	bash scripts/build-web.sh --if-possible
	CGO_ENABLED=0 go build -o bin/innograph ./cmd/innograph
	exec bin/innograph serve --listen $(LISTEN)

test: ## Run all tests, those of the explorer and with a Neo4j server included
	bash scripts/check-web.sh
	bash scripts/test.sh

web: ## Build the explorer into web/dist, by Node.js, if its sources changed
	bash scripts/build-web.sh

web-dev: ## Serve the explorer with hot reload; the API is asked at INNOGRAPH_URL (http://127.0.0.1:8080)
	bash scripts/npm-ci.sh web
	cd web && npm run dev

web-generate: ## Write the types and ids of the explorer's documents anew
	bash scripts/npm-ci.sh web
	cd web && npm run codegen

test-fast: ## Run the tests that need no Neo4j server
	INNOGRAPH_TEST_NEO4J=off go test ./...

lint: ## Check code and its format, generated code and schema
	$(TOOLS) golangci-lint run ./...
	bash scripts/check-generated.sh
	bash scripts/lint-schema.sh
	bash scripts/build-graphiql.sh --check
	bash scripts/schema-diff.sh

generate: ## Write the generated GraphQL code anew
	go run ./graph/generate

graphiql: ## Build the page /graphiql anew, by Node.js
	bash scripts/build-graphiql.sh

schema-diff: ## Compare the schema with that of the last release; fails on untold breaking changes
	bash scripts/schema-diff.sh

eval-extract: ## Measure the extraction of plans: precision and recall, by kind and relation
	go test ./loader/plan -run TestEval -v -count=1

eval-resolve: ## Measure name resolution: precision and recall, by class of name
	go test ./loader/resolve -run 'TestEval|Absent|Slips' -v -count=1

eval-match: ## Measure partner matching beside baselines; writes the report into docs/quality.md
	@mkdir -p bin
	CGO_ENABLED=0 go build -o bin/innograph ./cmd/innograph
	bin/innograph evaluate --year 2026 --into docs/quality.md

documents: ## Make bin/documents.json, the manifest of the example documents, for serve --documents
	@mkdir -p bin
	CGO_ENABLED=0 go build -o bin/innograph ./cmd/innograph
	bin/innograph documents schema/examples -o bin/documents.json

release: ## Make bin/release: archives for all platforms, SBOM, checksums (VERSION=1.2.3)
	bash scripts/release.sh $(VERSION)

screenshots: ## Take the pictures of docs/images anew, in Chromium
	bash scripts/screenshots.sh

data: ## Make data/ anew from ../shared (tables and plan)
	go run ./cmd/mkdata --shared ../shared -o data

fuzz: ## Feed every reader of the loader with made-up input, 10 minutes each (FUZZTIME=, FUZZPKGS=)
	bash scripts/fuzz.sh

bench: ## Measure seven queries: embedded, Neo4j, bare Cypher; prints ratios
	bash scripts/bench.sh

bench-load: ## Measure bulk loads into Neo4j against bare Cypher; prints ratios (10 minutes)
	bash scripts/bench-load.sh

bench-match: ## Measure walks and matching: embedded up to a million entities, Neo4j, bare Cypher (WALKS=, NEO4J=, MATCHES=, BENCHTIME=)
	bash scripts/bench-match.sh

bench-hostile: ## Attack a server on loopback in a dozen ways; prints what a polite client sees, and memory (4 minutes)
	@mkdir -p bin
	CGO_ENABLED=0 go build -o bin/ ./cmd/innograph ./cmd/hostile
	bin/hostile --server bin/innograph --memory 256MiB

bench-peer: ## Measure six queries against @neo4j/graphql and bare Cypher (GRAPH=large, ROUNDS=, ROUND=)
	bash scripts/bench-peer.sh

bench-explorer: ## Measure the graph view in a browser without a graphics card: frames per second, time of an expansion
	bash scripts/build-web.sh
	@mkdir -p bin
	CGO_ENABLED=0 go build -o bin/innograph ./cmd/innograph
	node web/bench/view.js

neo4j-start: ## Start a Neo4j server of the project's own and print how to reach it
	@bash scripts/neo4j.sh start --keep

neo4j-stop: ## Stop that server
	@bash scripts/neo4j.sh stop
