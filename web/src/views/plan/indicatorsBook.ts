import { useAbout } from '../../shared/export/about';
import type { Book, Cell } from '../../shared/export/book';
import { citedAll } from '../../shared/export/source';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { isContradicted, reached, targetsOf, type Indicator } from './indicators';

const text = texts(
  {
    name: '规划指标',
    indicator: '指标',
    id: '编号',
    base: '基期值',
    baseYear: '基期年份',
    target: '目标值',
    unit: '单位',
    year: '目标年份',
    share: '基期占目标',
    agree: '说法',
    contradicted: '说法不一',
    where: '目标出处',
    sources: '指标出处',
  },
  {
    name: 'Indicators of the plan',
    indicator: 'Indicator',
    id: 'Id',
    base: 'Base',
    baseYear: 'Year of the base',
    target: 'Target',
    unit: 'Unit',
    year: 'Year of the target',
    share: 'Base of target',
    agree: 'Sources',
    contradicted: 'contradictory',
    where: 'Where the target stands',
    sources: 'Where the indicator stands',
  },
);

/** Lays out indicators: a row for each target, also where targets contradict each other. */
export function useIndicatorsBook() {
  const about = useAbout();
  const t = useTexts(text);
  const nameOf = useNames();

  const rows = (indicator: Indicator): Cell[][] => {
    const targets = targetsOf(indicator);
    const share = reached(indicator, targets);
    const said = isContradicted(targets) ? t.contradicted : null;
    const none = { value: null, unit: indicator.unit, year: null, where: '' };
    return (targets.length > 0 ? targets : [none]).map(({ value, unit, year, where }) => [
      nameOf(indicator),
      indicator.id,
      indicator.baseValue,
      indicator.baseYear,
      value,
      unit,
      year,
      share === null ? null : `${Math.round(share * 100)}%`,
      said,
      where,
      citedAll(indicator.sources),
    ]);
  };

  return async (indicators: Indicator[]): Promise<Book> => ({
    name: t.name,
    about: await about(),
    sheets: [
      {
        name: t.name,
        columns: [
          t.indicator,
          t.id,
          t.base,
          t.baseYear,
          t.target,
          t.unit,
          t.year,
          t.share,
          t.agree,
          t.where,
          t.sources,
        ].map((title, i) => ({ title, width: i === 0 ? 34 : i > 8 ? 44 : 14 })),
        rows: indicators.flatMap(rows),
      },
    ],
  });
}
