package sheet

import "slices"

// role is what the cells of a column are to the entity of their row.
type role string

// The roles. Those up to roleSourceLocator are keys of a mapping.
const (
	roleName          role = "name"
	roleID            role = "id"
	roleNameEn        role = "name_en"
	roleAliases       role = "aliases"
	roleFormerNames   role = "former_names"
	roleKind          role = "kind"
	roleHost          role = "host"     // 依托单位 → HOSTED_BY
	roleBuilders      role = "builders" // 共建单位 → BUILT_BY
	rolePartners      role = "partners" // 合作单位 → COOPERATES_WITH
	rolePlace         role = "place"    // 所在地 → LOCATED_IN
	roleFields        role = "fields"   // 技术领域 → IN_FIELD
	roleStatus        role = "status"
	roleStatusDate    role = "status_date"
	roleYear          role = "year"
	roleTie           role = "tie"      // 合作方式: how close COOPERATES_WITH is
	roleTieYear       role = "tie_year" // 签约时间: its year
	roleCreditCode    role = "credit_code"
	roleNote          role = "note"
	roleSourceTitle   role = "source_title"
	roleSourceDate    role = "source_date"
	roleSourceURL     role = "source_url"
	roleSourceLocator role = "source_locator"

	roleProperty     role = "property"
	roleCategory     role = "category"     // a kind where all its cells are kinds, else the property
	roleOrganization role = "organization" // the name of the row, or its host
	roleRemark       role = "remark"       // 主管部门: goes into the note, since the graph has no relation for it
	roleUnplaced     role = "unplaced"     // 总投资: understood, but the graph has no place for it
	roleIgnore       role = "ignore"
	rolePrivate      role = "private"
	roleReport       role = "report" // a column that an earlier report added
	roleUnknown      role = "unknown"
)

func mappedRoles() []role {
	return []role{
		roleName, roleID, roleNameEn, roleAliases, roleFormerNames, roleKind, roleHost, roleBuilders, rolePartners,
		rolePlace, roleFields, roleStatus, roleStatusDate, roleYear, roleTie, roleTieYear, roleCreditCode, roleNote,
		roleSourceTitle, roleSourceDate, roleSourceURL, roleSourceLocator,
	}
}

func (r role) valid() bool {
	return slices.Contains(mappedRoles(), r) ||
		slices.Contains([]role{roleProperty, roleCategory, roleOrganization, roleRemark, roleUnplaced, roleIgnore, rolePrivate}, r)
}

// several reports whether more than one column may have the role.
func (r role) several() bool {
	return slices.Contains([]role{
		roleAliases, roleFormerNames, roleHost, roleBuilders, rolePartners, rolePlace, roleFields, roleNote, roleYear,
		roleRemark, roleUnplaced, roleIgnore, rolePrivate, roleReport, roleUnknown,
	}, r)
}

// taken reports whether something of the cells goes into the graph.
func (r role) taken() bool {
	return !slices.Contains([]role{roleUnplaced, roleIgnore, rolePrivate, roleReport, roleUnknown}, r)
}

// bodies reports whether the cells of a column name organizations that have to do
// with the entity of their row.
func (r role) bodies() bool {
	return slices.Contains([]role{roleHost, roleBuilders, rolePartners}, r)
}

// names reports whether the cells of a column name entities besides that of the
// row.
func (r role) names() bool {
	return slices.Contains([]role{roleHost, roleBuilders, rolePartners, rolePlace, roleFields}, r)
}
