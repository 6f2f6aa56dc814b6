package store

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
)

// signatureBytes is how much of a signature a cursor carries: 128 bits, which
// nobody guesses.
const signatureBytes = 16

// Signer signs cursors, so that clients can bring back only what was given to
// them. Servers that answer the same clients need the same secret. The zero Signer
// signs with an empty secret, which everybody knows.
type Signer struct{ key [sha256.Size]byte }

// NewSigner makes a signer of a secret, which may have any length: who can guess
// it can forge cursors.
func NewSigner(secret []byte) Signer { return Signer{sha256.Sum256(secret)} }

// RandomSigner makes a signer with a secret that nobody knows. Its cursors end
// with the process.
func RandomSigner() Signer { return NewSigner([]byte(rand.Text())) }

// Fingerprint tells signers apart without telling the secret.
func (s Signer) Fingerprint() string { return hex.EncodeToString(s.sign([]byte("fingerprint"))) }

func (s Signer) sign(text []byte) []byte {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write(text)
	return mac.Sum(nil)[:signatureBytes]
}

func (s Signer) signed(text, signature []byte) bool {
	return hmac.Equal(s.sign(text), signature)
}
