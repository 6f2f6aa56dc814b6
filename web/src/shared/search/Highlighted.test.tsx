import { createRoot } from 'react-dom/client';
import { act } from 'react';
import { expect, test } from 'vitest';
import { Highlighted } from './Highlighted';

test('marks what the server found, and never reads a name as HTML', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const box = document.createElement('div');
  const text = '<b onclick="x()">浙江</b>大学';
  const start = text.indexOf('浙江');
  act(() => {
    createRoot(box).render(<Highlighted text={text} spans={[{ start, end: start + 2 }]} />);
  });
  expect(box.textContent).toBe(text);
  expect(box.querySelector('b')).toBeNull();
  expect(box.querySelector('mark')?.textContent).toBe('浙江');
});
