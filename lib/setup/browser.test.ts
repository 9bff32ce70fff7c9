import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser, installCommands } from './browser';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-browser-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (name: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
};

test("Playwright's own browser, else one on the PATH, else none", () => {
  expect(findBrowser('/no/such', folder)).toBeNull();
  const system = program('google-chrome');
  expect(findBrowser('/no/such', folder)).toBe(system);
  const chromium = program('chromium');
  expect(findBrowser('/no/such', folder)).toBe(chromium);
  const own = program('chrome');
  expect(findBrowser(own, folder)).toBe(own);
});

test('what is fetched has a limit, and asks nobody', () => {
  expect(installCommands.playwright.args.slice(1)).toEqual(['install', 'chromium']);
  for (const command of Object.values(installCommands)) expect(command.timeoutMs).toBeGreaterThan(0);
  expect(installCommands.browser).toMatchObject({
    args: ['-q', 'install', '-y', '--no-install-recommends', 'chromium'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  expect(installCommands.fonts.args).toContain('fonts-noto-cjk');
});
