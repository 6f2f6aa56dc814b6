package loader

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// validate notes every broken rule of the joined graph at the row it comes from.
func validate(g ecosystem.Graph, records *table.Records, problems *table.Problems) {
	locate := locator{records: records}
	for _, p := range ecosystem.Validate(g) {
		at, column := locate.place(p)
		problems.Add(at, column, "%s", p.Message)
	}
}
