import type { Ref } from 'react';
import { useNames } from '../../shared/i18n/names';
import { home } from '../../shared/home';
import { fitting } from './labels';
import type { PlaceOnMap } from './places';
import { arc, height, meridians, parallels, placed, provincePaths, radius, width, type Point } from './projection';
import { isSeen, seen, type Sight } from './sight';
import style from './MapView.module.css';

export type Layers = { ties: boolean; clusters: boolean };

type Props = {
  title: string;
  places: PlaceOnMap[];
  layers: Layers;
  sight: Sight;
  chosen: string | null;
  onChoose: (place: string) => void;
  ref: Ref<SVGSVGElement>;
};

function Ground({ sight }: { sight: Sight }) {
  const { x, y, zoom } = sight;
  const step = zoom < 2.5 ? 2 : zoom < 8 ? 1 : 0.5;
  return (
    <>
      {meridians(step).map(({ degree, x: at }) => {
        const line = seen(sight, { x: at, y: 0 }).x;
        return (
          <g key={degree} className={style.grid}>
            <line x1={line} x2={line} y1={0} y2={height} />
            <text x={line + 2} y={height - 3}>
              {degree}°E
            </text>
          </g>
        );
      })}
      {parallels(step).map(({ degree, y: at }) => {
        const line = seen(sight, { x: 0, y: at }).y;
        return (
          <g key={degree} className={style.grid}>
            <line x1={0} x2={width} y1={line} y2={line} />
            <text x={2} y={line - 2}>
              {degree}°N
            </text>
          </g>
        );
      })}
      <g transform={`translate(${width / 2 - x * zoom} ${height / 2 - y * zoom}) scale(${zoom})`}>
        {provincePaths.map(([region, path]) => (
          <path key={region} className={style.province} d={path} vectorEffect="non-scaling-stroke" />
        ))}
      </g>
    </>
  );
}

type Spot = { place: PlaceOnMap; outside: boolean } & Point;

function Arcs({ spots }: { spots: Spot[] }) {
  const here = spots.find(({ place }) => place.id === home);
  if (!here) return null;
  return (
    <>
      {spots
        .filter(({ place }) => place.ties.length > 0 && place.id !== home)
        .map(({ place, ...to }) => (
          <path
            key={place.id}
            className={style.arc}
            data-planned={place.ties.every((t) => t.planned) || undefined}
            d={arc(here, to)}
            strokeWidth={1 + Math.min(place.ties.length, 10) * 0.5}
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
 * one picture with a name, and takes clicks only. Signs and names keep their size when
 * the map is enlarged: crowded places come apart.
 */
export function Drawing({ title, places, layers, sight, chosen, onChoose, ref }: Props) {
  const nameOf = useNames();
  const most = places[0]?.count ?? 0;
  const spots = places.map((place): Spot => {
    const { outside, ...at } = placed(place.longitude, place.latitude);
    return { place, outside, ...seen(sight, at) };
  });
  const outsiders = spots.filter((s) => s.outside);
  const drawn = spots.filter(isSeen).map((s) => {
    const r = s.outside ? 7 : radius(s.place.count, most);
    const text = `${s.outside ? '↑ ' : ''}${nameOf(s.place)} ${s.place.count}`;
    // What lies outside of the map in one direction has its names one below the other.
    return { ...s, r, text, below: s.y + r + 11 + 12 * Math.max(outsiders.indexOf(s), 0) };
  });
  const labels = fitting(
    drawn.map(({ place, x, text, below, outside }) => ({
      id: place.id,
      text,
      x,
      y: below,
      always: outside || place.id === chosen,
    })),
  );
  return (
    <svg ref={ref} className={style.map} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <Ground sight={sight} />
      {layers.ties && <Arcs spots={spots} />}
      {drawn.map(({ place, outside, x, y, r }) => (
        <g
          key={place.id}
          className={style.place}
          data-chosen={place.id === chosen || undefined}
          data-place={place.id}
          onClick={() => {
            onChoose(place.id);
          }}
        >
          <title>{`${nameOf(place)} ${place.count}`}</title>
          <circle cx={x} cy={y} r={Math.max(r, 10)} className={style.reach} />
          <circle cx={x} cy={y} r={r} data-outside={outside || undefined} />
          {layers.clusters && place.clusters > 0 && (
            <polygon
              className={style.cluster}
              points={hexagon(x + r * 0.7 + 4, y - r * 0.7 - 2, 3 + Math.sqrt(place.clusters) * 1.5)}
            />
          )}
        </g>
      ))}
      {/* Above all circles, which would cover them. */}
      {drawn
        .filter(({ place }) => labels.has(place.id))
        .map(({ place, x, text, below }) => (
          <text key={place.id} className={style.name} data-name={place.id} x={x} y={below} textAnchor="middle">
            {text}
          </text>
        ))}
    </svg>
  );
}
