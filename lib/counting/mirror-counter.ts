import { log } from '@/lib/log/logger';
import { type Predicate, packPredicates } from '@/rules-engine/index';
import type { Counter, CountOptions, Counts, MemberCount } from './counter';
import type { MirrorAnswer } from './mirror/mirror-answer';
import type { MirrorClient } from './mirror/mirror-client';

/** Longer than this nobody waits for the mirror: MongoDB is asked. */
const limitMs = 5_000;
const complainEveryMs = 60_000;

/** Counts by the mirror, and by another counter where the mirror can't. */
export class MirrorCounter implements Counter {
  private complainedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly mirror: MirrorClient,
    private readonly otherwise: Counter,
  ) {}

  async count<K>(questions: ReadonlyMap<K, Predicate>, options: CountOptions = {}): Promise<Counts<K>> {
    const began = performance.now();
    const { signal, withinMs = 0 } = options;
    signal?.throwIfAborted();
    const predicates = [...new Set(questions.values())];
    const answer = await this.ask(predicates, withinMs, signal);
    if (answer.kind === 'passed-on') {
      return { ...(await this.otherwise.count(questions, options)), isWarming: answer.reason === 'loading' };
    }
    const counted = new Map(predicates.map((predicate, i) => [predicate, answer.counts[i] ?? 0]));
    return {
      counts: new Map(
        [...questions].map(([name, predicate]): [K, MemberCount] => [
          name,
          { n: counted.get(predicate) ?? 0, error: null },
        ]),
      ),
      total: answer.total,
      watermark: answer.watermark === null ? null : new Date(answer.watermark),
      engine: 'mirror',
      isWarming: false,
      tookMs: Math.round(performance.now() - began),
    };
  }

  private async ask(
    predicates: readonly Predicate[],
    withinMs: number,
    signal: AbortSignal | undefined,
  ): Promise<MirrorAnswer> {
    const limit = AbortSignal.timeout(limitMs);
    try {
      const query = { predicates: packPredicates(predicates), withinMs };
      return await this.mirror.count(query, signal ? AbortSignal.any([signal, limit]) : limit);
    } catch (error) {
      signal?.throwIfAborted();
      if (performance.now() - this.complainedAt > complainEveryMs) {
        this.complainedAt = performance.now();
        log.warn({ err: error }, 'the counter in memory gives no answer: MongoDB counts');
      }
      return { kind: 'passed-on', reason: 'away' };
    }
  }
}
