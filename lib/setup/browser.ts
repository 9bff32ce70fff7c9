import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { findExecutable } from './find-executable';
import { CHECKOUT } from './paths';
import { type Report, withProgress } from './progress';
import { type Command, run } from './run-command';
import { SetupError } from './setup-error';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** A Chromium that is there already: Playwright's own, which its version was tested with, or the system's. */
export function findBrowser(
  playwrightBrowser = chromium.executablePath(),
  searchPath = process.env.PATH ?? '',
): string | null {
  if (existsSync(playwrightBrowser)) return playwrightBrowser;
  for (const name of NAMES) {
    const found = findExecutable(name, searchPath);
    if (found) return found;
  }
  return null;
}

export const installCommands: Record<'playwright' | 'lists' | 'browser' | 'fonts', Command> = {
  playwright: {
    command: process.execPath,
    args: [path.join(CHECKOUT, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'],
    cwd: CHECKOUT,
    timeoutMs: 180_000,
  },
  lists: { command: 'apt-get', args: ['-q', 'update'], timeoutMs: 300_000 },
  browser: {
    command: 'apt-get',
    args: ['-q', 'install', '-y', '--no-install-recommends', 'chromium'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 900_000,
  },
  fonts: {
    command: 'apt-get',
    args: ['-q', 'install', '-y', '--no-install-recommends', 'fonts-noto-cjk'],
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeoutMs: 900_000,
  },
};

/** The path of a Chromium, fetched if need be. Throws a SetupError when none can be had. */
export async function ensureBrowser(report: Report): Promise<string> {
  const found = findBrowser() ?? (await fetchBrowser(report));
  // Without the font Chinese text is boxes: the layout would be judged on the wrong widths.
  if (mayUseApt() && !existsSync(CJK_FONT)) {
    await attempt(report, 'Installing a font for Chinese text', installCommands.lists, installCommands.fonts);
  }
  return found;
}

async function fetchBrowser(report: Report): Promise<string> {
  await attempt(report, 'Fetching a browser', installCommands.playwright);
  if (!findBrowser() && mayUseApt()) {
    await attempt(report, 'Installing chromium', installCommands.lists, installCommands.browser);
  }
  const browser = findBrowser();
  if (!browser) {
    throw new SetupError(
      'No browser for the end-to-end tests: neither "npx playwright install chromium" nor apt-get brought one; install chromium and try again.',
    );
  }
  return browser;
}

const mayUseApt = () => process.getuid?.() === 0 && findExecutable('apt-get') !== null;

/** Each way is only a try: what counts is whether a browser is there afterwards. */
async function attempt(report: Report, label: string, ...commands: readonly Command[]): Promise<void> {
  await withProgress(report, label, async () => {
    for (const command of commands) await run(command);
  }).catch((error: unknown) => report(String(error instanceof Error ? error.message : error)));
}
