package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"
)

// shortcut is what a field of a type gives for an entity: far ids in order, each
// with the sense and type of the edge.
type shortcut struct{ on, field, id, want string }

func shortcuts() []shortcut {
	return []shortcut{
		{"Organization", "parts", "org:zju", "<PART_OF org:zju-ly"},
		{"Organization", "clusters", "org:firm", ">LOCATED_IN cluster:park"},
		{"Organization", "hostedPlatforms", "org:zju", "<HOSTED_BY platform:lab"},
		{"Organization", "builtPlatforms", "org:lyu", "<BUILT_BY platform:lab"},
		{"Organization", "hostedInstitutes", "org:zju", "<HOSTED_BY org:zju-ly"},
		{"Organization", "projects", "org:firm", "<HOSTED_BY project:battery"},
		{"Organization", "projects", "org:lyu", "<BUILT_BY project:battery"},
		{"Organization", "partners", "org:zju", "<COOPERATES_WITH field:ne-storage, <COOPERATES_WITH org:lyu, <COOPERATES_WITH org:tongji"},
		{"Organization", "reliedOnBy", "org:zju", "<RELIES_ON cluster:ne"},
		{"Organization", "policies", "org:lyu", ">IMPLEMENTS policy:plan"},
		{"University", "disciplines", "org:zju", ">STRONG_IN discipline:0808, >STRONG_IN discipline:0805"},
		{"ResearchInstitute", "disciplines", "org:zju-ly", ">STRONG_IN discipline:0808"},
		{"ResearchInstitute", "hosts", "org:zju-ly", ">HOSTED_BY org:zju"},
		{"Agency", "issuedPolicies", "org:gov", "<ISSUED_BY policy:plan"},

		{"Platform", "hosts", "platform:lab", ">HOSTED_BY org:zju"},
		{"Platform", "builders", "platform:lab", ">BUILT_BY org:lyu"},
		{"Platform", "partners", "platform:lab", "<COOPERATES_WITH org:firm"},
		{"Platform", "reliesOn", "platform:lab", ">RELIES_ON platform:market"},
		{"Platform", "reliedOnBy", "platform:lab", "<RELIES_ON project:battery"},
		{"Platform", "clusters", "platform:lab", ">PART_OF cluster:ne"},
		{"Platform", "parts", "platform:lab", "<PART_OF platform:sub"},
		{"Platform", "supportedBy", "platform:sub", "<PROMOTES programme:green"},

		{"IndustryCluster", "platforms", "cluster:ne", "<PART_OF platform:lab"},
		{"IndustryCluster", "organizations", "cluster:park", "<LOCATED_IN org:firm"},
		{"IndustryCluster", "hosts", "cluster:ne", ">HOSTED_BY org:gov"},
		{"IndustryCluster", "builders", "cluster:ne", ">BUILT_BY org:firm"},
		{"IndustryCluster", "links", "cluster:ne", ">LINKS region:371300"},
		{"IndustryCluster", "reliesOn", "cluster:ne", ">RELIES_ON org:zju"},
		{"IndustryCluster", "partners", "cluster:ne", ">COOPERATES_WITH org:tongji"},
		{"IndustryCluster", "parts", "cluster:ne", "<PART_OF cluster:park"},
		{"IndustryCluster", "supportedBy", "cluster:ne", "<PROMOTES policy:plan"},

		{"KeyProject", "hosts", "project:battery", ">HOSTED_BY org:firm"},
		{"KeyProject", "builders", "project:battery", ">BUILT_BY org:lyu"},
		{"KeyProject", "platforms", "project:battery", ">COOPERATES_WITH platform:market, >RELIES_ON platform:lab"},
		{"KeyProject", "reliesOn", "project:battery", ">RELIES_ON platform:lab"},
		{"KeyProject", "partners", "project:battery", ">COOPERATES_WITH platform:market"},
		{"KeyProject", "supportedBy", "project:battery", "<SUPPORTS policy:plan"},

		{"TechnologyField", "children", "field:ne", "<PART_OF field:ne-pv, <PART_OF field:ne-storage"},
		{"TechnologyField", "disciplines", "field:ne-storage", "<APPLIES_TO discipline:0808, <APPLIES_TO discipline:0805"},
		{"TechnologyField", "platforms", "field:ne-storage", "<IN_FIELD platform:lab"},
		{"TechnologyField", "projects", "field:ne-pv", "<IN_FIELD project:pv, <IN_FIELD project:pv2"},
		{"TechnologyField", "clusters", "field:ne-storage", "<IN_FIELD cluster:ne"},
		{"TechnologyField", "organizations", "field:ne-storage", "<IN_FIELD org:firm"},
		{"TechnologyField", "programmes", "field:ne-storage", "<IN_FIELD programme:green"},
		{"TechnologyField", "reliesOn", "field:ne-storage", ">RELIES_ON org:firm"},
		{"TechnologyField", "partners", "field:ne-storage", ">COOPERATES_WITH org:zju"},
		{"TechnologyField", "supportedBy", "field:ne-storage", "<PROMOTES policy:plan"},

		{"Discipline", "applications", "discipline:0805", ">APPLIES_TO field:ne-pv, >APPLIES_TO field:ne-storage"},
		{"Discipline", "universities", "discipline:0808", "<STRONG_IN org:zju, <STRONG_IN org:lyu, <STRONG_IN org:tongji"},
		{"Discipline", "institutes", "discipline:0808", "<STRONG_IN org:zju-ly"},

		{"Region", "children", "region:yrd", "<PART_OF region:310000, <PART_OF region:330000"},
		{"Region", "organizations", "region:371300", "<LOCATED_IN org:firm, <LOCATED_IN org:lyu"},
		{"Region", "platforms", "region:371300", "<LOCATED_IN platform:lab"},
		{"Region", "clusters", "region:371300", "<LOCATED_IN cluster:ne"},
		{"Region", "projects", "region:371300", "<LOCATED_IN project:battery"},

		{"Programme", "parts", "programme:green", "<PART_OF programme:green-1"},
		{"Programme", "builders", "programme:green", ">BUILT_BY org:gov"},
		{"Programme", "indicators", "programme:green", ">TARGETS indicator:rd"},
		{"Programme", "supports", "programme:green", ">PROMOTES platform:sub"},
		{"Programme", "supportedBy", "programme:green", "<SUPPORTS policy:plan"},
		{"Indicator", "targets", "indicator:rd", "<TARGETS policy:plan, <TARGETS programme:green"},

		{"Policy", "issuers", "policy:plan", ">ISSUED_BY org:gov"},
		{"Policy", "implementers", "policy:plan", "<IMPLEMENTS cluster:ne, <IMPLEMENTS org:lyu"},
		{"Policy", "indicators", "policy:plan", ">TARGETS indicator:rd"},
		{"Policy", "programmes", "policy:plan", ">SUPPORTS programme:green"},
		{"Policy", "projects", "policy:plan", ">SUPPORTS project:battery"},
		{"Policy", "platforms", "policy:plan", ">PROMOTES platform:market"},
		{"Policy", "clusters", "policy:plan", ">PROMOTES cluster:ne"},
		{"Policy", "supports", "policy:plan", ">PROMOTES cluster:ne, >PROMOTES field:ne-storage, >PROMOTES platform:market, >PROMOTES policy:sub, >SUPPORTS programme:green, >SUPPORTS project:battery"},
		{"Policy", "supportedBy", "policy:sub", "<PROMOTES policy:plan"},
	}
}

