import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import type { MirrorReason } from '@/lib/contracts/mirror';
import { log } from '@/lib/log/logger';
import { type ColumnNeeds, columnKey } from '@/rules-engine/index';
import { ColumnUse } from './column-use';
import { updatedAt } from './member-columns';
import { MirrorData, type MirrorDataOptions } from './mirror-data';
import { OverBudget } from './over-budget';
import type { Turns } from './turns';

/** How long what didn't fit isn't tried again. */
const refusedMs = 600_000;
const retryMs = 5_000;
/** After everything was dropped, what was used in the last hour is loaded again. */
const reloadedMs = 3_600_000;

/** Loads the columns that questions need, and drops the ones not used for longest when there is no room. */
export class Loader {
  data: MirrorData | null = null;
  readonly use = new ColumnUse();
  private loading: Promise<void> | null = null;
  lastLoad: { rows: number; tookMs: number } | null = null;
  problem: { at: Date; message: string } | null = null;
  private wanted: ColumnNeeds = nothing;
  /** Until when what didn't fit isn't tried again, by `field key` and `events type`. */
  private readonly refused = new Map<string, number>();

  constructor(
    private readonly db: Db,
    private readonly budgetBytes: number,
    private readonly turns: Turns,
    private readonly signal: AbortSignal,
  ) {}

  /** Whether everything is loaded. */
  has(needs: ColumnNeeds): boolean {
    return isEmpty(this.missing(needs));
  }

  /** Why the needs aren't met, and begins to meet them; null when they are. */
  obstacle(needs: ColumnNeeds): MirrorReason | null {
    this.use.touch(needs);
    const missing = this.missing(needs);
    if (this.data && isEmpty(missing)) return null;
    const names = this.data ? namesOf(missing) : [everything, ...namesOf(missing)];
    if (names.some((name) => (this.refused.get(name) ?? 0) > Date.now())) return 'over-budget';
    this.want(missing);
    return 'loading';
  }

  get isLoading(): boolean {
    return this.loading !== null;
  }

  /** When nothing is being loaded any more. */
  async loaded(): Promise<void> {
    await this.loading;
  }

  /** Drops everything and loads it anew. */
  reset(): void {
    this.data = null;
    this.want(this.use.since(Date.now() - reloadedMs));
  }

  /** Puts data in that was written down earlier, unless there is some already. */
  adopt(data: MirrorData, tookMs: number): void {
    if (this.data || this.loading) return;
    this.data = data;
    const events = [...data.events.values()];
    this.use.touch({
      fields: new Map([...data.members.fields].filter(([key]) => key !== columnKey(updatedAt))),
      events: new Map(events.map(({ type, properties }) => [type, properties])),
    });
    this.lastLoad = {
      rows: data.members.table.size + events.reduce((sum, { seen }) => sum + seen, 0),
      tookMs,
    };
  }

  /** How data is to be loaded. */
  dataOptions(): MirrorDataOptions {
    return { kept: this.budgetBytes / 16, limit: this.columnBytes(), signal: this.signal };
  }

  report(message: string, error: unknown): void {
    this.problem = {
      at: new Date(),
      message: error instanceof Error ? `${message}: ${error.message}` : message,
    };
    log.error({ err: error }, `counter in memory: ${message}`);
  }

  private missing({ fields, events }: ColumnNeeds): ColumnNeeds {
    const { data } = this;
    return {
      fields: new Map([...fields].filter(([key]) => !data?.members.fields.has(key))),
      events: new Map(
        [...events].filter(([type, properties]) => {
          const loaded = data?.events.get(type)?.properties;
          return !loaded || [...properties.keys()].some((key) => !loaded.has(key));
        }),
      ),
    };
  }

  private want(needs: ColumnNeeds): void {
    this.wanted = united(this.wanted, needs);
    this.loading ??= this.loadAll().finally(() => {
      this.loading = null;
    });
  }

  private async loadAll(): Promise<void> {
    do {
      const needs = this.missing(this.wanted);
      this.wanted = nothing;
      // Asked for again while it was being loaded.
      if (this.data && isEmpty(needs)) continue;
      try {
        await this.load(needs);
      } catch (error) {
        if (this.signal.aborted) return;
        if (error instanceof OverBudget) this.refuse(needs);
        else {
          this.report('loading failed', error);
          await sleep(retryMs, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
        }
      }
    } while (!this.signal.aborted && !isEmpty(this.wanted));
  }

  private async load(needs: ColumnNeeds): Promise<void> {
    const began = performance.now();
    const data = this.data ?? (await this.loadMembers(needs));
    const fields = [...needs.fields.values()].filter((field) => !data.members.fields.has(columnKey(field)));
    if (fields.length > 0) await this.publish(data, await data.loadFields(fields));
    let rows = data.members.table.size;
    for (const type of needs.events.keys()) {
      const { properties } = this.use.eventsNeed(type);
      await this.publish(data, await data.loadEvents(type, properties));
      rows += data.events.get(type)?.seen ?? 0;
    }
    this.lastLoad = { rows, tookMs: Math.round(performance.now() - began) };
    if (this.data === data && !this.makeRoom(needs)) throw new OverBudget();
  }

  private async loadMembers({ fields }: ColumnNeeds): Promise<MirrorData> {
    this.data = await MirrorData.load(this.db, fields.values(), this.dataOptions());
    return this.data;
  }

  private async publish(data: MirrorData, join: () => Promise<void>): Promise<void> {
    await this.turns.take(async () => {
      // What was reset meanwhile is loaded anew as a whole.
      if (this.data === data) await join();
    });
  }

  /** The rest is for results. */
  private columnBytes(): number {
    return this.budgetBytes * 0.75;
  }

  /** Drops what was not used for longest until the rest fits; false when what is needed alone is too much. */
  private makeRoom(needed: ColumnNeeds): boolean {
    const { data } = this;
    while (data && data.bytes > this.columnBytes()) {
      const fields = [...data.members.fields.keys()]
        .filter((key) => key !== columnKey(updatedAt) && !needed.fields.has(key))
        .map((key) => ({ kind: 'field' as const, key, at: this.use.usedAt('field', key) }));
      const events = [...data.events.keys()]
        .filter((type) => !needed.events.has(type))
        .map((key) => ({ kind: 'events' as const, key, at: this.use.usedAt('events', key) }));
      const [oldest] = [...fields, ...events].sort((a, b) => a.at - b.at);
      if (!oldest) return false;
      this.drop(oldest.kind, oldest.key);
    }
    return true;
  }

  private drop(kind: 'field' | 'events', key: string): void {
    if (kind === 'field') this.data?.dropField(key);
    else this.data?.dropEvents(key);
    this.use.forget(kind, key);
  }

  private refuse(needs: ColumnNeeds): void {
    const names = isEmpty(needs) ? [everything] : namesOf(needs);
    for (const name of names) this.refused.set(name, Date.now() + refusedMs);
    for (const key of needs.fields.keys()) this.drop('field', key);
    for (const type of needs.events.keys()) this.drop('events', type);
    log.warn(
      { columns: namesOf(needs) },
      'the counter in memory has no room: MongoDB counts what reads these',
    );
  }
}

/** Stands among the refused for the members themselves. */
const everything = 'members';

const nothing: ColumnNeeds = { fields: new Map(), events: new Map() };

function isEmpty({ fields, events }: ColumnNeeds): boolean {
  return fields.size === 0 && events.size === 0;
}

function united(a: ColumnNeeds, b: ColumnNeeds): ColumnNeeds {
  const events = new Map([...a.events].map(([type, properties]) => [type, new Map(properties)]));
  for (const [type, properties] of b.events) {
    events.set(type, new Map([...(events.get(type) ?? []), ...properties]));
  }
  return { fields: new Map([...a.fields, ...b.fields]), events };
}

function namesOf({ fields, events }: ColumnNeeds): string[] {
  return [
    ...[...fields.keys()].map((key) => `field ${key}`),
    ...[...events.keys()].map((type) => `events ${type}`),
  ];
}
