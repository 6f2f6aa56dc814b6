import type { Kind, MatchStrategy } from '../../gql/enums';
import type { DemandFilter, MatchWeights } from '../../gql/graphql';
import {
  anywhere,
  delta,
  isUsual,
  list,
  oneOf,
  question,
  readState,
  readWeights,
  strategies,
  weightsSent,
  writeWeights,
  type Weights,
} from '../match/state';

export const demandKinds: Kind[] = ['KEY_PROJECT', 'INDUSTRY_CLUSTER', 'TECHNOLOGY_FIELD'];

/** What somebody asks for a partner; all of it stands in the address. */
export type DemandsState = {
  /** Id of who has something to offer; empty: not chosen yet. */
  partner: string;
  /** Region of the demands; empty: home. */
  region: string;
  kinds: Kind[];
  fields: string[];
  document: string;
  section: string;
  /** Demands that are left out. */
  exclude: string[];
  strategy: MatchStrategy;
  weights: Weights;
  /** Demands whose evidence is open. */
  open: string[];
};

/** Reads an address; what makes no sense in it is left out. */
export function readDemands(p: URLSearchParams): DemandsState {
  return {
    partner: p.get('partner') ?? '',
    region: p.get('region') ?? '',
    kinds: list(p.get('kinds')).filter((k): k is Kind => demandKinds.includes(k as Kind)),
    fields: list(p.get('fields')),
    document: p.get('document') ?? '',
    section: p.get('section')?.trim() ?? '',
    exclude: list(p.get('exclude')),
    strategy: oneOf(strategies, p.get('strategy'), 'BALANCED'),
    weights: readWeights(p.get('weights')),
    open: list(p.get('open')),
  };
}

/** The address of a state; what is as usual is left out. */
export function writeDemands(s: DemandsState): URLSearchParams {
  const p = new URLSearchParams();
  const put = (key: string, value: string) => {
    if (value) p.set(key, value);
  };
  put('partner', s.partner);
  put('region', s.region);
  put('kinds', s.kinds.join(','));
  put('fields', s.fields.join(','));
  put('document', s.document);
  put('section', s.section);
  put('exclude', s.exclude.join(','));
  put('strategy', s.strategy === 'BALANCED' ? '' : s.strategy);
  put('weights', isUsual(s.weights) ? '' : writeWeights(s.weights));
  put('open', s.open.join(','));
  return p;
}

/** Nothing is left out but what the kind of question leaves out. */
export const unfiltered = {
  region: '',
  kinds: [],
  fields: [],
  document: '',
  section: '',
  exclude: [],
} satisfies Partial<DemandsState>;

export const isFiltered = (s: DemandsState) =>
  [s.region, s.kinds, s.fields, s.document, s.section, s.exclude].some((part) => part.length > 0);

export type AskingDemands = {
  partner: string;
  where: DemandFilter;
  strategy: MatchStrategy;
  weights: MatchWeights | null;
};

/** What is sent to the server. */
export function askingDemands(s: DemandsState): AskingDemands {
  const where: DemandFilter = {};
  if (s.region) where.region = s.region;
  if (s.kinds.length > 0) where.kinds = s.kinds;
  if (s.fields.length > 0) where.fields = s.fields;
  if (s.document) where.document = s.document;
  if (s.section) where.section = s.section;
  if (s.exclude.length > 0) where.exclude = s.exclude;
  return { partner: s.partner, where, strategy: s.strategy, weights: weightsSent(s.weights) };
}

/** The question of the match desk for one of the demands, in which the partner has its place. */
export const deskQuestion = (s: DemandsState, demand: string, inDelta: boolean) =>
  question({
    ...readState(new URLSearchParams()),
    demand,
    region: inDelta ? delta : anywhere,
    strategy: s.strategy,
    weights: s.weights,
  });
