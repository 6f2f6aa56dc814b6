import { useLanguage } from './language';
import type { Language } from './texts';

type Named = { name: string; nameEn?: string | null };

/** What to call an entity: in English by its English name, where it has one. */
export function useNames() {
  return nameIn(useLanguage().language);
}

export const nameIn = (language: Language) => (e: Named) => (language === 'en' && e.nameEn ? e.nameEn : e.name);
