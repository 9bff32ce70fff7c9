import type { Command } from 'commander';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { databaseName } from '@/lib/db/connect';
import packageJson from '@/package.json';
import { answer } from '../output';
import { withDatabase } from '../with-database';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Prints versions, the database in use and where it is, what is stored, and what is wrong.')
    .action(() =>
      withDatabase(async (db, { uri, provider }) => {
        const problems = await findings(db);
        answer({
          tagloom: packageJson.version,
          node: process.version,
          database: { provider, uri, name: databaseName(), ...(await serverVersion(db)) },
          stored: await stored(db),
          problems,
        });
        if (problems.length > 0) process.exitCode = 1;
      }),
    );
}

async function serverVersion(db: Db): Promise<{ version: string; server: string }> {
  const info = await db.admin().command({ buildInfo: 1 });
  const ferret: unknown = info.ferretdb?.version;
  return { version: String(info.version), server: ferret ? `FerretDB ${String(ferret)}` : 'MongoDB' };
}

async function stored(db: Db): Promise<Record<string, number>> {
  const names = ['members', 'events', 'definitions', 'runs', 'exports', 'users'] as const;
  const counts = await Promise.all(names.map((name) => collection(db, name).countDocuments()));
  return Object.fromEntries(names.map((name, i) => [name, counts[i] ?? 0]));
}

/** What an operator would want to know before being told by a user. */
async function findings(db: Db): Promise<string[]> {
  const found: string[] = [];
  const dead = await collection(db, 'jobs').countDocuments({ state: 'dead' });
  if (dead > 0) found.push(`${dead} jobs were given up after several tries: see Settings, Jobs.`);
  const failed = await collection(db, 'definitions').countDocuments({
    'lastRun.state': 'failed',
    archivedAt: null,
  });
  if (failed > 0) found.push(`The last run of ${failed} tags or segments failed: see their runs.`);
  const late = new Date(Date.now() - 10 * 60_000);
  const waiting = await collection(db, 'jobs').countDocuments({ state: 'queued', runAt: { $lt: late } });
  if (waiting > 0)
    found.push(`${waiting} jobs have been waiting for more than 10 minutes: is a server or worker running?`);
  return found;
}
