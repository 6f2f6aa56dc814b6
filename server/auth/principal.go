package auth

import "context"

// Role is what somebody may do.
type Role string

// The roles. An operator may do what a reader may.
const (
	Reader   Role = "reader"   // query, and read the schema
	Operator Role = "operator" // see how the server is: metrics, details of readiness
)

// ParseRole finds a role by its name.
func ParseRole(name string) (Role, bool) {
	switch role := Role(name); role {
	case Reader, Operator:
		return role, true
	default:
		return "", false
	}
}

// Includes tells whether the role allows what the other one allows.
func (r Role) Includes(other Role) bool {
	return r == Operator || r == Reader && other == Reader
}

// Principal is who sends a request.
type Principal struct {
	// Name tells principals apart and names them in the log: key:NAME or
	// subject:SUBJECT. It is empty for whoever gives no credentials.
	Name string
	Role Role // empty: known, but allowed nothing here
	// Rate is how many requests a second this one may send; zero: as many as all.
	Rate float64
}

// Verifier checks credentials of one sort. What it refuses is a *Denial.
type Verifier interface {
	Verify(ctx context.Context, credential string) (Principal, error)
}

// Denial is why credentials are not accepted.
type Denial struct {
	// Reason is for the log: fixed words, nothing that was sent.
	Reason string
	// Expired says that the credentials were ours and genuine, but only once.
	Expired bool
}

// Error gives the reason.
func (d *Denial) Error() string { return d.Reason }

// Denied makes a Denial.
func Denied(reason string) error { return &Denial{Reason: reason} }

// Expired makes the Denial of credentials that are genuine but out of date.
func Expired(reason string) error { return &Denial{Reason: reason, Expired: true} }

// Record is what the access log tells of one request's identity.
type Record struct {
	Who     string // the principal's name
	Refused string // the reason of a refusal
}

type recordKey struct{}

// WithRecord lets Gate write down whom it finds; to be read when the request is done.
func WithRecord(ctx context.Context) (context.Context, *Record) {
	record := &Record{}
	return context.WithValue(ctx, recordKey{}, record), record
}

func recordOf(ctx context.Context) *Record {
	if record, ok := ctx.Value(recordKey{}).(*Record); ok {
		return record
	}
	return &Record{}
}
