import type { Kind, MatchComponentName, MatchStrategy } from '../../gql/enums';
import type { DemandInput, MatchWeights, PartnerFilter } from '../../gql/graphql';

/** Where partners are looked for unless somebody chooses: 长三角. */
export const delta = 'region:yrd';
export const anywhere = 'anywhere';

/** At most so many partners side by side. */
export const mostPicked = 3;

/** How much each part counts, in whole numbers; only ratios matter. */
export type Weights = Record<MatchComponentName, number>;

// As docs/matching.md has them; the sliders must begin somewhere. While nobody touched
// them nothing is sent, and the server uses its own.
export const usualWeights: Weights = { FIELD_FIT: 35, STRENGTH: 20, TIES: 20, TRACK_RECORD: 15, REACH: 10 };
export const components = Object.keys(usualWeights) as MatchComponentName[];
export const partnerKinds: Kind[] = [
  'UNIVERSITY',
  'RESEARCH_INSTITUTE',
  'ENTERPRISE',
  'HOSPITAL',
  'AGENCY',
  'ASSOCIATION',
  'PLATFORM',
];
export const strategies: MatchStrategy[] = ['BALANCED', 'SIMILAR', 'COMPLEMENTARY'];

/** What somebody asks; all of it stands in the address. */
export type MatchState = {
  /** Id of what has the need; empty: none. */
  demand: string;
  /** The need in one's own words. */
  text: string;
  region: string;
  /** Region that is left out; empty: home. */
  exclude: string;
  kinds: Kind[];
  strategy: MatchStrategy;
  weights: Weights;
  /** Partners side by side. */
  picked: string[];
  /** Partners whose evidence is open. */
  open: string[];
};

export const list = (text: string | null) => [...new Set((text ?? '').split(',').filter(Boolean))];

export function readWeights(text: string | null): Weights {
  const numbers = (text ?? '').split('-').map(Number);
  const sound = numbers.length === components.length && numbers.every((n) => Number.isInteger(n) && n >= 0 && n <= 100);
  if (!sound || numbers.every((n) => n === 0)) return usualWeights;
  return Object.fromEntries(components.map((c, i) => [c, numbers[i]])) as Weights;
}

export const writeWeights = (w: Weights) => components.map((c) => w[c]).join('-');
export const isUsual = (w: Weights) => components.every((c) => w[c] === usualWeights[c]);
export const oneOf = <T extends string>(all: readonly T[], value: string | null, otherwise: T): T =>
  all.find((v) => v === value) ?? otherwise;

/** Reads an address; what makes no sense in it is left out. */
export function readState(p: URLSearchParams): MatchState {
  return {
    demand: p.get('demand') ?? '',
    text: p.get('text')?.trim() ?? '',
    region: p.get('region') ?? delta,
    exclude: p.get('exclude') ?? '',
    kinds: list(p.get('kinds')).filter((k): k is Kind => partnerKinds.includes(k as Kind)),
    strategy: oneOf(strategies, p.get('strategy'), 'BALANCED'),
    weights: readWeights(p.get('weights')),
    picked: list(p.get('pick')).slice(0, mostPicked),
    open: list(p.get('open')),
  };
}

/** The address of a state; what is as usual is left out. */
export function writeState(s: MatchState): URLSearchParams {
  const p = new URLSearchParams();
  const put = (key: string, value: string, usual = '') => {
    if (value !== usual) p.set(key, value);
  };
  put('demand', s.demand);
  put('text', s.text);
  put('region', s.region, delta);
  put('exclude', s.exclude);
  put('kinds', s.kinds.join(','));
  put('strategy', s.strategy, 'BALANCED');
  if (!isUsual(s.weights)) p.set('weights', writeWeights(s.weights));
  put('pick', s.picked.join(','));
  put('open', s.open.join(','));
  return p;
}

export const hasDemand = (s: MatchState) => s.demand !== '' || s.text !== '';

/** What is asked, without what is only looked at: for links to a sheet, and for the shortlist. */
export const question = (s: MatchState) => writeState({ ...s, picked: [], open: [] }).toString();

/** What is sent to the server. */
export type Asking = {
  demand: DemandInput;
  where: PartnerFilter;
  strategy: MatchStrategy;
  weights: MatchWeights | null;
};

export function askingOf(s: MatchState): Asking {
  const demand: DemandInput = {};
  if (s.demand) demand.entity = s.demand;
  if (s.text) demand.text = s.text;
  const where: PartnerFilter = s.region === anywhere ? { anywhere: true } : { region: s.region };
  if (s.exclude) where.excludeRegion = s.exclude;
  if (s.kinds.length > 0) where.kinds = s.kinds;
  return { demand, where, strategy: s.strategy, weights: weightsSent(s.weights) };
}

/** Weights as the server takes them; null: its own. */
export const weightsSent = (w: Weights): MatchWeights | null =>
  isUsual(w)
    ? null
    : {
        fieldFit: w.FIELD_FIT,
        strength: w.STRENGTH,
        ties: w.TIES,
        trackRecord: w.TRACK_RECORD,
        reach: w.REACH,
      };
