import { afterAll, beforeAll, expect, it } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { ensureFirstAdmin } from './first-admin';
import { oidcProvider } from './oidc';
import { oidcUser } from './oidc-user';
import { signIn } from './sign-in';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
  await ensureFirstAdmin(database.db, 'the right password');
});
afterAll(() => database.drop());

const iss = 'https://id.example';

it('makes who is new a viewer, once, and knows them by subject afterwards', async () => {
  const claims = { iss, sub: 'u1', preferred_username: 'li.na' };
  const made = await Promise.all(Array.from({ length: 4 }, () => oidcUser(database.db, claims)));
  expect(new Set(made.map(({ _id }) => _id)).size).toBe(1);
  expect(made[0]).toMatchObject({ name: 'li.na', role: 'viewer', mustChangePassword: false });
  const renamed = await oidcUser(database.db, { ...claims, preferred_username: 'other' });
  expect(renamed).toMatchObject({ _id: made[0]?._id, name: 'li.na' });
});

it('never hands over an account because of a name or an email', async () => {
  const user = await oidcUser(database.db, { iss, sub: 'u2', preferred_username: 'admin', email: 'admin' });
  expect(user).toMatchObject({ name: 'admin-2', role: 'viewer' });
  const elsewhere = await oidcUser(database.db, { iss: 'https://other.example', sub: 'u2' });
  expect(elsewhere._id).not.toBe(user._id);
});

it('finds a name that may be one', async () => {
  const name = async (sub: string, claims: object) =>
    (await oidcUser(database.db, { iss, sub, ...claims })).name;
  expect(await name('u3', { preferred_username: '<script>', email: 'a@b.example' })).toBe('a@b.example');
  expect(await name('u4', { name: 'Wang Fang' })).toBe('Wang.Fang');
  expect(await name('a|b-5', {})).toBe('user-ab5');
});

it('gives no password to sign in with', async () => {
  for (const password of ['', 'x']) {
    const attempt = signIn(database.db, { name: 'li.na', password, address: null });
    await expect(attempt).rejects.toMatchObject({ code: 'wrong-credentials' });
  }
  expect((await collection(database.db, 'users').findOne({ name: 'li.na' }))?.passwordHash).toBe('');
});

it('is offered only when all of it is set', () => {
  const env = { ...process.env, OIDC_ISSUER: `${iss}/`, OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };
  expect(oidcProvider({ ...env, OIDC_CLIENT_SECRET: '' })).toBeNull();
  expect(oidcProvider(env)).toMatchObject({
    wellKnown: `${iss}/.well-known/openid-configuration`,
    checks: ['pkce', 'state', 'nonce'],
  });
});
