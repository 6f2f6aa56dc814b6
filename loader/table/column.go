package table

import (
	"slices"

	"github.com/innograph/innograph/ecosystem"
)

// Table is one of the three tables. Its text begins the name of its files.
type Table string

// The tables.
const (
	Sources   Table = "sources"   // 来源: what is cited
	Entities  Table = "entities"  // 实体
	Relations Table = "relations" // 关系
)

// Tables lists the tables in the order in which they are read and written.
func Tables() []Table { return []Table{Sources, Entities, Relations} }

// Column is one column of a table.
type Column struct {
	Name    string
	Chinese string
	// Required columns must stand in every file of the table.
	Required bool
	// Spare columns are written only to files in which a row fills them.
	Spare bool
	// Number columns hold numbers; in a workbook they are stored as such.
	Number bool
}

// Columns lists the columns of a table in the order in which they are written.
func Columns(t Table) []Column {
	switch t {
	case Sources:
		return []Column{
			{Name: "document", Chinese: "文件编号", Required: true},
			{Name: "title", Chinese: "标题", Required: true},
			{Name: "issuer", Chinese: "发布单位"},
			{Name: "date", Chinese: "日期"},
			{Name: "url", Chinese: "链接"},
		}
	case Entities:
		return slices.Concat(entityColumns(), propertyColumns(), sourceColumns())
	case Relations:
		return slices.Concat(relationColumns(), sourceColumns())
	default:
		return nil
	}
}

func entityColumns() []Column {
	return []Column{
		{Name: "id", Chinese: "编号", Required: true},
		{Name: "kind", Chinese: "类型", Required: true},
		{Name: "name", Chinese: "名称", Required: true},
		{Name: "name_en", Chinese: "英文名称"},
		{Name: "aliases", Chinese: "别名"},
		{Name: "former_names", Chinese: "曾用名"},
		{Name: "region", Chinese: "所在区域"},
		{Name: "status", Chinese: "建设状态"},
		{Name: "status_date", Chinese: "状态日期"},
		{Name: "external_ids", Chinese: "外部编号"},
	}
}

func propertyColumns() []Column {
	var out []Column
	for _, p := range ecosystem.Properties() {
		number := p.Type == ecosystem.Number || p.Type == ecosystem.Integer
		out = append(out, Column{Name: p.Name, Chinese: p.Chinese, Spare: true, Number: number})
	}
	return out
}

func relationColumns() []Column {
	return []Column{
		{Name: "type", Chinese: "关系类型", Required: true},
		{Name: "from", Chinese: "起点", Required: true},
		{Name: "to", Chinese: "终点", Required: true},
		{Name: "weight", Chinese: "权重", Number: true},
		{Name: "label", Chinese: "原文说法"},
		{Name: "strength", Chinese: "强度"},
		{Name: "year", Chinese: "年份", Number: true},
		{Name: "value", Chinese: "目标值", Spare: true, Number: true},
		{Name: "unit", Chinese: "单位", Spare: true},
		{Name: "status", Chinese: "建设状态"},
	}
}

// sourceColumns say where the statement of a row stands and how sure it is.
func sourceColumns() []Column {
	return []Column{
		{Name: "printed_name", Chinese: "原文写法", Spare: true},
		{Name: "document", Chinese: "来源文件", Required: true},
		{Name: "locator", Chinese: "出处"},
		{Name: "known", Chinese: "依据"},
		{Name: "confidence", Chinese: "可信度", Number: true},
		{Name: "date", Chinese: "来源日期", Spare: true},
		{Name: "note", Chinese: "备注"},
	}
}

func columnNames(t Table) []string {
	var out []string
	for _, c := range Columns(t) {
		out = append(out, c.Name)
	}
	return out
}
