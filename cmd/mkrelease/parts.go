package main

import (
	"cmp"
	"context"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
)

// part is a library that is in the program.
type part struct {
	ecosystem string // of package URLs: golang or npm
	name      string
	version   string
	licence   string // as SPDX writes it
	text      string // of its licence and notices
}

// url names the part for everybody (package URL).
func (p part) url() string {
	return "pkg:" + p.ecosystem + "/" + strings.ReplaceAll(p.name, "@", "%40") + "@" + p.version
}

// partsOf are the libraries in any of the programs: Go's own, modules, and the npm packages
// in the pages that are embedded.
func partsOf(ctx context.Context, programs map[string]string) ([]part, error) {
	modules := map[string]bool{}
	compiler := ""
	for _, file := range programs {
		info, err := buildinfo.ReadFile(file)
		if err != nil {
			return nil, err
		}
		compiler = strings.TrimPrefix(info.GoVersion, "go")
		for _, m := range info.Deps {
			name, err := moduleName(m)
			if err != nil {
				return nil, err
			}
			modules[name] = true
		}
	}
	parts, err := goParts(ctx, compiler, modules)
	if err != nil {
		return nil, err
	}
	for _, file := range []string{explorerLicences, graphiqlLicences} {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		found, err := npmParts(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		parts = append(parts, found...)
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Compare(a.url(), b.url()) })
	return slices.CompactFunc(parts, func(a, b part) bool { return a.url() == b.url() }), nil
}

func moduleName(m *debug.Module) (string, error) {
	if m.Replace != nil {
		return "", fmt.Errorf("%s is replaced: a release is made of published modules only", m.Path)
	}
	return m.Path + "@" + m.Version, nil
}

// goParts are the standard library and the modules, with their licences from where go
// keeps them.
func goParts(ctx context.Context, compiler string, modules map[string]bool) ([]part, error) {
	root, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	folders := map[string]string{"std@" + compiler: strings.TrimSpace(string(root))}
	args := []string{"mod", "download", "-json"}
	for name := range modules {
		args = append(args, name)
	}
	out, err := exec.CommandContext(ctx, "go", args...).Output()
	if err != nil {
		return nil, fmt.Errorf("go mod download: %w\n%s", err, out)
	}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); decoder.More(); {
		var module struct{ Path, Version, Dir string }
		if err := decoder.Decode(&module); err != nil {
			return nil, err
		}
		folders[module.Path+"@"+module.Version] = module.Dir
	}
	var parts []part
	for name, folder := range folders {
		path, version, _ := strings.Cut(name, "@")
		text, err := licenceTexts(folder)
		if err != nil {
			return nil, err
		}
		licence, err := spdx(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		parts = append(parts, part{ecosystem: "golang", name: path, version: version, licence: licence, text: text})
	}
	return parts, nil
}

// licenceTexts joins what a module's own folder says of rights.
func licenceTexts(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	legal := regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-_.].*)?$`)
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !legal.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return "", err
		}
		texts = append(texts, strings.TrimSpace(string(text)))
	}
	if len(texts) == 0 {
		return "", fmt.Errorf("%s holds no licence", folder)
	}
	return strings.Join(texts, "\n\n"), nil
}

// npmParts reads what web/licences.ts and the build of GraphiQL write: for each package a
// line "== name version (licence)" and the text.
func npmParts(text string) ([]part, error) {
	head := regexp.MustCompile(`(?m)^== (@?[\w./-]+) (\d\S*) \((.+)\)$`)
	heads := head.FindAllStringSubmatchIndex(text, -1)
	if len(heads) == 0 {
		return nil, errors.New("no package is named there")
	}
	var parts []part
	for i, at := range heads {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		p := part{ecosystem: "npm", name: text[at[2]:at[3]], version: text[at[4]:at[5]], licence: text[at[6]:at[7]]}
		body, _, _ := strings.Cut(text[at[1]:end], "\n== ") // what is no package
		p.text = strings.TrimSpace(body)
		if p.licence == "undefined" {
			return nil, fmt.Errorf("%s tells no licence", p.name)
		}
		parts = append(parts, p)
	}
	return parts, nil
}
