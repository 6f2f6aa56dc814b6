package loader_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/table"
)

const (
	sourcesCSV   = "document,title,issuer,date,url\ndoc:list,高校名单,教育部,2022,https://example.org/list\n"
	entitiesHead = "id,kind,name,aliases,region,status,document,locator,confidence\n"
	linyi        = "region:371300,REGION,临沂市,临沂,,,doc:list,,1\n"
	zju          = "org:zju,UNIVERSITY,浙江大学,浙大,,,doc:list,§1,1\n"
	lab          = "platform:lab,PLATFORM,工业控制技术实验室,,临沂,BUILT,doc:list,专栏3（1）,0.9\n"
	relationHead = "type,from,to,strength,year,document\n"
)

func folder(files map[string]string) table.Source {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return table.Source{Name: "tables", FS: fsys}
}

// usual is a folder without problems, changed by the given files ("" takes one away).
func usual(change map[string]string) table.Source {
	files := map[string]string{
		"sources.csv":   sourcesCSV,
		"entities.csv":  entitiesHead + linyi + zju + lab,
		"relations.csv": relationHead + "HOSTED_BY,工业控制技术实验室,浙大,,2020,高校名单\n",
	}
	for name, text := range change {
		if files[name] = text; text == "" {
			delete(files, name)
		}
	}
	return folder(files)
}

