import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { z } from 'zod';
import { TEST_URI_VARIABLE } from '@/lib/setup/testing/test-uri';

export const checkout = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ran {
  code: number;
  out: string;
  err: string;
}

export interface CommandLine {
  tagloom(...args: string[]): Promise<Ran>;
  /** What a command prints that has to succeed. */
  json<T>(schema: z.ZodType<T>, ...args: string[]): Promise<T>;
}

/** The command line as a program calls it: a process each, on a database of its own, with its files in a folder of its own. */
export function commandLine(database: string, folder: () => string): CommandLine {
  const uri = process.env[TEST_URI_VARIABLE] ?? '';
  const tagloom = (...args: string[]): Promise<Ran> => {
    const data = join(folder(), 'data');
    const env = { ...process.env, MONGODB_URI: uri, TAGLOOM_DB: database, TAGLOOM_DATA: data };
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', join('lib', 'cli', 'main.ts'), ...args],
        { cwd: checkout, env, maxBuffer: 2 ** 26 },
        (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  };
  return {
    tagloom,
    async json(schema, ...args) {
      const { code, out, err } = await tagloom(...args);
      expect(code, err).toBe(0);
      return schema.parse(JSON.parse(out));
    },
  };
}
