import type { Db } from 'mongodb';
import type { Counter } from './counter';
import { mirrorClient } from './mirror/in-server';
import { MirrorCounter } from './mirror-counter';
import { MongoCounter } from './mongo-counter';

const counters = new WeakMap<Db, Counter>();

/** The counter of a database: one a process, so that everybody shares what was counted. */
export function counterOf(db: Db): Counter {
  const known = counters.get(db) ?? newCounter(db);
  counters.set(db, known);
  return known;
}

function newCounter(db: Db): Counter {
  const mongo = new MongoCounter(db);
  const mirror = mirrorClient();
  return mirror ? new MirrorCounter(mirror, mongo) : mongo;
}
