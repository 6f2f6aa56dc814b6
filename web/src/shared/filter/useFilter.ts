import { useSearchParams } from 'wouter';
import { readFilter, writeFilter, type Filter } from './filter';

/** The filter in the address, how to change parts of it, and how to change other values there. */
export function useFilter() {
  const [parameters, setParameters] = useSearchParams();
  const change = (parts: Partial<Filter>) => {
    setParameters((p) => writeFilter(p, parts), { replace: false });
  };
  const set = (name: string, value: string) => {
    setParameters((p) => {
      if (value) p.set(name, value);
      else p.delete(name);
      return p;
    });
  };
  return { filter: readFilter(parameters), change, parameters, set };
}
