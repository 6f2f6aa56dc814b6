import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import type { Entry } from './entries';
import { useShortlist } from './useShortlist';

const text = texts(
  {
    add: '加入清单',
    remove: '移出清单',
    of: (what: string, name: string) => `${what}：${name}`,
    full: '浏览器没有存下',
  },
  {
    add: 'Add to shortlist',
    remove: 'Take off the shortlist',
    of: (what: string, name: string) => `${what}: ${name}`,
    full: 'The browser did not keep it',
  },
);

/** Puts a partner on the shortlist, or takes it off. */
export function ShortlistButton({ entry }: { entry: Pick<Entry, 'question' | 'demand' | 'partner'> }) {
  const t = useTexts(text);
  const { has, add, remove } = useShortlist();
  const [failed, setFailed] = useState(false);
  const there = has(entry);
  const name = useNames()(entry.partner);
  const word = failed ? t.full : there ? t.remove : t.add;
  const toggle = () => {
    try {
      if (there) remove(entry);
      else add([{ ...entry, note: '', date: new Date().toISOString() }]);
      setFailed(false);
    } catch {
      setFailed(true); // no room, or the browser keeps nothing
    }
  };
  return (
    <Button size="compact-sm" variant={there ? 'light' : 'default'} aria-label={t.of(word, name)} onClick={toggle}>
      {word}
    </Button>
  );
}
