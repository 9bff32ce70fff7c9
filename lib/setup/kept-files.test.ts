import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildErrorIn } from './app-build';
import { cacheFolder } from './cache-folder';
import type { Environment } from './environment';
import { requireSpace } from './free-space';
import { keptSecret } from './kept-secret';
import { sourceHash } from './source-hash';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tagloom-kept-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the session secret', () => {
  test('is made once, kept, and readable by its owner only', async () => {
    const secret = await keptSecret(folder, {});
    expect(secret.length).toBeGreaterThanOrEqual(48);
    expect(await keptSecret(folder, {})).toBe(secret);
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('is the one that was set, and a broken file is replaced', async () => {
    expect(await keptSecret(folder, { NEXTAUTH_SECRET: 'mine' })).toBe('mine');
    writeFileSync(path.join(folder, 'secret'), 'short');
    expect((await keptSecret(folder, {})).length).toBeGreaterThanOrEqual(48);
  });
});

describe('the hash that decides whether to build', () => {
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const hash = (env: Environment = {}) => sourceHash(folder, env);

  beforeEach(() => write('app/page.tsx', 'one'));

  test('stays for tests, notes and the environment that is not built in', () => {
    const before = hash();
    write('app/page.test.tsx', 'a test');
    write('README.md', 'a note');
    expect(hash({ PORT: '1' })).toBe(before);
  });

  test.each<[string, () => void]>([
    ['a content', () => write('app/page.tsx', 'two')],
    ['a new file', () => write('lib/new.ts', '')],
    [
      'a name',
      () => {
        rmSync(path.join(folder, 'app/page.tsx'));
        write('app/other.tsx', 'one');
      },
    ],
    ['the dependencies', () => write('package-lock.json', '{}')],
  ])('changes with %s', (_what, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  test('changes with what a build writes into its output', () => {
    expect(hash({ NEXT_PUBLIC_X: '1' })).not.toBe(hash());
  });
});

test('too little space is told in a sentence, for a folder that is still to be made too', () => {
  expect(() => requireSpace(path.join(folder, 'not', 'yet'), 1)).not.toThrow();
  expect(() => requireSpace('/data', 700, 5.5 * 2 ** 20)).toThrow(
    'The disk that holds /data has 5 MB left and 700 MB are needed: make room and try again.',
  );
});

test("the cache is outside the checkout, and as root where PostgreSQL's user can get to", () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, false)).toBe('/c/tagloom');
  expect(cacheFolder({}, false)).toBe(path.join(os.homedir(), '.cache', 'tagloom'));
  expect(cacheFolder({ XDG_CACHE_HOME: '/root/c' }, true)).toBe('/var/cache/tagloom');
});

test.each([
  [
    "> Build error occurred\nError: Turbopack build failed with 1 error:\n./lib/a.ts:1:1\nError: Module not found: Can't resolve 'b'\n\n    at <unknown>\n",
    "./lib/a.ts:1:1 Error: Module not found: Can't resolve 'b'",
  ],
  [
    'Failed to compile.\n\n./app/x.tsx:3:4\nType error: No.\n\nNext.js build worker exited',
    './app/x.tsx:3:4 Type error: No.',
  ],
  ['killed', null],
])('a failed build says what is wrong', (log, reason) => expect(buildErrorIn(log)).toBe(reason));
