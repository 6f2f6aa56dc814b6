package ecosystem

import (
	"slices"
	"strings"
)

// Kind says what an entity is. Its text is the GraphQL enum value.
type Kind string

// The kinds of entities (实体类型).
const (
	University        Kind = "UNIVERSITY"         // 高校
	ResearchInstitute Kind = "RESEARCH_INSTITUTE" // 科研院所
	Enterprise        Kind = "ENTERPRISE"         // 企业
	Hospital          Kind = "HOSPITAL"           // 医院
	Agency            Kind = "AGENCY"             // 政府机构
	Association       Kind = "ASSOCIATION"        // 协会联盟
	Platform          Kind = "PLATFORM"           // 创新平台
	IndustryCluster   Kind = "INDUSTRY_CLUSTER"   // 产业集群
	KeyProject        Kind = "KEY_PROJECT"        // 重点项目
	TechnologyField   Kind = "TECHNOLOGY_FIELD"   // 技术领域
	Discipline        Kind = "DISCIPLINE"         // 学科
	Region            Kind = "REGION"             // 区域
	Programme         Kind = "PROGRAMME"          // 工程/计划/行动
	Indicator         Kind = "INDICATOR"          // 指标
	Policy            Kind = "POLICY"             // 政策/规划
)

// KindInfo describes one kind.
type KindInfo struct {
	Kind    Kind
	Label   string // label of the node in a property graph, and name of the GraphQL type
	Chinese string // the term that officers read
	Prefix  string // what every id of this kind begins with, colon included
	Family  Family // PART_OF stays within a family
	// Properties are the columns that this kind has besides the common ones.
	Properties []Property
}

// Family groups kinds that form one hierarchy.
type Family string

// The families.
const (
	FamilyOrganization Family = "organization"
	FamilyPlatform     Family = "platform"
	FamilyCluster      Family = "cluster"
	FamilyProject      Family = "project"
	FamilyField        Family = "field"
	FamilyDiscipline   Family = "discipline"
	FamilyRegion       Family = "region"
	FamilyProgramme    Family = "programme"
	FamilyIndicator    Family = "indicator"
	FamilyPolicy       Family = "policy"
)

// kinds is built once, because it is looked at for every row of a load.
//
//nolint:gochecknoglobals // never changed; Kinds makes one of its own for whoever asks
var kinds = declareKinds()

// Kinds lists all kinds in the order in which people read them.
func Kinds() []KindInfo { return declareKinds() }

func declareKinds() []KindInfo {
	return []KindInfo{
		organization(University, "University", "高校"),
		organization(ResearchInstitute, "ResearchInstitute", "科研院所"),
		organization(Enterprise, "Enterprise", "企业"),
		organization(Hospital, "Hospital", "医院"),
		organization(Agency, "Agency", "政府机构"),
		organization(Association, "Association", "协会联盟"),
		{Platform, "Platform", "创新平台", "platform:", FamilyPlatform, []Property{PropCategory, PropGroup, PropLevel, PropWebsite}},
		{IndustryCluster, "IndustryCluster", "产业集群", "cluster:", FamilyCluster, []Property{PropCategory, PropGroup, PropLevel, PropYear, PropLat, PropLon}},
		{KeyProject, "KeyProject", "重点项目", "project:", FamilyProject, []Property{PropCategory, PropYear}},
		{TechnologyField, "TechnologyField", "技术领域", "field:", FamilyField, []Property{PropLevel}},
		{Discipline, "Discipline", "学科", "discipline:", FamilyDiscipline, []Property{PropCode, PropLevel}},
		{Region, "Region", "区域", "region:", FamilyRegion, []Property{PropCode, PropLevel, PropLat, PropLon}},
		{Programme, "Programme", "工程/计划/行动", "programme:", FamilyProgramme, []Property{PropCategory, PropYear}},
		{Indicator, "Indicator", "指标", "indicator:", FamilyIndicator, []Property{PropUnit, PropBaseValue, PropBaseYear, PropBaseNote, PropValue, PropYear, PropAttribute}},
		{Policy, "Policy", "政策/规划", "policy:", FamilyPolicy, []Property{PropCategory, PropYear, PropPeriod}},
	}
}

func organization(k Kind, label, chinese string) KindInfo {
	return KindInfo{k, label, chinese, "org:", FamilyOrganization, []Property{PropCategory, PropGrade, PropTags, PropWebsite, PropLat, PropLon}}
}

// Info returns the description of k; ok is false for a text that is no kind.
func (k Kind) Info() (info KindInfo, ok bool) {
	for _, info := range kinds {
		if info.Kind == k {
			return info, true
		}
	}
	return KindInfo{}, false
}

// Valid reports whether k is in the vocabulary.
func (k Kind) Valid() bool {
	_, ok := k.Info()
	return ok
}

// IsOrganization reports whether k is one of the six kinds of organizations.
func (k Kind) IsOrganization() bool {
	info, _ := k.Info()
	return info.Family == FamilyOrganization
}

// OrganizationKinds lists the kinds of organizations.
func OrganizationKinds() []Kind {
	return kindsOf(FamilyOrganization)
}

func kindsOf(families ...Family) []Kind {
	var out []Kind
	for _, info := range kinds {
		if slices.Contains(families, info.Family) {
			out = append(out, info.Kind)
		}
	}
	return out
}

// ParseKind reads a kind as people write it: the enum value in any case, the
// label, or the Chinese term. ok is false when nothing fits.
func ParseKind(s string) (k Kind, ok bool) {
	s = strings.TrimSpace(s)
	for _, info := range kinds {
		if strings.EqualFold(s, string(info.Kind)) || strings.EqualFold(s, info.Label) || s == info.Chinese {
			return info.Kind, true
		}
	}
	return "", false
}
