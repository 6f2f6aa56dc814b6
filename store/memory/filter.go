package memory

import (
	"context"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/store/text"
)

// selector turns filters into sets of entities of one snapshot.
type selector struct {
	*snapshot
	watch  watch
	levels int // of the region and field trees
}

func (s *Store) selector(ctx context.Context, snap *snapshot) *selector {
	return &selector{snapshot: snap, watch: watch{ctx: ctx}, levels: s.limits.TreeDepth}
}

// set is what a filter holds; nil when it holds everything. The filter was
// checked, which bounds its depth and length.
func (s *selector) set(f *store.Filter) (set, error) {
	var held set
	narrow := func(by set) {
		switch {
		case by == nil:
		case held == nil:
			held = by
		default:
			held.intersect(by)
		}
	}
	narrow(s.withIDs(f.IDs))
	narrow(anyOf(s.byKind, maskOf(s.kinds, f.Kinds), s.newSet))
	narrow(anyOf(s.byStatus, maskOf(s.statuses, f.Statuses), s.newSet))
	narrow(s.fromSource(f.Document, f.Section))
	for _, p := range f.Properties {
		narrow(s.withProperty(p))
	}
	if f.Text != "" {
		narrow(s.matching(text.ParseQuery(f.Text)))
	}
	for _, scope := range []func(*store.Filter) (set, error){s.inRegion, s.inFields} {
		found, err := scope(f)
		if err != nil {
			return nil, err
		}
		narrow(found)
	}
	for _, r := range f.Related {
		found, err := s.withRelated(r, held)
		if err != nil {
			return nil, err
		}
		narrow(found)
	}
	return s.without(held, f.Not)
}

// without takes what a filter holds out of a set.
func (s *selector) without(held set, not *store.Filter) (set, error) {
	if not == nil {
		return held, nil
	}
	out, err := s.set(not)
	if err != nil {
		return nil, err
	}
	if held == nil {
		held = s.newSet()
		held.fill(len(s.entities))
	}
	if out == nil {
		return s.newSet(), nil
	}
	held.subtract(out)
	return held, nil
}

func (s *selector) withIDs(ids []string) set {
	if ids == nil {
		return nil
	}
	found := s.newSet()
	for _, id := range ids {
		if place, ok := s.places[id]; ok {
			found.add(place)
		}
	}
	return found
}

// anyOf unites stored sets by the words of a mask.
func anyOf(stored []set, words mask, empty func() set) set {
	if words == everything {
		return nil
	}
	found := empty()
	for word, members := range stored {
		if words.has(uint8(word)) {
			found.unite(members)
		}
	}
	return found
}

func (s *selector) fromSource(document, section string) set {
	if document == "" && section == "" {
		return nil
	}
	found := s.newSet()
	normalized := ecosystem.NormalizeLocator(section)
	if section != "" && normalized == "" { // blanks name no section
		return found
	}
	found.addAll(s.sources.exact(sourceKey(document, normalized)))
	return found
}

func (s *selector) withProperty(p store.PropertyFilter) set {
	found := s.newSet()
	if p.Values == nil {
		found.addAll(s.properties.prefix(propertyKey(p.Name, "")))
	}
	for _, value := range p.Values {
		found.addAll(s.properties.exact(propertyKey(p.Name, value)))
	}
	return found
}

// matching holds what a search text fits.
func (s *selector) matching(q text.Query) set {
	found := s.withTerms(q)
	if len(q.Readings) > 0 {
		found.addAll(s.tokens.exact(q.Exact))
	}
	return found
}

// withTerms holds what has all terms of a reading of the search text.
func (s *selector) withTerms(q text.Query) set {
	found := s.newSet()
	for _, r := range q.Readings {
		found.unite(s.withAll(r.Terms))
	}
	return found
}

// withAll holds what has all terms; nothing without terms.
func (s *selector) withAll(terms []text.Term) set {
	found := s.newSet()
	for i, term := range terms {
		members := s.tokens.exact(term.Token)
		if term.Prefix {
			members = s.tokens.prefix(term.Token)
		}
		if i == 0 {
			found.addAll(members)
			continue
		}
		also := s.newSet()
		also.addAll(members)
		found.intersect(also)
	}
	return found
}
