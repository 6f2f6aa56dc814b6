package table

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// Format is a way of writing the tables.
type Format string

// The formats.
const (
	CSV       Format = "csv"   // one file per table, UTF-8, separated by commas
	JSONLines Format = "jsonl" // one file per table, one object per line
	XLSX      Format = "xlsx"  // one workbook, tables.xlsx, with a sheet per table
)

// Options say how Write writes.
type Options struct {
	Format Format // empty: CSV
	// BOM puts a byte order mark before CSV, without which Excel takes it for
	// the system's old encoding.
	BOM bool
	// Split writes a file (or sheet) for each kind of entity and type of
	// relation: entities.university.csv.
	Split bool
	// Keep is called with the names of files that held something else than what is
	// written in their place: they are kept, under the second name.
	Keep func(name, kept string)
}

// Write writes a graph as tables into a folder, which is made when it is not
// there. Each file is replaced as a whole or not at all. A folder that holds
// further tables is refused: together with the new ones they would be read as
// one set.
func Write(dir string, g ecosystem.Graph, o Options) error {
	write, err := o.writer()
	if err != nil {
		return err
	}
	files := write(sheets(g, o.Split))
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return fmt.Errorf("table: make the folder: %w", err)
	}
	if err := refuseStrangers(dir, files); err != nil {
		return err
	}
	return o.replace(dir, files)
}

// file is a file to be written.
type file struct {
	name  string
	write func(io.Writer) error
}

func (o Options) writer() (func([]sheet) []file, error) {
	switch o.Format {
	case CSV, "":
		return eachSheet(".csv", func(s sheet, w io.Writer) error { return writeCSV(s, w, o.BOM) }), nil
	case JSONLines:
		return eachSheet(".jsonl", writeJSONLines), nil
	case XLSX:
		return func(all []sheet) []file {
			return []file{{"tables.xlsx", func(w io.Writer) error { return writeWorkbook(all, w) }}}
		}, nil
	default:
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "unknown table format %q; write csv, jsonl or xlsx", o.Format)
	}
}

func eachSheet(extension string, write func(sheet, io.Writer) error) func([]sheet) []file {
	return func(all []sheet) []file {
		var files []file
		for _, s := range all {
			files = append(files, file{s.name + extension, func(w io.Writer) error { return write(s, w) }})
		}
		return files
	}
}

func writeCSV(s sheet, w io.Writer, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	record := make([]string, len(s.columns))
	for i, c := range s.columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for row := range s.rows {
		for i, c := range s.columns {
			record[i] = row[c.Name]
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func writeJSONLines(s sheet, w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for row := range s.rows {
		for column, text := range row {
			if text == "" {
				delete(row, column)
			}
		}
		if err := out.Encode(row); err != nil {
			return err
		}
	}
	return nil
}

// refuseStrangers looks for tables in the folder that are not written now.
func refuseStrangers(dir string, files []file) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("table: look at the folder: %w", err)
	}
	for _, e := range entries {
		extension := strings.ToLower(filepath.Ext(e.Name()))
		_, isTable := tableOf(strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())))
		stranger := (isTable && (extension == ".csv" || extension == ".jsonl")) || extension == ".xlsx"
		if stranger && !slices.ContainsFunc(files, func(f file) bool { return f.name == e.Name() }) {
			return ecosystem.Errorf(ecosystem.CodeBadInput,
				"%s already holds %s, which would be read together with the new tables; remove it or choose another folder", dir, e.Name())
		}
	}
	return nil
}

// replace writes all files under temporary names first, so that a failure
// leaves the old ones as they were.
func (o Options) replace(dir string, files []file) (err error) {
	temporary := make([]string, 0, len(files))
	defer func() {
		for _, name := range temporary {
			if e := os.Remove(name); e != nil && !errors.Is(e, os.ErrNotExist) {
				err = errors.Join(err, e)
			}
		}
	}()
	for _, f := range files {
		name, err := writeTemporary(dir, f)
		temporary = append(temporary, name)
		if err != nil {
			return fmt.Errorf("table: write %s: %w", f.name, err)
		}
	}
	for i, f := range files {
		if err := o.keep(dir, f.name, temporary[i]); err != nil {
			return fmt.Errorf("table: keep the old %s: %w", f.name, err)
		}
		if err := os.Rename(temporary[i], filepath.Join(dir, f.name)); err != nil {
			return fmt.Errorf("table: replace %s: %w", f.name, err)
		}
	}
	return nil
}

func writeTemporary(dir string, f file) (name string, err error) {
	out, err := os.CreateTemp(dir, ".writing-*-"+f.name)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	buffered := bufio.NewWriter(out)
	if err := errors.Join(f.write(buffered), buffered.Flush(), out.Chmod(0o644)); err != nil {
		return out.Name(), err
	}
	return out.Name(), out.Sync()
}
