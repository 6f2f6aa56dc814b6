package ratelimit

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/innograph/innograph/ecosystem"
)

// clock stands still until it is moved.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func limiter(t *testing.T, c Config) (*Limiter, *clock) {
	t.Helper()
	at := &clock{time.Unix(1_800_000_000, 0)}
	c.Now = at.now
	l, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return l, at
}

// ask sends one request of a client and gives status and Retry-After.
func ask(l *Limiter, client string, inside http.HandlerFunc) (status int, later, body string) {
	who := func(r *http.Request) Client {
		rate, _ := strconv.ParseFloat(r.Header.Get("Rate"), 64)
		return Client{ID: r.Header.Get("Client"), Rate: rate}
	}
	id, rate, _ := strings.Cut(client, " ")
	w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/graphql", nil)
	r.Header.Set("Client", id)
	r.Header.Set("Rate", rate)
	l.Handler(who, inside).ServeHTTP(w, r)
	return w.Code, w.Header().Get("Retry-After"), w.Body.String()
}

func done(http.ResponseWriter, *http.Request) {}

func TestBucketsAreOfOneClient(t *testing.T) {
	l, at := limiter(t, Config{Rate: 0.5, Burst: 2})
	for range 2 {
		if status, _, _ := ask(l, "a", done); status != http.StatusOK {
			t.Fatalf("within the burst: %d", status)
		}
	}
	status, later, body := ask(l, "a", done)
	if status != http.StatusTooManyRequests || later != "2" || !strings.Contains(body, `"code":"RATE_LIMITED"`) {
		t.Errorf("above the burst: %d, Retry-After %q, %s", status, later, body)
	}
	if status, _, _ := ask(l, "b", done); status != http.StatusOK {
		t.Errorf("a polite one: %d", status)
	}
	at.Time = at.Add(2*time.Second - time.Nanosecond)
	if status, _, _ := ask(l, "a", done); status != http.StatusTooManyRequests {
		t.Errorf("too early: %d", status)
	}
	at.Time = at.Add(time.Nanosecond)
	if status, _, _ := ask(l, "a", done); status != http.StatusOK {
		t.Errorf("after the time that was told: %d; refused requests must cost nothing", status)
	}
}

func TestAClientMayHaveARateOfItsOwn(t *testing.T) {
	l, at := limiter(t, Config{Rate: 100, Burst: 50})
	allowed := func(client string) (n int) {
		for range 1000 {
			if status, _, _ := ask(l, client, done); status == http.StatusOK {
				n++
			}
		}
		return n
	}
	if got := allowed("a 3"); got != 6 {
		t.Errorf("%d at once with 3 a second, want those of two seconds", got)
	}
	if got := allowed("b 0.1"); got != 1 {
		t.Errorf("%d at once with one in ten seconds, want 1", got)
	}
	if got := allowed("c"); got != 50 {
		t.Errorf("%d at once without a rate of its own, want 50", got)
	}
	allowed("a 20") // the file of keys was changed
	at.Time = at.Add(time.Second)
	if got := allowed("a 20"); got != 20 {
		t.Errorf("%d in the next second with 20 a second", got)
	}
}

func TestShareOfWhatIsBeingAnswered(t *testing.T) {
	l, _ := limiter(t, Config{Share: 2})
	var inner func(depth int) http.HandlerFunc
	var statuses []int
	inner = func(depth int) http.HandlerFunc {
		return func(http.ResponseWriter, *http.Request) {
			if depth == 0 {
				other, _, _ := ask(l, "b", done)
				statuses = append(statuses, other)
				return
			}
			status, _, _ := ask(l, "a", inner(depth-1))
			statuses = append(statuses, status)
		}
	}
	first, _, _ := ask(l, "a", inner(2)) // holds one place, then two, then would hold three
	if first != http.StatusOK || len(statuses) != 2 || statuses[0] != http.StatusTooManyRequests || statuses[1] != http.StatusOK {
		t.Errorf("the first %d, within it from the innermost out %v", first, statuses)
	}
	statuses = nil
	if _, _, _ = ask(l, "a", inner(1)); len(statuses) != 2 || statuses[0] != http.StatusOK {
		t.Errorf("another client beside a full share: %v", statuses)
	}
	func() {
		defer func() { _ = recover() }()
		ask(l, "a", func(http.ResponseWriter, *http.Request) { panic("x") })
	}()
	for range 5 {
		if status, _, _ := ask(l, "a", done); status != http.StatusOK {
			t.Fatalf("places are not given back: %d", status)
		}
	}
}

