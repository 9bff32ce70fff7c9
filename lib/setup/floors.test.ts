import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CHECKOUT } from './paths';

const require = createRequire(import.meta.url);
const floors = z
  .record(z.string(), z.array(z.string()))
  .parse(require(path.join(CHECKOUT, 'lib', 'setup', 'floors.cjs')));
const { forbidden } = z
  .object({ forbidden: z.array(z.any()) })
  .parse(require(path.join(CHECKOUT, '.dependency-cruiser.cjs')));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-floors-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Which rules a checkout breaks that has only these two rooms, of which the first imports a type of the second. */
async function broken(from: string, to: string): Promise<string[]> {
  const house = await mkdtemp(path.join(folder, 'house-'));
  for (const room of [from, to]) await mkdir(path.join(house, room), { recursive: true });
  await writeFile(path.join(house, to, 'there.ts'), 'export interface There { is: true }\n');
  const up = path.relative(from, to);
  await writeFile(
    path.join(house, from, 'here.ts'),
    `import type { There } from '${up}/there';\nexport type Here = There;\n`,
  );
  const { output } = await cruise(['.'], {
    baseDir: house,
    validate: true,
    ruleSet: { forbidden },
    tsPreCompilationDeps: true,
  });
  const { summary } = z.custom<ICruiseResult>((value) => typeof value === 'object').parse(output);
  return summary.violations.map(({ rule }) => rule.name);
}

describe.each(Object.entries(floors))('the floors of %s', (tree, rooms) => {
  test('are those of its folders', async () => {
    const folders = await readdir(path.join(CHECKOUT, tree), { withFileTypes: true });
    expect(folders.flatMap((one) => (one.isDirectory() ? one.name : [])).sort()).toEqual([...rooms].sort());
  });

  test('let nothing be imported from above, not even a type, and all from below', async () => {
    const [lowest = '', highest = ''] = [rooms[0], rooms.at(-1)];
    expect(await broken(`${tree}/${lowest}`, `${tree}/${highest}`)).toContain(`${tree}-floors`);
    expect(await broken(`${tree}/${highest}`, `${tree}/${lowest}`)).toEqual([]);
  });
});
