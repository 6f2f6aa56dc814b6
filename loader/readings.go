package loader

import (
	"fmt"
	"io"
	"strings"

	"github.com/innograph/innograph/loader/resolve"
	"github.com/innograph/innograph/loader/table"
)

// maxReadings bounds the list of readings; further ones are only counted.
const maxReadings = 10_000

// Reading is a cell that was taken for an entity which has another name on
// record.
type Reading struct {
	table.Place
	Column string      `json:"column"`
	Cell   string      `json:"cell"`
	ID     string      `json:"id"` // of the entity
	Name   string      `json:"name"`
	How    resolve.How `json:"how"`
	Score  float64     `json:"score"`
	Part   bool        `json:"part"` // the cell names something of the entity, such as a department
}

// Readings are all of a set of tables.
type Readings struct {
	List []Reading `json:"list"` // at most 10,000
	More int       `json:"more"` // number of further ones
}

// Total is the number of all readings.
func (r Readings) Total() int { return len(r.List) + r.More }

func (r *Readings) add(reading Reading) {
	if len(r.List) < maxReadings {
		r.List = append(r.List, reading)
	} else {
		r.More++
	}
}

// String gives file:row: column: cell → entity, and why.
func (r Reading) String() string {
	part := ""
	if r.Part {
		part = " (part of it)"
	}
	return fmt.Sprintf("%s: %s: %s → %s %s%s, %s %s, %.2f", r.Place, r.Column, r.Cell, r.ID, r.Name, part, r.How, r.How.Chinese(), r.Score)
}

// Print writes how many cells were read as another name, and at most limit of
// them; nothing when there are none.
func (r Readings) Print(w io.Writer, limit int) error {
	if r.Total() == 0 {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "cells that name an entity in another way than the tables do: %d; they were read so (where that is wrong, write the id):\n", r.Total())
	for i, reading := range r.List {
		if i == limit {
			break
		}
		fmt.Fprintf(&b, "  %s\n", reading)
	}
	if more := r.Total() - limit; more > 0 {
		fmt.Fprintf(&b, "  … and %d more\n", more)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
