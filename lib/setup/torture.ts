import path from 'node:path';
import { ensureDatabase } from './database/ensure';
import { runMain } from './run-main';
import { show } from './suite/run-step';

/** Workers that are stopped and killed: in a process of its own, as the measurements are. */
await runMain(async () => {
  const database = await ensureDatabase();
  const exitCode = await show({
    command: process.execPath,
    args: ['--import', 'tsx', path.join('lib', 'setup', 'torture', 'main.ts'), ...process.argv.slice(2)],
    env: { MONGODB_URI: database.uri },
  });
  await database.stop();
  return exitCode;
});
