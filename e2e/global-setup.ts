import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { ADMIN, CHECKOUT, type RunSettings, runSettings } from './run-settings';

const READY_LIMIT_MS = 180_000;
const LOG = path.join(CHECKOUT, '.data', 'logs', 'e2e-server.log');

/**
 * Starts the product as a person does, on a port and a database of its own. Playwright would stop a `webServer` only
 * after the teardown, and a server that still runs writes into a database that was just dropped: so it is started here.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const settings = await runSettings();
  const server = startServer(settings);
  const end = async () => {
    await stop(server);
    await dropDatabase(settings);
    rmSync(settings.dataFolder, { recursive: true, force: true });
  };
  try {
    await answers(settings, server);
  } catch (error) {
    await end();
    throw error;
  }
  return end;
}

function startServer({ port, databaseUri, databaseName, dataFolder }: RunSettings): ChildProcess {
  mkdirSync(path.dirname(LOG), { recursive: true });
  const log = openSync(LOG, 'w');
  const server = spawn(process.execPath, ['lib/setup/up.mjs', '--no-demo'], {
    cwd: CHECKOUT,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      MONGODB_URI: databaseUri,
      TAGLOOM_DB: databaseName,
      TAGLOOM_DATA: dataFolder,
      TAGLOOM_ADMIN_PASSWORD: ADMIN.password,
      HOST: '127.0.0.1',
      PORT: String(port),
    },
  });
  process.once('exit', () => server.kill());
  return server;
}

/** It is ready once it has the first admin, which it says. */
async function answers({ address }: RunSettings, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadline) {
    const said = readFileSync(LOG, 'utf8');
    if (said.includes('Tagloom is running at')) return;
    if (server.exitCode !== null || server.signalCode !== null) break;
    await wait(100);
  }
  throw new Error(`The product did not start at ${address}:\n${readFileSync(LOG, 'utf8').slice(-2_000)}`);
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

async function dropDatabase({ databaseUri, databaseName }: RunSettings): Promise<void> {
  const client = await MongoClient.connect(databaseUri);
  try {
    await client.db(databaseName).dropDatabase();
  } finally {
    await client.close();
  }
}
