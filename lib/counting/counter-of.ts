import type { Db } from 'mongodb';
import type { Counter } from './counter';
import { MongoCounter } from './mongo-counter';

const counters = new WeakMap<Db, Counter>();

/** The counter of a database: one a process, so that everybody shares what was counted. */
export function counterOf(db: Db): Counter {
  const known = counters.get(db) ?? new MongoCounter(db);
  counters.set(db, known);
  return known;
}
