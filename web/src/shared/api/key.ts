// The API key that a person typed in. It lives as long as the tab, and is sent to this
// server only, in a header.
const kept = 'innograph:key';

export const apiKey = () => sessionStorage.getItem(kept) ?? '';

export function keepKey(key: string) {
  if (key) sessionStorage.setItem(kept, key);
  else sessionStorage.removeItem(kept);
}
