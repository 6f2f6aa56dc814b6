package main

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// running is a server that was started by its command.
type running struct {
	base string
	log  *journal
}

// journal is what a command writes while a test reads it.
type journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

// startServe runs innograph serve on a free port until the test ends.
func startServe(t *testing.T, args ...string) running {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	log, ended := &journal{}, make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"innograph", "serve", "--listen", "127.0.0.1:0"}, args...), io.Discard, log)
	}()
	t.Cleanup(func() {
		stop()
		if code := <-ended; code != exitDone {
			t.Errorf("exit %d:\n%s", code, log)
		}
	})
	address := regexp.MustCompile(`at (http://127\.0\.0\.1:\d+)/graphql`)
	for range 600 {
		if found := address.FindStringSubmatch(log.String()); found != nil {
			return running{found[1], log}
		}
		select {
		case code := <-ended:
			ended <- code
			t.Fatalf("exit %d:\n%s", code, log)
		case <-time.After(100 * time.Millisecond):
		}
	}
	t.Fatalf("the server does not start:\n%s", log)
	return running{}
}

// ask sends a query with a credential (empty: none) and gives status and first code.
func (s running) ask(t *testing.T, credential string) (int, string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.base+"/graphql", strings.NewReader(`{"query":"{ generation { number } serviceConfig { limits { maxClientRate maxClientBurst maxClientConcurrent } } }"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	if credential != "" {
		req.Header.Set("Authorization", "Bearer "+credential)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	var answer reply
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	if resp.StatusCode == http.StatusOK && (len(answer.Data) == 0 || answer.code() != "") {
		t.Errorf("no answer: %s %v", answer.Data, answer.Errors)
	}
	return resp.StatusCode, answer.code()
}

func (s running) expect(t *testing.T, what, credential string, status int, code string) {
	t.Helper()
	if gotStatus, gotCode := s.ask(t, credential); gotStatus != status || gotCode != code {
		t.Errorf("%s: %d %s, want %d %s", what, gotStatus, gotCode, status, code)
	}
}

func TestServeWithKeys(t *testing.T) {
	file := filepath.Join(t.TempDir(), "keys.csv")
	reader, operator := newTestKey(t, "explorer", file), newTestKey(t, "ops", file, "--role", "operator", "--rate", "0.001")
	s := startServe(t, "--api-keys", file)
	s.expect(t, "no credentials", "", http.StatusUnauthorized, "UNAUTHENTICATED")
	s.expect(t, "a wrong key", reader+"X", http.StatusUnauthorized, "UNAUTHENTICATED")
	s.expect(t, "a reader", reader, http.StatusOK, "")
	s.expect(t, "an operator", operator, http.StatusOK, "")
	s.expect(t, "an operator above the rate", operator, http.StatusTooManyRequests, "RATE_LIMITED")

	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	writeFile(t, file, strings.Join(append(lines[:1:1], lines[2:]...), "")) // without the reader
	refused := false
	for range 300 { // the file is looked at every two seconds
		if status, _ := s.ask(t, reader); status == http.StatusUnauthorized {
			refused = true
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if !refused {
		t.Error("a revoked key is still good")
	}
	if log := s.log.String(); strings.Contains(log, reader) || strings.Contains(log, operator) || !strings.Contains(log, "who=key:explorer") {
		t.Errorf("the log:\n%s", log)
	}
}

// newTestKey makes a key as an operator does and gives what its holder sends.
func newTestKey(t *testing.T, name, file string, more ...string) string {
	t.Helper()
	code, stdout, stderr := command(t, append([]string{"key", "new", "--name", name, "--file", file}, more...)...)
	credential := strings.TrimSuffix(stdout, "\n")
	if code != exitDone || !regexp.MustCompile(`^ink_[A-Z2-7]{26}$`).MatchString(credential) || strings.Contains(stderr, credential) {
		t.Fatalf("exit %d, %q, %q", code, stdout, stderr)
	}
	if text, _ := os.ReadFile(file); strings.Contains(string(text), credential) {
		t.Fatalf("the file has the key:\n%s", text)
	}
	return credential
}

func TestServeWithTokens(t *testing.T) {
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	provider := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprintf(w, `{"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","kid":"1","x":%q}]}`, base64.RawURLEncoding.EncodeToString(public))
	}))
	defer provider.Close()
	s := startServe(t, "--jwks", provider.URL, "--jwt-issuer", "https://id.example.cn", "--jwt-audience", "innograph", "--jwt-role-claim", "realm_access.roles")
	signed := func(audience string, end time.Duration, roles ...string) string {
		token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, jwt.MapClaims{
			"iss": "https://id.example.cn", "aud": audience, "sub": "zhang", "exp": time.Now().Add(end).Unix(), "realm_access": map[string]any{"roles": roles},
		})
		token.Header["kid"] = "1"
		text, err := token.SignedString(private)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	s.expect(t, "no credentials", "", http.StatusUnauthorized, "UNAUTHENTICATED")
	s.expect(t, "a reader", signed("innograph", time.Hour, "reader"), http.StatusOK, "")
	s.expect(t, "no role", signed("innograph", time.Hour, "guest"), http.StatusForbidden, "FORBIDDEN")
	s.expect(t, "another audience", signed("other", time.Hour, "reader"), http.StatusUnauthorized, "UNAUTHENTICATED")
	s.expect(t, "over", signed("innograph", -time.Hour, "reader"), http.StatusUnauthorized, "UNAUTHENTICATED")
	s.expect(t, "an API key where there are none", "ink_ABCDEFGHIJKLMNOPQRSTUVWXYZ", http.StatusUnauthorized, "UNAUTHENTICATED")
	if log := s.log.String(); !strings.Contains(log, "who=subject:zhang") || strings.Contains(log, "eyJ") {
		t.Errorf("the log:\n%s", log)
	}
}

func TestServeWithoutCredentials(t *testing.T) {
	s := startServe(t)
	for range 200 {
		if status, _ := s.ask(t, ""); status != http.StatusOK {
			t.Fatalf("on this machine nobody is limited: %d", status)
		}
	}
	open := startServe(t, "--no-auth", "--rate", "0.001", "--burst", "2")
	open.expect(t, "everybody", "", http.StatusOK, "")
	open.expect(t, "everybody", "", http.StatusOK, "")
	open.expect(t, "the third", "", http.StatusTooManyRequests, "RATE_LIMITED")
}

// TestLimitsOfClients: which limits hold follows from who can come.
func TestLimitsOfClients(t *testing.T) {
	keys := filepath.Join(t.TempDir(), "keys.csv")
	credential := newTestKey(t, "a", keys)
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"this machine":           {nil, `{"maxClientRate":null,"maxClientBurst":null,"maxClientConcurrent":null}`},
		"this machine, a burst":  {[]string{"--burst", "7"}, `{"maxClientRate":50,"maxClientBurst":7,"maxClientConcurrent":16}`},
		"keys":                   {[]string{"--api-keys", keys}, `{"maxClientRate":50,"maxClientBurst":100,"maxClientConcurrent":16}`},
		"everybody":              {[]string{"--no-auth"}, `{"maxClientRate":50,"maxClientBurst":100,"maxClientConcurrent":16}`},
		"keys, any rate":         {[]string{"--api-keys", keys, "--rate", "0"}, `{"maxClientRate":null,"maxClientBurst":null,"maxClientConcurrent":16}`},
		"keys, a rate and burst": {[]string{"--api-keys", keys, "--rate", "2.5", "--burst", "9"}, `{"maxClientRate":2.5,"maxClientBurst":9,"maxClientConcurrent":16}`},
		"keys, a low rate":       {[]string{"--api-keys", keys, "--rate", "0.2"}, `{"maxClientRate":0.2,"maxClientBurst":1,"maxClientConcurrent":16}`},
	} {
		t.Run(name, func(t *testing.T) {
			s := startServe(t, c.args...)
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.base+"/graphql?query=%7BserviceConfig%7Blimits%7BmaxClientRate%20maxClientBurst%20maxClientConcurrent%7D%7D%7D", nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Authorization", "Bearer "+credential)
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = resp.Body.Close() }()
			text, err := io.ReadAll(resp.Body)
			if err != nil || !strings.Contains(string(text), c.want) {
				t.Errorf("%v: %s, want %s", err, text, c.want)
			}
		})
	}
}

func TestWrongUseOfAccess(t *testing.T) {
	dir := t.TempDir()
	keys, bad := filepath.Join(dir, "keys.csv"), writeFile(t, filepath.Join(dir, "bad.csv"), "name,hash,role,rate,expires\na,ink_TOPSECRET,reader,,\n")
	newTestKey(t, "taken", keys)
	closed := closedPort(t)
	for name, c := range map[string]struct {
		args []string
		code int
		want string
	}{
		"open without a word":       {[]string{"serve", "--listen", "0.0.0.0:0"}, exitFailed, "--no-auth"},
		"open, empty host":          {[]string{"serve", "--listen", ":0"}, exitFailed, "--api-keys FILE"},
		"no file of keys":           {[]string{"serve", "--api-keys", filepath.Join(dir, "none.csv")}, exitFailed, "none.csv: there is no such file"},
		"a bad file of keys":        {[]string{"serve", "--api-keys", bad}, exitFailed, "bad.csv: line 2, field hash"},
		"no issuer":                 {[]string{"serve", "--jwks", "https://id.example.cn/k", "--jwt-audience", "x"}, exitUsage, "--jwks needs --jwt-issuer and --jwt-audience"},
		"no audience":               {[]string{"serve", "--jwks", "https://id.example.cn/k", "--jwt-issuer", "x"}, exitUsage, "--jwks needs"},
		"no key set":                {[]string{"serve", "--jwt-issuer", "x"}, exitUsage, "belong to --jwks"},
		"no TLS":                    {[]string{"serve", "--jwks", "http://id.example.cn/k", "--jwt-issuer", "x", "--jwt-audience", "y"}, exitFailed, "must be an https:// address"},
		"no identity provider":      {[]string{"serve", "--jwks", "http://" + closed, "--jwt-issuer", "x", "--jwt-audience", "y"}, exitFailed, "cannot be had"},
		"a negative rate":           {[]string{"serve", "--rate=-1"}, exitUsage, "from 0 up"},
		"a burst without a rate":    {[]string{"serve", "--rate", "0", "--burst", "1"}, exitUsage, "needs a --rate"},
		"no proxy":                  {[]string{"serve", "--trusted-proxy", "proxy.example.cn"}, exitFailed, "is no address or network"},
		"key without a name":        {[]string{"key", "new"}, exitUsage, "name"},
		"key with a bad name":       {[]string{"key", "new", "--name", "a b"}, exitUsage, "cannot be the name"},
		"key with a bad role":       {[]string{"key", "new", "--name", "a", "--role", "admin"}, exitUsage, "there are reader and operator"},
		"key with a bad rate":       {[]string{"key", "new", "--name", "a", "--rate=-1"}, exitUsage, "cannot have a rate"},
		"key with a bad end":        {[]string{"key", "new", "--name", "a", "--expires", "2027/6/30"}, exitUsage, "2027-06-30"},
		"key with a taken name":     {[]string{"key", "new", "--name", "taken", "--file", keys}, exitFailed, "line 3, field name: stands in line 2 already"},
		"key with a word too many":  {[]string{"key", "new", "--name", "a", "b"}, exitUsage, `takes no "b"`},
		"no such command below key": {[]string{"key", "nwe"}, exitUsage, `no command key "nwe"`},
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := command(t, c.args...)
			if code != c.code || !strings.Contains(stderr, c.want) || strings.Contains(stdout+stderr, "TOPSECRET") || strings.Contains(stdout, "ink_") {
				t.Errorf("exit %d, want %d\nstdout: %s\nstderr: %s\nwant in it: %s", code, c.code, stdout, stderr, c.want)
			}
		})
	}
}

func TestKeyNewWithoutAFilePrintsTheLine(t *testing.T) {
	code, stdout, _ := command(t, "key", "new", "--name", "临沂", "--role", "operator", "--rate", "2.5", "--expires", "2027-06-30T00:00:00Z")
	lines := strings.Split(stdout, "\n")
	if code != exitDone || len(lines) != 3 || !strings.HasPrefix(lines[0], "ink_") || !strings.HasPrefix(lines[1], "临沂,sha256:") || !strings.HasSuffix(lines[1], ",operator,2.5,2027-06-30T00:00:00Z") {
		t.Fatalf("exit %d:\n%s", code, stdout)
	}
	file := writeFile(t, filepath.Join(t.TempDir(), "keys.csv"), "name,hash,role,rate,expires\n"+lines[1]+"\n")
	startServe(t, "--api-keys", file).expect(t, "the line in a file", lines[0], http.StatusOK, "")
}
