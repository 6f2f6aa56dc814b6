import { Link } from 'wouter';
import { listPath, type Filter } from '../../shared/filter/filter';
import { useTexts } from '../../shared/i18n/language';
import { useNames } from '../../shared/i18n/names';
import { texts } from '../../shared/i18n/texts';
import type { PlaceOnMap } from './places';
import style from './MapView.module.css';

const text = texts(
  { table: '各市数量', city: '市', count: '数量', clusters: '产业集群', ties: '与临沂的联系', list: '列表' },
  {
    table: 'Numbers by city',
    city: 'City',
    count: 'Number',
    clusters: 'Clusters',
    ties: 'Ties to Linyi',
    list: 'List',
  },
);

type Props = { places: PlaceOnMap[]; filter: Filter; chosen: string | null; onChoose: (place: string) => void };

/** The same as the map, for eyes, keyboards and screen readers. */
export function PlaceTable({ places, filter, chosen, onChoose }: Props) {
  const t = useTexts(text);
  const nameOf = useNames();
  return (
    <div className={style.scroll} tabIndex={0} role="region" aria-label={t.table}>
      <table className={style.table}>
        <thead>
          <tr>
            {[t.city, t.count, t.clusters, t.ties].map((h) => (
              <th key={h} scope="col">
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((p) => (
            <tr key={p.id}>
              <th scope="row">
                <button
                  aria-pressed={p.id === chosen}
                  onClick={() => {
                    onChoose(p.id);
                  }}
                >
                  {nameOf(p)}
                </button>
              </th>
              <td>
                <Link href={listPath({ ...filter, region: p.id })} aria-label={`${t.list}: ${nameOf(p)} ${p.count}`}>
                  {p.count}
                </Link>
              </td>
              <td>{p.clusters}</td>
              <td>{p.ties.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
