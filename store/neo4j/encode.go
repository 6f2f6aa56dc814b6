package neo4j

import (
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
)

// properties of a node or relationship. What is empty is left out.
type properties map[string]any

func (p properties) text(name, value string) {
	if value != "" {
		p[name] = value
	}
}

func (p properties) list(name string, values []string) {
	if len(values) > 0 {
		p[name] = values
	}
}

// stamp marks a row with what it says and which generation wrote it.
func (p properties) stamp(hash string, generation int64) properties {
	p[propHash], p[propGeneration] = hash, generation
	return p
}

// encodeEntity makes the properties of an entity whose record is made already.
func encodeEntity(e *ecosystem.Entity, record string) properties {
	p := properties{propID: e.ID, propRecord: record, propKind: string(e.Kind), propName: e.Name}
	p.text(propNameEn, e.NameEn)
	p.list(propAliases, e.Aliases)
	p.list(propFormerNames, e.FormerNames)
	p.text(propStatus, string(e.Status))
	p.text(propStatusDate, e.StatusDate)
	for name, value := range e.Properties {
		p[name] = native(name, value)
	}
	var external []string
	for _, x := range e.ExternalIDs {
		external = append(external, x.Scheme+":"+x.Value)
	}
	p.list(propExternalIDs, external)
	return p
}

// native gives the text of a declared property its own type, so that people can
// compare and filters can look it up. A text that is not the canonical one of
// its type equals no other and stays a text.
func native(name, value string) any {
	declared, _ := ecosystem.PropertyNamed(name)
	switch declared.Type {
	case ecosystem.Number:
		if f, err := strconv.ParseFloat(value, 64); err == nil && strconv.FormatFloat(f, 'f', -1, 64) == value {
			return f
		}
	case ecosystem.Integer:
		if n, err := strconv.ParseInt(value, 10, 64); err == nil && strconv.FormatInt(n, 10) == value {
			return n
		}
	case ecosystem.List:
		return strings.Split(value, ecosystem.ListSeparator)
	default: // ecosystem.Text
	}
	return value
}

func encodeRelation(r *ecosystem.Relation, record string) properties {
	p := properties{propID: r.ID, propRecord: record, propWeight: r.Weight}
	p.text(propLabel, r.Label)
	p.text(propStrength, r.Strength)
	if r.Year != 0 {
		p[propYear] = int64(r.Year)
	}
	if f, err := strconv.ParseFloat(r.Value, 64); err == nil {
		p[propValue] = f
	}
	p.text(propUnit, r.Unit)
	p.text(propStatus, string(r.Status))
	return p
}

func encodeDocument(d *ecosystem.Document, record string) properties {
	p := properties{propID: d.ID, propRecord: record, propTitle: d.Title}
	p.text(propIssuer, d.Issuer)
	p.text(propDate, d.Date)
	p.text(propURL, d.URL)
	return p
}
