type Cited = { locator: string | null; document: { title: string; url?: string | null } | null };

/** A source in one line, as files cite it. */
export function cited(s: Cited): string {
  return [s.document?.title, s.locator, s.document?.url].filter(Boolean).join(' ');
}

/** Sources in a cell, each once. */
export const citedAll = (sources: Cited[]) => [...new Set(sources.map(cited))].join('\n');

/** The titles of the documents of some sources, each once, the most cited first. */
export function documentsOf(sources: Cited[]): string[] {
  const counts = new Map<string, number>();
  for (const { document } of sources) if (document) counts.set(document.title, (counts.get(document.title) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([title]) => title);
}
