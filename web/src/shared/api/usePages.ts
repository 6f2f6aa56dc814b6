import { useState } from 'react';
import type { AnyVariables, CombinedError } from 'urql';
import { useAsk, useAskOnce, type Asked, type Question } from './ask';

export type Page<Row> = { rows: Row[]; total: number; hasNext: boolean; end: string | null };

export type Pages<Data, Row> = {
  /** The first page, for <Answer>. */
  asked: Asked<Data>;
  rows: Row[];
  total: number;
  hasNext: boolean;
  /** The next page is on its way. */
  busy: boolean;
  error: unknown;
  more: () => Promise<void>;
};

type Further<Row> = { first: unknown; rows: Row[]; hasNext: boolean; end: string | null };

/**
 * A list that grows page by page. When the data changed meanwhile (STALE_CURSOR) it
 * begins again from the first page.
 */
export function usePages<Data, Variables extends AnyVariables, Row>(
  question: Question<Data, Variables>,
  variables: Variables,
  read: (data: Data) => Page<Row>,
  pause = false,
): Pages<Data, Row> {
  const asked = useAsk(question, variables, pause);
  const ask = useAskOnce();
  const [further, setFurther] = useState<Further<Row>>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const data = asked.state.data;
  const first = data && read(data);
  // What was added belongs to one first page; another question has another one.
  const added = further && further.first === data ? further : undefined;
  const end = added ? added.end : (first?.end ?? null);

  const more = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const next = read(await ask(question, { ...variables, after: end }));
      setFurther({ first: data, rows: [...(added?.rows ?? []), ...next.rows], hasNext: next.hasNext, end: next.end });
    } catch (e) {
      if (isStale(e)) asked.again();
      else setError(e);
    } finally {
      setBusy(false);
    }
  };
  return {
    asked,
    rows: [...(first?.rows ?? []), ...(added?.rows ?? [])],
    total: first?.total ?? 0,
    hasNext: added ? added.hasNext : (first?.hasNext ?? false),
    busy,
    error,
    more,
  };
}

const isStale = (e: unknown) =>
  (e as Partial<CombinedError>).graphQLErrors?.some((g) => g.extensions.code === 'STALE_CURSOR') ?? false;
