package neo4j

import (
	"github.com/innograph/innograph/ecosystem"
)

// step writes rows of one sort.
type step struct {
	name string
	// texts run one after the other over the same rows; instead does where the
	// rows are not in the state that the load has seen. The last text must write
	// every row of a whole step.
	texts, instead []string
	whole          bool

	length int // rows
	rows   func(e *encoder, from, to int) ([]any, error)
}

// phases lists what there is to do, in an order in which no row ever lacks what
// it refers to: first what is new, then what is gone. The steps of one phase do
// not wait for each other.
func (p *plan) phases() [][]step {
	return [][]step{
		p.putDocuments(), p.putEntities(), p.putRelations(),
		p.removeRelations(), p.removeEntities(), p.removeDocuments(),
	}
}

func (p *plan) putDocuments() []step {
	var all []step
	for _, g := range p.stage.documents.groups(created, updated, refreshed) {
		all = append(all, numbered("put documents", g.rows, func(e *encoder, n uint32) (any, error) {
			d, err := e.document(n)
			return map[string]any(d), err
		}, cypherPutDocuments()))
	}
	return all
}

func (p *plan) putEntities() []step {
	encode := func(e *encoder, n uint32) (any, error) {
		entity, err := e.entity(n)
		return map[string]any(entity), err
	}
	var all []step
	for _, g := range p.stage.entities.groups(created) {
		kind := p.stage.kinds.all[g.word]
		s := numbered("create entities", g.rows, encode, cypherCreateEntities(kind))
		s.instead = []string{cypherPutEntities(kind)}
		all = append(all, s)
	}
	for _, g := range p.stage.entities.groups(updated, refreshed) {
		all = append(all, numbered("put entities", g.rows, encode, cypherPutEntities(p.stage.kinds.all[g.word])))
	}
	return all
}

// putRelations writes a changed relation anew where its ends are others, since
// those cannot be changed. One that had another type is created beside the old
// one, which goes with the removed ones.
func (p *plan) putRelations() []step {
	encode := func(e *encoder, n uint32) (any, error) {
		r, err := e.relation(n)
		return map[string]any{"id": r.id, "from": r.from, "to": r.to, "properties": map[string]any(r.properties)}, err
	}
	var all []step
	for _, g := range p.stage.relations.groups(created, moved) {
		t := p.stage.types.all[g.word]
		s := numbered("create relations", g.rows, encode, cypherCreateRelations(t))
		s.instead = replaceRelations(t)
		all = append(all, s)
	}
	for _, g := range p.stage.relations.groups(updated, refreshed) {
		t := p.stage.types.all[g.word]
		s := numbered("update relations", g.rows, encode, cypherUpdateRelations(t))
		s.instead = replaceRelations(t)
		all = append(all, s)
	}
	return all
}

func replaceRelations(t ecosystem.RelationType) []string {
	return []string{cypherDeleteRelations(t), cypherCreateRelations(t)}
}

func (p *plan) removeRelations() []step {
	var all []step
	for _, t := range p.stage.types.all {
		for _, ids := range [][]string{p.goneRelations[t], p.movedRelations[t]} {
			all = append(all, removal("remove relations", ids, cypherDeleteRelations(t)))
		}
	}
	return all
}

func (p *plan) removeEntities() []step {
	return []step{removal("remove entities", p.goneEntities, cypherDeleteNodes(labelEntity))}
}

func (p *plan) removeDocuments() []step {
	return []step{removal("remove documents", p.goneDocuments, cypherDeleteNodes(labelDocument))}
}

// numbered is a step over staged rows.
func numbered(name string, numbers []uint32, row func(*encoder, uint32) (any, error), text string) step {
	rows := func(e *encoder, from, to int) ([]any, error) {
		out := make([]any, 0, to-from)
		for _, n := range numbers[from:to] {
			r, err := row(e, n)
			if err != nil {
				return nil, err
			}
			out = append(out, r)
		}
		return out, nil
	}
	return step{name: name, texts: []string{text}, whole: true, length: len(numbers), rows: rows}
}

// removal is a step over ids.
func removal(name string, ids []string, text string) step {
	rows := func(_ *encoder, from, to int) ([]any, error) {
		out := make([]any, 0, to-from)
		for _, id := range ids[from:to] {
			out = append(out, map[string]any{"id": id})
		}
		return out, nil
	}
	return step{name: name, texts: []string{text}, length: len(ids), rows: rows}
}
