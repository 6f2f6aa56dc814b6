import { VisuallyHidden } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { entityPath } from '../../shared/paths';
import { isWanted, legendOf, shadeOf, shades, type Matrix, type RowGroup } from './grid';
import { severityText } from './words';
import style from './GapsView.module.css';

const text = texts(
  {
    caption: '领域（行）× 区域（列）：格中大字为供给方数，“需”后为需求数。用方向键移动，回车打开。',
    field: '领域',
    home: '本地',
    demand: (n: number) => `需${n}`,
    cell: (field: string, region: string) => `${field}，${region}：供给`,
    elsewhere: '其他地区',
    group: (severity: string, n: number) => `${severity}：${n} 个领域`,
    legend: '供给方数',
    empty: '有需求而没有供给',
  },
  {
    caption:
      'Fields (rows) by regions (columns): suppliers, and after “need” the demand. Arrow keys move, Enter opens.',
    field: 'Field',
    home: 'home',
    demand: (n: number) => `need ${n}`,
    cell: (field: string, region: string) => `${field}, ${region}: supply`,
    elsewhere: 'Elsewhere',
    group: (severity: string, n: number) => `${severity}: ${n} ${n === 1 ? 'field' : 'fields'}`,
    legend: 'Suppliers',
    empty: 'wanted, but nobody supplies it',
  },
);

export function Legend() {
  const t = useTexts(text);
  return (
    <p className={style.legend}>
      {t.legend}
      {legendOf().map((s) => (
        <span key={s.from} className={style.swatch} style={{ background: s.background, color: s.colour }}>
          {s.range}
        </span>
      ))}
      <span
        className={style.swatch}
        data-wanted
        style={{ background: shades[0]?.background, color: shades[0]?.colour }}
      >
        0
      </span>
      {t.empty}
    </p>
  );
}

const moves: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

type Props = {
  matrix: Matrix;
  groups: RowGroup[];
  /** Places of the columns that are shown. */
  shown: number[];
  onOpen: (field: string, region: string) => void;
};

/** The matrix as a table; one of its cells takes the tab key, the arrow keys lead on. */
export function Grid({ matrix, groups, shown, onOpen }: Props) {
  const t = useTexts(text);
  const words = useTexts(severityText);
  const count = groups.reduce((n, g) => n + g.rows.length, 0);
  /** Rows above a group: the arrow keys count through all groups. */
  const before = (group: number) => groups.slice(0, group).reduce((n, g) => n + g.rows.length, 0);
  const nameOf = useNames();
  const [at, setAt] = useState<readonly [row: number, column: number]>([0, 0]);
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (e: KeyboardEvent) => {
    const move = moves[e.key];
    if (!move || !(e.target instanceof HTMLButtonElement)) return;
    e.preventDefault();
    const row = Math.min(Math.max(at[0] + move[0], 0), count - 1);
    const column = Math.min(Math.max(at[1] + move[1], 0), shown.length - 1);
    setAt([row, column]);
    table.current?.querySelector<HTMLButtonElement>(`[data-at="${row}-${column}"]`)?.focus();
  };
  // Rows may have gone since.
  const row = Math.min(at[0], count - 1);
  const column = Math.min(at[1], shown.length - 1);
  return (
    <div className={style.scroll}>
      <table className={style.grid} ref={table} onKeyDown={onKeyDown} data-many={shown.length > 12 || undefined}>
        <caption>{t.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            {shown.map((i) => {
              const region = matrix.columns[i];
              return (
                <th key={i} scope="col">
                  <span>{region && nameOf(region)}</span>
                  {i === 0 && <small> {t.home}</small>}
                </th>
              );
            })}
            <th scope="col">
              <span>{t.elsewhere}</span>
            </th>
          </tr>
        </thead>
        {groups.map(({ severity, rows: those }, i) => (
          <tbody key={severity}>
            {severity && (
              <tr className={style.group}>
                <th colSpan={shown.length + 2} scope="rowgroup">
                  <span>{t.group(words[severity], those.length)}</span>
                </th>
              </tr>
            )}
            {those.map((r, j) => {
              const y = before(i) + j;
              return (
                <tr key={r.field.id}>
                  <th scope="row" data-level={severity ? undefined : r.field.level}>
                    <Link href={entityPath(r.field.id)}>{nameOf(r.field)}</Link>
                  </th>
                  {shown.map((c, x) => {
                    const cell = r.cells[c];
                    const region = matrix.columns[c];
                    if (!cell || !region) return null;
                    const { background, colour } = shadeOf(cell.supply);
                    return (
                      <td key={c} style={{ background, color: colour }} data-wanted={isWanted(cell) || undefined}>
                        <button
                          data-at={`${y}-${x}`}
                          tabIndex={y === row && x === column ? 0 : -1}
                          onFocus={() => {
                            setAt([y, x]);
                          }}
                          onClick={() => {
                            onOpen(r.field.id, region.id);
                          }}
                        >
                          <VisuallyHidden>{t.cell(nameOf(r.field), nameOf(region))} </VisuallyHidden>
                          {cell.supply}
                          {cell.demand > 0 && <small> {t.demand(cell.demand)}</small>}
                        </button>
                      </td>
                    );
                  })}
                  <td className={style.elsewhere}>{r.elsewhere}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
