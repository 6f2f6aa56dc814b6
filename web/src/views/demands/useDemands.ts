import { useSearchParams } from 'wouter';
import { readDemands, writeDemands, type DemandsState } from './state';

const looks = ['weights', 'open'];

/** What is asked, from the address, and how to change it. */
export function useDemands() {
  const [parameters, setParameters] = useSearchParams();
  const state = readDemands(parameters);
  const change = (some: Partial<DemandsState>) => {
    // The way back leads to another question, not through every move of a slider.
    const replace = Object.keys(some).every((key) => looks.includes(key));
    setParameters((now) => writeDemands({ ...readDemands(now), ...some }), { replace });
  };
  return { state, change };
}

export type Change = ReturnType<typeof useDemands>['change'];
