import type { SourcePartsFragment } from '../../gql/graphql';

/** A source in one line, as files cite it. */
export function cited(s: SourcePartsFragment): string {
  return [s.document?.title, s.locator, s.document?.url].filter(Boolean).join(' ');
}
