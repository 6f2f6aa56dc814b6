import { Badge, Group, Text } from '@mantine/core';
import { MatchOneDocument, type MatchOneQuery } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { Bar } from './Bars';
import { Chain } from './Chain';
import style from './Match.module.css';
import type { Asking } from './state';
import { score, share, useMatchWords } from './words';

/** So many paths of each part of a score are asked for. */
export const mostEvidence = 20;

const text = texts(
  {
    title: (name: string) => `${name}的评分依据`,
    counts: (n: number) => `${n} 条依据`,
    none: '没有路径依据',
    reach: '由距离和本地分支机构算出，见上方理由',
    cut: (n: number, of: number) => `只列出最重的 ${n} 条，共 ${of} 条`,
    weight: (w: string) => `计入 ${w}`,
    planned: '含规划中的环节',
    about: (field: string) => `针对“${field}”`,
    gone: '按现在的条件，它不在推荐之列',
  },
  {
    title: (name: string) => `What the score of ${name} rests on`,
    counts: (n: number) => (n === 1 ? '1 path' : `${n} paths`),
    none: 'No path speaks for it',
    reach: 'From the distance and branches at home; see the reasons above',
    cut: (n: number, of: number) => `The heaviest ${n} of ${of}`,
    weight: (w: string) => `counts ${w}`,
    planned: 'has planned steps',
    about: (field: string) => `for ${field}`,
    gone: 'Under these conditions it is not in the list',
  },
);

type Part = NonNullable<MatchOneQuery['partnerMatch']>['components'][number];

export function Paths({ evidence }: { evidence: Part['evidence'] }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const words = useVocabulary();
  const matchWords = useMatchWords();
  return (
    <ol className={style.paths}>
      {evidence.map((e, i) => (
        <li key={i}>
          <Group gap="xs">
            <Badge size="sm" variant="light">
              {matchWords.ground(e.ground)}
            </Badge>
            <Text size="xs" c="dimmed">
              {[
                e.field && t.about(nameOf(e.field)),
                t.weight(e.weight.toFixed(2)),
                words.certainty(e.certainty),
                !e.reported && t.planned,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Group>
          <Chain start={e.path.start} steps={e.path.steps} />
        </li>
      ))}
    </ol>
  );
}

function PartOfScore({ part, open }: { part: Part; open: boolean }) {
  const t = useTexts(text);
  const words = useMatchWords();
  return (
    <details className={style.part} open={open}>
      <summary>
        <strong>{words.component(part.name)}</strong> <Bar value={part.value} /> {part.value.toFixed(2)} ×{' '}
        {share(part.weight)} = {score(part.value * part.weight)} · {t.counts(part.evidenceCount)}
      </summary>
      <Text size="xs" c="dimmed">
        {words.meaning(part.name)}
      </Text>
      {part.evidence.length === 0 ? (
        <Text size="sm">{part.name === 'REACH' ? t.reach : t.none}</Text>
      ) : (
        <Paths evidence={part.evidence} />
      )}
      {part.evidence.length < part.evidenceCount && (
        <Text size="xs" c="dimmed">
          {t.cut(part.evidence.length, part.evidenceCount)}
        </Text>
      )}
    </details>
  );
}

/** What each part of a partner's score rests on: paths with their sources. */
export function Evidence({ asking, partner, name }: { asking: Asking; partner: string; name: string }) {
  const t = useTexts(text);
  const variables = { ...asking, partner, evidence: mostEvidence };
  const asked = useAsk(MatchOneDocument, variables);
  return (
    <section aria-label={t.title(name)}>
      <Answer asked={asked}>
        {({ partnerMatch }) =>
          partnerMatch ? (
            partnerMatch.components.map((part, i) => <PartOfScore key={part.name} part={part} open={i === 0} />)
          ) : (
            <Empty title={t.gone} />
          )
        }
      </Answer>
      <QueryBehind question={MatchOneDocument} variables={variables} />
    </section>
  );
}
