package apierror

import (
	"github.com/99designs/gqlgen/graphql/errcode"

	"github.com/innograph/innograph/ecosystem"
)

// The codes that only the GraphQL edge gives, besides those of the domain.
const (
	CodeParseFailed      ecosystem.Code = errcode.ParseFailed      // the document is not GraphQL
	CodeValidationFailed ecosystem.Code = errcode.ValidationFailed // the document or its variables do not fit the schema
	CodeDepthLimit       ecosystem.Code = "DEPTH_LIMIT"            // nested too deep
	CodeAliasLimit       ecosystem.Code = "ALIAS_LIMIT"            // too many aliases
	CodeTokenLimit       ecosystem.Code = "TOKEN_LIMIT"            // too many tokens
	CodeComplexityLimit  ecosystem.Code = "COMPLEXITY_LIMIT"       // asks for too much
	CodeResponseLimit    ecosystem.Code = "RESPONSE_LIMIT"         // the answer is too large
	CodeOverloaded       ecosystem.Code = "OVERLOADED"             // too many requests at once

	CodeUnknownDocument        ecosystem.Code = "UNKNOWN_DOCUMENT"          // no trusted document has this id
	CodePersistedQueryNotFound ecosystem.Code = "PERSISTED_QUERY_NOT_FOUND" // no query was registered by this hash; Apollo's clients know the code
	CodeDocumentsOnly          ecosystem.Code = "DOCUMENTS_ONLY"            // not a trusted document, where nothing else runs
)

// Codes lists every code that an error of the endpoint can carry.
func Codes() []ecosystem.Code {
	return append(ecosystem.Codes(),
		CodeParseFailed, CodeValidationFailed, CodeDepthLimit, CodeAliasLimit, CodeTokenLimit, CodeComplexityLimit,
		CodeResponseLimit, CodeOverloaded, CodeUnknownDocument, CodePersistedQueryNotFound, CodeDocumentsOnly)
}

// LimitCodes lists the codes with which limits refuse a request.
func LimitCodes() []ecosystem.Code {
	return []ecosystem.Code{
		ecosystem.CodeLimitExceeded, CodeDepthLimit, CodeAliasLimit, CodeTokenLimit, CodeComplexityLimit, CodeResponseLimit, CodeOverloaded,
	}
}
