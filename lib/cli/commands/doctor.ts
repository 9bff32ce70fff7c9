import type { Command } from 'commander';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { databaseName } from '@/lib/db/connect';
import { runContract } from '@/lib/db/contract/run-contract';
import packageJson from '@/package.json';
import { answer, say } from '../output';
import { withDatabase } from '../with-database';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Prints versions, the database in use and where it is, what is stored, and what is wrong.')
    .option('--contract', 'also try out what the product believes of a database that it has started itself')
    .option('--no-contract', 'don’t try that out, also not on a server of yours')
    .action(({ contract }: { contract?: boolean }) =>
      withDatabase(async (db, { uri, provider }) => {
        // Those that we start ourselves are tried out by the tests.
        const tried = (contract ?? provider === 'MONGODB_URI') ? await tryContract(uri) : null;
        const problems = [...(tried?.problems ?? []), ...(await findings(db))];
        answer({
          tagloom: packageJson.version,
          node: process.version,
          database: { provider, uri, name: databaseName(), ...(await serverVersion(db)) },
          contract: tried?.contract ?? null,
          stored: await stored(db),
          problems,
        });
        if (problems.length > 0) process.exitCode = 1;
      }),
    );
}

/** What the database was found to do. What it gets wrong is a problem where the product depends on it, else only told. */
async function tryContract(uri: string) {
  say('Trying out what the product believes of this database: about half a minute.');
  const found = await runContract(uri, databaseName());
  return {
    contract: found.map(({ check: { name, claim, instead }, wrong }) => {
      if (wrong === null) return { name, claim, holds: true };
      return { name, claim, holds: false, found: wrong, ...(instead === null ? {} : { instead }) };
    }),
    problems: found.flatMap(({ check: { name, claim, instead }, wrong }) =>
      wrong === null || instead !== null
        ? []
        : [
            `The database doesn’t do what the product depends on (${name}: ${claim} Found: ${wrong}). Don’t use it: choose another server or version.`,
          ],
    ),
  };
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
