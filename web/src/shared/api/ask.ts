import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback } from 'react';
import { useClient, useQuery, type AnyVariables, type UseQueryState } from 'urql';

/** A generated document; the bundle holds its id, the server its text. */
export type Question<Data, Variables> = TypedDocumentNode<Data, Variables>;

/** The id of a generated document. */
export function documentId<D, V>(question: Question<D, V>): string {
  return (question as unknown as { __meta__: { documentId: string } }).__meta__.documentId;
}

/** The document as urql sends it: by its id alone. */
function byId<D, V>(question: Question<D, V>): Question<D, V> {
  return { kind: 'Document', definitions: [], documentId: documentId(question) } as unknown as Question<D, V>;
}

export type Asked<Data> = { state: UseQueryState<Data>; again: () => void };

/** Asks a question of a view; again() asks anew after an error. */
export function useAsk<Data, Variables extends AnyVariables>(
  question: Question<Data, Variables>,
  variables: Variables,
  pause = false,
): Asked<Data> {
  const [state, execute] = useQuery<Data>({ query: byId(question), variables: variables as never, pause });
  const again = () => {
    execute({ requestPolicy: 'network-only' });
  };
  return { state, again };
}

/** Asks once, where an answer is added to what is there already. Throws a CombinedError. */
export function useAskOnce() {
  const client = useClient();
  return useCallback(
    async <Data, Variables extends AnyVariables>(
      question: Question<Data, Variables>,
      variables: Variables,
    ): Promise<Data> => {
      const result = await client.query<Data>(byId(question), variables).toPromise();
      if (result.error) throw result.error;
      if (!result.data) throw new Error('the answer has no data');
      return result.data;
    },
    [client],
  );
}
