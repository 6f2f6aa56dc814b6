// The server that make bench-peer compares with: @neo4j/graphql on graphql-yoga, in
// production mode, over the Neo4j server that the environment names. The Cypher of
// the paths comes from the environment too, so that it is the same as the bare one.
// It prints its address, and ends when its standard input does: so it never outlives
// the program that started it, however that one ends.
const { readFileSync } = require("node:fs");
const { createServer } = require("node:http");
const { join } = require("node:path");
const { Neo4jGraphQL } = require("@neo4j/graphql");
const { createYoga } = require("graphql-yoga");
const neo4j = require("neo4j-driver");

const setting = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

async function main() {
  // The driver sets TCP_NODELAY on its sockets by itself since version 6.
  const driver = neo4j.driver(setting("PEER_NEO4J_URI"), neo4j.auth.basic(setting("PEER_NEO4J_USER"), setting("PEER_NEO4J_PASSWORD")));
  const typeDefs = readFileSync(join(__dirname, "types.graphql"), "utf8").replace("PATHS", () => setting("PEER_PATHS"));
  const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
  const yoga = createYoga({ schema, logging: false, graphiql: false, landingPage: false, context: () => ({ sessionConfig: { defaultAccessMode: "READ" } }) });
  const server = createServer(yoga);
  server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
}

process.stdin.resume().on("end", () => process.exit(0));
main().catch((error) => {
  console.error(error);
  process.exit(1);
});
