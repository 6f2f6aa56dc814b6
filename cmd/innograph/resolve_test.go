package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/innograph/innograph/data"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/store/memory"
	"github.com/innograph/innograph/store/neo4j"
	"github.com/innograph/innograph/store/neo4j/neo4jtest"
)

func TestResolveCommand(t *testing.T) {
	code, stdout, stderr := command(t, "resolve", "浙大", "浙江大学化工学院", "没有这个单位研究院", "农科院")
	want := []string{ // apart from the blanks between columns
		"浙大 = 浙江大学 org:zju 高校 ALIAS 别名 0.970",
		"浙江大学化工学院 ⊂ 浙江大学 org:zju 高校 DEPARTMENT 内设部门 0.500 化工学院 of 浙江大学",
		"没有这个单位研究院 ? NOT_FOUND 未找到",
		"农科院 ? DOUBTFUL 不够确定",
	}
	var got []string
	for line := range strings.Lines(stdout) {
		got = append(got, strings.Join(strings.Fields(line), " "))
	}
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if code != exitFailed || !strings.Contains(stderr, "2 of 4 names have no certain entity") {
		t.Errorf("exit %d, %s", code, stderr)
	}
	if !strings.Contains(stdout, "org:jaas") {
		t.Errorf("the candidates of 农科院 are not listed:\n%s", stdout)
	}
	must(t, "org:ly-aas", "resolve", "--region", "临沂", "--kind", "科研院所", "市农科院")
}

// A column copied from Excel is a list of names.
func TestResolveFromStandardInput(t *testing.T) {
	var out, errs bytes.Buffer
	app := newApp(&out, &errs)
	app.Reader = strings.NewReader("\ufeff浙大\t杭州\r\n\r\n  浙江工业大学 \r\n")
	if err := app.Run(t.Context(), []string{"innograph", "resolve", "--json", "-"}); err != nil {
		t.Fatal(err)
	}
	var got []readingJSON
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("%v in %s", err, out.String())
	}
	if len(got) != 2 || got[0].Name != "浙大" || got[0].Chosen != "org:zju" || got[1].Chosen != "org:zjut" || got[1].Candidates[0].How != "NAME" {
		t.Errorf("%+v", got)
	}
}

func TestNamesOf(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nothing":  {"\n \n", "holds no names"},
		"no UTF-8": {"浙大\n\xd5\xe3\xb4\xf3\n", "line 2 of the names is not UTF-8"},
		"too many": {strings.Repeat("a\n", maxNames+1), "more than 100000 names"},
		"endless":  {strings.Repeat("a", 1<<17), "cannot be read"},
	} {
		if _, err := namesOf(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestResolveWrongUse(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"no name":        {[]string{}, exitUsage, "NAME"},
		"unknown kind":   {[]string{"--kind", "castle", "浙大"}, exitUsage, "RESEARCH_INSTITUTE 科研院所"},
		"too many":       {[]string{"--first", "51", "浙大"}, exitUsage, "from 1 to 50"},
		"unknown region": {[]string{"--region", "火星", "浙大"}, exitFailed, "no region has this id or name"},
	} {
		if code, _, stderr := command(t, append([]string{"resolve"}, c.args...)...); code != c.code || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: exit %d, %s; want %d and %q", name, code, stderr, c.code, c.want)
		}
	}
}

// Both stores give the same answers to all labelled names, and a load is seen by
// a server that runs.
func TestNamesOnBothStores(t *testing.T) {
	s := neo4jtest.Open(t)
	s.Wipe(t)
	db, err := neo4j.Open(t.Context(), neo4j.Config{URI: s.URI, User: s.User, Password: s.Password})
	if err != nil {
		t.Fatal(err)
	}
	embedded, remote := serveShipped(t, memory.New()), serveShipped(t, db)
	const query = `query ($n: [String!]!) { resolveNames(names: $n) { name reason note matches { score how chosen part matchedName note entity { id name } } } }`
	names := labelledNames(t)
	for start := 0; start < len(names); start += 100 {
		vars := map[string]any{"n": names[start:min(len(names), start+100)]}
		_, want := post(t, embedded, query, vars)
		_, got := post(t, remote, query, vars)
		if want.code()+got.code() != "" {
			t.Fatalf("errors: %v, %v", want.Errors, got.Errors)
		}
		if diff := cmp.Diff(string(want.Data), string(got.Data)); diff != "" {
			t.Fatalf("(-embedded +neo4j):\n%s", diff)
		}
	}
	t.Setenv("INNOGRAPH_NEO4J_URI", s.URI)
	t.Setenv("INNOGRAPH_NEO4J_PASSWORD", s.Password)
	must(t, "org:nimte", "resolve", "--store", "neo4j", "中科院宁波材料所")
	g, err := loader.Read(shippedTables(data.FS()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range g.Entities {
		if e := &g.Entities[i]; e.ID == "org:zju" {
			e.FormerNames = append(e.FormerNames, "求是书院")
		}
	}
	const one = `{ resolveName(name: "求是书院") { how chosen entity { id } } }`
	if _, before := post(t, remote, one, nil); strings.Contains(string(before.Data), "org:zju") {
		t.Fatalf("the name is known before the load: %s", before.Data)
	}
	if _, _, err := loader.Write(t.Context(), db, g, nil); err != nil {
		t.Fatal(err)
	}
	if _, after := post(t, remote, one, nil); !strings.Contains(string(after.Data), "org:zju") {
		t.Errorf("the name is not known after the load: %s", after.Data)
	}
}

// labelledNames are the names with which resolution is measured.
func labelledNames(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash("../../loader/resolve/testdata/names.csv"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(text)) {
		name, _, _ := strings.Cut(line, ",")
		names = append(names, strings.Trim(name, `"`))
	}
	if len(names) < 250 {
		t.Fatalf("only %d names", len(names))
	}
	return names[1:]
}
