import type { MapQuery, PlaceCountsFragment } from '../../gql/graphql';
import { group, type Tie } from '../../shared/ties/ties';

type Bucket = PlaceCountsFragment['buckets'][number];

/** A city or a municipality. */
export type PlaceOnMap = {
  id: string;
  name: string;
  nameEn: string | null;
  longitude: number;
  latitude: number;
  count: number;
  clusters: number;
  ties: Tie[];
};

const buckets = (facets: PlaceCountsFragment[], dimension: 'PROVINCE' | 'CITY') =>
  facets.find((f) => f.dimension === dimension)?.buckets ?? [];

/** Cities, and the provinces that have none: the municipalities. */
function cities(facets: PlaceCountsFragment[]): Bucket[] {
  const all = buckets(facets, 'CITY').filter((b) => b.value !== null);
  const municipal = buckets(facets, 'PROVINCE').filter((b) => b.entity?.name.endsWith('市'));
  return [...all, ...municipal];
}

type Level = { id: string; level: string | null };
type Located = (Level & { parent: (Level & { parent?: Level | null }) | null }) | null;

/** The city or municipality that a region is or lies in. */
export function cityOf(region: Located): string | undefined {
  const line = [region, region?.parent, region?.parent?.parent];
  return (line.find((r) => r?.level === 'city') ?? line.find((r) => r?.level === 'province'))?.id;
}

/** The places of the map with what each has, the most first; elsewhere: what has no such place. */
export function placesOf(data: MapQuery, ties: Tie[]): { places: PlaceOnMap[]; elsewhere: number } {
  const clusters = new Map(cities(data.clusters.facets).map((b) => [b.value, b.count]));
  const tied = group(ties, (t) => cityOf(t.far.region));
  const places = cities(data.entities.facets).flatMap(({ value, count, entity }): PlaceOnMap[] => {
    if (value === null || !entity || !('latitude' in entity)) return [];
    const { id, name, nameEn, latitude, longitude } = entity;
    if (latitude === null || longitude === null) return [];
    return [
      { id, name, nameEn, latitude, longitude, count, clusters: clusters.get(value) ?? 0, ties: tied.get(id) ?? [] },
    ];
  });
  places.sort((a, b) => b.count - a.count);
  const elsewhere = data.entities.totalCount - places.reduce((n, p) => n + p.count, 0);
  return { places, elsewhere };
}
