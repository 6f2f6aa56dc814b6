package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/innograph/innograph/store/neo4j/bare"
)

// target is a server that is asked.
type target interface {
	name() string
	// prepare makes what asks a question, over so many connections.
	prepare(ctx context.Context, q question, arguments []map[string]any, connections int) (asker, error)
}

// asker asks one question with changing arguments; it is safe for concurrent use.
type asker interface {
	// ask does what is timed: the answer has arrived completely.
	ask(ctx context.Context, i int) error
	// answer gives what is compared.
	answer(ctx context.Context, i int) ([]string, error)
	close(ctx context.Context)
}

// endpoint is a GraphQL server.
type endpoint struct {
	title, url, document string
	parts                func(question) []part
}

func (e endpoint) name() string { return e.title }

func (e endpoint) prepare(_ context.Context, q question, arguments []map[string]any, connections int) (asker, error) {
	a := &graphqlAsker{endpoint: e, question: q, arguments: arguments}
	// No compression, since a client on the same machine asks for none.
	a.client = &http.Client{Transport: &http.Transport{
		MaxConnsPerHost: connections, MaxIdleConnsPerHost: connections, DisableCompression: true,
	}}
	query := operation(e.document, q.name)
	for _, given := range arguments {
		body, err := json.Marshal(map[string]any{"query": query, "variables": declared(query, given)})
		if err != nil {
			return nil, fmt.Errorf("encode the arguments of %s: %w", q.name, err)
		}
		a.bodies = append(a.bodies, body)
	}
	return a, nil
}

// declared leaves out arguments that a document has no variable for.
func declared(query string, arguments map[string]any) map[string]any {
	out := map[string]any{}
	for name, value := range arguments {
		if bytes.Contains([]byte(query), []byte("$"+name+":")) {
			out[name] = value
		}
	}
	return out
}

type graphqlAsker struct {
	endpoint  endpoint
	question  question
	arguments []map[string]any
	bodies    [][]byte
	client    *http.Client
}

func (a *graphqlAsker) fetch(ctx context.Context, i int) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, a.endpoint.url, bytes.NewReader(a.bodies[i%len(a.bodies)]))
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", a.endpoint.title, err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/graphql-response+json")
	response, err := a.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("ask %s: %w", a.endpoint.title, err)
	}
	body, err := io.ReadAll(response.Body)
	if err = errors.Join(err, response.Body.Close()); err != nil {
		return nil, fmt.Errorf("read from %s: %w", a.endpoint.title, err)
	}
	if response.StatusCode != http.StatusOK || bytes.HasPrefix(body, []byte(`{"errors"`)) {
		return nil, fmt.Errorf("%s answers %s with %s: %.500s", a.endpoint.title, a.question.name, response.Status, body)
	}
	return body, nil
}

func (a *graphqlAsker) ask(ctx context.Context, i int) error {
	_, err := a.fetch(ctx, i)
	return err
}

func (a *graphqlAsker) answer(ctx context.Context, i int) ([]string, error) {
	body, err := a.fetch(ctx, i)
	if err != nil {
		return nil, err
	}
	var reply struct {
		Data   any
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(body, &reply); err != nil {
		return nil, fmt.Errorf("read the answer of %s: %w", a.endpoint.title, err)
	}
	if len(reply.Errors) > 0 {
		return nil, fmt.Errorf("%s refuses %s: %s", a.endpoint.title, a.question.name, reply.Errors[0].Message)
	}
	return a.question.answer(a.arguments[i], reply.Data, a.endpoint.parts(a.question)), nil
}

func (a *graphqlAsker) close(context.Context) { a.client.CloseIdleConnections() }

// cypher is Neo4j itself, over Bolt.
type cypher struct{ uri, user, password string }

func (cypher) name() string { return "bare Cypher" }

func (c cypher) prepare(ctx context.Context, q question, arguments []map[string]any, connections int) (asker, error) {
	driver, err := bare.Open(ctx, c.uri, c.user, c.password, connections)
	if err != nil {
		return nil, err
	}
	return &cypherAsker{q, read(q.name + ".cypher"), arguments, driver}, nil
}

type cypherAsker struct {
	question  question
	statement string
	arguments []map[string]any
	driver    *bare.Driver
}

func (a *cypherAsker) ask(ctx context.Context, i int) error {
	_, err := a.driver.Rows(ctx, a.statement, a.arguments[i%len(a.arguments)])
	return err
}

func (a *cypherAsker) answer(ctx context.Context, i int) ([]string, error) {
	rows, err := a.driver.Rows(ctx, a.statement, a.arguments[i])
	if err != nil {
		return nil, err
	}
	return a.question.answer(a.arguments[i], rows, a.question.bare), nil
}

func (a *cypherAsker) close(ctx context.Context) { _ = a.driver.Close(ctx) }
