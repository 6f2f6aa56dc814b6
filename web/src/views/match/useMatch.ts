import { useSearchParams } from 'wouter';
import { readState, writeState, type MatchState } from './state';

/** What is asked, from the address, and how to change it. */
export function useMatch() {
  const [parameters, setParameters] = useSearchParams();
  const state = readState(parameters);
  const change = (some: Partial<MatchState>) => {
    // Of the address as it is then: two changes may come one right after the other.
    setParameters((now) => writeState({ ...readState(now), ...some }));
  };
  return { state, change };
}

export type Change = ReturnType<typeof useMatch>['change'];
