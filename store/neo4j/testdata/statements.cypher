// entities
MATCH (n:Entity) WHERE n.id IN $ids
RETURN n.record

// documents
MATCH (n:Document) WHERE n.id IN $ids
RETURN n.record

// list: everything by id
CALL () { MATCH (n:Entity) WHERE n.id IS NOT NULL WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
RETURN rows, false AS earlier, false AS later, -1

// list: everything by name, next page with total
CALL () { MATCH (n:Entity) WHERE n.sort_name > $after WITH n ORDER BY n.sort_name LIMIT $limit
RETURN collect([n.sort_name, n.record]) AS rows }
CALL () { MATCH (n:Entity) WHERE n.sort_name <= $after WITH n ORDER BY n.sort_name DESC LIMIT 1
RETURN count(n) > 0 AS earlier }
CALL () { MATCH (n:Entity)
RETURN count(n) AS total }
RETURN rows, earlier, false AS later, total

// list: by name backwards, last page
CALL () { MATCH (n:Entity) WHERE n.sort_name > $before WITH n ORDER BY n.sort_name LIMIT $limit
RETURN collect([n.sort_name, n.record]) AS rows }
CALL () { MATCH (n:Entity) WHERE n.sort_name <= $before WITH n ORDER BY n.sort_name DESC LIMIT 1
RETURN count(n) > 0 AS later }
RETURN rows, false AS earlier, later, -1

// list: of kinds by name
CALL () { UNWIND $kinds AS kind
CALL (kind) { MATCH (n:Entity) WHERE n.kind = kind AND n.sort_name IS NOT NULL WITH n ORDER BY n.kind, n.sort_name LIMIT $limit
RETURN n } WITH n ORDER BY n.sort_name LIMIT $limit
RETURN collect([n.sort_name, n.record]) AS rows }
RETURN rows, false AS earlier, false AS later, -1

// list: of kinds in a region, with total
CALL () { UNWIND $kinds AS kind
CALL (kind) { MATCH (n:Entity) WHERE n.kind = kind AND n.id > $after AND
  CASE WHEN NOT n.id IN $f1.ids THEN false
  WHEN NOT n.kind IN $f1.kinds THEN false
  WHEN NOT coalesce(n.status, '') IN $f1.statuses THEN false
  WHEN NOT $f1.region IN coalesce(n.within, ['']) THEN false
  WHEN NOT any(x IN $f1.fields WHERE x IN coalesce(n.fields_above, [''])) THEN false
  WHEN NOT $f1.document IN coalesce(n.documents, ['']) THEN false
  WHEN NOT $f1.section IN coalesce(n.sections, ['']) THEN false
  WHEN NOT (n.tokens CONTAINS $f1.exact OR any(terms IN $f1.readings WHERE all(x IN terms WHERE n.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f1.texts WHERE coalesce(n[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f1.lists WHERE any(y IN coalesce(n[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f1.present WHERE n[x] IS NOT NULL) THEN false ELSE true END WITH n ORDER BY n.kind, n.id LIMIT $limit
RETURN n } WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
CALL () { UNWIND $kinds AS kind
CALL (kind) { MATCH (n:Entity) WHERE n.kind = kind AND n.id <= $after AND
  CASE WHEN NOT n.id IN $f1.ids THEN false
  WHEN NOT n.kind IN $f1.kinds THEN false
  WHEN NOT coalesce(n.status, '') IN $f1.statuses THEN false
  WHEN NOT $f1.region IN coalesce(n.within, ['']) THEN false
  WHEN NOT any(x IN $f1.fields WHERE x IN coalesce(n.fields_above, [''])) THEN false
  WHEN NOT $f1.document IN coalesce(n.documents, ['']) THEN false
  WHEN NOT $f1.section IN coalesce(n.sections, ['']) THEN false
  WHEN NOT (n.tokens CONTAINS $f1.exact OR any(terms IN $f1.readings WHERE all(x IN terms WHERE n.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f1.texts WHERE coalesce(n[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f1.lists WHERE any(y IN coalesce(n[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f1.present WHERE n[x] IS NOT NULL) THEN false ELSE true END WITH n ORDER BY n.kind DESC, n.id DESC LIMIT 1
RETURN n } WITH n ORDER BY n.id DESC LIMIT 1
RETURN count(n) > 0 AS earlier }
CALL () { UNWIND $kinds AS kind MATCH (n:Entity) WHERE n.kind = kind AND n.id > '' AND
  CASE WHEN NOT n.id IN $f1.ids THEN false
  WHEN NOT n.kind IN $f1.kinds THEN false
  WHEN NOT coalesce(n.status, '') IN $f1.statuses THEN false
  WHEN NOT $f1.region IN coalesce(n.within, ['']) THEN false
  WHEN NOT any(x IN $f1.fields WHERE x IN coalesce(n.fields_above, [''])) THEN false
  WHEN NOT $f1.document IN coalesce(n.documents, ['']) THEN false
  WHEN NOT $f1.section IN coalesce(n.sections, ['']) THEN false
  WHEN NOT (n.tokens CONTAINS $f1.exact OR any(terms IN $f1.readings WHERE all(x IN terms WHERE n.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f1.texts WHERE coalesce(n[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f1.lists WHERE any(y IN coalesce(n[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f1.present WHERE n[x] IS NOT NULL) THEN false ELSE true END
RETURN count(n) AS total }
RETURN rows, earlier, false AS later, total

// list: by text
CALL () {
CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $lucene) YIELD node AS n WITH * WITH DISTINCT n
RETURN collect(n) AS found }
CALL (found) { UNWIND found AS n WITH n WHERE n.id IS NOT NULL WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
RETURN rows, false AS earlier, false AS later, -1

// list: by ids, with total
CALL () { MATCH (n:Entity) WHERE n.id IN $ids WITH * WITH DISTINCT n
RETURN collect(n) AS found }
CALL (found) { UNWIND found AS n WITH n WHERE n.id > $after WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
CALL (found) { UNWIND found AS n WITH n WHERE n.id <= $after WITH n ORDER BY n.id DESC LIMIT 1
RETURN count(n) > 0 AS earlier }
RETURN rows, earlier, false AS later, size(found)

// list: related to given entities
CALL () { MATCH (m:Entity) WHERE m.id IN $to MATCH (n:Entity)-[:HOSTED_BY]->(m) WITH * WITH DISTINCT n
RETURN collect(n) AS found }
CALL (found) { UNWIND found AS n WITH n WHERE n.id IS NOT NULL WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
RETURN rows, false AS earlier, false AS later, -1

// list: related to others, and not
CALL () { MATCH (n:Entity) WHERE n.id IS NOT NULL AND EXISTS { MATCH (n)-[:COOPERATES_WITH]-(m1:Entity) WHERE
  CASE WHEN NOT m1.id IN $f0.ids THEN false
  WHEN NOT m1.kind IN $f0.kinds THEN false
  WHEN NOT coalesce(m1.status, '') IN $f0.statuses THEN false
  WHEN NOT $f0.region IN coalesce(m1.within, ['']) THEN false
  WHEN NOT any(x IN $f0.fields WHERE x IN coalesce(m1.fields_above, [''])) THEN false
  WHEN NOT $f0.document IN coalesce(m1.documents, ['']) THEN false
  WHEN NOT $f0.section IN coalesce(m1.sections, ['']) THEN false
  WHEN NOT (m1.tokens CONTAINS $f0.exact OR any(terms IN $f0.readings WHERE all(x IN terms WHERE m1.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f0.texts WHERE coalesce(m1[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f0.lists WHERE any(y IN coalesce(m1[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f0.present WHERE m1[x] IS NOT NULL) THEN false ELSE true END } AND NOT (EXISTS { MATCH (n)-[:HOSTED_BY]->(m2:Entity) WHERE m2.id IN $f1 }) WITH n ORDER BY n.id LIMIT $limit
RETURN collect([n.id, n.record]) AS rows }
RETURN rows, false AS earlier, false AS later, -1

// facets: of everything
CALL () { MATCH (n:Entity)
RETURN collect(n) AS found }
CALL (found) { UNWIND found AS n WITH n.kind AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'KIND' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n WITH coalesce(n.status, '') AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'STATUS' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.regions, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'REGION' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'province'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'PROVINCE' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'city'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'CITY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'county'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'COUNTY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.fields, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'TECHNOLOGY_FIELD' AND t.level = 'top'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.fields_above, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'TOP_FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'TECHNOLOGY_FIELD' AND t.level = 'sub'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.fields_above, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'SUB_FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n
CALL (n) { OPTIONAL MATCH (n)-[r]-(:Entity)
RETURN collect(DISTINCT type(r)) AS types } UNWIND
  CASE WHEN size(types) = 0 THEN [''] ELSE types END AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'RELATION' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n
CALL (n) { OPTIONAL MATCH (n)-[r:STRONG_IN]->(:Entity)
RETURN collect(DISTINCT r.strength) AS words } UNWIND
  CASE WHEN size(words) = 0 THEN [''] ELSE words END AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'STRENGTH' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.documents, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'DOCUMENT' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n WITH coalesce(n.certainty, '') AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'CERTAINTY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size }
RETURN dimension, first, size

// facets: of kinds
CALL () { UNWIND $kinds AS kind MATCH (n:Entity) WHERE n.kind = kind AND n.id > ''
RETURN collect(n) AS found }
CALL (found) { UNWIND found AS n WITH n.kind AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'KIND' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n WITH coalesce(n.status, '') AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'STATUS' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.regions, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'REGION' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'province'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'PROVINCE' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'city'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'CITY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'REGION' AND t.level = 'county'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.within, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'COUNTY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.fields, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'TECHNOLOGY_FIELD' AND t.level = 'top'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.fields_above, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'TOP_FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
CALL () { MATCH (t:Entity) WHERE t.kind = 'TECHNOLOGY_FIELD' AND t.level = 'sub'
RETURN collect(t.id) AS ids } UNWIND found AS n WITH ids, coalesce(n.fields_above, []) AS above, count(*) AS times WITH [x IN above WHERE x IN ids] AS values, times UNWIND
  CASE WHEN size(values) = 0 THEN [''] ELSE values END AS value WITH value, times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'SUB_FIELD' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n
CALL (n) { OPTIONAL MATCH (n)-[r]-(:Entity)
RETURN collect(DISTINCT type(r)) AS types } UNWIND
  CASE WHEN size(types) = 0 THEN [''] ELSE types END AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'RELATION' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n
CALL (n) { OPTIONAL MATCH (n)-[r:STRONG_IN]->(:Entity)
RETURN collect(DISTINCT r.strength) AS words } UNWIND
  CASE WHEN size(words) = 0 THEN [''] ELSE words END AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'STRENGTH' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n UNWIND coalesce(n.documents, ['']) AS value WITH value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'DOCUMENT' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size
UNION ALL
UNWIND found AS n WITH coalesce(n.certainty, '') AS value, 1 AS times WITH value, sum(times) AS count ORDER BY count DESC, value WITH collect([value, count]) AS buckets
RETURN 'CERTAINTY' AS dimension, buckets[..$buckets] AS first, size(buckets) AS size }
RETURN dimension, first, size

// search: everything
CALL () {
CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $exact) YIELD node AS n WITH n
RETURN n, true AS exact
UNION ALL
CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $terms) YIELD node AS n WITH n WITH n ORDER BY n.id LIMIT $candidates
RETURN n, false AS exact }
RETURN exact, n.record

// search: in a region
CALL () {
CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $exact) YIELD node AS n WITH n WHERE
  CASE WHEN NOT n.id IN $f0.ids THEN false
  WHEN NOT n.kind IN $f0.kinds THEN false
  WHEN NOT coalesce(n.status, '') IN $f0.statuses THEN false
  WHEN NOT $f0.region IN coalesce(n.within, ['']) THEN false
  WHEN NOT any(x IN $f0.fields WHERE x IN coalesce(n.fields_above, [''])) THEN false
  WHEN NOT $f0.document IN coalesce(n.documents, ['']) THEN false
  WHEN NOT $f0.section IN coalesce(n.sections, ['']) THEN false
  WHEN NOT (n.tokens CONTAINS $f0.exact OR any(terms IN $f0.readings WHERE all(x IN terms WHERE n.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f0.texts WHERE coalesce(n[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f0.lists WHERE any(y IN coalesce(n[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f0.present WHERE n[x] IS NOT NULL) THEN false ELSE true END
RETURN n, true AS exact
UNION ALL
CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $terms) YIELD node AS n WITH n WHERE
  CASE WHEN NOT n.id IN $f0.ids THEN false
  WHEN NOT n.kind IN $f0.kinds THEN false
  WHEN NOT coalesce(n.status, '') IN $f0.statuses THEN false
  WHEN NOT $f0.region IN coalesce(n.within, ['']) THEN false
  WHEN NOT any(x IN $f0.fields WHERE x IN coalesce(n.fields_above, [''])) THEN false
  WHEN NOT $f0.document IN coalesce(n.documents, ['']) THEN false
  WHEN NOT $f0.section IN coalesce(n.sections, ['']) THEN false
  WHEN NOT (n.tokens CONTAINS $f0.exact OR any(terms IN $f0.readings WHERE all(x IN terms WHERE n.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f0.texts WHERE coalesce(n[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f0.lists WHERE any(y IN coalesce(n[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f0.present WHERE n[x] IS NOT NULL) THEN false ELSE true END WITH n ORDER BY n.id LIMIT $candidates
RETURN n, false AS exact }
RETURN exact, n.record

// neighbors: in turns
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) WITH r, b ORDER BY type(r), r.weight DESC, b.id, r.id WITH type(r) AS type, collect([r, b])[..$limit] AS some UNWIND range(0, size(some) - 1) AS turn WITH type, turn, some[turn][0] AS r, some[turn][1] AS b ORDER BY turn, type LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true)
RETURN count(r) AS total }
RETURN i, rows, false AS earlier, false AS later, total

// neighbors: without some
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND NOT r.id IN $filter.without AND coalesce(b.kind IN $filter.kinds, true) WITH a, r, b ORDER BY type(r), r.weight DESC, b.id, r.id LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
RETURN i, rows, false AS earlier, false AS later, -1

// neighbors: all
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) WITH a, r, b ORDER BY type(r), r.weight DESC, b.id, r.id LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
RETURN i, rows, false AS earlier, false AS later, -1

// neighbors: of one type, next page with total
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)<-[r:HOSTED_BY]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) AND (type(r) > $after.type OR type(r) = $after.type AND (r.weight < $after.weight OR r.weight = $after.weight AND (b.id > $after.far OR b.id = $after.far AND r.id > $after.id))) WITH a, r, b ORDER BY type(r), r.weight DESC, b.id, r.id LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
CALL (a) { MATCH (a)<-[r:HOSTED_BY]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) AND NOT (type(r) > $after.type OR type(r) = $after.type AND (r.weight < $after.weight OR r.weight = $after.weight AND (b.id > $after.far OR b.id = $after.far AND r.id > $after.id))) WITH r LIMIT 1
RETURN count(r) > 0 AS earlier }
CALL (a) { MATCH (a)<-[r:HOSTED_BY]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true)
RETURN count(r) AS total }
RETURN i, rows, earlier, false AS later, total

// neighbors: of several types, last page
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) AND (type(r) < $before.type OR type(r) = $before.type AND (r.weight > $before.weight OR r.weight = $before.weight AND (b.id < $before.far OR b.id = $before.far AND r.id < $before.id))) AND (startNode(r) = a OR type(r) IN $symmetric) WITH a, r, b ORDER BY type(r) DESC, r.weight, b.id DESC, r.id DESC LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) AND NOT (type(r) < $before.type OR type(r) = $before.type AND (r.weight > $before.weight OR r.weight = $before.weight AND (b.id < $before.far OR b.id = $before.far AND r.id < $before.id))) AND (startNode(r) = a OR type(r) IN $symmetric) WITH r LIMIT 1
RETURN count(r) > 0 AS later }
RETURN i, rows, false AS earlier, later, -1

// neighbors: to far entities in a region
UNWIND range(0, size($ids) - 1) AS i MATCH (a:Entity {id: $ids[i]})
CALL (a) { MATCH (a)-[r]-(b:Entity) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false ELSE true END AND coalesce(b.kind IN $filter.kinds, true) AND
  CASE WHEN NOT b.id IN $f0.ids THEN false
  WHEN NOT b.kind IN $f0.kinds THEN false
  WHEN NOT coalesce(b.status, '') IN $f0.statuses THEN false
  WHEN NOT $f0.region IN coalesce(b.within, ['']) THEN false
  WHEN NOT any(x IN $f0.fields WHERE x IN coalesce(b.fields_above, [''])) THEN false
  WHEN NOT $f0.document IN coalesce(b.documents, ['']) THEN false
  WHEN NOT $f0.section IN coalesce(b.sections, ['']) THEN false
  WHEN NOT (b.tokens CONTAINS $f0.exact OR any(terms IN $f0.readings WHERE all(x IN terms WHERE b.tokens CONTAINS x))) THEN false
  WHEN NOT all(x IN $f0.texts WHERE coalesce(b[x.name] IN x.values, false)) THEN false
  WHEN NOT all(x IN $f0.lists WHERE any(y IN coalesce(b[x.name], []) WHERE y IN x.values)) THEN false
  WHEN NOT all(x IN $f0.present WHERE b[x] IS NOT NULL) THEN false ELSE true END WITH a, r, b ORDER BY type(r), r.weight DESC, b.id, r.id LIMIT $limit
RETURN collect([r.record, b.record]) AS rows }
RETURN i, rows, false AS earlier, false AS later, -1

// paths of up to 3 hops
OPTIONAL MATCH (s:Entity {id: $from}) OPTIONAL MATCH (t:Entity {id: $to})
CALL (s, t) {
CALL (s, t) { MATCH (s)-[r]-(t)
RETURN DISTINCT [s, t] AS nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(t) WHERE n1.kind IN $between AND n1 <> t AND n1 <> s WITH [s, n1, t] AS nodes, max(r1.weight * r2.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(n2)-[r3]-(t) WHERE n1.kind IN $between AND n1 <> t AND n1 <> s AND n2.kind IN $between AND n2 <> t AND n2 <> s AND n2 <> n1 WITH [s, n1, n2, t] AS nodes, max(r1.weight * r2.weight * r3.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes } WITH nodes LIMIT $k
CALL (nodes) { UNWIND range(1, size(nodes) - 1) AS i WITH i, nodes[i - 1] AS a, nodes[i] AS b
CALL (a, b) { MATCH (a)-[r]-(b)
RETURN r ORDER BY r.weight DESC, r.id LIMIT 1 } WITH i, b, r ORDER BY i
RETURN collect([r.record, b.record]) AS steps }
RETURN collect(steps) AS paths }
RETURN s IS NULL, t IS NULL, s.record, paths

// paths of up to 3 hops of some relations
OPTIONAL MATCH (s:Entity {id: $from}) OPTIONAL MATCH (t:Entity {id: $to})
CALL (s, t) {
CALL (s, t) { MATCH (s)-[r]-(t) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r) IN $symmetric OR (startNode(r) = s) = $sense) THEN false ELSE true END
RETURN DISTINCT [s, t] AS nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(t) WHERE
  CASE WHEN NOT (type(r1) IN $filter.types) THEN false
  WHEN NOT (r1.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r1.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r1) IN $symmetric OR (startNode(r1) = s) = $sense) THEN false ELSE true END AND n1.kind IN $between AND n1 <> t AND n1 <> s AND
  CASE WHEN NOT (type(r2) IN $filter.types) THEN false
  WHEN NOT (r2.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r2.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r2) IN $symmetric OR (startNode(r2) = n1) = $sense) THEN false ELSE true END WITH [s, n1, t] AS nodes, max(r1.weight * r2.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(n2)-[r3]-(t) WHERE
  CASE WHEN NOT (type(r1) IN $filter.types) THEN false
  WHEN NOT (r1.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r1.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r1) IN $symmetric OR (startNode(r1) = s) = $sense) THEN false ELSE true END AND n1.kind IN $between AND n1 <> t AND n1 <> s AND
  CASE WHEN NOT (type(r2) IN $filter.types) THEN false
  WHEN NOT (r2.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r2.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r2) IN $symmetric OR (startNode(r2) = n1) = $sense) THEN false ELSE true END AND n2.kind IN $between AND n2 <> t AND n2 <> s AND n2 <> n1 AND
  CASE WHEN NOT (type(r3) IN $filter.types) THEN false
  WHEN NOT (r3.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r3.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r3) IN $symmetric OR (startNode(r3) = n2) = $sense) THEN false ELSE true END WITH [s, n1, n2, t] AS nodes, max(r1.weight * r2.weight * r3.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes } WITH nodes LIMIT $k
CALL (nodes) { UNWIND range(1, size(nodes) - 1) AS i WITH i, nodes[i - 1] AS a, nodes[i] AS b
CALL (a, b) { MATCH (a)-[r]-(b) WHERE
  CASE WHEN NOT (type(r) IN $filter.types) THEN false
  WHEN NOT (r.weight >= $filter.minWeight) THEN false
  WHEN NOT (coalesce(r.status, '') IN $filter.statuses) THEN false
  WHEN NOT (type(r) IN $symmetric OR (startNode(r) = a) = $sense) THEN false ELSE true END
RETURN r ORDER BY r.weight DESC, r.id LIMIT 1 } WITH i, b, r ORDER BY i
RETURN collect([r.record, b.record]) AS steps }
RETURN collect(steps) AS paths }
RETURN s IS NULL, t IS NULL, s.record, paths

// paths of up to 3 hops through a region
OPTIONAL MATCH (s:Entity {id: $from}) OPTIONAL MATCH (t:Entity {id: $to})
CALL (s, t) {
CALL (s, t) { MATCH (s)-[r]-(t)
RETURN DISTINCT [s, t] AS nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(t) WHERE n1.kind IN $between AND n1 <> t AND $region IN coalesce(n1.within, ['']) AND n1 <> s WITH [s, n1, t] AS nodes, max(r1.weight * r2.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes
UNION ALL
MATCH (s)-[r1]-(n1)-[r2]-(n2)-[r3]-(t) WHERE n1.kind IN $between AND n1 <> t AND $region IN coalesce(n1.within, ['']) AND n1 <> s AND n2.kind IN $between AND n2 <> t AND $region IN coalesce(n2.within, ['']) AND n2 <> s AND n2 <> n1 WITH [s, n1, n2, t] AS nodes, max(r1.weight * r2.weight * r3.weight) AS weight ORDER BY weight DESC, [n IN nodes | n.id] LIMIT $k
RETURN nodes } WITH nodes LIMIT $k
CALL (nodes) { UNWIND range(1, size(nodes) - 1) AS i WITH i, nodes[i - 1] AS a, nodes[i] AS b
CALL (a, b) { MATCH (a)-[r]-(b)
RETURN r ORDER BY r.weight DESC, r.id LIMIT 1 } WITH i, b, r ORDER BY i
RETURN collect([r.record, b.record]) AS steps }
RETURN collect(steps) AS paths }
RETURN s IS NULL, t IS NULL, s.record, paths

// walk: one step of any type, without paths
CALL () { UNWIND $starts AS x MATCH (b:Entity {id: x.id}) WITH b, x.weight AS s, COUNT { (b)--() } AS d ORDER BY b.id
RETURN collect([b, s, s]) AS l0, sum(d) AS t0 }
CALL (l0, t0) { UNWIND
  CASE WHEN t0 > $touch THEN [] ELSE range(0, size(l0) - 1) END AS i WITH i, l0, l0[i][0] AS a MATCH (a)-[r]-(b) WITH i, l0, b, r, r.weight * $s1.decay AS e WHERE e > 0 WITH i, l0[i][1] AS s, l0[i][2] AS m, b, max(e) AS e WITH b, sum(s * e) AS s, max(m * e) AS m, 0 AS ways WITH b, floor(s * 1e9 + 0.5) / 1e9 AS score, m, ways WHERE score > 0 WITH b, score, m, ways ORDER BY score DESC, b.id WITH collect([b, score, m, ways]) AS reached
RETURN reached[..$ends] AS ends, size(reached) AS total } WITH *, [] AS starts, [x IN ends | [x[0].record, x[1], []]] AS found
RETURN t0, total, starts, found

// walk: two steps into a region
CALL () { UNWIND $starts AS x MATCH (b:Entity {id: x.id}) WITH b, x.weight AS s, COUNT { (b)-[:APPLIES_TO]-() } AS d ORDER BY b.id
RETURN collect([b, s, s]) AS l0, sum(d) AS t0 }
CALL (l0, t0) { UNWIND
  CASE WHEN t0 > $touch THEN [] ELSE range(0, size(l0) - 1) END AS i WITH i, l0, l0[i][0] AS a MATCH (a)<-[r:APPLIES_TO]-(b) WITH i, l0, b, r, r.weight * $s1.decay AS e WHERE e > 0 WITH i, l0[i][1] AS s, l0[i][2] AS m, b, max(e) AS e, collect(r) AS relations WITH b, sum(s * e) AS s, max(m * e) AS m, collect([i, e, relations]) AS ways WITH b, s, m, ways, COUNT { (b)-[:STRONG_IN]-() } AS d ORDER BY b.id
RETURN collect([b, s, m, ways]) AS l1, sum(d) AS d1 } WITH *, t0 + d1 AS t1
CALL (l1, t1) { UNWIND
  CASE WHEN t1 > $touch THEN [] ELSE range(0, size(l1) - 1) END AS i WITH i, l1, l1[i][0] AS a MATCH (a)<-[r:STRONG_IN]-(b) WITH i, l1, b, r,
  CASE WHEN NOT (CASE
  WHEN NOT $f1.region IN coalesce(b.within, ['']) THEN false ELSE true END) THEN 0.0 ELSE r.weight * $s2.decay END AS e WHERE e > 0 WITH i, l1[i][1] AS s, l1[i][2] AS m, b, max(e) AS e, collect(r) AS relations WITH b, sum(s * e) AS s, max(m * e) AS m, collect([i, e, relations]) AS ways WITH b, floor(s * 1e9 + 0.5) / 1e9 AS score, m, ways WHERE score > 0 WITH b, score, m, ways ORDER BY score DESC, b.id WITH collect([b, score, m, ways]) AS reached
RETURN reached[..$ends] AS ends, size(reached) AS total }
CALL (ends, l0, l1) { UNWIND ends AS last WITH *, [[last, [], [], [], []]] AS k2 WITH *, [k IN k2 | [k, [way IN k[0][3] | [way, l1[way[0]]]]]] AS f1
CALL (f1) { UNWIND f1 AS f UNWIND f[1] AS w WITH f[0] AS k, w[0] AS way, w[1] AS x WITH x, [way[1]] + k[1] AS weights, [x[0]] + k[2] AS nodes, k[3] + x[0].id AS ids, [way[2]] + k[4] AS steps, way[0] AS place WITH *, reduce(w = x[2], e IN weights | w * e) AS bring ORDER BY bring DESC, ids LIMIT $paths + 1
RETURN collect([x, weights, nodes, ids, steps, bring, place]) AS k1 } WITH *, [k IN k1 | [k, [way IN k[0][3] | [way, l0[way[0]]]]]] AS f0
CALL (f0) { UNWIND f0 AS f UNWIND f[1] AS w WITH f[0] AS k, w[0] AS way, w[1] AS x WITH x, [way[1]] + k[1] AS weights, k[2] AS nodes, k[3] + x[0].id AS ids, [way[2]] + k[4] AS steps, way[0] AS place WITH *, reduce(w = x[2], e IN weights | w * e) AS bring ORDER BY bring DESC, ids LIMIT $paths + 1
RETURN collect([x, weights, nodes, ids, steps, bring, place]) AS k0 }
RETURN collect([last[0].record, last[1], [k IN k0 | [k[5], k[6], [n IN k[2] | n.record], [s IN k[4] | [r IN s | r.record]]]]]) AS found } WITH *, [x IN l0 | x[0].record] AS starts
RETURN t1, total, starts, found

// walk: symmetric and other types
CALL () { UNWIND $starts AS x MATCH (b:Entity {id: x.id}) WITH b, x.weight AS s, COUNT { (b)-[:COOPERATES_WITH|HOSTED_BY]-() } AS d ORDER BY b.id
RETURN collect([b, s, s]) AS l0, sum(d) AS t0 }
CALL (l0, t0) { UNWIND
  CASE WHEN t0 > $touch THEN [] ELSE range(0, size(l0) - 1) END AS i WITH i, l0, l0[i][0] AS a MATCH (a)-[r:COOPERATES_WITH|HOSTED_BY]-(b) WITH i, l0, b, r,
  CASE WHEN NOT (startNode(r) = a OR type(r) IN $symmetric) THEN 0.0 ELSE r.weight * $s1.decay END AS e WHERE e > 0 WITH i, l0[i][1] AS s, l0[i][2] AS m, b, max(e) AS e WITH b, sum(s * e) AS s, max(m * e) AS m, 0 AS ways WITH b, floor(s * 1e9 + 0.5) / 1e9 AS score, m, ways WHERE score > 0 WITH b, score, m, ways ORDER BY score DESC, b.id WITH collect([b, score, m, ways]) AS reached
RETURN reached[..$ends] AS ends, size(reached) AS total } WITH *, [] AS starts, [x IN ends | [x[0].record, x[1], []]] AS found
RETURN t0, total, starts, found

// generation
MATCH (m:Meta {id: $id})
RETURN m.record, m.pending

// dump documents
MATCH (n:Document) WHERE n.id IS NOT NULL WITH n ORDER BY n.id
RETURN n.record

// dump entities
MATCH (n:Entity) WHERE n.id IS NOT NULL WITH n ORDER BY n.id
RETURN n.record

// dump relations
MATCH ()-[r]->() WHERE r.id IS NOT NULL WITH r ORDER BY r.id
RETURN r.record

// load lock
MERGE (l:LoadLock {id: $id}) SET l.since = $since

// stored entities
MATCH (n:Entity)
RETURN n.id, n.hash

// stored relations
MATCH ()-[r]->()
RETURN r.id, r.hash, type(r)

// put documents
UNWIND $rows AS row MERGE (n:Document {id: row.id}) SET n = row
RETURN count(*)

// take writers
UNWIND $ids AS id MERGE (l:LoadLock {id: id}) SET l.holder = $holder

// fence
MATCH (l:LoadLock {id: $id}) SET l.since = $since
RETURN l.holder = $holder

// create entities
UNWIND $rows AS row CREATE (n:Entity:Platform) SET n = row
RETURN count(*)

// put entities
UNWIND $rows AS row MERGE (n:Entity {id: row.id}) REMOVE n:University:ResearchInstitute:Enterprise:Hospital:Agency:Association:IndustryCluster:KeyProject:TechnologyField:Discipline:Region:Programme:Indicator:Policy SET n:Platform SET n = row
RETURN count(*)

// create relations
UNWIND $rows AS row MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) CREATE (a)-[r:HOSTED_BY]->(b) SET r = row.properties
RETURN count(*)

// update relations
UNWIND $rows AS row MATCH (a)-[r:HOSTED_BY {id: row.id}]->(b) WHERE a.id = row.from AND b.id = row.to SET r = row.properties
RETURN count(*)

// missing ends
UNWIND $rows AS row UNWIND [row.from, row.to] AS id WITH DISTINCT id WHERE NOT EXISTS { MATCH (:Entity {id: id}) }
RETURN id ORDER BY id LIMIT 10

// remove relations
UNWIND $rows AS row MATCH ()-[r:HOSTED_BY {id: row.id}]->() DELETE r
RETURN count(*)

// remove entities
UNWIND $rows AS row MATCH (n:Entity {id: row.id}) DETACH DELETE n
RETURN count(*)

// set meta
MERGE (m:Meta {id: $id}) SET m = $meta

