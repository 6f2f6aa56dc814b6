package partners

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/store"
)

// Demand is what somebody looks for: at least one part. The parts add up.
type Demand struct {
	Entity string      // id of a project, cluster, field, platform, programme or organization
	Fields []FieldNeed // technology fields, given as such
	Text   string      // in the asker's own words
}

// FieldNeed is a technology field that is asked for.
type FieldNeed struct {
	Field  string  // id
	Weight float64 // above 0; only ratios matter
}

// Words are a part of a text that was read as a field.
type Words struct {
	Field  *ecosystem.Entity
	Weight float64
	Text   []string // as they stand in the text
	Terms  []string // names of the field and words for it that stand there as a whole, and are unmistakable
	Little bool     // says little beside the first: of a text it is told, but does not count
}

// TextReader tells which technology fields a text asks for, the weightiest first.
type TextReader interface {
	Read(ctx context.Context, text string) ([]Words, error)
}

// NameReader is a TextReader that can tell what a name speaks of besides the fields
// that the graph states for what is called so, if ever so little.
type NameReader interface {
	ReadName(ctx context.Context, name string) ([]Words, error)
}

// asked is a demand as fields.
type asked struct {
	entity *ecosystem.Entity // nil when none is named
	basis  Basis             // of the entity's fields; empty when none is named or found
	text   string
	needs  []match.Need // heaviest first
	words  []Words
	left   []match.Need // lighter fields that Bounds.Needs leaves out, or that a text says little of
}

func (d *Desk) read(ctx context.Context, demand Demand) (asked, error) {
	if demand.Entity == "" && len(demand.Fields) == 0 && demand.Text == "" {
		return asked{}, ecosystem.Errorf(ecosystem.CodeBadInput, "a demand needs at least one of entity, fields and text")
	}
	weights := map[string]float64{}
	out := asked{text: demand.Text}
	var err error
	if out.entity, err = d.fieldsOfEntity(ctx, demand.Entity, weights); err != nil {
		return asked{}, err
	}
	for _, f := range demand.Fields {
		if !(f.Weight > 0 && f.Weight <= store.MaxStartWeight) { // NaN, too
			return asked{}, ecosystem.Errorf(ecosystem.CodeBadInput, "the weight of the field %s lies above 0, not %g", f.Field, f.Weight)
		}
	}
	add(weights, demand.Fields)
	if demand.Text != "" {
		if out.words, out.left, err = d.readText(ctx, demand.Text, weights); err != nil {
			return asked{}, err
		}
	}
	if err := d.readEntity(ctx, &out, weights); err != nil {
		return asked{}, err
	}
	out.needs, err = d.needs(ctx, weights)
	out.left = slices.DeleteFunc(out.left, func(n match.Need) bool { return weights[n.Field.ID] > 0 })
	if most := d.bounds.Needs; err == nil && len(out.needs) > most {
		out.left = slices.Concat(out.needs[most:], out.left)
		out.needs = out.needs[:most]
		normalize(out.needs)
	}
	return out, err
}

// readText adds the fields of a text. Those that it says little of beside the others are
// left.
func (d *Desk) readText(ctx context.Context, text string, weights map[string]float64) (words []Words, left []match.Need, err error) {
	all, err := d.text.Read(ctx, text)
	for _, w := range all {
		if w.Little {
			left = append(left, match.Need{Field: w.Field, Weight: w.Weight})
		} else {
			words = append(words, w)
		}
	}
	addWords(weights, words, 1)
	return words, left, err
}

func addWords(weights map[string]float64, words []Words, share float64) {
	total := 0.0
	for _, w := range words {
		total += w.Weight
	}
	for _, w := range words {
		weights[w.Field.ID] += share * w.Weight / total
	}
}

// readName adds the fields that the name of a body speaks of, its place and what stands
// in names of every field left out.
func (d *Desk) readName(ctx context.Context, entity *ecosystem.Entity, weights map[string]float64) ([]Words, error) {
	pages, err := d.reader.Neighbors(ctx, []string{entity.ID}, toPlaces(), store.Page{Limit: d.bounds.Edges})
	if err != nil {
		return nil, err
	}
	var places []string
	for _, e := range pages[0].Edges {
		short, _, _ := strings.Cut(strings.NewReplacer("市", " ", "县", " ", "区", " ").Replace(e.Node.Name), " ")
		places = append(places, e.Node.Name, " ", short, " ")
	}
	name := d.idle.ofBody.Replace(strings.NewReplacer(places...).Replace(entity.Name))
	reader, ok := d.text.(NameReader)
	if !ok {
		words, _, err := d.readText(ctx, name, weights)
		return words, err
	}
	words, err := reader.ReadName(ctx, name)
	if err != nil {
		return nil, err
	}
	words = slices.DeleteFunc(words, func(w Words) bool { return w.Little })
	addWords(weights, words, 1)
	return words, nil
}

