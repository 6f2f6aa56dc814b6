package partners

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// Basis says what the fields of an entity that is named in a demand were taken from.
type Basis string

// The bases, in the order in which they are tried.
const (
	Stated      Basis = "STATED"      // the graph says in which fields it is 图谱载明
	Holdings    Basis = "HOLDINGS"    // the fields of what it hosts, builds or owns 其所建平台与下属机构
	Disciplines Basis = "DISCIPLINES" // those that its disciplines serve 其学科所支撑
	Name        Basis = "NAME"        // its name, read as a text 名称
	Home        Basis = "HOME"        // those of its region: whoever has none asks for all 所在区域的产业
)

// Sentence tells it to who reads the answer; empty when the graph states the fields.
func (b Basis) Sentence() wording.Sentence {
	switch b {
	case Holdings:
		return wording.Say("领域取自其所建平台、下属机构和园区，图谱未直接载明",
			"the fields are those of what it hosts, builds or runs; its own are not on record")
	case Disciplines:
		return wording.Say("领域取自其学科所支撑的领域，图谱未直接载明",
			"the fields are those that its disciplines serve; its own are not on record")
	case Name:
		return wording.Say("领域由其名称推断，图谱未直接载明", "the fields were read off its name; its own are not on record")
	case Home:
		return wording.Say("图谱中没有它的领域记载，以下按所在区域的产业推荐，仅供参考；写明具体需求，结果更准",
			"no field of it is on record: these are the fields of its region, a rough guide; say in words what is needed for a better answer")
	default: // stated, or nothing is named
		return wording.Sentence{}
	}
}

// Note is what to know of how the demand was read, beside what was found: that its fields
// are not those that the graph states of who asks, or that there are none. Empty: nothing.
func (a Answer) Note() wording.Sentence {
	if len(a.Needs) == 0 {
		return wording.Say("没有从需求中识别出技术领域，以下排序只依据与本地的既有联系；请换用领域用语，或直接指定技术领域",
			"no technology field was found in the demand: what follows is ordered by ties with home alone; use words of the field, or name a field itself")
	}
	return a.Basis.Sentence()
}

// profile finds fields for an entity of which the graph states none, and whose name
// says nothing: by bases from a list, the first that gives any.
func (d *Desk) profile(ctx context.Context, entity *ecosystem.Entity, bases ...Basis) ([]FieldNeed, Basis, error) {
	for _, basis := range bases {
		starts, steps, err := d.fieldsBy(ctx, entity, basis)
		if err != nil || len(starts) == 0 {
			return nil, "", err
		}
		answer, err := d.reader.Walk(ctx, store.WalkQuery{Starts: starts, Steps: steps, Ends: d.bounds.Needs})
		if err != nil {
			return nil, "", err
		}
		fields := make([]FieldNeed, len(answer.Ends))
		for i, e := range answer.Ends {
			fields[i] = FieldNeed{e.Entity.ID, e.Score}
		}
		if len(fields) > 0 {
			return fields, basis, nil
		}
	}
	return nil, "", nil
}

// fieldsBy is the walk to fields by one basis.
func (d *Desk) fieldsBy(ctx context.Context, entity *ecosystem.Entity, basis Basis) ([]store.WalkStart, []store.WalkStep, error) {
	self := []store.WalkStart{{ID: entity.ID, Weight: 1}}
	toFields := step(store.Out, nil, ecosystem.InField)
	switch basis {
	case Holdings:
		return self, []store.WalkStep{toHoldings(), toFields}, nil
	case Disciplines:
		return self, []store.WalkStep{toDisciplines(), step(store.Out, nil, ecosystem.AppliesTo)}, nil
	default: // Home
		regions, err := d.regionsOf(ctx, entity.ID)
		return regions, []store.WalkStep{step(store.In, bodies(ecosystem.KeyProject), ecosystem.LocatedIn), toFields}, err
	}
}

func toHoldings() store.WalkStep {
	return step(store.In, bodies(), ecosystem.HostedBy, ecosystem.BuiltBy, ecosystem.PartOf)
}

func toDisciplines() store.WalkStep { return step(store.Out, nil, ecosystem.StrongIn) }

// toPlaces leads to where an entity lies.
func toPlaces() store.RelationFilter {
	return store.RelationFilter{Types: []ecosystem.RelationType{ecosystem.LocatedIn}, Direction: store.Out}
}

// regionsOf are the places of an entity with all regions below them.
func (d *Desk) regionsOf(ctx context.Context, id string) ([]store.WalkStart, error) {
	pages, err := d.reader.Neighbors(ctx, []string{id}, toPlaces(), store.Page{Limit: d.bounds.Edges})
	if err != nil {
		return nil, err
	}
	var all []store.WalkStart
	for _, e := range pages[0].Edges {
		below, err := d.home(ctx, e.Node.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, below.regions...)
	}
	return all, nil
}
