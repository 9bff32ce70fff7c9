import type { Db } from 'mongodb';
import { type Need, type Predicate, rule, type TopBound } from '@/rules-engine/index';
import { CountCache } from './count-cache';
import { countAll, countSlice } from './count-pass';
import type { Bounds, Counter, CountOptions, Counts, MemberCount } from './counter';
import { type Distribution, type DistributionQuestion, distributionOf } from './distribution';
import { estimated, sampleSize } from './estimate';
import { lastKept } from './last-kept';
import { sampleMembers } from './member-sample';
import type { QueryOptions } from './query-members';
import { SharedWork } from './shared-work';
import { readWatermark, type Watermark } from './watermark';

const defaultLimitMs = 30_000;

type Answers = ReadonlyMap<Predicate, MemberCount>;

/** What one pass counted, and the state of the data behind it. */
interface Pass {
  fresh: readonly (readonly [Predicate, number])[];
  after: Watermark;
}

/**
 * Counts by MongoDB, everything that isn't known yet in one pass. What was counted is kept until the data changes;
 * equal questions under way are asked once.
 */
export class MongoCounter implements Counter {
  private readonly known = new CountCache<number>(50_000);
  private readonly kept = new CountCache<TopBound | null>(1_000);
  private readonly passes = new SharedWork<Pass>();
  private readonly samples = new SharedWork<number[]>();

  constructor(private readonly db: Db) {}

  async count<K>(questions: ReadonlyMap<K, Predicate>, options: CountOptions = {}): Promise<Counts<K>> {
    const began = performance.now();
    const { signal, limitMs = defaultLimitMs, estimate = false } = options;
    signal?.throwIfAborted();
    const deadline = began + limitMs;
    const predicates = [...new Set([rule.always, ...questions.values()])];
    const watermark = await readWatermark(this.db);
    const quick = estimate ? await this.estimate(predicates, watermark, { signal, deadline }) : null;
    const { answers, seen } = quick
      ? { answers: quick, seen: watermark }
      : await this.exact(predicates, watermark, { signal, deadline });
    const counts = new Map<K, MemberCount>();
    for (const [name, predicate] of questions) {
      const count = answers.get(predicate);
      if (count) counts.set(name, count);
    }
    return {
      counts,
      total: answers.get(rule.always)?.n ?? 0,
      watermark: seen.changedAt,
      engine: 'mongodb',
      isWarming: false,
      tookMs: Math.round(performance.now() - began),
    };
  }

  async bounds(
    needs: readonly Need[],
    { signal, limitMs = defaultLimitMs }: CountOptions = {},
  ): Promise<Bounds> {
    const deadline = performance.now() + limitMs;
    const { key: watermark } = await readWatermark(this.db);
    const bounds = new Map<string, TopBound | null>();
    for (const need of needs) {
      const question = `${need.members.id} ${need.value.id} ${need.n} ${need.direction}`;
      let bound = this.kept.get(watermark, question);
      if (bound === undefined) {
        bound = await lastKept(this.db, need, { signal, deadline });
        this.kept.set(watermark, question, bound);
      }
      bounds.set(need.key, bound);
    }
    return bounds;
  }

  distribution(
    question: DistributionQuestion,
    { signal, limitMs = defaultLimitMs }: CountOptions = {},
  ): Promise<Distribution> {
    return distributionOf(this.db, question, { signal, deadline: performance.now() + limitMs });
  }

  private async exact(
    predicates: readonly Predicate[],
    watermark: Watermark,
    waiter: QueryOptions,
  ): Promise<{ answers: Answers; seen: Watermark }> {
    const missing = predicates.filter((predicate) => this.knownAt(watermark, predicate) === undefined);
    const before = predicates.map((predicate) => [predicate, this.knownAt(watermark, predicate)] as const);
    if (missing.length === 0) return { answers: answersOf(before), seen: watermark };
    const { signal, deadline } = waiter;
    const { fresh, after } = await this.passes.run(keyOf(missing, watermark), signal, (shared) =>
      this.pass(missing, watermark, { signal: shared, deadline }),
    );
    if (after.key === watermark.key) return { answers: answersOf([...before, ...fresh]), seen: watermark };
    // The data changed meanwhile: what was known is of another state, so everything is counted in one pass.
    if (missing.length < predicates.length) return this.exact(predicates, after, waiter);
    return { answers: answersOf(fresh), seen: watermark };
  }

  /** Counts, and keeps what was counted when the data is still the same: whoever asks next is either in time or finds it. */
  private async pass(
    predicates: readonly Predicate[],
    watermark: Watermark,
    options: QueryOptions,
  ): Promise<Pass> {
    const counted = await countAll(this.db, predicates, watermark.members, options);
    const after = await readWatermark(this.db);
    const fresh = predicates.map((predicate, i) => [predicate, counted[i] ?? 0] as const);
    if (after.key === watermark.key)
      for (const [predicate, n] of fresh) this.known.set(watermark.key, idOf(predicate), n);
    return { fresh, after };
  }

  /** Null where the exact answer is at hand, or as quick. */
  private async estimate(
    predicates: readonly Predicate[],
    watermark: Watermark,
    waiter: QueryOptions,
  ): Promise<Answers | null> {
    const { members } = watermark;
    const missing = predicates.filter((predicate) => this.knownAt(watermark, predicate) === undefined);
    if (missing.length === 0 || members <= 2 * sampleSize) return null;
    const key = keyOf(missing, watermark);
    const [sampled = 0, ...found] = await this.samples.run(key, waiter.signal, async (signal) => {
      const ids = await sampleMembers(this.db, sampleSize);
      const selection = { members: { _id: { $in: ids } }, events: { memberId: { $in: ids } } };
      const options = { signal, deadline: waiter.deadline };
      return [ids.length, ...(await countSlice(this.db, missing, selection, options))];
    });
    if (sampled === 0) return null;
    const guesses = new Map(
      missing.map((predicate, i) => [predicate, estimated(found[i] ?? 0, sampled, members)]),
    );
    return new Map(
      predicates.map((predicate) => {
        const n = predicate === rule.always ? members : this.knownAt(watermark, predicate);
        return [
          predicate,
          n === undefined ? (guesses.get(predicate) ?? { n: 0, error: null }) : { n, error: null },
        ];
      }),
    );
  }

  private knownAt(watermark: Watermark, predicate: Predicate): number | undefined {
    return this.known.get(watermark.key, idOf(predicate));
  }
}

function keyOf(predicates: readonly Predicate[], { key }: Watermark): string {
  return `${key} ${predicates.map(idOf).join(' ')}`;
}

function idOf(predicate: Predicate): string {
  return String(predicate.id);
}

function answersOf(entries: readonly (readonly [Predicate, number | undefined])[]): Answers {
  return new Map(
    entries.flatMap(([predicate, n]) => (n === undefined ? [] : [[predicate, { n, error: null }]])),
  );
}
