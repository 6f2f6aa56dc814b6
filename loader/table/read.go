package table

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Source is a folder of tables, or one file of it, or rows that were read
// elsewhere.
type Source struct {
	Name string // how problems call the folder; empty: files by their bare names
	FS   fs.FS
	File string // only this file; empty: all tables of the folder
	// Rows are there already, so that nothing is read. They know their places.
	Rows *Records
}

// Open makes a source of a folder or of a single table file or workbook.
func Open(name string) (Source, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Source{}, ecosystem.Errorf(ecosystem.CodeBadInput, "%s: there is no such file or folder", name)
	case err != nil:
		return Source{}, ecosystem.Wrap(err, ecosystem.CodeBadInput, name+" cannot be read")
	case info.IsDir():
		return Source{Name: filepath.ToSlash(name), FS: os.DirFS(name)}, nil
	default:
		dir, file := filepath.Split(name)
		return Source{Name: filepath.ToSlash(filepath.Clean(dir)), FS: os.DirFS(filepath.Clean(dir)), File: file}, nil
	}
}

// Read reads all tables of the sources. What is wrong with them goes to
// problems; the records are what could be read.
func Read(problems *Problems, sources ...Source) Records {
	var records Records
	complete, _ := Stream(problems, &records, sources...) // records take any row
	records.Incomplete = !complete
	return records
}

// Stream reads all tables of the sources and gives each row to the sink when it
// is read. What is wrong with them goes to problems. When some file or row could
// not be read at all, complete is false: a reference to nothing known proves
// nothing then. The error is that of the sink.
func Stream(problems *Problems, sink Sink, sources ...Source) (complete bool, err error) {
	p := &parser{sink: sink, problems: problems}
	for _, source := range sources {
		if source.Rows != nil {
			p.incomplete = p.incomplete || source.Rows.Incomplete
			p.take(source.Rows.pour(sink))
		} else {
			r := reader{source: source, parser: p}
			r.read()
		}
		if p.err != nil {
			break
		}
	}
	return !p.incomplete, p.err
}

type reader struct {
	source Source
	parser *parser
}

// read takes the files in the order of the tables, so that problems come in it.
func (r *reader) read() {
	files, err := r.files()
	if err != nil {
		r.unreadable("", "the folder cannot be read: %v", err)
		return
	}
	found := false
	for _, file := range files {
		found = r.file(file) || found
		if r.parser.err != nil {
			return
		}
	}
	if !found {
		r.unreadable("", "the folder holds no table; it needs sources.csv, entities.csv and relations.csv (or *.jsonl, or a workbook *.xlsx with these sheets)")
	}
}

func (r *reader) files() ([]string, error) {
	if r.source.File != "" {
		return []string{r.source.File}, nil
	}
	entries, err := fs.ReadDir(r.source.FS, ".")
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") && !strings.HasPrefix(e.Name(), "~$") {
			files = append(files, e.Name())
		}
	}
	return files, nil
}

// file reads one file; false when it is no table.
func (r *reader) file(name string) bool {
	extension := strings.ToLower(path.Ext(name))
	switch extension {
	case ".csv", ".jsonl":
		t, ok := tableOf(strings.TrimSuffix(name, path.Ext(name)))
		if !ok {
			r.unknownTable(name, strings.TrimSuffix(name, path.Ext(name)), extension)
			return true
		}
		r.flat(t, name, extension)
		return true
	case ".xlsx":
		r.workbook(name)
		return true
	case ".xls", ".tsv", ".ods", ".et":
		r.unreadable(name, "files of this format cannot be read; %s", saveAsUTF8)
		return true
	default:
		if r.source.File != "" {
			r.unreadable(name, "the file is no table; tables are *.csv, *.jsonl and *.xlsx")
		}
		return r.source.File != ""
	}
}

func (r *reader) flat(t Table, name, extension string) {
	file, err := r.source.FS.Open(name)
	if err != nil {
		r.unreadable(name, "the file cannot be opened: %v", err)
		return
	}
	defer func() { _ = file.Close() }() // only read from
	in := r.input(t, r.name(name))
	if extension == ".csv" {
		in.readCSV(file)
		return
	}
	in.readJSONLines(file)
}

func (r *reader) input(t Table, name string) *input {
	return &input{table: t, name: name, known: columnNames(t), parser: r.parser, cells: map[string]string{}}
}

func (r *reader) name(file string) string { return path.Join(r.source.Name, file) }

func (r *reader) unreadable(file, format string, args ...any) {
	at := Place{File: r.name(file)}
	if at.File == "" {
		at.File = "."
	}
	r.parser.problems.Add(at, "", format, args...)
	r.parser.incomplete = true
}

func (r *reader) unknownTable(file, stem, extension string) {
	first, rest, _ := strings.Cut(stem, ".")
	names := []string{string(Sources), string(Entities), string(Relations)}
	if near := Nearest(first, names); near != "" {
		if rest != "" {
			near += "." + rest
		}
		r.unreadable(file, "the name is that of no table; did you mean %s?", near+extension)
		return
	}
	r.unreadable(file, "the name is that of no table; a table's name begins with sources, entities or relations, such as entities.%s", stem+extension)
}

// IsTable reports whether a CSV file or a workbook is meant to be in the table
// format: its name, or that of one of its sheets, is that of a table.
func IsTable(name string, sheets []string) bool {
	if _, ok := tableOf(strings.TrimSuffix(path.Base(name), path.Ext(name))); ok {
		return true
	}
	return slices.ContainsFunc(sheets, func(sheet string) bool {
		_, ok := tableOf(sheet)
		return ok
	})
}

// tableOf tells the table from the name of a file or sheet: entities, or
// entities and a point and anything.
func tableOf(stem string) (Table, bool) {
	first, _, _ := strings.Cut(strings.ToLower(stem), ".")
	t := Table(first)
	return t, slices.Contains(Tables(), t)
}
