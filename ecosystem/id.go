package ecosystem

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// MaxIDLength bounds an id, in bytes.
const MaxIDLength = 200

// DocumentPrefix begins every document id.
const DocumentPrefix = "doc:"

// RelationPrefix begins every relation id.
const RelationPrefix = "rel:"

// The regions that are meant when none are named: Linyi 临沂市 looks for partners in the
// named region 长三角.
const (
	Linyi             = "region:371300"
	YangtzeRiverDelta = "region:yrd"
)

// CheckID says what is wrong with an id of kind k, or nothing.
func CheckID(id string, k Kind) error {
	info, ok := k.Info()
	if !ok {
		return fmt.Errorf("unknown kind %q", k)
	}
	return checkSlug(id, info.Prefix)
}

func checkSlug(id, prefix string) error {
	slug, ok := strings.CutPrefix(id, prefix)
	switch {
	case !ok:
		return fmt.Errorf("id %q must begin with %q", id, prefix)
	case slug == "":
		return fmt.Errorf("id %q has nothing after %q", id, prefix)
	case len(id) > MaxIDLength:
		return fmt.Errorf("id %q is longer than %d characters", id[:40]+"…", MaxIDLength)
	case strings.ContainsFunc(slug, notInSlug):
		return fmt.Errorf("id %q may hold only a-z, 0-9, '-', '_' and '.' after %q", id, prefix)
	}
	return nil
}

func notInSlug(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("-_.", r)
}

// HasIDPrefix reports whether s looks like an id rather than a name.
func HasIDPrefix(s string) bool {
	return slices.ContainsFunc(kinds, func(i KindInfo) bool { return strings.HasPrefix(s, i.Prefix) })
}

// RelationID is the stable id of a relation: two rows with the same type, ends,
// label, strength, year and value are one relation.
func (r Relation) RelationID() string {
	key := strings.Join([]string{string(r.Type), r.From, r.To, r.Label, r.Strength, strconv.Itoa(r.Year), r.Value, r.Unit}, "\x1f")
	sum := sha256.Sum256([]byte(key))
	return RelationPrefix + hex.EncodeToString(sum[:10])
}
