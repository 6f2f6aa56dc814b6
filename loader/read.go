package loader

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// Read makes one valid graph of the tables of all sources: cells that hold a
// name are resolved, rows about the same thing are joined, the whole is
// validated. Problems of the tables are a *table.Problems.
func Read(sources ...table.Source) (ecosystem.Graph, error) {
	graph, _, err := ReadNoted(sources...)
	return graph, err
}

// ReadNoted is Read, and tells which cells were taken for an entity that has
// another name on record. A person should look at them.
func ReadNoted(sources ...table.Source) (ecosystem.Graph, Readings, error) {
	if len(sources) == 0 {
		return ecosystem.Graph{}, Readings{}, ecosystem.Errorf(ecosystem.CodeBadInput, "no tables were given to read")
	}
	var problems table.Problems
	records := table.Read(&problems, sources...)
	if records.Incomplete {
		// What could not be read may hold what other rows refer to: to go on
		// would give false alarms.
		return ecosystem.Graph{}, Readings{}, problems.Err()
	}
	readings := resolveReferences(&records, &problems)
	graph := merge(&records, &problems)
	validate(graph, &records, &problems)
	if err := problems.Err(); err != nil {
		return ecosystem.Graph{}, readings, err
	}
	return graph, readings, nil
}
