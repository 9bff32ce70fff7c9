import type { Db } from 'mongodb';
import { z } from 'zod';

const helloSchema = z.object({ localTime: z.date() });

/** The database's time: leases are made and judged by one clock, however many machines work. */
export interface Clock {
  now(): Date;
}

/** Asks the database for its time once; afterwards this machine's clock with the difference. */
export async function databaseClock(db: Db): Promise<Clock> {
  const asked = Date.now();
  const { localTime } = helloSchema.parse(await db.command({ hello: 1 }));
  const answered = Date.now();
  const offset = localTime.getTime() - (asked + answered) / 2;
  return { now: () => new Date(Math.round(Date.now() + offset)) };
}
