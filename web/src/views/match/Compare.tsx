import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { MatchOneDocument, type MatchOneQuery, type MatchOneQueryVariables } from '../../gql/graphql';
import { useAsk, type Asked } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { Failure, Loading } from '../../shared/ui/States';
import { Bar } from './Bars';
import { mostEvidence, Paths } from './Evidence';
import style from './Compare.module.css';
import { Against, Changes, For } from './Reasons';
import { askingOf, components, type MatchState } from './state';
import type { Change } from './useMatch';
import { usePlace } from './usePlace';
import { score, useMatchWords } from './words';

const text = texts(
  {
    title: '并排比较',
    clear: '结束比较',
    what: '项目',
    rank: '名次',
    nth: (n: number) => `第 ${n} 名`,
    score: '得分',
    place: '所在地',
    reasons: '理由',
    ties: '合作路径',
    noTies: '没有记录在案的合作',
    gone: '按现在的条件，它不在推荐之列',
    allTies: (n: number) => `${n} 条`,
  },
  {
    title: 'Side by side',
    clear: 'End comparing',
    what: 'What',
    rank: 'Rank',
    nth: (n: number) => `No. ${n}`,
    score: 'Score',
    place: 'Place',
    reasons: 'Reasons',
    ties: 'Ties',
    noTies: 'No tie on record',
    gone: 'Under these conditions it is not in the list',
    allTies: (n: number) => (n === 1 ? '1 path' : `${n} paths`),
  },
);

type One = NonNullable<MatchOneQuery['partnerMatch']>;

/** Two or three partners side by side; what is asked for is the same as behind "evidence". */
export function Compare({ state, change }: { state: MatchState; change: Change }) {
  const [a = '', b = '', c = ''] = state.picked;
  const ask = (partner: string): MatchOneQueryVariables => ({ ...askingOf(state), partner, evidence: mostEvidence });
  const asked = [
    useAsk(MatchOneDocument, ask(a), a === ''),
    useAsk(MatchOneDocument, ask(b), b === ''),
    useAsk(MatchOneDocument, ask(c), c === ''),
  ].slice(0, state.picked.length);
  return <Table asked={asked} state={state} change={change} />;
}

function Table({ asked, state, change }: { asked: Asked<MatchOneQuery>[]; state: MatchState; change: Change }) {
  const t = useTexts(text);
  const words = useMatchWords();
  const place = usePlace();
  const failed = asked.find((a) => a.state.error && !a.state.data);
  const row = (title: string, cell: (match: One) => ReactNode) => (
    <tr key={title}>
      <th scope="row">{title}</th>
      {asked.map((a, i) => (
        <td key={state.picked[i]}>{a.state.data?.partnerMatch && cell(a.state.data.partnerMatch)}</td>
      ))}
    </tr>
  );
  return (
    <section aria-labelledby="match-compare">
      <Group justify="space-between">
        <Title order={2} size="h5" id="match-compare" tabIndex={-1} className={style.below ?? ''}>
          {t.title}
        </Title>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            change({ picked: [] });
          }}
        >
          {t.clear}
        </Button>
      </Group>
      {failed ? (
        <Failure error={failed.state.error} again={failed.again} />
      ) : asked.some((a) => a.state.fetching && !a.state.data) ? (
        <Loading />
      ) : (
        <div className={style.scroll} tabIndex={0} role="group" aria-labelledby="match-compare">
          <table className={style.compare}>
            <thead>
              <tr>
                <th scope="col">{t.what}</th>
                {asked.map((a, i) => (
                  <th scope="col" key={state.picked[i]}>
                    {a.state.data?.partnerMatch ? (
                      <EntityLink entity={a.state.data.partnerMatch.partner} />
                    ) : (
                      <Text size="sm">
                        {state.picked[i]}: {t.gone}
                      </Text>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {row(t.rank, (m) => t.nth(m.rank))}
              {row(t.score, (m) => (
                <strong>{score(m.score)}</strong>
              ))}
              {components.map((name) =>
                row(words.component(name), (m) => {
                  const value = m.components.find((p) => p.name === name)?.value ?? 0;
                  return (
                    <>
                      <Bar value={value} /> {value.toFixed(2)}
                    </>
                  );
                }),
              )}
              {row(t.place, place)}
              {row(t.reasons, (m) => (
                <>
                  <For match={m} />
                  <Against match={m} />
                  <Changes match={m} />
                </>
              ))}
              {row(t.ties, (m) => {
                const ties = m.components.find((p) => p.name === 'TIES')?.evidence ?? [];
                return ties.length === 0 ? (
                  t.noTies
                ) : (
                  <details>
                    <summary>{t.allTies(ties.length)}</summary>
                    <Paths evidence={ties} />
                  </details>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
