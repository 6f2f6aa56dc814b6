import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Language } from './texts';

const Context = createContext<{ language: Language; setLanguage: (language: Language) => void }>({
  language: 'zh',
  setLanguage: () => undefined,
});

const kept = 'innograph:language';

/** Chinese first; the choice is kept in the browser. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(kept) === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    localStorage.setItem(kept, language);
  }, [language]);
  return <Context value={{ language, setLanguage }}>{children}</Context>;
}

export const useLanguage = () => use(Context);

/** The texts of a part of the surface in the language that is shown. */
export function useTexts<T>(all: Record<Language, T>): T {
  return all[useLanguage().language];
}
