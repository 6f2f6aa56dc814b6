package token

import (
	"slices"
	"strings"

	"github.com/innograph/innograph/server/auth"
)

// roleIn is the highest role that a claim gives; empty if it gives none.
func roleIn(claims map[string]any, claim string) auth.Role {
	given := words(find(claims, claim))
	for _, role := range []auth.Role{auth.Operator, auth.Reader} {
		if slices.Contains(given, string(role)) {
			return role
		}
	}
	return ""
}

// find looks for a claim by its whole name, since names may be addresses and have
// points in them, then by the names of objects within each other
// (realm_access.roles).
func find(claims map[string]any, path string) any {
	if value, ok := claims[path]; ok {
		return value
	}
	var value any = claims
	for name := range strings.SplitSeq(path, ".") {
		object, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = object[name]
	}
	return value
}

// words are the values of a claim: a list of texts, or one text with blanks between
// them, as scopes are written.
func words(value any) []string {
	switch value := value.(type) {
	case string:
		return strings.Fields(value)
	case []any:
		var list []string
		for _, v := range value {
			if text, ok := v.(string); ok {
				list = append(list, text)
			}
		}
		return list
	default:
		return nil
	}
}
