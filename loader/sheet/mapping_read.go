package sheet

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/loader/table"
)

// maxMapping bounds a mapping file.
const maxMapping = 1 << 20

// ReadMapping reads a mapping file. All its mistakes are told at once, each with
// its line.
func ReadMapping(name string, content []byte) (*Mapping, error) {
	if len(content) > maxMapping {
		return nil, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "%s: a mapping file may have %d bytes at most", name, maxMapping)
	}
	file, err := parser.ParseBytes(content, 0)
	if err != nil {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s: %s", name, yaml.FormatError(err, false, false))
	}
	r := &mappingReader{name: name, mapping: &Mapping{name: name}}
	for i, doc := range file.Docs {
		if i > 0 && doc.Body != nil {
			r.fail(doc.Body, "write one document only")
			break
		}
		if doc.Body != nil && doc.Body.Type() != ast.CommentType {
			r.top(doc.Body)
		}
	}
	if len(r.problems) > 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "%s", strings.Join(r.problems, "\n"))
	}
	return r.mapping, nil
}

type mappingReader struct {
	name     string
	mapping  *Mapping
	problems []string
}

func line(n ast.Node) int {
	if token := n.GetToken(); token != nil && token.Position != nil {
		return token.Position.Line
	}
	return 0
}

func (r *mappingReader) fail(n ast.Node, format string, args ...any) {
	r.problems = append(r.problems, fmt.Sprintf("%s: line %d: %s", r.name, line(n), fmt.Sprintf(format, args...)))
}

// key is one key that may stand in an object, and what reads its value.
type key struct {
	name string
	read func(ast.Node)
}

// object reads a mapping of YAML; keys that are not known are mistakes.
func (r *mappingReader) object(n ast.Node, keys []key) {
	var entries []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		entries = n.Values
	case *ast.MappingValueNode:
		entries = []*ast.MappingValueNode{n}
	default:
		r.fail(n, "write keys with values here: %s", keyNames(keys))
		return
	}
	seen := map[string]bool{}
	for _, e := range entries {
		name := e.Key.String()
		i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
		switch {
		case i < 0:
			r.unknownKey(e, name, keys)
		case seen[name]:
			r.fail(e.Key, "the key %s stands twice", name)
		default:
			keys[i].read(e.Value)
		}
		seen[name] = true
	}
}

func (r *mappingReader) unknownKey(e *ast.MappingValueNode, name string, keys []key) {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	if near := table.Nearest(name, names); near != "" {
		r.fail(e.Key, "unknown key %q; did you mean %s?", name, near)
		return
	}
	r.fail(e.Key, "unknown key %q; there are %s", name, strings.Join(names, ", "))
}

func keyNames(keys []key) string {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
	return strings.Join(names, ", ")
}

func (r *mappingReader) top(n ast.Node) {
	r.object(n, []key{
		{"document", r.document},
		{"confidence", r.confidence},
		{"sheets", func(n ast.Node) { r.list(n, r.sheet) }},
	})
}

func (r *mappingReader) list(n ast.Node, read func(ast.Node)) {
	sequence, ok := n.(*ast.SequenceNode)
	if !ok {
		r.fail(n, "write a list here, each item after a dash")
		return
	}
	for _, item := range sequence.Values {
		read(item)
	}
}

