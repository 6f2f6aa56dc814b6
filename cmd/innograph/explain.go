package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/plan"
)

// explainRecords prints for each record why it was made: for those of a plan that
// are about one of the names, or for all without any. It tells how many there
// were.
func explainRecords(w io.Writer, result plan.Result, about []string) (records int, err error) {
	names := map[string]*ecosystem.Entity{}
	for i := range result.Graph.Entities {
		names[result.Graph.Entities[i].ID] = &result.Graph.Entities[i]
	}
	var b strings.Builder
	for i := range result.Graph.Entities {
		e := &result.Graph.Entities[i]
		if !concerns(about, e) {
			continue
		}
		kind, _ := e.Kind.Info()
		records++
		fmt.Fprintf(&b, "%s (%s, %s)\n", e.Name, e.ID, word(string(e.Kind), kind.Chinese))
		grounds(&b, result, e.Sources, e.Names())
	}
	for _, r := range result.Graph.Relations {
		from, to := names[r.From], names[r.To]
		if !concerns(about, from, to) {
			continue
		}
		records++
		info, _ := r.Type.Info()
		fmt.Fprintf(&b, "%s —%s→ %s\n", from.Name, word(string(r.Type), info.Chinese), to.Name)
		grounds(&b, result, r.Sources, append(from.Names(), to.Names()...))
	}
	_, err = io.WriteString(w, b.String())
	return records, err
}

func grounds(b *strings.Builder, result plan.Result, sources []ecosystem.Source, sought []string) {
	for _, s := range sources {
		e := evidenceOf(result, s)
		e.sought = sought
		b.WriteString(e.brief())
	}
}

// concerns reports whether one of the entities has one of the ids, or a name
// that holds one of the texts.
func concerns(about []string, entities ...*ecosystem.Entity) bool {
	if len(about) == 0 {
		return true
	}
	for _, text := range about {
		for _, e := range entities {
			if e.ID == text {
				return true
			}
			for _, name := range e.Names() {
				if strings.Contains(name, text) {
					return true
				}
			}
			for _, s := range e.Sources {
				if strings.Contains(s.PrintedName, text) {
					return true
				}
			}
		}
	}
	return false
}
