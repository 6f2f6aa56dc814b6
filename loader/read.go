package loader

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// Read makes one valid graph of the tables of all sources: cells that hold a
// name are resolved, rows about the same thing are joined, the whole is
// validated. Problems of the tables are a *table.Problems.
func Read(sources ...table.Source) (ecosystem.Graph, error) {
	if len(sources) == 0 {
		return ecosystem.Graph{}, ecosystem.Errorf(ecosystem.CodeBadInput, "no tables were given to read")
	}
	var problems table.Problems
	records := table.Read(&problems, sources...)
	if records.Incomplete {
		// What could not be read may hold what other rows refer to: to go on
		// would give false alarms.
		return ecosystem.Graph{}, problems.Err()
	}
	resolveReferences(&records, &problems)
	graph := merge(&records, &problems)
	validate(graph, &records, &problems)
	if err := problems.Err(); err != nil {
		return ecosystem.Graph{}, err
	}
	return graph, nil
}