func (r *mappingReader) text(n ast.Node, to *string) {
	switch n := n.(type) {
	case *ast.StringNode:
		*to = clean(n.Value)
	case *ast.LiteralNode:
		*to = clean(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode:
		*to = n.GetToken().Value
	default:
		r.fail(n, "write a text here")
	}
}

func (r *mappingReader) document(n ast.Node) {
	d := &r.mapping.document
	r.object(n, []key{
		{"id", func(n ast.Node) {
			r.text(n, &d.ID)
			if !strings.HasPrefix(d.ID, ecosystem.DocumentPrefix) {
				r.fail(n, "the id of a document begins with %s", ecosystem.DocumentPrefix)
			}
		}},
		{"title", func(n ast.Node) { r.text(n, &d.Title) }},
		{"issuer", func(n ast.Node) { r.text(n, &d.Issuer) }},
		{"date", func(n ast.Node) {
			var text string
			r.text(n, &text)
			var ok bool
			if d.Date, ok = parseDate(text); !ok {
				r.fail(n, "a date is written 2021, 2021-06 or 2021-06-30, not %q", text)
			}
		}},
		{"url", func(n ast.Node) {
			if r.text(n, &d.URL); !isLink(d.URL) {
				r.fail(n, "a link begins with http:// or https://")
			}
		}},
	})
}

func (r *mappingReader) confidence(n ast.Node) {
	var text string
	r.text(n, &text)
	f, err := strconv.ParseFloat(text, 64)
	if err != nil || !(f > 0 && f < 1) {
		r.fail(n, "write a number above 0 and below 1, such as 0.9: a sheet that was typed by hand is never quite sure")
		return
	}
	r.mapping.confidence = f
}

func (r *mappingReader) sheet(n ast.Node) {
	rule := sheetRule{line: line(n)}
	r.object(n, []key{
		{"sheet", func(n ast.Node) { r.text(n, &rule.sheet) }},
		{"skip", func(n ast.Node) {
			flag, ok := n.(*ast.BoolNode)
			if !ok {
				r.fail(n, "write true or false")
				return
			}
			rule.skip = flag.Value
		}},
		{"header", func(n ast.Node) {
			var text string
			r.text(n, &text)
			var ok bool
			if rule.first, rule.last, ok = parseRows(text); !ok {
				r.fail(n, "write the row of the header, such as 3, or its rows, such as 3-4 (%d at most)", maxHeaderRows)
			}
		}},
		{"kind", func(n ast.Node) { r.kind(n, &rule.kind) }},
		{"columns", func(n ast.Node) { r.columns(n, &rule) }},
		{"ignore", func(n ast.Node) { r.column(n, &rule, columnRule{role: roleIgnore}) }},
	})
	if slices.ContainsFunc(r.mapping.sheets, func(o sheetRule) bool { return o.sheet == rule.sheet }) {
		r.fail(n, "the sheet %q stands twice", rule.sheet)
	}
	r.mapping.sheets = append(r.mapping.sheets, rule)
}

func (r *mappingReader) kind(n ast.Node, to *ecosystem.Kind) {
	var text string
	r.text(n, &text)
	kind, ok := ecosystem.ParseKind(text)
	if !ok {
		var words []string
		for _, k := range ecosystem.Kinds() {
			words = append(words, string(k.Kind), k.Chinese)
		}
		r.fail(n, "%q is no kind; %s", text, meant(text, words))
		return
	}
	*to = kind
}

// meant ends a message about a word outside a list: with the one that was
// probably meant, else with all of them.
func meant(text string, words []string) string {
	if near := table.Nearest(text, words); near != "" {
		return "did you mean " + near + "?"
	}
	return "write one of " + strings.Join(words, ", ")
}

func (r *mappingReader) columns(n ast.Node, rule *sheetRule) {
	var keys []key
	for _, role := range mappedRoles() {
		keys = append(keys, key{string(role), func(n ast.Node) { r.column(n, rule, columnRule{role: role}) }})
	}
	keys = append(keys, key{"properties", func(n ast.Node) {
		var properties []key
		for _, p := range ecosystem.Properties() {
			properties = append(properties, key{p.Name, func(n ast.Node) {
				r.column(n, rule, columnRule{role: roleProperty, property: p.Name})
			}})
		}
		r.object(n, properties)
	}})
	r.object(n, keys)
}

// column reads a header, or a list of headers.
func (r *mappingReader) column(n ast.Node, rule *sheetRule, c columnRule) {
	c.line = line(n)
	read := func(n ast.Node) {
		var text string
		if r.text(n, &text); text != "" {
			c.headers = append(c.headers, text)
		}
	}
	if _, ok := n.(*ast.SequenceNode); ok {
		r.list(n, read)
	} else {
		read(n)
	}
	if len(c.headers) > 1 && !c.role.several() {
		r.fail(n, "%s takes one column only", c.role)
	}
	rule.columns = append(rule.columns, c)
}

// errNoHeader says that a sheet holds nothing that reads like a header.
var errNoHeader = errors.New("no row of it reads like a header")
