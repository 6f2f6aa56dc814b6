package apikey

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/innograph/innograph/ecosystem"
	"github.com/innograph/innograph/server/auth"
)

// Key is an API key as the file knows it.
type Key struct {
	Name    string
	Hash    [sha256.Size]byte
	Role    auth.Role
	Rate    float64   // requests a second; zero: as many as all clients
	Expires time.Time // the first moment when it no longer holds; zero: never
}

// New makes a key and the credential that its holder sends. The credential cannot be
// found again: it is nowhere but in the answer.
func New(name string, role auth.Role, rate float64, expires time.Time) (Key, string, error) {
	if !validName(name) {
		return Key{}, "", ecosystem.Errorf(ecosystem.CodeBadInput, "%q cannot be the name of a key: %s", name, nameRule)
	}
	if rate < 0 || rate > maxRate {
		return Key{}, "", ecosystem.Errorf(ecosystem.CodeBadInput, "a key cannot have a rate of %v: %s", rate, rateRule)
	}
	credential := auth.KeyPrefix + rand.Text()
	return Key{Name: name, Hash: hashOf(credential), Role: role, Rate: rate, Expires: expires}, credential, nil
}

func hashOf(credential string) [sha256.Size]byte { return sha256.Sum256([]byte(credential)) }

const nameRule = "up to 64 letters, digits and . _ - @, beginning with a letter or digit"

// validName keeps names readable in a log: no blanks, nothing invisible.
func validName(name string) bool {
	if name == "" || !utf8.ValidString(name) || utf8.RuneCountInString(name) > 64 {
		return false
	}
	for i, c := range name {
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) && (i == 0 || !strings.ContainsRune("._-@", c)) {
			return false
		}
	}
	return true
}

const hashPrefix = "sha256:"

// Line is a key as a line of the file.
func (k Key) Line() string {
	rate, expires := "", ""
	if k.Rate > 0 {
		rate = strconv.FormatFloat(k.Rate, 'f', -1, 64)
	}
	if !k.Expires.IsZero() {
		expires = k.Expires.Format(time.RFC3339)
	}
	var line strings.Builder
	w := csv.NewWriter(&line)
	// A strings.Builder takes everything.
	_ = w.Write([]string{k.Name, hashPrefix + hex.EncodeToString(k.Hash[:]), string(k.Role), rate, expires})
	w.Flush()
	return line.String()
}
