package main

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store/text"
)

// Documents that no source cell names.
const (
	docPlan        = "doc:linyi-145-sti-plan"
	docRegions     = "doc:gb-t-2260"
	docDisciplines = "doc:discipline-catalogue"
	docOurs        = "doc:innograph-data-set"
)

// library holds the documents that are cited. A document that rows name in
// different ways is one document with the best of the titles.
type library struct {
	documents map[string]ecosystem.Document
	named     map[string]string // id → what was cited under it, to find clashes
}

func newLibrary() *library {
	l := &library{documents: map[string]ecosystem.Document{}, named: map[string]string{}}
	for _, d := range []ecosystem.Document{
		planDocument(),
		{ID: docRegions, Title: "GB/T 2260 中华人民共和国行政区划代码"},
		{ID: docDisciplines, Title: "学位授予和人才培养学科目录：一级学科"},
		{ID: docOurs, Title: "科创图谱数据集：编制者归类与判断", Issuer: "innograph"},
	} {
		l.documents[d.ID] = d
	}
	return l
}

func planDocument() ecosystem.Document {
	return ecosystem.Document{ID: docPlan, Title: "临沂市“十四五”科技创新发展规划（征求意见稿）", Issuer: "临沂市人民政府"}
}

// page returns the document of a web page; list is the name of the list that it
// carries, where a row gives it.
func (l *library) page(link *url.URL, list string) (string, error) {
	if id, ok := strings.CutPrefix(link.String(), "https://ror.org/"); ok {
		return l.add(ecosystem.Document{
			ID: "doc:ror-" + id, Title: "ROR " + id, Issuer: "Research Organization Registry", URL: link.String(),
		}, link.String())
	}
	place := link.Host + link.Path // percent signs decoded: readable
	if link.RawQuery != "" {
		place += "?" + link.RawQuery
	}
	d := ecosystem.Document{ID: ecosystem.DocumentPrefix + text.Slug(place), Title: place, URL: link.String()}
	if list != "" {
		d.Title = list + "（" + link.Host + "）"
	}
	return l.add(d, link.String())
}

// list returns the document of a list that is known by its name only.
func (l *library) list(title, issuer string) (string, error) {
	return l.add(ecosystem.Document{ID: ecosystem.DocumentPrefix + text.Slug(title), Title: title, Issuer: issuer}, title)
}

// stored returns the document of a text that was read from a store of public
// repositories; its number there is all that is known, at times with a title.
func (l *library) stored(number, title string) (string, error) {
	d := ecosystem.Document{ID: "doc:github-text-" + number, Title: "GitHub text " + number}
	if title != "" {
		d.Title = title + "（GitHub text " + number + "）"
	}
	return l.add(d, number)
}

// repositoryFile returns the document of a file in a repository at a revision.
func (l *library) repositoryFile(repository, revision, file, title string) (string, error) {
	d := ecosystem.Document{
		ID:    ecosystem.DocumentPrefix + text.Slug("github "+repository+" "+revision),
		Title: repository + " " + file + "@" + revision,
		URL:   "https://github.com/" + repository,
	}
	if title != "" {
		d.Title = title + "（" + d.Title + "）"
	}
	return l.add(d, repository+file+revision)
}

// add keeps the fuller of two descriptions of a document.
func (l *library) add(d ecosystem.Document, named string) (string, error) {
	if other, ok := l.named[d.ID]; ok && other != named {
		return "", fmt.Errorf("%s and %s have the same document id %s", other, named, d.ID)
	}
	l.named[d.ID] = named
	have, ok := l.documents[d.ID]
	if !ok {
		l.documents[d.ID] = d
		return d.ID, nil
	}
	if len(d.Title) > len(have.Title) {
		have.Title = d.Title
	}
	if have.Issuer == "" {
		have.Issuer = d.Issuer
	}
	l.documents[d.ID] = have
	return d.ID, nil
}

// all lists the documents by id.
func (l *library) all() []ecosystem.Document {
	var out []ecosystem.Document
	for _, d := range l.documents {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b ecosystem.Document) int { return strings.Compare(a.ID, b.ID) })
	return out
}
