import { ActionIcon, Burger, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import { Link, useRoute } from 'wouter';
import { SearchBox } from '../shared/search/SearchBox';
import { useLanguage, useTexts } from '../shared/i18n/language';
import { texts } from '../shared/i18n/texts';
import { navigation, views, type View } from './views';
import style from './Shell.module.css';

const text = texts(
  {
    skip: '跳到正文',
    nav: '主导航',
    menu: '打开或收起导航',
    language: 'EN: switch to English',
    other: 'EN',
    dark: '切换到深色',
    light: '切换到浅色',
  },
  {
    skip: 'Skip to content',
    nav: 'Main navigation',
    menu: 'Open or close the navigation',
    language: '中文：切换到中文',
    other: '中',
    dark: 'Switch to dark',
    light: 'Switch to light',
  },
);

function NavLink({ view }: { view: View }) {
  const words = useTexts(navigation);
  const [active] = useRoute(view.path);
  return (
    <Link href={view.path.replace(/\/:.*/, '')} className={style.link} aria-current={active ? 'page' : undefined}>
      {view.word && words[view.word]}
    </Link>
  );
}

function LanguageSwitch() {
  const t = useTexts(text);
  const { language, setLanguage } = useLanguage();
  return (
    <Tooltip label={t.language}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t.language}
        onClick={() => {
          setLanguage(language === 'zh' ? 'en' : 'zh');
        }}
      >
        <span className={style.sign}>{t.other}</span>
      </ActionIcon>
    </Tooltip>
  );
}

function ThemeSwitch() {
  const t = useTexts(text);
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const label = dark ? t.light : t.dark;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        onClick={() => {
          setColorScheme(dark ? 'light' : 'dark');
        }}
      >
        <span className={style.sign} aria-hidden>
          {dark ? '☀' : '☾'}
        </span>
      </ActionIcon>
    </Tooltip>
  );
}

/** What stands around every view: mark, search box, navigation, switches. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useTexts(text);
  const main = useRef<HTMLElement>(null);
  const [open, { toggle, close }] = useDisclosure();
  return (
    <div className={style.page}>
      {/* A button: with <base>, "#main" would lead to another address. */}
      <button className={style.skip} onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <header className={style.header}>
        <Link href="/" className={style.mark}>
          <img src="./icon.svg" alt="" width={26} height={26} />
          <span>
            科创图谱 <small>innograph</small>
          </span>
        </Link>
        <div className={style.search}>
          <SearchBox />
        </div>
        <nav className={style.nav} aria-label={t.nav} data-open={open || undefined} onClick={close}>
          {views
            .filter((v) => v.word)
            .map((v) => (
              <NavLink key={v.path} view={v} />
            ))}
        </nav>
        <div className={style.switches}>
          <LanguageSwitch />
          <ThemeSwitch />
          <Burger
            className={style.burger ?? ''}
            size="sm"
            opened={open}
            onClick={toggle}
            aria-label={t.menu}
            aria-expanded={open}
          />
        </div>
      </header>
      <main className={style.main} ref={main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
