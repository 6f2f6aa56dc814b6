import { describe, expect, test } from 'vitest';
import { choose, entityFilter, listPath, readFilter, writeFilter, type Filter } from './filter';

const read = (address: string) => readFilter(new URLSearchParams(address));

describe('the filter in the address', () => {
  test('is read as it was written', () => {
    const filter: Filter = {
      text: '磁性 & 材料',
      kinds: ['PLATFORM', 'UNIVERSITY'],
      status: ['BUILT'],
      region: 'region:330000',
      fields: ['field:mat', 'field:it'],
      document: 'doc:x',
      section: '专栏5',
      ids: ['org:zju'],
    };
    expect(read(writeFilter(new URLSearchParams(), filter).toString())).toEqual(filter);
    expect(read(listPath(filter).replace('/list?', ''))).toEqual(filter);
  });

  test('holds only words of the vocabulary', () => {
    const filter = read('kinds=PLATFORM,CASTLE&status=OLD,NONE');
    expect(filter.kinds).toEqual(['PLATFORM']);
    expect(filter.status).toEqual(['NONE']);
  });

  test('keeps what else stands in the address, and is short', () => {
    const p = writeFilter(new URLSearchParams('cols=kind&q=old'), { text: '' });
    expect(p.toString()).toBe('cols=kind');
    expect(listPath({})).toBe('/list');
  });
});

describe('the filter for the API', () => {
  test('has only what was chosen', () => {
    expect(entityFilter(read(''))).toEqual({});
    expect(entityFilter(read('kinds=PLATFORM&region=region:yrd'))).toEqual({
      kinds: ['PLATFORM'],
      region: 'region:yrd',
    });
  });

  test('can leave out a part, so that a facet counts its other values too', () => {
    expect(entityFilter(read('kinds=PLATFORM&status=BUILT'), 'kinds')).toEqual({ status: ['BUILT'] });
    expect(entityFilter(read('region=NONE'), 'region')).toEqual({});
  });

  test('says "has none" by leaving out', () => {
    expect(entityFilter(read('status=NONE')).not?.status).toHaveLength(5);
    expect(entityFilter(read('fields=NONE')).not?.related?.[0]?.relation).toBe('IN_FIELD');
  });
});

describe('choosing', () => {
  test('"has none" stands alone in its part', () => {
    expect(choose(read('status=BUILT'), 'status', ['BUILT', 'NONE'])).toEqual({ status: ['NONE'] });
    expect(choose(read('status=NONE'), 'status', ['NONE', 'BUILT'])).toEqual({ status: ['BUILT'] });
  });

  test('"has none" of one part gives up that of another', () => {
    expect(choose(read('fields=NONE'), 'status', ['NONE'])).toEqual({ fields: [], status: ['NONE'] });
  });

  test('one region at a time', () => {
    expect(choose(read('region=region:1'), 'region', ['region:1', 'region:2'])).toEqual({ region: 'region:2' });
    expect(choose(read('region=region:1'), 'region', [])).toEqual({ region: '' });
  });
});
