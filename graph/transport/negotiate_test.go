package transport

import "testing"

func TestNegotiate(t *testing.T) {
	for _, test := range []struct {
		accept []string
		want   string // empty: not acceptable
	}{
		{nil, applicationJSON},
		{[]string{"*/*"}, applicationJSON},
		{[]string{"application/*"}, applicationJSON},
		{[]string{"application/json"}, applicationJSON},
		{[]string{"application/json; charset=utf-8"}, applicationJSON},
		{[]string{"application/graphql-response+json"}, graphqlResponse},
		{[]string{"application/graphql-response+json; charset=utf-8"}, graphqlResponse},
		{[]string{"application/graphql-response+json, application/json;q=0.9"}, graphqlResponse},
		{[]string{"application/json, application/graphql-response+json"}, graphqlResponse},
		{[]string{"application/json", "application/graphql-response+json"}, graphqlResponse},
		{[]string{"application/json, application/graphql-response+json;q=0.5"}, applicationJSON},
		{[]string{"application/graphql-response+json;q=0, */*"}, applicationJSON},
		{[]string{"application/json;q=0, */*"}, graphqlResponse},
		{[]string{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}, applicationJSON},
		{[]string{"text/event-stream, application/json"}, applicationJSON},
		{[]string{"text/html"}, ""},
		{[]string{"application/json;q=0"}, ""},
		{[]string{"application/json;q=NaN"}, ""},
		{[]string{"application/json;q=many"}, ""},
		{[]string{""}, ""},
		{[]string{"///, application/json"}, applicationJSON},
	} {
		if got, ok := negotiate(test.accept); got != test.want || ok != (test.want != "") {
			t.Errorf("Accept %q: got %q %v, want %q", test.accept, got, ok, test.want)
		}
	}
}
