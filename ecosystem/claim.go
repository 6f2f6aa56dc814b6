package ecosystem

import (
	"cmp"
	"slices"
	"strings"
)

// Claim is one of several values that sources give for the same field of an
// entity. All of them are kept; the entity itself carries that of the surest
// source.
type Claim struct {
	Field   string // name_en, or the name of a property
	Value   string
	Sources []Source // the surest first; they are among the sources of the entity
}

// compareClaims orders by field, then the surest first; of two that are equally
// sure the one that is known for the later date.
func compareClaims(a, b Claim) int {
	if c := cmp.Compare(a.Field, b.Field); c != 0 || len(a.Sources) == 0 || len(b.Sources) == 0 {
		return cmp.Or(c, cmp.Compare(a.Value, b.Value))
	}
	return cmp.Or(
		cmp.Compare(b.Sources[0].Confidence, a.Sources[0].Confidence),
		cmp.Compare(b.Sources[0].Date, a.Sources[0].Date),
		compareSources(a.Sources[0], b.Sources[0]),
		cmp.Compare(a.Value, b.Value),
	)
}

const fieldNameEn = "name_en"

// claimed reads a field about which sources may disagree.
func (e *Entity) claimed(field string) string {
	if field == fieldNameEn {
		return e.NameEn
	}
	return e.Properties[field]
}

func (e *Entity) setClaimed(field, value string) {
	if field == fieldNameEn {
		e.NameEn = value
		return
	}
	if e.Properties == nil {
		e.Properties = map[string]string{}
	}
	e.Properties[field] = value
}

// claims lists who gives which value for a field.
func (e *Entity) claims(field string) []Claim {
	var out []Claim
	for _, c := range e.Claims {
		if c.Field == field {
			out = append(out, c)
		}
	}
	if value := e.claimed(field); len(out) == 0 && value != "" {
		out = append(out, Claim{field, value, e.Sources})
	}
	return out
}

// claim takes what a row says of a field into the entity. A value that differs
// from what another source says is contested; that one place says both is a
// *Conflict, because a document does not contradict itself in one sentence: one
// of the two rows is wrong.
func (b *Builder) claim(have, row *Entity, field string) error {
	for _, c := range row.claims(field) {
		current := have.claimed(field)
		switch {
		case c.Value == current:
		case current == "":
			have.setClaimed(field, c.Value)
		case isList(field):
			list := sortedSet(SplitList(current + ListSeparator + c.Value))
			have.setClaimed(field, strings.Join(list, ListSeparator))
		default:
			if other := b.saidAt(have.ID, c); other != "" {
				return &Conflict{ID: have.ID, Field: field, Have: other, Got: c.Value}
			}
			b.contest(have.ID, field)
		}
	}
	return nil
}

func isList(field string) bool {
	p, _ := PropertyNamed(field)
	return p.Type == List
}

func (b *Builder) contest(id, field string) {
	if !slices.Contains(b.contested[id], field) {
		b.contested[id] = append(b.contested[id], field)
	}
}

// saidAt is another value that a row gives for the field of a claim from the
// same place of the same document; empty when there is none.
func (b *Builder) saidAt(id string, claim Claim) string {
	for i := range b.rows[id] {
		for _, other := range b.rows[id][i].claims(claim.Field) {
			if other.Value != claim.Value && slices.ContainsFunc(other.Sources, func(s Source) bool {
				return slices.ContainsFunc(claim.Sources, s.samePlace)
			}) {
				return other.Value
			}
		}
	}
	return ""
}

func (s Source) samePlace(o Source) bool { return s.Document == o.Document && s.Locator == o.Locator }

// settle gives an entity the claims of its contested fields, and of each the
// surest value.
func (b *Builder) settle(e *Entity) {
	e.Claims = nil
	for _, field := range b.contested[e.ID] {
		byValue := map[string][]Source{}
		for i := range b.rows[e.ID] {
			for _, c := range b.rows[e.ID][i].claims(field) {
				byValue[c.Value] = append(byValue[c.Value], c.Sources...)
			}
		}
		var claims []Claim
		for value, sources := range byValue {
			claims = append(claims, Claim{field, value, mergeSources(sources, nil)})
		}
		slices.SortFunc(claims, compareClaims)
		e.setClaimed(field, claims[0].Value)
		e.Claims = append(e.Claims, claims...)
	}
	slices.SortFunc(e.Claims, compareClaims)
}
