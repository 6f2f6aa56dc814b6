package storetest

import (
	"slices"
	"testing"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// filterCase is a filter and what it holds of the fixture, by id.
type filterCase struct {
	name   string
	filter store.Filter
	want   string
}

func testList(t *testing.T, s *subject) {
	for _, group := range []struct {
		name  string
		cases []filterCase
	}{
		{"plain", plainCases()},
		{"trees", treeCases()},
		{"sources", sourceCases()},
		{"properties", propertyCases()},
		{"related", relatedCases()},
		{"not", notCases()},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				t.Run(c.name, func(t *testing.T) { testFilter(t, s, c) })
			}
		})
	}
	t.Run("order", func(t *testing.T) { testOrder(t, s) })
}

// testFilter also asks for a facet: both operations read filters alike.
func testFilter(t *testing.T, s *subject, c filterCase) {
	want := answer{Rows: words(c.want), PageInfo: store.PageInfo{Total: len(words(c.want))}}
	got, err := s.List(t.Context(), c.filter, store.Order{By: store.ByID}, store.Page{Limit: 100, Total: true})
	if err != nil {
		t.Fatal(err)
	}
	equal(t, "list", want, s.listed(t, got))

	facets, err := s.Facets(t.Context(), c.filter, []store.Dimension{store.FacetKind})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0
	for _, b := range facets[0].Buckets {
		sum += b.Count
	}
	equal(t, "sum of the facet", want.Total, sum)
}

func plainCases() []filterCase {
	return []filterCase{
		{"kind", store.Filter{Kinds: []ecosystem.Kind{ecosystem.University}}, "org:fudan org:lyu org:zju"},
		{"kinds", store.Filter{Kinds: []ecosystem.Kind{ecosystem.Policy, ecosystem.Indicator}}, "indicator:rd policy:145"},
		{"no kind", store.Filter{Kinds: []ecosystem.Kind{}}, ""},
		{"ids", store.Filter{IDs: []string{"region:yrd", "org:none", "org:zju", "org:zju"}}, "org:zju region:yrd"},
		{"no id", store.Filter{IDs: []string{}}, ""},
		{"hostile ids", store.Filter{IDs: hostileIDs()}, ""},
		{"ids and kind", store.Filter{IDs: []string{"region:yrd", "org:zju"}, Kinds: []ecosystem.Kind{ecosystem.Region}}, "region:yrd"},
		{"status", store.Filter{Statuses: []ecosystem.Status{ecosystem.Planned}}, "platform:iic-b platform:transfer project:quality-ai"},
		{"statuses", store.Filter{Statuses: []ecosystem.Status{ecosystem.Built, ecosystem.UnderConstruction}}, "cluster:ly-robot org:sdaari platform:fluid-lab platform:iic-a"},
		{"status of nothing", store.Filter{Statuses: []ecosystem.Status{ecosystem.Upgraded}}, ""},
		{"no status", store.Filter{Statuses: []ecosystem.Status{}}, ""},
		{"text", store.Filter{Text: "临沂"}, "cluster:ly-hitech cluster:ly-robot org:hospital org:ly-gov org:lyu org:sdaari platform:transfer policy:145 region:371300"},
		{"text in a former name", store.Filter{Text: "师范"}, "org:lyu"},
		{"text and kind", store.Filter{Text: "临沂", Kinds: []ecosystem.Kind{ecosystem.University}}, "org:lyu"},
		{"text by initials", store.Filter{Text: "zjdx"}, "org:sdaari org:zju"},
		{"unreadable text", store.Filter{Text: "*"}, ""},
		{"blank text", store.Filter{Text: " "}, ""},
		{"text with operators", store.Filter{Text: "浙大 OR 复旦"}, ""},
	}
}

func propertyCases() []filterCase {
	one := func(name string, values ...string) store.Filter {
		return store.Filter{Properties: []store.PropertyFilter{{Name: name, Values: values}}}
	}
	return []filterCase{
		{"text", one("group", "科技公共服务平台"), "platform:transfer"},
		{"part of a text", one("group", "科技公共服务"), ""},
		{"any of several", one("category", "重大科技专项", "高新区", "别的"), "cluster:ly-hitech project:excavator"},
		{"of several kinds", one("level", "国家级"), "cluster:ly-hitech platform:fluid-lab"},
		{"number", one("value", "2.6"), "indicator:rd"},
		{"number of two digits behind the point", one("lat", "31.23"), "region:310000"},
		{"other number", one("value", "2.61"), ""},
		{"whole number", one("year", "2022", "2011"), "cluster:ly-hitech project:excavator"},
		{"code with a leading zero", one("code", "0802"), "discipline:0802"},
		{"element of a list", one("tags", "985"), "org:fudan org:zju"},
		{"any element of a list", one("tags", "双一流", "省属"), "org:lyu org:zju"},
		{"part of an element", one("tags", "98"), ""},
		{"a list is not its text", one("tags", "985;211"), ""},
		{"any value", one("grade"), "org:hospital"},
		{"no value", store.Filter{Properties: []store.PropertyFilter{{Name: "grade", Values: []string{}}}}, ""},
		{"all must hold", store.Filter{Properties: []store.PropertyFilter{
			{Name: "level", Values: []string{"国家级"}}, {Name: "category", Values: []string{"高新区"}},
		}}, "cluster:ly-hitech"},
		{"contradiction", store.Filter{Properties: []store.PropertyFilter{
			{Name: "level", Values: []string{"国家级"}}, {Name: "level", Values: []string{"province"}},
		}}, ""},
		{"no property filters", store.Filter{Kinds: []ecosystem.Kind{ecosystem.Policy}, Properties: nil}, "policy:145"},
	}
}

// testOrder sorts by name: pinyin order, as a directory is read.
func testOrder(t *testing.T, s *subject) {
	organizations := words("org:fudan org:alone org:lyu org:hospital org:ly-gov org:lingong org:sdsia org:zju org:sdaari org:nimte")
	namesakes := words("platform:iic-a platform:iic-b platform:transfer platform:fluid-lab")
	for _, c := range []struct {
		name  string
		kinds []ecosystem.Kind
		by    store.OrderBy
		want  []string // ascending
	}{
		{"by name", ecosystem.OrganizationKinds(), store.ByName, organizations},
		{"namesakes", []ecosystem.Kind{ecosystem.Platform}, store.ByName, namesakes},
		{"Latin and Chinese", []ecosystem.Kind{ecosystem.KeyProject}, store.ByName, words("project:cpp project:quality-ai project:excavator")},
		{"by id", ecosystem.OrganizationKinds(), store.ByID, slices.Sorted(slices.Values(organizations))},
	} {
		for _, descending := range []bool{false, true} {
			t.Run(c.name+map[bool]string{true: " descending"}[descending], func(t *testing.T) {
				want := slices.Clone(c.want)
				if descending {
					slices.Reverse(want)
				}
				order := store.Order{By: c.by, Descending: descending}
				got, err := s.List(t.Context(), store.Filter{Kinds: c.kinds}, order, store.Page{Limit: 100})
				if err != nil {
					t.Fatal(err)
				}
				equal(t, "list", answer{want, store.PageInfo{Total: -1}}, s.listed(t, got))
			})
		}
	}
}
