import type { Kind } from '../../gql/enums';

export type Recent = { id: string; kind: Kind; name: string; nameEn: string | null };

const kept = 'innograph:recent';
const most = 8;

/** The entities that were opened last in this browser, the newest first. */
export function recentOnes(): Recent[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(read) ? (read as Recent[]) : [];
  } catch {
    return []; // somebody else wrote there
  }
}

export function remember({ id, kind, name, nameEn }: Recent) {
  const others = recentOnes().filter((r) => r.id !== id);
  localStorage.setItem(kept, JSON.stringify([{ id, kind, name, nameEn }, ...others].slice(0, most)));
}
