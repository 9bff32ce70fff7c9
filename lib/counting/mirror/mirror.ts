import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { MirrorAudit, MirrorReason } from '@/lib/contracts/mirror';
import { log } from '@/lib/log/logger';
import {
  type BoundQuestion,
  columnNeeds,
  type Expression,
  type Predicate,
  packPredicates,
  rule,
} from '@/rules-engine/index';
import { type DistributionQuestion, distributionIn } from '../distribution';
import { untilAborted } from '../until-aborted';
import { audited } from './audit';
import { KeptColumns } from './kept-columns';
import { Loader } from './loader';
import type { BoundsAnswer, DistributionAnswer, MirrorAnswer, PassedOn } from './mirror-answer';
import type { MirrorData } from './mirror-data';
import { Turns } from './turns';

export interface MirrorOptions {
  /** Bytes for columns and results together. */
  budgetBytes: number;
  /** Where the columns are written down from time to time, so that the next start is warm; nowhere when not given. */
  folder?: string;
  /** Milliseconds. */
  times?: Partial<MirrorTimes>;
}

export interface MirrorTimes {
  /** Between two looks for changes. */
  refresh: number;
  /** The same when nobody has asked for `idleAfter`. */
  idle: number;
  idleAfter: number;
  /** At least, between two comparisons of everything by number, and between two audits. */
  verify: number;
  audit: number;
  /** Between two looks whether there is something to write down, and between two writings of the same columns. */
  snapshot: number;
  rewrite: number;
}

const defaultTimes: MirrorTimes = {
  refresh: 1_000,
  idle: 10_000,
  idleAfter: 600_000,
  verify: 5_000,
  audit: 60_000,
  snapshot: 15_000,
  rewrite: 300_000,
};

/** Besides the usual pause, after a failure. */
const retryMs = 4_000;

/** Comparisons and audits take at most this share of the time. */
const checkShare = 1 / 20;

/** Milliseconds: where changes may be missing, newer ones than these aren't looked for, and nobody waits longer. */
const patience = { lagMs: 200, waitMs: 100 };

export interface MirrorQuestion {
  /** What was written in the last so many milliseconds may be missing; 0: nothing may. */
  withinMs: number;
  signal?: AbortSignal | undefined;
}

/**
 * Counts members in memory. Columns are loaded when a question first needs them; until then, and for what doesn't fit,
 * the question is passed on. `run` keeps the columns up to date and checks them.
 */
export class Mirror {
  readonly loader: Loader;
  readonly passedOn: Record<MirrorReason, number> = { loading: 0, 'over-budget': 0, away: 0 };
  answered = 0;
  audit: MirrorAudit | null = null;
  /** When the changes that are in the counts were asked for, on the clock of `performance.now()`. */
  freshAt = Number.NEGATIVE_INFINITY;
  private readonly turns = new Turns();
  private readonly stop = new AbortController();
  private readonly times: MirrorTimes;
  private nextRefresh: Promise<void> | null = null;
  private askedAt = performance.now();
  private readonly kept: KeptColumns;
  private differences = 0;

  constructor(
    private readonly db: Db,
    readonly options: MirrorOptions,
  ) {
    this.times = { ...defaultTimes, ...options.times };
    this.kept = new KeptColumns(db, options.folder, this.times.rewrite);
    this.loader = new Loader(db, options.budgetBytes, this.turns, this.stop.signal);
  }

  /** Counts in the order of the predicates, all of one state of the data. */
  count(predicates: readonly Predicate[], question: MirrorQuestion): Promise<MirrorAnswer> {
    return this.answer(predicates, [], question, (data) => {
      const [total = 0, ...counts] = data.counts.countAll([rule.always, ...predicates]);
      return { kind: 'counted', counts, total, generation: data.generation, watermark: watermarkOf(data) };
    });
  }

  /** The last members that top Ns keep. */
  bounds(questions: readonly BoundQuestion[], question: MirrorQuestion): Promise<BoundsAnswer> {
    const members = questions.map((one) => one.members);
    const values = questions.map((one) => one.value);
    return this.answer(members, values, question, (data) => ({
      kind: 'bounded',
      bounds: data.counts.boundsOf(questions),
    }));
  }

  /** How a value is distributed among members. */
  distribution(
    { members, value, at }: DistributionQuestion,
    question: MirrorQuestion,
  ): Promise<DistributionAnswer> {
    return this.answer([members], [value], question, (data) => ({
      kind: 'distributed',
      distribution: distributionIn(data.counts.valuesOf(members, value), at),
    }));
  }

  /** Reads an answer from columns that are loaded and fresh enough; passes the question on where they aren't. */
  private async answer<T>(
    predicates: readonly Predicate[],
    values: readonly Expression[],
    { withinMs, signal }: MirrorQuestion,
    read: (data: MirrorData) => T,
  ): Promise<T | PassedOn> {
    this.askedAt = performance.now();
    const needs = columnNeeds(predicates, values);
    const obstacle = this.loader.obstacle(needs) ?? this.tooMuchWork(predicates);
    if (obstacle) return this.passOn(obstacle);
    if (!(await this.isFresh(withinMs, signal))) return this.passOn('away');
    const { data } = this.loader;
    if (!data || this.loader.obstacle(needs)) return this.passOn('loading');
    this.answered += 1;
    return read(data);
  }

