import { ensureDatabase } from './database/ensure';
import { reportToStderr } from './progress';
import { runMain } from './run-main';
import { sentenceOf } from './setup-error';
import { suiteArguments } from './suite/arguments';
import { type Counts, FAILED_ONCE, sum } from './suite/counts';
import { type StepName, steps, type TestServer } from './suite/steps';

interface Outcome {
  readonly name: StepName;
  readonly counts: Counts;
  readonly seconds: number;
}

await runMain(async () => {
  const { chosen, rest } = suiteArguments(process.argv.slice(2));
  const server = chosen.some((name) => steps[name].needsDatabase) ? await testServer() : null;
  const outcomes: Outcome[] = [];
  // One after the other, each to its end: a failed one says nothing about the next.
  for (const name of chosen) outcomes.push(await runStep(name, server, rest));
  await server?.stop();
  return summarise(outcomes);
});

/** Having no database is not the end: there are steps that need none. */
async function testServer(): Promise<NonNullable<TestServer> & { stop(): Promise<void> }> {
  return ensureDatabase().catch((error: unknown) => {
    const reason = sentenceOf(error);
    reportToStderr(reason);
    return { reason, stop: async () => undefined };
  });
}

async function runStep(name: StepName, server: TestServer, rest: readonly string[]): Promise<Outcome> {
  process.stdout.write(`\n── ${name} ──\n`);
  const startedAt = Date.now();
  const counts = await steps[name].run(server, rest).catch((error: unknown) => {
    reportToStderr(sentenceOf(error));
    return FAILED_ONCE;
  });
  return { name, counts, seconds: (Date.now() - startedAt) / 1000 };
}

function summarise(outcomes: readonly Outcome[]): number {
  const lines = outcomes.map(({ name, counts, seconds }) => {
    const verdict =
      counts.failed > 0 ? `${counts.passed} passed, ${counts.failed} FAILED` : `${counts.passed} passed`;
    return `${name.padEnd(6)} ${seconds.toFixed(1).padStart(7)} s  ${counts.passed + counts.failed === 0 ? 'done' : verdict}`;
  });
  const { passed, failed } = sum(outcomes.map(({ counts }) => counts));
  process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}
