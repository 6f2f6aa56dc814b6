package limits

import (
	"reflect"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
)

// checkVariables refuses enum values in the wrong case, which gqlparser lets
// pass in variables although the specification does not; a filter would find
// nothing by them, without a word.
func checkVariables(schema *ast.Schema, op *ast.OperationDefinition, variables map[string]any) *gqlerror.Error {
	for _, v := range op.VariableDefinitions {
		enum, value, ok := wrongEnum(schema, v.Type, variables[v.Variable])
		if ok {
			return refuse(v.Position, apierror.CodeValidationFailed, "variable $%s: %q is not a value of %s", v.Variable, value, enum)
		}
	}
	return nil
}

// wrongEnum looks for the first value that its enum does not hold. The depth is
// bounded by the size of the request.
func wrongEnum(schema *ast.Schema, t *ast.Type, value any) (enum, wrong string, found bool) {
	if t.Elem != nil {
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice {
			return wrongEnum(schema, t.Elem, value) // one value stands for a list of one
		}
		for i := range list.Len() { // of any type: gqlparser makes some lists itself
			if enum, wrong, found = wrongEnum(schema, t.Elem, list.Index(i).Interface()); found {
				return enum, wrong, found
			}
		}
		return "", "", false
	}
	def := schema.Types[t.NamedType]
	switch value := value.(type) {
	case string:
		return def.Name, value, def.Kind == ast.Enum && def.EnumValues.ForName(value) == nil
	case map[string]any:
		for _, f := range def.Fields {
			if enum, wrong, found = wrongEnum(schema, f.Type, value[f.Name]); found {
				return enum, wrong, found
			}
		}
	}
	return "", "", false
}
