import { Group } from '@mantine/core';
import { useId, useRef } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../i18n/language';
import { pictureOf } from '../export/picture';
import { PictureButtons } from '../export/PictureButtons';
import { texts } from '../i18n/texts';
import style from './Bars.module.css';

const text = texts({ table: '同样内容的表格', total: '合计' }, { table: 'The same as a table', total: 'Total' });

/** A part of a bar; hatched: only intended. */
export type Series = { name: string; look: 'solid' | 'hatched' | 'pale' };
export type Bar = { label: string; values: number[]; path?: string };

type Props = {
  title: string;
  /** What the labels are: 领域, 年份 … */
  of: string;
  series: Series[];
  bars: Bar[];
  /** Lines below the exported picture: when and from what it was made. */
  about: () => Promise<string[]>;
};

const height = 30;
const labels = 34; // per cent of the width
const widest = 54;
const longest = 14; // Chinese characters of a label

const total = (bar: Bar) => bar.values.reduce((a, b) => a + b, 0);
// A Chinese character is as wide as two Latin ones.
const wide = (character: string) => (character > '\u2e7f' ? 1 : 0.5);
function short(label: string): string {
  let width = 0;
  const kept = Array.from(label).filter((c) => (width += wide(c)) <= longest);
  return kept.length < Array.from(label).length ? `${kept.join('')}…` : label;
}

function Drawn({
  bar,
  at,
  max,
  hatch,
  series,
}: {
  bar: Bar;
  at: number;
  max: number;
  hatch: string;
  series: Series[];
}) {
  const width = (value: number) => (max === 0 ? 0 : (value / max) * widest);
  const y = at * height;
  const starts = bar.values.map((_, i) => labels + 1 + width(bar.values.slice(0, i).reduce((a, b) => a + b, 0)));
  return (
    <>
      <text className={style.label} x={`${labels}%`} y={y + height / 2} textAnchor="end" dominantBaseline="central">
        {short(bar.label)} {short(bar.label) !== bar.label && <title>{bar.label}</title>}
      </text>
      {bar.values.map((value, i) => (
        <rect
          key={series[i]?.name}
          className={style.bar}
          data-look={series[i]?.look}
          fill={series[i]?.look === 'hatched' ? `url(#${hatch})` : undefined}
          x={`${starts[i] ?? 0}%`}
          y={y + 5}
          width={`${width(value)}%`}
          height={height - 10}
        />
      ))}
      <text
        className={style.value}
        x={`${labels + 1 + width(total(bar))}%`}
        dx={6}
        y={y + height / 2}
        dominantBaseline="central"
      >
        {total(bar)}
      </text>
    </>
  );
}

function Legend({ series }: { series: Series[] }) {
  if (series.length < 2) return null;
  return (
    <p className={style.legend}>
      {series.map((s) => (
        <span key={s.name}>
          <span className={style.swatch} data-look={s.look} /> {s.name}
        </span>
      ))}
    </p>
  );
}

function Table({ title, of, series, bars }: Omit<Props, 'about'>) {
  const t = useTexts(text);
  const several = series.length > 1;
  return (
    <table className={style.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {series.map((s) => (
            <th key={s.name} scope="col">
              {s.name}
            </th>
          ))}
          {several && <th scope="col">{t.total}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.label}>
            <th scope="row">{bar.path ? <Link href={bar.path}>{bar.label}</Link> : bar.label}</th>
            {bar.values.map((v, i) => (
              <td key={series[i]?.name}>{v}</td>
            ))}
            {several && <td>{total(bar)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What stands for the look of a part in a picture; hatch: id of the pattern in it. */
function fillOf(look: Series['look'], hatch: string, svg: Element): string {
  const style = getComputedStyle(svg);
  if (look === 'hatched') return `url(#${hatch})`;
  const name = look === 'solid' ? '--mantine-primary-color-filled' : '--mantine-color-default-border';
  return style.getPropertyValue(name).trim();
}

/** Bars with a figure each, and the same as a table; a bar leads to the list of what it counts. */
export function Bars(props: Props) {
  const { title, series, bars, about } = props;
  const t = useTexts(text);
  const hatch = useId();
  const svg = useRef<SVGSVGElement>(null);
  const draw = async () => {
    const below = await about();
    if (!svg.current) throw new Error('the chart is gone');
    const here = svg.current;
    const legend = series.map((s) => ({ word: s.name, fill: fillOf(s.look, hatch, here) }));
    return pictureOf(here, { title, legend: series.length > 1 ? legend : [], below });
  };
  const max = Math.max(...bars.map(total), 0);
  return (
    <figure className={style.figure}>
      <Legend series={series} />
      <svg ref={svg} className={style.chart} width="100%" height={bars.length * height} role="group" aria-label={title}>
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="3" height="6" className={style.hatch} />
          </pattern>
        </defs>
        {bars.map((bar, at) => {
          const drawn = <Drawn bar={bar} at={at} max={max} hatch={hatch} series={series} />;
          return bar.path ? (
            <Link key={bar.label} href={bar.path}>
              <rect className={style.hit} x="0" y={at * height} width="100%" height={height} />
              {drawn}
            </Link>
          ) : (
            <g key={bar.label}>{drawn}</g>
          );
        })}
      </svg>
      <Group gap={0}>
        <PictureButtons what={title} draw={draw} />
      </Group>
      <details>
        <summary>{t.table}</summary>
        <Table {...props} />
      </details>
    </figure>
  );
}
