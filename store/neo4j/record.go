package neo4j

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/innograph/innograph/ecosystem"
)

// Every row has its whole content in one property, as JSON. Answers are made of
// that property alone: Neo4j takes no lock to read, so the properties of a row
// that is just being written may come half old and half new; one property comes
// as the old text or the new one, or not at all (errTorn).

// errTorn tells of a row that was being written when it was read. Reading again
// a moment later gives the whole row.
var errTorn = errors.New("a row was being written while it was read") //nolint:gochecknoglobals // a sentinel

type entityRecord struct {
	ID          string            `json:"id"`
	Kind        ecosystem.Kind    `json:"kind"`
	Name        string            `json:"name"`
	NameEn      string            `json:"name_en,omitempty"`
	Aliases     []string          `json:"aliases,omitempty"`
	FormerNames []string          `json:"former_names,omitempty"`
	Status      ecosystem.Status  `json:"status,omitempty"`
	StatusDate  string            `json:"status_date,omitempty"`
	Properties  map[string]string `json:"properties,omitempty"`
	ExternalIDs []externalID      `json:"external_ids,omitempty"`
	Sources     []sourceRecord    `json:"sources,omitempty"`
}

type externalID struct {
	Scheme string `json:"scheme"`
	Value  string `json:"value"`
}

type sourceRecord struct {
	Document    string          `json:"document"`
	Locator     string          `json:"locator,omitempty"`
	Known       ecosystem.Known `json:"known"`
	Confidence  float64         `json:"confidence"`
	Date        string          `json:"date,omitempty"`
	PrintedName string          `json:"printed_name,omitempty"`
	Note        string          `json:"note,omitempty"`
}

type relationRecord struct {
	ID       string                 `json:"id"`
	Type     ecosystem.RelationType `json:"type"`
	From     string                 `json:"from"`
	To       string                 `json:"to"`
	Weight   float64                `json:"weight"`
	Label    string                 `json:"label,omitempty"`
	Strength string                 `json:"strength,omitempty"`
	Year     int                    `json:"year,omitempty"`
	Value    string                 `json:"value,omitempty"`
	Unit     string                 `json:"unit,omitempty"`
	Status   ecosystem.Status       `json:"status,omitempty"`
	Sources  []sourceRecord         `json:"sources,omitempty"`
}

type documentRecord struct {
	ID     string `json:"id"`
	Title  string `json:"title"`
	Issuer string `json:"issuer,omitempty"`
	Date   string `json:"date,omitempty"`
	URL    string `json:"url,omitempty"`
}

func recordOfEntity(e *ecosystem.Entity) string {
	return marshal(entityRecord{
		ID: e.ID, Kind: e.Kind, Name: e.Name, NameEn: e.NameEn, Aliases: e.Aliases, FormerNames: e.FormerNames,
		Status: e.Status, StatusDate: e.StatusDate, Properties: e.Properties,
		ExternalIDs: converted(e.ExternalIDs, func(x ecosystem.ExternalID) externalID { return externalID(x) }),
		Sources:     converted(e.Sources, func(s ecosystem.Source) sourceRecord { return sourceRecord(s) }),
	})
}

func decodeEntity(v any) (*ecosystem.Entity, error) {
	r, err := unmarshal[entityRecord](v)
	return &ecosystem.Entity{
		ID: r.ID, Kind: r.Kind, Name: r.Name, NameEn: r.NameEn, Aliases: r.Aliases, FormerNames: r.FormerNames,
		Status: r.Status, StatusDate: r.StatusDate, Properties: r.Properties,
		ExternalIDs: converted(r.ExternalIDs, func(x externalID) ecosystem.ExternalID { return ecosystem.ExternalID(x) }),
		Sources:     converted(r.Sources, func(s sourceRecord) ecosystem.Source { return ecosystem.Source(s) }),
	}, err
}

func recordOfRelation(r *ecosystem.Relation) string {
	return marshal(relationRecord{
		ID: r.ID, Type: r.Type, From: r.From, To: r.To, Weight: r.Weight, Label: r.Label, Strength: r.Strength,
		Year: r.Year, Value: r.Value, Unit: r.Unit, Status: r.Status,
		Sources: converted(r.Sources, func(s ecosystem.Source) sourceRecord { return sourceRecord(s) }),
	})
}

func decodeRelation(v any) (*ecosystem.Relation, error) {
	r, err := unmarshal[relationRecord](v)
	return &ecosystem.Relation{
		ID: r.ID, Type: r.Type, From: r.From, To: r.To, Weight: r.Weight, Label: r.Label, Strength: r.Strength,
		Year: r.Year, Value: r.Value, Unit: r.Unit, Status: r.Status,
		Sources: converted(r.Sources, func(s sourceRecord) ecosystem.Source { return ecosystem.Source(s) }),
	}, err
}

func recordOfDocument(d *ecosystem.Document) string { return marshal(documentRecord(*d)) }

func decodeDocument(v any) (*ecosystem.Document, error) {
	r, err := unmarshal[documentRecord](v)
	d := ecosystem.Document(r)
	return &d, err
}

func marshal(v any) string {
	line, err := json.Marshal(v)
	if err != nil {
		panic("neo4j: a plain struct does not marshal: " + err.Error())
	}
	return string(line)
}

// unmarshal reads the record property of a row as a server hands it out.
func unmarshal[T any](v any) (T, error) {
	var out T
	line, ok := v.(string)
	if !ok {
		return out, errTorn
	}
	if err := json.Unmarshal([]byte(line), &out); err != nil {
		return out, fmt.Errorf("%w: %w", errTorn, err)
	}
	return out, nil
}

// converted converts the elements of a list; an empty one becomes nil.
func converted[A, B any](list []A, convert func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = convert(a)
	}
	return out
}
