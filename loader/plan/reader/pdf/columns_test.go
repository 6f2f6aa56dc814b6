package pdf

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/loader/plan/reader/lines"
)

// cellsOf lays a page of pieces out and prints what it holds: a row of a table in
// brackets, the lines of a cell with a stroke between.
func cellsOf(pieces []piece) []string {
	var out []string
	var items []item
	for _, p := range layOut(rawPage{number: 1, width: 600, height: 800, pieces: pieces}) {
		items = append(items, p.items...)
	}
	for _, i := range items {
		if i.table == nil {
			out = append(out, i.line.text)
			continue
		}
		for _, r := range i.table.rows {
			var cells []string
			for _, c := range r.cells {
				var broken []string
				for _, l := range c.lines {
					broken = append(broken, l.text)
				}
				cells = append(cells, strings.Join(broken, "|"))
			}
			out = append(out, "["+strings.Join(cells, "] [")+"]")
		}
	}
	return out
}

func TestTablesWithoutLines(t *testing.T) {
	header := []piece{at(50, 700, "序号"), at(110, 700, "平台名称"), at(260, 700, "依托单位"), at(420, 700, "级别")}
	tests := []struct {
		name   string
		pieces []piece
		want   []string
	}{
		{
			"cells broken over lines, rows set apart",
			[]piece{
				at(50, 670, "1"), at(110, 670, "溪川光电材料"), at(260, 670, "江北理工大学、溪川"), at(420, 670, "省级"),
				at(110, 657, "实验室"), at(260, 657, "光电股份有限公司"),
				at(50, 630, "2"), at(110, 630, "溪川铸造中心"), at(260, 630, "溪川重工"), at(420, 630, "市级"),
				at(50, 590, "二、攻克关键技术，推动产业链上中下游和大中小企业融通创新"),
			},
			[]string{
				"[序号] [平台名称] [依托单位] [级别]", "[1] [溪川光电材料|实验室] [江北理工大学、溪川|光电股份有限公司] [省级]",
				"[2] [溪川铸造中心] [溪川重工] [市级]", "二、攻克关键技术，推动产业链上中下游和大中小企业融通创新",
			},
		},
		{
			"short cells in the middle of their row",
			[]piece{
				at(110, 670, "溪川光电材料"), at(50, 664, "1"), at(420, 664, "省级"), at(110, 657, "实验室"), at(260, 664, "江北大学"),
				at(50, 630, "2"), at(110, 630, "溪川铸造中心"), at(260, 630, "溪川重工"), at(420, 630, "市级"),
			},
			[]string{"[序号] [平台名称] [依托单位] [级别]", "[1] [溪川光电材料|实验室] [江北大学] [省级]", "[2] [溪川铸造中心] [溪川重工] [市级]"},
		},
		{
			"lines at one distance, with numbers",
			[]piece{
				at(50, 685, "1"), at(110, 685, "溪川光电材料"), at(260, 685, "江北大学"), at(420, 685, "省级"),
				at(110, 670, "实验室"),
				at(50, 655, "2"), at(110, 655, "溪川铸造中心"), at(260, 655, "溪川重工"), at(420, 655, "市级"),
			},
			[]string{"[序号] [平台名称] [依托单位] [级别]", "[1] [溪川光电材料|实验室] [江北大学] [省级]", "[2] [溪川铸造中心] [溪川重工] [市级]"},
		},
		{
			"a line for each row stays as it is",
			[]piece{
				at(50, 685, "1"), at(110, 685, "溪川实验室"), at(260, 685, "江北大学"), at(420, 685, "省级"),
				at(50, 670, "2"), at(110, 670, "溪川铸造中心"), at(260, 670, "溪川重工"), at(420, 670, "市级"),
			},
			[]string{"序号\t平台名称\t依托单位\t级别", "1\t溪川实验室\t江北大学\t省级", "2\t溪川铸造中心\t溪川重工\t市级"},
		},
		{
			"text across the columns is none",
			[]piece{
				at(50, 685, "围绕主导产业布局创新平台，推动平台向社会开放共享，完善从基础研究到转化"),
				at(50, 670, "的平台体系。"),
			},
			[]string{"序号\t平台名称\t依托单位\t级别", "围绕主导产业布局创新平台，推动平台向社会开放共享，完善从基础研究到转化", "的平台体系。"},
		},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, cellsOf(append(header, tt.pieces...))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// A plan as a program prints it: the cells come out whole, in their columns.
func TestPlanWithTablesWithoutLines(t *testing.T) {
	w := lines.NewWriter(context.Background(), lines.Limits{})
	if err := Read(context.Background(), fixture(t, "borderless.pdf"), lines.Limits{}, w); err != nil {
		t.Fatal(err)
	}
	got, err := w.Lines()
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, l := range got {
		if l.Text != "" {
			texts = append(texts, l.Text)
		}
	}
	want := []string{
		"溪川市科技创新规划", "一、建强创新平台", "专栏1重点创新平台",
		"序号\t平台名称\t依托单位\t级别",
		"1\t溪川光电材料工程研究中心\t江北理工大学、溪川光电股份有限公司\t省级",
		"2\t溪川绿色铸造技术创新中心\t溪川重型机械有限公司\t市级",
		"3\t溪川中药实验室\t溪川市中医院\t省级",
		"二、攻克关键技术", "聚焦主导产业发展需求，每年凝练一批重大技术需求。", "专栏2重大科技项目",
		"序号\t项目名称\t技术领域\t承担单位",
		"1\t高强耐蚀铝合金制备关键技术研发\t新材料\t溪川铝业有限公司",
		"2\t竹木复合材料绿色制造技术研究\t新材料\t江北理工大学",
		"三、保障措施", "加强组织领导，落实各项政策。",
	}
	if diff := cmp.Diff(want, texts); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}
