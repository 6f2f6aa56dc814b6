package resolve_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
)

// plain is an answer with ids in the place of entities.
type plain struct {
	Reason resolve.Reason
	Note   string
	Chosen string
	Found  []string
}

func plainly(a resolve.Answer) plain {
	p := plain{Reason: a.Reason, Note: a.Note}
	if a.Chosen != nil {
		p.Chosen = a.Chosen.Entity.ID
	}
	for _, c := range a.Candidates {
		p.Found = append(p.Found, c.Entity.ID+" "+string(c.How)+" "+c.Name+" "+c.Note)
	}
	return p
}

// A resolver of a graph in parts answers as one of the whole graph, for every
// name of the labelled file.
func TestBuilderAnswersAsNew(t *testing.T) {
	g := shipped(t)
	whole := resolve.New(g.Entities, g.Relations)
	var b resolve.Builder
	for part := range slices.Chunk(g.Entities, 100) {
		b.Add(ecosystem.Graph{Entities: part})
	}
	for part := range slices.Chunk(g.Relations, 100) {
		b.Add(ecosystem.Graph{Relations: part})
	}
	if b.Entities() != len(g.Entities) {
		t.Errorf("the builder counts %d entities of %d", b.Entities(), len(g.Entities))
	}
	parts := b.Resolver()
	for _, l := range labels(t) {
		if diff := cmp.Diff(plainly(whole.Resolve(l.name, l.options())), plainly(parts.Resolve(l.name, l.options()))); diff != "" {
			t.Errorf("%s (-whole +parts):\n%s", l, diff)
		}
	}
}

// Rows of several tables about one entity are one candidate with all its names.
func TestBuilderJoinsRowsOfOneEntity(t *testing.T) {
	var b resolve.Builder
	for _, e := range []ecosystem.Entity{
		{ID: "org:lyu", Kind: ecosystem.University, Name: "临沂大学", Aliases: []string{"临大"}},
		{ID: "org:lyu", Kind: ecosystem.University, Name: "临沂大学", FormerNames: []string{"临沂师范学院"}, Sources: []ecosystem.Source{{PrintedName: "沂大"}}},
	} {
		b.Add(ecosystem.Graph{Entities: []ecosystem.Entity{e}})
	}
	r := b.Resolver()
	for name, how := range map[string]resolve.How{"临沂大学": resolve.ByName, "临大": resolve.ByAlias, "临沂师范学院": resolve.ByFormerName, "沂大": resolve.ByPrintedName} {
		a := r.Resolve(name, resolve.Options{})
		if a.Chosen == nil || a.Chosen.How != how || len(a.Candidates) != 1 {
			t.Errorf("%s: %+v, want one candidate, chosen by %s", name, plainly(a), how)
		}
	}
}

func TestTermsAreComplete(t *testing.T) {
	for _, terms := range [][]ecosystem.Term{resolve.Ways(), resolve.Reasons()} {
		seen := map[string]bool{}
		for _, term := range terms {
			if term.Chinese == "" || strings.ToUpper(term.Name) != term.Name || seen[term.Name] || seen[term.Chinese] {
				t.Errorf("term %+v is empty, not in upper case or there twice", term)
			}
			seen[term.Name], seen[term.Chinese] = true, true
		}
	}
	if got := resolve.ByShortForm.Chinese() + resolve.KnownOutside.Chinese() + resolve.NoReason.Chinese(); got != "简称库外单位" {
		t.Errorf("terms: %s", got)
	}
}
