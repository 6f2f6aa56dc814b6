package graph

import "github.com/innograph/innograph/graph/watch"

// Resolver answers the fields of Query and Subscription. What is per operation
// comes with the context, see package load.
type Resolver struct{ watch *watch.Watch }
