import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const CHECKOUT = fileURLToPath(new URL('..', import.meta.url));

/** What one run of the suite works with: its own server, database, files and admin. */
export interface RunSettings {
  readonly address: string;
  readonly port: number;
  readonly databaseUri: string;
  readonly databaseName: string;
  /** Uploads and exports of the server; a folder under the temporary one. */
  readonly dataFolder: string;
  readonly browser: string;
}

export const ADMIN = { name: 'admin', password: 'correct horse battery' } as const;

/** Chosen once: the processes that Playwright starts find them in the environment. */
export async function runSettings(): Promise<RunSettings> {
  process.env.TAGLOOM_E2E_PORT ??= String(await freePort());
  process.env.TAGLOOM_E2E_DB ??= `tagloom_e2e_${randomBytes(6).toString('hex')}`;
  process.env.TAGLOOM_E2E_DATA ??= mkdtempSync(path.join(tmpdir(), 'tagloom-e2e-'));
  const port = Number(process.env.TAGLOOM_E2E_PORT);
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    databaseUri: required('MONGODB_URI', 'the database to test with'),
    databaseName: process.env.TAGLOOM_E2E_DB,
    dataFolder: process.env.TAGLOOM_E2E_DATA,
    browser: required('TAGLOOM_CHROMIUM', 'the path of a Chromium'),
  };
}

function required(name: string, meaning: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} has to name ${meaning}: run the journeys with \`npm test -- e2e\`.`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
