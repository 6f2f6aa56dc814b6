import { useNames } from '../../shared/i18n/names';
import { home } from '../../shared/home';
import type { PlaceOnMap } from './places';
import { arc, height, meridians, parallels, placed, provincePaths, radius, width } from './projection';
import style from './MapView.module.css';

export type Layers = { ties: boolean; clusters: boolean };

type Props = {
  title: string;
  places: PlaceOnMap[];
  layers: Layers;
  chosen: string | null;
  onChoose: (place: string) => void;
};

const named = 14; // the largest places carry their names; the others say them on hover

function Ground() {
  return (
    <>
      {meridians.map(({ degree, x }) => (
        <g key={degree} className={style.grid}>
          <line x1={x} x2={x} y1={0} y2={height} />
          <text x={x + 2} y={height - 3}>
            {degree}°E
          </text>
        </g>
      ))}
      {parallels.map(({ degree, y }) => (
        <g key={degree} className={style.grid}>
          <line x1={0} x2={width} y1={y} y2={y} />
          <text x={2} y={y - 2}>
            {degree}°N
          </text>
        </g>
      ))}
      {provincePaths.map(([region, path]) => (
        <path key={region} className={style.province} d={path} />
      ))}
    </>
  );
}

function Arcs({ places }: { places: PlaceOnMap[] }) {
  const here = places.find((p) => p.id === home);
  if (!here) return null;
  const from = placed(here.longitude, here.latitude);
  return (
    <>
      {places
        .filter((p) => p.ties.length > 0 && p.id !== home)
        .map((p) => (
          <path
            key={p.id}
            className={style.arc}
            data-planned={p.ties.every((t) => t.planned) || undefined}
            d={arc(from, placed(p.longitude, p.latitude))}
            strokeWidth={1 + Math.min(p.ties.length, 10) * 0.5}
          />
        ))}
    </>
  );
}

/** Six corners around a point; clusters have this shape everywhere. */
const hexagon = (x: number, y: number, r: number) =>
  [0, 60, 120, 180, 240, 300]
    .map((a) => `${x + r * Math.cos((a * Math.PI) / 180)},${y + r * Math.sin((a * Math.PI) / 180)}`)
    .join(' ');

/**
 * The map. Who cannot see or point has the same in the table beside it; so the drawing is
 * one picture with a name, and takes clicks only.
 */
export function Drawing({ title, places, layers, chosen, onChoose }: Props) {
  const nameOf = useNames();
  const most = places[0]?.count ?? 0;
  const outsiders = places.filter((p) => placed(p.longitude, p.latitude).outside);
  return (
    <svg className={style.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <Ground />
      {layers.ties && <Arcs places={places} />}
      {places.map((p, i) => {
        const { x, y, outside } = placed(p.longitude, p.latitude);
        const r = outside ? 7 : radius(p.count, most);
        return (
          <g
            key={p.id}
            className={style.place}
            data-chosen={p.id === chosen || undefined}
            data-place={p.id}
            onClick={() => {
              onChoose(p.id);
            }}
          >
            <title>{`${nameOf(p)} ${p.count}`}</title>
            <circle cx={x} cy={y} r={Math.max(r, 10)} className={style.reach} />
            <circle cx={x} cy={y} r={r} data-outside={outside || undefined} />
            {layers.clusters && p.clusters > 0 && (
              <polygon
                className={style.cluster}
                points={hexagon(x + r * 0.7 + 4, y - r * 0.7 - 2, 3 + Math.sqrt(p.clusters) * 1.5)}
              />
            )}
            {(i < named || outside || p.id === chosen) && (
              <text x={x} y={y + r + 11 + 12 * Math.max(outsiders.indexOf(p), 0)} textAnchor="middle">
                {outside && '↑ '}
                {nameOf(p)} {p.count}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
