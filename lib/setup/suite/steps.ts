import path from 'node:path';
import { ensureAppBuild } from '../app-build';
import { ensureBrowser } from '../browser';
import { CHECKOUT } from '../paths';
import { reportToStderr } from '../progress';
import type { Command } from '../run-command';
import { SetupError } from '../setup-error';
import { TEST_URI_VARIABLE } from '../testing/test-uri';
import type { Counts } from './counts';
import { playwrightCounts, vitestCounts } from './reports';
import { runAsOne, runWithReport } from './run-step';

export const stepNames = ['types', 'lint', 'unit', 'build', 'e2e'] as const;
export type StepName = (typeof stepNames)[number];

/** The test server's address, or why there is none; null when no chosen step needs one. */
export type TestServer = { readonly uri: string } | { readonly reason: string } | null;

export interface Step {
  /** Whether it talks to the database. */
  readonly needsDatabase: boolean;
  /** `rest` are arguments for the runner. Throws a SetupError when the step can't begin. */
  run(server: TestServer, rest: readonly string[]): Promise<Counts>;
}

const bin = (...parts: string[]) => path.join(CHECKOUT, 'node_modules', ...parts);

const node = (script: string, args: readonly string[], env: Command['env'] = {}): Command => ({
  command: process.execPath,
  args: [script, ...args],
  env,
});

const npmRun = (script: string): Command =>
  process.env.npm_execpath?.endsWith('.js')
    ? node(process.env.npm_execpath, ['run', '-s', script])
    : { command: 'npm', args: ['run', '-s', script] };

/** Without a database (`uri` empty) most tests still run; those that need it say that there is none. */
export function vitestCommand(report: string, uri: string, rest: readonly string[]): Command {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return node(bin('vitest', 'vitest.mjs'), ['run', ...reporters, ...rest], { [TEST_URI_VARIABLE]: uri });
}

export function playwrightCommand(
  report: string,
  uri: string,
  browser: string,
  rest: readonly string[],
): Command {
  const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json', ...rest];
  return node(bin('@playwright', 'test', 'cli.js'), args, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    MONGODB_URI: uri,
    TAGLOOM_CHROMIUM: browser,
  });
}

/** The steps of `npm test`, in the order in which they run. */
export const steps: Record<StepName, Step> = {
  types: { needsDatabase: false, run: () => runAsOne(npmRun('types')) },
  lint: { needsDatabase: false, run: () => runAsOne(npmRun('lint')) },
  unit: {
    needsDatabase: true,
    run: (server, rest) => {
      const uri = server && 'uri' in server ? server.uri : '';
      return runWithReport('vitest', (file) => vitestCommand(file, uri, rest), vitestCounts);
    },
  },
  build: {
    needsDatabase: false,
    run: async () => {
      await ensureAppBuild(reportToStderr);
      // No test of its own: it counts only when it fails.
      return { passed: 0, failed: 0 };
    },
  },
  e2e: {
    needsDatabase: true,
    run: async (server, rest) => {
      if (!server || 'reason' in server) throw new SetupError(server?.reason ?? 'There is no database.');
      const browser = await ensureBrowser(reportToStderr);
      const command = (file: string) => playwrightCommand(file, server.uri, browser, rest);
      return runWithReport('playwright', command, playwrightCounts);
    },
  },
};
