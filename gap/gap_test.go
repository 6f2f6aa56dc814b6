package gap_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/gap"
	"github.com/innograph/innograph/store"
)

// TestRoutes follows each named path to a supplier near by.
func TestRoutes(t *testing.T) {
	for _, test := range []struct {
		name     string
		build    func(b *builder)
		route    gap.Route
		strength float64
		steps    int
	}{
		{"an organization in the field", func(b *builder) {
			b.entity(ecosystem.ResearchInstitute, "body", "near")
			b.relation("body", ecosystem.InField, "field", 1)
		}, gap.ByField, gap.Membership, 1},
		{"a discipline that applies", func(b *builder) {
			b.entity(ecosystem.University, "body", "near")
			b.entity(ecosystem.Discipline, "d")
			b.relation("d", ecosystem.AppliesTo, "field", 0.9)
			b.relation("body", ecosystem.StrongIn, "d", 0.8)
		}, gap.ByDiscipline, 0.9 * 0.8, 2},
		{"a platform", func(b *builder) {
			b.entity(ecosystem.Platform, "body", "near")
			b.relation("body", ecosystem.InField, "field", 1)
		}, gap.ByPlatform, gap.Membership, 1},
		{"the host of a platform elsewhere", func(b *builder) {
			b.entity(ecosystem.Platform, "lab", "afar")
			b.entity(ecosystem.University, "body", "near")
			b.relation("lab", ecosystem.InField, "field", 1)
			b.relation("lab", ecosystem.HostedBy, "body", 0.9)
		}, gap.ByPlatform, 0.9 * gap.Membership, 2},
		{"who carries out another project", func(b *builder) {
			b.entity(ecosystem.KeyProject, "other")
			b.entity(ecosystem.University, "body", "near")
			b.relation("other", ecosystem.InField, "field", 1)
			b.relation("other", ecosystem.BuiltBy, "body", 1)
		}, gap.ByProject, gap.Membership, 2},
		{"whom the plan names", func(b *builder) {
			b.entity(ecosystem.Hospital, "body", "near")
			b.relation("field", ecosystem.ReliesOn, "body", 0.5)
		}, gap.ByName, 0.5, 1},
		{"whom the plan names from the other end", func(b *builder) {
			b.entity(ecosystem.University, "body", "near")
			b.relation("body", ecosystem.CooperatesWith, "field", 0.7)
		}, gap.ByName, 0.7, 1},
		{"a field below", func(b *builder) {
			b.entity(ecosystem.TechnologyField, "sub")
			b.entity(ecosystem.University, "body", "near")
			b.relation("sub", ecosystem.PartOf, "field", 1)
			b.relation("body", ecosystem.InField, "sub", 1)
		}, gap.ByField, gap.Membership, 2},
		{"the stronger of two", func(b *builder) {
			b.entity(ecosystem.University, "body", "near")
			b.entity(ecosystem.Discipline, "d")
			b.relation("body", ecosystem.InField, "field", 1)
			b.relation("d", ecosystem.AppliesTo, "field", 1)
			b.relation("body", ecosystem.StrongIn, "d", 0.95)
		}, gap.ByDiscipline, 0.95, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := newBuilder()
			b.need(ecosystem.TechnologyField, "field")
			test.build(b)
			g := only(t, b.world, question())
			if len(g.Partner) != 1 || len(g.Home) != 0 {
				t.Fatalf("near by %v, at home %v, want one near by", names(g.Partner), names(g.Home))
			}
			s := g.Partner[0]
			if s.Entity.ID != "body" || s.Route != test.route || math.Abs(s.Strength-test.strength) > 1e-12 || len(s.Steps) != test.steps {
				t.Errorf("got %s by %s, strength %g, %d steps", s.Entity.ID, s.Route, s.Strength, len(s.Steps))
			}
			if last := s.Steps[len(s.Steps)-1].Node.ID; last != "body" {
				t.Errorf("the path ends at %s", last)
			}
			if why := s.Reason(); !strings.Contains(why.Zh, "body") || !strings.Contains(why.En, "body") {
				t.Errorf("the reason names nobody: %+v", why)
			}
		})
	}
}

