package trusted

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/innograph/innograph/ecosystem"
)

// Set holds the trusted documents. It does not change. A nil Set holds nothing.
type Set struct {
	texts  map[string]string             // by id
	parsed map[string]*ast.QueryDocument // by text
}

// Check parses a document within limits and refuses what is beyond them.
type Check func(text string) (*ast.QueryDocument, *gqlerror.Error)

// Read reads manifests and checks every document, those of own beside them. BAD_INPUT:
// names each file and document that cannot be read or could never be executed.
func Read(schema *ast.Schema, check Check, own []Document, files ...string) (*Set, error) {
	all := slices.Clone(own)
	var problems []error
	for _, name := range files {
		documents, err := readFile(name)
		if err == nil && len(documents) == 0 {
			err = fmt.Errorf("%s: the manifest has no documents", name)
		}
		problems = append(problems, err)
		all = append(all, documents...)
	}
	set, err := NewSet(schema, check, all...)
	if problem := errors.Join(append(problems, err)...); problem != nil {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "the trusted documents cannot be served:\n%v", problem)
	}
	return set, nil
}

// NewSet checks documents and makes a set of them; the error tells all that is
// wrong, one line each. Each document is found by its hash, too.
func NewSet(schema *ast.Schema, check Check, documents ...Document) (*Set, error) {
	s := &Set{texts: map[string]string{}, parsed: map[string]*ast.QueryDocument{}}
	var problems []error
	for _, d := range documents {
		if err := s.add(schema, check, d); err != nil {
			problems = append(problems, fmt.Errorf("%s: document %s: %w", d.File, d.name(), err))
		}
	}
	return s, errors.Join(problems...)
}

func (s *Set) add(schema *ast.Schema, check Check, d Document) error {
	if err := d.checkID(); err != nil {
		return err
	}
	if before, known := s.texts[d.ID]; known && before != d.Text {
		return errors.New("another document has the same id")
	}
	if _, known := s.parsed[d.Text]; !known {
		parsed, err := valid(schema, check, d.Text)
		if err != nil {
			return err
		}
		s.parsed[d.Text] = parsed
	}
	s.texts[d.ID], s.texts[Hash(d.Text)] = d.Text, d.Text
	return nil
}

func valid(schema *ast.Schema, check Check, text string) (*ast.QueryDocument, error) {
	doc, refused := check(text)
	switch {
	case refused != nil:
		return nil, told(refused)
	case len(doc.Operations) == 0:
		return nil, errors.New("it has no operation; fragments belong into the document that uses them")
	}
	if errs := validator.ValidateWithRules(schema, doc, rules.NewDefaultRules()); len(errs) > 0 {
		return nil, told(errs[0])
	}
	return doc, nil
}

// told is an error of a document in one line.
func told(err *gqlerror.Error) error {
	if len(err.Locations) == 0 {
		return errors.New(err.Message)
	}
	return fmt.Errorf("line %d, column %d: %s", err.Locations[0].Line, err.Locations[0].Column, err.Message)
}

// operation is the first line that begins an operation with a name.
var operation = regexp.MustCompile(`(?m)^(?:query|subscription)\s+\w+`)

// name is how a person finds the document: its id and its first operation.
func (d Document) name() string {
	if begins := operation.FindString(d.Text); begins != "" {
		return fmt.Sprintf("%s (%s)", d.ID, begins)
	}
	return d.ID
}

// Len is the number of documents.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.parsed)
}

// Operations are the names of the operations in the documents, sorted.
func (s *Set) Operations() []string {
	if s == nil {
		return nil
	}
	names := map[string]bool{}
	for _, doc := range s.parsed {
		for _, op := range doc.Operations {
			if op.Name != "" {
				names[op.Name] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(names))
}

// Text is the document with this id.
func (s *Set) Text(id string) (text string, known bool) {
	if s == nil {
		return "", false
	}
	text, known = s.texts[id]
	return text, known
}

// Parsed is a document of the set, checked and validated.
func (s *Set) Parsed(text string) (doc *ast.QueryDocument, known bool) {
	if s == nil {
		return nil, false
	}
	doc, known = s.parsed[text]
	return doc, known
}
