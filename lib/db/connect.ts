import { type Db, MongoClient, MongoServerSelectionError } from 'mongodb';

/** Database name of this installation: `TAGLOOM_DB`, default `tagloom`. */
export function databaseName(): string {
  return process.env.TAGLOOM_DB || 'tagloom';
}

/** Milliseconds in which a server has to be found, and to be asked again as long as nothing says that it is away. */
const SELECTION_MS = 5_000;
const FIRST_MS = 60_000;

/**
 * A client on `uri`. The caller closes it. Fails within 5 s when nobody is there. A process that is still loading its modules
 * can't look at the answer for longer than that: its time is over and the answer has come, so it asks again.
 */
export async function connect(
  uri: string,
  { selectionMs = SELECTION_MS, firstMs = FIRST_MS } = {},
): Promise<{ client: MongoClient; db: Db }> {
  const began = performance.now();
  for (;;) {
    const client = new MongoClient(uri, {
      serverSelectionTimeoutMS: selectionMs,
      appName: 'tagloom',
      ignoreUndefined: true,
    });
    try {
      await client.connect();
      return { client, db: client.db(databaseName()) };
    } catch (error) {
      await client.close();
      if (!isUnheard(error) || performance.now() - began > firstMs) throw error;
    }
  }
}

/** Whether time was over before any server was heard of: one that is away is known by its error. */
function isUnheard(error: unknown): boolean {
  if (!(error instanceof MongoServerSelectionError)) return false;
  return [...(error.reason?.servers.values() ?? [])].every((server) => server.error === null);
}

// One client a process: next's dev server reloads modules, the connection must not multiply with them.
const shared = globalThis as typeof globalThis & { tagloomDb?: Promise<{ client: MongoClient; db: Db }> };

/** The process-wide database of the server and the worker; `MONGODB_URI` is set by set-up. */
export async function getDb(): Promise<Db> {
  shared.tagloomDb ??= open();
  try {
    return (await shared.tagloomDb).db;
  } catch (error) {
    shared.tagloomDb = undefined;
    throw error;
  }
}

async function open(): Promise<{ client: MongoClient; db: Db }> {
  const uri = process.env.MONGODB_URI;
  if (!uri) throw new Error('MONGODB_URI is not set: start the product with `npm run up`.');
  return connect(uri);
}
