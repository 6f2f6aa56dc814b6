import { Container, Paper, Stack, Text, Title } from '@mantine/core';
import { DemandsChoicesDocument, DemandsPartnerDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { home, partnerRegion } from '../../shared/home';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { EntityLink } from '../../shared/kinds/EntityLink';
import { SearchBox } from '../../shared/search/SearchBox';
import { Empty, Failure } from '../../shared/ui/States';
import { DeskHead } from '../match/DeskHead';
import style from '../match/Match.module.css';
import { partnerKinds } from '../match/state';
import { Weighing } from '../match/Weighing';
import { Conditions } from './Conditions';
import { Results, type Partner } from './Results';
import { useDemands } from './useDemands';

const text = texts(
  {
    what: '手上有一家合作方：本地哪些项目、集群和领域最适合它，为什么，依据在哪里。',
    partner: '合作方',
    pick: '选一家单位或平台',
    begin: '从一家合作方开始',
    how: '输入高校、院所、企业、医院或平台的名称，即可看到最适合它的本地需求。',
    unknown: (id: string) => `没有编号为“${id}”的单位或平台`,
    unknownHow: '请按名称查找。',
  },
  {
    what: 'You have a partner at hand: which local projects, clusters and fields fit it best, why, and which sources say so.',
    partner: 'Partner',
    pick: 'Pick an organization or platform',
    begin: 'Begin with a partner',
    how: 'Type the name of a university, institute, company, hospital or platform: the local demands that it fits come up.',
    unknown: (id: string) => `No organization or platform has the id “${id}”`,
    unknownHow: 'Look it up by name.',
  },
);

/** The match desk from the other side: a partner on the left, what it fits on the right. */
export default function DemandsView() {
  const t = useTexts(text);
  const { state, change } = useDemands();
  const choices = useAsk(DemandsChoicesDocument, { home });
  const asked = useAsk(
    DemandsPartnerDocument,
    { partner: state.partner, delta: partnerRegion, home },
    state.partner === '',
  );
  const { data } = asked.state;
  const node = data?.node && 'kind' in data.node && partnerKinds.includes(data.node.kind) ? data.node : undefined;
  const partner: Partner | undefined = node && {
    entity: node,
    inDelta: (data?.delta.totalCount ?? 0) > 0,
    atHome: (data?.home.totalCount ?? 0) > 0,
  };
  return (
    <Container size="xl" py="lg">
      <DeskHead what={t.what} />
      <div className={style.desk}>
        <div className={style.form}>
          <Paper withBorder p="md" component="section" aria-labelledby="demands-partner">
            <Stack gap="sm">
              <Title order={2} size="h5" id="demands-partner">
                {t.partner}
              </Title>
              {partner && (
                <Text size="sm" component="div">
                  <EntityLink entity={partner.entity} />
                </Text>
              )}
              <SearchBox
                label={t.pick}
                kinds={partnerKinds}
                onPick={({ id }) => {
                  change({ partner: id, exclude: [], open: [] });
                }}
              />
            </Stack>
          </Paper>
          {choices.state.error && <Failure error={choices.state.error} again={choices.again} />}
          <Conditions state={state} change={change} choices={choices.state.data} />
          <Weighing weights={state.weights} change={change} />
        </div>
        {state.partner === '' ? (
          <Empty title={t.begin}>{t.how}</Empty>
        ) : asked.state.error ? (
          <Failure error={asked.state.error} again={asked.again} />
        ) : data && !partner ? (
          <Empty title={t.unknown(state.partner)}>{t.unknownHow}</Empty>
        ) : (
          <Results state={state} change={change} partner={partner} />
        )}
      </div>
    </Container>
  );
}
