import { describe, expect, test } from 'vitest';
import { askingDemands, deskQuestion, isFiltered, readDemands, unfiltered, writeDemands } from './state';

const all =
  'partner=org:nju&region=region:371302&kinds=KEY_PROJECT&fields=field:mat-magnet&document=doc:p&section=专栏5&exclude=project:a,project:b&strategy=SIMILAR&weights=35-0-0-0-0&open=project:c';

describe('the address of the demands for a partner', () => {
  test('comes back as it was written', () => {
    const state = readDemands(new URLSearchParams(all));
    expect(readDemands(writeDemands(state))).toEqual(state);
    expect(decodeURIComponent(writeDemands(state).toString())).toBe(all);
  });

  test('leaves out what makes no sense, and what is as usual', () => {
    const state = readDemands(new URLSearchParams('partner=org:nju&kinds=REGION&strategy=X&weights=1-2&open='));
    expect(writeDemands(state).toString()).toBe('partner=org%3Anju');
    expect(askingDemands(state)).toEqual({ partner: 'org:nju', where: {}, strategy: 'BALANCED', weights: null });
  });

  test('is sent as filters of the API', () => {
    expect(askingDemands(readDemands(new URLSearchParams(all)))).toEqual({
      partner: 'org:nju',
      where: {
        region: 'region:371302',
        kinds: ['KEY_PROJECT'],
        fields: ['field:mat-magnet'],
        document: 'doc:p',
        section: '专栏5',
        exclude: ['project:a', 'project:b'],
      },
      strategy: 'SIMILAR',
      weights: { fieldFit: 35, strength: 0, ties: 0, trackRecord: 0, reach: 0 },
    });
  });

  test('knows whether anything is left out', () => {
    const state = readDemands(new URLSearchParams(all));
    expect(isFiltered(state)).toBe(true);
    expect(isFiltered({ ...state, ...unfiltered })).toBe(false);
  });

  test('leads to the match desk, wide enough for the partner', () => {
    const state = readDemands(new URLSearchParams('partner=org:bjfu&strategy=SIMILAR'));
    expect(deskQuestion(state, 'project:a', true)).toBe('demand=project%3Aa&strategy=SIMILAR');
    expect(deskQuestion(state, 'project:a', false)).toBe('demand=project%3Aa&region=anywhere&strategy=SIMILAR');
  });
});
