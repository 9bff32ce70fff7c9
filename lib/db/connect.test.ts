import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { connect } from './connect';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** As a process does that loads its modules. */
function busyFor(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

test('a process that was too busy to hear the answer asks again', async () => {
  const connecting = connect(database.uri, { selectionMs: 50 });
  // The connection is under way: the time is over when the answer is looked at.
  setImmediate(() => busyFor(400));
  const { client, db } = await connecting;
  expect(await db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  await client.close();
});

test('a database that is away is told at once', async () => {
  const away = connect('mongodb://%2Ftmp%2Fno-such-tagloom.sock', { selectionMs: 300 });
  await expect(away).rejects.toThrow(/ENOENT/);
});
