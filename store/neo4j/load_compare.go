package neo4j

import (
	"context"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// plan is what a load has to write: the fate of each staged row, and what is to go.
type plan struct {
	load       *load
	stage      *stage
	tree       *tree
	have       meta // what is current, and perhaps unfinished
	generation store.Generation

	goneDocuments, goneEntities []string // ids that only the database has
	goneRelations               map[ecosystem.RelationType][]string
	// movedRelations are there under another type: the old ones go, too.
	movedRelations map[ecosystem.RelationType][]string

	written written
}

// compare reads the fingerprints of all rows of the database, as a stream.
// Nobody else loads meanwhile.
func (l *load) compare(ctx context.Context) (*plan, error) {
	p := &plan{
		load: l, stage: l.stage, tree: newTree(l.stage, l.store.limits.TreeDepth), have: noMeta(),
		goneRelations: map[ecosystem.RelationType][]string{}, movedRelations: map[ecosystem.RelationType][]string{},
	}
	for _, t := range []*table{l.stage.documents, l.stage.entities, l.stage.relations} {
		t.forget()
	}
	digests := make([]digest, len(l.stage.entities.rows))
	for _, read := range []struct {
		st   statement
		each func(*driver.Record) error
	}{
		{metaStatement(), p.storedMeta},
		{statement{name: "stored documents", text: cypherStoredNodes(labelDocument)}, p.storedDocument},
		{statement{name: "stored entities", text: cypherStoredNodes(labelEntity)}, func(r *driver.Record) error { return p.storedEntity(r, digests) }},
		{statement{name: "stored relations", text: cypherStoredRelations()}, p.storedRelation},
	} {
		if err := l.lock.stream(ctx, read.st, read.each); err != nil {
			return nil, l.lock.lost(ctx, err)
		}
	}
	for _, gone := range p.goneRelations {
		slices.Sort(gone)
	}
	slices.Sort(p.goneEntities)
	slices.Sort(p.goneDocuments)
	return p, p.refresh(digests)
}

func (p *plan) storedMeta(r *driver.Record) (err error) {
	p.have, err = decodeMeta(r)
	return err
}

func (p *plan) storedDocument(r *driver.Record) error {
	id, hash := storedRow(r)
	if n, there := p.stage.documents.find(id); there {
		p.stage.documents.rows[n].compare(hash)
	} else if id != "" {
		p.goneDocuments = append(p.goneDocuments, id)
	}
	return nil
}

// storedEntity keeps the digests of what is derived, to compare them when all
// has been read.
func (p *plan) storedEntity(r *driver.Record, digests []digest) error {
	id, hash := storedRow(r)
	n, there := p.stage.entities.find(id)
	if !there {
		if id != "" {
			p.goneEntities = append(p.goneEntities, id)
		}
		return nil
	}
	digests[n] = p.stage.entities.rows[n].compare(hash)
	return nil
}

func (p *plan) storedRelation(r *driver.Record) error {
	id, hash := storedRow(r)
	name, _ := r.Values[2].(string)
	storedType := ecosystem.RelationType(name)
	n, there := p.stage.relations.find(id)
	switch {
	case id == "" || !storedType.Valid(): // not ours
	case !there:
		p.goneRelations[storedType] = append(p.goneRelations[storedType], id)
	case p.stage.types.all[p.stage.relations.rows[n].word] != storedType:
		p.stage.relations.rows[n].fate = moved
		p.movedRelations[storedType] = append(p.movedRelations[storedType], id)
	default:
		p.stage.relations.rows[n].compare(hash)
	}
	return nil
}

// storedRow reads the id and the hash of a row; one without an id is not ours
// and stays.
func storedRow(r *driver.Record) (id, hash string) {
	id, _ = r.Values[0].(string)
	hash, _ = r.Values[1].(string)
	return id, hash
}

// compare settles the fate of a row that the database holds with this hash, as
// far as it says itself. It gives the digest of what was derived.
func (r *stagedRow) compare(hash string) digest {
	said, rest, _ := strings.Cut(hash, ".")
	derived, known := strings.CutPrefix(rest, recordFormat+formatEnd)
	switch {
	case said != r.print.String():
		r.fate = updated
	case !known:
		r.fate = refreshed
	default:
		r.fate = unchanged
	}
	return digestOf(derived)
}

// refresh finds the entities that say the same while what is derived from them
// is another. What was just created needs no looking at.
func (p *plan) refresh(digests []digest) error {
	from, err := p.stage.encoder(p.tree, 0)
	if err != nil {
		return err
	}
	for _, g := range p.stage.entities.groups(unchanged) {
		for _, n := range g.rows {
			now, err := from.digest(n)
			if err != nil {
				return err
			}
			if now != digests[n] {
				p.stage.entities.rows[n].fate = refreshed
			}
		}
	}
	return nil
}

func (p *plan) changes() store.Changes {
	relations := 0
	for _, ids := range p.goneRelations {
		relations += len(ids)
	}
	return store.Changes{
		Documents: p.stage.documents.delta(len(p.goneDocuments)),
		Entities:  p.stage.entities.delta(len(p.goneEntities)),
		Relations: p.stage.relations.delta(relations),
	}
}

// delta counts the rows of a table for people, to whom a refreshed row is as it was.
func (t *table) delta(removed int) store.Delta {
	n := t.counts()
	return store.Delta{Created: n[created], Updated: n[updated] + n[moved], Removed: removed, Unchanged: n[refreshed] + n[unchanged]}
}

// rows counts what is to be written and deleted.
func (p *plan) rows() int {
	changes := p.changes()
	rows := changes.Documents.Removed + changes.Entities.Removed + changes.Relations.Removed
	for _, t := range []*table{p.stage.documents, p.stage.entities, p.stage.relations} {
		n := t.counts()
		rows += n[created] + n[updated] + n[moved] + n[refreshed]
	}
	return rows
}
