import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { MatchPartnersQuery } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { sheetPath } from '../../shared/paths';
import { ShortlistButton } from '../shortlist/ShortlistButton';
import { Bars } from './Bars';
import { Evidence } from './Evidence';
import { Introductions } from './Introductions';
import style from './Match.module.css';
import { Against, Changes, For } from './Reasons';
import { askingOf, mostPicked, question, type MatchState } from './state';
import type { Change } from './useMatch';
import { usePlace } from './usePlace';
import { score } from './words';

export type Match = MatchPartnersQuery['matchPartners']['nodes'][number];

const text = texts(
  {
    rank: (n: number) => `第 ${n} 名`,
    score: '得分',
    compare: '比较',
    compareOne: (name: string) => `比较 ${name}`,
    evidence: '依据与出处',
    evidenceOf: (name: string) => `${name}的依据与出处`,
    introductions: '谁能引荐',
    introductionsOf: (name: string) => `谁能引荐${name}`,
    sheet: '对接单',
    sheetOf: (name: string) => `${name}的对接单`,
  },
  {
    rank: (n: number) => `No. ${n}`,
    score: 'Score',
    compare: 'Compare',
    compareOne: (name: string) => `Compare ${name}`,
    evidence: 'Evidence and sources',
    evidenceOf: (name: string) => `Evidence and sources of ${name}`,
    introductions: 'Who can introduce us',
    introductionsOf: (name: string) => `Who can introduce us to ${name}`,
    sheet: 'Sheet to print',
    sheetOf: (name: string) => `Sheet to print: ${name}`,
  },
);

/** One partner of the list: score, parts, reasons; evidence and introductions when opened. */
export function PartnerCard({
  match,
  state,
  change,
  demand,
}: {
  match: Match;
  state: MatchState;
  change: Change;
  demand: string;
}) {
  const t = useTexts(text);
  const name = useNames()(match.partner);
  const place = usePlace()(match);
  const id = useId();
  const [introduced, setIntroduced] = useState(false);
  const partner = match.partner.id;
  const open = state.open.includes(partner);
  const picked = state.picked.includes(partner);
  return (
    <li className={style.card} aria-labelledby={id}>
      <header>
        <span className={style.rank}>{t.rank(match.rank)}</span>
        <h3 id={id}>
          <EntityLink entity={match.partner} />
        </h3>
        <Text span size="sm" c="dimmed">
          {place}
        </Text>
        <span className={style.score}>
          <small>{t.score}</small> {score(match.score)}
        </span>
      </header>
      <div className={style.body}>
        <Bars parts={match.components} />
        <div className={style.said}>
          <For match={match} />
          <Against match={match} />
          <Changes match={match} />
        </div>
      </div>
      <Group gap="xs" mt="sm">
        <Button
          size="compact-sm"
          variant={open ? 'light' : 'default'}
          aria-expanded={open}
          aria-label={t.evidenceOf(name)}
          onClick={() => {
            change({ open: open ? state.open.filter((x) => x !== partner) : [...state.open, partner] });
          }}
        >
          {t.evidence}
        </Button>
        <Button
          size="compact-sm"
          variant={introduced ? 'light' : 'default'}
          aria-expanded={introduced}
          aria-label={t.introductionsOf(name)}
          onClick={() => {
            setIntroduced(!introduced);
          }}
        >
          {t.introductions}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          component={Link}
          href={sheetPath(question(state), partner)}
          aria-label={t.sheetOf(name)}
        >
          {t.sheet}
        </Button>
        <ShortlistButton entry={{ question: question(state), demand, partner: match.partner }} />
        <Checkbox
          size="sm"
          ml="auto"
          label={t.compare}
          aria-label={t.compareOne(name)}
          checked={picked}
          disabled={!picked && state.picked.length >= mostPicked}
          onChange={() => {
            change({ picked: picked ? state.picked.filter((x) => x !== partner) : [...state.picked, partner] });
          }}
        />
      </Group>
      {open && <Evidence asking={askingOf(state)} partner={partner} name={name} />}
      {introduced && <Introductions asking={askingOf(state)} partner={partner} name={name} />}
    </li>
  );
}
