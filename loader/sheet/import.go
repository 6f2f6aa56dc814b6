package sheet

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
	"github.com/innograph/innograph/store/text"
)

// Import is what became of one or more files of sheets.
type Import struct {
	books []*bookImport
}

// bookImport is one file.
type bookImport struct {
	*book
	document ecosystem.Document
	known    bool // the data set, or a file before this one, has the document
	sheets   []*sheet
}

// sheet is one sheet of a file.
type sheet struct {
	*sheetReader
	book *book
	rows []*row
	left string // why it was left out, or nothing
}

// importer reads the sheets of all files together, so that one may name what a
// row of another is about.
type importer struct {
	lexicon *lexicon
	mapping *Mapping
	dir     *directory
}

// Read imports files. known is the data set that names are resolved against; m
// may be nil. An error says that a file as a whole cannot be understood; what is
// wrong with single rows is told by the Import.
func Read(ctx context.Context, inputs []Input, m *Mapping, known ecosystem.Graph) (*Import, error) {
	l, err := loadLexicon()
	if err != nil {
		return nil, err
	}
	im := &importer{lexicon: l, mapping: m, dir: newDirectory(known)}
	out := &Import{}
	var errs []error
	for _, in := range inputs {
		b, err := im.book(in)
		if err != nil {
			errs = append(errs, err)
		}
		if b != nil {
			out.books = append(out.books, b)
		}
	}
	if err := im.unusedSheets(out); err != nil {
		return nil, err // the other problems may follow from it
	}
	if len(errs) == 0 {
		errs = append(errs, im.unusedColumns(out))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	for _, b := range out.books {
		im.describe(b)
	}
	err = out.eachRow(ctx, func(_ *bookImport, s *sheet, r *row) { im.readOwn(s.sheetReader, r) })
	if err != nil {
		return nil, err
	}
	im.dir.learn()
	err = out.eachRow(ctx, func(b *bookImport, s *sheet, r *row) { im.readRest(s.sheetReader, r, b.document.ID) })
	return out, err
}

// eachRow visits the rows of the tables.
func (i *Import) eachRow(ctx context.Context, visit func(*bookImport, *sheet, *row)) error {
	for _, b := range i.books {
		for _, s := range b.sheets {
			for _, r := range s.rows {
				if err := ctx.Err(); err != nil {
					return ecosystem.Wrap(err, ecosystem.CodeTimeout, "reading "+s.label()+" was stopped")
				}
				if r.data() {
					visit(b, s, r)
				}
			}
		}
	}
	return nil
}

// book reads a file and lays its sheets out.
func (im *importer) book(in Input) (*bookImport, error) {
	b, err := readBook(in)
	if err != nil {
		return nil, err
	}
	out := &bookImport{book: b}
	var errs []error
	read := false
	for _, g := range b.grids {
		for _, part := range newSheetReader(im.lexicon, im.mapping, g).sections() {
			s := &sheet{sheetReader: newSheetReader(im.lexicon, im.mapping, g), book: b}
			s.keepTo(part)
			out.sheets = append(out.sheets, s)
			err := im.table(s)
			read = read || s.left == ""
			if err != nil {
				errs = append(errs, err)
			}
		}
	}
	if len(errs) == 0 && !read {
		errs = append(errs, out.nothingRead())
	}
	return out, errors.Join(errs...)
}

// table lays a table out, or says why it is left out; that is an error where the
// mapping names its sheet.
func (im *importer) table(s *sheet) error {
	named := im.mapping.named(s.grid.name) && s.grid.name != ""
	switch {
	case s.rule.skip:
		s.left = "映射要求跳过 the mapping says so"
	case s.grid.blank():
		s.left = "空表 blank"
	case s.grid.hidden && !named:
		s.left = "隐藏工作表 hidden; name it in a mapping to read it"
	default:
		err := s.layOut()
		if err == nil {
			s.rows = s.sortRows()
			return nil
		}
		s.left = err.Error()
		if named {
			return fmt.Errorf("%s: %w", s.label(), badInput(err))
		}
	}
	return nil
}

func badInput(err error) error {
	if errors.Is(err, errNoHeader) {
		return ecosystem.Errorf(ecosystem.CodeBadInput, "%v; say in a mapping where it stands: header: 3", err)
	}
	return err
}

// nothingRead says why no sheet of a file could be read.
func (b *bookImport) nothingRead() error {
	var reasons []string
	for _, s := range b.sheets {
		reasons = append(reasons, s.label()+": "+s.left)
	}
	if len(reasons) == 0 {
		reasons = append(reasons, b.Name+": it has no sheets")
	}
	return ecosystem.Errorf(ecosystem.CodeBadInput, "no sheet could be read; a header row with usual headers such as 单位名称, 依托单位, 所在地 is needed, or a mapping (--mapping)\n%s",
		strings.Join(reasons, "\n"))
}

// unusedSheets: a sheet that the mapping names but no file has is a mistake.
func (im *importer) unusedSheets(all *Import) error {
	if im.mapping == nil {
		return nil
	}
	var names []string
	for _, b := range all.books {
		for _, s := range b.sheets {
			names = append(names, s.grid.name)
		}
	}
	for _, rule := range im.mapping.sheets {
		if rule.sheet != "" && len(names) > 0 && !slices.Contains(names, rule.sheet) {
			return ecosystem.Errorf(ecosystem.CodeBadInput, "%s: line %d: no file has a sheet %q; %s", im.mapping.name, rule.line, rule.sheet, meant(rule.sheet, names))
		}
	}
	return nil
}

// unusedColumns: a header that the rule for all sheets names must stand in one of
// them at least.
func (im *importer) unusedColumns(all *Import) error {
	rule := im.mapping.ruleFor("")
	used, headers := map[string]bool{}, []string{}
	for _, b := range all.books {
		for _, s := range b.sheets {
			if s.rule == rule {
				maps.Copy(used, s.used)
			}
			for _, c := range s.columns {
				headers = append(headers, c.header)
			}
		}
	}
	for _, c := range rule.columns {
		for _, h := range c.headers {
			if !used[h] {
				return ecosystem.Errorf(ecosystem.CodeBadInput, "%s: line %d: no sheet has a column %q; %s", im.mapping.name, c.line, h, meant(h, headers))
			}
		}
	}
	return nil
}

// describe makes the document that stands for a file. The document of a file that
// the data set already cites stays as it is there.
func (im *importer) describe(b *bookImport) {
	d := ecosystem.Document{}
	if im.mapping != nil {
		d = im.mapping.document
	}
	name := stem(b.Name)
	title := ""
	for _, s := range b.sheets {
		if s.left == "" && title == "" {
			title = s.layout.title
		}
	}
	if d.ID == "" {
		slug := text.Slug(name)
		if slug == "" {
			slug = "sheet-" + shortHash(name)
		}
		d.ID = ecosystem.DocumentPrefix + slug
	}
	for _, candidate := range []string{title, name, "sheet"} {
		if d.Title == "" {
			d.Title = candidate
		}
	}
	if d.Date == "" {
		if d.Date = findDate(title); d.Date == "" {
			d.Date = findDate(name)
		}
	}
	ofSheet, have := im.dir.documents[d.ID]
	if have && ofSheet && im.mapping.documentID() == "" {
		d.ID, have = d.ID+"-"+shortHash(b.Name), false // another file of this name
	}
	b.known, b.document = have, d
	if !have {
		im.dir.documents[d.ID] = true
	}
}

// Records are the rows that were accepted, in the table format. They refer to
// entities of the data set that the files were read with.
func (i *Import) Records() table.Records {
	var out table.Records
	for _, b := range i.books {
		if !b.known {
			out.Documents = append(out.Documents, table.DocumentRecord{Place: table.Place{File: b.Name}, Document: b.document})
		}
		for _, s := range b.sheets {
			for _, r := range s.rows {
				if r.outcome == Accepted || r.outcome == Corrected {
					r.says.addTo(&out, s.place(r.index))
				}
			}
		}
	}
	return out
}

func (s statement) addTo(out *table.Records, at table.Place) {
	for _, d := range s.documents {
		out.Documents = append(out.Documents, table.DocumentRecord{Place: at, Document: d})
	}
	for _, e := range s.entities {
		out.Entities = append(out.Entities, table.EntityRecord{Place: at, Entity: e})
	}
	for _, r := range s.relations {
		out.Relations = append(out.Relations, table.RelationRecord{Place: at, Relation: r})
	}
}

// Blame puts problems that were found later, when all tables were joined, beside
// the rows that they come from, which are rejected then. It returns how many
// rows were not rejected before, and the problems that no row here is to blame
// for.
func (i *Import) Blame(problems *table.Problems) (rejected int, others []table.Problem) {
	rows := map[table.Place]*row{}
	for _, b := range i.books {
		for _, s := range b.sheets {
			for _, r := range s.rows {
				rows[s.place(r.index)] = r
			}
		}
	}
	for _, p := range problems.List {
		r := rows[p.Place]
		if r == nil || !r.data() {
			others = append(others, p)
			continue
		}
		if r.outcome != Rejected {
			rejected++
		}
		r.add(finding{column: wholeRow, header: p.Column, outcome: Rejected, reason: p.Message})
	}
	return rejected, others
}
