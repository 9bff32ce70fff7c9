import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { log } from '@/lib/log/logger';

/**
 * Something that looks at the time now and then and queues what is due. Several processes do it side by side,
 * so it must be safe to do twice: `enqueue` with an id made of what and when.
 */
export interface Tick {
  name: string;
  tick(db: Db, now: Date): Promise<void>;
}

export interface SchedulerOptions {
  ticks: readonly Tick[];
  signal: AbortSignal;
  /** Milliseconds between two rounds, default 15 s. */
  everyMs?: number;
}

/** Calls every tick in turn, again and again, until `signal` aborts; one that fails is logged and tried again. */
export async function startScheduler(
  db: Db,
  { ticks, signal, everyMs = 15_000 }: SchedulerOptions,
): Promise<void> {
  while (!signal.aborted) {
    for (const { name, tick } of ticks) {
      if (signal.aborted) return;
      await tick(db, new Date()).catch((error) =>
        log.error({ err: error, tick: name }, 'a scheduled look failed'),
      );
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
