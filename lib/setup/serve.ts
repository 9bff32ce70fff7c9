import { ensureFirstAdmin } from '@/lib/auth/first-admin';
import { connect } from '@/lib/db/connect';
import { announcement } from './announcement';
import { ensureAppBuild } from './app-build';
import { ensureDatabase } from './database/ensure';
import { prepareData } from './first-run';
import { requireSpace } from './free-space';
import { keptSecret } from './kept-secret';
import { type ServerMode, startNext } from './next-server';
import { DATA_FOLDER } from './paths';
import { requirePort } from './port-check';
import { reportToStderr } from './progress';
import type { ServeOptions } from './serve-options';
import { endAbandonedServer } from './server-record';
import { browserAddress, serverSettings } from './server-settings';

/** Build output, logs, and room for the database to breathe. */
const NEEDED_MEGABYTES = 700;

/**
 * Brings the product up and stays until it is told to end. Gives the exit code. Throws a SetupError with one
 * sentence when the port, the space, the database, the build or the server can't be had.
 */
export async function serve(mode: ServerMode, { demo }: ServeOptions): Promise<number> {
  const settings = serverSettings();
  process.env.TAGLOOM_DB = settings.databaseName;
  await endAbandonedServer(settings.port);
  await requirePort(settings.port, settings.host);
  requireSpace(DATA_FOLDER, NEEDED_MEGABYTES);
  const database = await ensureDatabase({ report: reportToStderr });
  try {
    if (mode === 'start') await ensureAppBuild(reportToStderr);
    const { client, db } = await connect(database.uri);
    try {
      await prepareData(db, demo, reportToStderr);
      await requirePort(settings.port, settings.host);
      const server = await startNext(mode, settings, database.uri, await keptSecret());
      // Only now, so that nothing can fail between making the password and showing it.
      process.stdout.write(
        announcement(browserAddress(settings), database.provider, await ensureFirstAdmin(db)),
      );
      return await server.ended;
    } finally {
      await client.close();
    }
  } finally {
    await database.stop();
  }
}
