import { log } from '@/lib/log/logger';
import type { Need, Predicate, TopBound } from '@/rules-engine/index';
import type { Bounds, Counter, CountOptions, Counts, MemberCount } from './counter';
import type { Distribution, DistributionQuestion } from './distribution';
import type { PassedOn } from './mirror/mirror-answer';
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
    const predicates = [...new Set(questions.values())];
    const answer = await this.ask(options, (within, signal) => this.mirror.count(predicates, within, signal));
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

  async bounds(needs: readonly Need[], options: CountOptions = {}): Promise<Bounds> {
    const answer = await this.ask(options, (within, signal) => this.mirror.bounds(needs, within, signal));
    if (answer.kind === 'passed-on') return this.otherwise.bounds(needs, options);
    return new Map(needs.map(({ key }, i): [string, TopBound | null] => [key, answer.bounds[i] ?? null]));
  }

  async distribution(question: DistributionQuestion, options: CountOptions = {}): Promise<Distribution> {
    const { members, value, at } = question;
    const answer = await this.ask(options, (within, signal) =>
      this.mirror.distribution(members, value, at, within, signal),
    );
    return answer.kind === 'passed-on' ? this.otherwise.distribution(question, options) : answer.distribution;
  }

  private async ask<T>(
    { signal, withinMs = 0 }: CountOptions,
    question: (withinMs: number, signal: AbortSignal) => Promise<T>,
  ): Promise<T | PassedOn> {
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(limitMs);
    try {
      return await question(withinMs, signal ? AbortSignal.any([signal, limit]) : limit);
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
