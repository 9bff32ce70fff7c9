import { expect, test } from 'vitest';
import { testDatabase } from '../testing/database';
import { fromUri, withoutPassword } from './from-uri';

test('is there only when it is set', async () => {
  expect(await fromUri('').available()).toEqual({ ok: false, reason: 'it is not set' });
  expect(await fromUri('mongodb://db').available()).toEqual({ ok: true });
});

test('gives the address of a server that answers, and leaves the server alone', async () => {
  const { uri, client, drop } = await testDatabase();
  const database = await fromUri(uri).start();
  expect(database.uri).toBe(uri);
  await database.stop();
  expect(await client.db('admin').command({ ping: 1 })).toMatchObject({ ok: 1 });
  await drop();
});

test('tells one sentence without the password when nothing answers', async () => {
  const uri = 'mongodb://me:secret@127.0.0.1:1/';
  const error = await fromUri(uri, 300).start().catch(String);
  expect(error).toMatch(/No database answers at MONGODB_URI \(mongodb:\/\/\*\*\*@127\.0\.0\.1:1/);
  expect(error).not.toContain('secret');
});

test.each([
  ['mongodb://u:p@h1,h2/db', 'mongodb://***@h1,h2/db'],
  ['mongodb+srv://u:p@h/db?x=@', 'mongodb+srv://***@h/db?x=@'],
  ['mongodb://h/db', 'mongodb://h/db'],
])('%s is shown as %s', (uri, shown) => expect(withoutPassword(uri)).toBe(shown));
