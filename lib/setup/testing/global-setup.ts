import { ensureDatabase } from '../database/ensure';
import { reportToStderr } from '../progress';
import { sentenceOf } from '../setup-error';
import { TEST_URI_VARIABLE } from './test-uri';

/**
 * Once for a whole vitest run: finds the running database or starts it, and leaves it at the end. A run
 * without one goes on, since most tests don't need it; those that do fail with the reason.
 */
export default async function setup(): Promise<() => Promise<void>> {
  // Empty means that it was tried already and there is none.
  if (process.env[TEST_URI_VARIABLE] !== undefined) return async () => undefined;
  try {
    const database = await ensureDatabase();
    process.env[TEST_URI_VARIABLE] = database.uri;
    return database.stop;
  } catch (error) {
    reportToStderr(sentenceOf(error));
    return async () => undefined;
  }
}
