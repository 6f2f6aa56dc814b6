package resolve_test

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/store/text"
)

// A name on record means its entity, unless another entity has it too.
func TestEveryNameOnRecordIsFound(t *testing.T) {
	g := shipped(t)
	r := resolve.New(g.Entities, g.Relations)
	index := resolve.NewIndex(g.Entities)
	for i := range g.Entities {
		e := &g.Entities[i]
		for _, name := range e.Names() {
			a := r.Resolve(name, resolve.Options{})
			if mark(a.Chosen) != e.ID && len(index.Find(name)) < 2 {
				t.Errorf("%s (%s): chose %q, %s%s", name, e.ID, mark(a.Chosen), a.Reason, list(a))
			}
		}
	}
}

// What is taken out of the data set must not be mistaken for what stays: the
// nearest neighbours of each entity are the hardest ones there are.
func TestNamesOfAbsentEntitiesMeanNothing(t *testing.T) {
	const folds = 10
	g := shipped(t)
	names, wrong := 0, 0
	for fold := range folds {
		var kept, absent []ecosystem.Entity
		for i, e := range g.Entities {
			if i%folds == fold && e.Kind != ecosystem.Region {
				absent = append(absent, e)
			} else {
				kept = append(kept, e)
			}
		}
		r := resolve.New(kept, g.Relations)
		for _, e := range absent {
			for _, name := range e.Names() {
				names++
				if a := r.Resolve(name, resolve.Options{}); a.Chosen != nil {
					wrong++
					t.Logf("%s (%s): chose %s by %s %s", name, e.ID, a.Chosen.Entity.Name, a.Chosen.How, a.Chosen.Note)
				}
			}
		}
	}
	t.Logf("%d of %d names of absent entities were taken for another entity", wrong, names)
	if wrong*200 > names {
		t.Errorf("%d of %d names of absent entities were taken for another entity, more than one in 200", wrong, names)
	}
}

// One slip in a name is forgiven or the name is reported, but it is not taken for
// another one.
func TestSlipsInNames(t *testing.T) {
	g := shipped(t)
	r := resolve.New(g.Entities, g.Relations)
	alike := soundalikes(g.Entities)
	var random *rand.Rand
	slips := map[string]func([]rune, int) []rune{
		"a character that sounds alike": func(name []rune, i int) []rune {
			others := alike[sound(name[i])]
			name[i] = others[random.Intn(len(others))]
			return name
		},
		"a character twice": func(name []rune, i int) []rune { return slices.Insert(name, i, name[i]) },
		"two neighbours swapped": func(name []rune, i int) []rune {
			name[i], name[i+1] = name[i+1], name[i]
			return name
		},
	}
	for what, slip := range slips {
		names, right, wrong := 0, 0, 0
		random = rand.New(rand.NewSource(1)) // the same slips each time, whichever sort comes first
		for _, e := range g.Entities {
			name := []rune(e.Name)
			if !e.Kind.IsOrganization() || len(name) < 5 {
				continue
			}
			slipped := string(slip(slices.Clone(name), random.Intn(len(name)-1)))
			if slipped == e.Name {
				continue
			}
			names++
			switch a := r.Resolve(slipped, resolve.Options{}); {
			case mark(a.Chosen) == e.ID:
				right++
			case a.Chosen != nil:
				wrong++
				t.Logf("%s for %s: chose %s by %s", slipped, e.Name, a.Chosen.Entity.Name, a.Chosen.How)
			}
		}
		t.Logf("%s: %d names, %d found, %d taken for another", what, names, right, wrong)
		if right*10 < names*9 || wrong*200 > names {
			t.Errorf("%s: of %d names %d were found (want nine in ten) and %d taken for another (at most one in 200)", what, names, right, wrong)
		}
	}
}

// soundalikes are the characters of all names by their toneless pinyin.
func soundalikes(entities []ecosystem.Entity) map[string][]rune {
	out := map[string][]rune{}
	for _, e := range entities {
		for _, r := range e.Name {
			if s := sound(r); !slices.Contains(out[s], r) {
				out[s] = append(out[s], r)
			}
		}
	}
	return out
}

func sound(r rune) string {
	s, _, _ := strings.Cut(text.SortKey(string(r)), "\t")
	return s
}

// FuzzResolve holds every answer against what an Answer promises.
func FuzzResolve(f *testing.F) {
	for _, l := range labels(f) {
		f.Add(l.name, l.region, 3)
	}
	f.Add("(浙江大学", "region:330000", 0)
	f.Add("依托建设的", "", -1)
	f.Add("第第十十所附附院", "region:none", 100)
	r := resolve.New(small())
	f.Fuzz(func(t *testing.T, name, region string, limit int) {
		a := r.Resolve(name, resolve.Options{Region: region, Limit: limit})
		if len(a.Candidates) > resolve.MaxLimit || limit > 0 && len(a.Candidates) > limit {
			t.Errorf("%d candidates with limit %d", len(a.Candidates), limit)
		}
		if (a.Chosen == nil) == (a.Reason == resolve.NoReason) {
			t.Errorf("chosen %q with reason %q", mark(a.Chosen), a.Reason)
		}
		if a.Chosen != nil && a.Chosen != &a.Candidates[0] {
			t.Error("the chosen candidate is not the first one")
		}
		seen := map[string]bool{}
		for _, c := range a.Candidates {
			if c.Score <= 0 || c.Score > 1 || c.How == "" || c.Entity == nil {
				t.Errorf("candidate without sense: %+v", c)
			}
			if seen[c.Entity.ID] {
				t.Errorf("%s stands twice", c.Entity.ID)
			}
			seen[c.Entity.ID] = true
		}
	})
}
