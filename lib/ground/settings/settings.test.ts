import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemActor } from '@/lib/contracts/people';
import { changeSettingsBody, defaultSettings } from '@/lib/contracts/settings';
import { collection } from '@/lib/db/collections';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { changeSettings, getSettings } from './settings';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('has defaults, keeps what is changed, and records it', async () => {
  expect(await getSettings(database.db)).toEqual(defaultSettings);
  const changed = await changeSettings(database.db, systemActor('test'), { timeZone: 'Europe/Berlin' });
  expect(changed).toEqual({ ...defaultSettings, timeZone: 'Europe/Berlin' });
  await changeSettings(database.db, systemActor('test'), { name: '烘焙会员' });
  expect(await getSettings(database.db)).toEqual({ ...changed, name: '烘焙会员' });
  expect(await collection(database.db, 'audit').countDocuments({ action: 'settings.change' })).toBe(2);
});

it.each([
  { timeZone: 'Asia/Peking' },
  { timeZone: '+08:00' },
  { timeZone: '' },
  { currency: 'RMB' },
  { locale: 'fr' },
  { name: '  ' },
])('refuses %j', (change) => {
  expect(changeSettingsBody.safeParse(change).success).toBe(false);
});

it.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Buenos_Aires'])('takes the zone %s', (timeZone) => {
  expect(changeSettingsBody.safeParse({ timeZone }).success).toBe(true);
});
