import { randomBytes } from 'node:crypto';
import { type Db, MongoClient } from 'mongodb';
import { TEST_URI_VARIABLE } from './test-uri';

export interface TestDatabase {
  readonly db: Db;
  readonly client: MongoClient;
  readonly uri: string;
  /** Drops the database and closes the client; for `afterAll`. */
  drop(): Promise<void>;
}

/** An empty database of a random name on the test run's server. Each test file takes its own. */
export async function testDatabase(): Promise<TestDatabase> {
  const uri = process.env[TEST_URI_VARIABLE];
  if (!uri) {
    throw new Error('No database could be had for this test run; the reason stands in its first lines.');
  }
  const client = await MongoClient.connect(uri);
  const db = client.db(`tagloom_test_${randomBytes(6).toString('hex')}`);
  const drop = async () => {
    await db.dropDatabase();
    await client.close();
  };
  return { db, client, uri, drop };
}