func encoded(t *testing.T, e encoding.Encoding, text string) string {
	t.Helper()
	out, err := e.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestReadUsualTables(t *testing.T) {
	g, err := loader.Read(usual(nil))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range g.Relations {
		got = append(got, r.From+" "+string(r.Type)+" "+r.To+" "+r.Sources[0].Document+" "+r.Sources[0].Locator)
	}
	want := []string{"platform:lab HOSTED_BY org:zju doc:list ", "platform:lab LOCATED_IN region:371300 doc:list 专栏3（1）"}
	if diff := cmp.Diff(want, got, sortStrings()); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

// What an officer reads when a table is wrong. Every message must say where it
// is, what is wrong and what to write instead.
func TestProblems(t *testing.T) {
	want := goldenSections(t, filepath.Join("testdata", "problems.txt"))
	const saveAs = `in Excel, choose File > Save As > "CSV UTF-8 (Comma delimited) (*.csv)" (文件 > 另存为 > CSV UTF-8（逗号分隔）), or save an Excel workbook (*.xlsx)`
	tests := []struct {
		name   string
		source table.Source
	}{
		{
			name: "empty folder", source: folder(nil),
		},
		{
			name: "folder without tables", source: folder(map[string]string{"README.md": "x", ".hidden.csv": "x", "~$tables.xlsx": "x"}),
		},
		{
			name: "misspelt file", source: usual(map[string]string{"entites.schools.csv": entitiesHead}),
		},
		{
			name: "file of no table", source: usual(map[string]string{"高校.csv": entitiesHead}),
		},
		{
			name: "no sources", source: usual(map[string]string{"sources.csv": ""}),
		},
		{
			name: "no entities", source: usual(map[string]string{"entities.csv": ""}),
		},
		{
			name: "empty file", source: usual(map[string]string{"relations.csv": "\n"}),
		},
		{
			name: "wrong header", source: usual(map[string]string{"entities.csv": "id,kind,名称,alias,regio,document,document,colour of the house\n" + zju}),
		},
		{
			name: "semicolons", source: usual(map[string]string{"relations.csv": "type;from;to;document\nHOSTED_BY;a;b;c\n"}),
		},
		{
			name: "number of cells", source: usual(map[string]string{"entities.csv": entitiesHead + linyi + lab + "org:zju,UNIVERSITY,浙江大学,浙大,doc:list,,1\n\norg:a,UNIVERSITY,甲大学,,,,doc:list,,1,x\norg:b,UNIVERSITY,乙大学,,,,doc:list,,1,,,\n"}),
		},
		{
			name: "cells without header", source: usual(map[string]string{"relations.csv": "type,from,to,,document,\n" + strings.Repeat("HOSTED_BY,platform:lab,org:zju,备注,doc:list,\n", 2)}),
		},
		{
			name: "vocabulary", source: usual(map[string]string{
				"entities.csv": entitiesHead + linyi + "org:zju,UNIVERSITI,浙江大学,浙大,,,doc:list,,1\n" +
					"platform:lab,平台,工业控制技术实验室,,,,doc:list,,1\nplatform:b,创新平台,乙,,,在健,doc:list,,1\nplatform:c,PLATFORM,丙,,,soon,doc:list,,90%\n",
				"relations.csv": "type,from,to,strength,year,document,known,weight\nHOSTEDBY,platform:b,org:zju,,,doc:list,,\n共建/承建,platform:b,org:zju,A++,2020年,doc:list,stated,1.5\n归属,platform:b,org:zju,,,doc:list,听说,\n",
			}),
		},
		{
			name: "blank cells", source: usual(map[string]string{
				"entities.csv":  entitiesHead + linyi + zju + lab + ",,,别名,,,,,\n",
				"relations.csv": relationHead + ",,,,,\n,,,A+,,\n",
				"sources.csv":   sourcesCSV + ",无编号,,,\ndoc:x,,,,\n",
			}),
		},
		{
			name: "references", source: usual(map[string]string{
				"entities.csv": entitiesHead + linyi + zju + lab + "org:zjut,UNIVERSITY,浙江工业大学,浙工大;浙大,杭州市,,doc:lst,,1\n",
				"relations.csv": relationHead + "HOSTED_BY,platform:labs,浙江大学院,,,doc:list\nHOSTED_BY,platform:lab,浙大,,,高校名册\n" +
					"HOSTED_BY,region:440300,清华大学,,,名单二\n",
			}),
		},
		{
			name: "forbidden end", source: usual(map[string]string{
				"relations.csv": relationHead + "HOSTED_BY,org:zju,region:371300,,,doc:list\nHOSTED_BY,浙大,platform:lab,,,doc:list\nPART_OF,org:zju,org:zju,,,doc:list\nBUILT_BY,临沂,浙大,,,doc:list\n",
			}),
		},
		{
			name: "one id, two names", source: usual(map[string]string{
				"entities.more.csv": entitiesHead + "org:zju,UNIVERSITY,浙江工业大学,,,,doc:list,,1\nplatform:lab,UNIVERSITY,工业控制技术实验室,,,,doc:list,,1\n",
				"sources.more.csv":  "document,title,date\ndoc:list,高校名单,2023\n",
			}),
		},
		{
			name: "values", source: usual(map[string]string{
				"entities.csv": "id,kind,name,lat,code,website,status,status_date,external_ids,document,date\n" +
					"region:371300,REGION,临沂市,北纬35度,371300,,,2021,ror,doc:list,去年\n" +
					"region:linyi 1,REGION,临沂,1e99,,,,,,doc:list,2021/6/31\n" +
					"platform:lab,PLATFORM,实验室,,0101,lab.cn,,,,doc:list,2021/6/3\n" +
					"org:zju,REGION,\"浙江\n大学\",,,,,,,doc:list,2021年6月\n",
				"relations.csv": "type,from,to,value,document\nLOCATED_IN,platform:lab,region:371300,3,doc:list\n",
				"sources.csv":   "document,title,url,date\ndoc:list,名单,www.example.org,2021-13\nlist,名单,,Jun-21\n",
			}),
		},
		{
			name: "relation that is kept turned round", source: usual(map[string]string{
				"relations.csv": "type,from,to,unit,document\nCOOPERATES_WITH,platform:lab,org:zju,,doc:list\nCOOPERATES_WITH,platform:lab,org:zju,家,doc:list\n",
			}),
		},
		{
			name: "GB18030", source: usual(map[string]string{"entities.csv": encoded(t, simplifiedchinese.GB18030, entitiesHead+linyi+zju)}),
		},
		{
			name: "Windows-1252", source: usual(map[string]string{"entities.csv": encoded(t, charmap.Windows1252, entitiesHead+"org:tum,UNIVERSITY,Technische Universität München,,,,doc:list,,1\n")}),
		},
		{
			name: "UTF-16", source: usual(map[string]string{"entities.csv": encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), entitiesHead+zju)}),
		},
		{
			name: "other formats", source: usual(map[string]string{"entities.csv": "PK\x03\x04rest", "relations.xls": "\xd0\xcf\x11\xe0", "tables.xlsx": "not a workbook", "relations.csv": "\xd0\xcf\x11\xe0"}),
		},
		{
			name: "quotation marks", source: usual(map[string]string{"entities.csv": entitiesHead + linyi + "org:a,UNIVERSITY,5\" disk,,,,doc:list,,1\n\"org:b\nx\",UNIVERSITY,b,,,,doc:list,,1\n\norg:c,\"UNIVERSITY,c,,,,doc:list,,1\norg:d,UNIVERSITY,d,,,,doc:list,,1\n"}),
		},
		{
			name: "JSON Lines", source: usual(map[string]string{
				"entities.csv":   "",
				"entities.jsonl": `{"id":"region:371300","kind":"REGION","name":"临沂市","aliases":["临沂"],"document":"doc:list","colour":"red","confidence":2}` + "\n\n" + `{"id":"org:zju","kind":"UNIVERSITY","name":{"zh":"浙江大学"},"document":"doc:list","colour":"red"}` + "\n",
			}),
		},
		{
			name: "JSON Lines that are not", source: usual(map[string]string{"entities.jsonl": "{\"id\":\"a\"} {}\n[1]\n{\"id\":\n\xff\n"}),
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			g, err := loader.Read(test.source)
			if err == nil {
				t.Fatal("no problem was found")
			}
			if code := ecosystem.CodeOf(err); code != ecosystem.CodeInvalidData {
				t.Errorf("code %s, want %s", code, ecosystem.CodeInvalidData)
			}
			if len(g.Documents)+len(g.Entities)+len(g.Relations) > 0 {
				t.Error("a graph was returned beside the problems")
			}
			got := strings.Split(strings.ReplaceAll(err.Error(), saveAs, "[save as]"), "\n")
			if diff := cmp.Diff(want[test.name], got); diff != "" {
				t.Errorf("problems (-want +got):\n%s\nall of them:\n# %s\n%s", diff, test.name, strings.Join(got, "\n"))
			}
			delete(want, test.name)
		})
	}
	for name := range want {
		t.Errorf("testdata/problems.txt has the section %q, but no test has this name", name)
	}
}
