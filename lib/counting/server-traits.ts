import type { Db, MongoClient } from 'mongodb';

/** What a server does that others don't; told by its `buildInfo`. */
export interface ServerTraits {
  /** A query stops when the one who asked hangs up. FerretDB lets it run to its end, or to `maxTimeMS`. */
  stopsQueries: boolean;
  /** Keeps the number of documents of a collection at hand. FerretDB has the number of the last analysis only. */
  keepsCounts: boolean;
}

const known = new WeakMap<MongoClient, Promise<ServerTraits>>();

/** Asked once a client. */
export function serverTraits(db: Db): Promise<ServerTraits> {
  const asked = known.get(db.client) ?? ask(db);
  known.set(db.client, asked);
  // A failure is that of this moment: the next one asks again.
  asked.catch(() => known.delete(db.client));
  return asked;
}

async function ask(db: Db): Promise<ServerTraits> {
  const info = await db.admin().command({ buildInfo: 1 });
  const isMongo = !('ferretdb' in info);
  return { stopsQueries: isMongo, keepsCounts: isMongo };
}
