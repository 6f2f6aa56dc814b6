package main

import (
	"context"
	"log/slog"
	"time"

	"github.com/urfave/cli/v3"

	"github.com/innograph/innograph/graph/limits"
	"github.com/innograph/innograph/server/auth"
	"github.com/innograph/innograph/server/auth/apikey"
	"github.com/innograph/innograph/server/auth/token"
	"github.com/innograph/innograph/server/peer"
	"github.com/innograph/innograph/server/ratelimit"
)

// What a client may ask for where others than the people of this machine come, and
// nothing else is said. A person who looks around sends a few requests a second.
const (
	defaultRate = 50.0 // requests a second
	shareOf     = 4    // a client gets one part in so many of the requests at once
)

func accessFlags(s *settings) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "api-keys", Sources: s.sources("api-keys"), TakesFile: true, Usage: "ask for API keys; their hashes are in `FILE` (innograph key new makes keys)"},
		&cli.StringFlag{Name: "jwks", Sources: s.sources("jwks"), Usage: "take tokens (JWT) signed with a key of the set at `URL`; needs --jwt-issuer and --jwt-audience"},
		&cli.StringFlag{Name: "jwt-issuer", Sources: s.sources("jwt-issuer"), Usage: "`ISSUER` of tokens (iss)"},
		&cli.StringSliceFlag{Name: "jwt-audience", Sources: s.sources("jwt-audience"), Usage: "`AUDIENCE` of tokens (aud); may be repeated, one must fit"},
		&cli.StringFlag{Name: "jwt-role-claim", Value: "roles", Sources: s.sources("jwt-role-claim"), Usage: "`CLAIM` of tokens that holds reader or operator, such as scope or realm_access.roles"},
		&cli.BoolFlag{Name: "no-auth", Sources: s.sources("no-auth"), Usage: "everybody who reaches the address may query, without credentials"},
		&cli.FloatFlag{Name: "rate", Sources: s.sources("rate"), Usage: "`N` requests a second of one client, 0: any number; default: 50, but any number on this machine without credentials"},
		&cli.IntFlag{Name: "burst", Sources: s.sources("burst"), Usage: "`N` requests of one client at once after a pause; default: those of two seconds"},
		&cli.StringSliceFlag{Name: "trusted-proxy", Sources: s.sources("trusted-proxy"), Usage: "believe the X-Forwarded-For of proxies at this `ADDRESS` or network; may be repeated; default: of none"},
	}
}

// access is who may ask, and how much.
type access struct {
	gate    *auth.Gate
	limits  ratelimit.Config
	limiter *ratelimit.Limiter // nil: no limits
	proxies peer.Proxies
}

// openAccess reads the file of keys and fetches the key set; both are kept up to
// date until ctx ends.
func openAccess(ctx context.Context, c *cli.Command, log *slog.Logger) (access, error) {
	var a access
	who := auth.Config{Anonymous: anonymous(c)}
	if path := c.String("api-keys"); path != "" {
		book, err := apikey.Open(path, log)
		if err != nil {
			return a, err
		}
		go book.Watch(ctx, 2*time.Second)
		who.Keys = book
	}
	tokens, err := openTokens(ctx, c, log)
	if err != nil {
		return a, err
	}
	if tokens != nil {
		who.Tokens = tokens
	}
	a.gate = auth.New(who)
	if a.proxies, err = peer.ParseProxies(c.StringSlice("trusted-proxy")); err != nil {
		return a, err
	}
	if a.limits, err = clientLimits(c, a.gate.LocalOnly()); err != nil || a.limits.Rate == 0 && a.limits.Share == 0 {
		return a, err
	}
	a.limiter, err = ratelimit.New(a.limits)
	return a, err
}

// anonymous is what may be done without credentials. When nothing is said, the
// server keeps to this machine.
func anonymous(c *cli.Command) auth.Anonymous {
	switch {
	case c.Bool("no-auth"):
		return auth.Reads
	case c.String("api-keys") != "" || c.String("jwks") != "":
		return auth.Refused
	default:
		return auth.Local
	}
}

func openTokens(ctx context.Context, c *cli.Command, log *slog.Logger) (*token.Verifier, error) {
	issuer, audiences := c.String("jwt-issuer"), c.StringSlice("jwt-audience")
	switch {
	case c.String("jwks") != "" && (issuer == "" || len(audiences) == 0):
		return nil, usagef("--jwks needs --jwt-issuer and --jwt-audience: without them, a token that was made for another service would open this one")
	case c.String("jwks") == "" && (issuer != "" || len(audiences) > 0):
		return nil, usagef("--jwt-issuer and --jwt-audience belong to --jwks, the address of the keys that tokens are signed with")
	case c.String("jwks") == "":
		return nil, nil //nolint:nilnil // no tokens is a choice, not a failure
	}
	return token.Open(ctx, token.Config{
		JWKS: c.String("jwks"), Issuer: issuer, Audiences: audiences, RoleClaim: c.String("jwt-role-claim"), Logger: log,
	})
}

// clientLimits are the limits of each client; none when there are no strangers and
// nobody asks for any.
func clientLimits(c *cli.Command, local bool) (ratelimit.Config, error) {
	l := ratelimit.Config{Rate: c.Float("rate"), Burst: c.Int("burst")}
	switch {
	case l.Rate < 0 || l.Burst < 0:
		return l, usagef("--rate and --burst are numbers from 0 up")
	case c.IsSet("burst") && c.IsSet("rate") && l.Rate == 0:
		return l, usagef("--burst needs a --rate above 0")
	case !c.IsSet("rate") && (!local || l.Burst > 0):
		l.Rate = defaultRate
	}
	if !local || l.Rate > 0 {
		l.Share = max(1, limits.Default().Concurrent/shareOf)
	}
	return l, nil
}

// toldLimits are the limits of the endpoint with those of clients, which
// serviceConfig tells and the server around it keeps.
func toldLimits(a access) *limits.Limits {
	l := limits.Default()
	l.ClientRate, l.ClientBurst, l.ClientConcurrent = a.limits.Rate, a.limits.BurstOrDefault(), a.limits.Share
	return &l
}
