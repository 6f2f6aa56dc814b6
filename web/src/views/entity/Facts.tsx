import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kind } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { SourceLine } from '../../shared/sources/Sources';
import { SafeLink } from '../../shared/ui/SafeLink';
import { partnerKinds } from '../match/state';
import type { Entity } from './EntityView';
import { text } from './texts';
import style from './EntityView.module.css';

// Properties that only some kinds have, in the order in which they are shown.
const properties = [
  'category',
  'grade',
  'group',
  'level',
  'code',
  'period',
  'year',
  'value',
  'unit',
  'baseValue',
  'baseYear',
  'baseNote',
  'attribute',
] as const;

// What lies somewhere, though a source may not say where.
const placed: Kind[] = [...partnerKinds, 'INDUSTRY_CLUSTER', 'KEY_PROJECT'];

/** The value of a property if this kind has it and a source gives it. */
function property(entity: Entity, name: (typeof properties)[number] | 'website'): string | undefined {
  const value = (entity as Record<string, unknown>)[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  if (children === undefined || children === null || children === '' || children === false) return null;
  return (
    <div className={style.fact}>
      <dt>{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is known of the entity itself, and where that stands. */
export function Facts({ entity }: { entity: Entity }) {
  const t = useTexts(text);
  const words = useVocabulary();
  const list = (names: string[]) => names.join('；');
  const website = property(entity, 'website');
  return (
    <section aria-labelledby="about">
      <Title order={2} size="h4" id="about">
        {t.about}
      </Title>
      <dl className={style.facts}>
        <Fact word={t.nameEn}>{entity.nameEn}</Fact>
        <Fact word={t.aliases}>{list(entity.aliases)}</Fact>
        <Fact word={t.formerNames}>{list(entity.formerNames)}</Fact>
        <Fact word={t.printedName}>{entity.printedName}</Fact>
        <Fact word={t.region}>
          {entity.region ? <EntityLink entity={entity.region} /> : placed.includes(entity.kind) && t.noRegion}
        </Fact>
        <Fact word={t.parent}>
          {'parent' in entity && entity.parent ? <EntityLink entity={entity.parent} /> : null}
        </Fact>
        <Fact word={t.fields}>
          {entity.fields.length > 0 && (
            <span className={style.links}>
              {entity.fields.map((f) => (
                <EntityLink key={f.id} entity={f} />
              ))}
            </span>
          )}
        </Fact>
        <Fact word={t.status}>
          {entity.status && words.status(entity.status) + (entity.statusDate ? t.asOf(entity.statusDate) : '')}
        </Fact>
        {properties.map((p) => (
          <Fact key={p} word={t[p]}>
            {property(entity, p)}
          </Fact>
        ))}
        <Fact word={t.tags}>{'tags' in entity ? list(entity.tags) : null}</Fact>
        <Fact word={t.website}>{website && <SafeLink url={website}>{website}</SafeLink>}</Fact>
        {entity.externalIds.map((x) => (
          <Fact key={x.scheme + x.value} word={x.scheme.toUpperCase()}>
            <SafeLink url={x.value}>{x.value}</SafeLink>
          </Fact>
        ))}
        <Fact word={t.id}>
          <code>{entity.id}</code>
        </Fact>
        <Fact word={t.sources}>
          <ul className={style.sources}>
            {entity.sources.map((s, i) => (
              <li key={i}>
                <SourceLine source={s} />
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </section>
  );
}
