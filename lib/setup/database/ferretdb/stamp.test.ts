import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Layout, layoutIn } from './layout';
import { defectOf, writeStamp } from './stamp';

let cache: string;
let layout: Layout;
let library: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(os.tmpdir(), 'tagloom-cache-'));
  layout = layoutIn(cache);
  library = path.join(layout.pg, 'usr', 'lib', 'libpq.so');
  for (const file of [
    layout.ferretdb,
    library,
    path.join(layout.pg, 'usr', 'share', 'postgresql', 'x.sql'),
  ]) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'content');
  }
});

afterEach(() => rmSync(cache, { recursive: true, force: true }));

test('a cache is whole only once its stamp is written', async () => {
  expect(defectOf(layout)).toBe('it was never finished');
  await writeStamp(layout);
  expect(defectOf(layout)).toBeNull();
});

test('a missing, a changed, and an unreadable file are noticed', async () => {
  await writeStamp(layout);
  appendFileSync(library, '!');
  expect(defectOf(layout)).toBe('pg/usr/lib/libpq.so has changed');
  rmSync(library);
  expect(defectOf(layout)).toBe('pg/usr/lib/libpq.so is missing');
  writeFileSync(layout.stamp, '{"builtAt":');
  expect(defectOf(layout)).toBe('it was never finished');
});
