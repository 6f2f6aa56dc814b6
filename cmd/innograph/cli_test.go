package main

import (
	"bytes"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// command runs the program as a user would and returns what it prints.
func command(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), append([]string{"innograph"}, args...), &out, &errs)
	return code, out.String(), errs.String()
}

func writeFile(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestWrongUseAndRefusals(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o750); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	closed := closedPort(t)
	typo := writeFile(t, filepath.Join(dir, "typo.yaml"), "listne: 127.0.0.1:0\n")
	broken := writeFile(t, filepath.Join(dir, "broken.yaml"), "listen: [\n")
	header := writeFile(t, filepath.Join(dir, "entities.csv"), "id,kind,title of it\norg:a,UNIVERSITY,A\n")

	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"unknown command":     {[]string{"sreve"}, exitUsage, `no command "sreve"`},
		"unknown flag":        {[]string{"serve", "--prot", "1"}, exitUsage, "prot"},
		"unknown store":       {[]string{"load", "--store", "oracle"}, exitUsage, "there are embedded, neo4j and"},
		"load a replica":      {[]string{"load", "--store", "replica"}, exitFailed, "use --store neo4j"},
		"replica of nothing":  {[]string{"serve", "--store", "replica", "--replica-wait", "0s", "--neo4j-uri", "bolt://" + closed}, exitFailed, closed},
		"replica that waits":  {[]string{"serve", "--store", "replica", "--replica-wait", "1500ms", "--neo4j-uri", "bolt://" + closed}, exitFailed, "the replica waits"},
		"keep less than none": {[]string{"serve", "--kept-rows", "-1"}, exitUsage, "0 to keep none"},
		"watch too often":     {[]string{"serve", "--watch-interval", "1ms"}, exitUsage, "at least"},
		"no out folder":       {[]string{"export"}, exitUsage, "out"},
		"missing folder":      {[]string{"load", filepath.Join(dir, "nowhere")}, exitFailed, "nowhere: there is no such file or folder"},
		"empty folder":        {[]string{"load", empty}, exitFailed, "empty"},
		"wrong header":        {[]string{"load", header}, exitFailed, "the column name (名称) is missing"},
		"setting unknown":     {[]string{"serve", "--config", typo}, exitUsage, `unknown setting "listne"`},
		"settings broken":     {[]string{"serve", "--config", broken}, exitUsage, "broken.yaml"},
		"settings missing":    {[]string{"serve", "--config", filepath.Join(dir, "no.yaml")}, exitUsage, "no.yaml"},
		"port in use":         {[]string{"serve", "--listen", taken.Addr().String()}, exitFailed, "another program listens on"},
		"no address":          {[]string{"serve", "--listen", "8080"}, exitFailed, "write host:port"},
		"origin star":         {[]string{"serve", "--listen", "127.0.0.1:0", "--origin", "*"}, exitFailed, "is no origin"},
		"log format":          {[]string{"serve", "--log-format", "xml"}, exitUsage, "there are text and json"},
		"neo4j not running":   {[]string{"load", "--store", "neo4j", "--neo4j-uri", "bolt://" + closed}, exitFailed, closed},
		"neo4j bad address":   {[]string{"load", "--store", "neo4j", "--neo4j-uri", "http://" + closed}, exitFailed, "bolt://"},
		"extract what":        {[]string{"extract", "-o", dir}, exitUsage, "PLAN"},
		"extract missing":     {[]string{"extract", filepath.Join(dir, "no.txt"), "-o", filepath.Join(dir, "out")}, exitFailed, "no.txt"},
		"export format":       {[]string{"export", "-o", filepath.Join(dir, "out"), "--format", "xls"}, exitFailed, "xls"},
		"serve with argument": {[]string{"serve", "tables"}, exitUsage, "--data"},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := command(t, c.args...)
			if code != c.code || !strings.Contains(stderr, c.want) {
				t.Errorf("exit %d, want %d\nstderr: %s\nwant in it: %s", code, c.code, stderr, c.want)
			}
			if stdout != "" && c.code == exitFailed {
				t.Errorf("a refusal belongs to stderr, stdout has: %s", stdout)
			}
		})
	}
}

func TestHelpTellsAllSettings(t *testing.T) {
	code, stdout, _ := command(t, "serve", "--help")
	for _, want := range []string{"--listen", "INNOGRAPH_LISTEN", "--store", "INNOGRAPH_NEO4J_URI", "INNOGRAPH_NEO4J_PASSWORD", "--config", "INNOGRAPH_CONFIG", "--origin", "--data"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("serve --help does not tell %s", want)
		}
	}
	if code != exitDone {
		t.Errorf("exit %d", code)
	}
}

// closedPort is an address of this machine where nobody listens.
func closedPort(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	return listener.Addr().String()
}
