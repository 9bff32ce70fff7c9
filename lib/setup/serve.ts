import { connect } from '@/lib/db/connect';
import { ensureAppBuild } from './app-build';
import { ensureDatabase } from './database/ensure';
import type { ProviderName } from './database/provider';
import { type FirstAdmin, prepareData } from './first-run';
import { requireSpace } from './free-space';
import { keptSecret } from './kept-secret';
import { type ServerMode, startNext } from './next-server';
import { DATA_FOLDER } from './paths';
import { requirePort } from './port-check';
import { reportToStderr } from './progress';
import type { ServeOptions } from './serve-options';
import { browserAddress, serverSettings } from './server-settings';
import { atShutdown } from './shutdown';

/** Build output, logs, and room for the database to breathe. */
const NEEDED_MEGABYTES = 700;

/**
 * Brings the product up and stays until it is told to end. Gives the exit code. Throws a SetupError with one
 * sentence when the port, the space, the database, the build or the server can't be had.
 */
export async function serve(mode: ServerMode, { demo }: ServeOptions): Promise<number> {
  const report = reportToStderr;
  const settings = serverSettings();
  process.env.TAGLOOM_DB = settings.databaseName;
  await requirePort(settings.port, settings.host);
  requireSpace(DATA_FOLDER, NEEDED_MEGABYTES);
  const database = await ensureDatabase({ report });
  try {
    if (mode === 'start') await ensureAppBuild(report);
    const { client, db } = await connect(database.uri);
    const admin = await prepareData(db, demo, report).finally(() => client.close());
    await requirePort(settings.port, settings.host);
    const server = await startNext(mode, settings, database.uri, await keptSecret());
    const forget = atShutdown(server.stop);
    announce(browserAddress(settings), database.provider, admin);
    return await server.ended.finally(forget);
  } finally {
    await database.stop();
  }
}

/** On stdout, because it is what was asked for. */
function announce(address: string, provider: ProviderName, admin: FirstAdmin | null): void {
  const signIn = admin
    ? `Sign in as ${admin.name} with the password ${admin.password} (shown this once).`
    : 'Sign in with an account of before.';
  process.stdout.write(
    `\nTagloom is running at ${address} (database: ${provider}); Ctrl-C stops it.\n${signIn}\n\n`,
  );
}