// TestWhatDoesNotCount builds bodies of which none is a supplier.
func TestWhatDoesNotCount(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.KeyProject, "project", "home")
	b.entity(ecosystem.TechnologyField, "field")
	b.relation("project", ecosystem.InField, "field", 1)
	b.entity(ecosystem.Enterprise, "firm", "home") // an enterprise
	b.relation("firm", ecosystem.InField, "field", 1)
	b.entity(ecosystem.University, "host", "home") // who asks
	b.relation("project", ecosystem.HostedBy, "host", 1)
	b.entity(ecosystem.University, "weak", "home") // too weak
	b.entity(ecosystem.Discipline, "d")
	b.relation("d", ecosystem.AppliesTo, "field", 0.4)
	b.relation("weak", ecosystem.StrongIn, "d", 1)
	b.entity(ecosystem.Platform, "planned", "home").Status = ecosystem.Planned
	b.relation("planned", ecosystem.InField, "field", 1)
	b.entity(ecosystem.University, "host of planned", "home")
	b.relation("planned", ecosystem.HostedBy, "host of planned", 1)
	b.entity(ecosystem.Platform, "incubator", "home").Properties = map[string]string{"category": "科技企业孵化器"}
	b.relation("incubator", ecosystem.InField, "field", 1)

	g := only(t, b.world, question())
	if len(g.Home) != 0 || g.Planned != 1 || g.Severity != gap.None {
		t.Errorf("at home %v, planned %d, severity %s; want nobody, 1, NONE", names(g.Home), g.Planned, g.Severity)
	}
	if why := g.Reason(gap.Places{Home: &ecosystem.Entity{Name: "此地"}, Partner: &ecosystem.Entity{Name: "彼地"}}, question()); !strings.Contains(why.Zh, "另有1家在规划或建设中") || !strings.Contains(why.En, "1 more at home") {
		t.Errorf("the reason does not tell of the planned one: %+v", why)
	}
	q := question()
	q.Suppliers = append(q.Suppliers, ecosystem.Enterprise)
	if g := only(t, b.world, q); !slices.Equal(names(g.Home), []string{"firm"}) {
		t.Errorf("with enterprises at home %v, want firm", names(g.Home))
	}
}

// TestOneBodyCountsOnce has a host and its platforms in one region, and one of
// its platforms at home.
func TestOneBodyCountsOnce(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.TechnologyField, "field")
	b.entity(ecosystem.University, "host", "near")
	for id, region := range map[string]string{"lab 1": "near", "lab 2": "near", "lab 3": "home", "lab 4": "afar"} {
		b.entity(ecosystem.Platform, id, region)
		b.relation(id, ecosystem.InField, "field", 1)
		b.relation(id, ecosystem.HostedBy, "host", 1)
	}
	g := only(t, b.world, question())
	if !slices.Equal(names(g.Partner), []string{"host"}) || !slices.Equal(names(g.Home), []string{"lab 3"}) || g.Elsewhere != 1 {
		t.Errorf("near by %v, at home %v, elsewhere %d; want host, lab 3, 1", names(g.Partner), names(g.Home), g.Elsewhere)
	}
}

func TestSeverity(t *testing.T) {
	q := question() // few: 1 at home, 2 near by
	for _, test := range []struct {
		home, partner int
		want          gap.Severity
	}{
		{0, 0, gap.None}, {0, 1, gap.Scarce}, {0, 2, gap.Scarce}, {0, 3, gap.Nearby}, {1, 0, gap.Few}, {1, 9, gap.Few}, {2, 0, gap.Covered},
	} {
		if got := q.SeverityOf(test.home, test.partner); got != test.want {
			t.Errorf("%d at home and %d near by is %s, want %s", test.home, test.partner, got, test.want)
		}
	}
}

// TestUnknownIsNoGap tells a field of which nothing is written from one that
// nobody is strong enough for.
func TestUnknownIsNoGap(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.TechnologyField, "silent")
	b.need(ecosystem.TechnologyField, "told")
	b.need(ecosystem.IndustryCluster, "cluster without a field", "home")
	b.entity(ecosystem.Discipline, "d")
	b.relation("d", ecosystem.AppliesTo, "told", 1)
	got := map[string]gap.Severity{}
	for _, g := range found(t, b.world, question()) {
		got[g.Need.ID] = g.Severity
	}
	want := map[string]gap.Severity{"silent": gap.Unknown, "told": gap.None, "cluster without a field": gap.Unknown}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestOrder puts needs of all severities and demands into their order.
