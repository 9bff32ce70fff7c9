import { reportToStderr } from './progress';
import { SetupError } from './setup-error';
import { isEnding } from './shutdown';

/**
 * Runs a command to its end and ends the process with its exit code. What the person can put right is told
 * in its one sentence; anything else is a defect and comes with its stack.
 */
export async function runMain(main: () => Promise<number>): Promise<never> {
  const code = await main().catch((error: unknown) => {
    // What breaks because it is being stopped is not worth a word.
    if (!isEnding()) reportToStderr(sentence(error));
    return 1;
  });
  // After a signal the shutdown has the last word, with the code that belongs to the signal.
  if (isEnding()) await new Promise<never>(() => undefined);
  process.exit(code);
}

function sentence(error: unknown): string {
  if (error instanceof SetupError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOSPC') {
    return `There is no space left on the disk (${error.message}): make room and try again.`;
  }
  return error.stack ?? error.message;
}
