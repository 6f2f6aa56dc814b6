// Package evaluate measures how well partners are recommended, beside baselines that
// are asked the same questions of the same graphs.
//
// # Held-out ties
//
// A tie is a COOPERATES_WITH relation between a body (organization or platform) of the
// home region and one outside. One tie at a time is taken out of the graph with all that
// follows from it (Reduce), and the body at home is asked for partners. Candidates are
// all organizations and platforms outside of the home region; other true partners of
// the body are left out of the list (filtered ranking; Bordes et al., NIPS 2013). Who
// is not found at all stands behind, and what is equal counts by expectation (package
// measure).
//
// Ties that one place of one document states are one statement: they fall into the
// same part, validation or test, by a hash, and are resampled together.
//
// # Demands
//
// For demands of the plan, acceptable partners were chosen by what is publicly known of
// their field (demands.csv), without looking at any ranking.
//
// The package is pure but for the stores that it is handed to ask.
package evaluate
