import type { CodegenConfig } from '@graphql-codegen/cli';

// The server hands out its schema; INNOGRAPH_URL names another one.
const server = process.env['INNOGRAPH_URL'] ?? 'http://localhost:8080';

const config: CodegenConfig = {
  schema: `${server}/schema.graphql`,
  documents: ['src/*.ts'],
  generates: {
    'src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string', // no GraphQL parser in the page
        enumsAsTypes: true,
        scalars: { DateTime: 'string' },
        useTypeImports: true,
      },
    },
  },
  importExtension: '.js',
};

export default config;
