package ecosystem

import (
	"fmt"
	"slices"
	"strings"
)

// RelationType says how two entities are related. Its text is the GraphQL enum
// value and the type of the relationship in a property graph.
type RelationType string

// The relation types (关系类型).
const (
	LocatedIn      RelationType = "LOCATED_IN"      // 位于
	PartOf         RelationType = "PART_OF"         // 隶属
	InField        RelationType = "IN_FIELD"        // 所属领域
	StrongIn       RelationType = "STRONG_IN"       // 优势学科
	AppliesTo      RelationType = "APPLIES_TO"      // 支撑领域
	HostedBy       RelationType = "HOSTED_BY"       // 建设/依托/牵头单位
	BuiltBy        RelationType = "BUILT_BY"        // 共建/承建
	ReliesOn       RelationType = "RELIES_ON"       // 依托
	Links          RelationType = "LINKS"           // 联动/聚合
	CooperatesWith RelationType = "COOPERATES_WITH" // 联合
	Supports       RelationType = "SUPPORTS"        // 支持
	Promotes       RelationType = "PROMOTES"        // 推进建设
	Targets        RelationType = "TARGETS"         // 目标
	IssuedBy       RelationType = "ISSUED_BY"       // 发布
	Implements     RelationType = "IMPLEMENTS"      // 落实
)

// Ends is one allowed combination: any kind of From to any kind of To.
type Ends struct{ From, To []Kind }

// RelationInfo describes one relation type.
type RelationInfo struct {
	Type    RelationType
	Chinese string
	Ends    []Ends
	// Symmetric relations mean the same read from either end.
	Symmetric bool
	// Valued relations carry a value and a unit (TARGETS).
	Valued bool
}

// relationTypes is built once, because it is looked at for every row of a load.
//
//nolint:gochecknoglobals // never changed; RelationTypes makes one of its own for whoever asks
var relationTypes = declareRelationTypes()

// RelationTypes lists all relation types with the ends they allow.
func RelationTypes() []RelationInfo { return declareRelationTypes() }

func declareRelationTypes() []RelationInfo {
	all := allKinds()
	orgs := OrganizationKinds()
	clusters, fields := []Kind{IndustryCluster}, []Kind{TechnologyField}
	platforms, programmes := []Kind{Platform}, []Kind{Programme}
	return []RelationInfo{
		{Type: LocatedIn, Chinese: "位于", Ends: []Ends{{all, []Kind{Region, IndustryCluster}}}},
		{Type: PartOf, Chinese: "隶属", Ends: []Ends{
			{fields, fields},
			{[]Kind{Region}, []Kind{Region}},
			{clusters, clusters},
			{platforms, []Kind{IndustryCluster, Platform}},
			{orgs, orgs},
			{programmes, programmes},
		}},
		{Type: InField, Chinese: "所属领域", Ends: []Ends{{with(orgs, KeyProject, Platform, IndustryCluster, Programme), fields}}},
		{Type: StrongIn, Chinese: "优势学科", Ends: []Ends{{[]Kind{University, ResearchInstitute}, []Kind{Discipline}}}},
		{Type: AppliesTo, Chinese: "支撑领域", Ends: []Ends{{[]Kind{Discipline}, fields}}},
		{Type: HostedBy, Chinese: "建设/依托/牵头单位", Ends: []Ends{{[]Kind{Platform, ResearchInstitute, IndustryCluster, KeyProject}, orgs}}},
		{Type: BuiltBy, Chinese: "共建/承建", Ends: []Ends{{[]Kind{Platform, KeyProject, IndustryCluster, Programme}, orgs}}},
		{Type: ReliesOn, Chinese: "依托", Ends: []Ends{
			{[]Kind{IndustryCluster, TechnologyField, Platform, KeyProject}, with(orgs, Platform, IndustryCluster)},
		}},
		{Type: Links, Chinese: "联动/聚合", Ends: []Ends{{clusters, with(orgs, IndustryCluster, Region, Platform)}}},
		{Type: CooperatesWith, Chinese: "联合", Symmetric: true, Ends: []Ends{
			{with(orgs, Platform, IndustryCluster, KeyProject, TechnologyField), with(orgs, Platform)},
		}},
		{Type: Supports, Chinese: "支持", Ends: []Ends{{[]Kind{Policy, Programme}, all}}},
		{Type: Promotes, Chinese: "推进建设", Ends: []Ends{{[]Kind{Policy, Programme}, all}}},
		{Type: Targets, Chinese: "目标", Valued: true, Ends: []Ends{{[]Kind{Policy, Programme}, []Kind{Indicator}}}},
		{Type: IssuedBy, Chinese: "发布", Ends: []Ends{{[]Kind{Policy}, []Kind{Agency}}}},
		{Type: Implements, Chinese: "落实", Ends: []Ends{{with(orgs, IndustryCluster), []Kind{Policy}}}},
	}
}

// Info returns the description of t; ok is false for a text that is no type.
func (t RelationType) Info() (info RelationInfo, ok bool) {
	for _, info := range relationTypes {
		if info.Type == t {
			return info, true
		}
	}
	return RelationInfo{}, false
}

// Valid reports whether t is in the vocabulary.
func (t RelationType) Valid() bool {
	_, ok := t.Info()
	return ok
}

// Allows reports whether a relation of this type may lead from one kind to
// another. A symmetric relation may be written from either end.
func (i RelationInfo) Allows(from, to Kind) bool {
	return i.listed(from, to) || (i.Symmetric && i.listed(to, from))
}

// allowedText says, to somebody who wrote other ends, what is allowed.
func (i RelationInfo) allowedText(from, to Kind) string {
	if i.Allows(to, from) {
		return "exchange from and to"
	}
	var all []string
	for _, e := range i.Ends {
		all = append(all, kindsText(e.From)+" to "+kindsText(e.To))
	}
	return fmt.Sprintf("%s (%s) leads from %s", i.Type, i.Chinese, strings.Join(all, "; "))
}

// kindsText lists kinds, with one word for all organizations.
func kindsText(list []Kind) string {
	if len(list) == len(kinds) {
		return "anything"
	}
	var words []string
	for _, k := range list {
		word := string(k)
		if k.IsOrganization() && len(list) >= len(OrganizationKinds()) {
			word = "any organization"
		}
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	return strings.Join(words, ", ")
}

func (i RelationInfo) listed(from, to Kind) bool {
	return slices.ContainsFunc(i.Ends, func(e Ends) bool {
		return slices.Contains(e.From, from) && slices.Contains(e.To, to)
	})
}

// ParseRelationType reads a relation type: the enum value in any case, or the
// Chinese term. ok is false when nothing fits.
func ParseRelationType(s string) (t RelationType, ok bool) {
	s = strings.TrimSpace(s)
	for _, info := range relationTypes {
		if strings.EqualFold(s, string(info.Type)) || s == info.Chinese {
			return info.Type, true
		}
	}
	return "", false
}

func allKinds() []Kind {
	var out []Kind
	for _, info := range kinds {
		out = append(out, info.Kind)
	}
	return out
}

func with(kinds []Kind, more ...Kind) []Kind {
	return append(slices.Clone(kinds), more...)
}
