package neo4j

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// listEnd stands between the values of a list; no text of a graph holds it.
const listEnd = "\x1c"

// importFile is a file as the importer reads it: every text is quoted, so that
// an empty one is not taken for none, and a quote in it is doubled.
type importFile struct {
	file *os.File
	b    *bufio.Writer
}

func createImportFile(path string) (*importFile, error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	return &importFile{file, bufio.NewWriterSize(file, 1<<16)}, nil
}

func (f *importFile) close() error {
	err := f.b.Flush()
	if closed := f.file.Close(); err == nil {
		err = closed
	}
	return err
}

func (f *importFile) line(text string) error {
	_, err := f.b.WriteString(text + "\n")
	return err
}

// row writes the first cells, and the properties in the order of the columns.
func (f *importFile) row(first []any, columns []column, p properties) error {
	cells := make([]string, 0, len(first)+len(columns))
	for _, v := range first {
		cell, err := importCell(column{"", textColumn}, v)
		if err != nil {
			return err
		}
		cells = append(cells, cell)
	}
	written := 1 // the id stands among the first
	for _, c := range columns {
		v, there := p[c.name]
		if !there {
			cells = append(cells, "")
			continue
		}
		written++
		cell, err := importCell(c, v)
		if err != nil {
			return fmt.Errorf("%v: %w", p[propID], err)
		}
		cells = append(cells, cell)
	}
	if written != len(p) {
		return ecosystem.Errorf(ecosystem.CodeInternal, "%v has %d properties and no columns for some", p[propID], len(p))
	}
	return f.line(strings.Join(cells, ","))
}

// importCell writes a value as its column says.
func importCell(c column, v any) (string, error) {
	switch v := v.(type) {
	case string:
		if c.kind == textColumn {
			return quoted(v), nil
		}
	case []string:
		if text := strings.Join(v, listEnd); c.kind == listColumn && strings.Count(text, listEnd) == len(v)-1 {
			return quoted(text), nil
		}
	case int64:
		if c.kind == integerColumn {
			return strconv.FormatInt(v, 10), nil
		}
	case float64:
		if c.kind == numberColumn {
			return strconv.FormatFloat(v, 'g', -1, 64), nil
		}
	}
	return "", ecosystem.Errorf(ecosystem.CodeInvalidData, "%s is %#v, which the importer cannot be told in a column of type %s", c.name, v, c.kind)
}

func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }
