import assert from 'node:assert/strict';
import { test } from 'node:test';
import { subscribed } from './events.js';

const stream = (...parts) =>
  new Response(
    new ReadableStream({
      start(to) {
        for (const part of parts) to.enqueue(new TextEncoder().encode(part));
        to.close();
      },
    }),
    { headers: { 'Content-Type': 'text/event-stream' } },
  );

test('answers are read wherever the network cuts them', async () => {
  const got = [];
  const parts = ['event: next\nda', 'ta: {"data":{"a":"临', '沂"}}\n\n: ping\n\nevent: next\ndata: {"data":2}\n', '\nevent: complete\ndata:\n\n'];
  for await (const answer of subscribed(async () => stream(...parts))) got.push(answer);
  assert.deepEqual(got, [{ data: { a: '临沂' } }, { data: 2 }]);
});

test('a refusal is an answer', async () => {
  const got = [];
  for await (const answer of subscribed(async () => Response.json({ errors: [] }, { status: 400 }))) got.push(answer);
  assert.deepEqual(got, [{ errors: [] }]);
});

test('who stops leaves at once', async () => {
  let signal;
  const answers = subscribed((given) => {
    signal = given;
    return new Promise((_, reject) => given.addEventListener('abort', () => reject(given.reason)));
  });
  const waiting = answers.next();
  await answers.return();
  assert.equal(signal.aborted, true);
  assert.equal((await waiting).done, true);
});

test('a failure is told', async () => {
  await assert.rejects(subscribed(() => Promise.reject(new Error('away'))).next(), /away/);
});
