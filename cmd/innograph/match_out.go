package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v3"
	"golang.org/x/term"

	"github.com/innograph/innograph/dossier"
	"github.com/innograph/innograph/store"
)

// The forms in which match tells its result.
const (
	formText = ""
	formJSON = "json"
	formCSV  = "csv"
	formXLSX = "xlsx"
	formHTML = "html" // 对接单
	formDOCX = "docx" // 对接单
)

func outputFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "explain", Usage: "also tell reasons and what would change the rank"},
		&cli.BoolFlag{Name: formJSON, Usage: "print the result as JSON, with all evidence"},
		&cli.BoolFlag{Name: formCSV, Usage: "print the result as CSV"},
		&cli.BoolFlag{Name: formXLSX, Usage: "print the result as an Excel workbook, with reasons and evidence on sheets of their own"},
		&cli.StringFlag{Name: "out", Aliases: []string{"o"}, TakesFile: true, Usage: "write to `FILE`; its ending says what: .html and .docx are 对接单, one page for each partner; .xlsx, .csv and .json are lists"},
	}
}

// formOf reads the flags: which form, and to which file ("": standard output).
func formOf(c *cli.Command) (form, out string, err error) {
	var asked []string
	for _, f := range []string{formJSON, formCSV, formXLSX} {
		if c.Bool(f) {
			asked = append(asked, f)
		}
	}
	if out = c.String("out"); out != "" {
		ending := strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
		if !slices.Contains([]string{formJSON, formCSV, formXLSX, formHTML, formDOCX}, ending) {
			return "", "", usagef("-o %s: the file ends in .html or .docx for 对接单, or in .xlsx, .csv or .json", out)
		}
		if !slices.Contains(asked, ending) {
			asked = append(asked, ending)
		}
	}
	switch {
	case len(asked) > 1:
		return "", "", usagef("%s were asked for; give one of them", strings.Join(asked, " and "))
	case len(asked) == 0:
		return formText, "", nil
	case asked[0] == formXLSX && out == "" && isTerminal(c.Root().Writer):
		return "", "", usagef("a workbook cannot be shown here: add -o partners.xlsx")
	case out != "" && c.Bool("explain"):
		return "", "", usagef("--explain is for the terminal; files tell the reasons anyway")
	default:
		return asked[0], out, nil
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// write tells the result in a form. A file is written only when all of it is there.
func (r recommendation) write(ctx context.Context, c *cli.Command, db store.Reader, form, out string) error {
	if form == formText {
		return r.print(c.Root().Writer, c.Bool("explain"))
	}
	var b bytes.Buffer
	var err error
	switch form {
	case formJSON:
		err = r.printJSON(&b)
	case formCSV:
		err = r.printCSV(&b)
	case formXLSX:
		err = r.printXLSX(&b)
	default:
		var pages []dossier.Page
		if pages, err = r.pages(ctx, db); err != nil {
			break
		}
		if form == formHTML {
			err = dossier.HTML(&b, pages)
		} else {
			err = dossier.DOCX(&b, pages)
		}
	}
	if err != nil {
		return err
	}
	if out == "" {
		_, err = c.Root().Writer.Write(b.Bytes())
		return err
	}
	if err := os.WriteFile(out, b.Bytes(), 0o644); err != nil { //nolint:gosec // for colleagues to read
		return err
	}
	_, err = fmt.Fprintf(c.Root().ErrWriter, "%d partners are in %s\n", len(r.matches), out)
	return err
}
