import { useLanguage } from './language';

type Named = { name: string; nameEn?: string | null };

/** What to call an entity: in English by its English name, where it has one. */
export function useNames() {
  const { language } = useLanguage();
  return (e: Named) => (language === 'en' && e.nameEn ? e.nameEn : e.name);
}
