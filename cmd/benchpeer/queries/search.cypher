CALL db.index.fulltext.queryNodes('innograph_entity_tokens', $phrase, {limit: 20}) YIELD node
RETURN node.id AS id, node.kind AS kind, node.name AS name
