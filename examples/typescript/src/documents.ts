// The questions of this page. After a change: npm run codegen.
import { graphql } from './gql/index.js';

export const Suggest = graphql(`
  query Suggest($prefix: String!) {
    suggest(prefix: $prefix, first: 8) {
      hint
      matchedName
      entity {
        id
        name
        kind
      }
    }
  }
`);

export const EntityWithTies = graphql(`
  query EntityWithTies($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Entity {
        name
        nameEn
        kind
        status
        region {
          id
          name
        }
        relations(first: 20, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            relation
            direction
            strength
            year
            status
            node {
              id
              name
            }
            sources {
              locator
              known
              certainty
              document {
                id
                title
                url
              }
            }
          }
        }
      }
    }
  }
`);

/** The words for people, and every code that an error may carry. */
export const Words = graphql(`
  query Words {
    serviceConfig {
      errorCodes
      kinds {
        kind
        chinese
      }
      relations {
        relation
        chinese
      }
    }
  }
`);

export const PlatformsOfARegion = graphql(`
  query PlatformsOfARegion($region: ID!, $after: String) {
    entities(filter: { kinds: [PLATFORM], region: $region }, first: 25, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
      }
    }
  }
`);
