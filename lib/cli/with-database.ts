import type { Db } from 'mongodb';
import { connect } from '@/lib/db/connect';
import { initialise } from '@/lib/members/initialise';
import { ensureDatabase } from '@/lib/setup/database/ensure';

/** Does something with the running database, or with one started for as long as it takes. */
export async function withDatabase<T>(
  work: (db: Db, database: { uri: string; provider: string }) => Promise<T>,
): Promise<T> {
  const database = await ensureDatabase();
  try {
    process.env.MONGODB_URI ??= database.uri;
    const { client, db } = await connect(database.uri);
    try {
      await initialise(db);
      return await work(db, database);
    } finally {
      await client.close();
    }
  } finally {
    await database.stop();
  }
}
