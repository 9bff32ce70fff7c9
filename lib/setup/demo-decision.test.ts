import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { settleDemo } from './demo-decision';
import { type TestDatabase, testDatabase } from './testing/database';

let base: TestDatabase;
const hasData = vi.fn(async () => false);
const seed = vi.fn(async () => undefined);
const start = (wanted = true) => settleDemo(base.db, wanted, hasData, seed);

beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.drop());

beforeEach(async () => {
  await base.db.collection('setup').deleteMany({});
  hasData.mockReset().mockResolvedValue(false);
  seed.mockReset().mockResolvedValue(undefined);
});

test('a first start makes demo data, a second one does not', async () => {
  await start();
  await start();
  expect(seed).toHaveBeenCalledOnce();
});

test('whoever began empty stays empty', async () => {
  await start(false);
  await start(true);
  expect(seed).not.toHaveBeenCalled();
});

test('whoever has data of their own gets none', async () => {
  hasData.mockResolvedValue(true);
  await start();
  expect(seed).not.toHaveBeenCalled();
});

test('an interrupted start is finished by the next, whatever that one wants', async () => {
  seed.mockRejectedValueOnce(new Error('interrupted'));
  await expect(start()).rejects.toThrow('interrupted');
  hasData.mockResolvedValue(true);
  await start(false);
  expect(seed).toHaveBeenCalledTimes(2);
});
