package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

var when = time.Date(2026, 11, 30, 8, 0, 0, 0, time.UTC)

// TestLicencesOfTheProgram reads the licence of each module that the program is made of
// on each platform, so that an unknown one is seen before a release is.
func TestLicencesOfTheProgram(t *testing.T) {
	modules := map[string]bool{}
	for _, platform := range allPlatforms() {
		system, arch, _ := strings.Cut(platform, "/")
		cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}@{{.Version}}{{end}}{{end}}", "github.com/innograph/innograph/cmd/innograph")
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for name := range strings.FieldsSeq(string(out)) {
			modules[name] = true
		}
	}
	if len(modules) < 20 {
		t.Fatalf("only %d modules", len(modules))
	}
	parts, err := goParts(t.Context(), strings.TrimPrefix(runtime.Version(), "go"), modules)
	if err != nil {
		t.Fatal(err)
	}
	if len(parts) != len(modules)+1 {
		t.Errorf("%d parts of %d modules and the standard library", len(parts), len(modules))
	}
	for _, p := range parts {
		if p.name == "github.com/neo4j/neo4j-go-driver/v5" && !strings.Contains(p.licence, "Apache-2.0") {
			t.Errorf("the driver is under %s", p.licence)
		}
		if p.name == "std" && p.licence != "BSD-3-Clause" {
			t.Errorf("the standard library is under %s", p.licence)
		}
	}
}

func TestSPDX(t *testing.T) {
	for want, text := range map[string]string{
		"MIT":                "Permission is hereby granted, free of\n charge, to any person … without restriction",
		"BSD-3-Clause":       "Redistribution and use in source and binary forms … Binary form must reproduce … to endorse or promote products",
		"BSD-2-Clause":       "Redistribution and use in source and binary forms … in binary form must reproduce",
		"Apache-2.0 AND MIT": "Apache License Version 2.0, January 2004 … permission is hereby granted, free of charge … without restriction",
	} {
		if got, err := spdx(text); got != want || err != nil {
			t.Errorf("got %q %v, want %q", got, err, want)
		}
	}
	if got, err := spdx("GNU GENERAL PUBLIC LICENSE Version 3"); err == nil {
		t.Errorf("a licence that nobody looked at passes as %q", got)
	}
}

func TestNPMParts(t *testing.T) {
	text := "== @a/b 1.2.3 (MIT)\n\ntext one\n\n== c 0.1.0 ((MIT OR Apache-2.0))\n\ntext two\n\n== outlines of provinces, from echarts 4.9.0 (Apache-2.0)\n\nchanged\n"
	parts, err := npmParts(text)
	if err != nil || len(parts) != 2 {
		t.Fatalf("%+v %v", parts, err)
	}
	if got := parts[0].url(); got != "pkg:npm/%40a/b@1.2.3" {
		t.Errorf("got %s", got)
	}
	if parts[1].licence != "(MIT OR Apache-2.0)" || parts[1].text != "text two" {
		t.Errorf("got %+v", parts[1])
	}
	if got := notPackages(text); got != "\n== outlines of provinces, from echarts 4.9.0 (Apache-2.0)\n\nchanged\n" {
		t.Errorf("what is no package: %q", got)
	}
	for _, bad := range []string{"", "== a 1.0.0 (undefined)\n"} {
		if parts, err := npmParts(bad); err == nil {
			t.Errorf("%q gives %+v", bad, parts)
		}
	}
}

// TestPagesTellTheirPackages reads the notices that are there; those of the explorer only
// where it is built.
func TestPagesTellTheirPackages(t *testing.T) {
	for file, want := range map[string]string{graphiqlLicences: "graphiql", explorerLicences: "react"} {
		text, err := os.ReadFile(filepath.Join("..", "..", file))
		if errors.Is(err, os.ErrNotExist) && file == explorerLicences {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		parts, err := npmParts(string(text))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		found := false
		for _, p := range parts {
			found = found || p.name == want
		}
		if !found {
			t.Errorf("%s lacks %s", file, want)
		}
	}
}

func TestArchivesAreTheSameEachTime(t *testing.T) {
	files := []packed{{"x/innograph", []byte("program"), 0o755}, {"x/LICENSE", []byte("text"), 0o644}}
	for name, write := range map[string]func([]packed, time.Time) ([]byte, error){"tar": tarball, "zip": zipped} {
		first, err := write(files, when)
		if err != nil {
			t.Fatal(err)
		}
		again, err := write(files, when)
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("%s: two archives differ (%v)", name, err)
		}
		if got := contents(t, name, first); got != "x/innograph 755 program\nx/LICENSE 644 text\n" {
			t.Errorf("%s holds\n%s", name, got)
		}
	}
}

// contents is what an archive holds, a line for each file.
func contents(t *testing.T, kind string, archive []byte) string {
	t.Helper()
	var b strings.Builder
	if kind == "zip" {
		reader, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range reader.File {
			content, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(content)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %o %s\n", f.Name, f.Mode().Perm(), text)
		}
		return b.String()
	}
	unzipped, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	for reader := tar.NewReader(unzipped); ; {
		h, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(reader)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %o %s\n", h.Name, h.Mode, text)
	}
}

func TestBOM(t *testing.T) {
	text, err := bom("1.2.3", []part{
		{ecosystem: "golang", name: "example.org/m", version: "v1.0.0", licence: "MIT"},
		{ecosystem: "npm", name: "@a/b", version: "2.0.0", licence: "(MIT OR Apache-2.0)"},
	}, when)
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		BOMFormat, SpecVersion, SerialNumber string
		Metadata                             struct{ Timestamp string }
		Components                           []struct {
			PURL     string
			Licenses []struct {
				License    struct{ ID string }
				Expression string
			}
		}
		Dependencies []struct{ DependsOn []string }
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	if list.BOMFormat != "CycloneDX" || list.SpecVersion != "1.6" || list.SerialNumber != "" || list.Metadata.Timestamp != "2026-11-30T08:00:00Z" {
		t.Errorf("got %+v", list)
	}
	if len(list.Components) != 2 || list.Components[0].Licenses[0].License.ID != "MIT" || list.Components[1].Licenses[0].Expression != "(MIT OR Apache-2.0)" || list.Components[1].PURL != "pkg:npm/%40a/b@2.0.0" {
		t.Errorf("components: %+v", list.Components)
	}
	if len(list.Dependencies) != 1 || len(list.Dependencies[0].DependsOn) != 2 {
		t.Errorf("dependencies: %+v", list.Dependencies)
	}
}

// TestRefusals runs where there is no explorer, and with a platform that is none.
func TestRefusals(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := (&release{version: "1", out: "out", platforms: allPlatforms()}).make(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "make web") {
		t.Errorf("without the explorer: %v", err)
	}
	if err := os.MkdirAll(filepath.Dir(explorerPage), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(explorerPage, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := (&release{version: "1", out: "out", platforms: []string{"plan9/mips"}}).make(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), "there are linux/amd64") {
		t.Errorf("an unknown platform: %v", err)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "yesterday")
	if _, err := sourceDate(t.Context()); err == nil {
		t.Error("a time that is no number passes")
	}
	t.Setenv("SOURCE_DATE_EPOCH", "86400")
	if got, err := sourceDate(t.Context()); err != nil || got.Format(time.RFC3339) != "1970-01-02T00:00:00Z" {
		t.Errorf("got %s %v", got, err)
	}
}
