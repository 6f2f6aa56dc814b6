package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/memory"
)

// The chapter "Load your own plan" of both READMEs, step by step: the commands
// work, and print what it quotes.
func TestReadmeLoadYourOwnPlan(t *testing.T) {
	t.Chdir(filepath.FromSlash("../..")) // where a reader types them
	readmes := map[string]string{"README.md": "", "README.zh-CN.md": ""}
	for name := range readmes {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		readmes[name] = string(text)
	}
	const plan = "loader/plan/testdata/chengjiang.txt"
	tables := filepath.Join(t.TempDir(), "tables")
	quoted := func(output string, lines ...string) {
		t.Helper()
		for _, line := range lines {
			for name, text := range readmes {
				if !strings.Contains(text, line) {
					t.Errorf("%s does not quote %q", name, line)
				}
			}
			if !strings.Contains(strings.ReplaceAll(filepath.ToSlash(output), filepath.ToSlash(tables), "tables"), line) {
				t.Errorf("%q is quoted but not printed:\n%s", line, output)
			}
		}
	}

	must(t, "wrote 1 sources", "extract", plan, "-o", tables, "--bom")
	must(t, "澄江湖实验室", "locate", tables, plan)
	must(t, "LOCATED_IN", "locate", tables, plan, "relations.csv:14")
	quoted(must(t, "", "locate", tables, plan, "澄江湖实验室"),
		"澄江湖实验室 (platform:cheng-jiang-hu-shi-yan-shi)\n  tables/entities.csv:",
		": 二.一§1, rule placed-name, STATED 原文载明, confidence 0.8\n",
		"    实施创新平台提质工程。加快推进澄江湖实验室、澄江算力中心、江南理工大学澄江研究院等重大平台建设，")
	must(t, "江南理工大学 (", "extract", "--explain", "--about", "江南理工大学", plan)

	addRow(t, filepath.Join(tables, "relations.csv"), map[string]string{
		"type": "BUILT_BY", "from": "澄江湖实验室", "to": "浙大化工学院", "known": "CURATED",
	})
	_, stdout, stderr := command(t, "load", "--shipped", tables)
	quoted(stderr+stdout,
		"cells that name an entity in another way than the tables do: 1; they were read so (where that is wrong, write the id):\n",
		"to: 浙大化工学院 → org:zju 浙江大学 (part of it), DEPARTMENT 内设部门, 0.48",
		"the tables are sound: ")
	_, resolved, _ := command(t, "resolve", "--shipped", "--data", tables, "浙大", "浙江大学化工学院", "江南理工", "农科院")
	for _, want := range []string{"org:zju", "org:jiang-nan-li-gong-da-xue", "org:ly-aas"} {
		if !strings.Contains(resolved, want) {
			t.Errorf("%s is missing in\n%s", want, resolved)
		}
	}
	askAsTheReadme(t, tables, readmes)
}

// addRow appends a row to a table, its source being that of the last row.
func addRow(t *testing.T, file string, cells map[string]string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := make([]string, len(rows[0]))
	for i, column := range rows[0] {
		if row[i] = cells[column]; column == "document" {
			row[i] = rows[len(rows)-1][i]
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(append(rows, row)); err != nil {
		t.Fatal(err)
	}
	writeFile(t, file, b.String())
}

// askAsTheReadme sends the two queries that the chapter sends by curl.
func askAsTheReadme(t *testing.T, tables string, readmes map[string]string) {
	t.Helper()
	source, err := table.Open(tables)
	if err != nil {
		t.Fatal(err)
	}
	endpoint := serveShipped(t, memory.New(), source)
	for _, c := range []struct{ holds, want string }{
		{"中科院宁波材料所", `"chosen":true,"score":0.94,"how":"SHORT_FORM","entity":{"id":"org:nimte","name":"中国科学院宁波材料技术与工程研究所"}`},
		{"platform:cheng-jiang-hu-shi-yan-shi", `"printedName":"浙大化工学院"`},
	} {
		for name, text := range readmes {
			query := ""
			for line := range strings.Lines(text) {
				if body, ok := strings.CutPrefix(strings.TrimSpace(line), "-d '"); ok && strings.Contains(body, c.holds) {
					var request struct{ Query string }
					if err := json.Unmarshal([]byte(strings.TrimSuffix(body, "'")), &request); err != nil {
						t.Fatalf("%s: %v in %s", name, err, line)
					}
					query = request.Query
				}
			}
			_, answer := post(t, endpoint, query, nil)
			if answer.code() != "" || !strings.Contains(string(answer.Data), c.want) {
				t.Errorf("%s: %s %v, want %s in it", name, answer.Data, answer.Errors, c.want)
			}
		}
	}
}
