package main

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// statement is a row of the tables that says something from a source.
type statement struct {
	row    string // file:row, as a table.Place prints it
	title  string // for people
	id     string // of an entity
	kind   ecosystem.RelationType
	ends   [2]string // ids of a relation's ends, or what stands there
	names  []string  // what a reader looks for in the passage
	source ecosystem.Source
}

// rowBook finds rows by what people call them.
type rowBook struct {
	documents  []ecosystem.Document
	statements []statement
	exact      *resolve.Index
	names      *resolve.Resolver
}

func newRowBook(records *table.Records) *rowBook {
	var b resolve.Builder
	book := &rowBook{exact: &resolve.Index{}}
	for _, d := range records.Documents {
		book.documents = append(book.documents, d.Document)
	}
	for i := range records.Entities {
		e := &records.Entities[i]
		if e.ID == "" {
			continue
		}
		book.exact.Add(&e.Entity)
		b.Add(ecosystem.Graph{Entities: []ecosystem.Entity{e.Entity}})
		book.statements = append(book.statements, statement{
			row: e.String(), title: e.Name + " (" + e.ID + ")", id: e.ID, names: e.Names(), source: first(e.Sources),
		})
	}
	book.names = b.Resolver()
	for i := range records.Relations {
		if r := &records.Relations[i]; !r.OfRegion { // that row is the entity's
			book.statements = append(book.statements, book.relation(r))
		}
	}
	return book
}

func (b *rowBook) relation(r *table.RelationRecord) statement {
	st := statement{row: r.String(), kind: r.Type, source: first(r.Sources)}
	var shown [2]string
	for i, cell := range []string{r.From, r.To} {
		st.ends[i], shown[i] = cell, cell
		if ids := b.called(cell); len(ids) == 1 {
			e := b.exact.ByID(ids[0])
			st.ends[i], shown[i] = e.ID, e.Name
			st.names = append(st.names, e.Names()...)
		}
	}
	info, _ := r.Type.Info()
	st.title = shown[0] + " —" + strings.TrimSpace(string(r.Type)+" "+info.Chinese) + "→ " + shown[1]
	return st
}

func first(sources []ecosystem.Source) ecosystem.Source {
	if len(sources) == 0 {
		return ecosystem.Source{}
	}
	return sources[0]
}

// document is the id of a document that a cell names by id or title.
func (b *rowBook) document(cell string) string {
	for _, d := range b.documents {
		if d.ID == cell || text.Normalize(d.Title) == text.Normalize(cell) {
			return d.ID
		}
	}
	return cell
}

// called lists the ids of the entities that have this id or exact name.
func (b *rowBook) called(name string) []string {
	if b.exact.ByID(name) != nil {
		return []string{name}
	}
	var ids []string
	for _, e := range b.exact.Find(name) {
		ids = append(ids, e.ID)
	}
	return ids
}

// meant is called for what a person types: short forms are taken too.
func (b *rowBook) meant(name string) []string {
	ids := b.called(name)
	if len(ids) > 0 {
		return ids
	}
	if a := b.names.Resolve(name, resolve.Options{}); a.Chosen != nil && !a.Chosen.Part {
		return []string{a.Chosen.Entity.ID}
	}
	return nil
}

// maxNear bounds the names that are offered for one that is not known.
const maxNear = 5

// near offers names that hold what a person typed.
func (b *rowBook) near(name string) string {
	var found []string
	for _, st := range b.statements {
		for _, n := range st.names {
			if strings.Contains(n, name) && !slices.Contains(found, n) && len(found) < maxNear {
				found = append(found, n)
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	return "; did you mean " + strings.Join(found, ", ") + "?"
}

// wanted lists the rows that a person asks for, each once; all without any wish.
func (b *rowBook) wanted(asked []string) ([]statement, error) {
	if len(asked) == 0 {
		return b.statements, nil
	}
	var out []statement
	taken := map[int]bool{}
	for _, name := range asked {
		is, err := b.reading(name)
		if err != nil {
			return nil, err
		}
		found := false
		for i, st := range b.statements {
			if !is(st) {
				continue
			}
			found = true
			if !taken[i] {
				taken[i] = true
				out = append(out, st)
			}
		}
		if !found {
			return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "no row of the tables is %q; rows are named as in entities.csv:12", name)
		}
	}
	return out, nil
}

// reading tells which rows a person means: a row, a relation, or an entity with
// its relations.
func (b *rowBook) reading(name string) (func(statement) bool, error) {
	if file, row, ok := strings.Cut(name, ":"); ok && strings.Trim(row, "0123456789") == "" && strings.Contains(file, ".") {
		return func(st statement) bool { return st.row == name || strings.HasSuffix(st.row, "/"+name) }, nil
	}
	words := strings.Fields(name)
	for i := 1; i+1 < len(words); i++ {
		kind, ok := ecosystem.ParseRelationType(words[i])
		if !ok {
			continue
		}
		from, to := b.meant(strings.Join(words[:i], " ")), b.meant(strings.Join(words[i+1:], " "))
		return func(st statement) bool {
			return st.kind == kind && slices.Contains(from, st.ends[0]) && slices.Contains(to, st.ends[1])
		}, nil
	}
	ids := b.meant(name)
	if len(ids) == 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "the tables have no entity %q; give an id, a name, a row (entities.csv:12) or a relation ('临沂大学 HOSTED_BY 浙江大学')%s", name, b.near(name))
	}
	return func(st statement) bool {
		return slices.Contains(ids, st.id) || slices.Contains(ids, st.ends[0]) || slices.Contains(ids, st.ends[1])
	}, nil
}
