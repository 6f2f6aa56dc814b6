// Package memory is the embedded store: the whole graph in this process.
//
// A graph is an immutable snapshot behind one atomic pointer. Readers take the
// pointer once per call and no lock; a load builds the next snapshot beside it
// and swaps. An answer is therefore always of one generation, and an old
// snapshot goes when its last reader is done.
//
// Inside a snapshot entities and relations are sorted by id and known by their
// places, dense integers. Entities are objects; relations, of which there are far
// more, are rows without pointers, and become objects when they are read. On top
// of these stand
//
//   - sets of entities as bitmaps, one bit per entity: a filter becomes one
//     bitmap, put together from stored ones (kind, status, has a relation of a
//     type), from postings (search tokens, sources, properties) and from walks
//     over the edges (region, field, related);
//   - the edges of each entity as one stretch of one array, in the order in
//     which Neighbors gives them;
//   - the order of names.
//
// At a million entities a bitmap has 122 KB, so that a filter costs tens of
// microseconds plus the postings and edges it touches.
package memory
