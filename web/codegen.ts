import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';

// The id of a document, as servers of the persisted-documents appendix know it.
const documentId = (text: string) => 'sha256:' + createHash('sha256').update(text).digest('hex');

const config: CodegenConfig = {
  schema: '../schema/*.graphql',
  documents: ['src/**/*.graphql'],
  generates: {
    // All enums, also values that no document asks for: there is a word for each.
    'src/gql/enums.ts': { plugins: ['typescript'], config: { onlyEnums: true, enumsAsTypes: true } },
    'src/gql/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        // The bundle holds ids only; the server holds the texts.
        persistedDocuments: {
          mode: 'replaceDocumentWithHash',
          hashPropertyName: 'documentId',
          hashAlgorithm: documentId,
        },
      },
      config: {
        enumsAsTypes: true,
        scalars: { DateTime: 'string' },
        useTypeImports: true,
        avoidOptionals: { field: true },
      },
    },
  },
};

export default config;
