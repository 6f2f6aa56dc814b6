import type { Kind } from '../../gql/enums';
import { allKinds } from '../../shared/i18n/vocabulary';

/** A partner that somebody wants to come back to, for one demand. */
export type Entry = {
  /** The question as the address of the match desk has it. */
  question: string;
  /** The demand in words, as it was then. */
  demand: string;
  partner: { id: string; kind: Kind; name: string; nameEn: string | null };
  note: string;
  /** When it was put here, as ISO 8601. */
  date: string;
};

/** What a file and the browser's storage hold. */
type Kept = { innograph: 'shortlist'; version: 1; entries: Entry[] };

export type ReadBack = { entries: Entry[]; damaged: number };

/** More than this no one looks through; a file that holds more is cut, and told so. */
export const mostEntries = 500;
export const longestNote = 2000;
const longestText = 4000;

export const keyOf = (e: Pick<Entry, 'question' | 'partner'>) => `${e.partner.id} ${e.question}`;

const isText = (v: unknown, most: number): v is string => typeof v === 'string' && v.length <= most;

function entryOf(value: unknown): Entry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { question, demand, partner, note, date } = value as Record<string, unknown>;
  if (!isText(question, longestText) || !isText(demand, longestText) || !isText(note, longestNote)) return undefined;
  if (!isText(date, 40) || Number.isNaN(Date.parse(date))) return undefined;
  if (typeof partner !== 'object' || partner === null) return undefined;
  const { id, kind, name, nameEn } = partner as Record<string, unknown>;
  if (!isText(id, 300) || id === '' || !isText(name, 300) || !allKinds.includes(kind as Kind)) return undefined;
  const english = isText(nameEn, 300) ? nameEn : null;
  return { question, demand, partner: { id, kind: kind as Kind, name, nameEn: english }, note, date };
}

/** Reads what was kept; damaged entries are counted, the others are saved. Throws where it is no shortlist at all. */
export function parse(text: string): ReadBack {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) throw new Error('not a shortlist');
  const { innograph, version, entries } = kept as Record<string, unknown>;
  if (innograph !== 'shortlist' || version !== 1 || !Array.isArray(entries)) throw new Error('not a shortlist');
  const sound = entries.slice(0, mostEntries).map(entryOf);
  const good = sound.filter((e) => e !== undefined);
  return { entries: merge([], good).entries, damaged: entries.length - good.length };
}

export function format(entries: Entry[]): string {
  const kept: Kept = { innograph: 'shortlist', version: 1, entries };
  return JSON.stringify(kept, null, 2);
}

/** Adds what is not there yet; a note that is there is kept, an empty one is filled. */
export function merge(old: Entry[], further: Entry[]): { entries: Entry[]; added: number; known: number } {
  const byKey = new Map(old.map((e) => [keyOf(e), e]));
  let added = 0;
  for (const e of further) {
    const there = byKey.get(keyOf(e));
    if (there) {
      if (there.note === '' && e.note !== '') byKey.set(keyOf(e), { ...there, note: e.note });
    } else if (byKey.size < mostEntries) {
      byKey.set(keyOf(e), e);
      added++;
    }
  }
  return { entries: [...byKey.values()], added, known: further.length - added };
}
