package transport

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

func TestEncodeIsWhatJSONSays(t *testing.T) {
	failed := gqlerror.List{{Message: `no "name" <here>`, Extensions: map[string]any{"code": "NOT_FOUND"}}}
	for name, r := range map[string]graphql.Response{
		"data":           {Data: json.RawMessage(`{"name":"临沂 <&> \"x\""}`)},
		"data and cost":  {Data: json.RawMessage(`{}`), Extensions: map[string]any{"cost": 3}},
		"null and error": {Data: json.RawMessage(`null`), Errors: failed},
		"nothing":        {Errors: failed, Extensions: map[string]any{"requestId": "7"}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := encode(&r)
			if err != nil {
				t.Fatal(err)
			}
			var want strings.Builder
			encoder := json.NewEncoder(&want)
			encoder.SetEscapeHTML(false)
			if err := encoder.Encode(r); err != nil {
				t.Fatal(err)
			}
			if string(got) != want.String() {
				t.Errorf("got  %swant %s", got, want.String())
			}
		})
	}
}

func TestEncodeFailsWhereItCannot(t *testing.T) {
	bad := map[string]any{"f": func() {}}
	for name, r := range map[string]graphql.Response{
		"errors":     {Errors: gqlerror.List{{Extensions: bad}}},
		"extensions": {Extensions: bad},
	} {
		if text, err := encode(&r); err == nil {
			t.Errorf("%s: %s", name, text)
		}
	}
}
