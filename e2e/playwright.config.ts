import path from 'node:path';
import { defineConfig } from '@playwright/test';
import type { JourneyOptions } from './journey';
import { CHECKOUT, runSettings } from './run-settings';

const { address, browser } = await runSettings();

/** No feature that the journeys need talks to anything but the product. */
const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig<JourneyOptions>({
  testDir: 'journeys',
  globalSetup: './global-setup.ts',
  outputDir: path.join(CHECKOUT, 'test-results'),
  // One product, one database, two cores: journeys go one after the other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // The product heeds it, and nothing has to be waited for that only moves.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: browser, args: BROWSER_ARGUMENTS },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    // First, since it imports the purchases through the wizard; those after it find them there.
    { name: 'main job', testMatch: 'main-job.spec.ts' },
    { name: 'journeys', testIgnore: 'main-job.spec.ts' },
  ],
});
