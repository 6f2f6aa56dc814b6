// Lints the schema and the example documents in ../../schema.
import graphql from '@graphql-eslint/eslint-plugin';

const schema = '../../schema/*.graphql';
const documents = '../../schema/examples/*.graphql';
const parserOptions = { graphQLConfig: { schema, documents } };

export default [
  {
    files: ['**/schema/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
    },
  },
  {
    files: ['**/schema/examples/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions },
    plugins: { '@graphql-eslint': graphql },
    rules: { ...graphql.configs['flat/operations-recommended'].rules },
  },
];
