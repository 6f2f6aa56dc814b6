package auth

import (
	"fmt"
	"net/http"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/reply"
)

// refusal is the answer to who is not let through.
type refusal struct {
	status    int
	code      ecosystem.Code
	message   string
	challenge string // of WWW-Authenticate; empty: other credentials do not help
	reason    string // for the log
}

const challenge = `Bearer realm="innograph"`

func missing() *refusal {
	return &refusal{
		http.StatusUnauthorized, ecosystem.CodeUnauthorized,
		"credentials are needed: send an API key or a token as Authorization: Bearer …", challenge, "no credentials",
	}
}

// invalid says nothing of what is wrong, which would help to guess; that a
// credential is out of date is told, because then it was right.
func invalid(err error) *refusal {
	d := asDenial(err)
	r := &refusal{
		http.StatusUnauthorized, ecosystem.CodeUnauthorized,
		"the credentials are not accepted: check that they are whole and meant for this server, and sent as Authorization: Bearer …",
		challenge + `, error="invalid_token"`, d.Reason,
	}
	if d.Expired {
		r.message = "the credentials have expired: get new ones"
		r.challenge += `, error_description="expired"`
	}
	return r
}

// insufficient answers somebody who is known, or who might be with credentials.
func insufficient(role Role, found identity) *refusal {
	reason := "not a " + string(role)
	switch {
	case found.principal.Name == "" && found.accepts:
		r := missing()
		r.message = fmt.Sprintf("this is for the role %s: send an API key or a token that has it as Authorization: Bearer …", role)
		return r
	case found.principal.Role == "":
		return &refusal{
			http.StatusForbidden, ecosystem.CodeForbidden,
			"the credentials hold, but give no role here: whoever issues them must add reader or operator",
			fmt.Sprintf(`%s, error="insufficient_scope", scope="%s"`, challenge, role), reason,
		}
	default:
		return &refusal{
			http.StatusForbidden, ecosystem.CodeForbidden,
			fmt.Sprintf("this is for the role %s", role),
			fmt.Sprintf(`%s, error="insufficient_scope", scope="%s"`, challenge, role), reason,
		}
	}
}

// notLocal answers a request from elsewhere to a server that asks for no credentials
// because it believes itself alone.
func notLocal(reason string) *refusal {
	return &refusal{
		http.StatusForbidden, ecosystem.CodeForbidden,
		"this server asks for no credentials and therefore answers only its own machine, called localhost or by its loopback address and without a proxy; " +
			"its operator must choose --api-keys, --jwks or --no-auth", "", reason,
	}
}

func (f *refusal) answer(w http.ResponseWriter, r *http.Request) {
	if f.challenge != "" {
		w.Header().Set("WWW-Authenticate", f.challenge)
	}
	reply.Error(w, r, f.status, ecosystem.Errorf(f.code, "%s", f.message), "")
}
