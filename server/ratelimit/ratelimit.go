package ratelimit

import (
	"math"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"
	"golang.org/x/time/rate"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/reply"
)

// Config are the limits of each client.
type Config struct {
	Rate  float64 // requests a second; zero: any number
	Burst int     // requests at once after a pause; zero: those of two seconds
	Share int     // requests that are being answered; zero: any number
	// Clients is how many are remembered; zero: 10 000, which take 2.5 MB.
	Clients int
	Now     func() time.Time // nil: time.Now
}

// BurstOrDefault is the burst that holds; zero: any number.
func (c Config) BurstOrDefault() int {
	if c.Burst > 0 || c.Rate == 0 {
		return c.Burst
	}
	return max(1, int(math.Ceil(2*c.Rate)))
}

// Client is who is counted.
type Client struct {
	ID   string
	Rate float64 // requests a second of this client alone; zero: as many as all
}

// Limiter counts the requests of clients.
type Limiter struct {
	config  Config
	mu      sync.Mutex
	clients *simplelru.LRU[string, *account]
}

// account is what is remembered of one client.
type account struct {
	bucket *rate.Limiter
	open   int // requests that are being answered
}

// New makes a limiter.
func New(c Config) (*Limiter, error) {
	if c.Rate < 0 || math.IsNaN(c.Rate) || c.Burst < 0 || c.Share < 0 || c.Clients < 0 {
		return nil, ecosystem.Errorf(ecosystem.CodeBadInput, "limits of clients are numbers from 0 up")
	}
	if c.Clients == 0 {
		c.Clients = 10_000
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	clients, err := simplelru.NewLRU[string, *account](c.Clients, nil)
	if err != nil {
		return nil, ecosystem.Wrap(err, ecosystem.CodeInternal, "the limits of clients could not be set up")
	}
	return &Limiter{config: c, clients: clients}, nil
}

// Handler hands on what a client may send and refuses the rest at once. A nil
// Limiter hands on everything.
func (l *Limiter) Handler(who func(*http.Request) Client, next http.Handler) http.Handler {
	if l == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, refused := l.enter(who(r))
		if refused != nil {
			refused.answer(w, r)
			return
		}
		defer l.leave(a)
		next.ServeHTTP(w, r)
	})
}

// Once is Handler for answers that stay open: they count as a request that comes,
// not as one that is being answered.
func (l *Limiter) Once(who func(*http.Request) Client, next http.Handler) http.Handler {
	if l == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, refused := l.enter(who(r))
		if refused != nil {
			refused.answer(w, r)
			return
		}
		l.leave(a)
		next.ServeHTTP(w, r)
	})
}

// Take counts something that a client sends within an answer that stays open, as a
// request that comes. RATE_LIMITED: it may not send that now. A nil Limiter lets
// everything come.
func (l *Limiter) Take(c Client) error {
	if l == nil {
		return nil
	}
	a, refused := l.enter(c)
	if refused != nil {
		return refused.err()
	}
	l.leave(a)
	return nil
}

// enter takes one request of a client's bucket and one place of its share.
func (l *Limiter) enter(c Client) (*account, *refusal) {
	l.mu.Lock()
	defer l.mu.Unlock()
	most, burst := l.allowance(c)
	a, ok := l.clients.Get(c.ID)
	if !ok {
		a = &account{bucket: rate.NewLimiter(most, burst)}
		l.clients.Add(c.ID, a)
	}
	now := l.config.Now()
	if a.bucket.Limit() != most { // the file of keys gives another rate now
		a.bucket.SetLimitAt(now, most)
		a.bucket.SetBurstAt(now, burst)
	}
	if l.config.Share > 0 && a.open >= l.config.Share {
		return nil, tooManyAtOnce(l.config.Share)
	}
	if wait := takeOne(a.bucket, now); wait > 0 {
		return nil, tooOften(most, burst, wait)
	}
	a.open++
	return a, nil
}

func (l *Limiter) leave(a *account) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a.open--
}

// allowance is the rate and the burst of a client.
func (l *Limiter) allowance(c Client) (rate.Limit, int) {
	limits := l.config
	if c.Rate > 0 {
		limits = Config{Rate: c.Rate}
	}
	if limits.Rate == 0 {
		return rate.Inf, 0
	}
	return rate.Limit(limits.Rate), limits.BurstOrDefault()
}

// takeOne takes one of a bucket; if there is none, it takes nothing and says how
// long it is until there is.
func takeOne(bucket *rate.Limiter, now time.Time) time.Duration {
	taken := bucket.ReserveN(now, 1)
	wait := taken.DelayFrom(now)
	if wait > 0 {
		taken.CancelAt(now)
	}
	return wait
}

// refusal is a word to a client that asks too much.
type refusal struct {
	message string
	wait    time.Duration
}

func tooOften(most rate.Limit, burst int, wait time.Duration) *refusal {
	return &refusal{"this client may send " + strconv.FormatFloat(float64(most), 'g', 6, 64) + " requests a second, " +
		strconv.Itoa(burst) + " at once after a pause, and sends more", wait}
}

func tooManyAtOnce(share int) *refusal {
	return &refusal{"of this client " + strconv.Itoa(share) + " requests are being answered, more are not taken on at once", time.Second}
}

func (f *refusal) seconds() string { return strconv.Itoa(max(1, int(math.Ceil(f.wait.Seconds())))) }

func (f *refusal) err() *ecosystem.Error {
	return ecosystem.Errorf(ecosystem.CodeRateLimited, "%s: try again in %s s", f.message, f.seconds())
}

func (f *refusal) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", f.seconds())
	reply.Error(w, r, http.StatusTooManyRequests, f.err(), "")
}
