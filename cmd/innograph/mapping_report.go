package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/sheet"
)

// maxReports bounds how many reports on one sheet stand beside it.
const maxReports = 1000

// writeReport writes the report on the i-th file. One beside the sheet never
// replaces another: a person may be mending that.
func writeReport(c *cli.Command, imported *sheet.Import, i int, name string) (string, error) {
	var content bytes.Buffer
	if err := imported.WriteReport(i, &content); err != nil {
		return "", err
	}
	if path := c.String("report"); path != "" {
		return path, replaceReport(path, name, content.Bytes())
	}
	for n := 1; n <= maxReports; n++ {
		path := reportPath(name, n)
		err := createReport(path, content.Bytes())
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		return path, err
	}
	return "", ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s has %d reports already; remove some, or name another file with --report", name, maxReports)
}

var reportEnd = regexp.MustCompile(`\.report(\.\d+)?$`)

// reportPath is the name of the n-th report on a sheet, which may be a report
// itself.
func reportPath(name string, n int) string {
	stem := reportEnd.ReplaceAllString(strings.TrimSuffix(name, filepath.Ext(name)), "")
	if n == 1 {
		return stem + ".report.xlsx"
	}
	return fmt.Sprintf("%s.report.%d.xlsx", stem, n)
}

// createReport writes a file that is not there yet, or leaves nothing.
func createReport(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	if err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the report "+path+" cannot be written; name another place with --report")
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Chmod(0o644), file.Close()); err != nil {
		return errors.Join(fmt.Errorf("write the report %s: %w", path, err), os.Remove(path))
	}
	return nil
}

// replaceReport writes the file that the user names, as a whole or not at all.
func replaceReport(path, input string, content []byte) error {
	if sameFile(path, input) {
		return usagef("--report %s is the sheet itself", path)
	}
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return usagef("--report %s: a report is a workbook, *.xlsx", path)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".writing-*.xlsx")
	if err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeBadInput, "the report "+path+" cannot be written")
	}
	_, err = temporary.Write(content)
	if err = errors.Join(err, temporary.Chmod(0o644), temporary.Close()); err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write the report %s: %w", path, err), os.Remove(temporary.Name()))
	}
	return nil
}

func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(one, other)
}
