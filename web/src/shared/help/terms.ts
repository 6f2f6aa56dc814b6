import type { Kind, Relation } from '../../gql/enums';
import type { Vocabulary } from '../i18n/vocabulary';
import type { Language } from '../i18n/texts';
import { allKinds, allRelations } from '../i18n/vocabulary';
import { kindTerms } from './kindTerms';
import { otherTerms } from './otherTerms';
import { relationTerms } from './relationTerms';

/** What a word means, in a sentence. */
export type Explained = readonly [zh: string, en: string];

export type TermName = Kind | Relation | keyof typeof otherTerms;

export type Term = { id: TermName; name: string; what: string };

const isKind = (id: TermName): id is Kind => id in kindTerms;
const isRelation = (id: TermName): id is Relation => id in relationTerms;

export function termOf(id: TermName, language: Language, words: Vocabulary): Term {
  const side = language === 'zh' ? 0 : 1;
  if (isKind(id)) return { id, name: words.kind(id), what: kindTerms[id][side] };
  if (isRelation(id)) return { id, name: words.relation(id), what: relationTerms[id][side] };
  const { name, what } = otherTerms[id];
  return { id, name: name[side], what: what[side] };
}

export const termGroups = {
  other: Object.keys(otherTerms) as TermName[],
  kinds: allKinds as TermName[],
  relations: allRelations as TermName[],
};
