package neo4j

import (
	"context"
	"errors"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// statement is one Cypher text with its parameters. The name is what
// Config.OnStatement and the server's list of transactions show.
type statement struct {
	name   string
	text   string
	params map[string]any
}

// begin tells the observers of a statement that is about to be sent; done tells
// them how it ended.
func (s *Store) begin(ctx context.Context, st statement) (within context.Context, done func(rows int, err error)) {
	s.config.OnStatement(st.name)
	s.config.Trace(st.text, st.params)
	if s.config.Observe == nil {
		return ctx, func(int, error) {}
	}
	return s.config.Observe(ctx, st.name, st.text)
}

// transaction is what a statement runs in, whoever ends it.
type transaction interface {
	Run(ctx context.Context, text string, params map[string]any) (driver.ResultWithContext, error)
}

// stream runs a statement in a transaction and hands its records on, one by one;
// each must be done with a record before it returns.
func (s *Store) stream(ctx context.Context, tx transaction, st statement, each func(*driver.Record) error) (err error) {
	ctx, done := s.begin(ctx, st)
	rows := 0
	defer func() { done(rows, err) }()
	result, err := tx.Run(ctx, st.text, st.params)
	if err != nil {
		return err
	}
	var record *driver.Record
	for result.NextRecord(ctx, &record) {
		rows++
		if err := each(record); err != nil {
			return err
		}
	}
	return result.Err()
}

// query runs a statement that reads, on any member of a cluster, and returns
// its records as read makes them. The driver may run it several times; only the
// last run counts.
func query[T any](ctx context.Context, s *Store, st statement, read func(*driver.Record) (T, error)) ([]T, error) {
	if ctx.Err() != nil {
		return nil, over(ctx, nil)
	}
	ctx, done := s.begin(ctx, st)
	var rows []T
	err := errTorn
	for try := 0; torn(err) && try < tornTries && pause(ctx, try); try++ {
		rows, err = run(ctx, s, st, read)
	}
	err = s.coded(ctx, err)
	done(len(rows), err)
	return rows, err
}

// run sends a statement by itself, which is one way there and back where a transaction
// of the driver takes three; only what a moment may mend goes through one of these,
// which tries again. A read that is done twice does no harm.
func run[T any](ctx context.Context, s *Store, st statement, read func(*driver.Record) (T, error)) ([]T, error) {
	rows, err := runOnce(ctx, s, st, read)
	if !driver.IsRetryable(err) || outOfMemory(err) { // after half a minute's work, perhaps
		return rows, err
	}
	return driver.ExecuteQuery(ctx, s.driver, st.text, st.params,
		func() driver.ResultTransformer[[]T] { return &collector[T]{read: read} },
		driver.ExecuteQueryWithDatabase(s.config.Database),
		driver.ExecuteQueryWithReadersRouting(),
		driver.ExecuteQueryWithTransactionConfig(bounded(ctx, st.name, s.config.ReadTimeout)...),
	)
}

func runOnce[T any](ctx context.Context, s *Store, st statement, read func(*driver.Record) (T, error)) (rows []T, err error) {
	session := s.session(ctx, driver.AccessModeRead)
	defer func() {
		if failed := session.Close(ctx); err == nil {
			err = failed
		}
	}()
	result, err := session.Run(ctx, st.text, st.params, bounded(ctx, st.name, s.config.ReadTimeout)...)
	if err != nil {
		return nil, err
	}
	c := collector[T]{read: read}
	var record *driver.Record
	for result.NextRecord(ctx, &record) {
		if err := c.Accept(record); err != nil {
			return nil, err
		}
	}
	return c.rows, result.Err()
}

// torn tells of rows that were being written or deleted while they were read.
func torn(err error) bool {
	var refused *driver.Neo4jError
	return errors.Is(err, errTorn) || errors.As(err, &refused) && refused.Code == "Neo.ClientError.Statement.EntityNotFound"
}

// tornTries bounds how often a torn read is tried again.
const tornTries = 10

// pause waits before a further try; false when the context ends first.
func pause(ctx context.Context, try int) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(time.Duration(try) * 5 * time.Millisecond):
		return true
	}
}

// queryOne is query for statements that give exactly one record.
func queryOne[T any](ctx context.Context, s *Store, st statement, read func(*driver.Record) (T, error)) (T, error) {
	rows, err := query(ctx, s, st, read)
	if err != nil || len(rows) == 0 {
		var none T
		return none, err
	}
	return rows[0], nil
}

// write runs a statement that gives nothing back.
func (s *Store) write(ctx context.Context, st statement) error {
	ctx, done := s.begin(ctx, st)
	_, err := driver.ExecuteQuery(ctx, s.driver, st.text, st.params, driver.EagerResultTransformer,
		driver.ExecuteQueryWithDatabase(s.config.Database),
		driver.ExecuteQueryWithTransactionConfig(bounded(ctx, st.name, s.config.LoadTimeout)...),
	)
	err = s.coded(ctx, err)
	done(0, err)
	return err
}

// collector reads records as they arrive.
type collector[T any] struct {
	read func(*driver.Record) (T, error)
	rows []T
}

func (c *collector[T]) Accept(record *driver.Record) error {
	row, err := c.read(record)
	if err != nil {
		return err
	}
	c.rows = append(c.rows, row)
	return nil
}

func (c *collector[T]) Complete([]string, driver.ResultSummary) ([]T, error) { return c.rows, nil }

// bounded gives a transaction its time, so that the server stops working when
// nobody waits any more, and the name under which it is listed.
func bounded(ctx context.Context, name string, limit time.Duration) []func(*driver.TransactionConfig) {
	if end, ok := ctx.Deadline(); ok {
		limit = min(limit, max(time.Until(end), time.Millisecond))
	}
	return []func(*driver.TransactionConfig){
		driver.WithTxTimeout(limit),
		driver.WithTxMetadata(map[string]any{"app": "innograph", "statement": name}),
	}
}
