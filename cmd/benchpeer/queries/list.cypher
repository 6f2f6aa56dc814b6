MATCH (u:University)-[:STRONG_IN]->(:Entity {id: $discipline})
WHERE $region IN u.within
WITH DISTINCT u ORDER BY u.id LIMIT 20
CALL (u) {
  MATCH (u)-[s:STRONG_IN]->(d:Discipline)
  WITH s, d ORDER BY s.weight DESC, d.id, s.id LIMIT 25
  RETURN collect({weight: s.weight, strength: s.strength, id: d.id, name: d.name}) AS disciplines
}
RETURN u.id AS id, u.name AS name, disciplines
