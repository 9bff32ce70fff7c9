import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{rules-engine,lib,components,app}/**/*.test.{ts,tsx}'],
    globalSetup: ['./lib/setup/testing/global-setup.ts'],
    // What routes answer is parsed with the schema that their operation has.
    env: { TAGLOOM_CHECK_ANSWERS: 'on' },
    testTimeout: 180_000,
    hookTimeout: 180_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