func TestOrder(t *testing.T) {
	b := newBuilder()
	b.entity(ecosystem.Discipline, "d")
	b.entity(ecosystem.University, "u1", "near")
	b.entity(ecosystem.University, "u2", "home")
	field := func(id string, projects int) {
		b.need(ecosystem.TechnologyField, id)
		b.relation("d", ecosystem.AppliesTo, id, 0.1)
		for i := range projects {
			p := id + string(rune('a'+i))
			b.entity(ecosystem.KeyProject, p, "home")
			b.relation(p, ecosystem.InField, id, 1)
		}
	}
	field("few", 5)
	field("none 2", 1)
	field("none 1", 1)
	field("none wanted", 3)
	field("scarce", 9)
	b.need(ecosystem.TechnologyField, "unknown")
	b.relation("u2", ecosystem.InField, "few", 1)
	b.relation("u1", ecosystem.InField, "scarce", 1)
	var got []string
	for _, g := range found(t, b.world, question()) {
		got = append(got, g.Need.ID)
		place, ok := gap.PlaceOf(g.Place().Key())
		if !ok || place.Compare(g.Place()) != 0 {
			t.Errorf("the key of %s does not lead back", g.Need.ID)
		}
	}
	if want := []string{"none wanted", "none 1", "none 2", "scarce", "few", "unknown"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, key := range []store.Key{nil, {"0"}, {"a", "1", "1", "1", "x"}, {"0", "-1", "1", "1", "x"}} {
		if _, ok := gap.PlaceOf(key); ok {
			t.Errorf("%q passes as a key", key)
		}
	}
}

// TestReasons wants the sentences to carry the numbers and both languages.
func TestReasons(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.TechnologyField, "field")
	b.entity(ecosystem.University, "u", "near").NameEn = "Some University"
	b.relation("u", ecosystem.InField, "field", 1)
	places := gap.Places{Home: &ecosystem.Entity{Name: "临沂市", NameEn: "Linyi"}, Partner: &ecosystem.Entity{Name: "长三角"}}
	got := only(t, b.world, question()).Reason(places, question())
	for _, part := range []string{"“field”", "临沂市0家", "长三角1家", "本地没有", "最强的供给方：u"} {
		if !strings.Contains(got.Zh, part) {
			t.Errorf("%q is not in %q", part, got.Zh)
		}
	}
	for _, part := range []string{"0 in Linyi, 1 in 长三角", "Nobody in Linyi", "Some University"} {
		if !strings.Contains(got.En, part) {
			t.Errorf("%q is not in %q", part, got.En)
		}
	}
}

// TestWithin takes a field, what is below it and what is in these.
func TestWithin(t *testing.T) {
	b := newBuilder()
	top, sub := b.need(ecosystem.TechnologyField, "top"), b.need(ecosystem.TechnologyField, "sub")
	project, other := b.need(ecosystem.KeyProject, "project"), b.need(ecosystem.KeyProject, "other")
	b.relation("sub", ecosystem.PartOf, "top", 1)
	b.relation("project", ecosystem.InField, "sub", 1)
	for _, test := range []struct {
		need  *ecosystem.Entity
		field string
		want  bool
	}{{top, "top", true}, {sub, "top", true}, {project, "top", true}, {top, "sub", false}, {other, "top", false}} {
		if got := b.world.Within(test.need, []string{test.field}); got != test.want {
			t.Errorf("%s within %s: %t", test.need.ID, test.field, got)
		}
	}
}

func TestMatrix(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.TechnologyField, "field")
	b.need(ecosystem.KeyProject, "project", "home")
	b.relation("project", ecosystem.InField, "field", 1)
	b.entity(ecosystem.University, "strong", "east", "near")
	b.entity(ecosystem.Discipline, "d")
	b.relation("d", ecosystem.AppliesTo, "field", 1)
	b.relation("strong", ecosystem.StrongIn, "d", 1)
	b.entity(ecosystem.ResearchInstitute, "other", "east", "near")
	b.relation("other", ecosystem.InField, "field", 1)
	b.entity(ecosystem.ResearchInstitute, "lost")
	b.relation("lost", ecosystem.InField, "field", 1)
	columns := []*ecosystem.Entity{{ID: "home"}, {ID: "east"}, {ID: "west"}}
	m, err := gap.Tabulate(t.Context(), b.world, question(), columns)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Rows) != 1 || m.Rows[0].Elsewhere != 1 {
		t.Fatalf("rows %+v, want one with 1 elsewhere", m.Rows)
	}
	cells := m.Rows[0].Cells
	if cells[0].Demand != 1 || cells[0].Supply != 0 || cells[0].Strongest != nil {
		t.Errorf("home is %+v", cells[0])
	}
	if cells[1].Demand != 0 || cells[1].Supply != 2 || cells[1].Strongest == nil || cells[1].Strongest.Entity.ID != "strong" {
		t.Errorf("east is %+v", cells[1])
	}
	if cells[2].Supply != 0 {
		t.Errorf("west is %+v", cells[2])
	}
}

// TestTimeIsOver wants the judging to end with the context.
func TestTimeIsOver(t *testing.T) {
	b := newBuilder()
	b.need(ecosystem.TechnologyField, "field")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, ofGaps := gap.Find(ctx, b.world, question())
	_, ofMatrix := gap.Tabulate(ctx, b.world, question(), nil)
	for _, err := range []error{ofGaps, ofMatrix} {
		if ecosystem.CodeOf(err) != ecosystem.CodeTimeout || !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want TIMEOUT", err)
		}
	}
}
