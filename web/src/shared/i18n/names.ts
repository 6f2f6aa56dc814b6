import { useLanguage } from './language';
import type { Language } from './texts';

type Named = { name: string; nameEn?: string | null };

/** What to call an entity: in English by its English name, where it has one. */
export function useNames() {
  return nameIn(useLanguage().language);
}

// Marks that turn around what follows; loading refuses them, a database may hold them.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

export const nameIn = (language: Language) => (e: Named) =>
  (language === 'en' && e.nameEn ? e.nameEn : e.name).replace(turning, '');
