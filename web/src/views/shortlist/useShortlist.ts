import { useSyncExternalStore } from 'react';
import { format, keyOf, merge, parse, type Entry, type ReadBack } from './entries';

const key = 'innograph:shortlist';
const aside = 'innograph:shortlist:damaged';

// One tab writes, the others hear of it by "storage"; the writing tab by this event.
const changed = 'innograph:shortlist';

function subscribe(listener: () => void) {
  addEventListener('storage', listener);
  addEventListener(changed, listener);
  return () => {
    removeEventListener('storage', listener);
    removeEventListener(changed, listener);
  };
}

const stored = () => localStorage.getItem(key) ?? '';

/** What the browser keeps; nothing of it is readable: unreadable, and no entries. */
function read(text: string): ReadBack & { unreadable: boolean } {
  if (text === '') return { entries: [], damaged: 0, unreadable: false };
  try {
    return { ...parse(text), unreadable: false };
  } catch {
    return { entries: [], damaged: 0, unreadable: true };
  }
}

/** Throws where the browser has no room or keeps nothing. */
function write(entries: Entry[]) {
  const before = stored();
  const { damaged, unreadable } = read(before);
  // What we cannot read is not ours to throw away.
  if (damaged > 0 || unreadable) localStorage.setItem(aside, before);
  localStorage.setItem(key, format(entries));
  dispatchEvent(new Event(changed));
}

/** The shortlist of this browser; the newest come last. */
export function useShortlist() {
  const text = useSyncExternalStore(subscribe, stored);
  const now = () => read(stored()).entries; // another tab may have written since
  return {
    ...read(text),
    has: (e: Pick<Entry, 'question' | 'partner'>) => read(text).entries.some((x) => keyOf(x) === keyOf(e)),
    add: (further: Entry[]) => {
      const { entries, added, known } = merge(now(), further);
      write(entries);
      return { added, known };
    },
    remove: (e: Pick<Entry, 'question' | 'partner'>) => {
      write(now().filter((x) => keyOf(x) !== keyOf(e)));
    },
    note: (e: Entry, note: string) => {
      write(now().map((x) => (keyOf(x) === keyOf(e) ? { ...x, note } : x)));
    },
  };
}
