package ecosystem

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// PropertyType says how the text of a property is read.
type PropertyType int

// The property types.
const (
	Text    PropertyType = iota // any text
	Number                      // decimal number, point as decimal mark
	Integer                     // whole number
	List                        // several texts, separated by ListSeparator
)

// ListSeparator stands between several values in one cell or property.
const ListSeparator = ";"

// Property is a value that entities of some kinds carry besides the common
// ones (name, aliases, status …). Its name is the column of the entity table.
type Property struct {
	Name    string
	Type    PropertyType
	Chinese string
}

// The properties that kinds declare.
//
//nolint:gochecknoglobals // declarations: Go has no constant structs
var (
	PropCategory  = Property{"category", Text, "类别"}      // the word a list uses, e.g. 国家重点实验室
	PropGroup     = Property{"group", Text, "分组"}         // the group of a list, e.g. 科技公共服务平台
	PropLevel     = Property{"level", Text, "级别"}         // province, city, county; 国家级 …; top or sub of fields
	PropGrade     = Property{"grade", Text, "等级"}         // e.g. 三级甲等
	PropTags      = Property{"tags", List, "标签"}          // e.g. 985;211
	PropWebsite   = Property{"website", Text, "网址"}       // http(s) link
	PropCode      = Property{"code", Text, "代码"}          // GB/T 2260 or discipline code
	PropLat       = Property{"lat", Number, "纬度"}         // degrees north
	PropLon       = Property{"lon", Number, "经度"}         // degrees east
	PropUnit      = Property{"unit", Text, "单位"}          // unit of an indicator
	PropValue     = Property{"value", Number, "目标值"}      // target, in unit
	PropYear      = Property{"year", Integer, "年份"}       // of the target, of the founding
	PropBaseValue = Property{"base_value", Number, "基期值"} // in unit
	PropBaseYear  = Property{"base_year", Integer, "基期年"} // year of the base value
	PropBaseNote  = Property{"base_note", Text, "基期说明"}   // e.g. 预计数
	PropAttribute = Property{"attribute", Text, "属性"}     // 预期性 or 约束性
	PropPeriod    = Property{"period", Text, "规划期"}       // e.g. 2021-2025
)

// properties is built once, because it is looked at for every row of a load.
//
//nolint:gochecknoglobals // never changed; Properties makes one of its own for whoever asks
var properties = declareProperties()

// Properties lists every declared property once, in table-column order.
func Properties() []Property { return declareProperties() }

func declareProperties() []Property {
	return []Property{
		PropCategory, PropGroup, PropLevel, PropGrade, PropTags, PropWebsite, PropCode, PropLat, PropLon,
		PropUnit, PropValue, PropYear, PropBaseValue, PropBaseYear, PropBaseNote, PropAttribute, PropPeriod,
	}
}

// PropertyNamed finds a declared property by its column name.
func PropertyNamed(name string) (Property, bool) {
	i := slices.IndexFunc(properties, func(p Property) bool { return p.Name == name })
	if i < 0 {
		return Property{}, false
	}
	return properties[i], true
}

// Has reports whether entities of kind k may carry the property name.
func (k Kind) Has(name string) bool {
	info, _ := k.Info()
	return slices.ContainsFunc(info.Properties, func(p Property) bool { return p.Name == name })
}

// Canonical returns the one spelling of a value of this property, so that
// equal values compare as equal texts, or an error that says what was expected.
func (p Property) Canonical(value string) (string, error) {
	value = strings.TrimSpace(value)
	switch p.Type {
	case Number:
		f, err := strconv.ParseFloat(value, 64)
		if err != nil || f != f || f > 1e15 || f < -1e15 {
			return "", fmt.Errorf("%s must be a number such as 2.6, not %q", p.Name, value)
		}
		return strconv.FormatFloat(f, 'f', -1, 64), nil
	case Integer:
		n, err := strconv.Atoi(value)
		if err != nil {
			return "", fmt.Errorf("%s must be a whole number such as 2025, not %q", p.Name, value)
		}
		return strconv.Itoa(n), nil
	case List:
		return strings.Join(SplitList(value), ListSeparator), nil
	default:
		return value, nil
	}
}

// SplitList takes the values of a cell apart; blanks and repetitions go.
func SplitList(cell string) []string {
	var out []string
	for part := range strings.SplitSeq(cell, ListSeparator) {
		if part = strings.TrimSpace(part); part != "" && !slices.Contains(out, part) {
			out = append(out, part)
		}
	}
	return out
}
