// Package observed lets others watch the calls of a store: how often, how long,
// how many rows, with which error. It knows no library of metrics or traces; what
// is made of the calls is the observer's matter.
//
// Without an observer there is no wrapper, hence no cost.
package observed
