package neo4j

import "github.com/innograph/innograph/ecosystem"

// column is a property with its type in the words of the importer.
type column struct{ name, kind string }

const (
	textColumn    = "string"
	listColumn    = "string[]"
	integerColumn = "long"
	numberColumn  = "double"
)

func textColumns(names ...string) []column { return columnsOf(textColumn, names) }

func listColumns(names ...string) []column { return columnsOf(listColumn, names) }

func columnsOf(kind string, names []string) []column {
	out := make([]column, len(names))
	for i, name := range names {
		out[i] = column{name, kind}
	}
	return out
}

// stampColumns are what every row has beside what it says.
func stampColumns() []column {
	return []column{{propHash, textColumn}, {propGeneration, integerColumn}}
}

func metaColumns() []column {
	return append(textColumns(propRecord, propLoaded), column{propGeneration, integerColumn})
}

func documentColumns() []column {
	return append(textColumns(propRecord, propTitle, propIssuer, propDate, propURL), stampColumns()...)
}

func entityColumns(kind ecosystem.Kind) []column {
	columns := textColumns(propRecord, propKind, propName, propNameEn, propStatus, propStatusDate, propSortName, propTokens, propCertainty)
	columns = append(columns, listColumns(propAliases, propFormerNames, propExternalIDs,
		propDocuments, propSections, propRegions, propWithin, propFields, propFieldsAbove)...)
	info, _ := kind.Info()
	for _, p := range info.Properties {
		columns = append(columns, column{p.Name, columnOf(p.Type)})
	}
	return append(columns, stampColumns()...)
}

func relationColumns() []column {
	columns := textColumns(propRecord, propLabel, propStrength, propUnit, propStatus)
	columns = append(columns, column{propWeight, numberColumn}, column{propYear, integerColumn}, column{propValue, numberColumn})
	return append(columns, stampColumns()...)
}

// columnOf is what native makes of a declared property.
func columnOf(t ecosystem.PropertyType) string {
	switch t {
	case ecosystem.Number:
		return numberColumn
	case ecosystem.Integer:
		return integerColumn
	case ecosystem.List:
		return listColumn
	default: // ecosystem.Text
		return textColumn
	}
}
