import { Badge, Group, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import type { PlanQuery } from '../../gql/graphql';
import { ExportButtons } from '../../shared/export/ExportButtons';
import { listPath } from '../../shared/filter/filter';
import { Help } from '../../shared/help/Help';
import { useLanguage, useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { entityPath } from '../../shared/paths';
import { isContradicted, isIndicator, reached, targetsOf, type Indicator } from './indicators';
import { useIndicatorsBook } from './indicatorsBook';
import style from './PlanView.module.css';

const text = texts(
  {
    title: '指标：基期与目标',
    what: (withTarget: number, of: number) => `${of} 项指标，其中 ${withTarget} 项有目标值。`,
    indicators: '指标',
    list: '在列表中看',
    name: '指标',
    base: '基期',
    target: '目标',
    share: '基期占目标',
    where: '出处',
    none: '未载明',
    year: (y: number) => `（${y} 年）`,
    contradicted: '说法不一',
    cut: (n: number, of: number) => `只显示前 ${n} 项，共 ${of} 项。`,
  },
  {
    title: 'Indicators: base and target',
    what: (withTarget: number, of: number) => `${of} indicators, ${withTarget} of them with a target.`,
    indicators: 'indicators',
    list: 'See the list',
    name: 'Indicator',
    base: 'Base',
    target: 'Target',
    share: 'Base of target',
    where: 'Stands in',
    none: 'not stated',
    year: (y: number) => ` (${y})`,
    contradicted: 'contradictory',
    cut: (n: number, of: number) => `Only the first ${n} of ${of}.`,
  },
);

function Share({ share }: { share: number | null }) {
  if (share === null) return null;
  return (
    <span className={style.share}>
      <svg width="80" height="10" aria-hidden>
        <rect className={style.target} width="79" height="9" x="0.5" y="0.5" />
        <rect className={style.base} width={Math.min(share, 1) * 80} height="10" />
      </svg>
      {Math.round(share * 100)}%
    </span>
  );
}

function Row({ indicator }: { indicator: Indicator }) {
  const t = useTexts(text);
  const nameOf = useNames();
  const locale = useLanguage().language === 'zh' ? 'zh-CN' : 'en';
  const targets = targetsOf(indicator);
  const say = (value: number, unit: string | null, year: number | null) =>
    `${value.toLocaleString(locale)} ${unit ?? ''}${year === null ? '' : t.year(year)}`;
  return (
    <tr>
      <th scope="row">
        <Link href={entityPath(indicator.id)}>{nameOf(indicator)}</Link>
      </th>
      <td>{indicator.baseValue !== null && say(indicator.baseValue, indicator.unit, indicator.baseYear)}</td>
      <td>
        {targets.length === 0 && (
          <Text span size="sm" c="dimmed">
            {t.none}
          </Text>
        )}
        {targets.map((x) => (
          <div key={`${x.value} ${x.year ?? ''}`}>{say(x.value, x.unit, x.year)}</div>
        ))}
        {isContradicted(targets) && (
          <Badge size="sm" variant="outline" color="orange" className={style.contradicted ?? ''}>
            {t.contradicted}
          </Badge>
        )}
      </td>
      <td>
        <Share share={reached(indicator, targets)} />
      </td>
      <td>
        {targets.map((x) => (
          <div key={`${x.value} ${x.year ?? ''}`}>{x.where}</div>
        ))}
      </td>
    </tr>
  );
}

/** Each indicator with base and target; values that contradict each other all stand there. */
export function Indicators({ indicators, document }: { indicators: PlanQuery['indicators']; document: string }) {
  const t = useTexts(text);
  const all = indicators.nodes.filter(isIndicator);
  const aimed = all.filter((i) => targetsOf(i).length > 0);
  const rest = all.filter((i) => !aimed.includes(i));
  const book = useIndicatorsBook();
  return (
    <section>
      <Title order={2} size="h5">
        {t.title}
      </Title>
      <Text size="sm" c="dimmed" component="div">
        {t.what(aimed.length, indicators.totalCount)}{' '}
        {all.length < indicators.totalCount && t.cut(all.length, indicators.totalCount)}{' '}
        <Link className={style.link} href={listPath({ kinds: ['INDICATOR'], document })}>
          {t.list}
        </Link>{' '}
        <Help term="CONTRADICTED" />
      </Text>
      <Group gap={0}>
        <ExportButtons what={t.indicators} collect={() => book([...aimed, ...rest])} />
      </Group>
      <div className={style.scroll} tabIndex={0} role="region" aria-label={t.title}>
        <table className={style.table}>
          <thead>
            <tr>
              {[t.name, t.base, t.target, t.share, t.where].map((h) => (
                <th key={h} scope="col">
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...aimed, ...rest].map((i) => (
              <Row key={i.id} indicator={i} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
