/** Single tests, as the last line of `npm test` counts them. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const PASSED_ONCE: Counts = { passed: 1, failed: 0 };
export const FAILED_ONCE: Counts = { passed: 0, failed: 1 };

export function sum(all: readonly Counts[]): Counts {
  return all.reduce(
    (left, right) => ({ passed: left.passed + right.passed, failed: left.failed + right.failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}

/** A runner that ended badly without naming a failed test (a crash, an unhandled error) counts as one. */
export function withExitCode(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
