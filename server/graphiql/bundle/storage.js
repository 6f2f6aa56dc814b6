// The browser's storage, without the headers that GraphiQL would keep beside each
// query of its history: a key that somebody typed in to try something must not stay
// in the browser. (Of the tabs it keeps headers only if a person asks for it.)
const histories = ['graphiql:queries', 'graphiql:favorites'];

export const storage = {
  get length() {
    return localStorage.length;
  },
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, histories.includes(key) ? withoutHeaders(value) : value),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
};

function withoutHeaders(text) {
  return JSON.stringify(JSON.parse(text), (name, value) => (name === 'headers' ? undefined : value));
}
