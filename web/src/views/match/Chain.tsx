import { Badge } from '@mantine/core';
import type { EntityNameFragment, StepPartsFragment } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { Sources } from '../../shared/sources/Sources';
import style from './Match.module.css';

const text = texts(
  {
    sources: (n: number) => `来源（${n} 步）`,
    none: '没有来源',
    planned: '规划',
  },
  {
    sources: (n: number) => (n === 1 ? 'Sources' : `Sources (${n} steps)`),
    none: 'No source',
    planned: 'planned',
  },
);

/** A tie that is only intended. */
const intended = (step: StepPartsFragment) => step.status === 'PLANNED' || step.status === 'PROMOTED';

function Arrow({ step }: { step: StepPartsFragment }) {
  const t = useTexts(text);
  const words = useVocabulary();
  // The relation by its own name; the arrow has its sense.
  const about = [words.relation(step.relation), step.label, words.strength(step.strength), step.year]
    .filter(Boolean)
    .join(' · ');
  const [before, after] = step.direction === 'OUT' ? ['–', '→'] : ['←', '–'];
  return (
    <span className={style.arrow} data-planned={intended(step) || undefined}>
      {before} {about}
      {intended(step) && (
        <Badge size="xs" color="orange" variant="outline" mx={4}>
          {t.planned}
        </Badge>
      )}{' '}
      {after}
    </span>
  );
}

/** A path drawn as a small chain, with the sources of each step behind a click. */
export function Chain({ start, steps }: { start: EntityNameFragment; steps: StepPartsFragment[] }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const near = (i: number) => (i === 0 ? start : (steps[i - 1]?.node ?? start));
  return (
    <div>
      <div className={style.chain}>
        <EntityLink entity={start} />
        {steps.map((step) => (
          <span key={step.relationId}>
            <Arrow step={step} /> <EntityLink entity={step.node} />
          </span>
        ))}
      </div>
      <details className={style.sources}>
        <summary>{t.sources(steps.length)}</summary>
        <ol>
          {steps.map((step, i) => (
            <li key={step.relationId}>
              {nameOf(near(i))} — {nameOf(step.node)}
              {step.sources.length === 0 ? t.none : <Sources sources={step.sources} />}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
