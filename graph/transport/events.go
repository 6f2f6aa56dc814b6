package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/innograph/innograph/graph/apierror"
)

// EventStream answers subscriptions with server-sent events, by GET (for the
// EventSource of browsers) and POST, as the protocol GraphQL over SSE has it in
// its "distinct connections" mode. gqlgen's transport knows no GET, and repeats
// bad requests in its errors.
type EventStream struct{ StreamConfig }

var _ graphql.Transport = EventStream{}

// Supports takes clients that want nothing but events.
func (EventStream) Supports(r *http.Request) bool { return wantsEvents(r) }

// Do answers one subscription until the client leaves or the server stops. The
// stream then ends without the event complete, so that clients come back.
func (s EventStream) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	op, r, done := s.queries.observe(r)
	done = sync.OnceFunc(done)
	defer done()
	a := s.answerer(w, r, exec, op)
	defer a.held.leave()
	w.Header().Add("Vary", "Accept")
	w.Header().Set("Cache-Control", "no-store")
	ctx, leave, refused := s.enter(r)
	if refused != nil {
		w.Header().Set("Retry-After", retryAfter)
		a.refuse(refused)
		return
	}
	defer leave()
	r.Body = a.held.body(r)
	params, refused := s.queries.read(w, r, a.held.begin)
	if refused != nil {
		a.refuse(refused)
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.answer(ctx, a, params, done)
}

// answer checks the document and sends the responses; begun is called when the
// first of them is there, since what follows takes as long as the client likes.
func (s EventStream) answer(ctx context.Context, a answerer, params *graphql.RawParams, begun func()) {
	op, errs := a.exec.CreateOperationContext(ctx, params)
	a.read(params, op)
	a.held.leave() // what reading and checking took
	if len(errs) > 0 {
		a.writeRefused(a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	if refused := a.held.execution(a.op.Cost); refused != nil {
		a.refuse(refused)
		return
	}
	a.op.Executed = true
	next, ctx := a.exec.DispatchOperation(ctx, op)
	first := next(ctx)
	a.held.leaveWork() // what follows costs next to nothing
	switch {
	case first == nil:
		return // the client has left already
	case len(first.Errors) > 0 && first.Data == nil:
		a.writer.Header().Set("Retry-After", retryAfter)
		a.writeRefused(first)
		return
	}
	a.answered(first.Errors)
	begun()
	a.writer.Header().Set("Content-Type", eventStream)
	a.writer.Header().Set("X-Accel-Buffering", "no") // nginx would hold events back
	e := events{writer: a.writer, control: http.NewResponseController(a.writer)}
	if e.unbounded() == nil && e.response(first) == nil {
		s.send(ctx, e, pull(ctx, a.exec, next))
	}
}

// pull reads responses, of which the last is nil, ahead of who sends them. A panic,
// which would end the process, ends the stream instead with the error that it
// becomes; those of resolvers are caught before.
func pull(ctx context.Context, exec graphql.GraphExecutor, next graphql.ResponseHandler) <-chan *graphql.Response {
	responses := make(chan *graphql.Response)
	pass := func(r *graphql.Response) (more bool) {
		select {
		case responses <- r:
			return r != nil
		case <-ctx.Done():
			return false
		}
	}
	go func() {
		defer func() {
			if cause := recover(); cause != nil {
				_ = pass(exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(apierror.FromPanic(cause))})) && pass(nil)
			}
		}()
		for more := true; more; {
			more = pass(kept(next(ctx)))
		}
	}()
	return responses
}

// kept is a response with data of its own: gqlgen writes those of the next one over
// them.
func kept(r *graphql.Response) *graphql.Response {
	if r == nil {
		return nil
	}
	own := *r
	own.Data = bytes.Clone(r.Data)
	return &own
}

// send passes responses on, and a sign of life where there are none.
func (s EventStream) send(ctx context.Context, e events, responses <-chan *graphql.Response) {
	alive := time.NewTicker(s.Ping)
	defer alive.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return
		case <-alive.C:
			err = e.write(": ping\n\n")
		case r := <-responses:
			if r == nil {
				_ = e.write("event: complete\ndata:\n\n") // the last word: who is gone need not hear it
				return
			}
			err = e.response(r)
		}
		if err != nil { // the client has left
			return
		}
	}
}

// events writes server-sent events.
type events struct {
	writer  http.ResponseWriter
	control *http.ResponseController
}

// eventTime bounds how long a client may take to read what was sent before.
const eventTime = 15 * time.Second

// unbounded lifts the bound on the time of a request, which has been read whole.
func (e events) unbounded() error { return supported(e.control.SetReadDeadline(time.Time{})) }

// supported passes over writers without deadlines, as tests have them.
func supported(err error) error {
	if errors.Is(err, http.ErrNotSupported) {
		return nil
	}
	return err
}

func (e events) response(r *graphql.Response) error {
	var data bytes.Buffer
	encoder := json.NewEncoder(&data)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(r); err != nil { // ends in one line break
		return err
	}
	return e.write("event: next\ndata: " + data.String() + "\n")
}

func (e events) write(text string) error {
	if err := supported(e.control.SetWriteDeadline(time.Now().Add(eventTime))); err != nil {
		return err
	}
	if _, err := io.WriteString(e.writer, text); err != nil {
		return err
	}
	return e.control.Flush()
}
