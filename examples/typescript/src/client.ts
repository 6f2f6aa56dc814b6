// A client of innograph in one function: fetch, typed documents, coded errors.
import type { ErrorCode } from './gql/graphql.js';
import { TypedDocumentString } from './gql/graphql.js';

export interface ClientOptions {
  /** Where the API answers, e.g. http://localhost:8080/graphql. */
  url: string;
  /** An API key or a bearer token, where the server asks for one. */
  token?: string;
  /** Milliseconds until a request is given up; 10,000 when left out. */
  timeout?: number;
}

/** What the server said instead of an answer; switch on `code`. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | 'NO_ANSWER',
    message: string,
    /** Seconds to wait before asking again, where the server names them. */
    readonly retryAfter?: number,
    /** The operator finds the request in the log by this id. */
    readonly requestId?: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

interface Reply<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: ErrorCode; requestId?: string } }[];
}

/** Sends one document; the answer has the type of the document. Throws ApiError. */
export async function ask<Data, Variables>(
  options: ClientOptions,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    Accept: 'application/graphql-response+json, application/json',
  };
  if (options.token) headers['Authorization'] = `Bearer ${options.token}`;
  const timeout = AbortSignal.timeout(options.timeout ?? 10_000);
  let response: Response;
  let reply: Reply<Data>;
  try {
    response = await fetch(options.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: document.toString(), variables }),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    reply = (await response.json()) as Reply<Data>;
  } catch (cause) {
    if (signal?.aborted) throw cause; // the caller's own wish
    throw new ApiError('NO_ANSWER', `${options.url} does not answer: ${String(cause)}`);
  }
  const error = reply.errors?.[0];
  if (error) {
    const wait = Number(response.headers.get('Retry-After') ?? Number.NaN);
    throw new ApiError(
      error.extensions?.code ?? 'INTERNAL',
      error.message,
      Number.isNaN(wait) ? undefined : wait,
      error.extensions?.requestId,
    );
  }
  if (!reply.data) throw new ApiError('NO_ANSWER', `${options.url} answered ${response.status} without data`);
  return reply.data;
}
