import { cacheExchange, createClient, fetchExchange, type Exchange } from '@urql/core';
import { apiKey } from './key';

/** An address of this server; relative, so that it holds behind a proxy with a prefix. */
export const address = (path: string) => new URL(path, document.baseURI).href;

/** A client of the API; watcher sees every result. */
export function newClient(watcher: Exchange) {
  return createClient({
    url: address('graphql'),
    exchanges: [watcher, cacheExchange, fetchExchange],
    // By GET, the browser keeps answers and asks only whether they still hold.
    preferGetMethod: 'within-url-limit',
    fetchOptions: () => ({
      headers: apiKey() ? { Authorization: `Bearer ${apiKey()}` } : {},
      signal: AbortSignal.timeout(30_000),
    }),
  });
}
