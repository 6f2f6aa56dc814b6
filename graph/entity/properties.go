package entity

import (
	"strconv"

	"github.com/innograph/innograph/ecosystem"
)

// The properties of all kinds; the SDL shows each kind those that it declares.

// Category is the word of the list that names the entity.
func (b Base) Category() (string, bool) { return b.text(ecosystem.PropCategory) }

// Group is the group of the list.
func (b Base) Group() (string, bool) { return b.text(ecosystem.PropGroup) }

// Level is the level.
func (b Base) Level() (string, bool) { return b.text(ecosystem.PropLevel) }

// Grade is the grade.
func (b Base) Grade() (string, bool) { return b.text(ecosystem.PropGrade) }

// Tags are the labels.
func (b Base) Tags() []string {
	return list(ecosystem.SplitList(b.e.Properties[ecosystem.PropTags.Name]))
}

// Website is the link to the entity's site.
func (b Base) Website() (string, bool) { return b.text(ecosystem.PropWebsite) }

// Code is the code of the national catalogue.
func (b Base) Code() (string, bool) { return b.text(ecosystem.PropCode) }

// Latitude is in degrees north.
func (b Base) Latitude() (float64, bool) { return b.number(ecosystem.PropLat) }

// Longitude is in degrees east.
func (b Base) Longitude() (float64, bool) { return b.number(ecosystem.PropLon) }

// Year is the year of the founding, of a list or of a target.
func (b Base) Year() (int, bool) { return b.integer(ecosystem.PropYear) }

// Unit is the unit of the values of an indicator.
func (b Base) Unit() (string, bool) { return b.text(ecosystem.PropUnit) }

// Value is the target value of an indicator.
func (b Base) Value() (float64, bool) { return b.number(ecosystem.PropValue) }

// BaseValue is the value of an indicator before the plan.
func (b Base) BaseValue() (float64, bool) { return b.number(ecosystem.PropBaseValue) }

// BaseYear is the year of the base value.
func (b Base) BaseYear() (int, bool) { return b.integer(ecosystem.PropBaseYear) }

// BaseNote is a remark on the base value.
func (b Base) BaseNote() (string, bool) { return b.text(ecosystem.PropBaseNote) }

// Attribute tells expected from binding indicators.
func (b Base) Attribute() (string, bool) { return b.text(ecosystem.PropAttribute) }

// Period is the period of a plan.
func (b Base) Period() (string, bool) { return b.text(ecosystem.PropPeriod) }

func (b Base) text(p ecosystem.Property) (string, bool) { return known(b.e.Properties[p.Name]) }

func (b Base) number(p ecosystem.Property) (float64, bool) { return number(b.e.Properties[p.Name]) }

func (b Base) integer(p ecosystem.Property) (int, bool) {
	n, err := strconv.Atoi(b.e.Properties[p.Name]) // values are canonical: only "" does not parse
	return n, err == nil
}
