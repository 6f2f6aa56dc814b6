package neo4j

import (
	"encoding/hex"
	"maps"
)

// encoder makes rows of a stage what Neo4j keeps of them.
type encoder struct {
	stage      *stage
	tree       *tree
	reader     *spoolReader
	generation int64 // that writes the rows
}

func (s *stage) encoder(t *tree, generation int64) (*encoder, error) {
	reader, err := s.spool.reader()
	return &encoder{s, t, reader, generation}, err
}

func (s *encoder) document(n uint32) (properties, error) {
	row := &s.stage.documents.rows[n]
	texts, err := s.reader.row(row.place)
	if err != nil {
		return nil, err
	}
	d, err := decodeDocument(texts[0])
	if err != nil {
		return nil, err
	}
	return encodeDocument(d, texts[0]).stamp(row.print.hash(digest{}), s.generation), nil
}

func (s *encoder) entity(n uint32) (properties, error) {
	row := &s.stage.entities.rows[n]
	texts, err := s.reader.row(row.place)
	if err != nil {
		return nil, err
	}
	e, err := decodeEntity(texts[0])
	if err != nil {
		return nil, err
	}
	p, derived := encodeEntity(e, texts[0]), s.tree.derive(e, n, texts[1], texts[2])
	maps.Copy(p, derived)
	return p.stamp(row.print.hash(derived.digest()), s.generation), nil
}

// digest is that of what is derived for an entity.
func (s *encoder) digest(n uint32) (digest, error) {
	texts, err := s.reader.row(s.stage.entities.rows[n].place)
	if err != nil {
		return digest{}, err
	}
	e, err := decodeEntity(texts[0])
	if err != nil {
		return digest{}, err
	}
	return s.tree.derive(e, n, texts[1], texts[2]).digest(), nil
}

// relation is a relation with its ends.
type relation struct {
	id, from, to string
	properties   properties
}

func (s *encoder) relation(n uint32) (relation, error) {
	row := &s.stage.relations.rows[n]
	texts, err := s.reader.row(row.place)
	if err != nil {
		return relation{}, err
	}
	r, err := decodeRelation(texts[0])
	if err != nil {
		return relation{}, err
	}
	p := encodeRelation(r, texts[0]).stamp(row.print.hash(digest{}), s.generation)
	return relation{r.ID, r.From, r.To, p}, nil
}

// digest is a short digest of what is derived for an entity. The empty one is
// that of rows for which nothing is.
type digest [6]byte

func digestOf(text string) digest {
	var d digest
	_, _ = hex.Decode(d[:], []byte(text[:min(len(text), 2*len(d))])) // another text equals none
	return d
}

// formatEnd stands behind the format in a hash.
const formatEnd = "."

// hash is the property by which the next load finds out whether a row is still
// the same: the fingerprint, the format of its record and a digest of what is
// derived, with points between them.
func (f fingerprint) hash(derived digest) string {
	out := f.String() + "." + recordFormat + formatEnd
	if derived != (digest{}) {
		out += hex.EncodeToString(derived[:])
	}
	return out
}
