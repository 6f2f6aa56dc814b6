package main

import (
	"cmp"
	_ "embed"
	"os"
	"strings"
)

// pdfium is what the WebAssembly module of go-pdfium asks to be told; that module's own
// licence is silent on it.
//
//go:embed pdfium.txt
var pdfium string

const noticesHead = `What others made and is in this program, with the licences under which it is: Go's
standard library and modules, and the packages of the pages / and /graphiql.
`

// dataNotices are of data that others made, see docs/dependencies.md.
const dataNotices = `The table from traditional to simplified characters was generated with ICU's uconv
(Unicode License v3; the text stands below, under icu).
`

const noText = "(The package names this licence and brings no text of it.)"

// notices is THIRD_PARTY.txt of an archive.
func notices(parts []part) ([]byte, error) {
	var b strings.Builder
	b.WriteString(noticesHead)
	b.WriteString(dataNotices)
	for _, p := range parts {
		text := cmp.Or(p.text, noText)
		b.WriteString("\n== " + p.name + " " + p.version + " (" + p.licence + ")\n\n" + text + "\n")
	}
	explorer, err := os.ReadFile(explorerLicences)
	if err != nil {
		return nil, err
	}
	b.WriteString(notPackages(string(explorer)))
	b.WriteString("\n== " + pdfium)
	return []byte(b.String()), nil
}

// notPackages are the sections of the explorer's notices that are no packages.
func notPackages(text string) string {
	var b strings.Builder
	for _, section := range strings.Split("\n"+text, "\n== ")[1:] {
		if _, err := npmParts("== " + section); err != nil {
			b.WriteString("\n== " + section)
		}
	}
	return b.String()
}