func TestAShareRefusalSaysWhenToComeBack(t *testing.T) {
	l, _ := limiter(t, Config{Share: 1})
	ask(l, "a", func(http.ResponseWriter, *http.Request) {
		status, later, body := ask(l, "a", done)
		if status != http.StatusTooManyRequests || later != "1" || !strings.Contains(body, "RATE_LIMITED") || !strings.Contains(body, "being answered") {
			t.Errorf("%d, Retry-After %q, %s", status, later, body)
		}
	})
}

func TestOnlySoManyClientsAreRemembered(t *testing.T) {
	l, _ := limiter(t, Config{Rate: 1, Burst: 1, Clients: 3})
	for i := range 1000 {
		ask(l, strconv.Itoa(i), done)
	}
	if got := l.clients.Len(); got != 3 {
		t.Errorf("%d clients are remembered", got)
	}
	if status, _, _ := ask(l, "998", done); status != http.StatusTooManyRequests {
		t.Errorf("one of the last: %d", status)
	}
	if status, _, _ := ask(l, "0", done); status != http.StatusOK {
		t.Errorf("a forgotten one: %d", status)
	}
}

func TestNoLimits(t *testing.T) {
	var none *Limiter
	l, _ := limiter(t, Config{})
	for range 1000 {
		for _, l := range []*Limiter{none, l} {
			if status, _, _ := ask(l, "a", done); status != http.StatusOK {
				t.Fatalf("%d", status)
			}
		}
	}
	for _, c := range []Config{{Rate: -1}, {Burst: -1}, {Share: -1}, {Clients: -1}} {
		if _, err := New(c); err == nil {
			t.Errorf("%+v is accepted", c)
		}
	}
}

// An answer that stays open counts in the rate of its client, and leaves the share
// to other requests.
func TestOnceTakesNoShare(t *testing.T) {
	l, err := New(Config{Rate: 1, Burst: 3, Share: 1, Now: func() time.Time { return time.Unix(0, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	who := func(*http.Request) Client { return Client{ID: "a"} }
	status := func(h http.Handler) int {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
		return w.Code
	}
	inside := 0
	fine := l.Handler(who, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	open := l.Once(who, http.HandlerFunc(func(http.ResponseWriter, *http.Request) { inside = status(fine) }))
	if got := status(open); got != http.StatusOK || inside != http.StatusOK {
		t.Errorf("%d, and a request beside it %d, want both answered", got, inside)
	}
	if status(open); inside != http.StatusTooManyRequests {
		t.Errorf("the fourth request of three: %d", inside)
	}
	if got := status(open); got != http.StatusTooManyRequests {
		t.Errorf("an answer that stays open, without any request left: %d", got)
	}
}

// TestWhatComesWithinAnAnswerCountsToo takes what a client may send from within one.
func TestWhatComesWithinAnAnswerCountsToo(t *testing.T) {
	l, at := limiter(t, Config{Rate: 0.5, Burst: 2})
	for range 2 {
		if err := l.Take(Client{ID: "a"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Take(Client{ID: "a"}); ecosystem.CodeOf(err) != ecosystem.CodeRateLimited || !strings.Contains(err.Error(), "try again in 2 s") {
		t.Errorf("above the burst: %v", err)
	}
	if status, _, _ := ask(l, "a", done); status != http.StatusTooManyRequests {
		t.Errorf("a request of the same client: %d", status)
	}
	if err := l.Take(Client{ID: "b"}); err != nil {
		t.Errorf("another client: %v", err)
	}
	at.Time = at.Add(2 * time.Second)
	if err := l.Take(Client{ID: "a"}); err != nil {
		t.Errorf("later: %v", err)
	}
	if err := (*Limiter)(nil).Take(Client{ID: "a"}); err != nil {
		t.Errorf("without limits: %v", err)
	}
}
