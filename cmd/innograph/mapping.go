package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader"
	"github.com/innograph/innograph/loader/sheet"
	"github.com/innograph/innograph/loader/table"
)

// shownRemarks bounds what is listed of a sheet; its report has all.
const shownRemarks = 20

// sheetFlags say how tables as people keep them are read.
func sheetFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "mapping", Usage: "YAML `FILE` that says what the columns of sheets mean (docs/own-tables.md); usual headers need none", TakesFile: true},
		&cli.StringFlag{Name: "report", Usage: "write the report on a sheet to this `FILE` (default: NAME.report.xlsx beside it)", TakesFile: true},
		&cli.BoolFlag{Name: "skip-rejected", Usage: "load the rows of sheets that were accepted and leave the rejected ones out"},
	}
}

// sheetResult is what became of one sheet file.
type sheetResult struct {
	File    string         `json:"file"`
	Report  string         `json:"report"`
	Rows    sheet.Counts   `json:"rows"`
	Remarks []sheet.Remark `json:"remarks,omitempty"`
}

// arguments parts what load is given: sheets to import, and tables.
func arguments(c *cli.Command) (sheets []sheet.Input, names []string, err error) {
	for _, name := range c.Args().Slice() {
		in, ok, err := openSheet(name)
		switch {
		case err != nil:
			return nil, nil, err
		case ok:
			sheets = append(sheets, in)
		default:
			names = append(names, name)
		}
	}
	for _, flag := range []string{"mapping", "report", "skip-rejected"} {
		if c.IsSet(flag) && len(sheets) == 0 {
			return nil, nil, usagef("--%s belongs to sheets (*.xlsx, *.csv) that are not in the table format; none is given", flag)
		}
	}
	if c.String("report") != "" && len(sheets) > 1 {
		return nil, nil, usagef("--report takes the report on one sheet file; without it each report is written beside its sheet")
	}
	return sheets, names, nil
}

// openSheet reads a file that is a sheet to import; ok is false for tables and
// for what is not there, about which table.Open knows more.
func openSheet(name string) (in sheet.Input, ok bool, err error) {
	extension := regexp.MustCompile(`(?i)\.(xlsx|csv)$`)
	info, err := os.Stat(name)
	if err != nil || info.IsDir() || !extension.MatchString(name) {
		return sheet.Input{}, false, nil //nolint:nilerr // see above
	}
	if info.Size() > sheet.MaxFile {
		return sheet.Input{}, false, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s: a sheet may have %d MiB at most", name, sheet.MaxFile>>20)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return sheet.Input{}, false, ecosystem.Wrap(err, ecosystem.CodeBadInput, name+" cannot be read")
	}
	in = sheet.Input{Name: filepath.ToSlash(name), Content: content}
	return in, !in.TableFormat(), nil
}

func readMapping(c *cli.Command) (*sheet.Mapping, error) {
	name := c.String("mapping")
	if name == "" {
		return nil, nil
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, usagef("--mapping %s: %v", name, err)
	}
	m, err := sheet.ReadMapping(filepath.ToSlash(name), content)
	if err != nil {
		return nil, usagef("--mapping: %v", err)
	}
	return m, nil
}

// importSheets reads sheets on top of the tables of sources. The reports are
// written whatever comes of it.
func importSheets(ctx context.Context, c *cli.Command, sources []table.Source, sheets []sheet.Input) (in input, err error) {
	mapping, err := readMapping(c)
	if err != nil {
		return in, err
	}
	if in.base, err = readTables(c, sources); err != nil {
		return in, err
	}
	imported, err := sheet.Read(ctx, sheets, mapping, in.base)
	if err != nil {
		return in, err
	}
	var joinErr error
	in.graph, joinErr = joinSheets(sources, imported)
	rejected := 0
	for i, file := range sheets {
		report, err := writeReport(c, imported, i, file.Name)
		if err != nil {
			return in, errors.Join(joinErr, err)
		}
		result := sheetResult{File: file.Name, Report: report, Rows: imported.Counts(i), Remarks: imported.Remarks(i)}
		rejected += result.Rows.Rejected
		in.sheets = append(in.sheets, result)
		if err := result.print(c.Root().ErrWriter); err != nil {
			return in, err
		}
	}
	if rejected > 0 && !c.Bool("skip-rejected") {
		in.incomplete = refusal(rejected, in.sheets)
	}
	return in, joinErr
}

func refusal(rejected int, results []sheetResult) error {
	lines := []string{fmt.Sprintf("%d rows of the sheets were rejected, so nothing was loaded. Mend the red cells and load the report instead of the sheet, or load the other rows with --skip-rejected:", rejected)}
	for _, r := range results {
		lines = append(lines, "  "+r.Report)
	}
	return ecosystem.Errorf(ecosystem.CodeInvalidData, "%s", strings.Join(lines, "\n"))
}

// maxRounds bounds how often rows are left out because others were.
const maxRounds = 20

// joinSheets joins the rows of the sheets with the tables. What is wrong only
// then is put beside the rows that it comes from, and the rest is joined anew.
func joinSheets(sources []table.Source, imported *sheet.Import) (ecosystem.Graph, error) {
	for range maxRounds {
		rows := imported.Records()
		graph, err := loader.Read(append(sources[:len(sources):len(sources)], table.Source{Rows: &rows})...)
		var problems *table.Problems
		if !errors.As(err, &problems) {
			return graph, err
		}
		if rejected, others := imported.Blame(problems); rejected == 0 || len(others) > 0 {
			return ecosystem.Graph{}, explain(err)
		}
	}
	return ecosystem.Graph{}, ecosystem.Errorf(ecosystem.CodeInvalidData, "the rows of the sheets contradict each other in too many ways; see the report")
}

// print tells a person what became of a sheet.
func (r sheetResult) print(w io.Writer) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s: %d rows accepted 已采纳, %d corrected 已更正, %d rejected 未采纳, %d skipped 已跳过\n",
		r.File, r.Rows.Accepted, r.Rows.Corrected, r.Rows.Rejected, r.Rows.Skipped)
	shown, more := 0, 0
	for _, m := range r.ordered() {
		if shown == shownRemarks {
			more++
			continue
		}
		shown++
		fmt.Fprintf(&b, "  %s %s\n", m.Outcome, m)
	}
	if more > 0 {
		fmt.Fprintf(&b, "  … and %d more\n", more)
	}
	fmt.Fprintf(&b, "  report: %s\n", r.Report)
	_, err := w.Write(b.Bytes())
	return err
}

// ordered puts what a person has to do something about first. Totals, notes and
// headings that were skipped stand in the report only.
func (r sheetResult) ordered() []sheet.Remark {
	var out []sheet.Remark
	for _, o := range []sheet.Outcome{sheet.Rejected, sheet.LeftOut, sheet.Corrected} {
		for _, m := range r.Remarks {
			if m.Outcome == o {
				out = append(out, m)
			}
		}
	}
	return out
}
