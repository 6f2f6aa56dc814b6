package apierror

import (
	"net/http"

	"github.com/innograph/innograph/ecosystem"
)

// Status is the HTTP status of a request that was refused with a code, where the
// media type of the answer is application/graphql-response+json.
func Status(code ecosystem.Code) int {
	switch code {
	case ecosystem.CodeUnauthorized:
		return http.StatusUnauthorized
	case ecosystem.CodeForbidden, CodeDocumentsOnly:
		return http.StatusForbidden
	case CodeUnknownDocument, CodePersistedQueryNotFound:
		return http.StatusNotFound
	case ecosystem.CodeRateLimited:
		return http.StatusTooManyRequests
	case ecosystem.CodeNotSupported:
		return http.StatusNotImplemented
	case ecosystem.CodeTimeout, ecosystem.CodeBusy, ecosystem.CodeUnavailable, CodeOverloaded:
		return http.StatusServiceUnavailable
	case ecosystem.CodeInternal, ecosystem.CodeInvalidData, "":
		return http.StatusInternalServerError
	default:
		return http.StatusBadRequest
	}
}
