import { Badge, Drawer, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { GapCellDocument, type GapCellQuery, type GapCellQueryVariables } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { listPath } from '../../shared/filter/filter';
import { home, partnerRegion } from '../../shared/home';
import { Help } from '../../shared/help/Help';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { KindMark } from '../../shared/kinds/KindMark';
import { entityPath, matchPath } from '../../shared/paths';
import { Sources } from '../../shared/sources/Sources';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { allSeverities, routeText, severityText } from './words';
import style from './GapsView.module.css';

const text = texts(
  {
    title: (field: string) => `${field}：需求与供给`,
    close: '关闭',
    why: '判断',
    needs: (n: number) => `本地需求 ${n} 项`,
    shown: (n: number, of: number) => `只列出 ${of} 项中的 ${n} 项；`,
    allNeeds: '在列表中看全部',
    supply: (region: string, n: number) => `${region}：供给方 ${n} 个`,
    none: '没有达到强度下限的供给方。',
    desk: '到对接台找合作方',
    planned: (n: number) => `本地另有 ${n} 个规划或在建的，暂不计入。`,
    elsewhere: (n: number) => `其他地区还有 ${n} 个。`,
    strength: (x: string) => `强度 ${x}`,
    evidence: '依据',
    nothing: '这个领域不在缺口统计之内',
    cut: '有的条目关系太多，没有全部读到，数字可能偏低。',
  },
  {
    title: (field: string) => `${field}: needs and supply`,
    close: 'Close',
    why: 'Judgement',
    needs: (n: number) => `${n} needs at home`,
    shown: (n: number, of: number) => `Only ${n} of ${of} stand here; `,
    allNeeds: 'see all in the list',
    supply: (region: string, n: number) => `${region}: ${n} suppliers`,
    none: 'Nobody is strong enough to count.',
    desk: 'Find partners at the match desk',
    planned: (n: number) => `${n} more at home are only planned or being built; they do not count yet.`,
    elsewhere: (n: number) => `${n} more elsewhere.`,
    strength: (x: string) => `strength ${x}`,
    evidence: 'Evidence',
    nothing: 'This field is not among the needs',
    cut: 'Something has more relations than were read; the figures may be too low.',
  },
);

type Gap = GapCellQuery['gaps']['edges'][number];
const most = 10;

/** The question behind a cell; at home, 长三角 is what it is compared with. */
export const cellVariables = (field: string, region: string): GapCellQueryVariables => ({
  filter: { ids: [field], home, partner: region === home ? partnerRegion : region, severity: [...allSeverities] },
  first: most,
});

function Supply({ supply }: { supply: Gap['home'] }) {
  const t = useTexts(text);
  const routes = useTexts(routeText);
  const { language } = useLanguage();
  const nameOf = useNames();
  return (
    <section>
      <Title order={3} size="h5">
        {t.supply(nameOf(supply.region), supply.count)}
      </Title>
      {supply.suppliers.length === 0 && <Text size="sm">{t.none}</Text>}
      <ol className={style.suppliers}>
        {supply.suppliers.map((s) => (
          <li key={s.entity.id}>
            <KindMark kind={s.entity.kind} size={18} />{' '}
            <Link href={entityPath(s.entity.id)} className={style.name}>
              {nameOf(s.entity)}
            </Link>{' '}
            <Badge size="sm" variant="light">
              {routes[s.route]}
            </Badge>{' '}
            <Text span size="sm">
              {t.strength(String(Math.round(s.strength * 100) / 100))}
            </Text>
            <Text size="sm" c="dimmed">
              {s.reason[language]}
            </Text>
            <details>
              <summary>{t.evidence}</summary>
              {s.steps.map((step) => (
                <Sources key={step.relationId} sources={step.sources} />
              ))}
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Needs({ gap }: { gap: Gap }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const all = listPath({ fields: [gap.node.id], region: home, kinds: ['KEY_PROJECT', 'INDUSTRY_CLUSTER'] });
  return (
    <section>
      <Title order={3} size="h5">
        {t.needs(gap.demand)}
      </Title>
      <ul className={style.suppliers}>
        {gap.wants.map((w) => (
          <li key={w.id}>
            <KindMark kind={w.kind} size={18} /> <Link href={entityPath(w.id)}>{nameOf(w)}</Link>
          </li>
        ))}
      </ul>
      {gap.demand > gap.wants.length && (
        <Text size="sm">
          {t.shown(gap.wants.length, gap.demand)}
          <Link href={all}>{t.allNeeds}</Link>
        </Text>
      )}
    </section>
  );
}

function Gap({ gap, region }: { gap: Gap; region: string }) {
  const t = useTexts(text);
  const words = useTexts(severityText);
  const { language } = useLanguage();
  const supplies = region === home ? [gap.home, gap.partner] : [gap.partner, gap.home];
  return (
    <Stack gap="md">
      <section>
        <Group gap="xs">
          <Title order={3} size="h5">
            {t.why}
          </Title>
          <Badge variant="outline">{words[gap.severity]}</Badge>
          <Help term="SEVERITY" />
          <Help term="STRENGTH" />
        </Group>
        <Text size="sm">{gap.reason[language]}</Text>
        <Sources sources={gap.node.sources} />
        <Text size="sm" c="dimmed">
          {gap.planned > 0 && t.planned(gap.planned)} {gap.elsewhere > 0 && t.elsewhere(gap.elsewhere)}
        </Text>
        <Link href={matchPath(gap.node.id)} className={style.name}>
          {t.desk}
        </Link>
      </section>
      <Needs gap={gap} />
      {supplies.map((s) => (
        <Supply key={s.region.id} supply={s} />
      ))}
    </Stack>
  );
}

type Props = { field: string; region: string; onClose: () => void };

/** What stands behind a cell of the matrix, beside it. */
export function Cell({ field, region, onClose }: Props) {
  const t = useTexts(text);
  const nameOf = useNames();
  const variables = cellVariables(field, region);
  const asked = useAsk(GapCellDocument, variables);
  const node = asked.state.data?.gaps.edges[0]?.node;
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="lg">
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Body>
          {/* No Drawer.Header: it would be a second banner of the page. */}
          <Group justify="space-between" wrap="nowrap" py="sm">
            <Drawer.Title>{t.title(node ? nameOf(node) : '…')}</Drawer.Title>
            <Drawer.CloseButton aria-label={t.close} />
          </Group>
          <Answer asked={asked}>
            {({ gaps }) => {
              const [gap] = gaps.edges;
              if (!gap) return <Empty title={t.nothing} />;
              return (
                <>
                  {gaps.truncated && <Text size="sm">{t.cut}</Text>}
                  <Gap gap={gap} region={region} />
                </>
              );
            }}
          </Answer>
          <Group mt="md">
            <QueryBehind question={GapCellDocument} variables={variables} />
          </Group>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
