import { Group, Text, Title } from '@mantine/core';
import { TiesDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { Bars, type Bar } from '../../shared/charts/Bars';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { listPath } from '../../shared/filter/filter';
import { Help } from '../../shared/help/Help';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { useTieFiles } from '../../shared/ties/tieFiles';
import { farIds, group, tiesOf, tiesVariables, type Tie } from '../../shared/ties/ties';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import style from './PlanView.module.css';

const text = texts(
  {
    years: '临沂与外地的联系：按年份',
    provinces: '临沂与外地的联系：按省份',
    what: (ties: number, bodies: number) =>
      `${ties} 条联系，外地单位 ${bodies} 个（联合、共建、依托、联动）。点条形列出这些单位。`,
    ties: '与外地的联系',
    real: '已有',
    planned: '仅规划',
    year: '年份',
    province: '省份',
    noYear: '年份未载明',
    noProvince: '地点未知',
    cut: '联系太多，没有全部读到，数字偏低。',
    none: '没有与外地的联系',
  },
  {
    years: 'Ties of Linyi to elsewhere, by year',
    provinces: 'Ties of Linyi to elsewhere, by province',
    what: (ties: number, bodies: number) =>
      `${ties} ties to ${bodies} bodies elsewhere (cooperation, building, hosting, reliance, links). A bar lists these bodies.`,
    ties: 'ties to elsewhere',
    real: 'reported',
    planned: 'planned only',
    year: 'Year',
    province: 'Province',
    noYear: 'year not stated',
    noProvince: 'place unknown',
    cut: 'There are more ties than were read; the figures are too low.',
    none: 'There are no ties to elsewhere',
  },
);

const bar = (label: string, ties: Tie[]): Bar => ({
  label,
  values: [ties.filter((t) => !t.planned).length, ties.filter((t) => t.planned).length],
  path: listPath({ ids: farIds(ties) }),
});

function Charts({ ties, cut }: { ties: Tie[]; cut: boolean }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const series = [
    { name: t.real, look: 'solid' },
    { name: t.planned, look: 'hatched' },
  ] as const;
  const years = [...group(ties, (x) => x.edge.year)]
    .sort(([a], [b]) => (a ?? 9999) - (b ?? 9999))
    .map(([year, some]) => bar(year === null ? t.noYear : String(year), some));
  const provinces = [...group(ties, (x) => x.province?.id)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([, some]) => bar(some[0]?.province ? nameOf(some[0].province) : t.noProvince, some));
  const { collect, about } = useTieFiles();
  return (
    <>
      <Text size="sm" c="dimmed" component="div">
        {t.what(ties.length, farIds(ties).length)} {cut && t.cut} <Help term="RELIES_ON" />
      </Text>
      <Group gap={0}>
        <ExportButtons what={t.ties} collect={collect} />
      </Group>
      <div className={style.charts}>
        <section>
          <Title order={2} size="h5">
            {t.years}
          </Title>
          <Bars title={t.years} of={t.year} series={[...series]} bars={years} about={about} />
        </section>
        <section>
          <Title order={2} size="h5">
            {t.provinces}
          </Title>
          <Bars title={t.provinces} of={t.province} series={[...series]} bars={provinces} about={about} />
        </section>
      </div>
    </>
  );
}

/** Whom bodies of Linyi are tied to elsewhere, since when and where. */
export function Ties() {
  const t = useTexts(text);
  const asked = useAsk(TiesDocument, tiesVariables);
  return (
    <div>
      <Answer asked={asked}>
        {(data) => {
          const { ties, cut } = tiesOf(data);
          return ties.length === 0 ? <Empty title={t.none} /> : <Charts ties={ties} cut={cut} />;
        }}
      </Answer>
      <QueryBehind question={TiesDocument} variables={tiesVariables} />
    </div>
  );
}
