/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Suggest($prefix: String!, $first: Int!) {\n  suggest(prefix: $prefix, first: $first) {\n    matchedName\n    matchedOn\n    hint\n    highlights {\n      start\n      end\n    }\n    entity {\n      id\n      kind\n      name\n      nameEn\n      region {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n}": typeof types.SuggestDocument,
    "query Home {\n  statistics {\n    entities\n    relations\n    documents\n    byKind {\n      kind\n      count\n    }\n  }\n  generation {\n    number\n    loadedAt\n  }\n}": typeof types.HomeDocument,
    "query Search($text: String!, $filter: EntityFilter, $first: Int!, $after: String) {\n  search(query: $text, filter: $filter, first: $first, after: $after) {\n    totalCount\n    truncated\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      matched\n      matchedOn\n      highlights {\n        start\n        end\n      }\n      node {\n        id\n        kind\n        name\n        nameEn\n        status\n        region {\n          id\n          name\n          nameEn\n        }\n        fields {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n}": typeof types.SearchDocument,
};
const documents: Documents = {
    "query Suggest($prefix: String!, $first: Int!) {\n  suggest(prefix: $prefix, first: $first) {\n    matchedName\n    matchedOn\n    hint\n    highlights {\n      start\n      end\n    }\n    entity {\n      id\n      kind\n      name\n      nameEn\n      region {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n}": types.SuggestDocument,
    "query Home {\n  statistics {\n    entities\n    relations\n    documents\n    byKind {\n      kind\n      count\n    }\n  }\n  generation {\n    number\n    loadedAt\n  }\n}": types.HomeDocument,
    "query Search($text: String!, $filter: EntityFilter, $first: Int!, $after: String) {\n  search(query: $text, filter: $filter, first: $first, after: $after) {\n    totalCount\n    truncated\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      matched\n      matchedOn\n      highlights {\n        start\n        end\n      }\n      node {\n        id\n        kind\n        name\n        nameEn\n        status\n        region {\n          id\n          name\n          nameEn\n        }\n        fields {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n}": types.SearchDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Suggest($prefix: String!, $first: Int!) {\n  suggest(prefix: $prefix, first: $first) {\n    matchedName\n    matchedOn\n    hint\n    highlights {\n      start\n      end\n    }\n    entity {\n      id\n      kind\n      name\n      nameEn\n      region {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n}"): (typeof documents)["query Suggest($prefix: String!, $first: Int!) {\n  suggest(prefix: $prefix, first: $first) {\n    matchedName\n    matchedOn\n    hint\n    highlights {\n      start\n      end\n    }\n    entity {\n      id\n      kind\n      name\n      nameEn\n      region {\n        id\n        name\n        nameEn\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Home {\n  statistics {\n    entities\n    relations\n    documents\n    byKind {\n      kind\n      count\n    }\n  }\n  generation {\n    number\n    loadedAt\n  }\n}"): (typeof documents)["query Home {\n  statistics {\n    entities\n    relations\n    documents\n    byKind {\n      kind\n      count\n    }\n  }\n  generation {\n    number\n    loadedAt\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Search($text: String!, $filter: EntityFilter, $first: Int!, $after: String) {\n  search(query: $text, filter: $filter, first: $first, after: $after) {\n    totalCount\n    truncated\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      matched\n      matchedOn\n      highlights {\n        start\n        end\n      }\n      node {\n        id\n        kind\n        name\n        nameEn\n        status\n        region {\n          id\n          name\n          nameEn\n        }\n        fields {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query Search($text: String!, $filter: EntityFilter, $first: Int!, $after: String) {\n  search(query: $text, filter: $filter, first: $first, after: $after) {\n    totalCount\n    truncated\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      matched\n      matchedOn\n      highlights {\n        start\n        end\n      }\n      node {\n        id\n        kind\n        name\n        nameEn\n        status\n        region {\n          id\n          name\n          nameEn\n        }\n        fields {\n          id\n          name\n          nameEn\n        }\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;