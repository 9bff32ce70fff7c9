import path from 'node:path';
import { ensureDatabase } from './database/ensure';
import { runMain } from './run-main';
import { show } from './suite/run-step';

/** The measurements have a process of their own, so that nothing of set-up is measured with them. */
await runMain(async () => {
  const database = await ensureDatabase();
  const exitCode = await show({
    command: process.execPath,
    args: ['--import', 'tsx', path.join('lib', 'setup', 'bench', 'main.ts'), ...process.argv.slice(2)],
    env: { MONGODB_URI: database.uri },
  });
  await database.stop();
  return exitCode;
});
