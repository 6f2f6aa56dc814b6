/** Addresses of views, for links: wouter puts the prefix in front. */
export const entityPath = (id: string) => `/entity/${encodeURIComponent(id)}`;
export const graphPath = (id: string) => `/graph?ids=${encodeURIComponent(id)}`;
export const searchPath = (text: string) => `/search?q=${encodeURIComponent(text)}`;
