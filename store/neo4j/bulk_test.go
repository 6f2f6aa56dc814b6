package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
)

// bulk is a made-up graph of any size. Each of its rows is worked out from its
// number alone, so that a load of millions need not hold them, and a test knows
// what any entity has to say. Graphs of another version have the same ids, and
// every entity and relation says something else.
type bulk struct {
	Entities  int // at least 2,000
	PerEntity int // relations of each entity that is no region, field or discipline
	Version   int
	Extra     int // more entities, without relations, that only this graph has
}

// The first entities are the hubs, the others take turns.
const (
	bulkRegions, bulkFields, bulkDisciplines = 160, 120, 80

	bulkHubs = bulkRegions + bulkFields + bulkDisciplines
)

func bulkKinds() []ecosystem.Kind {
	return []ecosystem.Kind{
		ecosystem.University, ecosystem.Enterprise, ecosystem.KeyProject, ecosystem.Platform, ecosystem.Enterprise,
		ecosystem.ResearchInstitute, ecosystem.KeyProject, ecosystem.Enterprise, ecosystem.Platform, ecosystem.KeyProject,
	}
}

func (b bulk) kind(i int) ecosystem.Kind {
	switch {
	case i < bulkRegions:
		return ecosystem.Region
	case i < bulkRegions+bulkFields:
		return ecosystem.TechnologyField
	case i < bulkHubs:
		return ecosystem.Discipline
	default:
		kinds := bulkKinds()
		return kinds[(i-bulkHubs)%len(kinds)]
	}
}

func (b bulk) id(i int) string {
	info, _ := b.kind(i).Info()
	return fmt.Sprintf("%sb%07d", info.Prefix, i)
}

// firstExtra is the number of the first extra entity.
const firstExtra = 9_000_000

// entityWith is the entity with an id, an empty one if the graph has none.
func (b bulk) entityWith(id string) ecosystem.Entity {
	i, err := strconv.Atoi(id[max(0, len(id)-7):])
	if err != nil || i < 0 || i >= b.Entities && (i < firstExtra || i >= firstExtra+b.Extra) || b.id(i) != id {
		return ecosystem.Entity{}
	}
	return b.entity(i)
}

func (b bulk) random(sort uint64, i int) *rand.Rand {
	return rand.New(rand.NewPCG(sort, uint64(i)*2+1))
}

func (b bulk) documents() []ecosystem.Document {
	out := make([]ecosystem.Document, 5)
	for i := range out {
		out[i] = ecosystem.Document{ID: fmt.Sprintf("doc:plan-%d", i), Title: fmt.Sprintf("规划 %d", i), Date: "2021"}
	}
	return out
}

func (b bulk) source(r *rand.Rand) []ecosystem.Source {
	return []ecosystem.Source{{
		Document: fmt.Sprintf("doc:plan-%d", r.IntN(5)),
		Locator:  fmt.Sprintf("专栏%d.%d（%d）", 1+r.IntN(11), 1+r.IntN(9), 1+r.IntN(40)),
		Known:    ecosystem.Stated, Confidence: []float64{0.5, 0.8, 0.95}[r.IntN(3)],
		Note: fmt.Sprintf("第 %d 版", b.Version),
	}}
}

func (b bulk) entity(i int) ecosystem.Entity {
	r, kind := b.random(1, i), b.kind(i)
	words := []string{"临沂", "浙江", "上海", "江苏", "安徽", "智能", "机械", "木业", "钢铁", "医药", "商城", "物流", "新能源", "材料", "农业", "生物", "环保", "电子", "软件", "工程", "先进", "制造", "创新", "数据", "装备", "化工", "陶瓷", "食品", "传感"}
	parts := make([]string, 2+r.IntN(3))
	for i := range parts {
		parts[i] = words[r.IntN(len(words))]
	}
	name := strings.Join(parts, "")
	info, _ := kind.Info()
	e := ecosystem.Entity{
		ID: b.id(i), Kind: kind, Name: name + info.Chinese + strconv.Itoa(i), NameEn: fmt.Sprintf("Name %d of edition %d", i, b.Version),
		Sources: b.source(r),
	}
	if r.IntN(4) == 0 {
		e.Aliases = []string{name}
	}
	if kind == ecosystem.KeyProject || kind == ecosystem.Platform {
		e.Status, e.StatusDate = ecosystem.Planned, "2021"
	}
	return e
}

