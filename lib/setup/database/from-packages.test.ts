import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRunning } from '../process-identity';
import { silent } from '../progress';
import { type EnsuredDatabase, ensureDatabase } from './ensure';
import { defaultLayout } from './ferretdb/layout';
import { defectOf } from './ferretdb/stamp';
import { fromPackages } from './from-packages';
import { readState } from './state';

// Where another provider serves, the two minutes of building this one are not worth it.
describe.skipIf(defectOf(defaultLayout()) !== null)(
  'FerretDB on PostgreSQL, on a data folder of its own',
  () => {
    let folder: string;
    const ensure = (): Promise<EnsuredDatabase> =>
      ensureDatabase({
        dataFolder: folder,
        report: silent,
        providers: (context) => [fromPackages(context)],
        leaveOnSignal: false,
      });
    const processes = () => readState(folder)?.processes ?? [];
    const kill = async (name: string) => {
      for (const server of processes().filter((one) => one.name === name)) {
        process.kill(server.pid, 'SIGKILL');
        while (isRunning(server)) await sleep(20);
      }
    };
    const withMembers = async <T>(
      uri: string,
      work: (members: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<T>,
    ) => {
      const client = await MongoClient.connect(uri);
      try {
        return await work(client.db('tagloom').collection('members'));
      } finally {
        await client.close();
      }
    };

    beforeEach(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-data-'));
    });

    afterEach(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    test('keeps data over stop, kill -9 of either part, and start', async () => {
      const both = await Promise.all([ensure(), ensure()]);
      expect(
        both.filter(({ started }) => started),
        'of two at once one starts it',
      ).toHaveLength(1);
      const [first, another] = both;
      await another.stop();
      const socketPath = decodeURIComponent(first.uri.replace('mongodb://', ''));
      await withMembers(first.uri, async (members) => {
        await members.createIndex({ phone: 1 }, { unique: true });
        await members.insertOne({ phone: '1' });
      });

      const second = await ensure();
      expect(second).toMatchObject({ uri: first.uri, started: false, provider: 'ferretdb' });
      const running = processes();
      await first.stop();
      expect(running.every(isRunning), 'one user is left, so the servers stay').toBe(true);
      await second.stop();
      await second.stop();
      expect(running.some(isRunning), 'the last one to leave stops them').toBe(false);
      expect(readState(folder)).toBeNull();

      const third = await ensure();
      expect(third).toMatchObject({ uri: first.uri, started: true });
      await kill('PostgreSQL');
      const fourth = await ensure();
      expect(fourth.started, 'a database that does not answer is replaced').toBe(true);
      await kill('PostgreSQL');
      await kill('FerretDB');
      const fifth = await ensure();
      expect(await withMembers(fifth.uri, (members) => members.countDocuments())).toBe(1);
      expect(readFileSync(path.join(folder, 'logs', 'postgres.log'), 'utf8')).toContain(
        'ready to accept connections',
      );
      await fifth.stop();
      expect(readState(folder)).toBeNull();
      expect(existsSync(path.dirname(socketPath)), 'nothing is left in the temporary folder').toBe(false);
    }, 120_000);
  },
);
