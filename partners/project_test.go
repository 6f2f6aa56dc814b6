package partners_test

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
)

// TestProjectsAreNotMisread: a word of two characters makes no field of a project that
// the plan files elsewhere (复合 is no fertiliser here), nor does a part of a word (高密度 of
// 高密度板, 一体机 of 健康一体机, 机器人 of 采摘机器人); a whole one of three and more does.
func TestProjectsAreNotMisread(t *testing.T) {
	s := shipped(t)
	desk := partners.NewDesk(s, partners.NewTexts(s), partners.DefaultBounds())
	for name, want := range map[string][]string{
		"高强韧铝基复合材料技术研发及产业化应用":    {"field:mat-metal"},
		"高速耐环境高密度圆柱连接器项目":        {"field:it-electronics", "field:mat-magnet"},
		"水稻旱田直播施肥浇水覆膜一体机研发与示范应用": {"field:mach-agri"},
		"超平板机器人覆面系统的研发与应用技术研发":   {"field:mach-equip", "field:mach-robot"},
		"年产1.5万吨CMP研磨液项目":        {"field:mat-inorg"},
		"SC130型氢燃料电池液压挖掘机关键技术研发": {"field:mach-construction", "field:ne-pvh2"},
	} {
		hits, err := s.Search(t.Context(), name, store.Filter{}, store.Page{Limit: 1})
		if err != nil || len(hits.Hits) == 0 {
			t.Fatalf("%s: %v", name, err)
		}
		a, err := desk.Ask(t.Context(), partners.Question{
			Demand: partners.Demand{Entity: hits.Hits[0].Entity.ID}, Home: "region:371300", Weights: match.DefaultWeights(), Year: 2026,
		})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range a.Needs {
			got = append(got, n.Field.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s is read as %v, want %v", name, got, want)
		}
	}
}
