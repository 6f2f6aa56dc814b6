MATCH (n:Entity {id: $id})
OPTIONAL MATCH (n)-[:LOCATED_IN]->(r:Region)
RETURN n.id AS id, n.kind AS kind, n.name AS name, {id: r.id, name: r.name} AS region
