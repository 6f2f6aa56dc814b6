MATCH (:Entity {id: $field})<-[a:APPLIES_TO]-(d:Discipline)
WITH a, d ORDER BY a.weight DESC, d.id, a.id LIMIT 25
CALL (d) {
  MATCH (d)<-[s:STRONG_IN]-(o:Entity)
  WITH s, o ORDER BY s.weight DESC, o.id, s.id LIMIT 100
  RETURN collect({relation: s.id, weight: s.weight, strength: s.strength, id: o.id, name: o.name}) AS strong
}
RETURN a.id AS relation, a.weight AS weight, d.id AS id, d.name AS name, strong
