package demand

import (
	_ "embed"
	"encoding/csv"
	"strings"
)

//go:embed terms.csv
var termsCSV string

// commonTerms are words that people use for what a field with this name is about.
func commonTerms() map[string][]string {
	rows, err := csv.NewReader(strings.NewReader(termsCSV)).ReadAll()
	if err != nil {
		panic("demand: the embedded terms cannot be read: " + err.Error())
	}
	terms := map[string][]string{}
	for _, row := range rows[1:] {
		terms[row[0]] = append(terms[row[0]], strings.Split(row[1], ";")...)
	}
	return terms
}
