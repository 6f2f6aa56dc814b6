package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// Role is what a column of a table holds.
type Role string

// The roles.
const (
	SerialColumn    Role = "SERIAL"    // 序号
	NameColumn      Role = "NAME"      // names that tell their kind themselves
	ProjectColumn   Role = "PROJECT"   // names of projects; so for the next four
	PlatformColumn  Role = "PLATFORM"  //
	CarrierColumn   Role = "CARRIER"   //
	ProgrammeColumn Role = "PROGRAMME" //
	IndicatorColumn Role = "INDICATOR" //
	GroupColumn     Role = "GROUP"     // 类别
	FieldColumn     Role = "FIELD"     // 技术领域
	HostColumn      Role = "HOST"      // 牵头、依托、建设单位
	BuilderColumn   Role = "BUILDER"   // 共建、承建单位
	PartnerColumn   Role = "PARTNER"   // 合作单位
	ReliedOnColumn  Role = "RELIED_ON" // 龙头企业、支撑平台
	DutyColumn      Role = "DUTY"      // 责任、主管单位: who answers for it, and so carries out the plan
	PlaceColumn     Role = "PLACE"     // 建设地点
	StatusColumn    Role = "STATUS"    // 建设进度
	LevelColumn     Role = "LEVEL"     // 级别
	PeriodColumn    Role = "PERIOD"    // 建设期限
	ContentColumn   Role = "CONTENT"   // 建设内容: text about what the row names
	OtherColumn     Role = "OTHER"     // understood, but nothing is made of it: 总投资
)

// Roles lists the roles.
func Roles() []Role {
	return []Role{
		SerialColumn, NameColumn, ProjectColumn, PlatformColumn, CarrierColumn, ProgrammeColumn, IndicatorColumn,
		GroupColumn, FieldColumn, HostColumn, BuilderColumn, PartnerColumn, ReliedOnColumn, DutyColumn, PlaceColumn, StatusColumn,
		LevelColumn, PeriodColumn, ContentColumn, OtherColumn,
	}
}

type columnWord struct {
	text string
	role Role
}

func (l *Lexicon) addColumn(cells []string) error {
	role := Role(cells[1])
	if !slices.Contains(Roles(), role) {
		return fmt.Errorf("unknown role %q", cells[1])
	}
	l.columns = append(l.columns, columnWord{cells[0], role})
	return nil
}

// RoleOf tells what the column under a header holds: the word that ends last in
// the header decides, what stands in brackets at its end left out of account.
func (l *Lexicon) RoleOf(header string) (Role, bool) {
	header = stripTrailingBrackets(strings.Join(strings.Fields(header), ""))
	best, bestEnd := columnWord{}, -1
	for _, w := range l.columns {
		at := strings.LastIndex(header, w.text)
		if at < 0 {
			continue
		}
		if end := at + len(w.text); end > bestEnd || (end == bestEnd && len(w.text) > len(best.text)) {
			best, bestEnd = w, end
		}
	}
	return best.role, bestEnd >= 0
}
