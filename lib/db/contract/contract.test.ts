import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { checks, runContract } from './run-contract';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

describe('what the product believes of its database', () => {
  test.each(checks)('$name: $claim', async (check) => {
    const { db, uri } = database;
    const [finding] = await runContract(uri, db.databaseName, [check]);
    // What the product does without may fail, and does on some servers.
    if (check.instead === null) expect(finding).toMatchObject({ wrong: null });
    else expect(finding?.wrong ?? '').not.toMatch(/^0 /);
    expect(await db.listCollections({ name: /^contract_/ }).toArray()).toEqual([]);
  });

  test('each is named once', () => {
    expect(new Set(checks.map(({ name }) => name)).size).toBe(checks.length);
  });
});
