import { useSearchParams } from 'wouter';
import { readState, writeState, type MatchState } from './state';

const looks = ['weights', 'picked', 'open'];

/** What is asked, from the address, and how to change it. */
export function useMatch() {
  const [parameters, setParameters] = useSearchParams();
  const state = readState(parameters);
  const change = (some: Partial<MatchState>) => {
    // The way back leads to another question, not through every move of a slider.
    const replace = Object.keys(some).every((key) => looks.includes(key));
    // Of the address as it is then: two changes may come one right after the other.
    setParameters((now) => writeState({ ...readState(now), ...some }), { replace });
  };
  return { state, change };
}

export type Change = ReturnType<typeof useMatch>['change'];
