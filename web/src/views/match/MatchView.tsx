import { Container, Group, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { MatchChoicesDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { Failure } from '../../shared/ui/States';
import { Conditions } from './Conditions';
import { DemandBox } from './DemandBox';
import { DeskHead } from './DeskHead';
import style from './Match.module.css';
import { Results } from './Results';
import { delta, hasDemand } from './state';
import { useMatch } from './useMatch';
import { Weighing } from './Weighing';

const text = texts(
  {
    what: '为一项需求找合作方：谁合适、为什么、依据在哪里、还差什么。',
    begin: '从一项需求开始',
    how: '选一个项目、集群、领域或单位，或写下需求，例如：',
  },
  {
    what: 'Find partners for a demand: who fits, why, which sources say so, and what is missing.',
    begin: 'Begin with a demand',
    how: 'Pick a project, cluster, field or organization, or write the need down, e.g.:',
  },
);

const examples = ['氢燃料电池液压挖掘机', '木业智能装备', '高性能磁性材料'];

/** The match desk 对接台: a demand on the left, who fits it on the right. */
export default function MatchView() {
  const t = useTexts(text);
  const { state, change } = useMatch();
  const choices = useAsk(MatchChoicesDocument, { region: delta });
  return (
    <Container size="xl" py="lg">
      <DeskHead what={t.what} />
      <div className={style.desk}>
        <div className={style.form}>
          <DemandBox state={state} change={change} longest={choices.state.data?.serviceConfig.limits.maxDemandText} />
          {choices.state.error && <Failure error={choices.state.error} again={choices.again} />}
          <Conditions state={state} change={change} choices={choices.state.data} />
          <Weighing weights={state.weights} change={change} />
        </div>
        {hasDemand(state) ? (
          <Results state={state} change={change} />
        ) : (
          <Stack gap="xs" p="xl" align="center">
            <Text fw={600}>{t.begin}</Text>
            <Text size="sm" c="dimmed">
              {t.how}
            </Text>
            <Group gap="xs">
              {examples.map((e) => (
                <Link key={e} href={`/match?text=${encodeURIComponent(e)}`} className={style.link}>
                  {e}
                </Link>
              ))}
            </Group>
          </Stack>
        )}
      </div>
    </Container>
  );
}
