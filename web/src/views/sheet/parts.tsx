import { useId, type ReactNode } from 'react';
import type { SourcePartsFragment } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { SafeLink, webAddress } from '../../shared/ui/SafeLink';
import style from './Sheet.module.css';
import { text } from './texts';

export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className={style.line}>
      <span>{label}</span>
      <span>{children}</span>
    </p>
  );
}

export function Cites({ numbers }: { numbers: number[] }) {
  return numbers.map((n) => <sup key={n}>[{n}]</sup>);
}

/** The sources that were cited, with their addresses spelled out: paper has no links. */
export function SourceList({ sources }: { sources: SourcePartsFragment[] }) {
  const t = useTexts(text);
  const words = useVocabulary();
  return (
    <ol>
      {sources.map((s, i) => (
        <li key={i}>
          {[
            s.document?.title ?? t.noDocument,
            s.document?.issuer,
            s.date ?? s.document?.date,
            s.locator,
            words.known(s.known),
            words.certainty(s.certainty),
          ]
            .filter(Boolean)
            .join(t.listed)}{' '}
          {webAddress(s.document?.url) && <SafeLink url={s.document?.url}>{s.document?.url}</SafeLink>}
        </li>
      ))}
    </ol>
  );
}
