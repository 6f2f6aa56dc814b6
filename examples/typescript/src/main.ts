import { ApiError, ask } from './client.js';
import { EntityWithTies, Suggest, Words } from './documents.js';
import type { Entity, Tie } from './page.js';
import { button, element, sourceItems, suggestionItem, tieWords, wordsFor } from './page.js';

// Vite's server passes /graphql on to innograph, see vite.config.ts.
const server = { url: new URL('/graphql', location.href).href };

const box = document.querySelector<HTMLInputElement>('#box')!;
const suggestions = document.querySelector<HTMLUListElement>('#suggestions')!;
const shown = document.querySelector<HTMLElement>('#entity')!;
const problem = document.querySelector<HTMLElement>('#problem')!;

let pending = new AbortController();

/** Does one thing at a time: what somebody types or clicks ends what came before. */
async function instead(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  pending.abort();
  pending = new AbortController();
  const { signal } = pending;
  try {
    await work(signal);
    problem.textContent = '';
  } catch (error) {
    if (signal.aborted) return;
    problem.textContent = error instanceof ApiError ? `${error.code}: ${error.message}` : String(error);
  }
}

const words = ask(server, Words, {}).then(({ serviceConfig }) => wordsFor(serviceConfig));

async function suggest(signal: AbortSignal): Promise<void> {
  const prefix = box.value.trim();
  const found = prefix ? (await ask(server, Suggest, { prefix }, signal)).suggest : [];
  suggestions.replaceChildren(
    ...found.map((found) => suggestionItem(found, () => void instead(open(found.entity.id)))),
  );
}

function open(id: string) {
  return async (signal: AbortSignal): Promise<void> => {
    const { node } = await ask(server, EntityWithTies, { id, after: null }, signal);
    if (!node || !('name' in node)) return;
    suggestions.replaceChildren();
    shown.replaceChildren(...(await page(node)));
  };
}

async function page(entity: Entity): Promise<HTMLElement[]> {
  const named = await words;
  const rows = element('tbody');
  const count = element('p');
  let next: string | null = null;
  const grow = async (signal: AbortSignal): Promise<void> => {
    try {
      const { node } = await ask(server, EntityWithTies, { id: entity.id, after: next }, signal);
      if (node && 'name' in node) add(node.relations);
    } catch (error) {
      // The data changed: rows of two states would be mixed, so it begins again.
      if (!(error instanceof ApiError) || error.code !== 'STALE_CURSOR') throw error;
      await open(entity.id)(signal);
    }
  };
  const more = button('更多 more', () => void instead(grow));
  const add = ({ edges, totalCount, pageInfo }: Entity['relations']): void => {
    rows.append(...edges.map((tie) => row(tie, named)));
    count.textContent = `${rows.childElementCount} / ${totalCount}`;
    next = pageInfo.endCursor ?? null;
    more.hidden = !pageInfo.hasNextPage;
  };
  add(entity.relations);
  const facts = [named.get(entity.kind), entity.region?.name, entity.nameEn].filter(Boolean).join(' · ');
  return [element('h2', entity.name), element('p', facts), element('table', '', rows), count, more];
}

function row(tie: Tie, named: Map<string, string>): HTMLElement {
  const far = button(tie.node.name, () => void instead(open(tie.node.id)));
  const cells = [element('td', tieWords(tie, named)), element('td', '', far), element('td', '', ...sourceItems(tie.sources))];
  return element('tr', '', ...cells);
}

box.addEventListener('input', () => void instead(suggest));
