import type { Need, Predicate, TopBound } from '@/rules-engine/index';
import type { Distribution, DistributionQuestion } from './distribution';

/** A number of members. `error` is null when it is exact, else the half-width of the 95 % interval, in members. */
export interface MemberCount {
  n: number;
  error: number | null;
}

export interface CountOptions {
  /** Nobody waits any more: what isn't shared with others is stopped. */
  signal?: AbortSignal | undefined;
  /** Longest time, after which it throws `too-slow`. */
  limitMs?: number;
  /** A quick answer from a sample will do, where the exact one isn't at hand. Exact answers are always exact. */
  estimate?: boolean;
  /** What was written in the last so many milliseconds may be missing where it can't be had at once; 0 when not given. */
  withinMs?: number;
}

/** Who counted. */
export type CountEngine = 'mirror' | 'mongodb';

/** Answers for all questions together. */
export interface Counts<K> {
  counts: ReadonlyMap<K, MemberCount>;
  /** All members. */
  total: number;
  /** Every change of a member up to this instant is in the numbers; null while there are no members. */
  watermark: Date | null;
  engine: CountEngine;
  /** What the questions need is being loaded: soon the mirror counts. */
  isWarming: boolean;
  tookMs: number;
}

export type Bounds = ReadonlyMap<string, TopBound | null>;

/**
 * Counts the members for whom predicates hold, all of them in one state of the data. The ports of a compiled graph are
 * such questions: `counter.count(compiled.ports)`. As-of and time zone are in the predicates already. Every engine
 * gives the same numbers; MongoDB is the reference.
 */
export interface Counter {
  count<K>(questions: ReadonlyMap<K, Predicate>, options?: CountOptions): Promise<Counts<K>>;
  /** The last member that each top N keeps (by value, then by `ord`), by the key of the need; null: all who have a value. */
  bounds(needs: readonly Need[], options?: CountOptions): Promise<Bounds>;
  /** Cutpoints and extremes of a value among members. */
  distribution(question: DistributionQuestion, options?: CountOptions): Promise<Distribution>;
}
