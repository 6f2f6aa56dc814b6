import { useDebouncedCallback } from '@mantine/hooks';
import { useLayoutEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { readSight, writeSight, type Sight } from './sight';

/** The part of the map that is seen; the address holds where a move came to rest. */
export function useSight() {
  const [parameters, setParameters] = useSearchParams();
  const written = parameters.get('at');
  const [moving, setMoving] = useState<{ from: string | null; sight: Sight }>();
  const sight = moving?.from === written ? moving.sight : readSight(written);
  const latest = useRef({ sight, written });
  // With what is drawn, not after it: a turn of the wheel in between would begin a step back.
  useLayoutEffect(() => {
    latest.current = { sight, written };
  });
  const write = useDebouncedCallback((s: Sight) => {
    setParameters(
      (p) => {
        const text = writeSight(s);
        if (text) p.set('at', text);
        else p.delete('at');
        return p;
      },
      { replace: true },
    );
  }, 200);
  const go = (next: (s: Sight) => Sight) => {
    const s = next(latest.current.sight);
    latest.current.sight = s;
    setMoving({ from: latest.current.written, sight: s });
    write(s);
  };
  return { sight, go };
}

export type Go = ReturnType<typeof useSight>['go'];
