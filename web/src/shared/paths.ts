/** Addresses of views, for links: wouter puts the prefix in front. */
export const entityPath = (id: string) => `/entity/${encodeURIComponent(id).replaceAll('%3A', ':')}`;
/** The id in such an address: the router leaves a colon that was encoded as it is. */
export const entityIdIn = (part: string) => part.replaceAll(/%3a/gi, ':');
/** The graph around an entity, which is selected: what can be done with it stands beside. */
export const graphPath = (id: string) => `/graph?ids=${encodeURIComponent(id)}&node=${encodeURIComponent(id)}`;
export const searchRoute = '/search';
export const searchPath = (text: string) => `${searchRoute}?q=${encodeURIComponent(text)}`;
/** The match desk for what has a need; question: an address that it wrote. */
export const matchPath = (demand: string) => `/match?demand=${encodeURIComponent(demand)}`;
export const matchAgainPath = (question: string) => `/match?${question}`;
/** The match desk for who has something to offer. */
export const demandsPath = (partner?: string) =>
  partner === undefined ? '/match/demands' : `/match/demands?partner=${encodeURIComponent(partner)}`;
export const sheetPath = (question: string, partner: string) =>
  `/match/sheet?${question}&partner=${encodeURIComponent(partner)}`;
export const shortlistPath = '/match/shortlist';
