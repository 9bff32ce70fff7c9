import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApiKeyBody } from '@/lib/contracts/api-keys';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys';
import { findApiKey } from './find-api-key';

let database: TestDatabase;
const admin = systemActor('test');
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());

it('is shown once, kept as a hash, found by its token, and revoked for good', async () => {
  const { key, token } = await createApiKey(database.db, admin, { label: 'CRM', scopes: ['import', 'run'] });
  expect(token).toMatch(/^tl_[\w-]{43}$/);
  expect(token.startsWith(key.prefix)).toBe(true);
  expect(JSON.stringify(await collection(database.db, 'apiKeys').findOne({}))).not.toContain(token);
  expect(await findApiKey(database.db, token)).toEqual({
    id: key.id,
    label: 'CRM',
    scopes: ['import', 'run'],
  });
  const revoked = await revokeApiKey(database.db, admin, key.id);
  expect(revoked.revokedAt).not.toBeNull();
  expect(await findApiKey(database.db, token)).toBeNull();
  expect(await revokeApiKey(database.db, admin, key.id)).toEqual(revoked);
  expect((await listApiKeys(database.db)).map(({ label }) => label)).toEqual(['CRM']);
  const actions = (await collection(database.db, 'audit').find().toArray()).map(({ action }) => action);
  expect(actions).toEqual(['api-key.create', 'api-key.revoke']);
});

it('does not find what is no token', async () => {
  for (const text of ['', 'tl_', 'tl_x', `tl_${'x'.repeat(500)}`])
    expect(await findApiKey(database.db, text)).toBeNull();
  await expect(revokeApiKey(database.db, admin, 'none')).rejects.toMatchObject({ code: 'not-found' });
});

it('has at least one scope, each once', () => {
  expect(createApiKeyBody.safeParse({ label: 'x', scopes: [] }).success).toBe(false);
  expect(createApiKeyBody.parse({ label: 'x', scopes: ['run', 'run'] }).scopes).toEqual(['run']);
});
