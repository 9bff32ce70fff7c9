import { createServer } from 'node:net';
import type { Db } from 'mongodb';
import { ensureAppBuild } from '../app-build';
import { startNext } from '../next-server';
import { reportToStderr } from '../progress';

export interface BenchServer {
  post(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

const host = '127.0.0.1';

/** A production server on the bench's database, asked with an API key. */
export async function startBenchServer(db: Db, token: string): Promise<BenchServer> {
  await ensureAppBuild(reportToStderr);
  // Jobs and schedules have no part in what is measured; nothing is read from earlier runs.
  process.env.TAGLOOM_SERVER_JOBS = 'off';
  process.env.TAGLOOM_MIRROR_MB ??= '4096';
  const port = await freePort();
  const settings = { host, port, databaseName: db.databaseName };
  const server = await startNext('start', settings, process.env.MONGODB_URI ?? '', 'bench'.repeat(8));
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(`http://${host}:${port}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
    get: (path) => ask(path, {}),
    stop: () => server.stop(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
