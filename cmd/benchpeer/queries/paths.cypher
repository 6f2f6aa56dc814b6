MATCH (s:Entity {id: $from}), (t:Entity {id: $to})
WITH s, t, ['REGION', 'TECHNOLOGY_FIELD', 'POLICY'] AS hierarchy
CALL (s, t, hierarchy) {
  MATCH (s)-[r]-(t)
  WITH [s, t] AS nodes, max(r.weight) AS weight
  RETURN nodes, weight
  UNION ALL
  MATCH (s)-[r1]-(a)-[r2]-(t)
  WHERE NOT a.kind IN hierarchy AND a <> s AND a <> t
  WITH [s, a, t] AS nodes, max(r1.weight * r2.weight) AS weight
  ORDER BY weight DESC, [n IN nodes | n.id] LIMIT 3
  RETURN nodes, weight
  UNION ALL
  MATCH (s)-[r1]-(a)-[r2]-(b)-[r3]-(t)
  WHERE NOT a.kind IN hierarchy AND NOT b.kind IN hierarchy AND a <> s AND a <> t AND b <> s AND b <> t AND a <> b
  WITH [s, a, b, t] AS nodes, max(r1.weight * r2.weight * r3.weight) AS weight
  ORDER BY weight DESC, [n IN nodes | n.id] LIMIT 3
  RETURN nodes, weight
  UNION ALL
  MATCH (s)-[r1]-(a)-[r2]-(b)-[r3]-(c)-[r4]-(t)
  WHERE NOT a.kind IN hierarchy AND NOT b.kind IN hierarchy AND NOT c.kind IN hierarchy AND a <> s AND a <> t AND b <> s AND b <> t AND c <> s AND c <> t AND a <> b AND a <> c AND b <> c
  WITH [s, a, b, c, t] AS nodes, max(r1.weight * r2.weight * r3.weight * r4.weight) AS weight
  ORDER BY weight DESC, [n IN nodes | n.id] LIMIT 3
  RETURN nodes, weight
}
WITH nodes, weight LIMIT 3
RETURN {nodes: [n IN nodes | n.id], names: [n IN nodes | n.name], weight: weight} AS route
