import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Environment } from './environment';
import { CHECKOUT } from './paths';

/** What the built application is made of. */
const INPUTS = [
  'app',
  'components',
  'lib',
  'rules-engine',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

const IS_TEST = /\.(test|spec)\.tsx?$/;

/** SHA-256 over names and contents of all sources, and over the variables that a build writes into its output. */
export function sourceHash(checkout = CHECKOUT, env: Environment = process.env): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of filesBelow(path.join(checkout, input))) {
      if (IS_TEST.test(file)) continue;
      const content = readFileSync(file);
      hash.update(`${path.relative(checkout, file)}\0${content.length}\0`).update(content);
    }
  }
  for (const name of Object.keys(env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${env[name]}\0`);
  }
  return hash.digest('hex');
}

function filesBelow(entry: string): string[] {
  if (!existsSync(entry)) return [];
  if (statSync(entry).isFile()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesBelow(path.join(entry, name)));
}
