import { describe, expect, test } from 'vitest';
import { add, close, hide, open, pin, read, toggleKind, write, type GraphState } from './state';

const at = (address: string) => read(new URLSearchParams(address));

describe('the state of a graph', () => {
  test('goes into the address and comes back', () => {
    let s: GraphState = at('ids=org:zju,org:lyu');
    s = open(s, 'org:sdu', 'HOSTED_BY');
    s = open(s, 'org:zju');
    s = hide(pin(toggleKind(add(s, 'field:wood'), 'REGION'), 'org:zju', 1.4, -20), 'org:sjtu');
    s = {
      ...s,
      from: 'org:lyu',
      to: 'org:sjtu',
      hierarchy: true,
      route: 2,
      planned: 'reported',
      region: 'region:yrd',
      kinds: ['PLATFORM'],
      relations: ['LINKS'],
      table: true,
    };
    expect(at(write(s).toString())).toEqual({ ...s, pins: [{ id: 'org:zju', x: 1, y: -20 }] });
  });

  test('remembers where a node lay when it was opened', () => {
    const s = open(pin(at('ids=a'), 'b', 10.2, -7), 'b');
    expect(write(s).get('open')).toBe('a,b~~~10~-7');
    expect(at(write(s).toString()).opened[1]).toEqual({ id: 'b', relation: null, limit: 50, at: { x: 10, y: -7 } });
  });

  test('begins with its roots opened, and says nothing of what is as ever', () => {
    expect(at('ids=org:zju').opened).toEqual([{ id: 'org:zju', relation: null, limit: 50, at: null }]);
    expect(write(at('ids=org:zju')).toString()).toBe('ids=org%3Azju');
    expect(at('ids=org:zju&open=').opened).toEqual([]);
  });

  test('leaves out what makes no sense in an address', () => {
    const s = at('ids=a&open=a~NONSENSE~9999,b&kinds=X,PLATFORM&pin=a~x~1&planned=never&route=-1');
    expect(s.opened).toEqual([
      { id: 'a', relation: null, limit: 50, at: null },
      { id: 'b', relation: null, limit: 50, at: null },
    ]);
    expect([s.kinds, s.pins, s.planned, s.route]).toEqual([['PLATFORM'], [], 'all', 0]);
  });

  test('opening what is open asks for more, up to what the server gives', () => {
    let s = at('ids=a');
    for (let i = 0; i < 9; i++) s = open(s, 'a');
    expect(s.opened).toEqual([{ id: 'a', relation: null, limit: 500, at: null }]);
  });

  test('closing takes along what was opened of that which it alone brought', () => {
    const s = at('ids=a&open=a,b,c,d');
    const by: Record<string, string | null> = { a: null, b: 'a', c: 'b', d: null };
    expect(close(s, 'a', (id) => by[id] ?? null).opened.map((o) => o.id)).toEqual(['d']);
    expect(close(s, 'c', (id) => by[id] ?? null).opened.map((o) => o.id)).toEqual(['a', 'b', 'd']);
  });

  test('adding brings back what was hidden', () => {
    expect(add(hide(at('ids=a'), 'b'), 'b')).toMatchObject({ roots: ['a', 'b'], hidden: [], selected: 'b' });
  });
});
