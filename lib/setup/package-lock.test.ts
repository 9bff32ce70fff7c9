import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { CHECKOUT } from './paths';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

// A registry that lacks a platform's package makes `npm install` leave it out, and `npm ci` refuses such a lock.
test('the lock file names the optional packages of every platform', () => {
  const { packages } = lockSchema.parse(
    JSON.parse(readFileSync(path.join(CHECKOUT, 'package-lock.json'), 'utf8')),
  );
  const names = new Set(Object.keys(packages).map((folder) => folder.replace(/^.*node_modules\//, '')));
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !names.has(name));
  expect(missing, 'write them into the lock file: version, optional, os and cpu are enough').toEqual([]);
});
