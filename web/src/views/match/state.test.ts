import { describe, expect, test } from 'vitest';
import { askingOf, question, readState, usualWeights, writeState } from './state';

const read = (address: string) => readState(new URLSearchParams(address));

describe('address of the match desk', () => {
  test('what is as usual stands in no address and is not sent', () => {
    const state = read('text=木业');
    expect(writeState(state).toString()).toBe(new URLSearchParams({ text: '木业' }).toString());
    expect(askingOf(state)).toEqual({
      demand: { text: '木业' },
      where: { region: 'region:yrd' },
      strategy: 'BALANCED',
      weights: null,
    });
  });

  test('all that was chosen comes back', () => {
    const address =
      'demand=project:a&text=b&region=region:330000&exclude=region:330100&kinds=UNIVERSITY,PLATFORM' +
      '&strategy=SIMILAR&weights=10-20-30-40-0&pick=org:x,org:y&open=org:x';
    const state = read(address);
    expect(readState(writeState(state))).toEqual(state);
    expect(askingOf(state)).toEqual({
      demand: { entity: 'project:a', text: 'b' },
      where: { region: 'region:330000', excludeRegion: 'region:330100', kinds: ['UNIVERSITY', 'PLATFORM'] },
      strategy: 'SIMILAR',
      weights: { fieldFit: 10, strength: 20, ties: 30, trackRecord: 40, reach: 0 },
    });
    expect(question(state)).not.toMatch(/pick|open/);
  });

  test.each(['1-2-3', '0-0-0-0-0', '1-2-3-4-x', '1-2-3-4-101', '-1-2-3-4-5', '1.5-2-3-4-5'])(
    'weights %s make no sense: the usual ones',
    (weights) => {
      expect(read(`text=a&weights=${weights}`).weights).toEqual(usualWeights);
    },
  );

  test('what makes no sense is left out', () => {
    const state = read('kinds=REGION,PLATFORM,x&strategy=BEST&pick=a,b,c,d,a&region=anywhere');
    expect(state.kinds).toEqual(['PLATFORM']);
    expect(state.strategy).toBe('BALANCED');
    expect(state.picked).toEqual(['a', 'b', 'c']);
    expect(askingOf(state).where).toEqual({ anywhere: true, kinds: ['PLATFORM'] });
  });
});
