import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collection } from '@/lib/db/collections';
import { makeRule, openShop, order, orderRule } from '@/lib/services/points/testing/shop';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await openShop(database.db, 2);
  await makeRule(database.db, orderRule());
  await collection(database.db, 'events').insertOne(order('a', 'm0', '2026-06-01', 12_300));
});
afterAll(() => database.drop());

/** The command line as a program calls it. */
function tagloom(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { ...process.env, MONGODB_URI: database.uri, TAGLOOM_DB: database.db.databaseName };
  const main = ['--import', 'tsx', 'lib/cli/main.ts', ...args];
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, main, { cwd, env }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('points are run and shown from the command line', { timeout: 120_000 }, async () => {
  const ran = await tagloom('points', 'run');
  expect(ran.code, ran.err).toBe(0);
  expect(JSON.parse(ran.out)).toMatchObject({ earned: 123, entries: 1, members: 1 });
  const shown = await tagloom('points', 'show', 'm0');
  expect(shown.code, shown.err).toBe(0);
  expect(JSON.parse(shown.out)).toMatchObject({
    member: 'm0',
    balance: 123,
    ledger: [{ kind: 'earn', points: 123, rule: { label: { zh: '购物' } } }],
  });
  const nobody = await tagloom('points', 'show', 'nobody');
  expect(nobody).toMatchObject({ code: 1, out: '', err: 'The member nobody was not found.\n' });
});
