import { type Db, MongoClient } from 'mongodb';

/** Database name of this installation: `TAGLOOM_DB`, default `tagloom`. */
export function databaseName(): string {
  return process.env.TAGLOOM_DB || 'tagloom';
}

/** A client on `uri`. The caller closes it. Fails within 5 s when nobody answers. */
export async function connect(uri: string): Promise<{ client: MongoClient; db: Db }> {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: 5_000,
    appName: 'tagloom',
    ignoreUndefined: true,
  });
  await client.connect();
  return { client, db: client.db(databaseName()) };
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
