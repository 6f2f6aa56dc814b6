package transport

import (
	"bytes"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
)

// encode is the JSON of a response. Its data are taken as they are: gqlgen has encoded
// them, and encoding/json would check and copy them a second time, which for long
// answers is a tenth of all the work.
func encode(r *graphql.Response) ([]byte, error) {
	var body bytes.Buffer
	body.WriteByte('{')
	if len(r.Errors) > 0 {
		if err := member(&body, "errors", r.Errors); err != nil {
			return nil, err
		}
		body.WriteByte(',')
	}
	body.WriteString(`"data":`)
	if r.Data == nil {
		body.WriteString("null")
	}
	body.Write(r.Data)
	if len(r.Extensions) > 0 {
		body.WriteByte(',')
		if err := member(&body, "extensions", r.Extensions); err != nil {
			return nil, err
		}
	}
	body.WriteString("}\n")
	return body.Bytes(), nil
}

func member(body *bytes.Buffer, name string, value any) error {
	text, err := encodeAny(value)
	if err != nil {
		return err
	}
	body.WriteString(`"` + name + `":`)
	body.Write(bytes.TrimSuffix(text, []byte("\n")))
	return nil
}

// encodeAny leaves <, > and & as they are: answers are not HTML.
func encodeAny(value any) ([]byte, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return text.Bytes(), err
}
