import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { ensureFirstAdmin } from './first-admin';
import { generatePassword, hashPassword, verifyPassword } from './password';
import { signIn } from './sign-in';
import { chargeAttempt, forgiveAttempt } from './throttle';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const name of ['users', 'throttles', 'audit'] as const)
    await collection(database.db, name).deleteMany({});
});

describe('passwords', () => {
  it('are kept as argon2id and told apart', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$/);
    expect(await verifyPassword(stored, 'correct horse battery')).toBe(true);
    expect(await verifyPassword(stored, 'wrong horse battery')).toBe(false);
  });

  it('never fit where there is none', async () => {
    expect(await verifyPassword(null, 'anything')).toBe(false);
    expect(await verifyPassword('', '')).toBe(false);
  });

  it('are generated without look-alikes', () => {
    const passwords = Array.from({ length: 200 }, generatePassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) expect(password).toMatch(/^[^0O1lI]{16}$/);
  });
});

describe('the first admin', () => {
  it('is made once, even by many at once, and can sign in', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdmin(database.db, '')));
    const [admin, ...others] = made.filter((one) => one !== null);
    expect(others).toEqual([]);
    expect(admin?.name).toBe('admin');
    const user = await signIn(database.db, { name: 'Admin', password: admin?.password ?? '', address: null });
    expect(user).toMatchObject({ role: 'admin', mustChangePassword: false });
    expect(await ensureFirstAdmin(database.db, '')).toBeNull();
  });

  it('gets the password that was set, unless it is too short', async () => {
    await expect(ensureFirstAdmin(database.db, 'short')).rejects.toThrow(/at least 10/);
    expect(await ensureFirstAdmin(database.db, 'long enough it is')).toEqual({
      name: 'admin',
      password: 'long enough it is',
    });
  });
});

describe('signing in', () => {
  const attempt = (password: string, name = 'admin', address: string | null = '10.0.0.1') =>
    signIn(database.db, { name, password, address });
  const wrong = { code: 'wrong-credentials' };

  beforeEach(async () => {
    await ensureFirstAdmin(database.db, 'the right password');
  });

  it('records who came, when and from where', async () => {
    await attempt('the right password');
    expect((await collection(database.db, 'users').findOne({}))?.lastSignInAt).toBeInstanceOf(Date);
    expect(await collection(database.db, 'audit').findOne({ action: 'session.start' })).toMatchObject({
      actor: 'admin',
      target: 'user:admin',
      address: '10.0.0.1',
    });
  });

  it('says the same of a wrong password and an unknown name, and records only names that exist', async () => {
    await expect(attempt('wrong')).rejects.toMatchObject(wrong);
    await expect(attempt('wrong', 'my password, typed in the wrong field')).rejects.toMatchObject(wrong);
    const refused = await collection(database.db, 'audit').find({ action: 'session.refuse' }).toArray();
    expect(refused.map(({ target }) => target)).toEqual(['user:admin']);
  });

  it('tells of a disabled account only to who knows its password', async () => {
    await collection(database.db, 'users').updateOne({}, { $set: { disabled: true } });
    await expect(attempt('wrong')).rejects.toMatchObject(wrong);
    await expect(attempt('the right password')).rejects.toMatchObject({ code: 'account-disabled' });
  });

  it('makes who guesses wait, the right password included, and lets go after a success', async () => {
    const throttles = collection(database.db, 'throttles');
    await attempt('wrong').catch(() => undefined);
    await throttles.updateOne(
      { _id: 'account:admin' },
      { $set: { blockedUntil: new Date(Date.now() + 30_000) } },
    );
    await expect(attempt('the right password')).rejects.toMatchObject({
      code: 'too-many-attempts',
      params: { seconds: 30 },
    });
    await throttles.updateOne({ _id: 'account:admin' }, { $set: { blockedUntil: new Date() } });
    await attempt('the right password');
    expect(await throttles.findOne({ _id: 'account:admin' })).toBeNull();
  });
});

describe('the throttle', () => {
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000);
  const charge = (kind: 'account' | 'address', seconds: number) =>
    chargeAttempt(database.db, kind, 'x', at(seconds));

  it('doubles the wait up to its bound', async () => {
    for (let i = 0; i < 5; i++) await charge('account', 0);
    let now = 0;
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      await charge('account', now);
      const error = await charge('account', now).catch((problem) => problem);
      waits.push(error.params.seconds);
      now += error.params.seconds;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('counts attempts made at the same instant', async () => {
    const all = await Promise.allSettled(Array.from({ length: 12 }, () => charge('account', 0)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  });

  it('gives an address more room, and back only what a success had cost', async () => {
    for (let i = 0; i < 30; i++) await charge('address', 0);
    await forgiveAttempt(database.db, 'address', 'x');
    await charge('address', 0);
    await charge('address', 0);
    await expect(charge('address', 0)).rejects.toMatchObject({ code: 'too-many-attempts' });
  });

  it('forgets by itself', async () => {
    await charge('account', 0);
    const throttle = await collection(database.db, 'throttles').findOne({});
    expect(throttle?.expiresAt).toEqual(at(3600));
  });
});
