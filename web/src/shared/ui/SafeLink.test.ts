import { expect, test } from 'vitest';
import { webAddress } from './SafeLink';

test.each([
  ['https://ror.org/01', 'https://ror.org/01'],
  ['http://shouwanka.com/1.html', 'http://shouwanka.com/1.html'],
  ['javascript:alert(1)', undefined],
  [' JaVaScRiPt:alert(1)', undefined],
  ['data:text/html,<script>', undefined],
  ['//example.cn', undefined],
  ['no address', undefined],
  [null, undefined],
])('%s leads to %s', (url, want) => {
  expect(webAddress(url)).toBe(want);
});
