package main

import (
	"bytes"
	"strings"
	"time"

	cdx "github.com/CycloneDX/cyclonedx-go"
)

// bom is the list of all parts of a release, as CycloneDX writes it in JSON. It has no
// random serial number, so that the same parts give the same list.
func bom(version string, parts []part, when time.Time) ([]byte, error) {
	program := "pkg:golang/github.com/innograph/innograph@" + version
	list := cdx.NewBOM()
	list.Metadata = &cdx.Metadata{
		Timestamp: when.Format(time.RFC3339),
		Component: &cdx.Component{
			BOMRef: program, Type: cdx.ComponentTypeApplication, Name: "innograph", Version: version, PackageURL: program,
			Licenses: licences("Apache-2.0"),
		},
	}
	components, refs := make([]cdx.Component, len(parts)), make([]string, len(parts))
	for i, p := range parts {
		refs[i] = p.url()
		components[i] = cdx.Component{
			BOMRef: refs[i], Type: cdx.ComponentTypeLibrary, Name: p.name, Version: p.version, PackageURL: refs[i],
			Scope: cdx.ScopeRequired, Licenses: licences(p.licence),
		}
	}
	list.Components = &components
	list.Dependencies = &[]cdx.Dependency{{Ref: program, Dependencies: &refs}}
	var out bytes.Buffer
	if err := cdx.NewBOMEncoder(&out, cdx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(list, cdx.SpecVersion1_6); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// licences is a licence as CycloneDX has it: an id of SPDX, or an expression of several.
func licences(id string) *cdx.Licenses {
	if strings.Contains(id, " ") {
		return &cdx.Licenses{{Expression: id}}
	}
	return &cdx.Licenses{{License: &cdx.License{ID: id}}}
}
