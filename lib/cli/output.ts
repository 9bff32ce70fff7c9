import { Problem, problemText } from '@/lib/contracts/problem';
import { SetupError } from '@/lib/setup/setup-error';

/** The answer of a command: JSON on stdout, and nothing else there. */
export function answer(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** A sentence for people, on stderr. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Sets the exit code: 1 for what the caller can mend, 2 for what we have to. */
export function fail(error: unknown): void {
  if (error instanceof Problem) {
    say(problemText(error.code, error.params, 'en'));
    process.exitCode = 1;
  } else if (error instanceof SetupError) {
    say(error.message);
    process.exitCode = 1;
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  }
}
