import { describe, expect, test, vi } from 'vitest';
import { startFirst } from './chain';
import { type DatabaseProvider, type ProviderName, providerNames, unavailable } from './provider';

const database = (name: string) => ({ uri: `mongodb://${name}`, stop: async () => undefined });

const provider = (name: ProviderName, change: Partial<DatabaseProvider> = {}): DatabaseProvider => ({
  name,
  explicit: name === 'MONGODB_URI',
  holdsData: () => false,
  available: async () => ({ ok: true }),
  start: async () => database(name),
  ...change,
});

const absent = { available: async () => unavailable('absent') };
const broken = (why: string) => ({ start: () => Promise.reject(new Error(why)) });

describe('the first that works', () => {
  test.each(providerNames.map((name, index) => ({ name, index })))(
    '$name, when all before it are absent',
    async ({ name, index }) => {
      const all = providerNames.map((one, at) => provider(one, at < index ? absent : {}));
      expect(await startFirst(all)).toMatchObject({ provider: name, database: { uri: `mongodb://${name}` } });
    },
  );

  test('one that fails is cleaned up after and passed by', async () => {
    const abandon = vi.fn(async () => undefined);
    const all = [provider('mongod', broken('no')), provider('ferretdb')];
    expect((await startFirst(all, abandon)).provider).toBe('ferretdb');
    expect(abandon).toHaveBeenCalledOnce();
  });

  test('one that holds data goes before one that does not', async () => {
    const all = [provider('mongod'), provider('ferretdb', { holdsData: () => true })];
    expect((await startFirst(all)).provider).toBe('ferretdb');
  });

  test('what was asked for goes before everything', async () => {
    const all = [provider('ferretdb', { holdsData: () => true }), provider('MONGODB_URI')];
    expect((await startFirst(all)).provider).toBe('MONGODB_URI');
  });
});

test('a server that was asked for and does not answer is the answer: no other is taken silently', async () => {
  const all = [provider('MONGODB_URI', broken('nobody there')), provider('mongod')];
  await expect(startFirst(all)).rejects.toThrow('nobody there');
});

test('when none works, one sentence names all four with the reason of each', async () => {
  const all = [
    provider('MONGODB_URI', absent),
    provider('mongod', absent),
    provider('mongod-download', broken('refused')),
    provider('ferretdb', broken('no apt-get')),
  ];
  const error = await startFirst(all).catch(String);
  expect(error).toMatch(
    /MONGODB_URI.*: absent; .*mongod on the PATH.*: absent; .*downloads.*: refused; FerretDB.*: no apt-get\.$/,
  );
  expect(error).not.toContain('\n');
});
