import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../paths';
import { suiteArguments } from './arguments';
import { sum, withExitCode } from './counts';
import { playwrightCounts, vitestCounts } from './reports';
import { runAsOne, runWithReport, show } from './run-step';
import { playwrightCommand, stepNames, vitestCommand } from './steps';

const node = (code: string) => ({ command: process.execPath, args: ['-e', code] });

describe('counting', () => {
  test('adds up, and a bad end without a failed test is one', () => {
    expect(
      sum([
        { passed: 2, failed: 1 },
        { passed: 3, failed: 0 },
      ]),
    ).toEqual({ passed: 5, failed: 1 });
    expect(sum([])).toEqual({ passed: 0, failed: 0 });
    expect(withExitCode({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
    expect(withExitCode({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
    expect(withExitCode({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
  });

  test('of vitest: a file that could not be loaded counts as one failed', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 4, failed: 2 });
  });

  test('of Playwright: skipped ones count as nothing', () => {
    const stats = { expected: 7, unexpected: 2, flaky: 1, skipped: 3 };
    expect(playwrightCounts({ stats })).toEqual({ passed: 8, failed: 2 });
  });
});

describe('running', () => {
  const report = path.join(DATA_FOLDER, 'test', 'suite-test.json');
  afterAll(() => rm(report, { force: true }));
  const run = (code: (file: string) => string) =>
    runWithReport('suite-test', (file) => node(code(JSON.stringify(file))), playwrightCounts);
  const stats = JSON.stringify({ stats: { expected: 3, unexpected: 0, flaky: 0 } });

  test('a command that is one test', async () => {
    expect(await runAsOne(node(''))).toEqual({ passed: 1, failed: 0 });
    expect(await runAsOne(node('process.exit(3)'))).toEqual({ passed: 0, failed: 1 });
    expect(await show({ command: '/no/such/program', args: [] })).toBe(127);
  });

  test('a runner with a report, with a bad end, and one that crashes after a good run before', async () => {
    expect(await run((file) => `fs.writeFileSync(${file}, ${JSON.stringify(stats)})`)).toEqual({
      passed: 3,
      failed: 0,
    });
    expect(
      await run((file) => `fs.writeFileSync(${file}, ${JSON.stringify(stats)}); process.exit(1)`),
    ).toEqual({ passed: 3, failed: 1 });
    await writeFile(report, stats);
    expect(await run(() => 'process.exit(1)')).toEqual({ passed: 0, failed: 1 });
    expect(existsSync(report)).toBe(false);
  });

  test('the runners are told where to report, and which server and browser to use', () => {
    expect(vitestCommand('/r.json', 'mongodb://h', ['lib/setup'])).toMatchObject({
      args: [
        expect.stringMatching(/vitest\.mjs$/),
        'run',
        '--reporter=default',
        '--reporter=json',
        '--outputFile.json=/r.json',
        'lib/setup',
      ],
      env: { TAGLOOM_TEST_MONGODB_URI: 'mongodb://h' },
    });
    expect(playwrightCommand('/r.json', 'mongodb://h', '/usr/bin/chromium', [])).toMatchObject({
      args: [
        expect.stringMatching(/cli\.js$/),
        'test',
        '--config',
        'e2e/playwright.config.ts',
        '--reporter=list,json',
      ],
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: '/r.json',
        MONGODB_URI: 'mongodb://h',
        TAGLOOM_CHROMIUM: '/usr/bin/chromium',
      },
    });
  });
});

describe('arguments', () => {
  test.each<[string[], ReturnType<typeof suiteArguments>]>([
    [[], { chosen: stepNames, rest: [] }],
    [['e2e', 'types'], { chosen: ['types', 'e2e'], rest: [] }],
    [['unit', 'lib/setup', '-t', 'lint'], { chosen: ['unit'], rest: ['lib/setup', '-t', 'lint'] }],
  ])('%j', (args, expected) => expect(suiteArguments(args)).toEqual(expected));

  test('what is no step is told with the steps there are', () => {
    expect(() => suiteArguments(['all'])).toThrow(
      '"all" is not a step: choose among types, lint, unit, build, e2e',
    );
  });
});
