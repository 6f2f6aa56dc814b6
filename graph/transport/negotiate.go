package transport

import (
	"mime"
	"strconv"
	"strings"
)

const (
	graphqlResponse = "application/graphql-response+json"
	applicationJSON = "application/json"
)

// negotiate chooses the media type of the answer from what a client accepts.
// Clients that name the newer type as one of the best get it; clients that do
// not say what they want, or anything, get JSON.
func negotiate(accept []string) (mediaType string, ok bool) {
	if len(accept) == 0 {
		return applicationJSON, true
	}
	newer, plain := rating{}, rating{}
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		name, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q := quality(parameters["q"])
		newer.consider(name, graphqlResponse, q)
		plain.consider(name, applicationJSON, q)
	}
	switch {
	case newer.named() && newer.quality > 0 && newer.quality >= plain.quality:
		return graphqlResponse, true
	case plain.quality > 0:
		return applicationJSON, true
	case newer.quality > 0:
		return graphqlResponse, true
	default:
		return "", false
	}
}

// rating is how much a client wants a type. What names the type closer decides.
type rating struct {
	closeness int // 0: not mentioned, 1: */*, 2: application/*, 3: by name
	quality   float64
}

func (r *rating) consider(name, offered string, q float64) {
	closeness := 0
	switch name {
	case offered:
		closeness = 3
	case "application/*":
		closeness = 2
	case "*/*":
		closeness = 1
	}
	if closeness > r.closeness {
		*r = rating{closeness, q}
	}
}

func (r *rating) named() bool { return r.closeness == 3 }

func quality(text string) float64 {
	if text == "" {
		return 1
	}
	q, err := strconv.ParseFloat(text, 64)
	if err != nil || !(q >= 0 && q <= 1) {
		return 0
	}
	return q
}