  /** Waits for the changes; where some may be missing only as long as nobody notices. */
  private async isFresh(withinMs: number, signal: AbortSignal | undefined): Promise<boolean> {
    const lag = performance.now() - this.freshAt;
    if (lag < Math.min(withinMs, patience.lagMs)) return true;
    const refreshed = this.refresh().then(
      () => true,
      (error: unknown) => {
        this.loader.report('changes could not be read', error);
        return false;
      },
    );
    const shown = sleep(patience.waitMs, true, { ref: false });
    return untilAborted(lag > withinMs ? refreshed : Promise.race([refreshed, shown]), signal);
  }

  /** Brings the counts up to what is in the database now; shared by all who ask before it begins. */
  refresh(): Promise<void> {
    this.nextRefresh ??= this.turns.take(async () => {
      this.nextRefresh = null;
      const began = performance.now();
      await this.loader.data?.refresh();
      this.freshAt = began;
    });
    return this.nextRefresh;
  }

  /** Until `end`: looks for changes, compares everything by number from time to time, and audits. */
  async run(): Promise<void> {
    await Promise.all([
      this.repeat(
        'changes could not be read',
        () => this.pause(),
        () => this.refresh(),
      ),
      this.repeat(
        'the comparison failed',
        (tookMs) => this.rare(this.times.verify, tookMs),
        () => this.verify(),
      ),
      this.repeat(
        'the audit failed',
        (tookMs) => this.rare(this.times.audit, tookMs),
        () => this.auditOne(),
      ),
      this.repeat(
        'the columns could not be written down',
        () => this.times.snapshot,
        () => this.kept.write(this.loader),
      ),
    ]);
  }

  end(): void {
    this.stop.abort();
  }

  /** Compares all members and events with the database by number; what differs twice is loaded anew. */
  async verify(): Promise<void> {
    const { data } = this.loader;
    if (!data) return;
    const result = await this.turns.take(() => data.verify());
    if (result === 'moving') return;
    this.differences = result === 'same' ? 0 : this.differences + 1;
    if (this.differences < 2 || this.loader.data !== data) return;
    this.differences = 0;
    log.warn('the members changed in a way that leaves no trace: the counter in memory loads them anew');
    this.loader.reset();
  }

  /** Counts a predicate that was counted lately in both ways; a difference drops everything. */
  async auditOne(): Promise<void> {
    const { data } = this.loader;
    if (!data) return;
    const known = data.counts.counted().filter((one) => this.loader.has(columnNeeds([one])));
    const predicate = known[Math.floor(Math.random() * known.length)];
    if (!predicate) return;
    const refresh = () => this.refresh();
    this.audit = await audited(this.db, data, { predicate, refresh, signal: this.stop.signal });
    if (this.audit.result !== 'different' || this.loader.data !== data) return;
    log.error(
      { audit: this.audit, predicate: packPredicates([predicate]) },
      'the counter in memory counts differently from MongoDB',
    );
    this.loader.report(
      `an audit differed: ${this.audit.mirror} here, ${this.audit.mongodb} in MongoDB`,
      null,
    );
    this.loader.reset();
  }

  /** Takes over the columns of the last process, if they are still good. To be called before the first question. */
  async restore(): Promise<void> {
    const began = performance.now();
    if (await this.kept.restore(this.loader)) this.freshAt = began;
  }

  /** When the columns were last written down. */
  get snapshotAt(): Date | null {
    return this.kept.at;
  }

  private passOn(reason: MirrorReason): PassedOn {
    this.passedOn[reason] += 1;
    return { kind: 'passed-on', reason };
  }

  /** The sets of all conditions of one question are held at once; what joins them takes no room. */
  private tooMuchWork(predicates: readonly Predicate[]): MirrorReason | null {
    const rows = this.loader.data?.members.table.capacity ?? 0;
    const { nodes } = packPredicates(predicates);
    const held = nodes.filter(({ kind }) => kind !== 'all' && kind !== 'any' && kind !== 'not');
    const bytes = held.length * (rows / 8);
    return bytes > this.options.budgetBytes / 2 ? 'over-budget' : null;
  }

  private pause(): number {
    const isIdle = performance.now() - this.askedAt > this.times.idleAfter;
    return isIdle ? this.times.idle : this.times.refresh;
  }

  private rare(atLeast: number, tookMs: number): number {
    return Math.max(atLeast, this.pause(), tookMs / checkShare);
  }

  private async repeat(
    failure: string,
    pause: (tookMs: number) => number,
    work: () => Promise<void>,
  ): Promise<void> {
    const { signal } = this.stop;
    let tookMs = 0;
    for (;;) {
      await sleep(pause(tookMs), undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      const began = performance.now();
      const worked = await work().then(
        () => true,
        (error: unknown) => {
          if (!signal.aborted) this.loader.report(failure, error);
          return false;
        },
      );
      tookMs = performance.now() - began;
      if (!worked) await sleep(retryMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

export function watermarkOf({ members: { newest } }: MirrorData): number | null {
  return Number.isFinite(newest) ? newest : null;
}
