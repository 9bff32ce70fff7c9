import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureFirstAdmin } from '@/lib/auth/first-admin';
import { signIn } from '@/lib/auth/sign-in';
import { changeUserBody, createUserBody, systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { ensureIndexes } from '@/lib/db/indexes';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { changeUser } from './change-user';
import { createUser } from './create-user';
import { listUsers, userById } from './list-users';
import { changeOwnPassword, endSessions, resetPassword } from './passwords';

let database: TestDatabase;
const boss = { ...systemActor('test'), address: '10.1.1.1' };
beforeAll(async () => {
  database = await testDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const name of ['users', 'throttles', 'audit'] as const)
    await collection(database.db, name).deleteMany({});
  await ensureFirstAdmin(database.db, 'the right password');
});

const versionOf = async (id: string) => (await userById(database.db, id)).sessionVersion;
const actions = async () =>
  (await collection(database.db, 'audit').find().sort({ _id: 1 }).toArray()).map((a) => a.action);

describe('adding users', () => {
  it('shows the password once, which signs in and has to be replaced', async () => {
    const { user, password } = await createUser(database.db, boss, { name: '小王', role: 'editor' });
    const inside = await signIn(database.db, { name: '小王', password, address: null });
    expect(inside).toMatchObject({ _id: user.id, mustChangePassword: true });
    expect(JSON.stringify(user)).not.toContain('argon2');
    expect(await collection(database.db, 'audit').findOne({ target: 'user:小王' })).toMatchObject({
      actor: 'system:test',
      action: 'user.create',
      detail: { role: 'editor' },
      address: '10.1.1.1',
    });
    expect((await listUsers(database.db)).map(({ name }) => name)).toEqual(['admin', '小王']);
  });

  it('keeps names apart whatever their case', async () => {
    await createUser(database.db, boss, { name: 'Anna', role: 'viewer' });
    await expect(createUser(database.db, boss, { name: 'anna', role: 'viewer' })).rejects.toMatchObject({
      code: 'name-taken',
    });
  });

  it.each(['a', 'has space', 'api-key:x', 'x'.repeat(65), ''])('refuses the name %j', (name) => {
    expect(createUserBody.safeParse({ name, role: 'viewer' }).success).toBe(false);
  });
});

describe('the last admin', () => {
  it.each([{ role: 'editor' as const }, { disabled: true }])('can not be lost by %j', async (change) => {
    await expect(changeUser(database.db, boss, 'first-admin', change)).rejects.toMatchObject({
      code: 'last-admin',
    });
    expect(await userById(database.db, 'first-admin')).toMatchObject({ role: 'admin', disabled: false });
  });

  it('does not count disabled admins', async () => {
    const { user } = await createUser(database.db, boss, { name: 'second', role: 'admin' });
    await changeUser(database.db, boss, user.id, { disabled: true });
    await expect(changeUser(database.db, boss, 'first-admin', { role: 'viewer' })).rejects.toMatchObject({
      code: 'last-admin',
    });
  });

  it('remains, whoever demotes whom at the same instant', async () => {
    for (let round = 0; round < 5; round++) {
      const { user } = await createUser(database.db, boss, { name: `a${round}`, role: 'admin' });
      await Promise.allSettled([
        changeUser(database.db, boss, 'first-admin', { role: 'viewer' }),
        changeUser(database.db, boss, user.id, { role: 'viewer' }),
      ]);
      const admins = await collection(database.db, 'users').countDocuments({
        role: 'admin',
        disabled: false,
      });
      expect(admins).toBeGreaterThanOrEqual(1);
      await collection(database.db, 'users').updateOne({ _id: 'first-admin' }, { $set: { role: 'admin' } });
      await collection(database.db, 'users').deleteOne({ _id: user.id });
    }
  });
});

describe('changing users', () => {
  it('ends the sessions of who is disabled, and keeps those of who gets another role', async () => {
    const { user } = await createUser(database.db, boss, { name: 'rob', role: 'viewer' });
    expect(await changeUser(database.db, boss, user.id, { role: 'approver' })).toMatchObject({
      role: 'approver',
    });
    expect(await versionOf(user.id)).toBe(1);
    expect(await changeUser(database.db, boss, user.id, { disabled: true })).toMatchObject({
      disabled: true,
    });
    expect(await versionOf(user.id)).toBe(2);
    await changeUser(database.db, boss, user.id, { disabled: false });
    expect(await versionOf(user.id)).toBe(2);
    expect((await actions()).slice(1)).toEqual(['user.create', 'user.change', 'user.change', 'user.change']);
  });

  it('wants something to change and somebody to change it of', async () => {
    expect(changeUserBody.safeParse({}).success).toBe(false);
    await expect(changeUser(database.db, boss, 'nobody', { disabled: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('passwords', () => {
  it('are reset by an admin: sessions end, the throttle lets go, the new one has to be replaced', async () => {
    for (let i = 0; i < 6; i++) {
      await signIn(database.db, { name: 'admin', password: 'wrong', address: null }).catch(() => undefined);
    }
    const { password } = await resetPassword(database.db, boss, 'first-admin');
    expect(await versionOf('first-admin')).toBe(2);
    const user = await signIn(database.db, { name: 'admin', password, address: null });
    expect(user.mustChangePassword).toBe(true);
  });

  it('are changed by their owner, who has to know the old one', async () => {
    const me = { ...boss, id: 'first-admin', name: 'admin' };
    const change = (current: string, next: string) => changeOwnPassword(database.db, me, { current, next });
    await expect(change('wrong', 'another password')).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(change('the right password', 'the right password')).rejects.toMatchObject({
      code: 'same-password',
    });
    expect(await change('the right password', 'another password')).toBe(2);
    await signIn(database.db, { name: 'admin', password: 'another password', address: null });
    expect(await endSessions(database.db, me, 'first-admin')).toBe(3);
  });

  it('can not be guessed through a stolen session', async () => {
    const me = { ...boss, id: 'first-admin', name: 'admin' };
    const guess = () => changeOwnPassword(database.db, me, { current: 'wrong', next: 'another password' });
    for (let i = 0; i < 6; i++) await expect(guess()).rejects.toMatchObject({ code: 'wrong-credentials' });
    await expect(guess()).rejects.toMatchObject({ code: 'too-many-attempts' });
  });

  it('do not exist for who signs in elsewhere', async () => {
    await collection(database.db, 'users').updateOne({ _id: 'first-admin' }, { $set: { passwordHash: '' } });
    await expect(resetPassword(database.db, boss, 'first-admin')).rejects.toMatchObject({
      code: 'external-account',
    });
  });
});
