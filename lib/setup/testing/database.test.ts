import { expect, test } from 'vitest';
import { testDatabase } from './database';

test('two test files never see each other, and nothing is left behind', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await one.db.collection('members').insertOne({ name: 'one' });
  expect(await two.db.collection('members').countDocuments()).toBe(0);
  const name = one.db.databaseName;
  await one.drop();
  const { databases } = await two.client.db('admin').admin().listDatabases({ nameOnly: true });
  expect(databases.map((database) => database.name)).not.toContain(name);
  await two.drop();
});
