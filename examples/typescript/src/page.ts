// What the page shows, as elements. Text is set as text: names come from data.
import type { EntityWithTiesQuery, SuggestQuery, WordsQuery } from './gql/graphql.js';

type Node = NonNullable<EntityWithTiesQuery['node']>;
export type Entity = Extract<Node, { name: string }>;
export type Tie = Entity['relations']['edges'][number];
export type Suggestion = SuggestQuery['suggest'][number];

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', ...children: HTMLElement[]) {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  return made;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const made = element('button', text);
  made.addEventListener('click', press);
  return made;
}

export function suggestionItem({ entity, hint }: Suggestion, choose: () => void): HTMLLIElement {
  const note = element('span', ` ${hint}`);
  note.className = 'hint';
  return element('li', '', button(entity.name, choose), note);
}

/** Words of the service for its enum values, e.g. HOSTED_BY → 依托. */
export function wordsFor(words: WordsQuery['serviceConfig']): Map<string, string> {
  const named = new Map<string, string>();
  for (const { kind, chinese } of words.kinds) named.set(kind, chinese);
  for (const { relation, chinese } of words.relations) named.set(relation, chinese);
  return named;
}

/** A tie in words, e.g. "→ 优势学科 A+ 2017". */
export function tieWords(tie: Tie, words: Map<string, string>): string {
  const arrow = tie.direction === 'OUT' ? '→' : '←';
  const parts = [arrow, words.get(tie.relation) ?? tie.relation, tie.strength, tie.year, tie.status];
  return parts.filter((part) => part !== null && part !== undefined).join(' ');
}

/** Sources as links; an address that is no http(s) one stays text. */
export function sourceItems(sources: Tie['sources']): HTMLElement[] {
  return sources.map(({ document: cited, locator, known, certainty }) => {
    const text = `${cited?.title ?? '?'} ${locator ?? ''} (${known}, ${certainty})`;
    if (!cited?.url || !/^https?:\/\//.test(cited.url)) return element('div', text);
    const link = element('a', text);
    link.href = cited.url;
    link.rel = 'noopener noreferrer';
    return element('div', '', link);
  });
}
