// Answers to subscriptions, which come as server-sent events: each event next holds a
// GraphQL response.

// subscribed sends a subscription and is an iterator of its answers; who ends it leaves
// the connection at once, also while nothing comes.
export function subscribed(send) {
  const stop = new AbortController();
  const inner = answers(send, stop.signal);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => inner.next(),
    return: () => {
      stop.abort();
      return inner.return();
    },
  };
}

async function* answers(send, signal) {
  try {
    const response = await send(signal);
    if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
      yield response.json(); // a refusal
      return;
    }
    for await (const event of events(response.body)) {
      if (event.type === 'next') yield JSON.parse(event.data);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

// events reads a stream; lines that are comments are signs of life.
export async function* events(body) {
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const whole = (rest + value).split('\n\n');
    rest = whole.pop();
    for (const text of whole) {
      const fields = text.split('\n').map((line) => /^(event|data): ?(.*)$/.exec(line) ?? []);
      const of = (name) => fields.find(([, field]) => field === name)?.[2] ?? '';
      yield { type: of('event'), data: of('data') };
    }
  }
}
