package innograph_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/innograph/innograph/"

// rule says what a package, and what is below it, may import.
type rule struct {
	pkg string
	own []string // our packages, exactly; "x/..." means x and what is below it
	std bool     // nothing but the standard library and own
}

// Imports point downwards only; see docs/architecture.md. A package that is not
// listed fails, so that every new one takes its place.
func rules() []rule {
	return []rule{
		{pkg: "ecosystem", std: true},
		{pkg: "fair", std: true},
		{pkg: "store/text", own: []string{"ecosystem"}},
		{pkg: "store/memory", own: []string{"ecosystem", "store", "store/text"}},
		{pkg: "store/neo4j", own: []string{"ecosystem", "store", "store/text", "store/neo4j/..."}},
		{pkg: "store/kept", own: []string{"ecosystem", "store"}},
		{pkg: "store/observed", own: []string{"ecosystem", "store"}, std: true},
		{pkg: "store/replica", own: []string{"ecosystem", "store", "store/memory"}},
		{pkg: "store/storetest", own: []string{"ecosystem", "store", "store/text"}},
		{pkg: "store", own: []string{"ecosystem"}, std: true},
		{pkg: "data", std: true},
		{pkg: "schema", std: true},
		{pkg: "loader/sheet", own: []string{"ecosystem", "store/text", "loader/table", "loader/resolve", "loader/plan/lexicon", "loader/plan/reader/encoding"}},
		{pkg: "loader/table", own: []string{"ecosystem", "store/text"}},
		{pkg: "loader/spill", own: []string{"ecosystem"}, std: true},
		{pkg: "loader/resolve", own: []string{"ecosystem", "store/text"}},
		{pkg: "loader/plan", own: []string{"ecosystem", "store/text", "loader/plan/..."}},
		{pkg: "loader/synthetic", own: []string{"ecosystem"}},
		{pkg: "loader", own: []string{"ecosystem", "store", "store/text", "loader/table", "loader/resolve", "loader/spill"}},
		{pkg: "wording", own: []string{"ecosystem"}, std: true},
		{pkg: "coverage", own: []string{"ecosystem"}, std: true},
		{pkg: "gap", own: []string{"ecosystem", "store", "wording"}, std: true},
		{pkg: "introduction", own: []string{"ecosystem", "store", "wording"}, std: true},
		{pkg: "graph/operation", own: []string{"ecosystem"}, std: true},
		{pkg: "graph", own: []string{"ecosystem", "fair", "store", "store/text", "graph/...", "schema", "loader/resolve", "wording", "coverage", "gap", "introduction", "match", "partners"}},
		{pkg: "telemetry", own: []string{"ecosystem", "store", "graph/operation", "graph/apierror"}},
		{pkg: "match/demand", own: []string{"store/text", "ecosystem"}},
		{pkg: "match", own: []string{"ecosystem", "store", "wording"}},
		{pkg: "dossier", own: []string{"ecosystem", "introduction", "match"}, std: true},
		{pkg: "partners", own: []string{"ecosystem", "store", "match", "match/demand", "store/text", "wording"}},
		{pkg: "evaluate/measure", std: true},
		{pkg: "evaluate/baseline", own: []string{"ecosystem"}, std: true},
		{pkg: "evaluate", own: []string{"ecosystem", "store", "match", "partners", "evaluate/..."}, std: true},
		{pkg: "server", own: []string{"ecosystem", "fair", "store", "server/..."}},
		{pkg: "web", std: true},
		{pkg: "cmd", own: []string{"web", "ecosystem", "fair", "store/...", "loader/...", "graph/...", "match/...", "partners", "dossier", "introduction", "evaluate", "wording", "schema", "server/...", "telemetry/...", "data"}},
	}
}

// onlyIn names foreign packages that few places alone may import.
func onlyIn() map[string][]string {
	return map[string][]string{
		"github.com/neo4j/neo4j-go-driver": {"store/neo4j"},
		"github.com/99designs/gqlgen":      {"graph"},
		"github.com/coder/websocket":       {"graph/transport"},
		"github.com/rs/cors":               {"server"},
		"github.com/golang-jwt/jwt":        {"server/auth/token"},
		"github.com/MicahParks":            {"server/auth/token"},
		"github.com/hashicorp/golang-lru":  {"server/ratelimit", "store/kept"},
		"github.com/klauspost/compress":    {"server"},
		"github.com/urfave/cli":            {"cmd"},
		"github.com/prometheus":            {"telemetry/metrics"},
		"github.com/CycloneDX":             {"cmd/mkrelease"},
		"go.opentelemetry.io":              {"telemetry/traces"},
	}
}

func TestImportsPointDownwards(t *testing.T) {
	for pkg, imports := range imports(t) {
		r, ok := ruleFor(pkg)
		if !ok {
			t.Errorf("%s has no place in the layers: add it to arch_test.go and docs/architecture.md", pkg)
			continue
		}
		for _, imported := range imports {
			if why := forbidden(r, pkg, imported); why != "" {
				t.Errorf("%s imports %s: %s", pkg, imported, why)
			}
		}
	}
}

func TestForbiddenImportsAreFound(t *testing.T) {
	for pkg, imported := range map[string]string{
		"ecosystem":    "golang.org/x/text/width",
		"store":        module + "store/memory",
		"store/memory": module + "store/neo4j",
		"graph":        module + "store/memory",
		"loader":       "github.com/neo4j/neo4j-go-driver/v5/neo4j",
		"server":       module + "graph",
		"store/neo4j":  "go.opentelemetry.io/otel/trace",
	} {
		r, _ := ruleFor(pkg)
		if forbidden(r, pkg, imported) == "" {
			t.Errorf("%s importing %s passes", pkg, imported)
		}
	}
}

// imports lists the direct imports of all our packages, tests left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-f", `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`, "./...").CombinedOutput()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, out)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		if pkg, ours := strings.CutPrefix(words[0], module); ours {
			all[pkg] = words[1:]
		}
	}
	if len(all) < 10 {
		t.Fatalf("go list gave only %d packages", len(all))
	}
	return all
}

func ruleFor(pkg string) (rule, bool) {
	for _, r := range rules() { // the more special ones stand first
		if within(pkg, r.pkg) {
			return r, true
		}
	}
	return rule{}, false
}

func forbidden(r rule, pkg, imported string) string {
	own, ours := strings.CutPrefix(imported, module)
	if ours {
		for _, allowed := range r.own {
			tree, isTree := strings.CutSuffix(allowed, "/...")
			if own == allowed || (isTree && within(own, tree)) {
				return ""
			}
		}
		return "it points upwards or sideways"
	}
	if r.std && strings.Contains(strings.Split(imported, "/")[0], ".") {
		return "only the standard library is allowed here"
	}
	for foreign, places := range onlyIn() {
		if strings.HasPrefix(imported, foreign) && !slices.ContainsFunc(places, func(place string) bool { return within(pkg, place) }) {
			return "only " + strings.Join(places, " and ") + " may"
		}
	}
	return ""
}

func within(pkg, parent string) bool {
	return pkg == parent || strings.HasPrefix(pkg, parent+"/")
}
