type Span = { start: number; end: number };

/** A text with the parts marked that the server found; always text, never HTML. */
export function Highlighted({ text, spans }: { text: string; spans: Span[] }) {
  const parts = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}
