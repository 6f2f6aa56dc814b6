import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { useAskOnce } from '../../shared/api/ask';
import { load, type Content } from './content';
import { place, type Place } from './layout';
import { read, write, type GraphState } from './state';

const mostSteps = 100; // that can be undone

type Loaded = { content: Content; places: Map<string, Place> };

/** What decides the content, as opposed to how it is looked at. */
function questionOf(s: GraphState): string {
  return write({ ...s, hidden: [], off: [], pins: [], route: 0, selected: null, table: false }).toString();
}

/** The graph of the address: its state, its content, and the steps back and forth. */
export function useGraph() {
  const [address, setAddress] = useSearchParams();
  const text = address.toString();
  const state = useMemo(() => read(new URLSearchParams(text)), [text]);
  const [past, setPast] = useState<string[]>([]);
  const [future, setFuture] = useState<string[]>([]);

  const go = (to: string) => {
    setAddress(new URLSearchParams(to), { replace: true });
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    setFuture([...future, text]);
    go(before);
  };
  const redo = () => {
    const after = future.at(-1);
    if (after === undefined) return;
    setFuture(future.slice(0, -1));
    setPast([...past, text]);
    go(after);
  };
  /** A step that can be undone. */
  const change = (next: GraphState) => {
    setPast([...past, text].slice(-mostSteps));
    setFuture([]);
    go(write(next).toString());
  };
  /** Only where one looks: no step. */
  const look = (next: GraphState) => {
    go(write(next).toString());
  };
  return {
    state,
    change,
    look,
    undo,
    redo,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    ...useContent(state),
  };
}

function useContent(state: GraphState) {
  const ask = useAskOnce();
  const question = questionOf(state);
  const [loaded, setLoaded] = useState<Loaded>();
  const [shown, setShown] = useState<string>(); // the question that loaded answers
  const [error, setError] = useState<{ question: string; attempt: number; cause: unknown }>();
  const [attempt, setAttempt] = useState(0);
  // Where nodes stood, also those that are gone: undone, they come back to their places.
  const memory = useRef({ root: undefined as string | undefined, places: new Map<string, Place>() });
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });

  useEffect(() => {
    let here = true;
    const asked = latest.current;
    load(ask, asked).then(
      (content) => {
        if (!here) return;
        const kept = memory.current.root === asked.roots[0] ? memory.current.places : new Map<string, Place>();
        const places = place(content, kept);
        memory.current = { root: asked.roots[0], places: new Map([...kept, ...places]) };
        setLoaded({ content, places });
        setShown(question);
        setError(undefined);
      },
      (cause: unknown) => {
        if (here) setError({ question, attempt, cause });
      },
    );
    return () => {
      here = false;
    };
  }, [ask, question, attempt]);

  const failed = error?.question === question && error.attempt === attempt ? error.cause : undefined;
  return {
    loaded,
    loading: shown !== question && failed === undefined,
    error: failed,
    again: () => {
      setAttempt((n) => n + 1);
    },
  };
}

export type Graph = ReturnType<typeof useGraph>;
