package answer

import (
	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/entity"
	"github.com/innograph/innograph/graph/load"
	"github.com/innograph/innograph/match"
	"github.com/innograph/innograph/partners"
	"github.com/innograph/innograph/store"
	"github.com/innograph/innograph/wording"
)

// DemandReading tells how a demand was read.
type DemandReading struct {
	found  partners.Answer
	entity *load.Level
	fields *load.Level
	left   *load.Level
}

// DemandField is a field of a demand.
type DemandField struct {
	Weight float64
	Words  []string
	field  *ecosystem.Entity
	at     *load.Level
}

// Demand tells how the demand was read.
func (c *PartnerMatchConnection) Demand() DemandReading {
	l := c.loaders
	return DemandReading{c.found, l.Level([]*ecosystem.Entity{c.found.Entity}), l.Level(needed(c.found.Needs)), l.Level(needed(c.found.LeftOut))}
}

func needed(needs []match.Need) []*ecosystem.Entity {
	fields := make([]*ecosystem.Entity, len(needs))
	for i, n := range needs {
		fields[i] = n.Field
	}
	return fields
}

// Entity is what the demand names; nil when it names nothing.
func (d DemandReading) Entity() entity.Entity {
	if d.found.Entity == nil {
		return nil
	}
	return entity.Of(d.found.Entity, d.entity)
}

// Fields are those that partners are judged by.
func (d DemandReading) Fields() []DemandField {
	fields := make([]DemandField, len(d.found.Needs))
	for i, n := range d.found.Needs {
		fields[i] = DemandField{store.RoundScore(n.Weight), []string{}, n.Field, d.fields}
		for _, w := range d.found.Words {
			if w.Field.ID == n.Field.ID {
				fields[i].Words = append(fields[i].Words, w.Text...)
			}
		}
	}
	return fields
}

// Basis is what the fields of Entity were taken from; nil for none.
func (d DemandReading) Basis() *partners.Basis {
	if d.found.Basis == "" {
		return nil
	}
	return &d.found.Basis
}

// BasisNote is what to know when the graph does not state them, or there are none.
func (d DemandReading) BasisNote() *wording.Sentence {
	note := d.found.Note()
	if note == (wording.Sentence{}) {
		return nil
	}
	return &note
}

// LeftOut are those that were too many.
func (d DemandReading) LeftOut() []*entity.TechnologyField {
	return fieldsOf(needed(d.found.LeftOut), d.left)
}

// Field is the field.
func (f DemandField) Field() *entity.TechnologyField { return fieldOf(f.field, f.at) }

// Consortium is the fewest partners that together cover what can be covered.
type Consortium struct {
	Exact     bool
	members   []match.Member
	uncovered []*ecosystem.Entity
	at        consortiumLevels
}

// ConsortiumMember is a partner of a consortium.
type ConsortiumMember struct {
	Score float64
	m     match.Member
	at    consortiumLevels
}

type consortiumLevels struct{ partners, covered, uncovered *load.Level }

// Consortium is formed when it is asked for.
func (c *PartnerMatchConnection) Consortium() Consortium {
	formed := match.FormConsortium(c.found.Candidates, c.found.Needs, c.asked.Weights)
	var bodies, covered []*ecosystem.Entity
	for _, m := range formed.Members {
		bodies, covered = append(bodies, m.Partner), append(covered, m.Covers...)
	}
	l := c.loaders
	return Consortium{formed.Exact, formed.Members, formed.Uncovered, consortiumLevels{l.Level(bodies), l.Level(covered), l.Level(formed.Uncovered)}}
}

// Members are the partners.
func (c Consortium) Members() []ConsortiumMember {
	members := make([]ConsortiumMember, len(c.members))
	for i, m := range c.members {
		members[i] = ConsortiumMember{m.Score, m, c.at}
	}
	return members
}

// Uncovered are the fields that nobody covers.
func (c Consortium) Uncovered() []*entity.TechnologyField {
	return fieldsOf(c.uncovered, c.at.uncovered)
}

// Partner is the organization or platform.
func (m ConsortiumMember) Partner() entity.Entity { return entity.Of(m.m.Partner, m.at.partners) }

// Covers are the fields that it covers best of all members.
func (m ConsortiumMember) Covers() []*entity.TechnologyField {
	return fieldsOf(m.m.Covers, m.at.covered)
}