type edgeList struct {
	Edges []struct {
		Direction, Relation string
		Node                struct{ ID string }
	}
}

func (l edgeList) String() string {
	words := make([]string, len(l.Edges))
	for i, e := range l.Edges {
		words[i] = map[string]string{"OUT": ">", "IN": "<"}[e.Direction] + e.Relation + " " + e.Node.ID
	}
	return strings.Join(words, ", ")
}

func TestShortcuts(t *testing.T) {
	c := newClient(loaded(t))
	for _, s := range shortcuts() {
		t.Run(s.on+"."+s.field, func(t *testing.T) {
			document := fmt.Sprintf(`query ($id: ID!) { node(id: $id) { ... on %s { list: %s { edges { direction relation node { id } } } } } }`, s.on, s.field)
			got := data[struct{ Node struct{ List edgeList } }](t, c, document, variables{"id": s.id})
			if diff := cmp.Diff(s.want, got.Node.List.String()); diff != "" {
				t.Errorf("%s of %s (-want +got):\n%s", s.field, s.id, diff)
			}
		})
	}
}

// TestEveryShortcutIsTested holds the table above against the SDL.
func TestEveryShortcutIsTested(t *testing.T) {
	tested := map[string]bool{}
	for _, s := range shortcuts() {
		tested[s.on+"."+s.field] = true
	}
	schema := parsedSchema(t)
	organization := schema.Types["Organization"]
	for _, def := range schema.Types {
		if def.Kind != ast.Object && def != organization {
			continue
		}
		for _, f := range def.Fields {
			inherited := def != organization && organization.Fields.ForName(f.Name) != nil && isOrganization(def)
			if !strings.HasSuffix(f.Type.Name(), "Connection") || f.Name == "relations" || def == schema.Query || inherited {
				continue
			}
			if !tested[def.Name+"."+f.Name] {
				t.Errorf("%s.%s has no case", def.Name, f.Name)
			}
		}
	}
}

