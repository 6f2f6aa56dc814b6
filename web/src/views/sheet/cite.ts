import type { SourcePartsFragment } from '../../gql/graphql';

/** Numbers the places that a sheet rests on, in the order of their first use. */
export class Citations {
  readonly sources: SourcePartsFragment[] = [];
  private readonly numbers = new Map<string, number>();

  /** The numbers of the surest sources, at most so many; they stand in that order. */
  of(sources: SourcePartsFragment[], most = 1): number[] {
    return sources.slice(0, most).map((s) => this.cite(s));
  }

  /** The numbers of the surest source of each step, each once. */
  ofSteps(steps: { sources: SourcePartsFragment[] }[]): number[] {
    return [...new Set(steps.flatMap((s) => this.of(s.sources)))].sort((a, b) => a - b);
  }

  private cite(s: SourcePartsFragment): number {
    const key = JSON.stringify([s.document?.id, s.locator]);
    const there = this.numbers.get(key);
    if (there !== undefined) return there;
    this.sources.push(s);
    this.numbers.set(key, this.sources.length);
    return this.sources.length;
  }
}
