package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/graph/apierror"
	"github.com/innograph/innograph/graph/trusted"
)

// refusal is why a request is not one that can be executed.
type refusal struct {
	status int // zero: what the code and the media type say
	err    error
}

func badInput(message string) error {
	return ecosystem.Errorf(ecosystem.CodeBadInput, "%s", message)
}

func badRequest(message string) *refusal {
	return &refusal{http.StatusBadRequest, badInput(message)}
}

func notAcceptable() *refusal {
	return &refusal{http.StatusNotAcceptable, badInput("answers are " + graphqlResponse + " or " + applicationJSON + ": name one of them in Accept")}
}

// retryAfter is when, in seconds, a client may come back to a busy server.
const retryAfter = "1"

func overloaded(most int) *refusal {
	return &refusal{0, ecosystem.Errorf(apierror.CodeOverloaded, "the server executes at most %d requests at once, and of one client what leaves room for others: try again in %s s", most, retryAfter)}
}

func busy() *refusal {
	return &refusal{0, ecosystem.Errorf(apierror.CodeOverloaded, "the server has much to do, and of one client it takes on what leaves room for others: try again in %s s, or ask for less at once", retryAfter)}
}

// request is a request as clients send it; null and a missing member are the same.
type request struct {
	Query         *string        `json:"query"`
	DocumentID    *string        `json:"documentId"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// read takes a request apart; begin is asked when all of it has come, before the
// work begins. It never repeats what the client sent.
func (t Transport) read(w http.ResponseWriter, r *http.Request, begin func() bool) (*graphql.RawParams, *refusal) {
	start := graphql.Now()
	var asked request
	var refused *refusal
	switch r.Method {
	case http.MethodGet:
		if !begin() {
			return nil, busy()
		}
		asked, refused = readURL(r.URL.RawQuery)
	case http.MethodPost:
		asked, refused = readBody(w, r, begin)
	default:
		w.Header().Set("Allow", "GET, POST")
		refused = &refusal{http.StatusMethodNotAllowed, badInput("send queries by GET or POST")}
	}
	if refused != nil {
		return nil, refused
	}
	text, err := t.Documents.Text(r.Context(), trusted.Request{ID: asked.DocumentID, Query: asked.Query, Extensions: asked.Extensions})
	switch {
	case err != nil && ecosystem.CodeOf(err) == ecosystem.CodeBadInput:
		return nil, &refusal{http.StatusBadRequest, err}
	case err != nil:
		return nil, &refusal{0, err}
	}
	return &graphql.RawParams{
		Query: text, OperationName: asked.OperationName, Variables: asked.Variables, Extensions: asked.Extensions,
		Headers: r.Header, ReadTime: graphql.TraceTiming{Start: start, End: graphql.Now()},
	}, nil
}

func readURL(text string) (asked request, refused *refusal) {
	values, err := url.ParseQuery(text)
	if err != nil {
		return asked, badRequest("the parameters of the address are not well formed")
	}
	for name, object := range map[string]*map[string]any{"variables": &asked.Variables, "extensions": &asked.Extensions} {
		if text := values.Get(name); text != "" && decode([]byte(text), object) != nil {
			return asked, badRequest(name + " must be a JSON object")
		}
	}
	for name, text := range map[string]**string{"query": &asked.Query, "documentId": &asked.DocumentID} {
		if values.Has(name) {
			given := values.Get(name)
			*text = &given
		}
	}
	asked.OperationName = values.Get("operationName")
	return asked, nil
}

// readBody reads the body, which the server in front bounds.
func readBody(w http.ResponseWriter, r *http.Request, begin func() bool) (asked request, refused *refusal) {
	mediaType, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset, other := parameters["charset"]
	if err != nil || mediaType != applicationJSON || other && !strings.EqualFold(charset, "utf-8") {
		return asked, &refusal{http.StatusUnsupportedMediaType, badInput("the body must be JSON in UTF-8: set Content-Type to application/json")}
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		w.Header().Set("Accept-Encoding", "identity") // RFC 9110, section 12.5.3
		return asked, &refusal{http.StatusUnsupportedMediaType, badInput("the body must not be compressed: leave Content-Encoding out")}
	}
	body, err := io.ReadAll(r.Body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return asked, &refusal{http.StatusRequestEntityTooLarge, ecosystem.Errorf(ecosystem.CodeLimitExceeded, "the request body is too large: at most %d bytes are allowed", tooLarge.Limit)}
	case errors.Is(err, errNoRoom):
		return asked, busy()
	case err != nil:
		return asked, badRequest("the request body could not be read")
	case !begin():
		return asked, busy()
	case bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")):
		return asked, badRequest("batches are not supported: send one request for each operation, or several fields in one operation")
	}
	if err := decode(body, &asked); err != nil {
		return asked, badRequest(notRequest(err))
	}
	return asked, nil
}

// notRequest says what is wrong with JSON that is no request. The names of members are
// ours, not the client's.
func notRequest(err error) string {
	var wrong *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &wrong) || wrong.Field == "":
		return `the request body must be one JSON object such as {"query": "…", "variables": {…}}`
	case wrong.Type.Kind() == reflect.Map:
		return wrong.Field + " must be a JSON object"
	default:
		return wrong.Field + " must be a text"
	}
}

// decode reads exactly one JSON value and leaves numbers as they are written.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("more than one JSON value")
	}
	return nil
}
