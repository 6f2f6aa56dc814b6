MATCH (f:Entity {id: $field})
CALL (f) {
  MATCH (f)<-[r:IN_FIELD]-(n:University|ResearchInstitute|Enterprise|Hospital|Agency|Association)
  WITH r, n ORDER BY r.weight DESC, n.id, r.id LIMIT 25
  RETURN collect({weight: r.weight, id: n.id, name: n.name}) AS organizations
}
CALL (f) {
  MATCH (f)<-[r:IN_FIELD]-(n:Platform)
  WITH r, n ORDER BY r.weight DESC, n.id, r.id LIMIT 25
  RETURN collect({weight: r.weight, id: n.id, name: n.name}) AS platforms
}
CALL (f) {
  MATCH (f)<-[r:IN_FIELD]-(n:KeyProject)
  WITH r, n ORDER BY r.weight DESC, n.id, r.id LIMIT 25
  RETURN collect({weight: r.weight, id: n.id, name: n.name}) AS projects
}
CALL (f) {
  MATCH (f)<-[r:IN_FIELD]-(n:IndustryCluster)
  WITH r, n ORDER BY r.weight DESC, n.id, r.id LIMIT 25
  RETURN collect({weight: r.weight, id: n.id, name: n.name}) AS clusters
}
CALL (f) {
  MATCH (f)<-[r:IN_FIELD]-(n:Programme)
  WITH r, n ORDER BY r.weight DESC, n.id, r.id LIMIT 25
  RETURN collect({weight: r.weight, id: n.id, name: n.name}) AS programmes
}
CALL (f) {
  MATCH (f)<-[a:APPLIES_TO]-(d:Discipline)
  WITH a, d ORDER BY a.weight DESC, d.id, a.id LIMIT 25
  CALL (d) {
    MATCH (d)<-[s:STRONG_IN]-(u:University)
    WITH s, u ORDER BY s.weight DESC, u.id, s.id LIMIT 25
    RETURN collect({weight: s.weight, id: u.id, name: u.name}) AS universities
  }
  RETURN collect({weight: a.weight, id: d.id, name: d.name, universities: universities}) AS disciplines
}
RETURN f.id AS id, f.name AS name, organizations, platforms, projects, clusters, programmes, disciplines
