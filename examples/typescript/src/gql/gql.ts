/* eslint-disable */
import * as types from './graphql.js';



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
    "\n  query Suggest($prefix: String!) {\n    suggest(prefix: $prefix, first: 8) {\n      hint\n      matchedName\n      entity {\n        id\n        name\n        kind\n      }\n    }\n  }\n": typeof types.SuggestDocument,
    "\n  query EntityWithTies($id: ID!, $after: String) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        name\n        nameEn\n        kind\n        status\n        region {\n          id\n          name\n        }\n        relations(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            relation\n            direction\n            strength\n            year\n            status\n            node {\n              id\n              name\n            }\n            sources {\n              locator\n              known\n              certainty\n              document {\n                id\n                title\n                url\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.EntityWithTiesDocument,
    "\n  query Words {\n    serviceConfig {\n      errorCodes\n      kinds {\n        kind\n        chinese\n      }\n      relations {\n        relation\n        chinese\n      }\n    }\n  }\n": typeof types.WordsDocument,
    "\n  query PlatformsOfARegion($region: ID!, $after: String) {\n    entities(filter: { kinds: [PLATFORM], region: $region }, first: 25, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.PlatformsOfARegionDocument,
};
const documents: Documents = {
    "\n  query Suggest($prefix: String!) {\n    suggest(prefix: $prefix, first: 8) {\n      hint\n      matchedName\n      entity {\n        id\n        name\n        kind\n      }\n    }\n  }\n": types.SuggestDocument,
    "\n  query EntityWithTies($id: ID!, $after: String) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        name\n        nameEn\n        kind\n        status\n        region {\n          id\n          name\n        }\n        relations(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            relation\n            direction\n            strength\n            year\n            status\n            node {\n              id\n              name\n            }\n            sources {\n              locator\n              known\n              certainty\n              document {\n                id\n                title\n                url\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.EntityWithTiesDocument,
    "\n  query Words {\n    serviceConfig {\n      errorCodes\n      kinds {\n        kind\n        chinese\n      }\n      relations {\n        relation\n        chinese\n      }\n    }\n  }\n": types.WordsDocument,
    "\n  query PlatformsOfARegion($region: ID!, $after: String) {\n    entities(filter: { kinds: [PLATFORM], region: $region }, first: 25, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.PlatformsOfARegionDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Suggest($prefix: String!) {\n    suggest(prefix: $prefix, first: 8) {\n      hint\n      matchedName\n      entity {\n        id\n        name\n        kind\n      }\n    }\n  }\n"): typeof import('./graphql.js').SuggestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EntityWithTies($id: ID!, $after: String) {\n    node(id: $id) {\n      id\n      ... on Entity {\n        name\n        nameEn\n        kind\n        status\n        region {\n          id\n          name\n        }\n        relations(first: 20, after: $after) {\n          totalCount\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n          edges {\n            relation\n            direction\n            strength\n            year\n            status\n            node {\n              id\n              name\n            }\n            sources {\n              locator\n              known\n              certainty\n              document {\n                id\n                title\n                url\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').EntityWithTiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Words {\n    serviceConfig {\n      errorCodes\n      kinds {\n        kind\n        chinese\n      }\n      relations {\n        relation\n        chinese\n      }\n    }\n  }\n"): typeof import('./graphql.js').WordsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlatformsOfARegion($region: ID!, $after: String) {\n    entities(filter: { kinds: [PLATFORM], region: $region }, first: 25, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.js').PlatformsOfARegionDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
