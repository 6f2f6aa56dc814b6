import { Badge, Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { Link } from 'wouter';
import type { MatchDemandsQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useVocabulary } from '../../shared/i18n/vocabulary';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { matchAgainPath, sheetPath } from '../../shared/paths';
import { SourceLine } from '../../shared/sources/Sources';
import { Bars } from '../match/Bars';
import { Paths } from '../match/Evidence';
import style from '../match/Match.module.css';
import { Against, For } from '../match/Reasons';
import { score, useMatchWords } from '../match/words';
import { ShortlistButton } from '../shortlist/ShortlistButton';
import type { Partner } from './Results';
import { deskQuestion, type DemandsState } from './state';
import type { Change } from './useDemands';

export type Fit = MatchDemandsQuery['matchDemands']['nodes'][number];

const text = texts(
  {
    rank: (n: number) => `第 ${n} 名`,
    score: '得分',
    evidence: '依据与出处',
    evidenceOf: (name: string) => `“${name}”的依据与出处`,
    none: '没有路径依据：理由来自地点或没有记录这一事实。',
    desk: '还有谁合适',
    deskOf: (name: string) => `还有谁合适：${name}`,
    sheet: '对接单',
    sheetOf: (name: string) => `“${name}”的对接单`,
    exclude: '排除',
    excludeOf: (name: string) => `排除“${name}”`,
  },
  {
    rank: (n: number) => `No. ${n}`,
    score: 'Score',
    evidence: 'Evidence and sources',
    evidenceOf: (name: string) => `Evidence and sources for ${name}`,
    none: 'No path: the reasons come from places, or from there being nothing on record.',
    desk: 'Who else fits',
    deskOf: (name: string) => `Who else fits: ${name}`,
    sheet: 'Sheet to print',
    sheetOf: (name: string) => `Sheet to print: ${name}`,
    exclude: 'Leave out',
    excludeOf: (name: string) => `Leave out ${name}`,
  },
);

/** What each reason rests on: paths with their sources. */
function Evidence({ fit, title }: { fit: Fit; title: string }) {
  const t = useTexts(text);
  const words = useMatchWords();
  const reasons = [...fit.reasonsFor, ...fit.reasonsAgainst].filter((r) => r.evidence.length > 0);
  return (
    <section aria-label={title}>
      {reasons.length === 0 && <Text size="sm">{t.none}</Text>}
      {reasons.map((r, i) => (
        <div key={i} className={style.part}>
          <Text size="sm" fw={600}>
            {words.component(r.component)}：{words.sentence(r.sentence)}
          </Text>
          <Paths evidence={r.evidence} />
        </div>
      ))}
    </section>
  );
}

type Props = { fit: Fit; partner: Partner | undefined; state: DemandsState; change: Change };

/** One demand of the list: score, parts, reasons; evidence when opened. */
export function DemandCard({ fit, partner, state, change }: Props) {
  const t = useTexts(text);
  const words = useVocabulary();
  const nameOf = useNames();
  const id = useId();
  const { demand } = fit;
  const name = nameOf(demand);
  const open = state.open.includes(demand.id);
  const question = deskQuestion(state, demand.id, partner?.inDelta ?? true);
  const [source] = demand.sources;
  return (
    <li className={style.card} aria-labelledby={id}>
      <header>
        <span className={style.rank}>{t.rank(fit.rank)}</span>
        <h3 id={id}>
          <EntityLink entity={demand} />
        </h3>
        <Text span size="sm" c="dimmed">
          {[words.kind(demand.kind), demand.region && nameOf(demand.region)].filter(Boolean).join(' · ')}
        </Text>
        {demand.status && (
          <Badge size="sm" variant="light">
            {words.status(demand.status)}
          </Badge>
        )}
        <span className={style.score}>
          <small>{t.score}</small> {score(fit.score)}
        </span>
      </header>
      {source && (
        <Text size="xs" c="dimmed" component="div" mt={4}>
          <SourceLine source={source} />
        </Text>
      )}
      <div className={style.body}>
        <Bars parts={fit.components} />
        <div className={style.said}>
          <For match={fit} />
          <Against match={fit} />
        </div>
      </div>
      <Group gap="xs" mt="sm">
        <Button
          size="compact-sm"
          variant={open ? 'light' : 'default'}
          aria-expanded={open}
          aria-label={t.evidenceOf(name)}
          onClick={() => {
            change({ open: open ? state.open.filter((x) => x !== demand.id) : [...state.open, demand.id] });
          }}
        >
          {t.evidence}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          href={matchAgainPath(`${question}&open=${encodeURIComponent(state.partner)}`)}
          aria-label={t.deskOf(name)}
        >
          {t.desk}
        </Button>
        {partner && !partner.atHome && (
          <>
            <Button
              size="compact-sm"
              variant="default"
              component={Link}
              href={sheetPath(question, state.partner)}
              aria-label={t.sheetOf(name)}
            >
              {t.sheet}
            </Button>
            <ShortlistButton entry={{ question, demand: name, partner: partner.entity }} />
          </>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          ml="auto"
          aria-label={t.excludeOf(name)}
          onClick={() => {
            change({ exclude: [...state.exclude, demand.id] });
          }}
        >
          {t.exclude}
        </Button>
      </Group>
      {open && <Evidence fit={fit} title={t.evidenceOf(name)} />}
    </li>
  );
}
