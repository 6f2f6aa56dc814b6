package graph

import (
	"github.com/innograph/innograph/graph/model"
	"github.com/innograph/innograph/store"
)

// order is the sort order of an argument that may be left out.
func order(o *model.EntityOrder) store.Order {
	if o == nil {
		return store.Order{By: store.ByName}
	}
	return store.Order{By: o.Field, Descending: o.Direction == model.SortDirectionDesc}
}
