import type { MirrorStatus } from '@/lib/contracts/mirror';
import type { PackedPredicates } from '@/rules-engine/index';
import type { MirrorAnswer } from './mirror-answer';

/** A question as it travels. */
export interface MirrorQuery {
  predicates: PackedPredicates;
  /** What was written in the last so many milliseconds may be missing where it can't be had at once. */
  withinMs: number;
}

/** The mirror, wherever it runs. Both reject when it can't be reached. */
export interface MirrorClient {
  count(query: MirrorQuery, signal: AbortSignal): Promise<MirrorAnswer>;
  status(signal: AbortSignal): Promise<MirrorStatus>;
}