// relations gives the rows of each entity in turn: where it lies or what it is
// part of, its field where it has one, and partners.
func (b bulk) relations() iter.Seq[ecosystem.Relation] {
	return func(yield func(ecosystem.Relation) bool) {
		for i := range b.Entities {
			r := b.random(2, i)
			for k := range b.relationsOf(i) {
				row := b.relation(r, i, k)
				if row.ID = row.RelationID(); row.From != row.To && !yield(row) {
					return
				}
			}
		}
	}
}

func (b bulk) relationsOf(i int) int {
	switch {
	case i < 10, i >= bulkRegions && i < bulkRegions+12: // the roots of the trees
		return 0
	case i < bulkHubs:
		return 1
	default:
		return b.PerEntity
	}
}

func (b bulk) relation(r *rand.Rand, i, k int) ecosystem.Relation {
	row := ecosystem.Relation{From: b.id(i), Weight: float64(1+r.IntN(20)) / 20, Sources: b.source(r)}
	var to int
	switch kind := b.kind(i); {
	case kind == ecosystem.Region:
		row.Type, to = ecosystem.PartOf, i/16
	case kind == ecosystem.TechnologyField:
		row.Type, to = ecosystem.PartOf, bulkRegions+i%12
	case kind == ecosystem.Discipline:
		row.Type, to = ecosystem.AppliesTo, bulkRegions+r.IntN(bulkFields)
	case k == 0:
		row.Type, to = ecosystem.LocatedIn, r.IntN(bulkRegions)
	case k == 1 && (kind == ecosystem.University || kind == ecosystem.ResearchInstitute):
		row.Type, to = ecosystem.StrongIn, bulkRegions+bulkFields+r.IntN(bulkDisciplines)
	case k == 1:
		row.Type, to = ecosystem.InField, bulkRegions+r.IntN(bulkFields)
	case k == 2 && (kind == ecosystem.KeyProject || kind == ecosystem.Platform):
		row.Type, to = ecosystem.HostedBy, b.organization(r.IntN(b.Entities))
	default: // different partners: the k-th lies k steps further
		row.Type = ecosystem.CooperatesWith
		to = b.organization((i + k*10_007 + r.IntN(500)) % b.Entities)
	}
	row.To = b.id(to)
	return row
}

// organization is the first one at i or behind it.
func (b bulk) organization(i int) int {
	for i = max(i, bulkHubs) % b.Entities; !b.kind(i).IsOrganization(); {
		i = max(i+1, bulkHubs) % b.Entities
	}
	return i
}

// parts hands the graph out in parts as a load takes them. They use the same
// memory one after the other.
func (b bulk) parts(size int) iter.Seq[ecosystem.Graph] {
	return func(yield func(ecosystem.Graph) bool) {
		if !yield(ecosystem.Graph{Documents: b.documents()}) {
			return
		}
		part := ecosystem.Graph{Entities: make([]ecosystem.Entity, 0, size)}
		for i := range b.Entities + b.Extra {
			if i >= b.Entities {
				i += firstExtra - b.Entities
			}
			if part.Entities = append(part.Entities, b.entity(i)); len(part.Entities) == size {
				if !yield(part) {
					return
				}
				part.Entities = part.Entities[:0]
			}
		}
		if !yield(part) {
			return
		}
		part = ecosystem.Graph{Relations: make([]ecosystem.Relation, 0, size)}
		for row := range b.relations() {
			if part.Relations = append(part.Relations, row); len(part.Relations) == size {
				if !yield(part) {
					return
				}
				part.Relations = part.Relations[:0]
			}
		}
		yield(part)
	}
}

// loadParts loads parts into a store.
func loadParts(ctx context.Context, s store.Store, size store.Size, parts iter.Seq[ecosystem.Graph]) (generation store.Generation, changes store.Changes, err error) {
	load, err := s.Begin(ctx, size)
	if err != nil {
		return store.Generation{}, store.Changes{}, err
	}
	defer func() { err = errors.Join(err, load.Close(ctx)) }()
	for part := range parts {
		if err := load.Apply(ctx, part); err != nil {
			return store.Generation{}, store.Changes{}, err
		}
	}
	return load.Commit(ctx)
}

// clonedParts are parts that may be kept.
func (b bulk) clonedParts(size int) iter.Seq[ecosystem.Graph] {
	return func(yield func(ecosystem.Graph) bool) {
		for part := range b.parts(size) {
			part.Entities, part.Relations = slices.Clone(part.Entities), slices.Clone(part.Relations)
			if !yield(part) {
				return
			}
		}
	}
}
