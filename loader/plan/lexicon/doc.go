// Package lexicon holds the words by which a plan is understood: suffixes that
// tell what a name means (…研究院, …产业园), words that say what a box lists, tails
// that complete a project's name (…技术研发), units, five-year periods and words
// of status; for running text the words that belong to no name, verbs of the
// plan, places with which names begin. They are small embedded tables, so that a
// domain expert can read and extend them; none of them names anything of one
// particular plan.
package lexicon
