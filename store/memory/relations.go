package memory

import (
	"math"

	"github.com/innograph/innograph/ecosystem"
)

// relationTable holds relations in rows without pointers: as objects, ten
// million of them with their sources would be most of the store's memory and
// nearly all of the garbage collector's work. A relation is made when somebody
// reads it.
type relationTable struct {
	ids     texts // sorted; the index is the relation's place
	rows    []relationRow
	start   []uint32 // the sources of relation i are sources[start[i]:start[i+1]]
	sources []sourceRow
	words   texts // what the rows number
}

type relationRow struct {
	weight                       float64
	year                         int
	from, to                     int32 // places of entities
	label, strength, value, unit uint32
	kind, status                 uint8
}

type sourceRow struct {
	confidence                                        float64
	document, locator, known, date, printedName, note uint32
}

func (t *relationTable) len() int { return len(t.rows) }

// makeRelation makes the relation at a place.
func (s *snapshot) makeRelation(place int) ecosystem.Relation {
	t := &s.relations
	row := &t.rows[place]
	return ecosystem.Relation{
		ID: t.ids.get(place), Type: s.typeNames[row.kind],
		From: s.entities[row.from].ID, To: s.entities[row.to].ID,
		Weight: row.weight, Label: t.word(row.label), Strength: t.word(row.strength), Year: row.year,
		Value: t.word(row.value), Unit: t.word(row.unit), Status: s.statusNames[row.status],
		Sources: t.sourcesOf(place),
	}
}

func (t *relationTable) sourcesOf(place int) []ecosystem.Source {
	rows := t.sources[t.start[place]:t.start[place+1]]
	if len(rows) == 0 {
		return nil
	}
	list := make([]ecosystem.Source, len(rows))
	for i, row := range rows {
		list[i] = ecosystem.Source{
			Document: t.word(row.document), Locator: t.word(row.locator), Known: ecosystem.Known(t.word(row.known)),
			Confidence: row.confidence, Date: t.word(row.date), PrintedName: t.word(row.printedName), Note: t.word(row.note),
		}
	}
	return list
}

func (t *relationTable) word(number uint32) string { return t.words.get(int(number)) }

// relationStage collects the relations of a load. Their ends are numbers in ends
// until the entities have places.
type relationStage struct {
	*vocabulary
	ids         []string // as they came; of several rows with one id the last counts
	rows        []relationRow
	start       []uint32
	sources     []sourceRow
	ends, words *dictionary
}

func newRelationStage(size int) *relationStage {
	return &relationStage{
		vocabulary: newVocabulary(), ids: make([]string, 0, size), rows: make([]relationRow, 0, size),
		start: make([]uint32, 1, size+1), ends: newDictionary(), words: newDictionary(),
	}
}

func (st *relationStage) add(r *ecosystem.Relation) error {
	kind, kindOK := st.types[r.Type]
	status, statusOK := st.statuses[r.Status]
	if r.ID == "" || !kindOK || !statusOK {
		return invalid("relation %q has no id, or a type (%q) or status (%q) outside the vocabulary", r.ID, r.Type, r.Status)
	}
	st.ids = append(st.ids, r.ID)
	st.rows = append(st.rows, relationRow{
		weight: r.Weight, year: r.Year, from: int32(st.ends.number(r.From)), to: int32(st.ends.number(r.To)),
		label: st.words.number(r.Label), strength: st.words.number(r.Strength),
		value: st.words.number(r.Value), unit: st.words.number(r.Unit), kind: kind, status: status,
	})
	for _, s := range r.Sources {
		st.sources = append(st.sources, sourceRow{
			confidence: s.Confidence, document: st.words.number(s.Document), locator: st.words.number(s.Locator),
			known: st.words.number(string(s.Known)), date: st.words.number(s.Date),
			printedName: st.words.number(s.PrintedName), note: st.words.number(s.Note),
		})
	}
	st.start = append(st.start, uint32(len(st.sources)))
	return nil
}

// table sorts the relations by id and resolves their ends.
func (st *relationStage) table(w *watch, places map[string]int32) (t relationTable, err error) {
	if len(st.sources) > math.MaxUint32 || len(st.rows) > maxRelations {
		return t, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the embedded store holds at most %d relations; use Neo4j", maxRelations)
	}
	ends := st.resolve(places)
	order := lastOfEach(len(st.ids), func(i int) string { return st.ids[i] })
	if t.ids, err = newTexts(len(order), func(i int) string { return st.ids[order[i]] }); err != nil {
		return t, err
	}
	if t.words, err = st.words.texts(); err != nil {
		return t, err
	}
	t.rows = make([]relationRow, len(order))
	t.start = make([]uint32, len(order)+1)
	t.sources = make([]sourceRow, 0, len(st.sources))
	for i, staged := range order {
		if err := w.tick(); err != nil {
			return t, err
		}
		row := st.rows[staged]
		from, to := ends[row.from], ends[row.to]
		if from < 0 || to < 0 {
			return t, invalid("a %s leads from %q to %q, and the load does not hold both",
				st.typeNames[row.kind], st.ends.list[row.from], st.ends.list[row.to])
		}
		row.from, row.to = from, to
		t.rows[i] = row
		t.sources = append(t.sources, st.sources[st.start[staged]:st.start[staged+1]]...)
		t.start[i+1] = uint32(len(t.sources))
	}
	return t, nil
}

// resolve gives the place of each end, by its number; -1 where nothing has the id.
func (st *relationStage) resolve(places map[string]int32) []int32 {
	ends := make([]int32, len(st.ends.list))
	for i, id := range st.ends.list {
		place, known := places[id]
		if !known {
			place = -1
		}
		ends[i] = place
	}
	return ends
}
