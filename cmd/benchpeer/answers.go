package main

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// separator stands between the columns of a row.
const separator = " | "

// answer is what is compared of a decoded answer.
func (q question) answer(arguments map[string]any, data any, parts []part) []string {
	var rows []string
	for _, p := range parts {
		rows = append(rows, rowsOf(data, p)...)
	}
	if q.reduce != nil {
		rows = q.reduce(arguments, rows)
	}
	return rows
}

// rowsOf makes a row of each object that a part is about. "a.b/c" is: of each
// object in a.b, each in c; an object that is no list counts as a list of one.
// A column is a path within the object, or with ^ before it within the one above;
// a number is a place in a list, * all of them.
func rowsOf(data any, p part) []string {
	levels := strings.Split(p.each, "/")
	var rows []string
	var walk func(object any, above []any, levels []string)
	walk = func(object any, above []any, levels []string) {
		if len(levels) == 0 {
			rows = append(rows, row(append(above, object), p.columns))
			return
		}
		for _, child := range list(at(object, levels[0])) {
			walk(child, append(slices.Clone(above), object), levels[1:])
		}
	}
	walk(data, nil, levels)
	return rows
}

func row(objects []any, columns string) string {
	var cells []string
	for column := range strings.FieldsSeq(columns) {
		path := strings.TrimLeft(column, "^")
		object := objects[len(objects)-1-(len(column)-len(path))]
		for _, v := range values(object, path) {
			cells = append(cells, written(v))
		}
	}
	return strings.Join(cells, separator)
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	default:
		return []any{v}
	}
}

// at follows a path; what is not there is nil.
func at(v any, path string) any {
	found := values(v, path)
	if len(found) == 0 {
		return nil
	}
	return found[0]
}

func values(v any, path string) []any {
	if path == "" {
		return []any{v}
	}
	step, rest, _ := strings.Cut(path, ".")
	switch v := v.(type) {
	case map[string]any:
		return values(v[step], rest)
	case []any:
		if step == "*" {
			var all []any
			for _, x := range v {
				all = append(all, values(x, rest)...)
			}
			return all
		}
		if i, err := strconv.Atoi(step); err == nil && i < len(v) {
			return values(v[i], rest)
		}
	}
	return []any{nil}
}

// written gives numbers of all servers one form.
func written(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case float64:
		return strconv.FormatFloat(v, 'g', 9, 64)
	case int64:
		return strconv.FormatFloat(float64(v), 'g', 9, 64)
	default:
		return fmt.Sprint(v)
	}
}

// named keeps the hits that have the very name: ours ranks, the others give them in
// the order of Lucene.
func named(arguments map[string]any, rows []string) []string {
	prefix := fmt.Sprint(arguments["text"]) + separator
	rows = slices.DeleteFunc(rows, func(r string) bool { return !strings.HasPrefix(r, prefix) })
	slices.Sort(rows)
	return rows
}

// partners scores what rows say, as a client does: for each organization the sum of
// the weight of a discipline times that of its strength in it. The ten best are
// kept, each followed by the evidence.
func partners(_ map[string]any, rows []string) []string {
	scores, evidence := map[string]float64{}, map[string][]string{}
	for _, r := range rows {
		cells := strings.Split(r, separator)
		id := cells[0]
		applies, _ := strconv.ParseFloat(cells[2], 64)
		strong, _ := strconv.ParseFloat(cells[3], 64)
		scores[id] += applies * strong
		evidence[id] = append(evidence[id], r)
	}
	ids := slices.SortedFunc(maps.Keys(scores), func(a, b string) int {
		return cmp.Or(cmp.Compare(rounded(scores[b]), rounded(scores[a])), cmp.Compare(a, b))
	})
	var best []string
	for _, id := range ids[:min(10, len(ids))] {
		best = append(best, id+separator+written(rounded(scores[id])))
		best = append(best, slices.Sorted(slices.Values(evidence[id]))...)
	}
	return best
}

// rounded makes sums equal that were added up in another order.
func rounded(x float64) float64 { return math.Round(x*1e9) / 1e9 }
