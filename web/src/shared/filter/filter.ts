import type { EntityFilter, FacetDimension, Kind, Status } from '../../gql/graphql';
import { allKinds, allStatuses } from '../i18n/vocabulary';

/** The value of a facet that counts what has none. */
export const none = 'NONE';

export const levels = ['PROVINCE', 'CITY', 'COUNTY', 'REGION'] as const satisfies FacetDimension[];
export const fieldLevels = ['TOP_FIELD', 'SUB_FIELD'] as const satisfies FacetDimension[];

/** What a person chose; lists, map and charts share it, and it stands in the address. */
export type Filter = {
  text: string;
  kinds: Kind[];
  /** Statuses, or none alone. */
  status: (Status | typeof none)[];
  /** A region with all below it, or none. */
  region: string;
  /** Fields with all below them, or none alone. */
  fields: string[];
  document: string;
  section: string;
  ids: string[];
};

export type Part = keyof Filter;

const many = (p: URLSearchParams, name: string) => (p.get(name) ?? '').split(',').filter(Boolean);
const one = (p: URLSearchParams, name: string) => p.get(name)?.trim() ?? '';

export function readFilter(p: URLSearchParams): Filter {
  return {
    text: one(p, 'q'),
    kinds: many(p, 'kinds').filter((k): k is Kind => allKinds.includes(k as Kind)),
    status: many(p, 'status').filter((s): s is Status | typeof none => s === none || allStatuses.includes(s as Status)),
    region: one(p, 'region'),
    fields: many(p, 'fields'),
    document: one(p, 'document'),
    section: one(p, 'section'),
    ids: many(p, 'ids'),
  };
}

/** Puts parts of a filter into an address, and leaves the rest of it as it is. */
export function writeFilter(p: URLSearchParams, parts: Partial<Filter>): URLSearchParams {
  for (const [part, value] of Object.entries(parts)) {
    const name = part === 'text' ? 'q' : part;
    const written = typeof value === 'string' ? value : value.join(',');
    if (written) p.set(name, written);
    else p.delete(name);
  }
  return p;
}

const to = (view: string) => (parts: Partial<Filter>) => {
  const p = writeFilter(new URLSearchParams(), parts).toString();
  return p ? `${view}?${p}` : view;
};
export const listPath = to('/list');
export const mapPath = to('/map');

/**
 * Chooses the values of a part. The API can leave out one thing only, so "has none" of
 * another part is given up.
 */
export function choose(filter: Filter, part: 'status' | 'fields' | 'region', values: string[]): Partial<Filter> {
  const added = values.includes(none) && ![filter[part]].flat().includes(none);
  const kept = added ? [none] : values.length > 1 ? values.filter((v) => v !== none) : values;
  const others: Partial<Filter> = {};
  if (kept.includes(none)) {
    if (part !== 'status' && filter.status.includes(none)) others.status = [];
    if (part !== 'fields' && filter.fields.includes(none)) others.fields = [];
    if (part !== 'region' && filter.region === none) others.region = '';
  }
  if (part === 'region') return { ...others, region: kept.at(-1) ?? '' };
  if (part === 'status') return { ...others, status: kept as Filter['status'] };
  return { ...others, fields: kept };
}

/** The filter as the API takes it; without: as if that part were not chosen. */
export function entityFilter(filter: Filter, without?: Part): EntityFilter {
  const f = without ? { ...filter, [without]: Array.isArray(filter[without]) ? [] : '' } : filter;
  const result: EntityFilter = {};
  if (f.text) result.text = f.text;
  if (f.kinds.length > 0) result.kinds = f.kinds;
  if (f.ids.length > 0) result.ids = f.ids;
  if (f.document) result.document = f.document;
  if (f.section) result.section = f.section;
  if (f.status.includes(none)) result.not = { status: allStatuses };
  else if (f.status.length > 0) result.status = f.status as Status[];
  if (f.fields.includes(none)) result.not = { related: [{ relation: 'IN_FIELD', direction: 'OUT' }] };
  else if (f.fields.length > 0) result.fields = f.fields;
  if (f.region === none)
    result.not = { related: [{ relation: 'LOCATED_IN', direction: 'OUT', where: { kinds: ['REGION'] } }] };
  else if (f.region) result.region = f.region;
  return result;
}
