import { Link } from 'wouter';
import type { EntityOrder } from '../../gql/graphql';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import { KindMark } from '../../shared/kinds/KindMark';
import { entityPath } from '../../shared/paths';
import { columnText, useCell, type Column, type Row } from './columns';
import style from './ListView.module.css';

const text = texts(
  { table: '实体列表', sort: (what: string) => `按${what}排序` },
  { table: 'List of entities', sort: (what: string) => `Sort by ${what}` },
);

type Props = { rows: Row[]; chosen: Column[]; order: EntityOrder; onOrder: (order: EntityOrder) => void };

type HeadProps = Omit<Props, 'rows' | 'chosen'> & { column: Column | 'name' };

// What the API can sort by.
const sortable = { name: 'NAME', id: 'ID' } as const;

function Head({ column, order, onOrder }: HeadProps) {
  const t = useTexts(text);
  const words = useTexts(columnText);
  if (column !== 'name' && column !== 'id') return <th scope="col">{words[column]}</th>;
  const field = sortable[column];
  const sorted = order.field === field;
  const up = order.direction === 'ASC';
  return (
    <th scope="col" aria-sort={sorted ? (up ? 'ascending' : 'descending') : 'none'}>
      <button
        className={style.sort}
        title={t.sort(words[column])}
        onClick={() => {
          onOrder({ field, direction: sorted && up ? 'DESC' : 'ASC' });
        }}
      >
        {words[column]} <span aria-hidden>{sorted ? (up ? '▲' : '▼') : '↕'}</span>
      </button>
    </th>
  );
}

export function ListTable({ rows, chosen, ...sorting }: Props) {
  const t = useTexts(text);
  const nameOf = useNames();
  const cell = useCell();
  return (
    <div className={style.scroll} tabIndex={0} role="region" aria-label={t.table}>
      <table className={style.table}>
        <thead>
          <tr>
            <Head column="name" {...sorting} />
            {chosen.map((c) => (
              <Head key={c} column={c} {...sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <KindMark kind={row.kind} size={18} />{' '}
                <Link href={entityPath(row.id)} className={style.name}>
                  {nameOf(row)}
                </Link>
              </th>
              {chosen.map((c) => (
                <td key={c} data-column={c}>
                  {cell(c, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
