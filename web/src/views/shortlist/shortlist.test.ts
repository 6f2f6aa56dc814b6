import { beforeEach, describe, expect, test } from 'vitest';
import { format, keyOf, merge, mostEntries, parse, type Entry } from './entries';

const entry = (id: string, note = '', question = 'text=木业'): Entry => ({
  question,
  demand: '木业',
  partner: { id, kind: 'UNIVERSITY', name: `大学 ${id}`, nameEn: null },
  note,
  date: '2026-11-30T04:00:00.000Z',
});

describe('shortlist', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  test('what is written is read back', () => {
    const entries = [entry('org:a', '先电话联系 <b>&"'), entry('org:b')];
    expect(parse(format(entries))).toEqual({ entries, damaged: 0 });
  });

  test.each(['', 'null', '[]', '{', '{"innograph":"shortlist","version":2,"entries":[]}', '{"entries":[]}'])(
    '%s is no shortlist',
    (text) => {
      expect(() => parse(text)).toThrow();
    },
  );

  test('damaged entries are counted, the others are saved', () => {
    const good = entry('org:a');
    const bad = [
      null,
      7,
      {},
      { ...good, note: 5 },
      { ...good, date: 'yesterday' },
      { ...good, partner: { ...good.partner, kind: 'PLANET' } },
      { ...good, partner: { ...good.partner, id: '' } },
      { ...good, note: 'x'.repeat(2001) },
    ];
    const text = JSON.stringify({ innograph: 'shortlist', version: 1, entries: [...bad, good] });
    expect(parse(text)).toEqual({ entries: [good], damaged: bad.length });
  });

  test('what is there keeps its note, an empty one is filled', () => {
    const { entries, added, known } = merge(
      [entry('org:a', '旧'), entry('org:b')],
      [entry('org:a', '新'), entry('org:b', '补'), entry('org:c'), entry('org:a', '', 'text=x')],
    );
    expect(entries.map((e) => [keyOf(e), e.note])).toEqual([
      ['org:a text=木业', '旧'],
      ['org:b text=木业', '补'],
      ['org:c text=木业', ''],
      ['org:a text=x', ''],
    ]);
    expect([added, known]).toEqual([2, 2]);
  });

  test('it has an end', () => {
    const many = Array.from({ length: mostEntries + 5 }, (_, i) => entry(`org:${i}`));
    expect(merge([], many).entries).toHaveLength(mostEntries);
    expect(parse(format(many))).toMatchObject({ damaged: 5 });
  });
});
