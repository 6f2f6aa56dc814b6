package loader

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/spill"
	"github.com/innograph/innograph/loader/table"
)

// partitions is into how many parts the rows are cut that lie on disk. One part of
// a million rows is some 4,000, which take a few megabytes to join.
const partitions = 256

// rows takes in the rows of tables as they are read. Entities and relations go to
// temporary files, so that all rows about one thing are in one partition; of an
// entity the id stays in memory, of a relation nothing. Documents are few and stay.
type rows struct {
	ctx       context.Context // of the load; the reader of tables has none
	progress  Progress
	documents []table.DocumentRecord
	entities  *spill.File
	relations *spill.File // with ends that are written as ids, if they are not broken
	named     *spill.File // relations with an end that is written as a name, in one partition
	coder     rowCoder
	kinds     map[string]uint8 // by id of each entity: the number of its kind
	allKinds  []ecosystem.Kind // by number
	count     int              // rows so far
	first     [2]string        // the file of the first row of entities and of relations
}

// unsound is the kind of an entity that has no row without problems.
const unsound = 0

func newRows(ctx context.Context, progress Progress) *rows {
	all := []ecosystem.Kind{unsound: ""}
	for _, info := range ecosystem.Kinds() {
		all = append(all, info.Kind)
	}
	return &rows{
		allKinds: all,
		ctx:      ctx, progress: progress, coder: newRowCoder(), kinds: map[string]uint8{},
		entities: spill.New(partitions), relations: spill.New(partitions), named: spill.New(1),
	}
}

func (r *rows) close() error {
	return errors.Join(r.entities.Close(), r.relations.Close(), r.named.Close())
}

// next counts a row, and ends the reading with the context.
func (r *rows) next() error {
	const often = 4096
	r.count++
	if r.count%often == 0 {
		r.progress.tell(PhaseReading, r.count, 0)
		return interrupted(r.ctx)
	}
	return nil
}

// interrupted is the error of a context that is over.
func interrupted(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return ecosystem.Wrap(err, ecosystem.CodeTimeout, "the load was interrupted; nothing was written")
	}
	return nil
}

// Document takes a row of sources.
func (r *rows) Document(d table.DocumentRecord) error {
	r.documents = append(r.documents, d)
	return r.next()
}

// Entity takes a row of entities.
func (r *rows) Entity(e table.EntityRecord) error {
	if r.first[0] == "" {
		r.first[0] = e.File
	}
	if _, there := r.kinds[e.ID]; !there && e.ID != "" {
		r.kinds[strings.Clone(e.ID)] = unsound // not with the line that it is cut from
	}
	row := entityRow{e, r.count}
	if err := r.entities.Add(partitionOf(e.ID), r.coder.entity(&row)); err != nil {
		return err
	}
	return r.next()
}

// Relation takes a row of relations, or the region of a row of entities.
func (r *rows) Relation(rel table.RelationRecord) error {
	if r.first[1] == "" {
		r.first[1] = rel.File
	}
	row := relationRow{RelationRecord: rel, number: r.count}
	var err error
	if isName(rel.From) || isName(rel.To) {
		err = r.named.Add(0, r.coder.relation(&row))
	} else {
		err = r.relation(&row)
	}
	return errors.Join(err, r.next())
}

// relation puts a row into the partition of its relation, whichever way round a
// symmetric one is written.
func (r *rows) relation(row *relationRow) error {
	from, to := row.From, row.To
	if from > to {
		from, to = to, from
	}
	return r.relations.Add(partitionOf(string(row.Type), from, to), r.coder.relation(row))
}

func isName(end string) bool { return end != "" && !ecosystem.HasIDPrefix(end) }

// partitionOf is the FNV-1a hash of some texts.
func partitionOf(texts ...string) int {
	const offset, prime = 14695981039346656037, 1099511628211
	hash := uint64(offset)
	for _, t := range texts {
		for i := range len(t) {
			hash = (hash ^ uint64(t[i])) * prime
		}
		hash = (hash ^ 0xff) * prime // which no text holds
	}
	return int(hash % partitions)
}

// kind is that of an entity which has a row without problems.
func (r *rows) kind(id string) (ecosystem.Kind, bool) {
	n := r.kinds[id]
	return r.allKinds[n], n != unsound
}

func (r *rows) setKind(id string, k ecosystem.Kind) {
	r.kinds[id] = uint8(slices.Index(r.allKinds, k))
}

// entityRows are the rows of a partition in the order in which they were read.
func (r *rows) entityRows(partition int) ([]entityRow, error) {
	var out []entityRow
	for record, err := range r.entities.All(partition) {
		if err != nil {
			return nil, err
		}
		row, err := r.coder.readEntity(record)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	return out, interrupted(r.ctx)
}

// relationRows are the rows of a partition in the order in which they were read.
func (r *rows) relationRows(of *spill.File, partition int) ([]relationRow, error) {
	var out []relationRow
	for record, err := range of.All(partition) {
		if err != nil {
			return nil, err
		}
		row, err := r.coder.readRelation(record)
		if err != nil {
			return nil, err
		}
		out = append(out, row)
	}
	// Those with names were added later than others that were read after them.
	slices.SortStableFunc(out, func(a, b relationRow) int { return a.number - b.number })
	return out, interrupted(r.ctx)
}