func isOrganization(def *ast.Definition) bool {
	for _, name := range def.Interfaces {
		if name == "Organization" {
			return true
		}
	}
	return false
}

func TestSingleShortcuts(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ on, field, id, want string }{
		{"Organization", "parent", "org:zju-ly", "org:zju"},
		{"Organization", "parent", "org:zju", ""},
		{"Platform", "parent", "platform:sub", "platform:lab"},
		{"Platform", "parent", "platform:lab", ""}, // a part of a cluster, not of a platform
		{"IndustryCluster", "parent", "cluster:park", "cluster:ne"},
		{"KeyProject", "field", "project:battery", "field:ne-storage"},
		{"TechnologyField", "parent", "field:ne-pv", "field:ne"},
		{"Region", "parent", "region:330100", "region:330000"},
		{"Programme", "parent", "programme:green-1", "programme:green"},
		{"Entity", "region", "org:firm", "region:371300"}, // in a cluster too
		{"Entity", "region", "region:330100", ""},
	} {
		t.Run(test.on+"."+test.field+" of "+test.id, func(t *testing.T) {
			document := fmt.Sprintf(`query ($id: ID!) { node(id: $id) { ... on %s { far: %s { id } } } }`, test.on, test.field)
			got := data[struct {
				Node struct{ Far struct{ ID string } }
			}](t, c, document, variables{"id": test.id})
			if got.Node.Far.ID != test.want {
				t.Errorf("%s of %s is %q, want %q", test.field, test.id, got.Node.Far.ID, test.want)
			}
		})
	}
}

func TestFields(t *testing.T) {
	c := newClient(loaded(t))
	for id, want := range map[string][]string{
		"project:battery": {"field:ne-storage"},
		"discipline:0805": {"field:ne-pv", "field:ne-storage"}, // that it applies to, the most applicable first
		"org:lyu":         {},
	} {
		got := data[struct {
			Node struct{ Fields []struct{ ID string } }
		}](t, c, `query ($id: ID!) { node(id: $id) { ... on Entity { fields { id } } } }`, variables{"id": id})
		ids := []string{}
		for _, f := range got.Node.Fields {
			ids = append(ids, f.ID)
		}
		if diff := cmp.Diff(want, ids); diff != "" {
			t.Errorf("fields of %s (-want +got):\n%s", id, diff)
		}
	}
}

// TestRestrictedEdges asks shortcuts and relations with every restriction.
func TestRestrictedEdges(t *testing.T) {
	c := newClient(loaded(t))
	for _, test := range []struct{ name, id, selection, want string }{
		{"weight", "discipline:0808", `... on Discipline { list: universities(filter: {minWeight: 0.9}) { edges { direction relation node { id } } } }`, "<STRONG_IN org:zju, <STRONG_IN org:lyu"},
		{"weight and place of the far end", "discipline:0808", `... on Discipline { list: universities(filter: {minWeight: 0.9}, where: {region: "region:yrd"}) { edges { direction relation node { id } } } }`, "<STRONG_IN org:zju"},
		{"status", "platform:sub", `... on Platform { list: hosts(filter: {status: [PLANNED]}) { edges { direction relation node { id } } } }`, ">HOSTED_BY org:lyu"},
		{"another status", "platform:sub", `... on Platform { list: hosts(filter: {status: [BUILT]}) { edges { direction relation node { id } } } }`, ""},
		{"relations: types", "project:battery", `... on Entity { list: relations(filter: {relations: [BUILT_BY, HOSTED_BY]}) { edges { direction relation node { id } } } }`, ">BUILT_BY org:lyu, >HOSTED_BY org:firm"},
		{"relations: direction", "project:battery", `... on Entity { list: relations(filter: {direction: IN}) { edges { direction relation node { id } } } }`, ">COOPERATES_WITH platform:market, <SUPPORTS policy:plan"},
		{"relations: kinds", "project:battery", `... on Entity { list: relations(filter: {kinds: [REGION, POLICY]}) { edges { direction relation node { id } } } }`, ">LOCATED_IN region:371300, <SUPPORTS policy:plan"},
		{"relations: far end", "project:battery", `... on Entity { list: relations(where: {properties: [{name: "group", values: ["科技公共服务平台"]}]}) { edges { direction relation node { id } } } }`, ">COOPERATES_WITH platform:market"},
		{"relations: an empty list holds nothing", "project:battery", `... on Entity { list: relations(filter: {relations: []}) { edges { direction relation node { id } } } }`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := data[struct{ Node struct{ List edgeList } }](t, c, `query ($id: ID!) { node(id: $id) { `+test.selection+` } }`, variables{"id": test.id})
			if diff := cmp.Diff(test.want, got.Node.List.String()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