// readEntity finds fields for an entity where nothing else gave any.
func (d *Desk) readEntity(ctx context.Context, out *asked, weights map[string]float64) error {
	switch {
	case out.entity == nil:
		return nil
	case len(weights) > 0:
		words, err := d.readProject(ctx, out.entity, weights)
		out.basis, out.words = Stated, append(out.words, words...)
		return err
	}
	fields, basis, err := d.profile(ctx, out.entity, Holdings, Disciplines)
	if err == nil && basis == "" {
		basis = Name
		out.words, err = d.readName(ctx, out.entity, weights)
	}
	if err == nil && len(out.words) == 0 && basis == Name {
		fields, basis, err = d.profile(ctx, out.entity, Home)
	}
	if len(fields) > 0 {
		add(weights, fields)
	}
	out.basis = basis
	return err
}

// add gives each part of a demand the same say, whatever its own weights sum up to.
func add(weights map[string]float64, part []FieldNeed) {
	total := 0.0
	for _, f := range part {
		total += f.Weight
	}
	for _, f := range part {
		weights[f.Field] += f.Weight / total
	}
}

// fieldsOfEntity adds the fields that the graph states for an entity.
func (d *Desk) fieldsOfEntity(ctx context.Context, id string, weights map[string]float64) (*ecosystem.Entity, error) {
	if id == "" {
		return nil, nil //nolint:nilnil // no entity is named
	}
	found, err := d.reader.Entities(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	entity := found[0]
	if entity == nil {
		return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "nothing has the id %q", id)
	}
	if !mayNeed(entity.Kind) {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s is a %s, which needs no partner; a demand names a project, cluster, field, platform, programme or organization", entity.ID, entity.Kind)
	}
	if entity.Kind == ecosystem.TechnologyField {
		add(weights, []FieldNeed{{id, 1}})
		return entity, nil
	}
	pages, err := d.reader.Neighbors(ctx, []string{id}, statedFields(), store.Page{Limit: d.bounds.Edges})
	if err != nil {
		return nil, err
	}
	var fields []FieldNeed
	for _, e := range pages[0].Edges {
		fields = append(fields, FieldNeed{e.Node.ID, e.Relation.Weight})
	}
	if len(fields) > 0 {
		add(weights, fields)
	}
	return entity, nil
}

// statedFields leads from an entity to the fields that the graph states for it.
func statedFields() store.RelationFilter {
	return store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.InField}, Direction: store.Out}
}

// mayNeed tells whether something of this kind may need a partner.
func mayNeed(k ecosystem.Kind) bool {
	switch k {
	case ecosystem.KeyProject, ecosystem.IndustryCluster, ecosystem.TechnologyField, ecosystem.Platform, ecosystem.Programme:
		return true
	default:
		return k.IsOrganization()
	}
}

// needs looks the fields up; the heaviest first, then by id.
func (d *Desk) needs(ctx context.Context, weights map[string]float64) ([]match.Need, error) {
	ids := make([]string, 0, len(weights))
	for id := range weights {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	fields, err := d.reader.Entities(ctx, ids)
	if err != nil {
		return nil, err
	}
	needs := make([]match.Need, len(fields))
	for i, f := range fields {
		if f == nil || f.Kind != ecosystem.TechnologyField {
			return nil, ecosystem.Errorf(ecosystem.CodeUnknownID, "no technology field has the id %q", ids[i])
		}
		needs[i] = match.Need{Field: f, Weight: weights[ids[i]]}
	}
	slices.SortStableFunc(needs, func(a, b match.Need) int { return cmp.Compare(b.Weight, a.Weight) })
	normalize(needs)
	return needs, nil
}

func normalize(needs []match.Need) {
	total := 0.0
	for _, n := range needs {
		total += n.Weight
	}
	for i := range needs {
		needs[i].Weight /= total
	}
}
