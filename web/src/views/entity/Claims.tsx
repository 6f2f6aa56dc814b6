import { Alert } from '@mantine/core';
import { useTexts } from '../../shared/i18n/language';
import { Sources } from '../../shared/sources/Sources';
import type { Entity } from './EntityView';
import { text } from './texts';
import style from './EntityView.module.css';

// Claims name a field by its column in the tables.
const columns: Record<string, 'nameEn' | 'baseValue' | 'baseYear' | 'baseNote'> = {
  name_en: 'nameEn',
  base_value: 'baseValue',
  base_year: 'baseYear',
  base_note: 'baseNote',
};

/** Where sources contradict each other: every value with who says so. */
export function Claims({ claims }: { claims: Entity['claims'] }) {
  const t = useTexts(text);
  const word = (field: string) => {
    const key = columns[field] ?? field;
    const found = (t as Record<string, unknown>)[key];
    return typeof found === 'string' ? found : field;
  };
  return (
    <Alert color="yellow" title={t.claims} role="note">
      {t.claimsHow}
      <dl className={style.facts}>
        {claims.map((c, i) => (
          <div key={i} className={style.fact}>
            <dt>{word(c.field)}</dt>
            <dd>
              <strong>{c.value}</strong>
              <Sources sources={c.sources} />
            </dd>
          </div>
        ))}
      </dl>
    </Alert>
  );
}
