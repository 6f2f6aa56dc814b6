package apierror

import (
	"context"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// worded is the message of an error of the libraries, with what they leave to the path
// or do not say: which variable is meant, which operations there are.
func worded(ctx context.Context, err *gqlerror.Error) string {
	if len(err.Path) > 1 && err.Path[0] == ast.PathName("variable") {
		message := err.Message
		// It tells 0 as the value, whatever was sent.
		if _, number, ok := strings.Cut(message, "cannot use value "); ok {
			_, number, _ = strings.Cut(number, " as ")
			message = "the value is no " + number
		}
		return fmt.Sprintf("variable $%s: %s", err.Path[1:], message)
	}
	if err.Message == "no operation provided" {
		return "the document has no operation: write one, such as { generation { number } }"
	}
	name, ok := strings.CutSuffix(err.Message, " not found")
	if name, is := strings.CutPrefix(name, "operation "); ok && is && graphql.HasOperationContext(ctx) {
		return noOperation(name, graphql.GetOperationContext(ctx).Doc)
	}
	return err.Message
}

func noOperation(name string, doc *ast.QueryDocument) string {
	var names []string
	if doc != nil {
		for _, o := range doc.Operations {
			names = append(names, o.Name)
		}
	}
	if name == "" {
		return fmt.Sprintf("the document has %d operations: say in operationName which of them is meant: %s", len(names), strings.Join(names, ", "))
	}
	return fmt.Sprintf("the document has no operation of the name %q that operationName gives; it has: %s", name, strings.Join(names, ", "))
}
