// Lints the schema and the example documents in ../../schema; run from the root
// of the repository, see the Makefile.
import graphql from '@graphql-eslint/eslint-plugin';

const languageOptions = {
  parser: graphql.parser,
  parserOptions: { graphQLConfig: { schema: 'schema/*.graphql', documents: 'schema/examples/*.graphql' } },
};
const plugins = { '@graphql-eslint': graphql };

export default [
  {
    files: ['schema/*.graphql'],
    languageOptions,
    plugins,
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // A connection also has nodes, and short lists (sources, aliases) are plain.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      // Value types (Source, Facet, PageInfo …) have no identity of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Every entity has a region, a Region too.
      '@graphql-eslint/no-typename-prefix': 'off',
      // A search is read forwards only.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    },
  },
  {
    files: ['schema/examples/*.graphql'],
    languageOptions,
    plugins,
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      // The server counts connections once; this rule counts edges and nodes too.
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 14 }],
    },
  },
];
