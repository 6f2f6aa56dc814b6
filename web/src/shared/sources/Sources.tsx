import { Text } from '@mantine/core';
import type { SourcePartsFragment } from '../../gql/graphql';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { useVocabulary } from '../i18n/vocabulary';
import { SafeLink } from '../ui/SafeLink';
import style from './Sources.module.css';

const text = texts(
  {
    sources: '来源',
    none: '来源文件正在更新',
    printed: (name: string) => `原文写作“${name}”`,
    more: (n: number) => `另有 ${n} 处来源`,
  },
  {
    sources: 'Sources',
    none: 'The source is being replaced',
    printed: (name: string) => `printed as “${name}”`,
    more: (n: number) => `${n} more sources`,
  },
);

/** Where one statement stands, how it is known, and how sure it is. */
export function SourceLine({ source }: { source: SourcePartsFragment }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const { document } = source;
  const about = [
    document?.issuer,
    source.date ?? document?.date,
    source.printedName && t.printed(source.printedName),
    source.note?.startsWith('rule:') ? null : source.note, // rules are for developers
  ];
  return (
    <span className={style.line}>
      <SafeLink url={document?.url}>{document?.title ?? t.none}</SafeLink>
      {source.locator && <span className={style.locator}>{source.locator}</span>}
      <span className={style.known} data-known={source.known}>
        {words.known(source.known)}
      </span>
      <span className={style.sure} data-certainty={source.certainty}>
        {words.certainty(source.certainty)}
      </span>
      {about.some(Boolean) && (
        <Text span size="xs" c="dimmed">
          {about.filter(Boolean).join(' · ')}
        </Text>
      )}
    </span>
  );
}

/** The sources of a statement: the surest in sight, the others behind a click. */
export function Sources({ sources }: { sources: SourcePartsFragment[] }) {
  const t = useTexts(text);
  const [first, ...others] = sources;
  if (!first) return null;
  return (
    <div className={style.sources}>
      <SourceLine source={first} />
      {others.length > 0 && (
        <details>
          <summary>{t.more(others.length)}</summary>
          <ul>
            {others.map((s, i) => (
              <li key={i}>
                <SourceLine source={s} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
