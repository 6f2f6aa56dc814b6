package synthetic

import (
	"fmt"
	"math"
	"math/rand/v2"

	"github.com/innograph/innograph/ecosystem"
)

// place is an entity: the i-th of its kind, from 0. The first ones are the
// best known.
type place struct {
	kind ecosystem.Kind
	i    int
}

// What is drawn of an entity comes from a stream of its own for each purpose, so
// that one can be looked up without the others.
const (
	ofEntity = iota + 1
	ofRelations
	ofField
)

// draws are random numbers of one entity for one purpose.
type draws struct{ *rand.Rand }

func (g *Generator) draws(p place, purpose uint64) draws {
	var kind uint64
	for _, b := range []byte(p.kind) {
		kind = kind*131 + uint64(b)
	}
	return draws{rand.New(rand.NewPCG(g.seed, kind<<36^uint64(p.i)<<4^purpose))} //nolint:gosec // made-up data, which must be the same each time
}

// chance is true in percent of all cases.
func (d draws) chance(percent int) bool { return d.IntN(100) < percent }

func one[T any](d draws, list ...T) T { return list[d.IntN(len(list))] }

// skewed draws a number below n. The r-th comes up with a probability that falls
// as r^-skew (Zipf's law, for 0 <= skew < 1, by inversion of its integral).
func (d draws) skewed(n int, skew float64) int {
	return min(n-1, int(float64(n)*math.Pow(d.Float64(), 1/(1-skew))))
}

// id is the id of an entity: org:made-up-u0000001 is the first university.
func (g *Generator) id(p place) string {
	if p == (place{ecosystem.Region, 0}) {
		return ecosystem.YangtzeRiverDelta // what questions about partners begin with
	}
	info, _ := p.kind.Info()
	return fmt.Sprintf("%smade-up-%s%07d", info.Prefix, letter(p.kind), p.i+1)
}

// letter tells organizations apart, whose ids begin alike.
func letter(k ecosystem.Kind) string {
	switch k {
	case ecosystem.University:
		return "u"
	case ecosystem.ResearchInstitute:
		return "i"
	case ecosystem.Enterprise:
		return "e"
	case ecosystem.Hospital:
		return "h"
	case ecosystem.Agency:
		return "a"
	case ecosystem.Association:
		return "s"
	default:
		return ""
	}
}
